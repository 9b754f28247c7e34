//! What is behind a complaint, above everything else that `why` tells: the server's own sentence, the command that cures it, and
//! what was looked at.

use postern_core::diagnosis::{NextStep, Symptom};
use postern_text::key;
use postern_web::api::v1::diagnosis::{CauseView, CheckView, DiagnosisView};

use super::exit::Outcome;
use super::talk::Talk;
use super::{cure, out};

/// Prints it, if the server gave one.
pub fn print(talk: &Talk, diagnosis: Option<&DiagnosisView>) -> Outcome {
    let Some(diagnosis) = diagnosis else { return Ok(()) };
    out::line("")?;
    match Symptom::from_code(&diagnosis.symptom) {
        // Nobody said what is wrong.
        None | Some(Symptom::Anything) => {}
        Some(symptom) => {
            let asked = talk.words().symptom(symptom);
            out::line(&talk.say(key::CLI_DIAGNOSIS_ASKED, &[("symptom", (&asked).into())]))?;
        }
    }
    if diagnosis.causes.is_empty() {
        out::line(&diagnosis.sentence)?;
    }
    for cause in &diagnosis.causes {
        out::line(&cause.sentence)?;
        if let Some(command) = next(talk, cause, &diagnosis.account.address) {
            out::line(&format!(
                "  {}",
                talk.say(key::CLI_DIAGNOSIS_NEXT, &[("command", (&command).into())])
            ))?;
        }
    }
    out::line(&talk.label(key::CLI_DIAGNOSIS_LOOKED_AT))?;
    for check in &diagnosis.checks {
        out::line(&format!("  {} {}", mark(check), check.sentence))?;
    }
    Ok(())
}

fn next(talk: &Talk, cause: &CauseView, address: &str) -> Option<String> {
    let step = cause.step()?;
    cure::of_step(step, address).or_else(|| match step {
        NextStep::AskKeeperOfPassword => Some(talk.label(key::CLI_DIAGNOSIS_KEEPER)),
        NextStep::MendSystem => Some(talk.label(key::CLI_DIAGNOSIS_CLOCK)),
        NextStep::Unblock
        | NextStep::Unlock
        | NextStep::Admit
        | NextStep::Allow
        | NextStep::ResetPassword
        | NextStep::SwitchProtocolOn(_)
        | NextStep::ReleaseSource(_)
        | NextStep::ReleaseSourceForAccount(_)
        | NextStep::LookAtSignIns
        | NextStep::ApproveMailing
        | NextStep::LookAtQueue
        | NextStep::LookAtSending
        | NextStep::LookAtRules
        | NextStep::RegisterAddress
        | NextStep::CheckConnections
        | NextStep::LookAtPolicies
        | NextStep::OpenIncident => None,
    })
}

const fn mark(check: &CheckView) -> &'static str {
    match check.outcome.as_bytes() {
        b"cause" => "✗",
        b"fine" => "✓",
        _ => "?",
    }
}
