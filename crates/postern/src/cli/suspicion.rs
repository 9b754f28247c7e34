//! The suspicion score of an account in lines: what it does, when that ends, and each signal with its points of now. Of
//! an account of which nothing speaks, nothing is printed.

use postern_web::api::v1::suspicion::SuspicionView;
use postern_web::api::v1::time;

use super::exit::Outcome;
use super::talk::Talk;
use super::{doors, out};

/// Prints the score; `indent` stands before each line.
pub fn print(talk: &Talk, suspicion: Option<&SuspicionView>, indent: &str) -> Outcome {
    let Some(suspicion) = suspicion.filter(|suspicion| !suspicion.signals.is_empty()) else {
        return Ok(());
    };
    let words = talk.words();
    out::line(&format!("{indent}{}", words.score(suspicion.score, suspicion.level())))?;
    if let Some(falls) = suspicion.falls.as_ref().and_then(|falls| time::parse(&falls.rfc3339)) {
        out::line(&format!("{indent}{}", words.score_falls(falls, talk.zone())))?;
    }
    for signal in &suspicion.signals {
        // A newer server's kind is passed over: its points are in the score.
        let Some(evidence) = doors::evidence(&signal.evidence) else { continue };
        let points = words.score_signal(evidence.at, evidence.points, signal.points_now, talk.zone());
        out::line(&format!("{indent}- {}", words.evidence(&evidence)))?;
        out::line(&format!("{indent}  {points}"))?;
    }
    Ok(())
}
