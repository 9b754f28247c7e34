//! The codes of answers that say no without a refusal of the rules, each with its HTTP status. Does not know the
//! sentences.

use axum::http::StatusCode;

/// Codes that are no refusal of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// No such address.
    NoSuchRoute,
    /// The address exists, the method does not.
    MethodNotAllowed,
    /// Body, query or path cannot be read.
    BadRequest,
    /// The body is larger than [`super::super::BODY_BYTES_MAX`].
    BodyTooLarge,
    /// No such account.
    NoSuchAccount,
    /// No such restriction.
    NoSuchRestriction,
    /// The roles do not allow reading this.
    NotAllowed,
    /// Another account has the name.
    NameTaken,
    /// Somebody else changed it meanwhile.
    ChangedMeanwhile,
    /// A policy value is refused.
    Policy,
    /// As many passwords are being hashed as may be, or the server is stopping.
    Busy,
    /// The store or another part did not do it; nothing was changed.
    Internal,
    /// A program showed no token that allows what it asks.
    Unauthorized,
    /// A trusted proxy did not say where the client is.
    ClientAddress,
    /// The request was not answered in time.
    TooSlow,
    /// The site does not let us at its mail server's queue.
    QueueNotConfigured,
    /// The mail server's queue could not be read; nothing was changed.
    QueueUnreadable,
}

impl ErrorCode {
    /// The word in the answer.
    pub const fn code(self) -> &'static str {
        match self {
            ErrorCode::NoSuchRoute => "no_such_route",
            ErrorCode::MethodNotAllowed => "method_not_allowed",
            ErrorCode::BadRequest => "bad_request",
            ErrorCode::BodyTooLarge => "body_too_large",
            ErrorCode::NoSuchAccount => "no_such_account",
            ErrorCode::NoSuchRestriction => "no_such_restriction",
            ErrorCode::NotAllowed => "not_allowed",
            ErrorCode::NameTaken => "name_taken",
            ErrorCode::ChangedMeanwhile => "changed_meanwhile",
            ErrorCode::Policy => "policy",
            ErrorCode::Busy => "busy",
            ErrorCode::Internal => "internal",
            ErrorCode::Unauthorized => "unauthorized",
            ErrorCode::ClientAddress => "client_address",
            ErrorCode::TooSlow => "too_slow",
            ErrorCode::QueueNotConfigured => "queue_not_configured",
            ErrorCode::QueueUnreadable => "queue_unreadable",
        }
    }

    pub(super) const fn status(self) -> StatusCode {
        match self {
            ErrorCode::NoSuchRoute | ErrorCode::NoSuchAccount | ErrorCode::NoSuchRestriction => {
                StatusCode::NOT_FOUND
            }
            ErrorCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            ErrorCode::BadRequest | ErrorCode::ClientAddress => StatusCode::BAD_REQUEST,
            ErrorCode::Unauthorized => StatusCode::UNAUTHORIZED,
            ErrorCode::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorCode::NotAllowed => StatusCode::FORBIDDEN,
            ErrorCode::NameTaken | ErrorCode::ChangedMeanwhile | ErrorCode::QueueNotConfigured => {
                StatusCode::CONFLICT
            }
            ErrorCode::QueueUnreadable => StatusCode::BAD_GATEWAY,
            ErrorCode::Policy => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorCode::Busy | ErrorCode::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
