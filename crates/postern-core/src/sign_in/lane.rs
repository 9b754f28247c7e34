//! One lane of one account: counted failures, the ladder of locks, the hard limit, and attempts in flight.
//!
//! ```text
//!           failures reach the threshold            time
//!   Open ────────────────────────────────▶ Locked ───────▶ Open (failures remain, so the next one locks again)
//!    │  ▲                                     │ a person unlocks
//!    │  └── time ── Grace (doubled threshold) ◀─────────────┐
//!    └── failures in a row reach the hard limit ──▶ Closed ─┘   Closed opens by itself after QUIET_DAYS
//! ```
//!
//! Nothing is written when time passes: failures, level and lock are worked out at the moment somebody asks,
//! from the time of the last counted failure. This file knows neither sources nor passwords.

use super::{Lane, LaneLock, LaneStanding, SignInRefusal};
use crate::policy::SignInPolicy;
use crate::restriction::Reason;
use crate::time::Timestamp;

/// After so many days without a counted failure a row of failures is forgotten, and with it a closed lane
/// opens (checklist A4). Attempts on a closed lane are refused unverified, so they are not failures.
pub const QUIET_DAYS: u32 = 30;

/// Seconds per day: one level of the ladder is forgotten per quiet day (signin reference, c.5).
const DAY_S: u32 = 86_400;

/// The ladder's highest step: 15 s doubled 15 times is five days, above every cap that a policy may set.
const LEVEL_MAX: u8 = 15;

/// A `until_s` that never comes.
const NEVER_S: u32 = u32::MAX;

/// The numbers of one lane, as the policy says.
#[derive(Clone, Copy, Debug)]
pub struct LaneLimits {
    lane: Lane,
    failures_max: u32,
    first_lock_s: u32,
    lock_max_s: u32,
    in_flight_max: u8,
    close_after: u16,
    half_life_s: f32,
}

impl LaneLimits {
    /// The numbers of this lane.
    pub fn of(lane: Lane, policy: &SignInPolicy) -> Self {
        let (failures_max, lock_max_s, in_flight_max) = match lane {
            Lane::Unfamiliar => (
                policy.unfamiliar_failures_max,
                policy.unfamiliar_lock_max_s,
                policy.unfamiliar_in_flight_max,
            ),
            Lane::Familiar => {
                (policy.familiar_failures_max, policy.familiar_lock_max_s, policy.familiar_in_flight_max)
            }
        };
        Self {
            lane,
            failures_max: clamp_u32(failures_max).max(1),
            first_lock_s: clamp_u32(policy.first_lock_s),
            lock_max_s: clamp_u32(lock_max_s),
            in_flight_max: u8::try_from(in_flight_max).unwrap_or(u8::MAX).max(1),
            close_after: u16::try_from(policy.close_after_failures).unwrap_or(u16::MAX).max(1),
            half_life_s: clamp_u32(policy.failure_half_life_s).max(1) as f32,
        }
    }

    /// The same with locks of half the length: somebody in a region that the account earned. How many failures are
    /// counted does not change, and neither does the hard limit.
    #[must_use]
    pub fn with_half_locks(self) -> Self {
        Self { first_lock_s: self.first_lock_s.div_ceil(2), lock_max_s: self.lock_max_s.div_ceil(2), ..self }
    }
}

/// A policy number in 32 bits, saturating.
pub(super) fn clamp_u32(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// What is left of `amount` after `age_s` seconds.
pub(super) fn decayed(amount: f32, age_s: u32, half_life_s: f32) -> f32 {
    if amount == 0.0 || age_s == 0 { amount } else { amount * (-(age_s as f32) / half_life_s).exp2() }
}

/// What `until_s` of a lane means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Nothing.
    Open,
    /// Locked until then.
    Locked,
    /// Closed until then, or until somebody opens it.
    Closed,
    /// Unlocked by a person: the threshold is doubled until then.
    Grace,
}

/// The state of one lane, 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct LaneRecord {
    /// Counted failures as they were at `last_s`.
    pub(super) failures: f32,
    /// The last counted failure, or the unlock.
    pub(super) last_s: u32,
    /// What it means, the mode says.
    pub(super) until_s: u32,
    /// Failures in a row as they were at `last_s`.
    pub(super) consecutive: u16,
    /// Bits 0..4: level as it was at `last_s`. Bits 4..6: mode. Bit 6: locked without anybody told yet.
    pub(super) state: u8,
    /// Attempts being verified.
    pub(super) in_flight: u8,
}

const LEVEL_BITS: u8 = 0x0F;
const MODE_SHIFT: u8 = 4;
const MODE_BITS: u8 = 0x30;
const UNANNOUNCED_BIT: u8 = 0x40;

impl LaneRecord {
    fn mode(&self) -> Mode {
        match (self.state & MODE_BITS) >> MODE_SHIFT {
            0 => Mode::Open,
            1 => Mode::Locked,
            2 => Mode::Closed,
            _ => Mode::Grace,
        }
    }

    fn set_mode(&mut self, mode: Mode, until_s: u32) {
        self.state = (self.state & LEVEL_BITS) | ((mode as u8) << MODE_SHIFT);
        self.until_s = until_s;
    }

    /// Puts times right after the clock was set back: a lock keeps its length, counted from now.
    ///
    /// Without this a lock of a minute, made while the clock was a day fast, would last a day.
    pub fn heal_clock(&mut self, now_s: u32) {
        let ahead_s = self.last_s.saturating_sub(now_s);
        if ahead_s > 0 {
            self.last_s = now_s;
            if self.until_s != NEVER_S {
                self.until_s = self.until_s.saturating_sub(ahead_s);
            }
        }
    }

    /// Whether the lane is locked or closed, and how that is said.
    pub fn refusal(&self, lane: Lane, now_s: u32) -> Option<SignInRefusal> {
        // Only a closed lane can be without an end: a lock that saturated ends with the 32 bits.
        let is_running = now_s < self.until_s;
        match self.mode() {
            Mode::Locked if is_running => Some(SignInRefusal::Locked { lane, until: seconds(self.until_s) }),
            Mode::Closed if is_running || self.until_s == NEVER_S => Some(SignInRefusal::Closed { lane }),
            Mode::Open | Mode::Locked | Mode::Closed | Mode::Grace => None,
        }
    }

    /// Counted failures, decayed to now.
    pub fn failures(&self, limits: &LaneLimits, now_s: u32) -> f32 {
        decayed(self.failures, now_s.saturating_sub(self.last_s), limits.half_life_s)
    }

    /// Failures in a row; a month of quiet ends the row.
    pub fn consecutive(&self, now_s: u32) -> u16 {
        if now_s.saturating_sub(self.last_s) >= QUIET_DAYS * DAY_S { 0 } else { self.consecutive }
    }

    /// The last counted failure, seconds since 1970.
    pub fn last_failure_s(&self) -> u32 {
        self.last_s
    }

    fn level(&self, now_s: u32) -> u8 {
        let quiet_days = now_s.saturating_sub(self.last_s) / DAY_S;
        (self.state & LEVEL_BITS).saturating_sub(u8::try_from(quiet_days).unwrap_or(u8::MAX))
    }

    fn threshold(&self, limits: &LaneLimits, now_s: u32) -> u32 {
        if self.is_eased(now_s) { limits.failures_max.saturating_mul(2) } else { limits.failures_max }
    }

    fn is_eased(&self, now_s: u32) -> bool {
        match self.mode() {
            Mode::Grace => now_s < self.until_s,
            Mode::Open | Mode::Locked | Mode::Closed => false,
        }
    }

    /// Whether one more attempt may be verified now.
    ///
    /// Two caps: so many at once, and never so many that the threshold would be passed if all of them failed.
    /// Without the second, four attempts in flight at nine failures would be thirteen guesses before the lock.
    /// One attempt alone may always go: after a lock has ended the score still stands at the threshold.
    pub fn has_room(&self, limits: &LaneLimits, now_s: u32) -> bool {
        if self.in_flight == 0 {
            return true;
        }
        let counted = whole(self.failures(limits, now_s));
        let if_all_fail = counted.saturating_add(u32::from(self.in_flight)).saturating_add(1);
        self.in_flight < limits.in_flight_max && if_all_fail <= self.threshold(limits, now_s)
    }

    /// Attempts being verified.
    pub fn in_flight(&self) -> u8 {
        self.in_flight
    }

    /// Debits one attempt.
    pub fn reserve(&mut self) {
        self.in_flight = self.in_flight.saturating_add(1);
    }

    /// Ends one attempt.
    pub fn release(&mut self) {
        self.in_flight = self.in_flight.saturating_sub(1);
    }

    /// Counts one failure; answers whether the lane locked or closed because of it.
    ///
    /// A failure in a lane that is locked already (an attempt that was in flight, or a gate that does not ask
    /// before) counts for the hard limit and never changes the lock.
    pub fn count_failure(&mut self, limits: &LaneLimits, now_s: u32) -> bool {
        let threshold = self.threshold(limits, now_s);
        let failures = self.failures(limits, now_s) + 1.0;
        let level = self.level(now_s);
        let was_shut = self.refusal(limits.lane, now_s).is_some();
        self.consecutive = self.consecutive(now_s).saturating_add(1);
        // The score stays at the threshold (checklist A3): what is above it would only lengthen the memory.
        self.failures = failures.min(threshold as f32);
        self.last_s = now_s;
        self.state = (self.state & !LEVEL_BITS) | level;
        let is_closed = was_shut && self.mode() == Mode::Closed;
        if self.consecutive >= limits.close_after && !is_closed {
            self.set_mode(Mode::Closed, now_s.saturating_add(QUIET_DAYS * DAY_S));
            return true;
        }
        if was_shut || whole(failures) < threshold {
            return false;
        }
        let length_s = limits.first_lock_s.saturating_mul(1 << level).min(limits.lock_max_s);
        self.state = (self.state & !LEVEL_BITS) | (level + 1).min(LEVEL_MAX);
        self.set_mode(Mode::Locked, now_s.saturating_add(length_s));
        true
    }

    /// Takes `amount` failures back, now and in the row.
    pub fn forgive(&mut self, amount: u16, limits: &LaneLimits, now_s: u32) {
        let now = self.failures(limits, now_s);
        // Scaled as of `last_s`, so that the quiet time before this moment keeps counting for the level.
        self.failures =
            if now > f32::from(amount) { self.failures * (1.0 - f32::from(amount) / now) } else { 0.0 };
        self.consecutive = self.consecutive.saturating_sub(amount);
    }

    /// Forgets failures and the row. A lock that runs, runs on.
    pub fn clear_failures(&mut self) {
        self.failures = 0.0;
        self.consecutive = 0;
    }

    /// Whether there is anything to forgive.
    pub fn has_failures(&self) -> bool {
        self.failures > 0.0 || self.consecutive > 0
    }

    /// A person unlocks: nothing is counted any more, and the threshold is doubled for `grace_s`.
    pub fn unlock(&mut self, grace_s: u32, now_s: u32) {
        *self = Self { last_s: now_s, ..Self::default() };
        if grace_s > 0 {
            self.set_mode(Mode::Grace, now_s.saturating_add(grace_s));
        }
    }

    /// The threshold is doubled until then, unless the lane is shut.
    pub fn ease(&mut self, until_s: u32, now_s: u32) {
        let is_shut = matches!(self.mode(), Mode::Locked | Mode::Closed) && now_s < self.until_s;
        if !is_shut {
            self.set_mode(Mode::Grace, until_s);
        }
    }

    /// After a restart: locked until then, or closed for good.
    pub fn restore_lock(&mut self, until_s: Option<u32>) {
        match until_s {
            None => self.set_mode(Mode::Closed, NEVER_S),
            Some(until_s) if self.mode() == Mode::Closed => self.until_s = self.until_s.max(until_s),
            Some(until_s) => {
                self.state = (self.state & !LEVEL_BITS) | (self.state & LEVEL_BITS).max(1);
                self.set_mode(Mode::Locked, until_s);
            }
        }
    }

    /// Remembers that a lock has started with nobody to tell: the next report of the account tells it.
    pub fn mark_unannounced(&mut self) {
        self.state |= UNANNOUNCED_BIT;
    }

    /// The lock that nobody was told of yet, once.
    pub fn take_unannounced(&mut self, limits: &LaneLimits, now_s: u32) -> Option<LaneLock> {
        if self.state & UNANNOUNCED_BIT == 0 {
            return None;
        }
        self.state &= !UNANNOUNCED_BIT;
        self.refusal(limits.lane, now_s)?;
        Some(self.lock(limits))
    }

    /// The lock as it is announced; only right after it started.
    pub fn lock(&self, limits: &LaneLimits) -> LaneLock {
        let lane = limits.lane;
        let reason = match self.mode() {
            Mode::Closed => Reason::LaneClosed { lane, failures: u32::from(self.consecutive) },
            Mode::Open | Mode::Locked | Mode::Grace => {
                Reason::WrongPasswords { lane, failures: whole(self.failures) }
            }
        };
        let until = (self.until_s != NEVER_S).then(|| seconds(self.until_s));
        LaneLock { lane, until, reason }
    }

    /// How the lane stands.
    pub fn standing(&self, limits: &LaneLimits, now_s: u32) -> LaneStanding {
        let (locked_until, is_closed) = match self.refusal(limits.lane, now_s) {
            Some(SignInRefusal::Locked { until, .. }) => (Some(until), false),
            Some(SignInRefusal::Closed { .. }) => (None, true),
            Some(
                SignInRefusal::Blocked
                | SignInRefusal::ProtocolOff
                | SignInRefusal::SourceBlocked { .. }
                | SignInRefusal::PairBlocked { .. }
                | SignInRefusal::NetworkBlocked { .. }
                | SignInRefusal::TooManyAtOnce { .. }
                | SignInRefusal::OutsidePins
                | SignInRefusal::PasswordChangeRequired { .. }
                | SignInRefusal::TemporaryPasswordExpired
                | SignInRefusal::PasswordVoid
                | SignInRefusal::PasswordJustSet
                | SignInRefusal::AppPasswordRevoked
                | SignInRefusal::NoReservation,
            )
            | None => (None, false),
        };
        LaneStanding {
            failures: self.failures(limits, now_s),
            failures_max: self.threshold(limits, now_s),
            consecutive: self.consecutive(now_s),
            consecutive_max: limits.close_after,
            level: self.level(now_s),
            in_flight: self.in_flight,
            locked_until,
            is_closed,
            eased_until: self.is_eased(now_s).then(|| seconds(self.until_s)),
        }
    }

    /// Puts one failure more on the lane, as of `since_s`: after an unclean stop, up to 200 ms are missing.
    pub fn restart_stricter(&mut self, since_s: u32) {
        self.failures += 1.0;
        self.last_s = self.last_s.max(since_s);
    }
}

/// Decayed failures as the whole number that thresholds are compared with. Rounded, because ten guesses in
/// ten seconds sum up to 9.999 and are ten.
fn whole(failures: f32) -> u32 {
    failures.round() as u32
}

/// A table's seconds as a time.
pub(super) fn seconds(s: u32) -> Timestamp {
    Timestamp::from_unix_s(i64::from(s))
}
