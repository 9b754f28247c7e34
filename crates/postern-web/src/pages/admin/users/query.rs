//! What the address of the list of accounts says, and which part of the list that is.

use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::time::Timestamp;
use postern_engine::ports::AccountOrder;
use postern_engine::queries::{AccountLine, AccountListFilter, AccountsView};
use serde::Deserialize;

use crate::pages::admin::query_text::QueryText;
use crate::pages::admin::session::Submitted;

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
    /// Where the page before ended: an address, or in other orders an id with what is sorted by.
    #[serde(default)]
    pub after: String,
    /// `name` or `created`; by address for any other word.
    #[serde(default)]
    pub sort: String,
    /// `down`: from the end of the order.
    #[serde(default)]
    pub order: String,
    /// Codes of [`Column`] with points between.
    #[serde(default)]
    pub cols: String,
    /// `shown`: every row is ticked.
    #[serde(default)]
    pub tick: String,
    /// Of an export: `csv` or `ndjson`.
    #[serde(default)]
    pub format: String,
}

/// What the list can be sorted by: what the directory itself knows. Sums of the last day and sign-ins are looked up for the
/// rows of a page, so they order nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Address,
    Name,
    Created,
}

impl Sort {
    const fn code(self) -> &'static str {
        match self {
            Self::Address => "",
            Self::Name => "name",
            Self::Created => "created",
        }
    }
}

impl UsersQuery {
    /// What a form of the list brought of it.
    pub(super) fn submitted(submitted: &Submitted) -> Self {
        let text = |name| submitted.text(name).to_owned();
        Self {
            q: text("q"),
            view: text("view"),
            sort: text("sort"),
            order: text("order"),
            cols: text("cols"),
            ..Self::default()
        }
    }

    pub(super) fn view(&self) -> AccountsView {
        AccountsView::from_code(&self.view).unwrap_or_default()
    }

    pub(super) fn search(&self) -> String {
        self.q.trim().chars().take(SEARCH_CHARS_MAX).collect()
    }

    pub(super) fn is_descending(&self) -> bool {
        self.order == "down"
    }

    /// Whoever is in the view of no sign-in is looked for in the order of addresses.
    pub(super) fn sort(&self) -> Sort {
        let asked = [Sort::Name, Sort::Created].into_iter().find(|sort| sort.code() == self.sort);
        asked.filter(|_| self.view() != AccountsView::NoSignInSeen).unwrap_or(Sort::Address)
    }

    /// The part of the list that is asked for.
    pub(super) fn filter(&self, reach: &Reach, limit: u32) -> AccountListFilter {
        let sort = self.sort();
        let behind = || {
            let (id, what) = self.after.split_once('~')?;
            Some((what.to_owned(), id.parse::<AccountId>().ok()?))
        };
        let created = |(what, id): (String, AccountId)| {
            what.parse().ok().map(|micros| (Timestamp::from_unix_micros(micros), id))
        };
        AccountListFilter {
            view: self.view(),
            reach: reach.clone(),
            search: self.search(),
            after: (sort == Sort::Address && !self.after.is_empty())
                .then(|| AccountName::from_canonical(self.after.clone())),
            order: match sort {
                Sort::Address => AccountOrder::Address,
                Sort::Name => AccountOrder::Name { after: behind() },
                Sort::Created => AccountOrder::Created { after: behind().and_then(created) },
            },
            is_descending: self.is_descending(),
            limit,
        }
    }

    /// The query of the list's beginning.
    pub(super) fn kept(&self) -> QueryText {
        let view = match self.view() {
            AccountsView::All => "",
            view => view.code(),
        };
        let order = if self.is_descending() { "down" } else { "" };
        QueryText::default()
            .and("view", view)
            .and("q", self.search())
            .and("sort", self.sort().code())
            .and("order", order)
            .and("cols", self.cols.clone())
    }

    /// The list in another order: the other way round where it is this order already.
    pub(super) fn sorted(&self, sort: Sort) -> QueryText {
        let turns = sort == self.sort() && !self.is_descending();
        let order = if turns { "down" } else { "" };
        UsersQuery { sort: sort.code().to_owned(), order: order.to_owned(), ..self.clone() }.kept()
    }
}

/// Where the next page begins, behind this account.
pub(super) fn behind(order: &AccountOrder, line: &AccountLine) -> String {
    match order.behind(&line.account) {
        AccountOrder::Address
        | AccountOrder::Name { after: None }
        | AccountOrder::Created { after: None } => line.account.primary.to_string(),
        AccountOrder::Name { after: Some((name, id)) } => format!("{id}~{name}"),
        AccountOrder::Created { after: Some((created, id)) } => format!("{id}~{}", created.unix_micros()),
    }
}
