//! Everything that can have happened. Events are the audit; the tables beside them are what is true now
//! (ADR 0001).

use crate::account::Account;
use crate::ids::{AccountId, RestrictionId};
use crate::name::AccountName;
use crate::restriction::{Evidence, Restriction, RestrictionKind};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new account.
    AccountCreated(Account),
    /// The primary address changed; the old one stays as an alias only when asked.
    AccountRenamed {
        /// Which account.
        account: AccountId,
        /// The old primary address.
        from: AccountName,
        /// The new primary address.
        to: AccountName,
    },
    /// Display name, language, kind, roles or groups changed.
    ProfileChanged {
        /// The account as it is now.
        after: Account,
    },
    /// A further name.
    AliasAdded {
        /// Which account.
        account: AccountId,
        /// The new name.
        alias: AccountName,
    },
    /// A name was taken away.
    AliasRemoved {
        /// Which account.
        account: AccountId,
        /// The name.
        alias: AccountName,
    },
    /// The account is gone; its id is never used again.
    AccountDeleted {
        /// Which account.
        account: AccountId,
        /// Its primary address at the end.
        primary: AccountName,
    },
    /// A new password. The hash travels beside the event, never in it.
    PasswordSet {
        /// Which account.
        account: AccountId,
    },
    /// A restriction began.
    RestrictionStarted(Restriction),
    /// A person ended a restriction.
    RestrictionReleased(EndedRestriction),
    /// Time ended a restriction.
    RestrictionExpired(EndedRestriction),
    /// Something was seen that speaks for compromise, without restricting anything by itself.
    EvidenceSeen {
        /// About which account.
        account: AccountId,
        /// What.
        evidence: Evidence,
    },
    /// A policy value changed.
    PolicyChanged {
        /// `sign_in` or `outbound` and the value's name, as in `outbound.novel_hour_max`.
        name: String,
        /// Before, as written in a policy file.
        from: String,
        /// After.
        to: String,
    },
}

/// Which restriction ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedRestriction {
    /// The row.
    pub id: RestrictionId,
    /// The account that it was on, if one.
    pub account: Option<AccountId>,
    /// What had been forbidden.
    pub kind: RestrictionKind,
}

impl Event {
    /// The word that the audit uses.
    pub const fn code(&self) -> &'static str {
        match self {
            Event::AccountCreated(_) => "account_created",
            Event::AccountRenamed { .. } => "account_renamed",
            Event::ProfileChanged { .. } => "profile_changed",
            Event::AliasAdded { .. } => "alias_added",
            Event::AliasRemoved { .. } => "alias_removed",
            Event::AccountDeleted { .. } => "account_deleted",
            Event::PasswordSet { .. } => "password_set",
            Event::RestrictionStarted(_) => "restriction_started",
            Event::RestrictionReleased(_) => "restriction_released",
            Event::RestrictionExpired(_) => "restriction_expired",
            Event::EvidenceSeen { .. } => "evidence_seen",
            Event::PolicyChanged { .. } => "policy_changed",
        }
    }

    /// The account that it is about, if one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Event::AccountCreated(account) | Event::ProfileChanged { after: account } => Some(account.id),
            Event::AccountRenamed { account, .. }
            | Event::AliasAdded { account, .. }
            | Event::AliasRemoved { account, .. }
            | Event::AccountDeleted { account, .. }
            | Event::PasswordSet { account }
            | Event::EvidenceSeen { account, .. } => Some(*account),
            Event::RestrictionStarted(restriction) => restriction.account(),
            Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => ended.account,
            Event::PolicyChanged { .. } => None,
        }
    }
}
