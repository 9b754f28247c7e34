//! `/admin/users/{id}/unblock`: evidence, checks that are checked, reason, Yes; then what is in force where, and a
//! question to the gate itself.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind};
use postern_core::refusal::Refusal;
use postern_core::restriction::Restriction;
use postern_core::unblock_check::{CheckOutcome, UnblockCheck};
use postern_engine::ask::{MailAnswer, MailBegun, MailFrom};
use postern_engine::commands::ExecuteError;
use postern_engine::queries::Why;
use postern_text::{Arg, key};

use super::accounts::{name_of, open_of};
use super::page_error::PageError;
use super::question::Question;
use super::receipts::ReceiptLine;
use super::restricted::KINDS;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

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
struct Check {
    outcome: CheckOutcome,
    text: String,
    /// Where it is made so, below the admin centre's path; none where it is so.
    path: Option<String>,
}

impl Check {
    fn new(admin: &Admin, account: &Account, (check, outcome): (UnblockCheck, CheckOutcome)) -> Self {
        let (page, kind) = match check {
            UnblockCheck::Password => ("/reset-password", CommandKind::SetPassword),
            UnblockCheck::Sessions => ("/sessions", CommandKind::Read),
            UnblockCheck::Rules => ("/rules", CommandKind::Read),
            UnblockCheck::Queue => ("/queue", CommandKind::Read),
            UnblockCheck::Suspicion => ("?tab=sign-ins", CommandKind::Read),
            UnblockCheck::WaysBack => ("/addresses", CommandKind::Read),
        };
        let is_offered = outcome != CheckOutcome::Passed
            && admin.is_allowed(kind)
            && !(check == UnblockCheck::Password && account.is_gate_only);
        Self {
            outcome,
            text: admin.words.unblock_check(check, outcome),
            path: is_offered.then(|| format!("/users/{}{page}", account.id)),
        }
    }
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
    let checks = admin.engine.unblock_checks(&account).await.map_err(PageError::unread(admin))?;
    let checks: Vec<Check> = checks.into_iter().map(|one| Check::new(admin, &account, one)).collect();
    let passed = checks.iter().filter(|check| check.outcome == CheckOutcome::Passed).count();
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
