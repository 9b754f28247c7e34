//! A passkey at the door: a page that asks the browser for it, and its answer. The question belongs to the browser by a
//! cookie, and to nobody else.

use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::refusal::Refusal;
use postern_engine::Engine;
use postern_engine::admin_centre::{AdminAttempt, AdminSignIn, AskedPasskey, NotAccepted, QUESTION_LIFE};
use postern_engine::commands::ExecuteError;
use postern_text::{Key, Words, key};
use serde::Deserialize;

use super::{SignInPage, begin, set};
use crate::pages::admin::PREFIX;
use crate::pages::admin::session::{client_name, cookie, is_https, language, safe_next};
use crate::pages::admin::shell::root_of;
use crate::pages::same_origin::is_from_our_page;
use crate::pages::{Tell, portal_page_once};
use crate::public::PublicState;
use crate::public::client_address::Client;

/// What comes from the page.
#[derive(Default, Deserialize)]
pub struct PasskeyForm {
    #[serde(default)]
    next: String,
    /// The question came after a password.
    #[serde(default)]
    after: String,
    #[serde(default)]
    passkey_answer: String,
}

#[derive(Template)]
#[template(path = "admin/passkey.html")]
struct Page<'a> {
    words: &'static Words,
    root: &'a str,
    action: String,
    back: String,
    next: &'a str,
    after: &'a str,
    question: &'a str,
}

/// `POST /admin/sign-in/passkey`
pub async fn ask(
    State(state): State<PublicState>,
    client: Client,
    headers: HeaderMap,
    form: Result<Form<PasskeyForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let next = safe_next(&form.next);
    let blank = SignInPage { next, ..SignInPage::new(engine, &headers) };
    if !is_from_our_page(engine, &headers) {
        return blank.elsewhere(engine);
    }
    match engine.ask_passkey(&client.0.to_string()) {
        Some(asked) => page(engine, &headers, &asked, next, false),
        None => blank.told(engine, Ok(AdminSignIn::No), key::PASSKEY_IN_NO),
    }
}

/// `POST /admin/sign-in/passkey/answer`
pub async fn answer(
    State(state): State<PublicState>,
    client: Client,
    headers: HeaderMap,
    form: Result<Form<PasskeyForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let blank = SignInPage { next: safe_next(&form.next), ..SignInPage::new(engine, &headers) };
    if !is_from_our_page(engine, &headers) {
        return blank.elsewhere(engine);
    }
    let source = client.0.to_string();
    let attempt = AdminAttempt { login: "", code: "", source: &source, client: client_name(&headers) };
    let question = cookie(&headers, cookie_name(engine)).unwrap_or("");
    let answer = engine.enter_by_passkey(question, &form.passkey_answer, &attempt).await;
    blank.told(engine, answer, sentence(&form.after))
}

/// `POST /admin/begin/{link}/passkey`
pub async fn accept(
    State(state): State<PublicState>,
    client: Client,
    headers: HeaderMap,
    Path(link): Path<String>,
    form: Result<Form<PasskeyForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let source = client.0.to_string();
    let attempt = AdminAttempt { login: "", code: "", source: &source, client: client_name(&headers) };
    let accepted = if is_from_our_page(engine, &headers) {
        let question = cookie(&headers, cookie_name(engine)).unwrap_or("");
        engine.accept_by_passkey(&link, question, &form.passkey_answer, &attempt).await
    } else {
        Err(NotAccepted::Execute(ExecuteError::Refused(Refusal::PasskeyNotMade)))
    };
    begin::told(engine, &headers, &link, accepted).await
}

fn sentence(after: &str) -> Key {
    if after.is_empty() { key::PASSKEY_IN_NO } else { key::PASSKEY_IN_NO_AFTER_PASSWORD }
}

/// The page that asks the browser, to sign in with what it answers.
pub(super) fn page(
    engine: &Engine,
    headers: &HeaderMap,
    asked: &AskedPasskey,
    next: &str,
    is_after_password: bool,
) -> Response {
    let base = format!("{}{PREFIX}", root_of(engine));
    let action = format!("{base}/sign-in/passkey/answer");
    let after = if is_after_password { "password" } else { "" };
    shown(engine, headers, asked, Place { action, back: format!("{base}/sign-in"), next, after })
}

/// The page that asks the browser for a new passkey, which sets up the invited admin's sign-in.
pub(super) fn page_of_invitation(
    engine: &Engine,
    headers: &HeaderMap,
    asked: &AskedPasskey,
    link: &str,
) -> Response {
    let back = format!("{}{PREFIX}/begin/{link}", root_of(engine));
    let action = format!("{back}/passkey");
    shown(engine, headers, asked, Place { action, back, next: "", after: "" })
}

struct Place<'a> {
    action: String,
    back: String,
    next: &'a str,
    after: &'a str,
}

fn shown(engine: &Engine, headers: &HeaderMap, asked: &AskedPasskey, place: Place<'_>) -> Response {
    let words = Words::in_language(language(headers, None));
    let Place { action, back, next, after } = place;
    let page = Page { words, root: root_of(engine), action, back, next, after, question: &asked.options };
    let main = page.render().unwrap_or_default();
    let title = words.say(key::PASSKEY_ASK_TITLE, &[]);
    // No other language: the link would lead away from the question.
    let html = portal_page_once(words, &title, &main, root_of(engine));
    let mut response = (StatusCode::OK, Html(html)).into_response();
    set(&mut response, SET_COOKIE, &question_cookie(engine, &asked.cookie));
    response
}

fn cookie_name(engine: &Engine) -> &'static str {
    if is_https(engine) { "__Host-postern-passkey" } else { "postern_passkey" }
}

fn question_cookie(engine: &Engine, text: &str) -> String {
    let secure = if is_https(engine) { "; Secure" } else { "" };
    let (name, life) = (cookie_name(engine), QUESTION_LIFE.as_s());
    format!("{name}={text}; Path=/; HttpOnly; SameSite=Strict; Max-Age={life}{secure}")
}
