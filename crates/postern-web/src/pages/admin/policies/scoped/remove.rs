//! `/admin/policies/scoped/of/{name}/remove`: a policy for some accounts is taken away, after a look at whom that touches.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_engine::commands::ScopedPolicyCommand;
use postern_text::key;

use super::super::super::page_error::PageError;
use super::super::super::question::Question;
use super::super::super::session::{Admin, Submitted};
use super::super::super::shell::Shell;
use super::super::preview::said;
use super::super::shell;
use super::preview::{change, done};

#[derive(Template)]
#[template(path = "admin/scoped_remove.html")]
struct Page {
    shell: Shell,
    back: String,
    touch: Vec<String>,
    question: Question,
}

/// `GET /admin/policies/scoped/of/{name}/remove`
pub async fn ask(admin: Admin, Path(name): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangePolicy)?;
    page(&admin, &name, Question::fresh(&admin, CommandKind::ChangePolicy)).await
}

/// `POST /admin/policies/scoped/of/{name}/remove`
pub async fn act(Path(name): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::ChangePolicy)?;
    if let Some(question) = Question::answered(&submitted, CommandKind::ChangePolicy).await? {
        return page(admin, &name, question).await;
    }
    let command = ScopedPolicyCommand::Remove { name: name.clone() };
    match change(admin, command, submitted.text("reason")).await {
        Ok(after) => {
            let sentence = admin.words.say(key::POLICIES_REMOVED, &[("name", (&name).into())]);
            Ok(done(admin, "/policies/scoped", sentence, after))
        }
        Err(error) => {
            let said = said(admin, error)?;
            Err(PageError::refused(admin, said))
        }
    }
}

async fn page(admin: &Admin, name: &str, question: Question) -> Result<Response, PageError> {
    if admin.engine.scoped_policies().named(name).is_none() {
        return Err(PageError::not_found(admin));
    }
    let touch = admin.engine.foresee_scoped(&ScopedPolicyCommand::Remove { name: name.to_owned() }).await;
    let touch = match touch {
        Ok(touch) => touch,
        Err(error) => return Err(PageError::refused(admin, said(admin, error)?)),
    };
    let words = admin.words;
    let mut lines = vec![words.say(key::SCOPED_REMOVE_TOUCH, &[("count", touch.now.into())])];
    if !touch.named.is_empty() {
        let mut names: Vec<String> = touch.named.iter().map(ToString::to_string).collect();
        if touch.now > names.len() {
            names.push(words.say(key::USERS_MORE, &[("count", (touch.now - names.len()).into())]));
        }
        lines.push(names.join(", "));
    }
    let title = words.say(key::SCOPED_REMOVE_TITLE, &[("name", name.into())]);
    let page = Page {
        shell: shell(admin, title),
        back: format!("/policies/scoped/of/{name}"),
        touch: lines,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}
