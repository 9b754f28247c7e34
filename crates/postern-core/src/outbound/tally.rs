//! Decayed counters: how many within the last hour and the last 24 hours, without a window's edge.
//!
//! Each counter shrinks by `exp(-elapsed / period)` and grows by what is counted (Exim's `ratelimit`). At a
//! steady rate it settles at that rate per period. With a limit of 30 an hour, 30 in one burst, 31 at 300 an
//! hour and 53 at 40 an hour come to just below it; with 60 a day, 65 at 15 an hour and 82 at 5 an hour.
//! There is no moment after which a sender has a fresh budget, so there is none to wait for.
//!
//! Recipients per hour are counted twice: all of them for the hard caps, and distinct ones for the habit.
//! Distinct ones are found with a bitmap that is emptied each clock hour: writing ten times to the same fifteen
//! colleagues is fifteen. At the edge of an hour a recipient counts again, which is never looser.

/// Bits of the hour's bitmap; 3 % standard error at 100 distinct recipients (linear counting).
const HOUR_BITS: u32 = 512;
const HOUR_S: u32 = 3_600;
const DAY_S: f32 = 86_400.0;

/// What one step adds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Added {
    /// Never written to before, after the weight of internal ones.
    pub novel: f32,
    /// All recipients.
    pub recipients: f32,
    /// Not yet written to in this clock hour.
    pub distinct: f32,
}

/// The counters of one account, as of [`Tally::at_s`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub novel_hour: f32,
    pub novel_day: f32,
    pub recipients_hour: f32,
    pub recipients_day: f32,
    pub distinct_hour: f32,
    /// Unix seconds of the last decay.
    pub at_s: u32,
}

impl Tally {
    /// Brings the counters to `now_s`. A clock that was set back decays nothing and does not freeze them.
    pub(super) fn decay(&mut self, now_s: u32) {
        let elapsed_s = now_s.saturating_sub(self.at_s);
        self.at_s = now_s;
        if elapsed_s == 0 {
            return;
        }
        let elapsed_s = elapsed_s as f32;
        let (hour, day) = ((-elapsed_s / HOUR_S as f32).exp(), (-elapsed_s / DAY_S).exp());
        self.novel_hour *= hour;
        self.novel_day *= day;
        self.recipients_hour *= hour;
        self.recipients_day *= day;
        self.distinct_hour *= hour;
    }

    /// The counters with `added`.
    pub(super) fn with(mut self, added: Added) -> Self {
        self.novel_hour += added.novel;
        self.novel_day += added.novel;
        self.recipients_hour += added.recipients;
        self.recipients_day += added.recipients;
        self.distinct_hour += added.distinct;
        self
    }
}

/// Who was written to in the current clock hour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ThisHour {
    /// Hours since 1970.
    pub hour: u32,
    pub bits: [u64; (HOUR_BITS / 64) as usize],
}

impl ThisHour {
    /// How much a recipient adds to the distinct ones: nothing when seen in this hour, else one, raised by the
    /// chance that its bit was taken by somebody else.
    pub(super) fn weight(&mut self, hash: u64, now_s: u32) -> f32 {
        let hour = now_s / HOUR_S;
        if self.hour != hour {
            *self = Self { hour, bits: [0; (HOUR_BITS / 64) as usize] };
        }
        let (word, mask) = position(hash);
        if self.bits[word] & mask != 0 {
            return 0.0;
        }
        let free = HOUR_BITS - self.bits.iter().map(|word| word.count_ones()).sum::<u32>();
        HOUR_BITS as f32 / free as f32
    }

    /// `hash` is written to now.
    pub(super) fn mark(&mut self, hash: u64) {
        let (word, mask) = position(hash);
        self.bits[word] |= mask;
    }
}

/// Nine bits that are mixed apart from those the Bloom filter takes.
fn position(hash: u64) -> (usize, u64) {
    let bit = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - HOUR_BITS.ilog2());
    ((bit / 64) as usize, 1 << (bit % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinct_recipients_are_estimated_within_a_tenth_up_to_the_hourly_cap() {
        for distinct in [1u64, 10, 100, 500] {
            let (mut hour, mut counted) = (ThisHour::default(), 0.0);
            for _ in 0..3 {
                for number in 0..distinct {
                    let hash = number.wrapping_mul(0xD134_2543_DE82_EF95) ^ 0x5851_F42D_4C95_7F2D;
                    counted += hour.weight(hash, 7_200);
                    hour.mark(hash);
                }
            }
            let error = (counted - distinct as f32).abs() / distinct as f32;
            assert!(error < 0.1, "{distinct} counted as {counted}");
        }
    }

    #[test]
    fn a_recipient_counts_again_in_the_next_clock_hour() {
        let mut hour = ThisHour::default();
        assert_eq!(hour.weight(9, 3_599), 1.0);
        hour.mark(9);
        assert_eq!(hour.weight(9, 3_599), 0.0);
        assert_eq!(hour.weight(9, 3_600), 1.0);
    }

    #[test]
    fn a_full_bitmap_adds_nothing_and_divides_by_nothing() {
        let mut hour = ThisHour { hour: 0, bits: [u64::MAX; 8] };
        assert_eq!(hour.weight(1, 0), 0.0);
        hour.bits[0] = u64::MAX - 1;
        assert!(hour.weight(0, 0).is_finite());
    }
}
