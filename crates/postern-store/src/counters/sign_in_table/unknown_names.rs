//! Names that are nobody's: the same records and rules as accounts, in a table that never grows.
//!
//! A name "locks" as an account does, so nothing tells them apart. When a flood of names pushes one out,
//! nothing leaks either: a locked name and a wrong password get the same answer.

use postern_core::sign_in::record::AccountRecord;

/// Slots of one shard: 64 shards of 1,024 records of 64 bytes are 4 MiB (signin reference, c.7).
const SLOTS: usize = 1_024;
/// Places that one name may lie in.
const WAYS: usize = 8;

/// Unknown names of one shard.
pub(super) struct UnknownNames {
    records: Box<[AccountRecord]>,
    gave_way: u64,
}

impl UnknownNames {
    pub(super) fn new() -> Self {
        Self { records: vec![AccountRecord::default(); SLOTS].into_boxed_slice(), gave_way: 0 }
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.records)
    }

    /// How many names gave way to others.
    pub(super) fn gave_way(&self) -> u64 {
        self.gave_way
    }

    fn ways(hash: u64) -> std::ops::Range<usize> {
        let first = (hash as usize % (SLOTS / WAYS)) * WAYS;
        first..first + WAYS
    }

    /// The record of a name, if it is there.
    pub(super) fn find(&mut self, hash: u64, key: u64) -> Option<&mut AccountRecord> {
        self.records[Self::ways(hash)].iter_mut().find(|record| record.key() == key)
    }

    /// The record of a name; one that is not there takes the place of another, chosen by the name's hash and
    /// preferably one without a lock.
    pub(super) fn find_or_make(&mut self, hash: u64, key: u64, now_s: u32) -> &mut AccountRecord {
        let ways = &mut self.records[Self::ways(hash)];
        let found = ways.iter().position(|record| record.key() == key);
        let way = found.unwrap_or_else(|| {
            let first = (hash >> 56) as usize % WAYS;
            let turn = |step: usize| (first + step) % WAYS;
            let free = (0..WAYS).map(turn).find(|&way| ways[way].key() == 0);
            let unlocked = || (0..WAYS).map(turn).find(|&way| !ways[way].is_penalised(now_s));
            let way = free.or_else(unlocked).unwrap_or(first);
            self.gave_way += u64::from(ways[way].key() != 0);
            ways[way] = AccountRecord::new(key);
            way
        });
        &mut ways[way]
    }
}
