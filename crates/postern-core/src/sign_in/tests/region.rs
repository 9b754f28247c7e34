//! Weak familiarity: an attempt from a region that the account earned.

use super::*;
use crate::sign_in::attack_name::TriedName;
use crate::sign_in::guess::{points_of, points_with};

fn lock_s(door: &Door, lock: &LaneLock) -> i64 {
    lock.until.expect("an end").since(at(door.now_s)).as_s()
}

#[test]
fn a_lock_from_an_earned_region_is_half_as_long_and_starts_at_the_same_count() {
    for (vouch, seconds) in [(Vouch::Nobody, 60), (Vouch::Region, 30)] {
        let mut door = Door::with_home();
        door.vouch = vouch;
        assert_eq!(door.fail_times(&place(STRANGER), 9, 100), None, "{vouch:?}");
        let lock = door.fail(&place(STRANGER), Some(200)).expect("allowed").started.expect("the tenth locks");
        assert_eq!(lock_s(&door, &lock), seconds, "{vouch:?}");
    }
}

#[test]
fn a_region_never_makes_an_attempt_familiar_and_opens_no_lock() {
    let mut door = Door::with_home();
    door.fail_times(&place(STRANGER), 10, 100);
    door.vouch = Vouch::Region;
    assert_eq!(door.lane(&place(STRANGER)), Lane::Unfamiliar);
    assert!(door.is_refused(&place(STRANGER)));
}

#[test]
fn somebody_in_the_owners_region_still_has_a_hundred_guesses_and_no_more() {
    let mut door = Door::with_home();
    door.vouch = Vouch::Region;
    let (mut guesses, mut guesses_in_a_day) = (0, 0);
    for minute in 0..30 * 24 * 60 {
        while door.fail(&place(STRANGER), Some(1_000 + guesses)).is_some() {
            guesses += 1;
        }
        if minute == 24 * 60 {
            guesses_in_a_day = guesses;
        }
        door.now_s += 60;
    }
    assert_eq!(guesses, 100);
    // 38 from anywhere else: the price of sparing the owner's own neighbourhood half the wait.
    assert!((38..=64).contains(&guesses_in_a_day), "{guesses_in_a_day}");
}

#[test]
fn a_failure_from_an_earned_region_costs_its_source_half() {
    let fresh = points_of(Counted::Fresh, TriedName::Known);
    assert_eq!(points_with(Vouch::Region, fresh), fresh / 2.0);
    assert_eq!(points_with(Vouch::Nobody, fresh), fresh);
    assert_eq!(points_with(Vouch::Pass, fresh), fresh);
}
