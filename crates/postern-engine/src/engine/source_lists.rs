//! What people said of sources, in memory: entries, and blocks of networks by hand.
//!
//! Gates read a snapshot without a lock; a change makes a new one. There are at most
//! [`ENTRIES_MAX`](postern_core::source_entry::ENTRIES_MAX) of both together, so a change costs a millisecond at the
//! very most, and while there is none a question costs one load. Blocks by rules are not here: the counters know
//! them. This file deliberately does not know in which order things are asked.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use arc_swap::ArcSwap;
use parking_lot::Mutex;
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::{AccountId, EntryId, RestrictionId};
use postern_core::precedence::ListFacts;
use postern_core::prefix_table::PrefixTable;
use postern_core::restriction::Restriction;
use postern_core::source_entry::{EntryOn, SourceEntry};
use postern_core::time::Timestamp;

/// Entries and blocks by hand of this node.
#[derive(Default)]
pub struct SourceLists {
    now: ArcSwap<Lists>,
    /// Held while a new snapshot is made, so that no change is lost; beside it the ends that lie ahead.
    ends: Mutex<BTreeSet<(Timestamp, EntryId)>>,
}

#[derive(Clone, Default)]
struct Lists {
    entries: HashMap<EntryId, Arc<SourceEntry>>,
    of_network: PrefixTable<Arc<SourceEntry>>,
    of_account: HashMap<AccountId, Vec<Arc<SourceEntry>>>,
    blocks: PrefixTable<Vec<Arc<Restriction>>>,
    block_count: usize,
}

impl SourceLists {
    /// Everything that touches an attempt, in force at `now`; the account's own restrictions are not here.
    pub fn facts(&self, account: AccountId, address: Option<ClientAddress>, now: Timestamp) -> ListFacts {
        let lists = self.now.load();
        let mut facts = ListFacts::default();
        if let Some(address) = address {
            if !lists.of_network.is_empty() {
                facts.network_entry =
                    lists.of_network.holding(address).find(|entry| entry.is_in_force(now)).cloned();
            }
            if !lists.blocks.is_empty() {
                let mut blocks = lists.blocks.holding(address).flatten();
                facts.network_block = blocks.find(|block| block.is_in_force(now)).cloned();
            }
        }
        if !lists.of_account.is_empty()
            && let Some(entries) = lists.of_account.get(&account)
        {
            let covering =
                || entries.iter().filter(|e| e.is_in_force(now) && e.on.covers(Some(account), address));
            facts.pair_entry = covering()
                .filter(|entry| entry.on.network().is_some())
                .max_by_key(|entry| entry.on.network().map(ClientNetwork::prefix_bits))
                .cloned();
            facts.account_entry = covering().find(|entry| entry.on.network().is_none()).cloned();
        }
        facts
    }

    /// Adds an entry, unless it is here already.
    pub fn insert(&self, entry: SourceEntry) {
        self.change(|lists, ends| {
            if lists.entries.contains_key(&entry.id) {
                return;
            }
            if let Some(until) = entry.until {
                ends.insert((until, entry.id));
            }
            lists.insert(Arc::new(entry));
        });
    }

    /// The same for many at once, at start.
    pub fn restore(&self, entries: Vec<SourceEntry>) {
        self.change(|lists, ends| {
            for entry in entries {
                ends.extend(entry.until.map(|until| (until, entry.id)));
                lists.insert(Arc::new(entry));
            }
        });
    }

    /// Takes an entry out; returns it if it was there.
    pub fn remove(&self, id: EntryId) -> Option<Arc<SourceEntry>> {
        self.change(|lists, ends| {
            let entry = lists.remove(id)?;
            if let Some(until) = entry.until {
                ends.remove(&(until, id));
            }
            Some(entry)
        })
    }

    /// Takes out what is said of a deleted account.
    pub fn remove_account(&self, account: AccountId) {
        if !self.now.load().of_account.contains_key(&account) {
            return;
        }
        self.change(|lists, ends| {
            for entry in lists.of_account.remove(&account).unwrap_or_default() {
                lists.entries.remove(&entry.id);
                if let Some(until) = entry.until {
                    ends.remove(&(until, entry.id));
                }
            }
        });
    }

    /// Adds a block of a network by hand. A row on anything else is passed over.
    pub fn insert_block(&self, block: &Arc<Restriction>) {
        let Some(network) = block.entity.network() else { return };
        self.change(|lists, _| {
            let mut blocks = lists.blocks.remove(network).unwrap_or_default();
            if !blocks.iter().any(|known| known.id == block.id) {
                blocks.push(block.clone());
                lists.block_count += 1;
            }
            lists.blocks.insert(network, blocks);
        });
    }

    /// Takes a block out.
    pub fn remove_block(&self, network: ClientNetwork, id: RestrictionId) {
        if self.now.load().blocks.get(network).is_none() {
            return;
        }
        self.change(|lists, _| {
            let mut blocks = lists.blocks.remove(network).unwrap_or_default();
            let before = blocks.len();
            blocks.retain(|block| block.id != id);
            lists.block_count -= before - blocks.len();
            if !blocks.is_empty() {
                lists.blocks.insert(network, blocks);
            }
        });
    }

    /// One entry.
    pub fn find(&self, id: EntryId) -> Option<Arc<SourceEntry>> {
        self.now.load().entries.get(&id).cloned()
    }

    /// Every entry, ended by time or not, in no order.
    pub fn entries(&self) -> Vec<Arc<SourceEntry>> {
        self.now.load().entries.values().cloned().collect()
    }

    /// Entries and blocks by hand together.
    pub fn len(&self) -> usize {
        let lists = self.now.load();
        lists.entries.len() + lists.block_count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// At most `max` entries whose end has come; each is given out once.
    pub fn take_ended(&self, now: Timestamp, max: usize) -> Vec<EntryId> {
        let mut ends = self.ends.lock();
        let mut ended = Vec::new();
        while ended.len() < max && ends.first().is_some_and(|(until, _)| *until <= now) {
            ended.extend(ends.pop_first().map(|(_, id)| id));
        }
        ended
    }

    /// The next end that lies ahead.
    pub fn next_end(&self) -> Option<Timestamp> {
        self.ends.lock().first().map(|&(until, _)| until)
    }

    fn change<T>(&self, step: impl FnOnce(&mut Lists, &mut BTreeSet<(Timestamp, EntryId)>) -> T) -> T {
        let mut ends = self.ends.lock();
        let mut lists = Lists::clone(&self.now.load());
        let result = step(&mut lists, &mut ends);
        self.now.store(Arc::new(lists));
        result
    }
}

impl Lists {
    fn insert(&mut self, entry: Arc<SourceEntry>) {
        self.entries.insert(entry.id, entry.clone());
        match entry.on {
            EntryOn::Network(network) => {
                self.of_network.insert(network, entry);
            }
            EntryOn::Account(account) | EntryOn::AccountAtNetwork { account, .. } => {
                self.of_account.entry(account).or_default().push(entry);
            }
        }
    }

    fn remove(&mut self, id: EntryId) -> Option<Arc<SourceEntry>> {
        let entry = self.entries.remove(&id)?;
        match entry.on {
            // A successor on the same network may have taken its place already.
            EntryOn::Network(network) => {
                if self.of_network.get(network).is_some_and(|known| known.id == id) {
                    self.of_network.remove(network);
                }
            }
            EntryOn::Account(account) | EntryOn::AccountAtNetwork { account, .. } => {
                if let Some(entries) = self.of_account.get_mut(&account) {
                    entries.retain(|known| known.id != id);
                    if entries.is_empty() {
                        self.of_account.remove(&account);
                    }
                }
            }
        }
        Some(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::restriction::{Actor, Entity, Origin, Reason, RestrictionKind};
    use postern_core::source_entry::EntryKind;

    fn at(s: i64) -> Timestamp {
        Timestamp::from_unix_s(s)
    }

    fn rob() -> AccountId {
        AccountId::from_random(7)
    }

    fn nobody() -> AccountId {
        AccountId::from_random(99)
    }

    fn network(text: &str) -> ClientNetwork {
        text.parse().expect("a test network")
    }

    fn entry(id: u64, on: EntryOn, until_s: Option<i64>) -> SourceEntry {
        SourceEntry {
            id: EntryId::from_random(id),
            kind: EntryKind::Allowed,
            on,
            note: "a test".to_owned(),
            since: at(0),
            until: until_s.map(at),
            origin: Origin::Person,
            actor: Actor::Rule,
            is_vouched: false,
        }
    }

    fn found(lists: &SourceLists, account: AccountId, address: &str, now: i64) -> [Option<EntryId>; 3] {
        let facts = lists.facts(account, Some(address.parse().expect("an address")), at(now));
        [facts.pair_entry, facts.network_entry, facts.account_entry].map(|entry| entry.map(|entry| entry.id))
    }

    #[test]
    fn the_smallest_network_counts_and_an_end_that_has_come_does_not() {
        let lists = SourceLists::default();
        let pair = |text| EntryOn::AccountAtNetwork { account: rob(), network: network(text) };
        lists.insert(entry(1, EntryOn::Network(network("10.0.0.0/8")), None));
        lists.insert(entry(2, EntryOn::Network(network("10.1.0.0/16")), Some(100)));
        lists.insert(entry(3, pair("10.1.0.0/16"), None));
        lists.insert(entry(4, pair("10.1.2.0/24"), None));
        lists.insert(entry(5, EntryOn::Account(rob()), None));
        let ids = |numbers: [u64; 3]| numbers.map(|n| (n > 0).then(|| EntryId::from_random(n)));
        assert_eq!(found(&lists, rob(), "10.1.2.3", 99), ids([4, 2, 5]));
        assert_eq!(found(&lists, rob(), "10.1.3.3", 99), ids([3, 2, 5]));
        assert_eq!(found(&lists, rob(), "10.1.3.3", 100), ids([3, 1, 5]));
        assert_eq!(found(&lists, nobody(), "10.1.2.3", 99), ids([0, 2, 0]));
        assert_eq!(found(&lists, rob(), "2001:db8::1", 99), ids([0, 0, 5]));
        assert_eq!(lists.next_end(), Some(at(100)));
        assert_eq!(lists.take_ended(at(99), 9), []);
        assert_eq!(lists.take_ended(at(100), 9), [EntryId::from_random(2)]);
        assert_eq!(lists.take_ended(at(100), 9), [], "given out once");
        lists.remove_account(rob());
        assert_eq!(found(&lists, rob(), "10.1.2.3", 1), ids([0, 2, 0]));
        lists.remove(EntryId::from_random(1));
        lists.remove(EntryId::from_random(2));
        assert!(lists.is_empty());
    }

    #[test]
    fn two_blocks_of_one_network_are_two_rows() {
        let lists = SourceLists::default();
        let block = |id, until_s: Option<i64>| {
            Arc::new(Restriction {
                id: RestrictionId::from_random(id),
                entity: Entity::Network(network("192.0.2.0/24")),
                kind: RestrictionKind::AddressBlock,
                reason: Reason::ByPerson { note: "a test".to_owned() },
                evidence: Vec::new(),
                since: at(0),
                until: until_s.map(at),
                origin: Origin::Person,
                actor: Actor::Rule,
            })
        };
        let blocked =
            |now| lists.facts(nobody(), "192.0.2.9".parse().ok(), at(now)).network_block.map(|row| row.id);
        lists.insert_block(&block(1, Some(100)));
        lists.insert_block(&block(1, Some(100)));
        lists.insert_block(&block(2, None));
        assert_eq!(lists.len(), 2);
        assert_eq!(blocked(99), Some(RestrictionId::from_random(1)));
        assert_eq!(blocked(100), Some(RestrictionId::from_random(2)));
        lists.remove_block(network("192.0.2.0/24"), RestrictionId::from_random(2));
        assert_eq!((blocked(100), lists.len()), (None, 1));
        assert!(lists.facts(nobody(), None, at(1)).network_block.is_none());
    }
}
