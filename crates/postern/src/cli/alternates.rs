//! `postern user alternate …`: where the owner of an account can be reached beside the mailbox.

use hyper::Method;
use postern_text::key;
use postern_web::api::v1::alternates::{AlternateDoneView, AlternateList, AlternateView, NewAlternateBody};
use postern_web::api::v1::commands::ReasonBody;

use super::args::Alternate;
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::{out, receipts, who};

pub async fn run(client: &Client, args: &Alternate) -> Outcome {
    match args {
        Alternate::List(user) => list(client, &user.user).await,
        Alternate::Add(args) => {
            let account = who::find(client, &args.user.user).await?;
            let body = NewAlternateBody { address: args.address.clone(), reason: args.reason.reason.clone() };
            let path = format!("/accounts/{}/alternates", account.id);
            let view: AlternateDoneView = client.send(Method::POST, &path, &body).await?;
            told(client, &view, key::ALTERNATES_ADDED)
        }
        Alternate::Mail(args) => {
            let view = act(client, &args.user.user, &args.address, "mail", &args.reason.reason).await?;
            told(client, &view, key::ALTERNATES_MAILED)
        }
        Alternate::Remove(args) => {
            let view = act(client, &args.user.user, &args.address, "remove", &args.reason.reason).await?;
            told(client, &view, key::ALTERNATES_REMOVED)
        }
    }
}

async fn list(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let list: AlternateList = client.get(&format!("/accounts/{}/alternates", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if let Some(since) = &list.suspicious_since {
        let when = talk.time_and_zone(since);
        out::talk(&talk.say(key::ALTERNATES_SUSPICIOUS, &[("when", (&when).into())]));
    }
    if list.alternates.is_empty() {
        return out::line(&talk.label(key::ALTERNATES_NONE));
    }
    let head = [
        talk.label(key::ALTERNATES_HEAD_ADDRESS),
        talk.head_of_times(key::ALTERNATES_HEAD_ADDED),
        talk.label(key::ALTERNATES_HEAD_STATE),
    ];
    let rows = list.alternates.iter().map(|address| {
        let state = match (&address.verified, address.counts) {
            (None, _) => key::ALTERNATES_NOT_CONFIRMED,
            (Some(_), true) => key::ALTERNATES_CONFIRMED,
            (Some(_), false) => key::ALTERNATES_CONFIRMED_LATE,
        };
        [address.address.clone(), talk.time(&address.added), talk.label(state)]
    });
    out::table(head, rows.collect())
}

async fn act(
    client: &Client,
    user: &str,
    address: &str,
    deed: &str,
    reason: &str,
) -> Result<AlternateDoneView, Failure> {
    let account = who::find(client, user).await?;
    let address = named(client, &account.id, address).await?;
    let path = format!("/accounts/{}/alternates/{}/{deed}", account.id, address.id);
    client.send(Method::POST, &path, &ReasonBody { reason: reason.to_owned() }).await
}

/// The address of the account that somebody means: as it is written, or its id.
pub(super) async fn named(client: &Client, account: &str, text: &str) -> Result<AlternateView, Failure> {
    let list: AlternateList = client.get(&format!("/accounts/{account}/alternates")).await?;
    let is_meant = |address: &AlternateView| address.address.eq_ignore_ascii_case(text) || address.id == text;
    let found = list.alternates.into_iter().find(is_meant);
    found.ok_or_else(|| {
        Failure::new(Exit::NotFound, client.talk().label(key::REFUSAL_ALTERNATE_NO_SUCH_ADDRESS))
    })
}

fn told(client: &Client, view: &AlternateDoneView, said: postern_text::Key) -> Outcome {
    if client.talk().json {
        return out::json(view);
    }
    let sentence = client.talk().say(said, &[("address", (&view.alternate.address).into())]);
    receipts::print(client.talk(), &view.done, &sentence)
}
