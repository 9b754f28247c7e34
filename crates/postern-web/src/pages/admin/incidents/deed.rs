//! What a person does about an incident: handing it over, closing it, undoing a false alarm, opening it again. Each is a form of
//! its own that knows as which version it saw the incident; of an old one nothing is done.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::access;
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::incident::{Incident, IncidentCause};
use postern_core::restriction::Restriction;
use postern_engine::commands::IncidentWish;
use postern_engine::incidents::KnownIncident;
use postern_text::{Key, key};

use crate::pages::admin::accounts::name_of;
use crate::pages::admin::done;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::question::Question;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::shell::{Place, Shell};

#[derive(Template)]
#[template(path = "admin/incident_deed.html")]
struct Page {
    /// The version that the form is about.
    seen: u32,
    shell: Shell,
    incident: Incident,
    name: String,
    /// What it will do, a sentence each; what cannot come back is marked.
    effects: Vec<(String, bool)>,
    legend: Option<Key>,
    /// What is chosen from: the field, and each value with its label and whether it is chosen.
    field: &'static str,
    choices: Vec<(String, String, bool)>,
    yes: Key,
    is_opening: bool,
    question: Question,
}

/// Which form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Assign,
    Close,
    Undo,
    Reopen,
}

/// `GET /admin/incidents/{id}/assign`
pub async fn ask_assign(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    ask(admin, &id, Deed::Assign).await
}

/// `POST /admin/incidents/{id}/assign`
pub async fn assign(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    act(&id, submitted, Deed::Assign).await
}

/// `GET /admin/incidents/{id}/close`
pub async fn ask_close(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    ask(admin, &id, Deed::Close).await
}

/// `POST /admin/incidents/{id}/close`
pub async fn close(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    act(&id, submitted, Deed::Close).await
}

/// `GET /admin/incidents/{id}/undo`
pub async fn ask_undo(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    ask(admin, &id, Deed::Undo).await
}

/// `POST /admin/incidents/{id}/undo`
pub async fn undo(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    act(&id, submitted, Deed::Undo).await
}

/// `GET /admin/incidents/{id}/reopen`
pub async fn ask_reopen(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    ask(admin, &id, Deed::Reopen).await
}

/// `POST /admin/incidents/{id}/reopen`
pub async fn reopen(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    act(&id, submitted, Deed::Reopen).await
}

async fn ask(admin: Admin, id: &str, deed: Deed) -> Result<Response, PageError> {
    admin.may(CommandKind::Contain)?;
    let known = admin.incident(id).await?;
    let question = Question::fresh(&admin, CommandKind::Contain);
    let (version, owner) = (known.incident.version, known.incident.owner);
    let chosen = owner.map(|owner| owner.to_string()).unwrap_or_default();
    page(&admin, known, deed, (&chosen, version), question).await
}

async fn act(id: &str, submitted: Submitted, deed: Deed) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::Contain)?;
    let known = admin.incident(id).await?;
    let chosen = submitted.text(if deed == Deed::Assign { "owner" } else { "cause" }).to_owned();
    // A form without it is none of ours, and an old one.
    let seen = submitted.text("seen").parse().unwrap_or(0);
    if let Some(question) = Question::answered(&submitted, CommandKind::Contain).await? {
        return page(admin, known, deed, (&chosen, seen), question).await;
    }
    let not_found = || PageError::not_found(admin);
    let wish = match deed {
        Deed::Assign => {
            let owner: Option<AccountId> =
                if chosen.is_empty() { None } else { Some(chosen.parse().map_err(|_| not_found())?) };
            IncidentWish::Assign(owner)
        }
        Deed::Close => IncidentWish::Close(IncidentCause::from_code(&chosen).ok_or_else(not_found)?),
        Deed::Undo => IncidentWish::Undo,
        Deed::Reopen => IncidentWish::Reopen,
    };
    let asker = admin.because(submitted.text("reason"));
    let done = admin.engine.change_incident(known.incident.id, seen, wish, asker).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let words = admin.words;
    let of = [("account", known.account.primary.as_str().into())];
    let told = words.say(
        match deed {
            Deed::Assign => key::INCIDENT_ASSIGNED,
            Deed::Close => key::INCIDENT_IS_CLOSED,
            Deed::Undo => key::INCIDENT_UNDONE,
            Deed::Reopen => key::INCIDENT_REOPENED,
        },
        &of,
    );
    let title = words.say(key::INCIDENT_TITLE, &[("name", (&name_of(&known.account)).into())]);
    let shell = Shell::of_what_was_done(admin, Some(Place::Incidents), title).await?;
    Ok(done::page(shell, &format!("/incidents/{}", known.incident.id), told, &done.receipts, None))
}

async fn page(
    admin: &Admin,
    known: KnownIncident,
    deed: Deed,
    (chosen, seen): (&str, u32),
    question: Question,
) -> Result<Response, PageError> {
    let words = admin.words;
    let (title, legend, field, choices) = match deed {
        Deed::Assign => (
            key::INCIDENT_ASSIGN,
            Some(key::INCIDENT_HEAD_OWNER),
            "owner",
            owners(admin, &known, chosen).await?,
        ),
        Deed::Close => (key::INCIDENT_CLOSE, Some(key::INCIDENT_CAUSE), "cause", causes(admin, chosen)),
        Deed::Undo => (key::INCIDENT_UNDO, None, "", Vec::new()),
        Deed::Reopen => (key::INCIDENT_REOPEN, None, "", Vec::new()),
    };
    let page = Page {
        shell: Shell::new(admin, Some(Place::Incidents), words.say(title, &[])),
        effects: effects(admin, &known, deed).await?,
        name: name_of(&known.account),
        incident: known.incident,
        seen,
        legend,
        field,
        choices,
        yes: title,
        is_opening: deed == Deed::Undo,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn causes(admin: &Admin, chosen: &str) -> Vec<(String, String, bool)> {
    let first = IncidentCause::from_code(chosen).unwrap_or(IncidentCause::Compromised);
    let choice =
        |&cause: &IncidentCause| (cause.code().to_owned(), admin.words.incident_cause(cause), cause == first);
    IncidentCause::ALL.iter().map(choice).collect()
}

/// Admins who may do something about it, and nobody.
async fn owners(
    admin: &Admin,
    known: &KnownIncident,
    chosen: &str,
) -> Result<Vec<(String, String, bool)>, PageError> {
    let admins = admin.engine.store().admins().await.map_err(PageError::unread(admin))?;
    let owner = known.incident.owner;
    let may = |one: &Account| {
        access::any_may(&one.roles, &one.reach, CommandKind::Contain)
            && one.reach.covers(&known.account.primary)
    };
    let seen = |one: &Account| admin.reach().covers(&one.primary) || Some(one.id) == owner;
    let choice = |one: Account| {
        let id = one.id.to_string();
        let is_chosen = id == chosen;
        (id, name_of(&one), is_chosen)
    };
    let nobody = (String::new(), admin.words.say(key::INCIDENT_NOBODY, &[]), chosen.is_empty());
    let admins = admins.into_iter().filter(|one| may(one) && seen(one)).map(choice);
    Ok(std::iter::once(nobody).chain(admins).collect())
}

async fn effects(admin: &Admin, known: &KnownIncident, deed: Deed) -> Result<Vec<(String, bool)>, PageError> {
    let words = admin.words;
    let said = |key: Key| (words.say(key, &[]), false);
    Ok(match deed {
        Deed::Assign => Vec::new(),
        Deed::Close => vec![said(key::INCIDENT_CLOSE_NOTE)],
        Deed::Reopen => vec![said(key::INCIDENT_REOPEN_NOTE)],
        Deed::Undo => {
            let held = admin.engine.held_by_incident(known.incident.id).await;
            let held = held.map_err(PageError::unread(admin))?.len();
            let snapshot = known.incident.snapshot.as_ref();
            let rows = snapshot.map_or(0, |kept| kept.rows.len());
            let names = snapshot.map_or_else(String::new, |kept| kept.app_passwords.join(", "));
            let mut effects = vec![
                (words.say(key::INCIDENT_UNDO_ROWS, &[("count", rows.into())]), false),
                (words.say(key::INCIDENT_UNDO_HELD, &[("count", held.into())]), false),
                (words.say(key::INCIDENT_UNDO_SESSIONS, &[]), true),
            ];
            let open = admin.engine.open_on(known.account.id);
            let is_its = |row: &Restriction| snapshot.is_some_and(|kept| kept.rows.contains(&row.id));
            if open.iter().any(|row| row.voids_password() && is_its(row)) {
                effects.insert(2, said(key::INCIDENT_UNDO_PASSWORD));
            }
            if !names.is_empty() {
                effects
                    .push((words.say(key::INCIDENT_UNDO_APP_PASSWORDS, &[("names", (&names).into())]), true));
            }
            effects
        }
    })
}
