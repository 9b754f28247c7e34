//! `/admin/users/{id}/contain`: what Contain would do to this account now, the reason, and what answered.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::containment::Outlook;
use postern_engine::commands::Done;
use postern_engine::ports::ReceiptOutcome;
use postern_text::key;

use super::accounts::name_of;
use super::page_error::PageError;
use super::question::Question;
use super::receipts::ReceiptLine;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

#[derive(Template)]
#[template(path = "admin/contain.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    steps: Vec<Step>,
    question: Question,
}

/// One step in words.
struct Step {
    text: String,
    mark: Mark,
}

/// What stands before a step.
enum Mark {
    ToDo,
    Already,
    OutOfReach,
}

#[derive(Template)]
#[template(path = "admin/contained.html")]
struct DonePage {
    shell: Shell,
    account: Account,
    done: String,
    /// The incident that it is part of.
    incident: Option<String>,
    /// How long everything took, once everything has answered.
    after: Option<String>,
    receipts: Vec<ReceiptLine>,
}

/// `GET /admin/users/{id}/contain`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Contain)?;
    let account = admin.account(&id).await?;
    page(&admin, account, Question::fresh(&admin, CommandKind::Contain)).await
}

/// `POST /admin/users/{id}/contain`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::Contain)?;
    let account = admin.account(&id).await?;
    if let Some(question) = Question::answered(&submitted, CommandKind::Contain).await? {
        return page(admin, account, question).await;
    }
    let done = admin.engine.contain(account.id, admin.because(submitted.text("reason"))).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let of = [("account", account.primary.as_str().into())];
    let shell = Shell::of_what_was_done(admin, Some(Place::Users), admin.words.say(key::CONTAIN_TITLE, &of));
    let shell = shell.await?;
    let page = DonePage {
        done: admin.words.say(key::CONTAIN_DONE, &of),
        incident: admin.engine.open_incident(account.id).map(|incident| incident.to_string()),
        after: after(admin, &done),
        receipts: shell.receipts(&done.receipts),
        shell,
        account,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// The slowest point's time, where every one that was asked answered that it is done.
fn after(admin: &Admin, done: &Done) -> Option<String> {
    let is_done = done.receipts.iter().all(|receipt| receipt.outcome == ReceiptOutcome::Done);
    let slowest = done.receipts.iter().map(|receipt| receipt.latency).max().filter(|_| is_done)?;
    Some(admin.words.say(key::CONTAIN_AFTER, &[("latency", slowest.into())]))
}

async fn page(admin: &Admin, account: Account, question: Question) -> Result<Response, PageError> {
    let preview = admin.engine.preview_containment(account.id, &admin.because("")).await;
    let preview = preview.map_err(|error| PageError::of(admin, error))?;
    let step = |&(step, outlook)| Step {
        text: admin.words.contain_step(step, outlook),
        mark: match outlook {
            Outlook::Will { .. } => Mark::ToDo,
            Outlook::Already => Mark::Already,
            Outlook::OutOfReach => Mark::OutOfReach,
        },
    };
    let of = [("account", account.primary.as_str().into())];
    let page = Page {
        shell: Shell::new(admin, Some(Place::Users), admin.words.say(key::CONTAIN_TITLE, &of)),
        steps: preview.steps.iter().map(step).collect(),
        name: name_of(&account),
        account,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}
