//! Pages of the links that are mailed to owners: `/confirm-address/{link}`, `/set-password/{link}`, `/not-me/{link}`. Looking
//! at one changes nothing, however often a mail scanner does; one button uses it, once.
//!
//! A link that is used, over, void, foreign or malformed gives one and the same page: it says nothing of any account.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::alternate::LinkPurpose;
use postern_core::refusal::Refusal;
use postern_engine::Engine;
use postern_engine::commands::ExecuteError;
use postern_engine::owner::{LinkUsed, OpenOwnerLink};
use postern_engine::password::{PASSWORD_BYTES_MAX, Password, PasswordError};
use postern_text::{Arg, Key, Words, key};
use serde::Deserialize;

use super::admin::shell::root_of;
use super::new_place::PageQuery;
use super::password::set_page;
use super::same_origin::is_from_our_page;
use super::{Tell, language, portal_page_at, portal_page_once};
use crate::public::PublicState;

/// What is sent: the seal of the page's form, and of the second page the new password.
#[derive(Default, Deserialize)]
pub struct LinkForm {
    #[serde(default)]
    seal: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
}

#[derive(Template)]
#[template(path = "mailed_link.html")]
struct Page<'a> {
    words: &'static Words,
    purpose: LinkPurpose,
    open: &'a OpenOwnerLink,
    lede: String,
    until: String,
    problem: Option<String>,
}

/// What the three pages share: who asks, and with which link.
struct Asked {
    words: &'static Words,
    link: String,
    purpose: LinkPurpose,
}

macro_rules! pages {
    ($($show:ident $act:ident $purpose:ident;)+) => {$(
        /// Shows the page of a link.
        pub async fn $show(
            State(state): State<PublicState>,
            link: Result<Path<String>, PathRejection>,
            query: Result<Query<PageQuery>, QueryRejection>,
            headers: HeaderMap,
        ) -> Response {
            let asked = Asked::new(link, query, &headers, LinkPurpose::$purpose);
            page(&state.engine, &asked, StatusCode::OK, None).await
        }

        /// Uses it.
        pub async fn $act(
            State(state): State<PublicState>,
            link: Result<Path<String>, PathRejection>,
            query: Result<Query<PageQuery>, QueryRejection>,
            headers: HeaderMap,
            form: Result<Form<LinkForm>, FormRejection>,
        ) -> Response {
            let asked = Asked::new(link, query, &headers, LinkPurpose::$purpose);
            let form = form.map(|Form(form)| form).unwrap_or_default();
            act(&state.engine, &asked, &headers, form).await
        }
    )+};
}

pages! {
    show_confirm confirm VerifyAddress;
    show_password set_password SetPassword;
    show_not_me not_me NotMe;
}

impl Asked {
    fn new(
        link: Result<Path<String>, PathRejection>,
        query: Result<Query<PageQuery>, QueryRejection>,
        headers: &HeaderMap,
        purpose: LinkPurpose,
    ) -> Self {
        let lang = query.ok().and_then(|Query(query)| query.lang);
        let words = Words::in_language(language(lang.as_deref(), headers));
        // An address that is not text is nobody's link.
        Self { words, link: link.map_or_else(|_| String::new(), |Path(link)| link), purpose }
    }
}

async fn page(engine: &Engine, asked: &Asked, status: StatusCode, problem: Option<String>) -> Response {
    let open = match engine.open_owner_link(&asked.link, asked.purpose).await {
        Ok(Some(open)) => open,
        Ok(None) => return void(engine, asked.words),
        Err(error) => return trouble(engine, asked.words, &error),
    };
    let words = asked.words;
    let account = ("account", Arg::Text(open.account.as_str()));
    let (title, lede) = match asked.purpose {
        LinkPurpose::VerifyAddress => {
            let address = open.address.as_ref().map_or("", |address| &address.address);
            let lede = words.say(key::LINK_CONFIRM_LEDE, &[account, ("address", address.into())]);
            (key::LINK_CONFIRM_TITLE, lede)
        }
        LinkPurpose::SetPassword => {
            (key::LINK_PASSWORD_TITLE, words.say(key::LINK_PASSWORD_LEDE, &[account]))
        }
        LinkPurpose::NotMe => (key::LINK_NOT_ME_TITLE, words.say(key::LINK_NOT_ME_LEDE, &[account])),
    };
    let until = Arg::Time(open.expires, &engine.site().time_zone);
    let until = words.say(key::LETTER_UNTIL, &[("until", until)]);
    let main = Page { words, purpose: asked.purpose, open: &open, lede, until, problem };
    let main = main.render().unwrap_or_default();
    let shown = portal_page_at(words, &words.t(title), &main, root_of(engine), "");
    (status, Html(shown)).into_response()
}

async fn act(
    engine: &std::sync::Arc<Engine>,
    asked: &Asked,
    headers: &HeaderMap,
    form: LinkForm,
) -> Response {
    let words = asked.words;
    if !is_from_our_page(engine, headers) {
        let problem = Some(words.t(key::PASSWORD_FOREIGN));
        return page(engine, asked, StatusCode::FORBIDDEN, problem).await;
    }
    let used = match asked.purpose {
        LinkPurpose::VerifyAddress => engine.verify_alternate(&asked.link, &form.seal).await,
        LinkPurpose::NotMe => engine.disown_change(&asked.link, &form.seal).await,
        LinkPurpose::SetPassword => match new_password(words, &form) {
            Ok(new) => engine.set_password_by_link(&asked.link, &form.seal, new).await,
            Err(problem) => return page(engine, asked, StatusCode::OK, Some(problem)).await,
        },
    };
    match used {
        Ok(LinkUsed::Done(done)) => match asked.purpose {
            LinkPurpose::VerifyAddress => {
                done_page(engine, words, [key::LINK_CONFIRM_DONE_TITLE, key::LINK_CONFIRM_DONE])
            }
            LinkPurpose::NotMe => {
                done_page(engine, words, [key::LINK_NOT_ME_DONE_TITLE, key::LINK_NOT_ME_DONE])
            }
            LinkPurpose::SetPassword => set_page(engine, words, &done),
        },
        Ok(LinkUsed::Void) => void(engine, words),
        Err(ExecuteError::Refused(refusal)) => refused(engine, asked, &refusal).await,
        Err(ExecuteError::Password(PasswordError::Busy)) => {
            let problem = Some(words.t(key::PASSWORD_WAIT));
            page(engine, asked, StatusCode::SERVICE_UNAVAILABLE, problem).await
        }
        Err(error) => trouble(engine, words, &error),
    }
}

/// The form again with what is wrong; the link is as good as before.
async fn refused(engine: &Engine, asked: &Asked, refusal: &Refusal) -> Response {
    page(engine, asked, StatusCode::OK, Some(asked.words.refusal(refusal))).await
}

fn new_password(words: &'static Words, form: &LinkForm) -> Result<Password, String> {
    if form.new.is_empty() || form.again.is_empty() {
        return Err(words.t(key::LINK_PASSWORD_MISSING));
    }
    if form.new != form.again {
        return Err(words.t(key::PASSWORD_DIFFER));
    }
    let limit = [("limit", PASSWORD_BYTES_MAX.into())];
    Password::to_be_set(&form.new).map_err(|_| words.tell(key::PASSWORD_TOO_LONG, &limit))
}

fn done_page(engine: &Engine, words: &'static Words, [title, said]: [Key; 2]) -> Response {
    let main = format!("<p class=\"note ok\" role=\"status\">{}</p>\n", super::Safe(&words.t(said)));
    Html(portal_page_once(words, &words.t(title), &main, root_of(engine))).into_response()
}

fn void(engine: &Engine, words: &'static Words) -> Response {
    let say = |key: Key| words.t(key);
    let (what, next) = (say(key::IN_VOID), say(key::IN_VOID_NEXT));
    let main = format!("<p>{}</p>\n<p>{}</p>\n", super::Safe(&what), super::Safe(&next));
    let page = portal_page_at(words, &say(key::IN_VOID_TITLE), &main, root_of(engine), "");
    (StatusCode::NOT_FOUND, Html(page)).into_response()
}

fn trouble(engine: &Engine, words: &'static Words, error: &(dyn std::error::Error + 'static)) -> Response {
    tracing::error!(error, "a mailed link is not answered");
    let main =
        format!("<p class=\"note bad\" role=\"alert\">{}</p>\n", super::Safe(&words.t(key::IN_TROUBLE)));
    let page = portal_page_at(words, &words.t(key::IN_VOID_TITLE), &main, root_of(engine), "");
    (StatusCode::SERVICE_UNAVAILABLE, Html(page)).into_response()
}
