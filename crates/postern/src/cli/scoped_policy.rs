//! `postern policy list|put|remove|explain`: policies of sending for some accounts.

use std::collections::BTreeMap;

use hyper::Method;
use postern_core::policy::presets::Preset;
use postern_core::policy::scoped::ScopedPolicy;
use postern_text::key;
use postern_web::api::v1::scoped_policies::{
    ConditionsView, ExplainedPolicyView, PutBody, ScopedPolicyList, ScopedPolicyView,
};

use super::args::{PutArgs, UserArg};
use super::client::{Client, escaped, query};
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{out, until, who};

pub async fn list(client: &Client) -> Outcome {
    let list: ScopedPolicyList = client.get("/policies/scoped").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.policies.is_empty() {
        return out::line(&talk.label(key::POLICIES_NONE));
    }
    let head = [
        key::POLICIES_HEAD_PRIORITY,
        key::POLICIES_HEAD_NAME,
        key::POLICIES_HEAD_FOR,
        key::POLICIES_HEAD_EXCEPT,
        key::POLICIES_HEAD_SETS,
        key::POLICIES_HEAD_ACCOUNTS,
    ]
    .map(|key| talk.label(key));
    let [priority, name, whom, except, sets_values, accounts] = head;
    let until = talk.head_of_times(key::POLICIES_HEAD_UNTIL);
    let head = [priority, name, whom, except, sets_values, accounts, until];
    let rows = list.policies.iter().map(|policy| {
        [
            policy.priority.to_string(),
            policy.name.clone(),
            named(&policy.conditions),
            named(&policy.exceptions),
            sets(policy),
            policy.accounts.to_string(),
            policy.until.as_ref().map_or_else(String::new, |until| talk.time(until)),
        ]
    });
    out::table(head, rows.collect())?;
    out::line("")?;
    out::line(&talk.label(key::POLICIES_LAST))
}

pub async fn put(client: &Client, args: &PutArgs) -> Outcome {
    let body = PutBody {
        priority: args.priority,
        conditions: ConditionsView {
            users: args.users.clone(),
            groups: args.groups.clone(),
            domains: args.domains.clone(),
            kinds: args.kinds.clone(),
        },
        exceptions: ConditionsView {
            users: args.except_users.clone(),
            groups: args.except_groups.clone(),
            domains: args.except_domains.clone(),
            kinds: args.except_kinds.clone(),
        },
        values: values(client.talk(), args)?,
        until: until::read(args.until.until.as_deref(), client.talk())?,
        reason: args.reason.reason.clone(),
    };
    let list: ScopedPolicyList = client.send(Method::PUT, &path(&args.name), &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    let now = list.policies.iter().find(|policy| policy.name == args.name);
    let accounts = now.map_or(0, |policy| policy.accounts) as u64;
    out::line(&talk.say(key::POLICIES_PUT, &[("name", (&args.name).into()), ("count", accounts.into())]))
}

/// The preset's values, if one is named, and over them what is set by hand.
fn values(talk: &Talk, args: &PutArgs) -> Result<BTreeMap<String, u64>, Failure> {
    let mut values = BTreeMap::new();
    if let Some(named) = &args.preset {
        let preset = Preset::from_code(named).ok_or_else(|| {
            let sentence = talk.say(key::POLICIES_ERROR_NO_PRESET, &[("name", named.into())]);
            Failure::new(Exit::Usage, sentence)
        })?;
        values.extend(preset.values().map(|(name, value)| (name.to_owned(), value)));
    }
    for (name, value) in &args.values {
        let full = ScopedPolicy::value_name(name).map_or_else(|_| name.clone(), ToOwned::to_owned);
        values.insert(full, *value);
    }
    Ok(values)
}

pub async fn remove(client: &Client, name: &str, reason: &str) -> Outcome {
    let path = format!("{}{}", path(name), query(&[("reason", Some(reason))]));
    let list: ScopedPolicyList = client.delete(&path).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    out::line(&talk.say(key::POLICIES_REMOVED, &[("name", name.into())]))
}

pub async fn explain(client: &Client, user: &UserArg) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let explained: ExplainedPolicyView = client.get(&format!("/accounts/{}/policy", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&explained);
    }
    out::line(&which(talk, &account.address, &explained))?;
    out::line("")?;
    let head = [key::CLI_HEAD_POLICY, key::CLI_HEAD_VALUE, key::POLICIES_HEAD_SITE];
    let rows = explained.values.iter().map(|value| {
        let site = if value.site == value.value { String::new() } else { value.site.to_string() };
        [value.name.clone(), value.value.to_string(), site]
    });
    out::table(head.map(|key| talk.label(key)), rows.collect())
}

fn which(talk: &Talk, user: &str, explained: &ExplainedPolicyView) -> String {
    match &explained.policy {
        Some(name) => talk.say(key::POLICIES_HAS, &[("user", user.into()), ("name", name.into())]),
        None => talk.say(key::POLICIES_HAS_SITE, &[("user", user.into())]),
    }
}

pub fn path(name: &str) -> String {
    format!("/policies/scoped/{}", escaped(name))
}

/// Everything that a condition names, as the options that would say it.
fn named(side: &ConditionsView) -> String {
    let ConditionsView { users, groups, domains, kinds } = side;
    let sort = |name: &'static str, all: &[String]| {
        all.iter().map(|one| format!("{name} {one}")).collect::<Vec<_>>()
    };
    [sort("user", users), sort("group", groups), sort("domain", domains), sort("kind", kinds)]
        .concat()
        .join(", ")
}

fn sets(policy: &ScopedPolicyView) -> String {
    let values = policy.values.iter();
    values.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
}
