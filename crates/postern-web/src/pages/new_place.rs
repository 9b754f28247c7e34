//! `/in/{link}`: the owner's one-time link. Looking at it changes nothing, however often a mail scanner does; one
//! button uses it, from the place where it is pressed.
//!
//! A link that is used, over, foreign or malformed gives one and the same page: it says nothing of any account.

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use bytes::Bytes;
use postern_core::account::Language;
use postern_core::address::ClientAddress;
use postern_core::arrival::source_of;
use postern_engine::Engine;
use postern_text::{Arg, Key, Words, key};
use serde::Deserialize;

use super::same_origin::is_from_our_page;
use super::{Safe, language, portal_page};
use crate::api::v1::error::ApiError;
use crate::public::PublicState;
use crate::public::client_address::Client;

/// Longest body of the form, bytes: one seal of 43 characters and its name.
const FORM_BYTES_MAX: usize = 256;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PageQuery {
    /// A language's code.
    pub lang: Option<String>,
}

/// `GET /in/{link}` (and `HEAD`)
pub async fn show(
    State(state): State<PublicState>,
    client: Result<Client, ApiError>,
    link: Result<Path<String>, PathRejection>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let link = link_text(link);
    let language = reader_language(query, &headers);
    let Some(source) = place_of(client) else { return no_address(language) };
    question(&state.engine, &link, source, language, None).unwrap_or_else(|| void(language))
}

/// `POST /in/{link}`
pub async fn open(
    State(state): State<PublicState>,
    client: Result<Client, ApiError>,
    link: Result<Path<String>, PathRejection>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let link = link_text(link);
    let language = reader_language(query, &headers);
    let Some(source) = place_of(client) else { return Ok(no_address(language)) };
    let words = Words::in_language(language);
    let engine = &state.engine;
    if !is_from_our_page(engine, &headers) || body.len() > FORM_BYTES_MAX {
        return Ok(void(language));
    }
    // The seal is of letters that a form does not encode.
    let seal =
        std::str::from_utf8(&body).ok().and_then(|form| form.trim().strip_prefix("seal=")).unwrap_or("");
    match engine.use_link(&link, seal, source).await {
        Ok(Some(pass)) => Ok(done(engine, words, pass.until)),
        // A link that still works was asked for from another address, as when a phone leaves the office's network.
        Ok(None) => {
            let changed = words.say(key::IN_CHANGED, &[]);
            Ok(question(engine, &link, source, language, Some(changed)).unwrap_or_else(|| void(language)))
        }
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a one-time link is not used");
            let trouble = words.say(key::IN_TROUBLE, &[]);
            let page = question(engine, &link, source, language, Some(trouble));
            page.map_or_else(
                || Err(ApiError::from(error)),
                |page| Ok((StatusCode::SERVICE_UNAVAILABLE, page).into_response()),
            )
        }
    }
}

/// Where the reader is, if anybody can sign in from there: a proxy on this machine that is not trusted makes everybody
/// come from 127.0.0.1, which no gate takes for a place, and the link would be used up for nothing.
fn place_of(client: Result<Client, ApiError>) -> Option<ClientAddress> {
    let Client(source) = client.ok()?;
    source_of(&source.to_string()).ok()
}

/// An address that is not text is nobody's link.
fn link_text(link: Result<Path<String>, PathRejection>) -> String {
    link.map_or_else(|_| String::new(), |Path(link)| link)
}

fn reader_language(query: Result<Query<PageQuery>, QueryRejection>, headers: &HeaderMap) -> Language {
    let asked = query.ok().and_then(|Query(query)| query.lang);
    language(asked.as_deref(), headers)
}

fn question(
    engine: &Engine,
    link: &str,
    source: ClientAddress,
    language: Language,
    note: Option<String>,
) -> Option<Response> {
    let open = engine.open_link(link, source)?;
    let words = Words::in_language(language);
    let say = |key| words.say(key, &[]);
    let note = note
        .map_or_else(String::new, |note| format!("<p class=\"note\" role=\"alert\">{}</p>\n", Safe(&note)));
    let once = words.say(key::IN_ONCE, &[("until", Arg::Time(open.expires, &engine.site().time_zone))]);
    let main = format!(
        "{note}<p>{lede}</p>\n<p>{here} <code>{source}</code></p>\n\
         <form method=\"post\" action=\"?lang={code}\"><input type=\"hidden\" name=\"seal\" value=\"{seal}\">\
         <button class=\"go wide\">{button}</button></form>\n<p class=\"sub\">{once}</p>\n<p class=\"sub\">{not_you}</p>\n",
        lede = Safe(&say(key::IN_LEDE)),
        here = Safe(&say(key::IN_YOU_ARE_HERE)),
        source = Safe(&source.to_string()),
        code = language.code(),
        seal = Safe(&open.form_seal),
        button = Safe(&say(key::IN_BUTTON)),
        once = Safe(&once),
        not_you = Safe(&say(key::IN_NOT_YOU)),
    );
    Some(Html(portal_page(words, &say(key::IN_TITLE), &main)).into_response())
}

fn done(engine: &Engine, words: &'static Words, until: postern_core::time::Timestamp) -> Response {
    let until = words.say(key::IN_DONE, &[("until", Arg::Time(until, &engine.site().time_zone))]);
    let main = format!(
        "<p class=\"note ok\">{}</p>\n<p class=\"sub\">{}</p>\n",
        Safe(&until),
        Safe(&words.say(key::IN_DONE_KNOWN, &[]))
    );
    Html(portal_page(words, &words.say(key::IN_DONE_TITLE, &[]), &main)).into_response()
}

fn void(language: Language) -> Response {
    does_not_work(language, StatusCode::NOT_FOUND, [key::IN_VOID_TITLE, key::IN_VOID, key::IN_VOID_NEXT])
}

/// A link opens sign-in from where its holder is, so without the client's address there is nothing to open. The same
/// for every link: it says nothing of this one (reliability Q3).
fn no_address(language: Language) -> Response {
    let texts = [key::IN_NO_ADDRESS_TITLE, key::IN_NO_ADDRESS, key::IN_NO_ADDRESS_NEXT];
    does_not_work(language, StatusCode::BAD_REQUEST, texts)
}

/// A title, what is so, and what to do next.
fn does_not_work(language: Language, status: StatusCode, [title, what, next]: [Key; 3]) -> Response {
    let words = Words::in_language(language);
    let say = |key| words.say(key, &[]);
    let main = format!("<p>{}</p>\n<p>{}</p>\n", Safe(&say(what)), Safe(&say(next)));
    (status, Html(portal_page(words, &say(title), &main))).into_response()
}
