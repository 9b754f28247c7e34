//! Requests for help: asked, answered, and forgotten 30 days after the answer.

use async_trait::async_trait;
use postern_core::help_request::{HELP_KEPT, HelpAnswer, HelpEvent, HelpRequest, HelpTopic};
use postern_core::ids::{AccountId, HelpRequestId};
use postern_core::name::AccountName;
use postern_engine::ports::{Change, CommitError, HelpFilter, HelpRow, HelpStore, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite, SqliteConnection, query, query_scalar};

use super::SqliteStore;
use super::accounts::one_account;
use super::columns::{Columns, SqlId};
use super::directory::push_reach;
use super::error::{saving, statement, unreadable};
use crate::record::code;
use crate::record::who::{actor_from_text, actor_to_text};

const SELECT: &str =
    "SELECT help_request.id, help_request.account, topic, message, source, is_proved, asked_at,
     answered_at, answered_by, answer, account.primary_name, account.display_name
     FROM help_request JOIN account ON account.id = help_request.account";

pub(super) async fn apply(
    connection: &mut SqliteConnection,
    change: &Change,
    event: &HelpEvent,
) -> Result<(), CommitError> {
    match event {
        HelpEvent::Asked(request) => ask(connection, request).await,
        HelpEvent::Answered { account, request } => answer(connection, change, *account, *request).await,
    }
}

async fn ask(connection: &mut SqliteConnection, request: &HelpRequest) -> Result<(), CommitError> {
    let failed = || format!("save request {} for help of account {}", request.id, request.account);
    query("DELETE FROM help_request WHERE answered_at < ?1")
        .bind(request.asked.minus(HELP_KEPT).unix_micros())
        .execute(&mut *connection)
        .await
        .map_err(saving(failed()))?;
    let kept = query(
        "INSERT INTO help_request (id, account, topic, message, source, is_proved, asked_at)
         SELECT ?1, id, ?3, ?4, ?5, ?6, ?7 FROM account WHERE id = ?2 AND deleted_at IS NULL",
    )
    .bind(request.id.to_sql())
    .bind(request.account.to_sql())
    .bind(request.topic.code())
    .bind(&request.message)
    .bind(request.source.map(|source| source.to_string()))
    .bind(request.is_proved)
    .bind(request.asked.unix_micros())
    .execute(connection)
    .await
    .map_err(saving(failed()))?;
    one_account(request.account, kept.rows_affected())
}

/// One that was answered meanwhile keeps its first answer: the caller looked, and asks one at a time.
async fn answer(
    connection: &mut SqliteConnection,
    change: &Change,
    account: AccountId,
    request: HelpRequestId,
) -> Result<(), CommitError> {
    query(
        "UPDATE help_request SET answered_at = ?3, answered_by = ?4, answer = ?5
         WHERE id = ?1 AND account = ?2 AND answered_at IS NULL",
    )
    .bind(request.to_sql())
    .bind(account.to_sql())
    .bind(change.at.unix_micros())
    .bind(actor_to_text(&change.actor))
    .bind(&change.note)
    .execute(connection)
    .await
    .map(drop)
    .map_err(saving(format!("answer request {request} for help")))
}

/// They go with the account.
pub(super) async fn forget_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    query("DELETE FROM help_request WHERE account = ?1")
        .bind(account.to_sql())
        .execute(connection)
        .await
        .map(drop)
        .map_err(saving(format!("forget the requests for help of account {account}")))
}

#[async_trait]
impl HelpStore for SqliteStore {
    async fn help_requests(&self, filter: &HelpFilter) -> Result<Vec<HelpRow>, StoreError> {
        let mut text = QueryBuilder::<Sqlite>::new(SELECT);
        text.push(" WHERE account.deleted_at IS NULL");
        if let Some(account) = filter.account {
            text.push(" AND help_request.account = ").push_bind(account.to_sql());
        }
        if filter.only_open {
            text.push(" AND answered_at IS NULL");
        }
        push_reach(&mut text, &filter.reach);
        text.push(
            " ORDER BY answered_at IS NOT NULL, answered_at DESC, is_proved DESC, asked_at, help_request.id LIMIT ",
        )
        .push_bind(i64::from(filter.limit));
        let rows = text.build().fetch_all(&self.state).await.map_err(statement("read requests for help"))?;
        rows.iter().map(read).collect()
    }

    async fn help_request(&self, id: HelpRequestId) -> Result<Option<HelpRow>, StoreError> {
        let mut text = QueryBuilder::<Sqlite>::new(SELECT);
        text.push(" WHERE help_request.id = ").push_bind(id.to_sql());
        let row = text.build().fetch_optional(&self.state).await;
        row.map_err(statement(format!("read request {id} for help")))?.as_ref().map(read).transpose()
    }

    async fn unproved_help_requests(&self) -> Result<usize, StoreError> {
        let count: i64 =
            query_scalar("SELECT count(*) FROM help_request WHERE answered_at IS NULL AND is_proved = 0")
                .fetch_one(&self.state)
                .await
                .map_err(statement("count requests for help"))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

fn read(row: &SqliteRow) -> Result<HelpRow, StoreError> {
    let columns = || -> Result<_, sqlx::Error> {
        let ids: (HelpRequestId, AccountId) = (row.id("id")?, row.id("account")?);
        let texts = (row.text("topic")?, row.text("message")?, row.text_or_none("source")?);
        let answer =
            (row.time_or_none("answered_at")?, row.text_or_none("answered_by")?, row.text_or_none("answer")?);
        let account = (row.text("primary_name")?, row.text("display_name")?);
        Ok((ids, texts, row.try_get("is_proved")?, row.time("asked_at")?, answer, account))
    };
    let ((id, account), (topic, message, source), is_proved, asked, (at, by, note), (primary, display_name)) =
        columns().map_err(statement("read a request for help"))?;
    let topic = code("topic of a request", &topic, HelpTopic::from_code)
        .map_err(unreadable(format_args!("request {id} for help")))?;
    let answered = match (at, by) {
        (Some(at), Some(by)) => {
            let by = actor_from_text(&by).map_err(unreadable(format_args!("the answer to request {id}")))?;
            Some(HelpAnswer { at, by, note: note.unwrap_or_default() })
        }
        (Some(_) | None, _) => None,
    };
    let source = source.and_then(|source| source.parse().ok());
    let request = HelpRequest { id, account, topic, message, source, is_proved, asked, answered };
    Ok(HelpRow { request, account: (AccountName::from_canonical(primary), display_name) })
}
