//! What is kept of an account that is being signed in to: 64 bytes, one cache line.
//!
//! The same record serves accounts and names that are nobody's. It does not know which of them it is, so both
//! behave the same.

use super::lane::{LaneLimits, LaneRecord};
use super::tags::{OwnTags, TagRing};
use super::{Lane, SignInStanding};
use crate::policy::SignInPolicy;

/// Two lanes, the wrong passwords of strangers, the tags of the right ones.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct AccountRecord {
    key: u64,
    pub(super) unfamiliar: LaneRecord,
    pub(super) familiar: LaneRecord,
    pub(super) strangers_tags: TagRing,
    pub(super) own_tags: OwnTags,
    is_marked: bool,
}

const _: () = assert!(size_of::<AccountRecord>() == 64, "one cache line (DESIGN section 5)");

impl AccountRecord {
    /// The record of an account that nothing is known about. `key` is whatever the table finds it by.
    pub fn new(key: u64) -> Self {
        Self { key, ..Self::default() }
    }

    /// What the table finds it by.
    pub fn key(&self) -> u64 {
        self.key
    }

    /// The same counters under another key.
    #[must_use]
    pub fn with_key(self, key: u64) -> Self {
        Self { key, ..self }
    }

    /// One lane.
    pub fn lane(&self, lane: Lane) -> &LaneRecord {
        match lane {
            Lane::Unfamiliar => &self.unfamiliar,
            Lane::Familiar => &self.familiar,
        }
    }

    /// One lane, to change it.
    pub fn lane_mut(&mut self, lane: Lane) -> &mut LaneRecord {
        match lane {
            Lane::Unfamiliar => &mut self.unfamiliar,
            Lane::Familiar => &mut self.familiar,
        }
    }

    /// Puts times right after the clock was set back.
    pub fn heal_clock(&mut self, now_s: u32) {
        self.unfamiliar.heal_clock(now_s);
        self.familiar.heal_clock(now_s);
    }

    /// Whether anything in it must outlive pressure for room: a lock, or attempts in flight.
    pub fn is_penalised(&self, now_s: u32) -> bool {
        Lane::ALL.iter().any(|&lane| {
            let record = self.lane(lane);
            record.in_flight > 0 || record.refusal(lane, now_s).is_some()
        })
    }

    /// Both lanes bear twice as many failures until then; nothing else changes. A lock that runs, runs on.
    pub fn ease(&mut self, until_s: u32, now_s: u32) {
        self.unfamiliar.ease(until_s, now_s);
        self.familiar.ease(until_s, now_s);
    }

    /// A person unlocks both lanes. What is known of passwords stays: a stale phone must not count again.
    pub fn unlock(&mut self, policy: &SignInPolicy, now_s: u32) {
        let grace_s = super::lane::clamp_u32(policy.unlock_grace_s);
        self.unfamiliar.unlock(grace_s, now_s);
        self.familiar.unlock(grace_s, now_s);
    }

    /// Its password was replaced.
    pub fn password_replaced(&mut self) {
        self.own_tags.replaced();
    }

    /// How the account stands; the number of familiar sources is the table's to fill in.
    pub fn standing(&self, policy: &SignInPolicy, now_s: u32) -> SignInStanding {
        let lane = |lane| self.lane(lane).standing(&LaneLimits::of(lane, policy), now_s);
        SignInStanding {
            unfamiliar: lane(Lane::Unfamiliar),
            familiar: lane(Lane::Familiar),
            familiar_sources: 0,
        }
    }

    /// After an unclean stop: one failure more in both lanes when the account was active since then.
    pub fn restart_stricter(&mut self, last_success_s: u32, since_s: u32) {
        let last_s = self.unfamiliar.last_s.max(self.familiar.last_s).max(last_success_s);
        if last_s >= since_s {
            self.unfamiliar.restart_stricter(since_s);
            self.familiar.restart_stricter(since_s);
        }
    }

    /// Marks the record as changed; answers whether it was unmarked. The mark is the table's, kept here
    /// because the cache line has room.
    pub fn mark(&mut self) -> bool {
        !std::mem::replace(&mut self.is_marked, true)
    }

    /// Takes the mark away; answers whether there was one.
    pub fn unmark(&mut self) -> bool {
        std::mem::take(&mut self.is_marked)
    }
}
