//! What beside a source speaks for an attempt: the owner's one-time link, and a device that is remembered.

use super::*;

/// Strangers have closed the unfamiliar lane for good.
fn besieged() -> Door {
    let mut door = Door::with_home();
    let mut tag = 100;
    while !door.standing().unfamiliar.is_closed {
        if door.fail(&place(STRANGER), Some(tag)).is_none() {
            door.now_s += HOUR_S;
        }
        tag += 1;
    }
    door
}

const HOTEL: u32 = 50;

#[test]
fn with_the_owners_link_a_new_place_gets_in_while_strangers_stay_out() {
    let mut door = besieged();
    assert!(door.is_refused(&place(HOTEL)), "the owner's new phone without the link");
    door.vouch = Vouch::Pass;
    assert_eq!(door.succeed(&place(HOTEL)).settled.evidence, None);
    door.vouch = Vouch::Nobody;
    assert!(door.is_refused(&place(STRANGER)));
    assert!(!door.is_refused(&place(HOTEL)), "known from its first success on");
    assert_eq!(door.lane(&place(HOTEL)), Lane::Familiar);
    assert!(door.standing().unfamiliar.is_closed, "the lane itself is as closed as before");
}

#[test]
fn the_link_knows_one_address_and_not_its_neighbours() {
    let mut door = besieged();
    door.vouch = Vouch::Pass;
    door.succeed(&place(HOTEL));
    door.vouch = Vouch::Nobody;
    let neighbour = SourceFacts {
        place: Place { unit: 7_777, neighbourhood: place(HOTEL).place.neighbourhood },
        ..place(HOTEL)
    };
    assert!(door.is_refused(&neighbour));
}

#[test]
fn a_place_that_the_link_made_known_is_forgotten_like_any_other() {
    let mut door = besieged();
    door.vouch = Vouch::Pass;
    door.succeed(&place(HOTEL));
    door.vouch = Vouch::Nobody;
    door.now_s += 29 * DAY_S;
    assert_eq!(door.lane(&place(HOTEL)), Lane::Familiar);
    door.now_s += 3 * DAY_S;
    assert_eq!(door.lane(&place(HOTEL)), Lane::Unfamiliar);
}

#[test]
fn the_link_gives_the_familiar_budget_and_no_more() {
    let mut door = besieged();
    door.vouch = Vouch::Pass;
    let lock = door.fail_times(&place(HOTEL), 20, 1_000).expect("twenty different wrong passwords");
    assert_eq!(lock.lane, Lane::Familiar);
    assert!(door.is_refused(&place(HOTEL)));
}

#[test]
fn the_link_gets_past_the_block_of_a_shared_source() {
    let mut door = besieged();
    let blocked = SourceFacts { blocked_until_s: Some(door.now_s + HOUR_S), ..place(HOTEL) };
    assert!(door.is_refused(&blocked));
    door.vouch = Vouch::Pass;
    assert!(!door.is_refused(&blocked));
}

#[test]
fn a_device_vouches_an_hour_after_it_was_earned_and_for_180_days() {
    let mut door = besieged();
    let since = at(door.now_s);
    door.vouch = Vouch::Device { since };
    let earned_s = door.now_s;
    for (age_s, lane) in [
        (0, Lane::Unfamiliar),
        (HOUR_S - 1, Lane::Unfamiliar),
        (HOUR_S, Lane::Familiar),
        (180 * DAY_S - 1, Lane::Familiar),
        (180 * DAY_S, Lane::Unfamiliar),
    ] {
        door.now_s = earned_s + age_s;
        assert_eq!(door.lane(&place(HOTEL)), lane, "after {age_s} s");
    }
}

#[test]
fn a_device_does_not_make_its_place_known_at_once() {
    let mut door = besieged();
    door.vouch = Vouch::Device { since: at(door.now_s - 2 * HOUR_S) };
    door.succeed(&place(HOTEL));
    door.vouch = Vouch::Nobody;
    assert_eq!(door.lane(&place(HOTEL)), Lane::Unfamiliar);
    door.now_s += HOUR_S;
    assert_eq!(door.lane(&place(HOTEL)), Lane::Familiar, "like any place after its first success");
}

#[test]
fn a_stolen_cookie_is_counted_in_the_familiar_lane_and_gets_at_most_its_budget() {
    let mut door = besieged();
    door.vouch = Vouch::Device { since: at(door.now_s - DAY_S) };
    let mut verified = 0;
    for guess in 0..5_000_u16 {
        verified += u32::from(door.fail(&place(2_000), Some(10_000 + guess)).is_some());
        door.now_s += MINUTE_S;
    }
    assert_eq!(verified, 100, "the familiar lane closes at the same hard limit");
}
