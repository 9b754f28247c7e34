//! `/admin/users/{id}/sessions`: who is signed in under one account now, at the mail server and in the admin centre, and
//! ending that, from one address or all.

use std::net::IpAddr;

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::effect::Point;
use postern_core::time::Timestamp;
use postern_engine::ports::{AgentError, ReceiptOutcome};
use postern_engine::sessions::OpenSessions;
use postern_text::key;

use super::accounts::name_of;
use super::done;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::Shell;
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/open_sessions.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    problem: Option<String>,
    rows: Vec<Row>,
    /// The addresses that can be chosen, each once.
    sources: Vec<String>,
    chosen: String,
    is_listed: bool,
    question: Option<Question>,
}

/// Connections of one kind from one address.
struct Row {
    protocol: String,
    source: String,
    connections: String,
    signed_in: Option<Timestamp>,
    client: String,
}

/// `GET /admin/users/{id}/sessions`
pub async fn show(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let account = admin.account(&id).await?;
    let may_end = admin.is_allowed(CommandKind::EndSessions);
    let question = may_end.then(|| Question::fresh(&admin, CommandKind::EndSessions));
    page(&admin, account, question, "").await
}

/// `POST /admin/users/{id}/sessions`
pub async fn end(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let account = admin.account(&id).await?;
    let chosen = submitted.text("source");
    if let Some(question) = Question::answered(&submitted, CommandKind::EndSessions).await? {
        return page(admin, account, Some(question), chosen).await;
    }
    // What cannot be an address is not one of the list, and must not mean all of them.
    let from: Option<IpAddr> = match chosen {
        "all" => None,
        address => Some(address.parse().map_err(|_| PageError::not_found(admin))?),
    };
    let done = admin.engine.end_sessions(account.id, from, admin.because(submitted.text("reason"))).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let words = admin.words;
    let of = [("account", account.primary.as_str().into())];
    let answer = done.receipts.iter().find(|receipt| receipt.point == Point::MailSessions);
    let told = match answer.map(|receipt| &receipt.outcome) {
        Some(ReceiptOutcome::Done) => words.say(key::SESSIONS_ENDED, &of),
        Some(ReceiptOutcome::Failed { message, .. } | ReceiptOutcome::GivenUp { message }) => {
            words.say(key::SESSIONS_FAILED, &[("cause", message.into())])
        }
        None if admin.engine.has_mail_agent() => words.say(key::SESSIONS_UNDERWAY, &of),
        None => words.say(key::SESSIONS_ENDED, &of),
    };
    let shell = Shell::new(admin, None, words.t(key::ADMINS_SESSIONS));
    let back = format!("/users/{}/sessions", account.id);
    Ok(done::page(shell, &back, told, &done.receipts, None))
}

async fn page(
    admin: &Admin,
    account: Account,
    question: Option<Question>,
    chosen: &str,
) -> Result<Response, PageError> {
    let open = admin.engine.open_sessions(account.id).await.map_err(PageError::unread(admin))?;
    let open = open.ok_or_else(|| PageError::not_found(admin))?;
    let words = admin.words;
    let problem = match &open.mail {
        Ok(_) => None,
        Err(AgentError::NotConfigured) => Some(words.t(key::SESSIONS_NOT_CONNECTED)),
        Err(error) => Some(words.say(key::SESSIONS_UNREADABLE, &[("cause", (&error.to_string()).into())])),
    };
    let shell = Shell::new(admin, None, words.t(key::ADMINS_SESSIONS));
    let rows = rows(&shell, &open);
    let mut sources: Vec<String> =
        rows.iter().map(|row| row.source.clone()).filter(|source| !source.is_empty()).collect();
    sources.sort();
    sources.dedup();
    let page = Page {
        // Where nothing can be seen everything can still be ended.
        question: question.filter(|_| {
            !rows.is_empty()
                || matches!(open.mail, Err(ref error) if !matches!(error, AgentError::NotConfigured))
        }),
        chosen: if sources.iter().any(|source| source == chosen) { chosen } else { "all" }.to_owned(),
        is_listed: open.mail.is_ok(),
        name: name_of(&account),
        problem,
        rows,
        sources,
        account,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn rows(shell: &Shell, open: &OpenSessions) -> Vec<Row> {
    let mail = open.mail.iter().flatten().map(|known| Row {
        protocol: known.session.protocol.to_uppercase(),
        source: known.session.address.map(|address| address.to_string()).unwrap_or_default(),
        connections: shell.number(known.session.connections.into()),
        signed_in: known.signed_in,
        client: known.client.clone(),
    });
    let own = open.own.iter().map(|session| Row {
        protocol: shell.t(key::SESSIONS_ADMIN_CENTRE),
        source: session.source.clone(),
        connections: shell.number(1),
        signed_in: Some(session.opened),
        client: session.client.clone(),
    });
    mail.chain(own).collect()
}
