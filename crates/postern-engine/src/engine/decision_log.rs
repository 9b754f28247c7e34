//! The decision log's queue: who asked what and was answered what. Best effort by design: a full queue loses
//! rows and counts them, and no gate waits (DESIGN section 4).

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use parking_lot::Mutex;
use postern_core::ids::AccountId;

use crate::ports::DecisionRow;

/// Most rows that wait to be written. They are written once a second, so this is also how many failures and
/// refusals of one second are kept whole.
pub const DECISIONS_QUEUE_MAX: usize = 20_000;
/// Of permits of sending at most one in so many is written, with the number that it stands for as its weight.
const SAMPLE_MIN: u32 = 64;
/// Permits that are written in a second. A row costs 25 us of the store's CPU, twice a whole policy request, and
/// nothing is told better by more of them; above 6,400 permits a second each row stands for more.
const SAMPLED_PER_S: u64 = 100;

/// Rows that wait, and how many were lost.
pub struct DecisionLog {
    waiting: Mutex<Vec<DecisionRow>>,
    lost: AtomicU64,
    permits: AtomicU64,
    /// Permits when the second before ended.
    permits_before: AtomicU64,
    /// One permit in so many is written during this second.
    sample: AtomicU32,
    deleted: Mutex<Vec<AccountId>>,
    /// Held while rows are written, so that whoever reads afterwards finds them.
    pub(crate) saving: tokio::sync::Mutex<()>,
}

impl Default for DecisionLog {
    fn default() -> Self {
        Self {
            waiting: Mutex::default(),
            lost: AtomicU64::default(),
            permits: AtomicU64::default(),
            permits_before: AtomicU64::default(),
            sample: AtomicU32::new(SAMPLE_MIN),
            deleted: Mutex::default(),
            saving: tokio::sync::Mutex::default(),
        }
    }
}

impl DecisionLog {
    /// Keeps a row to be written with the next batch, or counts it as lost.
    pub fn push(&self, row: DecisionRow) {
        let mut waiting = self.waiting.lock();
        if waiting.len() < DECISIONS_QUEUE_MAX {
            waiting.push(row);
        } else {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many permits the row of this one stands for, when it is to be written.
    pub fn sampled_permit(&self) -> Option<u32> {
        let sample = self.sample.load(Ordering::Relaxed);
        self.permits.fetch_add(1, Ordering::Relaxed).is_multiple_of(u64::from(sample)).then_some(sample)
    }

    /// A second has passed: the next one is sampled by how busy it was.
    pub fn second_passed(&self) {
        let permits = self.permits.load(Ordering::Relaxed);
        let in_second = permits.saturating_sub(self.permits_before.swap(permits, Ordering::Relaxed));
        let sample = in_second.div_ceil(SAMPLED_PER_S).clamp(u64::from(SAMPLE_MIN), u64::from(u32::MAX));
        self.sample.store(sample as u32, Ordering::Relaxed);
    }

    /// What waits.
    pub fn take(&self) -> Vec<DecisionRow> {
        std::mem::take(&mut *self.waiting.lock())
    }

    /// Notes that nothing may be kept about an account any more, also what waits.
    pub fn note_deleted(&self, account: AccountId) {
        self.deleted.lock().push(account);
        self.waiting.lock().retain(|row| row.account != Some(account));
    }

    /// Whose history has to be erased.
    pub fn take_deleted(&self) -> Vec<AccountId> {
        std::mem::take(&mut *self.deleted.lock())
    }

    /// How many rows were lost since start.
    pub fn lost(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }

    /// Counts rows that could not be written.
    pub fn count_lost(&self, rows: usize) {
        self.lost.fetch_add(rows as u64, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::time::Timestamp;

    #[test]
    fn a_busy_second_writes_no_more_permits_than_a_calm_one_and_each_row_says_for_how_many() {
        let log = DecisionLog::default();
        let second = |permits: u32| {
            let weights: Vec<u32> = (0..permits).filter_map(|_| log.sampled_permit()).collect();
            log.second_passed();
            weights
        };
        assert_eq!(second(6_400), [64; 100]);
        // The first busy second is sampled as the calm one before.
        assert_eq!(second(64_000).len(), 1_000);
        assert_eq!(second(64_000), [640; 100]);
        assert!(second(0).is_empty());
        assert_eq!(second(640), [64; 10], "and a calm second is sampled as before");
    }

    #[test]
    fn h7_a_full_queue_loses_rows_and_says_how_many() {
        let log = DecisionLog::default();
        let row = DecisionRow {
            at: Timestamp::default(),
            gate: "auth_policy",
            account: None,
            name: None,
            source: None,
            verdict: "refuse",
            reasons: String::new(),
            weight: 1,
            since: None,
            attempt: None,
        };
        for _ in 0..DECISIONS_QUEUE_MAX + 3 {
            log.push(row.clone());
        }
        assert_eq!(log.lost(), 3);
        assert_eq!(log.take().len(), DECISIONS_QUEUE_MAX);
        assert!(log.take().is_empty());
    }
}
