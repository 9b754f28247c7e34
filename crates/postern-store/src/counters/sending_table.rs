//! Every account's sending record, in memory: the sending half of the engine's `Counters`.
//!
//! Sixty-four shards, each behind its own small mutex: a step looks a record up, lets core decide and keeps
//! what it left. Known accounts cost no allocation. An account's shard also joins the requests of its messages
//! (`transactions`). This file holds no threshold and no SQL; the journal's rows are made of
//! [`SendingTable::take_changed`].
//!
//! Memory of an account: 16 bytes in an open table that is at least 3/8 full, and a box of its record, so that
//! a growing table moves 16 bytes an account and not 300.

mod shard;
#[cfg(test)]
mod tests;
mod transactions;

use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::{Mutex, MutexGuard};
use postern_core::ids::AccountId;
use postern_core::outbound::{
    self, Grace, Recipient, SendingRecord, SendingStanding, SendingStep, SendingVerdict,
};
use postern_core::spread::{shard_of, spread};
use postern_core::time::Timestamp;
use postern_engine::ports::counters::CountersSize;
use postern_engine::ports::{JournalEntry, JournalKey, SendingAsk, SendingDecision};

use shard::Shard;

/// Independent locks. Two cores meet in one shard in one of 64 steps.
const SHARDS: usize = 64;
/// Most accounts with a record: ten times the largest site that DESIGN section 1 names, 200,000 mailboxes.
/// Beyond it the accounts of a shard that were idle longest make room.
pub const ACCOUNTS_MAX: usize = 1 << 21;
/// Records that are copied out under one lock, so that a gate waits a few microseconds at most.
const COPIED_PER_LOCK_MAX: usize = 32;

/// The sending records of one node.
pub struct SendingTable {
    shards: Box<[Mutex<Shard>]>,
    /// Where [`Self::take_changed`] goes on, so that a busy shard does not starve the others.
    next_shard: AtomicUsize,
}

impl Default for SendingTable {
    fn default() -> Self {
        Self::new()
    }
}

impl SendingTable {
    /// An empty table. Its transactions take 1 MiB, whatever is asked.
    pub fn new() -> Self {
        Self::with_accounts_max(ACCOUNTS_MAX)
    }

    fn with_accounts_max(accounts_max: usize) -> Self {
        let shards = (0..SHARDS).map(|_| Mutex::new(Shard::new(accounts_max.div_ceil(SHARDS)))).collect();
        Self { shards, next_shard: AtomicUsize::new(0) }
    }

    /// One recipient is named (RCPT). Debits.
    pub fn recipient_asked(&self, ask: &SendingAsk<'_>, recipient: Recipient) -> SendingDecision {
        let now_s = ask.now.unix_s_u32();
        let mut shard = self.shard(ask.account);
        let step = shard.change(ask.account, ask.now, |record| {
            record.note_age(ask.is_old);
            outbound::recipient(record, recipient, ask.facts, ask.policy, ask.now)
        });
        if goes_out(&step, ask) {
            shard.transactions.named(ask.instance_hash, now_s);
        }
        decision(step, 1)
    }

    /// A message is complete (END-OF-MESSAGE). Recipients that were never named are debited here.
    pub fn message_asked(&self, ask: &SendingAsk<'_>, accepted_recipients: u32) -> SendingDecision {
        let mut shard = self.shard(ask.account);
        let named = shard.transactions.complete(ask.instance_hash, ask.now.unix_s_u32());
        let unnamed = accepted_recipients.saturating_sub(named);
        let step = shard.change(ask.account, ask.now, |record| {
            record.note_age(ask.is_old);
            outbound::message(record, unnamed, ask.facts, ask.policy, ask.now)
        });
        decision(step, unnamed)
    }

    /// Sending was released: the counters that caused it start anew, and `grace` holds until `until`.
    pub fn sending_released(&self, account: AccountId, grace: Grace, until: Timestamp, now: Timestamp) {
        self.shard(account).change(account, now, |record| record.released(grace, until, now));
    }

    /// The account knows these addresses from before.
    pub fn contacts_met(&self, account: AccountId, addresses: &[u64], now: Timestamp) {
        self.shard(account).change(account, now, |record| {
            for address in addresses {
                record.meet(*address, now);
            }
            record.past_is_known();
        });
    }

    /// Other limits held until now: what was sent under them is not held against the account.
    pub fn sending_started_anew(&self, account: AccountId, now: Timestamp) {
        let mut shard = self.shard(account);
        if shard.record(account).is_some() {
            shard.change(account, now, |record| record.start_anew(now));
        }
    }

    /// The grace in force, for tests; the rules read it from the record themselves.
    #[cfg(test)]
    fn sending_grace(&self, account: AccountId, now: Timestamp) -> Grace {
        self.shard(account).record(account).map_or(Grace::None, |record| record.grace(now))
    }

    /// How the account stands at the sending door.
    pub fn sending_standing(&self, account: AccountId, now: Timestamp) -> SendingStanding {
        self.shard(account)
            .record(account)
            .map_or_else(SendingStanding::default, |record| record.standing(now))
    }

    /// Everything learned about a deleted account is forgotten.
    pub fn forget(&self, account: AccountId) {
        self.shard(account).remove(account);
    }

    /// At most `max` records that changed since they were last taken, in stored form.
    pub fn take_changed(&self, max: usize) -> Vec<JournalEntry> {
        let mut entries = Vec::new();
        let first = self.next_shard.fetch_add(1, Ordering::Relaxed);
        for offset in 0..SHARDS {
            let shard = &self.shards[(first + offset) % SHARDS];
            while entries.len() < max {
                let room = COPIED_PER_LOCK_MAX.min(max - entries.len());
                let before = entries.len();
                shard.lock().take_changed(room, |account, record| {
                    entries
                        .push(JournalEntry { key: JournalKey::Sending(account), bytes: record.to_bytes() });
                });
                if entries.len() == before {
                    break;
                }
            }
        }
        entries
    }

    /// Puts stored records back at start; entries of other tables and of unknown form are passed over. Accounts
    /// that were active at or after `stricter_since` restart with one stranger on their counters.
    pub fn restore(&self, entries: &[JournalEntry], stricter_since: Option<Timestamp>) {
        for entry in entries {
            let account = match entry.key {
                JournalKey::Sending(account) => account,
                JournalKey::SignIn(_)
                | JournalKey::Source(_)
                | JournalKey::Travels(_)
                | JournalKey::Compromise(_)
                | JournalKey::TriedName(_)
                | JournalKey::Spray => continue,
            };
            let Some(mut record) = SendingRecord::from_bytes(&entry.bytes) else {
                tracing::warn!(%account, bytes = entry.bytes.len(), "sending record of unknown form not restored");
                continue;
            };
            if stricter_since.is_some_and(|since| record.changed_s() >= since.unix_s_u32()) {
                record.restart_stricter();
            }
            self.shard(account).put(account, record);
        }
    }

    /// Accounts, and the bytes held; other fields are zero.
    pub fn size(&self) -> CountersSize {
        let mut size = CountersSize::default();
        for shard in &self.shards {
            let shard = shard.lock();
            size.sending_accounts += shard.accounts();
            size.bytes += shard.bytes();
        }
        size
    }

    fn shard(&self, account: AccountId) -> MutexGuard<'_, Shard> {
        // Ids are random bits that we minted ourselves; nobody can aim at a shard.
        self.shards[shard_of(spread(account.as_u64()), SHARDS)].lock()
    }
}

/// Whether the recipient reaches the message: permitted, slowed, or only observed.
fn goes_out(step: &SendingStep, ask: &SendingAsk<'_>) -> bool {
    match step.verdict {
        SendingVerdict::Permit | SendingVerdict::Slow { .. } => true,
        SendingVerdict::Restrict { .. } => ask.policy.only_observes(ask.now),
    }
}

fn decision(step: SendingStep, recipients: u32) -> SendingDecision {
    let SendingStep { verdict, is_novel, is_first_slow, evidence } = step;
    SendingDecision { verdict, recipients, is_novel, is_first_slow, evidence }
}
