//! What was done and where it is in force: one sentence, then a line per point. Half done never looks done.

use postern_core::effect::Point;
use postern_core::time::Span;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, ReceiptView};

use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// Prints what a change did: `sentence`, then its receipts.
pub fn print(talk: &Talk, done: &DoneView, sentence: &str) -> Outcome {
    if talk.json {
        return out::json(done);
    }
    out::line(sentence)?;
    for receipt in &done.receipts {
        out::line(&format!("  {}", line(talk, receipt)))?;
    }
    Ok(())
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
