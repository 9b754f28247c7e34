//! `/admin/policies/preview`: what would change, from what to what, with what contradicts and what may be said of the past;
//! and, with a reason, the change itself. The wanted values are in the address: `?sign_in.first_lock_s=120`, or `?preset=strict`;
//! a value that is so already is no change. Looking changes nothing.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::effect::Point;
use postern_core::policy::PolicyError;
use postern_core::policy::presets::{Door, Preset};
use postern_engine::commands::{ExecuteError, SetPolicyError};
use postern_text::policy_values::{PolicyValueWords, words_of};
use postern_text::{TimeZone, key};

use super::super::page_error::PageError;
use super::super::query_text::QueryText;
use super::super::question::Question;
use super::super::receipts::ReceiptLine;
use super::super::session::{Admin, Submitted};
use super::super::shell::Shell;
use super::trial::{self, Trial};
use super::what_if::{self, WhatIf};
use super::{Tab, form, shell, value_in};
use crate::pages::Tell;

type Pairs = Result<Query<Vec<(String, String)>>, QueryRejection>;

/// A value that would be another one.
#[derive(Clone, Copy)]
pub(super) struct Change {
    pub words: &'static PolicyValueWords,
    pub from: u64,
    pub to: u64,
}

/// What the address wants, judged by the policies in force.
struct Judged {
    preset: Option<Preset>,
    changes: Vec<Change>,
    problems: Vec<String>,
    /// Where the numbers are typed in, with what was typed.
    back: String,
    /// The past is to be looked at as a whole.
    is_past_whole: bool,
}

#[derive(Template)]
#[template(path = "admin/policies_preview.html")]
struct Page {
    shell: Shell,
    back: String,
    rows: Vec<Row>,
    problems: Vec<String>,
    meanwhile: Option<String>,
    warning: Option<String>,
    what_if: WhatIf,
    trial: Option<Trial>,
    /// Where the form goes: the changes alone.
    action: String,
    /// What the values were when this was read.
    seen: String,
    question: Question,
}

#[derive(Template)]
#[template(path = "admin/policies_done.html")]
struct DonePage {
    shell: Shell,
    back: String,
    done: String,
    rows: Vec<Row>,
    receipts: Vec<ReceiptLine>,
    undo: String,
}

/// A change in words.
struct Row {
    words: &'static PolicyValueWords,
    from: String,
    to: String,
}

/// `GET /admin/policies/preview`
pub async fn show(admin: Admin, pairs: Pairs) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangePolicy)?;
    let judged = judge(&admin, pairs);
    page(&admin, judged, false, Question::fresh(&admin, CommandKind::ChangePolicy)).await
}

/// `POST /admin/policies/preview`
pub async fn apply(pairs: Pairs, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::ChangePolicy)?;
    let mut judged = judge(admin, pairs);
    let is_as_seen = submitted.text("seen") == seen(&judged.changes);
    if judged.changes.is_empty() || !judged.problems.is_empty() || !is_as_seen {
        let reason = submitted.text("reason").to_owned();
        let question = Question { reason, ..Question::fresh(admin, CommandKind::ChangePolicy) };
        return page(admin, judged, !is_as_seen, question).await;
    }
    if let Some(question) = Question::answered(&submitted, CommandKind::ChangePolicy).await? {
        return page(admin, judged, false, question).await;
    }
    let values = judged.changes.iter().map(|it| (it.words.code.to_owned(), it.to.to_string())).collect();
    let asked = admin.engine.now_shown();
    match admin.engine.set_policies(values, admin.because(submitted.text("reason"))).await {
        Ok(_) => {
            let latency = admin.engine.now_shown().since(asked);
            let text = admin.words.receipt(Point::Gates, latency, None);
            Ok(done(admin, &judged, vec![ReceiptLine { is_done: true, text }]))
        }
        Err(error) => {
            judged.problems = vec![said(admin, error)?];
            page(admin, judged, false, Question::fresh(admin, CommandKind::ChangePolicy)).await
        }
    }
}

/// Why the values were not taken, for the page; everything that is not about values is a page of its own.
pub(super) fn said(admin: &Admin, error: SetPolicyError) -> Result<String, PageError> {
    let zone = &admin.engine.site().time_zone;
    match error {
        SetPolicyError::Policy(error) => Ok(admin.words.policy_refusal(&error, zone)),
        SetPolicyError::ScopedContradicts { policy, error } => Ok(contradicts(admin, &policy, &error)),
        SetPolicyError::Scoped(error) => Ok(admin.words.scoped_policy_error(&error)),
        SetPolicyError::Refused(refusal) => Err(admin.refused(&refusal)),
        SetPolicyError::Commit(error) => Err(PageError::of(admin, ExecuteError::Commit(error))),
    }
}

fn contradicts(admin: &Admin, policy: &str, error: &PolicyError) -> String {
    let cause = admin.words.policy_refusal(error, &admin.engine.site().time_zone);
    admin.words.say(key::POLICIES_ERROR_CONTRADICTS, &[("policy", policy.into()), ("cause", (&cause).into())])
}

fn judge(admin: &Admin, pairs: Pairs) -> Judged {
    let Query(pairs) = pairs.unwrap_or_default();
    let zone = &admin.engine.site().time_zone;
    let mut problems = Vec::new();
    let mut preset = None;
    let mut wanted: Vec<(String, String)> = Vec::new();
    let is_past_whole = pairs.iter().any(|(name, text)| name == trial::PAST && text == trial::WHOLE);
    for (name, text) in pairs {
        if name == "preset" {
            preset = Preset::from_code(&text);
            match preset {
                Some(preset) => {
                    wanted.extend(preset.values().map(|(name, value)| (name.to_owned(), value.to_string())));
                }
                None => {
                    problems
                        .push(admin.words.say(key::POLICIES_ERROR_NO_PRESET, &[("name", (&text).into())]));
                }
            }
        } else if name.contains('.') {
            wanted.push((name, text));
        }
    }
    let before = admin.engine.policies();
    let mut after = (*before).clone();
    let mut changes = Vec::new();
    for (name, text) in &wanted {
        let Some(words) = words_of(name) else {
            problems.push(admin.words.say(key::POLICY_UNKNOWN_NAME, &[("name", name.into())]));
            continue;
        };
        match after.set(name, &form::read(words.unit, text, zone)) {
            Ok(()) => {
                let (from, to) = (value_in(&before, name), value_in(&after, name));
                changes.retain(|change: &Change| change.words.code != name);
                if from != to {
                    changes.push(Change { words, from, to });
                }
            }
            Err(error) => problems.push(admin.words.policy_refusal(&error, zone)),
        }
    }
    if problems.is_empty() {
        problems.extend(after.check().err().map(|error| admin.words.policy_refusal(&error, zone)));
    }
    if problems.is_empty() {
        let fits = admin.engine.scoped_policies().check_site(&after.outbound);
        problems.extend(fits.err().map(|(policy, error)| contradicts(admin, &policy, &error)));
    }
    Judged { back: back(preset, &wanted), preset, changes, problems, is_past_whole }
}

/// The form with what was typed, or the tab of a preset.
fn back(preset: Option<Preset>, wanted: &[(String, String)]) -> String {
    if let Some(preset) = preset {
        return match preset.door() {
            Door::SigningIn => Tab::SignIn.path(),
            Door::Sending => Tab::Sending.path(),
        };
    }
    let known = || wanted.iter().filter_map(|(name, text)| Some((words_of(name)?, text)));
    let Some((first, _)) = known().next() else { return Tab::SignIn.path() };
    let typed = known().fold(QueryText::default(), |typed, (words, text)| typed.and(words.code, text));
    format!("/policies/edit/{}{typed}", first.group.code())
}

fn seen(changes: &[Change]) -> String {
    let from: Vec<String> = changes.iter().map(|change| change.from.to_string()).collect();
    from.join(",")
}

fn rows(admin: &Admin, changes: &[Change]) -> Vec<Row> {
    let zone: &TimeZone = &admin.engine.site().time_zone;
    let row = |&Change { words, from, to }: &Change| Row {
        words,
        from: admin.words.policy_amount(words.unit, from, zone),
        to: admin.words.policy_amount(words.unit, to, zone),
    };
    changes.iter().map(row).collect()
}

/// The address of a preview of these values.
fn address(values: impl Iterator<Item = (&'static str, u64)>) -> String {
    let query = values.fold(QueryText::default(), |query, (name, value)| query.and(name, value.to_string()));
    format!("/policies/preview{query}")
}

async fn page(
    admin: &Admin,
    judged: Judged,
    is_meanwhile: bool,
    question: Question,
) -> Result<Response, PageError> {
    let Judged { preset, changes, problems, back, is_past_whole } = judged;
    let title = if problems.is_empty() {
        admin.words.say(key::POLICY_PREVIEW_TITLE, &[("count", changes.len().into())])
    } else {
        admin.words.t(key::POLICY_REFUSED_TITLE)
    };
    let is_sticky = |change: &Change| change.words.code == "sign_in.sticky_locks" && change.to > 0;
    let shell = shell(admin, title);
    let trial = if problems.is_empty() { tried(admin, &shell, &changes, is_past_whole).await? } else { None };
    let page = Page {
        rows: rows(admin, &changes),
        warning: changes.iter().any(is_sticky).then(|| admin.words.t(key::POLICY_STICKY_WARNING)),
        meanwhile: is_meanwhile.then(|| admin.words.t(key::POLICY_MEANWHILE)),
        action: address(changes.iter().map(|change| (change.words.code, change.to))),
        seen: seen(&changes),
        what_if: what_if::of(admin, &changes, preset).await?,
        trial,
        shell,
        back,
        problems,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// What the change would have done, where it is one of sending.
async fn tried(
    admin: &Admin,
    shell: &Shell,
    changes: &[Change],
    is_whole: bool,
) -> Result<Option<Trial>, PageError> {
    if !changes.iter().any(what_if::is_of_sending) {
        return Ok(None);
    }
    let values: Vec<_> = changes.iter().map(|it| (it.words.code.to_owned(), it.to.to_string())).collect();
    let reach = trial::reach(is_whole);
    match admin.engine.try_site_policies(&values, reach).await {
        Ok(found) => Ok(Some(Trial::shown(shell, found, reach))),
        Err(SetPolicyError::Commit(error)) => Err(PageError::of(admin, ExecuteError::Commit(error))),
        // What is wrong with the values stands on the page already.
        Err(
            SetPolicyError::Policy(_)
            | SetPolicyError::ScopedContradicts { .. }
            | SetPolicyError::Scoped(_)
            | SetPolicyError::Refused(_),
        ) => Ok(None),
    }
}

fn done(admin: &Admin, judged: &Judged, receipts: Vec<ReceiptLine>) -> Response {
    let Judged { changes, .. } = judged;
    let page = DonePage {
        shell: shell(admin, admin.words.t(key::ADMIN_NAV_POLICIES)),
        back: changes.first().map_or_else(|| Tab::SignIn.path(), |change| Tab::of(change.words.group).path()),
        done: admin.words.say(key::POLICY_DONE, &[("count", changes.len().into())]),
        rows: rows(admin, changes),
        receipts,
        undo: address(changes.iter().map(|change| (change.words.code, change.from))),
    };
    Html(page.render().unwrap_or_default()).into_response()
}
