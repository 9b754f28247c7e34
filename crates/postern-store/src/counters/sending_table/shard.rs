//! One shard of the sending table: records by account, which of them changed, and making room.

use std::collections::VecDeque;

use postern_core::ids::AccountId;
use postern_core::near_table::NearTable;
use postern_core::outbound::{Grace, SendingRecord};
use postern_core::spread::spread;
use postern_core::time::Timestamp;

use super::transactions::Transactions;

/// When a shard is full, one in so many accounts makes room at once, so that the search is rare.
const EVICTED_SHARE: usize = 16;

struct Entry {
    account: AccountId,
    kept: Box<Kept>,
}

struct Kept {
    record: SendingRecord,
    /// In the list of changed accounts.
    is_changed: bool,
}

impl Kept {
    /// Changes the record, and keeps the shard's sum of bytes and list of changed accounts true.
    fn change<R>(
        &mut self,
        account: AccountId,
        heap_bytes: &mut usize,
        changed: &mut VecDeque<AccountId>,
        change: impl FnOnce(&mut SendingRecord) -> R,
    ) -> R {
        let bytes_before = self.record.heap_bytes();
        let result = change(&mut self.record);
        *heap_bytes = *heap_bytes - bytes_before + self.record.heap_bytes();
        if !std::mem::replace(&mut self.is_changed, true) {
            changed.push_back(account);
        }
        result
    }
}

/// One shard.
pub(super) struct Shard {
    entries: NearTable<Entry>,
    /// Accounts whose record changed, the longest waiting first; those that are gone meanwhile are passed over.
    changed: VecDeque<AccountId>,
    /// Of all records beside their own size.
    heap_bytes: usize,
    accounts_max: usize,
    pub(super) transactions: Transactions,
}

const _: () = assert!(size_of::<Option<Entry>>() == 16);

fn hash(account: AccountId) -> u64 {
    spread(account.as_u64())
}

fn hash_of(entry: &Entry) -> u64 {
    hash(entry.account)
}

impl Shard {
    pub(super) fn new(accounts_max: usize) -> Self {
        Self {
            entries: NearTable::default(),
            changed: VecDeque::new(),
            heap_bytes: 0,
            accounts_max: accounts_max.max(1),
            transactions: Transactions::new(),
        }
    }

    pub(super) fn accounts(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.entries.allocation_size()
            + self.entries.len() * size_of::<Kept>()
            + self.heap_bytes
            + self.changed.capacity() * size_of::<AccountId>()
            + self.transactions.bytes()
    }

    pub(super) fn record(&self, account: AccountId) -> Option<&SendingRecord> {
        self.entries.find(hash(account), |entry| entry.account == account).map(|entry| &entry.kept.record)
    }

    /// Changes the account's record, a new one when it has none, and notes that it changed.
    pub(super) fn change<R>(
        &mut self,
        account: AccountId,
        now: Timestamp,
        change: impl FnOnce(&mut SendingRecord) -> R,
    ) -> R {
        let is_it = |entry: &Entry| entry.account == account;
        // One search for an account that is known, as nearly all are.
        if let Some(entry) = self.entries.find_mut(hash(account), is_it) {
            return entry.kept.change(account, &mut self.heap_bytes, &mut self.changed, change);
        }
        self.put(account, SendingRecord::new(now));
        let entry = self.entries.find_mut(hash(account), is_it).expect("it has just been put");
        entry.kept.change(account, &mut self.heap_bytes, &mut self.changed, change)
    }

    /// Keeps `record`, in place of the account's own if it has one.
    pub(super) fn put(&mut self, account: AccountId, record: SendingRecord) {
        self.remove(account);
        if self.entries.len() >= self.accounts_max {
            self.make_room(record.changed_s());
        }
        self.heap_bytes += record.heap_bytes();
        let kept = Box::new(Kept { record, is_changed: false });
        self.entries.insert_unique(hash(account), Entry { account, kept }, hash_of);
    }

    pub(super) fn remove(&mut self, account: AccountId) {
        let removed = self.entries.remove(hash(account), |entry| entry.account == account, hash_of);
        if let Some(entry) = removed {
            self.heap_bytes -= entry.kept.record.heap_bytes();
        }
    }

    /// Hands out at most `max` changed records, which count as unchanged from then on.
    pub(super) fn take_changed(&mut self, max: usize, mut take: impl FnMut(AccountId, &SendingRecord)) {
        let mut taken = 0;
        while taken < max {
            let Some(account) = self.changed.pop_front() else { return };
            let found = self.entries.find_mut(hash(account), |entry| entry.account == account);
            let Some(entry) = found.filter(|entry| entry.kept.is_changed) else { continue };
            entry.kept.is_changed = false;
            take(account, &entry.kept.record);
            taken += 1;
        }
    }

    /// The accounts that were idle longest go. A grace in force is a promise (or a penalty) and stays.
    fn make_room(&mut self, now_s: u32) {
        let now = Timestamp::from_unix_s(i64::from(now_s));
        let may_go = |kept: &Kept| kept.record.grace(now) == Grace::None;
        let mut idle_since: Vec<u32> = self
            .entries
            .iter()
            .filter(|entry| may_go(&entry.kept))
            .map(|entry| entry.kept.record.changed_s())
            .collect();
        if idle_since.is_empty() {
            return;
        }
        let going = (idle_since.len() / EVICTED_SHARE).max(1);
        let (_, &mut newest_to_go, _) = idle_since.select_nth_unstable(going - 1);
        let mut left = going;
        let mut freed = 0;
        let stays = |entry: &Entry| {
            let goes = left > 0 && may_go(&entry.kept) && entry.kept.record.changed_s() <= newest_to_go;
            if goes {
                left -= 1;
                freed += entry.kept.record.heap_bytes();
            }
            !goes
        };
        self.entries.retain(stays, hash_of);
        self.heap_bytes -= freed;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    impl Shard {
        /// In how many of 64 neighbourhoods of buckets its entries belong.
        pub(in super::super) fn neighbourhoods(&self) -> usize {
            self.entries.iter().map(|entry| hash(entry.account) % 64).collect::<HashSet<u64>>().len()
        }
    }
}
