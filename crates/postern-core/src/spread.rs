//! Spreads numbers that nobody outside chose over shards, buckets and tags: ids that we minted, hashes that were keyed.
//!
//! A table of ours is cut into shards, and each shard is a hash table that takes its buckets from the low bits of a hash
//! and a tag of seven bits from the top ones. So the shard must come from bits in between ([`shard_of`]): taken from the low
//! ones, all entries of a shard would queue for one bucket in so many, and from the top ones, all would wear the same tag,
//! and each search would look at a dozen strangers' entries (both happened; a policy request was a tenth slower for it).
//!
//! Not keyed: it is not for anything that a stranger may choose.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Spreads a number over all 64 bits, one to one. (The finaliser of MurmurHash3.)
pub const fn spread(number: u64) -> u64 {
    let mut bits = number;
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    bits ^ (bits >> 33)
}

/// Which of `shards` (at most 2^20) a spread hash belongs to, from bits of which neither buckets nor tags are made.
pub const fn shard_of(hash: u64, shards: usize) -> usize {
    (hash >> 32) as usize % shards
}

/// A map by ids of ours. The standard map's own hash withstands strangers' keys and costs four times as much.
pub type MintedMap<K, V> = HashMap<K, V, BuildHasherDefault<MintedHasher>>;

/// Hashes keys that are made of ids and other numbers of ours.
#[derive(Clone, Copy, Debug, Default)]
pub struct MintedHasher(u64);

impl Hasher for MintedHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = spread(self.0.rotate_left(5) ^ number);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hash::BuildHasher;

    use super::*;

    /// How many different buckets of 64 and how many of the 128 tags the entries of one shard have.
    fn buckets_and_tags(hashes: impl Iterator<Item = u64>) -> (usize, usize) {
        let of_one_shard: Vec<u64> = hashes.filter(|&hash| shard_of(hash, 64) == 7).take(3_000).collect();
        assert_eq!(of_one_shard.len(), 3_000);
        let buckets: HashSet<u64> = of_one_shard.iter().map(|hash| hash % 64).collect();
        let tags: HashSet<u64> = of_one_shard.iter().map(|hash| hash >> 57).collect();
        (buckets.len(), tags.len())
    }

    #[test]
    fn the_entries_of_one_shard_use_every_bucket_and_every_tag() {
        assert_eq!(buckets_and_tags((0..200_000).map(spread)), (64, 128));
        let map = MintedMap::<(u64, i64), ()>::default();
        let pairs = (0..200_000i64).map(|number| map.hasher().hash_one((number.cast_unsigned(), -number)));
        assert_eq!(buckets_and_tags(pairs), (64, 128));
    }

    #[test]
    fn a_pair_is_not_its_mirror() {
        let map = MintedMap::<(u64, u64), ()>::default();
        assert_ne!(map.hasher().hash_one((1u64, 2u64)), map.hasher().hash_one((2u64, 1u64)));
    }
}
