//! `postern restricted accept|dismiss`: a person decides about what the rules proposed, for one account or for all.
//!
//! All are looked up first, then asked about, then decided one by one, each by the ordinary command with an audit row of
//! its own. What goes wrong for one stops nobody else: it is a line of its own and the exit code.

use std::io::{self, BufRead, IsTerminal};

use hyper::Method;
use postern_text::{Key, key};
use postern_web::api::v1::accounts::AccountRef;
use postern_web::api::v1::commands::{DoneView, ReasonBody};
use postern_web::api::v1::restrictions::RestrictionList;
use serde::Serialize;

use super::args::DecideArgs;
use super::client::{Client, query};
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{out, receipts, who};

/// Most proposals of one call, as many as a page of the API has rows: what is decided together can be looked over.
const PROPOSALS_MAX: usize = 500;
/// What shows them.
const LIST: &str = "postern restricted list --proposed";

/// What a person says to a proposal.
#[derive(Clone, Copy, Debug)]
pub enum Decision {
    Accept,
    Dismiss,
}

impl Decision {
    /// The command of the API.
    const fn verb(self) -> &'static str {
        match self {
            Decision::Accept => "accept",
            Decision::Dismiss => "dismiss",
        }
    }

    const fn outcome(self) -> &'static str {
        match self {
            Decision::Accept => "accepted",
            Decision::Dismiss => "dismissed",
        }
    }

    const fn sentence(self) -> Key {
        match self {
            Decision::Accept => key::CLI_DONE_RESTRICTED,
            Decision::Dismiss => key::CLI_DONE_DISMISSED,
        }
    }
}

/// What became of one proposal. With `--json` these are the answer.
#[derive(Debug, Serialize)]
struct DecisionResult {
    /// The account's id.
    account: String,
    /// Its address.
    address: String,
    /// `accepted`, `dismissed` or `failed`.
    outcome: &'static str,
    /// Why it failed, in the reader's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// What was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<DoneView>,
}

#[derive(Serialize)]
struct DecisionResults {
    results: Vec<DecisionResult>,
}

pub async fn run(client: &Client, args: &DecideArgs, decision: Decision) -> Outcome {
    let body = ReasonBody { reason: args.reason.clone() };
    match &args.user {
        Some(user) => {
            let account = who::find(client, user).await?;
            let done = send(client, &account.id, decision, &body).await?;
            let account = [("account", (&account.address).into())];
            receipts::print(client.talk(), &done, &client.talk().say(decision.sentence(), &account))
        }
        None => {
            let accounts = all_proposed(client).await?;
            if accounts.len() > 1 && !args.yes {
                confirm(client.talk(), accounts.len())?;
            }
            let results = decide_each(client, accounts, decision, &body).await?;
            print(client.talk(), results, decision)
        }
    }
}

/// Every account with a proposal, the newest first.
async fn all_proposed(client: &Client) -> Result<Vec<AccountRef>, Failure> {
    let limit = PROPOSALS_MAX.to_string();
    let query = query(&[("proposed", Some("true")), ("limit", Some(&limit))]);
    let list: RestrictionList = client.get(&format!("/restrictions{query}")).await?;
    if list.restrictions.len() == PROPOSALS_MAX {
        let talk = client.talk();
        out::talk(&talk.say(key::CLI_PROPOSALS_PERHAPS_MORE, &[("limit", PROPOSALS_MAX.into())]));
    }
    Ok(list.restrictions.into_iter().filter_map(|row| row.account).collect())
}

/// Asks on a terminal. The number is the answer: it cannot be given by habit, and it is the same in six languages.
fn confirm(talk: &Talk, proposals: usize) -> Outcome {
    let count = ("count", proposals.into());
    if !io::stdin().is_terminal() {
        let message = talk.say(key::CLI_PROPOSALS_NEEDS_YES, &[count, ("command", LIST.into())]);
        return Err(Failure::new(Exit::Usage, message));
    }
    out::talk(&talk.say(key::CLI_PROPOSALS_ASK, &[count]));
    let mut answer = String::new();
    let cannot = |error: io::Error| Failure::new(Exit::Failure, error.to_string());
    io::stdin().lock().read_line(&mut answer).map_err(cannot)?;
    if answer.trim() == proposals.to_string() {
        Ok(())
    } else {
        Err(Failure::new(Exit::Failure, talk.label(key::CLI_PROPOSALS_NOT)))
    }
}

async fn decide_each(
    client: &Client,
    accounts: Vec<AccountRef>,
    decision: Decision,
    body: &ReasonBody,
) -> Result<Vec<DecisionResult>, Failure> {
    let mut results = Vec::with_capacity(accounts.len());
    // A server that has gone is not waited for once per account.
    let mut gone = None;
    for account in accounts {
        let answer = match &gone {
            Some(message) => Err(String::clone(message)),
            None => match send(client, &account.id, decision, body).await {
                Ok(done) => Ok(done),
                Err(Failure::Server { exit: _, problem }) => Err(problem.detail),
                Err(Failure::Said { exit, message }) => {
                    gone = (exit == Exit::Unreachable).then(|| message.clone());
                    Err(message)
                }
                Err(Failure::ReaderGone) => return Err(Failure::ReaderGone),
            },
        };
        let (outcome, message, done) = match answer {
            Ok(done) => (decision.outcome(), None, Some(done)),
            Err(message) => ("failed", Some(message), None),
        };
        let AccountRef { id, address, .. } = account;
        results.push(DecisionResult { account: id, address, outcome, message, done });
    }
    Ok(results)
}

async fn send(
    client: &Client,
    account: &str,
    decision: Decision,
    body: &ReasonBody,
) -> Result<DoneView, Failure> {
    client.send(Method::POST, &format!("/accounts/{account}/{}", decision.verb()), body).await
}

/// A line for each account, and code 6 when one of them was not done.
fn print(talk: &Talk, results: Vec<DecisionResult>, decision: Decision) -> Outcome {
    let failed = results.iter().filter(|result| result.message.is_some()).count();
    if talk.json {
        out::json(&DecisionResults { results })?;
    } else {
        for result in &results {
            let account = ("account", (&result.address).into());
            out::line(&match &result.message {
                None => talk.say(decision.sentence(), &[account]),
                Some(cause) => talk.say(key::CLI_PROPOSALS_FAILED_ONE, &[account, ("cause", cause.into())]),
            })?;
        }
        if results.is_empty() {
            out::talk(&talk.label(key::CLI_NO_PROPOSALS));
        }
    }
    if failed == 0 {
        return Ok(());
    }
    Err(Failure::new(Exit::Partly, talk.say(key::CLI_PROPOSALS_FAILED, &[("count", failed.into())])))
}
