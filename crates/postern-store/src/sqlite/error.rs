//! From a failed statement to the port's error, and which failures pass by themselves.

use postern_engine::ports::{CommitError, StoreError};

use crate::record::RecordError;

/// The error of an operation named `operation`, as in "read account 7K2M9-QX4TB".
pub(super) fn statement(operation: impl Into<String>) -> impl FnOnce(sqlx::Error) -> StoreError {
    let operation = operation.into();
    move |source| StoreError::Statement { operation, source: Box::new(source) }
}

/// The same inside a change.
pub(super) fn saving(operation: impl Into<String>) -> impl FnOnce(sqlx::Error) -> CommitError {
    let of_statement = statement(operation);
    move |source| CommitError::Store(of_statement(source))
}

/// A row that holds what this program does not know; `row` names it, as in "restriction 7K2M9-QX4TB".
pub(super) fn unreadable(row: impl std::fmt::Display) -> impl FnOnce(RecordError) -> StoreError {
    let operation = format!("read {row}");
    move |source| StoreError::Statement { operation, source: Box::new(source) }
}

/// SQLite's primary result codes of failures that lie in the machine and not in the statement: busy, locked, out
/// of memory, read-only, I/O, full, cannot open (sqlite.org/rescode.html). The same change may succeed later.
const TRANSIENT_CODES: [i32; 7] = [5, 6, 7, 8, 10, 13, 14];

/// Whether the same change may succeed later.
pub(super) fn is_transient(error: &StoreError) -> bool {
    let source = match error {
        StoreError::Open { .. } => return true,
        StoreError::SqliteTooOld { .. } | StoreError::NotWriting => return false,
        StoreError::Statement { source, .. } => source,
    };
    match source.downcast_ref::<sqlx::Error>() {
        Some(sqlx::Error::Database(database)) => database
            .code()
            .and_then(|code| code.parse::<i32>().ok())
            // The low byte of an extended code is the primary one.
            .is_some_and(|code| TRANSIENT_CODES.contains(&(code & 0xff))),
        // sqlx's enum is theirs and may grow: what is not known to pass does not.
        Some(other) => matches!(other, sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{Connection, SqliteConnection};

    #[tokio::test]
    async fn a_full_disk_passes_and_a_broken_rule_of_a_table_does_not() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("in memory");
        let run = async |connection: &mut SqliteConnection, text: &'static str| {
            sqlx::raw_sql(text).execute(connection).await.map_err(statement("test"))
        };
        run(&mut connection, "CREATE TABLE t (x BLOB UNIQUE) STRICT; PRAGMA max_page_count = 10")
            .await
            .expect("a table");
        let full = run(&mut connection, "INSERT INTO t VALUES (zeroblob(100000))").await.expect_err("full");
        assert!(is_transient(&full), "{full:?}");
        let twice = "INSERT INTO t VALUES (x'00'); INSERT INTO t VALUES (x'00')";
        let broken = run(&mut connection, twice).await.expect_err("not unique");
        assert!(!is_transient(&broken), "{broken:?}");
        let wrong = run(&mut connection, "SELEKT").await.expect_err("not SQL");
        assert!(!is_transient(&wrong), "{wrong:?}");
    }
}
