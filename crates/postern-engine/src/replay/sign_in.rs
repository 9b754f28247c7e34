//! Replay of sign-ins: which locks would have started, and which right passwords would have been refused.
//!
//! Each row asks the counters as a gate does: before the check, after it when the password was right, then the
//! report. A log holds no passwords, so every failure counts as a different wrong one; a device that repeats
//! an old password therefore looks worse here than at the gate. Attempts follow each other, so the caps on
//! parallel attempts never act. Locks end by time alone: nobody unlocks.

use std::collections::HashMap;
use std::io::Read;

use postern_core::address::ClientAddress;
use postern_core::ids::AccountId;
use postern_core::policy::{Policies, SignInPolicy};
use postern_core::sign_in::{Attempt, Lane, Outcome, Phase, SignInRefusal, SignInVerdict};
use postern_core::time::Timestamp;
use serde::Serialize;

use super::rows::{Row, Rows};
use super::{ACCOUNTS_MAX, Progress, ReplayError, RowProblem};
use crate::engine::keyed_hash;
use crate::ports::{AccountKey, Counters};

const HEADER: &str = "time_unix_s,user,source_ip,outcome";
const COLUMNS: [&str; 4] = ["time_unix_s", "user", "source_ip", "outcome"];

/// The purpose of the keyed hash of a user name here; see `keyed_hash`.
const HASH_REPLAYED_USER: u8 = 101;

/// What a replay of sign-ins found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignInReplay {
    /// Rows of the log.
    pub attempts: u64,
    /// Different user names, existing or not; the empty one is none.
    pub accounts: u64,
    /// Different source addresses.
    pub sources: u64,
    /// Locks that started, of both lanes.
    pub locks: u64,
    /// Attempts with outcome `ok` that would have been refused.
    pub refused_successes: u64,
    /// The first lock of each account, by time.
    pub first_locks: Vec<FirstLock>,
    /// Every source of which an attempt would have been refused, by the time of its first refusal.
    pub stopped_sources: Vec<StoppedSource>,
    /// The right passwords that would have been refused, each with what led to it; at most [`REFUSED_MAX`].
    pub refused: Vec<RefusedSuccess>,
}

/// Right passwords refused that are told one by one. An operator who has more has read enough.
pub const REFUSED_MAX: usize = 1_000;

/// A source that would have been stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoppedSource {
    /// The source.
    pub source_ip: String,
    /// When its first attempt was refused.
    pub time_unix_s: i64,
    /// Attempts of its own before that one: so many passwords were looked at.
    pub attempts_before: u64,
    /// What that refusal was called (`source_blocked`, `locked`, `closed`).
    pub because: &'static str,
    /// Its attempts in the whole log.
    pub attempts: u64,
    /// Of them, those that would have been refused.
    pub refused: u64,
}

/// A right password that would have been refused, and what led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedSuccess {
    /// The user name as the log has it.
    pub account: String,
    /// Where it came from.
    pub source_ip: String,
    /// When.
    pub time_unix_s: i64,
    /// What the refusal is called.
    pub because: &'static str,
    /// The lane, where the refusal is a lane's.
    pub lane: Option<&'static str>,
    /// When it would have ended by itself.
    pub until_unix_s: Option<i64>,
    /// Wrong passwords of this account from this source since its last success there.
    pub failures_before: u64,
    /// Successes of this account from this source before.
    pub successes_before: u64,
}

/// The first lock of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirstLock {
    /// The user name as the log has it; empty where the client sent none.
    pub account: String,
    /// The source whose attempt started it.
    pub source_ip: String,
    /// When.
    pub time_unix_s: i64,
    /// Attempts on the account before the lock began, the one that started it included.
    pub attempts_before: u64,
}

/// Replays a log of sign-ins against `counters`, which have to be empty and are filled by it.
pub fn replay_sign_in(
    log: impl Read,
    policies: &Policies,
    counters: &dyn Counters,
    site_key: &[u8; 32],
    progress: &mut dyn FnMut(Progress),
) -> Result<SignInReplay, ReplayError> {
    let mut rows = Rows::open(log, HEADER, &COLUMNS)?;
    let mut replay = Replay {
        policy: SignInPolicy { observe_only: 0, ..policies.sign_in.clone() },
        counters,
        site_key,
        users: HashMap::new(),
        sources: HashMap::new(),
        pairs: HashMap::new(),
        found: SignInReplay {
            attempts: 0,
            accounts: 0,
            sources: 0,
            locks: 0,
            refused_successes: 0,
            first_locks: Vec::new(),
            stopped_sources: Vec::new(),
            refused: Vec::new(),
        },
    };
    while let Some(row) = rows.next(progress)? {
        replay.attempt(&row)?;
    }
    let mut found = replay.found;
    found.accounts = replay.users.keys().filter(|user| !user.is_empty()).count() as u64;
    found.sources = replay.sources.len() as u64;
    found.stopped_sources = replay.sources.into_values().filter_map(Source::stopped).collect();
    found.stopped_sources.sort_by(|a, b| (a.time_unix_s, &a.source_ip).cmp(&(b.time_unix_s, &b.source_ip)));
    Ok(found)
}

struct Replay<'a> {
    policy: SignInPolicy,
    counters: &'a dyn Counters,
    site_key: &'a [u8; 32],
    users: HashMap<String, User>,
    sources: HashMap<ClientAddress, Source>,
    /// By keyed hash of the user and source.
    pairs: HashMap<(u64, ClientAddress), Pair>,
    found: SignInReplay,
}

#[derive(Default)]
struct User {
    attempts: u64,
    has_been_locked: bool,
}

#[derive(Default)]
struct Source {
    attempts: u64,
    refused: u64,
    first: Option<StoppedSource>,
}

impl Source {
    fn stopped(self) -> Option<StoppedSource> {
        let (attempts, refused) = (self.attempts, self.refused);
        self.first.map(|first| StoppedSource { attempts, refused, ..first })
    }
}

/// An account at a source.
#[derive(Clone, Copy, Default)]
struct Pair {
    failures: u64,
    successes: u64,
}

impl Replay<'_> {
    fn attempt(&mut self, row: &Row<'_>) -> Result<(), ReplayError> {
        let (name, source_ip, outcome) = (row.field(1)?, row.field(2)?, row.field(3)?);
        let source: ClientAddress = source_ip
            .parse()
            .map_err(|_| row.error(COLUMNS[2], RowProblem::NotASource { given: source_ip.to_owned() }))?;
        let hash = keyed_hash(self.site_key, HASH_REPLAYED_USER, &[name.as_bytes()]);
        let (who, outcome) = match outcome {
            "ok" => (AccountKey::Account(AccountId::from_random(hash)), Outcome::Success),
            "fail" => (AccountKey::Account(AccountId::from_random(hash)), Outcome::WrongPassword),
            "invalid_user" => (AccountKey::UnknownName(hash), Outcome::WrongPassword),
            other => {
                let problem = RowProblem::NotAnOutcome { given: other.to_owned() };
                return Err(row.error(COLUMNS[3], problem));
            }
        };
        if self.users.len() >= ACCOUNTS_MAX && !self.users.contains_key(name) {
            return Err(row.error(COLUMNS[1], RowProblem::TooManyAccounts));
        }
        self.found.attempts += 1;
        let user = self.users.entry(name.to_owned()).or_default();
        user.attempts += 1;

        // Without a tag no wrong password is a repeat.
        let attempt = Attempt {
            source: Some(source),
            password_tag: None,
            attempt_hash: self.found.attempts,
            ..Attempt::default()
        };
        let now = Timestamp::from_unix_s(row.time_unix_s);
        let (refusal, has_locked) = ask(self.counters, who, &attempt, outcome, &self.policy, now);
        if has_locked {
            self.found.locks += 1;
            if !std::mem::replace(&mut user.has_been_locked, true) {
                self.found.first_locks.push(FirstLock {
                    account: name.to_owned(),
                    source_ip: source_ip.to_owned(),
                    time_unix_s: row.time_unix_s,
                    attempts_before: user.attempts,
                });
            }
        }
        let told = Told { name, source_ip, time_unix_s: row.time_unix_s };
        self.note_source(source, refusal, &told);
        self.note_pair((hash, source), outcome, refusal, &told);
        Ok(())
    }

    fn note_source(&mut self, source: ClientAddress, refusal: Option<SignInRefusal>, told: &Told<'_>) {
        let noted = self.sources.entry(source).or_default();
        if let Some(refusal) = refusal {
            noted.refused += 1;
            noted.first.get_or_insert_with(|| StoppedSource {
                source_ip: told.source_ip.to_owned(),
                time_unix_s: told.time_unix_s,
                attempts_before: noted.attempts,
                because: refusal.code(),
                attempts: 0,
                refused: 0,
            });
        }
        noted.attempts += 1;
    }

    fn note_pair(
        &mut self,
        pair: (u64, ClientAddress),
        outcome: Outcome,
        refusal: Option<SignInRefusal>,
        told: &Told<'_>,
    ) {
        let pair = self.pairs.entry(pair).or_default();
        if outcome != Outcome::Success {
            pair.failures += 1;
            return;
        }
        if let Some(refusal) = refusal {
            self.found.refused_successes += 1;
            if self.found.refused.len() < REFUSED_MAX {
                let (lane, until) = refusal.lane_and_end();
                self.found.refused.push(RefusedSuccess {
                    account: told.name.to_owned(),
                    source_ip: told.source_ip.to_owned(),
                    time_unix_s: told.time_unix_s,
                    because: refusal.code(),
                    lane: lane.map(Lane::code),
                    until_unix_s: until.map(Timestamp::unix_s),
                    failures_before: pair.failures,
                    successes_before: pair.successes,
                });
            }
        }
        *pair = Pair { failures: 0, successes: pair.successes + 1 };
    }
}

/// What a row says of itself.
struct Told<'a> {
    name: &'a str,
    source_ip: &'a str,
    time_unix_s: i64,
}

/// One attempt as a gate would ask about it: why it was refused, if it was, and whether it started a lock.
fn ask(
    counters: &dyn Counters,
    who: AccountKey,
    attempt: &Attempt,
    outcome: Outcome,
    policy: &SignInPolicy,
    now: Timestamp,
) -> (Option<SignInRefusal>, bool) {
    let refusal = |phase| match counters.sign_in_asked(who, attempt, phase, policy, now) {
        SignInVerdict::Allow { .. } => None,
        SignInVerdict::Wait { lane } => Some(SignInRefusal::TooManyAtOnce { lane }),
        SignInVerdict::Refuse(refusal) => Some(refusal),
    };
    let (refusal, reported) = match refusal(Phase::Before) {
        Some(before) => (Some(before), Outcome::RefusedBefore),
        None if outcome == Outcome::Success => match refusal(Phase::After) {
            Some(after) => (Some(after), Outcome::RightPasswordRefused),
            None => (None, outcome),
        },
        None => (None, outcome),
    };
    let settled = counters.sign_in_reported(who, attempt, reported, policy, now);
    (refusal, settled.started.is_some())
}
