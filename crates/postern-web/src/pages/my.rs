//! `/my`: "My security". The owner signs in and looks after the account: where it stands, alternate addresses, recovery codes,
//! app passwords, who signed in and is in now, and what was done about it.
//!
//! **Map.** [`door`]: signing in and out. [`deeds`]: what a form of the page does. [`view`]: what the page shows. One address for
//! everything: a form names its step.

mod deeds;
mod door;
mod view;

use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use postern_engine::Engine;
use postern_engine::owner::security::SeenOwner;
use postern_text::Words;
use std::sync::Arc;

use super::admin::session::{client_name, cookie, is_https};
use super::language;
use super::new_place::PageQuery;
use super::same_origin::is_from_our_page;
use crate::public::PublicState;
use crate::public::client_address::Client;
use door::Door;

/// Where it is.
pub const PATH: &str = "/my";

/// Most fields of one form: an app password's protocols and what stands around them.
const FIELDS_MAX: usize = 20;

/// An owner who is in, and the reader's language.
struct Mine<'a> {
    engine: &'a Arc<Engine>,
    owner: &'a SeenOwner,
    words: &'static Words,
}

/// What a form brought.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn text(&self, name: &str) -> &str {
        self.verbatim(name).trim()
    }

    /// As it was typed: a password may begin or end with a blank.
    fn verbatim(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.trim())
    }
}

/// `GET /my`
pub async fn show(
    State(state): State<PublicState>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let engine = &state.engine;
    let asked = query.ok().and_then(|Query(query)| query.lang);
    match engine.owner_session(cookie(&headers, cookie_name(engine)).unwrap_or("")).await {
        Ok(Some(owner)) => {
            let words = words_of(asked.as_deref(), &owner);
            Mine { engine, owner: &owner, words }.page(None).await
        }
        Ok(None) => Door::new(engine, asked.as_deref(), &headers).page(),
        Err(error) => Door::new(engine, asked.as_deref(), &headers).trouble(&error),
    }
}

/// `POST /my`
pub async fn step(
    State(state): State<PublicState>,
    client: Client,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let asked = query.ok().and_then(|Query(query)| query.lang);
    let door = Door::new(engine, asked.as_deref(), &headers);
    let fields = form.map_or_else(|_| Vec::new(), |Form(fields)| fields);
    if !is_from_our_page(engine, &headers) || fields.len() > FIELDS_MAX {
        return door.foreign();
    }
    let fields = Fields(fields);
    if fields.text("step") == "sign_in" {
        return door.sign_in(&fields, client, client_name(&headers)).await;
    }
    let owner = match engine.owner_session(cookie(&headers, cookie_name(engine)).unwrap_or("")).await {
        Ok(Some(owner)) => owner,
        Ok(None) => return door.over(),
        Err(error) => return door.trouble(&error),
    };
    if !engine.is_owner_form_token(&owner.session, fields.text("token")) {
        return door.foreign();
    }
    let words = words_of(asked.as_deref(), &owner);
    deeds::carry_out(&Mine { engine, owner: &owner, words }, &fields).await
}

/// What the address says, else the account's own.
fn words_of(asked: Option<&str>, owner: &SeenOwner) -> &'static Words {
    let asked = asked.and_then(postern_core::account::Language::from_code);
    Words::in_language(asked.unwrap_or(owner.account.language))
}

/// Only this host over https sets and gets the first (reliability K8).
fn cookie_name(engine: &Engine) -> &'static str {
    if is_https(engine) { "__Host-postern-my" } else { "postern_my" }
}

/// Sets the session's cookie; an empty text takes it away.
fn session_cookie(engine: &Engine, text: &str) -> String {
    let (name, secure) = (cookie_name(engine), if is_https(engine) { "; Secure" } else { "" });
    let life = if text.is_empty() { "; Max-Age=0" } else { "" };
    format!("{name}={text}; Path=/; HttpOnly; SameSite=Strict{secure}{life}")
}

fn door_words(asked: Option<&str>, headers: &HeaderMap) -> &'static Words {
    Words::in_language(language(asked, headers))
}
