//! `/admin/users`: every account, with how its two doors stand and what it did lately. Saved views and the search are in
//! the address; what is ticked goes to [`bulk`], the same list as a file is [`export`].

pub mod bulk;
pub mod export;

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::time::Timestamp;
use postern_engine::queries::{AccountLine, AccountListFilter, AccountsView};
use postern_text::{Key, key};
use serde::Deserialize;

use super::accounts::name_of;
use super::doors::Doors;
use super::page_error::PageError;
use super::query_text::QueryText;
use super::session::Admin;
use super::shell::{Place, Shell};
use bulk::BulkAction;

/// Rows of a page (look: 200 rows are dense and still readable).
pub const ROWS_MAX: u32 = 200;
/// Most of a search that is looked for, characters.
const SEARCH_CHARS_MAX: usize = 200;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct UsersQuery {
    /// Part of a name or address.
    #[serde(default)]
    pub q: String,
    /// Which view: a code of [`AccountsView`]; all of them for any other word.
    #[serde(default)]
    pub view: String,
    /// The last address of the page before.
    #[serde(default)]
    pub after: String,
    /// `down`: by address from the end.
    #[serde(default)]
    pub order: String,
    /// `shown`: every row is ticked.
    #[serde(default)]
    pub tick: String,
    /// Of an export: `csv` or `ndjson`.
    #[serde(default)]
    pub format: String,
}

impl UsersQuery {
    fn view(&self) -> AccountsView {
        AccountsView::from_code(&self.view).unwrap_or_default()
    }

    fn search(&self) -> String {
        self.q.trim().chars().take(SEARCH_CHARS_MAX).collect()
    }

    fn is_descending(&self) -> bool {
        self.order == "down"
    }

    /// The part of the list that is asked for.
    fn filter(&self, limit: u32) -> AccountListFilter {
        AccountListFilter {
            view: self.view(),
            search: self.search(),
            after: (!self.after.is_empty()).then(|| AccountName::from_canonical(self.after.clone())),
            is_descending: self.is_descending(),
            limit,
        }
    }

    /// The query of the list's beginning, in this order.
    fn kept(&self, is_descending: bool) -> QueryText {
        let view = match self.view() {
            AccountsView::All => "",
            view => view.code(),
        };
        let order = if is_descending { "down" } else { "" };
        QueryText::default().and("view", view).and("q", self.search()).and("order", order)
    }
}

#[derive(Template)]
#[template(path = "admin/users.html")]
struct Page {
    shell: Shell,
    lede: String,
    q: String,
    view: AccountsView,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    actions: Vec<BulkAction>,
    is_ticked: bool,
    is_descending: bool,
    links: Links,
    goes_on: Option<String>,
}

/// Where the page's own links lead: the queries of its address.
struct Links {
    clear: QueryText,
    turned: QueryText,
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
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    let filter = query.filter(ROWS_MAX);
    let found = admin.engine.account_list(&filter).await.map_err(PageError::unread(&admin))?;
    let shell = Shell::new(&admin, Some(Place::Users), admin.words.say(key::ADMIN_NAV_USERS, &[]));
    let (tabs, count) = tabs(&admin, &shell, &query).await?;
    let is_whole = filter.after.is_none() && found.next.is_none();
    let goes_on = found.lines.is_empty() && found.next.is_some();
    let me = admin.seen.account.id;
    let only_domain = match admin.engine.site().own_domains.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    };
    let next = found.next.as_ref().map(AccountName::as_str);
    let page = Page {
        lede: lede(&admin, &filter, count, is_whole.then_some(found.lines.len())),
        links: links(&query, next),
        rows: found.lines.into_iter().map(|line| Row::of(line, &shell, me, only_domain)).collect(),
        actions: BulkAction::ALL
            .into_iter()
            .filter(|action| admin.is_allowed(action.command().kind()))
            .collect(),
        is_ticked: query.tick == "shown",
        is_descending: filter.is_descending,
        goes_on: goes_on.then(|| shell.t(key::USERS_GO_ON)),
        q: filter.search,
        view: filter.view,
        tabs,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn links(query: &UsersQuery, next: Option<&str>) -> Links {
    let is_descending = query.is_descending();
    let kept = || query.kept(is_descending);
    let here = || kept().and("after", query.after.clone());
    Links {
        clear: UsersQuery { q: String::new(), ..query.clone() }.kept(is_descending),
        turned: query.kept(!is_descending),
        tick_all: here().and("tick", "shown"),
        tick_none: here(),
        csv: kept().and("format", "csv"),
        ndjson: kept().and("format", "ndjson"),
        first: (!query.after.is_empty()).then(kept),
        next: next.map(|next| kept().and("after", next)),
    }
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
        let count = admin.engine.account_list_count(view).await.map_err(PageError::unread(admin))?;
        let is_here = view == query.view();
        if is_here {
            count_here = count;
        }
        let of_view = UsersQuery { view: view.code().to_owned(), ..query.clone() };
        tabs.push(Tab {
            name: name_of_view(view),
            query: of_view.kept(query.is_descending()),
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
