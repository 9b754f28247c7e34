//! An account's sign-in history, page by page, and what its failures are.

use axum::extract::{Path, State};
use axum::http::Uri;
use postern_core::address::ClientNetwork;
use postern_core::command::CommandKind;
use postern_core::sign_in::failures::FailureGroup;
use postern_core::time::Timestamp;
use postern_engine::ports::{SignInFilter, SignInRow};
use serde::{Deserialize, Serialize};

use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Query};
use super::cursor;
use super::error::{ApiError, ErrorCode};
use super::time::{self, When};
use super::{EngineState, page_rows};

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignInLineView {
    /// When; of several alike the last.
    pub at: When,
    /// When the first of several was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<When>,
    /// How many alike this line stands for.
    pub count: u32,
    /// `success`, `wrong_password`, `same_wrong_password`, `previous_password`, `refuse` or `would_refuse`.
    pub result: String,
    /// The source's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// `imap`, `smtp`, …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub protocol: String,
    /// What the client says it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub client: String,
    /// `PLAIN`, …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mechanism: String,
    /// Which credential was right, in the directory's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub credential: String,
    /// Two letters of the country, as of then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The number of the network operator (AS), as of then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asn: Option<u32>,
    /// The operator's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub operator: String,
    /// `vpn`, `proxy`, `tor` or `hosting`, where the address hides who is behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<String>,
    /// Codes and numbers of the reasons.
    pub reasons: serde_json::Value,
}

/// A page of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignInList {
    /// Newest first.
    pub sign_ins: Vec<SignInLineView>,
    /// Where the next page is; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which lines.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SignInQuery {
    /// Only from this address or network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Only since then (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// `true`: no successes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failures: Option<bool>,
    /// Where to go on: the cursor in the `next` of an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Failures that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FailureGroupView {
    /// `stale_device`, `attack` or `mistyped`.
    pub kind: String,
    /// Where the device is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the device says it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub client: String,
    /// The device's protocol.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub protocol: String,
    /// The device's password is known to be the former one.
    pub has_former_password: bool,
    /// Attempts.
    pub attempts: u32,
    /// Different wrong passwords, at least.
    pub passwords: u32,
    /// Sources.
    pub sources: u32,
    /// The first.
    pub since: When,
    /// The last.
    pub until: When,
}

impl From<&FailureGroup> for FailureGroupView {
    fn from(group: &FailureGroup) -> Self {
        Self {
            kind: group.kind.code().to_owned(),
            source: group.source.map(|source| source.to_string()),
            client: group.client.clone(),
            protocol: group.protocol.clone(),
            has_former_password: group.has_former_password,
            attempts: group.attempts,
            passwords: group.passwords,
            sources: group.sources,
            since: group.since.into(),
            until: group.until.into(),
        }
    }
}

impl From<&SignInRow> for SignInLineView {
    fn from(found: &SignInRow) -> Self {
        let row = &found.row;
        let attempt = row.attempt.as_deref().cloned().unwrap_or_default();
        let region = attempt.location.region;
        Self {
            at: row.at.into(),
            since: row.since.map(When::from),
            count: row.weight,
            result: row.verdict.to_owned(),
            source: row.source.clone(),
            protocol: attempt.protocol,
            client: attempt.client,
            mechanism: attempt.mechanism,
            credential: attempt.credential,
            country: region.country.map(|country| country.to_string()),
            asn: region.asn,
            operator: attempt.operator,
            anonymity: attempt.location.anonymity.map(|anonymity| anonymity.code().to_owned()),
            // Written by us as JSON; a row of a newer version is passed on as text rather than lost.
            reasons: serde_json::from_str(&row.reasons).unwrap_or_else(|_| row.reasons.clone().into()),
        }
    }
}

/// `GET /accounts/{id}/sign-ins`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    this: Uri,
    Query(query): Query<SignInQuery>,
) -> Result<Answer<SignInList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    let from = query.from.as_deref().map(network).transpose()?;
    let filter = SignInFilter {
        account,
        before: cursor::read(query.cursor.as_deref(), place)?,
        since: query.since.as_deref().map(instant).transpose()?,
        only_failures: query.failures.unwrap_or(false),
        limit: page_rows(query.limit)?,
    };
    if engine.store().account(account).await?.is_none() {
        return Err(ApiError::new(ErrorCode::NoSuchAccount));
    }
    let page = engine.sign_ins(filter, from).await?;
    let next =
        page.next.map(|(at, seq)| cursor::link(&engine, &this, &format!("{} {seq}", at.unix_micros())));
    Ok(Answer(SignInList { sign_ins: page.rows.iter().map(SignInLineView::from).collect(), next }))
}

fn network(text: &str) -> Result<ClientNetwork, ApiError> {
    text.parse().map_err(|_| {
        let message = format!("{text:?} is no address and no network: write it as in 203.0.113.0/24");
        ApiError::bad_request(message).with("from", text).in_query("from")
    })
}

fn instant(text: &str) -> Result<Timestamp, ApiError> {
    let message = || format!("{text:?} is no time: write it as in 2026-11-24T18:00:00Z");
    time::parse(text).ok_or_else(|| ApiError::bad_request(message()).with("since", text).in_query("since"))
}

/// A place in the list: when a row was made, and its number.
fn place(text: &str) -> Option<(Timestamp, i64)> {
    let (at, seq) = text.split_once(' ')?;
    Some((Timestamp::from_unix_micros(at.parse().ok()?), seq.parse().ok()?))
}
