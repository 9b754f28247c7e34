//! `/admin/users/{id}/reset-password`: a new password for somebody else, generated or chosen, shown this once with a sheet to
//! print. Reset again is the same form: whoever finds an expired slip of paper must not get in with it.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind, PasswordReset};
use postern_core::restriction::RestrictionKind;
use postern_engine::commands::{Reset, ResetWish};
use postern_text::{Arg, key};

use super::accounts::name_of;
use super::page_error::PageError;
use super::question::Question;
use super::receipts::ReceiptLine;
use super::session::{Admin, Submitted};
use super::sheet::Sheet;
use super::shell::{Place, Shell};
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/reset_password.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    never_mail: String,
    /// Why it cannot be done, in place of the form.
    refused: Option<String>,
    chooses: bool,
    must_change: bool,
    password_problem: Option<String>,
    question: Question,
}

#[derive(Template)]
#[template(path = "admin/reset_done.html")]
struct DonePage {
    shell: Shell,
    account: Account,
    done: String,
    /// How long it works.
    life: String,
    /// A generated password.
    generated: Option<String>,
    never_mail: String,
    is_blocked: bool,
    receipts: Vec<ReceiptLine>,
    sheet: Option<Sheet>,
}

/// What the form says apart from the question.
struct Typed {
    chooses: bool,
    must_change: bool,
    password_problem: Option<String>,
}

/// `GET /admin/users/{id}/reset-password`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::SetPassword)?;
    let account = admin.account(&id).await?;
    let question = Question::fresh(&admin, CommandKind::SetPassword);
    page(&admin, account, Typed { chooses: false, must_change: true, password_problem: None }, question).await
}

/// `POST /admin/users/{id}/reset-password`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::SetPassword)?;
    let account = admin.account(&id).await?;
    let chosen = submitted.verbatim("password");
    let mut typed = Typed {
        chooses: submitted.text("how") == "choose",
        must_change: !submitted.text("must_change").is_empty(),
        password_problem: None,
    };
    if typed.chooses && chosen.is_empty() {
        typed.password_problem = Some(admin.words.t(key::RESET_PASSWORD_MISSING));
        let reason = submitted.text("reason").to_owned();
        let question = Question { reason, ..Question::fresh(admin, CommandKind::SetPassword) };
        return page(admin, account, typed, question).await;
    }
    if let Some(question) = Question::answered(&submitted, CommandKind::SetPassword).await? {
        return page(admin, account, typed, question).await;
    }
    let chosen = typed.chooses.then(|| chosen.to_owned());
    let wish = ResetWish { chosen, must_change: typed.must_change };
    let asker = admin.because(submitted.text("reason"));
    let reset = admin.engine.reset_password(account.id, wish, asker).await;
    done(admin, account, reset.map_err(|error| PageError::of(admin, error))?).await
}

async fn page(
    admin: &Admin,
    account: Account,
    typed: Typed,
    question: Question,
) -> Result<Response, PageError> {
    let words = admin.words;
    let temporary_until = admin.engine.end_of_temporary(true);
    let command = Command::ResetPassword(PasswordReset { is_chosen: false, temporary_until });
    // The reason is asked in the form; here any will do.
    let foreseen = admin.engine.foresee(account.id, &command, &admin.because("-")).await;
    let refused = match foreseen.map_err(PageError::unread(admin))? {
        Some((_, answer)) => answer.err().map(|refusal| words.refusal(&refusal)),
        None => return Err(PageError::not_found(admin)),
    };
    let title = words.say(key::RESET_TITLE, &[("account", account.primary.as_str().into())]);
    let page = Page {
        never_mail: never_mail(admin, &account),
        name: name_of(&account),
        shell: Shell::new(admin, Some(Place::Users), title),
        account,
        refused,
        chooses: typed.chooses,
        must_change: typed.must_change,
        password_problem: typed.password_problem,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

async fn done(admin: &Admin, account: Account, reset: Reset) -> Result<Response, PageError> {
    let words = admin.words;
    let title = words.say(key::RESET_ACTION, &[]);
    let shell = Shell::of_what_was_done(admin, Some(Place::Users), title).await?;
    let life = match reset.temporary_until {
        Some(until) => words.say(key::RESET_UNTIL, &[("until", Arg::Time(until, &shell.zone))]),
        None => words.say(key::RESET_STAYS, &[]),
    };
    let shown = reset.generated.as_deref().zip(reset.temporary_until);
    let open = admin.engine.open_on(account.id);
    let page = DonePage {
        done: words.say(key::RESET_DONE, &[("account", account.primary.as_str().into())]),
        life,
        never_mail: never_mail(admin, &account),
        is_blocked: open.iter().any(|row| row.kind == RestrictionKind::SignInBlocked),
        receipts: shell.receipts(&reset.done.receipts),
        sheet: shown.map(|(password, until)| Sheet::of(admin, &account, password, until)),
        generated: reset.generated,
        shell,
        account,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn never_mail(admin: &Admin, account: &Account) -> String {
    admin.words.say(key::RESET_NEVER_MAIL, &[("address", account.primary.as_str().into())])
}
