//! The suspicion score of an account: a number, what it does, and what it is made of.

use postern_core::compromise::{CompromiseStanding, Level, LiveSignal, Otherwise};
use postern_core::restriction::Restriction;
use serde::{Deserialize, Serialize};

use super::restrictions::EvidenceView;
use super::time::When;

/// A score at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SuspicionView {
    /// 0 to 100, rounded down.
    pub score: u8,
    /// `none`, `alert`, `slow`, `until_next_day` or `until_released`.
    pub level: String,
    /// `low`, `medium` or `high`; absent without a level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<String>,
    /// When the level ends if nothing more is seen; absent without a level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub falls: Option<When>,
    /// What it is made of, strongest first.
    pub signals: Vec<SignalView>,
}

/// One signal of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignalView {
    /// What was seen, with its points of then.
    pub evidence: EvidenceView,
    /// Its points now, rounded.
    pub points_now: u8,
}

impl From<&CompromiseStanding> for SuspicionView {
    fn from(standing: &CompromiseStanding) -> Self {
        Self {
            // `as` saturates.
            score: standing.score.floor() as u8,
            level: standing.level.code().to_owned(),
            risk: standing.level.risk().map(|risk| risk.code().to_owned()),
            falls: standing.falls.map(When::from),
            signals: standing
                .signals
                .iter()
                .map(SignalView::from)
                .filter(|view| view.points_now > 0)
                .collect(),
        }
    }
}

impl From<&LiveSignal> for SignalView {
    fn from(signal: &LiveSignal) -> Self {
        Self { evidence: (&signal.evidence).into(), points_now: signal.points.round() as u8 }
    }
}

impl SuspicionView {
    /// The level, for making a sentence; a newer server's counts as none.
    pub fn level(&self) -> Level {
        Level::from_code(&self.level).unwrap_or_default()
    }
}

/// What would have made the difference to a restriction, as codes: `wider_policy`, `known_place`,
/// `ends_by_itself`, or `without_` and the kind of an observation.
pub(super) fn otherwise_codes(restriction: &Restriction) -> Vec<String> {
    otherwise_of(restriction)
        .iter()
        .map(|otherwise| match otherwise {
            Otherwise::WiderPolicy => "wider_policy".to_owned(),
            Otherwise::KnownPlace => "known_place".to_owned(),
            Otherwise::EndsByItself => "ends_by_itself".to_owned(),
            Otherwise::Without(evidence) => format!("without_{}", evidence.kind.code()),
        })
        .collect()
}

/// What would have made the difference to a restriction.
pub fn otherwise_of(restriction: &Restriction) -> Vec<Otherwise> {
    let ends_by_itself = restriction.until.is_some();
    postern_core::compromise::otherwise(&restriction.reason, &restriction.evidence, ends_by_itself)
}
