//! The outbox: effects that wait, and the receipts of what became of them. Effects are queued in `trail.rs`.

use postern_core::effect::Point;
use postern_core::ids::{AccountId, EffectId};
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{CommitError, DueEffect, Receipt, ReceiptOutcome, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{Columns, SqlId, rows_to_json};
use super::error::{saving, statement, unreadable};
use crate::record::code;
use crate::record::effect::effect_from_text;

/// How far back the last receipt of a point is looked for: a look at the newest rows, whatever the table holds.
const RECEIPTS_LOOKED_AT: u32 = 1_000;

/// Effects that are due, oldest first.
pub(super) async fn due(
    readers: &SqlitePool,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<DueEffect>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, effect, queued_at, attempts FROM effect WHERE due_at <= ?1
         ORDER BY queued_at, seq LIMIT ?2",
    )
    .bind(now.unix_micros())
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement("read due effects"))?;
    rows.iter().map(read_effect).collect()
}

fn read_effect(row: &SqliteRow) -> Result<DueEffect, StoreError> {
    let id: EffectId = row.id("id").map_err(statement("read the id of an effect"))?;
    let columns = || -> Result<_, sqlx::Error> {
        Ok((row.text("effect")?, row.time("queued_at")?, row.number("attempts")?))
    };
    let (effect, queued, attempts) = columns().map_err(statement(format!("read effect {id}")))?;
    let effect = effect_from_text(&effect).map_err(unreadable(format_args!("effect {id}")))?;
    Ok(DueEffect { id, effect, queued, attempts: u32::try_from(attempts).unwrap_or(u32::MAX) })
}

/// Effects that wait, whenever they are due, oldest first.
pub(super) async fn waiting(
    readers: &SqlitePool,
    limit: u32,
) -> Result<Vec<(DueEffect, Timestamp)>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, effect, queued_at, attempts, due_at FROM effect ORDER BY queued_at, seq LIMIT ?1",
    )
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement("read waiting effects"))?;
    let due = |row: &SqliteRow| row.time("due_at").map_err(statement("read when an effect is due"));
    rows.iter().map(|row| Ok((read_effect(row)?, due(row)?))).collect()
}

/// Keeps receipts. Done and given up take the effect out of the queue, failed puts it off.
pub(super) async fn save_receipts(
    connection: &mut SqliteConnection,
    receipts: &[Receipt],
) -> Result<(), CommitError> {
    let rows: Vec<_> = receipts
        .iter()
        .map(|receipt| {
            let (outcome, message, retry_at) = outcome_columns(&receipt.outcome);
            (
                receipt.effect.to_sql(),
                receipt.account.to_sql(),
                receipt.point.code(),
                receipt.at.unix_micros(),
                receipt.latency.as_micros(),
                outcome,
                message,
                retry_at,
                receipt.messages,
            )
        })
        .collect();
    let json = rows_to_json(&rows);
    for text in [
        "INSERT INTO receipt (effect, account, point, at, latency_us, outcome, message, retry_at, messages)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                value ->> 7, value ->> 8
         FROM json_each(?1)",
        "DELETE FROM effect
         WHERE id IN (SELECT value ->> 0 FROM json_each(?1) WHERE value ->> 5 <> 'failed')",
        "UPDATE effect SET attempts = attempts + 1, due_at = answered.value ->> 7
         FROM json_each(?1) AS answered
         WHERE effect.id = answered.value ->> 0 AND answered.value ->> 5 = 'failed'",
    ] {
        sqlx::query(text).bind(&json).execute(&mut *connection).await.map_err(saving("save receipts"))?;
    }
    Ok(())
}

fn outcome_columns(outcome: &ReceiptOutcome) -> (&'static str, Option<&str>, Option<i64>) {
    match outcome {
        ReceiptOutcome::Done => ("done", None, None),
        ReceiptOutcome::Failed { message, retry_at } => {
            ("failed", Some(message), Some(retry_at.unix_micros()))
        }
        ReceiptOutcome::GivenUp { message } => ("given_up", Some(message), None),
    }
}

/// Receipts about an account, newest first.
pub(super) async fn receipts(
    readers: &SqlitePool,
    account: AccountId,
    limit: u32,
) -> Result<Vec<Receipt>, StoreError> {
    let rows = sqlx::query(
        "SELECT effect, account, point, at, latency_us, outcome, message, retry_at, messages FROM receipt
         WHERE account = ?1 ORDER BY at DESC, seq DESC LIMIT ?2",
    )
    .bind(account.to_sql())
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement(format!("read the receipts of account {account}")))?;
    rows.iter().map(read_receipt).collect()
}

/// The newest receipt of each point and outcome, among the newest [`RECEIPTS_LOOKED_AT`].
pub(super) async fn last_receipts(readers: &SqlitePool) -> Result<Vec<Receipt>, StoreError> {
    let rows = sqlx::query(
        "SELECT effect, account, point, at, latency_us, outcome, message, retry_at, messages FROM receipt
         WHERE seq IN (
             SELECT max(seq) FROM (SELECT seq, point, outcome FROM receipt ORDER BY seq DESC LIMIT ?1)
             GROUP BY point, outcome)",
    )
    .bind(i64::from(RECEIPTS_LOOKED_AT))
    .fetch_all(readers)
    .await
    .map_err(statement("read the last receipts"))?;
    rows.iter().map(read_receipt).collect()
}

fn read_receipt(row: &SqliteRow) -> Result<Receipt, StoreError> {
    let effect: EffectId = row.id("effect").map_err(statement("read the effect of a receipt"))?;
    let failed = || format!("read a receipt of effect {effect}");
    let columns = || -> Result<_, sqlx::Error> {
        let outcome = (row.text("outcome")?, row.text_or_none("message")?, row.time_or_none("retry_at")?);
        let messages = row.number_or_none("messages")?;
        let when = (row.time("at")?, row.number("latency_us")?);
        Ok((row.id("account")?, row.text("point")?, when, outcome, messages))
    };
    let (account, point, (at, latency_us), outcome, messages) = columns().map_err(statement(failed()))?;
    let point =
        code("point", &point, Point::from_code).map_err(unreadable(format_args!("a receipt of {effect}")))?;
    let (outcome, message, retry_at) = outcome;
    let message = message.unwrap_or_default();
    // The table's own check admits these three words.
    let outcome = match (outcome.as_str(), retry_at) {
        ("failed", Some(retry_at)) => ReceiptOutcome::Failed { message, retry_at },
        ("done", _) => ReceiptOutcome::Done,
        _ => ReceiptOutcome::GivenUp { message },
    };
    let (latency, messages) =
        (Span::from_micros(latency_us), messages.and_then(|count| u32::try_from(count).ok()));
    Ok(Receipt { effect, account, point, at, latency, outcome, messages })
}
