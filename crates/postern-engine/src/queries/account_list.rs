//! The list of accounts: which view of it, and what stands beside each account. A page of it costs a page of an index, one
//! bounded question to the sums, one to the decision log, and look-ups in memory, however many accounts there are.

use std::collections::HashMap;

use postern_core::account::Account;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::ports::{AccountOrder, AccountPage, StoreError};

/// How far back failures are counted.
const FAILED_WITHIN: Span = Span::from_days(1);
/// Names that are looked at for one page of [`AccountsView::NoSignInSeen`]; a page says when it stopped early.
pub const NAMES_LOOKED_AT: u32 = 20_000;
/// Names of one such look.
const NAMES_AT_ONCE: u32 = 5_000;

/// Which accounts a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum AccountsView {
    /// All of them.
    #[default]
    All,
    /// A rule has locked signing in, for familiar or unfamiliar sources.
    SignInLocked,
    /// Sending is restricted.
    SendingRestricted,
    /// A person or a program has blocked signing in.
    SignInBlocked,
    /// No sign-in is remembered.
    NoSignInSeen,
}

impl AccountsView {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::All, Self::SignInLocked, Self::SendingRestricted, Self::SignInBlocked, Self::NoSignInSeen];

    /// As an address says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::SignInLocked => "locked",
            Self::SendingRestricted => "restricted",
            Self::SignInBlocked => "blocked",
            Self::NoSignInSeen => "never",
        }
    }

    /// Reads [`Self::code`] back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }

    /// The restriction that the view is about, if it is about one.
    pub const fn restriction(self) -> Option<RestrictionKind> {
        match self {
            Self::SignInLocked => Some(RestrictionKind::SignInLocked),
            Self::SendingRestricted => Some(RestrictionKind::SendingRestricted),
            Self::SignInBlocked => Some(RestrictionKind::SignInBlocked),
            Self::All | Self::NoSignInSeen => None,
        }
    }
}

/// Which part of the list.
#[derive(Clone, Debug, Default)]
pub struct AccountListFilter {
    /// Which accounts.
    pub view: AccountsView,
    /// Only those inside.
    pub reach: Reach,
    /// Folded text to search in addresses, aliases and display names; empty for all.
    pub search: String,
    /// In the order of addresses: only accounts that come later than this primary address.
    pub after: Option<AccountName>,
    /// In which order; [`AccountsView::NoSignInSeen`] comes in that of addresses, whatever is said here.
    pub order: AccountOrder,
    /// From the end of the order.
    pub is_descending: bool,
    /// At most so many lines.
    pub limit: u32,
}

/// An account with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// Who.
    pub account: Account,
    /// What is in force on it, what closes a door before what does not; of each the oldest first.
    pub open: Vec<Restriction>,
    /// When somebody last signed in to it, as far as it is remembered.
    pub last_sign_in: Option<Timestamp>,
    /// Wrong passwords and attempts that a lock or block refused, within 24 hours.
    pub failed_day: u64,
    /// Recipients within 24 hours, as the limit counts them.
    pub sent_day: u64,
    /// The hard cap of that number.
    pub sent_max: u64,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountList {
    /// In the order that was asked for.
    pub lines: Vec<AccountLine>,
    /// The list goes on after this address; a page may be shorter than asked for all the same.
    pub next: Option<AccountName>,
}

impl Engine {
    /// A page of the list of accounts.
    pub async fn account_list(&self, filter: &AccountListFilter) -> Result<AccountList, StoreError> {
        let now = self.now();
        let page = AccountPage {
            search: filter.search.clone(),
            reach: filter.reach.clone(),
            after: filter.after.clone(),
            order: filter.order.clone(),
            is_descending: filter.is_descending,
            only: filter.view.restriction().map(|kind| {
                self.open.accounts_with(kind, now).into_iter().map(|(account, _)| account).collect()
            }),
            limit: filter.limit.saturating_add(1),
        };
        if filter.view == AccountsView::NoSignInSeen {
            let page = AccountPage { order: AccountOrder::Address, ..page };
            return self.without_sign_in(page, filter.limit, now).await;
        }
        // What a rule learned a moment ago is on its way to the store.
        self.read_after_saved().await;
        let mut accounts = self.parts.store.accounts(&page).await?;
        let has_next = accounts.len() > filter.limit as usize;
        accounts.truncate(filter.limit as usize);
        let next = accounts.last().filter(|_| has_next).map(|last| last.primary.clone());
        Ok(AccountList { lines: self.account_lines(accounts, now).await?, next })
    }

    /// How many accounts a view has, where that is known without looking at every one of them.
    pub async fn account_list_count(
        &self,
        view: AccountsView,
        reach: &Reach,
    ) -> Result<Option<u64>, StoreError> {
        match (view, view.restriction()) {
            (AccountsView::All, _) if !reach.is_all_domains() => Ok(None),
            (_, Some(kind)) if !reach.is_all_domains() => {
                self.accounts_inside_with(&[kind], reach).await.map(|count| Some(count as u64))
            }
            (AccountsView::All, _) => self.parts.store.account_count().await.map(Some),
            (_, Some(kind)) => Ok(Some(self.open.count_accounts_with(&[kind], self.now()) as u64)),
            (_, None) => Ok(None),
        }
    }

    /// Looks through names in their order, in memory, and stops early rather than read a whole directory.
    async fn without_sign_in(
        &self,
        page: AccountPage,
        limit: u32,
        now: Timestamp,
    ) -> Result<AccountList, StoreError> {
        let store = &self.parts.store;
        let mut look = AccountPage { limit: NAMES_AT_ONCE, ..page };
        let mut found = Vec::new();
        let mut next = None;
        for _ in 0..NAMES_LOOKED_AT / NAMES_AT_ONCE {
            let names = store.account_names(&look).await?;
            let is_whole = names.len() < NAMES_AT_ONCE as usize;
            for (account, name) in names {
                if self.parts.counters.last_signed_in(account).is_none() {
                    if found.len() == limit as usize {
                        next = look.after.take();
                        break;
                    }
                    found.push(account);
                }
                look.after = Some(name);
            }
            if next.is_some() || is_whole {
                look.after = None;
                break;
            }
        }
        let next = next.or(look.after.take());
        let page = AccountPage { only: Some(found), after: None, search: String::new(), limit, ..look };
        let mut lines = self.account_lines(store.accounts(&page).await?, now).await?;
        // The log knows of some that memory has forgotten.
        lines.retain(|line| line.last_sign_in.is_none());
        Ok(AccountList { lines, next })
    }

    async fn account_lines(
        &self,
        accounts: Vec<Account>,
        now: Timestamp,
    ) -> Result<Vec<AccountLine>, StoreError> {
        let ids: Vec<AccountId> = accounts.iter().map(|account| account.id).collect();
        let logged: HashMap<_, _> = self.parts.store.last_successes(&ids).await?.into_iter().collect();
        let failed = self.failed_since(&ids, now).await?;
        let line = |account: Account| {
            let id = account.id;
            let sent = self.parts.counters.sending_standing(id, now).recipients_day;
            AccountLine {
                open: in_order(self.open_on(id)),
                last_sign_in: self.parts.counters.last_signed_in(id).max(logged.get(&id).copied()),
                failed_day: failed.get(&id).copied().unwrap_or(0),
                sent_day: sent.round() as u64,
                sent_max: self.sending_policy(id, now).cap_day,
                account,
            }
        };
        Ok(accounts.into_iter().map(line).collect())
    }

    async fn failed_since(
        &self,
        accounts: &[AccountId],
        now: Timestamp,
    ) -> Result<HashMap<AccountId, u64>, StoreError> {
        self.save_tallies(|desk| desk.take_ended(now)).await;
        // Nothing is written meanwhile, so that nothing is counted twice or not at all.
        let _nobody_writes = self.tallies.saving.lock().await;
        let written = self.parts.store.accounts_since(accounts, now.minus(FAILED_WITHIN)).await?;
        let mut sums: HashMap<_, _> = written.into_iter().collect();
        for &account in accounts {
            sums.entry(account).or_default().add(&self.tallies.unwritten(account, now));
        }
        Ok(sums.into_iter().map(|(id, sum)| (id, sum.sign_ins_failed + sum.sign_ins_refused)).collect())
    }
}

/// What closes a door at all before what slows or concerns a part of it.
fn in_order(mut open: Vec<Restriction>) -> Vec<Restriction> {
    open.sort_by_key(|row| (weight(row.kind), row.since, row.id));
    open
}

const fn weight(kind: RestrictionKind) -> u8 {
    match kind {
        RestrictionKind::SignInBlocked => 0,
        RestrictionKind::SendingRestricted => 1,
        RestrictionKind::SignInLocked => 2,
        RestrictionKind::SendingProposed => 3,
        RestrictionKind::SendingSlowed => 4,
        RestrictionKind::AddressBlock => 5,
        RestrictionKind::PasswordChangeRequired => 6,
        RestrictionKind::ProtocolOff(_) => 7,
    }
}
