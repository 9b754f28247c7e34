//! `/admin/admins`: who holds a role, whether a second factor is set up, who is signed in; and the three things that a
//! global admin does about it, each a page of its own.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::access;
use postern_core::account::{Account, Role};
use postern_core::admin::{Factors, LinkUse};
use postern_core::command::{Command, CommandKind, ProfileChange};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_text::{Key, Words, key};

use super::accounts::name_of;
use super::done::{self, Shown};
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

const PLACE: &str = "/admins";

#[derive(Template)]
#[template(path = "admin/admins.html")]
struct Page {
    shell: Shell,
    lede: String,
    rows: Vec<Row>,
    may_manage: bool,
}

struct Row {
    account: Account,
    name: String,
    roles: String,
    /// For which domains, where it is not for all.
    domains: Option<String>,
    /// What the admin can show; empty for nothing that lasts.
    factors: String,
    sessions: String,
    has_sessions: bool,
}

/// `GET /admin/admins`
pub async fn list(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let engine = &admin.engine;
    let admins = engine.store().admins().await.map_err(PageError::unread(&admin))?;
    let shell = Shell::new(&admin, Some(Place::Admins), admin.words.say(key::ADMIN_NAV_ADMINS, &[]));
    let row = |account: Account| {
        let sessions = engine.admin_sessions(Some(account.id)).len();
        let roles: Vec<String> = account.roles.iter().map(|&role| admin.words.role(role)).collect();
        Row {
            name: name_of(&account),
            roles: roles.join(", "),
            domains: domain_words(admin.words, &account.reach),
            factors: factor_words(admin.words, &engine.factors_of(account.id)),
            sessions: shell.number(sessions as u64),
            has_sessions: sessions > 0,
            account,
        }
    };
    let rows: Vec<Row> = admins.into_iter().map(row).collect();
    let page = Page {
        lede: admin.words.say(key::ADMINS_LEDE, &[("count", rows.len().into())]),
        may_manage: admin.is_allowed(CommandKind::ManageAdmins),
        rows,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// `only for contoso.example`; nothing for all domains.
pub(super) fn domain_words(words: &Words, reach: &Reach) -> Option<String> {
    let domains = reach.domains().join(", ");
    (!reach.is_all_domains()).then(|| words.say(key::ADMINS_ONLY_FOR, &[("domains", (&domains).into())]))
}

/// `app, 2 passkeys`.
fn factor_words(words: &Words, factors: &Factors) -> String {
    let app = factors.app.as_ref().map(|_| words.say(key::FACTORS_COUNT_APP, &[]));
    let passkeys = factors.passkeys.len();
    let passkeys =
        (passkeys > 0).then(|| words.say(key::FACTORS_COUNT_PASSKEYS, &[("count", passkeys.into())]));
    app.into_iter().chain(passkeys).collect::<Vec<_>>().join(", ")
}

/// A question about one admin: reason, code, and one button.
#[derive(Template)]
#[template(path = "admin/admin_question.html")]
struct Asked<'a> {
    shell: Shell,
    lede: Option<String>,
    /// The roles to tick, each with whether it is.
    roles: Vec<(Role, String, bool)>,
    /// The domains as they were typed, and what is wrong with them.
    domains: String,
    domains_problem: Option<String>,
    yes: &'a str,
    question: Question,
}

/// The roles to tick and the domains to show, as the account has them or as they were typed.
#[derive(Default)]
struct Grant {
    roles: Vec<Role>,
    domains: String,
    domains_problem: Option<String>,
}

fn asked(
    admin: &Admin,
    title: Key,
    yes: Key,
    account: &Account,
    lede: Option<Key>,
    grant: Grant,
    question: Question,
) -> Response {
    let Grant { roles, domains, domains_problem } = grant;
    let words = admin.words;
    let title = words.say(title, &[("account", account.primary.as_str().into())]);
    let tick = |&role: &Role| (role, words.role(role), roles.contains(&role));
    let page = Asked {
        shell: Shell::new(admin, Some(Place::Admins), title),
        lede: lede.map(|lede| words.say(lede, &[])),
        roles: if yes == key::ADMINS_CHANGE { Role::ALL.iter().map(tick).collect() } else { Vec::new() },
        domains,
        domains_problem,
        yes: &words.say(yes, &[]),
        question,
    };
    Html(page.render().unwrap_or_default()).into_response()
}

/// The domains that were typed into one field; none are all.
pub(super) fn read_reach(domains: &str) -> Result<Reach, Refusal> {
    let texts = domains.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    Reach::read(texts.filter(|text| !text.is_empty())).map_err(|text| Refusal::NoDomain { text })
}

/// `GET /admin/users/{id}/roles`
pub async fn ask_roles(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangeRoles)?;
    let account = admin.account(&id).await?;
    let question = Question::fresh(&admin, CommandKind::ChangeRoles);
    let (roles, domains) = (account.roles.clone(), account.reach.domains().join(" "));
    let grant = Grant { roles, domains, domains_problem: None };
    Ok(asked(&admin, key::ADMINS_CHANGE_TITLE, key::ADMINS_CHANGE, &account, None, grant, question))
}

/// `POST /admin/users/{id}/roles`
pub async fn change_roles(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let account = admin.account(&id).await?;
    let roles: Option<Vec<Role>> = submitted.texts("role").into_iter().map(Role::from_code).collect();
    admin.may(CommandKind::ChangeRoles)?;
    let roles = roles.ok_or_else(|| PageError::foreign_form(admin))?;
    let domains = submitted.text("domains").to_owned();
    let reach = read_reach(&domains).and_then(|reach| access::check_grant(&roles, &reach).map(|()| reach));
    let (title, yes) = (key::ADMINS_CHANGE_TITLE, key::ADMINS_CHANGE);
    let reach = match reach {
        Ok(reach) => reach,
        // Nothing of what was typed is lost.
        Err(refusal) => {
            let grant = Grant { roles, domains, domains_problem: Some(admin.words.refusal(&refusal)) };
            let fresh = Question::fresh(admin, CommandKind::ChangeRoles);
            let question = Question { reason: submitted.text("reason").to_owned(), ..fresh };
            return Ok(asked(admin, title, yes, &account, None, grant, question));
        }
    };
    if let Some(question) = Question::answered(&submitted, CommandKind::ChangeRoles).await? {
        let grant = Grant { roles, domains, domains_problem: None };
        return Ok(asked(admin, title, yes, &account, None, grant, question));
    }
    let change = ProfileChange { roles: Some(roles), reach: Some(reach), ..ProfileChange::default() };
    let asker = admin.because(submitted.text("reason"));
    let done = admin.engine.execute(account.id, Command::ChangeProfile(change), asker).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let sentence = admin.words.say(key::ADMINS_CHANGE_DONE, &[("account", account.primary.as_str().into())]);
    let shell = Shell::new(admin, Some(Place::Admins), admin.words.say(key::ADMIN_NAV_ADMINS, &[]));
    Ok(done::page(shell, PLACE, sentence, &done.receipts, None))
}

/// `GET /admin/users/{id}/invite`
pub async fn ask_invite(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ManageAdmins)?;
    let account = admin.account(&id).await?;
    let question = Question::fresh(&admin, CommandKind::ManageAdmins);
    let lede = Some(key::ADMINS_INVITE_LEDE);
    let (title, yes) = (key::ADMINS_INVITE_TITLE, key::ADMINS_INVITE);
    Ok(asked(&admin, title, yes, &account, lede, Grant::default(), question))
}

/// `POST /admin/users/{id}/invite`
pub async fn invite(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let account = admin.account(&id).await?;
    if let Some(question) = Question::answered(&submitted, CommandKind::ManageAdmins).await? {
        let lede = Some(key::ADMINS_INVITE_LEDE);
        let (title, yes) = (key::ADMINS_INVITE_TITLE, key::ADMINS_INVITE);
        return Ok(asked(admin, title, yes, &account, lede, Grant::default(), question));
    }
    let asker = admin.because(submitted.text("reason"));
    let invited = admin.engine.invite_admin(account.id, LinkUse::SetUp, asker).await;
    let invited = invited.map_err(|error| PageError::of(admin, error))?;
    let until = postern_text::Arg::Time(invited.expires, &admin.engine.site().time_zone);
    let arguments = [("account", account.primary.as_str().into()), ("until", until)];
    let sentence = admin.words.say(key::CLI_DONE_INVITED, &arguments);
    let shown = Shown { label: admin.words.say(key::ADMINS_INVITE_LINK, &[]), text: invited.link };
    let shell = Shell::new(admin, Some(Place::Admins), admin.words.say(key::ADMIN_NAV_ADMINS, &[]));
    Ok(done::page(shell, PLACE, sentence, &[], Some(shown)))
}

/// `GET /admin/users/{id}/end-sessions`
pub async fn ask_end(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ManageAdmins)?;
    let account = admin.account(&id).await?;
    let question = Question::fresh(&admin, CommandKind::ManageAdmins);
    Ok(asked(&admin, key::ADMINS_END_TITLE, key::ADMINS_END, &account, None, Grant::default(), question))
}

/// `POST /admin/users/{id}/end-sessions`
pub async fn end(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let account = admin.account(&id).await?;
    if let Some(question) = Question::answered(&submitted, CommandKind::ManageAdmins).await? {
        let (title, yes) = (key::ADMINS_END_TITLE, key::ADMINS_END);
        return Ok(asked(admin, title, yes, &account, None, Grant::default(), question));
    }
    let asker = admin.because(submitted.text("reason"));
    let done = admin.engine.end_admin_sessions(account.id, asker).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    let sentence = [("account", account.primary.as_str().into())];
    let sentence = admin.words.say(key::CLI_DONE_SESSIONS_ENDED, &sentence);
    let shell = Shell::new(admin, Some(Place::Admins), admin.words.say(key::ADMIN_NAV_ADMINS, &[]));
    Ok(done::page(shell, PLACE, sentence, &done.receipts, None))
}
