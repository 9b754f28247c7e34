//! `/admin/users/bulk`: what may be done to several accounts at once. First a preview: to whom, and who is left out and
//! why. Then each account goes through `Engine::execute` by itself, so the access matrix is asked for each, and each has a
//! line that says what became of it. Nobody whom the rules forbid is changed (reliability J5).

use std::collections::HashSet;

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::restriction::Restriction;
use postern_engine::commands::{Done, ExecuteError, MANY_MAX, Reset};
use postern_engine::password::PasswordError;
use postern_engine::ports::CommitError;
use postern_text::{Key, key};

use crate::api::v1::bulk::BulkAction;
use crate::api::v1::error::ApiError;
use crate::pages::Tell;
use crate::pages::admin::accounts::name_of;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::question::Question;
use crate::pages::admin::receipts::ReceiptLine;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::sheet::Sheet;
use crate::pages::admin::shell::{Place, Shell, root_of};

/// What a button below the list says and asks.
impl BulkAction {
    /// Its button.
    pub const fn name(self) -> Key {
        match self {
            Self::UnblockSending => key::BULK_UNBLOCK,
            Self::UnlockSignIn => key::BULK_UNLOCK,
            Self::AllowSignIn => key::BULK_ALLOW,
            Self::BlockSignIn => key::BULK_BLOCK,
            Self::RestrictSending => key::BULK_RESTRICT,
            Self::ResetPassword => key::BULK_RESET,
        }
    }

    /// It closes a door.
    pub const fn closes(self) -> bool {
        match self {
            Self::UnblockSending | Self::UnlockSignIn | Self::AllowSignIn | Self::ResetPassword => false,
            Self::BlockSignIn | Self::RestrictSending => true,
        }
    }

    /// The question of the preview.
    const fn question(self) -> Key {
        match self {
            Self::UnblockSending => key::BULK_ASK_UNBLOCK,
            Self::UnlockSignIn => key::BULK_ASK_UNLOCK,
            Self::AllowSignIn => key::BULK_ASK_ALLOW,
            Self::BlockSignIn => key::BULK_ASK_BLOCK,
            Self::RestrictSending => key::BULK_ASK_RESTRICT,
            Self::ResetPassword => key::BULK_ASK_RESET,
        }
    }

    /// The button that does it.
    const fn yes(self) -> Key {
        match self {
            Self::UnblockSending => key::UNBLOCK_YES,
            Self::UnlockSignIn => key::UNLOCK_YES,
            Self::AllowSignIn => key::BULK_YES_ALLOW,
            Self::BlockSignIn => key::BULK_YES_BLOCK,
            Self::RestrictSending => key::BULK_YES_RESTRICT,
            Self::ResetPassword => key::BULK_YES_RESET,
        }
    }

    /// How long it holds.
    const fn note(self) -> Option<Key> {
        match self {
            Self::UnblockSending | Self::UnlockSignIn | Self::AllowSignIn => None,
            Self::BlockSignIn => Some(key::BULK_NOTE_BLOCK),
            Self::RestrictSending => Some(key::BULK_NOTE_RESTRICT),
            Self::ResetPassword => Some(key::BULK_NOTE_RESET),
        }
    }
}

/// One account of the preview, and what is open on it or why it is left out.
struct Item {
    id: AccountId,
    name: String,
    address: String,
    said: Vec<String>,
}

#[derive(Template)]
#[template(path = "admin/bulk.html")]
struct Preview {
    shell: Shell,
    action: BulkAction,
    items: Vec<Item>,
    left_out: Vec<Item>,
    left_out_title: String,
    problem: Option<String>,
    question: Question,
}

#[derive(Template)]
#[template(path = "admin/bulk_done.html")]
struct DonePage {
    shell: Shell,
    done: String,
    not_done: Option<String>,
    lines: Vec<Line>,
    sheets: Vec<Sheet>,
}

/// What became of one account.
struct Line {
    name: String,
    address: String,
    is_done: bool,
    text: String,
    /// A password that is shown this once.
    password: Option<String>,
    /// Where it is not in force yet.
    not_in_force: Vec<ReceiptLine>,
}

/// `GET` of either address, as after a change of the language: what was ticked is gone, so back to the list.
pub async fn back(admin: Admin) -> Redirect {
    Redirect::to(&format!("{}{}/users", root_of(&admin.engine), crate::pages::admin::PREFIX))
}

/// `POST /admin/users/bulk`
pub async fn ask(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let action = action_of(&submitted)?;
    preview(&submitted, action, Question::fresh(admin, action.command().kind())).await
}

/// `POST /admin/users/bulk/do`
pub async fn act(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let action = action_of(&submitted)?;
    let ids = match chosen(&submitted) {
        Ok(ids) if !ids.is_empty() => ids,
        Ok(_) | Err(_) => {
            return preview(&submitted, action, Question::fresh(admin, action.command().kind())).await;
        }
    };
    if let Some(question) = Question::answered(&submitted, action.command().kind()).await? {
        return preview(&submitted, action, question).await;
    }
    let asker = admin.because(submitted.text("reason"));
    let title = admin.words.say(action.name(), &[]);
    let answers = match action {
        BulkAction::ResetPassword => {
            let resets = admin.engine.reset_password_of_each(&ids, &asker).await;
            resets.into_iter().map(|(id, answer)| (id, answer.map(Carried::Reset))).collect()
        }
        BulkAction::UnblockSending
        | BulkAction::UnlockSignIn
        | BulkAction::AllowSignIn
        | BulkAction::BlockSignIn
        | BulkAction::RestrictSending => {
            let answers = admin.engine.execute_for_each(&ids, &action.command(), &asker).await;
            let carried = |(id, answer): (_, Result<Done, _>)| (id, answer.map(Carried::Done));
            answers.into_iter().map(carried).collect::<Vec<_>>()
        }
    };
    let shell = Shell::of_what_was_done(admin, Some(Place::Users), title).await?;
    let (mut lines, mut sheets) = (Vec::with_capacity(ids.len()), Vec::new());
    for (id, answer) in answers {
        lines.push(line(admin, &shell, id, answer, &mut sheets).await?);
    }
    let done = lines.iter().filter(|line| line.is_done).count();
    let left = lines.len() - done;
    let not_done = (left > 0).then(|| admin.words.say(key::BULK_NOT_DONE, &[("count", left.into())]));
    let done = admin.words.say(key::BULK_DONE, &[("count", done.into())]);
    let page = DonePage { shell, done, not_done, lines, sheets };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// What was chosen, if it is an action and this admin may do it at all.
fn action_of(submitted: &Submitted) -> Result<BulkAction, PageError> {
    // Whoever may do any of it may do this.
    submitted.admin.may(CommandKind::UnlockSignIn)?;
    let code = submitted.text("do");
    let action = BulkAction::ALL.into_iter().find(|action| action.code() == code);
    let action = action.ok_or_else(|| PageError::not_found(&submitted.admin))?;
    submitted.admin.may(action.command().kind())?;
    Ok(action)
}

/// Which accounts were ticked, each once; or why that cannot be taken.
fn chosen(submitted: &Submitted) -> Result<Vec<AccountId>, String> {
    let ticked = submitted.texts("u");
    if ticked.len() > MANY_MAX {
        let words = submitted.admin.words;
        return Err(words.say(key::BULK_TOO_MANY, &[("max", MANY_MAX.into())]));
    }
    let mut seen = HashSet::new();
    let ids = ticked.iter().filter_map(|text| text.parse::<AccountId>().ok());
    Ok(ids.filter(|&id| seen.insert(id)).collect())
}

async fn preview(
    submitted: &Submitted,
    action: BulkAction,
    question: Question,
) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let words = admin.words;
    let (ids, mut problem) = match chosen(submitted) {
        Ok(ids) => (ids, None),
        Err(problem) => (Vec::new(), Some(problem)),
    };
    if ids.is_empty() && problem.is_none() {
        problem = Some(words.say(key::BULK_NONE_CHOSEN, &[]));
    }
    // The reason is asked beside the preview; here any will do.
    let asker = admin.because("-");
    let (mut items, mut left_out) = (Vec::new(), Vec::new());
    for id in ids {
        let seen = admin.engine.foresee(id, &action.command(), &asker).await;
        match seen.map_err(PageError::unread(admin))? {
            Some((account, Ok(_))) => {
                let open = admin.engine.open_on(id);
                items.push(item(&account, open.iter().map(|row| said(admin, row)).collect()));
            }
            Some((account, Err(refusal))) => {
                left_out.push(item(&account, vec![words.refusal(&refusal)]));
            }
            None => left_out.push(Item {
                id,
                name: id.to_string(),
                address: id.to_string(),
                said: vec![words.say(key::BULK_GONE, &[])],
            }),
        }
    }
    let title = match items.len() {
        0 => words.say(key::BULK_NOTHING, &[]),
        count => words.say(action.question(), &[("count", count.into())]),
    };
    let page = Preview {
        left_out_title: words.say(key::BULK_LEFT_OUT, &[("count", left_out.len().into())]),
        shell: Shell::new(admin, Some(Place::Users), title),
        action,
        items,
        left_out,
        problem,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn item(account: &Account, said: Vec<String>) -> Item {
    Item { id: account.id, name: name_of(account), address: account.primary.to_string(), said }
}

fn said(admin: &Admin, row: &Restriction) -> String {
    let words = admin.words;
    format!("{}. {}", words.restriction_kind(row.kind), words.restriction_reason(&row.reason))
}

/// What was done to one account.
enum Carried {
    /// An action without a secret.
    Done(Done),
    /// A new password.
    Reset(Reset),
}

async fn line(
    admin: &Admin,
    shell: &Shell,
    id: AccountId,
    answer: Result<Carried, ExecuteError>,
    sheets: &mut Vec<Sheet>,
) -> Result<Line, PageError> {
    let account = admin.engine.account_inside(id, admin.reach()).await.map_err(PageError::unread(admin))?;
    let (answer, password) = match answer {
        Ok(Carried::Reset(Reset { done, generated, temporary_until, is_in_force: _ })) => {
            if let (Some(account), Some(password), Some(until)) = (&account, &generated, temporary_until) {
                sheets.push(Sheet::of(admin, account, password, until));
            }
            (Ok(done), generated)
        }
        Ok(Carried::Done(done)) => (Ok(done), None),
        Err(error) => (Err(error), None),
    };
    let (name, address) = account.map_or_else(
        || (id.to_string(), id.to_string()),
        |account| (name_of(&account), account.primary.to_string()),
    );
    Ok(match answer {
        Ok(done) => {
            let mut receipts = shell.receipts(&done.receipts);
            receipts.retain(|receipt| !receipt.is_done);
            let text = shell.t(key::BULK_RESULT_DONE);
            Line { name, address, is_done: true, text, password, not_in_force: receipts }
        }
        Err(error) => {
            let text = sentence(admin, error);
            Line { name, address, is_done: false, text, password: None, not_in_force: Vec::new() }
        }
    })
}

/// Why an account was left out.
fn sentence(admin: &Admin, error: ExecuteError) -> String {
    let words = admin.words;
    match error {
        ExecuteError::Refused(refusal) => words.refusal(&refusal),
        ExecuteError::Commit(
            CommitError::RestrictionNotOpen(_)
            | CommitError::EntryNotOpen(_)
            | CommitError::LinkVoid(_)
            | CommitError::IncidentOpened(_),
        ) => words.say(key::CLI_ERROR_CHANGED_MEANWHILE, &[]),
        ExecuteError::Commit(CommitError::NoSuchAccount(_)) => words.say(key::BULK_GONE, &[]),
        ExecuteError::Password(PasswordError::Busy) => words.say(key::BULK_RESET_LATE, &[]),
        error @ (ExecuteError::Commit(CommitError::NameTaken(_) | CommitError::Store(_))
        | ExecuteError::Password(_)
        | ExecuteError::Queue(_)) => {
            words.say(key::CLI_ERROR_INTERNAL, &[("id", (&ApiError::logged(&error)).into())])
        }
    }
}
