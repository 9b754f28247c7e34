//! A clock that stands still until a test moves it, and the real one for tests with real servers.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use parking_lot::Mutex;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::Clock;
use tokio::sync::{Notify, oneshot};

/// Virtual time. Clones share it.
#[derive(Clone)]
pub struct VirtualClock {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    somebody_sleeps: Notify,
}

struct State {
    now: Timestamp,
    elapsed: Span,
    sleepers: Vec<(Span, oneshot::Sender<()>)>,
}

impl VirtualClock {
    /// Stands at `now`.
    pub fn at(now: Timestamp) -> Self {
        let state = Mutex::new(State { now, elapsed: Span::ZERO, sleepers: Vec::new() });
        Self { shared: Arc::new(Shared { state, somebody_sleeps: Notify::new() }) }
    }

    /// Time passes; wakes everybody whose time has come.
    pub fn advance(&self, span: Span) {
        let mut state = self.shared.state.lock();
        state.now = state.now.plus(span);
        state.elapsed = Span::from_micros(state.elapsed.as_micros().saturating_add(span.as_micros()));
        let elapsed = state.elapsed;
        let (due, waiting) = state.sleepers.drain(..).partition(|(until, _)| *until <= elapsed);
        state.sleepers = waiting;
        drop(state);
        let due: Vec<(Span, oneshot::Sender<()>)> = due;
        for (_, wake) in due {
            // Whoever slept may have given up meanwhile.
            let _ = wake.send(());
        }
    }

    /// The wall clock jumps to `now`, as when somebody sets it: no time passes, nobody wakes.
    pub fn set(&self, now: Timestamp) {
        self.shared.state.lock().now = now;
    }

    /// How many sleep.
    pub fn sleepers(&self) -> usize {
        let mut state = self.shared.state.lock();
        state.sleepers.retain(|(_, wake)| !wake.is_closed());
        state.sleepers.len()
    }

    /// Completes when at least one sleeps, so that a test moves time only once it is waited for.
    pub async fn somebody_sleeps(&self) {
        loop {
            let notified = self.shared.somebody_sleeps.notified();
            if self.sleepers() > 0 {
                return;
            }
            notified.await;
        }
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.shared.state.lock().now
    }

    fn elapsed(&self) -> Span {
        self.shared.state.lock().elapsed
    }

    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        if span == Span::ZERO {
            return Box::pin(std::future::ready(()));
        }
        let (wake, woken) = oneshot::channel();
        {
            let mut state = self.shared.state.lock();
            let until = Span::from_micros(state.elapsed.as_micros().saturating_add(span.as_micros()));
            state.sleepers.push((until, wake));
        }
        self.shared.somebody_sleeps.notify_waiters();
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            // Holds the clock: without it the sender would be gone, and time would seem to have passed.
            let _clock = shared;
            let _ = woken.await;
        })
    }
}

/// The system's clock: real servers look at it, so a test beside them must too.
#[derive(Clone, Copy, Debug, Default)]
pub struct WallClock;

impl Clock for WallClock {
    #[expect(clippy::disallowed_methods, reason = "an implementation of the Clock port")]
    fn now(&self) -> Timestamp {
        let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_unix_micros(i64::try_from(since_1970.as_micros()).unwrap_or(i64::MAX))
    }

    fn elapsed(&self) -> Span {
        let since_boot = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        Span::from_micros(
            since_boot.tv_sec.saturating_mul(1_000_000).saturating_add(since_boot.tv_nsec / 1_000),
        )
    }

    #[expect(clippy::disallowed_methods, reason = "an implementation of the Clock port")]
    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        let micros = u64::try_from(span.as_micros()).unwrap_or(0);
        Box::pin(tokio::time::sleep(Duration::from_micros(micros)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_sleep_ends_when_time_has_been_moved_far_enough_and_not_before() {
        let clock = VirtualClock::at(Timestamp::from_unix_s(1_000));
        let sleep = tokio::spawn(clock.sleep(Span::from_s(10)));
        clock.somebody_sleeps().await;
        clock.advance(Span::from_ms(9_999));
        assert_eq!(clock.sleepers(), 1);
        clock.advance(Span::from_ms(1));
        assert_eq!(clock.sleepers(), 0);
        sleep.await.expect("woken");
        assert_eq!(clock.now(), Timestamp::from_unix_s(1_010));
    }

    #[tokio::test]
    async fn a_clock_that_is_set_wakes_nobody_because_no_time_passes() {
        let clock = VirtualClock::at(Timestamp::from_unix_s(1_000));
        let _sleep = tokio::spawn(clock.sleep(Span::from_s(1)));
        clock.somebody_sleeps().await;
        for now_s in [0, 1_000_000] {
            clock.set(Timestamp::from_unix_s(now_s));
            assert_eq!((clock.sleepers(), clock.elapsed()), (1, Span::ZERO));
        }
    }
}
