//! What an action did: one sentence, its receipts, and what is shown this once.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use postern_core::effect::Point;
use postern_core::time::Span;
use postern_engine::ports::Receipt;
use postern_text::key;

use super::receipts::ReceiptLine;
use super::shell::Shell;

/// Something that is shown this once, with what it is.
pub struct Shown {
    /// What it is.
    pub label: String,
    /// The text to keep.
    pub text: String,
}

#[derive(Template)]
#[template(path = "admin/done.html")]
struct Page<'a> {
    shell: Shell,
    back: &'a str,
    done: String,
    also: Option<String>,
    shown: Option<Shown>,
    receipts: Vec<ReceiptLine>,
}

/// The page after an action. `back` is the list's path below the admin centre's.
pub fn page(shell: Shell, back: &str, done: String, receipts: &[Receipt], shown: Option<Shown>) -> Response {
    let receipts = shell.receipts(receipts);
    let page = Page { shell, back, done, also: None, shown, receipts };
    Html(page.render().unwrap_or_default()).into_response()
}

/// The same with what is to be done with what is shown.
pub fn with_secret(
    shell: Shell,
    back: &str,
    done: String,
    also: String,
    receipts: &[Receipt],
    shown: Shown,
) -> Response {
    let receipts = shell.receipts(receipts);
    let page = Page { shell, back, done, also: Some(also), shown: Some(shown), receipts };
    Html(page.render().unwrap_or_default()).into_response()
}

/// The same for what is in force at the gates alone, and what else happened with it.
pub fn at_gates(shell: Shell, back: &str, done: String, also: Option<String>, after: Span) -> Response {
    let text = shell.words.receipt(Point::Gates, after, None);
    let receipts = vec![ReceiptLine { is_done: true, text }];
    let page = Page { shell, back, done, also, shown: None, receipts };
    Html(page.render().unwrap_or_default()).into_response()
}
