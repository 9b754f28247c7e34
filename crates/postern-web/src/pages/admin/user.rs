//! `/admin/users/{id}`: one account. Above, what is open on it, each with the button that ends it; below, tabs.
//!
//! **Map.** [`summary`]: how it stands. [`sign_ins`]: who signed in or did not. [`sending`]: what it sends, its queue.
//! [`access`]: devices and sources. [`audit`]: what was done about it. A tab is an address of its own.

mod access;
mod audit;
mod sending;
mod sign_ins;
mod summary;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::diagnosis::NextStep;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_engine::queries::Why;
use postern_text::{Key, key};
use serde::Deserialize;

use super::accounts::{name_of, open_of};
use super::admins::domain_words;
use super::next_step;
use super::page_error::PageError;
use super::session::Admin;
use super::shell::Shell;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct UserQuery {
    /// Which tab.
    #[serde(default)]
    pub tab: String,
    /// How far back the picture goes.
    #[serde(default)]
    pub range: String,
    /// Where a further page of sign-ins begins.
    #[serde(default)]
    pub before: String,
}

/// A tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Summary,
    SignIns,
    Sending,
    Access,
    Audit,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Summary, Self::SignIns, Self::Sending, Self::Access, Self::Audit];

    const fn code(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::SignIns => "sign-ins",
            Self::Sending => "sending",
            Self::Access => "access",
            Self::Audit => "audit",
        }
    }

    const fn name(self) -> Key {
        match self {
            Self::Summary => key::USER_TAB_SUMMARY,
            Self::SignIns => key::USER_TAB_SIGN_INS,
            Self::Sending => key::USER_TAB_SENDING,
            Self::Access => key::USER_TAB_ACCESS,
            Self::Audit => key::USER_TAB_AUDIT,
        }
    }
}

#[derive(Template)]
#[template(path = "admin/user.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    facts: Vec<String>,
    open: Vec<Open>,
    clear: Option<String>,
    may_reset: bool,
    may_block: bool,
    may_contain: bool,
    may_roles: bool,
    tab: Tab,
    /// The tab's content, HTML already.
    content: String,
}

/// An open restriction with the button that ends it.
struct Open {
    restriction: Restriction,
    door: &'static str,
    state: String,
    reason: String,
    actor: String,
    button: Option<(String, Key)>,
}

/// `GET /admin/users/{id}`
pub async fn show(
    admin: Admin,
    Path(id): Path<String>,
    query: Result<Query<UserQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    let tab = Tab::ALL.into_iter().find(|tab| tab.code() == query.tab).unwrap_or_default();
    let account = admin.account(&id).await?;
    let why = admin.engine.why(account.id).await.map_err(PageError::unread(&admin))?;
    let why = why.ok_or_else(|| PageError::not_found(&admin))?;
    let name = name_of(&account);
    let shell = Shell::new(&admin, None, name.clone());
    let content = match tab {
        Tab::Summary => summary::content(&admin, &shell, &why, &query.range).await?,
        Tab::SignIns => sign_ins::content(&admin, &shell, &account, &query.before).await?,
        Tab::Sending => sending::content(&admin, &shell, &why).await?,
        Tab::Access => access::content(&admin, &shell, &why).await?,
        Tab::Audit => audit::content(&admin, &shell, &account).await?,
    };
    let open = open(&admin, &account, &why).await;
    let page = Page {
        clear: open.is_empty().then(|| admin.words.state_clear(&account.primary)),
        facts: facts(&admin, &account),
        may_reset: admin.is_allowed(CommandKind::SetPassword) && !account.is_gate_only,
        may_block: admin.is_allowed(CommandKind::BlockSignIn),
        may_contain: may_contain(&admin, &account),
        may_roles: admin.is_allowed(CommandKind::ChangeRoles),
        shell,
        name,
        open,
        tab,
        content,
        account,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// Nobody contains the own account, nor one of a higher role.
fn may_contain(admin: &Admin, account: &Account) -> bool {
    let me = &admin.seen.account;
    let is_mine_to_touch = postern_core::access::may_act_on(&me.roles, &account.roles) && me.id != account.id;
    is_mine_to_touch && admin.is_allowed(CommandKind::Contain)
}

/// Address, kind, further addresses, roles, groups, and who keeps the password.
fn facts(admin: &Admin, account: &Account) -> Vec<String> {
    let words = admin.words;
    let mut facts = vec![account.primary.to_string(), words.account_kind(account.kind)];
    let joined = |names: Vec<String>| names.join(", ");
    if !account.aliases.is_empty() {
        let names = joined(account.aliases.iter().map(ToString::to_string).collect());
        facts.push(words.say(key::USER_ALIASES, &[("names", (&names).into())]));
    }
    if !account.roles.is_empty() {
        let names = joined(account.roles.iter().map(|&role| words.role(role)).collect());
        facts.push(words.say(key::USER_ROLES, &[("names", (&names).into())]));
        facts.extend(domain_words(words, &account.reach));
    }
    facts.extend((!account.groups.is_empty()).then(|| account.groups.join(", ")));
    facts.extend(account.is_gate_only.then(|| words.say(key::CLI_GATE_ONLY, &[])));
    facts
}

async fn open(admin: &Admin, account: &Account, why: &Why) -> Vec<Open> {
    let words = admin.words;
    let zone = &admin.engine.site().time_zone;
    let rows = why.open.iter().map(|row| row.restriction.clone()).collect();
    let mut open = Vec::new();
    for restriction in open_of(rows, |row| row.is_in_force(why.at)) {
        let actor = admin.actor_name(&restriction.actor).await;
        open.push(Open {
            door: door(&restriction),
            state: words.state(&account.primary, &restriction, zone),
            reason: words.restriction_reason(&restriction.reason),
            actor: words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
            button: button(admin, account, &restriction),
            restriction,
        });
    }
    open
}

/// The mark of a closed door: a keyhole where a rule did it, a bar where a person did, half where it only slows.
fn door(restriction: &Restriction) -> &'static str {
    match restriction.kind {
        RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed => "half",
        RestrictionKind::PasswordChangeRequired | RestrictionKind::ProtocolOff(_) => "half",
        RestrictionKind::SignInLocked
        | RestrictionKind::SignInBlocked
        | RestrictionKind::SendingRestricted
        | RestrictionKind::AddressBlock => match restriction.origin {
            postern_core::restriction::Origin::Rule => "locked",
            postern_core::restriction::Origin::Person | postern_core::restriction::Origin::Api => "barred",
        },
    }
}

/// Where its end is asked for, as far as this admin may.
fn button(admin: &Admin, account: &Account, restriction: &Restriction) -> Option<(String, Key)> {
    match restriction.kind {
        // The block stands below, with the source.
        RestrictionKind::AddressBlock => None,
        RestrictionKind::SignInLocked
        | RestrictionKind::SignInBlocked
        | RestrictionKind::SendingSlowed
        | RestrictionKind::SendingRestricted
        | RestrictionKind::SendingProposed
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::ProtocolOff(_) => next_step::button(admin, account, NextStep::ending(restriction)),
    }
}
