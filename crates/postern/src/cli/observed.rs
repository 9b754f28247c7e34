//! Where the rules only report: one sentence for each door, with the command that ends it. Printed where an admin
//! looks who wonders why nothing is refused.

use postern_text::key;
use postern_web::api::v1::health::ObservedView;

use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// The sentence for sending, if its rules only report; `indent` stands before it.
pub fn sending(talk: &Talk, observed: &ObservedView, indent: &str) -> Outcome {
    let Some(until) = &observed.sending_until else { return Ok(()) };
    let (until, command) =
        (talk.time(until), "postern policy set outbound.observe_until_unix_s 0 --reason \"…\"");
    let arguments = [("until", (&*until).into()), ("command", command.into())];
    out::line(&format!("{indent}{}", talk.say(key::CLI_OBSERVED_SENDING, &arguments)))
}

/// The same for signing in.
pub fn sign_in(talk: &Talk, observed: &ObservedView, indent: &str) -> Outcome {
    if !observed.sign_in {
        return Ok(());
    }
    let command = "postern policy set sign_in.observe_only 0 --reason \"…\"";
    let sentence = talk.say(key::CLI_OBSERVED_SIGN_IN, &[("command", command.into())]);
    out::line(&format!("{indent}{sentence}"))
}
