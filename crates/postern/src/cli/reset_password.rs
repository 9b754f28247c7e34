//! `postern user reset-password`: one password, shown on the terminal; or those of a list, into a new file that only its owner
//! can read. What goes wrong for one stops nobody else: it is a line of the file and the exit code.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use futures_util::future::join_all;
use hyper::Method;
use postern_text::key;
use postern_web::api::v1::accounts::{ResetBody, ResetView};
use serde::Serialize;

use super::args::ResetPasswordArgs;
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::{alternates, out, password, receipts, who};

/// Asked for at once: each waits for the mail server's files, which are written for all of them together, and half of the
/// places in the server's hashing pool stay free for people who sign in.
const AT_ONCE: usize = 16;
/// Most bytes of a list: a hundred thousand lines, each longer than most addresses.
const LIST_BYTES_MAX: u64 = 8 * 1024 * 1024;

/// A line of the file.
#[derive(Serialize)]
struct Line {
    /// What the list says.
    user: String,
    account: String,
    address: String,
    /// `reset` or `failed`.
    outcome: &'static str,
    password: String,
    expires: String,
    page: String,
    /// Why it failed, in the reader's words.
    message: String,
}

pub async fn run(client: &Client, args: &ResetPasswordArgs) -> Outcome {
    match args.user.strip_prefix('@') {
        Some(list) => many(client, args, Path::new(list)).await,
        None => one(client, args).await,
    }
}

async fn one(client: &Client, args: &ResetPasswordArgs) -> Outcome {
    let account = who::find(client, &args.user).await?;
    let talk = client.talk();
    let chosen = if args.choose { Some(password::read(talk)?) } else { None };
    let view = reset(client, &account.id, args, chosen).await?;
    if talk.json {
        return out::json(&view);
    }
    if let Some(address) = &view.mailed_to {
        let sentence = talk.say(key::ALTERNATES_LINK_SENT, &[("address", address.into())]);
        return receipts::print(talk, &view.done, &sentence);
    }
    let sentence = talk.say(key::CLI_RESET_DONE, &[("account", (&account.address).into())]);
    receipts::print(talk, &view.done, &sentence)?;
    match &view.expires {
        Some(expires) => {
            let (until, page) = (talk.time_and_zone(expires), view.page.as_deref().unwrap_or_default());
            let arguments = [("until", (&until).into()), ("page", page.into())];
            out::line(&talk.say(key::CLI_RESET_UNTIL, &arguments))?;
        }
        None => out::line(&talk.label(key::CLI_RESET_STAYS))?,
    }
    if let Some(generated) = &view.password {
        out::talk(&talk.label(key::CLI_RESET_HAND_OVER));
        out::talk(&talk.label(key::CLI_RESET_SHOWN));
        out::line(generated)?;
    }
    Ok(())
}

async fn many(client: &Client, args: &ResetPasswordArgs, list: &Path) -> Outcome {
    let talk = client.talk();
    let usage = |message| Err(Failure::new(Exit::Usage, message));
    if args.choose {
        return usage(talk.label(key::CLI_RESET_ONE_CHOSEN));
    }
    let Some(path) = &args.out else { return usage(talk.label(key::CLI_RESET_NEEDS_FILE)) };
    let users = users(list)?;
    let may_go_on = args.yes || io::stdin().is_terminal() && is_confirmed(client, users.len())?;
    if !may_go_on {
        return usage(talk.say(key::CLI_RESET_NEEDS_YES, &[("count", users.len().into())]));
    }
    let name = path.display().to_string();
    let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return usage(talk.say(key::CLI_RESET_FILE_EXISTS, &[("file", (&name).into())]));
        }
        Err(error) => return usage(format!("{name}: {error}")),
    };
    let mut failed = 0;
    let mut writer = csv::Writer::from_writer(file);
    for some in users.chunks(AT_ONCE) {
        let lines = join_all(some.iter().map(|user| line(client, args, user))).await;
        failed += lines.iter().filter(|line| line.outcome == "failed").count();
        // At once: what was reset is in the file whatever becomes of the rest.
        write(&mut writer, lines).map_err(|error| Failure::new(Exit::Failure, format!("{name}: {error}")))?;
    }
    out::line(&talk.say(key::CLI_RESET_MANY_DONE, &[("count", (users.len() - failed).into())]))?;
    out::talk(&talk.say(key::CLI_RESET_FILE, &[("file", (&name).into())]));
    out::talk(&talk.label(key::CLI_RESET_HAND_OVER));
    if failed == 0 {
        return Ok(());
    }
    Err(Failure::new(Exit::Partly, talk.say(key::CLI_RESET_MANY_FAILED, &[("count", failed.into())])))
}

/// Asks on a terminal. The number is the answer: it cannot be given by habit, and it is the same in six languages.
fn is_confirmed(client: &Client, accounts: usize) -> Result<bool, Failure> {
    out::talk(&client.talk().say(key::CLI_RESET_ASK, &[("count", accounts.into())]));
    let mut answer = String::new();
    let cannot = |error: io::Error| Failure::new(Exit::Failure, error.to_string());
    io::stdin().lock().read_line(&mut answer).map_err(cannot)?;
    Ok(answer.trim() == accounts.to_string())
}

/// What the list says, everybody once.
fn users(list: &Path) -> Result<Vec<String>, Failure> {
    let cannot = |error: io::Error| Failure::new(Exit::Usage, format!("{}: {error}", list.display()));
    let file = File::open(list).map_err(cannot)?;
    let mut users = Vec::<String>::new();
    let mut seen = std::collections::HashSet::new();
    for line in BufReader::new(file.take(LIST_BYTES_MAX)).lines() {
        let user = line.map_err(cannot)?.trim().to_owned();
        if !user.is_empty() && seen.insert(user.clone()) {
            users.push(user);
        }
    }
    Ok(users)
}

async fn line(client: &Client, args: &ResetPasswordArgs, user: &str) -> Line {
    let mut line = Line {
        user: user.to_owned(),
        account: String::new(),
        address: String::new(),
        outcome: "failed",
        password: String::new(),
        expires: String::new(),
        page: String::new(),
        message: String::new(),
    };
    match found_and_reset(client, args, user, &mut line).await {
        Ok(view) => {
            line.outcome = "reset";
            line.password = view.password.unwrap_or_default();
            line.expires =
                view.expires.map(|expires| client.talk().time_and_zone(&expires)).unwrap_or_default();
            line.page = view.page.unwrap_or_default();
        }
        Err(Failure::Server { exit: _, problem }) => line.message = problem.detail,
        Err(Failure::Said { exit: _, message }) => line.message = message,
        Err(Failure::ReaderGone) => {}
    }
    line
}

async fn found_and_reset(
    client: &Client,
    args: &ResetPasswordArgs,
    user: &str,
    line: &mut Line,
) -> Result<ResetView, Failure> {
    let account = who::find(client, user).await?;
    line.account.clone_from(&account.id);
    line.address.clone_from(&account.address);
    reset(client, &account.id, args, None).await
}

async fn reset(
    client: &Client,
    account: &str,
    args: &ResetPasswordArgs,
    chosen: Option<String>,
) -> Result<ResetView, Failure> {
    let alternate = match &args.to {
        Some(to) => Some(alternates::named(client, account, to).await?.id),
        None => None,
    };
    let body = ResetBody {
        password: chosen,
        must_change: !args.stays,
        delivery: args.send_link.then(|| "link".to_owned()),
        alternate,
        reason: args.reason.reason.clone(),
    };
    client.send(Method::POST, &format!("/accounts/{account}/password-resets"), &body).await
}

fn write(writer: &mut csv::Writer<File>, lines: Vec<Line>) -> Result<(), csv::Error> {
    for line in lines {
        writer.serialize(line)?;
    }
    writer.flush()?;
    writer.get_ref().sync_data()?;
    Ok(())
}
