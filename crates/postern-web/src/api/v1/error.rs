//! Answers that say no: one shape, one list of codes, one place where a code gets its HTTP status.
//!
//! ```json
//! {"error": {"code": "name_taken", "message": "…", "request_id": "1f3a-12", "details": {"name": "rob@…"}}}
//! ```
//!
//! `code` is stable and never translated; `message` is a sentence in the language the request asked for;
//! `request_id` is also in the server's log.

mod code;
mod refused;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use postern_core::account::Language;
use postern_core::policy::Conflict;
use postern_core::policy::scoped::ScopedPolicyError;
use postern_core::refusal::Refusal;
use postern_engine::commands::{ExecuteError, SetPolicyError};
use postern_engine::password::PasswordError;
use postern_engine::ports::{CommitError, ExportError, StoreError};
use postern_engine::sign_in::AuthenticateError;
use postern_text::{Words, key};
use serde::{Deserialize, Serialize};

pub use code::ErrorCode;
pub use refused::refusal_code;
use refused::refusal_status;

/// The detail that goes to the log and never to the reader.
const LOG_ONLY: &str = "log";

/// The body of every answer that says no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// The only key.
    pub error: ErrorView,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorView {
    /// One of [`ErrorCode`]'s words, or a refusal's.
    pub code: String,
    /// A sentence for people.
    pub message: String,
    /// Finds the request in the server's log.
    pub request_id: String,
    /// Values that belong to the code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, String>,
}

/// An answer that says no, before it knows the reader's language: [`finish`] makes the body.
#[derive(Clone, Debug)]
pub struct ApiError {
    what: What,
    details: BTreeMap<String, String>,
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
        Self { what: What::Code(code), details: BTreeMap::new() }
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
    fn view(self, words: &Words, request_id: String) -> ErrorView {
        let message = match &self.what {
            What::Refused(refusal) => words.refusal(refusal),
            What::Policy(error, None) => words.scoped_policy_error(error),
            What::Policy(error, Some(policy)) => {
                let cause = words.scoped_policy_error(error);
                let arguments = [("policy", policy.into()), ("cause", (&cause).into())];
                words.say(key::POLICIES_ERROR_CONTRADICTS, &arguments)
            }
            What::Code(code) => self.sentence(*code, words, &request_id),
        };
        ErrorView { code: self.code().to_owned(), message, request_id, details: self.details }
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
            ErrorCode::Internal => words.say(key::CLI_ERROR_INTERNAL, &[("id", request_id.into())]),
        }
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let detail = match &refusal {
            Refusal::NameTaken { name } => Some(("name", name.to_string())),
            Refusal::NoSuchAlias { alias } | Refusal::AliasIsPrimary { alias } => {
                Some(("alias", alias.to_string()))
            }
            Refusal::TargetIsAdmin { role } => Some(("role", role.code().to_owned())),
            Refusal::SourceNotBlocked { block_over } => {
                block_over.map(|network| ("block_over", network.to_string()))
            }
            Refusal::SourceIsAllowed { network } | Refusal::NoClientsThere { network } => {
                Some(("network", network.to_string()))
            }
            Refusal::EntryExists { kind } => Some(("kind", kind.code().to_owned())),
            Refusal::NetworkTooLarge { prefix_bits_min } => {
                Some(("prefix_bits_min", prefix_bits_min.to_string()))
            }
            Refusal::TokenNameTaken { name } => Some(("name", name.clone())),
            Refusal::NothingQueued { action } => Some(("action", action.code().to_owned())),
            Refusal::NotInQueue { id } => Some(("id", id.to_string())),
            Refusal::NotAllowed { .. }
            | Refusal::OwnAccount
            | Refusal::LastGlobalAdmin
            | Refusal::NoteMissing
            | Refusal::NoteTooLong
            | Refusal::SendingNotRestricted
            | Refusal::NothingProposed
            | Refusal::SignInNotLocked
            | Refusal::SignInNotBlocked
            | Refusal::AlreadySo
            | Refusal::EndInThePast
            | Refusal::TooManyAliases
            | Refusal::TooManyGroups
            | Refusal::DisplayName
            | Refusal::PasswordKeptElsewhere
            | Refusal::EasedTooLong
            | Refusal::NoSuchEntry
            | Refusal::TooManyEntries
            | Refusal::TooManyPins
            | Refusal::TokenName
            | Refusal::TokenWithoutScope
            | Refusal::TooManyTokens
            | Refusal::NoSuchToken
            | Refusal::NoSuchDevice
            | Refusal::NoWebAddress
            | Refusal::NotAnAdmin
            | Refusal::NoSuchSession
            | Refusal::ListedOnlyForApplications => None,
            Refusal::PasswordListed { list } => Some(("list", list.code().to_owned())),
        };
        let error = Self { what: What::Refused(refusal), details: BTreeMap::new() };
        match detail {
            Some((name, value)) => error.with(name, value),
            None => error,
        }
    }
}

impl From<CommitError> for ApiError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::NameTaken(name) => Self::new(ErrorCode::NameTaken).with("name", name.as_str()),
            CommitError::RestrictionNotOpen(_) | CommitError::EntryNotOpen(_) => {
                Self::new(ErrorCode::ChangedMeanwhile)
            }
            CommitError::NoSuchAccount(_) => Self::new(ErrorCode::NoSuchAccount),
            CommitError::Store(error) => error.into(),
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        Self::internal(&error)
    }
}

impl From<PasswordError> for ApiError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Empty | PasswordError::TooLong => Self::bad_request(error.to_string()),
            PasswordError::Busy | PasswordError::Stopping => Self::new(ErrorCode::Busy),
            PasswordError::Stored(_) => Self::internal(&error),
        }
    }
}

impl From<ExecuteError> for ApiError {
    fn from(error: ExecuteError) -> Self {
        match error {
            ExecuteError::Refused(refusal) => refusal.into(),
            ExecuteError::Commit(error) => error.into(),
            ExecuteError::Password(error) => error.into(),
            ExecuteError::Queue(error) => error.into(),
        }
    }
}

impl From<ExportError> for ApiError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::NotConfigured => Self::new(ErrorCode::QueueNotConfigured),
            ExportError::Write { .. } | ExportError::Program { .. } | ExportError::Mail { .. } => {
                Self::new(ErrorCode::QueueUnreadable).with("cause", error.to_string())
            }
        }
    }
}

impl From<AuthenticateError> for ApiError {
    fn from(error: AuthenticateError) -> Self {
        match error {
            AuthenticateError::Password(error) => error.into(),
            AuthenticateError::Store(error) => error.into(),
            AuthenticateError::Loading => Self::new(ErrorCode::Busy),
        }
    }
}

impl From<SetPolicyError> for ApiError {
    fn from(error: SetPolicyError) -> Self {
        match error {
            SetPolicyError::Policy(error) => error.into(),
            SetPolicyError::Scoped(error) => {
                Self { what: What::Policy(error, None), details: BTreeMap::new() }
            }
            SetPolicyError::ScopedContradicts { policy, error } => {
                let what = What::Policy(ScopedPolicyError::Value(error), Some(policy.clone()));
                Self { what, details: BTreeMap::new() }.with("policy", policy)
            }
            SetPolicyError::Commit(error) => error.into(),
            SetPolicyError::Refused(refusal) => refusal.into(),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = match &self.what {
            What::Code(code) => code.status(),
            What::Refused(refusal) => refusal_status(refusal),
            What::Policy(ScopedPolicyError::NoSuchPolicy { .. }, _) => StatusCode::NOT_FOUND,
            What::Policy(..) => ErrorCode::Policy.status(),
        };
        let mut response = status.into_response();
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
    let view = error.view(Words::in_language(language), request_id);
    (response.status(), axum::Json(ErrorBody { error: view })).into_response()
}

/// The first of our languages that the request names; English without one.
pub(crate) fn language_of(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let tag = wanted.split([',', ';', '-']).next().unwrap_or("").trim();
    Language::from_code(tag).unwrap_or_default()
}
