//! `/password`: the holder of a temporary password sets another in its place. The form's answer to everybody who does not
//! hold one is one and the same sentence, whoever the name belongs to; looking at the page changes nothing.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::effect::Point;
use postern_engine::Engine;
use postern_engine::ask::SignInAsk;
use postern_engine::commands::Done;
use postern_engine::password::{PASSWORD_BYTES_MAX, Password};
use postern_engine::ports::ReceiptOutcome;
use postern_engine::sign_in::{ApplicationAsk, OwnPassword, OwnPasswordError};
use postern_text::{Key, Words, key};
use serde::Deserialize;

use super::admin::session::client_name;
use super::admin::shell::root_of;
use super::new_place::PageQuery;
use super::same_origin::is_from_our_page;
use super::{Tell, language, portal_page_at, portal_page_once};
use crate::public::PublicState;
use crate::public::client_address::Client;

/// The protocol that the counters and the history are told.
const PROTOCOL: &str = "password";

/// What is typed in.
#[derive(Default, Deserialize)]
pub struct PasswordForm {
    #[serde(default)]
    login: String,
    #[serde(default)]
    temporary: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
}

#[derive(Template)]
#[template(path = "password.html")]
struct Page<'a> {
    words: &'static Words,
    login: &'a str,
    /// What is wrong, said once above the form.
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "password_done.html")]
struct DonePage {
    words: &'static Words,
    said: Key,
    is_in_force: bool,
}

/// `GET /password`
pub async fn show(
    State(state): State<PublicState>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let words = words_of(query, &headers);
    Page { words, login: "", problem: None }.answer(&state.engine, StatusCode::OK)
}

/// `POST /password`
pub async fn set(
    State(state): State<PublicState>,
    client: Client,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
    form: Result<Form<PasswordForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let words = words_of(query, &headers);
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let blank = Page { words, login: &form.login, problem: None };
    if !is_from_our_page(engine, &headers) {
        return blank.told(engine, StatusCode::FORBIDDEN, words.t(key::PASSWORD_FOREIGN));
    }
    if [&form.login, &form.temporary, &form.new, &form.again].iter().any(|typed| typed.is_empty()) {
        return blank.told(engine, StatusCode::OK, words.t(key::PASSWORD_MISSING));
    }
    if form.new != form.again {
        return blank.told(engine, StatusCode::OK, words.t(key::PASSWORD_DIFFER));
    }
    let (Ok(temporary), Ok(new)) = (Password::new(form.temporary.clone()), Password::to_be_set(&form.new))
    else {
        let limit = [("limit", PASSWORD_BYTES_MAX.into())];
        return blank.told(engine, StatusCode::OK, words.tell(key::PASSWORD_TOO_LONG, &limit));
    };
    let Client(source) = client;
    let (source, handle) = (source.to_string(), engine.fresh_handle());
    let ask = SignInAsk {
        login: &form.login,
        remote: &source,
        protocol: PROTOCOL,
        session: &handle,
        device: client_name(&headers),
        ..SignInAsk::default()
    };
    let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
    let answer = engine.change_temporary_password(&ask, temporary, new).await;
    blank.answered(engine, answer)
}

impl Page<'_> {
    fn answered(self, engine: &Engine, answer: Result<OwnPassword, OwnPasswordError>) -> Response {
        let words = self.words;
        match answer {
            Ok(OwnPassword::Set { done }) => set_page(engine, words, &done),
            Ok(OwnPassword::NotOpened) => {
                self.told(engine, StatusCode::OK, words.t(key::PASSWORD_NOT_OPENED))
            }
            Ok(OwnPassword::Refused(refusal)) => self.told(engine, StatusCode::OK, words.refusal(&refusal)),
            Ok(OwnPassword::Wait) => {
                self.told(engine, StatusCode::SERVICE_UNAVAILABLE, words.t(key::PASSWORD_WAIT))
            }
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "an owner's password is not set");
                self.told(engine, StatusCode::SERVICE_UNAVAILABLE, words.t(key::PASSWORD_TROUBLE))
            }
        }
    }

    /// The form again, with the name and without any password.
    fn told(self, engine: &Engine, status: StatusCode, problem: String) -> Response {
        Page { problem: Some(problem), ..self }.answer(engine, status)
    }

    fn answer(&self, engine: &Engine, status: StatusCode) -> Response {
        let title = self.words.say(key::PASSWORD_TITLE, &[]);
        let main = self.render().unwrap_or_default();
        (status, Html(portal_page_at(self.words, &title, &main, root_of(engine), ""))).into_response()
    }
}

/// Set, and whether mail programs can be told at once.
pub(super) fn set_page(engine: &Engine, words: &'static Words, done: &Done) -> Response {
    let mut of_files = done.receipts.iter().filter(|receipt| receipt.point == Point::DovecotFiles);
    let is_ordered = done.receipts.len() > 1 || of_files.next().is_some();
    let is_in_force = !is_ordered
        || done
            .receipts
            .iter()
            .any(|receipt| receipt.point == Point::DovecotFiles && receipt.outcome == ReceiptOutcome::Done);
    let said = if is_in_force { key::PASSWORD_DONE } else { key::PASSWORD_DONE_SOON };
    let main = DonePage { words, said, is_in_force }.render().unwrap_or_default();
    let title = words.say(key::PASSWORD_DONE_TITLE, &[]);
    Html(portal_page_once(words, &title, &main, root_of(engine))).into_response()
}

fn words_of(query: Result<Query<PageQuery>, QueryRejection>, headers: &HeaderMap) -> &'static Words {
    let asked = query.ok().and_then(|Query(query)| query.lang);
    Words::in_language(language(asked.as_deref(), headers))
}
