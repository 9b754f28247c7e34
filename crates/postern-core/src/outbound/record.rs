//! What is remembered of one account's sending: known recipients, counters, habit and grace.
//!
//! About 0.3 KiB while an account has fewer than 60 contacts and 0.45 KiB once it has an older generation;
//! 1.3 KiB for busy people, 4.5 KiB for list-sized senders. Only [`super::decide`] counts in it; this file
//! knows no thresholds.

use crate::outbound::known::{KnownRecipients, Sight};
use crate::outbound::peak::Peak;
use crate::outbound::tally::{Added, Tally, ThisHour};
use crate::outbound::{Grace, SendingStanding};
use crate::policy::OutboundPolicy;
use crate::time::Timestamp;

/// Whether the account had a life before it was first seen to send, of which we know nothing (checklist G4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Nothing was sent yet.
    Unknown,
    /// It is as new as it looks, or its past has been learned.
    New,
    /// It existed long before.
    Old,
}

/// What is remembered of one account's sending.
#[derive(Clone, Debug, PartialEq)]
pub struct SendingRecord {
    pub(super) known: KnownRecipients,
    pub(super) tally: Tally,
    pub(super) this_hour: ThisHour,
    pub(super) peak: Peak,
    /// Unix seconds.
    pub(super) first_seen_s: u32,
    /// Messages let out.
    pub(super) messages: u32,
    /// In force before `grace_until_s`.
    pub(super) grace: Grace,
    pub(super) grace_until_s: u32,
    /// Novel recipients are being delayed.
    pub(super) is_slow: bool,
    pub(super) age: Age,
    /// Messages let out before the present day: what an attack of today sends is no history.
    pub(super) messages_before: u32,
}

impl SendingRecord {
    /// Nothing is known yet.
    pub fn new(now: Timestamp) -> Self {
        let now_s = now.unix_s_u32();
        Self {
            known: KnownRecipients::new(now_s),
            tally: Tally { at_s: now_s, ..Tally::default() },
            this_hour: ThisHour::default(),
            peak: Peak { day: now_s / 86_400, ..Peak::default() },
            first_seen_s: now_s,
            messages: 0,
            grace: Grace::None,
            grace_until_s: 0,
            is_slow: false,
            age: Age::Unknown,
            messages_before: 0,
        }
    }

    /// Before a step: whether the account existed long before it was first seen to send (checklist G4). Asked at the first
    /// step only, because a gate has to look it up.
    pub fn note_age(&mut self, is_old: impl FnOnce() -> bool) {
        if self.age == Age::Unknown {
            self.age = if is_old() { Age::Old } else { Age::New };
        }
    }

    /// What was sent until now is history once its day is over. Call before the peak turns the day.
    pub(super) fn turn_day(&mut self, now_s: u32) {
        if now_s / 86_400 > self.peak.day {
            self.messages_before = self.messages;
        }
    }

    /// Whether whom it used to write to is still being learned (checklist G4).
    pub(super) fn is_learning(&self, policy: &OutboundPolicy, now_s: u32) -> bool {
        let known_s = u64::from(now_s.saturating_sub(self.first_seen_s));
        self.age == Age::Old
            && known_s < policy.learning_days * 86_400
            && u64::from(self.messages_before) < policy.learning_messages
    }

    /// A restriction of sending ended: the counters that caused it start anew, nothing of that day becomes a
    /// habit, and `grace` holds before `until`. Who was written to stays known.
    pub fn released(&mut self, grace: Grace, until: Timestamp, now: Timestamp) {
        self.tally = Tally { at_s: now.unix_s_u32(), ..Tally::default() };
        self.this_hour = ThisHour::default();
        self.peak.today = 0.0;
        self.is_slow = false;
        self.grace = grace;
        self.grace_until_s = until.unix_s_u32();
    }

    /// What was sent under other limits is not held against the account: the counters start anew and nothing of that
    /// day becomes a habit. A grace that is in force stays.
    pub fn start_anew(&mut self, now: Timestamp) {
        self.released(self.grace, Timestamp::from_unix_s(i64::from(self.grace_until_s)), now);
    }

    /// Somebody whom the account knows from elsewhere: it wrote to them before we counted, or they wrote to it.
    /// No counter moves.
    pub fn meet(&mut self, address_hash: u64, now: Timestamp) {
        let now_s = now.unix_s_u32();
        self.known.turn(now_s);
        if self.known.sight(address_hash) != Sight::Current {
            self.known.learn(address_hash, now_s);
        }
    }

    /// Its past has been learned: whoever is new from now on is new.
    pub fn past_is_known(&mut self) {
        self.age = Age::New;
    }

    /// The grace in force at `now`.
    pub fn grace(&self, now: Timestamp) -> Grace {
        if now.unix_s_u32() < self.grace_until_s { self.grace } else { Grace::None }
    }

    /// How the account stands at `now`, for people.
    pub fn standing(&self, now: Timestamp) -> SendingStanding {
        let mut tally = self.tally;
        tally.decay(now.unix_s_u32());
        SendingStanding {
            novel_hour: tally.novel_hour,
            novel_day: tally.novel_day,
            recipients_hour: tally.recipients_hour,
            recipients_day: tally.recipients_day,
            peak_hour: self.peak.learned,
            messages: self.messages,
            first_seen: Some(Timestamp::from_unix_s(i64::from(self.first_seen_s))),
        }
    }

    /// When it last changed, unix seconds.
    pub fn changed_s(&self) -> u32 {
        self.tally.at_s
    }

    /// After an unclean stop at most one journal interval is lost: an account that was sending then restarts
    /// with one recipient never written to before on its counters (DESIGN section 4).
    pub fn restart_stricter(&mut self) {
        self.tally = self.tally.with(Added { novel: 1.0, recipients: 1.0, distinct: 1.0 });
    }

    /// Bytes that it holds beside its own size.
    pub fn heap_bytes(&self) -> usize {
        self.known.heap_bytes()
    }
}
