//! The audit, read newest first. It is written in `trail.rs`, and never changed: the tables' triggers refuse it.
//!
//! Whatever is asked for, the rows come out of an index in the order of time, so a page reads about as many rows as it
//! shows. SQLite knows nothing of how many rows an account, an actor or an event has; of several conditions the one that
//! is told to use its index is the one with the fewest, in that order, and the others are hidden from it by a `+`.

use postern_core::event::EventKind;
use postern_core::ids::EventId;
use postern_core::name::AccountName;
use postern_core::restriction::Actor;
use postern_engine::ports::{AuditBy, AuditFilter, AuditRow, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqlitePool};

use super::columns::{Columns, SqlId};
use super::directory::push_reach;
use super::error::{statement, unreadable};
use crate::record::reason::seen_in_detail;
use crate::record::who::{actor_from_text, actor_to_text};

/// Audit rows, newest first.
pub(super) async fn list(readers: &SqlitePool, filter: &AuditFilter) -> Result<Vec<AuditRow>, StoreError> {
    let rows = question(filter).build().fetch_all(readers).await.map_err(statement("read the audit"))?;
    rows.iter().map(read_row).collect()
}

/// The index has the rows of each actor in order, not those of several together.
fn question(filter: &AuditFilter) -> QueryBuilder<Sqlite> {
    let mut text = QueryBuilder::<Sqlite>::new("");
    match filter.by.as_ref() {
        Some(AuditBy::OneOf(actors)) if actors.len() > 1 => {
            for (number, actor) in actors.iter().enumerate() {
                text.push(if number == 0 { "SELECT * FROM (" } else { " UNION ALL SELECT * FROM (" });
                push_rows(&mut text, filter, Some(actor));
                text.push(")");
            }
            text.push(" ORDER BY at DESC, seq DESC LIMIT ").push_bind(i64::from(filter.limit));
        }
        Some(AuditBy::OneOf(actors)) => push_rows(&mut text, filter, actors.first()),
        Some(AuditBy::PeopleAndPrograms) | None => push_rows(&mut text, filter, None),
    }
    text
}

fn push_rows(text: &mut QueryBuilder<Sqlite>, filter: &AuditFilter, actor: Option<&Actor>) {
    text.push(
        "SELECT audit.seq, audit.id, at, actor, note, code, audit.account, primary_name, detail
         FROM audit LEFT JOIN account ON account.id = audit.account WHERE true",
    );
    if let Some(account) = filter.account {
        text.push(" AND audit.account = ").push_bind(account.to_sql());
    }
    if let Some(actor) = actor {
        text.push(if filter.account.is_some() { " AND +actor = " } else { " AND actor = " });
        text.push_bind(actor_to_text(actor));
    }
    match &filter.by {
        // Word for word what the partial indexes say.
        Some(AuditBy::PeopleAndPrograms) => {
            text.push(r#" AND actor NOT IN ('{"v":1,"is":"rule"}', '{"v":1,"is":"timer"}')"#);
        }
        Some(AuditBy::OneOf(actors)) if actors.is_empty() => {
            text.push(" AND false");
        }
        Some(AuditBy::OneOf(_)) | None => {}
    }
    if let Some(event) = filter.event {
        let is_narrowed = filter.account.is_some() || filter.by.is_some();
        text.push(if is_narrowed { " AND +code = " } else { " AND code = " }).push_bind(event.code());
    }
    push_reach(text, &filter.reach);
    if let Some(since) = filter.since {
        text.push(" AND at >= ").push_bind(since.unix_micros());
    }
    if let Some(until) = filter.until {
        text.push(" AND at < ").push_bind(until.unix_micros());
    }
    if let Some((at, id)) = filter.before {
        let at = at.unix_micros();
        text.push(" AND at <= ").push_bind(at).push(" AND (at < ").push_bind(at);
        text.push(" OR audit.seq < (SELECT seq FROM audit WHERE id = ").push_bind(id.to_sql()).push("))");
    }
    text.push(" ORDER BY at DESC, audit.seq DESC LIMIT ").push_bind(i64::from(filter.limit));
}

fn read_row(row: &SqliteRow) -> Result<AuditRow, StoreError> {
    let id: EventId = row.id("id").map_err(statement("read the id of an audit row"))?;
    let columns = || -> Result<_, sqlx::Error> {
        let audit = AuditRow {
            id,
            at: row.time("at")?,
            // Read below, where an unknown word is told apart from a broken row.
            actor: Actor::Rule,
            note: row.text("note")?,
            code: row.text("code")?,
            account: row.id_or_none("account")?,
            account_name: row.text_or_none("primary_name")?.map(AccountName::from_canonical),
            detail: row.text("detail")?,
            reason: None,
            evidence: Vec::new(),
        };
        Ok((audit, row.text("actor")?))
    };
    let (audit, actor) = columns().map_err(statement(format!("read audit row {id}")))?;
    let actor = actor_from_text(&actor).map_err(unreadable(format_args!("audit row {id}")))?;
    let kind = EventKind::from_code(&audit.code);
    let tells_why = matches!(kind, Some(EventKind::RestrictionStarted | EventKind::EvidenceSeen));
    let (reason, evidence) = if tells_why { seen_in_detail(&audit.detail) } else { (None, Vec::new()) };
    Ok(AuditRow { actor, reason, evidence, ..audit })
}

#[cfg(test)]
mod tests {
    use postern_core::ids::AccountId;
    use postern_core::time::Timestamp;
    use sqlx::{Connection, Row, SqliteConnection};

    use super::*;
    use crate::sqlite::migrate::{STATE, migrate};

    /// Which way SQLite takes.
    async fn plan(filter: &AuditFilter) -> String {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("in memory");
        migrate(&mut connection, STATE).await.expect("the tables");
        let asked = format!("EXPLAIN QUERY PLAN {}", question(filter).sql().as_str());
        let steps =
            sqlx::raw_sql(sqlx::AssertSqlSafe(asked)).fetch_all(&mut connection).await.expect("a plan");
        steps.iter().map(|step| step.get::<String, _>("detail") + "\n").collect()
    }

    #[tokio::test]
    async fn every_question_reads_an_index_in_the_order_of_time() {
        let rob = AccountId::from_random(1);
        let all = AuditFilter { limit: 9, since: Some(Timestamp::default()), ..AuditFilter::default() };
        let root = AuditBy::OneOf(vec![Actor::LocalRoot("root".to_owned())]);
        let two = AuditBy::OneOf(vec![Actor::Rule, Actor::Person(rob)]);
        let event = Some(EventKind::PasswordSet);
        for (filter, index) in [
            (all.clone(), "audit_at"),
            (AuditFilter { account: Some(rob), ..all.clone() }, "audit_account"),
            (AuditFilter { event, ..all.clone() }, "audit_code"),
            (AuditFilter { by: Some(root.clone()), ..all.clone() }, "audit_actor"),
            (AuditFilter { by: Some(two.clone()), event, ..all.clone() }, "audit_actor"),
            (AuditFilter { by: Some(AuditBy::PeopleAndPrograms), ..all.clone() }, "audit_people"),
            (AuditFilter { account: Some(rob), by: Some(root), event, ..all.clone() }, "audit_account"),
            (AuditFilter { by: Some(AuditBy::PeopleAndPrograms), event, ..all }, "audit_people"),
        ] {
            let plan = plan(&filter).await;
            assert!(plan.contains(&format!("audit USING INDEX {index} (")), "{filter:?}\n{plan}");
            let is_merged = matches!(&filter.by, Some(AuditBy::OneOf(actors)) if actors.len() > 1);
            // Of several actors' pages only the rows of the pages are sorted.
            assert!(is_merged || !plan.contains("TEMP B-TREE"), "{filter:?}\n{plan}");
        }
    }
}
