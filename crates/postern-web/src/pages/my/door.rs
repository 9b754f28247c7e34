//! The door of "My security": name, password, and a code where there is an app. Everybody who is not let in reads one sentence,
//! but for whoever shows the right temporary password.

use askama::Template;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_engine::Engine;
use postern_engine::admin_centre::AdminAttempt;
use postern_engine::owner::security::OwnerSignIn;
use postern_engine::password::Password;
use postern_text::gate::PASSWORD_PAGE;
use postern_text::{Key, Words, key};
use std::sync::Arc;

use super::{Fields, PATH, door_words, session_cookie};
use crate::pages::admin::shell::root_of;
use crate::pages::{Tell, portal_page_at, recovery};
use crate::public::client_address::Client;

/// The page before signing in.
pub(super) struct Door<'a> {
    engine: &'a Arc<Engine>,
    words: &'static Words,
}

#[derive(Template)]
#[template(path = "my/door.html")]
struct Page<'a> {
    words: &'static Words,
    root: &'a str,
    login: &'a str,
    problem: Option<Key>,
    is_temporary: bool,
}

impl<'a> Door<'a> {
    pub(super) fn new(engine: &'a Arc<Engine>, asked: Option<&str>, headers: &HeaderMap) -> Self {
        Self { engine, words: door_words(asked, headers) }
    }

    pub(super) fn page(&self) -> Response {
        self.answer(StatusCode::OK, "", None)
    }

    pub(super) fn over(&self) -> Response {
        self.answer(StatusCode::OK, "", Some(key::ADMIN_IN_OVER))
    }

    pub(super) fn foreign(&self) -> Response {
        self.answer(StatusCode::FORBIDDEN, "", Some(key::PASSWORD_FOREIGN))
    }

    pub(super) fn trouble(&self, error: &(dyn std::error::Error + 'static)) -> Response {
        tracing::error!(error, "an owner is not signed in");
        self.answer(StatusCode::SERVICE_UNAVAILABLE, "", Some(key::RECOVERY_TROUBLE))
    }

    pub(super) async fn sign_in(&self, fields: &Fields, client: Client, device: &str) -> Response {
        let login = fields.text("login");
        let Client(source) = client;
        let source = source.to_string();
        let attempt = AdminAttempt { login, code: fields.text("code"), source: &source, client: device };
        let Ok(password) = Password::new(fields.verbatim("password").to_owned()) else {
            return self.answer(StatusCode::OK, login, Some(key::MY_IN_NO));
        };
        match self.engine.owner_sign_in(&attempt, password).await {
            Ok(OwnerSignIn::Opened(cookie)) => self.go(&cookie),
            Ok(OwnerSignIn::No) => self.answer(StatusCode::OK, login, Some(key::MY_IN_NO)),
            Ok(OwnerSignIn::Temporary) => self.answer(StatusCode::OK, login, Some(key::MY_IN_TEMPORARY)),
            Ok(OwnerSignIn::Wait) => {
                self.answer(StatusCode::SERVICE_UNAVAILABLE, login, Some(key::PASSWORD_WAIT))
            }
            Err(error) => self.trouble(&error),
        }
    }

    /// To the page, with the session's cookie set or (empty) taken away.
    pub(super) fn go(&self, cookie: &str) -> Response {
        let mut response = StatusCode::SEE_OTHER.into_response();
        let target = format!("{}{PATH}?lang={}", root_of(self.engine), self.words.language().code());
        set(&mut response, LOCATION, &target);
        set(&mut response, SET_COOKIE, &session_cookie(self.engine, cookie));
        response
    }

    fn answer(&self, status: StatusCode, login: &str, problem: Option<Key>) -> Response {
        let root = root_of(self.engine);
        let is_temporary = problem.is_some_and(|problem| problem == key::MY_IN_TEMPORARY);
        let page = Page { words: self.words, root, login, problem, is_temporary };
        let main = page.render().unwrap_or_default();
        let title = self.words.t(key::MY_TITLE);
        (status, Html(portal_page_at(self.words, &title, &main, root, ""))).into_response()
    }
}

pub(super) fn signed_out(engine: &Arc<Engine>, words: &'static Words) -> Response {
    let mut response = Door { engine, words }.go("");
    set(&mut response, HeaderName::from_static("clear-site-data"), "\"cache\"");
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
