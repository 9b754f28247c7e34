//! `postern signin show USER`: one account's whole state at the door of signing in, and the next step as a command.

use postern_core::sign_in::failures::FailureKind;
use postern_text::key;
use postern_web::api::v1::sign_in_state::SignInStateView;
use serde::Serialize;

use super::client::Client;
use super::exit::Outcome;
use super::refused_attempts::{self, RefusedAttempt};
use super::standing::{self, SignInDoor};
use super::talk::Talk;
use super::{cure, history, out, who, why};

/// Most lines of the history that are printed.
const LAST_LINES_MAX: usize = 8;

/// What `--json` prints: the API's answer, and the commands that open something.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    state: &'a SignInStateView,
    /// What shuts the most first; empty when nothing is shut.
    next: Vec<String>,
}

pub async fn run(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let state: SignInStateView = client.get(&format!("/accounts/{}/sign-in", account.id)).await?;
    let talk = client.talk();
    let door = SignInDoor::from(&state);
    let refused = refused_attempts::find(client, &state, LAST_LINES_MAX).await?;
    let mut next = standing::cures(&door);
    for command in refused.iter().map(RefusedAttempt::cure) {
        if !next.contains(&command) {
            next.push(command);
        }
    }
    if talk.json {
        return out::json(&Shown { state: &state, next });
    }
    why::head(talk, &state.account, &state.at)?;
    out::line("")?;
    standing::sign_in(talk, &door)?;
    newcomers(talk, &state)?;
    let is_said = |kind: &str| FailureKind::from_code(kind).is_some_and(|kind| kind != FailureKind::Mistyped);
    if state.failures.iter().any(|group| is_said(&group.kind)) {
        out::line("")?;
        history::print_groups(talk, &state.failures, "")?;
    }
    out::line("")?;
    last(talk, &state)?;
    for attempt in &refused {
        out::line("")?;
        attempt.say(talk)?;
    }
    out::line("")?;
    say_next(talk, &state, &next)
}

/// The one-time link, where it was used, and how many devices are remembered.
fn newcomers(talk: &Talk, state: &SignInStateView) -> Outcome {
    if let Some(link) = &state.link {
        let until = talk.time(&link.expires);
        out::line(&format!("  {}", talk.say(key::SIGNIN_LINK, &[("until", (&until).into())])))?;
    }
    for pass in &state.passes {
        let until = talk.time(&pass.until);
        let arguments = [("network", (&pass.network).into()), ("until", (&until).into())];
        out::line(&format!("  {}", talk.say(key::SIGNIN_PASS, &arguments)))?;
    }
    let devices = [("count", state.devices.len().into())];
    out::line(&format!("  {}", talk.say(key::SIGNIN_DEVICES, &devices)))
}

fn last(talk: &Talk, state: &SignInStateView) -> Outcome {
    if state.sign_ins.is_empty() {
        return out::line(&talk.label(key::SIGNIN_NONE_RECORDED));
    }
    if let Some(seen) = &state.last_success {
        let at = talk.time(&seen.at);
        let arguments = [("when", (&at).into()), ("source", (&seen.source).into())];
        out::line(&talk.say(key::SIGNIN_LAST_SUCCESS, &arguments))?;
    }
    out::line(&talk.label(key::SIGNIN_LAST))?;
    history::print_lines(talk, &state.sign_ins, LAST_LINES_MAX)
}

fn say_next(talk: &Talk, state: &SignInStateView, next: &[String]) -> Outcome {
    let address = &state.account.address;
    let Some(first) = next.first() else {
        let command = cure::explained(address);
        return out::line(&talk.say(key::SIGNIN_NEXT_NOTHING, &[("command", (&command).into())]));
    };
    out::line(&talk.say(key::SIGNIN_NEXT, &[("command", first.into())]))?;
    match next.get(1) {
        Some(second) if *first == cure::admission(address) && *second == cure::unlock(address) => {
            out::line(&talk.say(key::SIGNIN_NEXT_ELSE, &[("command", second.into())]))?;
            out::line(&talk.label(key::STANDING_UNLOCK_GIVES))
        }
        Some(_) | None => Ok(()),
    }
}
