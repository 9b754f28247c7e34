//! Answers that say no: one shape (RFC 9457), one list of codes, one place where a code gets its HTTP status.
//!
//! ```json
//! {"type": "/api/v1/problems/name_taken", "title": "…", "status": 409, "detail": "…", "code": "name_taken",
//!  "request_id": "1f3a-12", "details": {"name": "rob@…"}}
//! ```
//!
//! `code` is stable and never translated; `title` and `detail` are in the language that the request asked for;
//! `request_id` is also in the server's log.

mod code;
mod from;
mod problem;
mod refused;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use postern_core::account::Language;
use postern_core::policy::Conflict;
use postern_core::policy::scoped::ScopedPolicyError;
use postern_core::refusal::Refusal;
use postern_engine::idempotency::{KEY_BYTES_MAX, KEYS_MAX};
use postern_text::{Words, key};

pub use code::ErrorCode;
use problem::status_of;
pub(super) use problem::title_of;
pub use problem::{PROBLEM_TYPE, Problem, ProblemKindView, WrongField, all as all_problems, problem_address};
pub use refused::refusal_code;
use refused::refusal_status;

use super::body::Answer;

/// The detail that goes to the log and never to the reader.
const LOG_ONLY: &str = "log";

/// An answer that says no, before it knows the reader's language: [`finish`] makes the body.
#[derive(Clone, Debug)]
pub struct ApiError {
    what: What,
    details: BTreeMap<String, String>,
    wrong: Box<[Wrong]>,
}

/// Which part of the request is wrong.
#[derive(Clone, Debug)]
enum Wrong {
    /// Of the body: a JSON pointer.
    At(String),
    /// Of the query.
    Parameter(String),
}

#[derive(Clone, Debug)]
enum What {
    Code(ErrorCode),
    Refused(Refusal),
    /// With the policy for some accounts that a change of the site's would contradict, if one.
    Policy(ScopedPolicyError, Option<String>),
}

impl ApiError {
    /// An answer with this code and nothing to add.
    pub fn new(code: ErrorCode) -> Self {
        Self { what: What::Code(code), details: BTreeMap::new(), wrong: Box::default() }
    }

    /// A request that cannot be read. `cause` is for the developer of the other side.
    pub fn bad_request(cause: impl Into<String>) -> Self {
        Self::new(ErrorCode::BadRequest).with("cause", cause)
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    /// Says which field of the body is wrong, by its JSON pointer.
    #[must_use]
    pub fn at(self, pointer: impl Into<String>) -> Self {
        self.and_wrong(Wrong::At(pointer.into()))
    }

    /// Says which parameter of the query is wrong.
    #[must_use]
    pub fn in_query(self, parameter: impl Into<String>) -> Self {
        self.and_wrong(Wrong::Parameter(parameter.into()))
    }

    fn and_wrong(mut self, wrong: Wrong) -> Self {
        let mut all = self.wrong.into_vec();
        all.push(wrong);
        self.wrong = all.into_boxed_slice();
        self
    }

    /// Our own failure: the chain goes to the log once, the reader gets a number to find it by.
    pub(crate) fn internal(error: &dyn std::error::Error) -> Self {
        Self::new(ErrorCode::Internal).with(LOG_ONLY, chain_of(error))
    }

    /// The same for a page: the number under which the log has the chain.
    pub(crate) fn logged(error: &dyn std::error::Error) -> String {
        let request_id = fresh_request_id();
        tracing::error!(%request_id, error = %chain_of(error), "a page failed");
        request_id
    }
}

fn chain_of(error: &dyn std::error::Error) -> String {
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        chain.push_str(": ");
        chain.push_str(&cause.to_string());
        source = cause.source();
    }
    chain
}

/// Unique within one run of one server, which is what the log of a run needs.
fn fresh_request_id() -> String {
    static REQUESTS: AtomicU64 = AtomicU64::new(1);
    format!("{:x}-{}", std::process::id(), REQUESTS.fetch_add(1, Ordering::Relaxed))
}

impl ApiError {
    /// The body. What is wrong with a field is said in the words of the whole.
    pub(super) fn problem(self, words: &Words, request_id: String, is_bodyless: bool) -> Problem {
        let detail = match &self.what {
            What::Refused(refusal) => words.refusal(refusal),
            What::Policy(error, None) => words.scoped_policy_error(error),
            What::Policy(error, Some(policy)) => {
                let cause = words.scoped_policy_error(error);
                let arguments = [("policy", policy.into()), ("cause", (&cause).into())];
                words.say(key::POLICIES_ERROR_CONTRADICTS, &arguments)
            }
            What::Code(code) => self.sentence(*code, words, &request_id),
        };
        let (code, status) = (self.code(), self.status());
        let errors = self.wrong.iter().map(|wrong| {
            let cause = self.details.get("cause").cloned().unwrap_or_else(|| detail.clone());
            match wrong {
                // A deletion has no body: what is said of a field is said of the parameter of that name.
                Wrong::At(pointer) if !is_bodyless => {
                    WrongField { pointer: Some(pointer.clone()), parameter: None, detail: cause }
                }
                Wrong::At(name) | Wrong::Parameter(name) => WrongField {
                    pointer: None,
                    parameter: Some(name.trim_start_matches('/').to_owned()),
                    detail: cause,
                },
            }
        });
        Problem {
            kind: problem_address(code),
            title: words.say(title_of(status), &[]),
            status: status.as_u16(),
            code: code.to_owned(),
            request_id,
            errors: errors.collect(),
            details: self.details,
            detail,
        }
    }

    fn status(&self) -> StatusCode {
        match &self.what {
            What::Code(code) => code.status(),
            What::Refused(refusal) => refusal_status(refusal),
            What::Policy(ScopedPolicyError::NoSuchPolicy { .. }, _) => StatusCode::NOT_FOUND,
            What::Policy(..) => ErrorCode::Policy.status(),
        }
    }

    /// The word that stands in the answer.
    pub(super) fn code(&self) -> &'static str {
        match &self.what {
            What::Refused(refusal) => refusal_code(refusal),
            What::Policy(..) => ErrorCode::Policy.code(),
            What::Code(code) => code.code(),
        }
    }

    /// The name that it is about, when it is about one.
    pub(super) fn name(&self) -> Option<&str> {
        self.details.get("name").map(String::as_str)
    }

    fn detail(&self, name: &str) -> &str {
        self.details.get(name).map_or("", String::as_str)
    }

    fn sentence(&self, code: ErrorCode, words: &Words, request_id: &str) -> String {
        match code {
            ErrorCode::NoSuchRoute => words.say(key::CLI_ERROR_NO_SUCH_ROUTE, &[]),
            ErrorCode::MethodNotAllowed => words.say(key::CLI_ERROR_METHOD, &[]),
            ErrorCode::BadRequest => {
                words.say(key::CLI_ERROR_BAD_REQUEST, &[("cause", self.detail("cause").into())])
            }
            ErrorCode::BodyTooLarge => words.say(key::CLI_ERROR_BODY_TOO_LARGE, &[]),
            ErrorCode::NoSuchAccount => words.say(key::CLI_ERROR_NO_SUCH_ACCOUNT, &[]),
            ErrorCode::NoSuchRestriction => words.say(key::CLI_ERROR_NO_SUCH_RESTRICTION, &[]),
            ErrorCode::NotAllowed => words.say(key::CLI_ERROR_NOT_ALLOWED, &[]),
            ErrorCode::NameTaken => {
                words.say(key::CLI_ERROR_NAME_TAKEN, &[("name", self.detail("name").into())])
            }
            ErrorCode::ChangedMeanwhile => words.say(key::CLI_ERROR_CHANGED_MEANWHILE, &[]),
            ErrorCode::Policy => {
                let conflict = Conflict::from_code(self.detail("conflict"));
                let (lower, upper) = (self.detail("lower"), self.detail("upper"));
                let contradiction = conflict.map(|conflict| words.contradiction(lower, upper, conflict));
                let cause = contradiction.as_deref().unwrap_or_else(|| self.detail("cause"));
                words.say(key::CLI_ERROR_POLICY, &[("cause", cause.into())])
            }
            ErrorCode::Busy => words.say(key::CLI_ERROR_BUSY, &[]),
            ErrorCode::Unauthorized => words.say(key::APPS_ERROR_UNAUTHORIZED, &[]),
            ErrorCode::ClientAddress => words.say(key::APPS_ERROR_CLIENT_ADDRESS, &[]),
            ErrorCode::TooSlow => words.say(key::APPS_ERROR_TOO_SLOW, &[]),
            ErrorCode::QueueNotConfigured => words.say(key::CLI_ERROR_QUEUE_NOT_CONFIGURED, &[]),
            ErrorCode::QueueUnreadable => {
                words.say(key::CLI_ERROR_QUEUE_UNREADABLE, &[("cause", self.detail("cause").into())])
            }
            ErrorCode::KeyReused => words.say(key::PROBLEM_KEY_REUSED, &[]),
            ErrorCode::KeyInUse => words.say(key::PROBLEM_KEY_IN_USE, &[]),
            ErrorCode::KeyUnreadable => {
                words.say(key::PROBLEM_KEY_UNREADABLE, &[("limit", KEY_BYTES_MAX.into())])
            }
            ErrorCode::KeysFull => words.say(key::PROBLEM_KEYS_FULL, &[("limit", KEYS_MAX.into())]),
            ErrorCode::NoSuchPreset => {
                words.say(key::PROBLEM_NO_SUCH_PRESET, &[("known", self.detail("known").into())])
            }
            ErrorCode::Internal => words.say(key::CLI_ERROR_INTERNAL, &[("id", request_id.into())]),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Gives every answer that says no its body: language and request id are known only here. Logs what we could
/// not do, with the id that the reader sees.
pub async fn finish(request: Request, next: Next) -> Response {
    let language = language_of(request.headers());
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let mut response = next.run(request).await;
    let Some(mut error) = response.extensions_mut().remove::<ApiError>() else { return response };
    let request_id = fresh_request_id();
    if let Some(chain) = error.details.remove(LOG_ONLY) {
        tracing::error!(%request_id, %method, %path, error = %chain, "request failed");
    }
    let is_bodyless = method == Method::DELETE;
    let problem = error.problem(Words::in_language(language), request_id, is_bodyless);
    // Nothing in it can fail: texts and numbers of our own.
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let headers = [(header::CONTENT_TYPE, PROBLEM_TYPE), (header::CONTENT_LANGUAGE, language.code())];
    let (mut parts, _empty) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let mut response = Response::from_parts(parts, Body::from(body));
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The language of ours that the request wants most; English without one.
pub(crate) fn language_of(headers: &HeaderMap) -> Language {
    crate::pages::language(None, headers)
}

/// `GET /problems/{code}`: what the address in a problem's `type` leads to.
pub async fn describe(
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Answer<ProblemKindView>, ApiError> {
    let status = status_of(&code).ok_or(ApiError::new(ErrorCode::NoSuchRoute))?;
    let title = Words::in_language(language_of(&headers)).say(title_of(status), &[]);
    Ok(Answer(ProblemKindView { kind: problem_address(&code), title, status: status.as_u16(), code }))
}
