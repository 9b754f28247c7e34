//! What stands before a list leaves as a file: the file holds personal data of many people, so that whoever found an
//! open session does not get it (checklist M7). Somebody who confirmed to be there lately gets it at once; anybody else is asked, and led back to the file.

use askama::Template;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_text::key;

use super::confirm::Confirm;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell, root_of};
use super::table_file::FileFormat;

#[derive(Template)]
#[template(path = "admin/export_proof.html")]
struct Page {
    shell: Shell,
    /// The list, as it was.
    back: String,
    yes: String,
    question: Question,
}

/// The question, where one has to be asked before the file; `None`: it may go.
pub fn asked(admin: &Admin, place: Place, format: &str) -> Option<Response> {
    (!admin.seen.is_proved).then(|| page(admin, place, format, Confirm::fresh(admin)))
}

/// The answer to the question: the way to the file, or the question again.
pub async fn answered(submitted: &Submitted, place: Place, format: &str) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    if !submitted.is_confirmed().await? {
        return Ok(page(admin, place, format, Confirm::again(submitted)));
    }
    let (root, path) = (root_of(&admin.engine), place.path());
    let file = format!("{root}{}{path}/export?{}", super::PREFIX, admin.query);
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(file) = HeaderValue::from_str(&file) {
        response.headers_mut().insert(LOCATION, file);
    }
    Ok(response)
}

fn page(admin: &Admin, place: Place, format: &str, confirm: Confirm) -> Response {
    let words = admin.words;
    let yes = match FileFormat::read(format) {
        FileFormat::Csv => key::EXPORT_CSV,
        FileFormat::Ndjson => key::EXPORT_NDJSON,
    };
    let page = Page {
        shell: Shell::new(admin, Some(place), words.say(key::EXPORT_PROOF_TITLE, &[])),
        back: format!("{}?{}", place.path(), admin.query),
        yes: words.say(yes, &[]),
        question: Question { confirm: Some(confirm), ..Question::default() },
    };
    Html(page.render().unwrap_or_default()).into_response()
}
