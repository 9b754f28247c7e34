//! How a refusal of the rules looks in an answer: its word, and the HTTP status that goes with it. Total matches, so
//! a new refusal without either does not compile.

use axum::http::StatusCode;
use postern_core::refusal::Refusal;

/// Whether the rules say "not you", "not now" or "not like this".
pub(super) fn refusal_status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotAllowed { .. }
        | Refusal::TargetIsAdmin { .. }
        | Refusal::OwnAccount
        | Refusal::LastGlobalAdmin => StatusCode::FORBIDDEN,
        Refusal::NoSuchToken | Refusal::NoSuchDevice | Refusal::NotInQueue { .. } => StatusCode::NOT_FOUND,
        Refusal::SendingNotRestricted
        | Refusal::NothingProposed
        | Refusal::SignInNotLocked
        | Refusal::SignInNotBlocked
        | Refusal::AlreadySo
        | Refusal::NameTaken { .. }
        | Refusal::NoSuchAlias { .. }
        | Refusal::AliasIsPrimary { .. }
        | Refusal::SourceNotBlocked { .. }
        | Refusal::NoSuchEntry
        | Refusal::EntryExists { .. }
        | Refusal::SourceIsAllowed { .. }
        | Refusal::TokenNameTaken { .. }
        | Refusal::TooManyTokens
        | Refusal::NothingQueued { .. }
        | Refusal::NotAnAdmin
        | Refusal::NoSuchSession
        | Refusal::NoWebAddress => StatusCode::CONFLICT,
        Refusal::NoteMissing
        | Refusal::NoteTooLong
        | Refusal::EndInThePast
        | Refusal::TooManyAliases
        | Refusal::TooManyGroups
        | Refusal::DisplayName
        | Refusal::PasswordKeptElsewhere
        | Refusal::PasswordListed { .. }
        | Refusal::ListedOnlyForApplications
        | Refusal::EasedTooLong
        | Refusal::NetworkTooLarge { .. }
        | Refusal::NoClientsThere { .. }
        | Refusal::TooManyEntries
        | Refusal::TooManyPins
        | Refusal::TokenName
        | Refusal::TokenWithoutScope => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The word for a refusal in the answer.
pub const fn refusal_code(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotAllowed { .. } => "not_allowed",
        Refusal::TargetIsAdmin { .. } => "target_is_admin",
        Refusal::OwnAccount => "own_account",
        Refusal::LastGlobalAdmin => "last_global_admin",
        Refusal::NoteMissing => "reason_missing",
        Refusal::NoteTooLong => "reason_too_long",
        Refusal::SendingNotRestricted => "sending_not_restricted",
        Refusal::NothingProposed => "nothing_proposed",
        Refusal::SignInNotLocked => "sign_in_not_locked",
        Refusal::SignInNotBlocked => "sign_in_not_blocked",
        Refusal::AlreadySo => "already_so",
        Refusal::EndInThePast => "end_in_the_past",
        Refusal::NameTaken { .. } => "name_taken",
        Refusal::NoSuchAlias { .. } => "no_such_alias",
        Refusal::AliasIsPrimary { .. } => "alias_is_primary",
        Refusal::TooManyAliases => "too_many_aliases",
        Refusal::TooManyGroups => "too_many_groups",
        Refusal::DisplayName => "display_name",
        Refusal::PasswordKeptElsewhere => "password_kept_elsewhere",
        Refusal::PasswordListed { .. } => "password_listed",
        Refusal::ListedOnlyForApplications => "listed_only_for_applications",
        Refusal::EasedTooLong => "eased_too_long",
        Refusal::SourceNotBlocked { .. } => "source_not_blocked",
        Refusal::NoSuchEntry => "no_such_entry",
        Refusal::EntryExists { .. } => "entry_exists",
        Refusal::SourceIsAllowed { .. } => "source_is_allowed",
        Refusal::NetworkTooLarge { .. } => "network_too_large",
        Refusal::NoClientsThere { .. } => "no_clients_there",
        Refusal::TooManyEntries => "too_many_entries",
        Refusal::TooManyPins => "too_many_pins",
        Refusal::TokenName => "token_name",
        Refusal::TokenNameTaken { .. } => "token_name_taken",
        Refusal::TokenWithoutScope => "token_without_scope",
        Refusal::TooManyTokens => "too_many_tokens",
        Refusal::NoSuchToken => "no_such_token",
        Refusal::NoSuchDevice => "no_such_device",
        Refusal::NoWebAddress => "no_web_address",
        Refusal::NotAnAdmin => "not_an_admin",
        Refusal::NoSuchSession => "no_such_session",
        Refusal::NothingQueued { .. } => "nothing_queued",
        Refusal::NotInQueue { .. } => "not_in_queue",
    }
}
