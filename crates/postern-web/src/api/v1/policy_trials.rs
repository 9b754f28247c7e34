//! Looking before a change of policies: whom it would touch, and what it would have done in the last 30 days by what is
//! kept of each account. Nothing is changed.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_engine::commands::{PolicyTouch, ScopedPolicyCommand};
use postern_engine::policy_trial::{PolicyTrial, TrialCounts, TrialReach, TriedAccount};
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::ApiError;
use super::policies::preset_named;
use super::restrictions::ReasonView;
use super::scoped_policies::{PutBody, policy_of};
use super::time::When;

/// What to try on the last 30 days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TryBody {
    /// A preset over the policy in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// Values over it, by name.
    #[serde(default)]
    pub values: BTreeMap<String, u64>,
}

/// What policies of sending would have done, beside those in force. Both are computed in the same way, from the sums of each
/// account in slots of ten minutes; from where somebody had signed in and other evidence is not in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PolicyTrialView {
    /// The first moment of which anything is kept, at most 30 days ago; absent: nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<When>,
    /// When it was computed.
    pub at: When,
    /// Accounts that were looked at.
    pub accounts: usize,
    /// Every account was. Otherwise they are a sample drawn at random.
    pub is_whole: bool,
    /// With the policies in force.
    pub now: TrialCountsView,
    /// With the other ones.
    pub then: TrialCountsView,
    /// Accounts that the other ones would have restricted, at most 20: those that the policies in force would not have
    /// restricted first, then the latest first.
    pub restricted: Vec<TriedAccountView>,
}

/// How many accounts policies would have acted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TrialCountsView {
    /// Slowed, and not restricted.
    pub slowed: usize,
    /// Restricted.
    pub restricted: usize,
    /// Of these, the ones that only were if what was refused at the time would have gone to new recipients.
    pub perhaps: usize,
}

/// An account that policies would have restricted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TriedAccountView {
    /// Its id.
    pub account: String,
    /// Its address; absent: it was deleted meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When first, to ten minutes.
    pub at: When,
    /// By which limit.
    pub reason: ReasonView,
    /// Only if what was refused at the time would have gone to new recipients.
    pub is_perhaps: bool,
    /// The policies in force would have restricted it too.
    pub is_restricted_now: bool,
}

/// Whom a change of a policy for some accounts would touch, and what it would have done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PolicyPreviewView {
    /// So many accounts have the policy now.
    pub now: usize,
    /// So many would have it.
    pub then: usize,
    /// So many of these do not have it now.
    pub joining: usize,
    /// So many that have it now would have another one.
    pub leaving: usize,
    /// Addresses of the first of those that would have it; where nobody would, of those that have it now.
    pub named: Vec<String>,
    /// What it would have done.
    pub past: PolicyTrialView,
}

/// `POST /policies/try`
pub async fn try_site(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<TryBody>,
) -> Result<Answer<PolicyTrialView>, ApiError> {
    asking.may_read(CommandKind::ChangePolicy)?;
    let preset = body.preset.as_deref().map(preset_named).transpose()?;
    let of_preset = preset.into_iter().flat_map(|preset| preset.values().collect::<Vec<_>>());
    let mut values: Vec<_> = of_preset.map(|(name, value)| (name.to_owned(), value.to_string())).collect();
    values.extend(body.values.into_iter().map(|(name, value)| (name, value.to_string())));
    let trial = engine.try_site_policies(&values, TrialReach::Whole).await?;
    Ok(Answer(trial.into()))
}

/// `POST /policies/scoped/{name}/preview`
pub async fn preview_put(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(name): Path<String>,
    Given(body): Given<PutBody>,
) -> Result<Answer<PolicyPreviewView>, ApiError> {
    asking.may_read(CommandKind::ChangePolicy)?;
    let policy = policy_of(&engine, name, &body).await?;
    preview(&engine, &ScopedPolicyCommand::Put(Box::new(policy))).await
}

/// `POST /policies/scoped/{name}/preview-removal`
pub async fn preview_removal(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(name): Path<String>,
) -> Result<Answer<PolicyPreviewView>, ApiError> {
    asking.may_read(CommandKind::ChangePolicy)?;
    preview(&engine, &ScopedPolicyCommand::Remove { name }).await
}

async fn preview(
    engine: &EngineState,
    command: &ScopedPolicyCommand,
) -> Result<Answer<PolicyPreviewView>, ApiError> {
    let PolicyTouch { now, then, joining, leaving, named } = engine.foresee_scoped(command).await?;
    let past = engine.try_scoped_policy(command, TrialReach::Whole).await?.into();
    let named = named.iter().map(ToString::to_string).collect();
    Ok(Answer(PolicyPreviewView { now, then, joining, leaving, named, past }))
}

impl From<PolicyTrial> for PolicyTrialView {
    fn from(trial: PolicyTrial) -> Self {
        Self {
            since: trial.since.map(When::from),
            at: trial.at.into(),
            accounts: trial.accounts,
            is_whole: trial.is_whole,
            now: trial.now.into(),
            then: trial.then.into(),
            restricted: trial.named.iter().map(TriedAccountView::from).collect(),
        }
    }
}

impl From<TrialCounts> for TrialCountsView {
    fn from(TrialCounts { slowed, restricted, perhaps }: TrialCounts) -> Self {
        Self { slowed, restricted, perhaps }
    }
}

impl From<&TriedAccount> for TriedAccountView {
    fn from(tried: &TriedAccount) -> Self {
        Self {
            account: tried.account.to_string(),
            address: tried.address.as_ref().map(ToString::to_string),
            at: tried.at.into(),
            reason: (&tried.reason).into(),
            is_perhaps: tried.is_perhaps,
            is_restricted_now: tried.is_restricted_now,
        }
    }
}
