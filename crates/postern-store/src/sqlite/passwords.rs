//! An account's password, and the ones that it had.

use postern_core::ids::AccountId;
use postern_engine::ports::{Change, CommitError, PAST_PASSWORDS_MAX, StoreError};
use sqlx::{SqliteConnection, SqlitePool, query, query_scalar};

use super::accounts::one_account;
use super::columns::SqlId;
use super::error::{saving, statement};

/// Keeps the password that travels beside a `PasswordSet` event, and remembers the one whose place it takes.
pub(super) async fn set(
    connection: &mut SqliteConnection,
    change: &Change,
    account: AccountId,
) -> Result<(), CommitError> {
    let failed = || format!("set the password of account {account}");
    let Some((_, hash)) = change.passwords.iter().find(|(owner, _)| *owner == account) else {
        let missing = "the change says that a password was set and carries none";
        return Err(StoreError::Statement { operation: failed(), source: missing.into() }.into());
    };
    remember(connection, change, account).await?;
    let set = query(
        "INSERT INTO credential (account, password_hash, changed_at)
         SELECT id, ?2, ?3 FROM account WHERE id = ?1 AND deleted_at IS NULL
         ON CONFLICT (account) DO UPDATE
         SET password_hash = excluded.password_hash, changed_at = excluded.changed_at",
    )
    .bind(account.to_sql())
    .bind(hash)
    .bind(change.at.unix_micros())
    .execute(connection)
    .await
    .map_err(saving(failed()))?;
    one_account(account, set.rows_affected())
}

async fn remember(
    connection: &mut SqliteConnection,
    change: &Change,
    account: AccountId,
) -> Result<(), CommitError> {
    let failed = || format!("remember the password of account {account}");
    // Of two within one microsecond the later one stays.
    query(
        "INSERT OR REPLACE INTO past_password (account, replaced_at, password_hash)
         SELECT account, ?2, password_hash FROM credential WHERE account = ?1",
    )
    .bind(account.to_sql())
    .bind(change.at.unix_micros())
    .execute(&mut *connection)
    .await
    .map_err(saving(failed()))?;
    query(
        "DELETE FROM past_password WHERE account = ?1 AND replaced_at NOT IN
         (SELECT replaced_at FROM past_password WHERE account = ?1 ORDER BY replaced_at DESC LIMIT ?2)",
    )
    .bind(account.to_sql())
    .bind(i64::from(PAST_PASSWORDS_MAX))
    .execute(connection)
    .await
    .map_err(saving(failed()))?;
    Ok(())
}

/// The hashes of the account's last passwords, the one that it has included, the newest first.
pub(super) async fn last(
    readers: &SqlitePool,
    account: AccountId,
    limit: u32,
) -> Result<Vec<String>, StoreError> {
    query_scalar(
        "SELECT password_hash FROM
         (SELECT password_hash, 9223372036854775807 AS replaced_at FROM credential WHERE account = ?1
          UNION ALL SELECT password_hash, replaced_at FROM past_password WHERE account = ?1)
         ORDER BY replaced_at DESC LIMIT ?2",
    )
    .bind(account.to_sql())
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement(format!("read the last passwords of account {account}")))
}
