//! Real time, moved: the demo begins yesterday, so that people have a history when the attack comes today.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use postern_core::time::{Span, Timestamp};
use postern_engine::ports::Clock;

/// A clock that runs with the real one, so much earlier.
pub struct MovedClock {
    real: Arc<dyn Clock>,
    earlier_micros: AtomicI64,
}

impl MovedClock {
    /// `earlier` than `real`.
    pub fn new(real: Arc<dyn Clock>, earlier: Span) -> Self {
        Self { real, earlier_micros: AtomicI64::new(earlier.as_micros()) }
    }

    /// From now on it shows `earlier` than the real time.
    pub fn move_to(&self, earlier: Span) {
        self.earlier_micros.store(earlier.as_micros(), Ordering::SeqCst);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        self.real.now().minus(Span::from_micros(self.earlier_micros.load(Ordering::SeqCst)))
    }

    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        self.real.sleep(span)
    }
}
