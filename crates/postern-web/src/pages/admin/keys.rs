//! `/admin/keys`: what each key does, and a button that switches them off (WCAG 2.1.4). The choice is a cookie of this
//! browser: a keyboard is the browser's, not the account's.

use askama::Template;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{Html, IntoResponse, Redirect, Response};
use postern_engine::Engine;
use postern_text::{Key, key};

use super::session::{Admin, Submitted, cookie, is_https};
use super::shell::{Shell, root_of};

const COOKIE: &str = "postern_keys";

#[derive(Template)]
#[template(path = "admin/keys.html")]
struct Page {
    shell: Shell,
    keys: Vec<(&'static str, Key)>,
}

/// `GET /admin/keys`
pub async fn show(admin: Admin) -> Response {
    let shell = Shell::new(&admin, None, admin.words.say(key::KEYS_TITLE, &[]));
    let keys = vec![
        ("/", key::KEYS_SEARCH),
        ("j", key::KEYS_NEXT),
        ("k", key::KEYS_PREVIOUS),
        ("x", key::KEYS_TICK),
        ("Esc", key::KEYS_BACK),
        ("g o", key::ADMIN_NAV_OVERVIEW),
        ("g u", key::ADMIN_NAV_USERS),
        ("g r", key::ADMIN_NAV_RESTRICTED),
        ("g l", key::ADMIN_NAV_LOCKS),
        ("?", key::KEYS_HELP),
    ];
    Html(Page { shell, keys }.render().unwrap_or_default()).into_response()
}

/// `POST /admin/keys`
pub async fn switch(submitted: Submitted) -> Response {
    let engine = &submitted.admin.engine;
    let value = if submitted.text("keys") == "off" { "off" } else { "on" };
    let mut response = Redirect::to(&format!("{}{}/keys", root_of(engine), super::PREFIX)).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&choice(engine, value)) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

fn choice(engine: &Engine, value: &str) -> String {
    let secure = if is_https(engine) { "; Secure" } else { "" };
    format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}")
}

/// Whether this browser wants keys; it does until somebody says otherwise.
pub(super) fn are_on(headers: &HeaderMap) -> bool {
    cookie(headers, COOKIE) != Some("off")
}
