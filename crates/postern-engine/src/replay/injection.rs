//! Runs of spam put into the real histories of a log: how many are found, and how many recipients get out first.
//!
//! A trial takes a sender and a moment of its history by lot, replays what the account sent until then, and lets a
//! thief send from it while the owner goes on as the log says. The same seed draws the same trials, so policies
//! are compared on the same accounts and moments.
//!
//! **Two kinds of thief.** One that waits sends its next mail when it is due and the answer to the last one has
//! come, so a delayed answer holds it up. One with many connections sends each mail when it is due, however
//! long the answers take: slowing costs it nothing but sockets.

use std::collections::BTreeMap;
use std::io::Read;

use postern_core::outbound::Recipient;
use postern_core::policy::{OutboundPolicy, Policies};
use postern_core::time::Timestamp;
use serde::Serialize;

use super::dice::Dice;
use super::mail::{COLUMNS, HEADER, read_recipients, sender_of};
use super::rows::Rows;
use super::seat::{Mailed, Seat};
use super::{Progress, ReplayError, RowProblem};

/// A run that has let out so many recipients is counted as never found.
pub const INJECTED_RECIPIENTS_MAX: u64 = 600;
/// Most recipients of a log that is kept in memory: 160 MiB.
pub(super) const HISTORY_RECIPIENTS_MAX: usize = 10_000_000;
/// A sender takes part with so many mails before the run.
const MAILS_MIN: usize = 20;
/// And a blast to own contacts needs so many of them: few are no blast, and up to 15 are an ordinary hour.
const CONTACTS_MIN: usize = 20;
/// Draws for one trial before it is left out: logs in which hardly anybody takes part.
const DRAWS_MAX: u32 = 1_000;
/// The run begins up to so long after one of the account's own mails.
const START_SPREAD_S: u64 = 3 * 86_400;

/// Whom a thief writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MailedTo {
    /// Nobody whom the account ever wrote to.
    Strangers,
    /// Everybody whom the account has written to, once, from a place that the account knows.
    OwnContacts,
    /// The same after a sign-in from a place that it does not know.
    OwnContactsUnfamiliar,
}

/// A run of spam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Mails per hour.
    pub mails_per_hour: u32,
    /// Recipients of each mail.
    pub per_mail: u32,
    /// Whom it is for.
    pub to: MailedTo,
}

const fn strangers(mails_per_hour: u32, per_mail: u32) -> Run {
    Run { mails_per_hour, per_mail, to: MailedTo::Strangers }
}

/// The runs of the outbound reference, c5.
pub const STANDARD_RUNS: [Run; 11] = [
    strangers(3_600, 1),
    strangers(3_600, 50),
    strangers(300, 1),
    strangers(300, 5),
    strangers(300, 50),
    strangers(40, 1),
    strangers(15, 1),
    strangers(5, 1),
    strangers(2, 1),
    Run { mails_per_hour: 300, per_mail: 10, to: MailedTo::OwnContacts },
    Run { mails_per_hour: 300, per_mail: 10, to: MailedTo::OwnContactsUnfamiliar },
];

/// How a thief takes a delayed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spammer {
    /// One connection: the next mail waits for the answer to the last.
    Waits,
    /// As many connections as it takes.
    Parallel,
}

/// How many trials, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InjectionTrials {
    /// Trials of each run.
    pub trials: u32,
    /// What the lots are drawn with.
    pub seed: u64,
}

/// The middle and the worst of the trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// Half of the trials are not above this.
    pub median: u64,
    /// The highest.
    pub worst: u64,
}

/// What became of one kind of run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InjectionReport {
    /// The run.
    #[serde(flatten)]
    pub run: Run,
    /// How it took delays.
    pub spammer: Spammer,
    /// Trials made.
    pub trials: u32,
    /// Those of them in which the account was restricted.
    pub detected: u32,
    /// Recipients let out, of all trials; those never found count with what they sent.
    pub let_out: Spread,
    /// Those of them whose answer was delayed.
    pub slowed: Spread,
    /// Seconds from the first mail to the restriction, of the trials that were found.
    pub until_restricted_s: Spread,
}

/// A log of sent mail in memory, by sender.
#[derive(Debug)]
pub struct MailHistory {
    senders: Vec<Sender>,
}

#[derive(Debug, Default)]
struct Sender {
    mails: Vec<Mail>,
    recipients: Vec<Recipient>,
}

#[derive(Clone, Copy, Debug)]
struct Mail {
    time_s: i64,
    /// Where its recipients begin; they end where those of the next mail begin.
    begin: usize,
}

/// A place to begin a run at.
struct Start<'a> {
    sender: &'a Sender,
    /// Mails before the run.
    before: usize,
    at_s: i64,
    strangers: Dice,
}

impl MailHistory {
    /// Reads a log as [`super::replay_mail`] does.
    pub fn read(
        log: impl Read,
        own_domains: &[String],
        site_key: &[u8; 32],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, ReplayError> {
        let mut rows = Rows::open(log, HEADER, &COLUMNS)?;
        // Sorted by name, so that the lots fall alike on every run.
        let mut senders: BTreeMap<String, Sender> = BTreeMap::new();
        let (mut recipients, mut kept) = (Vec::new(), 0);
        while let Some(row) = rows.next(progress)? {
            let name = sender_of(&row)?;
            read_recipients(&row, own_domains, site_key, &mut recipients)?;
            kept += recipients.len();
            if kept > HISTORY_RECIPIENTS_MAX {
                return Err(row.error(COLUMNS[2], RowProblem::TooLongForInjection));
            }
            let sender = senders.entry(name.as_str().to_owned()).or_default();
            sender.mails.push(Mail { time_s: row.time_unix_s, begin: sender.recipients.len() });
            sender.recipients.extend_from_slice(&recipients);
        }
        Ok(Self { senders: senders.into_values().collect() })
    }

    /// Puts every run into the same places, once with each kind of thief: the reports of one run follow one
    /// another, first the one that waits.
    pub fn inject(&self, policies: &Policies, runs: &[Run], trials: InjectionTrials) -> Vec<InjectionReport> {
        let policy = OutboundPolicy { observe_until_unix_s: 0, ..policies.outbound.clone() };
        let mut reports = Vec::new();
        for &run in runs {
            let mut dice = Dice::new(trials.seed);
            let (mut waits, mut parallel) = (Vec::new(), Vec::new());
            for _ in 0..trials.trials {
                let Some((start, seat)) = self.draw(&mut dice, run, &policy) else { continue };
                waits.push(Trial::of(&start, seat.clone(), run, Spammer::Waits, &policy));
                parallel.push(Trial::of(&start, seat, run, Spammer::Parallel, &policy));
            }
            reports.push(report(run, Spammer::Waits, &waits));
            reports.push(report(run, Spammer::Parallel, &parallel));
        }
        reports
    }

    /// A sender and a moment by lot, with the account as it stands then.
    fn draw(&self, dice: &mut Dice, run: Run, policy: &OutboundPolicy) -> Option<(Start<'_>, Seat)> {
        for _ in 0..DRAWS_MAX {
            let sender = self.senders.get(dice.below(self.senders.len() as u64) as usize)?;
            let (turn, spread, strangers) = (dice.throw(), dice.below(START_SPREAD_S), dice.throw());
            let Some(room) = sender.mails.len().checked_sub(MAILS_MIN).filter(|room| *room > 0) else {
                continue;
            };
            let last = MAILS_MIN + (turn % room as u64) as usize;
            let at_s = sender.mails[last].time_s + spread as i64;
            let before = sender.mails.partition_point(|mail| mail.time_s <= at_s);
            let start = Start { sender, before, at_s, strangers: Dice::new(strangers) };
            if run.to != MailedTo::Strangers && start.contacts().len() < CONTACTS_MIN {
                continue;
            }
            let mut seat = Seat::new(Timestamp::from_unix_s(sender.mails[0].time_s));
            for position in 0..before {
                sender.send(position, &mut seat, policy);
            }
            if !seat.is_restricted(Timestamp::from_unix_s(at_s)) {
                return Some((start, seat));
            }
        }
        None
    }
}

impl Sender {
    fn recipients(&self, position: usize) -> &[Recipient] {
        let end = self.mails.get(position + 1).map_or(self.recipients.len(), |next| next.begin);
        &self.recipients[self.mails[position].begin..end]
    }

    /// The owner's own mail.
    fn send(&self, position: usize, seat: &mut Seat, policy: &OutboundPolicy) -> Mailed {
        let now = Timestamp::from_unix_s(self.mails[position].time_s);
        seat.mail(self.recipients(position), false, policy, now)
    }
}

impl Start<'_> {
    /// Whom the account has written to, in an order by lot.
    fn contacts(&self) -> Vec<Recipient> {
        let end = self.sender.mails.get(self.before).map_or(self.sender.recipients.len(), |next| next.begin);
        let mut contacts = self.sender.recipients[..end].to_vec();
        contacts.sort_unstable_by_key(|contact| contact.address_hash);
        contacts.dedup_by_key(|contact| contact.address_hash);
        let mut dice = self.strangers;
        for position in (1..contacts.len()).rev() {
            contacts.swap(position, dice.below(position as u64 + 1) as usize);
        }
        contacts
    }
}

/// One run in one place.
#[derive(Clone, Copy, Debug, Default)]
struct Trial {
    let_out: u64,
    slowed: u64,
    restricted_after_s: Option<u64>,
}

impl Trial {
    fn of(start: &Start<'_>, mut seat: Seat, run: Run, spammer: Spammer, policy: &OutboundPolicy) -> Self {
        let mut trial = Self::default();
        let is_watched = run.to == MailedTo::OwnContactsUnfamiliar;
        let mut targets = Targets::of(start, run);
        let (mut own, mut free_at_s) = (start.before, start.at_s);
        for number in 0.. {
            let due_s = start.at_s + number * 3_600 / i64::from(run.mails_per_hour.max(1));
            let now_s = match spammer {
                Spammer::Waits => due_s.max(free_at_s),
                Spammer::Parallel => due_s,
            };
            while start.sender.mails.get(own).is_some_and(|mail| mail.time_s <= now_s) {
                let by_owner = start.sender.send(own, &mut seat, policy);
                own += 1;
                if let Mailed::Crossed { .. } = by_owner {
                    trial.restricted_after_s = Some((now_s - start.at_s) as u64);
                    return trial;
                }
            }
            let recipients = targets.next(run.per_mail);
            if recipients.is_empty() || trial.let_out >= INJECTED_RECIPIENTS_MAX {
                return trial;
            }
            match seat.mail(&recipients, is_watched, policy, Timestamp::from_unix_s(now_s)) {
                Mailed::Out { novel: _, slowed, delay_s } => {
                    trial.let_out += recipients.len() as u64;
                    trial.slowed += slowed;
                    free_at_s = now_s + delay_s as i64;
                }
                Mailed::Crossed { reason: _, slowed: _, delay_s } => {
                    trial.restricted_after_s = Some((now_s - start.at_s) as u64 + delay_s);
                    return trial;
                }
                Mailed::Held => return trial,
            }
        }
        trial
    }
}

/// Whom the next mails are for.
enum Targets {
    Strangers(Dice),
    Contacts(Vec<Recipient>),
}

impl Targets {
    fn of(start: &Start<'_>, run: Run) -> Self {
        match run.to {
            MailedTo::Strangers => Self::Strangers(start.strangers),
            MailedTo::OwnContacts | MailedTo::OwnContactsUnfamiliar => Self::Contacts(start.contacts()),
        }
    }

    fn next(&mut self, count: u32) -> Vec<Recipient> {
        let count = count as usize;
        match self {
            Self::Strangers(dice) => {
                (0..count).map(|_| Recipient { address_hash: dice.throw(), is_internal: false }).collect()
            }
            Self::Contacts(contacts) => contacts.split_off(contacts.len().saturating_sub(count)),
        }
    }
}

fn report(run: Run, spammer: Spammer, trials: &[Trial]) -> InjectionReport {
    let spread = |values: Vec<u64>| {
        let mut values = values;
        values.sort_unstable();
        Spread {
            median: values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or_default(),
            worst: values.last().copied().unwrap_or_default(),
        }
    };
    InjectionReport {
        run,
        spammer,
        trials: trials.len() as u32,
        detected: trials.iter().filter(|trial| trial.restricted_after_s.is_some()).count() as u32,
        let_out: spread(trials.iter().map(|trial| trial.let_out).collect()),
        slowed: spread(trials.iter().map(|trial| trial.slowed).collect()),
        until_restricted_s: spread(trials.iter().filter_map(|trial| trial.restricted_after_s).collect()),
    }
}
