//! `/admin/users/{id}/unblock`: evidence, checks that are checked, reason, Yes; then what is in force where, and a
//! question to the gate itself.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind};
use postern_core::compromise::Level;
use postern_core::refusal::Refusal;
use postern_core::restriction::Restriction;
use postern_core::time::Timestamp;
use postern_engine::ask::{MailAnswer, MailBegun, MailFrom};
use postern_engine::commands::ExecuteError;
use postern_engine::ports::{AuditFilter, StoreError};
use postern_engine::queries::{SendingState, Why};
use postern_text::{Arg, key};

use super::accounts::{name_of, open_of};
use super::page_error::PageError;
use super::question::Question;
use super::receipts::ReceiptLine;
use super::restricted::KINDS;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

/// Audit rows that are looked through for a new password.
const AUDIT_LOOKED_AT: u32 = 200;

#[derive(Template)]
#[template(path = "admin/unblock.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    open: Vec<Said>,
    evidence: Vec<String>,
    otherwise: Vec<String>,
    checks: Vec<Check>,
    checks_title: String,
    has_doubt: bool,
    has_queue: bool,
    releases: Option<String>,
    not_restricted: Option<String>,
    /// Who ended the last restriction, when and why.
    ended: Option<String>,
    question: Question,
}

/// An open restriction in words.
struct Said {
    restriction: Restriction,
    reason: String,
    actor: String,
}

/// One thing that should be so before the door is opened.
pub(super) struct Check {
    state: CheckState,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CheckState {
    Passed,
    Failed,
    /// We cannot tell.
    Open,
}

#[derive(Template)]
#[template(path = "admin/unblocked.html")]
struct DonePage {
    shell: Shell,
    done: String,
    probe: Result<String, String>,
    receipts: Vec<ReceiptLine>,
    releases: Option<String>,
}

/// `GET /admin/users/{id}/unblock`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::UnblockSending)?;
    let account = admin.account(&id).await?;
    page(&admin, account, Question::fresh(&admin, CommandKind::UnblockSending)).await
}

/// `POST /admin/users/{id}/unblock`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    let account = admin.account(&id).await?;
    if let Some(question) = Question::answered(&submitted, CommandKind::UnblockSending).await? {
        return page(admin, account, question).await;
    }
    let asker = admin.because(submitted.text("reason"));
    let done = match admin.engine.execute(account.id, Command::UnblockSending, asker).await {
        Ok(done) => done,
        // Somebody else was quicker: the page says who, and when.
        Err(ExecuteError::Refused(Refusal::SendingNotRestricted)) => {
            return page(admin, account, Question::fresh(admin, CommandKind::UnblockSending)).await;
        }
        Err(error) => return Err(PageError::of(admin, error)),
    };
    let releases = admin.engine.past_releases(account.id).await.map_err(PageError::unread(admin))?;
    let title = admin.words.say(key::ADMIN_NAV_RESTRICTED, &[]);
    let shell = Shell::of_what_was_done(admin, Some(Place::Restricted), title).await?;
    let page = DonePage {
        done: admin.words.say(key::UNBLOCK_DONE, &[("account", account.primary.as_str().into())]),
        probe: probe(admin, &account),
        receipts: shell.receipts(&done.receipts),
        releases: told_releases(admin, releases.len()),
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// Asks what the milter asks when a mail of this login begins: whether it may send. Nothing is counted by it.
fn probe(admin: &Admin, account: &Account) -> Result<String, String> {
    let login = account.primary.as_str();
    let begun = MailBegun { from: MailFrom::Login(login), sender: login, client_address: "" };
    let (answer, _) = admin.engine.mail_begun(&begun);
    match answer {
        MailAnswer::GoOn | MailAnswer::NotOurs => {
            let at = Arg::Clock(admin.engine.now_shown(), &admin.engine.site().time_zone);
            Ok(admin.words.say(key::UNBLOCK_PROBE, &[("clock", at)]))
        }
        MailAnswer::Refuse { .. } | MailAnswer::Hold { .. } => {
            Err(admin.words.say(key::UNBLOCK_PROBE_NO, &[]))
        }
    }
}

fn told_releases(admin: &Admin, count: usize) -> Option<String> {
    let is_told = count >= postern_engine::queries::RELEASES_TOLD_FROM;
    is_told.then(|| admin.words.say(key::UNBLOCK_RELEASES, &[("count", count.into())]))
}

async fn page(admin: &Admin, account: Account, question: Question) -> Result<Response, PageError> {
    let why = admin.engine.why(account.id).await.map_err(PageError::unread(admin))?;
    let why = why.ok_or_else(|| PageError::not_found(admin))?;
    let state = admin.engine.sending_state(account.id).await.map_err(PageError::unread(admin))?;
    let restrictions = why.open.iter().map(|row| row.restriction.clone()).collect();
    let restrictions = open_of(restrictions, |row| KINDS.contains(&row.kind));
    let checks = checks(admin, &account, &restrictions, &why, &state).await;
    let checks = checks.map_err(PageError::unread(admin))?;
    let passed = checks.iter().filter(|check| check.state == CheckState::Passed).count();
    let words = admin.words;
    let address = account.primary.to_string();
    let title = words.say(key::UNBLOCK_TITLE, &[("account", (&address).into())]);
    let evidence = restrictions.iter().flat_map(|row| &row.evidence).map(|seen| words.evidence(seen));
    let otherwise = restrictions
        .iter()
        .flat_map(crate::api::v1::suspicion::otherwise_of)
        .map(|otherwise| words.otherwise(&otherwise));
    let counts = [("count", checks.len().into()), ("passed", passed.into())];
    let page = Page {
        evidence: evidence.collect(),
        otherwise: otherwise.collect(),
        has_doubt: passed < checks.len(),
        has_queue: admin.engine.has_mail_queue(),
        checks_title: words.say(key::UNBLOCK_CHECKS, &counts),
        releases: told_releases(admin, state.releases.len()),
        not_restricted: restrictions
            .is_empty()
            .then(|| words.say(key::UNBLOCK_NOT, &[("account", (&address).into())])),
        ended: if restrictions.is_empty() { ended(admin, &why).await } else { None },
        open: said(admin, restrictions).await,
        name: name_of(&account),
        shell: Shell::new(admin, Some(Place::Restricted), title),
        checks,
        account,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// How the last restriction of sending ended, where a person or the clock ended one lately.
async fn ended(admin: &Admin, why: &Why) -> Option<String> {
    let of_sending = why.recent.iter().filter(|row| KINDS.contains(&row.restriction.kind));
    let ended = of_sending.filter_map(|row| row.ended.as_ref());
    let (at, actor, note) = ended.max_by_key(|(at, ..)| *at)?;
    let actor = admin.actor_name(actor).await;
    let when = Arg::Time(*at, &admin.engine.site().time_zone);
    let arguments = [("actor", (&actor).into()), ("when", when)];
    let sentence = admin.words.say(key::UNBLOCK_ENDED_BY, &arguments);
    Some(if note.is_empty() {
        sentence
    } else {
        format!("{sentence} {}", admin.words.say(key::REASON_BY_PERSON, &[("note", note.into())]))
    })
}

async fn said(admin: &Admin, restrictions: Vec<Restriction>) -> Vec<Said> {
    let mut all = Vec::with_capacity(restrictions.len());
    for restriction in restrictions {
        let actor = admin.actor_name(&restriction.actor).await;
        all.push(Said {
            reason: admin.words.restriction_reason(&restriction.reason),
            actor: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
            restriction,
        });
    }
    all
}

async fn checks(
    admin: &Admin,
    account: &Account,
    restrictions: &[Restriction],
    why: &Why,
    state: &SendingState,
) -> Result<Vec<Check>, StoreError> {
    let words = admin.words;
    let since = restrictions.iter().map(|row| row.since).min();
    let mut checks = vec![if account.is_gate_only {
        Check { state: CheckState::Open, text: words.say(key::UNBLOCK_CHECK_PASSWORD_ELSEWHERE, &[]) }
    } else if is_password_new(admin, account, since).await? {
        Check { state: CheckState::Passed, text: words.say(key::UNBLOCK_CHECK_PASSWORD_YES, &[]) }
    } else {
        Check { state: CheckState::Failed, text: words.say(key::UNBLOCK_CHECK_PASSWORD_NO, &[]) }
    }];
    checks.push(match why.compromise.level {
        Level::None => {
            Check { state: CheckState::Passed, text: words.say(key::UNBLOCK_CHECK_SUSPICION_YES, &[]) }
        }
        Level::Alert | Level::Slow | Level::UntilNextDay | Level::UntilReleased => {
            let score = [("score", (why.compromise.score as u64).into())];
            Check { state: CheckState::Failed, text: words.say(key::UNBLOCK_CHECK_SUSPICION_NO, &score) }
        }
    });
    checks.extend(state.queue.as_ref().map(|queue| match queue {
        Ok(queue) if queue.is_empty() => {
            Check { state: CheckState::Passed, text: words.say(key::UNBLOCK_CHECK_QUEUE_YES, &[]) }
        }
        Ok(queue) => {
            let count = [("count", queue.len().into())];
            Check { state: CheckState::Failed, text: words.say(key::UNBLOCK_CHECK_QUEUE_NO, &count) }
        }
        Err(_) => Check { state: CheckState::Open, text: words.say(key::UNBLOCK_CHECK_QUEUE_UNREAD, &[]) },
    }));
    Ok(checks)
}

/// Whether the audit has a new password since then.
async fn is_password_new(
    admin: &Admin,
    account: &Account,
    since: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let Some(since) = since else { return Ok(false) };
    let filter = AuditFilter { account: Some(account.id), limit: AUDIT_LOOKED_AT, ..Default::default() };
    let rows = admin.engine.audit(&filter).await?;
    let code = postern_core::event::EventKind::PasswordSet.code();
    Ok(rows.iter().any(|row| row.code == code && row.at >= since))
}
