//! The invitation: an authenticator app or a passkey, and a password where there is none; and root's link, which signs in
//! by itself.

use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::admin::LinkUse;
use postern_engine::Engine;
use postern_engine::admin_centre::{
    Accepted, AdminAttempt, NEW_PASSWORD_CHARS_MIN, NewPassword, NotAccepted, OpenInvitation,
};
use postern_engine::commands::ExecuteError;
use postern_engine::password::Password;
use postern_text::{Arg, Words, key};
use serde::Deserialize;

use super::{go, passkey, set};
use crate::pages::admin::PREFIX;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::{client_name, cookie, is_https, language, session_cookie};
use crate::pages::admin::shell::root_of;
use crate::pages::same_origin::is_from_our_page;
use crate::pages::{Tell, portal_page_at, portal_page_once};
use crate::public::PublicState;
use crate::public::client_address::Client;

/// What whoever holds an invitation sends.
#[derive(Default, Deserialize)]
pub struct AcceptForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    /// `passkey`: instead of an app.
    #[serde(default)]
    with: String,
}

#[derive(Template)]
#[template(path = "admin/begin.html")]
struct BeginPage<'a> {
    words: &'static Words,
    root: &'a str,
    has_passkeys: bool,
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
#[template(path = "admin/set_up.html")]
struct SetUpPage {
    words: &'static Words,
    base: String,
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
        return enter(engine, &link, &client, &headers).await;
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
    if form.with == "passkey" {
        let name = words.say(key::BEGIN_PASSKEY_NAME, &[]);
        return match engine.ask_invited_passkey(&link, password, &name, &attempt).await {
            Ok(asked) => passkey::page_of_invitation(engine, &headers, &asked, &link),
            Err(error) => not_accepted(engine, &headers, &link, error).await,
        };
    }
    let accepted = engine.accept_invitation(&link, password, &attempt).await;
    told(engine, &headers, &link, accepted).await
}

/// In, with the recovery codes; or the page again with what is wrong.
pub(super) async fn told(
    engine: &Engine,
    headers: &HeaderMap,
    link: &str,
    accepted: Result<Accepted, NotAccepted>,
) -> Response {
    match accepted {
        Ok(accepted) => {
            let words = Words::in_language(language(headers, None));
            let mut response = codes_page(engine, words, &accepted.recovery_codes);
            set(&mut response, SET_COOKIE, &session_cookie(engine, &accepted.opened.cookie));
            response
        }
        Err(error) => not_accepted(engine, headers, link, error).await,
    }
}

async fn not_accepted(engine: &Engine, headers: &HeaderMap, link: &str, error: NotAccepted) -> Response {
    let words = Words::in_language(language(headers, None));
    let sentence = match error {
        NotAccepted::Void => return void(engine, headers, link),
        NotAccepted::Wrong => words.say(key::ADMIN_BEGIN_WRONG, &[]),
        NotAccepted::Wait => words.say(key::ADMIN_IN_WAIT, &[]),
        NotAccepted::TooShort => words.say(key::ADMIN_BEGIN_SHORT, &[]),
        NotAccepted::Execute(ExecuteError::Refused(refusal)) => words.refusal(&refusal),
        error @ (NotAccepted::Execute(
            ExecuteError::Commit(_) | ExecuteError::Password(_) | ExecuteError::Queue(_),
        )
        | NotAccepted::Authenticate(_)
        | NotAccepted::Store(_)) => {
            return PageError::trouble(words, root_of(engine), &error).into_response();
        }
    };
    begin_page(engine, headers, link, StatusCode::OK, Some(sentence)).await
}

/// Recovery codes, shown once; no other language, because the link would lead away from them.
pub(in crate::pages::admin) fn codes_page(
    engine: &Engine,
    words: &'static Words,
    codes: &[String],
) -> Response {
    let base = format!("{}{PREFIX}", root_of(engine));
    let page = CodesPage { words, base, codes };
    let title = words.say(key::ADMIN_CODES_TITLE, &[]);
    let main = page.render().unwrap_or_default();
    Html(portal_page_once(words, &title, &main, root_of(engine))).into_response()
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
        Ok(None) => return void(engine, headers, link),
        Err(error) => return PageError::trouble(words, root_of(engine), &error).into_response(),
    };
    let (picture, modules) = match open.opens {
        LinkUse::SetUp => picture_of(&open.address),
        LinkUse::SignIn => (String::new(), 0),
    };
    let until = [("until", Arg::Time(open.expires, &engine.site().time_zone))];
    let until = words.say(key::ADMIN_BEGIN_UNTIL, &until);
    let (root, has_passkeys) = (root_of(engine), engine.has_passkeys());
    let page = BeginPage { words, root, has_passkeys, open: &open, picture, modules, until, note };
    let title = words.say(if page.is_set_up() { key::ADMIN_BEGIN_TITLE } else { key::ADMIN_IN_TITLE }, &[]);
    let main = page.render().unwrap_or_default();
    let mut response = (status, Html(portal_page_at(words, &title, &main, root, ""))).into_response();
    set(&mut response, SET_COOKIE, &seen_cookie(engine, link));
    response
}

impl BeginPage<'_> {
    fn is_set_up(&self) -> bool {
        self.open.opens == LinkUse::SetUp
    }
}

async fn enter(engine: &Engine, link: &str, client: &Client, headers: &HeaderMap) -> Response {
    let words = Words::in_language(language(headers, None));
    let source = client.0.to_string();
    let attempt = AdminAttempt { login: "", code: "", source: &source, client: client_name(headers) };
    match engine.enter_by_link(link, &attempt).await {
        // Whoever has nothing else is led to where it is set up.
        Ok(opened) if !engine.factors_of(opened.session.account).is_set_up() => {
            go(engine, &format!("{PREFIX}/factors"), Some(&opened.cookie))
        }
        Ok(opened) => go(engine, "", Some(&opened.cookie)),
        Err(NotAccepted::Void) => void(engine, headers, link),
        Err(error) => PageError::trouble(words, root_of(engine), &error).into_response(),
    }
}

const SEEN_COOKIE: &str = "postern_begun";

/// What a browser keeps that was shown an invitation: enough to know it again, and worth nothing to anybody else.
fn seen_cookie(engine: &Engine, link: &str) -> String {
    let secure = if is_https(engine) { "; Secure" } else { "" };
    let mark = engine.mark_of_link(link);
    format!("{SEEN_COOKIE}={mark}; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400{secure}")
}

/// The link does not work. Where it was this browser that used it a moment ago (a button pressed twice shows the second
/// answer alone), it has worked.
fn void(engine: &Engine, headers: &HeaderMap, link: &str) -> Response {
    let words = Words::in_language(language(headers, None));
    let is_this_browser = cookie(headers, SEEN_COOKIE) == Some(engine.mark_of_link(link).as_str());
    if is_this_browser && engine.was_accepted(link) {
        let base = format!("{}{PREFIX}", root_of(engine));
        let main = SetUpPage { words, base }.render().unwrap_or_default();
        let title = words.say(key::BEGIN_DONE_TITLE, &[]);
        return Html(portal_page_at(words, &title, &main, root_of(engine), "")).into_response();
    }
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
