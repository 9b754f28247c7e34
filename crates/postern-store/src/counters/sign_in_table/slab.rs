//! Records side by side, found through an index of 32-bit slots.
//!
//! An open-addressing table that holds records itself leaves up to half of its room empty; of a million
//! records that is more than all the rest together. The index costs 5 bytes an entry instead, and the records
//! grow by an eighth. This file does not know what a record is.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Least growth, so that a small table does not move with every record.
const GROWTH_MIN: usize = 16;

/// Grows a list by an eighth when it is full.
pub(in crate::counters) fn push_slowly_growing<T>(list: &mut Vec<T>, value: T) {
    if list.len() == list.capacity() {
        list.reserve_exact((list.len() / 8).max(GROWTH_MIN));
    }
    list.push(value);
}

/// Bytes that a list has allocated.
pub(in crate::counters) fn list_bytes<T>(list: &Vec<T>) -> usize {
    list.capacity() * size_of::<T>()
}

/// Records of one kind.
pub(in crate::counters) struct Slab<T> {
    index: HashTable<u32>,
    records: Vec<T>,
    free: Vec<u32>,
}

impl<T> Slab<T> {
    pub(in crate::counters) fn new() -> Self {
        Self { index: HashTable::new(), records: Vec::new(), free: Vec::new() }
    }

    pub(in crate::counters) fn len(&self) -> usize {
        self.index.len()
    }

    /// Slots in use or free; every slot is below this.
    pub(in crate::counters) fn slots(&self) -> usize {
        self.records.len()
    }

    pub(in crate::counters) fn bytes(&self) -> usize {
        self.index.allocation_size() + list_bytes(&self.records) + list_bytes(&self.free)
    }

    /// The slot of a record.
    pub(in crate::counters) fn find(&self, hash: u64, is_it: impl Fn(&T) -> bool) -> Option<u32> {
        self.index.find(hash, |&slot| is_it(&self.records[slot as usize])).copied()
    }

    /// A record by a slot that [`Slab::find`] or [`Slab::insert`] gave.
    pub(in crate::counters) fn at(&self, slot: u32) -> &T {
        &self.records[slot as usize]
    }

    /// The same, to change it.
    pub(in crate::counters) fn at_mut(&mut self, slot: u32) -> &mut T {
        &mut self.records[slot as usize]
    }

    /// Adds a record that is not there yet. At most 2^32 - 1 records, which no machine of ours can hold.
    pub(in crate::counters) fn insert(&mut self, hash: u64, record: T, rehash: impl Fn(&T) -> u64) -> u32 {
        let slot = match self.free.pop() {
            Some(slot) => {
                self.records[slot as usize] = record;
                slot
            }
            None => {
                push_slowly_growing(&mut self.records, record);
                (self.records.len() - 1) as u32
            }
        };
        let records = &self.records;
        self.index.insert_unique(hash, slot, |&slot| rehash(&records[slot as usize]));
        slot
    }

    /// Takes a record out; its slot will be used again.
    pub(in crate::counters) fn remove(&mut self, hash: u64, slot: u32) {
        if let Ok(entry) = self.index.find_entry(hash, |&found| found == slot) {
            entry.remove();
            self.free.push(slot);
        }
    }

    /// Puts another record into the slot of one that goes.
    pub(in crate::counters) fn replace(
        &mut self,
        slot: u32,
        old_hash: u64,
        hash: u64,
        record: T,
        rehash: impl Fn(&T) -> u64,
    ) {
        if let Ok(entry) = self.index.find_entry(old_hash, |&found| found == slot) {
            entry.remove();
        }
        self.records[slot as usize] = record;
        let records = &self.records;
        match self.index.entry(hash, |&found| found == slot, |&slot| rehash(&records[slot as usize])) {
            Entry::Occupied(_) => {}
            Entry::Vacant(vacant) => {
                vacant.insert(slot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_never_holds_more_than_an_eighth_and_a_little_of_empty_room() {
        let mut list = Vec::new();
        for number in 0..20_000u32 {
            push_slowly_growing(&mut list, number);
            assert!(list.capacity() <= list.len() + list.len() / 8 + GROWTH_MIN);
        }
    }

    #[test]
    fn a_slot_is_used_again_and_found_under_its_new_key_only() {
        let hash = |key: &u64| key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slab = Slab::new();
        let slots: Vec<u32> = (0..100u64).map(|key| slab.insert(hash(&key), key, hash)).collect();
        slab.replace(slots[5], hash(&5), hash(&500), 500, hash);
        slab.remove(hash(&6), slots[6]);
        assert_eq!(slab.insert(hash(&600), 600, hash), slots[6]);
        assert_eq!((slab.len(), slab.slots()), (100, 100));
        for (key, found) in
            [(5, None), (6, None), (7, Some(slots[7])), (500, Some(slots[5])), (600, Some(slots[6]))]
        {
            assert_eq!(slab.find(hash(&key), |record| *record == key), found, "{key}");
        }
    }
}
