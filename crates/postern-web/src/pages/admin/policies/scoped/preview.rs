//! `/admin/policies/scoped/preview`: what a policy for some accounts would set, whom it would touch, and what is wrong with it;
//! then, with a reason, the change itself at `/apply`. Looking changes nothing.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::policy::scoped::ScopedPolicy;
use postern_core::time::{Span, Timestamp};
use postern_engine::commands::{PolicyTouch, ScopedPolicyCommand, SetPolicyError};
use postern_text::key;

use super::super::super::done;
use super::super::super::page_error::PageError;
use super::super::super::question::Question;
use super::super::super::session::{Admin, Submitted};
use super::super::super::shell::Shell;
use super::super::preview::said;
use super::super::shell;
use super::super::trial::{self, Trial};
use super::typed::Typed;
use super::{Value, named, values};
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/scoped_preview.html")]
struct Page {
    shell: Shell,
    fields: Vec<(String, String)>,
    problems: Vec<String>,
    whom: Vec<String>,
    except: Vec<String>,
    values: Vec<Value>,
    until: Option<Timestamp>,
    touch: Vec<String>,
    trial: Option<Trial>,
    question: Question,
}

/// `POST /admin/policies/scoped/preview`
pub async fn show(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::ChangePolicy)?;
    page(&submitted, Question::fresh(admin, CommandKind::ChangePolicy), Vec::new()).await
}

/// `POST /admin/policies/scoped/apply`
pub async fn apply(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::ChangePolicy)?;
    let typed = Typed::submitted(&submitted);
    let again = || Question {
        reason: submitted.text("reason").to_owned(),
        ..Question::fresh(admin, CommandKind::ChangePolicy)
    };
    let policy = match typed.read(admin).await? {
        Ok(policy) => policy,
        Err(_) => return page(&submitted, again(), Vec::new()).await,
    };
    if let Some(question) = Question::answered(&submitted, CommandKind::ChangePolicy).await? {
        return page(&submitted, question, Vec::new()).await;
    }
    let name = policy.name.clone();
    match put(admin, policy, submitted.text("reason")).await {
        Ok(after) => {
            let count = count_of(admin, &name);
            let sentence =
                admin.words.say(key::POLICIES_PUT, &[("name", (&name).into()), ("count", count.into())]);
            Ok(done(admin, &format!("/policies/scoped/of/{name}"), sentence, after))
        }
        Err(error) => page(&submitted, again(), vec![said(admin, error)?]).await,
    }
}

/// Puts it; how long it took until the gates followed it.
pub(super) async fn put(admin: &Admin, policy: ScopedPolicy, reason: &str) -> Result<Span, SetPolicyError> {
    change(admin, ScopedPolicyCommand::Put(Box::new(policy)), reason).await
}

/// The same for any change.
pub(super) async fn change(
    admin: &Admin,
    command: ScopedPolicyCommand,
    reason: &str,
) -> Result<Span, SetPolicyError> {
    let asked = admin.engine.now_shown();
    admin.engine.change_scoped_policies(command, admin.because(reason)).await?;
    Ok(admin.engine.now_shown().since(asked))
}

/// How many accounts have the policy of this name.
fn count_of(admin: &Admin, name: &str) -> usize {
    let policies = admin.engine.scoped_policies();
    let at = policies.in_order().iter().position(|policy| policy.name == name);
    at.and_then(|at| admin.engine.accounts_by_policy().get(at).copied()).unwrap_or(0)
}

pub(super) fn done(admin: &Admin, back: &str, sentence: String, after: Span) -> Response {
    done::at_gates(shell(admin, admin.words.t(key::SCOPED_TITLE)), back, sentence, None, after)
}

/// Whom it would touch, in sentences.
pub(super) fn touched(admin: &Admin, touch: &PolicyTouch) -> Vec<String> {
    let words = admin.words;
    let mut said = vec![words.say(key::SCOPED_TOUCH, &[("count", touch.then.into())])];
    if touch.now > 0 || touch.leaving > 0 {
        let counts = [("joining", touch.joining.into()), ("leaving", touch.leaving.into())];
        said.push(words.say(key::SCOPED_MOVES, &counts));
    }
    if !touch.named.is_empty() {
        let mut names: Vec<String> = touch.named.iter().map(ToString::to_string).collect();
        let all = if touch.then > 0 { touch.then } else { touch.now };
        if all > names.len() {
            names.push(words.say(key::USERS_MORE, &[("count", (all - names.len()).into())]));
        }
        said.push(names.join(", "));
    }
    said
}

async fn page(
    submitted: &Submitted,
    question: Question,
    mut problems: Vec<String>,
) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let typed = Typed::submitted(submitted);
    let mut page = Page {
        shell: shell(admin, admin.words.t(key::POLICY_REFUSED_TITLE)),
        fields: typed.fields(),
        problems: Vec::new(),
        whom: Vec::new(),
        except: Vec::new(),
        values: Vec::new(),
        until: None,
        touch: Vec::new(),
        trial: None,
        question,
    };
    match typed.read(admin).await? {
        Err(found) => problems.extend(found),
        Ok(policy) => {
            page.whom = named(admin, &policy.scope.conditions).await?;
            page.except = named(admin, &policy.scope.exceptions).await?;
            page.values = values(admin, &policy);
            page.until = policy.until;
            let name = policy.name.clone();
            let put = ScopedPolicyCommand::Put(Box::new(policy));
            match admin.engine.foresee_scoped(&put).await {
                Ok(touch) => page.touch = touched(admin, &touch),
                Err(error) if problems.is_empty() => problems.push(said(admin, error)?),
                Err(_) => {}
            }
            if problems.is_empty() {
                let reach = trial::reach(submitted.text(trial::PAST) == trial::WHOLE);
                page.trial = match admin.engine.try_scoped_policy(&put, reach).await {
                    Ok(found) => Some(Trial::shown(&page.shell, found, reach)),
                    Err(error) => said(admin, error).map(|_| None)?,
                };
                page.shell.title = admin.words.say(key::SCOPED_PREVIEW_TITLE, &[("name", (&name).into())]);
            }
        }
    }
    page.problems = problems;
    Ok(Html(page.render().unwrap_or_default()).into_response())
}
