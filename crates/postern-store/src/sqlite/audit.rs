//! The audit, read newest first. It is written in `trail.rs`, and never changed: the tables' triggers refuse it.

use postern_core::ids::EventId;
use postern_core::name::AccountName;
use postern_engine::ports::{AuditFilter, AuditRow, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{statement, unreadable};
use crate::record::who::actor_from_text;

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
