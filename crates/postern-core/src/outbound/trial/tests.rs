//! What limits on trial do with counted slots, and that nobody below the least counts is touched.

use super::*;
use crate::time::Span;

const SLOT: Span = Span::from_minutes(10);

fn start() -> Timestamp {
    Timestamp::from_unix_s(1_795_219_200) // 2026-11-21 00:00 UTC
}

fn day_end(at: Timestamp) -> Timestamp {
    Timestamp::from_unix_s((at.unix_s().div_euclid(86_400) + 1) * 86_400)
}

/// Slots of ten minutes, one after the other from midnight: recipients, strangers among them, refused.
fn tried(policy: &OutboundPolicy, refused: RefusedThen, slots: &[(u64, u64, u64)]) -> TrialOutcome {
    let mut trial = Trial::new(policy, false, refused);
    let mut at = start();
    for &(recipients, novel, refused) in slots {
        trial.count(&CountedSlot { at, recipients, novel, refused }, day_end);
        at = at.plus(SLOT);
    }
    trial.outcome()
}

#[test]
fn strangers_within_an_hour_slow_at_the_lower_limit_and_restrict_at_the_higher() {
    let policy = OutboundPolicy { slow_novel_hour: 12, novel_hour_max: 30, ..OutboundPolicy::default() };
    let quiet = tried(&policy, RefusedThen::LeftOut, &[(12, 12, 0)]);
    assert_eq!(quiet, TrialOutcome::default());
    let slowed = tried(&policy, RefusedThen::LeftOut, &[(10, 10, 0), (10, 10, 0)]);
    assert_eq!((slowed.slowed, slowed.restricted), (Some(start().plus(SLOT)), None));
    let burst = tried(&policy, RefusedThen::LeftOut, &[(2, 0, 0), (400, 31, 0)]);
    let reason = Reason::NovelRecipientsHour { count: 31, limit: 30 };
    assert_eq!(burst.restricted, Some((start().plus(SLOT), reason)));
}

#[test]
fn what_comes_on_the_day_of_a_restriction_is_not_counted_and_the_next_day_begins_anew() {
    let policy = OutboundPolicy { cap_hour: 100, recipients_severe_floor: 100, ..OutboundPolicy::default() };
    let mut trial = Trial::new(&policy, false, RefusedThen::LeftOut);
    let burst = |at| CountedSlot { at, recipients: 101, novel: 0, refused: 0 };
    trial.count(&burst(start()), day_end);
    trial.count(&CountedSlot { recipients: 90, ..burst(start().plus(SLOT)) }, day_end);
    assert_eq!(trial.tally.recipients_hour, 0.0);
    let next_day = start().plus(Span::from_days(1));
    trial.count(&CountedSlot { recipients: 90, ..burst(next_day) }, day_end);
    assert_eq!(trial.tally.recipients_hour, 90.0);
}

#[test]
fn what_was_refused_at_the_time_makes_the_difference_between_the_least_and_the_most() {
    let policy = OutboundPolicy { novel_hour_max: 40, ..OutboundPolicy::default() };
    let spam_run = [(30, 30, 0), (0, 0, 300)];
    assert_eq!(tried(&policy, RefusedThen::LeftOut, &spam_run).restricted, None);
    let most = tried(&policy, RefusedThen::Strangers, &spam_run);
    assert_eq!(most.restricted.map(|(at, _)| at), Some(start().plus(SLOT)));
}

#[test]
fn an_application_is_judged_by_its_volume_alone() {
    let policy = OutboundPolicy::default();
    let mut trial = Trial::new(&policy, true, RefusedThen::Strangers);
    trial.count(&CountedSlot { at: start(), recipients: 90, novel: 90, refused: 90 }, day_end);
    assert_eq!(trial.outcome(), TrialOutcome::default());
}

/// Whoever is left out before a trial could not have been slowed or restricted in it: the fullest counts below the bounds.
#[test]
fn nobody_below_the_least_counts_is_slowed_or_restricted() {
    let policy = OutboundPolicy::default();
    let least = LeastCounts::of([&policy]);
    assert!(least.novel_slot > 0 && least.recipients_slot > 30, "{least:?}");
    let day = [(least.recipients_slot, 0, 0); 18];
    assert_eq!(tried(&policy, RefusedThen::Strangers, &day), TrialOutcome::default());
    let strangers = [(least.novel_slot, least.novel_slot, 0); 50];
    assert_eq!(tried(&policy, RefusedThen::Strangers, &strangers), TrialOutcome::default());
    let strict = OutboundPolicy { novel_day_max: 20, cap_day: 90, ..OutboundPolicy::default() };
    let both = LeastCounts::of([&policy, &strict]);
    assert_eq!((both.novel_day, both.recipients_day), (20, 90));
}
