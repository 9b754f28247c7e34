//! The decision log's queue: who asked what and was answered what. Best effort by design: a full queue loses
//! rows and counts them, and no gate waits (DESIGN section 4).

use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;
use postern_core::ids::AccountId;

use crate::ports::DecisionRow;

/// Most rows that wait to be written. They are written once a second, so this is also how many failures and
/// refusals of one second are kept whole.
pub const DECISIONS_QUEUE_MAX: usize = 20_000;
/// One permit of sending in so many is written, with this weight.
pub const SUCCESS_SAMPLE: u32 = 64;

/// Rows that wait, and how many were lost.
#[derive(Default)]
pub struct DecisionLog {
    waiting: Mutex<Vec<DecisionRow>>,
    lost: AtomicU64,
    permits: AtomicU64,
    deleted: Mutex<Vec<AccountId>>,
    /// Held while rows are written, so that whoever reads afterwards finds them.
    pub(crate) saving: tokio::sync::Mutex<()>,
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

    /// Whether this permit is the one in [`SUCCESS_SAMPLE`] that is written.
    pub fn samples_this_success(&self) -> bool {
        self.permits.fetch_add(1, Ordering::Relaxed).is_multiple_of(u64::from(SUCCESS_SAMPLE))
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
