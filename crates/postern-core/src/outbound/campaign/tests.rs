//! What is a campaign, and what an organisation has in common by itself.

use super::*;

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_s(1_772_438_400 + seconds)
}

fn account(number: u64) -> AccountId {
    AccountId::from_random(number + 1)
}

/// A table that knows the house, two days old.
fn settled() -> Campaigns {
    Campaigns::new(at(-2 * DAY))
}

fn blamed(table: &mut Campaigns, item: u64, by: u64, outsiders: u32, seconds: i64) -> Vec<AccountId> {
    table.saw(item, account(by), outsiders, at(seconds)).into_iter().map(|(account, _)| account).collect()
}

#[test]
fn three_accounts_with_the_same_new_link_to_ten_outsiders_each_are_blamed_once_each() {
    let mut table = settled();
    assert!(blamed(&mut table, 7, 1, 10, 0).is_empty());
    assert!(blamed(&mut table, 7, 2, 10, 20 * MINUTE).is_empty());
    assert!(blamed(&mut table, 7, 3, 9, 59 * MINUTE).is_empty());
    let third = table.saw(7, account(3), 1, at(59 * MINUTE));
    assert_eq!(
        third.iter().map(|(account, _)| *account).collect::<Vec<_>>(),
        [account(1), account(2), account(3)]
    );
    assert!(third.iter().all(|(_, seen)| (seen.points, seen.count) == (60, 3)));
    assert!(blamed(&mut table, 7, 3, 40, 59 * MINUTE).is_empty(), "once each");
    assert_eq!(blamed(&mut table, 7, 4, 10, 59 * MINUTE), [account(4)], "whoever joins is told of too");
}

#[test]
fn two_accounts_or_three_over_the_day_or_few_outsiders_are_no_campaign() {
    let mut table = settled();
    for minute in 0..50 {
        for by in [1, 2] {
            assert!(blamed(&mut table, 7, by, 50, minute * MINUTE).is_empty());
        }
    }
    for (by, seconds) in [(1, 0), (2, 31 * MINUTE), (3, 60 * MINUTE)] {
        assert!(blamed(&mut table, 8, by, 50, seconds).is_empty(), "the first is an hour away");
    }
    for by in 0..100 {
        assert!(blamed(&mut table, 9, by, 9, by as i64).is_empty(), "colleagues who pass on a link");
        assert!(blamed(&mut table, 10, by, 0, by as i64).is_empty(), "within the house");
    }
}

#[test]
fn what_everybody_has_in_the_footer_is_known_after_a_day_and_for_as_long_as_it_is_used() {
    let mut table = settled();
    // A new footer, sparsely used on its first day; afterwards the whole house with every mail, for a month, and after
    // a week of holidays again.
    assert!(blamed(&mut table, 7, 1, 3, 0).is_empty());
    for day in (1..30).chain([36]) {
        for by in 0..20 {
            assert!(blamed(&mut table, 7, by, 30, day * DAY + by as i64).is_empty(), "day {day}");
        }
    }
}

#[test]
fn a_table_that_has_just_begun_learns_and_blames_nobody() {
    let mut table = Campaigns::new(at(0));
    for by in 0..20 {
        assert!(blamed(&mut table, 7, by, 30, by as i64).is_empty());
        assert!(blamed(&mut table, 7, by, 30, DAY + by as i64).is_empty(), "the footer of before is known");
    }
    for by in 0..2 {
        assert!(blamed(&mut table, 8, by, 30, DAY).is_empty());
    }
    assert_eq!(blamed(&mut table, 8, 2, 30, DAY).len(), 3, "and what is new then counts");
}

#[test]
fn the_table_is_bounded_and_keeps_what_is_used() {
    let mut table = settled();
    blamed(&mut table, u64::MAX, 1, 10, 0);
    blamed(&mut table, u64::MAX, 2, 10, 0);
    for item in 0..ITEMS_MAX as u64 - 2 {
        blamed(&mut table, item, 1, 10, 1);
    }
    assert!(table.len() <= ITEMS_MAX, "{}", table.len());
    assert_eq!(
        blamed(&mut table, u64::MAX, 3, 10, 2).len(),
        3,
        "a flood of texts does not wash it out at once"
    );
    for by in 0..3 * SENDERS_MAX as u64 {
        blamed(&mut table, u64::MAX, by, 10, 3);
    }
    assert_eq!(table.young[&u64::MAX].senders.len(), SENDERS_MAX);
}
