//! The real clock and the real randomness: the only place of the product that reads either.

use std::pin::Pin;
use std::time::{SystemTime, UNIX_EPOCH};

use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{Clock, Entropy};

/// The system's clock. It may jump; the engine is made for that.
pub struct SystemClock;

/// The operating system's randomness.
pub struct OsEntropy;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the Clock port's one real implementation")]
    fn now(&self) -> Timestamp {
        let now = SystemTime::now();
        let micros = match now.duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_micros()).unwrap_or(i64::MAX),
            // A machine without a battery starts before 1970; its time is wrong until it is set, not absent.
            Err(_) => 0,
        };
        Timestamp::from_unix_micros(micros)
    }

    fn elapsed(&self) -> Span {
        // Since the machine started, the time that it slept included; Rust's `Instant` leaves that out.
        let since_boot = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        Span::from_micros(
            since_boot.tv_sec.saturating_mul(1_000_000).saturating_add(since_boot.tv_nsec / 1_000),
        )
    }

    #[expect(clippy::disallowed_methods, reason = "this is the Clock port's one real implementation")]
    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        let micros = u64::try_from(span.as_micros()).unwrap_or(0);
        Box::pin(tokio::time::sleep(std::time::Duration::from_micros(micros)))
    }
}

impl Entropy for OsEntropy {
    #[expect(clippy::disallowed_methods, reason = "this is the Entropy port's one real implementation")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes)
            .expect("Linux has had getrandom(2) since 3.17, and it blocks rather than fails");
    }
}
