//! The read side for pages, API and command line.

mod account_list;
mod account_sources;
mod diagnosis;
mod meant;
mod sending_state;
mod series;
mod sign_in_state;
mod sources;
mod unblock_checks;

use postern_core::account::Account;
use postern_core::address::ClientAddress;
use postern_core::compromise::CompromiseStanding;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::outbound::DeliveryStanding;
use postern_core::outbound::SendingStanding;
use postern_core::reach::Reach;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::sign_in::SignInStanding;
use postern_core::sign_in::failures::FailureGroup;
use postern_core::sign_in::source::ScoreStanding;
use postern_core::sign_in::spray::SprayStanding;
use postern_core::time::{Span, Timestamp};

use crate::engine::{ArrivalProblem, Engine};
use crate::mass_guard::MassGuardStanding;
use crate::ports::{
    AccountPage, AuditFilter, AuditRow, DecisionRow, Receipt, RestrictionFilter, RestrictionRow, StoreError,
};

pub use crate::sign_in::SignInPage;
pub use account_list::{AccountLine, AccountList, AccountListFilter, AccountsView, NAMES_LOOKED_AT};
pub use account_sources::{AccountSources, RefusedPlace};
pub use diagnosis::Diagnosed;
pub use sending_state::{PastRelease, RELEASES_TOLD_FROM, RELEASES_WITHIN, SendingState};
pub use series::{
    AccountSeries, Act, DoorInterval, FailureLane, NETWORKS_APART, OverviewNumbers, Range, RecipientLimit,
    SignInMark, SiteSeries,
};
pub use sign_in_state::SignInState;
pub use sources::{EntryRow, SourceStanding};

/// Matches that a search by `find` returns at most: enough to choose from, few enough to read.
pub const FOUND_MAX: u32 = 20;
/// Ended restrictions that `why` shows.
const RECENT_RESTRICTIONS: u32 = 10;
/// Decisions that `why` gives: an attack or a forgotten device makes many that are alike, and a reader counts them
/// together.
const RECENT_DECISIONS: u32 = 200;
/// Receipts that `why` shows.
const RECENT_RECEIPTS: u32 = 10;

/// Whom a text means.
#[derive(Clone, Debug)]
pub enum Found {
    /// This one.
    One(Account),
    /// Several; at most [`FOUND_MAX`] of them.
    Many(Vec<Account>),
    /// Nobody.
    None,
}

/// Everything that answers "why can't rob sign in or send?".
#[derive(Clone, Debug)]
pub struct Why {
    /// Who.
    pub account: Account,
    /// What stands open.
    pub open: Vec<RestrictionRow>,
    /// What has ended lately, newest first.
    pub recent: Vec<RestrictionRow>,
    /// How it stands at the sign-in door.
    pub sign_in: SignInStanding,
    /// How it stands at the sending door.
    pub sending: SendingStanding,
    /// What was seen of it, as one score.
    pub compromise: CompromiseStanding,
    /// How its mail to outside was taken lately, as far as the mail log tells.
    pub deliveries: DeliveryStanding,
    /// What the gates decided lately, newest first.
    pub decisions: Vec<DecisionRow>,
    /// What connectors answered lately, newest first.
    pub receipts: Vec<Receipt>,
    /// What the failures of the last days are, put together.
    pub failures: Vec<FailureGroup>,
    /// What is said of sources that concerns the account.
    pub sources: AccountSources,
    /// Where the rules only report.
    pub observed: Observed,
    /// Whether many accounts of the site are being tried at once, so that lanes lock sooner.
    pub spray: SprayStanding,
    /// Whether restrictions by rules are only proposed at the moment.
    pub mass_guard: MassGuardStanding,
    /// Whether a one-time link can be made: the site has a public address.
    pub may_admit: bool,
    /// When this was true.
    pub at: Timestamp,
}

/// Where the rules only report what they would have done. What a person closes is closed all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// Set while the rules of sending only report: when they begin to act.
    pub sending_until: Option<Timestamp>,
    /// Whether the rules of signing in only report.
    pub sign_in: bool,
    /// Whether locks of accounts only report.
    pub lanes: bool,
    /// Whether blocks of sources by rules only report.
    pub sources: bool,
    /// Whether spray mode only reports.
    pub spray: bool,
    /// Whether slowing by the suspicion score only reports.
    pub score_slow: bool,
    /// Whether restricting by the suspicion score only reports.
    pub score_restrict: bool,
}

impl Engine {
    /// Where the rules only report at this moment.
    pub fn observed_now(&self) -> Observed {
        let policies = self.policies();
        Observed {
            sending_until: policies.outbound.observed_until(self.now()),
            sign_in: policies.sign_in.observe_only == 1,
            lanes: policies.sign_in.only_observes_lanes(),
            sources: policies.sign_in.only_observes_sources(),
            spray: policies.sign_in.only_observes_spray(),
            score_slow: policies.compromise.slow_observe_only == 1,
            score_restrict: policies.compromise.restrict_observe_only == 1,
        }
    }

    /// Now, as decisions and rows have it: for saying when a page was true.
    pub fn now_shown(&self) -> Timestamp {
        self.now()
    }

    /// How many accounts have an open restriction of one of these kinds.
    pub fn accounts_with(&self, kinds: &[RestrictionKind]) -> usize {
        self.open.count_accounts_with(kinds, self.now())
    }

    /// How many of those are inside.
    pub async fn accounts_inside_with(
        &self,
        kinds: &[RestrictionKind],
        reach: &Reach,
    ) -> Result<usize, StoreError> {
        if reach.is_all_domains() {
            return Ok(self.accounts_with(kinds));
        }
        let now = self.now();
        let of_kind = kinds.iter().flat_map(|&kind| self.open.accounts_with(kind, now));
        let only: Vec<AccountId> = of_kind.map(|(account, _)| account).collect();
        let limit = u32::try_from(only.len()).unwrap_or(u32::MAX);
        let page = AccountPage { only: Some(only), reach: reach.clone(), limit, ..AccountPage::default() };
        self.parts.store.account_names(&page).await.map(|names| names.len())
    }

    /// The account, if it is inside.
    pub async fn account_inside(
        &self,
        account: AccountId,
        reach: &Reach,
    ) -> Result<Option<Account>, StoreError> {
        let found = self.parts.store.account(account).await?;
        Ok(found.filter(|account| reach.covers(&account.primary)))
    }

    /// The account of this name, primary or alias, if it is inside.
    pub async fn account_named_inside(
        &self,
        name: &AccountName,
        reach: &Reach,
    ) -> Result<Option<Account>, StoreError> {
        let found = self.parts.store.account_by_name(name).await?;
        Ok(found.filter(|account| reach.covers(&account.primary)))
    }

    /// What is in force on an account.
    pub fn open_on(&self, account: AccountId) -> Vec<Restriction> {
        let now = self.now();
        let mut open = self.open.of_account(account);
        open.retain(|row| row.is_in_force(now));
        open
    }

    /// So many seconds from now; the far end of time where there are not so many.
    pub fn after_s(&self, seconds: i64) -> Timestamp {
        self.now().plus(Span::from_s(seconds))
    }

    /// How an address (or its /64) and the network around it stand, as far as either is scored.
    pub fn source_standings(&self, address: ClientAddress) -> Vec<ScoreStanding> {
        self.parts.counters.source_standings(address, &self.policies().sign_in, self.now())
    }

    /// What is wrong with the addresses that the mail server sends, as far as it was seen within a day.
    pub fn arrival_problems(&self) -> Vec<ArrivalProblem> {
        self.arrivals.problems(self.now())
    }

    /// The account that a person means by `text`: an exact name first, then a search.
    pub async fn find(&self, text: &str) -> Result<Found, StoreError> {
        self.find_inside(text, &Reach::ALL_DOMAINS).await
    }

    /// The same among the accounts inside.
    pub async fn find_inside(&self, text: &str, reach: &Reach) -> Result<Found, StoreError> {
        if let Ok(name) = AccountName::parse(text, self.names())
            && let Some(account) = self.account_named_inside(&name, reach).await?
        {
            return Ok(Found::One(account));
        }
        let (search, reach) = (text.to_owned(), reach.clone());
        let page = AccountPage { search, reach, limit: FOUND_MAX, ..Default::default() };
        let mut found = self.parts.store.accounts(&page).await?;
        Ok(match found.len() {
            0 => Found::None,
            1 => Found::One(found.remove(0)),
            _ => Found::Many(found),
        })
    }

    /// Restrictions, newest first, with those that rules made a moment ago: a list must not lack what a gate
    /// refuses already.
    pub async fn restrictions(&self, filter: &RestrictionFilter) -> Result<Vec<RestrictionRow>, StoreError> {
        self.read_after_saved().await;
        self.parts.store.restrictions(filter).await
    }

    /// Audit rows, newest first, with those that rules made a moment ago.
    pub async fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditRow>, StoreError> {
        self.read_after_saved().await;
        self.parts.store.audit(filter).await
    }

    pub(crate) async fn read_after_saved(&self) {
        if let Err(error) = self.wait_until_saved().await {
            // What the store has is better than nothing, and `health` says that it is behind.
            tracing::warn!(error = &error as &dyn std::error::Error, "a list may lack the last moments");
        }
    }

    /// How an account stands at both doors, and why. `None` when there is no such account.
    pub async fn why(&self, account: AccountId) -> Result<Option<Why>, StoreError> {
        let store = &self.parts.store;
        let Some(known) = store.account(account).await? else { return Ok(None) };
        let at = self.now();
        let filter = RestrictionFilter {
            account: Some(account),
            with_ended: true,
            limit: RECENT_RESTRICTIONS,
            ..RestrictionFilter::default()
        };
        let (ended, _) = split(store.restrictions(&filter).await?);
        // From memory, where the gates look: what a rule decided acts at once and reaches the file a little later.
        let in_force = self.open.of_account(account);
        let open = in_force.into_iter().map(|restriction| RestrictionRow {
            restriction,
            account: Some((known.primary.clone(), known.display_name.clone())),
            ended: None,
        });
        let open = open.collect();
        // A decision of the last second is still on its way to the file.
        self.flush_decisions().await;
        let policies = self.policies();
        Ok(Some(Why {
            sign_in: self.parts.counters.sign_in_standing(account, &policies.sign_in, at),
            sending: self.parts.counters.sending_standing(account, at),
            compromise: self.parts.counters.compromise_standing(account, &policies.compromise, at),
            deliveries: self.deliveries_of(account),
            decisions: store.decisions(account, RECENT_DECISIONS).await?,
            receipts: store.receipts(account, RECENT_RECEIPTS).await?,
            failures: self.failures_of(account, at).await?,
            sources: self.account_sources(account, at).await?,
            observed: self.observed_now(),
            spray: self.spray_now(),
            mass_guard: self.mass_guard_now(),
            may_admit: self.site().public_url.is_some(),
            account: known,
            open,
            recent: ended,
            at,
        }))
    }
}

fn split(rows: Vec<RestrictionRow>) -> (Vec<RestrictionRow>, Vec<RestrictionRow>) {
    rows.into_iter().partition(|row| row.ended.is_some())
}
