//! Alternate addresses, and the links that are mailed to owners. A link that is used, replaced or void has no row.

use async_trait::async_trait;
use postern_core::alternate::{AlternateAddress, AlternateEvent, LinkPurpose, OwnerLink};
use postern_core::ids::{AccountId, OwnerLinkId};
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;
use postern_engine::ports::{AlternateStore, CommitError, NOT_ME_LINKS_MAX, StoreError};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Row, Sqlite, SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId};
use super::error::{saving, statement, unreadable};
use super::state::StateWork;
use super::{SqliteStore, store_error};
use crate::record::code;
use crate::record::who::{actor_from_text, actor_to_text};

/// What the writer answers when a link's text may be mailed.
const ARMED: u64 = 1;

async fn run(
    connection: &mut SqliteConnection,
    query: Query<'_, Sqlite, SqliteArguments>,
    account: AccountId,
) -> Result<u64, CommitError> {
    let done = query.execute(connection).await;
    let done = done.map_err(saving(format!("save an alternate address or link of account {account}")))?;
    Ok(done.rows_affected())
}

pub(super) async fn apply(
    connection: &mut SqliteConnection,
    event: &AlternateEvent,
) -> Result<(), CommitError> {
    let account = event.account();
    match event {
        AlternateEvent::Added(address) => add(connection, address).await,
        AlternateEvent::Verified { address, link } => {
            take(connection, account, *link).await?;
            let query = sqlx::query("UPDATE alternate_address SET verified_at = ?2 WHERE id = ?1")
                .bind(address.id.to_sql())
                .bind(address.verified.map(Timestamp::unix_micros));
            run(connection, query, account).await.map(drop)
        }
        AlternateEvent::Removed(address) => {
            let links = sqlx::query("DELETE FROM owner_link WHERE alternate = ?1").bind(address.id.to_sql());
            run(connection, links, account).await?;
            let query = sqlx::query("DELETE FROM alternate_address WHERE id = ?1").bind(address.id.to_sql());
            run(connection, query, account).await.map(drop)
        }
        AlternateEvent::LinkOrdered { link, address: _ } => order(connection, link).await,
        AlternateEvent::PasswordLinkUsed { account, link } | AlternateEvent::Disowned { account, link } => {
            take(connection, *account, *link).await
        }
    }
}

async fn add(connection: &mut SqliteConnection, address: &AlternateAddress) -> Result<(), CommitError> {
    let by = actor_to_text(&address.added_by);
    let query = sqlx::query(
        "INSERT INTO alternate_address (id, account, address, canonical, added_at, added_by)
         SELECT ?1, id, ?3, ?4, ?5, ?6 FROM account WHERE id = ?2",
    )
    .bind(address.id.to_sql())
    .bind(address.account.to_sql())
    .bind(&address.address)
    .bind(&address.canonical)
    .bind(address.added.unix_micros())
    .bind(by);
    match run(connection, query, address.account).await? {
        0 => Err(CommitError::NoSuchAccount(address.account)),
        _ => Ok(()),
    }
}

/// Once: a second use of the same link saves nothing.
async fn take(
    connection: &mut SqliteConnection,
    account: AccountId,
    link: OwnerLinkId,
) -> Result<(), CommitError> {
    let query = sqlx::query("DELETE FROM owner_link WHERE id = ?1 AND account = ?2")
        .bind(link.to_sql())
        .bind(account.to_sql());
    match run(connection, query, account).await? {
        0 => Err(CommitError::LinkVoid(link)),
        _ => Ok(()),
    }
}

/// A new link in place of the older one for the same.
async fn order(connection: &mut SqliteConnection, link: &OwnerLink) -> Result<(), CommitError> {
    let older = sqlx::query(
        "DELETE FROM owner_link WHERE account = ?1 AND purpose = ?2 AND (purpose <> ?4 OR alternate = ?3)",
    )
    .bind(link.account.to_sql())
    .bind(link.purpose.code())
    .bind(link.alternate.map(SqlId::to_sql))
    .bind(LinkPurpose::VerifyAddress.code());
    run(connection, older, link.account).await?;
    insert(connection, link).await
}

async fn insert(connection: &mut SqliteConnection, link: &OwnerLink) -> Result<(), CommitError> {
    let (hash, expires) = link.mailed.unzip();
    let query = sqlx::query(
        "INSERT INTO owner_link (id, account, purpose, alternate, hash, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(link.id.to_sql())
    .bind(link.account.to_sql())
    .bind(link.purpose.code())
    .bind(link.alternate.map(SqlId::to_sql))
    .bind(hash.map(|hash| hash.0.to_vec()))
    .bind(expires.map(Timestamp::unix_micros));
    run(connection, query, link.account).await.map(drop)
}

/// Keeps the hash of a text that is about to be mailed, unless the link is void meanwhile. A notice brings a link of its
/// own; the oldest of too many are void.
pub(super) async fn arm(connection: &mut SqliteConnection, link: &OwnerLink) -> Result<u64, CommitError> {
    let (hash, expires) = link.mailed.unzip();
    if link.purpose == LinkPurpose::NotMe {
        let old = sqlx::query(
            "DELETE FROM owner_link WHERE account = ?1 AND purpose = ?2 AND id NOT IN
             (SELECT id FROM owner_link WHERE account = ?1 AND purpose = ?2 ORDER BY expires_at DESC LIMIT ?3)",
        )
        .bind(link.account.to_sql())
        .bind(link.purpose.code())
        .bind(i64::from(NOT_ME_LINKS_MAX) - 1);
        run(connection, old, link.account).await?;
        insert(connection, link).await?;
        return Ok(ARMED);
    }
    let query = sqlx::query("UPDATE owner_link SET hash = ?2, expires_at = ?3 WHERE id = ?1")
        .bind(link.id.to_sql())
        .bind(hash.map(|hash| hash.0.to_vec()))
        .bind(expires.map(Timestamp::unix_micros));
    run(connection, query, link.account).await
}

/// A new password, and a block of signing in, make the links that set a password void.
pub(super) async fn void_password_links(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    let query = sqlx::query("DELETE FROM owner_link WHERE account = ?1 AND purpose = ?2")
        .bind(account.to_sql())
        .bind(LinkPurpose::SetPassword.code());
    run(connection, query, account).await.map(drop)
}

/// They go with the account.
pub(super) async fn forget_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    for text in
        ["DELETE FROM owner_link WHERE account = ?1", "DELETE FROM alternate_address WHERE account = ?1"]
    {
        run(connection, sqlx::query(text).bind(account.to_sql()), account).await?;
    }
    Ok(())
}

async fn of_account(readers: &SqlitePool, account: AccountId) -> Result<Vec<AlternateAddress>, StoreError> {
    let failed = || format!("read the alternate addresses of account {account}");
    let rows = sqlx::query(
        "SELECT id, account, address, canonical, added_at, added_by, verified_at FROM alternate_address
         WHERE account = ?1 ORDER BY added_at, id",
    )
    .bind(account.to_sql())
    .fetch_all(readers)
    .await
    .map_err(statement(failed()))?;
    rows.iter().map(|row| read_address(row, account)).collect()
}

fn read_address(row: &SqliteRow, account: AccountId) -> Result<AlternateAddress, StoreError> {
    let columns = || -> Result<_, sqlx::Error> {
        let texts = (row.text("address")?, row.text("canonical")?, row.text("added_by")?);
        Ok((row.id("id")?, texts, row.time("added_at")?, row.time_or_none("verified_at")?))
    };
    let (id, (address, canonical, by), added, verified) =
        columns().map_err(statement(format!("read an alternate address of account {account}")))?;
    let added_by = actor_from_text(&by).map_err(unreadable(format_args!("alternate address {id}")))?;
    Ok(AlternateAddress { id, account, address, canonical, added, added_by, verified })
}

async fn link(readers: &SqlitePool, id: OwnerLinkId) -> Result<Option<OwnerLink>, StoreError> {
    let failed = || format!("read link {id}");
    let row =
        sqlx::query("SELECT id, account, purpose, alternate, hash, expires_at FROM owner_link WHERE id = ?1")
            .bind(id.to_sql())
            .fetch_optional(readers)
            .await
            .map_err(statement(failed()))?;
    let Some(row) = row else { return Ok(None) };
    let columns = || -> Result<_, sqlx::Error> {
        let hash: Option<Vec<u8>> = row.try_get("hash")?;
        Ok((row.id("account")?, row.text("purpose")?, row.id_or_none("alternate")?, hash))
    };
    let (account, purpose, alternate, hash) = columns().map_err(statement(failed()))?;
    let expires = row.time_or_none("expires_at").map_err(statement(failed()))?;
    let purpose = code("purpose of a link", &purpose, LinkPurpose::from_code)
        .map_err(unreadable(format_args!("link {id}")))?;
    // The table's own check admits 32 bytes.
    let hash = hash.and_then(|hash| hash.try_into().ok()).map(SecretHash);
    Ok(Some(OwnerLink { id, account, purpose, alternate, mailed: hash.zip(expires) }))
}

#[async_trait]
impl AlternateStore for SqliteStore {
    async fn alternates(&self, account: AccountId) -> Result<Vec<AlternateAddress>, StoreError> {
        of_account(&self.state, account).await
    }

    async fn owner_link(&self, id: OwnerLinkId) -> Result<Option<OwnerLink>, StoreError> {
        link(&self.state, id).await
    }

    async fn arm_owner_link(&self, link: OwnerLink) -> Result<bool, StoreError> {
        let armed = self.state_writer.ask(StateWork::LinkArmed(Box::new(link))).await;
        armed.map(|answer| answer == ARMED).map_err(store_error)
    }
}
