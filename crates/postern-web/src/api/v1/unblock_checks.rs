//! What should be so before sending is opened again.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::unblock_check::{CheckOutcome, UnblockCheck};
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::Answer;
use super::error::{ApiError, ErrorCode};

/// The checks of an account, in the order in which a person makes them good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct UnblockCheckList {
    /// A new password first.
    pub checks: Vec<UnblockCheckView>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct UnblockCheckView {
    /// `password`, `sessions`, `rules`, `queue`, `suspicion` or `ways_back`.
    pub check: String,
    /// `passed`, `failed`, or `unknown`: nothing here can tell. None of them keeps sending closed.
    pub outcome: String,
    /// How many sessions, rules or messages, or the points of the score; absent where it has not failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

impl UnblockCheckView {
    fn new((check, outcome): (UnblockCheck, CheckOutcome)) -> Self {
        let count = match outcome {
            CheckOutcome::Failed { count } => Some(count),
            CheckOutcome::Passed | CheckOutcome::Unknown => None,
        };
        Self { check: check.code().to_owned(), outcome: outcome.code().to_owned(), count }
    }

    /// The check itself, for making a sentence; `None` when a newer server wrote it.
    pub fn read(&self) -> Option<(UnblockCheck, CheckOutcome)> {
        let outcome = match (self.outcome.as_str(), self.count) {
            ("passed", _) => CheckOutcome::Passed,
            ("failed", count) => CheckOutcome::Failed { count: count.unwrap_or_default() },
            ("unknown", _) => CheckOutcome::Unknown,
            _ => return None,
        };
        Some((UnblockCheck::from_code(&self.check)?, outcome))
    }
}

/// `GET /accounts/{id}/unblock/checks`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<UnblockCheckList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = engine.store().account(account_id(&id)?).await?;
    let account = account.filter(|account| asking.reach().covers(&account.primary));
    let account = account.ok_or_else(|| ApiError::new(ErrorCode::NoSuchAccount))?;
    let checks = engine.unblock_checks(&account).await?;
    Ok(Answer(UnblockCheckList { checks: checks.into_iter().map(UnblockCheckView::new).collect() }))
}
