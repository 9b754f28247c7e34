//! Which accounts signed in from an unfamiliar place lately, in a table so small that it stays in the cache.
//!
//! The sending gate asks this at every recipient, and the answer is nearly always no. The account's own record
//! knows it too, but lies behind five dependent reads of memory that nobody else touches on that path: 6 % of a whole
//! request with 100,000 accounts. What this table says comes from the records and goes with them.

use hashbrown::HashTable;

/// The longest window that a policy may ask for (`outbound.unfamiliar_window_s`), seconds.
const WINDOW_MAX_S: u32 = 604_800;
/// What is older than the window is thrown out this often, seconds: some microseconds for a full shard.
const PRUNE_EVERY_S: u32 = 3_600;

struct Entry {
    hash: u64,
    at_s: u32,
}

/// The latest such success of each account of one shard.
pub(super) struct RecentlyUnfamiliar {
    entries: HashTable<Entry>,
    pruned_s: u32,
}

impl RecentlyUnfamiliar {
    pub(super) fn new() -> Self {
        Self { entries: HashTable::new(), pruned_s: 0 }
    }

    pub(super) fn bytes(&self) -> usize {
        self.entries.allocation_size()
    }

    /// The account signed in from an unfamiliar place at `at_s`; its hash is one to one with its key.
    pub(super) fn note(&mut self, hash: u64, at_s: u32) {
        match self.entries.find_mut(hash, |entry| entry.hash == hash) {
            Some(known) => known.at_s = at_s,
            None => {
                self.entries.insert_unique(hash, Entry { hash, at_s }, |entry| entry.hash);
            }
        }
    }

    /// When, seconds since 1970; zero when it was never or is longer ago than any window.
    pub(super) fn last_s(&mut self, hash: u64, now_s: u32) -> u32 {
        if now_s.abs_diff(self.pruned_s) >= PRUNE_EVERY_S {
            self.pruned_s = now_s;
            self.entries.retain(|entry| now_s.saturating_sub(entry.at_s) <= WINDOW_MAX_S);
            if self.entries.len() < self.entries.capacity() / 4 {
                self.entries.shrink_to_fit(|entry| entry.hash);
            }
        }
        self.entries.find(hash, |entry| entry.hash == hash).map_or(0, |entry| entry.at_s)
    }

    pub(super) fn forget(&mut self, hash: u64) {
        if let Ok(entry) = self.entries.find_entry(hash, |entry| entry.hash == hash) {
            entry.remove();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_window_reaches_is_thrown_out_and_nothing_else() {
        let mut recent = RecentlyUnfamiliar::new();
        let hash = |number: u64| (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for number in 0..1_000 {
            recent.note(hash(number), 1_000);
        }
        recent.note(hash(1), 2_000);
        assert_eq!(recent.last_s(hash(0), 1_000 + WINDOW_MAX_S), 1_000);
        let full = recent.bytes();
        let now_s = 2_000 + WINDOW_MAX_S + PRUNE_EVERY_S - 1_000;
        assert_eq!(recent.last_s(hash(0), now_s), 0);
        recent.note(hash(1), now_s);
        assert_eq!(recent.last_s(hash(1), now_s), now_s);
        assert!(recent.bytes() < full / 10);
        recent.forget(hash(1));
        assert_eq!(recent.last_s(hash(1), now_s), 0);
    }
}
