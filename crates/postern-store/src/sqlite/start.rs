//! What has to be in memory before a gate opens, and the mark that tells a clean stop from a crash.

use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::ports::{CommitError, Entropy, StartState, StoreError};
use sqlx::{SqliteConnection, SqlitePool, query_scalar};

use super::columns::SqlId;
use super::error::{saving, statement, unreadable};
use super::{
    admins, app_passwords, entries, history, incidents, newcomers, policies, programs, restrictions,
};
use crate::record::RecordError;

/// Makes the site's row if there is none, with a key of 32 random bytes; the key of this site.
pub(super) async fn site_key(
    connection: &mut SqliteConnection,
    entropy: &dyn Entropy,
) -> Result<[u8; 32], StoreError> {
    let mut fresh = [0; 32];
    entropy.fill(&mut fresh);
    sqlx::query(
        "INSERT INTO site (only, site_key, is_running) VALUES (1, ?1, 0) ON CONFLICT (only) DO NOTHING",
    )
    .bind(fresh.as_slice())
    .execute(&mut *connection)
    .await
    .map_err(statement("make the site's key"))?;
    let stored: Vec<u8> = query_scalar("SELECT site_key FROM site")
        .fetch_one(connection)
        .await
        .map_err(statement("read the site's key"))?;
    stored.try_into().map_err(|_| StoreError::Statement {
        operation: "read the site's key".to_owned(),
        source: "it does not have 32 bytes".into(),
    })
}

/// Reads everything that a gate needs before it opens.
pub(super) async fn read(
    state: &SqlitePool,
    history: &SqlitePool,
    site_key: [u8; 32],
    now: Timestamp,
) -> Result<StartState, StoreError> {
    let is_running: i64 = query_scalar("SELECT is_running FROM site")
        .fetch_one(state)
        .await
        .map_err(statement("read how the last run ended"))?;
    let (admissions, passes) = newcomers::in_force(state, now).await?;
    Ok(StartState {
        open: restrictions::open(state).await?,
        entries: entries::open(state).await?,
        policies: policies::read(state).await?,
        scoped_policies: policies::read_scoped(state).await?,
        site_key,
        restricted_names: restrictions::restricted_names(state).await?,
        stopped_uncleanly: is_running == 1,
        last_alive: history::last_alive(history).await?,
        tokens: programs::tokens(state).await?,
        admissions,
        passes,
        app_passwords: app_passwords::all(state).await?,
        incidents: incidents::open(state).await?,
        admins: admins::read(state, now).await?,
    })
}

/// Marks the store as running, or as stopped cleanly.
pub(super) async fn mark(connection: &mut SqliteConnection, is_running: bool) -> Result<(), CommitError> {
    sqlx::query("UPDATE site SET is_running = ?1")
        .bind(i64::from(is_running))
        .execute(connection)
        .await
        .map_err(saving("mark the store as running or stopped"))?;
    Ok(())
}

/// Hexadecimal digits of a number in [`pairs`].
const DIGITS: usize = 16;

/// Every name as (keyed hash, account).
pub(super) async fn name_index(readers: &SqlitePool) -> Result<Vec<(u64, AccountId)>, StoreError> {
    let joined = query_scalar("SELECT group_concat(printf('%016x%016x', hash, account), '') FROM name")
        .fetch_one(readers)
        .await
        .map_err(statement("read the index of names"))?;
    pairs(joined)
        .map(|(hash, id)| Ok((hash, AccountId::from_sql(id.cast_signed())?)))
        .collect::<Result<_, RecordError>>()
        .map_err(unreadable("the index of names"))
}

/// Accounts that were created at `since` or later, with when: all of them in the months after a site was imported.
pub(super) async fn accounts_created_since(
    readers: &SqlitePool,
    since: Timestamp,
) -> Result<Vec<(AccountId, Timestamp)>, StoreError> {
    let joined = query_scalar(
        "SELECT group_concat(printf('%016x%016x', id, created_at), '') FROM account
         WHERE deleted_at IS NULL AND created_at >= ?1",
    )
    .bind(since.unix_micros())
    .fetch_one(readers)
    .await
    .map_err(statement("read the new accounts"))?;
    pairs(joined)
        .map(|(id, at)| {
            Ok((AccountId::from_sql(id.cast_signed())?, Timestamp::from_unix_micros(at.cast_signed())))
        })
        .collect::<Result<_, RecordError>>()
        .map_err(unreadable("the new accounts"))
}

/// Pairs of numbers that SQLite joined to one text, [`DIGITS`] each, because a row costs more on its way through sqlx than
/// in SQLite. A text may have a billion bytes, so this is good for 31 million pairs.
fn pairs(joined: Option<String>) -> impl Iterator<Item = (u64, u64)> {
    let digits = joined.unwrap_or_default().into_bytes();
    (0..digits.len() / (2 * DIGITS)).map(move |pair| {
        let (first, second) = digits[pair * 2 * DIGITS..][..2 * DIGITS].split_at(DIGITS);
        (number_of(first), number_of(second))
    })
}

/// The number that `printf` wrote; it writes nothing but hexadecimal digits.
fn number_of(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number, &digit| {
        let value = if digit > b'9' { digit - b'a' + 10 } else { digit - b'0' };
        (number << 4) | u64::from(value)
    })
}
