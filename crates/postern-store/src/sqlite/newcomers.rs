//! The owner in a new place: one-time links with the passes that they gave, and remembered devices.

use postern_core::admission::{Admission, Pass};
use postern_core::device::{DEVICES_MAX, Device};
use postern_core::ids::{AccountId, AdmissionId, DeviceId};
use postern_core::time::Timestamp;
use postern_engine::ports::{CommitError, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{saving, statement, unreadable};
use super::programs;
use crate::record::RecordError;

/// Keeps a new link; an older one of the account that nobody used is void.
pub(super) async fn offer(
    connection: &mut SqliteConnection,
    admission: &Admission,
) -> Result<(), CommitError> {
    let failed = || format!("offer admission {}", admission.id);
    sqlx::query("DELETE FROM admission WHERE account = ?1 AND used_at IS NULL")
        .bind(admission.account.to_sql())
        .execute(&mut *connection)
        .await
        .map_err(saving(failed()))?;
    sqlx::query("INSERT INTO admission (id, account, hash, expires_at) VALUES (?1, ?2, ?3, ?4)")
        .bind(admission.id.to_sql())
        .bind(admission.account.to_sql())
        .bind(admission.hash.0.as_slice())
        .bind(admission.expires.unix_micros())
        .execute(connection)
        .await
        .map_err(saving(failed()))?;
    Ok(())
}

/// Once: a second use of the same link saves nothing.
pub(super) async fn used(
    connection: &mut SqliteConnection,
    admission: AdmissionId,
    pass: &Pass,
    at: Timestamp,
) -> Result<(), CommitError> {
    let failed = || format!("use admission {admission}");
    let used = sqlx::query(
        "UPDATE admission SET used_at = ?2, source = ?3, pass_until = ?4 WHERE id = ?1 AND used_at IS NULL",
    )
    .bind(admission.to_sql())
    .bind(at.unix_micros())
    .bind(pass.source.to_string())
    .bind(pass.until.unix_micros())
    .execute(connection)
    .await
    .map_err(saving(failed()))?;
    if used.rows_affected() == 1 {
        return Ok(());
    }
    Err(CommitError::Store(StoreError::Statement {
        operation: failed(),
        source: "it was used already, or a newer link has voided it".into(),
    }))
}

/// Links that still work, and passes that hold, at `now`.
pub(super) async fn in_force(
    readers: &SqlitePool,
    now: Timestamp,
) -> Result<(Vec<Admission>, Vec<Pass>), StoreError> {
    let rows = sqlx::query(
        "SELECT id, account, hash, expires_at, source, pass_until FROM admission
         WHERE (used_at IS NULL AND expires_at > ?1) OR pass_until > ?1",
    )
    .bind(now.unix_micros())
    .fetch_all(readers)
    .await
    .map_err(statement("read links and passes"))?;
    let (mut links, mut passes) = (Vec::new(), Vec::new());
    for row in &rows {
        match read_pass(row)? {
            Some(pass) => passes.push(pass),
            None => links.push(read_link(row).map_err(statement("read a link"))?),
        }
    }
    Ok((links, passes))
}

fn read_link(row: &SqliteRow) -> Result<Admission, sqlx::Error> {
    Ok(Admission {
        id: row.id("id")?,
        account: row.id("account")?,
        hash: programs::hash(row)?,
        expires: row.time("expires_at")?,
    })
}

fn read_pass(row: &SqliteRow) -> Result<Option<Pass>, StoreError> {
    let column = |error| statement("read a pass")(error);
    let source = row.text_or_none("source").map_err(column)?;
    let until = row.time_or_none("pass_until").map_err(column)?;
    let (Some(source), Some(until)) = (source, until) else { return Ok(None) };
    let network = source
        .parse()
        .map_err(|_| unreadable("a pass")(RecordError::Unknown { what: "network", code: source.clone() }))?;
    Ok(Some(Pass { account: row.id("account").map_err(column)?, source: network, until }))
}

/// Remembers a device; beyond [`DEVICES_MAX`] the oldest is forgotten.
pub(super) async fn remember(connection: &mut SqliteConnection, device: &Device) -> Result<(), CommitError> {
    let failed = || format!("remember device {}", device.id);
    sqlx::query("INSERT INTO device (id, account, since) VALUES (?1, ?2, ?3)")
        .bind(device.id.to_sql())
        .bind(device.account.to_sql())
        .bind(device.since.unix_micros())
        .execute(&mut *connection)
        .await
        .map_err(saving(failed()))?;
    sqlx::query(
        "DELETE FROM device WHERE account = ?1 AND id NOT IN
         (SELECT id FROM device WHERE account = ?1 ORDER BY since DESC, id DESC LIMIT ?2)",
    )
    .bind(device.account.to_sql())
    .bind(DEVICES_MAX as i64)
    .execute(connection)
    .await
    .map_err(saving(failed()))?;
    Ok(())
}

/// Forgets one device of the account, or all of them.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    account: AccountId,
    device: Option<DeviceId>,
) -> Result<(), CommitError> {
    sqlx::query("DELETE FROM device WHERE account = ?1 AND id = coalesce(?2, id)")
        .bind(account.to_sql())
        .bind(device.map(SqlId::to_sql))
        .execute(connection)
        .await
        .map_err(saving(format!("forget devices of account {account}")))?;
    Ok(())
}

/// The account's links and devices go with it.
pub(super) async fn forget_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    sqlx::query("DELETE FROM admission WHERE account = ?1")
        .bind(account.to_sql())
        .execute(&mut *connection)
        .await
        .map_err(saving(format!("remove the links of account {account}")))?;
    forget(connection, account, None).await
}

/// The account's remembered devices, newest first.
pub(super) async fn devices(readers: &SqlitePool, account: AccountId) -> Result<Vec<Device>, StoreError> {
    let failed = || format!("read the devices of account {account}");
    let rows = sqlx::query("SELECT id, since FROM device WHERE account = ?1 ORDER BY since DESC, id DESC")
        .bind(account.to_sql())
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    rows.iter()
        .map(|row| Ok(Device { id: row.id("id")?, account, since: row.time("since")? }))
        .collect::<Result<_, sqlx::Error>>()
        .map_err(statement(failed()))
}
