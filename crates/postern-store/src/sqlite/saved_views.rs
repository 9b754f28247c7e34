//! Lists that an admin comes back to.

use postern_core::ids::AccountId;
use postern_engine::ports::{CommitError, SavedView, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{saving, statement};

pub(super) async fn read(readers: &SqlitePool, account: AccountId) -> Result<Vec<SavedView>, StoreError> {
    let failed = || format!("read the views of account {account}");
    let rows = sqlx::query("SELECT name, query FROM saved_view WHERE account = ?1 ORDER BY name")
        .bind(account.to_sql())
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let view = |row: &SqliteRow| Ok(SavedView { name: row.text("name")?, query: row.text("query")? });
    rows.iter().map(view).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

pub(super) async fn save(
    connection: &mut SqliteConnection,
    account: AccountId,
    view: &SavedView,
) -> Result<(), CommitError> {
    sqlx::query("INSERT OR REPLACE INTO saved_view (account, name, query) VALUES (?1, ?2, ?3)")
        .bind(account.to_sql())
        .bind(&view.name)
        .bind(&view.query)
        .execute(connection)
        .await
        .map(drop)
        .map_err(saving(format!("save a view of account {account}")))
}

pub(super) async fn remove(
    connection: &mut SqliteConnection,
    account: AccountId,
    name: &str,
) -> Result<(), CommitError> {
    sqlx::query("DELETE FROM saved_view WHERE account = ?1 AND name = ?2")
        .bind(account.to_sql())
        .bind(name)
        .execute(connection)
        .await
        .map(drop)
        .map_err(saving(format!("remove a view of account {account}")))
}
