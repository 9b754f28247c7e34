//! `/admin/users/{id}/app-passwords`: what single devices of an account sign in with: listed with their last use, made and
//! shown this once, revoked one by one or all together.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::access;
use postern_core::account::Account;
use postern_core::app_password::{AppPassword, AppPasswordRefusal, LastUse};
use postern_core::command::CommandKind;
use postern_core::ids::AppPasswordId;
use postern_core::protocol::{Protocol, Protocols};
use postern_core::refusal::Refusal;
use postern_engine::commands::ExecuteError;
use postern_text::key;

use super::accounts::name_of;
use super::done::{self, Shown};
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

#[derive(Template)]
#[template(path = "admin/app_passwords.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    rows: Vec<Row>,
    may_revoke: bool,
    form: Option<Form>,
}

struct Row {
    one: AppPassword,
    protocols: String,
    /// By which protocol and from where.
    last: String,
}

/// The form that makes one.
struct Form {
    device: String,
    problem: Option<String>,
    choices: Vec<(Protocol, String, bool)>,
    question: Question,
}

/// What was typed, and what is wrong with it.
struct Typed {
    device: String,
    protocols: Protocols,
    problem: Option<String>,
}

/// `GET /admin/users/{id}/app-passwords`
pub async fn list(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let account = admin.account(&id).await?;
    let typed = Typed { device: String::new(), protocols: Protocols::of_mail(), problem: None };
    page(&admin, account, typed, Question::fresh(&admin, CommandKind::AddAppPassword))
}

/// `POST /admin/users/{id}/app-passwords`
pub async fn add(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::AddAppPassword)?;
    let account = admin.account(&id).await?;
    let protocols = submitted.texts("protocol").into_iter().filter_map(Protocol::from_code).collect();
    let typed = Typed { device: submitted.text("device").to_owned(), protocols, problem: None };
    if let Some(question) = Question::answered(&submitted, CommandKind::AddAppPassword).await? {
        return page(admin, account, typed, question);
    }
    let asker = admin.because(submitted.text("reason"));
    let made = match admin.engine.add_app_password(account.id, &typed.device, protocols, asker).await {
        Ok(made) => made,
        // Nothing of what was typed is lost.
        Err(ExecuteError::Refused(refusal @ Refusal::AppPassword(_))) => {
            let problem = Some(admin.words.refusal(&refusal));
            let reason = submitted.text("reason").to_owned();
            let question = Question { reason, ..Question::fresh(admin, CommandKind::AddAppPassword) };
            return page(admin, account, Typed { problem, ..typed }, question);
        }
        Err(error) => return Err(PageError::of(admin, error)),
    };
    let words = admin.words;
    let done = words.say(key::APP_PASSWORDS_MADE, &[("name", (&made.made.name).into())]);
    let also = words.say(key::APP_PASSWORDS_TYPE, &[]);
    let shown = Shown { label: words.say(key::APP_PASSWORDS_SHOWN, &[]), text: made.text };
    Ok(done::with_secret(shell(admin), &path(&account), done, also, &made.done.receipts, shown))
}

fn shell(admin: &Admin) -> Shell {
    Shell::new(admin, Some(Place::Users), admin.words.say(key::APP_PASSWORDS_TITLE, &[]))
}

fn path(account: &Account) -> String {
    format!("/users/{}/app-passwords", account.id)
}

fn page(admin: &Admin, account: Account, typed: Typed, question: Question) -> Result<Response, PageError> {
    let words = admin.words;
    let row = |one: AppPassword| Row {
        protocols: words.protocols(one.protocols),
        last: one.last_used.as_ref().map(|last| where_from(admin, last)).unwrap_or_default(),
        one,
    };
    let roles = &admin.seen.account.roles;
    let may_add = admin.is_allowed(CommandKind::AddAppPassword)
        && access::may_set_password_of(roles, &account.roles)
        && !account.is_gate_only;
    let choice =
        |&protocol: &Protocol| (protocol, words.protocol(protocol), typed.protocols.contains(protocol));
    let choices = Protocol::OF_MAIL.iter().map(choice).collect();
    let page = Page {
        rows: admin.engine.app_passwords(account.id).into_iter().map(row).collect(),
        may_revoke: admin.is_allowed(CommandKind::RevokeAppPassword)
            && access::may_act_on(roles, &account.roles),
        form: may_add.then_some(Form { device: typed.device, problem: typed.problem, choices, question }),
        name: name_of(&account),
        shell: shell(admin),
        account,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn where_from(admin: &Admin, last: &LastUse) -> String {
    let protocol = last.protocol.map(|protocol| admin.words.protocol(protocol));
    [protocol, Some(last.source.clone())].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[derive(Template)]
#[template(path = "admin/app_password_revoke.html")]
struct Revoke {
    shell: Shell,
    back: String,
    button: String,
    question: Question,
}

/// One, or all.
enum Which {
    One(AppPassword),
    All,
}

/// `GET /admin/users/{id}/app-passwords/{which}/revoke`
pub async fn ask_revoke(
    admin: Admin,
    Path((id, which)): Path<(String, String)>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::RevokeAppPassword)?;
    let account = admin.account(&id).await?;
    let which = which_of(&admin, &account, &which)?;
    let question = Question::fresh(&admin, CommandKind::RevokeAppPassword);
    Ok(revoke_page(&admin, &account, &which, question))
}

/// `POST /admin/users/{id}/app-passwords/{which}/revoke`
pub async fn revoke(
    Path((id, which)): Path<(String, String)>,
    submitted: Submitted,
) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::RevokeAppPassword)?;
    let account = admin.account(&id).await?;
    let which = which_of(admin, &account, &which)?;
    if let Some(question) = Question::answered(&submitted, CommandKind::RevokeAppPassword).await? {
        return Ok(revoke_page(admin, &account, &which, question));
    }
    let (id, names) = match &which {
        Which::One(one) => (Some(one.id), vec![one.name.clone()]),
        Which::All => {
            (None, admin.engine.app_passwords(account.id).into_iter().map(|one| one.name).collect())
        }
    };
    let revoked =
        admin.engine.revoke_app_passwords(account.id, id, admin.because(submitted.text("reason"))).await;
    let revoked = revoked.map_err(|error| PageError::of(admin, error))?;
    let sentence = admin.words.say(key::APP_PASSWORDS_REVOKED, &[("name", (&names.join(", ")).into())]);
    Ok(done::page(shell(admin), &path(&account), sentence, &revoked.receipts, None))
}

fn which_of(admin: &Admin, account: &Account, which: &str) -> Result<Which, PageError> {
    if which == "all" {
        return Ok(Which::All);
    }
    let id: Option<AppPasswordId> = which.parse().ok();
    let one = admin.engine.app_passwords(account.id).into_iter().find(|one| Some(one.id) == id);
    one.map(Which::One).ok_or_else(|| admin.refused(&Refusal::AppPassword(AppPasswordRefusal::NoSuch)))
}

fn revoke_page(admin: &Admin, account: &Account, which: &Which, question: Question) -> Response {
    let words = admin.words;
    let (title, button) = match which {
        Which::One(one) => (
            words.say(key::APP_PASSWORDS_REVOKE_TITLE, &[("name", (&one.name).into())]),
            words.say(key::APP_PASSWORDS_REVOKE, &[]),
        ),
        Which::All => (
            words.say(key::APP_PASSWORDS_REVOKE_ALL_TITLE, &[("account", account.primary.as_str().into())]),
            words.say(key::APP_PASSWORDS_REVOKE_ALL, &[]),
        ),
    };
    let shell = Shell::new(admin, Some(Place::Users), title);
    let page = Revoke { shell, back: path(account), button, question };
    Html(page.render().unwrap_or_default()).into_response()
}
