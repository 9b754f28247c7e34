//! Restrictions: begun, ended, listed.

use postern_core::ids::{AccountId, RestrictionId};
use postern_core::name::AccountName;
use postern_core::restriction::{Origin, Restriction, RestrictionKind};
use postern_core::time::Timestamp;
use postern_engine::ports::{Change, CommitError, RestrictionFilter, RestrictionRow, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId, rows_to_json};
use super::directory::{push_reach, search_pattern};
use super::error::{saving, statement, unreadable};
use super::trail;
use crate::record::reason::{evidence_from_text, evidence_to_text, reason_from_text, reason_to_text};
use crate::record::who::{actor_from_text, actor_to_text, entity_from_text, entity_to_text};
use crate::record::{RecordError, code};

/// A restriction begins; one on an account needs the account.
pub(super) async fn start(
    connection: &mut SqliteConnection,
    restriction: &Restriction,
) -> Result<(), CommitError> {
    let started = sqlx::query(
        "INSERT INTO restriction (id, entity, account, kind, reason, evidence, since, until, origin, actor)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
         WHERE ?3 IS NULL OR EXISTS (SELECT 1 FROM account WHERE id = ?3 AND deleted_at IS NULL)",
    )
    .bind(restriction.id.to_sql())
    .bind(entity_to_text(&restriction.entity))
    .bind(restriction.account().map(SqlId::to_sql))
    .bind(restriction.kind.code())
    .bind(reason_to_text(&restriction.reason))
    .bind(evidence_to_text(&restriction.evidence))
    .bind(restriction.since.unix_micros())
    .bind(restriction.until.map(|until| until.unix_micros()))
    .bind(restriction.origin.code())
    .bind(actor_to_text(&restriction.actor))
    .execute(connection)
    .await
    .map_err(saving(format!("start restriction {}", restriction.id)))?;
    match restriction.account() {
        Some(account) if started.rows_affected() == 0 => Err(CommitError::NoSuchAccount(account)),
        Some(_) | None => Ok(()),
    }
}

/// A restriction ends, if nobody has ended it meanwhile.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    change: &Change,
    id: RestrictionId,
) -> Result<(), CommitError> {
    const END: &str = "UPDATE restriction SET ended_at = ?2, ended_by = ?3, ended_note = ?4
         WHERE id = ?1 AND ended_at IS NULL";
    let is_ended = trail::end_row(connection, END, id.to_sql(), change).await;
    if is_ended.map_err(saving(format!("end restriction {id}")))? {
        Ok(())
    } else {
        Err(CommitError::RestrictionNotOpen(id))
    }
}

const COLUMNS: &str =
    "SELECT restriction.id, entity, restriction.kind, reason, evidence, since, until, origin,
    actor, ended_at, ended_by, ended_note, primary_name, display_name
    FROM restriction LEFT JOIN account ON account.id = restriction.account AND account.deleted_at IS NULL
    WHERE true";

/// Every restriction that has not ended.
pub(super) async fn open(readers: &SqlitePool) -> Result<Vec<Restriction>, StoreError> {
    let rows = QueryBuilder::<Sqlite>::new(COLUMNS)
        .push(" AND ended_at IS NULL")
        .build()
        .fetch_all(readers)
        .await
        .map_err(statement("read the open restrictions"))?;
    rows.iter().map(|row| read_row(row).map(|row| row.restriction)).collect()
}

/// Those that a person or a program ended at `since` or later, oldest first.
pub(super) async fn released_since(
    readers: &SqlitePool,
    since: Timestamp,
) -> Result<Vec<(Timestamp, Restriction)>, StoreError> {
    let rows = QueryBuilder::<Sqlite>::new(COLUMNS)
        .push(" AND ended_at >= ")
        .push_bind(since.unix_micros())
        .push(" ORDER BY ended_at, restriction.id")
        .build()
        .fetch_all(readers)
        .await
        .map_err(statement("read what people lifted"))?;
    let read = rows.iter().map(read_row).collect::<Result<Vec<_>, _>>()?;
    let released = read.into_iter().filter_map(|row| match row.ended {
        Some((at, by, _note)) if by.origin() != Origin::Rule => Some((at, row.restriction)),
        Some(_) | None => None,
    });
    Ok(released.collect())
}

/// Restrictions, newest first.
pub(super) async fn list(
    readers: &SqlitePool,
    filter: &RestrictionFilter,
) -> Result<Vec<RestrictionRow>, StoreError> {
    // The text differs by what is asked, because SQLite uses no index for "?1 IS NULL OR account = ?1".
    let mut text = QueryBuilder::<Sqlite>::new(COLUMNS);
    if let Some(id) = filter.id {
        text.push(" AND restriction.id = ").push_bind(id.to_sql());
    }
    if let Some(account) = filter.account {
        text.push(" AND restriction.account = ").push_bind(account.to_sql());
    }
    if !filter.with_ended {
        text.push(" AND ended_at IS NULL");
    }
    if filter.of_accounts {
        text.push(" AND restriction.account IS NOT NULL");
    }
    if !filter.kinds.is_empty() {
        let codes: Vec<_> = filter.kinds.iter().map(|kind| kind.code()).collect();
        text.push(" AND restriction.kind IN (SELECT value FROM json_each(")
            .push_bind(rows_to_json(&codes))
            .push("))");
    }
    if let Some((since, id)) = filter.before {
        text.push(" AND (since, restriction.id) < (").push_bind(since.unix_micros());
        text.push(", ").push_bind(id.to_sql()).push(")");
    }
    push_reach(&mut text, &filter.reach);
    let search = search_pattern(&filter.search);
    if !search.is_empty() {
        text.push(" AND instr(search_text, ").push_bind(search).push(") > 0");
    }
    text.push(" ORDER BY since DESC, restriction.id DESC LIMIT ").push_bind(i64::from(filter.limit));
    let rows = text.build().fetch_all(readers).await.map_err(statement("read restrictions"))?;
    rows.iter().map(read_row).collect()
}

fn read_row(row: &SqliteRow) -> Result<RestrictionRow, StoreError> {
    let id: RestrictionId = row.id("id").map_err(statement("read the id of a restriction"))?;
    let named = || format!("restriction {id}");
    let stored = Stored::take(row).map_err(statement(format!("read {}", named())))?;
    stored.read(id).map_err(unreadable(named()))
}

/// The columns as they are, before anything is made of them.
struct Stored {
    entity: String,
    kind: String,
    reason: String,
    evidence: String,
    origin: String,
    actor: String,
    since: Timestamp,
    until: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    ended_by: Option<String>,
    ended_note: Option<String>,
    primary_name: Option<String>,
    display_name: Option<String>,
}

impl Stored {
    fn take(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            entity: row.text("entity")?,
            kind: row.text("kind")?,
            reason: row.text("reason")?,
            evidence: row.text("evidence")?,
            origin: row.text("origin")?,
            actor: row.text("actor")?,
            since: row.time("since")?,
            until: row.time_or_none("until")?,
            ended_at: row.time_or_none("ended_at")?,
            ended_by: row.text_or_none("ended_by")?,
            ended_note: row.text_or_none("ended_note")?,
            primary_name: row.text_or_none("primary_name")?,
            display_name: row.text_or_none("display_name")?,
        })
    }

    fn read(self, id: RestrictionId) -> Result<RestrictionRow, RecordError> {
        let ended = match (self.ended_at, self.ended_by, self.ended_note) {
            (Some(at), Some(by), Some(note)) => Some((at, actor_from_text(&by)?, note)),
            // The table's own check keeps the three together.
            (Some(_) | None, _, _) => None,
        };
        Ok(RestrictionRow {
            restriction: Restriction {
                id,
                entity: entity_from_text(&self.entity)?,
                kind: code("kind of restriction", &self.kind, RestrictionKind::from_code)?,
                reason: reason_from_text(&self.reason)?,
                evidence: evidence_from_text(&self.evidence)?,
                since: self.since,
                until: self.until,
                origin: code("origin", &self.origin, Origin::from_code)?,
                actor: actor_from_text(&self.actor)?,
            },
            account: self.primary_name.map(AccountName::from_canonical).zip(self.display_name),
            ended,
        })
    }
}

/// The names of the accounts that carry an open restriction or entry.
pub(super) async fn restricted_names(
    readers: &SqlitePool,
) -> Result<Vec<(AccountName, AccountId)>, StoreError> {
    let failed = || "read the names of restricted accounts";
    let rows = sqlx::query(
        "SELECT name.name, name.account FROM name
         WHERE account IN (SELECT account FROM restriction WHERE ended_at IS NULL
                           UNION SELECT account FROM source_entry WHERE ended_at IS NULL)",
    )
    .fetch_all(readers)
    .await
    .map_err(statement(failed()))?;
    rows.iter()
        .map(|row| {
            let name = row.text("name").map_err(statement(failed()))?;
            Ok((AccountName::from_canonical(name), row.id("account").map_err(statement(failed()))?))
        })
        .collect()
}
