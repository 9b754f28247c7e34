//! Policies: the numbers of the rules, each with its bounds and default.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::policy::presets::Preset;
use postern_core::policy::{Policies, PolicyError};
use postern_engine::commands::AsSeen;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::{ApiError, ErrorCode};
use super::tagged::{IfMatch, Tagged, kept_part};

/// Every value of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PolicyList {
    /// In the order of a policy file.
    pub values: Vec<PolicyView>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PolicyView {
    /// As in `outbound.novel_hour_max`.
    pub name: String,
    /// Now.
    pub value: u64,
    /// What a new site gets.
    pub default: u64,
    /// Smallest allowed.
    pub min: u64,
    /// Largest allowed.
    pub max: u64,
}

/// New values; all of them or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetBody {
    /// By name. Names that are absent keep their value.
    pub values: BTreeMap<String, u64>,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

impl From<&Policies> for PolicyList {
    fn from(policies: &Policies) -> Self {
        let view = |((name, value), about): ((&str, u64), &postern_core::policy::PolicyValue)| PolicyView {
            name: name.to_owned(),
            value,
            default: about.default,
            min: about.min,
            max: about.max,
        };
        Self { values: policies.values().into_iter().zip(Policies::descriptions()).map(view).collect() }
    }
}

/// `GET /policies`
pub async fn show(State(engine): State<EngineState>, asking: Asking) -> Result<Tagged<PolicyList>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    Ok(Tagged::new((&*engine.policies()).into()))
}

/// `PATCH /policies`
pub async fn set(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Given(body): Given<SetBody>,
) -> Result<Answer<PolicyList>, ApiError> {
    let values = body.values.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    let asker = asking.because(body.reason);
    let policies = engine.set_policies_if(values, asker, as_seen(if_match)).await?;
    Ok(Answer((&policies).into()))
}

/// Whether the policies are as a tag of `GET /policies` says.
fn as_seen(if_match: IfMatch) -> Option<AsSeen<Policies>> {
    if_match.states().map(|states| -> AsSeen<Policies> {
        Box::new(move |policies| states.contains(&kept_part(&PolicyList::from(policies))))
    })
}

/// Every preset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PresetList {
    /// From the loosest to the strictest.
    pub presets: Vec<PresetView>,
}

/// A named set of values, and where the policy in force differs from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PresetView {
    /// `microsoft`, `standard` or `strict`.
    pub name: String,
    /// Its values, by name.
    pub values: BTreeMap<String, u64>,
    /// What it would change now.
    pub differences: Vec<DifferenceView>,
}

/// A value that a preset would change (or has changed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DifferenceView {
    /// As in `sign_in.first_lock_s`.
    pub name: String,
    /// Before.
    pub from: u64,
    /// After.
    pub to: u64,
}

/// Why a preset is applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplyBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

fn preset_view(preset: Preset, policies: &Policies) -> PresetView {
    let now = policies.values();
    let difference = |(name, to): (&str, u64)| {
        let from = now.iter().find(|(known, _)| *known == name)?.1;
        (from != to).then(|| DifferenceView { name: name.to_owned(), from, to })
    };
    PresetView {
        name: preset.code().to_owned(),
        values: preset.values().map(|(name, value)| (name.to_owned(), value)).collect(),
        differences: preset.values().filter_map(difference).collect(),
    }
}

pub(super) fn preset_named(name: &str) -> Result<Preset, ApiError> {
    Preset::from_code(name).ok_or_else(|| {
        let known: Vec<_> = Preset::ALL.iter().map(|preset| preset.code()).collect();
        ApiError::new(ErrorCode::NoSuchPreset).with("known", known.join(", "))
    })
}

/// `GET /policies/presets`
pub async fn presets(
    State(engine): State<EngineState>,
    asking: Asking,
) -> Result<Answer<PresetList>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let policies = engine.policies();
    let presets = Preset::ALL.iter().map(|&preset| preset_view(preset, &policies)).collect();
    Ok(Answer(PresetList { presets }))
}

/// `GET /policies/presets/{name}`: also what applying it would change.
pub async fn preset(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(name): Path<String>,
) -> Result<Tagged<PresetView>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    Ok(Tagged::new(preset_view(preset_named(&name)?, &engine.policies())))
}

/// `POST /policies/presets/{name}`: all of its values or none; the answer says what was changed.
pub async fn apply_preset(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(name): Path<String>,
    Given(body): Given<ApplyBody>,
) -> Result<Answer<PresetView>, ApiError> {
    let preset = preset_named(&name)?;
    let applied = preset_view(preset, &engine.policies());
    let values = preset.values().map(|(name, value)| (name.to_owned(), value.to_string())).collect();
    engine.set_policies_if(values, asking.because(body.reason), as_seen(if_match)).await?;
    Ok(Answer(applied))
}

impl From<PolicyError> for ApiError {
    fn from(error: PolicyError) -> Self {
        let answer = ApiError::new(ErrorCode::Policy).with("cause", error.to_string());
        let at = |name: &str| answer.clone().at(format!("/values/{name}"));
        match &error {
            PolicyError::Contradiction { lower, upper, conflict } => at(lower)
                .at(format!("/values/{upper}"))
                .with("lower", (*lower).to_owned())
                .with("upper", (*upper).to_owned())
                .with("conflict", conflict.code().to_owned()),
            PolicyError::UnknownName { name }
            | PolicyError::NotANumber { name, .. }
            | PolicyError::OutOfBounds { name, .. } => at(name),
        }
    }
}
