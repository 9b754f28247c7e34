//! The guard's edges, and what holds whatever rules call for and however the clock moves.

use proptest::prelude::*;

use super::*;
use crate::compromise::LiveSignal;
use crate::restriction::{Evidence, EvidenceKind};

fn at(s: i64) -> Timestamp {
    Timestamp::from_unix_s(1_000_000 + s)
}

fn is_let_through(ruling: Ruling) -> bool {
    ruling == Ruling::Restrict
}

#[test]
fn the_fiftieth_begins_and_the_fifty_first_is_proposed() {
    let mut guard = MassGuard::default();
    for number in 0..50 {
        assert_eq!(guard.called_for(false, 50, at(number)), Ruling::Restrict, "{number}");
    }
    assert_eq!(guard.standing(), None);
    let begun = MassGuardFacts { since: at(50), counted: 51, limit: 50 };
    assert_eq!(guard.called_for(false, 50, at(50)), Ruling::Propose { begun: Some(begun) });
    assert_eq!(guard.called_for(false, 50, at(51)), Ruling::Propose { begun: None }, "said once");
    assert_eq!(guard.standing().map(|facts| facts.counted), Some(52));
}

#[test]
fn the_limit_is_the_larger_of_a_number_and_a_share_of_the_accounts() {
    let policy = MassGuardPolicy::default();
    for (accounts, expected) in
        [(0, 50), (1_000, 50), (5_000, 50), (5_099, 50), (5_100, 51), (200_000, 2_000), (u64::MAX, 100_000)]
    {
        assert_eq!(limit(&policy, accounts), expected, "{accounts} accounts");
    }
    assert_eq!(limit(&MassGuardPolicy { percent: 0, ..policy }, 1_000_000), 50);
}

#[test]
fn what_was_called_for_ten_minutes_ago_counts_no_more() {
    let mut guard = MassGuard::default();
    assert!(is_let_through(guard.called_for(false, 1, at(0))));
    assert!(!is_let_through(guard.called_for(false, 1, at(599))));
    assert_eq!(guard.ended(at(1_198)), None);
    let facts = MassGuardFacts { since: at(599), counted: 2, limit: 1 };
    assert_eq!(guard.ended(at(1_199)), Some(facts));
    assert_eq!((guard.ended(at(1_200)), guard.standing()), (None, None), "said once");
    assert!(is_let_through(guard.called_for(false, 1, at(1_200))));
}

/// A wrong threshold goes on for hours: no fresh allowance every ten minutes.
#[test]
fn a_rule_that_goes_on_calling_gets_no_second_allowance() {
    let mut guard = MassGuard::default();
    let let_through =
        (0..3 * 3_600).step_by(6).filter(|&s| is_let_through(guard.called_for(false, 50, at(s)))).count();
    assert_eq!(let_through, 50);
}

#[test]
fn what_is_certain_is_restricted_despite_the_guard_and_counts() {
    let mut guard = MassGuard::default();
    for number in 0..60 {
        assert!(is_let_through(guard.called_for(true, 50, at(number))));
    }
    assert!(!is_let_through(guard.called_for(false, 50, at(60))));
}

#[test]
fn a_clock_that_goes_back_neither_forgets_nor_holds_back_for_long() {
    let mut guard = MassGuard::default();
    for _ in 0..50 {
        guard.called_for(false, 50, at(86_400));
    }
    assert!(!is_let_through(guard.called_for(false, 50, at(0))), "not forgotten");
    assert_eq!(guard.ended(at(599)), None);
    assert!(guard.ended(at(600)).is_some());
    assert!(is_let_through(guard.called_for(false, 50, at(600))), "nor kept for a day");
}

#[test]
fn after_a_restart_the_rows_of_the_last_ten_minutes_count() {
    let rows = (0..50).map(|number| (at(number), false)).chain([(at(55), true), (at(57), true)]);
    let mut guard = MassGuard::default();
    guard.restore(rows.clone(), 50, at(100));
    assert_eq!(guard.standing(), Some(MassGuardFacts { since: at(55), counted: 52, limit: 50 }));
    assert_eq!(guard.called_for(false, 50, at(100)), Ruling::Propose { begun: None }, "told already");
    let mut later = MassGuard::default();
    later.restore(rows, 50, at(3_600));
    assert_eq!(later.standing(), None);
    assert!(is_let_through(later.called_for(false, 50, at(3_600))));
}

#[test]
fn no_more_is_counted_than_has_room() {
    let mut guard = MassGuard::default();
    for _ in 0..COUNTED_MAX {
        assert!(is_let_through(guard.called_for(false, COUNTED_MAX as u32, at(0))));
    }
    assert!(!is_let_through(guard.called_for(false, COUNTED_MAX as u32, at(0))));
    assert_eq!(guard.called_for.len(), COUNTED_MAX);
}

fn standing(signals: &[(EvidenceKind, f64)]) -> CompromiseStanding {
    let live = |&(kind, points): &(EvidenceKind, f64)| LiveSignal {
        evidence: Evidence { kind, points: points as u8, at: at(0), source: None, count: 1, region: None },
        points,
    };
    CompromiseStanding { signals: signals.iter().map(live).collect(), ..CompromiseStanding::default() }
}

#[test]
fn two_classes_with_a_hundred_points_are_certain_and_journeys_are_no_class() {
    use EvidenceKind::{ListedPassword, ManyCountries, ManyRecipients, NovelRecipients, SameContent};
    for (signals, expected) in [
        (&[(NovelRecipients, 80.0), (ListedPassword, 20.0)][..], true),
        (&[(NovelRecipients, 80.0), (ListedPassword, 19.9)], false),
        (&[(NovelRecipients, 100.0), (ManyRecipients, 80.0)], false),
        (&[(NovelRecipients, 100.0), (ListedPassword, 0.5)], false),
        (&[(NovelRecipients, 100.0), (EvidenceKind::UnfamiliarSource, 15.0)], false),
        (&[(NovelRecipients, 80.0), (EvidenceKind::Travel, 30.0)], false),
        (&[(SameContent, 60.0), (ManyCountries, 40.0)], true),
    ] {
        assert_eq!(is_certain(&standing(signals)), expected, "{signals:?}");
    }
}

proptest! {
    /// Whatever is called for and however the clock moves: nothing is held back while fewer than the limit were called
    /// for within ten minutes, and of what is not certain never more than the limit begins within ten minutes.
    #[test]
    fn nothing_is_held_back_below_the_limit_and_no_more_than_the_limit_begins(
        limit in 1_u32..60,
        steps in prop::collection::vec((0_i64..120, prop::bool::weighted(0.1)), 1..400),
    ) {
        let mut guard = MassGuard::default();
        let mut now = 0;
        let (mut called, mut begun): (Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new());
        for (pause, is_certain) in steps {
            now += pause;
            let within = |times: &[i64]| times.iter().filter(|&&time| now - time < 600).count() as u32;
            let ruling = guard.called_for(is_certain, limit, at(now));
            let is_begun = is_let_through(ruling);
            prop_assert!(is_begun || within(&called) >= limit, "held back below the limit");
            called.push(now);
            if is_begun && !is_certain {
                begun.push(now);
            }
            prop_assert!(within(&begun) <= limit, "more than the limit");
        }
    }

    /// Backwards too, by any step: at most the limit begins between two moments ten minutes apart in the order of
    /// events, and ten minutes after the last call the next one begins.
    #[test]
    fn a_clock_that_jumps_back_lets_no_more_through(
        limit in 1_u32..20,
        steps in prop::collection::vec(-100_000_i64..30, 1..200),
    ) {
        let mut guard = MassGuard::default();
        let mut now = 0;
        let mut let_through = 0;
        let mut forward = 0;
        for step in steps {
            now += step;
            forward += step.max(0);
            let_through += u64::from(is_let_through(guard.called_for(false, limit, at(now))));
            prop_assert!(let_through <= u64::from(limit) * (1 + forward as u64 / 600));
        }
        guard.ended(at(now + 600));
        prop_assert!(is_let_through(guard.called_for(false, limit, at(now + 600))));
    }
}
