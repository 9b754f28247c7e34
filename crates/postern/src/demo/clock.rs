//! Real time, moved: the demo begins a month ago, so that people have a history when the attack comes today.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use postern_core::time::{Span, Timestamp};
use postern_engine::ports::Clock;
use tokio::sync::watch;

/// Added to elapsed time, so that it stays positive on a machine that started less than a demo's head start ago.
const ORIGIN: Span = Span::from_days(366);

/// A clock that runs with the real one, so much earlier.
pub struct MovedClock {
    real: Arc<dyn Clock>,
    earlier_micros: Arc<AtomicI64>,
    /// Tells whoever sleeps that the clock was moved.
    moved: watch::Sender<()>,
}

impl MovedClock {
    /// `earlier` than `real`.
    pub fn new(real: Arc<dyn Clock>, earlier: Span) -> Self {
        let earlier_micros = Arc::new(AtomicI64::new(earlier.as_micros()));
        Self { real, earlier_micros, moved: watch::Sender::new(()) }
    }

    /// From now on it shows `earlier` than the real time.
    pub fn move_to(&self, earlier: Span) {
        self.earlier_micros.store(earlier.as_micros(), Ordering::SeqCst);
        self.moved.send_replace(());
    }
}

/// Elapsed time, moved like the time itself: to the engine the days of the demo pass one after the other, nothing jumps.
fn elapsed(real: &dyn Clock, earlier_micros: &AtomicI64) -> Span {
    let micros = real.elapsed().as_micros().saturating_add(ORIGIN.as_micros());
    Span::from_micros(micros.saturating_sub(earlier_micros.load(Ordering::SeqCst)))
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        self.real.now().minus(Span::from_micros(self.earlier_micros.load(Ordering::SeqCst)))
    }

    fn elapsed(&self) -> Span {
        elapsed(&*self.real, &self.earlier_micros)
    }

    /// Ends as well when the clock is moved past its end: a lock of the past is over when its minute is.
    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        let (real, earlier) = (Arc::clone(&self.real), Arc::clone(&self.earlier_micros));
        let mut moved = self.moved.subscribe();
        let end = self.elapsed().as_micros().saturating_add(span.as_micros());
        Box::pin(async move {
            loop {
                let left = end.saturating_sub(elapsed(&*real, &earlier).as_micros());
                if left <= 0 {
                    return;
                }
                tokio::select! {
                    () = real.sleep(Span::from_micros(left)) => return,
                    // An error is that the clock is gone, and with it whoever could move it.
                    is_there = moved.changed() => if is_there.is_err() {
                        return real.sleep(Span::from_micros(left)).await;
                    },
                }
            }
        })
    }
}
