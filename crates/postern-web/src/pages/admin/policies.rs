//! `/admin/policies`: the numbers of the rules by groups, each in words with its unit, its default and what is allowed, and
//! the presets of each door. What differs from the default stands out. [`form`] asks for other numbers, [`preview`] shows
//! what they would change and changes it, [`what_if`] says what may be said of the past, [`trial`] what the limits would have done in it; [`scoped`] are policies for some
//! accounts.

pub mod form;
pub mod preview;
pub mod scoped;
mod trial;
pub mod what_if;

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::policy::presets::{Door, Preset};
use postern_core::policy::{Policies, PolicyValue};
use postern_text::policy_values::{PolicyGroup, PolicyValueWords};
use postern_text::{Key, key};
use serde::Deserialize;

use super::page_error::PageError;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::Tell;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PoliciesQuery {
    /// The code of a [`Tab`].
    #[serde(default)]
    pub tab: String,
}

/// A part of the site's policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Signing in.
    SignIn,
    /// Sending.
    Sending,
    /// The score of compromise, and the mass guard.
    Score,
    /// What is only observed, and what is kept.
    Rest,
    /// Policies for some accounts, which are pages of their own.
    Scoped,
}

impl Tab {
    /// Every tab.
    pub const ALL: [Tab; 5] = [Tab::SignIn, Tab::Sending, Tab::Score, Tab::Rest, Tab::Scoped];

    /// Its name in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Tab::SignIn => "sign-in",
            Tab::Sending => "sending",
            Tab::Score => "score",
            Tab::Rest => "rest",
            Tab::Scoped => "scoped",
        }
    }

    /// Its name for people.
    pub const fn name(self) -> Key {
        match self {
            Tab::SignIn => key::POLICY_TAB_SIGN_IN,
            Tab::Sending => key::USER_TAB_SENDING,
            Tab::Score => key::POLICY_TAB_SCORE,
            Tab::Rest => key::POLICY_TAB_REST,
            Tab::Scoped => key::SCOPED_TAB,
        }
    }

    /// The tab that a group is on.
    pub const fn of(group: PolicyGroup) -> Self {
        match group {
            PolicyGroup::Locks | PolicyGroup::Sources | PolicyGroup::Spray | PolicyGroup::Password => {
                Tab::SignIn
            }
            PolicyGroup::Sending | PolicyGroup::Watched => Tab::Sending,
            PolicyGroup::Score | PolicyGroup::Guard => Tab::Score,
            PolicyGroup::Observe | PolicyGroup::History => Tab::Rest,
        }
    }

    /// Its address, below the admin centre's.
    pub fn path(self) -> String {
        match self {
            Tab::SignIn => "/policies".to_owned(),
            Tab::Scoped => "/policies/scoped".to_owned(),
            Tab::Sending | Tab::Score | Tab::Rest => format!("/policies?tab={}", self.code()),
        }
    }
}

#[derive(Template)]
#[template(path = "admin/policies.html")]
struct Page {
    shell: Shell,
    lede: String,
    tab: Tab,
    groups: Vec<Group>,
    presets: Vec<PresetRow>,
    may_change: bool,
}

/// Some values under one head.
struct Group {
    group: PolicyGroup,
    rows: Vec<Row>,
}

/// One value.
struct Row {
    words: &'static PolicyValueWords,
    value: String,
    default: String,
    range: String,
    differs: bool,
    warning: Option<String>,
}

/// A preset, and how far the policy in force is from it.
struct PresetRow {
    code: &'static str,
    about: String,
    changes: String,
    is_in_force: bool,
}

/// `GET /admin/policies`
pub async fn list(
    admin: Admin,
    query: Result<Query<PoliciesQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let Query(query) = query.unwrap_or_default();
    let tab = Tab::ALL.into_iter().find(|tab| tab.code() == query.tab).unwrap_or(Tab::SignIn);
    let policies = admin.engine.policies();
    let shell = shell(&admin, admin.words.t(key::ADMIN_NAV_POLICIES));
    let differing = Policies::descriptions().filter(|value| value_in(&policies, value.name) != value.default);
    let groups = PolicyGroup::ALL.into_iter().filter(|&group| Tab::of(group) == tab);
    let page = Page {
        lede: admin.words.say(key::POLICY_LEDE, &[("count", differing.count().into())]),
        groups: groups
            .map(|group| Group {
                group,
                rows: group.values().map(|words| row(&shell, words, &policies)).collect(),
            })
            .collect(),
        presets: presets(&admin, tab, &policies),
        may_change: admin.is_allowed(CommandKind::ChangePolicy),
        tab,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

pub(super) fn shell(admin: &Admin, title: String) -> Shell {
    Shell::new(admin, Some(Place::Policies), title)
}

fn row(shell: &Shell, words: &'static PolicyValueWords, policies: &Policies) -> Row {
    let about = about(words.code);
    let value = value_in(policies, words.code);
    let amount = |value| shell.words.policy_amount(words.unit, value, &shell.zone);
    let is_sticky = words.code == "sign_in.sticky_locks" && value > 0;
    Row {
        words,
        value: amount(value),
        default: amount(about.default),
        range: range(shell, words, &about),
        differs: value != about.default,
        warning: is_sticky.then(|| shell.t(key::POLICY_STICKY_WARNING)),
    }
}

/// What is allowed, in words; empty where there is nothing to say of it.
pub(super) fn range(shell: &Shell, words: &PolicyValueWords, about: &PolicyValue) -> String {
    use postern_text::policy_values::PolicyUnit;
    let is_plain = match words.unit {
        PolicyUnit::Switch | PolicyUnit::Moment => false,
        PolicyUnit::Count
        | PolicyUnit::Points
        | PolicyUnit::Seconds
        | PolicyUnit::Milliseconds
        | PolicyUnit::Days
        | PolicyUnit::Percent
        | PolicyUnit::Times => true,
    };
    let amount = |value| shell.words.policy_amount(words.unit, value, &shell.zone);
    let (min, max) = (amount(about.min), amount(about.max));
    let said = || shell.words.tell(key::POLICY_RANGE, &[("min", (&min).into()), ("max", (&max).into())]);
    if is_plain { said() } else { String::new() }
}

/// A value's bounds and default. Every value with words has them: a test of postern-text says so.
pub(super) fn about(code: &str) -> PolicyValue {
    let found = Policies::descriptions().find(|value| value.name == code);
    found.copied().unwrap_or(PolicyValue { name: "", min: 0, max: 0, default: 0 })
}

/// A value of these policies.
pub(super) fn value_in(policies: &Policies, code: &str) -> u64 {
    policies.values().into_iter().find(|(name, _)| *name == code).map_or(0, |(_, value)| value)
}

fn presets(admin: &Admin, tab: Tab, policies: &Policies) -> Vec<PresetRow> {
    let is_here = |preset: &&Preset| {
        let tab_of_door = match preset.door() {
            Door::SigningIn => Tab::SignIn,
            Door::Sending => Tab::Sending,
        };
        tab_of_door == tab
    };
    let row = |&preset: &Preset| {
        let differs = |(name, value): &(&'static str, u64)| value_in(policies, name) != *value;
        let count = preset.values().filter(differs).count();
        PresetRow {
            code: preset.code(),
            about: admin.words.preset(preset),
            changes: admin.words.say(key::POLICY_PRESET_CHANGES, &[("count", count.into())]),
            is_in_force: count == 0,
        }
    };
    Preset::ALL.iter().filter(is_here).map(row).collect()
}
