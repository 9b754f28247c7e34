//! The counters' way to the disk: what changed is journalled in batches, and a batch that the store did not take
//! is offered again before anything newer is taken. Knows neither what is counted nor how it is stored.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use parking_lot::Mutex;
use postern_core::time::{Span, Timestamp};

use super::Engine;
use crate::ports::{JournalEntry, StoreError};

/// Counters are journalled this often; a crash loses at most this much (DESIGN section 4).
pub(super) const JOURNAL_EVERY: Span = Span::from_ms(200);
/// After a failure so long: a disk that is full stays so for a while, and the log may lie on it.
const PAUSE_AFTER_FAILURE: Span = Span::from_s(5);
/// Records journalled in one step. A record costs SQLite some 9 us, so this is 1.5 % of a core at most, and 1,500
/// changed accounts a second: 5 million an hour. Above that the journal falls behind, the longest waiting
/// first, and an account that changes again while it waits is still one record (docs/performance.md).
const JOURNAL_BATCH: usize = 300;

/// What changed, as it was taken.
struct Batch {
    entries: Vec<JournalEntry>,
    /// When the journal last holds everything, once this is saved.
    caught_up: Timestamp,
    /// More may have changed than is in it.
    may_be_more: bool,
}

/// The batch that the store did not take. One at most: while it waits, nothing is taken from the counters, which
/// go on noting what changed in place.
#[derive(Default)]
pub(crate) struct Unjournalled(Mutex<Option<Batch>>);

impl Unjournalled {
    /// The batch that waits, else a new one.
    fn next_batch(&self, take: impl FnOnce() -> Batch) -> Batch {
        let waiting = self.0.lock().take();
        waiting.unwrap_or_else(take)
    }

    /// While it waits, more changes.
    fn give_back(&self, batch: Batch) {
        *self.0.lock() = Some(Batch { may_be_more: true, ..batch });
    }
}

impl Engine {
    pub(super) async fn run_journal(self: Arc<Self>) {
        let mut caught_up = self.now();
        let mut pause = JOURNAL_EVERY;
        loop {
            self.parts.clock.sleep(pause).await;
            self.save_unsaved();
            pause = match self.journal_once(&mut caught_up).await {
                Ok(_) => {
                    self.journal_fails_since.store(i64::MIN, Ordering::Relaxed);
                    JOURNAL_EVERY
                }
                Err(error) => {
                    // The first failure is when it began.
                    let now = self.now().unix_micros();
                    let (was, is) = (i64::MIN, Ordering::Relaxed);
                    let _still = self.journal_fails_since.compare_exchange(was, now, is, is);
                    tracing::error!(error = &error as &dyn std::error::Error, "counters are not journalled");
                    PAUSE_AFTER_FAILURE
                }
            };
        }
    }

    /// Journals one batch; `true` when there may be more. `caught_up` is when the journal last held everything,
    /// and what the store keeps as the last sign of life: after a crash all accounts active since restart
    /// stricter, also those that a journal which lagged behind had not reached.
    pub(super) async fn journal_once(&self, caught_up: &mut Timestamp) -> Result<bool, StoreError> {
        let batch = self.unjournalled.next_batch(|| {
            let now = self.now();
            let entries = self.parts.counters.take_changed(JOURNAL_BATCH);
            let may_be_more = entries.len() == JOURNAL_BATCH;
            Batch { entries, caught_up: if may_be_more { *caught_up } else { now }, may_be_more }
        });
        if let Err(error) = self.parts.store.save_counters(batch.entries.clone(), batch.caught_up).await {
            self.unjournalled.give_back(batch);
            return Err(error);
        }
        *caught_up = batch.caught_up;
        Ok(batch.may_be_more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(number: i64) -> Batch {
        Batch { entries: Vec::new(), caught_up: Timestamp::from_unix_s(number), may_be_more: false }
    }

    #[test]
    fn a_batch_that_was_not_saved_comes_again_before_anything_newer_is_taken() {
        let journal = Unjournalled::default();
        let first = journal.next_batch(|| batch(1));
        journal.give_back(first);
        let again = journal.next_batch(|| unreachable!("nothing is taken while a batch waits"));
        assert_eq!(again.caught_up, Timestamp::from_unix_s(1), "as of when it was taken");
        assert!(again.may_be_more, "a stop goes on until nothing is left");
        assert_eq!(journal.next_batch(|| batch(2)).caught_up, Timestamp::from_unix_s(2));
    }
}
