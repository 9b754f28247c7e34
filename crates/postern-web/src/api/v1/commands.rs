//! What opens and closes the two doors, and the receipt that every change is answered with.

use axum::extract::{Path, State};
use postern_core::command::{Asker, Command};
use postern_core::event::Event;
use postern_core::protocol::Protocol;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Timestamp;
use postern_engine::Engine;
use postern_engine::commands::Done;
use postern_engine::ports::{Receipt, ReceiptOutcome};
use postern_engine::queries::RELEASES_TOLD_FROM;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::ApiError;
use super::restrictions::EndedView;
use super::time::{self, When};

/// Why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

/// Why, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
    /// RFC 3339; absent means until somebody opens it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// Why, and until when the account bears more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlockBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
    /// RFC 3339, at most 24 hours from now: until then it takes twice as many failures to lock it again, and there
    /// need be no lock. Absent: the locks end, and nothing else changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eased_until: Option<String>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DoneView {
    /// The account's id.
    pub account: String,
    /// When it was decided and durable.
    pub at: When,
    /// What happened, in order.
    pub events: Vec<EventView>,
    /// Where it is in force: the gates first, then what answered within the engine's patience.
    pub receipts: Vec<ReceiptView>,
    /// After an unblock, where it is the third or a further one within 30 days: all of them, newest first, this one
    /// included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<EndedView>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EventView {
    /// The word that the audit uses.
    pub code: String,
    /// The restriction that started or ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<String>,
    /// Its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// What a point answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReceiptView {
    /// `gates`, `dovecot_files`, `postfix_map`, `mail_queue`, `mail_sessions` or `admin_mail`.
    pub point: String,
    /// When it answered.
    pub at: When,
    /// From the decision to the answer, microseconds.
    pub latency_us: i64,
    /// Of the mail queue: with how many messages it was done. Of sessions: how many connections were ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<u32>,
    /// `done`, `failed` (tried again) or `given_up`.
    pub outcome: String,
    /// What it said, when it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// When it is tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_at: Option<When>,
}

impl DoneView {
    pub(super) fn new(account: &str, done: &Done) -> Self {
        Self {
            account: account.to_owned(),
            at: done.at.into(),
            events: done.events.iter().map(EventView::from).collect(),
            receipts: done.receipts.iter().map(ReceiptView::from).collect(),
            releases: Vec::new(),
        }
    }
}

impl From<&Event> for EventView {
    fn from(event: &Event) -> Self {
        let restriction: Option<(String, RestrictionKind)> = match event {
            Event::RestrictionStarted(started) => Some((started.id.to_string(), started.kind)),
            Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => {
                Some((ended.id.to_string(), ended.kind))
            }
            Event::AccountCreated(_)
            | Event::AccountRenamed { .. }
            | Event::ProfileChanged { .. }
            | Event::AliasAdded { .. }
            | Event::AliasRemoved { .. }
            | Event::AccountDeleted { .. }
            | Event::PasswordSet { .. }
            | Event::Recovered { .. }
            | Event::EntryAdded(_)
            | Event::EntryRemoved(_)
            | Event::EntryExpired(_)
            | Event::SignInEased { .. }
            | Event::EvidenceSeen { .. }
            | Event::AlertRaised { .. }
            | Event::MassGuardStarted(_)
            | Event::MassGuardEnded(_)
            | Event::SprayStarted(_)
            | Event::SprayEnded(_)
            | Event::PolicyChanged { .. }
            | Event::QueueChanged { .. }
            | Event::SessionsEnded { .. }
            | Event::ContactsLearned { .. }
            | Event::TokenAdded(_)
            | Event::TokenRevoked { .. }
            | Event::AdmissionOffered(_)
            | Event::AdmissionUsed { .. }
            | Event::DeviceRemembered(_)
            | Event::DeviceForgotten { .. }
            | Event::Alternate(_)
            | Event::Help(_)
            | Event::AppPassword(_)
            | Event::Incident(_)
            | Event::Admin(_) => None,
        };
        let (restriction, kind) = restriction.unzip();
        Self { code: event.code().to_owned(), restriction, kind: kind.map(|kind| kind.code().to_owned()) }
    }
}

impl From<&Receipt> for ReceiptView {
    fn from(receipt: &Receipt) -> Self {
        let (outcome, message, retry_at) = match &receipt.outcome {
            ReceiptOutcome::Done => ("done", None, None),
            ReceiptOutcome::Failed { message, retry_at } => {
                ("failed", Some(message.clone()), Some(When::from(*retry_at)))
            }
            ReceiptOutcome::GivenUp { message } => ("given_up", Some(message.clone()), None),
        };
        Self {
            point: receipt.point.code().to_owned(),
            at: receipt.at.into(),
            latency_us: receipt.latency.as_micros(),
            messages: receipt.messages,
            outcome: outcome.to_owned(),
            message,
            retry_at,
        }
    }
}

/// `POST /accounts/{id}/unblock`: sending is open again.
pub async fn unblock(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let Answer(mut done) = run(&engine, asking.because(body.reason), &id, Command::UnblockSending).await?;
    // It is done; that its history cannot be read takes nothing back.
    let releases = engine.past_releases(account_id(&id)?).await.unwrap_or_default();
    if releases.len() >= RELEASES_TOLD_FROM {
        done.releases = releases.iter().map(EndedView::from).collect();
    }
    Ok(Answer(done))
}

/// `POST /accounts/{id}/restrict`: sending is closed.
pub async fn restrict(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<CloseBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let until = instant("until", body.until.as_deref())?;
    run(&engine, asking.because(body.reason), &id, Command::RestrictSending { until }).await
}

/// `POST /accounts/{id}/accept`: sending is closed, as a rule proposed it.
pub async fn accept(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    run(&engine, asking.because(body.reason), &id, Command::AcceptProposal).await
}

/// `POST /accounts/{id}/dismiss`: what a rule proposed is settled, and sending stays open.
pub async fn dismiss(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    run(&engine, asking.because(body.reason), &id, Command::DismissProposal).await
}

/// `POST /accounts/{id}/unlock`: the automatic locks of signing in end, and for a while it takes more to lock again.
pub async fn unlock(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<UnlockBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let command = match instant("eased_until", body.eased_until.as_deref())? {
        Some(until) => Command::EaseSignIn { until },
        None => Command::UnlockSignIn,
    };
    run(&engine, asking.because(body.reason), &id, command).await
}

/// `POST /accounts/{id}/block`: signing in is closed.
pub async fn block(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<CloseBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let until = instant("until", body.until.as_deref())?;
    run(&engine, asking.because(body.reason), &id, Command::BlockSignIn { until }).await
}

/// `POST /accounts/{id}/protocols/{protocol}/off`: the account may not sign in by it; other protocols work.
pub async fn switch_off(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, protocol)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let command = Command::SwitchProtocol { protocol: self::protocol(&protocol)?, is_on: false };
    run(&engine, asking.because(body.reason), &id, command).await
}

/// `POST /accounts/{id}/protocols/{protocol}/on`
pub async fn switch_on(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, protocol)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let command = Command::SwitchProtocol { protocol: self::protocol(&protocol)?, is_on: true };
    run(&engine, asking.because(body.reason), &id, command).await
}

fn protocol(code: &str) -> Result<Protocol, ApiError> {
    Protocol::from_code(code).ok_or_else(|| {
        let known = Protocol::ALL.iter().map(|protocol| protocol.code()).collect::<Vec<_>>().join(", ");
        ApiError::bad_request(format!("there is no protocol {code:?}; there is {known}"))
    })
}

/// `POST /accounts/{id}/allow`: the blocks of signing in end.
pub async fn allow(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    run(&engine, asking.because(body.reason), &id, Command::AllowSignIn).await
}

pub(super) async fn run(
    engine: &Arc<Engine>,
    asker: Asker,
    id: &str,
    command: Command,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(id)?;
    let done = engine.execute(account, command, asker).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

fn instant(name: &str, text: Option<&str>) -> Result<Option<Timestamp>, ApiError> {
    let read = |text: &str| {
        let message = || format!("{name} is a time as in 2026-11-24T18:00:00+01:00");
        time::parse(text)
            .ok_or_else(|| ApiError::bad_request(message()).with(name, text).at(format!("/{name}")))
    };
    text.map(read).transpose()
}
