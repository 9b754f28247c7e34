//! Sending: who is written to for the first time, how many, and is that this account's habit.
//!
//! Recipients the account has never written to before separate a normal sender from a spam run (measured; see
//! the outbound reference). A keyed Bloom filter per account remembers who was written to; decayed counters
//! hold the hour and the day. An account's record is about half a kibibyte.
//!
//! [`recipient`] and [`message`] decide, over a [`SendingRecord`] that the caller keeps. Nothing here knows the
//! protocol, the restriction that follows or who keeps the records.

pub mod campaign;
pub mod content;
mod decide;
mod deliveries;
mod forged;
mod known;
mod limits;
mod peak;
mod record;
mod reply;
mod stored;
mod tally;
#[cfg(test)]
mod tests;
pub mod trial;

pub use decide::{message, recipient};
pub use deliveries::{Deliveries, DeliveryStanding};
pub use forged::ForgedSenders;
pub use record::SendingRecord;
pub use reply::{Answer, AnswerStatus, Meaning, meaning_of};

use crate::restriction::{Evidence, Reason};
use crate::time::Timestamp;

/// One recipient of one message, as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Keyed hash of the normalised address (see [`crate::name::normalise_recipient`]). Strangers choose
    /// recipients: without the key they could aim for a collision.
    pub address_hash: u64,
    /// In one of our own domains.
    pub is_internal: bool,
}

/// What the site and the account's circumstances add to a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendingFacts {
    /// Applications have no novelty rule: they are meant to write to strangers.
    pub is_application: bool,
    /// The account signed in from an unfamiliar source lately, so thresholds are divided.
    pub signed_in_unfamiliar: bool,
    /// Its score of compromise is an alert at least: what it sends now becomes no habit (checklist G13).
    pub is_suspect: bool,
    /// Its score slows it: each further novel recipient waits, however few they are.
    pub is_slowed: bool,
    /// A restriction of it is proposed and a person is asked: until then only the caps refuse, and each novel recipient
    /// waits.
    pub is_held_back: bool,
    /// The end of the organisation's day, for a restriction until the next day.
    pub next_day: Timestamp,
}

/// What a release left behind (checklist E8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Grace {
    /// No release lately.
    #[default]
    None,
    /// Released after volume only: thresholds doubled, never above the caps.
    Doubled,
    /// Released after a compromise: thresholds quartered.
    Quartered,
}

/// The answer for one recipient or one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendingVerdict {
    /// May be sent.
    Permit,
    /// May be sent, after so many seconds.
    Slow {
        /// Delay in seconds.
        delay_s: u8,
    },
    /// The account is to be restricted from here on.
    Restrict {
        /// Why.
        reason: Reason,
        /// What was seen.
        evidence: Vec<Evidence>,
        /// When it ends by itself; `None` means until somebody releases it.
        until: Option<Timestamp>,
    },
}

/// What one step decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendingStep {
    /// The verdict.
    pub verdict: SendingVerdict,
    /// The recipient had never been written to before.
    pub is_novel: bool,
    /// This step changed the level from permit to slow.
    pub is_first_slow: bool,
    /// What is worth an alert, although it goes out; a restricting verdict brings its own.
    pub evidence: Vec<Evidence>,
}

/// How an account stands at the sending door.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct SendingStanding {
    /// Recipients never written to before, last hour.
    pub novel_hour: f32,
    /// The same, last 24 hours.
    pub novel_day: f32,
    /// Recipients, last hour.
    pub recipients_hour: f32,
    /// Recipients, last 24 hours.
    pub recipients_day: f32,
    /// The account's own highest hour within 30 days.
    pub peak_hour: f32,
    /// Messages let out in all.
    pub messages: u32,
    /// When the account was first seen to send; `None` when it never was.
    pub first_seen: Option<Timestamp>,
}
