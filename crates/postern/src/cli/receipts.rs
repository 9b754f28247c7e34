//! What was done and where it is in force: one sentence, then a line per point. Half done never looks done.

use postern_core::effect::Point;
use postern_core::time::Span;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, ReceiptView};
use postern_web::api::v1::restrictions::EndedView;

use super::exit::Outcome;
use super::talk::Talk;
use super::{doors, out};

/// Prints what a change did: `sentence`, then its receipts.
pub fn print(talk: &Talk, done: &DoneView, sentence: &str) -> Outcome {
    if talk.json {
        return out::json(done);
    }
    out::line(sentence)?;
    for receipt in &done.receipts {
        out::line(&format!("  {}", line(talk, receipt)))?;
    }
    if !done.releases.is_empty() {
        out::talk(&releases(talk, &done.releases));
    }
    Ok(())
}

/// How often people opened the door of sending lately, a line each. It is told and forbids nothing.
pub fn releases(talk: &Talk, releases: &[EndedView]) -> String {
    let mut text = talk.say(key::CLI_RELEASES_LATELY, &[("count", releases.len().into())]);
    for release in releases {
        let (when, actor) = (talk.time_and_zone(&release.at), doors::actor(talk, &release.actor));
        let arguments =
            [("when", (&when).into()), ("actor", (&actor).into()), ("reason", (&release.reason).into())];
        text.push_str("\n  ");
        text.push_str(&talk.say(key::CLI_RESTRICTION_ENDED_BECAUSE, &arguments));
    }
    text
}

/// One receipt in words. A point that a newer server knows is shown by its code.
pub fn line(talk: &Talk, receipt: &ReceiptView) -> String {
    let point = Point::from_code(&receipt.point);
    let name = point.map_or_else(|| receipt.point.clone(), |point| talk.words().point(point));
    let message = receipt.message.as_deref().unwrap_or("");
    match (receipt.outcome.as_str(), point, &receipt.retry_at) {
        ("done", Some(point), _) => {
            talk.words().receipt(point, Span::from_micros(receipt.latency_us), receipt.messages)
        }
        ("failed", _, Some(retry_at)) => {
            let retry_at = talk.time_and_zone(retry_at);
            let arguments =
                [("point", (&name).into()), ("when", (&retry_at).into()), ("message", message.into())];
            talk.say(key::CLI_RECEIPT_FAILED, &arguments)
        }
        ("given_up", _, _) => {
            let arguments = [("point", (&name).into()), ("message", message.into())];
            talk.say(key::CLI_RECEIPT_GIVEN_UP, &arguments)
        }
        (outcome, _, _) => format!("{name}: {outcome} {message}"),
    }
}
