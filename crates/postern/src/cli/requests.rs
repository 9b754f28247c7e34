//! `postern request …`: owners who ask for help, and what was done.

use hyper::Method;
use postern_core::help_request::HelpTopic;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, ReasonBody};
use postern_web::api::v1::help_requests::{HelpRequestList, HelpRequestView};

use super::args::Request;
use super::client::{Client, query};
use super::exit::{Exit, Failure, Outcome};
use super::{doors, out, receipts};

/// As many as the API gives at once.
const ROWS: u32 = 500;

pub async fn run(client: &Client, args: &Request) -> Outcome {
    match args {
        Request::List { all } => list(client, *all).await,
        Request::Answer { request, reason } => answer(client, request, &reason.reason).await,
    }
}

async fn asked(client: &Client, with_answered: bool) -> Result<HelpRequestList, Failure> {
    let wanted =
        query(&[("with_answered", with_answered.then_some("true")), ("limit", Some(&ROWS.to_string()))]);
    client.get(&format!("/help-requests{wanted}")).await
}

async fn list(client: &Client, all: bool) -> Outcome {
    let list = asked(client, all).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.requests.is_empty() {
        return out::line(&talk.label(key::HELP_REQUESTS_NONE));
    }
    for request in &list.requests {
        out::line(&talk.say(key::HELP_REQUESTS_ASKS, &[("account", (&request.account.address).into())]))?;
        for (head, text) in facts(client, request) {
            out::line(&format!("  {head}: {text}"))?;
        }
        let answered = request.answered.as_ref().map(|answer| {
            let when = talk.time(&answer.at);
            let by = doors::actor(talk, &answer.by);
            let said = [("when", (&when).into()), ("actor", (&by).into()), ("note", (&answer.note).into())];
            talk.say(key::HELP_REQUESTS_ANSWERED, &said)
        });
        out::line(&format!("  {}", answered.unwrap_or_else(|| talk.label(key::HELP_REQUESTS_OPEN))))?;
    }
    Ok(())
}

/// What is known of a request, with what it is. A message is on one line, whatever whoever asks wrote.
fn facts(client: &Client, request: &HelpRequestView) -> Vec<(String, String)> {
    let talk = client.talk();
    let topic = HelpTopic::from_code(&request.topic);
    let topic = topic.map_or_else(|| request.topic.clone(), |topic| talk.words().help_topic(topic));
    let mut facts = vec![
        (talk.label(key::HELP_REQUESTS_HEAD_REQUEST), request.id.clone()),
        (talk.head_of_times(key::HELP_REQUESTS_HEAD_ASKED), talk.time(&request.asked)),
        (talk.label(key::HELP_REQUESTS_HEAD_TOPIC), topic),
        (talk.label(key::HELP_REQUESTS_HEAD_WHO), talk.words().help_asker(request.is_proved)),
    ];
    if let Some(source) = &request.source {
        facts.push((talk.label(key::HELP_REQUESTS_HEAD_FROM), source.clone()));
    }
    let message = request.message.split_whitespace().collect::<Vec<_>>().join(" ");
    if !message.is_empty() {
        facts.push((talk.label(key::HELP_REQUESTS_HEAD_MESSAGE), message));
    }
    facts
}

async fn answer(client: &Client, request: &str, reason: &str) -> Outcome {
    let known = asked(client, true).await?.requests;
    let known = known.into_iter().find(|known| known.id.eq_ignore_ascii_case(request));
    let Some(known) = known else {
        return Err(Failure::new(Exit::NotFound, client.talk().label(key::REFUSAL_HELP_NO_SUCH_REQUEST)));
    };
    let path = format!("/accounts/{}/help-requests/{}/answer", known.account.id, known.id);
    let body = ReasonBody { reason: reason.to_owned() };
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    receipts::print(client.talk(), &done, &client.talk().label(key::HELP_REQUESTS_DONE))
}
