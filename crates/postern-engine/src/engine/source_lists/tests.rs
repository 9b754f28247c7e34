//! What the lists hold of an attempt, and when it ends.

use super::*;
use postern_core::restriction::{Actor, Entity, Origin, Reason, RestrictionKind};

fn at(s: i64) -> Timestamp {
    Timestamp::from_unix_s(s)
}

fn rob() -> AccountId {
    AccountId::from_random(7)
}

fn nobody() -> AccountId {
    AccountId::from_random(99)
}

fn network(text: &str) -> ClientNetwork {
    text.parse().expect("a test network")
}

fn entry(id: u64, on: EntryOn, until_s: Option<i64>) -> SourceEntry {
    SourceEntry {
        id: EntryId::from_random(id),
        kind: EntryKind::Allowed,
        on,
        note: "a test".to_owned(),
        since: at(0),
        until: until_s.map(at),
        origin: Origin::Person,
        actor: Actor::Rule,
        is_vouched: false,
    }
}

fn found(lists: &SourceLists, account: AccountId, address: &str, now: i64) -> [Option<EntryId>; 3] {
    let facts = lists.facts(account, Some(address.parse().expect("an address")), at(now));
    [facts.pair_entry, facts.network_entry, facts.account_entry].map(|entry| entry.map(|entry| entry.id))
}

#[test]
fn the_smallest_network_counts_and_an_end_that_has_come_does_not() {
    let lists = SourceLists::default();
    let pair = |text| EntryOn::AccountAtNetwork { account: rob(), network: network(text) };
    lists.insert(entry(1, EntryOn::Network(network("10.0.0.0/8")), None));
    lists.insert(entry(2, EntryOn::Network(network("10.1.0.0/16")), Some(100)));
    lists.insert(entry(3, pair("10.1.0.0/16"), None));
    lists.insert(entry(4, pair("10.1.2.0/24"), None));
    lists.insert(entry(5, EntryOn::Account(rob()), None));
    let ids = |numbers: [u64; 3]| numbers.map(|n| (n > 0).then(|| EntryId::from_random(n)));
    assert_eq!(found(&lists, rob(), "10.1.2.3", 99), ids([4, 2, 5]));
    assert_eq!(found(&lists, rob(), "10.1.3.3", 99), ids([3, 2, 5]));
    assert_eq!(found(&lists, rob(), "10.1.3.3", 100), ids([3, 1, 5]));
    assert_eq!(found(&lists, nobody(), "10.1.2.3", 99), ids([0, 2, 0]));
    assert_eq!(found(&lists, rob(), "2001:db8::1", 99), ids([0, 0, 5]));
    assert_eq!(lists.next_end(), Some(at(100)));
    assert_eq!(lists.take_ended(at(99), 9), []);
    assert_eq!(lists.take_ended(at(100), 9), [EntryId::from_random(2)]);
    assert_eq!(lists.take_ended(at(100), 9), [], "given out once");
    lists.remove_account(rob());
    assert_eq!(found(&lists, rob(), "10.1.2.3", 1), ids([0, 2, 0]));
    lists.remove(EntryId::from_random(1));
    lists.remove(EntryId::from_random(2));
    assert!(lists.is_empty());
}

#[test]
fn who_has_a_pin_in_force_is_outside_everywhere_else_and_nobody_else_is() {
    let lists = SourceLists::default();
    let pin = |id, text, until_s| {
        let on = EntryOn::AccountAtNetwork { account: rob(), network: network(text) };
        SourceEntry { kind: EntryKind::Pinned, ..entry(id, on, until_s) }
    };
    let outside = |account, address: &str, now| {
        lists.is_outside_pins(account, address.parse().expect("an address"), at(now))
    };
    // Accounts that share the bit with Rob, and one that does not.
    let beside = AccountId::from_random(7 + (64 * PIN_WORDS) as u64);
    assert_eq!(pin_place(beside), pin_place(rob()));
    assert_ne!(pin_place(nobody()), pin_place(rob()));
    assert!(!outside(rob(), "198.51.100.1", 1), "without a pin nobody is outside");
    lists.insert(pin(1, "203.0.113.0/24", Some(100)));
    lists.insert(pin(2, "2001:db8::/48", Some(200)));
    assert!(!outside(rob(), "203.0.113.9", 1) && !outside(rob(), "2001:db8::9", 1));
    assert!(outside(rob(), "198.51.100.1", 1) && outside(rob(), "2001:db8:1::9", 1));
    assert!(!outside(beside, "198.51.100.1", 1) && !outside(nobody(), "198.51.100.1", 1));
    assert_eq!(found(&lists, rob(), "203.0.113.9", 1), [None; 3], "a pin allows nothing");
    assert!(outside(rob(), "203.0.113.9", 100), "its end has come, and another pin is left");
    assert!(!outside(rob(), "198.51.100.1", 200), "with the last one the account is free");
    lists.insert(pin(3, "192.0.2.1", None));
    lists.remove(EntryId::from_random(3));
    assert!(!lists.is_pinned(rob(), at(200)));
    lists.insert(pin(4, "192.0.2.1", None));
    assert!(outside(rob(), "203.0.113.9", 200));
    lists.remove_account(rob());
    assert!(!outside(rob(), "203.0.113.9", 200) && lists.is_empty());
    assert!(lists.may_be_pinned.iter().all(|word| word.load(Ordering::Relaxed) == 0));
}

#[test]
fn two_blocks_of_one_network_are_two_rows() {
    let lists = SourceLists::default();
    let block = |id, until_s: Option<i64>| {
        Arc::new(Restriction {
            id: RestrictionId::from_random(id),
            entity: Entity::Network(network("192.0.2.0/24")),
            kind: RestrictionKind::AddressBlock,
            reason: Reason::ByPerson { note: "a test".to_owned() },
            evidence: Vec::new(),
            since: at(0),
            until: until_s.map(at),
            origin: Origin::Person,
            actor: Actor::Rule,
        })
    };
    let blocked =
        |now| lists.facts(nobody(), "192.0.2.9".parse().ok(), at(now)).network_block.map(|row| row.id);
    lists.insert_block(&block(1, Some(100)));
    lists.insert_block(&block(1, Some(100)));
    lists.insert_block(&block(2, None));
    assert_eq!(lists.len(), 2);
    assert_eq!(blocked(99), Some(RestrictionId::from_random(1)));
    assert_eq!(blocked(100), Some(RestrictionId::from_random(2)));
    lists.remove_block(network("192.0.2.0/24"), RestrictionId::from_random(2));
    assert_eq!((blocked(100), lists.len()), (None, 1));
    assert!(lists.facts(nobody(), None, at(1)).network_block.is_none());
}
