//! The body of every answer that says no: a problem as RFC 9457 has it, with what we add to it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use postern_text::{Key, key};
use serde::{Deserialize, Serialize};

use super::code::ErrorCode;
use super::refused::REFUSALS;

/// What the body is (RFC 9457, section 3).
pub const PROBLEM_TYPE: &str = "application/problem+json";

/// What went wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Problem {
    /// The sort of problem, as an address of this server that says more: `/api/v1/problems/name_taken`. Stable.
    #[serde(rename = "type")]
    pub kind: String,
    /// The sort of problem in a few words, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong this time and what to do, in the reader's language.
    pub detail: String,
    /// The last part of `type`: stable and never translated.
    pub code: String,
    /// Finds the request in the server's log.
    pub request_id: String,
    /// Which parts of the request are wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<WrongField>,
    /// Values that belong to the code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, String>,
}

/// A part of the request that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WrongField {
    /// Of the body: where, as a JSON pointer (RFC 6901), as in `/aliases/0`. Empty: the body as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Of the address's query: the parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// What is wrong with it.
    pub detail: String,
}

/// What a problem's address says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ProblemKindView {
    /// Its address.
    #[serde(rename = "type")]
    pub kind: String,
    /// In a few words, in the reader's language.
    pub title: String,
    /// The HTTP status that goes with it.
    pub status: u16,
    /// Its code.
    pub code: String,
}

/// Where a problem is described, below the server's address.
pub fn problem_address(code: &str) -> String {
    format!("{}/problems/{code}", super::super::PREFIX)
}

/// The status of a code, when we have such a code.
pub fn status_of(code: &str) -> Option<StatusCode> {
    all().find(|(known, _)| *known == code).map(|(_, status)| status)
}

/// Every code with its status; some stand among the refusals as well.
pub fn all() -> impl Iterator<Item = (&'static str, StatusCode)> {
    let ours = ErrorCode::ALL.iter().map(|code| (code.code(), code.status()));
    let is_ours = |word: &str| ErrorCode::ALL.iter().any(|code| code.code() == word);
    ours.chain(REFUSALS.iter().copied().filter(move |(word, _)| !is_ours(word)))
}

/// The sort of problem in a few words: what a status means here.
pub fn title_of(status: StatusCode) -> Key {
    match status {
        StatusCode::BAD_REQUEST => key::PROBLEM_UNREADABLE,
        StatusCode::UNAUTHORIZED => key::PROBLEM_NO_TOKEN,
        StatusCode::FORBIDDEN => key::PROBLEM_NOT_ALLOWED,
        StatusCode::NOT_FOUND => key::PROBLEM_NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => key::PROBLEM_METHOD,
        StatusCode::CONFLICT => key::PROBLEM_CONFLICT,
        StatusCode::PRECONDITION_FAILED => key::PROBLEM_CHANGED,
        StatusCode::PAYLOAD_TOO_LARGE => key::PROBLEM_TOO_LARGE,
        StatusCode::UNPROCESSABLE_ENTITY => key::PROBLEM_RULES,
        StatusCode::BAD_GATEWAY => key::PROBLEM_OTHER_SERVER,
        StatusCode::SERVICE_UNAVAILABLE => key::PROBLEM_NOT_NOW,
        _ => key::PROBLEM_FAILED,
    }
}

#[cfg(test)]
mod tests;
