//! `POST /accounts/{id}/password-resets`: a password that is handed over, generated or chosen, and shown this once; or a link
//! that its owner gets at an alternate address, so that nobody sees a password.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_engine::commands::{Reset, ResetWish};
use postern_text::gate::PASSWORD_PAGE;
use serde::{Deserialize, Serialize};

use super::account_id;
use crate::api::v1::EngineState;
use crate::api::v1::alternates::alternate_id;
use crate::api::v1::asker::Asking;
use crate::api::v1::body::{Given, Secret, ShownOnce};
use crate::api::v1::commands::DoneView;
use crate::api::v1::error::ApiError;
use crate::api::v1::time::When;

/// How a password is reset.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetBody {
    /// The new password; absent to have one generated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// It is temporary: it opens nothing but the page where its owner sets another, and expires. Always so where a password is
    /// chosen for a person.
    #[serde(default = "yes")]
    pub must_change: bool,
    /// How it reaches the owner: `shown` to whoever asks, or `link`: a link by which the owner sets one goes to an alternate
    /// address that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
    /// The id of the alternate address for a link; absent: the first one that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternate: Option<String>,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

/// A password that was just reset.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ResetView {
    /// What was done.
    pub done: DoneView,
    /// The generated password; this is the only time that it is shown. Absent where one was chosen, and in a replay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// When a temporary password expires; absent when it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<When>,
    /// Where the owner sets another one; absent when it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Where a link goes; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailed_to: Option<String>,
}

impl Secret for ResetView {
    fn without_secret(&self) -> Self {
        Self { password: None, ..self.clone() }
    }
}

const fn yes() -> bool {
    true
}

/// `POST /accounts/{id}/password-resets`: 201, or 202 while a point that has passwords does not have this one yet.
pub async fn reset_password(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ResetBody>,
) -> Result<(StatusCode, ShownOnce<ResetView>), ApiError> {
    let account = account_id(&id)?;
    match body.delivery.as_deref() {
        None | Some("shown") => {}
        Some("link") => return mail_link(&engine, asking, account, body).await,
        Some(other) => {
            let message = format!("there is no delivery {other:?}; there are shown, link");
            return Err(ApiError::bad_request(message).at("/delivery"));
        }
    }
    let wish = ResetWish { chosen: body.password, must_change: body.must_change };
    let reset = engine.reset_password(account, wish, asking.because(body.reason)).await?;
    let Reset { done, generated, temporary_until, is_in_force } = reset;
    let page = temporary_until.and(engine.site().public_url.as_deref());
    let view = ResetView {
        done: DoneView::new(&account.to_string(), &done),
        password: generated,
        expires: temporary_until.map(When::from),
        page: page.map(|url| format!("{url}{PASSWORD_PAGE}")),
        mailed_to: None,
    };
    let status = if is_in_force { StatusCode::CREATED } else { StatusCode::ACCEPTED };
    Ok((status, ShownOnce(view)))
}

/// 202: the mail is on its way, and the owner has to use it.
async fn mail_link(
    engine: &EngineState,
    asking: Asking,
    account: AccountId,
    body: ResetBody,
) -> Result<(StatusCode, ShownOnce<ResetView>), ApiError> {
    if body.password.is_some() {
        return Err(ApiError::bad_request("a link brings no password").at("/password"));
    }
    asking.may_tell(CommandKind::SetPassword)?;
    let alternate = body.alternate.as_deref().map(alternate_id).transpose()?;
    let sent = engine.mail_password_link(account, alternate, asking.because(body.reason)).await?;
    let view = ResetView {
        done: DoneView::new(&account.to_string(), &sent.done),
        password: None,
        expires: None,
        page: None,
        mailed_to: Some(sent.address.address),
    };
    Ok((StatusCode::ACCEPTED, ShownOnce(view)))
}
