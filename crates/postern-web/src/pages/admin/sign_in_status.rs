//! `/admin/users/{id}/sign-in-status`: Edit sign-in status. Allowed, blocked until a date, or blocked until somebody
//! allows it; what else stands in the way is shown and stays.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::{Command, CommandKind};
use postern_core::event::Event;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::time::Timestamp;
use postern_text::{TimeZone, key};

use super::accounts::{name_of, open_of};
use super::done;
use super::page_error::PageError;
use super::question::Question;
use super::session::{Admin, Submitted};
use super::shell::{Place, Shell};

/// The three choices, as the form's values name them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Allowed,
    Blocked,
    BlockedUntil,
}

impl Choice {
    fn read(text: &str) -> Option<Self> {
        match text {
            "allowed" => Some(Choice::Allowed),
            "blocked" => Some(Choice::Blocked),
            "until" => Some(Choice::BlockedUntil),
            _ => None,
        }
    }

    /// What it takes. Which of two commands it is, the access matrix tells apart.
    fn kind(self) -> CommandKind {
        match self {
            Choice::Allowed => CommandKind::AllowSignIn,
            Choice::Blocked | Choice::BlockedUntil => CommandKind::BlockSignIn,
        }
    }
}

#[derive(Template)]
#[template(path = "admin/sign_in_status.html")]
struct Page {
    shell: Shell,
    account: Account,
    name: String,
    of: String,
    /// The person's block that is open, if one is.
    block: Option<Restriction>,
    also: Vec<Restriction>,
    choice: Choice,
    date: String,
    date_problem: Option<String>,
    /// A block ends what is open at the mail server too.
    ends_sessions: bool,
    question: Question,
}

/// `GET /admin/users/{id}/sign-in-status`
pub async fn ask(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::BlockSignIn)?;
    let account = admin.account(&id).await?;
    let question = Question::fresh(&admin, CommandKind::BlockSignIn);
    page(&admin, account, None, String::new(), None, question).await
}

/// `POST /admin/users/{id}/sign-in-status`
pub async fn act(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::BlockSignIn)?;
    let account = admin.account(&id).await?;
    let choice = Choice::read(submitted.text("status")).ok_or_else(|| PageError::foreign_form(admin))?;
    admin.may(choice.kind())?;
    let date = submitted.text("until").to_owned();
    if choice == Choice::Allowed && !date.is_empty() {
        let question =
            Question { reason: submitted.text("reason").to_owned(), ..Question::fresh(admin, choice.kind()) };
        let problem = Some(admin.words.say(key::STATUS_DATE_UNUSED, &[]));
        return page(admin, account, Some(Choice::BlockedUntil), date, problem, question).await;
    }
    let until = match choice {
        Choice::BlockedUntil => match read_date(&date, &admin.engine.site().time_zone, admin.now) {
            Some(until) => Some(until),
            None => {
                let problem = Some(admin.words.say(key::STATUS_DATE_WRONG, &[]));
                let question = Question {
                    reason: submitted.text("reason").to_owned(),
                    ..Question::fresh(admin, choice.kind())
                };
                return page(admin, account, Some(choice), date, problem, question).await;
            }
        },
        Choice::Allowed | Choice::Blocked => None,
    };
    if let Some(question) = Question::answered(&submitted, choice.kind()).await? {
        return page(admin, account, Some(choice), date, None, question).await;
    }
    let command = match choice {
        Choice::Allowed => Command::AllowSignIn,
        Choice::Blocked | Choice::BlockedUntil => Command::BlockSignIn { until },
    };
    let asker = admin.because(submitted.text("reason"));
    let carried = admin.engine.execute(account.id, command, asker).await;
    let carried = carried.map_err(|error| PageError::of(admin, error))?;
    let title = admin.words.say(key::STATUS_TITLE, &[]);
    let shell = Shell::of_what_was_done(admin, Some(Place::Locks), title).await?;
    let blocked = carried.events.iter().find_map(|event| {
        if let Event::RestrictionStarted(restriction) = event { Some(restriction) } else { None }
    });
    let sentence = match blocked {
        Some(restriction) => admin.words.state(&account.primary, restriction, &shell.zone),
        None => admin.words.say(key::STATUS_DONE_ALLOWED, &[("account", account.primary.as_str().into())]),
    };
    Ok(done::page(shell, "/locks", sentence, &carried.receipts, None))
}

/// What a browser's field of date and time sends, in the organisation's zone; `None` when it does not lie ahead.
pub(super) fn read_date(text: &str, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    let at = zone.to_ambiguous_timestamp(local).later().ok()?;
    let at = Timestamp::from_unix_micros(at.as_microsecond());
    (at > now).then_some(at)
}

/// As a browser's field of date and time wants it.
pub(super) fn written(at: Timestamp, zone: &TimeZone) -> String {
    let instant = jiff::Timestamp::from_microsecond(at.unix_micros()).unwrap_or(jiff::Timestamp::MAX);
    zone.to_datetime(instant).strftime("%Y-%m-%dT%H:%M").to_string()
}

async fn page(
    admin: &Admin,
    account: Account,
    choice: Option<Choice>,
    date: String,
    date_problem: Option<String>,
    question: Question,
) -> Result<Response, PageError> {
    let open = admin.engine.open_on(account.id);
    let is_block = |row: &Restriction| row.kind == RestrictionKind::SignInBlocked;
    let is_other = |row: &Restriction| match row.kind {
        RestrictionKind::SignInLocked
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::ProtocolOff(_)
        | RestrictionKind::AddressBlock => true,
        RestrictionKind::SignInBlocked
        | RestrictionKind::SendingSlowed
        | RestrictionKind::SendingRestricted
        | RestrictionKind::SendingProposed => false,
    };
    let block = open_of(open.clone(), is_block).into_iter().next();
    // What is so now is marked first; whoever comes to a blocked account wants to see that it is.
    let now = match &block {
        Some(Restriction { until: Some(_), .. }) => Choice::BlockedUntil,
        Some(_) => Choice::Blocked,
        None => Choice::Allowed,
    };
    // The end that is set now, as the field shows it, so that it can be changed.
    let date = match block.as_ref().and_then(|block| block.until) {
        Some(until) if date.is_empty() && choice.is_none() => written(until, &admin.engine.site().time_zone),
        Some(_) | None => date,
    };
    let page = Page {
        of: admin.words.say(key::STATUS_OF, &[("account", account.primary.as_str().into())]),
        name: name_of(&account),
        also: open_of(open, is_other),
        choice: choice.unwrap_or(now),
        shell: Shell::new(admin, Some(Place::Locks), admin.words.say(key::STATUS_TITLE, &[])),
        ends_sessions: admin.engine.has_mail_agent(),
        account,
        block,
        date,
        date_problem,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_the_organisations_zone_and_has_to_lie_ahead() {
        let zone = TimeZone::get("Europe/Riga").expect("a zone");
        let now = Timestamp::from_unix_s(1_795_737_600); // 2026-11-27T00:00Z
        let read = |text: &str| read_date(text, &zone, now).map(Timestamp::unix_s);
        assert_eq!(read("2026-11-27T02:01"), Some(1_795_737_660));
        assert_eq!(read("2026-11-27T02:00"), None, "now is not ahead");
        for wrong in ["", "tomorrow", "2026-13-01T00:00", "2026-11-27"] {
            assert!(read(wrong).is_none() || wrong == "2026-11-27", "{wrong}");
        }
    }
}
