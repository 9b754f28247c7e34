//! The one order in which an attempt to sign in is judged, as a value: the gates follow it and `why` prints it.
//!
//! ```text
//! account's block ─▶ entry ─▶ pair's block ─▶ network's block ─▶ source's block ─▶ lane ─▶ room ─▶ allow
//!  (a person)         │        (a person)      (a person)          (a rule)
//!                     └ allowed: the three blocks of sources after it are not asked; the attempt is familiar
//!                       shared:  the rule's block is not asked; the attempt is unfamiliar
//! ```
//!
//! What a person said comes before what a rule found, what is about an account before what is about a network,
//! and an entry can never open an account that a person closed. The first four steps need what people said and
//! are judged here; the last three need counters and are judged by [`crate::sign_in::decide`], which is told of
//! the entry by the attempt's [`SourceStanding`].

use std::sync::Arc;

use crate::account::codes;
use crate::policy::SignInPolicy;
use crate::restriction::Restriction;
use crate::sign_in::{Lane, SignInRefusal, SignInVerdict};
use crate::source_entry::{EntryKind, SourceEntry};

/// One question of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DecisionStep {
    /// Did a person block the account?
    AccountBlock,
    /// Did a person allow this source, or mark it as shared?
    Entry,
    /// Did a person block this account from this network?
    PairBlock,
    /// Did a person block the network?
    NetworkBlock,
    /// Did the rule that scores sources block it?
    SourceBlock,
    /// Is the lane locked or closed?
    Lane,
    /// Is there room for one more attempt at the same time?
    Room,
}

codes!(DecisionStep {
    DecisionStep::AccountBlock => "account_block",
    DecisionStep::Entry => "entry",
    DecisionStep::PairBlock => "pair_block",
    DecisionStep::NetworkBlock => "network_block",
    DecisionStep::SourceBlock => "source_block",
    DecisionStep::Lane => "lane",
    DecisionStep::Room => "room",
});

impl DecisionStep {
    /// The steps that need nothing but what people said.
    const LISTED: [DecisionStep; 4] = [
        DecisionStep::AccountBlock,
        DecisionStep::Entry,
        DecisionStep::PairBlock,
        DecisionStep::NetworkBlock,
    ];
}

/// What decides whether a pair is familiar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FamiliarityBy {
    /// What the account has learned.
    #[default]
    Learning,
    /// An entry: it is.
    Allowed,
    /// An entry: it never is.
    Shared,
}

/// What people said of an attempt's source, for those who count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceStanding {
    /// What decides whether the pair is familiar.
    pub familiarity: FamiliarityBy,
    /// A block of the source does not refuse this attempt.
    pub is_exempt: bool,
    /// Guesses are charged to the source.
    pub is_scored: bool,
    /// A success may make the place familiar.
    pub is_learned: bool,
}

impl Default for SourceStanding {
    /// Nobody said anything.
    fn default() -> Self {
        Self { familiarity: FamiliarityBy::Learning, is_exempt: false, is_scored: true, is_learned: true }
    }
}

/// What people said that touches one attempt. Everything in here is in force at the moment of the question.
#[derive(Clone, Debug, Default)]
pub struct ListFacts {
    /// A person's block of the account.
    pub account_block: Option<Arc<Restriction>>,
    /// The entry for the account at the network; the smallest network counts.
    pub pair_entry: Option<Arc<SourceEntry>>,
    /// The entry for the network; the smallest network counts.
    pub network_entry: Option<Arc<SourceEntry>>,
    /// The entry for the account.
    pub account_entry: Option<Arc<SourceEntry>>,
    /// A person's block of the account at the network.
    pub pair_block: Option<Arc<Restriction>>,
    /// A person's block of the network.
    pub network_block: Option<Arc<Restriction>>,
}

/// The answer of the first four steps: no, or how the source stands for the rest.
pub fn judge(facts: &ListFacts) -> Result<SourceStanding, SignInRefusal> {
    for step in DecisionStep::LISTED {
        if let Some(refusal) = facts.refusal(step) {
            return Err(refusal);
        }
    }
    Ok(facts.standing())
}

impl ListFacts {
    /// The entry that says most about this attempt: of the pair, else of the network, else of the account.
    pub fn entry(&self) -> Option<&Arc<SourceEntry>> {
        self.pair_entry.as_ref().or(self.network_entry.as_ref()).or(self.account_entry.as_ref())
    }

    /// How the source stands because of the entries.
    pub fn standing(&self) -> SourceStanding {
        let network = self.network_entry.as_ref().map(|entry| entry.kind);
        let familiarity = match (&self.pair_entry, network) {
            (Some(_), _) | (None, Some(EntryKind::Allowed)) => FamiliarityBy::Allowed,
            (None, Some(EntryKind::Shared)) => FamiliarityBy::Shared,
            // A pin is of an account, and says nothing of how its source is treated.
            (None, None | Some(EntryKind::Pinned)) => FamiliarityBy::Learning,
        };
        SourceStanding {
            familiarity,
            is_exempt: self.is_allowed() || network.is_some(),
            is_scored: network.is_none(),
            // A shared place is never learned, whoever vouches for it.
            is_learned: network != Some(EntryKind::Shared),
        }
    }

    /// Whether an allow entry covers the attempt, so that no person's block of its source refuses it.
    fn is_allowed(&self) -> bool {
        self.pair_entry.is_some()
            || self.account_entry.is_some()
            || self.network_entry.as_ref().is_some_and(|entry| entry.kind == EntryKind::Allowed)
    }

    /// What one of the first four steps refuses; `None` when it lets the attempt go on, or is not its to judge.
    fn refusal(&self, step: DecisionStep) -> Option<SignInRefusal> {
        let by_hand = |block: &Option<Arc<Restriction>>| match block {
            Some(block) if !self.is_allowed() => Some(block.until),
            Some(_) | None => None,
        };
        match step {
            DecisionStep::AccountBlock => self.account_block.as_ref().map(|_| SignInRefusal::Blocked),
            DecisionStep::PairBlock => {
                by_hand(&self.pair_block).map(|until| SignInRefusal::PairBlocked { until })
            }
            DecisionStep::NetworkBlock => {
                by_hand(&self.network_block).map(|until| SignInRefusal::NetworkBlocked { until })
            }
            DecisionStep::Entry | DecisionStep::SourceBlock | DecisionStep::Lane | DecisionStep::Room => None,
        }
    }
}

/// What the counters would say, without debiting anything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foreseen {
    /// The lane of this pair.
    pub lane: Lane,
    /// The rule's block of the source, whether or not it refuses this attempt, or is only observed.
    pub source_block: Option<SignInRefusal>,
    /// What the lane refuses.
    pub lane_refusal: Option<SignInRefusal>,
    /// Whether one more attempt may be verified now.
    pub has_room: bool,
}

/// What one step says about an attempt.
#[derive(Clone, Debug, PartialEq)]
pub enum StepOutcome {
    /// Nothing is there.
    Nothing,
    /// It refuses, and the order ends here.
    Refuses(SignInRefusal),
    /// It would refuse, but its rule only reports: the order goes on.
    Observed(SignInRefusal),
    /// An entry is there and counts.
    Found(Arc<SourceEntry>),
    /// There is a block, and it does not refuse this attempt: an entry covers it, or the source is familiar.
    Spared(SignInRefusal),
    /// The lane is open, or there is room.
    Open(Lane),
    /// An earlier step refused.
    NotReached,
}

/// The whole order for one attempt, each step with what it says. The policy tells which rules only report.
pub fn explain(
    facts: &ListFacts,
    foreseen: &Foreseen,
    policy: &SignInPolicy,
) -> Vec<(DecisionStep, StepOutcome)> {
    let mut is_refused = false;
    DecisionStep::ALL
        .iter()
        .map(|&step| {
            let outcome = match outcome_of(step, facts, foreseen) {
                _ if is_refused => StepOutcome::NotReached,
                StepOutcome::Refuses(refusal) if refusal.is_only_observed(policy) => {
                    StepOutcome::Observed(refusal)
                }
                outcome => outcome,
            };
            is_refused |= matches!(outcome, StepOutcome::Refuses(_));
            (step, outcome)
        })
        .collect()
}

fn outcome_of(step: DecisionStep, facts: &ListFacts, foreseen: &Foreseen) -> StepOutcome {
    if let Some(refusal) = facts.refusal(step) {
        return StepOutcome::Refuses(refusal);
    }
    let spared = |block: &Option<Arc<Restriction>>, refusal: fn(_) -> SignInRefusal| match block {
        Some(block) => StepOutcome::Spared(refusal(block.until)),
        None => StepOutcome::Nothing,
    };
    match step {
        DecisionStep::AccountBlock => StepOutcome::Nothing,
        DecisionStep::Entry => {
            facts.entry().map_or(StepOutcome::Nothing, |entry| StepOutcome::Found(entry.clone()))
        }
        DecisionStep::PairBlock => spared(&facts.pair_block, |until| SignInRefusal::PairBlocked { until }),
        DecisionStep::NetworkBlock => {
            spared(&facts.network_block, |until| SignInRefusal::NetworkBlocked { until })
        }
        DecisionStep::SourceBlock => match foreseen.source_block {
            None => StepOutcome::Nothing,
            Some(refusal) if facts.standing().is_exempt || foreseen.lane == Lane::Familiar => {
                StepOutcome::Spared(refusal)
            }
            Some(refusal) => StepOutcome::Refuses(refusal),
        },
        DecisionStep::Lane => {
            foreseen.lane_refusal.map_or(StepOutcome::Open(foreseen.lane), StepOutcome::Refuses)
        }
        DecisionStep::Room if foreseen.has_room => StepOutcome::Open(foreseen.lane),
        DecisionStep::Room => StepOutcome::Refuses(SignInRefusal::TooManyAtOnce { lane: foreseen.lane }),
    }
}

/// The verdict that an explained order comes to; a full lane waits before it refuses.
pub fn verdict_of(explained: &[(DecisionStep, StepOutcome)], lane: Lane) -> SignInVerdict {
    let mut observed = None;
    explained
        .iter()
        .find_map(|(_, outcome)| match outcome {
            StepOutcome::Refuses(SignInRefusal::TooManyAtOnce { lane }) => {
                Some(SignInVerdict::Wait { lane: *lane })
            }
            StepOutcome::Refuses(refusal) => Some(SignInVerdict::Refuse(*refusal)),
            StepOutcome::Observed(refusal) => {
                observed = observed.or(Some(*refusal));
                None
            }
            StepOutcome::Nothing
            | StepOutcome::Found(_)
            | StepOutcome::Spared(_)
            | StepOutcome::Open(_)
            | StepOutcome::NotReached => None,
        })
        .unwrap_or(SignInVerdict::Allow { lane, delay_s: 0, observed })
}

#[cfg(test)]
mod tests;
