//! `/admin/restricted`: who cannot send, why, since when, until when, and what was stopped.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::decision::DecisionKind;
use postern_core::ids::AccountId;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_engine::ports::{RestrictionFilter, RestrictionRow};
use postern_text::{Arg, key};
use serde::Deserialize;

use super::page_error::PageError;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::Tell;

/// Rows of the page (look: 200 rows are dense and still readable).
const ROWS_MAX: u32 = 200;
/// What the page is about.
pub(super) const KINDS: [RestrictionKind; 3] =
    [RestrictionKind::SendingRestricted, RestrictionKind::SendingProposed, RestrictionKind::SendingSlowed];

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ListQuery {
    /// Part of a name or address.
    #[serde(default)]
    pub q: String,
}

#[derive(Template)]
#[template(path = "admin/restricted.html")]
struct Page {
    shell: Shell,
    lede: String,
    q: String,
    rows: Vec<Row>,
    more: Option<String>,
    last: Option<String>,
    may_unblock: bool,
}

struct Row {
    account: AccountId,
    address: String,
    name: String,
    restriction: Restriction,
    kind: String,
    reason: String,
    actor: String,
    stopped: String,
}

/// `GET /admin/restricted`
pub async fn list(
    admin: Admin,
    query: Result<Query<ListQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(ListQuery { q }) = query.unwrap_or_default();
    let filter = RestrictionFilter {
        kinds: KINDS.to_vec(),
        search: q.trim().to_owned(),
        reach: admin.reach().clone(),
        limit: ROWS_MAX + 1,
        ..RestrictionFilter::default()
    };
    let mut found = admin.engine.restrictions(&filter).await.map_err(PageError::unread(&admin))?;
    let is_more = found.len() > ROWS_MAX as usize;
    found.truncate(ROWS_MAX as usize);
    let shell = Shell::new(&admin, Some(Place::Restricted), admin.words.say(key::ADMIN_NAV_RESTRICTED, &[]));
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        rows.extend(row_of(&admin, &shell, row).await?);
    }
    let count = rows.iter().filter(|row| row.restriction.kind == RestrictionKind::SendingRestricted).count();
    let lede = if filter.search.is_empty() {
        admin.words.say(key::RESTRICTED_LEDE, &[("count", count.into())])
    } else {
        let arguments = [("count", rows.len().into()), ("text", (&filter.search).into())];
        admin.words.say(key::RESTRICTED_FOUND, &arguments)
    };
    let page = Page {
        last: if rows.is_empty() { last_ended(&admin).await? } else { None },
        more: is_more.then(|| admin.words.say(key::FIRST_SHOWN, &[("count", ROWS_MAX.into())])),
        may_unblock: admin.is_allowed(CommandKind::UnblockSending),
        q: filter.search,
        lede,
        rows,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

async fn row_of(admin: &Admin, shell: &Shell, row: RestrictionRow) -> Result<Option<Row>, PageError> {
    let Some(account) = row.restriction.account() else { return Ok(None) };
    let (address, name) = row
        .account
        .map_or_else(|| (account.to_string(), String::new()), |(address, name)| (address.to_string(), name));
    let stopped = if row.restriction.kind == RestrictionKind::SendingRestricted {
        let store = admin.engine.store();
        let since = row.restriction.since;
        let refused = store.decided_since(account, DecisionKind::SendingRefused, since).await;
        shell.number(refused.map_err(PageError::unread(admin))?)
    } else {
        String::new()
    };
    let actor = admin.actor_name(&row.restriction.actor).await;
    Ok(Some(Row {
        account,
        name: if name.is_empty() { address.clone() } else { name },
        address,
        kind: admin.words.restriction_kind(row.restriction.kind),
        reason: admin.words.restriction_reason(&row.restriction.reason),
        actor: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
        stopped,
        restriction: row.restriction,
    }))
}

/// The restriction that ended last: an empty list says since when it is true.
async fn last_ended(admin: &Admin) -> Result<Option<String>, PageError> {
    let filter = RestrictionFilter {
        kinds: vec![RestrictionKind::SendingRestricted],
        with_ended: true,
        reach: admin.reach().clone(),
        limit: 20,
        ..RestrictionFilter::default()
    };
    let rows = admin.engine.restrictions(&filter).await.map_err(PageError::unread(admin))?;
    let ended = rows.iter().filter_map(|row| {
        let (at, _, _) = row.ended.as_ref()?;
        Some((*at, row.account.as_ref()?.0.to_string()))
    });
    let zone = &admin.engine.site().time_zone;
    Ok(ended.max().map(|(at, account)| {
        let arguments = [("account", (&account).into()), ("when", Arg::Time(at, zone))];
        admin.words.say(key::RESTRICTED_LAST, &arguments)
    }))
}
