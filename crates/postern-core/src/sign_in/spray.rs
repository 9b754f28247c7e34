//! Spray mode: many accounts are tried from strange places at once, each too seldom to lock.
//!
//! ```text
//!          accounts tried within the last hour > max(mean + 4 sigma of the site's past, 20, 5 % of accounts)
//!   Calm ────────────────────────────────────────────────────────────────────────────────▶ Spray
//!     ▲                                                                                      │
//!     └── below half of what started it, or after a day, when what was unusual is the usual ─┘
//! ```
//!
//! While it lasts, the unfamiliar lanes of all accounts lock after fewer failures, and a success from an unfamiliar
//! place is evidence. The past is a mean and a variance of hourly counts that fade with a half-life of a week.
//!
//! **Steady noise cannot hold the mode.** Each hour enters the past with at most the threshold of that moment, so
//! a burst does not make the next one look usual; but noise that goes on raises mean and variance hour by hour,
//! and after [`MODE_MAX_S`] at the latest the mode ends and the noise is taken for the site's usual level. Whoever
//! makes bursts instead gets a mode as long as the burst and one hour, and a threshold that grows with each. What
//! an attacker wins by raising the threshold is only this mode: lanes and sources count as before.
//!
//! This file sees numbers only: no accounts, no sources.

use super::lane::clamp_u32;
use super::lane::seconds;
use crate::policy::SignInPolicy;
use crate::time::Timestamp;

const HOUR_S: u32 = 3_600;

/// The mode lasts at most so long at a time, seconds: a day, after which noise is a habit of the site's.
pub const MODE_MAX_S: u32 = 86_400;

/// After a restart nobody knows yet how many accounts were tried lately: a mode that was on is kept for so long,
/// counted from when it was last looked at, seconds.
const HELD_AFTER_RESTART_S: u32 = HOUR_S;

/// What one hour weighs in the past: with 1 - 2^(-1/168) a week halves it.
const HOUR_WEIGHT: f32 = 0.004_117;

/// Hours of silence that are made up for at most; of a past of four weeks nothing is left that matters.
const SILENT_HOURS_MAX: u32 = 672;

/// Whether a spray goes on, for the rules that are stricter meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum SprayMode {
    /// As usual.
    #[default]
    Calm,
    /// Many accounts are being tried.
    Spray,
}

/// What is known when the mode starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SprayFacts {
    /// When the mode started.
    pub since: Timestamp,
    /// Accounts with a wrong password from an unfamiliar place within the last hour. At the end of a mode: the most
    /// of any hour while it lasted.
    pub accounts_tried: u32,
    /// The number above which the mode started.
    pub threshold: u32,
}

/// The mode has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SprayChange {
    /// It started.
    Started(SprayFacts),
    /// It ended.
    Ended(SprayFacts),
}

/// How the site stands, for `health` and `why`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SprayStanding {
    /// Set while the mode lasts.
    pub started: Option<SprayFacts>,
    /// Accounts tried within the last hour.
    pub accounts_tried: u32,
}

/// The site's past, and whether the mode is on.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct SprayRecord {
    /// Mean and variance of the accounts tried in an hour.
    pub(super) mean: f32,
    pub(super) variance: f32,
    /// Hours that they were made of, at most what a week's half-life can tell apart.
    pub(super) hours: u16,
    /// The hour that is being counted, since 1970, and the most accounts that were tried in it.
    pub(super) hour: u32,
    pub(super) most: u32,
    /// When the mode started, seconds since 1970; zero while it is off.
    pub(super) since_s: u32,
    /// The threshold that it started above, and the most accounts tried since.
    pub(super) threshold: u32,
    pub(super) worst: u32,
    /// When somebody last looked.
    pub(super) looked_s: u32,
    /// Until then a mode does not end: after a restart the counts have to come back first.
    pub(super) held_until_s: u32,
}

impl SprayRecord {
    /// Whether the mode is on.
    pub fn mode(&self) -> SprayMode {
        if self.since_s == 0 { SprayMode::Calm } else { SprayMode::Spray }
    }

    /// How the site stands.
    pub fn standing(&self, accounts_tried: u32) -> SprayStanding {
        let started = (self.since_s != 0).then(|| self.facts(self.worst));
        SprayStanding { started, accounts_tried }
    }

    /// Above how many accounts in an hour the mode starts. `accounts` is how many the site has.
    pub fn threshold(&self, accounts: u64, policy: &SignInPolicy) -> u32 {
        let share = accounts.saturating_mul(policy.spray_percent) / 100;
        let floor = clamp_u32(policy.spray_targets_min.max(share));
        let unusual = self.mean + policy.spray_sigma as f32 * self.variance.sqrt();
        floor.max(unusual.ceil() as u32)
    }

    /// Looks at how many accounts were tried within the last hour; answers the change, once. To be called every
    /// few seconds by a timer.
    pub fn look(
        &mut self,
        accounts_tried: u32,
        accounts: u64,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Option<SprayChange> {
        let now_s = now.unix_s_u32();
        self.heal_clock(now_s);
        let threshold = self.threshold(accounts, policy);
        self.learn_hours(threshold, now_s);
        self.most = self.most.max(accounts_tried);
        self.looked_s = now_s;
        if self.since_s == 0 {
            if accounts_tried < threshold {
                return None;
            }
            (self.since_s, self.threshold, self.worst) = (now_s.max(1), threshold, accounts_tried);
            return Some(SprayChange::Started(self.facts(accounts_tried)));
        }
        self.worst = self.worst.max(accounts_tried);
        let is_over = accounts_tried < self.threshold.div_ceil(2) && now_s >= self.held_until_s;
        let is_habit = now_s.saturating_sub(self.since_s) >= MODE_MAX_S;
        if !is_over && !is_habit {
            return None;
        }
        if is_habit {
            self.mean = self.mean.max(accounts_tried as f32);
            self.variance = self.variance.max(self.mean);
        }
        let facts = self.facts(self.worst);
        (self.since_s, self.threshold, self.worst) = (0, 0, 0);
        Some(SprayChange::Ended(facts))
    }

    /// The last hour that became part of the past, for whoever keeps the record.
    pub fn hour_learned(&self) -> u32 {
        self.hour
    }

    /// After a restart.
    pub fn hold(&mut self) {
        self.held_until_s = self.looked_s.saturating_add(HELD_AFTER_RESTART_S);
    }

    fn facts(&self, accounts_tried: u32) -> SprayFacts {
        SprayFacts { since: seconds(self.since_s), accounts_tried, threshold: self.threshold }
    }

    /// After the clock was set back the hours that were ahead are the present one.
    fn heal_clock(&mut self, now_s: u32) {
        let ahead_s = self.looked_s.saturating_sub(now_s);
        if ahead_s > 0 {
            self.hour = self.hour.min(now_s / HOUR_S);
            self.since_s = if self.since_s == 0 { 0 } else { self.since_s.saturating_sub(ahead_s).max(1) };
            self.held_until_s = self.held_until_s.saturating_sub(ahead_s);
        }
    }

    /// Hours that are over become part of the past: the last one with its count, at most the threshold; those
    /// in which nobody looked with none.
    fn learn_hours(&mut self, threshold: u32, now_s: u32) {
        let hour = now_s / HOUR_S;
        if self.hour == 0 {
            self.hour = hour;
        }
        let over = hour.saturating_sub(self.hour);
        if over == 0 {
            return;
        }
        self.learn(self.most.min(threshold) as f32);
        for _ in 1..over.min(SILENT_HOURS_MAX) {
            self.learn(0.0);
        }
        (self.hour, self.most) = (hour, 0);
    }

    /// Exponential mean and variance (West 1979). The first hours weigh more, because zero was no observation.
    fn learn(&mut self, count: f32) {
        self.hours = self.hours.saturating_add(1);
        let weight = HOUR_WEIGHT.max(1.0 / f32::from(self.hours));
        let difference = count - self.mean;
        self.mean += weight * difference;
        self.variance = (1.0 - weight) * (self.variance + weight * difference * difference);
    }
}
