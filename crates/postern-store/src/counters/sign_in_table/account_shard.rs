//! The accounts and unknown names of one shard, with their attempts in flight.
//!
//! A hot record of one cache line per account that was ever asked about; the cold half (places, own wrong
//! passwords) only once it signed in. A record is never pushed out: the directory bounds their number.

mod run_out;

use std::collections::{HashMap, VecDeque};

use postern_core::ids::AccountId;
use postern_core::policy::SignInPolicy;
use postern_core::precedence::Foreseen;
use postern_core::sign_in::decide;
use postern_core::sign_in::familiar::{Familiarity, Place, is_unfamiliar_lately};
use postern_core::sign_in::record::AccountRecord;
use postern_core::sign_in::report::{self, Report, ReportFacts};
use postern_core::sign_in::source::SourceFacts;
use postern_core::sign_in::sticky::{self, LockTimes};
use postern_core::sign_in::{Attempt, Lane, LaneLock, SignInStanding, SignInVerdict};
use postern_core::spread::spread;
use postern_core::time::Timestamp;

use super::recent::RecentlyUnfamiliar;
use super::reservations::Reservations;
use super::slab::{Slab, list_bytes, push_slowly_growing};
use super::tried_names::TriedNames;
use super::unknown_names::UnknownNames;

/// Whose record, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who {
    /// An account, or a name that is nobody's.
    pub(super) is_known: bool,
    /// The account's id, or the name's hash with the top bit set.
    pub(super) key: u64,
    /// [`spread`] of the key: ids are minted at random and names arrive as keyed hashes, so strangers choose neither.
    pub(super) hash: u64,
    /// Its shard.
    pub(super) shard: usize,
}

/// How long an attempt may stay without a report, seconds.
fn reservation_s(policy: &SignInPolicy) -> u32 {
    u32::try_from(policy.reservation_s).unwrap_or(u32::MAX)
}

/// No cold record yet.
const NO_COLD: u32 = u32::MAX;

/// A hot record with what is known of its places.
type Found<'a> = (&'a mut AccountRecord, Option<&'a mut Familiarity>);

/// The accounts of one shard.
pub(super) struct AccountShard {
    accounts: Slab<AccountRecord>,
    /// By slot of the account: the slot of its cold half.
    cold_of: Vec<u32>,
    cold: Vec<Familiarity>,
    free_cold: Vec<u32>,
    unknown: UnknownNames,
    pub(super) tried_names: TriedNames,
    /// Only while the site chose that locks stick.
    lock_times: HashMap<u64, LockTimes>,
    reservations: Reservations,
    /// When a full table of reservations was last swept, seconds since 1970.
    swept_s: u32,
    changed: VecDeque<u32>,
    forgotten: VecDeque<AccountId>,
    recent: RecentlyUnfamiliar,
}

impl AccountShard {
    pub(super) fn new(reservations_max: usize) -> Self {
        Self {
            accounts: Slab::new(),
            cold_of: Vec::new(),
            cold: Vec::new(),
            free_cold: Vec::new(),
            unknown: UnknownNames::new(),
            tried_names: TriedNames::new(),
            lock_times: HashMap::new(),
            reservations: Reservations::new(reservations_max),
            swept_s: 0,
            changed: VecDeque::new(),
            forgotten: VecDeque::new(),
            recent: RecentlyUnfamiliar::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.accounts.len()
    }

    /// Unknown names that gave way to others.
    pub(super) fn gave_way(&self) -> u64 {
        self.unknown.gave_way()
    }

    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>()
            + self.accounts.bytes()
            + list_bytes(&self.cold_of)
            + list_bytes(&self.cold)
            + list_bytes(&self.free_cold)
            + self.unknown.bytes()
            + self.tried_names.bytes()
            + self.lock_times.capacity() * size_of::<(u64, LockTimes)>()
            + self.reservations.bytes()
            + self.changed.capacity() * size_of::<u32>()
            + self.forgotten.capacity() * size_of::<AccountId>()
            + self.recent.bytes()
    }

    /// Before the check: debits a reservation when the answer is allow.
    pub(super) fn ask_before(
        &mut self,
        who: Who,
        attempt: &Attempt,
        source: Option<&SourceFacts>,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> SignInVerdict {
        self.settle_expired(who, policy, now);
        let (record, familiarity) = self.find_or_make(who, now.unix_s_u32());
        let verdict = decide::ask_before(record, familiarity.as_deref(), source, attempt.vouch, policy, now);
        let SignInVerdict::Allow { lane, .. } = verdict else { return verdict };
        if !self.reservations.has_room(lane) {
            self.sweep_full(policy, now);
        }
        if !self.reservations.has_room(lane) {
            let (record, _) = self.find_or_make(who, now.unix_s_u32());
            record.lane_mut(lane).release();
            return SignInVerdict::Wait { lane };
        }
        let expires_s = now.unix_s_u32().saturating_add(reservation_s(policy));
        self.reservations.keep(who.hash, who.key, attempt.attempt_hash, lane, expires_s);
        verdict
    }

    /// After the check.
    pub(super) fn ask_after(
        &mut self,
        who: Who,
        attempt: &Attempt,
        source: Option<&SourceFacts>,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> SignInVerdict {
        self.settle_expired(who, policy, now);
        let held = self.reservations.held(who.hash, who.key, attempt.attempt_hash);
        match self.find(who) {
            Some((record, _)) => decide::ask_after(record, held, source, now),
            None => decide::ask_after(&mut AccountRecord::new(who.key), held, source, now),
        }
    }

    /// What became of an attempt; `facts.held` is filled in here.
    pub(super) fn reported(&mut self, who: Who, mut facts: ReportFacts<'_>) -> Report {
        let taken = self.reservations.take(who.hash, who.key, facts.attempt.attempt_hash);
        facts.held = taken.and_then(|(lane, is_counted)| is_counted.then_some(lane));
        if facts.outcome.is_success() && who.is_known {
            self.make_cold(who);
        }
        let now_s = facts.now.unix_s_u32();
        let (record, mut familiarity) = self.find_or_make(who, now_s);
        let mut report = report::settle(record, familiarity.as_deref_mut(), &facts);
        if familiarity.is_some_and(|known| known.last_unfamiliar_s() == now_s) {
            self.recent.note(who.hash, now_s);
        }
        if let Some(lock) = report.settled.started.as_mut().filter(|_| facts.policy.sticky_locks > 0) {
            self.stick(who, lock, facts.policy, now_s);
        }
        if report.is_changed {
            self.note_change(who);
        }
        report
    }

    /// A lock has started where locks may stick.
    fn stick(&mut self, who: Who, lock: &mut LaneLock, policy: &SignInPolicy, now_s: u32) {
        if self.lock_times.len() == self.lock_times.capacity() {
            // Before it grows: what is over makes room.
            self.lock_times.retain(|_, times| !times.is_over(now_s));
        }
        let mut times = self.lock_times.get(&who.key).copied().unwrap_or_default();
        let (record, _) = self.find_or_make(who, now_s);
        sticky::stick(record, &mut times, lock, policy, now_s);
        self.lock_times.insert(who.key, times);
    }

    /// Its password was replaced.
    pub(super) fn password_replaced(&mut self, who: Who) {
        self.find(who).into_iter().for_each(|(record, _)| record.password_replaced());
    }

    pub(super) fn unlocked(&mut self, who: Who, policy: &SignInPolicy, now: Timestamp) {
        self.reservations.stop_counting(who.hash, who.key);
        self.lock_times.remove(&who.key);
        self.find_or_make(who, now.unix_s_u32()).0.unlock(policy, now.unix_s_u32());
        self.note_change(who);
    }

    pub(super) fn eased(&mut self, who: Who, until_s: u32, now_s: u32) {
        self.find_or_make(who, now_s).0.ease(until_s, now_s);
        self.note_change(who);
    }

    /// What an attempt would be answered before the check.
    pub(super) fn foreseen(
        &mut self,
        who: Who,
        attempt: &Attempt,
        source: Option<&SourceFacts>,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Foreseen {
        self.settle_expired(who, policy, now);
        let fresh = AccountRecord::new(who.key);
        let (record, familiarity) = match self.find(who) {
            Some((record, familiarity)) => (&*record, familiarity),
            None => (&fresh, None),
        };
        decide::foresee(record, familiarity.as_deref(), source, attempt.vouch, policy, now)
    }

    /// The accounts that know a place.
    pub(super) fn keys_knowing(&self, place: Place, policy: &SignInPolicy, now_s: u32) -> Vec<u64> {
        let knows = |slot: &usize| {
            let cold = self.cold.get(self.cold_of[*slot] as usize);
            cold.is_some_and(|familiarity| familiarity.knows(place, policy, now_s))
        };
        (0..self.cold_of.len()).filter(knows).map(|slot| self.accounts.at(slot as u32).key()).collect()
    }

    pub(super) fn lock_restored(&mut self, who: Who, lane: Lane, until: Option<Timestamp>) {
        let (record, _) = self.find_or_make(who, 0);
        record.lane_mut(lane).restore_lock(until.map(Timestamp::unix_s_u32));
        self.note_change(who);
    }

    pub(super) fn standing(&mut self, who: Who, policy: &SignInPolicy, now: Timestamp) -> SignInStanding {
        self.settle_expired(who, policy, now);
        let now_s = now.unix_s_u32();
        let Some((record, familiarity)) = self.find(who) else {
            return AccountRecord::default().standing(policy, now_s);
        };
        record.heal_clock(now_s);
        let familiar_sources = familiarity.map_or(0, |known| known.familiar_sources(policy, now_s));
        SignInStanding { familiar_sources, ..record.standing(policy, now_s) }
    }

    pub(super) fn signed_in_unfamiliar(&mut self, who: Who, window_s: u64, now_s: u32) -> bool {
        is_unfamiliar_lately(self.recent.last_s(who.hash, now_s), window_s, now_s)
    }

    /// When its last success was, seconds since 1970; zero when it has had none.
    pub(super) fn last_success_s(&mut self, who: Who) -> u32 {
        self.find(who).and_then(|(_, familiarity)| familiarity).map_or(0, |known| known.last_success_s())
    }

    pub(super) fn forget(&mut self, who: Who, account: AccountId) {
        self.reservations.forget(who.hash, who.key);
        self.recent.forget(who.hash);
        self.lock_times.remove(&who.key);
        let Some(slot) = self.slot(who) else { return };
        let cold = std::mem::replace(&mut self.cold_of[slot as usize], NO_COLD);
        if cold != NO_COLD {
            self.free_cold.push(cold);
        }
        *self.accounts.at_mut(slot) = AccountRecord::default();
        self.accounts.remove(who.hash, slot);
        self.forgotten.push_back(account);
    }

    /// The next changed account, for the journal.
    pub(super) fn take_changed(&mut self) -> Option<(u64, &AccountRecord, Option<&Familiarity>)> {
        while let Some(slot) = self.changed.pop_front() {
            if self.accounts.at_mut(slot).unmark() {
                let record = self.accounts.at(slot);
                let familiarity = self.cold.get(self.cold_of[slot as usize] as usize);
                return Some((record.key(), record, familiarity));
            }
        }
        None
    }

    /// The next forgotten account, for the journal.
    pub(super) fn take_forgotten(&mut self) -> Option<AccountId> {
        self.forgotten.pop_front()
    }

    /// Puts a stored record back.
    pub(super) fn restore(&mut self, who: Who, record: AccountRecord, familiarity: Option<Familiarity>) {
        if familiarity.is_some() {
            self.make_cold(who);
        }
        let last_unfamiliar_s = familiarity.map_or(0, |known| known.last_unfamiliar_s());
        if last_unfamiliar_s > 0 {
            self.recent.note(who.hash, last_unfamiliar_s);
        }
        let (hot, cold) = self.find_or_make(who, 0);
        *hot = record.with_key(who.key);
        if let (Some(cold), Some(familiarity)) = (cold, familiarity) {
            *cold = familiarity;
        }
    }

    fn slot(&self, who: Who) -> Option<u32> {
        self.accounts.find(who.hash, |record| record.key() == who.key)
    }

    fn find(&mut self, who: Who) -> Option<Found<'_>> {
        if !who.is_known {
            return self.unknown.find(who.hash, who.key).map(|record| (record, None));
        }
        let slot = self.slot(who)?;
        Some(self.found(slot))
    }

    fn found(&mut self, slot: u32) -> Found<'_> {
        // NO_COLD is beyond every list.
        let cold = self.cold_of[slot as usize] as usize;
        (self.accounts.at_mut(slot), self.cold.get_mut(cold))
    }

    fn find_or_make(&mut self, who: Who, now_s: u32) -> Found<'_> {
        if who.is_known {
            let slot = self.slot_or_make(who);
            self.found(slot)
        } else {
            self.look_as_for_an_account(who);
            (self.unknown.find_or_make(who.hash, who.key, now_s), None)
        }
    }

    /// Looks for an unknown name among the accounts, and at the record of some account: without it the time of the
    /// answer would tell whose name is known (reliability I1).
    fn look_as_for_an_account(&mut self, who: Who) {
        if self.accounts.slots() > 0 {
            let somewhere = (who.hash % self.accounts.slots() as u64) as u32;
            let slot = self.slot(who).unwrap_or(somewhere);
            std::hint::black_box(self.found(slot).0.key());
        }
    }

    fn slot_or_make(&mut self, who: Who) -> u32 {
        if let Some(slot) = self.slot(who) {
            return slot;
        }
        let slot = self.accounts.insert(who.hash, AccountRecord::new(who.key), |record| spread(record.key()));
        if self.cold_of.len() < self.accounts.slots() {
            push_slowly_growing(&mut self.cold_of, NO_COLD);
        }
        slot
    }

    fn make_cold(&mut self, who: Who) {
        let slot = self.slot_or_make(who) as usize;
        if self.cold_of[slot] != NO_COLD {
            return;
        }
        self.cold_of[slot] = match self.free_cold.pop() {
            Some(cold) => {
                self.cold[cold as usize] = Familiarity::default();
                cold
            }
            None => {
                push_slowly_growing(&mut self.cold, Familiarity::default());
                (self.cold.len() - 1) as u32
            }
        };
    }

    fn note_change(&mut self, who: Who) {
        if let Some(slot) = self.slot(who).filter(|_| who.is_known)
            && self.accounts.at_mut(slot).mark()
        {
            self.changed.push_back(slot);
        }
    }
}
