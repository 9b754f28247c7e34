//! What admins can show: authenticator apps, recovery codes and passkeys.

use std::collections::HashMap;

use postern_core::admin::{AuthenticatorApp, Factors, Passkey, Proof};
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;
use postern_engine::ports::CommitError;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::admins::run;
use super::columns::{Columns, SqlId};
use super::programs;

/// Of an account that has nothing.
pub(super) async fn set(
    connection: &mut SqliteConnection,
    account: AccountId,
    factors: &Factors,
    at: Timestamp,
) -> Result<(), CommitError> {
    if let Some(app) = &factors.app {
        let query = sqlx::query(
            "INSERT INTO second_factor (account, secret, last_step, set_at) VALUES (?1, ?2, ?3, ?4)",
        )
        .bind(account.to_sql())
        .bind(app.secret.to_vec())
        .bind(app.last_step.cast_signed())
        .bind(at.unix_micros());
        run(connection, query, account).await?;
    }
    for passkey in &factors.passkeys {
        add_passkey(connection, account, passkey).await?;
    }
    set_recovery_codes(connection, account, &factors.recovery).await
}

/// In place of the ones from before.
pub(super) async fn set_recovery_codes(
    connection: &mut SqliteConnection,
    account: AccountId,
    recovery: &[SecretHash],
) -> Result<(), CommitError> {
    let query = sqlx::query("DELETE FROM recovery_code WHERE account = ?1").bind(account.to_sql());
    run(connection, query, account).await?;
    for hash in recovery {
        let query = sqlx::query("INSERT INTO recovery_code (hash, account) VALUES (?1, ?2)")
            .bind(hash.0.to_vec())
            .bind(account.to_sql());
        run(connection, query, account).await?;
    }
    Ok(())
}

pub(super) async fn add_passkey(
    connection: &mut SqliteConnection,
    account: AccountId,
    passkey: &Passkey,
) -> Result<(), CommitError> {
    let query = sqlx::query(
        "INSERT INTO passkey (id, account, name, credential, key, added_at, last_used_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(passkey.id.to_sql())
    .bind(account.to_sql())
    .bind(passkey.name.clone())
    .bind(passkey.credential.clone())
    .bind(passkey.key.clone())
    .bind(passkey.added.unix_micros())
    .bind(passkey.last_used.map(Timestamp::unix_micros));
    run(connection, query, account).await
}

/// What was shown is used: the step of a code is not good again, a passkey's counter and flags are kept.
pub(super) async fn note_proof(
    connection: &mut SqliteConnection,
    account: AccountId,
    by: &Proof,
    at: Timestamp,
) -> Result<(), CommitError> {
    let query = match by {
        Proof::Link | Proof::RecoveryCode => return Ok(()),
        Proof::Code { step } => {
            sqlx::query("UPDATE second_factor SET last_step = max(last_step, ?2) WHERE account = ?1")
                .bind(account.to_sql())
                .bind(step.cast_signed())
        }
        Proof::Passkey { passkey, name: _, key } => {
            sqlx::query("UPDATE passkey SET last_used_at = ?2, key = coalesce(?3, key) WHERE id = ?1")
                .bind(passkey.to_sql())
                .bind(at.unix_micros())
                .bind(key.clone())
        }
    };
    run(connection, query, account).await
}

/// Everybody's.
pub(super) async fn read(readers: &SqlitePool) -> Result<Vec<(AccountId, Factors)>, sqlx::Error> {
    let mut all: HashMap<AccountId, Factors> = HashMap::new();
    let apps = sqlx::query("SELECT account, secret, last_step FROM second_factor").fetch_all(readers).await?;
    for row in &apps {
        all.entry(row.id("account")?).or_default().app = Some(read_app(row)?);
    }
    let codes = sqlx::query("SELECT account, hash FROM recovery_code").fetch_all(readers).await?;
    for row in &codes {
        all.entry(row.id("account")?).or_default().recovery.push(programs::hash(row)?);
    }
    let passkeys = sqlx::query(
        "SELECT account, id, name, credential, key, added_at, last_used_at FROM passkey ORDER BY added_at, id",
    );
    for row in &passkeys.fetch_all(readers).await? {
        all.entry(row.id("account")?).or_default().passkeys.push(read_passkey(row)?);
    }
    Ok(all.into_iter().collect())
}

fn read_app(row: &SqliteRow) -> Result<AuthenticatorApp, sqlx::Error> {
    let secret: Vec<u8> = row.try_get("secret")?;
    let secret = secret.try_into().map_err(|_| sqlx::Error::ColumnDecode {
        index: "secret".to_owned(),
        source: "it does not have 20 bytes".into(),
    })?;
    Ok(AuthenticatorApp { secret, last_step: row.number("last_step")?.cast_unsigned() })
}

fn read_passkey(row: &SqliteRow) -> Result<Passkey, sqlx::Error> {
    Ok(Passkey {
        id: row.id("id")?,
        name: row.text("name")?,
        credential: row.try_get("credential")?,
        key: row.text("key")?,
        added: row.time("added_at")?,
        last_used: row.time_or_none("last_used_at")?,
    })
}
