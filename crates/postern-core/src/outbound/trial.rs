//! A trial of limits: what they would have done with what was counted of one account, slot by slot, for somebody who
//! thinks of changing them.
//!
//! Only the volume is judged. A count says neither from where the account had signed in nor what else spoke against it,
//! nor whether two recipients were the same one, so every recipient counts as a different one, and as one outside the
//! house. What was refused at the time is either left out or taken for strangers: the truth lies between the two.
//! Observing is ignored: a trial asks what the limits would have done.

use super::limits::Limits;
use super::peak::Peak;
use super::tally::{Added, Tally};
use super::{Grace, SendingFacts};
use crate::policy::OutboundPolicy;
use crate::restriction::Reason;
use crate::time::Timestamp;

/// What was counted of an account within one slot of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedSlot {
    /// When the slot began.
    pub at: Timestamp,
    /// Recipients that were let out.
    pub recipients: u64,
    /// Of those, the ones never written to before.
    pub novel: u64,
    /// Requests that were refused.
    pub refused: u64,
}

/// What to think of requests that were refused at the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedThen {
    /// They would not have been asked: the least that the limits would have done.
    LeftOut,
    /// Each would have been one more stranger: the most.
    Strangers,
}

/// What the limits would have done, so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrialOutcome {
    /// When the account was first slowed.
    pub slowed: Option<Timestamp>,
    /// When it was first restricted, and by which limit.
    pub restricted: Option<(Timestamp, Reason)>,
}

/// The limits of one account on trial.
#[derive(Clone, Debug)]
pub struct Trial<'policy> {
    policy: &'policy OutboundPolicy,
    is_application: bool,
    refused: RefusedThen,
    tally: Tally,
    peak: Peak,
    closed_until: Option<Timestamp>,
    outcome: TrialOutcome,
}

impl<'policy> Trial<'policy> {
    /// Nothing was counted yet.
    pub fn new(policy: &'policy OutboundPolicy, is_application: bool, refused: RefusedThen) -> Self {
        Self {
            policy,
            is_application,
            refused,
            tally: Tally::default(),
            peak: Peak::default(),
            closed_until: None,
            outcome: TrialOutcome::default(),
        }
    }

    /// The next slot of the account; `day_end` says when the organisation's day that holds a moment ends.
    pub fn count(&mut self, slot: &CountedSlot, day_end: impl Fn(Timestamp) -> Timestamp) {
        if self.closed_until.is_some_and(|until| slot.at < until) {
            return;
        }
        let now_s = slot.at.unix_s_u32();
        self.tally.decay(now_s);
        self.peak.turn(now_s, self.policy.recipients_hour_floor as f32 / self.policy.peak_factor as f32);
        let added = self.added(slot);
        let tally = self.tally.with(added);
        let limits = self.limits();
        if let Some(crossing) = limits.crossed_by(&tally, added) {
            self.outcome.restricted.get_or_insert((slot.at, crossing.reason()));
            self.closed_until = Some(day_end(slot.at));
            // A restriction that has ended starts the counters anew, and nothing of that day becomes a habit.
            self.tally = Tally { at_s: now_s, ..Tally::default() };
            self.peak.today = 0.0;
            return;
        }
        self.tally = tally;
        if added.novel > 0.0 && limits.slow.is_some_and(|slow| tally.novel_hour > slow) {
            self.outcome.slowed.get_or_insert(slot.at);
        } else {
            self.peak.notice(tally.distinct_hour);
        }
    }

    /// What the limits would have done until here.
    pub fn outcome(self) -> TrialOutcome {
        self.outcome
    }

    fn added(&self, slot: &CountedSlot) -> Added {
        let refused = match self.refused {
            RefusedThen::LeftOut => 0,
            RefusedThen::Strangers => slot.refused,
        };
        let recipients = slot.recipients.saturating_add(refused) as f32;
        let novel = if self.is_application { 0.0 } else { slot.novel.saturating_add(refused) as f32 };
        Added { novel, recipients, distinct: recipients }
    }

    fn limits(&self) -> Limits {
        let facts = SendingFacts {
            is_application: self.is_application,
            signed_in_unfamiliar: false,
            is_suspect: false,
            is_slowed: false,
            is_held_back: false,
            next_day: Timestamp::default(),
        };
        Limits::of(self.policy, &facts, Grace::None, false, self.peak.learned)
    }
}

/// Slots that a trial is told of are this long, seconds.
pub const SLOT_S: f32 = 600.0;

/// What an account must have sent for any of some policies to do anything to it: whoever stayed below need not be tried.
///
/// A counter that fades by `exp(-slot / hour)` from one slot to the next and never got more than `n` in one stays below
/// `n / (1 - exp(-slot / hour))`, and below the sum of everything in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeastCounts {
    /// Strangers in the fullest slot, with [`Self::novel_hour`] in all: above both of them,
    pub novel_slot: u64,
    /// see there;
    pub novel_hour: u64,
    /// or strangers in all,
    pub novel_day: u64,
    /// or recipients in the fullest slot,
    pub recipients_slot: u64,
    /// or recipients in all.
    pub recipients_day: u64,
}

impl LeastCounts {
    /// For these policies.
    pub fn of<'policy>(policies: impl IntoIterator<Item = &'policy OutboundPolicy>) -> Self {
        let none = u64::MAX;
        let mut least = Self {
            novel_slot: none,
            novel_hour: none,
            novel_day: none,
            recipients_slot: none,
            recipients_day: none,
        };
        // A slot's share of an hour's limit, rounded down.
        let in_slot = |limit: u64| (limit as f32 * (1.0 - (-SLOT_S / 3_600.0).exp())) as u64;
        for policy in policies {
            let novel_hour = policy.slow_novel_hour.min(policy.novel_hour_max).min(policy.cap_hour);
            let recipients_hour = policy.recipients_severe_floor.min(policy.cap_hour);
            least.novel_hour = least.novel_hour.min(novel_hour);
            least.novel_slot = least.novel_slot.min(in_slot(novel_hour));
            least.novel_day = least.novel_day.min(policy.novel_day_max.min(policy.cap_day));
            least.recipients_slot = least.recipients_slot.min(in_slot(recipients_hour));
            least.recipients_day = least.recipients_day.min(policy.cap_day);
        }
        least
    }
}

#[cfg(test)]
mod tests;
