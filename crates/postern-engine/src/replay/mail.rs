//! Replay of sent mail: which normal senders would have been restricted, and how soon a run of spam.
//!
//! What happens to each row is what happens at the gates:
//! - each recipient is asked about as at RCPT, then the end of the message;
//! - the message that crosses a limit is refused as a whole, and what it named stays debited;
//! - a restriction lasts to the next midnight UTC, or 24 hours where it would wait for somebody; while it lasts
//!   mail is refused and counts for nothing; when it ends the counters start anew, without a grace.
//!
//! A log says nothing of sign-ins, so no source is unfamiliar. A recipient is external unless its domain is
//! given as an own one, because the weight of internal ones hides false alarms.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use postern_core::name::{AccountName, NameRules};
use postern_core::outbound::{
    self, Grace, Recipient, SendingFacts, SendingRecord, SendingStep, SendingVerdict,
};
use postern_core::policy::{OutboundPolicy, Policies};
use postern_core::restriction::Reason;
use postern_core::time::{Span, Timestamp};
use serde::Serialize;

use super::rows::{Row, Rows};
use super::{ACCOUNTS_MAX, Progress, RECIPIENTS_MAX, ReplayError, RowProblem};
use crate::sending::read_recipient;

const HEADER: &str = "time_unix_s,sender,recipients";
const COLUMNS: [&str; 3] = ["time_unix_s", "sender", "recipients"];

/// A log has whole addresses, and `+` is what nearly every site separates a plus-address with.
const NAMES: NameRules = NameRules { default_domain: None, plus_delimiter: Some('+') };

const DAY_S: i64 = 86_400;
/// Days of a month, in which false alarms are counted (DESIGN section 9).
const MONTH_S: f64 = 30.44 * 86_400.0;
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
    /// Rows of the log.
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

/// What was let out without a longer gap.
#[derive(Clone, Copy, Default)]
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
#[derive(Clone, Copy, Default)]
struct Runs {
    novel_hour: Run,
    novel_day: Run,
    all_hour: Run,
    all_day: Run,
}

impl Runs {
    fn add(&mut self, novel: u64, all: u64, now_s: i64) {
        self.novel_hour.add(novel, now_s, HOUR_RUN_GAP_S);
        self.novel_day.add(novel, now_s, DAY_RUN_GAP_S);
        self.all_hour.add(all, now_s, HOUR_RUN_GAP_S);
        self.all_day.add(all, now_s, DAY_RUN_GAP_S);
    }

    fn let_out(&self, reason: &Reason, now_s: i64) -> u64 {
        match reason {
            Reason::NovelRecipientsHour { .. } => self.novel_hour.at(now_s, HOUR_RUN_GAP_S),
            Reason::NovelRecipientsDay { .. } => self.novel_day.at(now_s, DAY_RUN_GAP_S),
            Reason::RecipientsHour { .. } | Reason::CapHour { .. } => self.all_hour.at(now_s, HOUR_RUN_GAP_S),
            Reason::CapDay { .. } => self.all_day.at(now_s, DAY_RUN_GAP_S),
            // Not reasons of sending.
            Reason::WrongPasswords { .. }
            | Reason::LaneClosed { .. }
            | Reason::LockedTooOften { .. }
            | Reason::GuessingSource { .. }
            | Reason::ByPerson { .. } => 0,
        }
    }
}

struct Sender {
    record: SendingRecord,
    first_s: i64,
    last_s: i64,
    restricted_until: Option<Timestamp>,
    episode_s: Option<i64>,
    runs: Runs,
}

/// Replays a log of sent mail. `own_domains` in lower case; `site_key` keys the hashes of recipients, and any
/// key gives the same result but for the small error of the filters.
pub fn replay_mail(
    log: impl Read,
    policies: &Policies,
    own_domains: &[String],
    site_key: &[u8; 32],
    progress: &mut dyn FnMut(Progress),
) -> Result<MailReplay, ReplayError> {
    let mut rows = Rows::open(log, HEADER, &COLUMNS)?;
    let mut replay = Replay {
        policy: OutboundPolicy { observe_until_unix_s: 0, ..policies.outbound.clone() },
        own_domains,
        site_key,
        senders: HashMap::new(),
        recipients: Vec::new(),
        messages: 0,
        detections: Vec::new(),
    };
    while let Some(row) = rows.next(progress)? {
        replay.message(&row)?;
    }
    Ok(replay.finish())
}

struct Replay<'a> {
    policy: OutboundPolicy,
    own_domains: &'a [String],
    site_key: &'a [u8; 32],
    senders: HashMap<AccountName, Sender>,
    /// Of the row at hand.
    recipients: Vec<Recipient>,
    messages: u64,
    detections: Vec<Detection>,
}

impl Replay<'_> {
    fn message(&mut self, row: &Row<'_>) -> Result<(), ReplayError> {
        let name =
            AccountName::parse(row.field(1)?, &NameRules { default_domain: None, plus_delimiter: Some('+') })
                .map_err(|error| row.error(COLUMNS[1], RowProblem::NotAName(error)))?;
        self.read_recipients(row)?;
        if self.senders.len() >= ACCOUNTS_MAX && !self.senders.contains_key(&name) {
            return Err(row.error(COLUMNS[1], RowProblem::TooManyAccounts));
        }
        self.messages += 1;
        let (now_s, now) = (row.time_unix_s, Timestamp::from_unix_s(row.time_unix_s));
        let sender = self.senders.entry(name.clone()).or_insert_with(|| Sender {
            record: SendingRecord::new(now),
            first_s: now_s,
            last_s: now_s,
            restricted_until: None,
            episode_s: None,
            runs: Runs::default(),
        });
        sender.last_s = now_s;
        if let Some(until) = sender.restricted_until {
            if now < until {
                return Ok(());
            }
            sender.restricted_until = None;
            sender.record.released(Grace::None, until, until);
        }
        if let Some((reason, until)) = sender.send(&self.recipients, &self.policy, now) {
            sender.restricted_until = Some(until.unwrap_or_else(|| now.plus(Span::from_days(1))));
            if sender.episode_s.is_none_or(|episode_s| now_s - episode_s >= DAY_S) {
                sender.episode_s = Some(now_s);
                self.detections.push(Detection {
                    account: name.as_str().to_owned(),
                    time_unix_s: now_s,
                    rule: reason.code(),
                    recipients_let_out: sender.runs.let_out(&reason, now_s),
                });
            }
            sender.runs = Runs::default();
        }
        Ok(())
    }

    fn read_recipients(&mut self, row: &Row<'_>) -> Result<(), ReplayError> {
        self.recipients.clear();
        for address in row.text(2)?.split(';') {
            let address = address.trim();
            let problem = if address.is_empty() {
                Some(RowProblem::EmptyRecipient)
            } else if address.len() > super::FIELD_BYTES_MAX {
                Some(RowProblem::FieldTooLong)
            } else if self.recipients.len() == RECIPIENTS_MAX {
                Some(RowProblem::TooManyRecipients)
            } else {
                None
            };
            if let Some(problem) = problem {
                return Err(row.error(COLUMNS[2], problem));
            }
            self.recipients.push(read_recipient(address, &NAMES, self.own_domains, self.site_key));
        }
        Ok(())
    }

    fn finish(self) -> MailReplay {
        let span_s: i64 = self.senders.values().map(|sender| sender.last_s - sender.first_s).sum();
        let account_months = span_s as f64 / MONTH_S;
        let episodes = self.detections.len() as u64;
        let mut by_rule = BTreeMap::from(
            ["novel_recipients_hour", "novel_recipients_day", "recipients_hour", "cap_hour", "cap_day"]
                .map(|rule| (rule, 0)),
        );
        for detection in &self.detections {
            *by_rule.entry(detection.rule).or_insert(0) += 1;
        }
        MailReplay {
            accounts: self.senders.len() as u64,
            messages: self.messages,
            account_months,
            episodes,
            episodes_per_1000_account_months: if account_months > 0.0 {
                episodes as f64 * 1_000.0 / account_months
            } else {
                0.0
            },
            by_rule,
            detections: self.detections,
        }
    }
}

impl Sender {
    /// One message at the gates: why and until when it restricts, if it does.
    fn send(
        &mut self,
        recipients: &[Recipient],
        policy: &OutboundPolicy,
        now: Timestamp,
    ) -> Option<(Reason, Option<Timestamp>)> {
        let facts = SendingFacts {
            is_application: false,
            signed_in_unfamiliar: false,
            next_day: Timestamp::from_unix_s((now.unix_s().div_euclid(DAY_S) + 1) * DAY_S),
        };
        let mut novel = 0;
        for &recipient in recipients {
            let step = outbound::recipient(&mut self.record, recipient, &facts, policy, now);
            novel += u64::from(step.is_novel);
            if let Some(restricted) = restriction(step) {
                return Some(restricted);
            }
        }
        let step = outbound::message(&mut self.record, 0, &facts, policy, now);
        if let Some(restricted) = restriction(step) {
            return Some(restricted);
        }
        self.runs.add(novel, recipients.len() as u64, now.unix_s());
        None
    }
}

fn restriction(step: SendingStep) -> Option<(Reason, Option<Timestamp>)> {
    match step.verdict {
        SendingVerdict::Permit | SendingVerdict::Slow { .. } => None,
        SendingVerdict::Restrict { reason, until, evidence: _ } => Some((reason, until)),
    }
}
