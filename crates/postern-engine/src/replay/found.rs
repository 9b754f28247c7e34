//! What a replay of sent mail found, for one policy: numbers to compare policies by, and who was touched.

use std::collections::BTreeMap;

use postern_core::restriction::Reason;
use serde::Serialize;

/// A run that an hourly rule finds has at least one of its recipients in so many seconds: 30 an hour is one
/// in two minutes, and chance may stretch that.
const HOUR_RUN_GAP_S: i64 = 900;
/// The same for the daily rules: 60 a day is one in 24 minutes.
const DAY_RUN_GAP_S: i64 = 7_200;

/// What a replay of sent mail found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MailReplay {
    /// Different senders.
    pub accounts: u64,
    /// Mails of the log.
    pub messages: u64,
    /// From each sender's first to last mail, added up, in months of 30.44 days.
    pub account_months: f64,
    /// Restrictions, one per account and 24 hours.
    pub episodes: u64,
    /// Episodes for every 1000 account-months; 0 when the log spans no time.
    pub episodes_per_1000_account_months: f64,
    /// Episodes by the rule that restricted, every rule with its number.
    pub by_rule: BTreeMap<&'static str, u64>,
    /// One per episode, by time.
    pub detections: Vec<Detection>,
    /// Mails that were refused: those that crossed a limit, and those sent while restricted.
    pub messages_refused: u64,
    /// Hours of the clock in which an account sent, all accounts together.
    pub sender_hours: u64,
    /// Those of them in which the answer to at least one recipient was delayed.
    pub slowed_hours: u64,
    /// The longest that one mail was delayed in all, seconds; of mails that were let out.
    pub longest_delay_s: u64,
    /// Who was slowed or restricted, by account.
    pub touched: Vec<TouchedAccount>,
}

/// One episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detection {
    /// The sender, in canonical form.
    pub account: String,
    /// When it was restricted.
    pub time_unix_s: i64,
    /// The code of the rule.
    pub rule: &'static str,
    /// What got out since the run of unusual sending began: recipients never written to before for the rules
    /// of novelty, all recipients for the others. The run is what was let out with less than 15 minutes
    /// (hourly rules) or 2 hours (daily rules) from one to the next, up to the restriction.
    pub recipients_let_out: u64,
}

/// An account that a policy would have touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TouchedAccount {
    /// The sender, in canonical form.
    pub account: String,
    /// Its mails in the log.
    pub messages: u64,
    /// Hours of the clock in which it was slowed.
    pub slowed_hours: u64,
    /// Its episodes.
    pub episodes: u64,
    /// When it was first restricted; `None` when it was only slowed.
    pub first_detection_unix_s: Option<i64>,
    /// The rule that restricted it first.
    pub first_rule: Option<&'static str>,
    /// What got out of the run that was detected first, as in [`Detection`].
    pub recipients_let_out: Option<u64>,
}

/// The codes of the rules that restrict, in the order in which they speak.
pub(super) const RULES: [&str; 5] =
    ["novel_recipients_hour", "novel_recipients_day", "recipients_hour", "cap_hour", "cap_day"];

/// What was let out without a longer gap.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    last_s: i64,
    let_out: u64,
}

impl Run {
    fn add(&mut self, recipients: u64, now_s: i64, gap_s: i64) {
        if recipients > 0 {
            self.let_out = self.at(now_s, gap_s) + recipients;
            self.last_s = now_s;
        }
    }

    fn at(&self, now_s: i64, gap_s: i64) -> u64 {
        if now_s - self.last_s > gap_s { 0 } else { self.let_out }
    }
}

/// The runs of one account: of novel and of all recipients, for hourly and daily rules.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Runs {
    novel_hour: Run,
    novel_day: Run,
    all_hour: Run,
    all_day: Run,
}

impl Runs {
    pub(super) fn add(&mut self, novel: u64, all: u64, now_s: i64) {
        self.novel_hour.add(novel, now_s, HOUR_RUN_GAP_S);
        self.novel_day.add(novel, now_s, DAY_RUN_GAP_S);
        self.all_hour.add(all, now_s, HOUR_RUN_GAP_S);
        self.all_day.add(all, now_s, DAY_RUN_GAP_S);
    }

    pub(super) fn let_out(&self, reason: &Reason, now_s: i64) -> u64 {
        match reason {
            Reason::NovelRecipientsHour { .. } => self.novel_hour.at(now_s, HOUR_RUN_GAP_S),
            Reason::NovelRecipientsDay { .. } => self.novel_day.at(now_s, DAY_RUN_GAP_S),
            Reason::RecipientsHour { .. } | Reason::CapHour { .. } => self.all_hour.at(now_s, HOUR_RUN_GAP_S),
            Reason::CapDay { .. } => self.all_day.at(now_s, DAY_RUN_GAP_S),
            // Not reasons of sending.
            Reason::WrongPasswords { .. }
            | Reason::LaneClosed { .. }
            | Reason::LockedTooOften { .. }
            | Reason::CompromiseScore { .. }
            | Reason::OutsidePinnedSources
            | Reason::DisownedByOwner
            | Reason::GuessingSource { .. }
            | Reason::TemporaryPassword { .. }
            | Reason::TemporaryPasswordExpired
            | Reason::Contained { .. }
            | Reason::ByPerson { .. } => 0,
        }
    }
}
