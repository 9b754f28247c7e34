//! Points in time and lengths of time: arithmetic only.
//!
//! There is no `now()` here: the engine's `Clock` port has it. All arithmetic saturates, because a clock can
//! jump and an administrator can type ten years.

use std::fmt;

/// A point in time, microseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Timestamp(i64);

/// A length of time in microseconds, never negative.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Span(i64);

impl Timestamp {
    /// From microseconds since 1970.
    pub const fn from_unix_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// From seconds since 1970; saturates.
    pub const fn from_unix_s(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000_000))
    }

    /// Microseconds since 1970.
    pub const fn unix_micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970, rounded down.
    pub const fn unix_s(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// Seconds since 1970 in 32 bits, saturating at both ends (0, and the year 2106).
    /// The counter tables keep times in this form.
    pub const fn unix_s_u32(self) -> u32 {
        let seconds = self.unix_s();
        if seconds < 0 {
            0
        } else if seconds > u32::MAX as i64 {
            u32::MAX
        } else {
            seconds as u32
        }
    }

    /// This time and a span later.
    #[must_use]
    pub const fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// This time and a span earlier.
    #[must_use]
    pub const fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }

    /// How long it has been since `earlier`; zero when `earlier` is later (the clock was set back).
    pub const fn since(self, earlier: Timestamp) -> Span {
        let micros = self.0.saturating_sub(earlier.0);
        Span(if micros < 0 { 0 } else { micros })
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);

    /// From microseconds; negative becomes zero.
    pub const fn from_micros(micros: i64) -> Self {
        Self(if micros < 0 { 0 } else { micros })
    }

    /// From milliseconds; saturates.
    pub const fn from_ms(ms: i64) -> Self {
        Self::from_micros(ms.saturating_mul(1_000))
    }

    /// From seconds; saturates.
    pub const fn from_s(seconds: i64) -> Self {
        Self::from_micros(seconds.saturating_mul(1_000_000))
    }

    /// From minutes; saturates.
    pub const fn from_minutes(minutes: i64) -> Self {
        Self::from_s(minutes.saturating_mul(60))
    }

    /// From hours; saturates.
    pub const fn from_hours(hours: i64) -> Self {
        Self::from_s(hours.saturating_mul(3_600))
    }

    /// From days of 24 hours; saturates.
    pub const fn from_days(days: i64) -> Self {
        Self::from_s(days.saturating_mul(86_400))
    }

    /// Microseconds, never negative.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Whole seconds, rounded down.
    pub const fn as_s(self) -> i64 {
        self.0 / 1_000_000
    }

    /// Seconds with a fraction.
    pub fn as_s_f64(self) -> f64 {
        self.0 as f64 / 1e6
    }
}

impl fmt::Display for Span {
    /// Microseconds, milliseconds or seconds, whichever reads best: `830 us`, `2.4 ms`, `61.0 s`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            micros @ 0..1_000 => write!(f, "{micros} us"),
            micros @ 1_000..1_000_000 => write!(f, "{:.1} ms", micros as f64 / 1e3),
            micros => write!(f, "{:.1} s", micros as f64 / 1e6),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_set_back_gives_no_negative_span() {
        let early = Timestamp::from_unix_s(1_000);
        let late = Timestamp::from_unix_s(2_000);
        assert_eq!(early.since(late), Span::ZERO);
        assert_eq!(late.since(early), Span::from_s(1_000));
    }

    #[test]
    fn absurd_lengths_saturate() {
        assert_eq!(Timestamp::from_unix_s(i64::MAX).plus(Span::from_days(i64::MAX)).unix_micros(), i64::MAX);
        assert_eq!(Timestamp::from_unix_s(-5).unix_s_u32(), 0);
        assert_eq!(Timestamp::from_unix_s(1 << 40).unix_s_u32(), u32::MAX);
    }
}
