//! Names that are nobody's and were tried from several networks, in a table that never grows.
//!
//! 64 shards of 1,024 names of 16 bytes are 1 MiB. When a flood of names wants in, what has come least far goes
//! first: an attack name is pushed out by nothing but another one.

use std::collections::VecDeque;

use postern_core::sign_in::attack_name::{NameRecord, NameStanding};
use postern_core::spread::spread;

const SLOTS: usize = 1_024;
/// Places that one name may lie in: two cache lines.
const WAYS: usize = 8;

/// The names of one shard.
pub(super) struct TriedNames {
    names: Box<[NameRecord]>,
    /// Judged since the journal took them, by key.
    changed: VecDeque<u64>,
}

impl TriedNames {
    pub(super) fn new() -> Self {
        Self { names: vec![NameRecord::default(); SLOTS].into_boxed_slice(), changed: VecDeque::new() }
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.names) + self.changed.capacity() * size_of::<u64>()
    }

    fn ways(hash: u64) -> std::ops::Range<usize> {
        let first = (hash as usize % (SLOTS / WAYS)) * WAYS;
        first..first + WAYS
    }

    fn find(&mut self, hash: u64, key: u64) -> Option<&mut NameRecord> {
        self.names[Self::ways(hash)].iter_mut().find(|name| name.key() == key)
    }

    /// A try of a name from a network.
    pub(super) fn tried(
        &mut self,
        hash: u64,
        key: u64,
        network_tag: u16,
        generation: u8,
        now_s: u32,
    ) -> NameStanding {
        let Some(name) = self.find_or_make(hash, key, now_s) else { return NameStanding::Unknown };
        let before = name.to_bytes();
        let standing = name.tried(network_tag, generation, now_s);
        if name.to_bytes() != before {
            self.changed.push_back(key);
        }
        standing
    }

    /// The record of a name, in the place of one that has come less far or of an equal one of this turn.
    fn find_or_make(&mut self, hash: u64, key: u64, now_s: u32) -> Option<&mut NameRecord> {
        let ways = &mut self.names[Self::ways(hash)];
        if let Some(way) = ways.iter().position(|name| name.key() == key) {
            return Some(&mut ways[way]);
        }
        let turn = (hash >> 56) as usize;
        let least = (0..WAYS).map(|step| (turn + step) % WAYS).min_by_key(|&way| ways[way].worth(now_s))?;
        // A judged name says more than one that has come for the first time.
        if ways[least].worth(now_s) >= 4 {
            return None;
        }
        ways[least] = NameRecord::new(key);
        Some(&mut ways[least])
    }

    /// The name was compared with those of the site.
    pub(super) fn judged(&mut self, hash: u64, key: u64, is_like_ours: bool, generation: u8) {
        if let Some(name) = self.find(hash, key)
            && name.judged(is_like_ours, generation)
        {
            self.changed.push_back(key);
        }
    }

    /// The next name that the journal has to hold, or no longer.
    pub(super) fn take_changed(&mut self) -> Option<(u64, Vec<u8>)> {
        let key = self.changed.pop_front()?;
        let name = self.find(spread(key), key);
        let bytes = name.and_then(|name| name.to_bytes()).map_or_else(Vec::new, |bytes| bytes.to_vec());
        Some((key, bytes))
    }

    pub(super) fn restore(&mut self, hash: u64, record: NameRecord) {
        if let Some(place) = self.find_or_make(hash, record.key(), 0) {
            *place = record;
        }
    }
}
