//! `postern audit list`.

use postern_core::event::EventKind;
use postern_core::restriction::RestrictionKind;
use postern_text::key;
use postern_web::api::v1::audit::{AuditList, AuditView};
use postern_web::api::v1::cursor::cursor_in;
use serde_json::Value;

use super::args::Audit;
use super::client::{Client, query};
use super::exit::Outcome;
use super::talk::Talk;
use super::{out, who};

pub async fn run(client: &Client, args: &Audit) -> Outcome {
    let Audit::List { user, before, limit } = args;
    let account = match user {
        Some(user) => Some(who::find(client, user).await?.id),
        None => None,
    };
    let limit = limit.limit.to_string();
    let query =
        query(&[("account", account.as_deref()), ("cursor", before.as_deref()), ("limit", Some(&limit))]);
    let list: AuditList = client.get(&format!("/audit{query}")).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    let head = [
        key::CLI_HEAD_WHEN,
        key::CLI_HEAD_EVENT,
        key::CLI_HEAD_DETAILS,
        key::CLI_HEAD_ACCOUNT,
        key::CLI_HEAD_WHO,
        key::CLI_HEAD_REASON,
    ];
    let mut head = head.map(|key| talk.label(key));
    head[0] = talk.head_of_times(key::CLI_HEAD_WHEN);
    out::table(head, list.audit.iter().map(|row| cells(talk, row)).collect())?;
    if let Some(next) = list.next.as_deref().and_then(cursor_in) {
        out::talk(&talk.say(key::CLI_MORE_BEFORE, &[("cursor", next.into())]));
    }
    Ok(())
}

fn cells(talk: &Talk, row: &AuditView) -> [String; 6] {
    [
        talk.time(&row.at),
        event(talk, row),
        details(&row.detail),
        row.address.clone().or_else(|| row.account.clone()).unwrap_or_default(),
        super::doors::actor(talk, &row.actor),
        row.reason.clone(),
    ]
}

/// What it was about, beside an account: names, addresses and values as they are, in no language.
fn details(detail: &Value) -> String {
    let text = |key: &str| detail.get(key).and_then(Value::as_str);
    // Of an account at a network the account has a column of its own.
    let entity = detail.pointer("/entity/of").and_then(Value::as_str);
    let entity = entity.and_then(|entity| entity.rsplit(' ').next());
    let change = text("from").zip(text("to")).map(|(from, to)| format!("{from} -> {to}"));
    let plain = [entity, text("network"), text("source"), text("name"), text("alias")];
    let parts: Vec<String> = plain.into_iter().flatten().map(str::to_owned).chain(change).collect();
    parts.join(" ")
}

/// What happened; for a restriction also which one. A newer server's event is shown by its code.
fn event(talk: &Talk, row: &AuditView) -> String {
    let event =
        EventKind::from_code(&row.event).map_or_else(|| row.event.clone(), |kind| talk.words().event(kind));
    let kind = row.detail.get("kind").and_then(|kind| kind.as_str()).and_then(RestrictionKind::from_code);
    match kind {
        Some(kind) => format!("{event}: {}", talk.words().restriction_kind(kind)),
        None => event,
    }
}
