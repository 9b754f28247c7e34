//! What would have had to be otherwise for a restriction not to have happened. Worked out from what the row keeps
//! (its reason and its evidence, with their points as they counted then), so it can be said years later.

use super::signal::{Journey, SignalClass, traits_of};
use crate::restriction::{Evidence, EvidenceKind, Reason};

/// One thing that alone would have made the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// A policy for the account had allowed more recipients.
    WiderPolicy,
    /// The account had signed in from a place that it knows: its limits would have been the ordinary ones.
    KnownPlace,
    /// This had not been seen.
    Without(Evidence),
    /// It would have ended by itself, had the account signed in from a place that it knows.
    EndsByItself,
}

/// Each thing that alone would have made the difference, the plainest first; none for what a person decided.
pub fn otherwise(reason: &Reason, evidence: &[Evidence], ends_by_itself: bool) -> Vec<Otherwise> {
    let is_strange = |seen: &Evidence| traits_of(seen.kind).journey == Journey::StrangePlace;
    match reason {
        Reason::NovelRecipientsHour { .. }
        | Reason::NovelRecipientsDay { .. }
        | Reason::RecipientsHour { .. } => {
            let mut all = vec![Otherwise::WiderPolicy];
            if evidence.iter().any(is_strange) {
                // The limit that was crossed is the divided one.
                all.push(Otherwise::KnownPlace);
            }
            all
        }
        Reason::CapHour { .. } | Reason::CapDay { .. } => {
            let mut all = vec![Otherwise::WiderPolicy];
            if !ends_by_itself && evidence.iter().any(is_strange) {
                all.push(Otherwise::EndsByItself);
            }
            all
        }
        Reason::OutsidePinnedSources => {
            let from_outside = evidence.iter().filter(|seen| seen.kind == EvidenceKind::OutsidePinnedSources);
            from_outside.cloned().map(Otherwise::Without).collect()
        }
        Reason::CompromiseScore { points: _, limit } => without_one(evidence, *limit),
        Reason::WrongPasswords { .. }
        | Reason::LaneClosed { .. }
        | Reason::LockedTooOften { .. }
        | Reason::GuessingSource { .. }
        | Reason::TemporaryPassword { .. }
        | Reason::TemporaryPasswordExpired
        | Reason::DisownedByOwner
        | Reason::Contained { .. }
        | Reason::ByPerson { .. } => Vec::new(),
    }
}

/// Each observation without which the sum would have stayed below the limit.
fn without_one(evidence: &[Evidence], limit: u32) -> Vec<Otherwise> {
    let sum: u32 = evidence.iter().map(|seen| u32::from(seen.points)).sum();
    let mut without = Vec::new();
    for seen in evidence {
        if sum - u32::from(seen.points) >= limit {
            continue;
        }
        if traits_of(seen.kind).class == SignalClass::Volume {
            without.push(Otherwise::WiderPolicy);
        }
        without.push(match traits_of(seen.kind).journey {
            Journey::StrangePlace => Otherwise::KnownPlace,
            Journey::No | Journey::Speed => Otherwise::Without(seen.clone()),
        });
    }
    without
}
