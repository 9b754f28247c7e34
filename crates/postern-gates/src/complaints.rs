//! Complaints about peers, few enough to read: a broken or hostile client must not fill the log.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::time::Instant;

use crate::limits::COMPLAINTS_PER_S_MAX;

/// One gate's allowance of warnings.
pub(crate) struct Complaints {
    started: Instant,
    /// The second since the start in the upper half, complaints logged in it in the lower.
    spoken: AtomicU64,
    withheld: AtomicU64,
}

impl Complaints {
    pub(crate) fn new() -> Self {
        Self { started: Instant::now(), spoken: AtomicU64::new(0), withheld: AtomicU64::new(0) }
    }

    /// `Some` if a complaint may be logged now, with the number withheld since the last one that was.
    pub(crate) fn may_speak(&self) -> Option<u64> {
        // The second wraps after 136 years.
        let second = self.started.elapsed().as_secs() & u64::from(u32::MAX);
        let counted = self.spoken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |spoken| {
            let count = if spoken >> 32 == second { spoken & u64::from(u32::MAX) } else { 0 };
            (count < u64::from(COMPLAINTS_PER_S_MAX)).then_some(second << 32 | (count + 1))
        });
        match counted {
            Ok(_) => Some(self.withheld.swap(0, Ordering::Relaxed)),
            Err(_) => {
                self.withheld.fetch_add(1, Ordering::Relaxed);
                None
            }
        }
    }
}

/// Logs a complaint about a peer at `warn`, unless the gate has complained enough this second.
macro_rules! complain {
    ($complaints:expr, $gate:expr, $peer:expr, $($field:tt)*) => {
        if let Some(withheld) = $complaints.may_speak() {
            tracing::warn!(gate = $gate, peer = %$peer, withheld, $($field)*);
        }
    };
}
pub(crate) use complain;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_counted_and_told_in_the_next_second() {
        let complaints = Complaints::new();
        for _ in 0..COMPLAINTS_PER_S_MAX {
            assert_eq!(complaints.may_speak(), Some(0));
        }
        assert_eq!(complaints.may_speak(), None);
        assert_eq!(complaints.may_speak(), None);
        tokio::time::advance(std::time::Duration::from_secs(1)).await;
        assert_eq!(complaints.may_speak(), Some(2));
        assert_eq!(complaints.may_speak(), Some(0));
    }
}
