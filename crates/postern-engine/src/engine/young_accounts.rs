//! Which accounts are new, in memory: an account that existed long before it was first seen to send has a past that we
//! do not know, and its limits are doubled until we do (checklist G4). Everybody who is not in here is old.
//!
//! "New" is what we know of it: an account that somebody creates, or that is learned from its first mail, begins here.
//! One that was imported a week ago and sends its first mail today is old. Whatever is not known counts as new, because
//! a new account has less room.
//!
//! A gate asks at every recipient, so an account takes eight bytes and a shard is never searched through while one waits
//! for it, but once a day.

use std::sync::atomic::{AtomicBool, Ordering};

use hashbrown::HashTable;
use parking_lot::RwLock;
use postern_core::ids::{AccountId, ID_BITS};
use postern_core::spread::{shard_of, spread};
use postern_core::time::{Span, Timestamp};

/// Most that are remembered, as many as have a sending record: ten times the largest site that DESIGN section 1 names,
/// imported within ninety days. Beyond it all count as new.
const YOUNG_MAX: usize = 1 << 21;
/// The most days that `outbound.learning_days` may say.
pub(super) const KEPT: Span = Span::from_days(90);
/// A power of two, so that busy threads seldom meet.
const SHARDS: usize = 64;
/// The beginning is kept in steps of six hours, rounded up so that nobody is old too soon; they come round after eleven
/// years, which nothing here lives to see.
const STEP: Span = Span::from_hours(6);
const STEPS: u64 = 1 << (64 - ID_BITS);
const ID_MASK: u64 = (1 << ID_BITS) - 1;

/// An account with the step in which it began above its id.
#[derive(Clone, Copy)]
struct Began(u64);

impl Began {
    fn new(account: AccountId, created: Timestamp) -> Self {
        let step = created.unix_micros().saturating_add(STEP.as_micros() - 1).div_euclid(STEP.as_micros());
        Self(account.as_u64() | (step.cast_unsigned() % STEPS) << ID_BITS)
    }

    const fn is_of(self, account: AccountId) -> bool {
        self.0 & ID_MASK == account.as_u64()
    }

    fn hash(self) -> u64 {
        spread(self.0 & ID_MASK)
    }

    fn age(self, now: Timestamp) -> Span {
        let step = now.unix_micros().div_euclid(STEP.as_micros()).cast_unsigned() % STEPS;
        let steps = (step + STEPS - (self.0 >> ID_BITS)) % STEPS;
        // Of the next hours, by the rounding or by a clock that was set back: just begun.
        if steps > STEPS / 2 { Span::ZERO } else { Span::from_micros(STEP.as_micros() * steps.cast_signed()) }
    }
}

#[derive(Default)]
struct Shard {
    began: HashTable<Began>,
    /// The day on which those who are old were last thrown out.
    pruned_day: i64,
}

/// Accounts by when they were created.
pub(crate) struct YoungAccounts {
    shards: Box<[RwLock<Shard>]>,
    young_max: usize,
    is_complete: AtomicBool,
}

impl Default for YoungAccounts {
    fn default() -> Self {
        Self::with_room_for(YOUNG_MAX)
    }
}

impl YoungAccounts {
    fn with_room_for(young_max: usize) -> Self {
        let shards = (0..SHARDS).map(|_| RwLock::default()).collect();
        Self { shards, young_max, is_complete: AtomicBool::default() }
    }

    fn shard(&self, account: AccountId) -> &RwLock<Shard> {
        &self.shards[shard_of(spread(account.as_u64()), SHARDS)]
    }

    /// An account was created.
    pub(crate) fn insert(&self, account: AccountId, created: Timestamp) {
        let began = Began::new(account, created);
        let mut shard = self.shard(account).write();
        let day = created.unix_micros().div_euclid(Span::from_days(1).as_micros());
        if day > shard.pruned_day {
            shard.pruned_day = day;
            shard.began.retain(|known| known.age(created) < KEPT);
        }
        if let Some(known) = shard.began.find_mut(began.hash(), |known| known.is_of(account)) {
            *known = began;
        } else if shard.began.len() < self.young_max / SHARDS {
            shard.began.insert_unique(began.hash(), began, |known| known.hash());
        } else {
            self.is_complete.store(false, Ordering::Relaxed);
        }
    }

    /// It is gone.
    pub(crate) fn remove(&self, account: AccountId) {
        let mut shard = self.shard(account).write();
        if let Ok(known) = shard.began.find_entry(spread(account.as_u64()), |known| known.is_of(account)) {
            known.remove();
        }
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
        let shard = self.shard(account).read();
        let known = shard.began.find(spread(account.as_u64()), |known| known.is_of(account));
        known.is_none_or(|known| known.age(now) >= age)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEK: Span = Span::from_days(7);

    fn at(days: i64) -> Timestamp {
        Timestamp::from_unix_s(days * 86_400)
    }

    fn account(number: u64) -> AccountId {
        AccountId::from_random(number + 1)
    }

    #[test]
    fn an_account_is_old_after_its_days_and_when_nobody_remembers_its_beginning() {
        let young = YoungAccounts::default();
        let (rob, anna) = (account(0), account(1));
        assert!(!young.is_old(rob, WEEK, at(100)), "nothing is known yet");
        young.loaded(vec![(rob, at(93))]);
        assert!(young.is_old(rob, WEEK, at(100)) && !young.is_old(rob, WEEK, at(99)));
        assert!(young.is_old(anna, WEEK, at(0)));
        young.remove(rob);
        assert!(young.is_old(rob, WEEK, at(93)));
    }

    #[test]
    fn nobody_is_old_too_soon_and_a_clock_set_back_makes_nobody_old() {
        let young = YoungAccounts::default();
        let noon = at(93).plus(Span::from_hours(13));
        young.loaded(vec![(account(0), noon)]);
        assert!(!young.is_old(account(0), WEEK, noon.plus(WEEK).minus(Span::from_s(1))));
        assert!(young.is_old(account(0), WEEK, noon.plus(WEEK).plus(STEP)));
        assert!(!young.is_old(account(0), WEEK, noon) && !young.is_old(account(0), WEEK, at(90)));
    }

    #[test]
    fn beyond_the_most_that_are_remembered_everybody_counts_as_new() {
        let young = YoungAccounts::with_room_for(SHARDS * 32);
        young.loaded((0..256).map(|number| (account(number), at(0))).collect());
        assert!(young.is_old(account(5), WEEK, at(8)), "there is room");
        for number in 256..4_000 {
            young.insert(account(number), at(0));
        }
        assert!(!young.is_old(account(5), WEEK, at(8)));
    }

    #[test]
    fn those_of_ninety_days_ago_make_room_once_a_day() {
        let young = YoungAccounts::with_room_for(SHARDS * 64);
        let number_of = |young: &YoungAccounts| -> usize {
            young.shards.iter().map(|shard| shard.read().began.len()).sum()
        };
        young.loaded((0..1_000).map(|number| (account(number), at(100))).collect());
        (1_000..2_000).for_each(|number| young.insert(account(number), at(189)));
        assert_eq!(number_of(&young), 2_000);
        (2_000..3_000).for_each(|number| young.insert(account(number), at(190)));
        assert_eq!(number_of(&young), 2_000);
        assert!(!young.is_old(account(1_500), WEEK, at(190)), "everybody who is young is still known");
    }

    #[test]
    fn a_million_created_within_days_are_known_without_a_search_each() {
        let young = YoungAccounts::default();
        young.loaded((0..1_000_000).map(|number| (account(number), at(100))).collect());
        assert!(!young.is_old(account(999_999), WEEK, at(101)) && young.is_old(account(0), WEEK, at(107)));
    }
}
