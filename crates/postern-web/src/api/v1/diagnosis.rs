//! What is behind a complaint about an account: the answer of the one diagnosis that pages and the command line give too. Sentences
//! are in the language that the request asks for; codes are stable.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use postern_core::command::CommandKind;
use postern_core::diagnosis::{Cause, Check, NextStep, Outcome, Symptom, Unseen};
use postern_core::restriction::Actor;
use postern_engine::Engine;
use postern_engine::queries::Diagnosed;
use postern_text::Words;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::{AccountView, account_id};
use super::asker::Asking;
use super::body::{Answer, Query};
use super::error::{ApiError, ErrorCode};
use super::time::When;
use crate::pages::language;

/// What is complained of.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DiagnosisQuery {
    /// `anything` (also without it), `cannot_sign_in`, `cannot_send`, `cannot_receive`, `mail_bounces`, `password_not_accepted`,
    /// `keeps_being_locked`, `forwarding_unknown`, `rules_unknown` or `no_reset_mail`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom: Option<String>,
}

/// What is behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DiagnosisView {
    /// Who.
    pub account: AccountView,
    /// When this was true.
    pub at: When,
    /// What is complained of.
    pub symptom: String,
    /// The weightiest cause, or that there is none, as one says it.
    pub sentence: String,
    /// Every cause, the weightiest first.
    pub causes: Vec<CauseView>,
    /// What was looked at, what matters most for the complaint first.
    pub checks: Vec<CheckView>,
}

/// A cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CauseView {
    /// Of a restriction its kind, else as in `hiding_rule`.
    pub cause: String,
    /// As one says it.
    pub sentence: String,
    /// What to do: `unblock`, `unlock`, `allow`, `reset_password`, `look_at_rules`, …
    pub next: String,
    /// The network that is to be released, where that is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// The protocol that is to be switched on, where that is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    /// The restriction, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<String>,
}

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CheckView {
    /// What: `sign_in_door`, `queue`, …
    pub check: String,
    /// `cause`, `fine`, or `unknown`: it could not be looked at.
    pub outcome: String,
    /// What, as one says it.
    pub sentence: String,
    /// Why it could not be looked at: `not_connected`, `late` or `failed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen: Option<String>,
}

impl CauseView {
    /// What to do; `None` for a step that a newer server knows.
    pub fn step(&self) -> Option<NextStep> {
        let network = self.network.as_deref().and_then(|network| network.parse().ok());
        let protocol = self.protocol.as_deref().and_then(postern_core::protocol::Protocol::from_code);
        NextStep::from_parts(&self.next, network, protocol)
    }
}

/// Reads what is complained of.
///
/// # Errors
/// It is none that there is.
pub fn symptom_asked(query: &DiagnosisQuery) -> Result<Option<Symptom>, ApiError> {
    let Some(code) = query.symptom.as_deref() else { return Ok(None) };
    Symptom::from_code(code).map(Some).ok_or_else(|| {
        let known: Vec<&str> = Symptom::ALL.iter().map(|symptom| symptom.code()).collect();
        let message = format!("there is no symptom {code:?}; there are {}", known.join(", "));
        ApiError::bad_request(message).in_query("symptom")
    })
}

/// The diagnosis in words.
pub async fn view_of(engine: &Engine, diagnosed: &Diagnosed, words: &Words) -> DiagnosisView {
    let zone = &engine.site().time_zone;
    let (account, diagnosis) = (&diagnosed.why.account, &diagnosed.diagnosis);
    let mut causes = Vec::new();
    for cause in diagnosis.causes() {
        let name = actor_of(engine, cause).await;
        causes.push(cause_view(cause, words.cause(cause, &account.primary, name.as_deref(), zone)));
    }
    let sentence = match causes.first() {
        Some(cause) => cause.sentence.clone(),
        None => words.first_sentence(diagnosis, &account.primary, None, zone),
    };
    DiagnosisView {
        account: account.into(),
        at: diagnosed.why.at.into(),
        symptom: diagnosis.symptom.code().to_owned(),
        sentence,
        causes,
        checks: diagnosis.checks.iter().map(|check| check_view(check, words)).collect(),
    }
}

/// The address of who did it, where a person did.
async fn actor_of(engine: &Engine, cause: &Cause) -> Option<String> {
    let Some(Actor::Person(id)) = cause.actor() else { return None };
    let account = engine.store().account(*id).await.ok().flatten()?;
    Some(account.primary.to_string())
}

fn cause_view(cause: &Cause, sentence: String) -> CauseView {
    let next = cause.next();
    let (network, protocol) = match next {
        NextStep::ReleaseSource(network) | NextStep::ReleaseSourceForAccount(network) => {
            (Some(network.to_string()), None)
        }
        NextStep::SwitchProtocolOn(protocol) => (None, Some(protocol.code().to_owned())),
        NextStep::Unblock
        | NextStep::Unlock
        | NextStep::Admit
        | NextStep::Allow
        | NextStep::ResetPassword
        | NextStep::LookAtSignIns
        | NextStep::ApproveMailing
        | NextStep::LookAtQueue
        | NextStep::LookAtSending
        | NextStep::LookAtRules
        | NextStep::RegisterAddress
        | NextStep::CheckConnections
        | NextStep::LookAtPolicies
        | NextStep::AskKeeperOfPassword
        | NextStep::MendSystem
        | NextStep::OpenIncident => (None, None),
    };
    let restriction = match cause {
        Cause::Restricted(row)
        | Cause::LockedByDevice { lock: row, .. }
        | Cause::LockedByStrangers { lock: row, .. } => Some(row.id.to_string()),
        Cause::Failing(_)
        | Cause::PlaceBlocked(_)
        | Cause::PasswordElsewhere
        | Cause::MailingNotPlanned { .. }
        | Cause::MailHeld { .. }
        | Cause::MailWaits { .. }
        | Cause::NoSuchAddress { .. }
        | Cause::TakenForSpam { .. }
        | Cause::RefusedElsewhere { .. }
        | Cause::SentOn(_)
        | Cause::HidingRule { .. }
        | Cause::NoAddress
        | Cause::AddressUnconfirmed
        | Cause::AddressDoesNotCount
        | Cause::NoPublicPage
        | Cause::ExportLate(_)
        | Cause::GateSilent(_)
        | Cause::CannotSave { .. }
        | Cause::ClockJumped { .. }
        | Cause::PolicyChanged(_) => None,
    };
    let (cause, next) = (cause.code().to_owned(), next.code().to_owned());
    CauseView { cause, sentence, next, network, protocol, restriction }
}

fn check_view(check: &Check, words: &Words) -> CheckView {
    let (outcome, unseen) = match &check.outcome {
        Outcome::Causes(_) => ("cause", None),
        Outcome::Fine => ("fine", None),
        Outcome::Unknown(Unseen::NotConnected) => ("unknown", Some("not_connected")),
        Outcome::Unknown(Unseen::Late) => ("unknown", Some("late")),
        Outcome::Unknown(Unseen::Failed(_)) => ("unknown", Some("failed")),
    };
    let (label, told) = (words.check(check.kind), words.check_outcome(&check.outcome));
    CheckView {
        check: check.kind.code().to_owned(),
        outcome: outcome.to_owned(),
        sentence: if told.is_empty() { label } else { format!("{label}: {told}") },
        unseen: unseen.map(str::to_owned),
    }
}

/// `GET /accounts/{id}/diagnosis`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(query): Query<DiagnosisQuery>,
) -> Result<Answer<DiagnosisView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let symptom = symptom_asked(&query)?.unwrap_or_default();
    let diagnosed = engine.diagnose(account_id(&id)?, symptom).await?;
    let diagnosed = diagnosed.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    let words = Words::in_language(language(None, &headers));
    Ok(Answer(view_of(&engine, &diagnosed, words).await))
}
