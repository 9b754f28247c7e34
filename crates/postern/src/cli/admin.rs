//! `postern admin …`: who may enter the admin centre. Root can always invite, also somebody who lost an authenticator.

use hyper::Method;
use postern_text::key;
use postern_web::api::v1::admins::{InvitedView, SessionList};
use postern_web::api::v1::commands::{DoneView, ReasonBody};
use postern_web::api::v1::factors::FactorsView;

use super::args::{Admin, UserArg};
use super::client::{Client, escaped};
use super::exit::Outcome;
use super::{out, receipts, who};

pub async fn run(client: &Client, args: &Admin) -> Outcome {
    match args {
        Admin::Invite { user, reason } => invite(client, user, "invite", &reason.reason).await,
        Admin::Enter { user, reason } => invite(client, user, "enter", &reason.reason).await,
        Admin::Factors { user } => factors(client, user).await,
        Admin::RemovePasskey { user, passkey, reason } => {
            remove_passkey(client, user, passkey, &reason.reason).await
        }
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

/// What somebody can show, and each passkey with the number by which it is removed.
async fn factors(client: &Client, user: &UserArg) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let factors: FactorsView = client.get(&format!("/accounts/{}/factors", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&factors);
    }
    if !factors.has_app && factors.passkeys.is_empty() && factors.recovery_codes_left == 0 {
        out::talk(&talk.say(key::CLI_FACTORS_NONE, &[("account", (&account.address).into())]));
        return Ok(());
    }
    let state = if factors.has_app { key::FACTORS_APP_YES } else { key::FACTORS_APP_NO };
    out::line(&talk.say(key::CLI_FACTORS_APP, &[("state", (&talk.label(state)).into())]))?;
    out::line(&talk.say(key::ADMIN_SESSIONS_CODES, &[("count", factors.recovery_codes_left.into())]))?;
    if factors.passkeys.is_empty() {
        return Ok(());
    }
    let head = [
        talk.label(key::FACTORS_PASSKEY),
        talk.label(key::FACTORS_NAME),
        talk.head_of_times(key::FACTORS_ADDED),
        talk.head_of_times(key::ADMIN_SESSIONS_SEEN),
    ];
    let rows = factors.passkeys.iter().map(|it| {
        let last_used = it.last_used.as_ref().map_or(talk.label(key::FACTORS_NEVER), |at| talk.time(at));
        [it.id.clone(), it.name.clone(), talk.time(&it.added), last_used]
    });
    out::table(head, rows.collect())
}

async fn remove_passkey(client: &Client, user: &UserArg, passkey: &str, reason: &str) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let body = ReasonBody { reason: reason.to_owned() };
    let path = format!("/accounts/{}/passkeys/{}/remove", account.id, escaped(passkey));
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    let sentence =
        client.talk().say(key::CLI_DONE_PASSKEY_REMOVED, &[("account", (&account.address).into())]);
    receipts::print(client.talk(), &done, &sentence)
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
