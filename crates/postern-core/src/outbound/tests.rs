//! What the rules of sending promise, over histories that are made here.

use crate::outbound::{Grace, Recipient, SendingFacts, SendingRecord, SendingVerdict, message, recipient};
use crate::policy::OutboundPolicy;
use crate::restriction::{EvidenceKind, Reason};
use crate::time::{Span, Timestamp};

mod known;
mod properties;
mod runs;

/// 2026-03-02 08:00 UTC.
const MORNING_S: i64 = 1_772_438_400;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_s(MORNING_S + seconds)
}

fn facts() -> SendingFacts {
    SendingFacts {
        is_application: false,
        signed_in_unfamiliar: false,
        is_suspect: false,
        is_slowed: false,
        is_held_back: false,
        next_day: at(16 * 3_600),
    }
}

/// The `number`th address: hashes as good as a keyed hash's (splitmix64).
fn address(number: u64) -> Recipient {
    let mut z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    Recipient { address_hash: z ^ (z >> 31), is_internal: false }
}

/// One account with the default policy.
struct Account {
    record: SendingRecord,
    facts: SendingFacts,
    policy: OutboundPolicy,
}

impl Account {
    fn new() -> Self {
        Self { record: SendingRecord::new(at(0)), facts: facts(), policy: OutboundPolicy::default() }
    }

    fn names(&mut self, number: u64, seconds: i64) -> SendingVerdict {
        recipient(&mut self.record, address(number), &self.facts, &self.policy, at(seconds)).verdict
    }

    /// Names strangers `gap_s` apart until one is refused: how many were let out, and why no more.
    fn let_out_before_restriction(&mut self, first: u64, gap_s: f64) -> (u64, Option<Reason>) {
        for number in 0..5_000 {
            let seconds = (number as f64 * gap_s) as i64;
            if let SendingVerdict::Restrict { reason, .. } = self.names(first + number, seconds) {
                return (number, Some(reason));
            }
        }
        (5_000, None)
    }
}

fn is_restricted(verdict: &SendingVerdict) -> bool {
    match verdict {
        SendingVerdict::Restrict { .. } => true,
        SendingVerdict::Permit | SendingVerdict::Slow { .. } => false,
    }
}
