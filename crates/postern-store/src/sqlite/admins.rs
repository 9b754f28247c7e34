//! The door of the admin centre: second factors, recovery codes, invitations and open sessions.

use std::collections::HashMap;

use postern_core::admin::{AdminEvent, AdminSession, Invitation, LinkUse, SESSION_LIFE, SecondFactor};
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;
use postern_engine::ports::{AdminState, CommitError, StoreError};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Row, Sqlite, SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{saving, statement};
use super::programs;

type Query = sqlx::query::Query<'static, Sqlite, SqliteArguments>;

pub(super) async fn apply(
    connection: &mut SqliteConnection,
    event: &AdminEvent,
    at: Timestamp,
) -> Result<(), CommitError> {
    match event {
        AdminEvent::Invited(invitation) => invite(connection, invitation).await,
        AdminEvent::CodeRefused { .. } => Ok(()),
        AdminEvent::LinkUsed { account } => {
            let query = sqlx::query("DELETE FROM invitation WHERE account = ?1").bind(account.to_sql());
            run(connection, query, *account).await
        }
        AdminEvent::FactorSet { account, factor } => set_factor(connection, *account, factor, at).await,
        AdminEvent::RecoveryCodeUsed { account, hash, left: _ } => {
            let query = sqlx::query("DELETE FROM recovery_code WHERE hash = ?1").bind(hash.0.to_vec());
            run(connection, query, *account).await
        }
        AdminEvent::SessionOpened { session, step } => open(connection, session, *step, at).await,
        AdminEvent::SessionEnded { account, session, cause: _ } => {
            let query = sqlx::query("DELETE FROM admin_session WHERE id = ?1").bind(session.to_sql());
            run(connection, query, *account).await
        }
    }
}

async fn run(connection: &mut SqliteConnection, query: Query, account: AccountId) -> Result<(), CommitError> {
    let done = query.execute(connection).await;
    done.map(drop).map_err(saving(format!("change the admin {account}")))
}

async fn invite(connection: &mut SqliteConnection, invitation: &Invitation) -> Result<(), CommitError> {
    let query = sqlx::query(
        "INSERT OR REPLACE INTO invitation (account, id, hash, expires_at, opens) VALUES (?1, ?2, ?3, ?4, ?5)",
    )
    .bind(invitation.account.to_sql())
    .bind(invitation.id.to_sql())
    .bind(invitation.hash.0.to_vec())
    .bind(invitation.expires.unix_micros())
    .bind(invitation.opens.code());
    run(connection, query, invitation.account).await
}

async fn set_factor(
    connection: &mut SqliteConnection,
    account: AccountId,
    factor: &SecondFactor,
    at: Timestamp,
) -> Result<(), CommitError> {
    // The invitation is used up, and whoever signed in with the old factor is out.
    forget_account(connection, account).await?;
    let query =
        sqlx::query("INSERT INTO second_factor (account, secret, last_step, set_at) VALUES (?1, ?2, ?3, ?4)")
            .bind(account.to_sql())
            .bind(factor.secret.to_vec())
            .bind(factor.last_step.cast_signed())
            .bind(at.unix_micros());
    run(connection, query, account).await?;
    for hash in &factor.recovery {
        let query = sqlx::query("INSERT INTO recovery_code (hash, account) VALUES (?1, ?2)")
            .bind(hash.0.to_vec())
            .bind(account.to_sql());
        run(connection, query, account).await?;
    }
    Ok(())
}

async fn open(
    connection: &mut SqliteConnection,
    session: &AdminSession,
    step: Option<u64>,
    at: Timestamp,
) -> Result<(), CommitError> {
    let over = at.unix_micros().saturating_sub(SESSION_LIFE.as_micros());
    let forgotten = sqlx::query("DELETE FROM admin_session WHERE opened_at <= ?1").bind(over);
    run(connection, forgotten, session.account).await?;
    let query = sqlx::query(
        "INSERT INTO admin_session (id, account, hash, opened_at, source, client)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(session.id.to_sql())
    .bind(session.account.to_sql())
    .bind(session.hash.0.to_vec())
    .bind(session.opened.unix_micros())
    .bind(session.source.clone())
    .bind(session.client.clone());
    run(connection, query, session.account).await?;
    let Some(step) = step else { return Ok(()) };
    let query = sqlx::query("UPDATE second_factor SET last_step = max(last_step, ?2) WHERE account = ?1")
        .bind(session.account.to_sql())
        .bind(step.cast_signed());
    run(connection, query, session.account).await
}

/// The account's sessions are over: its password is another one.
pub(super) async fn end_sessions(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    let query = sqlx::query("DELETE FROM admin_session WHERE account = ?1").bind(account.to_sql());
    run(connection, query, account).await
}

/// The account holds no role any more: its sessions and its invitation are worth nothing.
pub(super) async fn uninvite(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    let query = sqlx::query("DELETE FROM invitation WHERE account = ?1").bind(account.to_sql());
    run(connection, query, account).await?;
    end_sessions(connection, account).await
}

/// Everything of the account goes: its factor, codes, invitation and sessions.
pub(super) async fn forget_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    for statement in [
        "DELETE FROM second_factor WHERE account = ?1",
        "DELETE FROM recovery_code WHERE account = ?1",
        "DELETE FROM invitation WHERE account = ?1",
        "DELETE FROM admin_session WHERE account = ?1",
    ] {
        run(connection, sqlx::query(statement).bind(account.to_sql()), account).await?;
    }
    Ok(())
}

/// What of it holds at `now`.
pub(super) async fn read(readers: &SqlitePool, now: Timestamp) -> Result<AdminState, StoreError> {
    let failed = || statement("read who may enter the admin centre");
    let codes = sqlx::query("SELECT account, hash FROM recovery_code").fetch_all(readers).await;
    let mut recovery: HashMap<AccountId, Vec<SecretHash>> = HashMap::new();
    for row in codes.map_err(failed())? {
        let account = row.id("account").map_err(failed())?;
        recovery.entry(account).or_default().push(programs::hash(&row).map_err(failed())?);
    }
    let factors =
        sqlx::query("SELECT account, secret, last_step FROM second_factor").fetch_all(readers).await;
    let factors = factors.map_err(failed())?;
    let invitations =
        sqlx::query("SELECT account, id, hash, expires_at, opens FROM invitation WHERE expires_at > ?1")
            .bind(now.unix_micros())
            .fetch_all(readers)
            .await
            .map_err(failed())?;
    let sessions = sqlx::query("SELECT id, account, hash, opened_at, source, client FROM admin_session")
        .fetch_all(readers)
        .await
        .map_err(failed())?;
    let factor = |row| read_factor(row, &mut recovery);
    Ok(AdminState {
        factors: factors.iter().map(factor).collect::<Result<_, _>>().map_err(failed())?,
        invitations: invitations.iter().map(read_invitation).collect::<Result<_, _>>().map_err(failed())?,
        sessions: sessions
            .iter()
            .map(|row| read_session(row, now))
            .collect::<Result<_, _>>()
            .map_err(failed())?,
    })
}

fn read_factor(
    row: &SqliteRow,
    recovery: &mut HashMap<AccountId, Vec<SecretHash>>,
) -> Result<(AccountId, SecondFactor), sqlx::Error> {
    let account: AccountId = row.id("account")?;
    let secret: Vec<u8> = row.try_get("secret")?;
    let secret = secret.try_into().map_err(|_| sqlx::Error::ColumnDecode {
        index: "secret".to_owned(),
        source: "it does not have 20 bytes".into(),
    })?;
    let last_step = row.number("last_step")?.cast_unsigned();
    let recovery = recovery.remove(&account).unwrap_or_default();
    Ok((account, SecondFactor { secret, last_step, recovery }))
}

fn read_invitation(row: &SqliteRow) -> Result<Invitation, sqlx::Error> {
    Ok(Invitation {
        id: row.id("id")?,
        account: row.id("account")?,
        hash: programs::hash(row)?,
        expires: row.time("expires_at")?,
        // A use that only a newer version knows is not one that needs less.
        opens: LinkUse::from_code(&row.text("opens")?).unwrap_or(LinkUse::SetUp),
    })
}

/// A code from before the restart vouches for nothing.
fn read_session(row: &SqliteRow, now: Timestamp) -> Result<AdminSession, sqlx::Error> {
    Ok(AdminSession {
        id: row.id("id")?,
        account: row.id("account")?,
        hash: programs::hash(row)?,
        opened: row.time("opened_at")?,
        last_seen: now,
        proved_until: Timestamp::from_unix_micros(i64::MIN),
        source: row.text("source")?,
        client: row.text("client")?,
    })
}
