//! `postern incident`: accounts that someone else is or was in.

use hyper::Method;
use postern_core::incident::steps::{IncidentStep, StepState};
use postern_core::incident::{IncidentCause, IncidentState, IncidentTrigger};
use postern_text::{Key, key};
use postern_web::api::v1::commands::DoneView;
use postern_web::api::v1::incidents::{
    IncidentBody, IncidentDetailView, IncidentList, IncidentStepView, IncidentView,
};

use super::args::Incident;
use super::client::{Client, escaped, query};
use super::exit::{Failure, Outcome};
use super::talk::Talk;
use super::{doors, out, receipts, who};

pub async fn run(client: &Client, args: &Incident) -> Outcome {
    match args {
        Incident::List { closed, limit } => list(client, *closed, limit.limit).await,
        Incident::Show(which) => show(client, &which.incident).await,
        Incident::Assign { incident, to, reason } => {
            let owner = match to {
                Some(user) => Some(who::find(client, user).await?.id),
                None => None,
            };
            let body = IncidentBody { owner, ..because(&reason.reason) };
            change(client, &incident.incident, "assign", body, key::INCIDENT_ASSIGNED).await
        }
        Incident::Close { incident, cause, reason } => {
            let body = IncidentBody { cause: Some(cause.clone()), ..because(&reason.reason) };
            change(client, &incident.incident, "close", body, key::INCIDENT_IS_CLOSED).await
        }
        Incident::Undo { incident, reason } => {
            change(client, &incident.incident, "undo", because(&reason.reason), key::INCIDENT_UNDONE).await
        }
        Incident::Reopen { incident, reason } => {
            change(client, &incident.incident, "reopen", because(&reason.reason), key::INCIDENT_REOPENED)
                .await
        }
    }
}

fn because(reason: &str) -> IncidentBody {
    IncidentBody { reason: reason.to_owned(), ..IncidentBody::default() }
}

/// By its id, or the open one of a user.
async fn find(client: &Client, text: &str) -> Result<IncidentDetailView, Failure> {
    if text.parse::<postern_core::ids::IncidentId>().is_ok()
        && let Ok(found) = client.get(&format!("/incidents/{}", escaped(text))).await
    {
        return Ok(found);
    }
    let account = who::find(client, text).await?;
    let list: IncidentList = client.get(&format!("/incidents{}", query(&[("limit", Some("500"))]))).await?;
    let own = list.incidents.into_iter().find(|incident| incident.account == account.id);
    let id = own.map_or_else(|| escaped(text), |incident| incident.id);
    client.get(&format!("/incidents/{id}")).await
}

async fn list(client: &Client, closed: bool, limit: u32) -> Outcome {
    let (closed, limit) = (closed.to_string(), limit.to_string());
    let query = query(&[("closed", Some(&closed)), ("limit", Some(&limit))]);
    let list: IncidentList = client.get(&format!("/incidents{query}")).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    let head = [
        talk.label(key::CLI_HEAD_ACCOUNT),
        talk.label(key::INCIDENT_HEAD_STATE),
        talk.head_of_times(key::CLI_HEAD_SINCE),
        talk.label(key::CLI_HEAD_CAUSE),
        talk.label(key::INCIDENT_HEAD_OWNER),
        talk.label(key::CLI_HEAD_ID),
    ];
    let rows = list.incidents.iter().map(|one| {
        [
            one.address.clone(),
            state(talk, one),
            talk.time(&one.opened),
            trigger(talk, one),
            one.owner_address.clone().unwrap_or_else(|| talk.label(key::INCIDENT_NOBODY)),
            one.id.clone(),
        ]
    });
    out::table(head, rows.collect())
}

/// A newer server's words are shown by their codes.
fn state(talk: &Talk, one: &IncidentView) -> String {
    IncidentState::from_code(&one.state)
        .map_or_else(|| one.state.clone(), |state| talk.words().incident_state(state))
}

fn trigger(talk: &Talk, one: &IncidentView) -> String {
    IncidentTrigger::from_code(&one.because)
        .map_or_else(|| one.because.clone(), |trigger| talk.words().incident_trigger(trigger))
}

fn step(talk: &Talk, view: &IncidentStepView) -> [String; 2] {
    let step = IncidentStep::from_code(&view.step);
    let state = StepState::from_code(&view.state);
    [
        step.map_or_else(|| view.step.clone(), |step| talk.words().incident_step(step)),
        state.map_or_else(|| view.state.clone(), |state| talk.words().incident_step_state(state)),
    ]
}

async fn show(client: &Client, which: &str) -> Outcome {
    let found = find(client, which).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&found);
    }
    let one = &found.incident;
    out::line(&talk.say(key::INCIDENT_TITLE, &[("name", (&one.address).into())]))?;
    out::line(&state(talk, one))?;
    let (when, actor) = (talk.time_and_zone(&one.opened), doors::actor(talk, &one.opened_by));
    let because = trigger(talk, one);
    let opened = [("when", (&when).into()), ("because", (&because).into()), ("actor", (&actor).into())];
    out::line(&talk.say(key::INCIDENT_OPENED, &opened))?;
    let owner = one.owner_address.clone().unwrap_or_else(|| talk.label(key::INCIDENT_NOBODY));
    out::line(&talk.say(key::INCIDENT_OWNER, &[("name", (&owner).into())]))?;
    if let Some(closed) = &one.closed {
        let (when, actor) = (talk.time_and_zone(&closed.at), doors::actor(talk, &closed.by));
        let cause = IncidentCause::from_code(&closed.cause)
            .map_or_else(|| closed.cause.clone(), |cause| talk.words().incident_cause(cause));
        let arguments = [
            ("when", (&when).into()),
            ("actor", (&actor).into()),
            ("cause", (&cause).into()),
            ("note", (&closed.note).into()),
        ];
        out::line(&talk.say(key::INCIDENT_CLOSED, &arguments))?;
    } else {
        let due = talk.time_and_zone(&one.report_due);
        out::line(&talk.say(key::INCIDENT_DUE, &[("when", (&due).into())]))?;
    }
    let head = [talk.label(key::INCIDENT_HEAD_STEP), talk.label(key::INCIDENT_HEAD_STATE)];
    out::table(head, found.steps.iter().map(|view| step(talk, view)).collect())
}

async fn change(client: &Client, which: &str, verb: &str, body: IncidentBody, sentence: Key) -> Outcome {
    let found = find(client, which).await?;
    let one = &found.incident;
    let body = IncidentBody { seen: Some(one.version), ..body };
    let path = format!("/incidents/{}/{verb}", one.id);
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    let sentence = client.talk().say(sentence, &[("account", (&one.address).into())]);
    receipts::print(client.talk(), &done, &sentence)
}
