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
use crate::restriction::{EvidenceKind, Reason};

/// Points for a count that is worth an alert (checklist G1, G13).
const ALERT_POINTS: u8 = 40;
/// Points for more strangers than the limit (checklist G12).
const NOVELTY_POINTS: u8 = 80;
/// Points for so many that no person writes to them (checklist G12).
const SEVERE_NOVELTY_POINTS: u8 = 100;
/// Points for an hour far above the account's habit (checklist G13).
const HABIT_POINTS: u8 = 80;

/// Thresholds are multiplied by this after a release for volume (DESIGN section 2, grace).
const DOUBLED: f32 = 2.0;
/// Thresholds are divided by this after a release from a compromise (DESIGN section 2, probation).
const QUARTERED: u64 = 4;

/// What may be reached and not exceeded. `None`: the rule is off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limits {
    pub novel_hour: Option<f32>,
    pub novel_day: Option<f32>,
    /// Distinct recipients per hour that restrict.
    pub recipients_hour: Option<f32>,
    /// Those that are worth an alert.
    pub recipients_alert: Option<f32>,
    /// Shares of the novelty limits: for an alert, and for the highest step of an hour and of a day.
    alert_share: f32,
    hour_severe_share: f32,
    day_severe_share: f32,
    pub cap_hour: f32,
    pub cap_day: f32,
    /// Above this each further novel recipient is delayed; `None` for an application.
    pub slow: Option<f32>,
}

impl Limits {
    /// The limits of an account whose learned peak is `peak_hour` and which was released with `grace`, or is still
    /// `learning` whom it used to write to.
    pub(super) fn of(
        policy: &OutboundPolicy,
        facts: &SendingFacts,
        grace: Grace,
        learning: bool,
        peak_hour: f32,
    ) -> Self {
        let divisor = divisor(policy, facts, grace);
        let is_watched = divisor > 1;
        let is_doubled = match grace {
            Grace::Doubled => true,
            Grace::Quartered | Grace::None => learning,
        };
        let factor = if is_doubled && !is_watched { DOUBLED } else { 1.0 };
        let (cap_hour, cap_day) = (policy.cap_hour as f32, policy.cap_day as f32);
        let novelty = |max: u64, cap: f32| (max.div_ceil(divisor) as f32 * factor).min(cap);
        let has_novelty_rule = !facts.is_application;

        let ordinary = (policy.recipients_hour_floor as f32).max(policy.peak_factor as f32 * peak_hour);
        let severe =
            (policy.recipients_severe_floor as f32).max(policy.peak_severe_factor as f32 * peak_hour);
        let watched = (policy.watched_recipients_hour as f32)
            .max(policy.watched_peak_percent as f32 / 100.0 * peak_hour);
        let recipients_hour = if is_watched { ordinary.min(watched) } else { severe * factor };
        let recipients_alert = if is_watched { recipients_hour } else { ordinary * factor };
        let has_habit_rule = policy.recipients_hour_rule == 1;

        Self {
            novel_hour: (has_novelty_rule && policy.novel_hour_rule == 1)
                .then(|| novelty(policy.novel_hour_max, cap_hour)),
            novel_day: (has_novelty_rule && policy.novel_day_rule == 1)
                .then(|| novelty(policy.novel_day_max, cap_day)),
            recipients_hour: has_habit_rule.then(|| recipients_hour.min(cap_hour)),
            recipients_alert: has_habit_rule.then(|| recipients_alert.min(cap_hour)),
            alert_share: policy.novel_alert_percent as f32 / 100.0,
            hour_severe_share: policy.novel_hour_severe_percent as f32 / 100.0,
            day_severe_share: policy.novel_day_severe_percent as f32 / 100.0,
            cap_hour,
            cap_day,
            slow: has_novelty_rule.then(|| novelty(policy.slow_novel_hour, cap_hour)),
        }
    }

    /// The same with no other rule than the hard caps.
    pub(super) fn caps_only(self) -> Self {
        Self { novel_hour: None, novel_day: None, recipients_hour: None, ..self }
    }

    /// What a count of novel recipients is worth, from the alert on; both periods, the higher counts.
    fn novelty_points(&self, tally: &Tally) -> Option<Noticed> {
        let hour = self.novel_hour.map(|limit| (tally.novel_hour, limit, self.hour_severe_share));
        let day = self.novel_day.map(|limit| (tally.novel_day, limit, self.day_severe_share));
        let of_period = |(counted, limit, severe_share): (f32, f32, f32)| {
            let points = if counted > limit * severe_share {
                SEVERE_NOVELTY_POINTS
            } else if counted > limit {
                NOVELTY_POINTS
            } else if counted > (limit * self.alert_share).ceil() {
                ALERT_POINTS
            } else {
                return None;
            };
            Some(Noticed { kind: EvidenceKind::NovelRecipients, points, count: whole_up(counted) })
        };
        let periods = [hour, day].into_iter().flatten().filter_map(of_period);
        // Of two alike the hour's, which is the plainer number.
        periods.reduce(|hour, day| if day.points > hour.points { day } else { hour })
    }

    /// What a count of distinct recipients is worth against the account's habit.
    fn habit_points(&self, tally: &Tally) -> Option<Noticed> {
        let above = |limit: Option<f32>| limit.is_some_and(|limit| tally.distinct_hour > limit);
        let points = match (above(self.recipients_hour), above(self.recipients_alert)) {
            (true, _) => HABIT_POINTS,
            (false, true) => ALERT_POINTS,
            (false, false) => return None,
        };
        Some(Noticed { kind: EvidenceKind::ManyRecipients, points, count: whole_up(tally.distinct_hour) })
    }

    /// What `tally`, which includes `added`, is worth as evidence. As with the limits, only what has grown speaks.
    pub(super) fn noticed_in(&self, tally: &Tally, added: Added) -> [Option<Noticed>; 2] {
        [
            if added.novel > 0.0 { self.novelty_points(tally) } else { None },
            if added.distinct > 0.0 { self.habit_points(tally) } else { None },
        ]
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

/// What a count is worth as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noticed {
    pub kind: EvidenceKind,
    pub points: u8,
    pub count: u32,
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

    fn facts(signed_in_unfamiliar: bool) -> SendingFacts {
        SendingFacts {
            is_application: false,
            signed_in_unfamiliar,
            is_suspect: false,
            is_slowed: false,
            is_held_back: false,
            next_day: Timestamp::default(),
        }
    }

    fn limits(grace: Grace, signed_in_unfamiliar: bool, peak_hour: f32) -> Limits {
        let facts = facts(signed_in_unfamiliar);
        Limits::of(&OutboundPolicy::default(), &facts, grace, false, peak_hour)
    }

    #[test]
    fn a_grace_for_volume_doubles_and_stays_below_the_caps() {
        let doubled = limits(Grace::Doubled, false, 100.0);
        assert_eq!(doubled.novel_hour, Some(60.0));
        assert_eq!(doubled.novel_day, Some(120.0));
        assert_eq!(doubled.recipients_hour, Some(500.0), "8 x 100, cut at the cap");
        let policy = OutboundPolicy { cap_hour: 40, ..OutboundPolicy::default() };
        assert_eq!(Limits::of(&policy, &facts(false), Grace::Doubled, false, 0.0).novel_hour, Some(40.0));
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
        assert_eq!((ordinary.recipients_alert, ordinary.recipients_hour), (Some(200.0), Some(400.0)));
        assert_eq!(ordinary.novel_hour, Some(30.0));
        let new = limits(Grace::None, false, 0.0);
        assert_eq!((new.recipients_alert, new.recipients_hour), (Some(100.0), Some(300.0)));
    }

    #[test]
    fn an_account_that_is_being_learned_has_twice_the_room_unless_it_is_watched() {
        let of = |unfamiliar, grace| {
            Limits::of(&OutboundPolicy::default(), &facts(unfamiliar), grace, true, 0.0).novel_hour
        };
        assert_eq!(of(false, Grace::None), Some(60.0));
        assert_eq!(of(false, Grace::Doubled), Some(60.0), "twice, not four times");
        assert_eq!((of(true, Grace::None), of(false, Grace::Quartered)), (Some(8.0), Some(8.0)));
    }

    /// Checklist G12 and G13: each step, and the last count below it.
    #[test]
    fn a_count_is_worth_more_at_each_step() {
        let points = |novel_hour, novel_day, distinct_hour| {
            let tally = Tally { novel_hour, novel_day, distinct_hour, ..Tally::default() };
            let grown = Added { novel: 1.0, recipients: 1.0, distinct: 1.0 };
            let noticed = limits(Grace::None, false, 0.0).noticed_in(&tally, grown);
            noticed.map(|noticed| noticed.map_or(0, |noticed| noticed.points))
        };
        for (count, worth) in [(20.0, 0), (20.5, 40), (30.0, 40), (30.5, 80), (60.0, 80), (60.5, 100)] {
            assert_eq!(points(count, 0.0, 0.0)[0], worth, "{count} in an hour");
        }
        for (count, worth) in [(40.0, 0), (40.5, 40), (60.0, 40), (60.5, 80), (150.0, 80), (150.5, 100)] {
            assert_eq!(points(0.0, count, 0.0)[0], worth, "{count} in a day");
        }
        for (count, worth) in [(100.0, 0), (100.5, 40), (300.0, 40), (300.5, 80)] {
            assert_eq!(points(0.0, 0.0, count)[1], worth, "{count} distinct");
        }
    }
}
