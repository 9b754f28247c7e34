//! What a million accounts weigh: the counters alone in a process, filled through their port.

use postern_core::ids::AccountId;
use postern_core::outbound::{Recipient, SendingFacts};
use postern_core::policy::Policies;
use postern_core::sign_in::{Attempt, Outcome, Phase};
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{AccountKey, Clock, Counters, SendingAsk};
use postern_store::counters::MemoryCounters;

use super::requests::{RECIPIENTS_PER_ACCOUNT, account_source};
use crate::clock::WallClock;

/// Every account signs in once from an address of its own.
pub fn signed_in(accounts: u32) -> MemoryCounters {
    let (counters, policies, now) = beginning();
    for number in 0..accounts {
        let who = AccountKey::Account(AccountId::from_random(spread(u64::from(number))));
        let attempt = Attempt {
            source: account_source(number).parse().ok(),
            password_tag: Some(0x0f18),
            attempt_hash: spread(u64::from(number)),
            ..Attempt::default()
        };
        counters.sign_in_asked(who, &attempt, Phase::Before, &policies.sign_in, now);
        counters.sign_in_reported(who, &attempt, Outcome::Success, &policies.sign_in, now);
    }
    // Taken as the journal takes it, so that what waits for the journal does not weigh.
    while !counters.take_changed(10_000).is_empty() {}
    counters
}

/// Every account writes to eight recipients.
pub fn sent(accounts: u32) -> MemoryCounters {
    let (counters, policies, now) = beginning();
    let facts = SendingFacts {
        is_application: false,
        signed_in_unfamiliar: false,
        is_suspect: false,
        is_slowed: false,
        is_held_back: false,
        next_day: now.plus(Span::from_days(1)),
    };
    for number in 0..accounts {
        let account = AccountId::from_random(spread(u64::from(number)));
        let ask = SendingAsk {
            account,
            instance_hash: 1,
            facts: &facts,
            is_old: &|| false,
            policy: &policies.outbound,
            now,
        };
        for which in 0..RECIPIENTS_PER_ACCOUNT {
            let address_hash = spread(u64::from(number) << 3 | u64::from(which));
            counters.recipient_asked(&ask, Recipient { address_hash, is_internal: false });
        }
    }
    while !counters.take_changed(10_000).is_empty() {}
    counters
}

fn beginning() -> (MemoryCounters, Policies, Timestamp) {
    (MemoryCounters::new(&[7; 32]), Policies::default(), WallClock.now())
}

const fn spread(number: u64) -> u64 {
    (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
