//! App passwords: added, revoked, their hashes, and when each was last used.

use async_trait::async_trait;
use postern_core::app_password::{AppPassword, AppPasswordEvent, LastUse};
use postern_core::ids::{AccountId, AppPasswordId};
use postern_core::protocol::Protocol;
use postern_engine::ports::{AppPasswordStore, Change, CommitError, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool, query, query_scalar};

use super::SqliteStore;
use super::accounts::one_account;
use super::columns::{Columns, SqlId, rows_to_json};
use super::error::{saving, statement, unreadable};
use super::state::StateWork;
use super::store_error;
use crate::record::RecordError;

#[async_trait]
impl AppPasswordStore for SqliteStore {
    async fn app_password_hashes(
        &self,
        of: Option<AccountId>,
    ) -> Result<Vec<(AccountId, AppPasswordId, String)>, StoreError> {
        hashes(&self.state, of).await
    }

    async fn app_password_hash(&self, id: AppPasswordId) -> Result<Option<String>, StoreError> {
        hash(&self.state, id).await
    }

    async fn note_app_password_use(&self, id: AppPasswordId, last: LastUse) -> Result<(), StoreError> {
        self.state_writer.ask(StateWork::AppPasswordUsed(id, last)).await.map(drop).map_err(store_error)
    }
}

pub(super) async fn apply(
    connection: &mut SqliteConnection,
    change: &Change,
    event: &AppPasswordEvent,
) -> Result<(), CommitError> {
    match event {
        AppPasswordEvent::Added(added) => add(connection, change, added).await,
        AppPasswordEvent::Revoked { account: _, id, name: _ } => revoke(connection, *id).await,
    }
}

/// Keeps it with the hash that travels beside the event.
async fn add(
    connection: &mut SqliteConnection,
    change: &Change,
    added: &AppPassword,
) -> Result<(), CommitError> {
    let failed = || format!("add app password {} of account {}", added.id, added.account);
    let Some((_, hash)) = change.passwords.iter().find(|(owner, _)| *owner == added.account) else {
        let missing = "the change says that an app password was added and carries no hash";
        return Err(StoreError::Statement { operation: failed(), source: missing.into() }.into());
    };
    let protocols: Vec<&str> = added.protocols.iter().map(Protocol::code).collect();
    let kept = query(
        "INSERT INTO app_password (id, account, slot, name, protocols, password_hash, created_at)
         SELECT ?1, id, ?3, ?4, ?5, ?6, ?7 FROM account WHERE id = ?2 AND deleted_at IS NULL",
    )
    .bind(added.id.to_sql())
    .bind(added.account.to_sql())
    .bind(i64::from(added.slot))
    .bind(&added.name)
    .bind(rows_to_json(&protocols))
    .bind(hash)
    .bind(added.created.unix_micros())
    .execute(connection)
    .await
    .map_err(saving(failed()))?;
    one_account(added.account, kept.rows_affected())
}

/// One that is gone already stays so.
async fn revoke(connection: &mut SqliteConnection, id: AppPasswordId) -> Result<(), CommitError> {
    query("DELETE FROM app_password WHERE id = ?1")
        .bind(id.to_sql())
        .execute(connection)
        .await
        .map_err(saving(format!("revoke app password {id}")))?;
    Ok(())
}

pub(super) async fn note_use(
    connection: &mut SqliteConnection,
    id: AppPasswordId,
    last: &LastUse,
) -> Result<(), CommitError> {
    query(
        "UPDATE app_password SET last_used_at = ?2, last_source = ?3, last_protocol = ?4
         WHERE id = ?1 AND coalesce(last_used_at, ?2) <= ?2",
    )
    .bind(id.to_sql())
    .bind(last.at.unix_micros())
    .bind(&last.source)
    .bind(last.protocol.map(Protocol::code))
    .execute(connection)
    .await
    .map_err(saving(format!("note the use of app password {id}")))?;
    Ok(())
}

/// Every one, without its hash.
pub(super) async fn all(readers: &SqlitePool) -> Result<Vec<AppPassword>, StoreError> {
    let rows = query(
        "SELECT id, account, slot, name, protocols, created_at, last_used_at, last_source, last_protocol
         FROM app_password ORDER BY account, slot",
    )
    .fetch_all(readers)
    .await
    .map_err(statement("read app passwords"))?;
    rows.iter().map(read).collect()
}

/// The hashes of one account's, or of all.
async fn hashes(
    readers: &SqlitePool,
    of: Option<AccountId>,
) -> Result<Vec<(AccountId, AppPasswordId, String)>, StoreError> {
    let rows = query(
        "SELECT account, id, password_hash FROM app_password
         WHERE account BETWEEN ?1 AND ?2 ORDER BY account, slot",
    )
    .bind(of.map_or(0, SqlId::to_sql))
    .bind(of.map_or(i64::MAX, SqlId::to_sql))
    .fetch_all(readers)
    .await
    .map_err(statement("read the hashes of app passwords"))?;
    rows.iter()
        .map(|row| Ok((row.id("account")?, row.id("id")?, row.text("password_hash")?)))
        .collect::<Result<_, sqlx::Error>>()
        .map_err(statement("read the hash of an app password"))
}

/// One hash.
async fn hash(readers: &SqlitePool, id: AppPasswordId) -> Result<Option<String>, StoreError> {
    query_scalar("SELECT password_hash FROM app_password WHERE id = ?1")
        .bind(id.to_sql())
        .fetch_optional(readers)
        .await
        .map_err(statement(format!("read the hash of app password {id}")))
}

fn read(row: &SqliteRow) -> Result<AppPassword, StoreError> {
    let column = |error| statement("read an app password")(error);
    let id: AppPasswordId = row.id("id").map_err(column)?;
    let protocols: Vec<String> = serde_json::from_str(&row.text("protocols").map_err(column)?)
        .map_err(|error| unreadable(format_args!("app password {id}"))(RecordError::Shape(error)))?;
    let used = row.time_or_none("last_used_at").map_err(column)?;
    let source = row.text_or_none("last_source").map_err(column)?;
    let protocol = row.text_or_none("last_protocol").map_err(column)?;
    Ok(AppPassword {
        id,
        account: row.id("account").map_err(column)?,
        // The table holds no other numbers.
        slot: u8::try_from(row.number("slot").map_err(column)?).unwrap_or(u8::MAX),
        name: row.text("name").map_err(column)?,
        // What a newer version allowed is not allowed by this one.
        protocols: protocols.iter().filter_map(|code| Protocol::from_code(code)).collect(),
        created: row.time("created_at").map_err(column)?,
        last_used: used.zip(source).map(|(at, source)| LastUse {
            at,
            source,
            protocol: protocol.as_deref().and_then(Protocol::from_code),
        }),
    })
}
