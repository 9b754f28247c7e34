//! `postern signin unlock`: ends the automatic locks, and with `--for` lets the account bear more for a while.

use hyper::Method;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, UnlockBody};
use postern_web::api::v1::time::{self, When};

use super::args::UnlockArgs;
use super::client::Client;
use super::exit::Outcome;
use super::talk::Talk;
use super::{receipts, until, who};

pub async fn run(client: &Client, args: &UnlockArgs) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let eased_until = until::read(args.eased_for.as_deref(), client.talk())?;
    let body = UnlockBody { reason: args.reason.reason.clone(), eased_until };
    let done: DoneView =
        client.send(Method::POST, &format!("/accounts/{}/unlock", account.id), &body).await?;
    receipts::print(client.talk(), &done, &sentence(client.talk(), &account.address, &body))
}

/// What was done, for one account.
fn sentence(talk: &Talk, address: &str, body: &UnlockBody) -> String {
    match body.eased_until.as_deref().and_then(time::parse) {
        Some(until) => {
            let until = talk.time_and_zone(&When::from(until));
            talk.say(key::CLI_DONE_EASED, &[("account", address.into()), ("until", (&until).into())])
        }
        None => talk.say(key::CLI_DONE_UNLOCKED, &[("account", address.into())]),
    }
}
