//! `/recover`: the owner comes back without anybody's help, one question a page. Every step is a form to the same address, so
//! no address is a way past a step, and looking changes nothing; how far somebody has come stands sealed in the form.
//!
//! Until something was proved, each answer is the same for every name (docs/security.md).

mod view;

use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use postern_core::arrival::source_of;
use postern_engine::Engine;
use postern_engine::help_requests::AskedForHelp;
use postern_engine::password::Password;
use postern_engine::recovery::{Begun, Finished, NextStep, Proving, Standing};
use postern_text::{Arg, Words, key};
use serde::Deserialize;

use super::new_place::PageQuery;
use super::same_origin::is_from_our_page;
use super::{Tell, language};
use crate::public::PublicState;
use crate::public::client_address::Client;
use view::{Page, View};

/// Where it is.
pub const PATH: &str = "/recover";

/// What a form brings.
#[derive(Default, Deserialize)]
pub struct StepForm {
    /// Which button.
    #[serde(default)]
    step: Step,
    #[serde(default)]
    flow: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
    #[serde(default)]
    message: String,
}

/// The buttons.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    /// The name is typed.
    #[default]
    Name,
    /// A code shall be mailed.
    Send,
    /// A code is typed.
    Code,
    /// Unlock, and nothing else.
    Unlock,
    /// Another password is wanted.
    New,
    /// It is typed.
    Password,
    /// The help desk is wanted.
    Help,
    /// What it is told.
    Ask,
}

/// `GET /recover`
pub async fn show(
    State(state): State<PublicState>,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let view = View { engine: &state.engine, words: words_of(query, &headers) };
    if is_off(&state.engine) {
        return view.off();
    }
    view.page(&Page::Name { login: "", problem: None })
}

/// `POST /recover`
pub async fn step(
    State(state): State<PublicState>,
    client: Client,
    query: Result<Query<PageQuery>, QueryRejection>,
    headers: HeaderMap,
    form: Result<Form<StepForm>, FormRejection>,
) -> Response {
    let engine = &state.engine;
    let view = View { engine, words: words_of(query, &headers) };
    if is_off(engine) {
        return view.off();
    }
    if !is_from_our_page(engine, &headers) {
        let problem = Some(view.words.t(key::PASSWORD_FOREIGN));
        return view.answer(StatusCode::FORBIDDEN, &Page::Name { login: "", problem });
    }
    let form = form.map(|Form(form)| form).unwrap_or_default();
    let Client(source) = client;
    let source = source_of(&source.to_string()).ok();
    match form.step {
        Step::Name => view.named(&form.login, engine.begin_recovery(&form.login, source)),
        Step::Send => match engine.send_recovery_code(&form.flow, source) {
            Some(flow) => {
                view.page(&Page::Prove { flow: &flow, said: Some(key::RECOVERY_SENT), problem: None })
            }
            None => view.over(),
        },
        Step::Code => match engine.prove_recovery(&form.flow, &form.code, source).await {
            Ok(Proving::Right(standing)) => view.standing(&standing),
            Ok(Proving::Wrong { flow }) => {
                let problem = Some(view.words.t(key::RECOVERY_WRONG));
                view.page(&Page::Prove { flow: &flow, said: None, problem })
            }
            Ok(Proving::TooMany) => {
                let problem = Some(view.words.t(key::RECOVERY_TOO_MANY));
                view.page(&Page::Prove { flow: &form.flow, said: None, problem })
            }
            Ok(Proving::Over) => view.over(),
            Err(error) => view.trouble(&error),
        },
        Step::Unlock => finish(&view, &form.flow, None).await,
        Step::New => view.new_password(&form.flow, None),
        Step::Password => set(&view, &form).await,
        Step::Help => view.help(&form.flow),
        Step::Ask => match engine.ask_for_help(&form.flow, &form.message, source) {
            AskedForHelp::Taken(flow) => {
                view.page(&Page::Prove { flow: &flow, said: Some(key::HELP_ASK_ASKED), problem: None })
            }
            AskedForHelp::TooMany => {
                let problem = Some(view.words.t(key::RECOVERY_TOO_MANY));
                view.page(&Page::Ask { flow: &form.flow, message: &form.message, problem })
            }
            AskedForHelp::Over => view.over(),
        },
    }
}

/// Another password, as it was typed.
async fn set(view: &View<'_>, form: &StepForm) -> Response {
    let words = view.words;
    let again = |problem: String| view.new_password(&form.flow, Some(problem));
    if form.new.is_empty() || form.new != form.again {
        return again(words.t(key::PASSWORD_DIFFER));
    }
    match Password::to_be_set(&form.new) {
        Ok(new) => finish(view, &form.flow, Some(new)).await,
        Err(_) => {
            let limit = [("limit", postern_engine::password::PASSWORD_BYTES_MAX.into())];
            again(words.tell(key::PASSWORD_TOO_LONG, &limit))
        }
    }
}

async fn finish(view: &View<'_>, flow: &str, new: Option<Password>) -> Response {
    let is_new = new.is_some();
    match view.engine.finish_recovery(flow, new).await {
        Ok(Finished::Done { done, is_sending_restricted }) => view.done(&done, is_sending_restricted),
        Ok(Finished::Over) => view.over(),
        Ok(Finished::Refused(refusal)) if is_new => {
            view.new_password(flow, Some(view.words.refusal(&refusal)))
        }
        Ok(Finished::Refused(refusal)) => view.refused(flow, view.words.refusal(&refusal)).await,
        Err(error) => view.trouble(&error),
    }
}

impl View<'_> {
    fn named(&self, login: &str, begun: Begun) -> Response {
        let words = self.words;
        let problem = match begun {
            Begun::Flow(flow) => return self.page(&Page::Prove { flow: &flow, said: None, problem: None }),
            Begun::NoName => words.t(key::RECOVERY_NO_NAME),
            Begun::TooMany => words.t(key::RECOVERY_TOO_MANY),
            Begun::Paused { until } => {
                let until = Arg::Time(until, &self.engine.site().time_zone);
                words.tell(key::RECOVERY_PAUSED, &[("until", until)])
            }
        };
        self.page(&Page::Name { login, problem: Some(problem) })
    }

    /// The form of another password, which says for whom, so that a password manager keeps it there.
    fn new_password(&self, flow: &str, problem: Option<String>) -> Response {
        match self.engine.recovery_login(flow) {
            Some(login) => self.page(&Page::Password { flow, login: &login, problem }),
            None => self.over(),
        }
    }

    fn help(&self, flow: &str) -> Response {
        match self.engine.recovery_login(flow) {
            Some(_) => self.page(&Page::Ask { flow, message: "", problem: None }),
            None => self.over(),
        }
    }

    fn standing(&self, standing: &Standing) -> Response {
        let flow = &standing.flow;
        match &standing.next {
            NextStep::Prove { left } if left.is_empty() => self.too_few(flow),
            NextStep::Prove { left } => self.page(&Page::Another { flow, left }),
            NextStep::Choose { is_blocked: true, .. } => self.blocked(flow),
            NextStep::Choose { may_unlock, may_set_password, .. } => {
                let (may_unlock, may_set_password) = (*may_unlock, *may_set_password);
                self.page(&Page::Choose { flow, may_unlock, may_set_password, problem: None })
            }
        }
    }

    /// The choices again, with what is wrong.
    async fn refused(&self, flow: &str, problem: String) -> Response {
        match self.engine.recovery_standing(flow).await {
            Ok(Some(Standing {
                flow, next: NextStep::Choose { may_unlock, may_set_password, .. }, ..
            })) => {
                let problem = Some(problem);
                self.page(&Page::Choose { flow: &flow, may_unlock, may_set_password, problem })
            }
            Ok(Some(standing)) => self.standing(&standing),
            Ok(None) => self.over(),
            Err(error) => self.trouble(&error),
        }
    }
}

/// Whether the site has switched it off.
fn is_off(engine: &Engine) -> bool {
    engine.policies().password.recovery_rule == 0
}

fn words_of(query: Result<Query<PageQuery>, QueryRejection>, headers: &HeaderMap) -> &'static Words {
    let asked = query.ok().and_then(|Query(query)| query.lang);
    Words::in_language(language(asked.as_deref(), headers))
}
