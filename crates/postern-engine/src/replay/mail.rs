//! Replay of sent mail: which normal senders would have been restricted or slowed, and how soon a run of spam.
//!
//! What happens to each mail is what happens at the gates:
//! - each recipient is asked about as at RCPT, then the end of the message;
//! - the message that crosses a limit is refused as a whole, and what it named stays debited;
//! - a restriction lasts to the next midnight UTC, or 24 hours where it would wait for somebody; while it lasts
//!   mail is refused and counts for nothing; when it ends the counters start anew, without a grace.
//!
//! Several policies are judged over one reading of the log, each with records of its own. A log says nothing of
//! sign-ins, so no source is unfamiliar. A recipient is external unless its domain is given as an own one,
//! because the weight of internal ones hides false alarms.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use postern_core::name::{AccountName, NameRules};
use postern_core::outbound::Recipient;
use postern_core::policy::{OutboundPolicy, Policies};
use postern_core::time::Timestamp;

use super::found::{Detection, MailReplay, RULES, Runs, TouchedAccount};
use super::novelty::{NoveltyCurve, Watch};
use super::rows::{Row, Rows};
use super::seat::{Mailed, Seat};
use super::{ACCOUNTS_MAX, Progress, RECIPIENTS_MAX, ReplayError, RowProblem};
use crate::sending::read_recipient;

pub(super) const HEADER: &str = "time_unix_s,sender,recipients";
pub(super) const COLUMNS: [&str; 3] = ["time_unix_s", "sender", "recipients"];

/// A log has whole addresses, and `+` is what nearly every site separates a plus-address with.
pub(super) const NAMES: NameRules = NameRules { default_domain: None, plus_delimiter: Some('+') };

/// Days of a month, in which false alarms are counted (DESIGN section 9).
const MONTH_S: f64 = 30.44 * 86_400.0;
const DAY_S: i64 = 86_400;
const HOUR_S: i64 = 3_600;

/// Replays a log of sent mail. `own_domains` in lower case; `site_key` keys the hashes of recipients, and any
/// key gives the same result but for the small error of the filters.
pub fn replay_mail(
    log: impl Read,
    policies: &Policies,
    own_domains: &[String],
    site_key: &[u8; 32],
    progress: &mut dyn FnMut(Progress),
) -> Result<MailReplay, ReplayError> {
    let one = std::slice::from_ref(policies);
    let mut replays = replay_mail_side_by_side(log, one, own_domains, site_key, progress)?;
    // As many as there are policies.
    Ok(replays.policies.remove(0))
}

/// Replays a log of sent mail with several policies at once: as many results, in their order.
pub fn replay_mail_side_by_side(
    log: impl Read,
    policies: &[Policies],
    own_domains: &[String],
    site_key: &[u8; 32],
    progress: &mut dyn FnMut(Progress),
) -> Result<MailReplays, ReplayError> {
    let mut rows = Rows::open(log, HEADER, &COLUMNS)?;
    let mut replayer = MailReplayer::new(policies, own_domains, site_key);
    while let Some(row) = rows.next(progress)? {
        let sender = sender_of(&row)?;
        let mut recipients = std::mem::take(&mut replayer.recipients);
        read_recipients(&row, own_domains, site_key, &mut recipients)?;
        let has_room = replayer.judge(row.time_unix_s, &sender, &recipients);
        replayer.recipients = recipients;
        has_room.map_err(|problem| row.error(COLUMNS[1], problem))?;
    }
    Ok(replayer.finish())
}

/// The sender of a row.
pub(super) fn sender_of(row: &Row<'_>) -> Result<AccountName, ReplayError> {
    AccountName::parse(row.field(1)?, &NAMES)
        .map_err(|error| row.error(COLUMNS[1], RowProblem::NotAName(error)))
}

/// The recipients of a row, in place of what `into` holds.
pub(super) fn read_recipients(
    row: &Row<'_>,
    own_domains: &[String],
    site_key: &[u8; 32],
    into: &mut Vec<Recipient>,
) -> Result<(), ReplayError> {
    into.clear();
    for address in row.text(2)?.split(';') {
        let address = address.trim();
        let problem = if address.is_empty() {
            Some(RowProblem::EmptyRecipient)
        } else if address.len() > super::FIELD_BYTES_MAX {
            Some(RowProblem::FieldTooLong)
        } else if into.len() == RECIPIENTS_MAX {
            Some(RowProblem::TooManyRecipients)
        } else {
            None
        };
        if let Some(problem) = problem {
            return Err(row.error(COLUMNS[2], problem));
        }
        into.push(read_recipient(address, &NAMES, own_domains, site_key));
    }
    Ok(())
}

/// What several policies found in one log.
#[derive(Clone, Debug, PartialEq)]
pub struct MailReplays {
    /// One for each policy, in their order.
    pub policies: Vec<MailReplay>,
    /// The log's own curve, whatever the policies.
    pub novelty: NoveltyCurve,
}

/// Judges mails as they are given to it, ordered by time: for logs that are not CSV.
pub struct MailReplayer<'a> {
    policies: Vec<OutboundPolicy>,
    own_domains: &'a [String],
    site_key: &'a [u8; 32],
    learn_until_s: i64,
    senders: HashMap<AccountName, Sender>,
    /// Of the mail at hand.
    recipients: Vec<Recipient>,
    messages: u64,
    novelty: NoveltyCurve,
    /// One list for each policy.
    detections: Vec<Vec<Detection>>,
}

struct Sender {
    first_s: i64,
    last_s: i64,
    messages: u64,
    sender_hours: u64,
    hour: i64,
    watch: Watch,
    /// One for each policy.
    seats: Vec<SeatWithRuns>,
}

#[derive(Clone)]
struct SeatWithRuns {
    seat: Seat,
    runs: Runs,
    refused: u64,
    episodes: u64,
    episode_s: Option<i64>,
    first: Option<Detection>,
    slowed_hours: u64,
    slowed_hour: i64,
    longest_delay_s: u64,
}

impl<'a> MailReplayer<'a> {
    /// A replay that has seen nothing. `own_domains` and `site_key` as for [`replay_mail`].
    pub fn new(policies: &[Policies], own_domains: &'a [String], site_key: &'a [u8; 32]) -> Self {
        let enforcing =
            |policies: &Policies| OutboundPolicy { observe_until_unix_s: 0, ..policies.outbound.clone() };
        Self {
            policies: policies.iter().map(enforcing).collect(),
            own_domains,
            site_key,
            learn_until_s: i64::MIN,
            senders: HashMap::new(),
            recipients: Vec::new(),
            messages: 0,
            novelty: NoveltyCurve::default(),
            detections: vec![Vec::new(); policies.len()],
        }
    }

    /// Mail before this time only teaches who is known, as the import of an older log does; judging begins then.
    #[must_use]
    pub fn learning_until(mut self, unix_s: i64) -> Self {
        self.learn_until_s = unix_s;
        self
    }

    /// One mail that was handed in. A sender that is not an account's name and a mail without recipients are
    /// refused as a row would be.
    pub fn sent<'m>(
        &mut self,
        time_unix_s: i64,
        sender: &str,
        recipients: impl Iterator<Item = &'m str>,
    ) -> Result<(), RowProblem> {
        let sender = AccountName::parse(sender, &NAMES).map_err(RowProblem::NotAName)?;
        let mut read = std::mem::take(&mut self.recipients);
        read.clear();
        let named = recipients.take(RECIPIENTS_MAX + 1);
        read.extend(named.map(|address| read_recipient(address, &NAMES, self.own_domains, self.site_key)));
        let judged = match read.len() {
            0 => Err(RowProblem::EmptyRecipient),
            1..=RECIPIENTS_MAX => self.judge(time_unix_s, &sender, &read),
            _ => Err(RowProblem::TooManyRecipients),
        };
        self.recipients = read;
        judged
    }

    /// Somebody wrote to `account`: whoever answers them writes to nobody unknown. For accounts of the site only,
    /// because each is given a record; beyond the most accounts of one log it is of no consequence.
    pub fn received(&mut self, time_unix_s: i64, account: &str, from: &str) {
        let Ok(account) = AccountName::parse(account, &NAMES) else { return };
        if self.senders.len() >= ACCOUNTS_MAX && !self.senders.contains_key(&account) {
            return;
        }
        let from = read_recipient(from, &NAMES, self.own_domains, self.site_key);
        let policies = self.policies.len();
        let sender = self.senders.entry(account).or_insert_with(|| Sender::new(time_unix_s, policies));
        sender.meet(&[from], Timestamp::from_unix_s(time_unix_s));
    }

    fn judge(&mut self, now_s: i64, name: &AccountName, recipients: &[Recipient]) -> Result<(), RowProblem> {
        if self.senders.len() >= ACCOUNTS_MAX && !self.senders.contains_key(name) {
            return Err(RowProblem::TooManyAccounts);
        }
        let now = Timestamp::from_unix_s(now_s);
        let sender =
            self.senders.entry(name.clone()).or_insert_with(|| Sender::new(now_s, self.policies.len()));
        if now_s < self.learn_until_s {
            sender.meet(recipients, now);
            return Ok(());
        }
        self.messages += 1;
        sender.notice(now_s);
        sender.watch.mail(recipients, now, &mut self.novelty);
        for ((seat, policy), detections) in
            sender.seats.iter_mut().zip(&self.policies).zip(&mut self.detections)
        {
            detections.extend(seat.mail(name, recipients, policy, now));
        }
        Ok(())
    }

    /// What was found.
    pub fn finish(mut self) -> MailReplays {
        let mut senders: Vec<_> =
            self.senders.into_iter().filter(|(_, sender)| sender.messages > 0).collect();
        senders.sort_by(|(one, _), (other, _)| one.as_str().cmp(other.as_str()));
        for (_, sender) in &senders {
            sender.watch.end(&mut self.novelty);
        }
        let (messages, detections) = (self.messages, self.detections.into_iter().enumerate());
        let policies = detections
            .map(|(position, detections)| found(&senders, position, detections, messages))
            .collect();
        MailReplays { policies, novelty: self.novelty }
    }
}

/// The report for the policy at `position`.
fn found(
    senders: &[(AccountName, Sender)],
    position: usize,
    detections: Vec<Detection>,
    messages: u64,
) -> MailReplay {
    let span_s: i64 = senders.iter().map(|(_, sender)| sender.last_s - sender.first_s).sum();
    let account_months = span_s as f64 / MONTH_S;
    let episodes = detections.len() as u64;
    let mut by_rule = BTreeMap::from(RULES.map(|rule| (rule, 0)));
    for detection in &detections {
        *by_rule.entry(detection.rule).or_insert(0) += 1;
    }
    let seats = || senders.iter().map(|(_, sender)| &sender.seats[position]);
    let touched = senders
        .iter()
        .filter_map(|(name, sender)| sender.seats[position].touched(name, sender.messages))
        .collect();
    MailReplay {
        accounts: senders.len() as u64,
        messages,
        account_months,
        episodes,
        episodes_per_1000_account_months: if account_months > 0.0 {
            episodes as f64 * 1_000.0 / account_months
        } else {
            0.0
        },
        by_rule,
        detections,
        messages_refused: seats().map(|seat| seat.refused).sum(),
        sender_hours: senders.iter().map(|(_, sender)| sender.sender_hours).sum(),
        slowed_hours: seats().map(|seat| seat.slowed_hours).sum(),
        longest_delay_s: seats().map(|seat| seat.longest_delay_s).max().unwrap_or_default(),
        touched,
    }
}

impl Sender {
    fn new(now_s: i64, policies: usize) -> Self {
        let now = Timestamp::from_unix_s(now_s);
        let seat = SeatWithRuns {
            seat: Seat::new(now),
            runs: Runs::default(),
            refused: 0,
            episodes: 0,
            episode_s: None,
            first: None,
            slowed_hours: 0,
            slowed_hour: -1,
            longest_delay_s: 0,
        };
        Self {
            first_s: now_s,
            last_s: now_s,
            messages: 0,
            sender_hours: 0,
            hour: -1,
            watch: Watch::new(now),
            seats: vec![seat; policies],
        }
    }

    fn meet(&mut self, recipients: &[Recipient], now: Timestamp) {
        for recipient in recipients {
            self.watch.record.meet(recipient.address_hash, now);
            for seat in &mut self.seats {
                seat.seat.record.meet(recipient.address_hash, now);
            }
        }
    }

    fn notice(&mut self, now_s: i64) {
        if self.messages == 0 {
            self.first_s = now_s;
        }
        self.last_s = now_s;
        self.messages += 1;
        if self.hour != now_s / HOUR_S {
            self.hour = now_s / HOUR_S;
            self.sender_hours += 1;
        }
    }
}

impl SeatWithRuns {
    /// One mail; the detection, when an episode begins.
    fn mail(
        &mut self,
        name: &AccountName,
        recipients: &[Recipient],
        policy: &OutboundPolicy,
        now: Timestamp,
    ) -> Option<Detection> {
        let now_s = now.unix_s();
        let (reason, slowed) = match self.seat.mail(recipients, false, policy, now) {
            Mailed::Held => {
                self.refused += 1;
                return None;
            }
            Mailed::Out { novel, slowed, delay_s } => {
                self.runs.add(novel, recipients.len() as u64, now_s);
                self.longest_delay_s = self.longest_delay_s.max(delay_s);
                (None, slowed)
            }
            Mailed::Crossed { reason, slowed, delay_s: _ } => (Some(reason), slowed),
        };
        if slowed > 0 && self.slowed_hour != now_s / HOUR_S {
            self.slowed_hour = now_s / HOUR_S;
            self.slowed_hours += 1;
        }
        let reason = reason?;
        self.refused += 1;
        let runs = std::mem::take(&mut self.runs);
        if self.episode_s.is_some_and(|episode_s| now_s - episode_s < DAY_S) {
            return None;
        }
        self.episode_s = Some(now_s);
        self.episodes += 1;
        let detection = Detection {
            account: name.as_str().to_owned(),
            time_unix_s: now_s,
            rule: reason.code(),
            recipients_let_out: runs.let_out(&reason, now_s),
        };
        self.first.get_or_insert_with(|| detection.clone());
        Some(detection)
    }

    fn touched(&self, name: &AccountName, messages: u64) -> Option<TouchedAccount> {
        let is_touched = self.episodes > 0 || self.slowed_hours > 0;
        is_touched.then(|| TouchedAccount {
            account: name.as_str().to_owned(),
            messages,
            slowed_hours: self.slowed_hours,
            episodes: self.episodes,
            first_detection_unix_s: self.first.as_ref().map(|first| first.time_unix_s),
            first_rule: self.first.as_ref().map(|first| first.rule),
            recipients_let_out: self.first.as_ref().map(|first| first.recipients_let_out),
        })
    }
}
