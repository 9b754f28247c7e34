//! Incidents, and the messages that their containments held. A row is read, changed as the event says, and written whole.

use async_trait::async_trait;
use postern_core::ids::{AccountId, IncidentId, RestrictionId};
use postern_core::incident::{Closing, Incident, IncidentCause, IncidentEvent, IncidentTrigger, Snapshot};
use postern_core::mail_queue::QueueId;
use postern_core::time::Timestamp;
use postern_engine::ports::{Change, CommitError, HELD_NOTED_MAX, IncidentFilter, IncidentStore, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, SqlitePool, query, query_scalar};

use super::columns::{Columns, SqlId, rows_to_json};
use super::directory::push_reach;
use super::error::{saving, statement, unreadable};
use super::state::StateWork;
use super::{SqliteStore, store_error};
use crate::record::who::{actor_from_text, actor_to_text};
use crate::record::{RecordError, code};

#[async_trait]
impl IncidentStore for SqliteStore {
    async fn incidents(&self, filter: &IncidentFilter) -> Result<Vec<Incident>, StoreError> {
        page(&self.state, filter).await
    }

    async fn incident(&self, id: IncidentId) -> Result<Option<Incident>, StoreError> {
        let row = query("SELECT * FROM incident WHERE id = ?1")
            .bind(id.to_sql())
            .fetch_optional(&self.state)
            .await
            .map_err(statement(format!("read incident {id}")))?;
        row.as_ref().map(read).transpose()
    }

    async fn note_held(&self, incident: IncidentId, held: &[QueueId]) -> Result<(), StoreError> {
        let work = StateWork::MailHeld(incident, held.to_vec());
        self.state_writer.ask(work).await.map(drop).map_err(store_error)
    }

    async fn held_by(&self, incident: IncidentId) -> Result<Vec<QueueId>, StoreError> {
        let ids: Vec<String> = query_scalar("SELECT queue_id FROM incident_held WHERE incident = ?1")
            .bind(incident.to_sql())
            .fetch_all(&self.state)
            .await
            .map_err(statement(format!("read what incident {incident} holds")))?;
        Ok(ids.iter().filter_map(|id| QueueId::parse(id)).collect())
    }
}

/// Those that are not closed: what has to be in memory.
pub(super) async fn open(readers: &SqlitePool) -> Result<Vec<Incident>, StoreError> {
    let limit = u32::MAX;
    page(readers, &IncidentFilter { limit, ..IncidentFilter::default() }).await
}

async fn page(readers: &SqlitePool, filter: &IncidentFilter) -> Result<Vec<Incident>, StoreError> {
    let (at, id) = filter.before.map_or((i64::MAX, i64::MAX), |(at, id)| (at.unix_micros(), id.to_sql()));
    let mut text = QueryBuilder::<Sqlite>::new(
        "SELECT incident.* FROM incident JOIN account ON account.id = incident.account
         WHERE (opened_at, incident.id) < (",
    );
    text.push_bind(at).push(", ").push_bind(id).push(")");
    if !filter.with_closed {
        text.push(" AND closed_at IS NULL");
    }
    push_reach(&mut text, &filter.reach);
    text.push(" ORDER BY opened_at DESC, incident.id DESC LIMIT ").push_bind(i64::from(filter.limit));
    let rows = text.build().fetch_all(readers).await.map_err(statement("read incidents"))?;
    rows.iter().map(read).collect()
}

pub(super) async fn apply(
    connection: &mut SqliteConnection,
    event: &IncidentEvent,
) -> Result<(), CommitError> {
    let id = event.incident();
    let failed = || saving(format!("change incident {id}"));
    let row = query("SELECT * FROM incident WHERE id = ?1")
        .bind(id.to_sql())
        .fetch_optional(&mut *connection)
        .await
        .map_err(failed())?;
    let before = row.as_ref().map(read).transpose()?;
    match event.applied_to(before) {
        Some(after) => write(connection, &after).await,
        None => Ok(()),
    }
}

/// A second one of an account that has one already is left out: two rules may see the same at once.
async fn write(connection: &mut SqliteConnection, incident: &Incident) -> Result<(), CommitError> {
    let snapshot = incident.snapshot.as_ref();
    let rows: Vec<String> =
        snapshot.into_iter().flat_map(|kept| &kept.rows).map(ToString::to_string).collect();
    let names: Vec<&String> = snapshot.into_iter().flat_map(|kept| &kept.app_passwords).collect();
    let closed = incident.closed.as_ref();
    query(
        "INSERT INTO incident (id, account, opened_at, opened_by, opened_because, owner, contained_at, rows, app_passwords,
            closed_at, closed_by, cause, note, version)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (id) DO UPDATE SET owner = ?6, contained_at = ?7, rows = ?8, app_passwords = ?9, closed_at = ?10,
            closed_by = ?11, cause = ?12, note = ?13, version = ?14
         ON CONFLICT DO NOTHING",
    )
    .bind(incident.id.to_sql())
    .bind(incident.account.to_sql())
    .bind(incident.opened.unix_micros())
    .bind(actor_to_text(&incident.opened_by))
    .bind(incident.trigger.code())
    .bind(incident.owner.map(SqlId::to_sql))
    .bind(snapshot.map(|kept| kept.at.unix_micros()))
    .bind(rows_to_json(&rows))
    .bind(rows_to_json(&names))
    .bind(closed.map(|closing| closing.at.unix_micros()))
    .bind(closed.map(|closing| actor_to_text(&closing.by)))
    .bind(closed.map(|closing| closing.cause.code()))
    .bind(closed.map(|closing| closing.note.as_str()))
    .bind(i64::from(incident.version))
    .execute(connection)
    .await
    .map_err(saving(format!("save incident {}", incident.id)))?;
    Ok(())
}

/// The account is gone, and nobody can look after it any more.
pub(super) async fn close_of_account(
    connection: &mut SqliteConnection,
    change: &Change,
    account: AccountId,
) -> Result<(), CommitError> {
    query(
        "UPDATE incident SET closed_at = ?2, closed_by = ?3, cause = ?4, note = ?5, version = version + 1
         WHERE account = ?1 AND closed_at IS NULL",
    )
    .bind(account.to_sql())
    .bind(change.at.unix_micros())
    .bind(actor_to_text(&change.actor))
    .bind(IncidentCause::Other.code())
    .bind(&change.note)
    .execute(connection)
    .await
    .map_err(saving(format!("close the incident of account {account}")))?;
    Ok(())
}

pub(super) async fn note_held(
    connection: &mut SqliteConnection,
    incident: IncidentId,
    held: &[QueueId],
) -> Result<(), CommitError> {
    let ids: Vec<&str> = held.iter().map(QueueId::as_str).collect();
    query(
        "INSERT INTO incident_held (incident, queue_id) SELECT ?1, value FROM json_each(?2) WHERE true
         LIMIT max(0, ?3 - (SELECT count(*) FROM incident_held WHERE incident = ?1))
         ON CONFLICT DO NOTHING",
    )
    .bind(incident.to_sql())
    .bind(rows_to_json(&ids))
    .bind(HELD_NOTED_MAX as i64)
    .execute(connection)
    .await
    .map_err(saving(format!("note what incident {incident} holds")))?;
    Ok(())
}

fn read(row: &SqliteRow) -> Result<Incident, StoreError> {
    let column = |error| statement("read an incident")(error);
    let id: IncidentId = row.id("id").map_err(column)?;
    let wrong = || unreadable(format!("incident {id}"));
    let texts = |name: &str| -> Result<Vec<String>, StoreError> {
        serde_json::from_str(&row.text(name).map_err(column)?)
            .map_err(|error| wrong()(RecordError::Shape(error)))
    };
    let contained = row.time_or_none("contained_at").map_err(column)?;
    let rows = texts("rows")?;
    let app_passwords = texts("app_passwords")?;
    let snapshot = contained.map(|at| Snapshot {
        at,
        rows: rows.iter().filter_map(|id| id.parse::<RestrictionId>().ok()).collect(),
        app_passwords,
    });
    Ok(Incident {
        id,
        account: row.id("account").map_err(column)?,
        opened: row.time("opened_at").map_err(column)?,
        opened_by: actor_from_text(&row.text("opened_by").map_err(column)?).map_err(wrong())?,
        trigger: code("trigger", &row.text("opened_because").map_err(column)?, IncidentTrigger::from_code)
            .map_err(wrong())?,
        owner: row.id_or_none("owner").map_err(column)?,
        snapshot,
        closed: closing(row, id)?,
        version: u32::try_from(row.number("version").map_err(column)?).unwrap_or(u32::MAX),
    })
}

fn closing(row: &SqliteRow, id: IncidentId) -> Result<Option<Closing>, StoreError> {
    let column = |error| statement("read the end of an incident")(error);
    let wrong = || unreadable(format!("incident {id}"));
    let at: Option<Timestamp> = row.time_or_none("closed_at").map_err(column)?;
    let (by, cause) =
        (row.text_or_none("closed_by").map_err(column)?, row.text_or_none("cause").map_err(column)?);
    let (Some(at), Some(by), Some(cause)) = (at, by, cause) else { return Ok(None) };
    Ok(Some(Closing {
        at,
        by: actor_from_text(&by).map_err(wrong())?,
        cause: code("cause", &cause, IncidentCause::from_code).map_err(wrong())?,
        note: row.text_or_none("note").map_err(column)?.unwrap_or_default(),
    }))
}
