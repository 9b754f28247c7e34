//! Which accounts are new, in memory: an account that existed long before it was first seen to send has a past that we
//! do not know, and its limits are doubled until we do (checklist G4). Everybody who is not in here is old.
//!
//! "New" is what we know of it: an account that somebody creates, or that is learned from its first mail, begins here.
//! One that was imported a week ago and sends its first mail today is old. Whatever is not known counts as new, because
//! a new account has less room.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::RwLock;
use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};

/// Most that are remembered: the largest site that DESIGN section 1 names, imported in one week. Beyond it all count
/// as new.
const YOUNG_MAX: usize = 200_000;
/// The most days that `outbound.learning_days` may say.
pub(super) const KEPT: Span = Span::from_days(90);

/// Accounts by when they were created.
#[derive(Default)]
pub(crate) struct YoungAccounts {
    created: RwLock<HashMap<AccountId, Timestamp>>,
    is_complete: AtomicBool,
}

impl YoungAccounts {
    /// An account was created.
    pub(crate) fn insert(&self, account: AccountId, created: Timestamp) {
        let mut all = self.created.write();
        if all.len() >= YOUNG_MAX && !all.contains_key(&account) {
            all.retain(|_, known| created.since(*known) < KEPT);
            if all.len() >= YOUNG_MAX {
                self.is_complete.store(false, Ordering::Relaxed);
                return;
            }
        }
        all.insert(account, created);
    }

    /// It is gone.
    pub(crate) fn remove(&self, account: AccountId) {
        self.created.write().remove(&account);
    }

    /// What the store knows is in here.
    pub(crate) fn loaded(&self, all: Vec<(AccountId, Timestamp)>) {
        self.is_complete.store(true, Ordering::Relaxed);
        for (account, created) in all {
            self.insert(account, created);
        }
    }

    /// Whether it was created at least so long before `now`.
    pub(crate) fn is_old(&self, account: AccountId, age: Span, now: Timestamp) -> bool {
        if !self.is_complete.load(Ordering::Relaxed) {
            return false;
        }
        self.created.read().get(&account).is_none_or(|&created| now.since(created) >= age)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(days: i64) -> Timestamp {
        Timestamp::from_unix_s(days * 86_400)
    }

    #[test]
    fn an_account_is_old_after_its_days_and_when_nobody_remembers_its_beginning() {
        let young = YoungAccounts::default();
        let (rob, anna, week) = (AccountId::from_random(1), AccountId::from_random(2), Span::from_days(7));
        assert!(!young.is_old(rob, week, at(100)), "nothing is known yet");
        young.loaded(vec![(rob, at(93))]);
        assert!(young.is_old(rob, week, at(100)) && !young.is_old(rob, week, at(99)));
        assert!(young.is_old(anna, week, at(0)));
        young.remove(rob);
        assert!(young.is_old(rob, week, at(93)));
    }

    #[test]
    fn beyond_the_most_that_are_remembered_everybody_counts_as_new() {
        let young = YoungAccounts::default();
        young.loaded(Vec::new());
        for number in 0..YOUNG_MAX as u64 {
            young.insert(AccountId::from_random(number + 1), at(0));
        }
        assert!(young.is_old(AccountId::from_random(5), Span::from_days(7), at(8)));
        let one_more = AccountId::from_random(YOUNG_MAX as u64 + 1);
        young.insert(one_more, at(89));
        assert!(!young.is_old(one_more, Span::from_days(7), at(200)));
        // Those of ninety days ago make room.
        let again = YoungAccounts::default();
        again.loaded(
            (0..YOUNG_MAX as u64).map(|number| (AccountId::from_random(number + 1), at(0))).collect(),
        );
        again.insert(one_more, at(90));
        assert!(again.is_old(AccountId::from_random(5), Span::from_days(7), at(90)));
        assert!(!again.is_old(one_more, Span::from_days(7), at(90)));
    }
}
