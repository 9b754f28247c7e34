//! `/admin/users`: every account, with how its two doors stand and what it did lately. View, search, order and columns are
//! in the address ([`query`]); what is ticked goes to [`bulk`], the same list as a file is [`export`], [`columns`] are the reader's
//! choice, and [`views`] are lists that the reader comes back to.

pub mod bulk;
pub mod columns;
pub mod export;
pub mod query;
pub mod views;

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::ports::SavedView;
use postern_engine::queries::{AccountLine, AccountListFilter, AccountsView};
use postern_text::{Key, key};

use super::accounts::name_of;
use super::doors::Doors;
use super::page_error::PageError;
use super::query_text::QueryText;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::api::v1::bulk::BulkAction;
use crate::pages::Tell;
use columns::{Column, Columns};
pub use query::UsersQuery;
use query::{Sort, behind};

/// Rows of a page (look: 200 rows are dense and still readable).
pub const ROWS_MAX: u32 = 200;

#[derive(Template)]
#[template(path = "admin/users.html")]
struct Page {
    shell: Shell,
    lede: String,
    /// What a form of the list sends along.
    query: UsersQuery,
    columns: Columns,
    heads: Heads,
    tabs: Vec<Tab>,
    saved: Vec<Saved>,
    rows: Vec<Row>,
    actions: Vec<BulkAction>,
    is_ticked: bool,
    links: Links,
    goes_on: Option<String>,
}

impl Page {
    fn has(&self, column: Column) -> bool {
        self.columns.has(column)
    }
}

/// The heads that can be sorted by.
struct Heads {
    address: Head,
    name: Head,
    created: Head,
}

struct Head {
    /// Where the list is sorted by it; nowhere in a view that comes in one order.
    link: Option<QueryText>,
    /// The list is sorted by it, and which way.
    sorted: Option<&'static str>,
    mark: &'static str,
}

/// A view of the reader's own.
struct Saved {
    name: String,
    query: String,
    is_here: bool,
}

/// Where the page's own links lead: the queries of its address.
struct Links {
    clear: QueryText,
    save: QueryText,
    tick_all: QueryText,
    tick_none: QueryText,
    csv: QueryText,
    ndjson: QueryText,
    first: Option<QueryText>,
    next: Option<QueryText>,
}

struct Tab {
    name: Key,
    query: QueryText,
    count: Option<String>,
    is_here: bool,
}

/// One account as the list shows it.
struct Row {
    id: AccountId,
    name: String,
    /// The name is not the address.
    has_name: bool,
    /// The address up to its `@`, where a line may break, and the rest; empty where the site has no other domain.
    local: String,
    domain: String,
    kind: String,
    groups: String,
    created: Timestamp,
    doors: Doors,
    /// The first restriction and its end; none: both doors are open.
    state: Option<(String, Option<String>)>,
    more: Option<String>,
    last_sign_in: Option<Timestamp>,
    failed: u64,
    sent: u64,
    sent_max: u64,
    is_me: bool,
    tick: String,
}

impl Row {
    fn of(line: AccountLine, shell: &Shell, me: AccountId, only_domain: Option<&str>) -> Self {
        let words = shell.words;
        let address = line.account.primary.to_string();
        let until = |until: Timestamp| {
            let when = postern_text::format::when(words.language(), until, shell.now, &shell.zone);
            words.say(key::USERS_UNTIL, &[("when", (&when).into())])
        };
        let (local, domain) = address.split_at(address.find('@').unwrap_or(address.len()));
        let is_said = only_domain.is_none_or(|only| domain.strip_prefix('@') != Some(only));
        let first = line.open.first();
        let more = line.open.len().saturating_sub(1);
        Self {
            id: line.account.id,
            name: name_of(&line.account),
            has_name: !line.account.display_name.is_empty(),
            local: local.to_owned(),
            domain: if is_said { domain.to_owned() } else { String::new() },
            kind: words.account_kind(line.account.kind),
            groups: line.account.groups.join(", "),
            created: line.account.created,
            doors: Doors::of(&line.open),
            state: first.map(|row| (words.restriction_kind(row.kind), row.until.map(until))),
            more: (more > 0).then(|| words.say(key::USERS_MORE, &[("count", more.into())])),
            last_sign_in: line.last_sign_in,
            failed: line.failed_day,
            sent: line.sent_day,
            sent_max: line.sent_max,
            is_me: line.account.id == me,
            tick: words.say(key::USERS_SELECT, &[("account", (&address).into())]),
        }
    }

    /// How much of the limit is used, per cent of the bar's width.
    fn share(&self) -> String {
        let share = self.sent.saturating_mul(1_000) / self.sent_max.max(1);
        format!("{}.{}", share.min(1_000) / 10, share.min(1_000) % 10)
    }

    fn is_over(&self) -> bool {
        self.sent >= self.sent_max
    }
}

/// `GET /admin/users`
pub async fn list(
    admin: Admin,
    query: Result<Query<UsersQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    let filter = query.filter(admin.reach(), ROWS_MAX);
    let found = admin.engine.account_list(&filter).await.map_err(PageError::unread(&admin))?;
    let shell = Shell::new(&admin, Some(Place::Users), admin.words.t(key::ADMIN_NAV_USERS));
    let (tabs, count) = tabs(&admin, &shell, &query).await?;
    let is_whole = query.after.is_empty() && found.next.is_none();
    let goes_on = found.lines.is_empty() && found.next.is_some();
    let me = admin.seen.account.id;
    let only_domain = match admin.engine.site().own_domains.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    };
    let next = found.next.as_ref().map(|next| match (filter.view, found.lines.last()) {
        // This view may stop behind an account that it does not show.
        (AccountsView::NoSignInSeen, _) | (_, None) => next.to_string(),
        (_, Some(last)) => behind(&filter.order, last),
    });
    let page = Page {
        lede: lede(&admin, &filter, count, is_whole.then_some(found.lines.len())),
        links: links(&query, next.as_deref()),
        columns: Columns::of(&query, &headers),
        heads: heads(&query),
        saved: saved(&admin, &query).await?,
        rows: found.lines.into_iter().map(|line| Row::of(line, &shell, me, only_domain)).collect(),
        actions: BulkAction::ALL
            .into_iter()
            .filter(|action| admin.is_allowed(action.command().kind()))
            .collect(),
        is_ticked: query.tick == "shown",
        goes_on: goes_on.then(|| shell.t(key::USERS_GO_ON)),
        query: UsersQuery { q: filter.search, view: filter.view.code().to_owned(), ..query },
        tabs,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn links(query: &UsersQuery, next: Option<&str>) -> Links {
    let kept = || query.kept();
    let here = || kept().and("after", query.after.clone());
    Links {
        clear: UsersQuery { q: String::new(), ..query.clone() }.kept(),
        save: kept(),
        tick_all: here().and("tick", "shown"),
        tick_none: here(),
        csv: kept().and("format", "csv"),
        ndjson: kept().and("format", "ndjson"),
        first: (!query.after.is_empty()).then(kept),
        next: next.map(|next| kept().and("after", next)),
    }
}

fn heads(query: &UsersQuery) -> Heads {
    let head = |sort| {
        let is_here = sort == query.sort();
        let can_be = sort == Sort::Address || query.view() != AccountsView::NoSignInSeen;
        let (sorted, mark) =
            if query.is_descending() { ("descending", " ↓") } else { ("ascending", " ↑") };
        Head {
            link: can_be.then(|| query.sorted(sort)),
            sorted: is_here.then_some(sorted),
            mark: if is_here { mark } else { "" },
        }
    };
    Heads { address: head(Sort::Address), name: head(Sort::Name), created: head(Sort::Created) }
}

/// The reader's own views.
async fn saved(admin: &Admin, query: &UsersQuery) -> Result<Vec<Saved>, PageError> {
    let views = admin.engine.saved_views(admin.seen.account.id).await.map_err(PageError::unread(admin))?;
    let here = query.kept().to_string();
    let saved = |SavedView { name, query }| {
        let is_here = here.trim_start_matches('?') == query;
        Saved { name, query: format!("?{query}"), is_here }
    };
    let mut all: Vec<Saved> = views.into_iter().map(saved).collect();
    admin.words.sort(&mut all, |view| &view.name);
    Ok(all)
}

/// The views, and how many accounts the one that is shown has.
async fn tabs(
    admin: &Admin,
    shell: &Shell,
    query: &UsersQuery,
) -> Result<(Vec<Tab>, Option<u64>), PageError> {
    let mut tabs = Vec::with_capacity(AccountsView::ALL.len());
    let mut count_here = None;
    for view in AccountsView::ALL {
        let count =
            admin.engine.account_list_count(view, admin.reach()).await.map_err(PageError::unread(admin))?;
        let is_here = view == query.view();
        if is_here {
            count_here = count;
        }
        let of_view = UsersQuery { view: view.code().to_owned(), ..query.clone() };
        tabs.push(Tab {
            name: name_of_view(view),
            query: of_view.kept(),
            count: count.map(|count| shell.number(count)),
            is_here,
        });
    }
    Ok((tabs, count_here))
}

const fn name_of_view(view: AccountsView) -> Key {
    match view {
        AccountsView::All => key::USERS_VIEW_ALL,
        AccountsView::SignInLocked => key::USERS_VIEW_LOCKED,
        AccountsView::SendingRestricted => key::USERS_VIEW_RESTRICTED,
        AccountsView::SignInBlocked => key::USERS_VIEW_BLOCKED,
        AccountsView::NoSignInSeen => key::USERS_VIEW_NEVER,
    }
}

/// What is true, in a sentence. A number stands in it only where it is known: `found` is how many match when they are all
/// on this page.
fn lede(admin: &Admin, filter: &AccountListFilter, count: Option<u64>, found: Option<usize>) -> String {
    let words = admin.words;
    let text = filter.search.as_str();
    match (text.is_empty(), found) {
        (false, Some(found)) => {
            return words.say(key::USERS_FOUND, &[("count", found.into()), ("text", text.into())]);
        }
        (false, None) => return words.say(key::USERS_FOUND_SOME, &[("text", text.into())]),
        (true, _) => {}
    }
    let count = count.unwrap_or(0).into();
    match filter.view {
        AccountsView::All => words.say(key::USERS_LEDE, &[("count", count)]),
        AccountsView::SignInLocked => words.say(key::USERS_LEDE_LOCKED, &[("count", count)]),
        AccountsView::SendingRestricted => words.say(key::RESTRICTED_LEDE, &[("count", count)]),
        AccountsView::SignInBlocked => words.say(key::USERS_LEDE_BLOCKED, &[("count", count)]),
        AccountsView::NoSignInSeen => words.say(key::USERS_LEDE_NEVER, &[]),
    }
}
