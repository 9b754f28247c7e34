//! `postern contain`: everything of an account that someone else is in is closed at once, or only shown.

use hyper::Method;
use postern_core::time::Span;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, ReasonBody};
use postern_web::api::v1::containment::{ContainStepView, ContainmentPreviewView};

use super::args::ContainArgs;
use super::client::Client;
use super::exit::Outcome;
use super::talk::Talk;
use super::{out, receipts, who};

pub async fn run(client: &Client, args: &ContainArgs) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let talk = client.talk();
    let path = format!("/accounts/{}/contain", account.id);
    let reason = args.reason.clone().unwrap_or_default();
    if args.dry_run {
        let body = ReasonBody { reason };
        let preview: ContainmentPreviewView =
            client.send(Method::POST, &format!("{path}/preview"), &body).await?;
        return tell_preview(talk, &preview);
    }
    let done: DoneView = client.send(Method::POST, &path, &ReasonBody { reason }).await?;
    receipts::print(talk, &done, &talk.say(key::CONTAIN_DONE, &[("account", (&account.address).into())]))?;
    if !talk.json {
        tell_after(talk, &done)?;
    }
    Ok(())
}

fn tell_preview(talk: &Talk, preview: &ContainmentPreviewView) -> Outcome {
    if talk.json {
        return out::json(preview);
    }
    for step in &preview.steps {
        out::line(&in_words(talk, step))?;
    }
    out::talk(&talk.label(key::CLI_IMPORT_DRY));
    Ok(())
}

/// A newer server's step is shown by its code.
fn in_words(talk: &Talk, view: &ContainStepView) -> String {
    match view.outlook() {
        Some((step, outlook)) => talk.words().contain_step(step, outlook),
        None => format!("{}: {}", view.step, view.outlook),
    }
}

/// How long everything took, once everything has answered, and what comes next.
fn tell_after(talk: &Talk, done: &DoneView) -> Outcome {
    let slowest = done.receipts.iter().map(|receipt| receipt.latency_us).max();
    if let Some(slowest) = slowest
        && done.receipts.iter().all(|receipt| receipt.outcome == "done")
    {
        let latency = Span::from_micros(slowest);
        out::line(&talk.say(key::CONTAIN_AFTER, &[("latency", latency.into())]))?;
    }
    out::talk(&talk.label(key::CONTAIN_NEXT));
    Ok(())
}
