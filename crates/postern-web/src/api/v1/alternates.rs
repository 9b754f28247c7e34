//! Where the owner of an account can be reached beside the mailbox.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use postern_core::alternate::{AlternateAddress, AlternateRefusal, counts};
use postern_core::command::CommandKind;
use postern_core::ids::AlternateId;
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;
use postern_engine::owner::AlternateDone;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::commands::{DoneView, ReasonBody};
use super::error::ApiError;
use super::time::When;

/// An alternate address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AlternateView {
    /// Its id.
    pub id: String,
    /// As it was typed: mail goes there.
    pub address: String,
    /// When it was added.
    pub added: When,
    /// When somebody who reads the mail there confirmed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<When>,
    /// A code or a link may be sent there now.
    pub counts: bool,
}

/// An account's alternate addresses, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AlternateList {
    /// At most [`postern_core::alternate::ALTERNATES_MAX`].
    pub alternates: Vec<AlternateView>,
    /// Something speaks for a compromise since then, so only addresses that were confirmed before count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspicious_since: Option<When>,
}

/// A new address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAlternateBody {
    /// An address that is neither the account's own nor leads into it or out of it.
    pub address: String,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

/// What was done about an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AlternateDoneView {
    /// The address as it was when that was done.
    pub alternate: AlternateView,
    /// What was done.
    pub done: DoneView,
}

impl AlternateView {
    /// As it stands while something is suspicious since then.
    pub(super) fn new(address: &AlternateAddress, suspicious_since: Option<Timestamp>) -> Self {
        Self {
            id: address.id.to_string(),
            address: address.address.clone(),
            added: address.added.into(),
            verified: address.verified.map(When::from),
            counts: counts(address, suspicious_since).is_ok(),
        }
    }
}

/// `GET /accounts/{id}/alternates`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<AlternateList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    let since = engine.suspicious_since(account);
    let known = engine.alternates(account).await?;
    let alternates = known.iter().map(|address| AlternateView::new(address, since)).collect();
    Ok(Answer(AlternateList { alternates, suspicious_since: since.map(When::from) }))
}

/// `POST /accounts/{id}/alternates`: 201; it counts once its owner has confirmed it.
pub async fn add(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<NewAlternateBody>,
) -> Result<(StatusCode, Answer<AlternateDoneView>), ApiError> {
    let account = account_id(&id)?;
    let done = engine.add_alternate(account, &body.address, asking.because(body.reason)).await?;
    Ok((StatusCode::CREATED, Answer(view(&engine, &done))))
}

/// `POST /accounts/{id}/alternates/{alternate}/mail`
pub async fn mail(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, alternate)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<AlternateDoneView>, ApiError> {
    asking.may_tell(CommandKind::ChangeAlternates)?;
    let (account, alternate) = (account_id(&id)?, alternate_id(&alternate)?);
    let done = engine.mail_alternate_again(account, alternate, asking.because(body.reason)).await?;
    Ok(Answer(view(&engine, &done)))
}

/// `POST /accounts/{id}/alternates/{alternate}/remove`
pub async fn remove(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, alternate)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<AlternateDoneView>, ApiError> {
    asking.may_tell(CommandKind::ChangeAlternates)?;
    let (account, alternate) = (account_id(&id)?, alternate_id(&alternate)?);
    let done = engine.remove_alternate(account, alternate, asking.because(body.reason)).await?;
    Ok(Answer(view(&engine, &done)))
}

fn view(engine: &EngineState, done: &AlternateDone) -> AlternateDoneView {
    let account = done.address.account;
    AlternateDoneView {
        alternate: AlternateView::new(&done.address, engine.suspicious_since(account)),
        done: DoneView::new(&account.to_string(), &done.done),
    }
}

pub(in crate::api::v1) fn alternate_id(text: &str) -> Result<AlternateId, ApiError> {
    text.parse().map_err(|_| Refusal::Alternate(AlternateRefusal::NoSuchAddress).into())
}
