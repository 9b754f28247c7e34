//! The thresholds in force for one account at one moment, and which of them a step crosses.
//!
//! ```text
//! ordinary      as the policy says; recipients per hour: max(floor, factor x own peak)
//! doubled       after a release for volume: twice that, never above the caps
//! watched       signed in from an unfamiliar source, or released after a compromise: divided
//! ```
//!
//! Watched wins over doubled, because a grace forgives volume, not evidence. Two reasons to be watched divide
//! once, by the larger divisor: eight novel recipients an hour is a day's work, two would be a lock.

use crate::outbound::tally::{Added, Tally};
use crate::outbound::{Grace, SendingFacts};
use crate::policy::OutboundPolicy;
use crate::restriction::Reason;

/// Thresholds are multiplied by this after a release for volume (DESIGN section 2, grace).
const DOUBLED: f32 = 2.0;
/// Thresholds are divided by this after a release from a compromise (DESIGN section 2, probation).
const QUARTERED: u64 = 4;

/// What may be reached and not exceeded. `None`: the rule is off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limits {
    pub novel_hour: Option<f32>,
    pub novel_day: Option<f32>,
    pub recipients_hour: Option<f32>,
    pub cap_hour: f32,
    pub cap_day: f32,
    /// Above this each further novel recipient is delayed; `None` for an application.
    pub slow: Option<f32>,
}

impl Limits {
    /// The limits of an account whose learned peak is `peak_hour` and which was released with `grace`.
    pub(super) fn of(policy: &OutboundPolicy, facts: &SendingFacts, grace: Grace, peak_hour: f32) -> Self {
        let divisor = divisor(policy, facts, grace);
        let is_watched = divisor > 1;
        let factor = match grace {
            Grace::Doubled if !is_watched => DOUBLED,
            Grace::Doubled | Grace::Quartered | Grace::None => 1.0,
        };
        let (cap_hour, cap_day) = (policy.cap_hour as f32, policy.cap_day as f32);
        let novelty = |max: u64, cap: f32| (max.div_ceil(divisor) as f32 * factor).min(cap);
        let has_novelty_rule = !facts.is_application;

        let ordinary = (policy.recipients_hour_floor as f32).max(policy.peak_factor as f32 * peak_hour);
        let watched = (policy.watched_recipients_hour as f32)
            .max(policy.watched_peak_percent as f32 / 100.0 * peak_hour);
        let recipients_hour = if is_watched { ordinary.min(watched) } else { ordinary * factor };

        Self {
            novel_hour: (has_novelty_rule && policy.novel_hour_rule == 1)
                .then(|| novelty(policy.novel_hour_max, cap_hour)),
            novel_day: (has_novelty_rule && policy.novel_day_rule == 1)
                .then(|| novelty(policy.novel_day_max, cap_day)),
            recipients_hour: (policy.recipients_hour_rule == 1).then(|| recipients_hour.min(cap_hour)),
            cap_hour,
            cap_day,
            slow: has_novelty_rule.then(|| novelty(policy.slow_novel_hour, cap_hour)),
        }
    }

    /// The first rule that `tally`, which includes `added`, crosses. A rule speaks only when what it counts
    /// has grown: a known recipient is never refused for strangers who were written to before.
    pub(super) fn crossed_by(&self, tally: &Tally, added: Added) -> Option<Crossing> {
        [
            (Rule::NovelHour, tally.novel_hour, added.novel, self.novel_hour),
            (Rule::NovelDay, tally.novel_day, added.novel, self.novel_day),
            (Rule::RecipientsHour, tally.distinct_hour, added.distinct, self.recipients_hour),
            (Rule::CapHour, tally.recipients_hour, added.recipients, Some(self.cap_hour)),
            (Rule::CapDay, tally.recipients_day, added.recipients, Some(self.cap_day)),
        ]
        .into_iter()
        .find_map(|(rule, counted, grown, limit)| {
            let limit = limit.filter(|&limit| grown > 0.0 && counted > limit)?;
            Some(Crossing { rule, count: whole_up(counted), limit: limit as u32 })
        })
    }
}

/// The rules of sending, in the order in which they speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    NovelHour,
    NovelDay,
    RecipientsHour,
    CapHour,
    CapDay,
}

/// A limit that was crossed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crossing {
    pub rule: Rule,
    /// Counted, rounded up: above the limit.
    pub count: u32,
    /// The limit, rounded down.
    pub limit: u32,
}

impl Crossing {
    /// The reason of the restriction that follows.
    pub(super) fn reason(self) -> Reason {
        let Self { rule, count, limit } = self;
        match rule {
            Rule::NovelHour => Reason::NovelRecipientsHour { count, limit },
            Rule::NovelDay => Reason::NovelRecipientsDay { count, limit },
            Rule::RecipientsHour => Reason::RecipientsHour { count, limit },
            Rule::CapHour => Reason::CapHour { count, limit },
            Rule::CapDay => Reason::CapDay { count, limit },
        }
    }
}

fn divisor(policy: &OutboundPolicy, facts: &SendingFacts, grace: Grace) -> u64 {
    let unfamiliar = if facts.signed_in_unfamiliar { policy.unfamiliar_divisor } else { 1 };
    let probation = match grace {
        Grace::Quartered => QUARTERED,
        Grace::None | Grace::Doubled => 1,
    };
    unfamiliar.max(probation)
}

/// A decayed count as a number for people: rounded up, so that it is above the limit that it crossed.
fn whole_up(counted: f32) -> u32 {
    // `as` saturates.
    counted.ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;

    fn limits(grace: Grace, signed_in_unfamiliar: bool, peak_hour: f32) -> Limits {
        let facts =
            SendingFacts { is_application: false, signed_in_unfamiliar, next_day: Timestamp::default() };
        Limits::of(&OutboundPolicy::default(), &facts, grace, peak_hour)
    }

    #[test]
    fn a_grace_for_volume_doubles_and_stays_below_the_caps() {
        let doubled = limits(Grace::Doubled, false, 100.0);
        assert_eq!(doubled.novel_hour, Some(60.0));
        assert_eq!(doubled.novel_day, Some(120.0));
        assert_eq!(doubled.recipients_hour, Some(500.0), "8 x 100, cut at the cap");
        let policy = OutboundPolicy { cap_hour: 40, ..OutboundPolicy::default() };
        let facts = SendingFacts {
            is_application: false,
            signed_in_unfamiliar: false,
            next_day: Timestamp::default(),
        };
        assert_eq!(Limits::of(&policy, &facts, Grace::Doubled, 0.0).novel_hour, Some(40.0));
    }

    #[test]
    fn an_unfamiliar_source_and_a_compromise_divide_once_and_beat_a_doubling() {
        for watched in [
            limits(Grace::None, true, 0.0),
            limits(Grace::Quartered, false, 0.0),
            limits(Grace::Quartered, true, 0.0),
            limits(Grace::Doubled, true, 0.0),
        ] {
            assert_eq!(watched.novel_hour, Some(8.0));
            assert_eq!(watched.novel_day, Some(15.0));
            assert_eq!(watched.slow, Some(3.0));
            assert_eq!(watched.recipients_hour, Some(15.0));
        }
        assert_eq!(limits(Grace::None, true, 40.0).recipients_hour, Some(60.0), "1.5 x own peak");
    }

    #[test]
    fn the_own_peak_raises_only_the_rule_of_habit() {
        let ordinary = limits(Grace::None, false, 50.0);
        assert_eq!(ordinary.recipients_hour, Some(200.0));
        assert_eq!(ordinary.novel_hour, Some(30.0));
        assert_eq!(limits(Grace::None, false, 0.0).recipients_hour, Some(100.0));
    }
}
