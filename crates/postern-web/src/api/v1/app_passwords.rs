//! One account's app passwords: listed, made, revoked. The text of a new one is shown this once.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use postern_core::app_password::{AppPassword, AppPasswordRefusal};
use postern_core::command::CommandKind;
use postern_core::ids::AppPasswordId;
use postern_core::protocol::{Protocol, Protocols};
use postern_core::refusal::Refusal;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given, Secret, ShownOnce};
use super::commands::{DoneView, ReasonBody};
use super::error::{ApiError, ErrorCode};
use super::time::When;

/// An app password, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AppPasswordView {
    /// Its id; with `app-` before it the `credential` of sign-ins with it.
    pub id: String,
    /// Which device has it.
    pub name: String,
    /// For what it is good: `imap`, `pop3`, `submission`, `managesieve`.
    pub protocols: Vec<String>,
    /// When it was made.
    pub created: When,
    /// Its last use; uses are noted a minute apart. Absent: never used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<When>,
    /// From which address that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_source: Option<String>,
    /// By which protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_protocol: Option<String>,
}

/// The app passwords of an account, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AppPasswordList {
    /// The account's id.
    pub account: String,
    /// Each.
    pub app_passwords: Vec<AppPasswordView>,
}

/// An app password to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppPasswordBody {
    /// Which device it is for.
    pub name: String,
    /// For what it is good: `imap`, `pop3`, `submission`, `managesieve`; absent for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protocols: Vec<String>,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

/// An app password that was just made.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MadeAppPasswordView {
    /// What was done.
    pub done: DoneView,
    /// It.
    pub app_password: AppPasswordView,
    /// Its text; this is the only time that it is shown. Absent in a replay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}

impl Secret for MadeAppPasswordView {
    fn without_secret(&self) -> Self {
        Self { password: None, ..self.clone() }
    }
}

impl From<&AppPassword> for AppPasswordView {
    fn from(one: &AppPassword) -> Self {
        let last = one.last_used.as_ref();
        Self {
            id: one.id.to_string(),
            name: one.name.clone(),
            protocols: one.protocols.iter().map(|protocol| protocol.code().to_owned()).collect(),
            created: one.created.into(),
            last_used: last.map(|last| last.at.into()),
            last_source: last.map(|last| last.source.clone()),
            last_protocol: last.and_then(|last| last.protocol).map(|protocol| protocol.code().to_owned()),
        }
    }
}

/// `GET /accounts/{id}/app-passwords`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<AppPasswordList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    if engine.store().account(account).await?.is_none() {
        return Err(ApiError::new(ErrorCode::NoSuchAccount));
    }
    let app_passwords = engine.app_passwords(account).iter().map(AppPasswordView::from).collect();
    Ok(Answer(AppPasswordList { account: account.to_string(), app_passwords }))
}

/// `POST /accounts/{id}/app-passwords`: 201, or 202 while the mail server's files do not have it yet.
pub async fn add(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<NewAppPasswordBody>,
) -> Result<(StatusCode, ShownOnce<MadeAppPasswordView>), ApiError> {
    let account = account_id(&id)?;
    let protocols = protocols(&body.protocols)?;
    let made = engine.add_app_password(account, &body.name, protocols, asking.because(body.reason)).await?;
    let view = MadeAppPasswordView {
        done: DoneView::new(&account.to_string(), &made.done),
        app_password: (&made.made).into(),
        password: Some(made.text),
    };
    let status = if made.is_in_force { StatusCode::CREATED } else { StatusCode::ACCEPTED };
    Ok((status, ShownOnce(view)))
}

/// `POST /accounts/{id}/app-passwords/{app_password}/revoke`
pub async fn revoke(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, which)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(&id)?;
    let which: Option<AppPasswordId> = which.parse().ok();
    let which = which.ok_or(Refusal::AppPassword(AppPasswordRefusal::NoSuch))?;
    let done = engine.revoke_app_passwords(account, Some(which), asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

/// `POST /accounts/{id}/app-passwords/revoke`: every one.
pub async fn revoke_all(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(&id)?;
    let done = engine.revoke_app_passwords(account, None, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

fn protocols(codes: &[String]) -> Result<Protocols, ApiError> {
    if codes.is_empty() {
        return Ok(Protocols::of_mail());
    }
    let protocol = |code: &String| {
        let known =
            || Protocol::OF_MAIL.iter().map(|protocol| protocol.code()).collect::<Vec<_>>().join(", ");
        let of_mail = Protocol::from_code(code).filter(|protocol| Protocol::OF_MAIL.contains(protocol));
        of_mail.ok_or_else(|| {
            ApiError::bad_request(format!("there is no protocol {code:?}; there is {}", known()))
                .at("/protocols")
        })
    };
    codes.iter().map(protocol).collect()
}
