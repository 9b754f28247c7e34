//! `/admin`: what needs a person, sorted by harm; four numbers; the last 24 hours; what happened lately.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::event::EventKind;
use postern_core::restriction::{Origin, RestrictionKind};
use postern_core::time::Timestamp;
use postern_engine::connections::PointState;
use postern_engine::ports::{AuditFilter, HelpFilter, HelpRow, RestrictionFilter, RestrictionRow};
use postern_engine::queries::OverviewNumbers;
use postern_text::{Arg, key};

use super::audit_words::event_words;
use super::page_error::PageError;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::plot;

/// Restricted accounts that stand one by one; the list has all of them.
const RESTRICTED_SHOWN: usize = 5;
/// Rows of the audit that are looked at, and shown.
const LATELY_LOOKED_AT: u32 = 60;
const LATELY_SHOWN: usize = 15;

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct Page {
    shell: Shell,
    needs: Vec<Need>,
    quiet: Option<String>,
    more: Option<String>,
    numbers: Numbers,
    /// The last 24 hours, HTML already.
    figure: String,
    lately: Vec<Lately>,
    memory: String,
}

/// The four numbers, as the language writes them.
struct Numbers {
    locked: String,
    restricted: String,
    last_hour: Option<LastHour>,
}

/// The two of them that are the whole site's.
struct LastHour {
    recipients: String,
    failed: String,
    refused: String,
}

impl Numbers {
    fn new(shell: &Shell, numbers: &OverviewNumbers, is_whole: bool) -> Self {
        let tally = &numbers.last_hour;
        Self {
            locked: shell.number((numbers.locked + numbers.blocked) as u64),
            restricted: shell.number(numbers.restricted as u64),
            last_hour: is_whole.then(|| LastHour {
                recipients: shell.number(tally.recipients_permitted),
                failed: shell.number(tally.sign_ins_failed + tally.sign_ins_refused),
                refused: shell.words.say(key::OVERVIEW_REFUSED, &[("count", tally.sign_ins_refused.into())]),
            }),
        }
    }
}

/// Something that waits for a person.
struct Need {
    /// The mark before it: an icon of the sprite, and what it means.
    icon: &'static str,
    class: &'static str,
    is_door: bool,
    title: String,
    more: String,
    /// Where it is decided, below the admin centre's path.
    path: Option<String>,
}

struct Lately {
    at: Timestamp,
    is_person: bool,
    event: String,
    account: Option<(String, String)>,
    note: String,
    by: String,
}

/// `GET /admin`
pub async fn show(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let engine = &admin.engine;
    let numbers = engine.overview_numbers(admin.reach()).await.map_err(PageError::unread(&admin))?;
    let (mut needs, more) = restricted(&admin).await?;
    // What is the whole site's is for roles that are for all of it.
    let is_whole = admin.is_allowed(CommandKind::ReadSite);
    let mut all = if is_whole { troubles(&admin) } else { Vec::new() };
    if is_whole {
        all.extend(failing(&admin).await?);
    }
    all.append(&mut needs);
    all.extend(asking(&admin).await?);
    all.extend(closed(&admin).await?);
    let (figure, memory) = if is_whole { whole_site(&admin).await? } else { Default::default() };
    let title = admin.words.say(key::OVERVIEW_NEEDS, &[("count", all.len().into())]);
    let shell = Shell::new(&admin, Some(Place::Overview), title);
    let page = Page {
        quiet: all.is_empty().then(|| admin.words.say(key::OVERVIEW_QUIET, &[])),
        numbers: Numbers::new(&shell, &numbers, is_whole),
        figure,
        lately: lately(&admin).await?,
        memory,
        shell,
        needs: all,
        more,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// The picture of the last 24 hours, and what is held in memory.
async fn whole_site(admin: &Admin) -> Result<(String, String), PageError> {
    let (engine, vitals) = (&admin.engine, admin.engine.vitals());
    let counts = [("names", vitals.names.into()), ("restrictions", vitals.open_restrictions.into())];
    let series = engine.site_series().await.map_err(PageError::unread(admin))?;
    let figure = plot::overview_figure(admin.words, &engine.site().time_zone, &series);
    Ok((figure, admin.words.say(key::OVERVIEW_MEMORY, &counts)))
}

/// What is wrong with the whole site, the worst first.
fn troubles(admin: &Admin) -> Vec<Need> {
    let (engine, words) = (&admin.engine, admin.words);
    let zone = &engine.site().time_zone;
    let trouble = |title: String, more: String, path: Option<&str>| Need {
        icon: "warn",
        class: "warn",
        is_door: false,
        title,
        more,
        path: path.map(str::to_owned),
    };
    let mut needs = Vec::new();
    let vitals = engine.vitals();
    needs.extend(vitals.fails_to_save_since.map(|since| {
        let more = words.say(key::OVERVIEW_UNSAVED_MORE, &[("since", Arg::Time(since, zone))]);
        trouble(words.say(key::OVERVIEW_UNSAVED, &[]), more, None)
    }));
    let unsaved = vitals.changes_unsaved;
    if unsaved > 0 {
        let more = words.say(key::OVERVIEW_BEHIND_MORE, &[("count", unsaved.into())]);
        needs.push(trouble(words.say(key::OVERVIEW_BEHIND, &[]), more, Some("/connections")));
    }
    let guard = engine.mass_guard_now();
    if guard.held_back.is_some() || guard.proposals > 0 {
        let more = words.say(key::OVERVIEW_GUARD_MORE, &[("count", guard.proposals.into())]);
        needs.push(trouble(words.say(key::OVERVIEW_GUARD, &[]), more, Some("/restricted")));
    }
    let spray = engine.spray_now();
    if spray.started.is_some() {
        let more = words.say(key::OVERVIEW_SPRAY_MORE, &[("count", spray.accounts_tried.into())]);
        needs.push(trouble(words.say(key::OVERVIEW_SPRAY, &[]), more, Some("/locks")));
    }
    needs.extend(engine.arrival_problems().iter().map(|problem| {
        let address = problem.address.map(|address| address.to_string()).unwrap_or_default();
        let said = words.address_fault(problem.fault, problem.is_over_smtp, &address);
        trouble(
            words.say(key::OVERVIEW_ADDRESSES, &[]),
            format!("{} {}", said.case, said.advice),
            Some("/connections"),
        )
    }));
    needs.extend(engine.observed_now().sending_until.map(|until| {
        let more = words.say(key::OVERVIEW_OBSERVED_MORE, &[("until", Arg::Time(until, zone))]);
        trouble(words.say(key::OVERVIEW_OBSERVED, &[]), more, Some("/policies?tab=rest"))
    }));
    needs
}

/// Places that did not take what was written there last.
async fn failing(admin: &Admin) -> Result<Vec<Need>, PageError> {
    let connections = admin.engine.connections().await.map_err(PageError::unread(admin))?;
    let failing = connections.points.into_iter().filter(|point| point.is_configured && point.is_failing());
    let need = |point: PointState| Need {
        icon: "warn",
        class: "warn",
        is_door: false,
        title: admin.words.say(key::CONNECTIONS_TROUBLE, &[]),
        more: admin.words.point(point.point),
        path: Some("/connections".to_owned()),
    };
    Ok(failing.map(need).collect())
}

/// Accounts that a rule restricted from sending: a person has to look, or knows of it already. And how many more.
async fn restricted(admin: &Admin) -> Result<(Vec<Need>, Option<String>), PageError> {
    let filter = RestrictionFilter {
        kinds: vec![RestrictionKind::SendingRestricted],
        reach: admin.reach().clone(),
        limit: 200,
        ..RestrictionFilter::default()
    };
    let mut rows = admin.engine.restrictions(&filter).await.map_err(PageError::unread(admin))?;
    rows.retain(|row| row.restriction.origin == Origin::Rule);
    let hidden = rows.len().saturating_sub(RESTRICTED_SHOWN);
    rows.truncate(RESTRICTED_SHOWN);
    let more = (hidden > 0).then(|| admin.words.say(key::OVERVIEW_MORE, &[("count", hidden.into())]));
    Ok((rows.iter().filter_map(|row| need(admin, row, "unblock")).collect(), more))
}

/// Accounts whose signing in a rule has closed until somebody opens it.
async fn closed(admin: &Admin) -> Result<Vec<Need>, PageError> {
    let filter = RestrictionFilter {
        kinds: vec![RestrictionKind::SignInLocked],
        reach: admin.reach().clone(),
        of_accounts: true,
        limit: 200,
        ..RestrictionFilter::default()
    };
    let rows = admin.engine.restrictions(&filter).await.map_err(PageError::unread(admin))?;
    let closed = rows.iter().filter(|row| row.restriction.until.is_none());
    Ok(closed.take(RESTRICTED_SHOWN).filter_map(|row| need(admin, row, "unlock")).collect())
}

/// Owners who ask for help and have no answer.
async fn asking(admin: &Admin) -> Result<Vec<Need>, PageError> {
    let filter = HelpFilter {
        account: None,
        only_open: true,
        reach: admin.reach().clone(),
        limit: RESTRICTED_SHOWN as u32,
    };
    let rows = admin.engine.help_requests(&filter).await.map_err(PageError::unread(admin))?;
    let need = |row: &HelpRow| Need {
        icon: "warn",
        class: "warn",
        is_door: false,
        title: admin.words.say(key::HELP_REQUESTS_ASKS, &[("account", row.account.0.as_str().into())]),
        more: format!(
            "{}. {}.",
            admin.words.help_topic(row.request.topic),
            admin.words.help_asker(row.request.is_proved)
        ),
        path: Some("/requests".to_owned()),
    };
    Ok(rows.iter().map(need).collect())
}

fn need(admin: &Admin, row: &RestrictionRow, action: &str) -> Option<Need> {
    let account = row.restriction.account()?;
    let what = if action == "unblock" { CommandKind::UnblockSending } else { CommandKind::UnlockSignIn };
    // Whoever may not decide can look.
    let page = if admin.is_allowed(what) { format!("/{action}") } else { String::new() };
    let (address, _) = row.account.as_ref()?;
    let zone = &admin.engine.site().time_zone;
    Some(Need {
        icon: "locked",
        class: "bad",
        is_door: true,
        title: admin.words.state(address, &row.restriction, zone),
        more: admin.words.restriction_reason(&row.restriction.reason),
        path: Some(format!("/users/{account}{page}")),
    })
}

/// The newest rows of the audit that are worth a line here: sessions of admins are on their own page.
async fn lately(admin: &Admin) -> Result<Vec<Lately>, PageError> {
    let filter =
        AuditFilter { reach: admin.reach().clone(), limit: LATELY_LOOKED_AT, ..AuditFilter::default() };
    let rows = admin.engine.audit(&filter).await.map_err(PageError::unread(admin))?;
    let mut lately = Vec::new();
    for row in rows {
        let kind = EventKind::from_code(&row.code);
        let is_quiet = kind.is_some_and(is_quiet);
        if is_quiet || lately.len() == LATELY_SHOWN {
            continue;
        }
        let actor = admin.actor_name(&row.actor).await;
        lately.push(Lately {
            at: row.at,
            is_person: row.actor.origin() != Origin::Rule,
            event: event_words(admin.words, &row),
            account: row.account.zip(row.account_name).map(|(id, name)| (id.to_string(), name.to_string())),
            note: row.note,
            by: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
        });
    }
    Ok(lately)
}

fn is_quiet(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::SessionOpened
            | EventKind::SessionEnded
            | EventKind::SessionProved
            | EventKind::AccountCreated
            | EventKind::DeviceRemembered
            | EventKind::EvidenceSeen
    )
}
