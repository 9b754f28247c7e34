//! What people said of a source in advance, at the counters.

use super::*;

fn standing(number: u32, familiarity: FamiliarityBy) -> SourceFacts {
    let standing = SourceStanding { familiarity, is_exempt: true, is_scored: false, is_learned: true };
    SourceFacts { standing, ..place(number) }
}

#[test]
fn guesses_from_an_allowed_source_are_bounded_by_the_familiar_lane_and_leave_the_strangers_lane_alone() {
    let mut door = Door::new();
    let office = standing(70, FamiliarityBy::Allowed);
    let lock = door.fail_times(&office, 20, 100);
    assert_eq!(lock.map(|lock| lock.lane), Some(Lane::Familiar));
    assert!(door.fail(&office, Some(1)).is_none(), "locked");
    assert!(door.fail(&place(71), Some(2)).is_some(), "the other lane is open");
}

#[test]
fn strangers_cannot_shut_an_allowed_source_out() {
    let mut door = Door::new();
    door.fail_times(&place(71), 10, 100);
    assert!(door.fail(&place(71), Some(1)).is_none(), "strangers are locked");
    let office = SourceFacts { blocked_until_s: Some(u32::MAX), ..standing(70, FamiliarityBy::Allowed) };
    door.succeed(&office);
}

#[test]
fn a_shared_source_is_never_learned_and_never_refused_as_a_source() {
    let mut door = Door::new();
    let webmail = SourceFacts {
        blocked_until_s: Some(u32::MAX),
        standing: SourceStanding {
            familiarity: FamiliarityBy::Shared,
            is_exempt: true,
            is_scored: false,
            is_learned: false,
        },
        ..place(70)
    };
    for _ in 0..3 {
        door.succeed(&webmail);
        door.now_s += DAY_S;
    }
    assert_eq!(door.lane(&SourceFacts { standing: SourceStanding::default(), ..webmail }), Lane::Unfamiliar);
}

#[test]
fn a_shared_source_that_was_familiar_before_is_not_any_more() {
    let door = Door::with_home();
    let standing = SourceStanding {
        familiarity: FamiliarityBy::Shared,
        is_exempt: true,
        is_scored: false,
        is_learned: false,
    };
    assert_eq!(door.lane(&SourceFacts { standing, ..place(HOME) }), Lane::Unfamiliar);
}

#[test]
fn an_allowed_place_is_learned_as_slowly_as_ever_and_a_shared_one_not_even_with_the_owners_link() {
    let hotel = 70;
    let mut allowed = Door::with_home();
    allowed.succeed(&standing(hotel, FamiliarityBy::Allowed));
    assert_eq!(allowed.lane(&place(hotel)), Lane::Unfamiliar);
    allowed.now_s += HOUR_S;
    assert_eq!(allowed.lane(&place(hotel)), Lane::Familiar);
    let mut webmail = Door::with_home();
    webmail.vouch = Vouch::Pass;
    let shared = SourceStanding { is_learned: false, ..SourceStanding::default() };
    webmail.succeed(&SourceFacts { standing: shared, ..place(hotel) });
    webmail.vouch = Vouch::Nobody;
    assert_eq!(webmail.lane(&place(hotel)), Lane::Unfamiliar);
}

#[test]
fn an_eased_account_bears_twice_as_many_failures_until_then() {
    let mut door = Door::new();
    door.record.ease(door.now_s + HOUR_S, door.now_s);
    assert!(door.fail_times(&place(71), 19, 100).is_none());
    assert!(door.fail_times(&place(71), 1, 200).is_some());
    let mut door = Door::new();
    door.record.ease(door.now_s + HOUR_S, door.now_s);
    door.now_s += HOUR_S;
    assert!(door.fail_times(&place(71), 9, 100).is_none());
    assert!(door.fail_times(&place(71), 1, 200).is_some(), "its time is over");
}
