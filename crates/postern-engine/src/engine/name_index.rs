//! Every name in memory: keyed hash of the canonical name → account. Sixteen bytes a name, sharded, and no
//! text: whoever reads this process's memory learns no address that was not asked for.

use std::hash::Hasher;
use std::num::NonZeroU64;

use parking_lot::RwLock;
use postern_core::account::AccountKind;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::near_table::NearTable;
use postern_core::spread::{MintedMap, shard_of};
use siphasher::sip::SipHasher13;

/// The keyed hash by which a name is found in memory.
pub fn hash_name(site_key: &[u8; 32], name: &AccountName) -> u64 {
    hash_canonical(site_key, name.as_str())
}

/// The same for a name that is canonical already and need not be owned: the gates' path.
pub(crate) fn hash_canonical(site_key: &[u8; 32], canonical: &str) -> u64 {
    keyed_hash(site_key, 0, &[canonical.as_bytes()])
}

/// A keyed hash over length-prefixed parts, so that no two lists of parts are the same bytes. `purpose` keeps
/// hashes of different use apart: a recipient never equals a login.
pub(crate) fn keyed_hash(site_key: &[u8; 32], purpose: u8, parts: &[&[u8]]) -> u64 {
    let mut key = [0; 16];
    key.copy_from_slice(&site_key[..16]);
    key[15] ^= purpose;
    let mut hasher = SipHasher13::new_with_key(&key);
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish()
}

const SHARDS: usize = 64;
/// Ids use 50 bits; the kind of the account sits above them.
const KIND_SHIFT: u32 = 60;
/// Always set, so that an empty place needs no room of its own.
const TAKEN: NonZeroU64 = NonZeroU64::new(1 << 63).expect("not zero");

#[derive(Clone, Copy)]
struct Entry {
    name_hash: u64,
    account_and_kind: NonZeroU64,
}

const _: () = assert!(size_of::<Option<Entry>>() == 16);

impl Entry {
    fn new(name_hash: u64, account: AccountId, kind: AccountKind) -> Self {
        let kind_bits: u64 = match kind {
            AccountKind::Person => 0,
            AccountKind::SharedMailbox => 1,
            AccountKind::Application => 2,
        };
        Self { name_hash, account_and_kind: TAKEN | account.as_u64() | (kind_bits << KIND_SHIFT) }
    }

    fn account(self) -> (AccountId, AccountKind) {
        let account_and_kind = self.account_and_kind.get();
        let kind = match account_and_kind >> KIND_SHIFT & 3 {
            1 => AccountKind::SharedMailbox,
            2 => AccountKind::Application,
            _ => AccountKind::Person,
        };
        (AccountId::from_random(account_and_kind), kind)
    }
}

/// The index. Lookups take one shard's read lock and allocate nothing.
pub struct NameIndex {
    shards: Vec<RwLock<NearTable<Entry>>>,
}

impl Default for NameIndex {
    fn default() -> Self {
        Self { shards: (0..SHARDS).map(|_| RwLock::default()).collect() }
    }
}

impl NameIndex {
    fn shard(&self, name_hash: u64) -> &RwLock<NearTable<Entry>> {
        &self.shards[shard_of(name_hash, SHARDS)]
    }

    /// The account with this name.
    pub fn find(&self, name_hash: u64) -> Option<(AccountId, AccountKind)> {
        let shard = self.shard(name_hash).read();
        shard.find(name_hash, |entry| entry.name_hash == name_hash).map(|entry| entry.account())
    }

    /// Adds or replaces a name.
    pub fn insert(&self, name_hash: u64, account: AccountId, kind: AccountKind) {
        let mut shard = self.shard(name_hash).write();
        let entry = Entry::new(name_hash, account, kind);
        if let Some(known) = shard.find_mut(name_hash, |known| known.name_hash == name_hash) {
            *known = entry;
        } else {
            shard.insert_unique(name_hash, entry, |entry| entry.name_hash);
        }
    }

    /// Takes a name away.
    pub fn remove(&self, name_hash: u64) {
        let is_it = |known: &Entry| known.name_hash == name_hash;
        self.shard(name_hash).write().remove(name_hash, is_it, |entry| entry.name_hash);
    }

    /// The kind of an account. One pass over the index: only for a person's action, never on a gate's path.
    pub fn kind_of(&self, account: AccountId) -> Option<AccountKind> {
        self.shards.iter().find_map(|shard| {
            let shard = shard.read();
            shard
                .iter()
                .map(|entry| entry.account())
                .find(|(known, _)| *known == account)
                .map(|(_, kind)| kind)
        })
    }

    /// Takes away every name of an account. One pass over the index, as above.
    pub fn remove_account(&self, account: AccountId) {
        for shard in &self.shards {
            shard.write().retain(|entry| entry.account().0 != account, |entry| entry.name_hash);
        }
    }

    /// Adds many names that are persons' until said otherwise; what is known already stays, because it came
    /// later than the page that is being loaded.
    pub fn load(&self, names: &[(u64, AccountId)]) {
        for shard in &self.shards {
            shard.write().reserve(names.len() / SHARDS, |entry| entry.name_hash);
        }
        for &(name_hash, account) in names {
            let mut shard = self.shard(name_hash).write();
            if shard.find(name_hash, |known| known.name_hash == name_hash).is_none() {
                let entry = Entry::new(name_hash, account, AccountKind::Person);
                shard.insert_unique(name_hash, entry, |entry| entry.name_hash);
            }
        }
    }

    /// How many names.
    pub fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.read().len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sets the kind of the accounts in `kinds` on all their names: one pass over the index.
    pub fn set_kinds(&self, kinds: &MintedMap<AccountId, AccountKind>) {
        for shard in &self.shards {
            for entry in shard.write().iter_mut() {
                let (account, _) = entry.account();
                if let Some(&kind) = kinds.get(&account) {
                    *entry = Entry::new(entry.name_hash, account, kind);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_name_is_found_with_its_kind_until_it_is_taken_away() {
        let index = NameIndex::default();
        let account = AccountId::from_random(u64::MAX);
        index.insert(42, account, AccountKind::Application);
        assert_eq!(index.find(42), Some((account, AccountKind::Application)));
        index.load(&[(42, AccountId::from_random(1)), (43, account)]);
        assert_eq!(index.find(42), Some((account, AccountKind::Application)), "what came later stays");
        assert_eq!(index.find(43), Some((account, AccountKind::Person)));
        index.set_kinds(&[(account, AccountKind::SharedMailbox)].into_iter().collect());
        assert_eq!(index.find(43), Some((account, AccountKind::SharedMailbox)));
        index.remove(42);
        assert_eq!(index.find(42), None);
        assert_eq!(index.len(), 1);
    }

    #[test]
    fn a_search_looks_at_hardly_any_name_but_its_own() {
        let index = NameIndex::default();
        let hashes: Vec<u64> = (0..64_000u32)
            .map(|number| hash_canonical(&[7; 32], &format!("user{number}@contoso.example")))
            .collect();
        for &hash in &hashes {
            index.insert(hash, AccountId::from_random(hash), AccountKind::Person);
        }
        let looked_at = Cell::new(0);
        for &hash in &hashes {
            let shard = index.shard(hash).read();
            let found = shard.find(hash, |entry| {
                looked_at.set(looked_at.get() + 1);
                entry.name_hash == hash
            });
            assert!(found.is_some());
        }
        // Half of the places are taken: half a stranger by chance (Knuth 6.4).
        let more_than_own = f64::from(looked_at.get()) / hashes.len() as f64 - 1.0;
        assert!(
            more_than_own < 0.6,
            "{more_than_own} strangers a search: the shard is made of the bits that choose the place"
        );
    }

    #[test]
    fn parts_that_run_together_are_not_the_same() {
        let key = [7; 32];
        assert_ne!(keyed_hash(&key, 1, &[b"ab", b"c"]), keyed_hash(&key, 1, &[b"a", b"bc"]));
        assert_ne!(keyed_hash(&key, 1, &[b"a"]), keyed_hash(&key, 2, &[b"a"]));
    }
}
