//! `postern admin …`: who may enter the admin centre. Root can always invite, also somebody who lost an authenticator.

use hyper::Method;
use postern_text::key;
use postern_web::api::v1::admins::{InvitedView, SessionList};
use postern_web::api::v1::commands::{DoneView, ReasonBody};

use super::args::{Admin, UserArg};
use super::client::Client;
use super::exit::Outcome;
use super::{out, receipts, who};

pub async fn run(client: &Client, args: &Admin) -> Outcome {
    match args {
        Admin::Invite { user, reason } => invite(client, user, "invite", &reason.reason).await,
        Admin::Enter { user, reason } => invite(client, user, "enter", &reason.reason).await,
        Admin::Sessions => sessions(client).await,
        Admin::SignOut { user, reason } => sign_out(client, user, &reason.reason).await,
    }
}

/// A link, for the admin alone.
async fn invite(client: &Client, user: &UserArg, verb: &str, reason: &str) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let body = ReasonBody { reason: reason.to_owned() };
    let path = format!("/accounts/{}/{verb}", account.id);
    let invited: InvitedView = client.send(Method::POST, &path, &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&invited);
    }
    let until = talk.time_and_zone(&invited.expires);
    let arguments = [("account", (&account.address).into()), ("until", (&until).into())];
    out::talk(&talk.say(key::CLI_DONE_INVITED, &arguments));
    out::line(&invited.link)
}

async fn sessions(client: &Client) -> Outcome {
    let list: SessionList = client.get("/admin-sessions").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.sessions.is_empty() {
        out::talk(&talk.label(key::CLI_NO_SESSIONS));
        return Ok(());
    }
    let head = [
        talk.label(key::CLI_HEAD_ACCOUNT),
        talk.label(key::CLI_HEAD_SOURCE),
        talk.head_of_times(key::ADMIN_SESSIONS_OPENED),
        talk.head_of_times(key::ADMIN_SESSIONS_SEEN),
        talk.label(key::ADMIN_SESSIONS_CLIENT),
    ];
    let rows = list.sessions.iter().map(|it| {
        [
            it.address.clone(),
            it.source.clone(),
            talk.time(&it.opened),
            talk.time(&it.last_seen),
            it.client.clone(),
        ]
    });
    out::table(head, rows.collect())
}

async fn sign_out(client: &Client, user: &UserArg, reason: &str) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let body = ReasonBody { reason: reason.to_owned() };
    let path = format!("/accounts/{}/end-sessions", account.id);
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    let sentence = client.talk().say(key::CLI_DONE_SESSIONS_ENDED, &[("account", (&account.address).into())]);
    receipts::print(client.talk(), &done, &sentence)
}
