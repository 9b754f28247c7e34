//! One account's open sessions, at the mail server and in the admin centre, and ending them.

use std::net::IpAddr;

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_engine::ports::AgentError;
use postern_engine::sessions::OpenSessions;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::commands::DoneView;
use super::error::{ApiError, ErrorCode};
use super::time::When;

/// What of an account is signed in now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct OpenSessionsView {
    /// The account's id.
    pub account: String,
    /// Sessions at the mail server (IMAP, POP3, ManageSieve); absent where the site does not let us at them, or where they
    /// could not be read. Sessions of sending are not among them: Postfix cannot be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Vec<MailSessionView>>,
    /// Why the mail server's sessions could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_error: Option<String>,
    /// Sessions in the admin centre.
    pub admin_centre: Vec<CentreSessionView>,
}

/// Connections of one login by one protocol from one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MailSessionView {
    /// The name that it signed in with.
    pub login: String,
    /// `imap`, `pop3`, `sieve`, as the mail server calls it.
    pub protocol: String,
    /// From which address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How many connections it is.
    pub connections: u32,
    /// When somebody signed in from there by that protocol last, as far as it is in the history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_in: Option<When>,
    /// What the client called itself then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub client: String,
}

/// A session in the admin centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CentreSessionView {
    /// From which address.
    pub source: String,
    /// What the browser called itself.
    pub client: String,
    /// When it began.
    pub signed_in: When,
    /// The last page that was asked for.
    pub last_seen: When,
}

/// Which sessions end, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndSessionsBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
    /// Only the sessions from this address; absent: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl OpenSessionsView {
    fn new(account: String, open: &OpenSessions) -> Self {
        let (mail, mail_error) = match &open.mail {
            Ok(sessions) => (Some(sessions.iter().map(MailSessionView::from).collect()), None),
            Err(AgentError::NotConfigured) => (None, None),
            Err(error) => (None, Some(error.to_string())),
        };
        let own = open.own.iter().map(|session| CentreSessionView {
            source: session.source.clone(),
            client: session.client.clone(),
            signed_in: session.opened.into(),
            last_seen: session.last_seen.into(),
        });
        Self { account, mail, mail_error, admin_centre: own.collect() }
    }
}

impl From<&postern_engine::sessions::KnownSession> for MailSessionView {
    fn from(known: &postern_engine::sessions::KnownSession) -> Self {
        let session = &known.session;
        Self {
            login: session.login.clone(),
            protocol: session.protocol.clone(),
            source: session.address.map(|address| address.to_string()),
            connections: session.connections,
            signed_in: known.signed_in.map(When::from),
            client: known.client.clone(),
        }
    }
}

/// `GET /accounts/{id}/sessions`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<OpenSessionsView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    let open = engine.open_sessions(account).await?;
    let open = open.ok_or_else(|| ApiError::new(ErrorCode::NoSuchAccount))?;
    Ok(Answer(OpenSessionsView::new(account.to_string(), &open)))
}

/// `POST /accounts/{id}/sessions/end`: whoever is signed in has to sign in again.
pub async fn end(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<EndSessionsBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(&id)?;
    let from = body.source.as_deref().map(address).transpose()?;
    let done = engine.end_sessions(account, from, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

fn address(text: &str) -> Result<IpAddr, ApiError> {
    let message = || format!("{text:?} is no address: write it as in 192.0.2.7");
    text.parse().map_err(|_| ApiError::bad_request(message()).at("/source"))
}
