//! How refusals and failures of the engine become answers. Total matches: a new one without an answer does not compile.

use postern_core::password_rules::PasswordFault;
use postern_core::policy::scoped::ScopedPolicyError;
use postern_core::refusal::Refusal;
use postern_engine::commands::{ExecuteError, SetPolicyError};
use postern_engine::password::PasswordError;
use postern_engine::ports::{CommitError, ExportError, StoreError};
use postern_engine::sign_in::AuthenticateError;

use super::refused::refusal_field;
use super::{ApiError, ErrorCode, What};

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        if refusal == Refusal::NoSuchAccount {
            // Word for word what is said where there is none at all.
            return Self::new(ErrorCode::NoSuchAccount);
        }
        let detail = detail_of(&refusal);
        let field = refusal_field(&refusal);
        let mut error = Self { what: What::Refused(refusal), ..Self::new(ErrorCode::Internal) };
        if let Some((name, value)) = detail {
            error = error.with(name, value);
        }
        if field.is_empty() { error } else { error.at(format!("/{field}")) }
    }
}

/// What a program reads beside the code.
fn detail_of(refusal: &Refusal) -> Option<(&'static str, String)> {
    match refusal {
        Refusal::OutsideDomains { name } => Some(("name", name.to_string())),
        Refusal::NoDomain { text } => Some(("domain", text.clone())),
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
        Refusal::AppPassword(refused) => refused.name().map(|name| ("name", name.to_owned())),
        Refusal::TokenNameTaken { name } => Some(("name", name.clone())),
        Refusal::NothingQueued { action } => Some(("action", action.code().to_owned())),
        Refusal::NotInQueue { id } => Some(("id", id.to_string())),
        Refusal::NoSuchAccount
        | Refusal::NotAllowed { .. }
        | Refusal::GlobalAdminForAllDomains
        | Refusal::ForAllDomainsOnly
        | Refusal::OwnAccount
        | Refusal::LastGlobalAdmin
        | Refusal::NoteMissing
        | Refusal::NoteTooLong
        | Refusal::SendingNotRestricted
        | Refusal::NothingProposed
        | Refusal::SignInNotLocked
        | Refusal::SignInNotBlocked
        | Refusal::AlreadySo
        | Refusal::NotAsSeen
        | Refusal::EndInThePast
        | Refusal::TooManyAliases
        | Refusal::TooManyGroups
        | Refusal::DisplayName
        | Refusal::PasswordKeptElsewhere
        | Refusal::Password(_)
        | Refusal::Recovery(_)
        | Refusal::Help(_)
        | Refusal::Incident(_)
        | Refusal::EasedTooLong
        | Refusal::NoSuchEntry
        | Refusal::TooManyEntries
        | Refusal::TooManyPins
        | Refusal::TokenName
        | Refusal::TokenWithoutScope
        | Refusal::TooManyTokens
        | Refusal::NoSuchToken
        | Refusal::NoSuchDevice
        | Refusal::Alternate(_)
        | Refusal::NoWebAddress
        | Refusal::NotAnAdmin
        | Refusal::NoSuchSession
        | Refusal::SessionsOutOfReach
        | Refusal::NoSuchPasskey
        | Refusal::LastWayIn
        | Refusal::PasskeyName
        | Refusal::TooManyPasskeys
        | Refusal::NoPasskeysHere
        | Refusal::PasskeyNotMade
        | Refusal::WeakOnlyForApplications => None,
        Refusal::PasswordUnfit { faults } => Some(("faults", codes_of(faults))),
    }
}

fn codes_of(faults: &[PasswordFault]) -> String {
    let codes: Vec<_> = faults.iter().map(PasswordFault::code).collect();
    codes.join(", ")
}

impl From<CommitError> for ApiError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::NameTaken(name) => Self::new(ErrorCode::NameTaken).with("name", name.as_str()),
            CommitError::RestrictionNotOpen(_)
            | CommitError::EntryNotOpen(_)
            | CommitError::LinkVoid(_)
            | CommitError::IncidentOpened(_) => Self::new(ErrorCode::ChangedMeanwhile),
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
            ExportError::Write { .. }
            | ExportError::Program { .. }
            | ExportError::Mail { .. }
            | ExportError::PutOff { .. } => {
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
                Self { what: What::Policy(error, None), ..Self::new(ErrorCode::Policy) }
            }
            SetPolicyError::ScopedContradicts { policy, error } => {
                let what = What::Policy(ScopedPolicyError::Value(error), Some(policy.clone()));
                Self { what, ..Self::new(ErrorCode::Policy) }.with("policy", policy)
            }
            SetPolicyError::Commit(error) => error.into(),
            SetPolicyError::Refused(refusal) => refusal.into(),
        }
    }
}
