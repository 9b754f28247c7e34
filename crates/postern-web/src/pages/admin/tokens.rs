//! `/admin/tokens`: what programs show to be let in: made, listed, revoked. A token's text is shown once.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::ids::TokenId;
use postern_core::refusal::Refusal;
use postern_core::token::{Scope, Token};
use postern_engine::commands::ExecuteError;
use postern_engine::programs::NewToken;
use postern_text::key;

use super::admins::{domain_words, read_reach};
use super::done::{self, Shown};
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};
use super::sign_in_status::read_date;

const PLACE: &str = "/tokens";

#[derive(Template)]
#[template(path = "admin/tokens.html")]
struct Page {
    shell: Shell,
    /// Each with what it allows, and for which domains where it is not for all.
    tokens: Vec<(String, Option<String>, Token)>,
    name: String,
    name_problem: Option<String>,
    until: String,
    until_problem: Option<String>,
    domains: String,
    domains_problem: Option<String>,
    choices: Vec<Choice>,
    question: Question,
}

/// What a token can be good for, as the form offers it.
struct Choice {
    code: &'static str,
    name: String,
    is_chosen: bool,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    name: String,
    name_problem: Option<String>,
    until: String,
    until_problem: Option<String>,
    domains: String,
    domains_problem: Option<String>,
    scope: Option<Scope>,
}

/// `GET /admin/tokens`
pub async fn list(admin: Admin) -> Result<Response, PageError> {
    let question = Question::fresh(&admin, CommandKind::ManageTokens);
    page(&admin, Typed::default(), question)
}

/// `POST /admin/tokens`
pub async fn add(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let text = |name| submitted.text(name).to_owned();
    let scope = Scope::from_code(submitted.text("scope"));
    let (name, until, domains) = (text("name"), text("until"), text("domains"));
    let typed = Typed { name, until, domains, scope, ..Typed::default() };
    let again = || Question { reason: text("reason"), ..Question::fresh(admin, CommandKind::ManageTokens) };
    let Some(ends) = read_date(&typed.until, &admin.engine.site().time_zone, admin.now) else {
        admin.may(CommandKind::ManageTokens)?;
        let until_problem = Some(admin.words.say(key::STATUS_DATE_WRONG, &[]));
        return page(admin, Typed { until_problem, ..typed }, again());
    };
    let reach = match read_reach(&typed.domains) {
        Ok(reach) => reach,
        Err(refusal) => {
            admin.may(CommandKind::ManageTokens)?;
            let domains_problem = Some(admin.words.refusal(&refusal));
            return page(admin, Typed { domains_problem, ..typed }, again());
        }
    };
    if let Some(question) = Question::answered(&submitted, CommandKind::ManageTokens).await? {
        return page(admin, typed, question);
    }
    let scopes = vec![typed.scope.unwrap_or(Scope::SignInCheck)];
    let new = NewToken { name: typed.name.clone(), scopes, reach, ends: Some(ends) };
    let made = match admin.engine.add_token(new, admin.because(submitted.text("reason"))).await {
        Ok(made) => made,
        // Nothing of what was typed is lost.
        Err(ExecuteError::Refused(refusal @ Refusal::GlobalAdminForAllDomains)) => {
            let domains_problem = Some(admin.words.refusal(&refusal));
            return page(admin, Typed { domains_problem, ..typed }, again());
        }
        Err(ExecuteError::Refused(refusal)) => {
            let name_problem = Some(admin.words.refusal(&refusal));
            return page(admin, Typed { name_problem, ..typed }, again());
        }
        Err(error) => return Err(PageError::of(admin, error)),
    };
    let sentence = admin.words.say(key::TOKENS_MADE, &[("name", (&made.token.name).into())]);
    let shown = Shown { label: admin.words.say(key::TOKENS_TEXT, &[]), text: made.text };
    Ok(done::page(shell(admin), PLACE, sentence, &[], Some(shown)))
}

fn shell(admin: &Admin) -> Shell {
    Shell::new(admin, Some(Place::Tokens), admin.words.say(key::ADMIN_NAV_TOKENS, &[]))
}

fn page(admin: &Admin, typed: Typed, question: Question) -> Result<Response, PageError> {
    let tokens = admin.engine.tokens(&admin.because("")).map_err(|refusal| admin.refused(&refusal))?;
    let scopes = |token: &Token| token.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(", ");
    let line = |token: Token| (scopes(&token), domain_words(admin.words, &token.reach), token);
    let tokens = tokens.into_iter().map(line).collect();
    let choice = |&scope: &Scope| Choice {
        code: scope.code(),
        name: match scope.role() {
            None => admin.words.say(key::TOKENS_SCOPE_SIGN_IN, &[]),
            Some(role) => {
                let role = admin.words.role(role);
                admin.words.say(key::TOKENS_SCOPE_ROLE, &[("role", (&role).into())])
            }
        },
        is_chosen: typed.scope.unwrap_or(Scope::SignInCheck) == scope,
    };
    let choices = Scope::ALL.iter().map(choice).collect();
    let Typed { name, name_problem, until, until_problem, domains, domains_problem, scope: _ } = typed;
    let page = Page {
        shell: shell(admin),
        tokens,
        name,
        name_problem,
        until,
        until_problem,
        domains,
        domains_problem,
        choices,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

#[derive(Template)]
#[template(path = "admin/token_revoke.html")]
struct Revoke {
    shell: Shell,
    question: Question,
}

/// `GET /admin/tokens/{id}/revoke`
pub async fn ask_revoke(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    let token = token(&admin, &id)?;
    Ok(revoke_page(&admin, &token, Question::fresh(&admin, CommandKind::ManageTokens)))
}

/// `POST /admin/tokens/{id}/revoke`
pub async fn revoke(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let token = token(admin, &id)?;
    if let Some(question) = Question::answered(&submitted, CommandKind::ManageTokens).await? {
        return Ok(revoke_page(admin, &token, question));
    }
    let revoked = admin.engine.revoke_token(token.id, admin.because(submitted.text("reason"))).await;
    let revoked = revoked.map_err(|error| PageError::of(admin, error))?;
    let sentence = admin.words.say(key::TOKENS_REVOKED, &[("name", (&revoked.name).into())]);
    Ok(done::page(shell(admin), PLACE, sentence, &[], None))
}

fn token(admin: &Admin, id: &str) -> Result<Token, PageError> {
    let tokens = admin.engine.tokens(&admin.because("")).map_err(|refusal| admin.refused(&refusal))?;
    let id: Option<TokenId> = id.parse().ok();
    let token = tokens.into_iter().find(|token| Some(token.id) == id);
    token.ok_or_else(|| admin.refused(&Refusal::NoSuchToken))
}

fn revoke_page(admin: &Admin, token: &Token, question: Question) -> Response {
    let title = admin.words.say(key::TOKENS_REVOKE_TITLE, &[("name", (&token.name).into())]);
    let page = Revoke { shell: Shell::new(admin, Some(Place::Tokens), title), question };
    Html(page.render().unwrap_or_default()).into_response()
}
