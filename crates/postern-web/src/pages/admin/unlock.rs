//! `/admin/users/{id}/unlock`: opens the lanes of signing in that a rule has locked; the password stays as it is.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind};
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_text::key;

use super::accounts::{name_of, open_of};
use super::done;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

#[derive(Template)]
#[template(path = "admin/unlock.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    open: Vec<(Restriction, String)>,
    failures: Vec<String>,
    not_locked: Option<String>,
    question: Question,
}

/// `GET /admin/users/{id}/unlock`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::UnlockSignIn)?;
    let account = admin.account(&id).await?;
    page(&admin, account, Question::fresh(&admin, CommandKind::UnlockSignIn)).await
}

/// `POST /admin/users/{id}/unlock`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let account = admin.account(&id).await?;
    if let Some(question) = Question::answered(&submitted, CommandKind::UnlockSignIn).await? {
        return page(admin, account, question).await;
    }
    let asker = admin.because(submitted.text("reason"));
    let done = admin.engine.execute(account.id, Command::UnlockSignIn, asker).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let title = admin.words.say(key::ADMIN_NAV_LOCKS, &[]);
    let shell = Shell::of_what_was_done(admin, Some(Place::Locks), title).await?;
    let sentence = admin.words.say(key::UNLOCK_DONE, &[("account", account.primary.as_str().into())]);
    Ok(done::page(shell, "/locks", sentence, &done.receipts, None))
}

async fn page(admin: &Admin, account: Account, question: Question) -> Result<Response, PageError> {
    let why = admin.engine.why(account.id).await.map_err(PageError::unread(admin))?;
    let why = why.ok_or_else(|| PageError::not_found(admin))?;
    let restrictions = why.open.iter().map(|row| row.restriction.clone()).collect();
    let open = open_of(restrictions, |row| row.kind == RestrictionKind::SignInLocked);
    let words = admin.words;
    let zone = &admin.engine.site().time_zone;
    let address = account.primary.to_string();
    let title = words.say(key::UNLOCK_TITLE, &[("account", (&address).into())]);
    let page = Page {
        not_locked: open.is_empty().then(|| words.say(key::UNLOCK_NOT, &[("account", (&address).into())])),
        failures: why.failures.iter().filter_map(|group| words.failure_group(group, zone)).collect(),
        open: open.into_iter().map(|row| (row.clone(), words.restriction_reason(&row.reason))).collect(),
        name: name_of(&account),
        shell: Shell::new(admin, Some(Place::Locks), title),
        account,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}
