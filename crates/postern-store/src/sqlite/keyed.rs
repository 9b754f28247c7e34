//! Idempotency keys: kept with what was answered, forgotten after their time.

use async_trait::async_trait;
use postern_core::time::Timestamp;
use postern_engine::ports::{
    CommitError, KeptAnswer, KeptKey, KeyClaim, KeyId, KeyLimits, KeyedStore, StoreError,
};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::columns::Columns;
use super::error::{saving, statement};
use super::state::StateWork;
use super::{SqliteStore, store_error};

/// What the writer answers to a claim.
const OURS: u64 = 1;
const FULL: u64 = 2;

/// Makes room, and takes the key if nobody has it.
pub(super) async fn claim(
    connection: &mut SqliteConnection,
    (id, request): (&KeyId, &[u8; 32]),
    begun: Timestamp,
    limits: &KeyLimits,
) -> Result<u64, CommitError> {
    let failed = || saving("take an idempotency key".to_owned());
    sqlx::query("DELETE FROM idempotency_key WHERE begun_at < ?1")
        .bind(limits.forget_before.unix_micros())
        .execute(&mut *connection)
        .await
        .map_err(failed())?;
    let kept = sqlx::query(
        "SELECT count(*) AS keys, coalesce(sum(length(body)), 0) AS bytes,
                coalesce(max(id = ?1), 0) AS is_known FROM idempotency_key",
    )
    .bind(id.as_slice())
    .fetch_one(&mut *connection)
    .await
    .map_err(failed())?;
    let number = |column: &str| kept.try_get::<i64, _>(column).map_err(failed());
    if number("is_known")? != 0 {
        return Ok(0);
    }
    let bytes = u64::try_from(number("bytes")?).unwrap_or(u64::MAX);
    if number("keys")? >= i64::from(limits.keys_max) || bytes >= limits.bytes_max {
        return Ok(FULL);
    }
    sqlx::query("INSERT INTO idempotency_key (id, request, begun_at) VALUES (?1, ?2, ?3)")
        .bind(id.as_slice())
        .bind(request.as_slice())
        .bind(begun.unix_micros())
        .execute(connection)
        .await
        .map_err(failed())?;
    Ok(OURS)
}

/// Keeps the answer, or lets the key go.
pub(super) async fn settle(
    connection: &mut SqliteConnection,
    id: &KeyId,
    answer: Option<&KeptAnswer>,
) -> Result<(), CommitError> {
    let query = match answer {
        Some(answer) => {
            let status = i64::from(answer.status);
            sqlx::query("UPDATE idempotency_key SET status = ?2, body = ?3 WHERE id = ?1")
                .bind(id.as_slice())
                .bind(status)
                .bind(answer.body.as_slice())
        }
        None => sqlx::query("DELETE FROM idempotency_key WHERE id = ?1").bind(id.as_slice()),
    };
    query.execute(connection).await.map_err(saving("settle an idempotency key".to_owned()))?;
    Ok(())
}

async fn find(readers: &SqlitePool, id: &KeyId) -> Result<Option<KeptKey>, StoreError> {
    let failed = || statement("read an idempotency key");
    let row = sqlx::query("SELECT request, begun_at, status, body FROM idempotency_key WHERE id = ?1")
        .bind(id.as_slice())
        .fetch_optional(readers)
        .await
        .map_err(failed())?;
    row.as_ref().map(|row| read(row).map_err(failed())).transpose()
}

fn read(row: &SqliteRow) -> Result<KeptKey, sqlx::Error> {
    let request: Vec<u8> = row.try_get("request")?;
    let (status, body): (Option<u16>, Option<Vec<u8>>) = (row.try_get("status")?, row.try_get("body")?);
    Ok(KeptKey {
        // The table checks its length.
        request: request.try_into().unwrap_or([0; 32]),
        begun: row.time("begun_at")?,
        answer: status.zip(body).map(|(status, body)| KeptAnswer { status, body }),
    })
}

#[async_trait]
impl KeyedStore for SqliteStore {
    async fn claim_key(
        &self,
        id: KeyId,
        request: [u8; 32],
        begun: Timestamp,
        limits: KeyLimits,
    ) -> Result<KeyClaim, StoreError> {
        let work = StateWork::KeyTaken { id, request, begun, limits };
        match self.state_writer.ask(work).await.map_err(store_error)? {
            OURS => Ok(KeyClaim::Ours),
            FULL => Ok(KeyClaim::Full),
            _ => {
                // Whoever had it has let it go since: then it was neither done nor is it in anybody's hands, and the next
                // attempt takes it.
                let freed = KeptKey { request, begun, answer: None };
                Ok(KeyClaim::Used(find(&self.state, &id).await?.unwrap_or(freed)))
            }
        }
    }

    async fn settle_key(&self, id: KeyId, answer: Option<KeptAnswer>) -> Result<(), StoreError> {
        self.state_writer.ask(StateWork::KeySettled(id, answer)).await.map(drop).map_err(store_error)
    }
}
