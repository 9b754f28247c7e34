//! `postern signin unlock`: ends the automatic locks of one account or many, and with `--for` lets them bear more for
//! a while.
//!
//! Many are looked up first, then asked about, then unlocked one by one, each by the ordinary command with an audit
//! row of its own. What goes wrong for one stops nobody else: it is a line of its own and the exit code.

use std::io::{self, BufRead, IsTerminal, Read};

use hyper::Method;
use postern_core::restriction::RestrictionKind;
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, UnlockBody};
use postern_web::api::v1::restrictions::RestrictionList;
use postern_web::api::v1::time::{self, When};
use serde::Serialize;

use super::args::UnlockArgs;
use super::client::{Client, query};
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{out, receipts, until, who};

/// Most accounts of one call, as many as a page of the API has rows: what is unlocked together can be looked over.
const ACCOUNTS_MAX: usize = 500;
/// Most bytes that are read from standard input: as many lines, each longer than any address.
const INPUT_BYTES_MAX: u64 = 512 * 1024;
/// In place of a user: one on each line of standard input.
const STANDARD_INPUT: &str = "-";

/// What became of one account. With `--json` these are the answer.
#[derive(Debug, Serialize)]
struct UnlockResult {
    /// What was typed; absent with `--all-locked`.
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    /// The account's id; absent when nobody was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// `unlocked`, `would_unlock`, `not_locked` (of a dry run) or `failed`.
    outcome: &'static str,
    /// Why it failed, in the reader's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// What was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<DoneView>,
}

#[derive(Serialize)]
struct UnlockResults {
    results: Vec<UnlockResult>,
}

/// An account that is to be unlocked.
struct Target {
    user: Option<String>,
    account: String,
    address: String,
}

pub async fn run(client: &Client, args: &UnlockArgs) -> Outcome {
    let eased_until = until::read(args.eased_for.as_deref(), client.talk())?;
    let body = UnlockBody { reason: args.reason.clone(), eased_until };
    match args.users.as_slice() {
        [user] if user != STANDARD_INPUT && !args.dry_run => one(client, user, &body).await,
        _ => many(client, args, &body).await,
    }
}

async fn one(client: &Client, user: &str, body: &UnlockBody) -> Outcome {
    let account = who::find(client, user).await?;
    let done = send(client, &account.id, body).await?;
    receipts::print(client.talk(), &done, &sentence(client.talk(), &account.address, body))
}

async fn many(client: &Client, args: &UnlockArgs, body: &UnlockBody) -> Outcome {
    let talk = client.talk();
    let (targets, mut results) = if args.all_locked {
        (all_locked(client).await?, Vec::new())
    } else {
        look_up(client, users(args, talk)?).await?
    };
    if args.dry_run {
        for target in targets {
            let outcome = if body.eased_until.is_some() || is_locked(client, &target.account).await? {
                "would_unlock"
            } else {
                "not_locked"
            };
            results.push(target.result(outcome));
        }
    } else {
        if targets.len() > 1 && !args.yes {
            confirm(talk, targets.len(), args.users.iter().any(|user| user == STANDARD_INPUT))?;
        }
        unlock_each(client, targets, body, &mut results).await?;
    }
    print(talk, results, body)
}

/// What was typed, with the lines of standard input where a dash stands.
fn users(args: &UnlockArgs, talk: &Talk) -> Result<Vec<String>, Failure> {
    let mut users = Vec::new();
    for user in &args.users {
        if user != STANDARD_INPUT {
            users.push(user.clone());
            continue;
        }
        let mut text = String::new();
        let cannot = |error: io::Error| Failure::new(Exit::Usage, error.to_string());
        io::stdin().lock().take(INPUT_BYTES_MAX + 1).read_to_string(&mut text).map_err(cannot)?;
        if text.len() as u64 > INPUT_BYTES_MAX {
            return Err(too_many(talk));
        }
        users.extend(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
    }
    match users.len() {
        0 => Err(Failure::new(Exit::Usage, talk.label(key::CLI_UNLOCK_NONE_NAMED))),
        1..=ACCOUNTS_MAX => Ok(users),
        _ => Err(too_many(talk)),
    }
}

fn too_many(talk: &Talk) -> Failure {
    Failure::new(Exit::Usage, talk.say(key::CLI_UNLOCK_TOO_MANY, &[("limit", ACCOUNTS_MAX.into())]))
}

/// Whom each text means, every account once; and the texts that mean nobody, or more than one.
async fn look_up(client: &Client, users: Vec<String>) -> Result<(Vec<Target>, Vec<UnlockResult>), Failure> {
    let (mut targets, mut unknown) = (Vec::<Target>::new(), Vec::new());
    for user in users {
        match who::find(client, &user).await {
            Ok(account) if targets.iter().any(|target| target.account == account.id) => {}
            Ok(account) => {
                targets.push(Target { user: Some(user), account: account.id, address: account.address });
            }
            Err(Failure::Said { exit: Exit::NotFound, message }) => unknown.push(UnlockResult {
                user: Some(user),
                account: None,
                address: None,
                outcome: "failed",
                message: Some(message),
                done: None,
            }),
            Err(failure) => return Err(failure),
        }
    }
    Ok((targets, unknown))
}

/// Every account with a lock, the one that was locked last first.
async fn all_locked(client: &Client) -> Result<Vec<Target>, Failure> {
    let limit = ACCOUNTS_MAX.to_string();
    let kind = RestrictionKind::SignInLocked.code();
    let query = query(&[("kind", Some(kind)), ("limit", Some(&limit))]);
    let list: RestrictionList = client.get(&format!("/restrictions{query}")).await?;
    let talk = client.talk();
    if list.restrictions.len() == ACCOUNTS_MAX {
        out::talk(&talk.say(key::CLI_UNLOCK_PERHAPS_MORE, &[("limit", ACCOUNTS_MAX.into())]));
    }
    let mut targets = Vec::<Target>::new();
    for account in list.restrictions.into_iter().filter_map(|row| row.account) {
        // Each lane has a lock of its own.
        if targets.iter().all(|target| target.account != account.id) {
            targets.push(Target { user: None, account: account.id, address: account.address });
        }
    }
    Ok(targets)
}

async fn is_locked(client: &Client, account: &str) -> Result<bool, Failure> {
    let kind = RestrictionKind::SignInLocked.code();
    let query = query(&[("account", Some(account)), ("kind", Some(kind)), ("limit", Some("1"))]);
    let list: RestrictionList = client.get(&format!("/restrictions{query}")).await?;
    Ok(!list.restrictions.is_empty())
}

/// Asks on a terminal. The number is the answer: it cannot be given by habit, and it is the same in six languages.
fn confirm(talk: &Talk, accounts: usize, is_input_used: bool) -> Outcome {
    let count = [("count", accounts.into())];
    if is_input_used || !io::stdin().is_terminal() {
        return Err(Failure::new(Exit::Usage, talk.say(key::CLI_UNLOCK_NEEDS_YES, &count)));
    }
    out::talk(&talk.say(key::CLI_UNLOCK_ASK, &count));
    let mut answer = String::new();
    let cannot = |error: io::Error| Failure::new(Exit::Failure, error.to_string());
    io::stdin().lock().read_line(&mut answer).map_err(cannot)?;
    if answer.trim() == accounts.to_string() {
        Ok(())
    } else {
        Err(Failure::new(Exit::Failure, talk.label(key::CLI_UNLOCK_NOT)))
    }
}

async fn unlock_each(
    client: &Client,
    targets: Vec<Target>,
    body: &UnlockBody,
    results: &mut Vec<UnlockResult>,
) -> Outcome {
    // A server that has gone is not waited for once per account.
    let mut gone = None;
    for target in targets {
        let answer = match &gone {
            Some(message) => Err(String::clone(message)),
            None => match send(client, &target.account, body).await {
                Ok(done) => Ok(done),
                Err(Failure::Server { exit: _, problem }) => Err(problem.detail),
                Err(Failure::Said { exit, message }) => {
                    gone = (exit == Exit::Unreachable).then(|| message.clone());
                    Err(message)
                }
                Err(Failure::ReaderGone) => return Err(Failure::ReaderGone),
            },
        };
        results.push(match answer {
            Ok(done) => UnlockResult { done: Some(done), ..target.result("unlocked") },
            Err(message) => UnlockResult { message: Some(message), ..target.result("failed") },
        });
    }
    Ok(())
}

async fn send(client: &Client, account: &str, body: &UnlockBody) -> Result<DoneView, Failure> {
    client.send(Method::POST, &format!("/accounts/{account}/unlock"), body).await
}

impl Target {
    fn result(self, outcome: &'static str) -> UnlockResult {
        UnlockResult {
            user: self.user,
            account: Some(self.account),
            address: Some(self.address),
            outcome,
            message: None,
            done: None,
        }
    }
}

/// A line for each account, and code 6 when one of them was not done.
fn print(talk: &Talk, results: Vec<UnlockResult>, body: &UnlockBody) -> Outcome {
    let failed = results.iter().filter(|result| result.outcome == "failed").count();
    if talk.json {
        out::json(&UnlockResults { results })?;
    } else {
        for result in &results {
            out::line(&line(talk, result, body))?;
        }
        if results.is_empty() {
            out::talk(&talk.label(key::CLI_UNLOCK_NOBODY));
        }
    }
    if failed == 0 {
        return Ok(());
    }
    Err(Failure::new(Exit::Partly, talk.say(key::CLI_UNLOCK_FAILED, &[("count", failed.into())])))
}

fn line(talk: &Talk, result: &UnlockResult, body: &UnlockBody) -> String {
    let name = result.address.as_ref().or(result.user.as_ref()).map_or("", String::as_str);
    let account = ("account", name.into());
    match (result.outcome, &result.message) {
        ("unlocked", _) => sentence(talk, name, body),
        ("would_unlock", _) => talk.say(key::CLI_UNLOCK_WOULD, &[account]),
        ("not_locked", _) => talk.say(key::CLI_UNLOCK_NOT_LOCKED, &[account]),
        (_, message) => {
            let cause = message.as_deref().unwrap_or("");
            talk.say(key::CLI_UNLOCK_FAILED_ONE, &[account, ("cause", cause.into())])
        }
    }
}

/// What was done, for one account.
fn sentence(talk: &Talk, address: &str, body: &UnlockBody) -> String {
    match body.eased_until.as_deref().and_then(time::parse) {
        Some(until) => {
            let until = talk.time_and_zone(&When::from(until));
            talk.say(key::CLI_DONE_EASED, &[("account", address.into()), ("until", (&until).into())])
        }
        None => talk.say(key::CLI_DONE_UNLOCKED, &[("account", address.into())]),
    }
}
