//! Adds up what the gates answer, for pictures: the site's sums minute by minute, each account's in slots of ten
//! minutes. A gate adds to a small table in memory; rows are written once a minute, beside the gates.
//!
//! Samples would not do: of a person's forty recipients one permit in sixty-four is a line of the decision log, or none.
//! An account's successes are not added up: its devices sign in all day, and the log has a line an hour of each.

use hashbrown::HashTable;
use parking_lot::{Mutex, MutexGuard};
use postern_core::ids::{AccountId, ID_BITS};
use postern_core::spread::{shard_of, spread};
use postern_core::time::{Span, Timestamp};

use crate::ports::series::{ACCOUNT_STEP, SITE_STEP, Tallies, Tally};

/// A power of two, so that busy threads seldom meet.
const SHARDS: usize = 64;
/// Accounts and slots that are added up at once; beyond it only the site's sums go on. Some 50 bytes each.
pub const SUMS_MAX: usize = 262_144;
/// What happened is put on a short list first and added to its sum with the others: a sum is seldom in the processor's
/// cache, and sums that are looked up one behind the other are waited for together (0.4 us of a policy request before).
const FRESH_MAX: usize = 32;
/// So many sums of slots that still go on are written with those that are over: a site of this size loses a minute by a
/// crash, and a larger one up to ten.
const UNFINISHED_SAVED_MAX: usize = 2_000;

/// One account's sum of one slot: half a cache line, because a gate touches one at each recipient.
struct SlotSum {
    account: AccountId,
    /// Slots since 1970.
    slot: u32,
    sign_ins_failed: u32,
    sign_ins_refused: u32,
    recipients_permitted: u32,
    recipients_novel: u32,
    recipients_refused: u32,
}

const _: () = assert!(size_of::<SlotSum>() == 32);

impl SlotSum {
    const fn new(account: AccountId, slot: u32) -> Self {
        Self {
            account,
            slot,
            sign_ins_failed: 0,
            sign_ins_refused: 0,
            recipients_permitted: 0,
            recipients_novel: 0,
            recipients_refused: 0,
        }
    }

    /// Adds; successes are the site's alone.
    fn add(&mut self, happened: &Tally) {
        let add = |sum: &mut u32, more: u64| {
            *sum = sum.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        };
        add(&mut self.sign_ins_failed, happened.sign_ins_failed);
        add(&mut self.sign_ins_refused, happened.sign_ins_refused);
        add(&mut self.recipients_permitted, happened.recipients_permitted);
        add(&mut self.recipients_novel, happened.recipients_novel);
        add(&mut self.recipients_refused, happened.recipients_refused);
    }

    fn tally(&self) -> Tally {
        Tally {
            signed_in: 0,
            sign_ins_failed: self.sign_ins_failed.into(),
            sign_ins_refused: self.sign_ins_refused.into(),
            recipients_permitted: self.recipients_permitted.into(),
            recipients_novel: self.recipients_novel.into(),
            recipients_refused: self.recipients_refused.into(),
        }
    }

    fn row(&self) -> (AccountId, Timestamp, Tally) {
        (self.account, start_of(self.slot.into(), ACCOUNT_STEP), self.tally())
    }
}

#[derive(Default)]
struct Shard {
    /// By minute; one or two.
    site: Vec<(i64, Tally)>,
    /// By account and slot.
    accounts: HashTable<SlotSum>,
    /// What is not added to `accounts` yet.
    fresh: Vec<SlotSum>,
}

impl Shard {
    fn add_site(&mut self, at: Timestamp, happened: &Tally) {
        let minute = step_of(at, SITE_STEP);
        match self.site.iter_mut().rev().find(|(of, _)| *of == minute) {
            Some((_, sum)) => sum.add(happened),
            None => self.site.push((minute, *happened)),
        }
    }

    fn add_account(&mut self, account: AccountId, at: Timestamp, happened: &Tally, accounts_max: usize) {
        let mut sum = SlotSum::new(account, slot_of(at));
        sum.add(happened);
        self.fresh.push(sum);
        if self.fresh.len() >= FRESH_MAX {
            self.settle(accounts_max);
        }
    }

    /// Adds what is fresh. Before anybody looks into `accounts`.
    fn settle(&mut self, accounts_max: usize) {
        for fresh in self.fresh.drain(..) {
            let hash_of_fresh = hash(fresh.account, fresh.slot);
            let is_it = |sum: &SlotSum| sum.account == fresh.account && sum.slot == fresh.slot;
            if let Some(sum) = self.accounts.find_mut(hash_of_fresh, is_it) {
                sum.add(&fresh.tally());
            } else if self.accounts.len() < accounts_max {
                self.accounts.insert_unique(hash_of_fresh, fresh, |sum| hash(sum.account, sum.slot));
            }
        }
    }
}

fn hash(account: AccountId, slot: u32) -> u64 {
    // Above the id's bits; of the slot the low ones, which are those that differ.
    spread(account.as_u64() ^ u64::from(slot) << ID_BITS)
}

/// The sums that are not written yet.
pub struct TallyDesk {
    shards: Box<[Mutex<Shard>]>,
    sums_max: usize,
    /// The minute in which sums were last taken.
    taken_in: Mutex<i64>,
    /// Held while sums are written, so that whoever reads afterwards finds them.
    pub(crate) saving: tokio::sync::Mutex<()>,
}

impl Default for TallyDesk {
    fn default() -> Self {
        Self::with_room_for(SUMS_MAX)
    }
}

impl TallyDesk {
    fn with_room_for(sums_max: usize) -> Self {
        let shards = (0..SHARDS).map(|_| Mutex::default()).collect();
        Self { shards, sums_max, taken_in: Mutex::default(), saving: tokio::sync::Mutex::default() }
    }

    /// Adds what happened at `now`, to the site and to the account.
    pub fn note(&self, account: Option<AccountId>, happened: &Tally, now: Timestamp) {
        if *happened == Tally::default() {
            return;
        }
        let mut shard = self.shard(account).lock();
        shard.add_site(now, happened);
        if let Some(account) = account
            && (Tally { signed_in: 0, ..*happened }) != Tally::default()
        {
            shard.add_account(account, now, happened, self.sums_max / SHARDS);
        }
    }

    /// The shard with everything added.
    fn settled<'a>(&self, shard: &'a Mutex<Shard>) -> MutexGuard<'a, Shard> {
        let mut shard = shard.lock();
        shard.settle(self.sums_max / SHARDS);
        shard
    }

    fn shard(&self, account: Option<AccountId>) -> &Mutex<Shard> {
        &self.shards[account.map_or(0, |account| shard_of(spread(account.as_u64()), SHARDS))]
    }

    /// Once a minute what is to be written; nothing in between.
    pub fn take_due(&self, now: Timestamp) -> Tallies {
        let minute = step_of(now, SITE_STEP);
        if std::mem::replace(&mut *self.taken_in.lock(), minute) == minute {
            return Tallies::default();
        }
        self.take(now)
    }

    /// What is to be written now: the site's sums, those of slots that are over, and a bounded number of others.
    pub fn take(&self, now: Timestamp) -> Tallies {
        let this_slot = slot_of(now);
        let mut unfinished_left = UNFINISHED_SAVED_MAX;
        self.take_where(|slot| {
            slot != this_slot || unfinished_left.checked_sub(1).map(|left| unfinished_left = left).is_some()
        })
    }

    /// What is of slots that ended before the one that [`Self::unwritten`] still looks at: the loop that writes may be
    /// late, as after the machine slept.
    pub fn take_ended(&self, now: Timestamp) -> Tallies {
        let oldest = slot_of(now).saturating_sub(1);
        self.take_where(|slot| slot < oldest)
    }

    /// Everything, for the end of the process.
    pub fn take_all(&self) -> Tallies {
        self.take_where(|_| true)
    }

    fn take_where(&self, mut is_due: impl FnMut(u32) -> bool) -> Tallies {
        let mut tallies = Tallies::default();
        for shard in &self.shards {
            let mut shard = self.settled(shard);
            take_site(&mut shard, &mut tallies);
            let due = shard.accounts.extract_if(|sum| is_due(sum.slot));
            tallies.accounts.extend(due.map(|sum| sum.row()));
        }
        tallies
    }

    /// The site's sums and one account's, for whoever is about to read them.
    pub fn take_of(&self, account: Option<AccountId>) -> Tallies {
        let mut tallies = Tallies::default();
        for shard in &self.shards {
            take_site(&mut shard.lock(), &mut tallies);
        }
        if let Some(account) = account {
            let mut shard = self.settled(self.shard(Some(account)));
            let of_account = shard.accounts.extract_if(|sum| sum.account == account);
            tallies.accounts.extend(of_account.map(|sum| sum.row()));
        }
        tallies
    }

    /// What is not written yet of an account, of the present slot and the one before: those that ended earlier are.
    pub fn unwritten(&self, account: AccountId, now: Timestamp) -> Tally {
        let shard = self.settled(self.shard(Some(account)));
        let slot = slot_of(now);
        let mut sum = Tally::default();
        for slot in [slot, slot.saturating_sub(1)] {
            let is_it = |sum: &SlotSum| sum.account == account && sum.slot == slot;
            if let Some(of_slot) = shard.accounts.find(hash(account, slot), is_it) {
                sum.add(&of_slot.tally());
            }
        }
        sum
    }

    /// What could not be written waits for the next time.
    pub fn put_back(&self, tallies: &Tallies) {
        for (at, sum) in &tallies.site {
            self.shard(None).lock().add_site(*at, sum);
        }
        for (account, at, sum) in &tallies.accounts {
            let accounts_max = self.sums_max / SHARDS;
            self.shard(Some(*account)).lock().add_account(*account, *at, sum, accounts_max);
        }
    }

    /// Nothing may be kept about an account any more.
    pub fn forget(&self, account: AccountId) {
        self.settled(self.shard(Some(account))).accounts.retain(|sum| sum.account != account);
    }
}

fn take_site(shard: &mut Shard, tallies: &mut Tallies) {
    for (minute, sum) in shard.site.drain(..) {
        let at = start_of(minute, SITE_STEP);
        match tallies.site.iter_mut().find(|(of, _)| *of == at) {
            Some((_, all)) => all.add(&sum),
            None => tallies.site.push((at, sum)),
        }
    }
}

/// Slots since 1970; times before it and after the year 80,000 are the first and the last.
fn slot_of(at: Timestamp) -> u32 {
    step_of(at, ACCOUNT_STEP).clamp(0, u32::MAX.into()) as u32
}

const fn step_of(at: Timestamp, step: Span) -> i64 {
    at.unix_micros().div_euclid(step.as_micros())
}

const fn start_of(number: i64, step: Span) -> Timestamp {
    Timestamp::from_unix_micros(number.saturating_mul(step.as_micros()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_unix_s(1_795_200_000 + second)
    }

    fn rob() -> AccountId {
        AccountId::from_random(70)
    }

    const FAILED: Tally = Tally {
        signed_in: 0,
        sign_ins_failed: 1,
        sign_ins_refused: 0,
        recipients_permitted: 0,
        recipients_novel: 0,
        recipients_refused: 0,
    };

    #[test]
    fn what_happens_is_added_by_minute_for_the_site_and_by_ten_minutes_for_the_account() {
        let desk = TallyDesk::default();
        let eva = AccountId::from_random(71);
        for second in [0, 30, 60] {
            desk.note(Some(rob()), &FAILED, at(second));
        }
        desk.note(Some(eva), &Tally { signed_in: 1, ..Tally::default() }, at(0));
        desk.note(None, &FAILED, at(0));
        let taken = desk.take_all();
        let three = Tally { sign_ins_failed: 3, ..Tally::default() };
        assert_eq!(taken.accounts, [(rob(), at(0), three)], "a success is the site's alone");
        let mut site = taken.site;
        site.sort_by_key(|(minute, _)| *minute);
        let first = Tally { signed_in: 1, ..three };
        assert_eq!(site, [(at(0), first), (at(60), FAILED)]);
        assert_eq!(desk.take_all(), Tallies::default(), "taken once");
    }

    #[test]
    fn sums_are_due_once_a_minute_and_what_was_not_written_comes_again() {
        let desk = TallyDesk::default();
        desk.note(Some(rob()), &FAILED, at(0));
        let first = desk.take_due(at(1));
        assert_eq!((first.site.len(), first.accounts.len()), (1, 1));
        desk.put_back(&first);
        assert_eq!(desk.take_due(at(59)), Tallies::default());
        assert_eq!(desk.take_due(at(60)), first);
    }

    #[test]
    fn of_many_accounts_only_those_whose_slot_is_over_are_written() {
        let desk = TallyDesk::default();
        for number in 1..=3_000 {
            desk.note(Some(AccountId::from_random(number)), &FAILED, at(0));
        }
        assert_eq!(desk.take(at(1)).accounts.len(), UNFINISHED_SAVED_MAX);
        assert_eq!(desk.take(at(600)).accounts.len(), 1_000);
    }

    #[test]
    fn a_full_desk_goes_on_with_the_sites_sums() {
        let desk = TallyDesk::with_room_for(SHARDS);
        let place = |account: AccountId| shard_of(spread(account.as_u64()), SHARDS);
        let same_shard = (71..).map(AccountId::from_random).find(|&other| place(other) == place(rob()));
        desk.note(Some(rob()), &FAILED, at(0));
        desk.note(same_shard, &FAILED, at(0));
        desk.note(Some(rob()), &FAILED, at(1));
        let taken = desk.take_of(Some(rob()));
        assert_eq!(taken.site[0].1.sign_ins_failed, 3);
        assert_eq!(taken.accounts[0].2.sign_ins_failed, 2);
        assert_eq!(desk.take_all().accounts, []);
    }

    #[test]
    fn what_is_not_written_yet_is_told_and_stays() {
        let desk = TallyDesk::default();
        desk.note(Some(rob()), &FAILED, at(599));
        desk.note(Some(rob()), &FAILED, at(600));
        assert_eq!(desk.unwritten(rob(), at(601)), Tally { sign_ins_failed: 2, ..Tally::default() });
        assert_eq!(desk.unwritten(AccountId::from_random(71), at(601)), Tally::default());
        assert_eq!(desk.take_all().accounts.len(), 2);
        assert_eq!(desk.unwritten(rob(), at(601)), Tally::default());
    }

    #[test]
    fn of_a_deleted_account_nothing_is_written() {
        let desk = TallyDesk::default();
        desk.note(Some(rob()), &FAILED, at(0));
        desk.forget(rob());
        assert_eq!(desk.take_all().accounts, []);
    }
}
