//! What was seen of each account, in memory: one record of core's per account of which anything was seen lately.
//!
//! Most accounts have none, so the question of the sending gate is answered by a count that stays zero on a quiet
//! site. The table is bounded, and a record whose evidence has faded makes room first. This file decides nothing.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use postern_core::compromise::{CompromiseRecord, CompromiseStanding, Judgement, Level};
use postern_core::ids::AccountId;
use postern_core::outbound::Grace;
use postern_core::policy::CompromisePolicy;
use postern_core::spread::{MintedMap, shard_of, spread};
use postern_core::time::Timestamp;
use postern_engine::ports::counters::{EvidenceAsk, EvidenceSeen};
use postern_engine::ports::{JournalEntry, JournalKey};

use super::sign_in_table::slab::list_bytes;

/// A power of two. Evidence is seldom, so locks seldom meet.
const SHARDS: usize = 16;
/// Most accounts with evidence: every eighth of the most that the sending table holds. An attack that makes more is
/// known well enough by those.
pub const ACCOUNTS_MAX: usize = 1 << 18;
/// When a shard is full, one in so many records makes room at once, so that the search is rare.
const EVICTED_SHARE: usize = 16;

#[derive(Default)]
struct Kept {
    record: CompromiseRecord,
    is_changed: bool,
}

#[derive(Default)]
struct Shard {
    records: MintedMap<AccountId, Kept>,
    changed: VecDeque<AccountId>,
    forgotten: Vec<AccountId>,
}

/// Evidence per account.
pub struct CompromiseTable {
    shards: Box<[Mutex<Shard>]>,
    /// How many records there are.
    accounts: AtomicUsize,
    accounts_max: usize,
}

impl Default for CompromiseTable {
    fn default() -> Self {
        Self::with_accounts_max(ACCOUNTS_MAX)
    }
}

impl CompromiseTable {
    fn with_accounts_max(accounts_max: usize) -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
            accounts: AtomicUsize::new(0),
            accounts_max,
        }
    }

    /// Something was seen.
    pub fn evidence_seen(&self, ask: &EvidenceAsk<'_>) -> EvidenceSeen {
        self.change(ask.account, Some(ask.policy), ask.now, |record| {
            let is_news: Vec<bool> =
                ask.evidence.iter().map(|seen| record.see(seen, ask.policy, ask.now)).collect();
            EvidenceSeen { is_news, judgement: record.judgement(ask.policy, ask.next_day, ask.now) }
        })
    }

    /// What would follow if nothing more was seen.
    pub fn judgement(&self, ask: &EvidenceAsk<'_>) -> Judgement {
        let mut record = self.record(ask.account).unwrap_or_default();
        record.judgement(ask.policy, ask.next_day, ask.now)
    }

    /// How the account stands.
    pub fn standing(
        &self,
        account: AccountId,
        policy: &CompromisePolicy,
        now: Timestamp,
    ) -> CompromiseStanding {
        self.record(account).map(|record| record.standing(policy, now)).unwrap_or_default()
    }

    /// Whether its score is an alert at least.
    pub fn is_suspect(&self, account: AccountId, policy: &CompromisePolicy, now: Timestamp) -> bool {
        if self.accounts.load(Ordering::Relaxed) == 0 {
            return false;
        }
        let shard = self.shard(account).lock();
        let kept = shard.records.get(&account);
        kept.is_some_and(|kept| kept.record.standing(policy, now).level >= Level::Alert)
    }

    /// A rule has restricted sending.
    pub fn restricted(&self, account: AccountId, now: Timestamp) {
        self.change(account, None, now, |record| record.restricted(now));
    }

    /// A person released sending.
    pub fn released(&self, account: AccountId, grace: Grace, until: Timestamp, now: Timestamp) {
        if self.record(account).is_some() {
            self.change(account, None, now, |record| record.released(grace, until, now));
        }
    }

    /// Forgets a deleted account. Its journal entry becomes one without bytes.
    pub fn forget(&self, account: AccountId) {
        let mut shard = self.shard(account).lock();
        if shard.records.remove(&account).is_some() {
            shard.forgotten.push(account);
            self.accounts.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// At most `max` records that changed since they were last taken.
    pub fn take_changed(&self, max: usize) -> Vec<JournalEntry> {
        let mut entries = Vec::new();
        for shard in &self.shards {
            let mut shard = shard.lock();
            while entries.len() < max
                && let Some(entry) = shard.take_changed()
            {
                entries.push(entry);
            }
        }
        entries
    }

    /// Puts stored records back at start; entries of other kinds, and those that cannot be read, are passed over.
    pub fn restore(&self, entries: &[JournalEntry]) {
        for entry in entries {
            let JournalKey::Compromise(account) = entry.key else { continue };
            let Some(record) = CompromiseRecord::from_bytes(&entry.bytes) else { continue };
            let mut shard = self.shard(account).lock();
            let kept = Kept { record, is_changed: false };
            if shard.records.insert(account, kept).is_none() {
                self.accounts.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// Bytes that the table holds.
    pub fn bytes(&self) -> usize {
        let of = |shard: &Shard| {
            // hashbrown: a byte of control and the entry, at most 7/8 full.
            let table = shard.records.capacity() * (size_of::<(AccountId, Kept)>() + 1) * 8 / 7;
            let heap: usize = shard.records.values().map(|kept| kept.record.heap_bytes()).sum();
            table + heap + shard.changed.capacity() * size_of::<AccountId>() + list_bytes(&shard.forgotten)
        };
        self.shards.iter().map(|shard| of(&shard.lock())).sum()
    }

    fn record(&self, account: AccountId) -> Option<CompromiseRecord> {
        self.shard(account).lock().records.get(&account).map(|kept| kept.record.clone())
    }

    fn change<R>(
        &self,
        account: AccountId,
        policy: Option<&CompromisePolicy>,
        now: Timestamp,
        change: impl FnOnce(&mut CompromiseRecord) -> R,
    ) -> R {
        let mut shard = self.shard(account).lock();
        if !shard.records.contains_key(&account) {
            if shard.records.len() >= self.accounts_max / SHARDS {
                let gone = shard.make_room(policy.unwrap_or(&CompromisePolicy::default()), now);
                self.accounts.fetch_sub(gone, Ordering::Relaxed);
            }
            self.accounts.fetch_add(1, Ordering::Relaxed);
        }
        let kept = shard.records.entry(account).or_default();
        let result = change(&mut kept.record);
        if kept.record == CompromiseRecord::default() {
            // Only what is worth nothing was seen.
            shard.records.remove(&account);
            self.accounts.fetch_sub(1, Ordering::Relaxed);
        } else if !std::mem::replace(&mut kept.is_changed, true) {
            shard.changed.push_back(account);
        }
        result
    }

    fn shard(&self, account: AccountId) -> &Mutex<Shard> {
        // Ids are random bits that we minted ourselves.
        &self.shards[shard_of(spread(account.as_u64()), SHARDS)]
    }
}

impl Shard {
    fn take_changed(&mut self) -> Option<JournalEntry> {
        if let Some(account) = self.forgotten.pop() {
            return Some(JournalEntry { key: JournalKey::Compromise(account), bytes: Vec::new() });
        }
        loop {
            let account = self.changed.pop_front()?;
            if let Some(kept) = self.records.get_mut(&account)
                && std::mem::take(&mut kept.is_changed)
            {
                let bytes = kept.record.to_bytes();
                return Some(JournalEntry { key: JournalKey::Compromise(account), bytes });
            }
        }
    }

    /// Records whose evidence has faded go, else those that changed longest ago. How many.
    fn make_room(&mut self, policy: &CompromisePolicy, now: Timestamp) -> usize {
        let before = self.records.len();
        let mut gone = Vec::new();
        self.records.retain(|&account, kept| {
            let stays = !kept.record.is_over(policy, now);
            if !stays {
                gone.push(account);
            }
            stays
        });
        if gone.is_empty() {
            let mut by_age: Vec<_> =
                self.records.iter().map(|(&account, kept)| (kept.record.changed_s(), account)).collect();
            let count = (by_age.len() / EVICTED_SHARE).max(1).min(by_age.len());
            by_age.sort_unstable_by_key(|(changed_s, _)| *changed_s);
            gone.extend(by_age[..count].iter().map(|(_, account)| *account));
            for account in &gone {
                self.records.remove(account);
            }
        }
        self.forgotten.extend(gone);
        before - self.records.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::restriction::{Evidence, EvidenceKind};

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix_s(1_772_438_400 + seconds)
    }

    fn account(number: u64) -> AccountId {
        AccountId::from_random(number)
    }

    fn saw(
        table: &CompromiseTable,
        number: u64,
        kind: EvidenceKind,
        points: u8,
        seconds: i64,
    ) -> EvidenceSeen {
        let evidence = [Evidence { kind, points, at: at(seconds), source: None, count: 1, region: None }];
        table.evidence_seen(&EvidenceAsk {
            account: account(number),
            evidence: &evidence,
            policy: &CompromisePolicy::default(),
            next_day: at(seconds + 3_600),
            now: at(seconds),
        })
    }

    fn standing(table: &CompromiseTable, number: u64, seconds: i64) -> CompromiseStanding {
        table.standing(account(number), &CompromisePolicy::default(), at(seconds))
    }

    #[test]
    fn a_score_survives_the_journal_and_goes_with_its_account() {
        let (table, again) = (CompromiseTable::default(), CompromiseTable::default());
        let policy = CompromisePolicy::default();
        assert_eq!(saw(&table, 1, EvidenceKind::ManyCountries, 40, 0).judgement.risen_to, Some(Level::Alert));
        assert_eq!(saw(&table, 1, EvidenceKind::ManyCountries, 40, 1).is_news, [false]);
        table.restricted(account(1), at(1));
        let journal = table.take_changed(100);
        assert_eq!((journal.len(), table.take_changed(100).len()), (1, 0), "once, however often it changed");
        again.restore(&journal);
        assert_eq!(standing(&again, 1, 5), standing(&table, 1, 5));
        assert!(
            again.is_suspect(account(1), &policy, at(5)) && !again.is_suspect(account(2), &policy, at(5))
        );
        assert_eq!(saw(&again, 1, EvidenceKind::ManyCountries, 80, 6).judgement.until, None, "a second one");

        again.forget(account(1));
        assert_eq!(standing(&again, 1, 7), CompromiseStanding::default());
        let gone = again.take_changed(100);
        assert_eq!(gone, [JournalEntry { key: JournalKey::Compromise(account(1)), bytes: Vec::new() }]);
    }

    #[test]
    fn what_is_worth_nothing_costs_nothing() {
        let table = CompromiseTable::default();
        saw(&table, 1, EvidenceKind::WrongPasswords, 100, 0);
        table.released(account(2), Grace::Doubled, at(9), at(0));
        assert_eq!((table.accounts.load(Ordering::Relaxed), table.take_changed(9).len()), (0, 0));
    }

    #[test]
    fn a_full_table_makes_room_by_what_has_faded_and_never_grows() {
        let table = CompromiseTable::with_accounts_max(SHARDS * 10);
        // Of one shard, so that the edge is exact.
        let of_one: Vec<u64> =
            (1..).filter(|&number| shard_of(spread(number), SHARDS) == 7).take(12).collect();
        let number = |position: usize| of_one[position];
        let week_s = 8 * 86_400;
        for position in 0..10 {
            let seconds = if position == 3 { 0 } else { week_s };
            saw(&table, number(position), EvidenceKind::ManyCountries, 100, seconds);
        }
        saw(&table, number(10), EvidenceKind::ManyCountries, 100, week_s);
        assert_eq!(table.accounts.load(Ordering::Relaxed), 10);
        assert_eq!(standing(&table, number(3), week_s).score, 0.0);
        assert!(
            (0..11)
                .filter(|&position| position != 3)
                .all(|position| { standing(&table, number(position), week_s).score == 100.0 })
        );
        saw(&table, number(11), EvidenceKind::ManyCountries, 100, week_s + 1);
        assert_eq!(table.accounts.load(Ordering::Relaxed), 10, "none had faded; the longest unchanged went");
    }

    /// One signal in each: what an alert costs.
    #[test]
    fn a_hundred_thousand_accounts_with_evidence_cost_at_most_500_bytes_each() {
        let table = CompromiseTable::default();
        for number in 1..=100_000 {
            saw(&table, number, EvidenceKind::ManyCountries, 40, 0);
            if number % 1_000 == 0 {
                table.take_changed(1_000);
            }
        }
        let each = table.bytes() / 100_000;
        println!("{each} bytes an account with one signal");
        assert!(each <= 500, "{each} bytes");
    }
}
