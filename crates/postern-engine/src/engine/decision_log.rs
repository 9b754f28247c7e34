//! The decision log's queue: who asked what and was answered what. Best effort by design: a full queue loses
//! rows and counts them, and no gate waits (DESIGN section 4).

use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::ports::DecisionRow;

/// Most rows that wait to be written.
pub const DECISIONS_QUEUE_MAX: usize = 20_000;
/// One success in so many is written, with this weight.
pub const SUCCESS_SAMPLE: u32 = 64;

/// Rows that wait, and how many were lost.
#[derive(Default)]
pub struct DecisionLog {
    waiting: Mutex<Vec<DecisionRow>>,
    lost: AtomicU64,
    successes: AtomicU64,
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

    /// Whether this success is the one in [`SUCCESS_SAMPLE`] that is written.
    pub fn samples_this_success(&self) -> bool {
        self.successes.fetch_add(1, Ordering::Relaxed).is_multiple_of(u64::from(SUCCESS_SAMPLE))
    }

    /// What waits.
    pub fn take(&self) -> Vec<DecisionRow> {
        std::mem::take(&mut *self.waiting.lock())
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
    fn a_full_queue_loses_rows_and_says_how_many() {
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
        };
        for _ in 0..DECISIONS_QUEUE_MAX + 3 {
            log.push(row.clone());
        }
        assert_eq!(log.lost(), 3);
        assert_eq!(log.take().len(), DECISIONS_QUEUE_MAX);
        assert!(log.take().is_empty());
    }
}
