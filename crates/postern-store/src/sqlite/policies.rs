//! The policy values that differ from the defaults, and the policies for some accounts. Names and bounds are core's.

use postern_core::policy::scoped::ScopedPolicy;
use postern_engine::ports::{CommitError, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{Columns, rows_to_json};
use super::error::{saving, statement, unreadable};
use crate::record::RecordError;
use crate::record::scope::{scope_from_text, scope_to_text};

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

/// Exactly these policies are for some accounts now.
pub(super) async fn save_scoped(
    connection: &mut SqliteConnection,
    policies: &[ScopedPolicy],
) -> Result<(), CommitError> {
    sqlx::query("DELETE FROM scoped_policy")
        .execute(&mut *connection)
        .await
        .map_err(saving("replace the policies for some accounts"))?;
    for policy in policies {
        sqlx::query(
            "INSERT INTO scoped_policy (name, priority, scope, sets, until) VALUES (?1, ?2, ?3, ?4, ?5)",
        )
        .bind(&policy.name)
        .bind(i64::from(policy.priority))
        .bind(scope_to_text(&policy.scope))
        .bind(rows_to_json(&policy.values))
        .bind(policy.until.map(|until| until.unix_micros()))
        .execute(&mut *connection)
        .await
        .map_err(saving(format!("save the policy {}", policy.name)))?;
    }
    Ok(())
}

/// The policies for some accounts.
pub(super) async fn read_scoped(readers: &SqlitePool) -> Result<Vec<ScopedPolicy>, StoreError> {
    let rows = sqlx::query("SELECT name, priority, scope, sets, until FROM scoped_policy ORDER BY priority")
        .fetch_all(readers)
        .await
        .map_err(statement("read the policies for some accounts"))?;
    rows.iter().map(read_policy).collect()
}

fn read_policy(row: &SqliteRow) -> Result<ScopedPolicy, StoreError> {
    let columns = || -> Result<_, sqlx::Error> {
        let texts = (row.text("name")?, row.text("scope")?, row.text("sets")?);
        Ok((texts, row.number("priority")?, row.time_or_none("until")?))
    };
    let ((name, scope, sets), priority, until) =
        columns().map_err(statement("read a policy for some accounts"))?;
    let policy = || -> Result<ScopedPolicy, RecordError> {
        let sets: Vec<(String, u64)> = serde_json::from_str(&sets).map_err(RecordError::Shape)?;
        // A value of a newer version, or one that is gone, is left out; the others still count.
        let value = |(name, value): &(String, u64)| Some((ScopedPolicy::value_name(name).ok()?, *value));
        Ok(ScopedPolicy {
            priority: u32::try_from(priority).unwrap_or(u32::MAX),
            scope: scope_from_text(&scope)?,
            values: sets.iter().filter_map(value).collect(),
            name: name.clone(),
            until,
        })
    };
    policy().map_err(unreadable(format_args!("policy {name}")))
}
