//! What a change of the limits of sending would have done in the last 30 days, beside those in force, for the page that
//! looks before it leaps: a small table, the accounts that would have been restricted, and what it was computed from.

use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::policy_trial::{PolicyTrial, TrialCounts, TrialReach};
use postern_text::{Key, key};

use super::super::shell::Shell;
use crate::pages::Tell;

/// In the address, or of a button: look at everything that is kept.
pub(super) const PAST: &str = "past";
/// Its only value.
pub(super) const WHOLE: &str = "whole";

/// How far to look: a page that somebody only passes does not wait for a large site.
pub(super) fn reach(is_whole_wanted: bool) -> TrialReach {
    if is_whole_wanted { TrialReach::Whole } else { TrialReach::Glance }
}

/// What the page shows.
pub(in super::super) struct Trial {
    /// What it was computed from, or that there is nothing.
    pub basis: String,
    /// Only a part was looked at.
    pub part: Option<String>,
    /// Accounts restricted and slowed, with the values in force and with the new ones.
    pub counts: Vec<Counts>,
    /// How many of the restricted ones are not certain.
    pub perhaps: Option<String>,
    /// Accounts that would have been restricted.
    pub named: Vec<Named>,
    /// Those that are not named.
    pub more: Option<String>,
    /// The page has only glanced and could look at everything.
    pub is_offered: bool,
}

/// A row of numbers.
pub(in super::super) struct Counts {
    pub what: Key,
    pub now: String,
    pub then: String,
}

/// An account that would have been restricted.
pub(in super::super) struct Named {
    pub account: AccountId,
    pub address: String,
    pub at: Timestamp,
    pub why: String,
    /// What else is to be said of it.
    pub notes: Vec<String>,
}

impl Trial {
    /// What was found, in words. Of a glance that did not see everything nothing is shown but the offer to look.
    pub(super) fn shown(shell: &Shell, trial: PolicyTrial, reach: TrialReach) -> Self {
        let is_offered = !trial.is_whole && reach == TrialReach::Glance;
        let Some(since) = trial.since.filter(|_| !is_offered) else {
            let basis = if is_offered { String::new() } else { shell.t(key::POLICY_TRIAL_NONE) };
            return Self {
                basis,
                part: None,
                counts: Vec::new(),
                perhaps: None,
                named: Vec::new(),
                more: None,
                is_offered,
            };
        };
        let say = |key, name, number: usize| shell.words.tell(key, &[(name, number.into())]);
        let unnamed = trial.then.restricted - trial.named.len();
        Self {
            basis: shell.words.tell(key::POLICY_TRIAL_BASIS, &[("since", (&shell.when(since)).into())]),
            part: (!trial.is_whole).then(|| say(key::POLICY_TRIAL_PART, "count", trial.accounts)),
            counts: counts(shell, trial.now, trial.then),
            perhaps: (trial.then.perhaps > 0)
                .then(|| say(key::POLICY_TRIAL_PERHAPS, "count", trial.then.perhaps)),
            more: (unnamed > 0).then(|| say(key::USERS_MORE, "count", unnamed)),
            named: trial.named.into_iter().map(|named| Named::shown(shell, named)).collect(),
            is_offered,
        }
    }
}

impl Named {
    fn shown(shell: &Shell, named: postern_engine::policy_trial::TriedAccount) -> Self {
        let only_if = named.is_perhaps.then(|| shell.t(key::POLICY_TRIAL_ONLY_IF));
        let also = named.is_restricted_now.then(|| shell.t(key::POLICY_TRIAL_ALSO));
        Self {
            account: named.account,
            address: named.address.map_or_else(|| named.account.to_string(), |address| address.to_string()),
            at: named.at,
            why: shell.words.restriction_reason(&named.reason),
            notes: [only_if, also].into_iter().flatten().collect(),
        }
    }
}

fn counts(shell: &Shell, now: TrialCounts, then: TrialCounts) -> Vec<Counts> {
    let row = |what, now: usize, then: usize| Counts {
        what,
        now: shell.number(now as u64),
        then: shell.number(then as u64),
    };
    vec![
        row(key::CLI_REPLAY_RESTRICTED_ACCOUNTS_ROW, now.restricted, then.restricted),
        row(key::CLI_REPLAY_SLOWED_ACCOUNTS_ROW, now.slowed, then.slowed),
    ]
}
