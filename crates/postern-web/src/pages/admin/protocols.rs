//! `/admin/users/{id}/protocols`: by which protocols an account may sign in, each a switch of its own. What is switched off is a
//! row with the reason, as a block is.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind};
use postern_core::protocol::{Protocol, Protocols};
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_engine::ports::Receipt;
use postern_text::key;

use super::accounts::{name_of, open_of};
use super::done;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

#[derive(Template)]
#[template(path = "admin/protocols.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    off: Vec<Restriction>,
    choices: Vec<(Protocol, String, bool)>,
    question: Question,
}

/// `GET /admin/users/{id}/protocols`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::BlockSignIn)?;
    let account = admin.account(&id).await?;
    let allowed = allowed(&admin, &account);
    Ok(page(&admin, account, allowed, Question::fresh(&admin, CommandKind::BlockSignIn)))
}

/// `POST /admin/users/{id}/protocols`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::BlockSignIn)?;
    let account = admin.account(&id).await?;
    let chosen: Protocols = submitted.texts("protocol").into_iter().filter_map(Protocol::from_code).collect();
    if let Some(question) = Question::answered(&submitted, CommandKind::BlockSignIn).await? {
        return Ok(page(admin, account, chosen, question));
    }
    let before = allowed(admin, &account);
    let mut receipts: Vec<Receipt> = Vec::new();
    for &protocol in Protocol::ALL {
        let is_on = chosen.contains(protocol);
        if is_on != before.contains(protocol) {
            let command = Command::SwitchProtocol { protocol, is_on };
            let asker = admin.because(submitted.text("reason"));
            let done = admin.engine.execute(account.id, command, asker).await;
            receipts = done.map_err(|error| PageError::of(admin, error))?.receipts;
        }
    }
    let words = admin.words;
    let address = ("account", account.primary.as_str().into());
    let names = words.protocols(chosen);
    let sentence = if before == chosen {
        words.say(key::PROTOCOLS_UNCHANGED, &[])
    } else if chosen.is_empty() {
        words.say(key::PROTOCOLS_DONE_NONE, &[address])
    } else {
        words.say(key::PROTOCOLS_DONE, &[address, ("names", (&names).into())])
    };
    let shell = Shell::new(admin, Some(Place::Users), words.say(key::PROTOCOLS_TITLE, &[]));
    Ok(done::page(shell, &format!("/users/{}/protocols", account.id), sentence, &receipts, None))
}

fn allowed(admin: &Admin, account: &Account) -> Protocols {
    let off = admin.engine.protocols_off(account.id);
    Protocol::ALL.iter().copied().filter(|&protocol| !off.contains(protocol)).collect()
}

fn page(admin: &Admin, account: Account, chosen: Protocols, question: Question) -> Response {
    let choice = |&protocol: &Protocol| (protocol, admin.words.protocol(protocol), chosen.contains(protocol));
    let is_off = |row: &Restriction| matches!(row.kind, RestrictionKind::ProtocolOff(_));
    let page = Page {
        shell: Shell::new(admin, Some(Place::Users), admin.words.say(key::PROTOCOLS_TITLE, &[])),
        name: name_of(&account),
        off: open_of(admin.engine.open_on(account.id), is_off),
        choices: Protocol::ALL.iter().map(choice).collect(),
        account,
        question,
    };
    Html(page.render().unwrap_or_default()).into_response()
}
