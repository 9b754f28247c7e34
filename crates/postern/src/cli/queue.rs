//! `postern queue …`: what one account has in the mail server's queue, and what becomes of it. First which messages it
//! is about, then what was done, then what the queue answered.

use std::io::{self, BufRead, IsTerminal};

use hyper::Method;
use postern_core::effect::Point;
use postern_core::mail_queue::{QueueAction, QueueState};
use postern_text::key;
use postern_web::api::v1::commands::{DoneView, ReceiptView};
use postern_web::api::v1::queue::{QueueBody, QueueView, QueuedMessageView};

use super::args::{Queue, QueueChangeArgs};
use super::client::{Client, query};
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{cure, out, receipts, who};

/// Most messages that are looked at for a preview: as many as one page has.
const PREVIEW_ROWS: u32 = 500;
/// Most recipients in a row of the table; the number of all stands before them.
const RECIPIENTS_IN_ROW: usize = 2;

pub async fn run(client: &Client, args: &Queue) -> Outcome {
    match args {
        Queue::Show { user, limit } => show(client, &user.user, limit.limit).await,
        Queue::Hold(args) => change(client, QueueAction::Hold, args, true).await,
        Queue::Release(args) => change(client, QueueAction::Release, args, true).await,
        Queue::Delete { change: args, yes } => change(client, QueueAction::Delete, args, *yes).await,
    }
}

async fn show(client: &Client, user: &str, limit: u32) -> Outcome {
    let account = who::find(client, user).await?;
    let view = read(client, &account.id, limit).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&view);
    }
    if view.total == 0 {
        out::talk(&talk.say(key::CLI_QUEUE_EMPTY, &[("account", (&account.address).into())]));
        return Ok(());
    }
    let shown: Vec<&QueuedMessageView> = view.messages.iter().collect();
    print(talk, &shown)?;
    let more = view.total - shown.len();
    if more > 0 {
        out::talk(&talk.say(key::CLI_QUEUE_MORE, &[("count", more.into())]));
    }
    print_counts(talk, &account.address, view.total, view.held)
}

async fn read(client: &Client, account: &str, limit: u32) -> Result<QueueView, Failure> {
    let query = query(&[("limit", Some(&limit.to_string()))]);
    client.get(&format!("/accounts/{account}/queue{query}")).await
}

/// How many there are, and the commands that decide about them.
pub fn print_counts(talk: &Talk, address: &str, total: usize, held: usize) -> Outcome {
    let counts = [("account", address.into()), ("count", total.into()), ("held", held.into())];
    out::line(&talk.say(key::CLI_QUEUE_COUNTS, &counts))?;
    if held > 0 {
        let command = cure::of_queue("release", address);
        out::line(&talk.say(key::CLI_QUEUE_LET_GO, &[("command", (&command).into())]))?;
    }
    if total > 0 {
        let command = cure::of_queue("delete", address);
        out::line(&talk.say(key::CLI_QUEUE_REMOVE, &[("command", (&command).into())]))?;
    }
    Ok(())
}

fn print(talk: &Talk, messages: &[&QueuedMessageView]) -> Outcome {
    let head = [
        talk.label(key::CLI_HEAD_ID),
        talk.head_of_times(key::CLI_HEAD_WHEN),
        talk.label(key::CLI_HEAD_STATE),
        talk.label(key::CLI_HEAD_SENDER),
        talk.label(key::CLI_HEAD_RECIPIENTS),
        talk.label(key::CLI_HEAD_SIZE),
        talk.label(key::CLI_HEAD_DELAY),
    ];
    let rows = messages.iter().map(|message| {
        [
            message.id.clone(),
            talk.time(&message.at),
            state(talk, message),
            sender(talk, &message.sender),
            recipients(message),
            message.size_bytes.to_string(),
            message.first_recipients.iter().find_map(|it| it.delay_reason.clone()).unwrap_or_default(),
        ]
    });
    out::table(head, rows.collect())
}

/// A newer server's state is shown by its code.
fn state(talk: &Talk, message: &QueuedMessageView) -> String {
    QueueState::from_code(&message.state)
        .map_or_else(|| message.state.clone(), |state| talk.words().queue_state(state))
}

/// The envelope sender, or that there is none.
pub fn sender(talk: &Talk, sender: &str) -> String {
    if sender.is_empty() { talk.label(key::CLI_QUEUE_NO_SENDER) } else { sender.to_owned() }
}

fn recipients(message: &QueuedMessageView) -> String {
    let first = message.first_recipients.iter().take(RECIPIENTS_IN_ROW);
    let first: Vec<&str> = first.map(|recipient| recipient.address.as_str()).collect();
    let more = if message.recipients as usize > first.len() { ", …" } else { "" };
    format!("{}: {}{more}", message.recipients, first.join(", "))
}

async fn change(client: &Client, action: QueueAction, args: &QueueChangeArgs, is_sure: bool) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let talk = client.talk();
    if args.dry_run || !is_sure {
        let view = read(client, &account.id, PREVIEW_ROWS).await?;
        let chosen: Vec<&QueuedMessageView> =
            view.messages.iter().filter(|message| is_meant(message, action, args)).collect();
        // Of a long queue the page has the newest only.
        let beyond = if args.all { view.total - view.messages.len() } else { 0 };
        preview(talk, &chosen, beyond, args.dry_run)?;
        if args.dry_run {
            return Ok(());
        }
        ask(talk, &account.address, chosen.len() + beyond)?;
    }
    let body = QueueBody { reason: args.reason.reason.clone(), all: args.all, ids: args.ids.clone() };
    let path = format!("/accounts/{}/queue/{}", account.id, action.code());
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    tell(talk, &account.address, action, &done)
}

fn is_meant(message: &QueuedMessageView, action: QueueAction, args: &QueueChangeArgs) -> bool {
    let is_changed = QueueState::from_code(&message.state).is_none_or(|state| state.is_changed_by(action));
    is_changed && (args.all || args.ids.contains(&message.id))
}

fn preview(talk: &Talk, chosen: &[&QueuedMessageView], beyond: usize, is_dry: bool) -> Outcome {
    if talk.json && is_dry {
        return out::json(&chosen);
    }
    if !talk.json {
        print(talk, chosen)?;
    }
    if beyond > 0 {
        out::talk(&talk.say(key::CLI_QUEUE_MORE, &[("count", beyond.into())]));
    }
    if is_dry {
        out::talk(&talk.label(key::CLI_IMPORT_DRY));
    }
    Ok(())
}

fn ask(talk: &Talk, address: &str, count: usize) -> Outcome {
    if !io::stdin().is_terminal() {
        return Err(Failure::new(Exit::Usage, talk.label(key::CLI_DELETE_NEEDS_YES)));
    }
    out::talk(&talk.say(key::CLI_QUEUE_ASK, &[("count", count.into()), ("account", address.into())]));
    let mut answer = String::new();
    let cannot = |error: io::Error| Failure::new(Exit::Failure, error.to_string());
    io::stdin().lock().read_line(&mut answer).map_err(cannot)?;
    if answer.trim() == address {
        Ok(())
    } else {
        Err(Failure::new(Exit::Failure, talk.label(key::CLI_DELETE_NOT)))
    }
}

/// What was decided is done only when the queue said so.
fn tell(talk: &Talk, address: &str, action: QueueAction, done: &DoneView) -> Outcome {
    let answer =
        done.receipts.iter().find(|receipt| Point::from_code(&receipt.point) == Some(Point::MailQueue));
    let account = [("account", address.into())];
    match answer {
        Some(ReceiptView { outcome, .. }) if outcome == "done" => {
            let sentence = match action {
                QueueAction::Hold => key::CLI_QUEUE_HELD,
                QueueAction::Release => key::CLI_QUEUE_RELEASED,
                QueueAction::Delete => key::CLI_QUEUE_DELETED,
            };
            receipts::print(talk, done, &talk.say(sentence, &account))
        }
        Some(failed) => {
            if talk.json {
                out::json(done)?;
            }
            let cause = failed.message.as_deref().unwrap_or("");
            let message = talk.say(key::CLI_QUEUE_FAILED, &[("cause", cause.into())]);
            Err(Failure::new(Exit::Failure, message))
        }
        None => receipts::print(talk, done, &talk.say(key::CLI_QUEUE_UNDERWAY, &account)),
    }
}
