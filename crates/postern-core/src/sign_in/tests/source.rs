//! Scores of sources: what blocks one, for how long, and what gives it room.

use super::*;
use crate::address::ClientNetwork;
use crate::sign_in::attack_name::TriedName;
use crate::sign_in::guess::{Guess, points_of};
use crate::sign_in::source::SourceRecord;

fn network(text: &str) -> ClientNetwork {
    text.parse().expect("a test network")
}

/// A wrong password for one account, again and again.
fn guess(points: f32) -> Guess {
    Guess { points, target_hash: 7, name: TriedName::Known }
}

/// Charges one point at a time until a block starts; how many it took, or `None` within `at_most`.
fn charges_until_block(record: &mut SourceRecord, now_s: u32, at_most: u32) -> Option<u32> {
    let policy = SignInPolicy::default();
    (1..=at_most).find(|_| record.charge(&guess(1.0), &policy, now_s).is_some())
}

#[test]
fn fifty_points_block_an_address_and_two_hundred_its_network() {
    for (text, points) in
        [("198.51.100.7", 50), ("198.51.100.0/24", 200), ("2001:db8:1:2::/64", 50), ("2001:db8:1::/48", 200)]
    {
        let mut record = SourceRecord::new(network(text));
        assert_eq!(charges_until_block(&mut record, START_S, 1_000), Some(points), "{text}");
        assert_eq!(record.blocked_until_s(START_S), Some(START_S + 600));
        assert_eq!(record.blocked_until_s(START_S + 600), None);
    }
}

#[test]
fn each_further_block_is_twice_as_long_up_to_a_day() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    let mut now_s = START_S;
    charges_until_block(&mut record, now_s, 50).expect("blocked");
    for expected_s in [600, 1_200, 2_400, 4_800, 9_600, 19_200, 38_400] {
        let until_s = record.blocked_until_s(now_s).expect("blocked");
        assert_eq!(until_s - now_s, expected_s);
        now_s = until_s;
        charges_until_block(&mut record, now_s, 50).expect("blocked again");
    }
    assert_eq!(record.blocked_until_s(now_s), Some(now_s + DAY_S - 9_600), "76,800 s, then a day");
    now_s = record.blocked_until_s(now_s).expect("blocked");
    charges_until_block(&mut record, now_s, 50).expect("blocked again");
    assert_eq!(record.blocked_until_s(now_s), Some(now_s + DAY_S));
}

#[test]
fn an_unknown_name_costs_two_points_a_wrong_password_one_a_repeat_none() {
    let (known, unknown, attack) = (TriedName::Known, TriedName::Unknown, TriedName::Attack);
    for (name, points) in [(known, 1.0), (unknown, 2.0), (attack, 10.0)] {
        assert_eq!(points_of(Counted::Fresh, name), points);
        for counted in [Counted::Stale, Counted::Success, Counted::Nothing] {
            assert_eq!(points_of(counted, name), 0.0);
        }
    }
    assert_eq!(points_of(Counted::Repeat, known) + points_of(Counted::Repeat, unknown), 0.0);
    assert_eq!(points_of(Counted::Repeat, attack), 10.0, "nobody here ever had that name");
}

#[test]
fn points_halve_in_twelve_hours() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    charges_until_block(&mut record, START_S, 40);
    assert!((record.points(START_S + 12 * HOUR_S) - 20.0).abs() < 0.01);
}

/// Hashes as the table gives them: spread over all bits, so that some of the 64 are met twice.
fn account_hash(number: u64) -> u64 {
    (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_mul(number | 1) >> 17
}

#[test]
fn an_office_of_fifty_may_collect_about_ten_times_as_much() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    for account in 0..50 {
        record.credit(account_hash(account), 0.0, START_S);
    }
    let accounts = record.accounts(START_S);
    assert!((40.0..=65.0).contains(&accounts), "estimated {accounts}");
    let charges = charges_until_block(&mut record, START_S, 2_000).expect("blocked in the end");
    assert!((450..=550).contains(&charges), "{charges}");
}

#[test]
fn no_crowd_may_collect_more_than_five_hundred_points_beyond_the_limit() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    for account in 0..10_000 {
        record.credit(account_hash(account), 0.0, START_S);
    }
    assert_eq!(charges_until_block(&mut record, START_S, 2_000), Some(550));
}

#[test]
fn room_for_accounts_is_forgotten_after_two_weeks() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    for account in 0..50 {
        record.credit(account_hash(account), 0.0, START_S);
    }
    assert!(record.accounts(START_S + 7 * DAY_S) >= 40.0);
    assert_eq!(record.accounts(START_S + 14 * DAY_S), 0.0);
    // A single success in the next week keeps the last week's, and only that.
    record.credit(1, 0.0, START_S + 7 * DAY_S);
    assert!(record.accounts(START_S + 7 * DAY_S) >= 40.0);
    assert!(record.accounts(START_S + 14 * DAY_S) < 2.0);
}

#[test]
fn one_owned_mailbox_cannot_launder_a_botnet() {
    let mut door = Door::new();
    let credits: f32 = (1..=20).map(|number| door.succeed(&place(number)).credit).sum();
    assert!((credits - 50.0).abs() < 0.1, "20 sources got {credits} points between them");
}

#[test]
fn a_success_takes_points_off() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    charges_until_block(&mut record, START_S, 40);
    record.credit(1, 30.0, START_S);
    assert_eq!(record.points(START_S), 10.0);
    record.credit(1, 30.0, START_S);
    assert_eq!(record.points(START_S), 0.0);
}

#[test]
fn a_source_at_half_its_limit_may_not_be_learned() {
    let policy = SignInPolicy::default();
    let mut record = SourceRecord::new(network("198.51.100.7"));
    charges_until_block(&mut record, START_S, 24);
    assert!(record.may_be_learned(&policy, START_S));
    charges_until_block(&mut record, START_S, 1);
    assert!(!record.may_be_learned(&policy, START_S));
}

#[test]
fn a_block_must_stay_and_a_faded_score_is_worth_nothing() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    charges_until_block(&mut record, START_S, 50).expect("blocked");
    assert_eq!(record.worth(START_S), None);
    assert!(record.worth(START_S + HOUR_S).expect("may go") > 40.0);
    assert_eq!(record.worth(START_S + 7 * DAY_S), Some(0.0));
}

#[test]
fn a_record_knows_its_network() {
    for text in ["198.51.100.7/32", "198.51.100.0/24", "2001:db8:1:2::/64", "2001:db8:1::/48", "::/64"] {
        let record = SourceRecord::new(network(text));
        assert_eq!(record.network(), network(text));
        assert!(record.is_of(network(text)));
    }
}

#[test]
fn a_block_says_what_is_blocked_until_when_and_why_and_says_it_once() {
    let policy = SignInPolicy::default();
    for (text, points) in [("198.51.100.7", 50), ("198.51.100.0/24", 200)] {
        let mut record = SourceRecord::new(network(text));
        assert_eq!(charges_until_block(&mut record, START_S, points - 1), None);
        let block = record.charge(&guess(1.0), &policy, START_S).expect("the last point");
        let expected = SourceBlock {
            network: network(text),
            until: at(START_S + 600),
            cause: SourceBlockCause::Points,
            count: points,
        };
        assert_eq!(block, expected);
        assert_eq!(charges_until_block(&mut record, START_S + 599, 500), None, "told once");
        assert!(
            record.charge(&guess(1.0), &policy, START_S + 600).is_some(),
            "the next block is another one"
        );
    }
}

#[test]
fn a_person_lifts_a_block_and_the_next_failure_does_not_bring_it_back() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    charges_until_block(&mut record, START_S, 50).expect("blocked");
    assert!(record.unblock(START_S + 1));
    assert!(!record.unblock(START_S + 1), "nothing left to lift");
    assert_eq!(record.blocked_until_s(START_S + 1), None);
    assert_eq!(charges_until_block(&mut record, START_S + 1, 100), Some(50));
    assert_eq!(record.blocked_until_s(START_S + 1), Some(START_S + 1 + 1_200), "the ladder is remembered");
}

#[test]
fn a_restored_block_holds_until_its_restriction_ends() {
    let mut record = SourceRecord::new(network("198.51.100.0/24"));
    record.restore_block(START_S + 60);
    assert_eq!(record.blocked_until_s(START_S + 59), Some(START_S + 60));
    assert_eq!(record.blocked_until_s(START_S + 60), None);
}

/// Tries so many different targets, a second apart; the first block and at which try it came.
fn try_different(
    record: &mut SourceRecord,
    name: TriedName,
    targets: u64,
    every_s: u32,
) -> Option<(u64, SourceBlock)> {
    let policy = SignInPolicy::default();
    (0..targets).find_map(|number| {
        // Bits that differ, so that the estimate counts exactly.
        let target_hash = (number % 64) | ((number % 32) << 8);
        let guess = Guess { points: 0.5, target_hash, name };
        let now_s = START_S + number as u32 * every_s;
        record.charge(&guess, &policy, now_s).map(|block| (number + 1, block))
    })
}

#[test]
fn five_names_that_are_nobodys_within_ten_minutes_block_an_address() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    let (tries, block) = try_different(&mut record, TriedName::Unknown, 50, 60).expect("blocked");
    assert_eq!((tries, block.cause, block.count), (5, SourceBlockCause::Enumeration, 5));
    let mut slow = SourceRecord::new(network("198.51.100.7"));
    let block = try_different(&mut slow, TriedName::Unknown, 8, 200);
    assert_eq!(block, None, "three at most within any ten minutes, and no spray yet");
    let mut around = SourceRecord::new(network("198.51.100.0/24"));
    assert_eq!(try_different(&mut around, TriedName::Unknown, 50, 1), None, "many people live in a network");
}

#[test]
fn the_same_name_again_is_no_enumeration() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    let guess = Guess { points: 0.1, target_hash: 3, name: TriedName::Unknown };
    for _ in 0..100 {
        assert_eq!(record.charge(&guess, &SignInPolicy::default(), START_S), None);
    }
}

#[test]
fn ten_accounts_within_an_hour_block_an_address_where_hardly_any_signs_in() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    let (tries, block) = try_different(&mut record, TriedName::Known, 50, 60).expect("blocked");
    assert_eq!((tries, block.cause, block.count), (10, SourceBlockCause::Spray, 10));
    let mut slow = SourceRecord::new(network("198.51.100.7"));
    assert_eq!(try_different(&mut slow, TriedName::Known, 60, 400), None, "nine at most within any hour");
}

#[test]
fn one_that_signs_in_of_every_ten_that_fail_is_no_spray() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    let mut blocked_at = None;
    for number in 0..20u64 {
        let guess = Guess { points: 0.1, target_hash: number, name: TriedName::Known };
        if record.charge(&guess, &SignInPolicy::default(), START_S).is_some() {
            blocked_at = Some(number + 1);
            break;
        }
        record.credit(5, 0.0, START_S);
    }
    assert_eq!(blocked_at, Some(11), "one success carries ten accounts, not eleven");
}

#[test]
fn an_office_is_slowed_for_whom_it_tries_and_never_blocked_for_it() {
    let mut office = SourceRecord::new(network("198.51.100.7"));
    for account in 0..3 {
        office.credit(account, 0.0, START_S - DAY_S);
    }
    assert_eq!(try_different(&mut office, TriedName::Known, 40, 1), None, "no block is told");
    let until_s = office.blocked_until_s(START_S + 39).expect("whoever does not know it waits");
    assert!(until_s <= START_S + 39 + 60, "a minute after the last try at most");
}

#[test]
fn an_attack_name_blocks_after_five_tries_and_is_named() {
    let mut record = SourceRecord::new(network("198.51.100.7"));
    let guess = Guess { points: 10.0, target_hash: 3, name: TriedName::Attack };
    let tries =
        (1..=5).find_map(|n| record.charge(&guess, &SignInPolicy::default(), START_S).map(|b| (n, b)));
    let (tries, block) = tries.expect("blocked");
    assert_eq!((tries, block.cause, block.count), (5, SourceBlockCause::AttackName, 50));
}
