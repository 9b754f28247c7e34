//! Requests for help: owners who get no further by themselves.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::help_request::HelpRefusal;
use postern_core::ids::{AccountId, HelpRequestId};
use postern_core::refusal::Refusal;
use postern_engine::ports::{HelpFilter, HelpRow};
use serde::{Deserialize, Serialize};

use super::accounts::{AccountRef, account_id};
use super::asker::Asking;
use super::body::{Answer, Given, Query};
use super::commands::{DoneView, ReasonBody};
use super::error::ApiError;
use super::restrictions::ActorView;
use super::time::When;
use super::{EngineState, page_rows};

/// A request for help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HelpRequestView {
    /// Its id.
    pub id: String,
    /// About which account.
    pub account: AccountRef,
    /// `sign_in`, `sending` or `suspicious`.
    pub topic: String,
    /// In the words of whoever asks; may be empty.
    pub message: String,
    /// From which address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whoever asks has shown to be the owner; otherwise it may be anybody who knows the address.
    pub is_proved: bool,
    /// When it was asked.
    pub asked: When,
    /// What came of it; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<HelpAnswerView>,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HelpAnswerView {
    /// When.
    pub at: When,
    /// Who answered.
    pub by: ActorView,
    /// What was done.
    pub note: String,
}

/// Which requests.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct HelpRequestQuery {
    /// Only about this account (id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Answered ones too; they are kept for 30 days.
    #[serde(default)]
    pub with_answered: bool,
    /// At most so many, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Open requests first, those of proved owners before the others and the oldest first; then answered ones, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HelpRequestList {
    /// As many as were asked for.
    pub requests: Vec<HelpRequestView>,
}

impl From<&HelpRow> for HelpRequestView {
    fn from(row: &HelpRow) -> Self {
        let request = &row.request;
        let (primary, display_name) = &row.account;
        Self {
            id: request.id.to_string(),
            account: AccountRef {
                id: request.account.to_string(),
                address: primary.to_string(),
                display_name: display_name.clone(),
            },
            topic: request.topic.code().to_owned(),
            message: request.message.clone(),
            source: request.source.map(|source| source.to_string()),
            is_proved: request.is_proved,
            asked: request.asked.into(),
            answered: request.answered.as_ref().map(|answer| HelpAnswerView {
                at: answer.at.into(),
                by: (&answer.by).into(),
                note: answer.note.clone(),
            }),
        }
    }
}

/// `GET /help-requests`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    Query(query): Query<HelpRequestQuery>,
) -> Result<Answer<HelpRequestList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let filter = HelpFilter {
        account: query.account.as_deref().map(account_id).transpose()?,
        only_open: !query.with_answered,
        reach: asking.reach().clone(),
        limit: page_rows(query.limit)?,
    };
    let rows = engine.help_requests(&filter).await?;
    Ok(Answer(HelpRequestList { requests: rows.iter().map(HelpRequestView::from).collect() }))
}

/// `POST /accounts/{id}/help-requests/{request}/answer`
pub async fn answer(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, request)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    asking.may_tell(CommandKind::AnswerHelp)?;
    let (account, request) = ids(&id, &request)?;
    let done = engine.answer_help(account, request, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

fn ids(account: &str, request: &str) -> Result<(AccountId, HelpRequestId), ApiError> {
    let account = account_id(account)?;
    let request = request.parse().map_err(|_| ApiError::from(Refusal::Help(HelpRefusal::NoSuchRequest)))?;
    Ok((account, request))
}
