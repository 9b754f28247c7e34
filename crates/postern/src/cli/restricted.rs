//! `postern restricted …`: the door of sending.

use postern_core::ids::RestrictionId;
use postern_core::restriction::RestrictionKind;
use postern_core::unblock_check::CheckOutcome;
use postern_text::key;
use postern_web::api::v1::commands::{CloseBody, ReasonBody};
use postern_web::api::v1::restrictions::{RestrictionList, RestrictionView};
use postern_web::api::v1::sending_state::SendingStateView;
use postern_web::api::v1::suspicion::otherwise_of;
use postern_web::api::v1::unblock_checks::UnblockCheckList;

use super::args::Restricted;
use super::client::{Client, query};
use super::exit::{Exit, Failure, Outcome};
use super::proposals::{self, Decision};
use super::talk::Talk;
use super::{doors, out, sending_state, until, who};

const KINDS: [RestrictionKind; 3] =
    [RestrictionKind::SendingRestricted, RestrictionKind::SendingProposed, RestrictionKind::SendingSlowed];

pub async fn run(client: &Client, args: &Restricted) -> Outcome {
    match args {
        Restricted::List { proposed: true, limit } => {
            let kinds = [RestrictionKind::SendingProposed];
            doors::list(client, &kinds, None, limit.limit, key::CLI_NO_PROPOSALS).await
        }
        Restricted::List { proposed: false, limit } => {
            doors::list(client, &KINDS, None, limit.limit, key::CLI_EVERYONE_CAN_SEND).await
        }
        Restricted::Search { text, limit } => {
            doors::list(client, &KINDS, Some(text), limit.limit, key::CLI_EVERYONE_CAN_SEND).await
        }
        Restricted::Show { what } => show(client, what).await,
        Restricted::Checks(user) => checks(client, &user.user).await,
        Restricted::Unblock { user, reason } => {
            let body = ReasonBody { reason: reason.reason.clone() };
            doors::act(client, user, "unblock", &body, key::CLI_DONE_UNBLOCKED).await
        }
        Restricted::Restrict { user, reason, until } => {
            let until = until::read(until.until.as_deref(), client.talk())?;
            let body = CloseBody { reason: reason.reason.clone(), until };
            doors::act(client, user, "restrict", &body, key::CLI_DONE_RESTRICTED).await
        }
        Restricted::Accept(args) => proposals::run(client, args, Decision::Accept).await,
        Restricted::Dismiss(args) => proposals::run(client, args, Decision::Dismiss).await,
    }
}

/// One line for each check, with what it came to.
async fn checks(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let list: UnblockCheckList = client.get(&format!("/accounts/{}/unblock/checks", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    for view in &list.checks {
        // A newer server's words are shown by their codes.
        let (mark, text) = match view.read() {
            Some((check, outcome)) => (mark(outcome), talk.words().unblock_check(check, outcome)),
            None => ("?", format!("{} {}", view.check, view.outcome)),
        };
        out::line(&format!("{mark} {text}"))?;
    }
    Ok(())
}

const fn mark(outcome: CheckOutcome) -> &'static str {
    match outcome {
        CheckOutcome::Passed => "✓",
        CheckOutcome::Failed { .. } => "✗",
        CheckOutcome::Unknown => "?",
    }
}

/// By the code of a bounce, or everything that is open on an account.
async fn show(client: &Client, what: &str) -> Outcome {
    let talk = client.talk();
    if what.parse::<RestrictionId>().is_ok() {
        let found: Result<RestrictionView, Failure> =
            client.get(&format!("/restrictions/{}", super::client::escaped(what))).await;
        match found {
            Ok(view) if talk.json => return out::json(&view),
            Ok(view) => {
                print(talk, &view)?;
                return match &view.account {
                    Some(account) => state_of(client, &account.id, &account.address).await,
                    None => Ok(()),
                };
            }
            // Ten letters can also be a name.
            Err(Failure::Server { exit: Exit::NotFound, .. }) => {}
            Err(failure) => return Err(failure),
        }
    }
    let account = who::find(client, what).await?;
    let kinds = KINDS.map(|kind| kind.code()).join(",");
    let query =
        query(&[("account", Some(&account.id)), ("kind", Some(&kinds)), ("with_ended", Some("true"))]);
    let list: RestrictionList = client.get(&format!("/restrictions{query}")).await?;
    if talk.json {
        return out::json(&list);
    }
    if list.restrictions.is_empty() {
        let message = talk.say(key::CLI_NEVER_RESTRICTED, &[("account", (&account.address).into())]);
        return Err(Failure::new(Exit::NotFound, message));
    }
    for (position, view) in list.restrictions.iter().enumerate() {
        if position > 0 {
            out::line("")?;
        }
        print(talk, view)?;
    }
    out::line("")?;
    state_of(client, &account.id, &account.address).await
}

/// What stands beside the restrictions of an account.
async fn state_of(client: &Client, account: &str, address: &str) -> Outcome {
    let state: SendingStateView = client.get(&format!("/accounts/{account}/sending")).await?;
    sending_state::print(client.talk(), address, &state)
}

fn print(talk: &Talk, view: &RestrictionView) -> Outcome {
    out::line(&format!("{}  {}  {}", view.id, doors::holder(view), doors::kind(talk, view)))?;
    print_facts(talk, view)
}

/// Cause, times, evidence, what would have made the difference: the lines below a restriction's head, here and under `why`.
pub fn print_facts(talk: &Talk, view: &RestrictionView) -> Outcome {
    let (since, until) = (talk.time_and_zone(&view.since), talk.until(view.until.as_ref()));
    let actor = doors::actor(talk, &view.actor);
    out::line(&format!("  {}", doors::cause(talk, &view.reason)))?;
    let arguments = [("since", (&since).into()), ("actor", (&actor).into()), ("until", (&until).into())];
    out::line(&format!("  {}", talk.say(key::CLI_RESTRICTION_TIMES, &arguments)))?;
    if let Some(ended) = &view.ended {
        let (at, actor) = (talk.time(&ended.at), doors::actor(talk, &ended.actor));
        let arguments =
            [("when", (&at).into()), ("actor", (&actor).into()), ("reason", (&ended.reason).into())];
        let key = if ended.reason.is_empty() {
            key::CLI_RESTRICTION_ENDED
        } else {
            key::CLI_RESTRICTION_ENDED_BECAUSE
        };
        let taken = if ended.reason.is_empty() { &arguments[..2] } else { &arguments[..] };
        out::line(&format!("  {}", talk.say(key, taken)))?;
    }
    let Some(restriction) = doors::restriction(view) else { return Ok(()) };
    for evidence in &restriction.evidence {
        let words = talk.words();
        out::line(&format!("  - {}", words.evidence(evidence)))?;
        out::line(&format!("    {}", words.evidence_details(evidence, talk.zone())))?;
    }
    for otherwise in otherwise_of(&restriction) {
        out::line(&format!("  {}", talk.words().otherwise(&otherwise)))?;
    }
    Ok(())
}
