//! What leaves for the journal, and what a restart brings back.

use std::collections::HashMap;

use super::*;
use postern_engine::ports::counters::{JournalEntry, JournalKey};

fn restarted(entries: &[JournalEntry], stricter_since: Option<u32>, now_s: u32) -> World {
    let world = World::new();
    world.table.restore(entries, stricter_since.map(|s| Timestamp::from_unix_s(i64::from(s))));
    World { now_s, ..world }
}

#[test]
fn a_restart_brings_back_locks_places_and_scores() {
    let mut world = World::with_rob_at_home();
    for tag in 10..20 {
        world.try_password(rob(), &bot(1), tag);
    }
    for number in 0..60 {
        world.try_password(account(100 + number), "203.0.113.9", 50);
    }
    let entries = world.table.take_changed(usize::MAX);
    let mut after = restarted(&entries, None, world.now_s);
    assert_eq!(after.standing(rob()), world.standing(rob()));
    assert!(after.standing(rob()).unfamiliar.locked_until.is_some());
    after.sign_in(rob(), HOME, RIGHT);
    let (_, verdict) = after.try_password(account(5_000), "203.0.113.9", RIGHT);
    assert!(matches!(verdict, SignInVerdict::Refuse(SignInRefusal::SourceBlocked { .. })));
}

#[test]
fn a_phone_that_polls_writes_one_row_a_day_and_not_one_a_poll() {
    let mut world = World::with_rob_at_home();
    // The familiar success clears nothing, and the place is known: nothing is worth a row until midnight.
    world.sign_in(rob(), HOME, RIGHT);
    world.table.take_changed(usize::MAX);
    let mut rows = 0;
    for _ in 0..2 * DAY_S / (5 * MINUTE_S) {
        world.now_s += 5 * MINUTE_S;
        world.sign_in(rob(), HOME, RIGHT);
        let entries = world.table.take_changed(usize::MAX);
        rows += entries.iter().filter(|entry| matches!(entry.key, JournalKey::SignIn(_))).count();
    }
    assert_eq!(rows, 2);
}

#[test]
fn many_changes_of_one_account_are_one_row_and_a_round_is_bounded() {
    let mut world = World::new();
    for number in 0..300 {
        for tag in 10..13 {
            world.try_password(account(number + 1), "", tag);
        }
    }
    let mut rows: HashMap<JournalKey, u32> = HashMap::new();
    loop {
        let entries = world.table.take_changed(7);
        assert!(entries.len() <= 7);
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            *rows.entry(entry.key).or_default() += 1;
        }
    }
    assert_eq!(rows.len(), 300);
    assert!(rows.values().all(|&count| count == 1));
}

#[test]
fn after_an_unclean_stop_recently_active_accounts_are_one_failure_stricter() {
    let mut world = World::new();
    for tag in 10..18 {
        world.try_password(rob(), &bot(1), tag);
    }
    for tag in 10..18 {
        world.try_password(account(8), &bot(1), tag);
    }
    let stopped_s = world.now_s + 10;
    world.now_s += 5;
    // Rob's ninth failure was journalled, the other account was quiet before.
    world.try_password(rob(), &bot(2), 18);
    let entries = world.table.take_changed(usize::MAX);
    let mut after = restarted(&entries, Some(stopped_s - 6), stopped_s);
    let counted = |world: &World, who| world.standing(who).unfamiliar.failures.round();
    assert_eq!((counted(&after, rob()), counted(&after, account(8))), (10.0, 8.0));
    // Nine before the stop: the very next one locks (checklist A21 allows two).
    after.try_password(rob(), &bot(3), 30);
    assert!(after.standing(rob()).unfamiliar.locked_until.is_some());
}

#[test]
fn a_lock_in_the_durable_store_is_put_back_without_any_journal() {
    let mut world = World::new();
    let until = Timestamp::from_unix_s(i64::from(START_S + 500));
    world.table.sign_in_lock_restored(rob_id(), Lane::Unfamiliar, Some(until));
    world.table.sign_in_lock_restored(rob_id(), Lane::Familiar, None);
    let standing = world.standing(rob());
    assert_eq!(standing.unfamiliar.locked_until, Some(until));
    assert!(standing.familiar.is_closed);
    let (_, verdict) = world.try_password(rob(), &bot(1), RIGHT);
    let refusal = SignInRefusal::Locked { lane: Lane::Unfamiliar, until };
    assert_eq!(verdict, SignInVerdict::Refuse(refusal));
    world.now_s += 500;
    world.sign_in(rob(), &bot(1), RIGHT);
}

#[test]
fn a_forgotten_account_leaves_an_entry_without_bytes_that_restores_nothing() {
    let mut world = World::new();
    world.try_password(rob(), "", 10);
    world.table.forget(rob_id());
    let entries = world.table.take_changed(usize::MAX);
    assert_eq!(entries, [JournalEntry { key: JournalKey::SignIn(rob_id()), bytes: Vec::new() }]);
    assert_eq!(restarted(&entries, None, world.now_s).table.size().sign_in_accounts, 0);
}

#[test]
fn no_password_tag_is_in_the_journal() {
    // Two worlds that differ in every tag and in nothing else journal the same bytes.
    let journal = |shift: u16| {
        let mut world = World::with_rob_at_home();
        for source in [HOME, "203.0.113.9"] {
            for tag in 0..3 {
                world.try_password(rob(), source, shift + tag);
            }
        }
        world.table.take_changed(usize::MAX)
    };
    assert_eq!(journal(1_000), journal(3_000));
}

#[test]
fn entries_of_the_sending_half_and_nonsense_are_passed_over() {
    let entries = [
        JournalEntry { key: JournalKey::Sending(rob_id()), bytes: vec![1; 31] },
        JournalEntry { key: JournalKey::SignIn(rob_id()), bytes: vec![250; 31] },
        JournalEntry { key: JournalKey::SignIn(rob_id()), bytes: vec![1] },
    ];
    assert_eq!(restarted(&entries, None, START_S).table.size().sign_in_accounts, 0);
}

#[test]
fn an_account_number_survives_the_journal() {
    let mut world = World::new();
    let last = AccountId::from_random(u64::MAX);
    world.try_password(AccountKey::Account(last), "", 10);
    let entries = world.table.take_changed(usize::MAX);
    assert_eq!(entries[0].key, JournalKey::SignIn(last));
}
