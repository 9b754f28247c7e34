//! How much was asked, for wforce's `stats`. Each connection counts for itself, so that the hot path shares no
//! cache line with another connection; whoever asks adds them up.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use postern_wire::wforce::ServerStats;
use tokio::time::Instant;

/// What one connection has asked. Only its own task writes.
#[derive(Debug, Default)]
pub(super) struct Tally {
    reports: AtomicU64,
    allows: AtomicU64,
    denieds: AtomicU64,
}

impl Tally {
    pub(super) fn report(&self) {
        add(&self.reports, 1);
    }

    pub(super) fn allow(&self, is_denied: bool) {
        add(&self.allows, 1);
        add(&self.denieds, u64::from(is_denied));
    }

    fn take_over(&self, other: &Self) {
        add(&self.reports, other.reports.load(Ordering::Relaxed));
        add(&self.allows, other.allows.load(Ordering::Relaxed));
        add(&self.denieds, other.denieds.load(Ordering::Relaxed));
    }
}

/// Written by one task at a time, so no locked instruction is needed.
fn add(count: &AtomicU64, more: u64) {
    count.store(count.load(Ordering::Relaxed) + more, Ordering::Relaxed);
}

/// What a gate was asked since it opened.
pub(super) struct Tallies {
    opened: Instant,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    connections: Vec<Arc<Tally>>,
    /// Of connections that have ended.
    past: Tally,
}

impl Tallies {
    pub(super) fn new() -> Self {
        Self { opened: Instant::now(), open: Mutex::default() }
    }

    /// A connection opens; dropping the result folds what it asked into the sum.
    pub(super) fn begin(&self) -> Counting<'_> {
        let tally = Arc::new(Tally::default());
        self.lock().connections.push(Arc::clone(&tally));
        Counting { tallies: self, tally }
    }

    pub(super) fn sum(&self) -> ServerStats {
        let sum = Tally::default();
        {
            let open = self.lock();
            sum.take_over(&open.past);
            for tally in &open.connections {
                sum.take_over(tally);
            }
        }
        ServerStats {
            reports: sum.reports.into_inner(),
            allows: sum.allows.into_inner(),
            denieds: sum.denieds.into_inner(),
            uptime_s: self.opened.elapsed().as_secs(),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An open connection's place in the sum.
pub(super) struct Counting<'a> {
    tallies: &'a Tallies,
    tally: Arc<Tally>,
}

impl Counting<'_> {
    pub(super) fn tally(&self) -> &Arc<Tally> {
        &self.tally
    }
}

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        let mut open = self.tallies.lock();
        if let Some(place) = open.connections.iter().position(|tally| Arc::ptr_eq(tally, &self.tally)) {
            open.connections.swap_remove(place);
        }
        open.past.take_over(&self.tally);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn open_and_ended_connections_are_added_up() {
        let tallies = Tallies::new();
        let first = tallies.begin();
        let second = tallies.begin();
        first.tally().allow(false);
        first.tally().report();
        second.tally().allow(true);
        let check = |reports, allows, denieds| {
            let expected = ServerStats { reports, allows, denieds, uptime_s: 0 };
            assert_eq!(ServerStats { uptime_s: 0, ..tallies.sum() }, expected);
        };
        check(1, 2, 1);
        drop(first);
        check(1, 2, 1);
        second.tally().report();
        drop(second);
        check(2, 2, 1);
        assert!(tallies.lock().connections.is_empty());
    }
}
