//! `/admin/audit`: what people, programs, rules and time changed, newest first. The filter is in the address; [`export`] is
//! the same as a file, [`details`] says what a row has beside its event.

pub mod details;
pub mod export;
mod filter;

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::event::EventKind;
use postern_core::ids::AccountId;
use postern_core::restriction::Actor;
use postern_core::time::Timestamp;
use postern_engine::ports::{AuditFilter, AuditRow};
use postern_text::{Words, key};

use super::audit_words::event_words;
use super::page_error::PageError;
use super::query_text::QueryText;
use super::session::Admin;
use super::shell::{Place, Shell};
use details::Detail;
use filter::{AuditQuery, Problems};

/// Rows of a page.
pub const ROWS_MAX: u32 = 200;

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct Page {
    shell: Shell,
    query: AuditQuery,
    problems: Problems,
    by: Vec<Choice>,
    events: Vec<Choice>,
    rows: Vec<Row>,
    csv: QueryText,
    ndjson: QueryText,
    first: Option<QueryText>,
    next: Option<QueryText>,
}

/// One choice of a field.
struct Choice {
    code: &'static str,
    name: String,
    is_chosen: bool,
}

struct Row {
    at: Timestamp,
    event: String,
    /// Its id, and its address up to the `@`, where a line may break, and from there.
    account: Option<(AccountId, String, String)>,
    actor: String,
    note: String,
    details: Vec<Detail>,
}

/// `GET /admin/audit`
pub async fn list(
    admin: Admin,
    query: Result<Query<AuditQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadAudit)?;
    let Query(query) = query.unwrap_or_default();
    let (filter, problems) = query.read(&admin, ROWS_MAX + 1).await?;
    let found = match &filter {
        Some(filter) => admin.engine.audit(filter).await.map_err(PageError::unread(&admin))?,
        None => Vec::new(),
    };
    let shell = Shell::new(&admin, Some(Place::Audit), admin.words.say(key::USER_TAB_AUDIT, &[]));
    let (found, next) = page_of(found, ROWS_MAX);
    let mut names = Names::default();
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        rows.push(Row {
            at: row.at,
            event: event_words(admin.words, &row),
            actor: names.of(&admin, &row.actor).await,
            details: details::of(&shell, &row),
            account: row.account.map(|id| {
                let address = row.account_name.as_ref().map_or_else(|| id.to_string(), ToString::to_string);
                let (local, domain) = address.split_at(address.find('@').unwrap_or(address.len()));
                (id, local.to_owned(), domain.to_owned())
            }),
            note: row.note,
        });
    }
    let page = Page {
        by: by_choices(admin.words, &query.by),
        events: event_choices(admin.words, &query.event),
        csv: query.kept().and("format", "csv"),
        ndjson: query.kept().and("format", "ndjson"),
        first: (!query.before.is_empty()).then(|| query.kept()),
        next: next.map(|next| query.kept().and("before", next)),
        shell,
        query,
        problems,
        rows,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// A page of what was found, and where the next one begins: one row more than a page says that there is one.
fn page_of(mut found: Vec<AuditRow>, rows_max: u32) -> (Vec<AuditRow>, Option<String>) {
    let has_next = found.len() > rows_max as usize;
    found.truncate(rows_max as usize);
    let next = found.last().filter(|_| has_next).map(|last| filter::cursor_text(last.at, last.id));
    (found, next)
}

/// The part after a row.
fn after(filter: &AuditFilter, row: &AuditRow) -> AuditFilter {
    AuditFilter { before: Some((row.at, row.id)), ..filter.clone() }
}

/// The names of people who acted; each is looked up once.
#[derive(Default)]
struct Names(HashMap<AccountId, String>);

impl Names {
    async fn of(&mut self, admin: &Admin, actor: &Actor) -> String {
        let Actor::Person(id) = actor else { return admin.actor_name(actor).await };
        if let Some(name) = self.0.get(id) {
            return name.clone();
        }
        let name = admin.actor_name(actor).await;
        self.0.insert(*id, name.clone());
        name
    }
}

fn by_choices(words: &Words, chosen: &str) -> Vec<Choice> {
    let choice = |code, name| Choice { code, name, is_chosen: code == chosen };
    vec![
        choice("", words.say(key::AUDIT_BY_ANYONE, &[])),
        choice("people", words.say(key::AUDIT_BY_PEOPLE, &[])),
        choice("rule", words.actor(&Actor::Rule, None)),
        choice("timer", words.actor(&Actor::Timer, None)),
    ]
}

/// Every event in the order of the alphabet, after the choice of all.
fn event_choices(words: &Words, chosen: &str) -> Vec<Choice> {
    let choice = |kind: &EventKind| Choice {
        code: kind.code(),
        name: words.event(*kind),
        is_chosen: kind.code() == chosen,
    };
    let mut choices: Vec<Choice> = EventKind::ALL.iter().map(choice).collect();
    words.sort(&mut choices, |choice| &choice.name);
    let all = Choice { code: "", name: words.say(key::AUDIT_EVENT_ANY, &[]), is_chosen: chosen.is_empty() };
    choices.insert(0, all);
    choices
}
