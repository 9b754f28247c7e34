//! What people said of sources, in memory: entries, and blocks of networks by hand.
//!
//! Gates read a snapshot without a lock; a change makes a new one. There are at most
//! [`ENTRIES_MAX`](postern_core::source_entry::ENTRIES_MAX) of both together, so a change costs a millisecond at the
//! very most, and while there is none a question costs one load. Blocks by rules are not here: the counters know
//! them. Pins are apart: they are asked at every recipient, and an account without one is told by a single bit. This
//! file deliberately does not know in which order things are asked.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;
use parking_lot::Mutex;
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::{AccountId, EntryId, RestrictionId};
use postern_core::precedence::ListFacts;
use postern_core::prefix_table::PrefixTable;
use postern_core::restriction::Restriction;
use postern_core::source_entry::{EntryKind, EntryOn, SourceEntry};
use postern_core::spread::MintedMap;
use postern_core::time::Timestamp;

/// Entries and blocks by hand of this node.
pub struct SourceLists {
    now: ArcSwap<Lists>,
    /// Held while a new snapshot is made, so that no change is lost; beside it the ends that lie ahead.
    ends: Mutex<BTreeSet<(Timestamp, EntryId)>>,
    /// One bit for each group of accounts: whether one of them may have a pin.
    may_be_pinned: [AtomicU64; PIN_WORDS],
}

/// 4,096 groups, 512 bytes: with a hundred pinned accounts one in forty of the others looks further.
const PIN_WORDS: usize = 64;

impl Default for SourceLists {
    fn default() -> Self {
        let may_be_pinned = [const { AtomicU64::new(0) }; PIN_WORDS];
        Self { now: ArcSwap::default(), ends: Mutex::default(), may_be_pinned }
    }
}

#[derive(Clone, Default)]
struct Lists {
    entries: MintedMap<EntryId, Arc<SourceEntry>>,
    of_network: PrefixTable<Arc<SourceEntry>>,
    of_account: MintedMap<AccountId, Vec<Arc<SourceEntry>>>,
    pins: MintedMap<AccountId, Vec<Arc<SourceEntry>>>,
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

    /// Whether the account is pinned, and `address` lies in none of its pins that are in force.
    pub fn is_outside_pins(&self, account: AccountId, address: ClientAddress, now: Timestamp) -> bool {
        self.is_pinned(account, now)
            && !self.now.load().pins.get(&account).is_some_and(|pins| {
                pins.iter().any(|pin| pin.is_in_force(now) && pin.on.covers(Some(account), Some(address)))
            })
    }

    /// Whether the account has a pin that is in force.
    pub fn is_pinned(&self, account: AccountId, now: Timestamp) -> bool {
        let (word, bit) = pin_place(account);
        self.may_be_pinned[word].load(Ordering::Acquire) & bit != 0
            && self
                .now
                .load()
                .pins
                .get(&account)
                .is_some_and(|pins| pins.iter().any(|pin| pin.is_in_force(now)))
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
        let now = self.now.load();
        if !now.of_account.contains_key(&account) && !now.pins.contains_key(&account) {
            return;
        }
        self.change(|lists, ends| {
            let pins = lists.pins.remove(&account).unwrap_or_default();
            for entry in lists.of_account.remove(&account).unwrap_or_default().into_iter().chain(pins) {
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
        let mut may_be_pinned = [0; PIN_WORDS];
        for &account in lists.pins.keys() {
            let (word, bit) = pin_place(account);
            may_be_pinned[word] |= bit;
        }
        self.now.store(Arc::new(lists));
        for (word, bits) in self.may_be_pinned.iter().zip(may_be_pinned) {
            word.store(bits, Ordering::Release);
        }
        result
    }
}

/// The word and the bit of an account. Ids are random, so their low bits spread evenly.
const fn pin_place(account: AccountId) -> (usize, u64) {
    let id = account.as_u64();
    ((id >> 6) as usize % PIN_WORDS, 1 << (id % 64))
}

impl Lists {
    fn insert(&mut self, entry: Arc<SourceEntry>) {
        self.entries.insert(entry.id, entry.clone());
        match entry.on {
            EntryOn::Network(network) => {
                self.of_network.insert(network, entry);
            }
            EntryOn::Account(account) | EntryOn::AccountAtNetwork { account, .. } => {
                self.about_accounts(entry.kind).entry(account).or_default().push(entry);
            }
        }
    }

    fn about_accounts(&mut self, kind: EntryKind) -> &mut MintedMap<AccountId, Vec<Arc<SourceEntry>>> {
        match kind {
            EntryKind::Allowed | EntryKind::Shared => &mut self.of_account,
            EntryKind::Pinned => &mut self.pins,
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
                let of_kind = self.about_accounts(entry.kind);
                if let Some(entries) = of_kind.get_mut(&account) {
                    entries.retain(|known| known.id != id);
                    if entries.is_empty() {
                        of_kind.remove(&account);
                    }
                }
            }
        }
        Some(entry)
    }
}

#[cfg(test)]
mod tests;
