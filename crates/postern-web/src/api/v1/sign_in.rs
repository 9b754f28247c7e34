//! The sign-in door for applications: `/api/v1/sign-in/authenticate`, `ask`, `report`. Webmail, VPN and portals use
//! these; docs/reference/api-sign-in.md describes each with commands that a test runs.
//!
//! What is asked goes on when the application hangs up ([`crate::to_its_end`]): a debit that ended with its connection
//! would be a way around the counters (reliability A4).

mod bearer;
mod bodies;

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use postern_core::account::Language;
use postern_engine::Engine;
use postern_engine::password::Password;
use postern_engine::sign_in::{ApplicationAnswer, ApplicationVerdict};
use postern_text::{Words, key};

pub use bearer::Granted;
pub use bodies::{
    AskBody, AttemptBody, AuthenticateBody, CLIENT_BYTES_MAX, LOGIN_BYTES_MAX, ReportBody, ReportedView,
    SignInReasonView, SignedInView, VerdictView, WORD_BYTES_MAX,
};
use bodies::{outcome, within};

use super::EngineState;
use super::body::{Answer, Given};
use super::error::{ApiError, ErrorCode, language_of};

/// `POST /sign-in/authenticate`: asks, verifies the password, asks again, reports.
pub async fn authenticate(
    State(engine): State<EngineState>,
    granted: Granted,
    headers: HeaderMap,
    Given(body): Given<AuthenticateBody>,
) -> Result<Answer<VerdictView>, ApiError> {
    body.unknown.check()?;
    body.attempt.check()?;
    let password = Password::new(body.password)?;
    let language = language_of(&headers);
    granted.still(&engine)?;
    let handle = engine.fresh_handle();
    let ask = body.attempt.ask(&handle, "", "");
    let answer = engine.authenticate(&body.attempt.application(ask, body.remember_device), password).await?;
    granted.still(&engine)?;
    let mut view = view(&answer, language);
    view.account = signed_in(&engine, &answer).await?;
    Ok(Answer(view))
}

/// `POST /sign-in/ask`: may this attempt go on? Before the password is verified, and again after it was right.
pub async fn ask(
    State(engine): State<EngineState>,
    granted: Granted,
    headers: HeaderMap,
    Given(body): Given<AskBody>,
) -> Result<Answer<VerdictView>, ApiError> {
    body.unknown.check()?;
    body.attempt.check()?;
    check_words(&body.handle, &body.password_tag)?;
    let is_after = match (body.phase.as_str(), body.handle.is_empty()) {
        ("before", true) => false,
        ("after", false) => true,
        ("before", false) => return Err(ApiError::bad_request("before the check there is no handle yet")),
        ("after", true) => {
            return Err(ApiError::bad_request("after the check, send the handle of the answer before it"));
        }
        (_, _) => return Err(ApiError::bad_request("phase is before or after").at("/phase")),
    };
    let language = language_of(&headers);
    granted.still(&engine)?;
    let handle = if is_after { body.handle } else { engine.fresh_handle() };
    let phase = if is_after { "after" } else { "" };
    let ask = body.attempt.ask(&handle, &body.password_tag, phase);
    let answer = engine.application_asked(&body.attempt.application(ask, false)).await?;
    granted.still(&engine)?;
    let mut view = view(&answer, language);
    view.handle = Some(handle.clone());
    Ok(Answer(view))
}

/// `POST /sign-in/report`: what became of an attempt.
pub async fn report(
    State(engine): State<EngineState>,
    granted: Granted,
    Given(body): Given<ReportBody>,
) -> Result<Answer<ReportedView>, ApiError> {
    body.unknown.check()?;
    body.attempt.check()?;
    check_words(&body.handle, &body.password_tag)?;
    let outcome = outcome(&body.outcome)?;
    granted.still(&engine)?;
    let handle = if body.handle.is_empty() { engine.fresh_handle() } else { body.handle };
    let ask = body.attempt.ask(&handle, &body.password_tag, "");
    let ask = body.attempt.application(ask, body.remember_device);
    let answer = engine.application_reported(&ask, outcome).await?;
    Ok(Answer(ReportedView { degraded: answer.is_degraded, device_cookie: answer.device_cookie }))
}

fn check_words(handle: &str, password_tag: &str) -> Result<(), ApiError> {
    within("handle", handle, 0, WORD_BYTES_MAX)?;
    if password_tag.len() > 4 || !password_tag.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(
            ApiError::bad_request("password_tag has at most four hexadecimal digits").at("/password_tag")
        );
    }
    Ok(())
}

fn view(answer: &ApplicationAnswer, language: Language) -> VerdictView {
    let words = Words::in_language(language);
    let message = match answer.verdict {
        ApplicationVerdict::Allow => String::new(),
        ApplicationVerdict::Refuse => words.say(key::APPS_SIGN_IN_REFUSED, &[]),
        ApplicationVerdict::Wait => words.say(key::APPS_SIGN_IN_WAIT, &[]),
    };
    VerdictView::new(answer, message)
}

async fn signed_in(
    engine: &Arc<Engine>,
    answer: &ApplicationAnswer,
) -> Result<Option<SignedInView>, ApiError> {
    let Some(id) = answer.account else { return Ok(None) };
    let account = engine.store().account(id).await?.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    Ok(Some(SignedInView { id: id.to_string(), address: account.primary.to_string() }))
}
