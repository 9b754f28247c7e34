//! From memory to the journal and back: which records changed, and what is put back at start.
//!
//! The bytes of a record are core's (`postern_core::sign_in::stored`). An entry without bytes says that its
//! account was forgotten; reading one back does nothing.

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::AccountId;
use postern_core::sign_in::attack_name::NameRecord;
use postern_core::sign_in::stored;
use postern_core::spread::{shard_of, spread};
use postern_core::time::Timestamp;
use postern_engine::ports::counters::{AccountKey, JournalEntry, JournalKey};

use super::source_shard::Network;
use super::{SHARDS, SignInTable, hash_network};

/// Records that are copied out under one lock, so that a gate waits a few microseconds at most.
const COPIED_PER_LOCK_MAX: usize = 32;

impl SignInTable {
    /// At most `max` records that changed since they were last taken; fewer only when no more have changed.
    pub fn take_changed(&self, max: usize) -> Vec<JournalEntry> {
        let mut entries = Vec::new();
        let first = self.next_shard();
        if let Some(record) = self.take_spray_changed() {
            entries.push(record);
        }
        for step in 0..SHARDS {
            let shard = (first + step) % SHARDS;
            while self.take_accounts(shard, max, &mut entries) {}
            while self.take_sources(shard, max, &mut entries) {}
        }
        entries
    }

    fn take_spray_changed(&self) -> Option<JournalEntry> {
        let record = self.spray.take_changed()?;
        Some(JournalEntry { key: JournalKey::Spray, bytes: stored::write_spray(&record) })
    }

    /// Copies a few records out under one lock; answers whether there may be more.
    fn take_accounts(&self, shard: usize, max: usize, entries: &mut Vec<JournalEntry>) -> bool {
        let mut shard = self.accounts[shard].lock();
        for _ in 0..COPIED_PER_LOCK_MAX {
            if entries.len() >= max {
                return false;
            }
            if let Some(account) = shard.take_forgotten() {
                entries.push(JournalEntry { key: JournalKey::SignIn(account), bytes: Vec::new() });
            } else if let Some((key, record, familiarity)) = shard.take_changed() {
                let bytes = stored::write_account(record, familiarity);
                entries.push(JournalEntry { key: JournalKey::SignIn(AccountId::from_random(key)), bytes });
            } else if let Some((key, bytes)) = shard.tried_names.take_changed() {
                entries.push(JournalEntry { key: JournalKey::TriedName(key), bytes });
            } else {
                return false;
            }
        }
        true
    }

    /// The same for sources.
    fn take_sources(&self, shard: usize, max: usize, entries: &mut Vec<JournalEntry>) -> bool {
        let mut shard = self.sources[shard].lock();
        for _ in 0..COPIED_PER_LOCK_MAX {
            if entries.len() >= max {
                return false;
            }
            let Some(record) = shard.take_changed() else { return false };
            let bytes = stored::write_source(record);
            entries.push(JournalEntry { key: JournalKey::Source(record.network()), bytes });
        }
        true
    }

    /// Puts stored records back at start. With `stricter_since` (the last stop was not clean) every account
    /// that was active since then restarts with one failure more in both lanes. Entries of the sending half,
    /// and those that cannot be read, are passed over.
    pub fn restore(&self, entries: &[JournalEntry], stricter_since: Option<Timestamp>) {
        for entry in entries {
            match entry.key {
                JournalKey::SignIn(account) => self.restore_account(account, &entry.bytes, stricter_since),
                JournalKey::Source(network) => self.restore_source(network, &entry.bytes),
                JournalKey::TriedName(key) => self.restore_name(key, &entry.bytes),
                JournalKey::Spray => {
                    if let Some(record) = stored::read_spray(&entry.bytes) {
                        self.spray.restore(record);
                    }
                }
                JournalKey::Sending(_) | JournalKey::Travels(_) | JournalKey::Compromise(_) => {}
            }
        }
    }

    fn restore_name(&self, key: u64, bytes: &[u8]) {
        if let Some(record) = NameRecord::from_bytes(key, bytes) {
            let hash = spread(key);
            self.accounts[shard_of(hash, SHARDS)].lock().tried_names.restore(hash, record);
        }
    }

    fn restore_account(&self, account: AccountId, bytes: &[u8], stricter_since: Option<Timestamp>) {
        let Some((mut record, familiarity)) = stored::read_account(bytes) else { return };
        if let Some(since) = stricter_since {
            let last_success_s = familiarity.as_ref().map_or(0, |known| known.last_success_s());
            record.restart_stricter(last_success_s, since.unix_s_u32());
        }
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().restore(who, record, familiarity);
    }

    fn restore_source(&self, network: ClientNetwork, bytes: &[u8]) {
        let Some(record) = stored::read_source(network, bytes) else { return };
        let neighbourhood = ClientAddress::new(network.first()).neighbourhood();
        let shard = shard_of(hash_network(&self.key, neighbourhood), SHARDS);
        let network = Network { network, hash: hash_network(&self.key, network) };
        self.sources[shard].lock().restore(network, record);
    }
}
