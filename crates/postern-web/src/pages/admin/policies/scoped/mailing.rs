//! `/admin/users/{id}/mailing`: one account may write to more recipients for a while. It is a policy for this account alone
//! that ends by itself.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_text::{Arg, key};

use super::super::super::accounts::name_of;
use super::super::super::page_error::PageError;
use super::super::super::question::Question;
use super::super::super::session::{Admin, Submitted};
use super::super::super::shell::Shell;
use super::super::super::sign_in_status::read_date;
use super::super::preview::said;
use super::super::shell;
use super::preview::{done, put};
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/scoped_mailing.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    recipients: String,
    until: String,
    recipients_problem: Option<String>,
    until_problem: Option<String>,
    refused: Option<String>,
    question: Question,
}

/// `GET /admin/users/{id}/mailing`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangePolicy)?;
    let account = admin.account(&id).await?;
    let question = Question::fresh(&admin, CommandKind::ChangePolicy);
    Ok(page(&admin, account, &Answers::default(), question))
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Answers {
    recipients: String,
    until: String,
    recipients_problem: Option<String>,
    until_problem: Option<String>,
    refused: Option<String>,
}

/// `POST /admin/users/{id}/mailing`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::ChangePolicy)?;
    let account = admin.account(&id).await?;
    let words = admin.words;
    let zone = &admin.engine.site().time_zone;
    let mut answers = Answers {
        recipients: submitted.text("recipients").to_owned(),
        until: submitted.text("until").to_owned(),
        ..Answers::default()
    };
    let recipients: Option<u64> = answers.recipients.parse().ok().filter(|&count| count > 0);
    let until = read_date(&answers.until, zone, admin.now);
    answers.recipients_problem = recipients.is_none().then(|| words.t(key::SCOPED_RECIPIENTS_WRONG));
    answers.until_problem = until.is_none().then(|| words.t(key::STATUS_DATE_WRONG));
    let again = || Question {
        reason: submitted.text("reason").to_owned(),
        ..Question::fresh(admin, CommandKind::ChangePolicy)
    };
    let (Some(recipients), Some(until)) = (recipients, until) else {
        return Ok(page(admin, account, &answers, again()));
    };
    if let Some(question) = Question::answered(&submitted, CommandKind::ChangePolicy).await? {
        return Ok(page(admin, account, &answers, question));
    }
    let (_, in_force) = admin.engine.policy_of(account.id);
    let site = admin.engine.policies();
    let planned =
        admin.engine.scoped_policies().mailing(account.id, &in_force, &site.outbound, recipients, until);
    let Some(policy) = planned else {
        answers.refused = Some(words.t(key::POLICIES_MAILING_NO_NUMBER));
        return Ok(page(admin, account, &answers, again()));
    };
    let name = policy.name.clone();
    match put(admin, policy, submitted.text("reason")).await {
        Ok(after) => {
            let arguments = [
                ("user", account.primary.as_str().into()),
                ("count", recipients.into()),
                ("until", Arg::Time(until, zone)),
                ("name", (&name).into()),
            ];
            let sentence = words.say(key::POLICIES_MAILING, &arguments);
            Ok(done(admin, &format!("/policies/scoped/of/{name}"), sentence, after))
        }
        Err(error) => {
            answers.refused = Some(said(admin, error)?);
            Ok(page(admin, account, &answers, again()))
        }
    }
}

fn page(admin: &Admin, account: Account, answers: &Answers, question: Question) -> Response {
    let page = Page {
        shell: shell(admin, admin.words.t(key::SCOPED_MAILING)),
        name: name_of(&account),
        account,
        recipients: answers.recipients.clone(),
        until: answers.until.clone(),
        recipients_problem: answers.recipients_problem.clone(),
        until_problem: answers.until_problem.clone(),
        refused: answers.refused.clone(),
        question,
    };
    Html(page.render().unwrap_or_default()).into_response()
}
