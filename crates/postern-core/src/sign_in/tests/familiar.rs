//! When a place becomes familiar, and when it no longer is.

use super::*;
use crate::sign_in::familiar::is_unfamiliar_lately;

#[test]
fn a_place_is_familiar_an_hour_after_its_first_success_and_not_before() {
    for start_s in [START_S, START_S + 12_345, START_S + DAY_S - 1] {
        let mut door = Door::new();
        door.now_s = start_s;
        door.succeed(&place(HOME));
        door.now_s = start_s + HOUR_S - 1;
        assert_eq!(door.lane(&place(HOME)), Lane::Unfamiliar);
        // Six seconds: the grain in which the first success is kept.
        door.now_s = start_s + HOUR_S + 6;
        assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
    }
}

#[test]
fn polling_does_not_put_off_the_hour() {
    let mut door = Door::new();
    for _ in 0..13 {
        door.succeed(&place(HOME));
        door.now_s += 5 * MINUTE_S;
    }
    assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
}

#[test]
fn a_place_without_success_for_thirty_days_is_forgotten() {
    let mut door = Door::with_home();
    let last_s = door.now_s - DAY_S;
    door.now_s = last_s + 30 * DAY_S;
    assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
    door.now_s = last_s + 31 * DAY_S;
    assert_eq!(door.lane(&place(HOME)), Lane::Unfamiliar);
    // And it is a new acquaintance then, not an old one.
    door.succeed(&place(HOME));
    assert_eq!(door.lane(&place(HOME)), Lane::Unfamiliar);
}

#[test]
fn a_neighbour_of_a_place_is_familiar_after_successes_on_two_days() {
    let neighbour = SourceFacts { place: Place { unit: 99, ..place(HOME).place }, ..place(HOME) };
    let mut door = Door::new();
    door.succeed(&place(HOME));
    door.now_s += 10 * HOUR_S;
    assert_eq!(door.lane(&neighbour), Lane::Unfamiliar, "one day is not enough");
    door.now_s += 20 * HOUR_S;
    door.succeed(&place(HOME));
    assert_eq!(door.lane(&neighbour), Lane::Familiar);
}

#[test]
fn two_days_two_minutes_apart_make_no_neighbourhood_familiar() {
    let neighbour = SourceFacts { place: Place { unit: 99, ..place(HOME).place }, ..place(HOME) };
    let mut door = Door::new();
    door.now_s = START_S + DAY_S - MINUTE_S;
    door.succeed(&place(HOME));
    door.now_s += 2 * MINUTE_S;
    door.succeed(&place(HOME));
    assert_eq!(door.lane(&neighbour), Lane::Unfamiliar);
}

#[test]
fn a_source_that_is_guessing_teaches_nothing() {
    let mut door = Door::new();
    let guessing = SourceFacts { may_be_learned: false, ..place(HOME) };
    door.succeed(&guessing);
    door.now_s += DAY_S;
    assert_eq!(door.lane(&place(HOME)), Lane::Unfamiliar);
}

#[test]
fn the_ninth_place_pushes_out_the_one_that_succeeded_longest_ago() {
    let mut door = Door::new();
    for number in 1..=8 {
        door.succeed(&place(number));
        door.now_s += DAY_S;
    }
    door.succeed(&place(1));
    door.succeed(&place(9));
    door.now_s += 2 * HOUR_S;
    assert_eq!(door.lane(&place(1)), Lane::Familiar);
    assert_eq!(door.lane(&place(2)), Lane::Unfamiliar);
    assert_eq!(door.lane(&place(9)), Lane::Familiar);
    let known = door.familiarity.as_ref().expect("signed in");
    assert_eq!(known.familiar_sources(&door.policy, door.now_s), 8);
}

#[test]
fn a_thief_is_not_hidden_by_the_owners_polling_phone() {
    let mut door = Door::with_home();
    let window_s = u64::from(DAY_S);
    let unfamiliar = |door: &Door| {
        let last_s = door.familiarity.as_ref().expect("cold").last_unfamiliar_s();
        is_unfamiliar_lately(last_s, window_s, door.now_s)
    };
    assert!(!unfamiliar(&door));
    door.succeed(&place(STRANGER));
    door.now_s += 5 * MINUTE_S;
    door.succeed(&place(HOME));
    assert!(unfamiliar(&door));
    door.now_s += DAY_S;
    assert!(!unfamiliar(&door));
}

#[test]
fn the_first_day_of_an_account_says_nothing_of_a_thief() {
    let mut door = Door::new();
    door.succeed(&place(HOME));
    let unfamiliar = |door: &Door| {
        let last_s = door.familiarity.as_ref().expect("cold").last_unfamiliar_s();
        is_unfamiliar_lately(last_s, u64::from(DAY_S), door.now_s)
    };
    assert!(!unfamiliar(&door), "no place is known yet, so none is strange");
    door.now_s += 2 * HOUR_S;
    door.succeed(&place(STRANGER));
    assert!(unfamiliar(&door), "home is known by now");
}

#[test]
fn an_attempt_without_an_address_is_a_strangers() {
    let door = Door::with_home();
    let lane = lane_of(door.familiarity.as_ref(), None, Vouch::Nobody, &door.policy, at(door.now_s));
    assert_eq!(lane, Lane::Unfamiliar);
}
