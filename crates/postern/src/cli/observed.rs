//! What holds for the whole site at the moment: where the rules only report (one sentence for each switch that
//! is on, with the command that ends it), and that many accounts are being tried. Printed where an admin looks who wonders why
//! nothing is refused, or why so much is.

use postern_text::{Key, key};
use postern_web::api::v1::health::{MassGuardView, ObservedView, SprayView};

use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// The sentence for sending, if its rules only report; `indent` stands before it.
pub fn sending(talk: &Talk, observed: &ObservedView, indent: &str) -> Outcome {
    let Some(until) = &observed.sending_until else { return score(talk, observed, indent) };
    let (until, command) =
        (talk.time(until), "postern policy set outbound.observe_until_unix_s 0 --reason \"…\"");
    let arguments = [("until", (&*until).into()), ("command", command.into())];
    out::line(&format!("{indent}{}", talk.say(key::CLI_OBSERVED_SENDING, &arguments)))
}

/// The same for the suspicion score, where its switches are on and the rest of sending acts.
fn score(talk: &Talk, observed: &ObservedView, indent: &str) -> Outcome {
    for (is_on, key, name) in [
        (observed.score_slow, key::CLI_OBSERVED_SCORE_SLOW, "slow_observe_only"),
        (observed.score_restrict, key::CLI_OBSERVED_SCORE_RESTRICT, "restrict_observe_only"),
    ] {
        if is_on {
            let command = format!("postern policy set compromise.{name} 0 --reason \"…\"");
            out::line(&format!("{indent}{}", talk.say(key, &[("command", (&command).into())])))?;
        }
    }
    Ok(())
}

/// The same for signing in: for all of its rules, or for locks and blocks of sources apart.
pub fn sign_in(talk: &Talk, observed: &ObservedView, indent: &str) -> Outcome {
    if observed.sign_in {
        return switch(talk, key::CLI_OBSERVED_SIGN_IN, "observe_only", indent);
    }
    if observed.lanes {
        switch(talk, key::CLI_OBSERVED_LANES, "lanes_observe_only", indent)?;
    }
    if observed.sources {
        switch(talk, key::CLI_OBSERVED_SOURCES, "sources_observe_only", indent)?;
    }
    Ok(())
}

/// The same for spray mode, which is the site's and no account's.
pub fn spray_switch(talk: &Talk, observed: &ObservedView, indent: &str) -> Outcome {
    if observed.spray && !observed.sign_in {
        switch(talk, key::CLI_OBSERVED_SPRAY, "spray_observe_only", indent)?;
    }
    Ok(())
}

fn switch(talk: &Talk, sentence: Key, name: &str, indent: &str) -> Outcome {
    let command = format!("postern policy set sign_in.{name} 0 --reason \"…\"");
    out::line(&format!("{indent}{}", talk.say(sentence, &[("command", (&command).into())])))
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

/// That rules want to restrict too many accounts at once, and that somebody is asked.
pub fn mass_guard(talk: &Talk, guard: Option<&MassGuardView>, indent: &str) -> Outcome {
    let Some(guard) = guard else { return Ok(()) };
    if let Some(since) = &guard.since {
        let since = talk.time(since);
        out::line(&format!("{indent}{}", talk.say(key::MASS_GUARD_NOW, &[("since", (&*since).into())])))?;
        let counted = talk.say(key::MASS_GUARD_COUNTED, &[("count", guard.counted.into())]);
        out::line(&format!("{indent}{counted}"))?;
    }
    if guard.proposals > 0 {
        let proposals = talk.say(key::MASS_GUARD_PROPOSALS, &[("count", guard.proposals.into())]);
        out::line(&format!("{indent}{proposals}"))?;
        let command = ("command", "postern restricted list --proposed".into());
        out::line(&format!("{indent}{}", talk.say(key::MASS_GUARD_LOOK, &[command])))?;
    }
    Ok(())
}
