//! How unusual the busiest hours of a log are: of all hours in which somebody sent, how many held more than so
//! many recipients never written to before. The curve on which a threshold is chosen, whatever the policy.

use postern_core::outbound::{self, Recipient, SendingFacts, SendingRecord};
use postern_core::policy::OutboundPolicy;
use postern_core::time::Timestamp;
use serde::Serialize;

/// The last point of the curve: recipients never written to before, per hour.
pub const NOVELTY_MAX: usize = 100;

const HOUR_S: i64 = 3_600;

/// The curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoveltyCurve {
    /// Hours of the clock in which an account sent, all accounts together.
    pub sender_hours: u64,
    /// At position n: in how many of them the count of novel recipients within an hour went above n. Positions 0
    /// to [`NOVELTY_MAX`].
    pub above: Vec<u64>,
}

impl Default for NoveltyCurve {
    fn default() -> Self {
        Self { sender_hours: 0, above: vec![0; NOVELTY_MAX + 1] }
    }
}

/// What one account contributes: a record that observes, so that everything goes out and is learned.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    pub record: SendingRecord,
    hour: i64,
    /// Highest count of this hour.
    highest: f32,
}

impl Watch {
    pub(super) fn new(now: Timestamp) -> Self {
        Self { record: SendingRecord::new(now), hour: now.unix_s() / HOUR_S, highest: 0.0 }
    }

    /// One mail. Ends the hour before, when it is over.
    pub(super) fn mail(&mut self, recipients: &[Recipient], now: Timestamp, curve: &mut NoveltyCurve) {
        let hour = now.unix_s() / HOUR_S;
        if hour != self.hour {
            self.end(curve);
            (self.hour, self.highest) = (hour, 0.0);
        }
        let policy =
            OutboundPolicy { observe_until_unix_s: u64::from(u32::MAX), ..OutboundPolicy::default() };
        let facts = SendingFacts {
            is_application: false,
            signed_in_unfamiliar: false,
            is_suspect: false,
            is_slowed: false,
            is_held_back: false,
            next_day: Timestamp::default(),
        };
        for &recipient in recipients {
            outbound::recipient(&mut self.record, recipient, &facts, &policy, now);
            self.highest = self.highest.max(self.record.standing(now).novel_hour);
        }
    }

    /// Counts the hour that was begun.
    pub(super) fn end(&self, curve: &mut NoveltyCurve) {
        curve.sender_hours += 1;
        for (threshold, above) in curve.above.iter_mut().enumerate() {
            *above += u64::from(self.highest > threshold as f32);
        }
    }
}
