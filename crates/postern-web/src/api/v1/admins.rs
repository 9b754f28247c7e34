//! Who may enter the admin centre, and who is in it.

use axum::extract::{Path, State};
use postern_core::admin::LinkUse;
use postern_core::command::CommandKind;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given, Secret, ShownOnce};
use super::commands::{DoneView, ReasonBody};
use super::error::ApiError;
use super::time::When;

/// An invitation that was just made.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct InvitedView {
    /// What was done.
    pub done: DoneView,
    /// For the invited admin alone; this is the only time that it is shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// When it ends unused.
    pub expires: When,
}

impl Secret for InvitedView {
    fn without_secret(&self) -> Self {
        Self { link: String::new(), ..self.clone() }
    }
}

/// An open session of the admin centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SessionView {
    /// Its id.
    pub id: String,
    /// Whose.
    pub account: String,
    /// The account's address.
    pub address: String,
    /// From which address.
    pub source: String,
    /// What the browser called itself.
    pub client: String,
    /// When it began.
    pub opened: When,
    /// The last page that was asked for.
    pub last_seen: When,
}

/// Open sessions, the last used first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SessionList {
    /// Of all admins.
    pub sessions: Vec<SessionView>,
}

/// `POST /accounts/{id}/invite`
pub async fn invite(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<ShownOnce<InvitedView>, ApiError> {
    let account = account_id(&id)?;
    let invited = engine.invite_admin(account, LinkUse::SetUp, asking.because(body.reason)).await?;
    let done = DoneView::new(&account.to_string(), &invited.done);
    Ok(ShownOnce(InvitedView { done, link: invited.link, expires: invited.expires.into() }))
}

/// `POST /accounts/{id}/enter`: a link that signs in without password and code, which only root makes.
pub async fn enter(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<ShownOnce<InvitedView>, ApiError> {
    asking.must_be_root()?;
    let account = account_id(&id)?;
    let invited = engine.invite_admin(account, LinkUse::SignIn, asking.because(body.reason)).await?;
    let done = DoneView::new(&account.to_string(), &invited.done);
    Ok(ShownOnce(InvitedView { done, link: invited.link, expires: invited.expires.into() }))
}

/// `POST /accounts/{id}/end-sessions`
pub async fn end_sessions(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(&id)?;
    let done = engine.end_admin_sessions(account, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

/// `GET /admin-sessions`
pub async fn sessions(
    State(engine): State<EngineState>,
    asking: Asking,
) -> Result<Answer<SessionList>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let mut sessions = Vec::new();
    for session in engine.admin_sessions(None) {
        let Some(account) = engine.store().account(session.account).await? else { continue };
        sessions.push(SessionView {
            id: session.id.to_string(),
            account: account.id.to_string(),
            address: account.primary.to_string(),
            source: session.source,
            client: session.client,
            opened: session.opened.into(),
            last_seen: session.last_seen.into(),
        });
    }
    Ok(Answer(SessionList { sessions }))
}
