//! `postern user app-passwords …`: what single devices of an account sign in with.

use hyper::Method;
use postern_core::protocol::Protocol;
use postern_text::key;
use postern_web::api::v1::app_passwords::{
    AppPasswordList, AppPasswordView, MadeAppPasswordView, NewAppPasswordBody,
};
use postern_web::api::v1::commands::{DoneView, ReasonBody};

use super::args::AppPasswords;
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{out, receipts, who};

pub async fn run(client: &Client, command: &AppPasswords) -> Outcome {
    match command {
        AppPasswords::List(args) => list(client, &args.user).await,
        AppPasswords::Add { user, name, protocols, reason } => {
            add(client, &user.user, name, protocols.as_deref(), &reason.reason).await
        }
        AppPasswords::Revoke { user, which, all: _, reason } => {
            revoke(client, &user.user, which.as_deref(), &reason.reason).await
        }
    }
}

async fn list(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let list: AppPasswordList = client.get(&format!("/accounts/{}/app-passwords", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.app_passwords.is_empty() {
        return out::line(&talk.label(key::APP_PASSWORDS_NONE));
    }
    let head = [
        talk.label(key::APP_PASSWORDS_DEVICE),
        talk.label(key::APP_PASSWORDS_PROTOCOLS),
        talk.head_of_times(key::CLI_HEAD_CREATED),
        talk.head_of_times(key::APP_PASSWORDS_USED),
        talk.label(key::CLI_HEAD_SOURCE),
        talk.label(key::CLI_HEAD_ID),
    ];
    let rows = list.app_passwords.iter().map(|one| {
        [
            one.name.clone(),
            protocols(talk, one),
            talk.time(&one.created),
            one.last_used.as_ref().map_or_else(|| talk.label(key::APP_PASSWORDS_NEVER), |at| talk.time(at)),
            one.last_source.clone().unwrap_or_default(),
            one.id.clone(),
        ]
    });
    out::table(head, rows.collect())
}

fn protocols(talk: &Talk, one: &AppPasswordView) -> String {
    let word = |code: &String| {
        Protocol::from_code(code).map_or_else(|| code.clone(), |protocol| talk.words().protocol(protocol))
    };
    one.protocols.iter().map(word).collect::<Vec<_>>().join(", ")
}

async fn add(client: &Client, user: &str, name: &str, protocols: Option<&str>, reason: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let codes = protocols.into_iter().flat_map(|codes| codes.split(','));
    let protocols = codes.map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()).collect();
    let body = NewAppPasswordBody { name: name.to_owned(), protocols, reason: reason.to_owned() };
    let path = format!("/accounts/{}/app-passwords", account.id);
    let made: MadeAppPasswordView = client.send(Method::POST, &path, &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&made);
    }
    let name = [("name", (&made.app_password.name).into())];
    receipts::print(talk, &made.done, &talk.say(key::APP_PASSWORDS_MADE, &name))?;
    if let Some(password) = &made.password {
        out::talk(&talk.label(key::APP_PASSWORDS_TYPE));
        out::talk(&talk.label(key::APP_PASSWORDS_SHOWN));
        out::line(password)?;
    }
    Ok(())
}

/// One of a list may be named by its id or by the name of its device.
async fn revoke(client: &Client, user: &str, which: Option<&str>, reason: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let path = format!("/accounts/{}/app-passwords", account.id);
    let list: AppPasswordList = client.get(&path).await?;
    let talk = client.talk();
    let (path, names) = match which {
        None => {
            let names = list.app_passwords.into_iter().map(|one| one.name).collect::<Vec<_>>();
            (format!("{path}/revoke"), names)
        }
        Some(which) => {
            let is_it = |one: &&AppPasswordView| one.id == which || one.name == which;
            let Some(one) = list.app_passwords.iter().find(is_it) else {
                let none = talk.label(key::REFUSAL_NO_SUCH_APP_PASSWORD);
                return Err(Failure::new(Exit::NotFound, none));
            };
            (format!("{path}/{}/revoke", one.id), vec![one.name.clone()])
        }
    };
    let body = ReasonBody { reason: reason.to_owned() };
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    let names = names.join(", ");
    let name = [("name", (&names).into())];
    receipts::print(talk, &done, &talk.say(key::APP_PASSWORDS_REVOKED, &name))
}
