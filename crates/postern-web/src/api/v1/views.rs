//! Lists that an admin comes back to, for whoever prepares an admin's desk: a program has none of its own.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_engine::admin_centre::{SaveViewError, VIEW_NAME_CHARS_MAX, VIEWS_MAX};
use postern_engine::ports::SavedView;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::{ApiError, ErrorCode};

/// What a view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewBody {
    /// What stands behind the question mark in the address of the page Active users.
    pub query: String,
}

/// A view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SavedViewView {
    /// What the admin calls it.
    pub name: String,
    /// What stands behind the question mark in the address of the page Active users.
    pub query: String,
}

/// The views of one admin, by name; at most 20.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SavedViewList {
    /// All of them.
    pub views: Vec<SavedViewView>,
}

/// `GET /accounts/{id}/views`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<SavedViewList>, ApiError> {
    asking.may_read(CommandKind::ManageAdmins)?;
    let account = existing(&engine, &id).await?;
    of(&engine, account).await
}

/// `PUT /accounts/{id}/views/{name}`
pub async fn put(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, name)): Path<(String, String)>,
    Given(body): Given<ViewBody>,
) -> Result<Answer<SavedViewList>, ApiError> {
    asking.may_read(CommandKind::ManageAdmins)?;
    let account = existing(&engine, &id).await?;
    let view = SavedView { name, query: body.query.trim_start_matches('?').to_owned() };
    engine.save_view(account, view).await.map_err(|error| match error {
        SaveViewError::Name => {
            ApiError::bad_request(format!("a name has 1 to {VIEW_NAME_CHARS_MAX} characters"))
        }
        SaveViewError::Query => ApiError::bad_request("the query is too long").at("/query"),
        SaveViewError::TooMany => ApiError::bad_request(format!("an admin has at most {VIEWS_MAX} views")),
        SaveViewError::Store(error) => error.into(),
    })?;
    of(&engine, account).await
}

/// `DELETE /accounts/{id}/views/{name}`
pub async fn remove(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, name)): Path<(String, String)>,
) -> Result<Answer<SavedViewList>, ApiError> {
    asking.may_read(CommandKind::ManageAdmins)?;
    let account = existing(&engine, &id).await?;
    engine.drop_view(account, &name).await?;
    of(&engine, account).await
}

async fn existing(engine: &EngineState, id: &str) -> Result<AccountId, ApiError> {
    let account = account_id(id)?;
    let known = engine.store().account(account).await?;
    known.map(|known| known.id).ok_or(ApiError::new(ErrorCode::NoSuchAccount))
}

async fn of(engine: &EngineState, account: AccountId) -> Result<Answer<SavedViewList>, ApiError> {
    let views = engine.saved_views(account).await?.into_iter();
    let views = views.map(|view| SavedViewView { name: view.name, query: view.query }).collect();
    Ok(Answer(SavedViewList { views }))
}
