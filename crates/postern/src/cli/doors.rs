//! What the lists of both doors share: rows, actors, and turning the API's bodies back into what sentences are
//! made of.

use hyper::Method;
use postern_core::address::ClientNetwork;
use postern_core::geo::{Country, Region};
use postern_core::restriction::{Actor, Evidence, EvidenceKind, Origin, Restriction, RestrictionKind};
use postern_core::time::Timestamp;
use postern_text::{Key, key};
use postern_web::api::v1::commands::DoneView;
use postern_web::api::v1::restrictions::{
    ActorView, EvidenceView, ReasonView, RestrictionList, RestrictionView,
};
use postern_web::api::v1::time;
use serde::Serialize;

use super::args::UserArg;
use super::client::{Client, query};
use super::exit::Outcome;
use super::talk::Talk;
use super::{out, receipts, who};

/// Prints the open restrictions of these kinds, newest first.
pub async fn list(
    client: &Client,
    kinds: &[RestrictionKind],
    search: Option<&str>,
    limit: u32,
    nobody: Key,
) -> Outcome {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let (kinds, limit) = (kinds.join(","), limit.to_string());
    let query = query(&[("kind", Some(&kinds)), ("search", search), ("limit", Some(&limit))]);
    let list: RestrictionList = client.get(&format!("/restrictions{query}")).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.restrictions.is_empty() {
        // The table is the data, and it is empty.
        let text = match search {
            Some(text) => talk.say(key::CLI_NOBODY_IN_LIST, &[("text", text.into())]),
            None => talk.label(nobody),
        };
        out::talk(&text);
        return Ok(());
    }
    print(talk, &list)
}

/// Prints restrictions, a line each.
pub fn print(talk: &Talk, list: &RestrictionList) -> Outcome {
    let head = [
        key::CLI_HEAD_ACCOUNT,
        key::CLI_HEAD_STATE,
        key::CLI_HEAD_SINCE,
        key::CLI_HEAD_UNTIL,
        key::CLI_HEAD_CODE,
        key::CLI_HEAD_CAUSE,
    ];
    let rows = list.restrictions.iter().map(|row| {
        [
            holder(row),
            state(talk, row),
            talk.time(&row.since),
            talk.until(row.until.as_ref()),
            row.id.clone(),
            cause(talk, &row.reason),
        ]
    });
    let mut head = head.map(|key| talk.label(key));
    head[2] = talk.head_of_times(key::CLI_HEAD_SINCE);
    out::table(head, rows.collect())
}

/// Gives one of the five commands that open or close a door, and prints its receipts.
pub async fn act(
    client: &Client,
    user: &UserArg,
    verb: &str,
    body: &impl Serialize,
    sentence: Key,
) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let done: DoneView = client.send(Method::POST, &format!("/accounts/{}/{verb}", account.id), body).await?;
    let sentence = client.talk().say(sentence, &[("account", (&account.address).into())]);
    receipts::print(client.talk(), &done, &sentence)
}

/// Whose it is: the address, or what else it is on.
pub fn holder(row: &RestrictionView) -> String {
    row.account.as_ref().map_or_else(|| row.entity.value.clone(), |account| account.address.clone())
}

/// Its kind, and of an account at a network from where.
fn state(talk: &Talk, row: &RestrictionView) -> String {
    match row.entity.entity().and_then(|entity| entity.network()) {
        Some(network) => format!("{}: {network}", kind(talk, row)),
        None => kind(talk, row),
    }
}

/// What of sources it is on: the network, after the address of the account if it is one account's.
pub fn source(row: &RestrictionView) -> String {
    match (row.entity.entity().and_then(|entity| entity.network()), &row.account) {
        (Some(network), Some(account)) => format!("{} {network}", account.address),
        (Some(_), None) | (None, _) => row.entity.value.clone(),
    }
}

/// The label of its kind; a newer server's kind is shown by its code.
pub fn kind(talk: &Talk, row: &RestrictionView) -> String {
    RestrictionKind::from_code(&row.kind)
        .map_or_else(|| row.kind.clone(), |kind| talk.words().restriction_kind(kind))
}

/// Why it began; a newer server's reason is shown by its code.
pub fn cause(talk: &Talk, reason: &ReasonView) -> String {
    reason.reason().map_or_else(|| reason.code.clone(), |reason| talk.words().restriction_reason(&reason))
}

/// Who did it.
pub fn actor(talk: &Talk, view: &ActorView) -> String {
    let name = view.name.as_deref().unwrap_or("");
    match read_actor(view) {
        Some(actor) => talk.words().actor(&actor, None),
        None => format!("{} {name}", view.kind),
    }
}

/// The restriction itself, for making a sentence; `None` when a newer server wrote something that we do not know.
pub fn restriction(view: &RestrictionView) -> Option<Restriction> {
    Some(Restriction {
        id: view.id.parse().ok()?,
        entity: view.entity.entity()?,
        kind: RestrictionKind::from_code(&view.kind)?,
        reason: view.reason.reason()?,
        evidence: view.evidence.iter().filter_map(evidence).collect(),
        since: time::parse(&view.since.rfc3339)?,
        until: match &view.until {
            Some(until) => Some(time::parse(&until.rfc3339)?),
            None => None,
        },
        origin: Origin::from_code(&view.origin)?,
        actor: read_actor(&view.actor)?,
    })
}

/// The evidence itself, for making a sentence; `None` when a newer server wrote a kind that we do not know.
pub fn evidence(view: &EvidenceView) -> Option<Evidence> {
    Some(Evidence {
        kind: EvidenceKind::from_code(&view.kind)?,
        points: view.points,
        at: time::parse(&view.at.rfc3339).unwrap_or(Timestamp::from_unix_s(view.at.unix_s)),
        source: view.source.as_deref().and_then(|source| source.parse::<ClientNetwork>().ok()),
        count: view.count,
        region: region(view),
    })
}

fn region(view: &EvidenceView) -> Option<Region> {
    let country = view.country.as_deref().and_then(Country::parse);
    let region = Region { country, asn: view.asn };
    (!region.is_unknown()).then_some(region)
}

fn read_actor(view: &ActorView) -> Option<Actor> {
    let name = view.name.as_deref().unwrap_or("");
    match view.kind.as_str() {
        "rule" => Some(Actor::Rule),
        "timer" => Some(Actor::Timer),
        "local_root" => Some(Actor::LocalRoot(name.to_owned())),
        "person" => name.parse().ok().map(Actor::Person),
        "link_holder" => Some(Actor::LinkHolder),
        "visitor" => Some(Actor::Visitor),
        "program" => Some(Actor::Program(name.to_owned())),
        _ => None,
    }
}
