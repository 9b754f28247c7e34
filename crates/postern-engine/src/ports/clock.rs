//! Time and randomness. Nothing else in the house reads a clock or draws a random number.

use std::future::Future;
use std::pin::Pin;

use postern_core::time::{Span, Timestamp};

/// What time it is, and waiting for it to pass.
pub trait Clock: Send + Sync {
    /// What the wall clock shows. It may jump, because somebody or something sets it.
    fn now(&self) -> Timestamp;

    /// How long it has been since a moment that stays the same while the process lives. Never jumps, never goes
    /// back, and goes on while the machine sleeps.
    fn elapsed(&self) -> Span;

    /// Completes after `span`.
    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>>;
}

/// Unpredictable bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);

    /// Sixty-four random bits.
    fn next_u64(&self) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }
}
