//! What the steps of `/recover` look like.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use postern_core::event::Event;
use postern_core::recovery::{RecoveryChoice, RecoveryMethod, RecoveryRefusal};
use postern_core::refusal::Refusal;
use postern_engine::Engine;
use postern_engine::commands::Done;
use postern_text::gate::PASSWORD_PAGE;
use postern_text::{Key, Words, key};
use std::sync::Arc;

use crate::pages::admin::shell::root_of;
use crate::pages::{Tell, contact, portal_page_at, portal_page_once};

/// For whom a page is made.
pub(super) struct View<'a> {
    pub(super) engine: &'a Arc<Engine>,
    pub(super) words: &'static Words,
}

/// A page with a question.
pub(super) enum Page<'a> {
    /// Who somebody is.
    Name { login: &'a str, problem: Option<String> },
    /// A code that proves it.
    Prove { flow: &'a str, said: Option<Key>, problem: Option<String> },
    /// One more, of another kind.
    Another { flow: &'a str, left: &'a [RecoveryMethod] },
    /// What is wanted.
    Choose { flow: &'a str, may_unlock: bool, may_set_password: bool, problem: Option<String> },
    /// What the help desk is told.
    Ask { flow: &'a str, message: &'a str, problem: Option<String> },
    /// Another password.
    Password { flow: &'a str, login: &'a str, problem: Option<String> },
}

#[derive(Template)]
#[template(path = "recovery/name.html")]
struct NamePage<'a> {
    words: &'static Words,
    root: &'a str,
    login: &'a str,
    problem: &'a Option<String>,
}

#[derive(Template)]
#[template(path = "recovery/prove.html")]
struct ProvePage<'a> {
    words: &'static Words,
    flow: &'a str,
    said: Option<Key>,
    problem: &'a Option<String>,
    /// Those that are left, where one was right already.
    left: Vec<Key>,
    may_send: bool,
}

#[derive(Template)]
#[template(path = "recovery/choose.html")]
struct ChoosePage<'a> {
    words: &'static Words,
    flow: &'a str,
    may_unlock: bool,
    may_set_password: bool,
    problem: &'a Option<String>,
}

#[derive(Template)]
#[template(path = "recovery/ask.html")]
struct AskPage<'a> {
    words: &'static Words,
    flow: &'a str,
    message: &'a str,
    problem: &'a Option<String>,
}

/// A button that leads to the help desk's form.
#[derive(Template)]
#[template(
    source = r#"<form class="gap" method="post" action="?lang={{ words.language().code() }}"><input type="hidden" name="step" value="help"><input type="hidden" name="flow" value="{{ flow }}"><button class="btn wide">{{ words.t(key::HELP_ASK_TITLE) }}</button></form>
"#,
    ext = "html"
)]
struct HelpButton<'a> {
    words: &'static Words,
    flow: &'a str,
}

#[derive(Template)]
#[template(path = "recovery/password.html")]
struct PasswordPage<'a> {
    words: &'static Words,
    flow: &'a str,
    login: &'a str,
    problem: &'a Option<String>,
}

impl View<'_> {
    pub(super) fn page(&self, page: &Page<'_>) -> Response {
        self.answer(StatusCode::OK, page)
    }

    pub(super) fn answer(&self, status: StatusCode, page: &Page<'_>) -> Response {
        let (words, root) = (self.words, root_of(self.engine));
        let (title, main) = match page {
            Page::Name { login, problem } => {
                (key::RECOVERY_TITLE, NamePage { words, root, login, problem }.render())
            }
            Page::Prove { flow, said, problem } => {
                let page = ProvePage { words, flow, said: *said, problem, left: Vec::new(), may_send: true };
                (key::RECOVERY_PROVE_TITLE, page.render())
            }
            Page::Another { flow, left } => {
                let may_send = left.contains(&RecoveryMethod::AddressCode);
                let left = left.iter().map(|&method| key_of(method)).collect();
                let page = ProvePage { words, flow, said: None, problem: &None, left, may_send };
                (key::RECOVERY_ANOTHER_TITLE, page.render())
            }
            Page::Choose { flow, may_unlock, may_set_password, problem } => {
                let (may_unlock, may_set_password) = (*may_unlock, *may_set_password);
                let page = ChoosePage { words, flow, may_unlock, may_set_password, problem };
                (key::RECOVERY_CHOOSE_TITLE, page.render())
            }
            Page::Ask { flow, message, problem } => {
                (key::HELP_ASK_TITLE, AskPage { words, flow, message, problem }.render())
            }
            Page::Password { flow, login, problem } => {
                (key::RECOVERY_NEW, PasswordPage { words, flow, login, problem }.render())
            }
        };
        let main = main.unwrap_or_default() + &contact(self.engine, words);
        let title = words.t(title);
        let html = match page {
            Page::Name { .. } => portal_page_at(words, &title, &main, root, ""),
            // Its address alone leads to the first step.
            Page::Prove { .. }
            | Page::Another { .. }
            | Page::Choose { .. }
            | Page::Ask { .. }
            | Page::Password { .. } => portal_page_once(words, &title, &main, root),
        };
        (status, Html(html)).into_response()
    }

    /// The form is too old, was used, or is not ours.
    pub(super) fn over(&self) -> Response {
        self.page(&Page::Name { login: "", problem: Some(self.words.t(key::RECOVERY_OVER)) })
    }

    pub(super) fn trouble(&self, error: &(dyn std::error::Error + 'static)) -> Response {
        tracing::error!(error, "an owner's way back was broken off");
        let problem = Some(self.words.t(key::RECOVERY_TROUBLE));
        self.answer(StatusCode::SERVICE_UNAVAILABLE, &Page::Name { login: "", problem })
    }

    pub(super) fn off(&self) -> Response {
        self.said(StatusCode::NOT_FOUND, key::RECOVERY_TITLE, "", &[self.words.t(key::RECOVERY_OFF)], None)
    }

    pub(super) fn too_few(&self, flow: &str) -> Response {
        let said = [self.words.t(key::RECOVERY_TOO_FEW)];
        self.said(StatusCode::OK, key::RECOVERY_ANOTHER_TITLE, "", &said, Some(flow))
    }

    pub(super) fn blocked(&self, flow: &str) -> Response {
        let said = [self.words.refusal(&Refusal::Recovery(RecoveryRefusal::Blocked))];
        self.said(StatusCode::OK, key::RECOVERY_CHOOSE_TITLE, "", &said, Some(flow))
    }

    pub(super) fn done(&self, done: &Done, is_still_restricted: bool) -> Response {
        let is_new = done
            .events
            .iter()
            .any(|event| matches!(event, Event::Recovered { choice: RecoveryChoice::NewPassword, .. }));
        let mut said = vec![self.words.t(if is_new {
            key::RECOVERY_DONE_PASSWORD
        } else {
            key::RECOVERY_DONE_UNLOCKED
        })];
        if is_still_restricted {
            said.push(self.words.t(key::RECOVERY_DONE_STILL_RESTRICTED));
        }
        self.said(StatusCode::OK, key::RECOVERY_DONE_TITLE, " ok", &said, None)
    }

    /// What is the case; with `flow` also the way to the help desk.
    fn said(
        &self,
        status: StatusCode,
        title: Key,
        look: &str,
        said: &[String],
        flow: Option<&str>,
    ) -> Response {
        let lines = said.iter().map(|line| {
            format!("<p class=\"note{look}\" role=\"status\">{}</p>\n", crate::pages::Safe(line))
        });
        let mut main: String = lines.collect();
        let button = flow.map(|flow| HelpButton { words: self.words, flow }.render().unwrap_or_default());
        main.push_str(&button.unwrap_or_default());
        main.push_str(&contact(self.engine, self.words));
        let html = portal_page_once(self.words, &self.words.t(title), &main, root_of(self.engine));
        (status, Html(html)).into_response()
    }
}

const fn key_of(method: RecoveryMethod) -> Key {
    match method {
        RecoveryMethod::AddressCode => key::RECOVERY_METHOD_ADDRESS_CODE,
        RecoveryMethod::AppCode => key::RECOVERY_METHOD_APP_CODE,
        RecoveryMethod::RecoveryCode => key::RECOVERY_METHOD_RECOVERY_CODE,
    }
}
