//! Who was written to stays known, through growth and ageing; and the record stays small.

use super::*;
use crate::outbound::known::{GENERATION_S, KnownRecipients, OLDER_MAX, Sight};

fn knows(known: &KnownRecipients, number: u64) -> bool {
    known.sight(address(number).address_hash) != Sight::Never
}

#[test]
fn growing_keeps_everybody_known_and_strangers_strange() {
    let mut known = KnownRecipients::new(0);
    for number in 0..2_000 {
        known.turn(1);
        known.learn(address(number).address_hash, 1);
        for earlier in [0, number / 2, number] {
            assert!(knows(&known, earlier), "{earlier} after {number}");
        }
    }
    let mistaken = (10_000..20_000).filter(|&number| knows(&known, number)).count();
    assert!(
        mistaken < 800,
        "{mistaken} of 10,000 strangers look known; 8 % is the promise at 2,000 contacts"
    );
}

#[test]
fn the_error_is_small_for_ordinary_people() {
    for (contacts, most_in_10_000) in [(20, 5), (59, 40), (158, 60), (333, 100), (600, 450)] {
        let mut known = KnownRecipients::new(0);
        for number in 0..contacts {
            known.learn(address(number).address_hash, 0);
        }
        let mistaken = (10_000..20_000).filter(|&number| knows(&known, number)).count();
        assert!(mistaken <= most_in_10_000, "{mistaken} at {contacts} contacts");
    }
}

#[test]
fn a_contact_is_forgotten_only_after_two_generations_without_mail() {
    let day = 86_400;
    let mut known = KnownRecipients::new(0);
    for number in 0..10 {
        known.learn(address(number).address_hash, 179 * day);
    }
    known.turn(181 * day);
    assert!(knows(&known, 1));
    known.learn(address(1).address_hash, 181 * day);
    known.turn(359 * day);
    assert!(knows(&known, 2), "180 days after it was written to");
    known.turn(361 * day);
    assert!(knows(&known, 1), "written to again meanwhile");
    assert!(!knows(&known, 2), "forgotten");
}

#[test]
fn a_clock_that_jumps_ahead_and_back_keeps_nothing_for_ever() {
    let mut known = KnownRecipients::new(1_000);
    known.learn(address(1).address_hash, 1_000);
    known.turn(u32::MAX);
    known.learn(address(2).address_hash, u32::MAX);
    known.turn(1_000);
    assert!(known.opened_s <= 1_000 && known.older.iter().all(|closed| closed.closed_s <= 1_000));
    known.turn(1_000 + GENERATION_S);
    known.learn(address(3).address_hash, 1_000 + GENERATION_S);
    known.turn(1_000 + 2 * GENERATION_S);
    assert!(!knows(&known, 1));
    assert!(known.older.len() <= OLDER_MAX);
}

#[test]
fn the_record_is_about_half_a_kibibyte_for_most_and_a_few_for_list_sized_senders() {
    let size = |contacts: u64, days: i64| {
        let mut account = Account::new();
        account.facts.is_application = true;
        for number in 0..contacts {
            account.names(number, number as i64 * days * 86_400 / contacts as i64);
        }
        size_of::<SendingRecord>() + account.record.heap_bytes()
    };
    for (contacts, days, most) in [(20, 10, 320), (50, 200, 512), (300, 170, 1_280), (2_000, 170, 4_600)] {
        let bytes = size(contacts, days);
        assert!(bytes <= most, "{bytes} bytes for {contacts} contacts in {days} days");
    }
}
