//! Former passwords, contained accounts and locks that stick: what the rules say around a compromise.

use super::*;
use crate::restriction::{EvidenceKind, Reason};
use crate::sign_in::sticky::{LockTimes, stick};

#[test]
fn after_a_reset_the_old_phone_counts_nothing_from_its_first_try() {
    let mut door = Door::with_home();
    door.record.password_replaced();
    for _ in 0..300 {
        let settled = door.fail(&place(HOME), Some(1)).expect("allowed");
        assert_eq!((settled.counted, settled.evidence), (Counted::Stale, None));
        door.now_s += 300;
    }
    assert!(!door.standing().familiar.is_touched());
}

#[test]
fn the_old_password_from_a_strange_place_is_evidence_once() {
    let mut door = Door::with_home();
    door.record.password_replaced();
    let settled = door.fail(&place(STRANGER), Some(1)).expect("allowed");
    let evidence = settled.evidence.expect("seen");
    assert_eq!(evidence.kind, EvidenceKind::OldPasswordFromStrangePlace);
    assert_eq!((settled.counted, evidence.source), (Counted::Stale, Some(place(STRANGER).network)));
    for number in 0..20 {
        door.now_s += 300;
        let again = door.fail(&place(STRANGER + number), Some(1)).expect("allowed");
        assert_eq!((again.counted, again.evidence), (Counted::Stale, None));
    }
}

#[test]
fn a_password_that_never_worked_is_no_old_one() {
    let mut door = Door::with_home();
    door.record.password_replaced();
    let settled = door.fail(&place(STRANGER), Some(77)).expect("allowed");
    assert_eq!((settled.counted, settled.evidence), (Counted::Fresh, None));
}

#[test]
fn nothing_is_learned_while_the_account_is_contained_or_its_source_is_guessing() {
    let guessing = SourceFacts { may_be_learned: false, ..place(5) };
    for (source, outcome, is_learned) in [
        (place(5), Outcome::Success, true),
        (place(5), Outcome::SuccessWhileContained, false),
        (guessing, Outcome::Success, false),
    ] {
        let mut door = Door::with_home();
        for _ in 0..3 {
            let SignInVerdict::Allow { lane, .. } = door.ask(&source) else { panic!("refused") };
            let report = door.report(&source, Some(lane), Some(1), outcome);
            assert_eq!(report.settled.counted, Counted::Success);
            door.now_s += DAY_S;
        }
        let expected = if is_learned { Lane::Familiar } else { Lane::Unfamiliar };
        assert_eq!(door.lane(&place(5)), expected, "{outcome:?} from {source:?}");
    }
}

/// Locks the unfamiliar lane so many times, as soon as each lock has ended.
fn lock_times(door: &mut Door, times: &mut LockTimes, locks: u32, pause_s: u32) -> LaneLock {
    let mut last = None;
    let mut tag = 100;
    for _ in 0..locks {
        let mut lock = loop {
            tag += 1;
            let settled = door.fail(&place(STRANGER), Some(tag)).expect("allowed");
            if let Some(lock) = settled.started {
                break lock;
            }
        };
        stick(&mut door.record, times, &mut lock, &door.policy, door.now_s);
        if let Some(until) = lock.until {
            door.now_s = until.unix_s_u32() + pause_s;
        }
        last = Some(lock);
    }
    last.expect("at least one")
}

#[test]
fn by_choice_the_third_lock_within_a_day_has_no_end_and_a_person_opens_it() {
    let mut door = Door::with_home();
    door.policy.sticky_locks = 3;
    let lock = lock_times(&mut door, &mut LockTimes::default(), 3, 1);
    assert_eq!(lock.until, None);
    assert_eq!(lock.reason, Reason::LockedTooOften { lane: Lane::Unfamiliar, locks: 3 });
    door.now_s += 365 * DAY_S;
    assert!(door.is_refused(&place(STRANGER)));
    door.record.unlock(&door.policy, door.now_s);
    assert!(!door.is_refused(&place(STRANGER)));
}

#[test]
fn locks_more_than_a_day_apart_do_not_add_up_and_without_the_choice_none_sticks() {
    let mut door = Door::new();
    door.policy.sticky_locks = 3;
    assert!(lock_times(&mut door, &mut LockTimes::default(), 6, DAY_S).until.is_some());
    let mut door = Door::new();
    assert!(lock_times(&mut door, &mut LockTimes::default(), 6, 1).until.is_some());
}
