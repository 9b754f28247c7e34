//! Policies: the numbers of the rules, each with its bounds and default.

use std::collections::BTreeMap;

use axum::extract::State;
use postern_core::command::CommandKind;
use postern_core::policy::Policies;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::ApiError;

/// Every value of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyList {
    /// In the order of a policy file.
    pub values: Vec<PolicyView>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub async fn show(State(engine): State<EngineState>, asking: Asking) -> Result<Answer<PolicyList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    Ok(Answer((&*engine.policies()).into()))
}

/// `PATCH /policies`
pub async fn set(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<SetBody>,
) -> Result<Answer<PolicyList>, ApiError> {
    let values = body.values.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    let policies = engine.set_policies(values, asking.because(body.reason)).await?;
    Ok(Answer((&policies).into()))
}
