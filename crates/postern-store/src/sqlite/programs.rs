//! Tokens of programs: added, revoked, and when they were last used.

use postern_core::ids::TokenId;
use postern_core::time::Timestamp;
use postern_core::token::{Scope, SecretHash, Token};
use postern_engine::ports::{CommitError, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId, rows_to_json};
use super::directory::reach_of;
use super::error::{saving, statement, unreadable};
use crate::record::RecordError;

pub(super) async fn add(connection: &mut SqliteConnection, token: &Token) -> Result<(), CommitError> {
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
    sqlx::query(
        "INSERT INTO token (id, name, scopes, hash, created_at, ends_at, made_by, domains)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )
    .bind(token.id.to_sql())
    .bind(&token.name)
    .bind(rows_to_json(&scopes))
    .bind(token.hash.0.as_slice())
    .bind(token.created.unix_micros())
    .bind(token.ends.map(Timestamp::unix_micros))
    .bind(token.made_by.map(SqlId::to_sql))
    .bind(rows_to_json(&token.reach.domains()))
    .execute(connection)
    .await
    .map_err(saving(format!("add token {}", token.id)))?;
    Ok(())
}

/// One that is revoked already stays so.
pub(super) async fn revoke(
    connection: &mut SqliteConnection,
    token: TokenId,
    at: Timestamp,
) -> Result<(), CommitError> {
    sqlx::query("UPDATE token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL")
        .bind(token.to_sql())
        .bind(at.unix_micros())
        .execute(connection)
        .await
        .map_err(saving(format!("revoke token {token}")))?;
    Ok(())
}

pub(super) async fn note_use(
    connection: &mut SqliteConnection,
    token: TokenId,
    at: Timestamp,
) -> Result<(), CommitError> {
    sqlx::query("UPDATE token SET last_used_at = max(coalesce(last_used_at, ?2), ?2) WHERE id = ?1")
        .bind(token.to_sql())
        .bind(at.unix_micros())
        .execute(connection)
        .await
        .map_err(saving(format!("note the use of token {token}")))?;
    Ok(())
}

/// Those that are not revoked; whether they have ended is for the reader.
pub(super) async fn tokens(readers: &SqlitePool) -> Result<Vec<Token>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, name, scopes, hash, created_at, ends_at, last_used_at, made_by, domains FROM token
         WHERE revoked_at IS NULL ORDER BY name",
    )
    .fetch_all(readers)
    .await
    .map_err(statement("read tokens"))?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<Token, StoreError> {
    let column = |error| statement("read a token")(error);
    let id: TokenId = row.id("id").map_err(column)?;
    let scopes: Vec<String> = serde_json::from_str(&row.text("scopes").map_err(column)?)
        .map_err(|error| unreadable(format_args!("token {id}"))(RecordError::Shape(error)))?;
    let reach = reach_of(&row.text("domains").map_err(column)?)
        .map_err(|error| unreadable(format_args!("token {id}"))(error))?;
    Ok(Token {
        id,
        reach,
        name: row.text("name").map_err(column)?,
        // What a newer version allowed is not allowed by this one.
        scopes: scopes.iter().filter_map(|code| Scope::from_code(code)).collect(),
        hash: hash(row).map_err(column)?,
        created: row.time("created_at").map_err(column)?,
        made_by: row.id_or_none("made_by").map_err(column)?,
        ends: row.time_or_none("ends_at").map_err(column)?,
        last_used: row.time_or_none("last_used_at").map_err(column)?,
    })
}

/// The column `hash`, whose length the table checks.
pub(super) fn hash(row: &SqliteRow) -> Result<SecretHash, sqlx::Error> {
    let bytes: Vec<u8> = row.try_get("hash")?;
    let source = "it does not have 32 bytes";
    let bytes = bytes
        .try_into()
        .map_err(|_| sqlx::Error::ColumnDecode { index: "hash".to_owned(), source: source.into() })?;
    Ok(SecretHash(bytes))
}
