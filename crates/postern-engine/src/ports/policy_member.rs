//! What the scope of a policy looks at in an account, as a store reads it: owned, and no more than that.

use postern_core::account::{Account, AccountKind};
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::policy::scoped::Member;

/// What the scope of a policy looks at in an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyMember {
    /// Which account.
    pub account: AccountId,
    /// Its primary address.
    pub primary: AccountName,
    /// Its kind.
    pub kind: AccountKind,
    /// Its groups.
    pub groups: Vec<String>,
}

impl From<&Account> for PolicyMember {
    fn from(account: &Account) -> Self {
        Self {
            account: account.id,
            primary: account.primary.clone(),
            kind: account.kind,
            groups: account.groups.clone(),
        }
    }
}

impl<'a> From<&'a PolicyMember> for Member<'a> {
    fn from(member: &'a PolicyMember) -> Self {
        Self {
            account: member.account,
            domain: member.primary.domain(),
            groups: &member.groups,
            kind: member.kind,
        }
    }
}
