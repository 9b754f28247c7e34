//! Which places an account knows: the cold half of its record, kept only once it has signed in.
//!
//! A place is familiar when the same unit (address or /64) succeeded long enough ago and lately enough, or when
//! its neighbourhood (/24 or /48) succeeded on two different days. The age keeps a thief from signing in once
//! and being at home. This file does not know addresses, only their keyed hashes.

use super::lane::decayed;
use super::tags::TagRing;
use crate::policy::SignInPolicy;

/// Units remembered, and as many neighbourhoods: sixteen entries (signin reference, c.4).
pub const PLACES_KEPT: usize = 8;

const DAY_S: u32 = 86_400;

/// The unit of an entry's first success within its day, seconds. Rounded up, so familiarity is never early.
const FIRST_UNIT_S: u32 = 6;
const FIRST_BITS: u16 = 0x3FFF;
const DAYS_SHIFT: u16 = 14;

/// Points that one success takes off a source's score (StopGuessing, sigma).
const CREDIT_POINTS: f32 = 30.0;
/// Points that one account may take off in all, with the source's half-life, so that one owned mailbox cannot
/// launder a botnet (StopGuessing, limit).
const CREDIT_POINTS_MAX: f32 = 50.0;

/// A place as familiarity sees it: keyed hashes, the same after a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The address (IPv4) or its /64.
    pub unit: u32,
    /// Its /24 or /48.
    pub neighbourhood: u32,
}

/// One known unit or neighbourhood, 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Known {
    pub(super) source: u32,
    /// Day of the last success, days since 1970 plus one; zero is a free entry.
    pub(super) last_day: u16,
    /// High two bits: days between first and last success (2: two or more). Low fourteen: when within its day
    /// the first success was, in [`FIRST_UNIT_S`].
    pub(super) first: u16,
}

pub(super) fn day_of(now_s: u32) -> u16 {
    u16::try_from(now_s / DAY_S + 1).unwrap_or(u16::MAX)
}

impl Known {
    fn new(source: u32, now_s: u32) -> Self {
        let first = (now_s % DAY_S).div_ceil(FIRST_UNIT_S);
        Self {
            source,
            last_day: day_of(now_s),
            first: u16::try_from(first).unwrap_or(FIRST_BITS) & FIRST_BITS,
        }
    }

    fn days_between(self) -> u16 {
        self.first >> DAYS_SHIFT
    }

    fn is_recent(self, familiar_days: u64, now_s: u32) -> bool {
        self.last_day != 0 && u64::from(day_of(now_s).saturating_sub(self.last_day)) <= familiar_days
    }

    /// Two days between first and last are more than any `familiar_after_s` (at most a day).
    fn is_old_enough(self, familiar_after_s: u64, now_s: u32) -> bool {
        if self.days_between() >= 2 {
            return true;
        }
        let first_day = u32::from(self.last_day.saturating_sub(1).saturating_sub(self.days_between()));
        let first_s = u64::from(first_day) * u64::from(DAY_S)
            + u64::from(self.first & FIRST_BITS) * u64::from(FIRST_UNIT_S);
        u64::from(now_s) >= first_s.saturating_add(familiar_after_s)
    }

    /// Old enough from now on; answers whether it was not.
    fn mature(&mut self) -> bool {
        let before = self.first;
        self.first = (self.first & FIRST_BITS) | (2 << DAYS_SHIFT);
        self.first != before
    }

    fn succeeded(&mut self, now_s: u32) {
        let days = day_of(now_s).saturating_sub(self.last_day);
        let between = self.days_between().saturating_add(days).min(2);
        self.first = (self.first & FIRST_BITS) | (between << DAYS_SHIFT);
        self.last_day = self.last_day.max(day_of(now_s));
    }
}

/// The places that an account knows, and what else is remembered of its successes.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Familiarity {
    pub(super) units: [Known; PLACES_KEPT],
    pub(super) neighbourhoods: [Known; PLACES_KEPT],
    pub(super) own_wrong_tags: TagRing,
    pub(super) last_success_s: u32,
    /// The last success from an unfamiliar place; zero: none.
    pub(super) last_unfamiliar_s: u32,
    /// Credit taken, as of `last_success_s`.
    pub(super) credit_taken: f32,
}

const _: () = assert!(size_of::<Familiarity>() == 156, "1 M of these must fit (DESIGN section 9)");

/// Whether a success from an unfamiliar place at `last_unfamiliar_s` (zero: never) lies within the window.
pub fn is_unfamiliar_lately(last_unfamiliar_s: u32, window_s: u64, now_s: u32) -> bool {
    let age_s = u64::from(now_s.saturating_sub(last_unfamiliar_s));
    last_unfamiliar_s != 0 && window_s > 0 && age_s <= window_s
}

impl Familiarity {
    /// Whether the account knows this place.
    pub fn knows(&self, place: Place, policy: &SignInPolicy, now_s: u32) -> bool {
        let is_familiar = |known: &Known| is_familiar(*known, policy, now_s);
        self.units.iter().any(|known| known.source == place.unit && is_familiar(known))
            || self.neighbourhoods.iter().any(|known| {
                known.source == place.neighbourhood && known.days_between() >= 1 && is_familiar(known)
            })
    }

    /// Number of units that are familiar now.
    pub fn familiar_sources(&self, policy: &SignInPolicy, now_s: u32) -> u8 {
        let count = self.units.iter().filter(|known| is_familiar(**known, policy, now_s)).count();
        u8::try_from(count).unwrap_or(u8::MAX)
    }

    /// Whether a success there says something of a thief: the account has earned places, and this is none of
    /// them. An account that has earned none has nothing to be unfamiliar with, as on its first day. How long
    /// ago a place was used last does not matter here: a mailbox that was idle for months is what thieves like
    /// best, and its owner comes back to a place that it remembers.
    pub(super) fn is_strange(&self, place: Option<Place>, policy: &SignInPolicy, now_s: u32) -> bool {
        let is_earned =
            |known: &Known| known.last_day != 0 && known.is_old_enough(policy.familiar_after_s, now_s);
        let is_remembered = |place: Place| {
            self.units.iter().any(|known| known.source == place.unit && is_earned(known))
                || self.neighbourhoods.iter().any(|known| {
                    known.source == place.neighbourhood && known.days_between() >= 1 && is_earned(known)
                })
        };
        self.units.iter().any(is_earned) && !place.is_some_and(is_remembered)
    }

    /// Learns a success from this place; answers whether an entry changed.
    pub fn learn(&mut self, place: Place, policy: &SignInPolicy, now_s: u32) -> bool {
        let unit = learn_in(&mut self.units, place.unit, policy, now_s);
        let neighbourhood = learn_in(&mut self.neighbourhoods, place.neighbourhood, policy, now_s);
        unit || neighbourhood
    }

    /// Learns a success from this place and knows it from now on: as if it had succeeded two days apart. Its
    /// neighbourhood is learned as ever: one address was vouched for, not a whole /24.
    pub(super) fn learn_at_once(&mut self, place: Place, policy: &SignInPolicy, now_s: u32) -> bool {
        let is_changed = self.learn(place, policy, now_s);
        let unit = self.units.iter_mut().find(|known| known.source == place.unit && known.last_day != 0);
        unit.is_some_and(Known::mature) || is_changed
    }

    /// The last success from an unfamiliar place, seconds since 1970; zero: none. A later one from a familiar
    /// place does not wipe it out: the owner's phone, polling every five minutes, would hide every thief.
    pub fn last_unfamiliar_s(&self) -> u32 {
        self.last_unfamiliar_s
    }

    /// The last success, seconds since 1970.
    pub fn last_success_s(&self) -> u32 {
        self.last_success_s
    }

    /// Notes a success and answers how many points it takes off its source's score.
    pub(super) fn take_credit(&mut self, now_s: u32) -> f32 {
        let age_s = now_s.saturating_sub(self.last_success_s);
        let taken = decayed(self.credit_taken, age_s, super::source::HALF_LIFE_S);
        let credit = CREDIT_POINTS.min((CREDIT_POINTS_MAX - taken).max(0.0));
        self.credit_taken = taken + credit;
        self.last_success_s = now_s;
        credit
    }
}

fn is_familiar(known: Known, policy: &SignInPolicy, now_s: u32) -> bool {
    known.is_recent(policy.familiar_days, now_s) && known.is_old_enough(policy.familiar_after_s, now_s)
}

fn learn_in(entries: &mut [Known; PLACES_KEPT], source: u32, policy: &SignInPolicy, now_s: u32) -> bool {
    let found = entries.iter_mut().find(|known| known.source == source && known.last_day != 0);
    if let Some(known) = found {
        let before = *known;
        if known.is_recent(policy.familiar_days, now_s) {
            known.succeeded(now_s);
        } else {
            *known = Known::new(source, now_s);
        }
        return *known != before;
    }
    // The least recently successful goes; of one day, the shortest acquaintance.
    if let Some(oldest) = entries.iter_mut().min_by_key(|known| (known.last_day, known.days_between())) {
        *oldest = Known::new(source, now_s);
    }
    true
}
