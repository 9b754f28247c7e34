//! An account: who it is and which restrictions are open on it.

use crate::app_password::AppPassword;
use crate::ids::AccountId;
use crate::incident::Incident;
use crate::name::AccountName;
use crate::reach::Reach;
use crate::restriction::{Restriction, RestrictionKind};
use crate::time::Timestamp;

/// What an account is for. The rules of sending differ: an application has no novelty rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountKind {
    /// Somebody's own account.
    Person,
    /// A mailbox that several people use.
    SharedMailbox,
    /// A program that signs in and sends.
    Application,
}

/// What a person may do in Postern (DESIGN section 10, 5). Most accounts have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads everything, changes nothing.
    Auditor,
    /// Unlocks, resets people who are not admins, unblocks unless a compromise is confirmed.
    Helpdesk,
    /// Restricts, blocks and releases.
    Responder,
    /// Creates, renames and deletes accounts.
    UserAdmin,
    /// Everything.
    GlobalAdmin,
}

/// The six languages that Postern speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English
    #[default]
    En,
    /// Swedish
    Sv,
    /// Latvian
    Lv,
    /// Slovenian
    Sl,
    /// Norwegian Bokmål
    Nb,
    /// Greek
    El,
}

macro_rules! codes {
    ($type:ty { $($variant:path => $code:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the code.
            pub const ALL: &'static [$type] = &[$($variant),+];

            /// The word that files, the API and the command line use.
            pub const fn code(self) -> &'static str {
                match self { $($variant => $code),+ }
            }

            /// Reads the word back.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some($variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use codes;

codes!(AccountKind {
    AccountKind::Person => "person",
    AccountKind::SharedMailbox => "shared_mailbox",
    AccountKind::Application => "application",
});

codes!(Role {
    Role::Auditor => "auditor",
    Role::Helpdesk => "helpdesk",
    Role::Responder => "responder",
    Role::UserAdmin => "user_admin",
    Role::GlobalAdmin => "global_admin",
});

codes!(Language {
    Language::En => "en",
    Language::Sv => "sv",
    Language::Lv => "lv",
    Language::Sl => "sl",
    Language::Nb => "nb",
    Language::El => "el",
});

/// An account as the directory knows it. The password is not part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Never changes.
    pub id: AccountId,
    /// The address it is known by.
    pub primary: AccountName,
    /// Further names it may sign in and send with.
    pub aliases: Vec<AccountName>,
    /// The person's or mailbox's name, at most [`DISPLAY_NAME_BYTES_MAX`] bytes.
    pub display_name: String,
    /// The language we write to it in.
    pub language: Language,
    /// Person, shared mailbox or application.
    pub kind: AccountKind,
    /// What it may do in Postern.
    pub roles: Vec<Role>,
    /// Upon whom; all domains where it holds no role.
    pub reach: Reach,
    /// Groups, for policies.
    pub groups: Vec<String>,
    /// Its password is kept by somebody else: we know it from traffic and do not export it.
    pub is_gate_only: bool,
    /// When we first knew it.
    pub created: Timestamp,
}

/// Longest display name in bytes.
pub const DISPLAY_NAME_BYTES_MAX: usize = 256;
/// Most aliases of one account.
pub const ALIASES_MAX: usize = 100;
/// Most groups of one account.
pub const GROUPS_MAX: usize = 100;

impl Account {
    /// Whether it holds any role.
    pub fn is_admin(&self) -> bool {
        !self.roles.is_empty()
    }
}

/// An account together with what stands open on it: all that [`crate::handle`] needs to decide.
#[derive(Clone, Debug)]
pub struct AccountFacts {
    /// The account.
    pub account: Account,
    /// Its open restrictions.
    pub open: Vec<Restriction>,
    /// Its app passwords.
    pub app_passwords: Vec<AppPassword>,
    /// Its incident that is not closed.
    pub incident: Option<Incident>,
    /// No other account holds [`Role::GlobalAdmin`].
    pub is_last_global_admin: bool,
}

impl AccountFacts {
    /// The open restrictions of one kind.
    pub fn open_of(&self, kind: RestrictionKind) -> impl Iterator<Item = &Restriction> {
        self.open.iter().filter(move |restriction| restriction.kind == kind)
    }
}
