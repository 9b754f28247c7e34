//! An account's own habit: its highest hour, day by day, as a maximum that fades over 30 days.
//!
//! Today's highest hour is learned only when the day is over, and adds at most a doubling, so nobody can raise
//! a ceiling inside a burst (rspamd's issue 2733: 20 allowed, 203 let out) or in a few days of creeping. What
//! is sent while slowed or refused is never learned.

/// The learned peak fades with this time constant, days.
const FADE_DAYS: f32 = 30.0;
/// A peak grows at most by this factor a day.
const GROWTH_PER_DAY: f32 = 2.0;

/// The highest hour of today and of the days before.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Peak {
    /// Highest count of distinct recipients in an hour, today.
    pub today: f32,
    /// The same of the days before, faded.
    pub learned: f32,
    /// Today: days since 1970, UTC.
    pub day: u32,
}

impl Peak {
    /// Ends the day when it is over. `base` is the peak below which growth needs no patience.
    pub(super) fn turn(&mut self, now_s: u32, base: f32) {
        let day = now_s / 86_400;
        if day > self.day {
            let growth_max = (self.learned * GROWTH_PER_DAY).max(base);
            let faded = self.learned * (-((day - self.day) as f32) / FADE_DAYS).exp();
            self.learned = faded.max(self.today.min(growth_max));
            self.today = 0.0;
        }
        self.day = day;
    }

    /// Notes an hour's count.
    pub(super) fn notice(&mut self, distinct_hour: f32) {
        self.today = self.today.max(distinct_hour);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after_days(peak: &mut Peak, day: u32) -> f32 {
        peak.turn(day * 86_400, 25.0);
        peak.learned
    }

    #[test]
    fn a_peak_at_most_doubles_in_a_day_and_counts_from_the_next_day_on() {
        let mut peak = Peak::default();
        peak.notice(1_000.0);
        assert_eq!(after_days(&mut peak, 0), 0.0);
        assert_eq!(after_days(&mut peak, 1), 25.0);
        peak.notice(1_000.0);
        assert_eq!(after_days(&mut peak, 2), 50.0);
    }

    #[test]
    fn a_peak_fades_and_a_clock_set_back_teaches_nothing() {
        let mut peak = Peak { today: 0.0, learned: 100.0, day: 100 };
        let faded = after_days(&mut peak, 130);
        assert!((36.0..38.0).contains(&faded), "{faded}");
        peak.notice(500.0);
        assert_eq!(after_days(&mut peak, 10), faded);
    }
}
