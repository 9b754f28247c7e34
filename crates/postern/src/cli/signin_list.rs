//! `postern signin list`: who is locked or blocked, by kind and by source; and when nobody is, which filter found
//! nobody.

use postern_text::key;
use postern_web::api::v1::restrictions::RestrictionList;
use postern_web::api::v1::sign_in_state::SIGN_IN_KINDS;
use postern_web::api::v1::sources::SourceList;

use super::args::SigninListArgs;
use super::client::{Client, query};
use super::exit::{Failure, Outcome};
use super::talk::Talk;
use super::{doors, out};

pub async fn run(client: &Client, args: &SigninListArgs) -> Outcome {
    let (kinds, limit) = (SIGN_IN_KINDS.map(|kind| kind.code()).join(","), args.limit.limit.to_string());
    let is_any = !args.locked && !args.blocked;
    let query = query(&[
        ("kind", is_any.then_some(kinds.as_str())),
        ("locked", args.locked.then_some("true")),
        ("blocked", args.blocked.then_some("true")),
        ("source", args.source.as_deref()),
        ("of_accounts", Some("true")),
        ("limit", Some(&limit)),
    ]);
    let list: RestrictionList = client.get(&format!("/restrictions{query}")).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.restrictions.is_empty() {
        // The table is the data, and it is empty.
        out::talk(&nobody(talk, args));
    } else {
        doors::print(talk, &list)?;
    }
    match &args.source {
        Some(source) => say_if_blocked(client, source).await,
        None => Ok(()),
    }
}

/// That nobody was found, and by which filter.
fn nobody(talk: &Talk, args: &SigninListArgs) -> String {
    let Some(source) = &args.source else {
        return talk.label(match (args.locked, args.blocked) {
            (true, false) => key::SIGNIN_NOBODY_LOCKED,
            (false, true) => key::SIGNIN_NOBODY_BLOCKED,
            (true, true) | (false, false) => key::CLI_EVERYONE_CAN_SIGN_IN,
        });
    };
    let key = match (args.locked, args.blocked) {
        (true, false) => key::SIGNIN_NOBODY_LOCKED_FROM,
        (false, true) => key::SIGNIN_NOBODY_BLOCKED_FROM,
        (true, true) | (false, false) => key::SIGNIN_NOBODY_FROM,
    };
    talk.say(key, &[("source", source.into())])
}

/// That everybody is refused from there: no account's row says so.
async fn say_if_blocked(client: &Client, source: &str) -> Result<(), Failure> {
    let query = query(&[("kind", Some("blocked")), ("network", Some(source))]);
    let list: SourceList = client.get(&format!("/sources{query}")).await?;
    if list.blocks.iter().any(|block| block.account.is_none()) {
        let command = format!("postern source list --blocked --network {source}");
        out::talk(&client.talk().say(key::SIGNIN_SOURCE_BLOCKED, &[("command", (&command).into())]));
    }
    Ok(())
}
