//! Replay of sign-ins: which locks would have started, and which right passwords would have been refused.
//!
//! Each row asks the counters as a gate does: before the check, after it when the password was right, then the
//! report. A log holds no passwords, so every failure counts as a different wrong one; a device that repeats
//! an old password therefore looks worse here than at the gate. Attempts follow each other, so the caps on
//! parallel attempts never act. Locks end by time alone: nobody unlocks.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use postern_core::address::ClientAddress;
use postern_core::ids::AccountId;
use postern_core::policy::{Policies, SignInPolicy};
use postern_core::sign_in::{Attempt, Outcome, Phase, SignInVerdict};
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
        sources: HashSet::new(),
        found: SignInReplay {
            attempts: 0,
            accounts: 0,
            sources: 0,
            locks: 0,
            refused_successes: 0,
            first_locks: Vec::new(),
        },
    };
    while let Some(row) = rows.next(progress)? {
        replay.attempt(&row)?;
    }
    let mut found = replay.found;
    found.accounts = replay.users.keys().filter(|user| !user.is_empty()).count() as u64;
    found.sources = replay.sources.len() as u64;
    Ok(found)
}

struct Replay<'a> {
    policy: SignInPolicy,
    counters: &'a dyn Counters,
    site_key: &'a [u8; 32],
    users: HashMap<String, User>,
    sources: HashSet<ClientAddress>,
    found: SignInReplay,
}

#[derive(Default)]
struct User {
    attempts: u64,
    has_been_locked: bool,
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
        self.sources.insert(source);
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
        let (is_refused, has_locked) = ask(self.counters, who, &attempt, outcome, &self.policy, now);
        self.found.refused_successes += u64::from(is_refused && outcome == Outcome::Success);
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
        Ok(())
    }
}

/// One attempt as a gate would ask about it: whether it was refused, and whether it started a lock.
fn ask(
    counters: &dyn Counters,
    who: AccountKey,
    attempt: &Attempt,
    outcome: Outcome,
    policy: &SignInPolicy,
    now: Timestamp,
) -> (bool, bool) {
    let is_allowed = |phase| match counters.sign_in_asked(who, attempt, phase, policy, now) {
        SignInVerdict::Allow { .. } => true,
        SignInVerdict::Wait { .. } | SignInVerdict::Refuse(_) => false,
    };
    let reported = if !is_allowed(Phase::Before) {
        Outcome::RefusedBefore
    } else if outcome == Outcome::Success && !is_allowed(Phase::After) {
        Outcome::RightPasswordRefused
    } else {
        outcome
    };
    let settled = counters.sign_in_reported(who, attempt, reported, policy, now);
    (reported != outcome, settled.started.is_some())
}
