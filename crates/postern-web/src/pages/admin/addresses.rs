//! `/admin/users/{id}/addresses`: where the owner can be reached beside the mailbox, one form that adds an address, mails its link
//! again or takes it away, and one that mails a link for a new password, which no admin sees.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::alternate::{AlternateAddress, AlternateRefusal, counts};
use postern_core::command::CommandKind;
use postern_core::ids::AlternateId;
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;
use postern_engine::commands::ExecuteError;
use postern_text::{Arg, Key, key};

use super::accounts::name_of;
use super::done;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::Shell;
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/addresses.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    suspicious: Option<String>,
    rows: Vec<Row>,
    /// What can be chosen: the form's value and what it does.
    choices: Vec<(String, String)>,
    chosen: String,
    new: String,
    problem: Option<String>,
    question: Option<Question>,
}

struct Row {
    address: String,
    added: Timestamp,
    state: Key,
}

/// What somebody wants.
enum Wish {
    Add(String),
    Mail(AlternateId),
    Remove(AlternateId),
    Link(AlternateId),
}

impl Wish {
    /// As the form has it.
    fn of(what: &str, new: &str) -> Option<Self> {
        let (deed, id) = what.split_once('.').unwrap_or((what, ""));
        match deed {
            "add" => Some(Wish::Add(new.to_owned())),
            "mail" => id.parse().ok().map(Wish::Mail),
            "remove" => id.parse().ok().map(Wish::Remove),
            "link" => id.parse().ok().map(Wish::Link),
            _ => None,
        }
    }

    const fn kind(&self) -> CommandKind {
        match self {
            Wish::Link(_) => CommandKind::SetPassword,
            Wish::Add(_) | Wish::Mail(_) | Wish::Remove(_) => CommandKind::ChangeAlternates,
        }
    }
}

/// `GET /admin/users/{id}/addresses`
pub async fn show(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let account = admin.account(&id).await?;
    let may = admin.is_allowed(CommandKind::ChangeAlternates);
    let question = may.then(|| Question::fresh(&admin, CommandKind::ChangeAlternates));
    page(&admin, account, question, ("", ""), None).await
}

/// `POST /admin/users/{id}/addresses`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::ChangeAlternates)?;
    let account = admin.account(&id).await?;
    let typed = (submitted.text("what"), submitted.text("new"));
    let Some(wish) = Wish::of(typed.0, typed.1) else {
        let reason = submitted.text("reason").to_owned();
        let question = Question { reason, ..Question::fresh(admin, CommandKind::ChangeAlternates) };
        let problem = Some(admin.words.t(key::ALTERNATES_PICK));
        return page(admin, account, Some(question), typed, problem).await;
    };
    let kind = wish.kind();
    if let Some(question) = Question::answered(&submitted, kind).await? {
        return page(admin, account, Some(question), typed, None).await;
    }
    let (engine, asker) = (&admin.engine, admin.because(submitted.text("reason")));
    let (said, done) = match wish {
        Wish::Add(new) => (key::ALTERNATES_ADDED, engine.add_alternate(account.id, &new, asker).await),
        Wish::Mail(id) => (key::ALTERNATES_MAILED, engine.mail_alternate_again(account.id, id, asker).await),
        Wish::Remove(id) => (key::ALTERNATES_REMOVED, engine.remove_alternate(account.id, id, asker).await),
        Wish::Link(id) => {
            (key::ALTERNATES_LINK_SENT, engine.mail_password_link(account.id, Some(id), asker).await)
        }
    };
    let done = match done {
        Ok(done) => done,
        // What is wrong with an address stands beside it.
        Err(ExecuteError::Refused(Refusal::Alternate(refusal))) => {
            let reason = submitted.text("reason").to_owned();
            let question = Question { reason, ..Question::fresh(admin, kind) };
            let problem = admin.words.refusal(&Refusal::Alternate(refusal));
            return page(admin, account, Some(question), typed, Some(problem)).await;
        }
        Err(error) => return Err(PageError::of(admin, error)),
    };
    let said = admin.words.say(said, &[("address", (&done.address.address).into())]);
    let shell = Shell::new(admin, None, admin.words.t(key::ALTERNATES_TITLE));
    Ok(done::page(shell, &format!("/users/{}/addresses", account.id), said, &done.done.receipts, None))
}

async fn page(
    admin: &Admin,
    account: Account,
    question: Option<Question>,
    (chosen, new): (&str, &str),
    problem: Option<String>,
) -> Result<Response, PageError> {
    let known = admin.engine.alternates(account.id).await.map_err(PageError::unread(admin))?;
    let since = admin.engine.suspicious_since(account.id);
    let words = admin.words;
    let shell = Shell::new(admin, None, words.t(key::ALTERNATES_TITLE));
    let suspicious = since
        .filter(|_| !known.is_empty())
        .map(|since| words.say(key::ALTERNATES_SUSPICIOUS, &[("when", Arg::Time(since, &shell.zone))]));
    let may_link = admin.is_allowed(CommandKind::SetPassword) && !account.is_gate_only;
    let page = Page {
        choices: choices(admin, &known, since, may_link),
        chosen: if chosen.is_empty() { "add" } else { chosen }.to_owned(),
        new: new.to_owned(),
        rows: known.iter().map(|address| row(address, since)).collect(),
        name: name_of(&account),
        suspicious,
        problem,
        question,
        account,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn row(address: &AlternateAddress, since: Option<Timestamp>) -> Row {
    let state = match counts(address, since) {
        Ok(()) => key::ALTERNATES_CONFIRMED,
        Err(AlternateRefusal::VerifiedTooLate) => key::ALTERNATES_CONFIRMED_LATE,
        Err(_) => key::ALTERNATES_NOT_CONFIRMED,
    };
    Row { address: address.address.clone(), added: address.added, state }
}

fn choices(
    admin: &Admin,
    known: &[AlternateAddress],
    since: Option<Timestamp>,
    may_link: bool,
) -> Vec<(String, String)> {
    let say = |key: Key, address: &AlternateAddress| {
        admin.words.say(key, &[("address", (&address.address).into())])
    };
    let mut choices = Vec::new();
    for address in known {
        let id = address.id;
        if may_link && counts(address, since).is_ok() {
            choices.push((format!("link.{id}"), say(key::ALTERNATES_LINK, address)));
        }
        if address.verified.is_none() {
            choices.push((format!("mail.{id}"), say(key::ALTERNATES_MAIL, address)));
        }
        choices.push((format!("remove.{id}"), say(key::ALTERNATES_REMOVE, address)));
    }
    choices
}
