//! `/admin/users/{id}/rules`: where an account's mail is sent on, and what its owner's rules do. Only looked at.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::forwarding::{Forward, ForwardOrigin, ForwardReach, MailRule, RuleDeed};
use postern_text::key;

use super::accounts::name_of;
use super::page_error::PageError;
use super::session::Admin;
use super::shell::Shell;
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/mail_rules.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    problems: Vec<String>,
    lede: String,
    /// Each with whether it is to be looked at.
    forwards: Vec<(String, bool)>,
    rows: Vec<Row>,
}

/// A rule.
struct Row {
    place: String,
    does: String,
    is_bad: bool,
    about: String,
    when: String,
}

/// `GET /admin/users/{id}/rules`
pub async fn show(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let account = admin.account(&id).await?;
    let words = admin.words;
    let flow = admin.engine.mail_flow(account.id).await.map_err(PageError::unread(&admin))?;
    let flow = flow.ok_or_else(|| PageError::not_found(&admin))?;
    let mut problems: Vec<String> = flow
        .problems
        .iter()
        .map(|problem| words.say(key::RULES_UNREADABLE, &[("cause", problem.into())]))
        .collect();
    if !admin.engine.has_mail_agent() {
        problems.push(words.t(key::SESSIONS_NOT_CONNECTED));
    }
    let shell = Shell::new(&admin, None, words.t(key::RULES_TITLE));
    let rows: Vec<Row> = flow
        .scripts
        .iter()
        .flat_map(|script| script.rules.iter().flatten().map(|rule| row(&shell, &script.name, rule)))
        .collect();
    let lede = match (flow.forwards.is_empty(), problems.is_empty()) {
        (true, true) => words.say(key::RULES_NO_FORWARDS, &[("account", account.primary.as_str().into())]),
        (true, false) | (false, _) => String::new(),
    };
    let page = Page {
        forwards: flow
            .forwards
            .iter()
            .map(|it| (sentence(&shell, it), it.reach != ForwardReach::Own))
            .collect(),
        name: name_of(&account),
        problems,
        lede,
        rows,
        account,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn sentence(shell: &Shell, forward: &Forward) -> String {
    let ForwardOrigin::Rule { is_conditional, .. } = &forward.origin;
    shell.words.forward(&forward.to, forward.reach, forward.keeps, *is_conditional)
}

fn row(shell: &Shell, script: &str, rule: &MailRule) -> Row {
    let (does, about) = match &rule.deed {
        RuleDeed::Redirect { to, is_copy: _ } => ("redirect", to.as_str()),
        RuleDeed::FileInto { folder, is_copy: _ } => ("fileinto", folder.as_str()),
        RuleDeed::Discard => ("discard", ""),
        RuleDeed::Reject => ("reject", ""),
        RuleDeed::Stop => ("stop", ""),
        RuleDeed::Vacation => ("vacation", ""),
        RuleDeed::Include { script, is_global: _ } => ("include", script.as_str()),
        RuleDeed::Notify { method } => ("notify", method.as_str()),
        RuleDeed::Keep => ("keep", ""),
        RuleDeed::Other { command } => (command.as_str(), ""),
    };
    let hides = if rule.hides() { format!(" ({})", shell.t(key::RULES_HIDES)) } else { String::new() };
    Row {
        place: format!("{script}:{}", rule.line),
        does: format!("{does}{hides}"),
        is_bad: rule.hides(),
        about: about.to_owned(),
        when: shell.t(if rule.is_conditional { key::RULES_SOMETIMES } else { key::RULES_ALWAYS }),
    }
}
