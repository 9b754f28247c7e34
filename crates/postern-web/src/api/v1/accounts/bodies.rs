//! The bodies and queries of accounts.

use postern_core::account::Account;
use postern_core::name::AccountName;
use postern_engine::queries::AccountLine;
use serde::{Deserialize, Serialize};

use crate::api::v1::suspicion::SuspicionView;
use crate::api::v1::time::When;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AccountView {
    /// Never changes, as in `7K2M9-QX4TB`.
    pub id: String,
    /// Primary address.
    pub address: String,
    /// Further names.
    pub aliases: Vec<String>,
    /// The person's or mailbox's name.
    pub display_name: String,
    /// `en`, `sv`, `lv`, `sl`, `nb` or `el`.
    pub language: String,
    /// `person`, `shared_mailbox` or `application`.
    pub kind: String,
    /// Roles in Postern.
    pub roles: Vec<String>,
    /// The domains whose accounts the roles are for; absent for all domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_domains: Vec<String>,
    /// Groups.
    pub groups: Vec<String>,
    /// Its password is kept by somebody else.
    pub is_gate_only: bool,
    /// When it was first known.
    pub created: When,
    /// How it stands; only in a list that was asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<AccountStandingView>,
    /// Its suspicion score; only where one account is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspicion: Option<SuspicionView>,
}

/// How an account stands, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AccountStandingView {
    /// What is in force on it, what closes a door before what does not.
    pub restrictions: Vec<OpenView>,
    /// When somebody last signed in, as far as it is remembered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sign_in: Option<When>,
    /// Wrong passwords and attempts that a lock or block refused, within 24 hours.
    pub failed_day: u64,
    /// Recipients within 24 hours, as the limit counts them.
    pub sent_day: u64,
    /// The hard cap of that number.
    pub sent_max: u64,
}

/// A restriction in force, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct OpenView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// When it ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
}

/// An account, as other bodies name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AccountRef {
    /// Never changes.
    pub id: String,
    /// Primary address.
    pub address: String,
    /// The person's or mailbox's name.
    pub display_name: String,
}

/// A page of accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AccountList {
    /// By address.
    pub accounts: Vec<AccountView>,
    /// Where the next page is; absent on the last one. A page may be shorter than asked for all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which accounts.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListQuery {
    /// Part of an address, alias or name; case and diacritics do not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// `all`, `locked`, `restricted`, `blocked` or `never` (no sign-in is remembered): the views of Active users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
    /// By address from the end.
    #[serde(default)]
    pub descending: bool,
    /// Say of each how it stands.
    #[serde(default)]
    pub standing: bool,
    /// Where to go on: the cursor in the `next` of an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What a person called an account.
#[derive(Clone, Debug, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FindQuery {
    /// An id, an address, an alias, or part of one or of a name.
    pub text: String,
}

/// A new account. It may hold a password, so it is never shown for debugging.
#[derive(Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccountBody {
    /// Primary address.
    pub address: String,
    /// Further names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The person's or mailbox's name.
    #[serde(default)]
    pub display_name: String,
    /// Language code; `en` when absent.
    #[serde(default)]
    pub language: Option<String>,
    /// Kind; `person` when absent.
    #[serde(default)]
    pub kind: Option<String>,
    /// Roles.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The domains whose accounts the roles are for; none: all domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_domains: Vec<String>,
    /// Groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Its password is kept by somebody else.
    #[serde(default)]
    pub is_gate_only: bool,
    /// A hash in Dovecot's scheme notation, for imports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_hash: Option<String>,
    /// Its first password itself; hashed by the server, kept by nobody. Not for imports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// Set it although it is against the rules: for an application, with a reason.
    #[serde(default)]
    pub allow_weak: bool,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// New values; an absent key leaves the value alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeBody {
    /// The person's or mailbox's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Language code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// All roles it shall hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// The domains whose accounts its roles shall be for; an empty list: all domains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_domains: Option<Vec<String>>,
    /// All groups it shall be in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// Another primary address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameBody {
    /// The new address.
    pub to: String,
    /// The old address stays as an alias.
    #[serde(default)]
    pub keep_old_as_alias: bool,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// A further name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AliasBody {
    /// The name.
    pub alias: String,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// A new password.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordBody {
    /// The password itself; hashed by the server, kept by nobody.
    pub password: String,
    /// Set it although it is against the rules: for an application, with a reason.
    #[serde(default)]
    pub allow_weak: bool,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// A reason in the query, for deletions.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ReasonQuery {
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

impl From<&Account> for AccountView {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.to_string(),
            address: account.primary.to_string(),
            aliases: account.aliases.iter().map(AccountName::to_string).collect(),
            display_name: account.display_name.clone(),
            language: account.language.code().to_owned(),
            kind: account.kind.code().to_owned(),
            roles: account.roles.iter().map(|role| role.code().to_owned()).collect(),
            role_domains: account.reach.domains().to_vec(),
            groups: account.groups.clone(),
            is_gate_only: account.is_gate_only,
            created: account.created.into(),
            standing: None,
            suspicion: None,
        }
    }
}

impl From<&AccountLine> for AccountStandingView {
    fn from(line: &AccountLine) -> Self {
        let open = |row: &postern_core::restriction::Restriction| OpenView {
            id: row.id.to_string(),
            kind: row.kind.code().to_owned(),
            until: row.until.map(When::from),
        };
        Self {
            restrictions: line.open.iter().map(open).collect(),
            last_sign_in: line.last_sign_in.map(When::from),
            failed_day: line.failed_day,
            sent_day: line.sent_day,
            sent_max: line.sent_max,
        }
    }
}

impl From<&Account> for AccountRef {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.to_string(),
            address: account.primary.to_string(),
            display_name: account.display_name.clone(),
        }
    }
}
