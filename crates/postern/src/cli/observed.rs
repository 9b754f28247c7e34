//! What holds for the whole site at the moment: where the rules only report (one sentence for each door, with the
//! command that ends it), and that many accounts are being tried. Printed where an admin looks who wonders why
//! nothing is refused, or why so much is.

use postern_text::key;
use postern_web::api::v1::health::{ObservedView, SprayView};

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

/// That many accounts of the site are being tried at once, and how many.
pub fn spray(talk: &Talk, spray: Option<&SprayView>, indent: &str) -> Outcome {
    let Some(spray) = spray else { return Ok(()) };
    let key = if spray.is_observed { key::SPRAY_OBSERVED } else { key::SPRAY_NOW };
    let since = talk.time(&spray.since);
    out::line(&format!("{indent}{}", talk.say(key, &[("since", (&*since).into())])))?;
    let tried = talk.say(key::SPRAY_TRIED, &[("count", u64::from(spray.accounts_tried).into())]);
    out::line(&format!("{indent}{tried}"))
}
