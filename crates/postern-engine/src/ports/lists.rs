//! Which accounts, restrictions and audit rows a list asks for, and the rows that are answered.

use postern_core::account::Account;
use postern_core::event::EventKind;
use postern_core::fold::fold;
use postern_core::ids::{AccountId, EventId, RestrictionId};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Evidence, Reason, Restriction, RestrictionKind};
use postern_core::time::Timestamp;

/// In which order accounts come, and for orders other than that of addresses where a page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AccountOrder {
    /// By primary address; [`AccountPage::after`] says where a page begins.
    #[default]
    Address,
    /// By the name that people see: folded, the address where there is none; of equal ones by id.
    Name {
        /// Only accounts later than this name and id.
        after: Option<(String, AccountId)>,
    },
    /// By when they were made, the oldest first; of equal ones by id.
    Created {
        /// Only accounts later than this.
        after: Option<(Timestamp, AccountId)>,
    },
}

impl AccountOrder {
    /// The same order, for a page that begins after this account.
    #[must_use]
    pub fn behind(&self, account: &Account) -> Self {
        match self {
            Self::Address => Self::Address,
            Self::Name { .. } => {
                let name = match account.display_name.as_str() {
                    "" => account.primary.to_string(),
                    name => fold(name),
                };
                Self::Name { after: Some((name, account.id)) }
            }
            Self::Created { .. } => Self::Created { after: Some((account.created, account.id)) },
        }
    }
}

/// Which accounts.
#[derive(Clone, Debug, Default)]
pub struct AccountPage {
    /// Folded text to search in addresses, aliases and display names; empty for all.
    pub search: String,
    /// In the order of addresses: only accounts that come later than this primary address.
    pub after: Option<AccountName>,
    /// In which order, from its beginning.
    pub order: AccountOrder,
    /// The order is the reverse one.
    pub is_descending: bool,
    /// Only these.
    pub only: Option<Vec<AccountId>>,
    /// Only those inside.
    pub reach: Reach,
    /// At most so many rows.
    pub limit: u32,
}

/// Which restrictions.
#[derive(Clone, Debug, Default)]
pub struct RestrictionFilter {
    /// Only of this account.
    pub account: Option<AccountId>,
    /// Only of these kinds; empty for all.
    pub kinds: Vec<RestrictionKind>,
    /// Folded text to search in addresses, aliases and display names; empty for all.
    pub search: String,
    /// Ended ones too.
    pub with_ended: bool,
    /// Only rows on an account, or on an account at a network.
    pub of_accounts: bool,
    /// Only of accounts inside; unless that is all domains, nothing that is on no account.
    pub reach: Reach,
    /// Only of this id.
    pub id: Option<RestrictionId>,
    /// Only those that began before this one, or with it and have a smaller id.
    pub before: Option<(Timestamp, RestrictionId)>,
    /// At most so many rows, newest first.
    pub limit: u32,
}

/// A restriction with how it ended and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestrictionRow {
    /// The restriction.
    pub restriction: Restriction,
    /// The account's primary address and display name, if it is on an account that still exists.
    pub account: Option<(AccountName, String)>,
    /// When, by whom and why it ended.
    pub ended: Option<(Timestamp, Actor, String)>,
}

/// By whom audit rows are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditBy {
    /// By people and programs; what rules and time did is left out.
    PeopleAndPrograms,
    /// By one of these, of which there are a few.
    OneOf(Vec<Actor>),
}

/// Which audit rows.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// Only about this account.
    pub account: Option<AccountId>,
    /// Only about accounts inside; unless that is all domains, nothing that is about no account.
    pub reach: Reach,
    /// Only by them.
    pub by: Option<AuditBy>,
    /// Only of this kind.
    pub event: Option<EventKind>,
    /// Only at this time or later.
    pub since: Option<Timestamp>,
    /// Only before this time.
    pub until: Option<Timestamp>,
    /// Only older than this row.
    pub before: Option<(Timestamp, EventId)>,
    /// At most so many rows, newest first.
    pub limit: u32,
}

/// One audit row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its id.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Why, in the actor's words.
    pub note: String,
    /// What: the event's code.
    pub code: String,
    /// About which account.
    pub account: Option<AccountId>,
    /// The account's primary address now, or at its deletion.
    pub account_name: Option<AccountName>,
    /// The event's further values, as JSON text.
    pub detail: String,
    /// Why a restriction began, where the row says that and this version can read it.
    pub reason: Option<Reason>,
    /// What was seen, in the same way.
    pub evidence: Vec<Evidence>,
}
