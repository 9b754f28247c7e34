//! Clocks that jump, counters that roll over, and lengths that are absurd.

use super::*;
use crate::sign_in::attack_name::TriedName;
use crate::sign_in::guess::Guess;
use crate::sign_in::source::SourceRecord;

#[test]
fn a_lock_keeps_its_length_when_the_clock_is_set_back_a_day() {
    let mut door = Door::new();
    door.now_s += DAY_S;
    door.fail_times(&place(STRANGER), 10, 10);
    door.now_s -= DAY_S;
    assert!(door.is_refused(&place(STRANGER)), "still locked");
    assert!(matches!(door.ask(&place(STRANGER)), SignInVerdict::Refuse(_)));
    door.now_s += 61;
    assert!(!door.is_refused(&place(STRANGER)), "not for a day");
}

#[test]
fn a_clock_set_forward_a_day_ends_a_lock_and_changes_nothing_else() {
    let mut door = Door::with_home();
    door.fail_times(&place(STRANGER), 10, 10);
    door.now_s += DAY_S;
    assert!(!door.is_refused(&place(STRANGER)));
    assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
}

#[test]
fn a_familiar_place_stays_familiar_when_the_clock_is_set_back_a_day() {
    let mut door = Door::with_home();
    door.now_s += DAY_S;
    door.succeed(&place(HOME));
    door.now_s -= DAY_S;
    assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
    door.succeed(&place(HOME));
    assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
}

#[test]
fn a_source_block_keeps_its_length_when_the_clock_is_set_back() {
    let policy = SignInPolicy::default();
    let mut record = SourceRecord::new(place(1).network);
    for _ in 0..50 {
        record.charge(
            &Guess { points: 1.0, target_hash: 7, name: TriedName::Known },
            &policy,
            START_S + DAY_S,
        );
    }
    record.heal_clock(START_S);
    assert_eq!(record.blocked_until_s(START_S), Some(START_S + 600));
}

#[test]
fn nothing_panics_or_locks_for_ever_where_thirty_two_bits_end() {
    for now_s in [0, 1, u32::MAX - 30, u32::MAX - 1, u32::MAX] {
        let mut door = Door::new();
        door.now_s = now_s;
        for tag in 1..=120 {
            if door.fail(&place(STRANGER), Some(tag)).is_none() {
                door.now_s = door.now_s.saturating_add(HOUR_S);
            }
            door.standing();
        }
        door.record.unlock(&door.policy, door.now_s);
        assert!(!door.is_refused(&place(STRANGER)));
        door.succeed(&place(HOME));
        door.now_s = 5;
        door.lane(&place(HOME));
        door.standing();
    }
}

#[test]
fn lengths_of_ten_years_and_policies_beyond_all_bounds_saturate() {
    let ten_years_s = 10 * 366 * u64::from(DAY_S);
    let mut door = Door::new();
    door.policy.first_lock_s = ten_years_s;
    door.policy.unfamiliar_lock_max_s = u64::MAX;
    door.policy.familiar_days = u64::MAX;
    door.policy.familiar_after_s = u64::MAX;
    door.policy.unfamiliar_in_flight_max = u64::MAX;
    door.policy.failure_half_life_s = 0;
    door.policy.unlock_grace_s = u64::MAX;
    door.policy.source_block_s = u64::MAX;
    for tag in 1..=40 {
        door.fail(&place(STRANGER), Some(tag));
        door.now_s = door.now_s.saturating_add(u32::try_from(ten_years_s).expect("fits"));
    }
    door.succeed(&place(HOME));
    door.record.unlock(&door.policy, door.now_s);
    door.standing();
    let mut record = SourceRecord::new(place(1).network);
    for _ in 0..200 {
        record.charge(&Guess { points: 1.0, target_hash: 7, name: TriedName::Known }, &door.policy, START_S);
    }
    assert_eq!(record.blocked_until_s(START_S), Some(START_S + DAY_S));
}

#[test]
fn ten_years_of_quiet_leave_nothing_of_an_attack() {
    let mut door = Door::new();
    door.fail_times(&place(STRANGER), 10, 10);
    door.now_s += 10 * 366 * DAY_S;
    let standing = door.standing().unfamiliar;
    assert!(standing.failures < 0.001 && standing.level == 0 && standing.consecutive == 0);
}
