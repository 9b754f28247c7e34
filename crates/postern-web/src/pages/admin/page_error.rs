//! What goes wrong, as a page: what did not happen, what to do, and under which number the log has the cause.

use std::error::Error;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::refusal::Refusal;
use postern_engine::commands::ExecuteError;
use postern_engine::ports::{CommitError, StoreError};
use postern_text::{Words, key};

use super::session::{Admin, language};
use super::shell::root_of;
use crate::api::v1::error::ApiError;
use crate::pages::{Safe, portal_page_at};
use crate::public::{BODY_BYTES_MAX, PublicState};

/// A page instead of the one that was asked for.
#[derive(Debug)]
pub struct PageError {
    status: StatusCode,
    html: String,
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        (self.status, Html(self.html)).into_response()
    }
}

impl PageError {
    /// There is no such account, restriction or page.
    pub fn not_found(admin: &Admin) -> Self {
        Self::nothing(admin.words, root_of(&admin.engine))
    }

    fn nothing(words: &'static Words, root: &str) -> Self {
        let title = words.say(key::ADMIN_ERROR_NOT_FOUND_TITLE, &[]);
        let text = words.say(key::ADMIN_ERROR_NOT_FOUND, &[]);
        Self::new(StatusCode::NOT_FOUND, words, root, &title, &text)
    }

    /// The rules say no.
    pub fn refused(admin: &Admin, sentence: String) -> Self {
        let title = admin.words.say(key::ADMIN_ERROR_REFUSED_TITLE, &[]);
        Self::new(StatusCode::FORBIDDEN, admin.words, root_of(&admin.engine), &title, &sentence)
    }

    /// The form is another session's, another site's or too old.
    pub fn foreign_form(admin: &Admin) -> Self {
        Self::refused(admin, admin.words.say(key::ADMIN_ERROR_FORM, &[]))
    }

    /// More was sent than a form may hold.
    pub fn too_large(admin: &Admin) -> Self {
        let title = admin.words.say(key::ADMIN_ERROR_REFUSED_TITLE, &[]);
        let kilobytes = BODY_BYTES_MAX / 1024;
        let text = admin.words.say(key::ADMIN_ERROR_TOO_LARGE, &[("max", kilobytes.into())]);
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, admin.words, root_of(&admin.engine), &title, &text)
    }

    /// We could not. The log has the cause under the number that the page shows.
    pub fn trouble(words: &'static Words, root: &str, error: &(dyn Error + 'static)) -> Self {
        let title = words.say(key::ADMIN_ERROR_TROUBLE_TITLE, &[]);
        let id = ApiError::logged(error);
        let text = words.say(key::CLI_ERROR_INTERNAL, &[("id", (&id).into())]);
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, words, root, &title, &text)
    }

    /// What a command of this admin was answered, when it was not done.
    pub fn of(admin: &Admin, error: ExecuteError) -> Self {
        match error {
            ExecuteError::Refused(Refusal::NoSuchAccount) => Self::not_found(admin),
            ExecuteError::Refused(refusal) => Self::refused(admin, admin.words.refusal(&refusal)),
            ExecuteError::Commit(
                CommitError::RestrictionNotOpen(_)
                | CommitError::EntryNotOpen(_)
                | CommitError::LinkVoid(_)
                | CommitError::IncidentOpened(_),
            ) => Self::refused(admin, admin.words.say(key::CLI_ERROR_CHANGED_MEANWHILE, &[])),
            ExecuteError::Commit(CommitError::NoSuchAccount(_)) => Self::not_found(admin),
            error @ (ExecuteError::Commit(CommitError::NameTaken(_) | CommitError::Store(_))
            | ExecuteError::Password(_)
            | ExecuteError::Queue(_)) => Self::trouble(admin.words, root_of(&admin.engine), &error),
        }
    }

    /// The store could not be read.
    pub fn unread(admin: &Admin) -> impl Fn(StoreError) -> Self + '_ {
        |error| Self::trouble(admin.words, root_of(&admin.engine), &error)
    }

    fn new(status: StatusCode, words: &'static Words, root: &str, title: &str, text: &str) -> Self {
        let main = format!(
            "<p>{}</p>\n<p><a href=\"{}{}\">{}</a></p>\n",
            Safe(text),
            Safe(root),
            super::PREFIX,
            Safe(&words.say(key::ADMIN_ERROR_BACK, &[])),
        );
        Self { status, html: portal_page_at(words, title, &main, root, "") }
    }
}

/// Everything below `/admin` that is no page.
pub async fn nothing_here(State(state): State<PublicState>, headers: HeaderMap) -> PageError {
    PageError::nothing(Words::in_language(language(&headers, None)), root_of(&state.engine))
}
