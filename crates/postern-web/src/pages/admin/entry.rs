//! The door: signing in, the invitation that sets it up, signing out.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::admin::{LinkUse, SessionEnd};
use postern_engine::Engine;
use postern_engine::admin_centre::{
    AdminAttempt, AdminSignIn, NEW_PASSWORD_CHARS_MIN, NewPassword, NotAccepted, OpenInvitation,
};
use postern_engine::commands::ExecuteError;
use postern_engine::password::Password;
use postern_text::{Arg, Key, Words, key};
use serde::Deserialize;

use super::page_error::PageError;
use super::session::{Submitted, client_name, language, safe_next, session_cookie};
use super::shell::root_of;
use crate::pages::Tell;
use crate::pages::same_origin::is_from_our_page;
use crate::pages::{portal_page_at, portal_page_once};
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
}

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
struct SignInPage<'a> {
    words: &'static Words,
    base: String,
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
        let ours = engine.site().public_url.as_deref().map(|url| format!("{url}{}", super::PREFIX));
        return SignInPage { elsewhere: ours, ..blank }.answer(engine, StatusCode::FORBIDDEN);
    }
    let Client(source) = client;
    let source = source.to_string();
    let attempt =
        AdminAttempt { login: &form.user, code: &form.code, source: &source, client: client_name(&headers) };
    let no = |note, status| SignInPage { note: Some(note), is_wrong: true, ..blank }.answer(engine, status);
    let Ok(password) = Password::new(form.password.clone()) else {
        return no(key::ADMIN_IN_NO, StatusCode::OK);
    };
    match engine.admin_sign_in(&attempt, password).await {
        Ok(AdminSignIn::Opened(opened)) => {
            let next = safe_next(&form.next);
            let next = if next.starts_with(&format!("{}/sign-in", super::PREFIX)) { "" } else { next };
            go(engine, next, Some(&opened.cookie))
        }
        Ok(AdminSignIn::No) => no(key::ADMIN_IN_NO, StatusCode::OK),
        Ok(AdminSignIn::Wait) => no(key::ADMIN_IN_WAIT, StatusCode::SERVICE_UNAVAILABLE),
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "admin centre: nobody can be signed in"
            );
            no(key::ADMIN_IN_TROUBLE, StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}

impl SignInPage<'_> {
    fn new(engine: &Engine, headers: &HeaderMap) -> Self {
        let base = format!("{}{}", root_of(engine), super::PREFIX);
        let words = Words::in_language(language(headers, None));
        Self { words, base, next: "", user: "", note: None, is_wrong: false, elsewhere: None }
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

/// What whoever holds an invitation sends.
#[derive(Default, Deserialize)]
pub struct AcceptForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

#[derive(Template)]
#[template(path = "admin/begin.html")]
struct BeginPage<'a> {
    words: &'static Words,
    open: &'a OpenInvitation,
    picture: String,
    modules: i32,
    until: String,
    note: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/codes.html")]
struct CodesPage<'a> {
    words: &'static Words,
    base: String,
    codes: &'a [String],
}

#[derive(Template)]
#[template(path = "admin/void.html")]
struct VoidPage {
    words: &'static Words,
}

/// `GET /admin/begin/{link}`
pub async fn begin(
    State(state): State<PublicState>,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Response {
    begin_page(&state.engine, &headers, &link, StatusCode::OK, None).await
}

/// `POST /admin/begin/{link}`
pub async fn accept(
    State(state): State<PublicState>,
    client: Client,
    headers: HeaderMap,
    Path(link): Path<String>,
    form: Result<Form<AcceptForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let words = Words::in_language(language(&headers, None));
    let again = |note: String| begin_page(engine, &headers, &link, StatusCode::OK, Some(note));
    if !is_from_our_page(engine, &headers) {
        return again(words.say(key::ADMIN_ERROR_FORM, &[])).await;
    }
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let open = engine.open_invitation(&link).await.ok().flatten();
    if open.as_ref().is_some_and(|open| open.opens == LinkUse::SignIn) {
        return enter(engine, words, &link, &client, &headers).await;
    }
    let Ok(password) = Password::new(form.password) else {
        return again(words.say(key::ADMIN_BEGIN_WRONG, &[])).await;
    };
    let is_new = open.is_some_and(|open| !open.has_password);
    let password = if is_new { NewPassword::New(password) } else { NewPassword::Known(password) };
    let Client(source) = client;
    let source = source.to_string();
    let attempt =
        AdminAttempt { login: "", code: &form.code, source: &source, client: client_name(&headers) };
    match engine.accept_invitation(&link, password, &attempt).await {
        Ok(accepted) => {
            let base = format!("{}{}", root_of(engine), super::PREFIX);
            let page = CodesPage { words, base, codes: &accepted.recovery_codes };
            let title = words.say(key::ADMIN_CODES_TITLE, &[]);
            let main = page.render().unwrap_or_default();
            // No other language: the page can be seen once.
            let html = portal_page_once(words, &title, &main, root_of(engine));
            let mut response = Html(html).into_response();
            set(&mut response, SET_COOKIE, &session_cookie(engine, &accepted.opened.cookie));
            response
        }
        Err(NotAccepted::Void) => void(engine, words),
        Err(NotAccepted::Wrong) => again(words.say(key::ADMIN_BEGIN_WRONG, &[])).await,
        Err(NotAccepted::Wait) => again(words.say(key::ADMIN_IN_WAIT, &[])).await,
        Err(NotAccepted::TooShort) => again(words.say(key::ADMIN_BEGIN_SHORT, &[])).await,
        Err(NotAccepted::Execute(ExecuteError::Refused(refusal))) => again(words.refusal(&refusal)).await,
        Err(error) => PageError::trouble(words, root_of(engine), &error).into_response(),
    }
}

async fn begin_page(
    engine: &Engine,
    headers: &HeaderMap,
    link: &str,
    status: StatusCode,
    note: Option<String>,
) -> Response {
    let words = Words::in_language(language(headers, None));
    let open = match engine.open_invitation(link).await {
        Ok(Some(open)) => open,
        Ok(None) => return void(engine, words),
        Err(error) => return PageError::trouble(words, root_of(engine), &error).into_response(),
    };
    let (picture, modules) = match open.opens {
        LinkUse::SetUp => picture_of(&open.address),
        LinkUse::SignIn => (String::new(), 0),
    };
    let until = [("until", Arg::Time(open.expires, &engine.site().time_zone))];
    let until = words.say(key::ADMIN_BEGIN_UNTIL, &until);
    let page = BeginPage { words, open: &open, picture, modules, until, note };
    let title = words.say(if page.is_set_up() { key::ADMIN_BEGIN_TITLE } else { key::ADMIN_IN_TITLE }, &[]);
    let main = page.render().unwrap_or_default();
    (status, Html(portal_page_at(words, &title, &main, root_of(engine), ""))).into_response()
}

impl BeginPage<'_> {
    fn is_set_up(&self) -> bool {
        self.open.opens == LinkUse::SetUp
    }
}

async fn enter(
    engine: &Engine,
    words: &'static Words,
    link: &str,
    client: &Client,
    headers: &HeaderMap,
) -> Response {
    let source = client.0.to_string();
    let attempt = AdminAttempt { login: "", code: "", source: &source, client: client_name(headers) };
    match engine.enter_by_link(link, &attempt).await {
        Ok(opened) => go(engine, "", Some(&opened.cookie)),
        Err(NotAccepted::Void) => void(engine, words),
        Err(error) => PageError::trouble(words, root_of(engine), &error).into_response(),
    }
}

fn void(engine: &Engine, words: &'static Words) -> Response {
    let title = words.say(key::ADMIN_BEGIN_VOID_TITLE, &[]);
    let main = VoidPage { words }.render().unwrap_or_default();
    (StatusCode::NOT_FOUND, Html(portal_page_at(words, &title, &main, root_of(engine), ""))).into_response()
}

/// The address as a QR code: the path of its dark modules, and how many modules a side has with its quiet zone.
fn picture_of(address: &str) -> (String, i32) {
    const QUIET: i32 = 4;
    let Ok(code) = qrcodegen::QrCode::encode_text(address, qrcodegen::QrCodeEcc::Medium) else {
        return (String::new(), 0);
    };
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        for x in (0..side).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    (path, side + 2 * QUIET)
}
