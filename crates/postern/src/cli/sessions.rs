//! `postern user sessions` and `postern user end-sessions`: who is signed in under an account now, and ending that.

use hyper::Method;
use postern_core::effect::Point;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, ReceiptView};
use postern_web::api::v1::sessions::{EndSessionsBody, OpenSessionsView};

use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{out, receipts, who};

pub async fn show(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let open: OpenSessionsView = client.get(&format!("/accounts/{}/sessions", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&open);
    }
    match (&open.mail, &open.mail_error) {
        (_, Some(cause)) => {
            out::talk(&talk.say(key::SESSIONS_UNREADABLE, &[("cause", cause.into())]));
        }
        (None, None) => out::talk(&talk.label(key::SESSIONS_NOT_CONNECTED)),
        (Some(_), None) => {}
    }
    let rows = rows(talk, &open);
    if !rows.is_empty() {
        let head = [
            talk.label(key::CLI_HEAD_PROTOCOL),
            talk.label(key::CLI_HEAD_SOURCE),
            talk.label(key::SESSIONS_CONNECTIONS),
            talk.head_of_times(key::ADMIN_SESSIONS_OPENED),
            talk.label(key::CLI_HEAD_CLIENT),
        ];
        out::table(head, rows)?;
    } else if open.mail.is_some() {
        out::line(&talk.label(key::SESSIONS_NONE))?;
    }
    if open.mail.is_some() {
        out::talk(&talk.label(key::SESSIONS_WITHOUT_SENDING));
    }
    Ok(())
}

fn rows(talk: &Talk, open: &OpenSessionsView) -> Vec<[String; 5]> {
    let mail = open.mail.iter().flatten().map(|session| {
        [
            session.protocol.to_uppercase(),
            session.source.clone().unwrap_or_default(),
            session.connections.to_string(),
            session.signed_in.as_ref().map(|at| talk.time(at)).unwrap_or_default(),
            session.client.clone(),
        ]
    });
    let centre = open.admin_centre.iter().map(|session| {
        [
            talk.label(key::SESSIONS_ADMIN_CENTRE),
            session.source.clone(),
            1.to_string(),
            talk.time(&session.signed_in),
            session.client.clone(),
        ]
    });
    mail.chain(centre).collect()
}

pub async fn end(client: &Client, user: &str, from: Option<&str>, reason: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let body = EndSessionsBody { reason: reason.to_owned(), source: from.map(str::to_owned) };
    let path = format!("/accounts/{}/sessions/end", account.id);
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    tell(client.talk(), &account.address, &done)
}

/// They are over only when the mail server said so.
fn tell(talk: &Talk, address: &str, done: &DoneView) -> Outcome {
    let of_point = |receipt: &&ReceiptView| Point::from_code(&receipt.point) == Some(Point::MailSessions);
    let account = [("account", address.into())];
    match done.receipts.iter().find(of_point) {
        Some(failed) if failed.outcome != "done" => {
            if talk.json {
                out::json(done)?;
            }
            let cause = failed.message.as_deref().unwrap_or("");
            Err(Failure::new(Exit::Failure, talk.say(key::SESSIONS_FAILED, &[("cause", cause.into())])))
        }
        Some(_) => receipts::print(talk, done, &talk.say(key::SESSIONS_ENDED, &account)),
        None => receipts::print(talk, done, &talk.say(key::SESSIONS_UNDERWAY, &account)),
    }
}
