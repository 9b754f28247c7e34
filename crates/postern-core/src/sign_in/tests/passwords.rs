//! What a wrong password may mean, and what a right one.

use super::*;
use crate::restriction::EvidenceKind;

#[test]
fn the_same_wrong_password_again_is_not_counted() {
    let mut door = Door::with_home();
    for source in [place(HOME), place(STRANGER)] {
        assert_eq!(door.fail(&source, Some(77)).expect("allowed").counted, Counted::Fresh);
        for _ in 0..1_000 {
            assert_eq!(door.fail(&source, Some(77)).expect("allowed").counted, Counted::Repeat);
        }
    }
    assert_eq!(door.standing().unfamiliar.consecutive, 1);
    assert_eq!(door.standing().familiar.consecutive, 1);
}

#[test]
fn a_mechanism_that_carries_no_password_never_looks_like_a_repeat() {
    let mut door = Door::new();
    for _ in 0..10 {
        assert_eq!(door.fail(&place(STRANGER), None).expect("allowed").counted, Counted::Fresh);
    }
    assert!(door.is_refused(&place(STRANGER)));
}

#[test]
fn strangers_cannot_flush_what_is_remembered_of_the_owners_phone() {
    let mut door = Door::with_home();
    door.fail(&place(HOME), Some(77));
    for tag in 100..110 {
        door.fail(&place(STRANGER), Some(tag));
    }
    assert_eq!(door.fail(&place(HOME), Some(77)).expect("allowed").counted, Counted::Repeat);
}

#[test]
fn a_device_that_still_has_the_former_password_is_told_apart_from_a_guess() {
    let mut door = Door::with_home();
    door.succeed_with(&place(HOME), 2);
    for source in [place(HOME), place(STRANGER)] {
        assert_eq!(door.fail(&source, Some(1)).expect("allowed").counted, Counted::Stale);
    }
    assert_eq!(door.standing().unfamiliar.consecutive, 0);
    assert_eq!(door.standing().familiar.consecutive, 0);
    // The password before the former one still counts as a former one, the one before that as a guess.
    door.succeed_with(&place(HOME), 3);
    assert_eq!(door.fail(&place(HOME), Some(1)).expect("allowed").counted, Counted::Stale);
    door.succeed_with(&place(HOME), 4);
    assert_eq!(door.fail(&place(HOME), Some(1)).expect("allowed").counted, Counted::Fresh);
}

#[test]
fn a_success_at_home_clears_the_familiar_lane_and_gives_strangers_nothing() {
    let mut door = Door::with_home();
    door.fail_times(&place(HOME), 5, 10);
    door.fail_times(&place(STRANGER), 10, 100);
    let strangers = door.standing().unfamiliar;
    assert!(door.succeed(&place(HOME)).is_changed);
    assert!(!door.standing().familiar.is_touched());
    assert_eq!(door.standing().unfamiliar, strangers);
}

#[test]
fn a_success_from_an_unfamiliar_place_takes_five_failures_back() {
    let mut door = Door::with_home();
    door.fail_times(&place(STRANGER), 8, 100);
    door.succeed(&place(2));
    let standing = door.standing().unfamiliar;
    assert_eq!(standing.consecutive, 3);
    assert!((standing.failures - 3.0).abs() < 0.01, "{}", standing.failures);
    door.succeed(&place(3));
    assert!(!door.standing().unfamiliar.is_touched());
}

#[test]
fn forgiving_does_not_start_the_quiet_time_anew() {
    let mut door = Door::new();
    door.fail_times(&place(STRANGER), 10, 100);
    door.now_s += DAY_S - 2 * HOUR_S;
    door.succeed(&place(2));
    assert_eq!(door.standing().unfamiliar.level, 1);
    door.now_s += 2 * HOUR_S;
    assert_eq!(door.standing().unfamiliar.level, 0, "a day after the last failure, not after the success");
}

#[test]
fn a_success_right_after_a_guessing_wave_speaks_for_compromise_and_teaches_nothing() {
    for (failures, pause_s, is_suspicious) in
        [(10, 60, true), (9, 60, false), (10, DAY_S - 1, true), (10, DAY_S + 1, false)]
    {
        let mut door = Door::with_home();
        door.fail_times(&place(STRANGER), failures, 100);
        door.now_s += pause_s;
        let evidence = door.succeed(&place(STRANGER)).settled.evidence;
        assert_eq!(evidence.is_some(), is_suspicious, "{failures} failures, then {pause_s} s");
        if let Some(evidence) = evidence {
            assert_eq!((evidence.kind, evidence.points), (EvidenceKind::SuccessAfterFailures, 40));
            assert_eq!((evidence.count, evidence.source), (10, Some(place(STRANGER).network)));
        }
        door.now_s += 2 * HOUR_S;
        let learned = door.lane(&place(STRANGER)) == Lane::Familiar;
        assert_eq!(learned, !is_suspicious);
    }
}

#[test]
fn a_guessing_wave_makes_the_owner_at_home_not_suspicious() {
    let mut door = Door::with_home();
    door.fail_times(&place(STRANGER), 10, 100);
    assert_eq!(door.succeed(&place(HOME)).settled.evidence, None);
}

#[test]
fn the_right_password_refused_speaks_for_a_theft_unless_it_came_from_home() {
    let mut door = Door::with_home();
    let stranger = door.report(&place(STRANGER), None, Some(1), Outcome::RightPasswordRefused).settled;
    let evidence = stranger.evidence.expect("evidence");
    assert_eq!((evidence.kind, evidence.points), (EvidenceKind::RightPasswordRefused, 40));
    let home = door.report(&place(HOME), None, Some(1), Outcome::RightPasswordRefused).settled;
    assert_eq!(home.evidence, None);
}
