//! Attempts in flight: settled once, never lost, never in the way.

use super::*;
use proptest::prelude::*;

const SOURCE: &str = "203.0.113.9";

#[test]
fn an_attempt_that_was_never_asked_about_is_refused_after_the_check() {
    let mut world = World::with_rob_at_home();
    for source in [HOME, SOURCE] {
        let attempt = world.attempt(source, RIGHT);
        let refused = SignInVerdict::Refuse(SignInRefusal::NoReservation);
        assert_eq!(world.ask(rob(), &attempt, Phase::After), refused);
    }
    // Nor does one account's reservation serve another.
    let attempt = world.attempt(SOURCE, RIGHT);
    world.ask(account(8), &attempt, Phase::Before);
    let refused = SignInVerdict::Refuse(SignInRefusal::NoReservation);
    assert_eq!(world.ask(rob(), &attempt, Phase::After), refused);
}

#[test]
fn a_place_taken_while_the_clock_was_a_day_ahead_is_free_soon_after_it_is_set_back() {
    let mut world = World::new();
    let attempts: Vec<Attempt> = (0..5).map(|n| world.attempt(SOURCE, 10 + n)).collect();
    world.now_s += DAY_S;
    for attempt in &attempts[..4] {
        world.ask(rob(), attempt, Phase::Before);
    }
    world.now_s -= DAY_S;
    assert!(matches!(world.ask(rob(), &attempts[4], Phase::Before), SignInVerdict::Allow { .. }));
}

#[test]
fn a_second_report_releases_nothing() {
    let mut world = World::new();
    let attempts: Vec<Attempt> = (0..3).map(|n| world.attempt(SOURCE, 10 + n)).collect();
    for attempt in &attempts {
        world.ask(rob(), attempt, Phase::Before);
    }
    world.report(rob(), &attempts[0], Outcome::NotAGuess);
    world.report(rob(), &attempts[0], Outcome::NotAGuess);
    assert_eq!(world.standing(rob()).unfamiliar.in_flight, 2);
}

#[test]
fn attempts_that_look_alike_each_hold_their_own_reservation() {
    // SMTP through Postfix brings no session: two at once from one phone are one attempt hash.
    let mut world = World::new();
    let attempt = world.attempt(SOURCE, RIGHT);
    for _ in 0..2 {
        assert!(matches!(world.ask(rob(), &attempt, Phase::Before), SignInVerdict::Allow { .. }));
    }
    for left in [1, 0] {
        assert!(matches!(world.ask(rob(), &attempt, Phase::After), SignInVerdict::Allow { .. }));
        world.report(rob(), &attempt, Outcome::Success);
        assert_eq!(world.standing(rob()).unfamiliar.in_flight, left);
    }
}

#[test]
fn a_free_place_is_felt_by_the_next_question() {
    let mut world = World::new();
    let attempts: Vec<Attempt> = (0..5).map(|n| world.attempt(SOURCE, 10 + n)).collect();
    for attempt in &attempts[..4] {
        world.ask(rob(), attempt, Phase::Before);
    }
    let full = SignInVerdict::Wait { lane: Lane::Unfamiliar };
    assert_eq!(world.ask(rob(), &attempts[4], Phase::Before), full);
    world.report(rob(), &attempts[0], Outcome::WrongPassword);
    assert!(matches!(world.ask(rob(), &attempts[4], Phase::Before), SignInVerdict::Allow { .. }));
}

#[test]
fn an_attempt_without_a_report_counts_as_a_failure_after_thirty_seconds() {
    let mut world = World::new();
    let attempts: Vec<Attempt> = (0..4).map(|n| world.attempt(SOURCE, 10 + n)).collect();
    for attempt in &attempts {
        world.ask(rob(), attempt, Phase::Before);
    }
    world.now_s += 29;
    let standing = world.standing(rob()).unfamiliar;
    assert_eq!((standing.in_flight, standing.consecutive), (4, 0));
    world.now_s += 1;
    let standing = world.standing(rob()).unfamiliar;
    assert_eq!((standing.in_flight, standing.consecutive), (0, 4));
}

#[test]
fn attempts_in_flight_during_an_unlock_go_on_and_count_no_more() {
    let mut world = World::new();
    let attempts: Vec<Attempt> = (0..4).map(|n| world.attempt(SOURCE, RIGHT + n)).collect();
    for attempt in &attempts {
        world.ask(rob(), attempt, Phase::Before);
    }
    world.table.sign_in_unlocked(rob_id(), &world.policy, world.now());
    assert_eq!(world.standing(rob()).unfamiliar.in_flight, 0);
    let later = world.attempt(SOURCE, 20);
    assert!(matches!(world.ask(rob(), &later, Phase::Before), SignInVerdict::Allow { .. }));
    assert!(matches!(world.ask(rob(), &attempts[0], Phase::After), SignInVerdict::Allow { .. }));
    world.report(rob(), &attempts[0], Outcome::Success);
    assert_eq!(world.standing(rob()).unfamiliar.in_flight, 1, "only the later one");
    world.now_s += 60;
    assert_eq!(world.standing(rob()).unfamiliar.consecutive, 1, "only the later one ran out");
}

#[test]
fn strangers_cannot_take_every_reservation_of_a_shard() {
    let limits = SignInLimits { reservations_max: 4 * SHARDS, ..SignInLimits::default() };
    let mut world = World::with_limits(limits);
    for _ in 0..2 {
        world.sign_in(rob(), HOME, RIGHT);
        world.now_s += DAY_S;
    }
    let shard = world.table.who(rob()).shard;
    let neighbours: Vec<AccountKey> =
        (1_000..).map(account).filter(|who| world.table.who(*who).shard == shard).take(8).collect();
    let attempt = world.attempt(SOURCE, 5);
    let allowed = |world: &World, attempt: &Attempt| {
        let asks = neighbours.iter().map(|who| world.ask(*who, attempt, Phase::Before));
        asks.filter(|verdict| matches!(verdict, SignInVerdict::Allow { .. })).count()
    };
    assert_eq!(allowed(&world, &attempt), 3, "three of four");
    let at_home = world.attempt(HOME, RIGHT);
    let verdict = world.ask(rob(), &at_home, Phase::Before);
    assert!(matches!(verdict, SignInVerdict::Allow { lane: Lane::Familiar, .. }));
    let home_again = world.attempt(HOME, RIGHT);
    let full = SignInVerdict::Wait { lane: Lane::Familiar };
    assert_eq!(world.ask(rob(), &home_again, Phase::Before), full);
    assert_eq!(world.standing(rob()).familiar.in_flight, 1, "the refused one holds nothing");
    // What ran out makes room again.
    world.now_s += 31;
    assert_eq!(allowed(&world, &world.attempt_again(&attempt)), 3);
}

impl World {
    fn attempt_again(&self, attempt: &Attempt) -> Attempt {
        Attempt { attempt_hash: !attempt.attempt_hash, ..*attempt }
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Ask { who: u64, from: u8, tag: u16 },
    Report { which: usize, outcome: u8 },
    Unlock { who: u64 },
    Wait(u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0u64..3, 0u8..3, 1u16..30).prop_map(|(who, from, tag)| Step::Ask { who, from, tag }),
        5 => (any::<usize>(), 0u8..5).prop_map(|(which, outcome)| Step::Report { which, outcome }),
        1 => (0u64..3).prop_map(|who| Step::Unlock { who }),
        1 => (0u32..7_200).prop_map(Step::Wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_allow_with_its_one_report_leaves_nothing_in_flight(
        steps in prop::collection::vec(step(), 0..80), looks_alike in any::<bool>(),
    ) {
        const OUTCOMES: [Outcome; 5] = [
            Outcome::Success, Outcome::WrongPassword, Outcome::RightPasswordRefused,
            Outcome::RefusedBefore, Outcome::NotAGuess,
        ];
        let mut world = World::new();
        // No reservation runs out within this test: that is another test's matter.
        world.policy.reservation_s = u64::from(u32::MAX);
        let mut open: Vec<(AccountKey, Attempt)> = Vec::new();
        for step in steps {
            match step {
                Step::Ask { who, from, tag } => {
                    let mut attempt = world.attempt(["192.0.2.1", "198.51.100.1", ""][from as usize], tag);
                    if looks_alike {
                        attempt.attempt_hash = u64::from(tag);
                    }
                    let verdict = world.ask(account(who + 1), &attempt, Phase::Before);
                    if matches!(verdict, SignInVerdict::Allow { .. }) {
                        open.push((account(who + 1), attempt));
                    }
                }
                Step::Report { which, outcome } if !open.is_empty() => {
                    let (who, attempt) = open.swap_remove(which % open.len());
                    world.report(who, &attempt, OUTCOMES[outcome as usize]);
                }
                Step::Report { .. } => {}
                Step::Unlock { who } => {
                    world.table.sign_in_unlocked(AccountId::from_random(who + 1), &world.policy, world.now());
                }
                Step::Wait(s) => world.now_s += s,
            }
        }
        for (who, attempt) in open {
            world.report(who, &attempt, Outcome::WrongPassword);
        }
        for who in 1..4 {
            let standing = world.standing(account(who));
            prop_assert_eq!((standing.unfamiliar.in_flight, standing.familiar.in_flight), (0, 0));
        }
    }
}
