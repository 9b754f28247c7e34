//! One account under one policy, mail after mail, as it would have gone at the gates.
//!
//! This file knows recipients as hashes, and no log, no names and no other account.

use postern_core::outbound::{
    self, Grace, Recipient, SendingFacts, SendingRecord, SendingStep, SendingVerdict,
};
use postern_core::policy::OutboundPolicy;
use postern_core::restriction::Reason;
use postern_core::time::{Span, Timestamp};

const DAY_S: i64 = 86_400;

/// What became of one mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mailed {
    /// Let out.
    Out {
        /// Recipients never written to before.
        novel: u64,
        /// Recipients whose answer was delayed.
        slowed: u64,
        /// How long the answers took together, seconds.
        delay_s: u64,
    },
    /// It crossed a limit and was refused as a whole.
    Crossed {
        /// The rule.
        reason: Reason,
        /// Recipients that were accepted after a delay before the one that crossed.
        slowed: u64,
        /// What these delays took together, seconds.
        delay_s: u64,
    },
    /// Refused, because the account is restricted already.
    Held,
}

/// An account's seat in one policy's replay.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub record: SendingRecord,
    restricted_until: Option<Timestamp>,
}

impl Seat {
    pub(super) fn new(now: Timestamp) -> Self {
        Self { record: SendingRecord::new(now), restricted_until: None }
    }

    /// One mail: each recipient as at RCPT, then the end of the message. A restriction lasts to the next
    /// midnight UTC, or 24 hours where it would wait for somebody; it ends without a grace.
    pub(super) fn mail(
        &mut self,
        recipients: &[Recipient],
        is_watched: bool,
        policy: &OutboundPolicy,
        now: Timestamp,
    ) -> Mailed {
        if let Some(until) = self.restricted_until {
            if now < until {
                return Mailed::Held;
            }
            self.restricted_until = None;
            self.record.released(Grace::None, until, until);
        }
        let facts = SendingFacts {
            is_application: false,
            signed_in_unfamiliar: is_watched,
            is_suspect: false,
            is_slowed: false,
            is_held_back: false,
            next_day: Timestamp::from_unix_s((now.unix_s().div_euclid(DAY_S) + 1) * DAY_S),
        };
        let (mut novel, mut slowed, mut waited_s) = (0, 0, 0);
        for &recipient in recipients {
            let SendingStep { verdict, is_novel, is_first_slow: _, evidence: _ } =
                outbound::recipient(&mut self.record, recipient, &facts, policy, now);
            novel += u64::from(is_novel);
            match verdict {
                SendingVerdict::Permit | SendingVerdict::Slow { delay_s: 0 } => {}
                SendingVerdict::Slow { delay_s } => {
                    slowed += 1;
                    waited_s += u64::from(delay_s);
                }
                SendingVerdict::Restrict { reason, until, evidence: _ } => {
                    return self.cross(reason, until, slowed, waited_s, now);
                }
            }
        }
        match outbound::message(&mut self.record, 0, &facts, policy, now).verdict {
            SendingVerdict::Permit | SendingVerdict::Slow { .. } => {
                Mailed::Out { novel, slowed, delay_s: waited_s }
            }
            SendingVerdict::Restrict { reason, until, evidence: _ } => {
                self.cross(reason, until, slowed, waited_s, now)
            }
        }
    }

    /// Whether a mail at `now` would be held.
    pub(super) fn is_restricted(&self, now: Timestamp) -> bool {
        self.restricted_until.is_some_and(|until| now < until)
    }

    fn cross(
        &mut self,
        reason: Reason,
        until: Option<Timestamp>,
        slowed: u64,
        delay_s: u64,
        now: Timestamp,
    ) -> Mailed {
        self.restricted_until = Some(until.unwrap_or_else(|| now.plus(Span::from_days(1))));
        Mailed::Crossed { reason, slowed, delay_s }
    }
}
