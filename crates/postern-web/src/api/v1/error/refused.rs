//! How a refusal of the rules looks in an answer: its word, its HTTP status, and the field of the request that it is
//! about. One list, made into total matches: a new refusal without a line does not compile.

use axum::http::StatusCode;
use postern_core::alternate::AlternateRefusal;
use postern_core::app_password::AppPasswordRefusal;
use postern_core::help_request::HelpRefusal;
use postern_core::incident::IncidentRefusal;
use postern_core::recovery::RecoveryRefusal;
use postern_core::refusal::{PasswordRefusal, Refusal};

macro_rules! refusals {
    ($($refusal:pat => $word:literal, $status:ident, $field:expr;)+) => {
        /// Every word of a refusal with its status.
        pub(super) const REFUSALS: &[(&str, StatusCode)] = &[$(($word, StatusCode::$status),)+];

        /// Whether the rules say "not you", "not now" or "not like this".
        pub(super) fn refusal_status(refusal: &Refusal) -> StatusCode {
            match refusal {
                $($refusal => StatusCode::$status,)+
            }
        }

        /// The word for a refusal in the answer.
        pub const fn refusal_code(refusal: &Refusal) -> &'static str {
            match refusal {
                $($refusal => $word,)+
            }
        }

        /// The field of the request that the refusal is about; empty when it is about none.
        pub(super) const fn refusal_field(refusal: &Refusal) -> &'static str {
            match refusal {
                $($refusal => $field,)+
            }
        }
    };
}

refusals! {
    Refusal::NotAllowed { .. } => "not_allowed", FORBIDDEN, "";
    Refusal::TargetIsAdmin { .. } => "target_is_admin", FORBIDDEN, "";
    Refusal::NoSuchAccount => "no_such_account", NOT_FOUND, "";
    Refusal::OutsideDomains { .. } => "outside_domains", FORBIDDEN, "";
    Refusal::ForAllDomainsOnly => "for_all_domains_only", FORBIDDEN, "";
    Refusal::GlobalAdminForAllDomains => "global_admin_for_all_domains", CONFLICT, "role_domains";
    Refusal::NoDomain { .. } => "no_domain", UNPROCESSABLE_ENTITY, "role_domains";
    Refusal::OwnAccount => "own_account", FORBIDDEN, "";
    Refusal::LastGlobalAdmin => "last_global_admin", FORBIDDEN, "";
    Refusal::NoteMissing => "reason_missing", UNPROCESSABLE_ENTITY, "reason";
    Refusal::NoteTooLong => "reason_too_long", UNPROCESSABLE_ENTITY, "reason";
    Refusal::SendingNotRestricted => "sending_not_restricted", CONFLICT, "";
    Refusal::NothingProposed => "nothing_proposed", CONFLICT, "";
    Refusal::SignInNotLocked => "sign_in_not_locked", CONFLICT, "";
    Refusal::SignInNotBlocked => "sign_in_not_blocked", CONFLICT, "";
    Refusal::AlreadySo => "already_so", CONFLICT, "";
    Refusal::NotAsSeen => "precondition_failed", PRECONDITION_FAILED, "";
    Refusal::EndInThePast => "end_in_the_past", UNPROCESSABLE_ENTITY, "until";
    Refusal::NameTaken { .. } => "name_taken", CONFLICT, "";
    Refusal::NoSuchAlias { .. } => "no_such_alias", CONFLICT, "";
    Refusal::AliasIsPrimary { .. } => "alias_is_primary", CONFLICT, "";
    Refusal::TooManyAliases => "too_many_aliases", UNPROCESSABLE_ENTITY, "";
    Refusal::TooManyGroups => "too_many_groups", UNPROCESSABLE_ENTITY, "groups";
    Refusal::DisplayName => "display_name", UNPROCESSABLE_ENTITY, "display_name";
    Refusal::PasswordKeptElsewhere => "password_kept_elsewhere", UNPROCESSABLE_ENTITY, "";
    Refusal::Password(PasswordRefusal::Own) => "self_not_allowed", FORBIDDEN, "";
    Refusal::Password(PasswordRefusal::ChosenIsTemporary) => "chosen_is_temporary", UNPROCESSABLE_ENTITY, "must_change";
    Refusal::Password(PasswordRefusal::NotTemporary) => "password_not_temporary", CONFLICT, "";
    Refusal::Password(PasswordRefusal::LinkOnly) => "password_link_only", CONFLICT, "delivery";
    Refusal::Password(PasswordRefusal::SameAsTemporary) => "same_as_temporary", UNPROCESSABLE_ENTITY, "password";
    Refusal::AppPassword(AppPasswordRefusal::Name) => "app_password_name", UNPROCESSABLE_ENTITY, "name";
    Refusal::AppPassword(AppPasswordRefusal::NameTaken { .. }) => "app_password_name_taken", CONFLICT, "name";
    Refusal::AppPassword(AppPasswordRefusal::Protocols) => "app_password_protocols", UNPROCESSABLE_ENTITY, "protocols";
    Refusal::AppPassword(AppPasswordRefusal::TooMany) => "too_many_app_passwords", CONFLICT, "";
    Refusal::AppPassword(AppPasswordRefusal::SlotTaken) => "app_passwords_changed", CONFLICT, "";
    Refusal::AppPassword(AppPasswordRefusal::NoSuch) => "no_such_app_password", NOT_FOUND, "";
    Refusal::Help(HelpRefusal::NoSuchRequest) => "help_no_such_request", NOT_FOUND, "";
    Refusal::Help(HelpRefusal::AlreadyAnswered) => "help_already_answered", CONFLICT, "";
    Refusal::Incident(IncidentRefusal::NotOpen) => "incident_not_open", NOT_FOUND, "";
    Refusal::Incident(IncidentRefusal::NotContained) => "incident_not_contained", CONFLICT, "";
    Refusal::Incident(IncidentRefusal::StillOpen) => "incident_still_open", CONFLICT, "";
    Refusal::Recovery(RecoveryRefusal::NotProved) => "recovery_not_proved", FORBIDDEN, "";
    Refusal::Recovery(RecoveryRefusal::Blocked) => "recovery_blocked", CONFLICT, "";
    Refusal::Recovery(RecoveryRefusal::UnlockIsNotEnough) => "recovery_unlock_is_not_enough", CONFLICT, "";
    Refusal::Recovery(RecoveryRefusal::NothingLocked) => "recovery_nothing_locked", CONFLICT, "";
    Refusal::PasswordUnfit { .. } => "password_unfit", UNPROCESSABLE_ENTITY, "password";
    Refusal::WeakOnlyForApplications => "weak_only_for_applications", UNPROCESSABLE_ENTITY, "allow_weak";
    Refusal::EasedTooLong => "eased_too_long", UNPROCESSABLE_ENTITY, "eased_until";
    Refusal::SourceNotBlocked { .. } => "source_not_blocked", CONFLICT, "";
    Refusal::NoSuchEntry => "no_such_entry", CONFLICT, "";
    Refusal::EntryExists { .. } => "entry_exists", CONFLICT, "";
    Refusal::SourceIsAllowed { .. } => "source_is_allowed", CONFLICT, "";
    Refusal::NetworkTooLarge { .. } => "network_too_large", UNPROCESSABLE_ENTITY, "network";
    Refusal::NoClientsThere { .. } => "no_clients_there", UNPROCESSABLE_ENTITY, "network";
    Refusal::TooManyEntries => "too_many_entries", UNPROCESSABLE_ENTITY, "";
    Refusal::TooManyPins => "too_many_pins", UNPROCESSABLE_ENTITY, "";
    Refusal::TokenName => "token_name", UNPROCESSABLE_ENTITY, "name";
    Refusal::TokenNameTaken { .. } => "token_name_taken", CONFLICT, "name";
    Refusal::TokenWithoutScope => "token_without_scope", UNPROCESSABLE_ENTITY, "scopes";
    Refusal::TooManyTokens => "too_many_tokens", CONFLICT, "";
    Refusal::NoSuchToken => "no_such_token", NOT_FOUND, "";
    Refusal::Alternate(AlternateRefusal::NotAnAddress) => "alternate_not_an_address", UNPROCESSABLE_ENTITY, "address";
    Refusal::Alternate(AlternateRefusal::Itself) => "alternate_itself", UNPROCESSABLE_ENTITY, "address";
    Refusal::Alternate(AlternateRefusal::LeadsIn) => "alternate_leads_in", UNPROCESSABLE_ENTITY, "address";
    Refusal::Alternate(AlternateRefusal::LeadsOut) => "alternate_leads_out", UNPROCESSABLE_ENTITY, "address";
    Refusal::Alternate(AlternateRefusal::Untold { .. }) => "alternate_untold", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::Contained) => "alternate_contained", UNPROCESSABLE_ENTITY, "address";
    Refusal::Alternate(AlternateRefusal::TooMany) => "alternate_too_many", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::AlreadyThere) => "alternate_already_there", CONFLICT, "address";
    Refusal::Alternate(AlternateRefusal::NoSuchAddress) => "alternate_no_such_address", NOT_FOUND, "";
    Refusal::Alternate(AlternateRefusal::AlreadyVerified) => "alternate_already_verified", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::NotVerified) => "alternate_not_verified", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::VerifiedTooLate) => "alternate_verified_too_late", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::TooManyMails) => "alternate_too_many_mails", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::NoMail) => "alternate_no_mail", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::SignInBlocked) => "alternate_sign_in_blocked", CONFLICT, "";
    Refusal::Alternate(AlternateRefusal::LinkVoid) => "alternate_link_void", NOT_FOUND, "";
    Refusal::NoSuchDevice => "no_such_device", NOT_FOUND, "";
    Refusal::NoWebAddress => "no_web_address", CONFLICT, "";
    Refusal::NotAnAdmin => "not_an_admin", CONFLICT, "";
    Refusal::NoSuchSession => "no_such_session", CONFLICT, "";
    Refusal::SessionsOutOfReach => "sessions_out_of_reach", CONFLICT, "";
    Refusal::NoSuchPasskey => "no_such_passkey", NOT_FOUND, "";
    Refusal::LastWayIn => "last_way_in", CONFLICT, "";
    Refusal::PasskeyName => "passkey_name", UNPROCESSABLE_ENTITY, "name";
    Refusal::TooManyPasskeys => "too_many_passkeys", CONFLICT, "";
    Refusal::NoPasskeysHere => "no_passkeys_here", CONFLICT, "";
    Refusal::PasskeyNotMade => "passkey_not_made", UNPROCESSABLE_ENTITY, "";
    Refusal::NothingQueued { .. } => "nothing_queued", CONFLICT, "";
    Refusal::NotInQueue { .. } => "not_in_queue", NOT_FOUND, "";
}
