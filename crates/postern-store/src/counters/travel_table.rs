//! Where each account's successes came from, in memory: one record of core's per account that signed in while the site
//! had a map. A record is never pushed out, because the directory bounds their number; it goes with its account.
//!
//! The record is journalled with the counters and not made anew from the sign-in history: a site may keep that for a
//! day, and reading three months of it would make the start of a large site slow. This file decides nothing.

use std::collections::VecDeque;

use parking_lot::Mutex;
use postern_core::geo::Region;
use postern_core::ids::AccountId;
use postern_core::policy::SignInPolicy;
use postern_core::restriction::Evidence;
use postern_core::sign_in::travels::{Arrival, Travels};
use postern_core::spread::{shard_of, spread};
use postern_core::time::Timestamp;
use postern_engine::ports::counters::{JournalEntry, JournalKey};

use super::sign_in_table::slab::{Slab, list_bytes};

/// A power of two. Records change about once an hour and device, so locks seldom meet.
const SHARDS: usize = 16;

struct Record {
    account: u64,
    travels: Travels,
    is_marked: bool,
}

struct Shard {
    records: Slab<Record>,
    changed: VecDeque<u32>,
    forgotten: Vec<AccountId>,
}

/// Travels per account.
pub struct TravelTable {
    shards: Box<[Mutex<Shard>]>,
}

impl TravelTable {
    /// An empty table.
    pub fn new() -> Self {
        let shard =
            |_| Mutex::new(Shard { records: Slab::new(), changed: VecDeque::new(), forgotten: Vec::new() });
        Self { shards: (0..SHARDS).map(shard).collect() }
    }

    /// Learns a success and says what it tells.
    pub fn arrived(&self, account: AccountId, arrival: &Arrival, policy: &SignInPolicy) -> Vec<Evidence> {
        if arrival.location.region.is_unknown() {
            return Vec::new();
        }
        let (hash, number) = key(account);
        let mut shard = self.shard(hash).lock();
        let slot = shard.find_or_make(hash, number);
        let record = shard.records.at_mut(slot);
        let seen = record.travels.arrived(arrival, policy);
        if !std::mem::replace(&mut record.is_marked, true) {
            shard.changed.push_back(slot);
        }
        seen
    }

    /// Whether the account earned any region.
    pub fn is_settled(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) -> bool {
        self.look(account, |travels| travels.is_settled(policy, now))
    }

    /// Whether the account earned this region.
    pub fn knows(&self, account: AccountId, region: Region, policy: &SignInPolicy, now: Timestamp) -> bool {
        self.look(account, |travels| travels.knows(region, policy, now))
    }

    fn look(&self, account: AccountId, is_so: impl Fn(&Travels) -> bool) -> bool {
        let (hash, number) = key(account);
        let shard = self.shard(hash).lock();
        let slot = shard.records.find(hash, |record| record.account == number);
        slot.is_some_and(|slot| is_so(&shard.records.at(slot).travels))
    }

    /// Forgets a deleted account. Its journal entry becomes one without bytes.
    pub fn forget(&self, account: AccountId) {
        let (hash, number) = key(account);
        let mut shard = self.shard(hash).lock();
        let Some(slot) = shard.records.find(hash, |record| record.account == number) else { return };
        *shard.records.at_mut(slot) = Record { account: 0, travels: Travels::default(), is_marked: false };
        shard.records.remove(hash, slot);
        shard.forgotten.push(account);
    }

    /// At most `max` records that changed since they were last taken.
    pub fn take_changed(&self, max: usize) -> Vec<JournalEntry> {
        let mut entries = Vec::new();
        for shard in &self.shards {
            let mut shard = shard.lock();
            while entries.len() < max
                && let Some(entry) = shard.take_changed()
            {
                entries.push(entry);
            }
        }
        entries
    }

    /// Puts stored records back at start; entries of other kinds, and those that cannot be read, are passed over.
    pub fn restore(&self, entries: &[JournalEntry]) {
        for entry in entries {
            let JournalKey::Travels(account) = entry.key else { continue };
            let Some(travels) = Travels::from_bytes(&entry.bytes) else { continue };
            let (hash, number) = key(account);
            let mut shard = self.shard(hash).lock();
            let slot = shard.find_or_make(hash, number);
            shard.records.at_mut(slot).travels = travels;
        }
    }

    /// Bytes that the table holds.
    pub fn bytes(&self) -> usize {
        let of = |shard: &Shard| {
            shard.records.bytes() + shard.changed.capacity() * size_of::<u32>() + list_bytes(&shard.forgotten)
        };
        self.shards.iter().map(|shard| of(&shard.lock())).sum()
    }

    fn shard(&self, hash: u64) -> &Mutex<Shard> {
        // Bits that the index's buckets are not made of.
        &self.shards[shard_of(hash, SHARDS)]
    }
}

impl Default for TravelTable {
    fn default() -> Self {
        Self::new()
    }
}

impl Shard {
    fn find_or_make(&mut self, hash: u64, account: u64) -> u32 {
        if let Some(slot) = self.records.find(hash, |record| record.account == account) {
            return slot;
        }
        let record = Record { account, travels: Travels::default(), is_marked: false };
        self.records.insert(hash, record, |record| spread(record.account))
    }

    fn take_changed(&mut self) -> Option<JournalEntry> {
        if let Some(account) = self.forgotten.pop() {
            return Some(JournalEntry { key: JournalKey::Travels(account), bytes: Vec::new() });
        }
        loop {
            let slot = self.changed.pop_front()?;
            let record = self.records.at_mut(slot);
            // A record that was forgotten meanwhile has no mark.
            if std::mem::take(&mut record.is_marked) {
                let key = JournalKey::Travels(AccountId::from_random(record.account));
                return Some(JournalEntry { key, bytes: record.travels.to_bytes() });
            }
        }
    }
}

fn key(account: AccountId) -> (u64, u64) {
    let number = account.as_u64();
    (spread(number), number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::geo::{Country, Location};

    const DAY_S: i64 = 86_400;

    fn at(day: i64) -> Timestamp {
        Timestamp::from_unix_s(1_772_409_600 + day * DAY_S)
    }

    fn sweden() -> Region {
        Region { country: Country::parse("SE"), asn: Some(29_518) }
    }

    fn arrival(day: i64) -> Arrival {
        let location = Location { region: sweden(), ..Location::default() };
        let source = "192.0.2.7/32".parse().expect("a network");
        Arrival { source, location, is_suspicious: false, at: at(day) }
    }

    #[test]
    fn what_was_learned_survives_the_journal_and_goes_with_its_account() {
        let policy = SignInPolicy::default();
        let (table, again) = (TravelTable::new(), TravelTable::new());
        let (rob, anna) = (AccountId::from_random(5), AccountId::from_random(6));
        for day in 0..3 {
            assert_eq!(table.arrived(rob, &arrival(day), &policy), []);
        }
        table.arrived(anna, &arrival(0), &policy);
        assert_eq!(table.take_changed(1).len(), 1);
        let mut journal = table.take_changed(100);
        assert_eq!(journal.len(), 1, "each record once, however often it changed");
        table.arrived(rob, &arrival(2), &policy);
        journal.extend(table.take_changed(100));
        again.restore(&journal);
        assert!(again.knows(rob, sweden(), &policy, at(3)) && again.is_settled(rob, &policy, at(3)));
        assert!(!again.knows(anna, sweden(), &policy, at(3)));

        again.arrived(rob, &arrival(3), &policy);
        again.forget(rob);
        assert!(!again.knows(rob, sweden(), &policy, at(3)));
        let gone = again.take_changed(100);
        assert_eq!(gone, [JournalEntry { key: JournalKey::Travels(rob), bytes: Vec::new() }]);
    }

    #[test]
    fn a_hundred_thousand_accounts_cost_at_most_160_bytes_each() {
        let policy = SignInPolicy::default();
        let table = TravelTable::new();
        for number in 1..=100_000 {
            table.arrived(AccountId::from_random(number), &arrival(0), &policy);
            if number % 1_000 == 0 {
                table.take_changed(1_000);
            }
        }
        let each = table.bytes() / 100_000;
        assert!(each <= 160, "{each} bytes");
    }
}
