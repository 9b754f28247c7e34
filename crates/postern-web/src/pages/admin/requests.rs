//! `/admin/requests`: owners who ask for help, open ones first, each with the form that says what was done.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::help_request::{HelpRefusal, HelpRequest};
use postern_core::ids::HelpRequestId;
use postern_core::refusal::Refusal;
use postern_engine::ports::{HelpFilter, HelpRow};
use postern_text::{Arg, key};

use super::done;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

/// Requests on one page: more than a help desk has open.
const ROWS: u32 = 200;

#[derive(Template)]
#[template(path = "admin/requests.html")]
struct Page {
    shell: Shell,
    rows: Vec<Row>,
    may_answer: bool,
}

#[derive(Template)]
#[template(path = "admin/request.html")]
struct AnswerPage {
    shell: Shell,
    row: Row,
    question: Question,
}

/// A request in the reader's words.
struct Row {
    request: HelpRequest,
    address: String,
    asks: String,
    topic: String,
    who: String,
    /// What came of it, if anything.
    answered: Option<String>,
}

impl Row {
    async fn new(admin: &Admin, row: HelpRow) -> Self {
        let HelpRow { request, account: (address, display_name) } = row;
        let name = if display_name.is_empty() { address.to_string() } else { display_name };
        let answered = match &request.answered {
            None => None,
            Some(answer) => {
                let by = admin.actor_name(&answer.by).await;
                let when = Arg::Time(answer.at, &admin.engine.site().time_zone);
                let said = [("when", when), ("actor", (&by).into()), ("note", (&answer.note).into())];
                Some(admin.words.say(key::HELP_REQUESTS_ANSWERED, &said))
            }
        };
        Self {
            asks: admin.words.say(key::HELP_REQUESTS_ASKS, &[("account", (&name).into())]),
            topic: admin.words.help_topic(request.topic),
            who: admin.words.help_asker(request.is_proved),
            address: address.to_string(),
            answered,
            request,
        }
    }
}

/// `GET /admin/requests`
pub async fn list(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let filter = HelpFilter { account: None, only_open: false, reach: admin.reach().clone(), limit: ROWS };
    let mut rows = Vec::new();
    for row in admin.engine.help_requests(&filter).await.map_err(PageError::unread(&admin))? {
        rows.push(Row::new(&admin, row).await);
    }
    let title = admin.words.say(key::HELP_REQUESTS_TITLE, &[]);
    let shell = Shell::new(&admin, Some(Place::Overview), title);
    let page = Page { shell, rows, may_answer: admin.is_allowed(CommandKind::AnswerHelp) };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// `GET /admin/requests/{id}`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::AnswerHelp)?;
    let row = request(&admin, &id).await?;
    let question = Question::fresh(&admin, CommandKind::AnswerHelp);
    Ok(answer_page(&admin, row, question).await)
}

/// `POST /admin/requests/{id}`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::AnswerHelp)?;
    let row = request(admin, &id).await?;
    if let Some(question) = Question::answered(&submitted, CommandKind::AnswerHelp).await? {
        return Ok(answer_page(admin, row, question).await);
    }
    let asker = admin.because(submitted.text("reason"));
    let HelpRequest { account, id, .. } = row.request;
    let done = admin.engine.answer_help(account, id, asker).await;
    done.map_err(|error| PageError::of(admin, error))?;
    let words = admin.words;
    let shell = Shell::new(admin, Some(Place::Overview), words.say(key::HELP_REQUESTS_TITLE, &[]));
    Ok(done::page(shell, "/requests", words.say(key::HELP_REQUESTS_DONE, &[]), &[], None))
}

/// One request about an account that the admin's roles are for.
async fn request(admin: &Admin, id: &str) -> Result<HelpRow, PageError> {
    let none = || PageError::of(admin, Refusal::Help(HelpRefusal::NoSuchRequest).into());
    let id: HelpRequestId = id.parse().map_err(|_| none())?;
    let row = admin.engine.help_request(id).await.map_err(PageError::unread(admin))?;
    row.filter(|row| admin.reach().covers(&row.account.0)).ok_or_else(none)
}

async fn answer_page(admin: &Admin, row: HelpRow, question: Question) -> Response {
    let title = admin.words.say(key::HELP_REQUESTS_ANSWER, &[]);
    let shell = Shell::new(admin, Some(Place::Overview), title);
    let page = AnswerPage { shell, row: Row::new(admin, row).await, question };
    Html(page.render().unwrap_or_default()).into_response()
}
