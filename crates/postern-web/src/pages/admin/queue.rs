//! `/admin/users/{id}/queue`: what of one account lies in the mail server's queue. Some or all of it is held, released or
//! deleted: first a look at which messages, then, with a reason, the change and what the queue answered.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind};
use postern_core::effect::{Point, QUEUE_IDS_MAX};
use postern_core::mail_queue::{QueueAction, QueueId, QueueState};
use postern_core::time::Timestamp;
use postern_engine::commands::{Done, QueueChoice};
use postern_engine::mail_queue::QueuedMail;
use postern_engine::ports::{ExportError, ReceiptOutcome};
use postern_text::{Key, key};

use super::accounts::name_of;
use super::page_error::PageError;
use super::question::Question;
use super::receipts::ReceiptLine;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell, root_of};
use crate::pages::Tell;

/// Rows of the page.
const ROWS_MAX: usize = 200;
/// Recipients that a row names; the number of all stands before them.
const RECIPIENTS_SHOWN: usize = 2;

#[derive(Template)]
#[template(path = "admin/queue.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    lede: String,
    problem: Option<String>,
    rows: Vec<Row>,
    more: Option<String>,
    actions: Vec<Action>,
}

/// A button below the list.
struct Action {
    code: &'static str,
    name: Key,
    is_delete: bool,
}

/// One message.
struct Row {
    id: String,
    tick: String,
    at: Timestamp,
    state: String,
    is_held: bool,
    sender: String,
    recipients: String,
    delay: String,
    size: String,
}

#[derive(Template)]
#[template(path = "admin/queue_preview.html")]
struct Preview {
    shell: Shell,
    account: Account,
    action: QueueAction,
    is_all: bool,
    /// None: nothing is ticked here.
    actions: Vec<Action>,
    yes: Key,
    rows: Vec<Row>,
    more: Option<String>,
    problem: Option<String>,
    /// To delete, the address has to be written.
    typed: String,
    typed_problem: Option<String>,
    question: Question,
}

#[derive(Template)]
#[template(path = "admin/queue_done.html")]
struct DonePage {
    shell: Shell,
    account: Account,
    done: Result<String, String>,
    receipts: Vec<ReceiptLine>,
}

const ACTIONS: [QueueAction; 3] = [QueueAction::Hold, QueueAction::Release, QueueAction::Delete];

fn kind_of(action: QueueAction) -> CommandKind {
    Command::ChangeQueue { action, messages: 0 }.kind()
}

const fn button(action: QueueAction) -> Key {
    match action {
        QueueAction::Hold => key::QUEUE_HOLD,
        QueueAction::Release => key::QUEUE_RELEASE,
        QueueAction::Delete => key::QUEUE_DELETE,
    }
}

const fn question(action: QueueAction) -> Key {
    match action {
        QueueAction::Hold => key::QUEUE_ASK_HOLD,
        QueueAction::Release => key::QUEUE_ASK_RELEASE,
        QueueAction::Delete => key::QUEUE_ASK_DELETE,
    }
}

const fn yes(action: QueueAction) -> Key {
    match action {
        QueueAction::Hold => key::QUEUE_YES_HOLD,
        QueueAction::Release => key::QUEUE_YES_RELEASE,
        QueueAction::Delete => key::QUEUE_YES_DELETE,
    }
}

/// `GET /admin/users/{id}/queue`
pub async fn show(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let account = admin.account(&id).await?;
    let words = admin.words;
    let address = account.primary.as_str();
    let (mails, problem) = match admin.engine.queue_of(account.id).await {
        Ok(mails) => (mails, None),
        Err(error) => (Vec::new(), Some(unreadable(&admin, &error))),
    };
    let held = mails.iter().filter(|mail| mail.message.state == QueueState::Held).count();
    let counts = [("account", address.into()), ("count", mails.len().into()), ("held", held.into())];
    let shell = Shell::new(&admin, Some(Place::Users), words.t(key::POINT_MAIL_QUEUE));
    let page = Page {
        lede: match (&problem, mails.len()) {
            (Some(_), _) => String::new(),
            (None, 0) => words.say(key::CLI_QUEUE_EMPTY, &counts[..1]),
            (None, _) => words.say(key::CLI_QUEUE_COUNTS, &counts),
        },
        more: more(&admin, mails.len()),
        rows: mails.iter().take(ROWS_MAX).map(|mail| row(&shell, mail)).collect(),
        actions: ACTIONS
            .into_iter()
            .filter(|&action| admin.is_allowed(kind_of(action)))
            .map(|action| Action {
                code: action.code(),
                name: button(action),
                is_delete: action == QueueAction::Delete,
            })
            .collect(),
        name: name_of(&account),
        problem,
        account,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// `GET` of the addresses that answer a form, as after a change of the language: back to the queue.
pub async fn back(admin: Admin, Path(id): Path<String>) -> Result<Redirect, PageError> {
    let account = admin.account(&id).await?.id;
    Ok(Redirect::to(&format!("{}{}/users/{account}/queue", root_of(&admin.engine), super::PREFIX)))
}

/// `POST /admin/users/{id}/queue/preview`
pub async fn ask(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let (account, action) = begun(&submitted, &id).await?;
    preview(&submitted, account, action, None, Question::fresh(admin, kind_of(action))).await
}

/// `POST /admin/users/{id}/queue/do`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let (account, action) = begun(&submitted, &id).await?;
    let what = kind_of(action);
    // What is deleted is gone for good: the address is written, as on the command line.
    if action == QueueAction::Delete && submitted.text("typed") != account.primary.as_str() {
        let again = Question { reason: submitted.text("reason").to_owned(), ..Question::fresh(admin, what) };
        let problem = Some(admin.words.t(key::QUEUE_TYPED_WRONG));
        return preview(&submitted, account, action, problem, again).await;
    }
    if let Some(question) = Question::answered(&submitted, what).await? {
        return preview(&submitted, account, action, None, question).await;
    }
    let choice = match chosen(&submitted) {
        Ok(Some(ids)) => QueueChoice::These(ids),
        Ok(None) => QueueChoice::All,
        Err(_) => {
            let question = Question::fresh(admin, what);
            return preview(&submitted, account, action, None, question).await;
        }
    };
    let asker = admin.because(submitted.text("reason"));
    let done = admin.engine.change_queue(account.id, action, choice, asker).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let shell = Shell::new(admin, Some(Place::Users), admin.words.t(key::POINT_MAIL_QUEUE));
    let page = DonePage {
        done: told(admin, &account, action, &done),
        receipts: shell.receipts(&done.receipts),
        account,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// Whose queue, and what is to be done; whether this admin may do it at all.
async fn begun(submitted: &Submitted, id: &str) -> Result<(Account, QueueAction), PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::HoldMail)?;
    let action = QueueAction::from_code(submitted.text("do")).ok_or_else(|| PageError::not_found(admin))?;
    admin.may(kind_of(action))?;
    Ok((admin.account(id).await?, action))
}

/// The messages that were ticked; none for all of them. Or what is wrong with the choice.
fn chosen(submitted: &Submitted) -> Result<Option<Vec<QueueId>>, String> {
    if submitted.text("all") == "1" {
        return Ok(None);
    }
    let ids: Vec<QueueId> = submitted.texts("m").into_iter().filter_map(QueueId::parse).collect();
    let words = submitted.admin.words;
    match ids.len() {
        0 => Err(words.t(key::QUEUE_NONE_CHOSEN)),
        1..=QUEUE_IDS_MAX => Ok(Some(ids)),
        _ => Err(words.say(key::QUEUE_TOO_MANY, &[("max", QUEUE_IDS_MAX.into())])),
    }
}

/// Only what the queue has answered is told as done.
fn told(admin: &Admin, account: &Account, action: QueueAction, done: &Done) -> Result<String, String> {
    let words = admin.words;
    let of = [("account", account.primary.as_str().into())];
    let answer = done.receipts.iter().find(|receipt| receipt.point == Point::MailQueue);
    match answer.map(|receipt| &receipt.outcome) {
        None => Ok(words.say(key::QUEUE_UNDERWAY, &of)),
        Some(ReceiptOutcome::Done) => Ok(words.say(
            match action {
                QueueAction::Hold => key::CLI_QUEUE_HELD,
                QueueAction::Release => key::CLI_QUEUE_RELEASED,
                QueueAction::Delete => key::CLI_QUEUE_DELETED,
            },
            &of,
        )),
        Some(ReceiptOutcome::Failed { message, .. } | ReceiptOutcome::GivenUp { message }) => {
            Err(words.say(key::CLI_QUEUE_FAILED, &[("cause", message.into())]))
        }
    }
}

async fn preview(
    submitted: &Submitted,
    account: Account,
    action: QueueAction,
    typed_problem: Option<String>,
    question_asked: Question,
) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let words = admin.words;
    let (choice, mut problem) = match chosen(submitted) {
        Ok(choice) => (choice, None),
        Err(problem) => (Some(Vec::new()), Some(problem)),
    };
    let mails = match admin.engine.queue_of(account.id).await {
        Ok(mails) => mails,
        Err(error) => {
            problem = Some(unreadable(admin, &error));
            Vec::new()
        }
    };
    let is_meant = |mail: &&QueuedMail| {
        mail.message.state.is_changed_by(action)
            && choice.as_ref().is_none_or(|ids| ids.contains(&mail.message.id))
    };
    let meant: Vec<&QueuedMail> = mails.iter().filter(is_meant).collect();
    if meant.is_empty() && problem.is_none() {
        problem = Some(words.t(key::QUEUE_NOTHING_LEFT));
    }
    let title = match meant.len() {
        0 => words.t(key::POINT_MAIL_QUEUE),
        count => words.say(question(action), &[("count", count.into())]),
    };
    let shell = Shell::new(admin, Some(Place::Users), title);
    let page = Preview {
        more: more(admin, meant.len()),
        rows: if choice.is_some() {
            meant.iter().map(|mail| row(&shell, mail)).collect()
        } else {
            meant.iter().take(ROWS_MAX).map(|mail| row(&shell, mail)).collect()
        },
        is_all: choice.is_none(),
        actions: Vec::new(),
        yes: yes(action),
        typed: submitted.text("typed").to_owned(),
        question: question_asked,
        account,
        action,
        problem,
        typed_problem,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn more(admin: &Admin, count: usize) -> Option<String> {
    let more = count.saturating_sub(ROWS_MAX);
    (more > 0).then(|| admin.words.say(key::CLI_QUEUE_MORE, &[("count", more.into())]))
}

fn unreadable(admin: &Admin, error: &ExportError) -> String {
    match error {
        ExportError::NotConfigured => admin.words.t(key::CLI_ERROR_QUEUE_NOT_CONFIGURED),
        error => {
            let cause = error.to_string();
            admin.words.say(key::CLI_ERROR_QUEUE_UNREADABLE, &[("cause", (&cause).into())])
        }
    }
}

fn row(shell: &Shell, mail: &QueuedMail) -> Row {
    let message = &mail.message;
    let first: Vec<&str> =
        message.first_recipients.iter().take(RECIPIENTS_SHOWN).map(|it| it.address.as_str()).collect();
    let more = if message.recipients as usize > first.len() { ", …" } else { "" };
    let delay = message.first_recipients.iter().find_map(|recipient| recipient.delay_reason.clone());
    Row {
        id: message.id.to_string(),
        tick: shell.words.tell(key::QUEUE_SELECT, &[("id", message.id.as_str().into())]),
        at: mail.envelope.at,
        state: shell.words.queue_state(message.state),
        is_held: message.state == QueueState::Held,
        sender: if message.sender.is_empty() {
            shell.t(key::CLI_QUEUE_NO_SENDER)
        } else {
            message.sender.clone()
        },
        recipients: format!("{}: {}{more}", shell.number(message.recipients.into()), first.join(", ")),
        delay: delay.unwrap_or_default(),
        size: shell.number(message.size_bytes),
    }
}
