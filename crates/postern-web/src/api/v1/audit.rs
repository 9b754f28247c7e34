//! The audit: every change, newest first.

use axum::extract::State;
use axum::http::Uri;
use postern_core::command::CommandKind;
use postern_core::ids::EventId;
use postern_core::time::Timestamp;
use postern_engine::ports::{AuditFilter, AuditRow};
use serde::{Deserialize, Serialize};

use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Query};
use super::cursor;
use super::error::ApiError;
use super::restrictions::ActorView;
use super::time::When;
use super::{EngineState, page_rows};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AuditView {
    /// Its id.
    pub id: String,
    /// When.
    pub at: When,
    /// Who.
    pub actor: ActorView,
    /// Why, in the actor's words.
    pub reason: String,
    /// What, as in `restriction_released`.
    pub event: String,
    /// About which account (id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The account's address now, or at its deletion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The event's further values.
    pub detail: serde_json::Value,
}

/// A page of the audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AuditList {
    /// Newest first.
    pub audit: Vec<AuditView>,
    /// Where the next page is; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which changes.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// Only about this account (id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Where to go on: the cursor in the `next` of an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl From<&AuditRow> for AuditView {
    fn from(row: &AuditRow) -> Self {
        Self {
            id: row.id.to_string(),
            at: row.at.into(),
            actor: (&row.actor).into(),
            reason: row.note.clone(),
            event: row.code.clone(),
            account: row.account.map(|id| id.to_string()),
            address: row.account_name.as_ref().map(ToString::to_string),
            detail: serde_json::from_str(&row.detail).unwrap_or_else(|_| row.detail.clone().into()),
        }
    }
}

/// `GET /audit`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    this: Uri,
    Query(query): Query<AuditQuery>,
) -> Result<Answer<AuditList>, ApiError> {
    asking.may_read(CommandKind::ReadAudit)?;
    let limit = page_rows(query.limit)?;
    let filter = AuditFilter {
        account: query.account.as_deref().map(account_id).transpose()?,
        before: cursor::read(query.cursor.as_deref(), place)?,
        limit: limit + 1,
        reach: asking.reach().clone(),
        ..AuditFilter::default()
    };
    let mut rows = engine.audit(&filter).await?;
    let has_next = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| has_next).map(|last| {
        let place = format!("{} {}", last.at.unix_micros(), last.id);
        cursor::link(&engine, &this, &place)
    });
    Ok(Answer(AuditList { audit: rows.iter().map(AuditView::from).collect(), next }))
}

/// A place in the list: when a row was made, and its id.
fn place(text: &str) -> Option<(Timestamp, EventId)> {
    let (at, id) = text.split_once(' ')?;
    Some((Timestamp::from_unix_micros(at.parse().ok()?), id.parse().ok()?))
}
