//! `postern policy …`: the numbers of the rules. Policies for some accounts are in `scoped_policy`.

use std::collections::BTreeMap;

use anyhow::Context;
use hyper::Method;
use postern_core::policy::{Policies, presets};
use postern_text::{Key, key};
use postern_web::api::v1::policies::{ApplyBody, PolicyList, PresetList, PresetView, SetBody};

use super::args::{Policy, Preset};
use super::client::{Client, escaped};
use super::exit::Outcome;
use super::talk::Talk;
use super::{mailing, out, policy_try, scoped_policy};
use crate::config::Config;
use crate::policy_file;

pub async fn run(client: &Client, config: Option<&Config>, args: &Policy) -> Outcome {
    match args {
        Policy::Try(args) => policy_try::run(client, config, args).await,
        Policy::Show => show(client).await,
        Policy::Set { name, value, reason } => {
            let values = BTreeMap::from([(name.clone(), *value)]);
            set(client, values, &reason.reason).await
        }
        Policy::Import { file, reason } => {
            let policies = policy_file::load(file)?;
            let values =
                policies.values().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            set(client, values, &reason.reason).await
        }
        Policy::Export => export(client).await,
        Policy::List => scoped_policy::list(client).await,
        Policy::Put(args) => scoped_policy::put(client, args).await,
        Policy::Mailing(args) => mailing::plan(client, args).await,
        Policy::Remove { name, reason } => scoped_policy::remove(client, name, &reason.reason).await,
        Policy::Explain(user) => scoped_policy::explain(client, user).await,
        Policy::Preset(Preset::List) => presets(client).await,
        Policy::Preset(Preset::Show { name }) => preset(client, name).await,
        Policy::Preset(Preset::Apply { name, dry_run: true, reason: _ }) => would_apply(client, name).await,
        Policy::Preset(Preset::Apply { name, dry_run: false, reason }) => apply(client, name, reason).await,
    }
}

async fn presets(client: &Client) -> Outcome {
    let list: PresetList = client.get("/policies/presets").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    for preset in &list.presets {
        out::line(&named(talk, preset))?;
    }
    Ok(())
}

/// A preset's name with what it stands for.
fn named(talk: &Talk, preset: &PresetView) -> String {
    let about = presets::Preset::from_code(&preset.name).map(|known| talk.words().preset(known));
    format!("{}: {}", preset.name, about.unwrap_or_default())
}

async fn preset(client: &Client, name: &str) -> Outcome {
    let preset: PresetView = client.get(&preset_path(name)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&preset);
    }
    out::line(&named(talk, &preset))?;
    let head = [key::CLI_HEAD_POLICY, key::CLI_HEAD_VALUE];
    let rows = preset.values.iter().map(|(name, value)| [name.clone(), value.to_string()]);
    out::table(head.map(|key| talk.label(key)), rows.collect())?;
    differences(talk, &preset, key::POLICY_WOULD_CHANGE)
}

async fn would_apply(client: &Client, name: &str) -> Outcome {
    let preset: PresetView = client.get(&preset_path(name)).await?;
    if client.talk().json {
        return out::json(&preset);
    }
    differences(client.talk(), &preset, key::POLICY_WOULD_CHANGE)
}

async fn apply(client: &Client, name: &str, reason: &str) -> Outcome {
    let body = ApplyBody { reason: reason.to_owned() };
    let preset: PresetView = client.send(Method::POST, &preset_path(name), &body).await?;
    if client.talk().json {
        return out::json(&preset);
    }
    differences(client.talk(), &preset, key::CLI_POLICY_SET)
}

fn preset_path(name: &str) -> String {
    format!("/policies/presets/{}", escaped(name))
}

/// A line for each value that differs, or that none does.
fn differences(talk: &Talk, preset: &PresetView, key: Key) -> Outcome {
    if preset.differences.is_empty() {
        return out::line(&talk.say(key::POLICY_NOTHING_DIFFERS, &[]));
    }
    for value in &preset.differences {
        let arguments =
            [("name", (&value.name).into()), ("from", value.from.into()), ("to", value.to.into())];
        out::line(&talk.say(key, &arguments))?;
    }
    Ok(())
}

async fn show(client: &Client) -> Outcome {
    let list: PolicyList = client.get("/policies").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    let head = [key::CLI_HEAD_POLICY, key::CLI_HEAD_VALUE, key::CLI_HEAD_DEFAULT, key::CLI_HEAD_BOUNDS];
    let is_sticky = list.values.iter().any(|value| value.name == "sign_in.sticky_locks" && value.value > 0);
    let rows = list.values.into_iter().map(|value| {
        let bounds = format!("{} - {}", value.min, value.max);
        [value.name, value.value.to_string(), value.default.to_string(), bounds]
    });
    out::table(head.map(|key| talk.label(key)), rows.collect())?;
    if is_sticky {
        out::line("")?;
        out::line(&talk.say(key::POLICY_STICKY_WARNING, &[]))?;
    }
    Ok(())
}

async fn set(client: &Client, values: BTreeMap<String, u64>, reason: &str) -> Outcome {
    let before: PolicyList = client.get("/policies").await?;
    let body = SetBody { values, reason: reason.to_owned() };
    let after: PolicyList = client.send(Method::PATCH, "/policies", &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&after);
    }
    for (old, new) in before.values.iter().zip(&after.values).filter(|(old, new)| old.value != new.value) {
        let arguments = [("name", (&new.name).into()), ("from", old.value.into()), ("to", new.value.into())];
        out::line(&talk.say(key::CLI_POLICY_SET, &arguments))?;
    }
    Ok(())
}

async fn export(client: &Client) -> Outcome {
    let list: PolicyList = client.get("/policies").await?;
    if client.talk().json {
        return out::json(&list);
    }
    out::raw(&policy_file::write(&policies_of(&list)?))
}

/// The policy that a server lists.
pub fn policies_of(list: &PolicyList) -> anyhow::Result<Policies> {
    let mut policies = Policies::default();
    for value in &list.values {
        policies.set(&value.name, &value.value.to_string()).context("the server has another version")?;
    }
    Ok(policies)
}
