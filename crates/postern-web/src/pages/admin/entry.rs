//! The door: signing in and out. [`begin`]: the invitation that sets it up. [`passkey`]: a passkey at the door.

pub mod begin;
pub mod passkey;

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::admin::SessionEnd;
use postern_engine::Engine;
use postern_engine::admin_centre::{AdminAttempt, AdminSignIn, AskedAfterPassword};
use postern_engine::password::Password;
use postern_engine::sign_in::AuthenticateError;
use postern_text::{Key, Words, key};
use serde::Deserialize;

use super::session::{Submitted, client_name, language, safe_next, session_cookie};
use super::shell::root_of;
use crate::pages::same_origin::is_from_our_page;
use crate::pages::{Tell, portal_page_at};
use crate::public::PublicState;
use crate::public::client_address::Client;

/// What the address of the sign-in page may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SignInQuery {
    #[serde(default)]
    next: String,
    #[serde(default)]
    over: String,
}

/// Who wants to enter.
#[derive(Default, Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    user: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
    /// `passkey`: instead of a code.
    #[serde(default)]
    with: String,
}

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
struct SignInPage<'a> {
    words: &'static Words,
    root: &'a str,
    base: String,
    has_passkeys: bool,
    next: &'a str,
    user: &'a str,
    note: Option<Key>,
    is_wrong: bool,
    /// Where the page has to be opened, when the form came from another address than the configured one.
    elsewhere: Option<String>,
}

/// `GET /admin/sign-in`
pub async fn ask(
    State(state): State<PublicState>,
    headers: HeaderMap,
    query: Result<Query<SignInQuery>, QueryRejection>,
) -> Response {
    let Query(query) = query.unwrap_or_default();
    let note = (!query.over.is_empty()).then_some(key::ADMIN_IN_OVER);
    let page = SignInPage { next: safe_next(&query.next), note, ..SignInPage::new(&state.engine, &headers) };
    page.answer(&state.engine, StatusCode::OK)
}

/// `POST /admin/sign-in`
pub async fn sign_in(
    State(state): State<PublicState>,
    client: Client,
    headers: HeaderMap,
    form: Result<Form<SignInForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let blank =
        SignInPage { next: safe_next(&form.next), user: &form.user, ..SignInPage::new(engine, &headers) };
    if !is_from_our_page(engine, &headers) {
        return blank.elsewhere(engine);
    }
    let Client(source) = client;
    let source = source.to_string();
    let attempt =
        AdminAttempt { login: &form.user, code: &form.code, source: &source, client: client_name(&headers) };
    let Ok(password) = Password::new(form.password.clone()) else {
        return blank.told(engine, Ok(AdminSignIn::No), key::ADMIN_IN_NO);
    };
    if form.with == "passkey" {
        return match engine.ask_passkey_after_password(&attempt, password).await {
            Ok(Some(AskedAfterPassword::Asked(asked))) => {
                passkey::page(engine, &headers, &asked, blank.next, true)
            }
            Ok(Some(AskedAfterPassword::Wait)) => blank.told(engine, Ok(AdminSignIn::Wait), key::ADMIN_IN_NO),
            Ok(None) => blank.told(engine, Ok(AdminSignIn::No), key::ADMIN_IN_NO),
            Err(error) => blank.told(engine, Err(error), key::ADMIN_IN_NO),
        };
    }
    let answer = engine.admin_sign_in(&attempt, password).await;
    blank.told(engine, answer, key::ADMIN_IN_NO)
}

impl<'a> SignInPage<'a> {
    fn new(engine: &'a Engine, headers: &HeaderMap) -> Self {
        let root = root_of(engine);
        let base = format!("{root}{}", super::PREFIX);
        let words = Words::in_language(language(headers, None));
        let (next, user, note, is_wrong, elsewhere) = ("", "", None, false, None);
        let has_passkeys = engine.has_passkeys();
        Self { words, root, base, has_passkeys, next, user, note, is_wrong, elsewhere }
    }

    /// The form came from another address than the configured one.
    fn elsewhere(self, engine: &Engine) -> Response {
        let ours = engine.site().public_url.as_deref().map(|url| format!("{url}{}", super::PREFIX));
        SignInPage { elsewhere: ours, ..self }.answer(engine, StatusCode::FORBIDDEN)
    }

    /// In, or the page again with the one sentence `no` for everybody who is not.
    fn told(self, engine: &Engine, answer: Result<AdminSignIn, AuthenticateError>, no: Key) -> Response {
        let (note, status) = match answer {
            Ok(AdminSignIn::Opened(opened)) => {
                let is_door = self.next.starts_with(&format!("{}/sign-in", super::PREFIX));
                return go(engine, if is_door { "" } else { self.next }, Some(&opened.cookie));
            }
            Ok(AdminSignIn::No) => (no, StatusCode::OK),
            Ok(AdminSignIn::Wait) => (key::ADMIN_IN_WAIT, StatusCode::SERVICE_UNAVAILABLE),
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "admin centre: nobody can be signed in"
                );
                (key::ADMIN_IN_TROUBLE, StatusCode::SERVICE_UNAVAILABLE)
            }
        };
        SignInPage { note: Some(note), is_wrong: true, ..self }.answer(engine, status)
    }

    fn answer(&self, engine: &Engine, status: StatusCode) -> Response {
        let title = self.words.say(key::ADMIN_IN_TITLE, &[]);
        let next = self.next.replace('%', "%25").replace('&', "%26").replace('+', "%2B");
        let query = if next.is_empty() { String::new() } else { format!("next={next}&") };
        let main = self.render().unwrap_or_default();
        (status, Html(portal_page_at(self.words, &title, &main, root_of(engine), &query))).into_response()
    }
}

/// To a page of the admin centre, with the session's cookie set or (empty) taken away.
fn go(engine: &Engine, next: &str, cookie: Option<&str>) -> Response {
    let root = root_of(engine);
    let target = if next.is_empty() { format!("{root}{}", super::PREFIX) } else { format!("{root}{next}") };
    let mut response = StatusCode::SEE_OTHER.into_response();
    set(&mut response, LOCATION, &target);
    if let Some(cookie) = cookie {
        set(&mut response, SET_COOKIE, &session_cookie(engine, cookie));
    }
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// `POST /admin/sign-out`
pub async fn sign_out(submitted: Submitted) -> Response {
    let admin = &submitted.admin;
    let (account, session) = (admin.seen.account.id, admin.seen.session.id);
    let ended = admin.engine.end_own_session(account, session, SessionEnd::SignedOut).await;
    if let Err(error) = ended {
        // It is over in memory; after a crash it would be open again.
        tracing::error!(error = &error as &dyn std::error::Error, "admin centre: a sign-out is not saved");
    }
    let mut response = go(&admin.engine, &format!("{}/sign-in", super::PREFIX), Some(""));
    set(&mut response, HeaderName::from_static("clear-site-data"), "\"cache\"");
    response
}
