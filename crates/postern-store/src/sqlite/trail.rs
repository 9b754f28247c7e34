//! What every change leaves beside its tables: a row of the audit per event, its effects in the outbox, and who ended
//! a row that had been in force.

use postern_engine::ports::{Change, CommitError};
use sqlx::SqliteConnection;

use super::columns::{SqlId, rows_to_json};
use super::error::saving;
use crate::record::effect::effect_to_text;
use crate::record::event::detail_of;
use crate::record::who::actor_to_text;

/// Writes into a row how it ended, if nobody has ended it meanwhile; whether that was so. `update` is the statement with
/// the row's id as its first parameter, then when, by whom and why.
pub(super) async fn end_row(
    connection: &mut SqliteConnection,
    update: &'static str,
    id: i64,
    change: &Change,
) -> Result<bool, sqlx::Error> {
    let ended = sqlx::query(update)
        .bind(id)
        .bind(change.at.unix_micros())
        .bind(actor_to_text(&change.actor))
        .bind(&change.note)
        .execute(connection)
        .await?;
    Ok(ended.rows_affected() == 1)
}

/// Writes the audit rows and queues the effects, due at once. Two statements in one text, because the way to the
/// connection's thread costs more than either; numbered parameters belong to both.
pub(super) async fn leave(connection: &mut SqliteConnection, change: &Change) -> Result<(), CommitError> {
    let events: Vec<_> = change
        .events
        .iter()
        .map(|(id, event)| (id.to_sql(), event.code(), event.account().map(SqlId::to_sql), detail_of(event)))
        .collect();
    let effects: Vec<_> =
        change.effects.iter().map(|(id, effect)| (id.to_sql(), effect_to_text(effect))).collect();
    sqlx::query(
        "INSERT INTO audit (id, at, actor, note, code, account, detail)
         SELECT value ->> 0, ?2, ?3, ?4, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1);
         INSERT INTO effect (id, effect, queued_at, due_at, attempts)
         SELECT value ->> 0, value ->> 1, ?2, ?2, 0 FROM json_each(?5)",
    )
    .bind(rows_to_json(&events))
    .bind(change.at.unix_micros())
    .bind(actor_to_text(&change.actor))
    .bind(&change.note)
    .bind(rows_to_json(&effects))
    .execute(connection)
    .await
    .map_err(saving("write the audit and the outbox"))?;
    Ok(())
}
