//! `/admin/incidents`: accounts that somebody else is or was in, and `/admin/incidents/{id}`: what it did, the ten steps with where
//! each is done, and what happened.

pub mod deed;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::incident::steps::{IncidentStep, StepState};
use postern_core::incident::{Incident, IncidentState};
use postern_core::time::Timestamp;
use postern_engine::incidents::{IncidentStanding, KnownIncident};
use postern_engine::ports::IncidentFilter;
use postern_text::{Arg, Key, key};
use serde::Deserialize;

use super::accounts::name_of;
use super::audit_words::event_words;
use super::page_error::PageError;
use super::session::Admin;
use super::shell::{Place, Shell};

/// Rows of the page.
const ROWS_MAX: u32 = 200;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ListQuery {
    /// `1`: those that are closed, too.
    #[serde(default)]
    pub closed: String,
}

#[derive(Template)]
#[template(path = "admin/incidents.html")]
struct ListPage {
    shell: Shell,
    lede: String,
    rows: Vec<Row>,
    with_closed: bool,
    more: Option<String>,
}

struct Row {
    incident: Incident,
    name: String,
    address: String,
    state: String,
    is_bad: bool,
    because: String,
    owner: String,
}

#[derive(Template)]
#[template(path = "admin/incident.html")]
struct Page {
    shell: Shell,
    incident: Incident,
    account: AccountId,
    name: String,
    state: String,
    opened: String,
    owner: String,
    harm: String,
    due: String,
    snapshot: Option<String>,
    closed: Option<String>,
    steps_title: String,
    steps: Vec<Step>,
    events: Vec<Happened>,
    may_change: bool,
    may_contain: bool,
}

/// A step in words, with where it is done.
struct Step {
    state: StepState,
    text: String,
    said: String,
    path: Option<String>,
    /// What leads there is called.
    go: Key,
}

struct Happened {
    at: Timestamp,
    is_person: bool,
    event: String,
    by: String,
    note: String,
}

impl Admin {
    /// An incident that the admin's roles are for.
    async fn incident(&self, id: &str) -> Result<KnownIncident, PageError> {
        let id = id.parse().map_err(|_| PageError::not_found(self))?;
        let found = self.engine.incident(id, self.reach()).await.map_err(PageError::unread(self))?;
        found.ok_or_else(|| PageError::not_found(self))
    }
}

/// `GET /admin/incidents`
pub async fn list(
    admin: Admin,
    query: Result<Query<ListQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    let with_closed = query.closed == "1";
    let reach = admin.reach().clone();
    let filter = IncidentFilter { reach, with_closed, before: None, limit: ROWS_MAX };
    let page = admin.engine.incidents(&filter).await.map_err(PageError::unread(&admin))?;
    let count = page.incidents.iter().filter(|known| known.state != IncidentState::Closed).count();
    let rows = page.incidents.into_iter().map(|known| row(&admin, known)).collect();
    let shell = Shell::new(&admin, Some(Place::Incidents), admin.words.say(key::INCIDENTS_TITLE, &[]));
    let page = ListPage {
        lede: admin.words.say(key::INCIDENTS_LEDE, &[("count", count.into())]),
        more: page.next.map(|_| admin.words.say(key::FIRST_SHOWN, &[("count", ROWS_MAX.into())])),
        rows,
        with_closed,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn row(admin: &Admin, known: KnownIncident) -> Row {
    Row {
        name: name_of(&known.account),
        address: known.account.primary.to_string(),
        state: admin.words.incident_state(known.state),
        is_bad: known.state == IncidentState::Open,
        because: admin.words.incident_trigger(known.incident.trigger),
        owner: owner_of(admin, &known),
        incident: known.incident,
    }
}

fn owner_of(admin: &Admin, known: &KnownIncident) -> String {
    known.owner.as_ref().map_or_else(|| admin.words.say(key::INCIDENT_NOBODY, &[]), name_of)
}

/// `GET /admin/incidents/{id}`
pub async fn show(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let known = admin.incident(&id).await?;
    let standing = admin.engine.incident_standing(&known).await.map_err(PageError::unread(&admin))?;
    let (words, zone) = (admin.words, &admin.engine.site().time_zone);
    let name = name_of(&known.account);
    let by = admin.actor_name(&known.incident.opened_by).await;
    let done = standing.steps.iter().filter(|(_, state)| *state == StepState::Done).count();
    let is_needed = |state: StepState| state != StepState::NotNeeded;
    let needed = standing.steps.iter().filter(|(_, state)| is_needed(*state)).count();
    let may_change = admin.is_allowed(CommandKind::Contain)
        && postern_core::access::may_act_on(&admin.seen.account.roles, &known.account.roles);
    let page = Page {
        shell: Shell::new(
            &admin,
            Some(Place::Incidents),
            words.say(key::INCIDENT_TITLE, &[("name", (&name).into())]),
        ),
        account: known.account.id,
        state: words.incident_state(known.state),
        opened: words.say(
            key::INCIDENT_OPENED,
            &[
                ("when", Arg::Time(known.incident.opened, zone)),
                ("because", (&words.incident_trigger(known.incident.trigger)).into()),
                ("actor", (&by).into()),
            ],
        ),
        owner: words.say(key::INCIDENT_OWNER, &[("name", (&owner_of(&admin, &known)).into())]),
        harm: harm(&admin, &standing),
        due: words.say(key::INCIDENT_DUE, &[("when", Arg::Time(known.incident.report_due(), zone))]),
        snapshot: snapshot(&admin, &known).await?,
        closed: closed(&admin, &known).await,
        steps_title: words.say(key::INCIDENT_STEPS, &[("done", done.into()), ("count", needed.into())]),
        steps: standing
            .steps
            .iter()
            .map(|&(one, state)| step(&admin, known.account.id, one, state))
            .collect(),
        events: happened(&admin, &standing).await,
        may_contain: may_change && known.incident.closed.is_none() && known.incident.snapshot.is_none(),
        may_change,
        incident: known.incident,
        name,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// One sentence from numbers.
fn harm(admin: &Admin, standing: &IncidentStanding) -> String {
    let zone = &admin.engine.site().time_zone;
    let since = ("since", Arg::Time(standing.since, zone));
    let recipients = ("recipients", standing.recipients.into());
    match standing.queue {
        Some((queued, held)) => {
            let counts = [since, recipients, ("queued", queued.into()), ("held", held.into())];
            admin.words.say(key::INCIDENT_HARM, &counts)
        }
        None => admin.words.say(key::INCIDENT_HARM_NO_QUEUE, &[since, recipients]),
    }
}

/// What is kept for the undo.
async fn snapshot(admin: &Admin, known: &KnownIncident) -> Result<Option<String>, PageError> {
    let Some(kept) = &known.incident.snapshot else { return Ok(None) };
    let held = admin.engine.held_by_incident(known.incident.id).await.map_err(PageError::unread(admin))?;
    let arguments = [
        ("when", Arg::Time(kept.at, &admin.engine.site().time_zone)),
        ("rows", kept.rows.len().into()),
        ("held", held.len().into()),
        ("passwords", kept.app_passwords.len().into()),
    ];
    Ok(Some(admin.words.say(key::INCIDENT_SNAPSHOT, &arguments)))
}

async fn closed(admin: &Admin, known: &KnownIncident) -> Option<String> {
    let closing = known.incident.closed.as_ref()?;
    let (by, cause) = (admin.actor_name(&closing.by).await, admin.words.incident_cause(closing.cause));
    let when = ("when", Arg::Time(closing.at, &admin.engine.site().time_zone));
    let arguments =
        [when, ("actor", (&by).into()), ("cause", (&cause).into()), ("note", (&closing.note).into())];
    Some(admin.words.say(key::INCIDENT_CLOSED, &arguments))
}

/// Where a step is done is a page that there is already.
fn step(admin: &Admin, account: AccountId, step: IncidentStep, state: StepState) -> Step {
    let of_account = |page: &str| Some(format!("/users/{account}/{page}"));
    let path = match (step, state) {
        (_, StepState::NotNeeded) => None,
        (IncidentStep::Sending | IncidentStep::SignIn, StepState::ToDo) => of_account("contain"),
        (IncidentStep::Sending | IncidentStep::SignIn, StepState::Done | StepState::ByHand) => None,
        (IncidentStep::Password | IncidentStep::Owner, StepState::ToDo) => of_account("reset-password"),
        (IncidentStep::Password | IncidentStep::Owner, StepState::Done | StepState::ByHand) => None,
        (IncidentStep::Queue, _) => of_account("queue"),
        (IncidentStep::Rules, _) => of_account("rules"),
        (IncidentStep::Roles, _) => of_account("roles"),
        (IncidentStep::Others | IncidentStep::Recipients, _) => None,
        (IncidentStep::Unblock, _) => of_account("unblock"),
    };
    let go = match state {
        StepState::ToDo => key::INCIDENT_STEP_GO,
        StepState::Done | StepState::NotNeeded | StepState::ByHand => key::INCIDENT_STEP_LOOK,
    };
    let (text, said) = (admin.words.incident_step(step), admin.words.incident_step_state(state));
    Step { state, text, said, path, go }
}

async fn happened(admin: &Admin, standing: &IncidentStanding) -> Vec<Happened> {
    let mut events = Vec::with_capacity(standing.timeline.len());
    for row in &standing.timeline {
        let actor = admin.actor_name(&row.actor).await;
        events.push(Happened {
            at: row.at,
            is_person: row.actor.origin() != postern_core::restriction::Origin::Rule,
            event: event_words(admin.words, row),
            by: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
            note: row.note.clone(),
        });
    }
    events
}
