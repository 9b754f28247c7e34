//! Policies of sending for some accounts: listed, put, removed, and which of them an account has.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use postern_core::account::AccountKind;
use postern_core::command::{Asker, CommandKind};
use postern_core::name::AccountName;
use postern_core::policy::scoped::{Conditions, Scope, ScopedPolicies, ScopedPolicy, ScopedPolicyError};
use postern_engine::commands::{AsSeen, ScopedPolicyCommand, SetPolicyError};
use postern_engine::engine::Engine;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::{ReasonQuery, account_id, kind};
use super::asker::Asking;
use super::body::{Answer, Given, Query};
use super::error::{ApiError, ErrorCode};
use super::tagged::{IfMatch, Tagged, kept_part};
use super::time::{self, When};

/// Whom a condition names.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionsView {
    /// Addresses; any name of an account names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<String>,
    /// Groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// Domains, with those below.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// `person`, `shared_mailbox` or `application`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
}

/// A policy for some accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ScopedPolicyView {
    /// Its name.
    pub name: String,
    /// The lowest is tried first.
    pub priority: u32,
    /// Whoever fits each sort that is given,
    pub conditions: ConditionsView,
    /// and none of these.
    pub exceptions: ConditionsView,
    /// What it sets, by name.
    pub values: BTreeMap<String, u64>,
    /// How many accounts have it now.
    pub accounts: usize,
    /// When it ends by itself; absent: when somebody removes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
}

/// The policies for some accounts, in the order in which they are tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ScopedPolicyList {
    /// At most [`postern_core::policy::scoped::SCOPED_MAX`]. Whoever is in none has the site's own.
    pub policies: Vec<ScopedPolicyView>,
}

/// A policy for some accounts, new or in place of the one of that name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutBody {
    /// The lowest is tried first.
    pub priority: u32,
    /// Whoever fits each sort that is given,
    #[serde(default)]
    pub conditions: ConditionsView,
    /// and none of these.
    #[serde(default)]
    pub exceptions: ConditionsView,
    /// What it sets; `novel_hour_max` is `outbound.novel_hour_max`.
    pub values: BTreeMap<String, u64>,
    /// RFC 3339: when it ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

/// Which policy of sending an account has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ExplainedPolicyView {
    /// Its name; absent for the site's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// Each policy that was tried before it was found, and whether it is for this account.
    pub tried: Vec<TriedPolicyView>,
    /// Every value of sending in force for it.
    pub values: Vec<ValueInForceView>,
}

/// A policy that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TriedPolicyView {
    /// Its name.
    pub name: String,
    /// Its priority.
    pub priority: u32,
    /// Whether it is for this account. The first that is counts.
    pub is_for_account: bool,
}

/// A value in force for one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ValueInForceView {
    /// As in `outbound.novel_hour_max`.
    pub name: String,
    /// For this account.
    pub value: u64,
    /// In the site's own policy.
    pub site: u64,
}

/// `GET /policies/scoped`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
) -> Result<Tagged<ScopedPolicyList>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let policies = engine.scoped_policies();
    Ok(Tagged::kept(&kept(&policies), view(&engine, &policies).await?))
}

/// `PUT /policies/scoped/{name}`
pub async fn put(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(name): Path<String>,
    Given(body): Given<PutBody>,
) -> Result<Answer<ScopedPolicyList>, ApiError> {
    let policy = policy_of(&engine, name, &body).await?;
    change(&engine, ScopedPolicyCommand::Put(Box::new(policy)), asking.because(body.reason), if_match).await
}

/// The policy that a body says.
pub(super) async fn policy_of(
    engine: &Engine,
    name: String,
    body: &PutBody,
) -> Result<ScopedPolicy, ApiError> {
    let value = |(name, value): (&String, &u64)| ScopedPolicy::value_name(name).map(|name| (name, *value));
    let values = body.values.iter().map(value).collect::<Result<_, _>>().map_err(ApiError::from)?;
    let scope = Scope {
        conditions: read(engine, &body.conditions).await?,
        exceptions: read(engine, &body.exceptions).await?,
    };
    let until = match body.until.as_deref() {
        None => None,
        Some(until) => Some(time::parse(until).ok_or_else(|| {
            ApiError::bad_request("until is a time as in 2026-11-24T18:00:00+01:00").at("/until")
        })?),
    };
    Ok(ScopedPolicy { name, priority: body.priority, scope, values, until })
}

/// `DELETE /policies/scoped/{name}`
pub async fn remove(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(name): Path<String>,
    Query(query): Query<ReasonQuery>,
) -> Result<Answer<ScopedPolicyList>, ApiError> {
    change(&engine, ScopedPolicyCommand::Remove { name }, asking.because(query.reason), if_match).await
}

async fn change(
    engine: &EngineState,
    command: ScopedPolicyCommand,
    asker: Asker,
    if_match: IfMatch,
) -> Result<Answer<ScopedPolicyList>, ApiError> {
    let as_seen = if_match.states().map(|states| -> AsSeen<ScopedPolicies> {
        Box::new(move |policies| states.contains(&kept_part(&kept(policies))))
    });
    let after = engine.change_scoped_policies_if(command, asker, as_seen).await?;
    view(engine, &after).await.map(Answer)
}

/// What of the policies can be changed, for their tag: how many accounts each has follows from it and from the accounts.
fn kept(policies: &ScopedPolicies) -> String {
    format!("{:?}", policies.in_order())
}

/// `GET /accounts/{id}/policy`
pub async fn explain(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<ExplainedPolicyView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = engine.store().account(account_id(&id)?).await?;
    let account = account.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    let (policy, in_force) = engine.policy_of(account.id);
    let mut tried = Vec::new();
    for scoped in engine.scoped_policies().in_order() {
        let is_for_account = scoped.scope.holds((&account).into());
        tried.push(TriedPolicyView { name: scoped.name.clone(), priority: scoped.priority, is_for_account });
        if is_for_account {
            break;
        }
    }
    let site = engine.policies().outbound.values();
    let value = |((name, value), (_, site)): ((&str, u64), (&str, u64))| ValueInForceView {
        name: name.to_owned(),
        value,
        site,
    };
    let values = in_force.values().into_iter().zip(site).map(value).collect();
    Ok(Answer(ExplainedPolicyView { policy, tried, values }))
}

async fn view(engine: &Engine, policies: &ScopedPolicies) -> Result<ScopedPolicyList, ApiError> {
    let counts = engine.accounts_by_policy();
    let mut views = Vec::new();
    for (at, policy) in policies.in_order().iter().enumerate() {
        views.push(ScopedPolicyView {
            name: policy.name.clone(),
            priority: policy.priority,
            conditions: show(engine, &policy.scope.conditions).await?,
            exceptions: show(engine, &policy.scope.exceptions).await?,
            values: policy.values.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect(),
            accounts: counts.get(at).copied().unwrap_or(0),
            until: policy.until.map(When::from),
        });
    }
    Ok(ScopedPolicyList { policies: views })
}

/// Deleted accounts are left out: nobody is meant by them any more.
async fn show(engine: &Engine, side: &Conditions) -> Result<ConditionsView, ApiError> {
    let mut users = Vec::new();
    for &account in &side.accounts {
        users.extend(engine.store().account(account).await?.map(|account| account.primary.to_string()));
    }
    Ok(ConditionsView {
        users,
        groups: side.groups.clone(),
        domains: side.domains.clone(),
        kinds: side.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
    })
}

async fn read(engine: &Engine, side: &ConditionsView) -> Result<Conditions, ApiError> {
    let mut accounts = Vec::new();
    for user in &side.users {
        let missing = || ApiError::new(ErrorCode::NoSuchAccount).with("name", user);
        let name = AccountName::parse(user, engine.names()).map_err(|_| missing())?;
        accounts.push(engine.store().account_by_name(&name).await?.ok_or_else(missing)?.id);
    }
    Ok(Conditions {
        accounts,
        groups: side.groups.clone(),
        domains: side.domains.iter().map(|domain| read_domain(engine, domain)).collect::<Result<_, _>>()?,
        kinds: side.kinds.iter().map(|code| kind(code)).collect::<Result<Vec<AccountKind>, _>>()?,
    })
}

/// A domain in the form that names have: lower case, and ASCII also when it was written with umlauts.
fn read_domain(engine: &Engine, given: &str) -> Result<String, ApiError> {
    let domain = given.trim().trim_start_matches('@');
    let name = AccountName::parse(&format!("a@{domain}"), engine.names()).ok();
    let canonical = name.as_ref().and_then(AccountName::domain).map(ToOwned::to_owned);
    canonical.ok_or_else(|| ScopedPolicyError::Condition { given: given.to_owned() }.into())
}

impl From<ScopedPolicyError> for ApiError {
    fn from(error: ScopedPolicyError) -> Self {
        SetPolicyError::Scoped(error).into()
    }
}
