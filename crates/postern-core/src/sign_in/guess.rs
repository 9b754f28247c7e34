//! What a failure costs its source. Knows neither sources nor accounts, only how a report was counted and what the
//! tried name is.

use super::attack_name::TriedName;
use super::{Counted, Vouch};

/// A wrong password (StopGuessing, beta).
const POINTS_WRONG_PASSWORD: f32 = 1.0;
/// A name that is nobody's (StopGuessing, alpha).
const POINTS_UNKNOWN_NAME: f32 = 2.0;
/// A name that only attackers use (signin reference, c.6: weight instead of an instant block).
const POINTS_ATTACK_NAME: f32 = 10.0;

/// What a failure in a region that the account earned costs its source, compared with any other (signin reference,
/// c.4: weak familiarity).
const REGION_SHARE: f32 = 0.5;

/// Points that a report costs its source, with what else speaks for the attempt.
pub fn points_with(vouch: Vouch, points: f32) -> f32 {
    match vouch {
        Vouch::Region => points * REGION_SHARE,
        Vouch::Nobody | Vouch::Device { .. } | Vouch::Pass => points,
    }
}

/// Points that a counted report costs its source; zero costs nothing and is no try of another account either.
///
/// The same wrong password again may be a forgotten phone, except under a name that nobody here ever had.
pub fn points_of(counted: Counted, name: TriedName) -> f32 {
    match (counted, name) {
        (Counted::Fresh, TriedName::Known) => POINTS_WRONG_PASSWORD,
        (Counted::Fresh, TriedName::Unknown) => POINTS_UNKNOWN_NAME,
        (Counted::Fresh | Counted::Repeat, TriedName::Attack) => POINTS_ATTACK_NAME,
        (Counted::Repeat, TriedName::Known | TriedName::Unknown)
        | (
            Counted::Success | Counted::Stale | Counted::Nothing,
            TriedName::Known | TriedName::Unknown | TriedName::Attack,
        ) => 0.0,
    }
}

/// A failure, as its source sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// What it costs: [`points_of`].
    pub points: f32,
    /// A hash of the account or name, spread over all bits.
    pub target_hash: u64,
    /// What the name is.
    pub name: TriedName,
}
