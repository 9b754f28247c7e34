//! The audit: appended with each change, never changed (the tables' triggers refuse it), read newest first.

use postern_core::ids::EventId;
use postern_core::name::AccountName;
use postern_engine::ports::{AuditFilter, AuditRow, Change, CommitError, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId, rows_to_json};
use super::error::{saving, statement, unreadable};
use crate::record::event::detail_of;
use crate::record::who::{actor_from_text, actor_to_text};

/// One row per event of the change, in one statement.
pub(super) async fn append(connection: &mut SqliteConnection, change: &Change) -> Result<(), CommitError> {
    let rows: Vec<_> = change
        .events
        .iter()
        .map(|(id, event)| (id.to_sql(), event.code(), event.account().map(SqlId::to_sql), detail_of(event)))
        .collect();
    sqlx::query(
        "INSERT INTO audit (id, at, actor, note, code, account, detail)
         SELECT value ->> 0, ?2, ?3, ?4, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)",
    )
    .bind(rows_to_json(&rows))
    .bind(change.at.unix_micros())
    .bind(actor_to_text(&change.actor))
    .bind(&change.note)
    .execute(connection)
    .await
    .map_err(saving("write the audit"))?;
    Ok(())
}

/// Audit rows, newest first.
pub(super) async fn list(readers: &SqlitePool, filter: &AuditFilter) -> Result<Vec<AuditRow>, StoreError> {
    let mut text = QueryBuilder::<Sqlite>::new(
        "SELECT audit.id, at, actor, note, code, audit.account, primary_name, detail
         FROM audit LEFT JOIN account ON account.id = audit.account WHERE true",
    );
    if let Some(account) = filter.account {
        text.push(" AND audit.account = ").push_bind(account.to_sql());
    }
    if let Some((at, id)) = filter.before {
        let at = at.unix_micros();
        text.push(" AND at <= ").push_bind(at).push(" AND (at < ").push_bind(at);
        text.push(" OR audit.seq < (SELECT seq FROM audit WHERE id = ").push_bind(id.to_sql()).push("))");
    }
    text.push(" ORDER BY at DESC, audit.seq DESC LIMIT ").push_bind(i64::from(filter.limit));
    let rows = text.build().fetch_all(readers).await.map_err(statement("read the audit"))?;
    rows.iter().map(read_row).collect()
}

fn read_row(row: &SqliteRow) -> Result<AuditRow, StoreError> {
    let id: EventId = row.id("id").map_err(statement("read the id of an audit row"))?;
    let columns = || -> Result<_, sqlx::Error> {
        let audit = AuditRow {
            id,
            at: row.time("at")?,
            // Read below, where an unknown word is told apart from a broken row.
            actor: postern_core::restriction::Actor::Rule,
            note: row.text("note")?,
            code: row.text("code")?,
            account: row.id_or_none("account")?,
            account_name: row.text_or_none("primary_name")?.map(AccountName::from_canonical),
            detail: row.text("detail")?,
        };
        Ok((audit, row.text("actor")?))
    };
    let (audit, actor) = columns().map_err(statement(format!("read audit row {id}")))?;
    let actor = actor_from_text(&actor).map_err(unreadable(format_args!("audit row {id}")))?;
    Ok(AuditRow { actor, ..audit })
}
