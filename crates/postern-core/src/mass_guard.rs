//! The mass guard: a rule gone wrong must not stop a whole organisation (checklist G22).
//!
//! Above a number of accounts whose sending the rules want restricted within ten minutes, further ones are **proposed** to
//! a person instead of restricted. What rules called for is counted, proposals included: else a wrong threshold would be
//! given a fresh allowance every ten minutes and stop the organisation all the same, only later.
//!
//! ```text
//! called for within 10 minutes    0 ─────────────── limit ──────────────────▶
//!                                   restrict                propose; restrict where it is certain
//! ```
//!
//! What people restrict is neither counted nor held back. The guard does not know accounts, rows or mails: whoever asks
//! has looked that the account is not restricted or proposed already.

use std::collections::VecDeque;

use crate::compromise::{CompromiseStanding, Journey, SignalClass, traits_of};
use crate::policy::MassGuardPolicy;
use crate::time::{Span, Timestamp};

/// What rules called for counts for so long.
pub const WINDOW: Span = Span::from_minutes(10);
/// Most that is counted: the limit of a site with ten million accounts. No limit is above it.
pub const COUNTED_MAX: usize = 100_000;
/// Points of evidence that are certain, whatever else happens: the highest score.
pub const CERTAIN_POINTS: f64 = 100.0;
/// From so many points a class of signals speaks for itself.
const CLASS_SPEAKS_FROM: f64 = 1.0;

/// What becomes of a restriction that a rule calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// It begins.
    Restrict,
    /// A person is asked.
    Propose {
        /// The first one that is held back, after ten minutes without any: somebody is to be told.
        begun: Option<MassGuardFacts>,
    },
}

/// How many, and how many may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MassGuardFacts {
    /// Since when restrictions are held back.
    pub since: Timestamp,
    /// Accounts whose sending rules wanted restricted: within ten minutes as it begins, in all at its end.
    pub counted: u32,
    /// So many within ten minutes are let through.
    pub limit: u32,
}

/// Counts what rules called for.
#[derive(Clone, Debug, Default)]
pub struct MassGuard {
    /// When each was called for, oldest first, within the window.
    called_for: VecDeque<Timestamp>,
    episode: Option<Episode>,
}

/// From the first that is held back until ten minutes after the last.
#[derive(Clone, Copy, Debug)]
struct Episode {
    begun: MassGuardFacts,
    last: Timestamp,
    called_for: u32,
}

/// How many restrictions by rules within ten minutes a site with so many accounts lets through.
pub fn limit(policy: &MassGuardPolicy, accounts: u64) -> u32 {
    let share = accounts.saturating_mul(policy.percent) / 100;
    // The constant fits.
    share.max(policy.restrictions_min).min(COUNTED_MAX as u64) as u32
}

/// Whether an account is so certainly somebody else's that its restriction waits for nobody: evidence of two classes at
/// least, together worth a hundred points.
///
/// Journeys do not count. A proxy that hides where clients are, or a wrong map, makes everybody a traveller at once, and
/// is exactly what must not stop an organisation.
pub fn is_certain(standing: &CompromiseStanding) -> bool {
    let no_journey =
        || standing.signals.iter().filter(|signal| traits_of(signal.evidence.kind).journey == Journey::No);
    let points_of = |class: SignalClass| -> f64 {
        let of_class = no_journey().filter(|signal| traits_of(signal.evidence.kind).class == class);
        of_class.map(|signal| signal.points).sum()
    };
    let classes = SignalClass::ALL.iter().map(|&class| points_of(class));
    let speaking: Vec<f64> = classes.filter(|&points| points >= CLASS_SPEAKS_FROM).collect();
    speaking.len() >= 2 && speaking.iter().sum::<f64>() >= CERTAIN_POINTS
}

impl MassGuard {
    /// A rule calls for the restriction of one more account.
    pub fn called_for(&mut self, is_certain: bool, limit: u32, now: Timestamp) -> Ruling {
        self.turn(now);
        let before = self.called_for.len() as u32;
        if self.called_for.len() == COUNTED_MAX {
            self.called_for.pop_front();
        }
        self.called_for.push_back(now);
        if let Some(episode) = &mut self.episode {
            episode.called_for = episode.called_for.saturating_add(1);
        }
        if is_certain || before < limit {
            return Ruling::Restrict;
        }
        if let Some(episode) = &mut self.episode {
            episode.last = now;
            return Ruling::Propose { begun: None };
        }
        let counted = before.saturating_add(1);
        let begun = MassGuardFacts { since: now, counted, limit };
        self.episode = Some(Episode { begun, last: now, called_for: counted });
        Ruling::Propose { begun: Some(begun) }
    }

    /// Whether nothing has been held back for ten minutes, after something was: what it was in all. Said once.
    pub fn ended(&mut self, now: Timestamp) -> Option<MassGuardFacts> {
        self.turn(now);
        let is_over = self.episode.as_ref().is_some_and(|episode| now.since(episode.last) >= WINDOW);
        let episode = if is_over { self.episode.take()? } else { return None };
        Some(MassGuardFacts { counted: episode.called_for, ..episode.begun })
    }

    /// Since when restrictions are held back, and how many were called for meanwhile.
    pub fn standing(&self) -> Option<MassGuardFacts> {
        self.episode.map(|episode| MassGuardFacts { counted: episode.called_for, ..episode.begun })
    }

    /// What is known after a restart: when each row by a rule began, and whether it is only proposed.
    pub fn restore(&mut self, rows: impl IntoIterator<Item = (Timestamp, bool)>, limit: u32, now: Timestamp) {
        let mut rows: Vec<_> = rows.into_iter().filter(|(since, _)| is_within(*since, now)).collect();
        rows.sort_unstable();
        let newest = rows.len().saturating_sub(COUNTED_MAX);
        self.called_for = rows[newest..].iter().map(|&(since, _)| since).collect();
        let mut held_back = rows.iter().filter(|(_, is_proposed)| *is_proposed).map(|&(since, _)| since);
        self.episode = held_back.next().map(|since| Episode {
            begun: MassGuardFacts { since, counted: rows.len() as u32, limit },
            last: held_back.next_back().unwrap_or(since),
            called_for: rows.len() as u32,
        });
    }

    /// Forgets what is older than the window. What a clock that was set back has left in the future counts as of now, so
    /// that it is neither forgotten at once nor kept for a year.
    fn turn(&mut self, now: Timestamp) {
        for at in self.called_for.iter_mut().rev().take_while(|at| **at > now) {
            *at = now;
        }
        while self.called_for.front().is_some_and(|&at| now.since(at) >= WINDOW) {
            self.called_for.pop_front();
        }
        if let Some(episode) = &mut self.episode {
            episode.last = episode.last.min(now);
            episode.begun.since = episode.begun.since.min(now);
        }
    }
}

fn is_within(since: Timestamp, now: Timestamp) -> bool {
    since <= now && now.since(since) < WINDOW
}

#[cfg(test)]
mod tests;
