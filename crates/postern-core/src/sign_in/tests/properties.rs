//! What holds for every run of attempts.

use super::*;
use crate::sign_in::attack_name::TriedName;
use crate::sign_in::guess::Guess;
use crate::sign_in::report::expire;
use crate::sign_in::source::SourceRecord;
use proptest::prelude::*;

/// Something that happens at the door.
#[derive(Clone, Copy, Debug)]
enum Step {
    Wait(u32),
    WaitBack(u32),
    Fail { from: u32, tag: Option<u16> },
    FailUnasked { from: u32, tag: Option<u16> },
    Succeed { from: u32 },
    LoseReport { from: u32 },
    Unlock,
}

fn step() -> impl Strategy<Value = Step> {
    let from = 1u32..5;
    let tag = prop::option::of(0u16..40);
    prop_oneof![
        4 => (0u32..200_000).prop_map(Step::Wait),
        1 => (0u32..100_000).prop_map(Step::WaitBack),
        12 => (from.clone(), tag.clone()).prop_map(|(from, tag)| Step::Fail { from, tag }),
        4 => (from.clone(), tag).prop_map(|(from, tag)| Step::FailUnasked { from, tag }),
        3 => from.clone().prop_map(|from| Step::Succeed { from }),
        1 => from.prop_map(|from| Step::LoseReport { from }),
        1 => Just(Step::Unlock),
    ]
}

fn run(door: &mut Door, step: Step) {
    match step {
        Step::Wait(s) => door.now_s = door.now_s.saturating_add(s),
        Step::WaitBack(s) => door.now_s = door.now_s.saturating_sub(s),
        Step::Fail { from, tag } => drop(door.fail(&place(from), tag)),
        Step::FailUnasked { from, tag } => {
            door.report(&place(from), None, tag, Outcome::WrongPassword);
        }
        Step::Succeed { from } => {
            if let SignInVerdict::Allow { lane, .. } = door.ask(&place(from)) {
                door.report(&place(from), Some(lane), Some(1), Outcome::Success);
            }
        }
        Step::LoseReport { from } => {
            if let SignInVerdict::Allow { lane, .. } = door.ask(&place(from)) {
                expire(&mut door.record, lane, &door.policy, at(door.now_s));
            }
        }
        Step::Unlock => door.record.unlock(&door.policy, door.now_s),
    }
}

fn strictness(verdict: SignInVerdict) -> u8 {
    match verdict {
        SignInVerdict::Allow { .. } => 0,
        SignInVerdict::Wait { .. } => 1,
        SignInVerdict::Refuse(_) => 2,
    }
}

proptest! {
    #[test]
    fn one_failure_more_never_loosens(
        steps in prop::collection::vec(step(), 0..60), later_s in 0u32..5_000_000, from in 1u32..5,
    ) {
        let mut without = Door::new();
        for step in steps {
            run(&mut without, step);
        }
        // A clock that was set back is put right by the first question after it: both are asked now.
        without.record.heal_clock(without.now_s);
        let mut with = without.clone();
        with.report(&place(from), None, None, Outcome::WrongPassword);
        without.now_s += later_s;
        with.now_s += later_s;
        for asked in 1..5 {
            let (loose, strict) = (without.clone().ask(&place(asked)), with.clone().ask(&place(asked)));
            prop_assert!(strictness(strict) >= strictness(loose), "{loose:?} became {strict:?}");
        }
    }

    /// Found by the property above when the lock of only one of its two doors was put right in time.
    #[test]
    fn a_lock_keeps_its_length_from_the_first_question_after_the_clock_was_set_back(back_s in 1u32..100_000) {
        let mut door = Door::new();
        for _ in 0..10 {
            run(&mut door, Step::Fail { from: 1, tag: None });
        }
        run(&mut door, Step::WaitBack(back_s));
        let locked = |door: &Door| strictness(door.clone().ask(&place(1))) == 2;
        prop_assert!(locked(&door));
        door.record.heal_clock(door.now_s);
        door.now_s += 59;
        prop_assert!(locked(&door));
        door.now_s += 1;
        prop_assert!(!locked(&door));
    }

    #[test]
    fn after_an_unlock_everybody_is_let_in(steps in prop::collection::vec(step(), 0..60)) {
        let mut door = Door::new();
        for step in steps {
            run(&mut door, step);
        }
        door.record.unlock(&door.policy, door.now_s);
        for asked in 1..5 {
            let verdict = door.clone().ask(&place(asked));
            prop_assert!(matches!(verdict, SignInVerdict::Allow { .. }), "{verdict:?}");
        }
    }

    #[test]
    fn whatever_happens_nothing_stays_in_flight(steps in prop::collection::vec(step(), 0..80)) {
        let mut door = Door::new();
        for step in steps {
            run(&mut door, step);
            let standing = door.standing();
            prop_assert_eq!((standing.unfamiliar.in_flight, standing.familiar.in_flight), (0, 0));
        }
    }

    #[test]
    fn no_more_are_verified_at_once_than_the_lane_can_still_lose(
        failures in 0u16..9, gap_s in 0u32..20_000, asks in 1usize..50,
    ) {
        let mut door = Door::new();
        for tag in 0..failures {
            door.report(&place(1), None, Some(tag), Outcome::WrongPassword);
            door.now_s += gap_s;
        }
        let allowed =
            (0..asks).filter(|_| matches!(door.ask(&place(1)), SignInVerdict::Allow { .. })).count();
        prop_assert!(allowed <= 4);
        let mut locks = 0;
        for number in 0..allowed {
            let tag = Some(100 + number as u16);
            let report = door.report(&place(1), Some(Lane::Unfamiliar), tag, Outcome::WrongPassword);
            locks += usize::from(report.settled.started.is_some());
            // A lock that starts was the last one's: nobody was verified past the threshold.
            prop_assert!(locks == 0 || number + 1 == allowed);
        }
    }

    #[test]
    fn a_lower_threshold_never_gives_more_guesses_before_the_lock(
        low in 3u64..50, more in 0u64..50, gaps in prop::collection::vec(0u32..4_000, 1..120),
    ) {
        let verified = |failures_max: u64| {
            let mut door = Door::new();
            door.policy.unfamiliar_failures_max = failures_max;
            let mut verified = 0;
            for (tag, gap_s) in (1u16..).zip(&gaps) {
                match door.fail(&place(STRANGER), Some(tag)) {
                    Some(_) => verified += 1,
                    None => break,
                }
                door.now_s += gap_s;
            }
            verified
        };
        prop_assert!(verified(low) <= verified(low + more));
    }

    #[test]
    fn a_lower_threshold_never_blocks_a_source_later(
        names in 2u64..20, accounts in 3u64..60, points in 10u64..100, more in 0u64..30,
        tries in prop::collection::vec((any::<u64>(), any::<bool>(), 0u32..400), 1..100),
    ) {
        let blocked_at = |more: u64| {
            let policy = SignInPolicy {
                enumeration_names_max: names + more,
                spray_accounts_max: accounts + more,
                source_points_max: points + more,
                ..SignInPolicy::default()
            };
            let mut record = SourceRecord::new(place(1).network);
            let mut now_s = START_S;
            let is_blocked = |&(target_hash, is_known, gap_s): &(u64, bool, u32)| {
                now_s += gap_s;
                let name = if is_known { TriedName::Known } else { TriedName::Unknown };
                record.charge(&Guess { points: 1.0, target_hash, name }, &policy, now_s).is_some()
            };
            tries.iter().position(is_blocked).unwrap_or(usize::MAX)
        };
        prop_assert!(blocked_at(0) <= blocked_at(more));
    }
}
