//! The first page (`/`) with three choices, and `/why`, to which a refused mail sends its owner. Nobody signs in here and nothing is
//! asked: both say the same to everybody, whoever comes and whatever code stands in the address.

use askama::Template;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use postern_core::ids::RestrictionId;
use postern_text::{Words, key};

use super::admin::shell::root_of;
use super::new_place::PageQuery;
use super::{Tell, contact, language, my, portal_page_at, recovery};
use crate::public::PublicState;

/// Where the first page is.
pub const PATH: &str = "/";
/// Where a refused mail leads.
pub const WHY_PATH: &str = "/why";

#[derive(Template)]
#[template(path = "start.html")]
struct Start<'a> {
    words: &'static Words,
    root: &'a str,
}

#[derive(Template)]
#[template(path = "why.html")]
struct Why<'a> {
    words: &'static Words,
    root: &'a str,
    code: Option<String>,
}

/// `GET /`
pub async fn show(
    State(state): State<PublicState>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let (words, root) = (words_of(query, &headers), root_of(&state.engine));
    let main = Start { words, root }.render().unwrap_or_default() + &contact(&state.engine, words);
    Html(portal_page_at(words, &words.t(key::START_TITLE), &main, root, "")).into_response()
}

/// `GET /why`
pub async fn why(
    State(state): State<PublicState>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    answer(&state, words_of(query, &headers), None)
}

/// `GET /why/{code}`: the code is shown again to be read out, and never looked up: whether it exists is nobody's business.
pub async fn why_of(
    State(state): State<PublicState>,
    code: Result<Path<String>, PathRejection>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    // What has not the form of a code is not ours to show.
    let code = code.ok().and_then(|Path(code)| code.parse::<RestrictionId>().ok());
    answer(&state, words_of(query, &headers), code.map(|code| code.to_string()))
}

fn answer(state: &PublicState, words: &'static Words, code: Option<String>) -> Response {
    let root = root_of(&state.engine);
    let main = Why { words, root, code }.render().unwrap_or_default() + &contact(&state.engine, words);
    Html(portal_page_at(words, &words.t(key::WHY_TITLE), &main, root, "")).into_response()
}

fn words_of(query: Result<Query<PageQuery>, QueryRejection>, headers: &HeaderMap) -> &'static Words {
    let asked = query.ok().and_then(|Query(query)| query.lang);
    Words::in_language(language(asked.as_deref(), headers))
}
