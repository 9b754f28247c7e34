//! What the score promises: the table of levels, and what holds for every history.

mod otherwise;
mod properties;

use super::*;
use crate::outbound::Grace;
use crate::policy::CompromisePolicy;
use crate::restriction::EvidenceKind::{
    self, ForgedSender, ListedPassword, ManyCountries, ManyRecipients, NewRegion, NovelRecipients,
    RightPasswordRefused, SuccessAfterFailures, SuccessDuringSpray, Travel, UnfamiliarSource, WrongPasswords,
};
use crate::time::Span;

/// 2026-03-02 08:00 UTC.
const MORNING_S: i64 = 1_772_438_400;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_s(MORNING_S + seconds)
}

fn midnight() -> Timestamp {
    at(16 * 3_600)
}

fn seen(kind: EvidenceKind, points: u8, seconds: i64) -> Evidence {
    Evidence { kind, points, at: at(seconds), source: None, count: 1, region: None }
}

fn policy() -> CompromisePolicy {
    CompromisePolicy::default()
}

/// A record that saw these, and what follows at `seconds`.
fn judged(all: &[(EvidenceKind, u8, i64)], seconds: i64) -> (CompromiseRecord, Judgement) {
    let mut record = CompromiseRecord::default();
    for &(kind, points, at_s) in all {
        record.see(&seen(kind, points, at_s), &policy(), at(at_s));
    }
    let judgement = record.judgement(&policy(), midnight(), at(seconds));
    (record, judgement)
}

fn level(all: &[(EvidenceKind, u8, i64)]) -> Level {
    judged(all, 0).1.standing.level
}

#[test]
fn each_level_begins_at_its_points_and_not_one_below() {
    for (points, expected) in
        [(39, Level::None), (40, Level::Alert), (59, Level::Alert), (60, Level::Slow), (79, Level::Slow)]
    {
        assert_eq!(level(&[(ManyCountries, points, 0)]), expected, "{points}");
    }
    assert_eq!(level(&[(ManyCountries, 80, 0)]), Level::UntilNextDay);
    assert_eq!(level(&[(ManyCountries, 99, 0)]), Level::UntilNextDay);
    assert_eq!(level(&[(ManyCountries, 100, 0)]), Level::UntilReleased);
}

#[test]
fn different_signals_add_up_and_the_same_one_does_not() {
    let both = [(SuccessAfterFailures, 40, 0), (ListedPassword, 40, 0)];
    assert_eq!(level(&both), Level::UntilNextDay);
    let same = [(SuccessAfterFailures, 40, 0), (SuccessAfterFailures, 40, 0), (SuccessAfterFailures, 40, 0)];
    assert_eq!(judged(&same, 0).1.standing.score, 40.0);
    let steps = [(NovelRecipients, 40, 0), (NovelRecipients, 80, 10), (NovelRecipients, 40, 20)];
    assert_eq!(judged(&steps, 20).1.standing.score.round(), 80.0, "its highest step");
    assert_eq!(judged(&[(NewRegion, 15, 0), (UnfamiliarSource, 15, 0)], 0).1.standing.score, 15.0);
}

/// Checklist G19: a newsletter by the owner never needs an admin.
#[test]
fn volume_alone_ends_at_midnight_whatever_its_size() {
    let (_, judgement) = judged(&[(NovelRecipients, 100, 0), (ManyRecipients, 80, 0)], 0);
    assert_eq!((judgement.standing.score, judgement.standing.level), (100.0, Level::UntilNextDay));
    assert_eq!(judgement.until, Some(midnight()));
    let (_, judgement) = judged(&[(NovelRecipients, 80, 0), (SuccessAfterFailures, 40, 0)], 0);
    assert_eq!((judgement.standing.level, judgement.until), (Level::UntilReleased, None));
}

#[test]
fn a_journey_alone_is_an_alert_at_most() {
    assert_eq!(level(&[(Travel, 30, 0)]), Level::None);
    let journey = [(Travel, 30, 0), (NewRegion, 15, 0)];
    assert_eq!(level(&journey), Level::Alert);
    let mut strict = policy();
    strict.slow_points = 45;
    strict.restrict_points = 45;
    let (record, _) = judged(&journey, 0);
    assert_eq!(record.standing(&strict, at(0)).level, Level::Alert, "although 45 would restrict");
}

#[test]
fn a_sign_in_from_a_strange_place_makes_any_restriction_stay() {
    let (_, judgement) = judged(&[(NovelRecipients, 80, 0), (UnfamiliarSource, 15, 0)], 0);
    assert_eq!((judgement.standing.level, judgement.until), (Level::UntilNextDay, None));
    // After a day and a half the place is as good as forgotten.
    let later = 36 * 3_600;
    let (_, judgement) = judged(&[(UnfamiliarSource, 15, 0), (NovelRecipients, 80, later)], later);
    assert!(judgement.until.is_some());
}

#[test]
fn a_second_restriction_within_a_week_stays_unless_both_are_of_volume_alone() {
    let again = |kind, days: i64, policy: &CompromisePolicy| {
        let mut record = CompromiseRecord::default();
        record.restricted(at(0));
        let when = days * 86_400;
        record.see(&seen(kind, 80, when), policy, at(when));
        record.judgement(policy, at(when + 3_600), at(when)).until
    };
    assert_eq!(again(ManyCountries, 6, &policy()), None);
    assert_eq!(
        again(ManyCountries, 7, &policy()),
        Some(at(7 * 86_400 + 3_600)),
        "a week later it is a first one"
    );
    assert!(again(NovelRecipients, 6, &policy()).is_some(), "an owner needs no admin");
    let strict = CompromisePolicy { repeat_by_volume: 1, ..policy() };
    assert_eq!(again(NovelRecipients, 6, &strict), None);
    assert!(again(ManyCountries, 6, &CompromisePolicy { repeat_days: 0, ..policy() }).is_some());
}

/// Reliability R: strangers may guess as long as they like.
#[test]
fn wrong_passwords_are_worth_nothing_whatever_points_they_bring() {
    let (record, judgement) = judged(&[(WrongPasswords, 100, 0)], 0);
    assert_eq!((judgement.standing.score, judgement.risen_to), (0.0, None));
    assert_eq!(record, CompromiseRecord::default());
    assert_eq!(judged(&[(ListedPassword, 255, 0)], 0).1.standing.score, 40.0, "never above its table");
}

#[test]
fn a_rise_is_said_once_and_again_after_a_fall() {
    let mut record = CompromiseRecord::default();
    let mut saw = |kind, points, hours: i64| {
        record.see(&seen(kind, points, hours * 3_600), &policy(), at(hours * 3_600));
        record.judgement(&policy(), midnight(), at(hours * 3_600)).risen_to
    };
    assert_eq!(saw(NovelRecipients, 40, 0), Some(Level::Alert));
    assert_eq!(saw(NovelRecipients, 40, 0), None);
    assert_eq!(saw(NovelRecipients, 80, 0), Some(Level::UntilNextDay));
    assert_eq!(saw(NovelRecipients, 40, 1), None, "still above");
    assert_eq!(saw(NovelRecipients, 40, 24), Some(Level::Alert));
}

#[test]
fn points_halve_every_six_hours_and_the_level_ends_when_it_was_said_to() {
    let (record, judgement) = judged(&[(ManyCountries, 100, 0), (SuccessAfterFailures, 20, 0)], 0);
    let standing = |seconds| record.standing(&policy(), at(seconds));
    assert_eq!(standing(6 * 3_600).score, 60.0);
    assert_eq!(standing(12 * 3_600).score, 30.0);
    assert_eq!(judgement.standing.level, Level::UntilReleased);
    let falls = judgement.standing.falls.expect("a level ends");
    assert_eq!(record.standing(&policy(), falls).level, Level::UntilNextDay);
    assert_eq!(record.standing(&policy(), falls.minus(Span::from_s(2))).level, Level::UntilReleased);
    assert_eq!(standing(24 * 3_600).falls, None, "no level, no end");
}

#[test]
fn an_alert_and_a_slow_level_hold_until_the_score_has_halved() {
    let (mut record, judgement) = judged(&[(ManyCountries, 60, 0)], 0);
    assert_eq!(judgement.standing.falls, Some(at(6 * 3_600 + 1)));
    let level = |seconds| record.standing(&policy(), at(seconds)).level;
    assert_eq!((level(1), level(6 * 3_600), level(6 * 3_600 + 1)), (Level::Slow, Level::Slow, Level::Alert));
    assert_eq!((level(9 * 3_600), level(10 * 3_600)), (Level::Alert, Level::None));
    // A restriction is not held: what is seen later has to reach it anew.
    record.see(&seen(NovelRecipients, 80, 0), &policy(), at(0));
    record.judgement(&policy(), midnight(), at(0));
    assert_eq!(record.standing(&policy(), at(6 * 3_600 + 1)).level, Level::Slow);
}

/// Checklist E8.
#[test]
fn after_a_release_one_hard_signal_restricts_and_volume_does_not() {
    let released = |kind, points, hours: i64| {
        let (mut record, _) = judged(&[(ManyCountries, 100, 0)], 0);
        record.released(Grace::Quartered, at(86_400), at(60));
        assert_eq!(record.standing(&policy(), at(60)), CompromiseStanding::default(), "settled");
        record.see(&seen(kind, points, hours * 3_600), &policy(), at(hours * 3_600));
        let judgement = record.judgement(&policy(), midnight(), at(hours * 3_600));
        (judgement.standing.level, judgement.until)
    };
    assert_eq!(released(ListedPassword, 40, 1), (Level::UntilReleased, None));
    assert_eq!(released(ListedPassword, 39, 1).0, Level::None, "too soft");
    assert_eq!(released(SuccessAfterFailures, 40, 1).0, Level::Alert, "strangers have a part in it");
    assert_eq!(released(NovelRecipients, 40, 1).0, Level::Alert, "volume has limits of its own");
    assert_eq!(released(ListedPassword, 40, 25).0, Level::Alert, "the grace is over");
}

/// Reliability R: whoever knows a login and no password can fail, and the owner may be on a journey.
#[test]
fn nothing_that_strangers_have_a_part_in_acts_without_something_that_they_have_not() {
    let strangers =
        [(SuccessAfterFailures, 40, 0), (SuccessDuringSpray, 40, 0), (RightPasswordRefused, 40, 0)];
    let (_, judgement) = judged(&strangers, 0);
    assert_eq!(judgement.standing.level, Level::Alert);
    let (_, judgement) = judged(&[&strangers[..], &[(NewRegion, 15, 0), (Travel, 30, 0)]].concat(), 0);
    assert_eq!(judgement.standing.level, Level::Alert, "also on a journey");
    let (_, judgement) = judged(&[&strangers[..], &[(ForgedSender, 30, 0)]].concat(), 0);
    assert_eq!(
        judgement.standing.level,
        Level::UntilReleased,
        "and with what only a thief does, all of it counts"
    );
}

/// While a site only observes, a run goes on and crosses the same limit with every stranger.
#[test]
fn a_signal_that_comes_again_and_again_is_one_rise_until_the_score_has_fallen() {
    let mut record = CompromiseRecord::default();
    let mut rises = 0;
    for at_s in 0..30 {
        record.see(&seen(NovelRecipients, 80, at_s), &policy(), at(at_s));
        rises += usize::from(record.judgement(&policy(), midnight(), at(at_s)).risen_to.is_some());
    }
    assert_eq!(rises, 1);
    record.see(&seen(NovelRecipients, 80, 8 * 3_600), &policy(), at(8 * 3_600));
    assert!(record.judgement(&policy(), midnight(), at(8 * 3_600)).risen_to.is_some(), "it had fallen to 32");
}
