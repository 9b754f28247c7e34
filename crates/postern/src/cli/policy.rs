//! `postern policy …`: the numbers of the rules.

use std::collections::BTreeMap;

use anyhow::Context;
use hyper::Method;
use postern_core::policy::Policies;
use postern_text::key;
use postern_web::api::v1::policies::{PolicyList, SetBody};

use super::args::Policy;
use super::client::Client;
use super::exit::Outcome;
use super::out;
use crate::policy_file;

pub async fn run(client: &Client, args: &Policy) -> Outcome {
    match args {
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
    }
}

async fn show(client: &Client) -> Outcome {
    let list: PolicyList = client.get("/policies").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    let head = [key::CLI_HEAD_POLICY, key::CLI_HEAD_VALUE, key::CLI_HEAD_DEFAULT, key::CLI_HEAD_BOUNDS];
    let rows = list.values.into_iter().map(|value| {
        let bounds = format!("{} - {}", value.min, value.max);
        [value.name, value.value.to_string(), value.default.to_string(), bounds]
    });
    out::table(head.map(|key| talk.label(key)), rows.collect())
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
    let mut policies = Policies::default();
    for value in &list.values {
        policies.set(&value.name, &value.value.to_string()).context("the server has another version")?;
    }
    out::raw(&policy_file::write(&policies))
}
