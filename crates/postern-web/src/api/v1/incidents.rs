//! Incidents: a list, one with its timeline, and what a person does about one.

use axum::extract::{Path, State};
use axum::http::Uri;
use postern_core::command::CommandKind;
use postern_core::ids::{AccountId, IncidentId};
use postern_core::incident::steps::{IncidentStep, StepState};
use postern_core::incident::{Closing, IncidentCause, IncidentRefusal, Snapshot};
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;
use postern_engine::commands::{ExecuteError, IncidentWish};
use postern_engine::incidents::KnownIncident;
use postern_engine::ports::IncidentFilter;
use serde::{Deserialize, Serialize};

use super::accounts::account_id;
use super::asker::Asking;
use super::audit::AuditView;
use super::body::{Answer, Given, Query};
use super::commands::DoneView;
use super::cursor;
use super::error::ApiError;
use super::restrictions::ActorView;
use super::time::When;
use super::{EngineState, page_rows};

/// An account that somebody else is or was in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct IncidentView {
    /// Its id.
    pub id: String,
    /// The account's id.
    pub account: String,
    /// Its address.
    pub address: String,
    /// `open`, `contained`, `recovering` or `closed`.
    pub state: String,
    /// When it was opened.
    pub opened: When,
    /// By whom.
    pub opened_by: ActorView,
    /// Because of what: `contained`, `evidence` or `disowned_by_owner`.
    pub because: String,
    /// Who looks after it: an account's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// That account's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_address: Option<String>,
    /// What its containment began and took, for the undo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contained: Option<SnapshotView>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<ClosingView>,
    /// When a report to the data protection authority would be due.
    pub report_due: When,
    /// Raised by each change; given back, it keeps an old form from overwriting a newer change.
    pub version: u32,
}

/// What a containment began and took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SnapshotView {
    /// When.
    pub at: When,
    /// The restrictions that it began.
    pub restrictions: Vec<String>,
    /// The names of the app passwords that it revoked, which do not come back.
    pub app_passwords: Vec<String>,
}

/// How an incident ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ClosingView {
    /// When.
    pub at: When,
    /// By whom.
    pub by: ActorView,
    /// `compromised`, `false_alarm`, `test` or `other`.
    pub cause: String,
    /// In the words of whoever closed it.
    pub note: String,
}

/// A page of incidents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct IncidentList {
    /// Newest first.
    pub incidents: Vec<IncidentView>,
    /// Where the next page is; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One with what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct IncidentDetailView {
    /// It.
    pub incident: IncidentView,
    /// The messages that its containment held in the queue.
    pub held: Vec<String>,
    /// When the first thing was seen that speaks for it.
    pub since: When,
    /// Recipients that the account's mail was let out to since then, as far as a week back.
    pub recipients: u64,
    /// The ten steps.
    pub steps: Vec<IncidentStepView>,
    /// What happened about the account since a week before it was opened, newest first.
    pub timeline: Vec<AuditView>,
}

/// A step, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct IncidentStepView {
    /// `sending`, `sign_in`, `password`, `queue`, `rules`, `roles`, `others`, `recipients`, `owner` or `unblock`.
    pub step: String,
    /// `done`, `to_do`, `not_needed` or `by_hand` (nothing here can tell).
    pub state: String,
}

/// Which incidents.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct IncidentQuery {
    /// Those that are closed, too.
    #[serde(default)]
    pub closed: bool,
    /// Where to go on: the cursor in the `next` of an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Why, and as which version of the incident it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
    /// The `version` that was read; of another one nothing is done. Absent: whichever it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<u32>,
    /// For closing: `compromised`, `false_alarm`, `test` or `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// For handing over: the id of an admin's account; absent is nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

impl From<&KnownIncident> for IncidentView {
    fn from(known: &KnownIncident) -> Self {
        let incident = &known.incident;
        Self {
            id: incident.id.to_string(),
            account: known.account.id.to_string(),
            address: known.account.primary.to_string(),
            state: known.state.code().to_owned(),
            opened: incident.opened.into(),
            opened_by: (&incident.opened_by).into(),
            because: incident.trigger.code().to_owned(),
            owner: incident.owner.map(|owner| owner.to_string()),
            owner_address: known.owner.as_ref().map(|owner| owner.primary.to_string()),
            contained: incident.snapshot.as_ref().map(SnapshotView::from),
            closed: incident.closed.as_ref().map(ClosingView::from),
            report_due: incident.report_due().into(),
            version: incident.version,
        }
    }
}

impl From<&Snapshot> for SnapshotView {
    fn from(snapshot: &Snapshot) -> Self {
        Self {
            at: snapshot.at.into(),
            restrictions: snapshot.rows.iter().map(ToString::to_string).collect(),
            app_passwords: snapshot.app_passwords.clone(),
        }
    }
}

impl From<&Closing> for ClosingView {
    fn from(closing: &Closing) -> Self {
        Self {
            at: closing.at.into(),
            by: (&closing.by).into(),
            cause: closing.cause.code().to_owned(),
            note: closing.note.clone(),
        }
    }
}

/// `GET /incidents`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    this: Uri,
    Query(query): Query<IncidentQuery>,
) -> Result<Answer<IncidentList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let limit = page_rows(query.limit)?;
    let filter = IncidentFilter {
        reach: asking.reach().clone(),
        with_closed: query.closed,
        before: cursor::read(query.cursor.as_deref(), place)?,
        limit,
    };
    let page = engine.incidents(&filter).await?;
    let next = page.next.map(|(at, id)| {
        let place = format!("{} {id}", at.unix_micros());
        cursor::link(&engine, &this, &place)
    });
    Ok(Answer(IncidentList { incidents: page.incidents.iter().map(IncidentView::from).collect(), next }))
}

/// A place in the list: when an incident was opened, and its id.
fn place(text: &str) -> Option<(Timestamp, IncidentId)> {
    let (at, id) = text.split_once(' ')?;
    Some((Timestamp::from_unix_micros(at.parse().ok()?), id.parse().ok()?))
}

/// `GET /incidents/{id}`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<IncidentDetailView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let known = find(&engine, &asking, &id).await?;
    let standing = engine.incident_standing(&known).await?;
    let held = engine.held_by_incident(known.incident.id).await?;
    Ok(Answer(IncidentDetailView {
        incident: IncidentView::from(&known),
        held: held.iter().map(ToString::to_string).collect(),
        since: standing.since.into(),
        recipients: standing.recipients,
        steps: standing.steps.iter().map(step).collect(),
        timeline: standing.timeline.iter().map(AuditView::from).collect(),
    }))
}

fn step(&(step, state): &(IncidentStep, StepState)) -> IncidentStepView {
    IncidentStepView { step: step.code().to_owned(), state: state.code().to_owned() }
}

/// One that the asker's roles are for; of another nothing is said.
async fn find(engine: &EngineState, asking: &Asking, id: &str) -> Result<KnownIncident, ApiError> {
    let none = || ApiError::from(ExecuteError::Refused(Refusal::Incident(IncidentRefusal::NotOpen)));
    let id = id.parse().map_err(|_| none())?;
    engine.incident(id, asking.reach()).await?.ok_or_else(none)
}

/// `POST /incidents/{id}/assign`
pub async fn assign(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<IncidentBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let owner: Option<AccountId> = body.owner.as_deref().map(account_id).transpose()?;
    change(&engine, asking, &id, body, |_| Ok(IncidentWish::Assign(owner))).await
}

/// `POST /incidents/{id}/close`
pub async fn close(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<IncidentBody>,
) -> Result<Answer<DoneView>, ApiError> {
    change(&engine, asking, &id, body, |body| cause(body).map(IncidentWish::Close)).await
}

/// `POST /incidents/{id}/undo`
pub async fn undo(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<IncidentBody>,
) -> Result<Answer<DoneView>, ApiError> {
    change(&engine, asking, &id, body, |_| Ok(IncidentWish::Undo)).await
}

/// `POST /incidents/{id}/reopen`
pub async fn reopen(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<IncidentBody>,
) -> Result<Answer<DoneView>, ApiError> {
    change(&engine, asking, &id, body, |_| Ok(IncidentWish::Reopen)).await
}

fn cause(body: &IncidentBody) -> Result<IncidentCause, ApiError> {
    let given = body.cause.as_deref().unwrap_or_default();
    IncidentCause::from_code(given).ok_or_else(|| {
        let known: Vec<_> = IncidentCause::ALL.iter().map(|cause| cause.code()).collect();
        ApiError::bad_request(format!("cause is one of {}", known.join(", "))).at("/cause")
    })
}

async fn change(
    engine: &EngineState,
    asking: Asking,
    id: &str,
    body: IncidentBody,
    wish: impl FnOnce(&IncidentBody) -> Result<IncidentWish, ApiError>,
) -> Result<Answer<DoneView>, ApiError> {
    // Whoever may not change one at all learns nothing of it.
    asking.may_read(CommandKind::Contain)?;
    let known = find(engine, &asking, id).await?;
    let wish = wish(&body)?;
    let seen = body.seen.unwrap_or(known.incident.version);
    let done = engine.change_incident(known.incident.id, seen, wish, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&known.account.id.to_string(), &done)))
}
