//! `/admin/sessions`: the admin's own sessions, each with a button that ends it.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use postern_core::admin::{AdminSession, SessionEnd};
use postern_core::refusal::Refusal;
use postern_text::key;

use super::page_error::PageError;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell, root_of};

#[derive(Template)]
#[template(path = "admin/sessions.html")]
struct Page {
    shell: Shell,
    lede: String,
    codes_left: String,
    sessions: Vec<Row>,
}

struct Row {
    session: AdminSession,
    is_this: bool,
}

/// `GET /admin/sessions`
pub async fn list(admin: Admin) -> Response {
    let account = admin.seen.account.id;
    let this = admin.seen.session.id;
    let sessions: Vec<Row> = admin
        .engine
        .admin_sessions(Some(account))
        .into_iter()
        .map(|session| Row { is_this: session.id == this, session })
        .collect();
    let left = admin.engine.factors_of(account).recovery.len();
    let shell = Shell::new(&admin, Some(Place::Sessions), admin.words.say(key::ADMIN_NAV_SESSIONS, &[]));
    let page = Page {
        lede: admin.words.say(key::ADMIN_SESSIONS_LEDE, &[("count", sessions.len().into())]),
        codes_left: admin.words.say(key::ADMIN_SESSIONS_CODES, &[("count", left.into())]),
        shell,
        sessions,
    };
    Html(page.render().unwrap_or_default()).into_response()
}

/// `POST /admin/sessions/{id}/end`
pub async fn end(Path(id): Path<String>, submitted: Submitted) -> Result<Redirect, PageError> {
    let admin = &submitted.admin;
    let session = id.parse().map_err(|_| admin.refused(&Refusal::NoSuchSession))?;
    let account = admin.seen.account.id;
    let ended = admin.engine.end_own_session(account, session, SessionEnd::EndedByPerson).await;
    let ended = ended.map_err(|error| PageError::trouble(admin.words, root_of(&admin.engine), &error))?;
    if !ended {
        return Err(admin.refused(&Refusal::NoSuchSession));
    }
    Ok(Redirect::to(&format!("{}{}/sessions", root_of(&admin.engine), super::PREFIX)))
}
