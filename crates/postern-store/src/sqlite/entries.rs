//! Entries of sources: added, ended, read back at start.

use postern_core::address::ClientNetwork;
use postern_core::ids::{AccountId, EntryId};
use postern_core::restriction::Origin;
use postern_core::source_entry::{EntryKind, EntryOn, SourceEntry};
use postern_engine::ports::{Change, CommitError, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{saving, statement, unreadable};
use super::trail;
use crate::record::who::{actor_from_text, actor_to_text};
use crate::record::{RecordError, code};

/// An entry is added; one of an account needs the account.
pub(super) async fn add(connection: &mut SqliteConnection, entry: &SourceEntry) -> Result<(), CommitError> {
    let added = sqlx::query(
        "INSERT INTO source_entry (id, kind, network, account, note, since, until, origin, actor, is_vouched)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
         WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM account WHERE id = ?4 AND deleted_at IS NULL)",
    )
    .bind(entry.id.to_sql())
    .bind(entry.kind.code())
    .bind(entry.on.network().map(|network| network.to_string()))
    .bind(entry.on.account().map(SqlId::to_sql))
    .bind(&entry.note)
    .bind(entry.since.unix_micros())
    .bind(entry.until.map(|until| until.unix_micros()))
    .bind(entry.origin.code())
    .bind(actor_to_text(&entry.actor))
    .bind(i64::from(entry.is_vouched))
    .execute(connection)
    .await
    .map_err(saving(format!("add entry {}", entry.id)))?;
    match entry.on.account() {
        Some(account) if added.rows_affected() == 0 => Err(CommitError::NoSuchAccount(account)),
        Some(_) | None => Ok(()),
    }
}

/// An entry ends, if nobody has ended it meanwhile.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    change: &Change,
    id: EntryId,
) -> Result<(), CommitError> {
    const END: &str = "UPDATE source_entry SET ended_at = ?2, ended_by = ?3, ended_note = ?4
         WHERE id = ?1 AND ended_at IS NULL";
    let is_ended = trail::end_row(connection, END, id.to_sql(), change).await;
    if is_ended.map_err(saving(format!("end entry {id}")))? {
        Ok(())
    } else {
        Err(CommitError::EntryNotOpen(id))
    }
}

/// Every entry that has not ended.
pub(super) async fn open(readers: &SqlitePool) -> Result<Vec<SourceEntry>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, kind, network, account, note, since, until, origin, actor, is_vouched
         FROM source_entry WHERE ended_at IS NULL ORDER BY since, id",
    )
    .fetch_all(readers)
    .await
    .map_err(statement("read the entries of sources"))?;
    rows.iter().map(read_row).collect()
}

fn read_row(row: &SqliteRow) -> Result<SourceEntry, StoreError> {
    let id: EntryId = row.id("id").map_err(statement("read the id of an entry"))?;
    let named = || format!("entry {id}");
    let stored = Stored::take(row).map_err(statement(format!("read {}", named())))?;
    stored.read(id).map_err(unreadable(named()))
}

/// The columns as they are, before anything is made of them.
struct Stored {
    kind: String,
    network: Option<String>,
    account: Option<AccountId>,
    note: String,
    since: postern_core::time::Timestamp,
    until: Option<postern_core::time::Timestamp>,
    origin: String,
    actor: String,
    is_vouched: bool,
}

impl Stored {
    fn take(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            kind: row.text("kind")?,
            network: row.text_or_none("network")?,
            account: row.id_or_none("account")?,
            note: row.text("note")?,
            since: row.time("since")?,
            until: row.time_or_none("until")?,
            origin: row.text("origin")?,
            actor: row.text("actor")?,
            is_vouched: row.number("is_vouched")? == 1,
        })
    }

    fn read(self, id: EntryId) -> Result<SourceEntry, RecordError> {
        let read =
            |text: &String| text.parse::<ClientNetwork>().map_err(|_| RecordError::unknown("network", text));
        let network = self.network.as_ref().map(read).transpose()?;
        let on = EntryOn::of(self.account, network)
            .ok_or_else(|| RecordError::unknown("entry without account and network", ""))?;
        Ok(SourceEntry {
            id,
            kind: code("kind of entry", &self.kind, EntryKind::from_code)?,
            on,
            note: self.note,
            since: self.since,
            until: self.until,
            origin: code("origin", &self.origin, Origin::from_code)?,
            actor: actor_from_text(&self.actor)?,
            is_vouched: self.is_vouched,
        })
    }
}
