//! `/admin/factors`: with what the admin signs in. Passkeys are added here in two steps, because the browser is asked for
//! one only after its owner confirmed to be there; passkeys are removed, and recovery codes made anew.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::admin::Passkey;
use postern_core::refusal::Refusal;
use postern_engine::admin_centre::AskedPasskey;
use postern_text::{Key, key};

use super::confirm::Confirm;
use super::done;
use super::entry::begin::codes_page;
use super::page_error::PageError;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell, root_of};

const PLACE: &str = "/factors";

#[derive(Template)]
#[template(path = "admin/factors.html")]
struct Page {
    shell: Shell,
    /// Something lasts: not recovery codes alone.
    is_set_up: bool,
    has_app: bool,
    codes_left: String,
    /// The site can have passkeys.
    has_passkeys: bool,
    /// Each with whether it may be removed: not the last way in.
    passkeys: Vec<(Passkey, bool)>,
}

/// `GET /admin/factors`
pub async fn list(admin: Admin) -> Response {
    let factors = admin.engine.factors_of(admin.seen.account.id);
    let left = factors.recovery.len();
    let page = Page {
        shell: shell(&admin, key::FACTORS_NAV),
        codes_left: admin.words.say(key::ADMIN_SESSIONS_CODES, &[("count", left.into())]),
        has_passkeys: admin.engine.has_passkeys(),
        is_set_up: factors.is_set_up(),
        has_app: factors.app.is_some(),
        passkeys: factors.passkeys.iter().map(|it| (it.clone(), factors.may_remove(it.id).is_ok())).collect(),
    };
    Html(page.render().unwrap_or_default()).into_response()
}

/// What a question of this page shows beside its button.
#[derive(Default)]
struct Asked {
    lede: Option<String>,
    /// The field of a new passkey's name: what was written so far, and what is wrong with it.
    name: Option<String>,
    name_problem: Option<String>,
    /// As the included part of the form knows it.
    question: ConfirmPart,
}

#[derive(Default)]
struct ConfirmPart {
    confirm: Option<Confirm>,
}

#[derive(Template)]
#[template(path = "admin/factor_question.html")]
struct QuestionPage {
    shell: Shell,
    yes: String,
    asked: Asked,
    question: ConfirmPart,
}

fn asks(admin: &Admin, title: String, yes: Key, mut asked: Asked) -> Response {
    let question = std::mem::take(&mut asked.question);
    let shell = Shell::new(admin, Some(Place::Factors), title);
    let page = QuestionPage { yes: admin.words.say(yes, &[]), shell, question, asked };
    Html(page.render().unwrap_or_default()).into_response()
}

fn shell(admin: &Admin, title: Key) -> Shell {
    Shell::new(admin, Some(Place::Factors), admin.words.say(title, &[]))
}

fn fresh(admin: &Admin) -> ConfirmPart {
    ConfirmPart { confirm: (!admin.seen.is_proved).then(|| Confirm::fresh(admin)) }
}

fn again(submitted: &Submitted) -> ConfirmPart {
    ConfirmPart { confirm: Some(Confirm::again(submitted)) }
}

// A passkey more

/// `GET /admin/factors/add`
pub async fn ask_name(admin: Admin) -> Response {
    let asked = Asked { name: Some(String::new()), question: fresh(&admin), ..Asked::default() };
    asks(&admin, admin.words.say(key::FACTORS_ADD, &[]), key::FACTORS_ADD, asked)
}

#[derive(Template)]
#[template(path = "admin/factor_make.html")]
struct MakePage {
    shell: Shell,
    lede: String,
    asked: AskedPasskey,
}

/// `POST /admin/factors/add`
pub async fn ask_browser(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let name = submitted.text("name").to_owned();
    let title = admin.words.say(key::FACTORS_ADD, &[]);
    let asked = Asked { name: Some(name.clone()), ..Asked::default() };
    if let Err(refusal) = admin.engine.factors_of(admin.seen.account.id).may_add(&name) {
        let asked =
            Asked { name_problem: Some(admin.words.refusal(&refusal)), question: fresh(admin), ..asked };
        return Ok(asks(admin, title, key::FACTORS_ADD, asked));
    }
    if !submitted.is_confirmed().await? {
        return Ok(asks(admin, title, key::FACTORS_ADD, Asked { question: again(&submitted), ..asked }));
    }
    let question = admin.engine.ask_another_passkey(&admin.seen, &name);
    let page = MakePage {
        shell: shell(admin, key::FACTORS_ADD),
        lede: admin.words.say(key::FACTORS_MAKE_LEDE, &[("name", (&name).into())]),
        asked: question.map_err(|refusal| admin.refused(&refusal))?,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// `POST /admin/factors/added`
pub async fn add(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let (question, answer) = (submitted.text("passkey_question"), submitted.text("passkey_answer"));
    let added = admin.engine.add_passkey(&admin.seen, question, answer).await;
    let added = added.map_err(|error| PageError::of(admin, error))?;
    let sentence = admin.words.say(key::FACTORS_MADE, &[("name", (&added.name).into())]);
    Ok(done::page(shell(admin, key::FACTORS_NAV), PLACE, sentence, &[], None))
}

// A passkey less

fn own(admin: &Admin, id: &str) -> Result<Passkey, PageError> {
    let factors = admin.engine.factors_of(admin.seen.account.id);
    let known = factors.passkeys.into_iter().find(|known| Ok(known.id) == id.parse());
    known.ok_or_else(|| admin.refused(&Refusal::NoSuchPasskey))
}

fn asks_remove(admin: &Admin, passkey: &Passkey, question: ConfirmPart) -> Response {
    let title = admin.words.say(key::FACTORS_REMOVE_TITLE, &[("name", (&passkey.name).into())]);
    let lede = Some(admin.words.say(key::FACTORS_REMOVE_LEDE, &[]));
    asks(admin, title, key::FACTORS_REMOVE, Asked { lede, question, ..Asked::default() })
}

/// `GET /admin/factors/{id}/remove`
pub async fn ask_remove(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    let passkey = own(&admin, &id)?;
    let factors = admin.engine.factors_of(admin.seen.account.id);
    factors.may_remove(passkey.id).map_err(|refusal| admin.refused(&refusal))?;
    Ok(asks_remove(&admin, &passkey, fresh(&admin)))
}

/// `POST /admin/factors/{id}/remove`
pub async fn remove(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let passkey = own(admin, &id)?;
    if !submitted.is_confirmed().await? {
        return Ok(asks_remove(admin, &passkey, again(&submitted)));
    }
    let removed = admin.engine.remove_own_passkey(&admin.seen, passkey.id).await;
    removed.map_err(|error| PageError::of(admin, error))?;
    let sentence = admin.words.say(key::FACTORS_REMOVED, &[("name", (&passkey.name).into())]);
    Ok(done::page(shell(admin, key::FACTORS_NAV), PLACE, sentence, &[], None))
}

// Recovery codes

fn asks_codes(admin: &Admin, question: ConfirmPart) -> Response {
    let lede = Some(admin.words.say(key::FACTORS_CODES_LEDE, &[]));
    let title = admin.words.say(key::FACTORS_CODES_TITLE, &[]);
    asks(admin, title, key::FACTORS_CODES_NEW, Asked { lede, question, ..Asked::default() })
}

/// `GET /admin/factors/codes`
pub async fn ask_codes(admin: Admin) -> Response {
    let question = fresh(&admin);
    asks_codes(&admin, question)
}

/// `POST /admin/factors/codes`
pub async fn renew_codes(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    if !submitted.is_confirmed().await? {
        return Ok(asks_codes(admin, again(&submitted)));
    }
    let codes = admin.engine.renew_recovery_codes(admin.seen.account.id).await;
    let codes = codes.map_err(|error| PageError::trouble(admin.words, root_of(&admin.engine), &error))?;
    Ok(codes_page(&admin.engine, admin.words, &codes))
}
