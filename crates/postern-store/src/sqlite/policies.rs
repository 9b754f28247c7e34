//! The policy values that differ from the defaults. Names and bounds are core's.

use postern_engine::ports::{CommitError, StoreError};
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{Columns, rows_to_json};
use super::error::{saving, statement};

/// Exactly these values differ from the defaults now.
pub(super) async fn save(
    connection: &mut SqliteConnection,
    values: &[(String, String)],
) -> Result<(), CommitError> {
    sqlx::query("DELETE FROM policy").execute(&mut *connection).await.map_err(saving("replace policies"))?;
    sqlx::query("INSERT INTO policy (name, value) SELECT value ->> 0, value ->> 1 FROM json_each(?1)")
        .bind(rows_to_json(&values))
        .execute(connection)
        .await
        .map_err(saving("save policies"))?;
    Ok(())
}

/// The values that differ from the defaults, by name.
pub(super) async fn read(readers: &SqlitePool) -> Result<Vec<(String, String)>, StoreError> {
    let failed = || "read policies";
    let rows = sqlx::query("SELECT name, value FROM policy ORDER BY name")
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    rows.iter()
        .map(|row| {
            let value = row.text("value").map_err(statement(failed()))?;
            Ok((row.text("name").map_err(statement(failed()))?, value))
        })
        .collect()
}
