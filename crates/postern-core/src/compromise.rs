//! Compromise: what was seen of an account as one score, and what the score does.
//!
//! Evidence from both doors is worth points (outbound reference, c4) that halve every six hours. The same signal
//! counts once within its window, at its highest step: a table of signals, never an endless sum.
//!
//! ```text
//!      0 ──────── 40 ──────── 60 ──────────── 80 ─────────────────── 100
//!        nothing      alert       slow             until next day        until released
//! ```
//!
//! Alert and slow hold until the score has halved, so that they do not flicker.
//!
//! Volume alone never goes past "until next day": a newsletter by the owner needs no admin. Journeys (a new
//! place, an impossible speed) and what strangers without the password have a part in (a success after failures) never
//! act by themselves, however many: nobody may have somebody else restricted. A restriction with a sign-in from an unfamiliar place, and a second
//! one within a week that is not of volume alone, stay until somebody releases them.
//!
//! [`CompromiseRecord::see`] counts, [`CompromiseRecord::judgement`] judges. Who restricts, who is told and what the
//! sentences are is for others.

mod counterfactual;
mod record;
mod signal;
mod stored;
#[cfg(test)]
mod tests;

pub use counterfactual::{Otherwise, otherwise};
pub use record::{CompromiseRecord, held_until};
pub use signal::{Journey, SIGNALS_MAX, SignalClass, SignalTraits, traits_of};

use crate::restriction::Evidence;
use crate::time::Timestamp;

/// The highest score.
pub const SCORE_MAX: f64 = 100.0;

/// What a score does (checklist G19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// Nothing speaks for a compromise, or too little.
    #[default]
    None,
    /// Admins are told; nothing changes for the account.
    Alert,
    /// Each further recipient that it never wrote to before waits.
    Slow,
    /// Sending is restricted until the organisation's next day.
    UntilNextDay,
    /// Sending is restricted until somebody releases it.
    UntilReleased,
}

crate::account::codes!(Level {
    Level::None => "none",
    Level::Alert => "alert",
    Level::Slow => "slow",
    Level::UntilNextDay => "until_next_day",
    Level::UntilReleased => "until_released",
});

/// How high a risk is, in the three words of other systems' reports (checklist G6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Worth a look.
    Low,
    /// Sending is slowed.
    Medium,
    /// Sending is restricted.
    High,
}

crate::account::codes!(Risk {
    Risk::Low => "low",
    Risk::Medium => "medium",
    Risk::High => "high",
});

impl Level {
    /// The risk, from the alert on.
    pub const fn risk(self) -> Option<Risk> {
        match self {
            Level::None => None,
            Level::Alert => Some(Risk::Low),
            Level::Slow => Some(Risk::Medium),
            Level::UntilNextDay | Level::UntilReleased => Some(Risk::High),
        }
    }
}

/// A signal as it counts at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveSignal {
    /// What was seen, with its points of then.
    pub evidence: Evidence,
    /// Its points now.
    pub points: f64,
}

/// An account's score at one moment.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CompromiseStanding {
    /// 0 to [`SCORE_MAX`].
    pub score: f64,
    /// What the score does.
    pub level: Level,
    /// When the score falls below the level, if nothing more is seen; `None` without a level.
    pub falls: Option<Timestamp>,
    /// What it is made of, strongest first.
    pub signals: Vec<LiveSignal>,
}

/// What follows from an account's score at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The score and its level.
    pub standing: CompromiseStanding,
    /// The score has risen to the alert, or from there to a higher level, since this was last said.
    pub risen_to: Option<Level>,
    /// When a restriction that begins now ends by itself; `None` until somebody releases it.
    pub until: Option<Timestamp>,
}
