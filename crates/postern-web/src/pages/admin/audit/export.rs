//! `/admin/audit/export`: the audit as a file, with the filter of the page. Codes and the event's values are as they are
//! stored, so that a program reads them in any version and language.

use std::collections::HashMap;

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Response;
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::restriction::Actor;
use postern_engine::Engine;
use postern_engine::ports::{AuditFilter, AuditRow, StoreError};
use serde_json::Value;

use super::after;
use super::filter::AuditQuery;
use crate::api::v1::restrictions::ActorView;
use crate::pages::admin::export_proof;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::shell::Place;
use crate::pages::admin::table_file::{Cell, Cells, FileFormat, FileShape, table_file};

/// Rows that are read at a time.
const ROWS_AT_ONCE: u32 = 500;

const SHAPE: FileShape = FileShape {
    name: "audit",
    columns: &[
        "id",
        "at",
        "event",
        "account",
        "address",
        "actor_kind",
        "actor",
        "actor_address",
        "reason",
        "detail",
    ],
};

/// `GET /admin/audit/export`
pub async fn file(
    admin: Admin,
    query: Result<Query<AuditQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadAudit)?;
    let Query(query) = query.unwrap_or_default();
    if let Some(question) = export_proof::asked(&admin, Place::Audit, &query.format) {
        return Ok(question);
    }
    let first = AuditQuery { before: String::new(), ..query.clone() };
    let (filter, _) = first.read(&admin, ROWS_AT_ONCE).await?;
    // What the page calls wrong matches nothing.
    let filter = filter.unwrap_or(AuditFilter { limit: 0, ..AuditFilter::default() });
    let engine = admin.engine.clone();
    let read = move |filter: AuditFilter| {
        let engine = engine.clone();
        async move {
            let rows = engine.audit(&filter).await?;
            let is_last = rows.len() < filter.limit.max(1) as usize;
            let next = rows.last().filter(|_| !is_last).map(|last| after(&filter, last));
            let mut people = HashMap::new();
            let mut all = Vec::with_capacity(rows.len());
            for row in &rows {
                all.push(cells(row, person(&engine, &row.actor, &mut people).await?));
            }
            Ok((all, next))
        }
    };
    Ok(table_file(SHAPE, FileFormat::read(&query.format), admin.now, filter, read))
}

/// `POST /admin/audit/export`
pub async fn confirm(
    query: Result<Query<AuditQuery>, QueryRejection>,
    submitted: Submitted,
) -> Result<Response, PageError> {
    submitted.admin.may(CommandKind::ReadAudit)?;
    let Query(query) = query.unwrap_or_default();
    export_proof::answered(&submitted, Place::Audit, &query.format).await
}

/// The address of the person who acted, as it is now; each is looked up once a page.
async fn person(
    engine: &Engine,
    actor: &Actor,
    people: &mut HashMap<AccountId, Option<String>>,
) -> Result<Option<String>, StoreError> {
    let Actor::Person(id) = actor else { return Ok(None) };
    if let Some(known) = people.get(id) {
        return Ok(known.clone());
    }
    let address = engine.store().account(*id).await?.map(|account| account.primary.to_string());
    people.insert(*id, address.clone());
    Ok(address)
}

fn cells(row: &AuditRow, person: Option<String>) -> Cells {
    let text_or_nothing = |text: Option<String>| text.map_or(Cell::Nothing, Cell::Text);
    let actor = ActorView::from(&row.actor);
    vec![
        Cell::Text(row.id.to_string()),
        Cell::Time(row.at),
        Cell::Text(row.code.clone()),
        text_or_nothing(row.account.map(|id| id.to_string())),
        text_or_nothing(row.account_name.as_ref().map(ToString::to_string)),
        Cell::Text(actor.kind),
        text_or_nothing(actor.name),
        text_or_nothing(person),
        Cell::Text(row.note.clone()),
        Cell::Json(serde_json::from_str(&row.detail).unwrap_or_else(|_| Value::from(row.detail.as_str()))),
    ]
}
