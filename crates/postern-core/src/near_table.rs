//! A hash table whose entry lies where its hash points, or in one of the next places: one line of memory where a table with
//! tags beside its entries needs two. A gate that looks up one account in a million waits for memory more than it computes,
//! so the tables that it asks at each mail are of this kind.
//!
//! Places are taken one after the other (linear probing) and given back by moving later entries up, so nothing is left
//! behind by a removal. It knows no keys and computes no hash: whoever holds it says both, and the hash must be one that no
//! stranger can aim (keyed, or of an id that we minted). Its lowest bits choose the place.

use std::mem;

/// At most so many of eight places are taken: a search for what is there looks at two and a half then, one for what is not at
/// eight and a half, which still are three lines of memory in a row (Knuth 6.4).
const TAKEN_OF_EIGHT_MAX: usize = 6;
const PLACES_MIN: usize = 8;

/// Entries by a hash. `Option<T>` should be no larger than `T`.
#[derive(Clone, Debug)]
pub struct NearTable<T> {
    /// A power of two of them, or none.
    places: Vec<Option<T>>,
    entries: usize,
}

impl<T> Default for NearTable<T> {
    fn default() -> Self {
        Self { places: Vec::new(), entries: 0 }
    }
}

impl<T> NearTable<T> {
    /// How many entries.
    pub const fn len(&self) -> usize {
        self.entries
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.entries == 0
    }

    /// Bytes of its places, taken or not.
    pub const fn allocation_size(&self) -> usize {
        self.places.capacity() * size_of::<Option<T>>()
    }

    /// The entry with this hash of which `is_it` holds.
    pub fn find(&self, hash: u64, is_it: impl Fn(&T) -> bool) -> Option<&T> {
        self.places.get(self.place_of(hash, is_it)?)?.as_ref()
    }

    /// The same, to be changed. What its hash is made of must stay.
    pub fn find_mut(&mut self, hash: u64, is_it: impl Fn(&T) -> bool) -> Option<&mut T> {
        let place = self.place_of(hash, is_it)?;
        self.places.get_mut(place)?.as_mut()
    }

    fn place_of(&self, hash: u64, is_it: impl Fn(&T) -> bool) -> Option<usize> {
        let mut place = self.home(hash);
        loop {
            // There always is an empty place, so this ends; a table without places ends at once.
            match self.places.get(place)? {
                Some(entry) if is_it(entry) => return Some(place),
                Some(_) => place = self.after(place),
                None => return None,
            }
        }
    }

    /// Adds an entry that is not there yet. `hash_of` is the hash of any entry.
    pub fn insert_unique(&mut self, hash: u64, entry: T, hash_of: impl Fn(&T) -> u64) {
        self.reserve(1, hash_of);
        self.put(hash, entry);
    }

    fn put(&mut self, hash: u64, entry: T) {
        let mut place = self.home(hash);
        while self.places[place].is_some() {
            place = self.after(place);
        }
        self.places[place] = Some(entry);
        self.entries += 1;
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize, hash_of: impl Fn(&T) -> u64) {
        let wanted = (self.entries + more) * 8;
        if wanted <= self.places.len() * TAKEN_OF_EIGHT_MAX {
            return;
        }
        let places = wanted.div_ceil(TAKEN_OF_EIGHT_MAX).next_power_of_two().max(PLACES_MIN);
        self.rebuild(places, |_| true, hash_of);
    }

    /// Takes an entry out.
    pub fn remove(
        &mut self,
        hash: u64,
        is_it: impl Fn(&T) -> bool,
        hash_of: impl Fn(&T) -> u64,
    ) -> Option<T> {
        let mut hole = self.place_of(hash, is_it)?;
        let removed = self.places[hole].take();
        self.entries -= 1;
        let mut place = self.after(hole);
        while let Some(entry) = &self.places[place] {
            // It may move up to the hole unless its home lies behind the hole.
            if self.distance(self.home(hash_of(entry)), place) >= self.distance(hole, place) {
                self.places.swap(hole, place);
                hole = place;
            }
            place = self.after(place);
        }
        removed
    }

    /// Leaves only entries that `keep` wants; asked once of each.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool, hash_of: impl Fn(&T) -> u64) {
        self.rebuild(self.places.len(), keep, hash_of);
    }

    fn rebuild(&mut self, places: usize, mut keep: impl FnMut(&T) -> bool, hash_of: impl Fn(&T) -> u64) {
        let empty = std::iter::repeat_with(|| None).take(places).collect();
        let before = mem::replace(&mut self.places, empty);
        self.entries = 0;
        for entry in before.into_iter().flatten() {
            if keep(&entry) {
                self.put(hash_of(&entry), entry);
            }
        }
    }

    /// All entries, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.places.iter().flatten()
    }

    /// All entries, to be changed. What their hashes are made of must stay.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.places.iter_mut().flatten()
    }

    const fn home(&self, hash: u64) -> usize {
        hash as usize & self.places.len().wrapping_sub(1)
    }

    const fn after(&self, place: usize) -> usize {
        (place + 1) & (self.places.len() - 1)
    }

    const fn distance(&self, from: usize, to: usize) -> usize {
        to.wrapping_sub(from) & (self.places.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::num::NonZeroU64;

    use proptest::prelude::*;

    use super::*;

    /// An entry: its key, whose few low bits are the hash so that entries crowd, and a value.
    type Entry = (NonZeroU64, u64);

    fn hash_of(entry: &Entry) -> u64 {
        entry.0.get() % 5
    }

    fn key(number: u64) -> NonZeroU64 {
        NonZeroU64::MIN.saturating_add(number)
    }

    #[derive(Clone, Debug)]
    enum Step {
        Put(u64, u64),
        Remove(u64),
        KeepMultiplesOf(u64),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            8 => (0..40u64, any::<u64>()).prop_map(|(key, value)| Step::Put(key, value)),
            4 => (0..40u64).prop_map(Step::Remove),
            1 => (1..4u64).prop_map(Step::KeepMultiplesOf),
        ]
    }

    proptest! {
        #[test]
        fn it_holds_what_an_ordinary_map_holds(steps in prop::collection::vec(step(), 0..200)) {
            let (mut table, mut map) = (NearTable::<Entry>::default(), BTreeMap::new());
            for step in steps {
                match step {
                    Step::Put(number, value) => {
                        let key = key(number);
                        let hash = hash_of(&(key, 0));
                        match table.find_mut(hash, |known| known.0 == key) {
                            Some(known) => known.1 = value,
                            None => table.insert_unique(hash, (key, value), hash_of),
                        }
                        map.insert(key, value);
                    }
                    Step::Remove(number) => {
                        let key = key(number);
                        let removed = table.remove(hash_of(&(key, 0)), |known| known.0 == key, hash_of);
                        prop_assert_eq!(removed.map(|entry| entry.1), map.remove(&key));
                    }
                    Step::KeepMultiplesOf(number) => {
                        table.retain(|entry| entry.0.get() % number == 0, hash_of);
                        map.retain(|key, _| key.get() % number == 0);
                    }
                }
                prop_assert_eq!(table.len(), map.len());
                for number in 0..40 {
                    let key = key(number);
                    let found = table.find(hash_of(&(key, 0)), |known| known.0 == key);
                    prop_assert_eq!(found.map(|entry| &entry.1), map.get(&key));
                }
                let all: BTreeMap<_, _> = table.iter().copied().collect();
                prop_assert_eq!(&all, &map);
            }
        }
    }

    #[test]
    fn it_is_at_most_three_quarters_full_and_an_empty_one_costs_nothing() {
        let mut table = NearTable::<NonZeroU64>::default();
        assert_eq!((table.allocation_size(), table.is_empty()), (0, true));
        assert_eq!(table.find(7, |_| true), None);
        for number in 1..=1_000u64 {
            table.insert_unique(number, key(number), |key| key.get());
            let places = table.allocation_size() / 8;
            assert!(table.len() * 4 <= places * 3, "{number} of {places}");
        }
        assert_eq!(table.allocation_size(), 2_048 * 8);
    }
}
