//! From memory to the journal and back: which records changed, and what is put back at start.
//!
//! The bytes of a record are core's (`postern_core::sign_in::stored`). An entry without bytes says that its
//! account was forgotten; reading one back does nothing.

use postern_core::ids::AccountId;
use postern_core::sign_in::stored;
use postern_core::time::Timestamp;
use postern_engine::ports::counters::{AccountKey, JournalEntry, JournalKey};

use super::source_shard::Network;
use super::{SHARDS, SignInTable, hash_network, shard_of};

impl SignInTable {
    /// At most `max` records that changed since they were last taken.
    pub fn take_changed(&self, max: usize) -> Vec<JournalEntry> {
        let mut entries = Vec::new();
        let first = self.next_shard();
        for step in 0..SHARDS {
            if entries.len() >= max {
                break;
            }
            let shard = (first + step) % SHARDS;
            self.take_accounts(shard, max, &mut entries);
            self.take_sources(shard, max, &mut entries);
        }
        entries
    }

    fn take_accounts(&self, shard: usize, max: usize, entries: &mut Vec<JournalEntry>) {
        let mut shard = self.accounts[shard].lock();
        while entries.len() < max
            && let Some(account) = shard.take_forgotten()
        {
            entries.push(JournalEntry { key: JournalKey::SignIn(account), bytes: Vec::new() });
        }
        while entries.len() < max
            && let Some((key, record, familiarity)) = shard.take_changed()
        {
            let bytes = stored::write_account(record, familiarity);
            entries.push(JournalEntry { key: JournalKey::SignIn(AccountId::from_random(key)), bytes });
        }
    }

    fn take_sources(&self, shard: usize, max: usize, entries: &mut Vec<JournalEntry>) {
        let mut shard = self.sources[shard].lock();
        while entries.len() < max
            && let Some(record) = shard.take_changed()
        {
            let bytes = stored::write_source(record);
            entries.push(JournalEntry { key: JournalKey::Source(record.network()), bytes });
        }
    }

    /// Puts stored records back at start. With `stricter_since` (the last stop was not clean) every account
    /// that was active since then restarts with one failure more in both lanes. Entries of the sending half,
    /// and those that cannot be read, are passed over.
    pub fn restore(&self, entries: &[JournalEntry], stricter_since: Option<Timestamp>) {
        for entry in entries {
            match entry.key {
                JournalKey::SignIn(account) => self.restore_account(account, &entry.bytes, stricter_since),
                JournalKey::Source(network) => {
                    if let Some(record) = stored::read_source(network, &entry.bytes) {
                        let address = postern_core::address::ClientAddress::new(network.first());
                        let shard = shard_of(hash_network(&self.key, address.neighbourhood()));
                        let network = Network { network, hash: hash_network(&self.key, network) };
                        self.sources[shard].lock().restore(network, record);
                    }
                }
                JournalKey::Sending(_) => {}
            }
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
}
