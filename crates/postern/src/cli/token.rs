//! `postern token …`: what programs show to be let in.

use hyper::Method;
use postern_text::key;
use postern_web::api::v1::commands::ReasonBody;
use postern_web::api::v1::tokens::{MadeTokenView, NewTokenBody, TokenList, TokenView};

use super::args::{Token, TokenAdd};
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::{out, until};

pub async fn run(client: &Client, args: &Token) -> Outcome {
    match args {
        Token::Add(new) => add(client, new).await,
        Token::List => list(client).await,
        Token::Revoke { token, reason } => revoke(client, token, &reason.reason).await,
    }
}

async fn add(client: &Client, new: &TokenAdd) -> Outcome {
    let talk = client.talk();
    if new.until.is_none() && !new.never_ends {
        return Err(Failure::new(Exit::Usage, talk.label(key::APPS_TOKEN_END_MISSING)));
    }
    let body = NewTokenBody {
        name: new.name.clone(),
        scopes: new.scopes.clone(),
        domains: new.domains.clone(),
        until: until::read(new.until.as_deref(), talk)?,
        never_ends: new.never_ends,
        reason: new.reason.reason.clone(),
    };
    let made: MadeTokenView = client.send(Method::POST, "/tokens", &body).await?;
    if talk.json {
        return out::json(&made);
    }
    // The sentence is talk and the text is data, so that a script can keep the text alone.
    out::talk(&talk.say(key::APPS_TOKEN_MADE, &[("name", (&made.token.name).into())]));
    out::line(&made.text)
}

async fn list(client: &Client) -> Outcome {
    let list: TokenList = client.get("/tokens").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.tokens.is_empty() {
        return out::line(&talk.label(key::APPS_NO_TOKENS));
    }
    let head = [
        talk.label(key::CLI_HEAD_NAME),
        talk.label(key::CLI_HEAD_ID),
        talk.label(key::APPS_HEAD_SCOPES),
        talk.head_of_times(key::APPS_HEAD_ENDS),
        talk.head_of_times(key::APPS_HEAD_LAST_USED),
    ];
    let or =
        |when: &Option<_>, never| when.as_ref().map_or_else(|| talk.label(never), |when| talk.time(when));
    let rows = list.tokens.iter().map(|token| {
        [
            token.name.clone(),
            token.id.clone(),
            token.scopes.join(" "),
            or(&token.ends, key::APPS_ENDS_NEVER),
            or(&token.last_used, key::APPS_USED_NEVER),
        ]
    });
    out::table(head, rows.collect())
}

async fn revoke(client: &Client, token: &str, reason: &str) -> Outcome {
    let list: TokenList = client.get("/tokens").await?;
    // A name first: an id is ten letters and digits, which could be a name as well.
    let known = list.tokens.iter().find(|known| known.name == token);
    let id = known.map_or(token, |known| known.id.as_str());
    let body = ReasonBody { reason: reason.to_owned() };
    let path = format!("/tokens/{}/revoke", super::client::escaped(id));
    let revoked: TokenView = client.send(Method::POST, &path, &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&revoked);
    }
    out::line(&talk.say(key::APPS_TOKEN_REVOKED, &[("name", (&revoked.name).into())]))
}
