//! The time that decisions are made in: elapsed time, which follows the wall clock in small steps only.
//!
//! A wall clock that jumps a year ahead would end every lock at once, and one that jumps back an hour would make
//! each of them an hour longer (reliability reference, F1 and F2). So a jump is not followed: locks and
//! restrictions go on ending after the time that has really passed, the log and `health` say that the clock
//! jumped, and a person decides: set the clock right, or, if it is right now, restart Postern. What the counters
//! and the store hold needs no correction in either case, because they never saw the jump.

use std::sync::atomic::{AtomicI64, Ordering};

use postern_core::time::{Span, Timestamp};

use crate::ports::Clock;

/// A step of the wall clock that is followed, as time servers and leap seconds make them. Larger ones are jumps
/// (reliability reference, F1).
pub const STEP_MAX: Span = Span::from_s(5);

/// Elapsed time with the wall clock's name for its beginning.
pub(crate) struct SteadyTime {
    /// What has to be added to elapsed time, microseconds.
    offset_micros: AtomicI64,
    /// How far the wall clock has jumped ahead, or back where negative; zero while it is followed.
    jumped_micros: AtomicI64,
}

impl SteadyTime {
    /// Believes the wall clock as it is now.
    pub fn new(clock: &dyn Clock) -> Self {
        let offset = clock.now().unix_micros().saturating_sub(clock.elapsed().as_micros());
        Self { offset_micros: AtomicI64::new(offset), jumped_micros: AtomicI64::new(0) }
    }

    /// Now.
    pub fn now(&self, clock: &dyn Clock) -> Timestamp {
        let offset = self.offset_micros.load(Ordering::Relaxed);
        Timestamp::from_unix_micros(clock.elapsed().as_micros().saturating_add(offset))
    }

    /// Looks at the wall clock: follows a small step, refuses a jump and says so in the log, once.
    pub fn follow(&self, clock: &dyn Clock) {
        let before = clock.elapsed();
        let wall = clock.now().unix_micros();
        if clock.elapsed().as_micros().saturating_sub(before.as_micros()) > STEP_MAX.as_micros() / 5 {
            // The process stood still between the two readings, which therefore say nothing about each other.
            return;
        }
        let offset = self.offset_micros.load(Ordering::Relaxed);
        let away = wall.saturating_sub(before.as_micros().saturating_add(offset));
        if away.saturating_abs() <= STEP_MAX.as_micros() {
            self.offset_micros.store(offset.saturating_add(away), Ordering::Relaxed);
            if self.jumped_micros.swap(0, Ordering::Relaxed) != 0 {
                tracing::warn!(
                    "the system's clock is back where it was before it jumped, and is followed again"
                );
            }
        } else if self.jumped_micros.swap(away, Ordering::Relaxed) == 0 {
            tracing::error!(
                by_s = away / 1_000_000,
                "the system's clock jumped: ends of locks and restrictions follow elapsed time until it is set \
                 right or Postern is restarted"
            );
        }
    }

    /// How far the wall clock has jumped, whole seconds, negative where back; `None` while it is followed.
    pub fn jumped_s(&self) -> Option<i64> {
        match self.jumped_micros.load(Ordering::Relaxed) {
            0 => None,
            micros => Some(micros / 1_000_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::Pin;

    use super::*;

    /// A wall clock and elapsed time, each set by the test.
    struct TwoHands(AtomicI64, AtomicI64);

    impl TwoHands {
        fn passes(&self, s: i64) {
            self.0.fetch_add(s * 1_000_000, Ordering::Relaxed);
            self.1.fetch_add(s * 1_000_000, Ordering::Relaxed);
        }

        fn jumps(&self, s: i64) {
            self.0.fetch_add(s * 1_000_000, Ordering::Relaxed);
        }
    }

    impl Clock for TwoHands {
        fn now(&self) -> Timestamp {
            Timestamp::from_unix_micros(self.0.load(Ordering::Relaxed))
        }

        fn elapsed(&self) -> Span {
            Span::from_micros(self.1.load(Ordering::Relaxed))
        }

        fn sleep(&self, _: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
            Box::pin(std::future::pending())
        }
    }

    fn at_noon() -> (TwoHands, SteadyTime) {
        let clock = TwoHands(AtomicI64::new(1_000_000_000_000), AtomicI64::new(5_000_000));
        let time = SteadyTime::new(&clock);
        (clock, time)
    }

    #[test]
    fn five_seconds_are_followed_and_one_more_is_a_jump_in_either_direction() {
        for (step_s, jumped_s, seen_s) in
            [(5, None, 1_000_005), (-5, None, 999_995), (6, Some(6), 1_000_000), (-6, Some(-6), 1_000_000)]
        {
            let (clock, time) = at_noon();
            clock.jumps(step_s);
            time.follow(&clock);
            assert_eq!((time.jumped_s(), time.now(&clock).unix_s()), (jumped_s, seen_s), "{step_s} s");
        }
    }

    #[test]
    fn after_a_jump_time_goes_on_as_it_passes_until_the_clock_is_set_right() {
        let (clock, time) = at_noon();
        clock.jumps(31_536_000);
        time.follow(&clock);
        clock.passes(60);
        time.follow(&clock);
        assert_eq!((time.jumped_s(), time.now(&clock).unix_s()), (Some(31_536_000), 1_000_060));
        clock.jumps(-31_535_998);
        time.follow(&clock);
        assert_eq!((time.jumped_s(), time.now(&clock).unix_s()), (None, 1_000_062));
    }

    #[test]
    fn a_machine_that_slept_for_eight_hours_has_no_jump() {
        let (clock, time) = at_noon();
        clock.passes(8 * 3_600);
        time.follow(&clock);
        assert_eq!((time.jumped_s(), time.now(&clock).unix_s()), (None, 1_000_000 + 8 * 3_600));
    }
}
