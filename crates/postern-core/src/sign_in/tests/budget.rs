//! How many guesses an attacker gets against one account, with as many addresses as it likes.

use super::*;

/// A greedy attacker: it tries whenever it is let in, looks again every second, and never repeats a password.
/// Meanwhile the owner's phone polls every five minutes with the right one.
fn guesses_at(door: &mut Door, days: u32) -> Vec<u32> {
    let start_s = door.now_s;
    let mut times = Vec::new();
    let mut number = 0u32;
    while door.now_s < start_s + days * DAY_S {
        if door.now_s.is_multiple_of(5 * MINUTE_S) && door.lane(&place(HOME)) == Lane::Familiar {
            door.succeed(&place(HOME));
        }
        number += 1;
        // Tags in turn: the one guess in 500 that a tag hides is the ring's matter, not the budget's.
        let tag = (number % 4_000) as u16 + 1;
        if door.fail(&place(STRANGER + number % 10_000), Some(tag)).is_some() {
            times.push(door.now_s - start_s);
            assert!(times.len() <= 1_000, "the budget is gone: this attacker is never stopped");
        } else {
            door.now_s += 1;
        }
    }
    times
}

#[test]
fn an_attacker_with_any_number_of_addresses_gets_15_guesses_an_hour_38_a_day_100_a_month() {
    let mut door = Door::with_home();
    let times = guesses_at(&mut door, 30);
    let within = |span_s: u32| times.iter().filter(|&&time_s| time_s < span_s).count();
    println!("guesses against one account, unlimited addresses");
    println!("  1 hour   24 hours   30 days");
    println!("  {:>6}   {:>8}   {:>7}", within(HOUR_S), within(DAY_S), within(30 * DAY_S));
    assert_eq!((within(HOUR_S), within(DAY_S), within(30 * DAY_S)), (15, 38, 100));
    assert!(door.standing().unfamiliar.is_closed);
    assert!(!door.is_refused(&place(HOME)), "the owner's place is not touched");
}

#[test]
fn waiting_for_the_ladder_to_fall_gives_an_attacker_no_more_in_a_month() {
    // Nine guesses and a pause, over and over, for several pauses: never a lock, and never more than the row
    // of a hundred allows.
    for pause_h in [1, 6, 12, 24, 48] {
        let mut door = Door::new();
        let start_s = door.now_s;
        let mut verified = 0;
        let mut tag = 0u16;
        while door.now_s < start_s + 30 * DAY_S {
            for _ in 0..9 {
                tag = tag % 4_000 + 1;
                verified += u32::from(door.fail(&place(STRANGER), Some(tag)).is_some());
            }
            door.now_s += pause_h * HOUR_S;
        }
        assert!(verified <= 100, "{verified} with pauses of {pause_h} h");
    }
}

#[test]
fn a_closed_lane_opens_after_thirty_quiet_days_and_no_sooner() {
    let mut door = Door::new();
    let guesses = guesses_at(&mut door, 10);
    let closed_s = START_S + guesses[99];
    door.now_s = closed_s + 30 * DAY_S - 1;
    assert!(door.is_refused(&place(STRANGER)));
    door.now_s += 1;
    assert!(!door.is_refused(&place(STRANGER)));
    assert!(!LaneStanding { failures: 0.0, ..door.standing().unfamiliar }.is_touched());
    // A fresh row: it takes ten failures again, not one.
    assert_eq!(door.fail_times(&place(STRANGER), 9, 1), None);
}

#[test]
fn the_hundredth_failure_in_a_row_closes_the_lane_and_says_until_when() {
    let mut door = Door::new();
    door.policy.close_after_failures = 12;
    let mut closed = None;
    for tag in 1..=12u16 {
        while door.is_refused(&place(STRANGER)) {
            door.now_s += 1;
        }
        closed = door.fail(&place(STRANGER), Some(tag)).expect("allowed").started;
    }
    let expected = LaneLock {
        lane: Lane::Unfamiliar,
        until: Some(at(door.now_s + 30 * DAY_S)),
        reason: Reason::LaneClosed { lane: Lane::Unfamiliar, failures: 12 },
    };
    assert_eq!(closed, Some(expected));
    assert_eq!(
        door.ask(&place(STRANGER)),
        SignInVerdict::Refuse(SignInRefusal::Closed { lane: Lane::Unfamiliar })
    );
}
