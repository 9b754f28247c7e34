//! Locks, their ladder, attempts in flight, unlocking.

use super::*;
use crate::sign_in::report::expire;

#[test]
fn ten_different_wrong_passwords_lock_strangers_for_a_minute() {
    let mut door = Door::with_home();
    assert_eq!(door.fail_times(&place(STRANGER), 9, 10), None);
    let last_s = door.now_s;
    let lock = door.fail_times(&place(STRANGER), 1, 100).expect("the tenth locks");
    let reason = Reason::WrongPasswords { lane: Lane::Unfamiliar, failures: 10 };
    assert_eq!(lock, LaneLock { lane: Lane::Unfamiliar, until: Some(at(last_s + 60)), reason });
    door.now_s = last_s + 59;
    assert!(door.is_refused(&place(STRANGER)));
    assert!(!door.is_refused(&place(HOME)), "the owner's place stays open");
    door.now_s = last_s + 61;
    assert!(!door.is_refused(&place(STRANGER)));
}

#[test]
fn the_first_wrong_password_after_a_lock_locks_again_and_longer_up_to_the_cap() {
    for (source, failures, cap_s) in [(place(STRANGER), 10, 3_600), (place(HOME), 20, 900)] {
        let mut door = Door::with_home();
        let mut lock = door.fail_times(&source, failures, 10);
        let mut expected_s = 60;
        for tag in 200..212 {
            let until_s = lock.expect("locks").until.expect("ends").unix_s_u32();
            assert_eq!(until_s, door.now_s - 1 + expected_s, "lock before {tag}");
            door.now_s = until_s;
            lock = door.fail_times(&source, 1, tag);
            expected_s = (expected_s * 2).min(cap_s);
        }
    }
}

#[test]
fn two_quiet_days_take_the_ladder_back_to_its_first_step() {
    let mut door = Door::new();
    door.fail_times(&place(STRANGER), 10, 10);
    assert_eq!(door.standing().unfamiliar.level, 1);
    door.now_s += 2 * DAY_S;
    let standing = door.standing().unfamiliar;
    assert_eq!(standing.level, 0);
    assert!((standing.failures - 2.5).abs() < 0.01, "halved twice: {}", standing.failures);
    assert_eq!(door.fail_times(&place(STRANGER), 6, 100), None);
    let last_s = door.now_s + 1;
    let lock = door.fail_times(&place(STRANGER), 2, 110).expect("locks");
    assert_eq!(lock.until, Some(at(last_s + 60)));
}

#[test]
fn at_most_four_strangers_are_verified_at_once_and_ten_before_the_lock() {
    let mut door = Door::new();
    let mut in_flight = 0u16;
    let mut verified = 0u16;
    let mut locked = false;
    // Everything that is let in is verified together, then fails together.
    while !locked {
        while let SignInVerdict::Allow { .. } = door.ask(&place(STRANGER)) {
            in_flight += 1;
        }
        assert!((1..=4).contains(&in_flight), "{in_flight} at once");
        assert_eq!(door.ask(&place(STRANGER)), SignInVerdict::Wait { lane: Lane::Unfamiliar });
        for _ in 0..std::mem::take(&mut in_flight) {
            verified += 1;
            let report =
                door.report(&place(STRANGER), Some(Lane::Unfamiliar), Some(verified), Outcome::WrongPassword);
            locked |= report.settled.started.is_some();
        }
    }
    assert_eq!(verified, 10);
    assert!(door.is_refused(&place(STRANGER)));
}

#[test]
fn a_right_password_after_the_lane_locked_meanwhile_is_refused() {
    let mut door = Door::new();
    let SignInVerdict::Allow { lane, .. } = door.ask(&place(STRANGER)) else { panic!("first") };
    door.policy.unfamiliar_failures_max = 3;
    for tag in 1..=3 {
        door.report(&place(STRANGER), None, Some(tag), Outcome::WrongPassword);
    }
    let after = door.ask_after(Some(lane), &place(STRANGER));
    assert!(matches!(after, SignInVerdict::Refuse(SignInRefusal::Locked { lane: Lane::Unfamiliar, .. })));
}

#[test]
fn an_attempt_that_skipped_the_first_question_is_refused_after_the_check() {
    let mut door = Door::new();
    let after = door.ask_after(None, &place(STRANGER));
    assert_eq!(after, SignInVerdict::Refuse(SignInRefusal::NoReservation));
}

#[test]
fn a_blocked_source_refuses_strangers_and_not_the_pair_that_knows_each_other() {
    let mut door = Door::with_home();
    let blocked = |number| SourceFacts { blocked_until_s: Some(u32::MAX), ..place(number) };
    let refusal = SignInVerdict::Refuse(SignInRefusal::SourceBlocked { until: at(u32::MAX) });
    assert_eq!(door.ask(&blocked(STRANGER)), refusal);
    assert_eq!(door.ask_after(Some(Lane::Unfamiliar), &blocked(STRANGER)), refusal);
    assert!(matches!(door.ask(&blocked(HOME)), SignInVerdict::Allow { lane: Lane::Familiar, .. }));
}

#[test]
fn an_unlock_clears_both_lanes_and_doubles_the_threshold_for_a_quarter_of_an_hour() {
    let mut door = Door::with_home();
    door.fail_times(&place(STRANGER), 10, 10);
    door.fail_times(&place(HOME), 20, 100);
    assert!(door.is_refused(&place(STRANGER)) && door.is_refused(&place(HOME)));
    door.record.unlock(&door.policy, door.now_s);
    assert!(!door.standing().is_touched());
    assert_eq!(door.fail_times(&place(STRANGER), 19, 300), None);
    assert!(door.fail_times(&place(STRANGER), 1, 400).is_some());

    let mut later = Door::new();
    later.record.unlock(&later.policy, later.now_s);
    later.now_s += 15 * MINUTE_S;
    assert_eq!(later.fail_times(&place(STRANGER), 9, 300), None);
    assert!(later.fail_times(&place(STRANGER), 1, 400).is_some(), "the grace is over");
}

#[test]
fn an_unlock_opens_a_closed_lane() {
    let mut door = Door::new();
    door.record.lane_mut(Lane::Unfamiliar).restore_lock(None);
    door.now_s = u32::MAX;
    assert!(door.is_refused(&place(STRANGER)), "closed without an end");
    door.record.unlock(&door.policy, door.now_s);
    assert!(!door.is_refused(&place(STRANGER)));
}

#[test]
fn an_attempt_whose_end_nobody_reported_counts_as_a_failure_and_its_lock_is_told_once() {
    let mut door = Door::new();
    door.fail_times(&place(STRANGER), 9, 10);
    assert!(matches!(door.ask(&place(STRANGER)), SignInVerdict::Allow { .. }));
    expire(&mut door.record, Lane::Unfamiliar, &door.policy, at(door.now_s));
    assert_eq!(door.standing().unfamiliar.in_flight, 0);
    assert!(door.is_refused(&place(STRANGER)));
    let mut refused = || door.report(&place(STRANGER), None, None, Outcome::RefusedBefore).settled;
    let told = refused().started.expect("told by the next report");
    assert_eq!(told.reason, Reason::WrongPasswords { lane: Lane::Unfamiliar, failures: 10 });
    assert_eq!(refused().started, None, "and only once");
}

#[test]
fn what_was_no_guess_releases_its_reservation_and_counts_nothing() {
    for outcome in [Outcome::NotAGuess, Outcome::RefusedBefore, Outcome::RightPasswordRefused] {
        let mut door = Door::new();
        let SignInVerdict::Allow { lane, .. } = door.ask(&place(STRANGER)) else { panic!("allowed") };
        let report = door.report(&place(STRANGER), Some(lane), Some(5), outcome);
        assert_eq!(report.settled.counted, Counted::Nothing);
        assert!(!door.standing().is_touched(), "{outcome:?}");
    }
}

#[test]
fn while_only_observing_a_guess_that_would_have_been_refused_is_not_counted() {
    for (observe_only, counted, consecutive) in [(1, Counted::Nothing, 10), (0, Counted::Fresh, 11)] {
        let mut door = Door::new();
        door.policy.observe_only = observe_only;
        door.fail_times(&place(STRANGER), 10, 10);
        assert!(door.is_refused(&place(STRANGER)), "the rule says so either way");
        let settled = door.report(&place(STRANGER), None, Some(99), Outcome::WrongPassword).settled;
        assert_eq!((settled.counted, settled.started), (counted, None));
        assert_eq!(door.standing().unfamiliar.consecutive, consecutive);
    }
}
