//! The codes of answers that say no without a refusal of the rules, each with its HTTP status. Does not know the
//! sentences.

use axum::http::StatusCode;

/// One list makes the codes, their words, their statuses and the list of all of them.
macro_rules! codes {
    ($($(#[$about:meta])+ $name:ident => $word:literal, $status:ident;)+) => {
        /// Codes that are no refusal of the rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ErrorCode {
            $($(#[$about])+ $name,)+
        }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word in the answer.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// The status of the answer.
            pub const fn status(self) -> StatusCode {
                match self {
                    $(Self::$name => StatusCode::$status,)+
                }
            }
        }
    };
}

codes! {
    /// No such address.
    NoSuchRoute => "no_such_route", NOT_FOUND;
    /// The address exists, the method does not.
    MethodNotAllowed => "method_not_allowed", METHOD_NOT_ALLOWED;
    /// Body, query or path cannot be read.
    BadRequest => "bad_request", BAD_REQUEST;
    /// The body is larger than [`super::super::BODY_BYTES_MAX`].
    BodyTooLarge => "body_too_large", PAYLOAD_TOO_LARGE;
    /// No such account.
    NoSuchAccount => "no_such_account", NOT_FOUND;
    /// No such restriction.
    NoSuchRestriction => "no_such_restriction", NOT_FOUND;
    /// The roles do not allow reading this.
    NotAllowed => "not_allowed", FORBIDDEN;
    /// Another account has the name.
    NameTaken => "name_taken", CONFLICT;
    /// Somebody else changed it meanwhile.
    ChangedMeanwhile => "changed_meanwhile", CONFLICT;
    /// A policy value is refused.
    Policy => "policy", UNPROCESSABLE_ENTITY;
    /// As many passwords are being hashed as may be, or the server is stopping.
    Busy => "busy", SERVICE_UNAVAILABLE;
    /// The store or another part did not do it; nothing was changed.
    Internal => "internal", INTERNAL_SERVER_ERROR;
    /// A program showed no token that allows what it asks.
    Unauthorized => "unauthorized", UNAUTHORIZED;
    /// A trusted proxy did not say where the client is.
    ClientAddress => "client_address", BAD_REQUEST;
    /// The request was not answered in time.
    TooSlow => "too_slow", SERVICE_UNAVAILABLE;
    /// The site does not let us at its mail server's queue.
    QueueNotConfigured => "queue_not_configured", CONFLICT;
    /// The mail server's queue could not be read; nothing was changed.
    QueueUnreadable => "queue_unreadable", BAD_GATEWAY;
    /// The idempotency key was used for another request.
    KeyReused => "idempotency_key_reused", UNPROCESSABLE_ENTITY;
    /// A request with the idempotency key has not ended.
    KeyInUse => "idempotency_key_in_use", CONFLICT;
    /// The idempotency key is none.
    KeyUnreadable => "idempotency_key", BAD_REQUEST;
    /// No further idempotency key is kept.
    KeysFull => "idempotency_keys_full", SERVICE_UNAVAILABLE;
    /// No such preset.
    NoSuchPreset => "no_such_preset", NOT_FOUND;
}
