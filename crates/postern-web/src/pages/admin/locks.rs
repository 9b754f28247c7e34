//! `/admin/locks`: whose signing in is locked by a rule or blocked by a person, and which sources are blocked.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::restriction::{Entity, Restriction, RestrictionKind};
use postern_engine::ports::RestrictionFilter;
use postern_text::key;

use super::page_error::PageError;
use super::restricted::ListQuery;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::Tell;

/// Rows of either table.
const ROWS_MAX: u32 = 200;
/// What the upper table is about.
const KINDS: [RestrictionKind; 3] =
    [RestrictionKind::SignInLocked, RestrictionKind::SignInBlocked, RestrictionKind::AddressBlock];

#[derive(Template)]
#[template(path = "admin/locks.html")]
struct Page {
    shell: Shell,
    lede: String,
    q: String,
    rows: Vec<Row>,
    sources: Vec<Row>,
    more: Option<String>,
    may_unlock: bool,
    may_allow: bool,
    has_sources: bool,
    may_unblock_source: bool,
}

struct Row {
    account: Option<AccountId>,
    /// The account's address, or the network.
    holder: String,
    name: String,
    restriction: Restriction,
    kind: String,
    reason: String,
    actor: String,
}

impl Row {
    fn is_locked(&self) -> bool {
        self.restriction.kind == RestrictionKind::SignInLocked
    }

    fn is_blocked(&self) -> bool {
        self.restriction.kind == RestrictionKind::SignInBlocked
    }
}

/// `GET /admin/locks`
pub async fn list(
    admin: Admin,
    query: Result<Query<ListQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(ListQuery { q }) = query.unwrap_or_default();
    let filter = RestrictionFilter {
        kinds: KINDS.to_vec(),
        search: q.trim().to_owned(),
        of_accounts: true,
        reach: admin.reach().clone(),
        limit: ROWS_MAX + 1,
        ..RestrictionFilter::default()
    };
    let mut found = admin.engine.restrictions(&filter).await.map_err(PageError::unread(&admin))?;
    // Blocked sources are the whole site's.
    let may_see = admin.is_allowed(CommandKind::ReadSite);
    let mut blocks = if may_see { admin.engine.source_blocks() } else { Vec::new() };
    blocks.retain(|block| matches!(block.entity, Entity::Network(_)));
    let is_more = found.len() > ROWS_MAX as usize || blocks.len() > ROWS_MAX as usize;
    found.truncate(ROWS_MAX as usize);
    blocks.truncate(ROWS_MAX as usize);
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        rows.push(
            row_of(&admin, row.restriction, row.account.map(|(name, shown)| (name.to_string(), shown))).await,
        );
    }
    let mut sources = Vec::with_capacity(blocks.len());
    for block in blocks {
        sources.push(row_of(&admin, block, None).await);
    }
    let lede = if filter.search.is_empty() {
        let (count, _) = admin.closed;
        admin.words.say(key::LOCKS_LEDE, &[("count", count.into())])
    } else {
        let arguments = [("count", rows.len().into()), ("text", (&filter.search).into())];
        admin.words.say(key::LOCKS_FOUND, &arguments)
    };
    let page = Page {
        shell: Shell::new(&admin, Some(Place::Locks), admin.words.say(key::ADMIN_NAV_LOCKS, &[])),
        more: is_more.then(|| admin.words.say(key::FIRST_SHOWN, &[("count", ROWS_MAX.into())])),
        may_unlock: admin.is_allowed(CommandKind::UnlockSignIn),
        may_allow: admin.is_allowed(CommandKind::AllowSignIn),
        has_sources: may_see,
        may_unblock_source: admin.is_allowed(CommandKind::BlockSource),
        q: filter.search,
        lede,
        rows,
        sources,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

async fn row_of(admin: &Admin, restriction: Restriction, account: Option<(String, String)>) -> Row {
    let network = restriction.entity.network().map(|network| network.to_string());
    let actor = admin.actor_name(&restriction.actor).await;
    let (holder, name) = match (account, network) {
        (Some((address, name)), None) => (address, name),
        (Some((address, name)), Some(network)) => (format!("{address}, {network}"), name),
        (None, Some(network)) => (network, String::new()),
        (None, None) => (restriction.account().map_or_else(String::new, |id| id.to_string()), String::new()),
    };
    Row {
        account: restriction.account(),
        holder,
        name,
        kind: admin.words.restriction_kind(restriction.kind),
        reason: admin.words.restriction_reason(&restriction.reason),
        actor: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
        restriction,
    }
}
