//! What an admin can sign in to the admin centre with, and a lost passkey taken away.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::refusal::Refusal;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::commands::{DoneView, ReasonBody};
use super::error::{ApiError, ErrorCode};
use super::time::When;

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PasskeyView {
    /// Its id.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub added: When,
    /// When it was last shown; absent when it never was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<When>,
}

/// What an admin can show, without anything secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FactorsView {
    /// An authenticator app is set up.
    pub has_app: bool,
    /// Recovery codes that are not used yet.
    pub recovery_codes_left: usize,
    /// The oldest first.
    pub passkeys: Vec<PasskeyView>,
}

/// `GET /accounts/{id}/factors`
pub async fn factors(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<FactorsView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    if engine.store().account(account).await?.is_none() {
        return Err(ApiError::new(ErrorCode::NoSuchAccount));
    }
    let factors = engine.factors_of(account);
    let passkeys = factors.passkeys.into_iter().map(|passkey| PasskeyView {
        id: passkey.id.to_string(),
        name: passkey.name,
        added: passkey.added.into(),
        last_used: passkey.last_used.map(When::from),
    });
    Ok(Answer(FactorsView {
        has_app: factors.app.is_some(),
        recovery_codes_left: factors.recovery.len(),
        passkeys: passkeys.collect(),
    }))
}

/// `POST /accounts/{id}/passkeys/{passkey}/remove`
pub async fn remove_passkey(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, passkey)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    asking.may_tell(CommandKind::ManageAdmins)?;
    let account = account_id(&id)?;
    let passkey = passkey.parse().map_err(|_| ApiError::from(Refusal::NoSuchPasskey))?;
    let done = engine.remove_passkey(account, passkey, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}
