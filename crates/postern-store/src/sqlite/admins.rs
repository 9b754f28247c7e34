//! The door of the admin centre: what admins can show, invitations and open sessions.

use postern_core::admin::{AdminEvent, AdminSession, Invitation, LinkUse, Proof, SESSION_LIFE};
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::ports::{AdminState, CommitError, StoreError};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Sqlite, SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{saving, statement};
use super::{factors, programs};

pub(super) type Query = sqlx::query::Query<'static, Sqlite, SqliteArguments>;

pub(super) async fn apply(
    connection: &mut SqliteConnection,
    event: &AdminEvent,
    at: Timestamp,
) -> Result<(), CommitError> {
    match event {
        AdminEvent::Invited(invitation) => invite(connection, invitation).await,
        AdminEvent::CodeRefused { .. } | AdminEvent::PasskeyRefused { .. } => Ok(()),
        AdminEvent::LinkUsed { account } => {
            let query = sqlx::query("DELETE FROM invitation WHERE account = ?1").bind(account.to_sql());
            run(connection, query, *account).await
        }
        AdminEvent::FactorSet { account, factors } => {
            // The invitation is used up, and whoever signed in with what was there before is out.
            forget_account(connection, *account).await?;
            factors::set(connection, *account, factors, at).await
        }
        AdminEvent::PasskeyAdded { account, passkey } => {
            factors::add_passkey(connection, *account, passkey).await
        }
        AdminEvent::PasskeyRemoved { account, passkey, name: _, kept } => {
            let kept = kept.map_or(0, SqlId::to_sql);
            let query = sqlx::query("DELETE FROM admin_session WHERE account = ?1 AND id <> ?2")
                .bind(account.to_sql())
                .bind(kept);
            run(connection, query, *account).await?;
            let query = sqlx::query("DELETE FROM passkey WHERE id = ?1").bind(passkey.to_sql());
            run(connection, query, *account).await
        }
        AdminEvent::RecoveryCodesSet { account, recovery } => {
            factors::set_recovery_codes(connection, *account, recovery).await
        }
        AdminEvent::RecoveryCodeUsed { account, hash, left: _ } => {
            let query = sqlx::query("DELETE FROM recovery_code WHERE hash = ?1").bind(hash.0.to_vec());
            run(connection, query, *account).await
        }
        AdminEvent::SessionOpened { session, by } => {
            open(connection, session, at).await?;
            factors::note_proof(connection, session.account, by, at).await
        }
        AdminEvent::SessionProved { account, session: _, by } => {
            factors::note_proof(connection, *account, by, at).await
        }
        AdminEvent::CodeShown { account, step } => {
            factors::note_proof(connection, *account, &Proof::Code { step: *step }, at).await
        }
        AdminEvent::SessionEnded { account, session, cause: _ } => {
            let query = sqlx::query("DELETE FROM admin_session WHERE id = ?1").bind(session.to_sql());
            run(connection, query, *account).await
        }
    }
}

pub(super) async fn run(
    connection: &mut SqliteConnection,
    query: Query,
    account: AccountId,
) -> Result<(), CommitError> {
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

async fn open(
    connection: &mut SqliteConnection,
    session: &AdminSession,
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

/// Everything of the account goes: its app, codes, passkeys, invitation and sessions.
pub(super) async fn forget_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    for statement in [
        "DELETE FROM second_factor WHERE account = ?1",
        "DELETE FROM recovery_code WHERE account = ?1",
        "DELETE FROM passkey WHERE account = ?1",
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
    Ok(AdminState {
        factors: factors::read(readers).await.map_err(failed())?,
        invitations: invitations.iter().map(read_invitation).collect::<Result<_, _>>().map_err(failed())?,
        sessions: sessions
            .iter()
            .map(|row| read_session(row, now))
            .collect::<Result<_, _>>()
            .map_err(failed())?,
    })
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
