//! `postern source …`, and `postern why USER --from ADDRESS`: what is said of sources and what follows from it.

use hyper::Method;
use postern_core::arrival::is_source;
use postern_core::effect::Point;
use postern_core::precedence::DecisionStep;
use postern_core::sign_in::{Lane, SignInRefusal};
use postern_core::source_entry::EntryKind;
use postern_core::time::Span;
use postern_text::{Key, key};
use postern_web::api::v1::sources::{
    AttemptView, EntryView, RefusalView, SourceBody, SourceDoneView, SourceList, SourceView, StepView,
};
use postern_web::api::v1::time;

use super::args::{EndArg, Source};
use super::client::{Client, query};
use super::exit::{Failure, Outcome};
use super::talk::Talk;
use super::{doors, out, until, who};

pub async fn run(client: &Client, args: &Source) -> Outcome {
    match args {
        Source::List { blocked, allowed, shared, pinned, network, cause, limit } => {
            let kind =
                [(*blocked, "blocked"), (*allowed, "allowed"), (*shared, "shared"), (*pinned, "pinned")];
            let kind = kind.iter().find(|(is_chosen, _)| *is_chosen).map(|(_, kind)| *kind);
            list(client, kind, network.as_deref(), cause.as_deref(), limit.limit).await
        }
        Source::Show { address } => show(client, address).await,
        Source::Block { network, user, end, reason } => {
            let body = body(client, Some(network), user.user.as_deref(), Some(end), &reason.reason).await?;
            act(client, "block", &body, key::CLI_SOURCE_BLOCKED, user.user.as_deref()).await
        }
        Source::Unblock { network, user, reason } => {
            let body = body(client, Some(network), user.user.as_deref(), None, &reason.reason).await?;
            act(client, "unblock", &body, key::CLI_SOURCE_UNBLOCKED, user.user.as_deref()).await
        }
        Source::Allow { network, user, end, reason } => {
            let body =
                body(client, network.as_deref(), user.user.as_deref(), Some(end), &reason.reason).await?;
            act(client, "allow", &body, key::CLI_SOURCE_ALLOWED, user.user.as_deref()).await
        }
        Source::Disallow { network, user, reason } => {
            let body = body(client, network.as_deref(), user.user.as_deref(), None, &reason.reason).await?;
            act(client, "disallow", &body, key::CLI_SOURCE_DISALLOWED, user.user.as_deref()).await
        }
        Source::Share { network, end, reason } => {
            let body = body(client, Some(network), None, Some(end), &reason.reason).await?;
            act(client, "share", &body, key::CLI_SOURCE_SHARED, None).await
        }
        Source::Unshare { network, reason } => {
            let body = body(client, Some(network), None, None, &reason.reason).await?;
            act(client, "unshare", &body, key::CLI_SOURCE_UNSHARED, None).await
        }
        Source::Pin { network, user, end, reason } => {
            let body = body(client, Some(network), Some(&user.user), Some(end), &reason.reason).await?;
            act(client, "pin", &body, key::CLI_SOURCE_PINNED, Some(&user.user)).await
        }
        Source::Unpin { network, user, reason } => {
            let body = body(client, Some(network), Some(&user.user), None, &reason.reason).await?;
            act(client, "unpin", &body, key::CLI_SOURCE_UNPINNED, Some(&user.user)).await
        }
    }
}

async fn body(
    client: &Client,
    network: Option<&str>,
    user: Option<&str>,
    end: Option<&EndArg>,
    reason: &str,
) -> Result<SourceBody, Failure> {
    let account = match user {
        Some(user) => Some(who::find(client, user).await?.id),
        None => None,
    };
    Ok(SourceBody {
        network: network.map(str::to_owned),
        account,
        reason: reason.to_owned(),
        until: until::read(end.and_then(|end| end.until.as_deref()), client.talk())?,
        never_ends: end.is_some_and(|end| end.never_ends),
    })
}

async fn act(client: &Client, verb: &str, body: &SourceBody, sentence: Key, user: Option<&str>) -> Outcome {
    let done: SourceDoneView = client.send(Method::POST, &format!("/sources/{verb}"), body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&done);
    }
    let parts = [body.network.as_deref(), user];
    let source = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    out::line(&talk.say(sentence, &[("source", (&source).into())]))?;
    let ended = done.events.iter().filter(|event| event.code == "restriction_released").count();
    if ended > 0 {
        out::line(&format!("  {}", talk.say(key::CLI_SOURCE_BLOCKS_ENDED, &[("count", ended.into())])))?;
    }
    let latency = Span::from_micros(done.in_force_after_us);
    out::line(&format!("  {}", talk.words().receipt(Point::Gates, latency, None)))
}

async fn list(
    client: &Client,
    kind: Option<&str>,
    network: Option<&str>,
    cause: Option<&str>,
    limit: u32,
) -> Outcome {
    let limit = limit.to_string();
    let query = query(&[("kind", kind), ("network", network), ("cause", cause), ("limit", Some(&limit))]);
    let found: SourceList = client.get(&format!("/sources{query}")).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&found);
    }
    if found.blocks.is_empty() && found.entries.is_empty() {
        out::talk(&talk.label(key::CLI_SOURCES_NONE));
        return Ok(());
    }
    let blocks = found.blocks.iter().map(|row| {
        [
            doors::source(row),
            doors::kind(talk, row),
            talk.time(&row.since),
            talk.until(row.until.as_ref()),
            doors::actor(talk, &row.actor),
            doors::cause(talk, &row.reason),
        ]
    });
    let entries = found.entries.iter().map(|entry| entry_row(talk, entry));
    let mut head = [
        key::CLI_HEAD_SOURCE,
        key::CLI_HEAD_STATE,
        key::CLI_HEAD_SINCE,
        key::CLI_HEAD_UNTIL,
        key::CLI_HEAD_WHO,
        key::CLI_HEAD_CAUSE,
    ]
    .map(|key| talk.label(key));
    head[2] = talk.head_of_times(key::CLI_HEAD_SINCE);
    out::table(head, blocks.chain(entries).collect())
}

fn entry_row(talk: &Talk, entry: &EntryView) -> [String; 6] {
    let account = entry.account_address.as_deref().or(entry.account.as_deref());
    let parts = [account, entry.network.as_deref()];
    [
        parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        entry_kind(talk, entry),
        talk.time(&entry.since),
        talk.until(entry.until.as_ref()),
        doors::actor(talk, &entry.actor),
        talk.say(key::REASON_BY_PERSON, &[("note", (&entry.reason).into())]),
    ]
}

/// An entry as a line: what is said, of what, and why.
pub fn entry_line(talk: &Talk, entry: &EntryView) -> String {
    let [on, kind, .., reason] = entry_row(talk, entry);
    format!("{kind}: {on}. {reason}")
}

/// The label of an entry; a newer server's kind is shown by its code.
fn entry_kind(talk: &Talk, entry: &EntryView) -> String {
    match EntryKind::from_code(&entry.kind) {
        Some(EntryKind::Allowed) => talk.label(key::ENTRY_ALLOWED),
        Some(EntryKind::Shared) => talk.label(key::ENTRY_SHARED),
        Some(EntryKind::Pinned) => talk.label(key::ENTRY_PINNED),
        None => entry.kind.clone(),
    }
}

async fn show(client: &Client, address: &str) -> Outcome {
    let view: SourceView =
        client.get(&format!("/sources/show{}", query(&[("address", Some(address))]))).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&view);
    }
    out::line(&view.address)?;
    for score in &view.scores {
        // Points are whole to a reader; the casts saturate.
        let arguments = [
            ("network", (&score.network).into()),
            ("count", (score.points.round() as u64).into()),
            ("limit", (score.points_max.round() as u64).into()),
        ];
        out::line(&format!("  {}", talk.say(key::CLI_SOURCE_SCORE, &arguments)))?;
    }
    if view.scores.is_empty() {
        out::line(&format!("  {}", talk.label(key::CLI_SOURCE_NO_SCORE)))?;
    }
    for block in &view.blocks {
        let (kind, cause) = (doors::kind(talk, block), doors::cause(talk, &block.reason));
        out::line(&format!("  {kind}: {}. {cause}", doors::source(block)))?;
    }
    for entry in &view.entries {
        out::line(&format!("  {}", entry_line(talk, entry)))?;
    }
    out::line(&format!("  {}", talk.say(key::CLI_SOURCE_KNOWN_BY, &[("count", view.known_by.into())])))?;
    for account in &view.knowing {
        out::line(&format!("    {account}"))?;
    }
    Ok(())
}

/// Step by step, in the order in which it is asked, what an attempt would be answered.
pub async fn why_from(client: &Client, user: &str, address: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let query = query(&[("address", Some(address))]);
    let view: AttemptView = client.get(&format!("/accounts/{}/attempt{query}", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&view);
    }
    let arguments = [("account", (&account.address).into()), ("address", (&view.address).into())];
    let is_observed = view.steps.iter().any(|step| step.outcome == "observed");
    let head = match (view.allowed, is_observed) {
        (true, false) => key::CLI_FROM_ALLOWED,
        (true, true) => key::CLI_FROM_OBSERVED,
        (false, _) => key::CLI_FROM_REFUSED,
    };
    out::line(&talk.say(head, &arguments))?;
    if view.address.parse().is_ok_and(|address| !is_source(address)) {
        out::line(&talk.say(key::CLI_FROM_NO_CLIENT, &arguments[1..]))?;
    }
    if view.outside_pins {
        out::line(&talk.say(key::CLI_FROM_OUTSIDE_PINS, &arguments[..1]))?;
    }
    for (number, step) in view.steps.iter().enumerate() {
        let label = DecisionStep::from_code(&step.step)
            .map_or_else(|| step.step.clone(), |step| talk.label(step_label(step)));
        out::line(&format!("  {}. {label}: {}", number + 1, outcome(talk, step)))?;
    }
    Ok(())
}

const fn step_label(step: DecisionStep) -> Key {
    match step {
        DecisionStep::AccountBlock => key::STEP_ACCOUNT_BLOCK,
        DecisionStep::Entry => key::STEP_ENTRY,
        DecisionStep::PairBlock => key::STEP_PAIR_BLOCK,
        DecisionStep::NetworkBlock => key::STEP_NETWORK_BLOCK,
        DecisionStep::SourceBlock => key::STEP_SOURCE_BLOCK,
        DecisionStep::Lane => key::STEP_LANE,
        DecisionStep::Room => key::STEP_ROOM,
    }
}

fn outcome(talk: &Talk, step: &StepView) -> String {
    match (step.outcome.as_str(), &step.refusal, &step.entry) {
        ("nothing", _, _) => talk.label(key::OUTCOME_NOTHING),
        ("not_reached", _, _) => talk.label(key::OUTCOME_NOT_REACHED),
        ("refuses", Some(refusal), _) => refusal_sentence(talk, refusal),
        ("observed", Some(refusal), _) => {
            let refusal = refusal_sentence(talk, refusal);
            talk.say(key::OUTCOME_OBSERVED, &[("refusal", (&refusal).into())])
        }
        ("spared", Some(refusal), _) => {
            let refusal = refusal_sentence(talk, refusal);
            talk.say(key::OUTCOME_SPARED, &[("block", (&refusal).into())])
        }
        ("found", _, Some(entry)) => entry_line(talk, entry),
        ("open", _, _) => match step.lane.as_deref().and_then(Lane::from_code) {
            Some(Lane::Familiar) => talk.label(key::OUTCOME_OPEN_FAMILIAR),
            Some(Lane::Unfamiliar) | None => talk.label(key::OUTCOME_OPEN_UNFAMILIAR),
        },
        (other, _, _) => other.to_owned(),
    }
}

/// A refusal in words; a newer server's is shown by its code.
pub fn refusal_sentence(talk: &Talk, view: &RefusalView) -> String {
    let lane = view.lane.as_deref().and_then(Lane::from_code);
    let until = view.until.as_ref().and_then(|until| time::parse(&until.rfc3339));
    SignInRefusal::from_parts(&view.code, lane, until)
        .map_or_else(|| view.code.clone(), |refusal| talk.words().sign_in_refusal(refusal, talk.zone()))
}
