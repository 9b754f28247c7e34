//! Real time, moved: the demo begins yesterday, so that people have a history when the attack comes today.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use postern_core::time::{Span, Timestamp};
use postern_engine::ports::Clock;

/// Added to elapsed time, so that it stays positive on a machine that started less than a demo's head start ago.
const ORIGIN: Span = Span::from_days(366);

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

    fn elapsed(&self) -> Span {
        // Moved alike: to the engine the demo's two days pass one after the other, nothing jumps.
        let earlier = self.earlier_micros.load(Ordering::SeqCst);
        let micros = self.real.elapsed().as_micros().saturating_add(ORIGIN.as_micros());
        Span::from_micros(micros.saturating_sub(earlier))
    }

    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        self.real.sleep(span)
    }
}
