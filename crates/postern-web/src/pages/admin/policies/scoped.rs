//! `/admin/policies/scoped`: policies of sending for some accounts, in the order in which they are tried, and one of them:
//! for whom it is, what it sets otherwise than the site's own, and when it ends. [`form`] asks for one, [`preview`] shows
//! whom it would touch and puts it, [`remove`] takes it away, [`mailing`] is one for a single account and a while.

pub mod form;
pub mod mailing;
pub mod preview;
pub mod remove;
pub mod typed;

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use postern_core::command::CommandKind;
use postern_core::policy::scoped::{Conditions, ScopedPolicy};
use postern_core::time::Timestamp;
use postern_text::key;
use postern_text::policy_values::{PolicyValueWords, words_of};

use super::super::page_error::PageError;
use super::super::session::Admin;
use super::super::shell::{Shell, root_of};
use super::{Tab, shell, value_in};
use crate::pages::Tell;

/// Most names of one sort that a page shows of a condition.
const NAMES_SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "admin/scoped.html")]
struct Page {
    shell: Shell,
    lede: String,
    tab: Tab,
    rows: Vec<Row>,
    may_change: bool,
}

/// One policy in the list.
struct Row {
    name: String,
    priority: String,
    whom: Vec<String>,
    except: Vec<String>,
    sets: String,
    accounts: String,
    until: Option<Timestamp>,
}

#[derive(Template)]
#[template(path = "admin/scoped_one.html")]
struct One {
    shell: Shell,
    row: Row,
    accounts: String,
    values: Vec<Value>,
    may_change: bool,
}

/// A value that a policy sets, and the site's.
pub(super) struct Value {
    pub(super) words: &'static PolicyValueWords,
    pub(super) value: String,
    pub(super) site: String,
}

/// `GET /admin/policies/scoped`
pub async fn list(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let shell = shell(&admin, admin.words.t(key::SCOPED_TITLE));
    let counts = admin.engine.accounts_by_policy();
    let mut rows = Vec::new();
    for (at, policy) in admin.engine.scoped_policies().in_order().iter().enumerate() {
        rows.push(row(&admin, &shell, policy, counts.get(at).copied().unwrap_or(0)).await?);
    }
    let page = Page {
        lede: if rows.is_empty() {
            admin.words.t(key::POLICIES_NONE)
        } else {
            admin.words.say(key::SCOPED_LEDE, &[("count", rows.len().into())])
        },
        tab: Tab::Scoped,
        may_change: admin.is_allowed(CommandKind::ChangePolicy),
        rows,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// `GET /admin/policies/scoped/of/{name}`
pub async fn one(admin: Admin, Path(name): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let policies = admin.engine.scoped_policies();
    let at = policies.in_order().iter().position(|policy| policy.name == name);
    let at = at.ok_or_else(|| PageError::not_found(&admin))?;
    let policy = &policies.in_order()[at];
    let count = admin.engine.accounts_by_policy().get(at).copied().unwrap_or(0);
    let shell = shell(&admin, policy.name.clone());
    let page = One {
        row: row(&admin, &shell, policy, count).await?,
        accounts: admin.words.say(key::SCOPED_HELD_BY, &[("count", count.into())]),
        values: values(&admin, policy),
        may_change: admin.is_allowed(CommandKind::ChangePolicy),
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// `GET` of an address that answers a form, as after a change of the language: what was typed is gone, so back to the list.
pub async fn back(admin: Admin) -> Redirect {
    Redirect::to(&format!("{}{}/policies/scoped", root_of(&admin.engine), super::super::PREFIX))
}

/// What the policy sets, beside the site's own.
pub(super) fn values(admin: &Admin, policy: &ScopedPolicy) -> Vec<Value> {
    let (site, zone) = (admin.engine.policies(), &admin.engine.site().time_zone);
    let value = |(name, value): &(&'static str, u64)| {
        let words = words_of(name)?;
        let amount = |value| admin.words.policy_amount(words.unit, value, zone);
        Some(Value { words, value: amount(*value), site: amount(value_in(&site, name)) })
    };
    policy.values.iter().filter_map(value).collect()
}

async fn row(admin: &Admin, shell: &Shell, policy: &ScopedPolicy, count: usize) -> Result<Row, PageError> {
    Ok(Row {
        name: policy.name.clone(),
        priority: shell.number(policy.priority.into()),
        whom: named(admin, &policy.scope.conditions).await?,
        except: named(admin, &policy.scope.exceptions).await?,
        sets: admin.words.say(key::POLICY_PRESET_CHANGES, &[("count", policy.values.len().into())]),
        accounts: shell.number(count as u64),
        until: policy.until,
    })
}

/// Whom a side of a scope names, a line for each sort. Deleted accounts are left out: nobody is meant by them any more.
pub(super) async fn named(admin: &Admin, side: &Conditions) -> Result<Vec<String>, PageError> {
    let mut users = Vec::new();
    for &account in side.accounts.iter().take(NAMES_SHOWN) {
        let found = admin.engine.store().account(account).await.map_err(PageError::unread(admin))?;
        users.extend(found.map(|account| account.primary.to_string()));
    }
    let kinds = side.kinds.iter().map(|&kind| admin.words.account_kind(kind)).collect();
    let sorts = [
        (key::SCOPED_USERS, users, side.accounts.len()),
        (key::AUDIT_GROUPS, side.groups.clone(), side.groups.len()),
        (key::SCOPED_DOMAINS, side.domains.clone(), side.domains.len()),
        (key::SCOPED_KINDS, kinds, side.kinds.len()),
    ];
    let line = |(label, mut names, all): (postern_text::Key, Vec<String>, usize)| {
        names.truncate(NAMES_SHOWN);
        if names.is_empty() {
            return None;
        }
        if all > NAMES_SHOWN {
            names.push(admin.words.say(key::USERS_MORE, &[("count", (all - NAMES_SHOWN).into())]));
        }
        let names = names.join(", ");
        let label = admin.words.t(label);
        Some(admin.words.say(key::SCOPED_SORT, &[("sort", (&label).into()), ("names", (&names).into())]))
    };
    Ok(sorts.into_iter().filter_map(line).collect())
}
