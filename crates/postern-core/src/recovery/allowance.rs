//! How much is borne within a time: a count that is debited before anything is looked at. Knows nothing of what it
//! counts.

use super::{BEGUN_MAX, DAY, PAUSES};
use crate::time::{Span, Timestamp};

/// So many within a window that begins with the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    first: Option<Timestamp>,
    count: u32,
}

impl Allowance {
    /// Takes one of `max` within `window`; whether there was one left. Debited before the check, so that tries at the
    /// same moment cannot slip by.
    pub fn take(&mut self, max: u32, window: Span, now: Timestamp) -> bool {
        if self.is_over(window, now) {
            *self = Self { first: Some(now), count: 0 };
        }
        if self.count >= max {
            return false;
        }
        self.count += 1;
        true
    }

    /// Whether there is nothing to remember any more.
    pub fn is_over(&self, window: Span, now: Timestamp) -> bool {
        self.first.is_none_or(|first| now.since(first) >= window)
    }
}

/// Ways back that one source began for one name, and its pauses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Begun {
    within_day: Allowance,
    pauses: u32,
    paused_until: Option<Timestamp>,
}

impl Begun {
    /// Begins one more, or the end of the pause. The sixth within a day begins a pause of an hour; going on after it
    /// without success, one of four and then of 24 (checklist D9).
    pub fn begin(&mut self, now: Timestamp) -> Result<(), Timestamp> {
        if let Some(until) = self.paused_until.filter(|until| now < *until) {
            return Err(until);
        }
        if self.within_day.take(BEGUN_MAX, DAY, now) {
            self.paused_until = None;
            return Ok(());
        }
        if self.paused_until.take().is_some() {
            // The pause was waited for: as many again.
            self.within_day = Allowance::default();
            self.within_day.take(BEGUN_MAX, DAY, now);
            return Ok(());
        }
        let step = usize::try_from(self.pauses).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
        let until = now.plus(PAUSES[step]);
        self.pauses += 1;
        self.paused_until = Some(until);
        Err(until)
    }

    /// Until when nothing is begun.
    pub fn paused_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.paused_until.filter(|until| now < *until)
    }

    /// Whether there is nothing to remember any more.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.within_day.is_over(DAY, now) && self.paused_until(now).is_none()
    }
}
