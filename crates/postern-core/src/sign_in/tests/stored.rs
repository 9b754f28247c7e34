//! The stored form: what comes back, what must never be in it, and what is done with nonsense.

use super::*;
use crate::sign_in::attack_name::TriedName;
use crate::sign_in::guess::Guess;
use crate::sign_in::source::SourceRecord;
use crate::sign_in::stored::{ACCOUNT_BYTES_MAX, read_account, read_source, write_account, write_source};
use proptest::prelude::*;

/// An account with everything in it: places, failures in both lanes, a lock.
fn busy_door(tags_from: u16) -> Door {
    let mut door = Door::new();
    for number in 1..=8 {
        door.succeed_with(&place(number), tags_from);
        door.now_s += DAY_S;
    }
    door.fail_times(&place(STRANGER), 10, tags_from + 1);
    door.fail_times(&place(8), 3, tags_from + 20);
    door
}

#[test]
fn an_account_comes_back_as_it_was_without_tags_and_attempts_in_flight() {
    let mut door = busy_door(100);
    let bytes = write_account(&door.record, door.familiarity.as_ref());
    assert_eq!(bytes.len(), ACCOUNT_BYTES_MAX);
    let (record, familiarity) = read_account(&bytes).expect("our own bytes");
    let expected = door.standing();
    assert!(matches!(door.ask(&place(8)), SignInVerdict::Allow { .. }), "one in flight");
    door.record = record;
    door.familiarity = familiarity;
    assert_eq!(door.standing(), expected);
    assert_eq!(door.lane(&place(8)), Lane::Familiar);
    assert_eq!(door.fail(&place(8), Some(120)).expect("allowed").counted, Counted::Fresh, "rings are gone");
}

#[test]
fn two_accounts_that_differ_only_in_passwords_have_the_same_stored_form() {
    let (one, other) = (busy_door(100), busy_door(3_000));
    assert_ne!(one.record, other.record);
    assert_eq!(
        write_account(&one.record, one.familiarity.as_ref()),
        write_account(&other.record, other.familiarity.as_ref())
    );
}

#[test]
fn an_account_that_never_signed_in_has_a_short_form() {
    let bytes = write_account(&AccountRecord::new(7), None);
    assert_eq!(bytes.len(), 31);
    assert_eq!(read_account(&bytes), Some((AccountRecord::new(0), None)));
}

#[test]
fn a_source_comes_back_as_it_was() {
    let mut record = SourceRecord::new(place(1).network);
    for account in 0..60 {
        record.charge(
            &Guess { points: 1.0, target_hash: 7, name: TriedName::Known },
            &SignInPolicy::default(),
            START_S,
        );
        record.credit(account, 1.0, START_S);
    }
    assert_eq!(read_source(place(1).network, &write_source(&record)), Some(record));
    let odd = "198.51.100.0/25".parse().expect("a network");
    assert_eq!(read_source(odd, &write_source(&record)), None);
}

#[test]
fn another_version_a_cut_and_an_impossible_number_read_as_nothing() {
    let door = busy_door(100);
    let bytes = write_account(&door.record, door.familiarity.as_ref());
    for length in 0..bytes.len() {
        let is_short_form = length == 31;
        assert_eq!(read_account(&bytes[..length]).is_some(), is_short_form, "{length} bytes");
    }
    let mut newer = bytes.clone();
    newer[0] = 2;
    assert_eq!(read_account(&newer), None);
    let mut negative = bytes.clone();
    negative[1..5].copy_from_slice(&(-1.0f32).to_le_bytes());
    assert_eq!(read_account(&negative), None);
    negative[1..5].copy_from_slice(&f32::NAN.to_le_bytes());
    assert_eq!(read_account(&negative), None);
}

proptest! {
    #[test]
    fn no_bytes_make_the_rules_panic(
        mut bytes in prop::collection::vec(any::<u8>(), 0..170), now_s in any::<u32>(),
    ) {
        if let Some(version) = bytes.first_mut() {
            *version = 1;
        }
        if let Some((record, familiarity)) = read_account(&bytes) {
            let mut door = Door { record, familiarity, policy: SignInPolicy::default(), spray: SprayMode::Calm, now_s, vouch: Vouch::Nobody };
            door.fail(&place(1), Some(1));
            door.report(&place(1), None, Some(2), Outcome::Success);
            door.record.unlock(&door.policy, now_s);
            door.standing();
        }
        if let Some(mut record) = read_source(place(1).network, &bytes) {
            record.charge(&Guess { points: 2.0, target_hash: 7, name: TriedName::Known }, &SignInPolicy::default(), now_s);
            record.credit(1, 30.0, now_s);
            record.worth(now_s);
        }
    }
}

#[test]
fn a_source_of_the_first_version_keeps_its_score() {
    let mut record = SourceRecord::new(place(1).network);
    for _ in 0..50 {
        let guess = Guess { points: 1.0, target_hash: 7, name: TriedName::Known };
        record.charge(&guess, &SignInPolicy::default(), START_S);
    }
    let bytes = write_source(&record);
    // Version 1 had a week of sixteen bits, and ended with the level.
    let mut first = vec![1];
    first.extend(&bytes[1..30]);
    first.push(0);
    first.push(bytes[30]);
    let back = read_source(place(1).network, &first).expect("reads back");
    assert_eq!(back.blocked_until_s(START_S), record.blocked_until_s(START_S));
    assert_eq!(back.points(START_S), record.points(START_S));
}
