//! What people ask about sources: how one stands, and what an attempt from it would be answered, step by step.

use postern_core::account::Account;
use postern_core::address::ClientAddress;
use postern_core::arrival::is_source;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::precedence::{DecisionStep, StepOutcome, explain};
use postern_core::restriction::Restriction;
use postern_core::sign_in::Attempt;
use postern_core::sign_in::source::ScoreStanding;
use postern_core::source_entry::SourceEntry;
use postern_core::time::Timestamp;

use crate::engine::Engine;
use crate::ports::{AccountKey, RestrictionRow, StoreError};
use crate::sign_in::with_standing;

/// Accounts that know a source, as many as are named.
const KNOWING_MAX: usize = 20;

/// How one address stands.
#[derive(Clone, Debug)]
pub struct SourceStanding {
    /// Which.
    pub address: ClientAddress,
    /// The scores of the address (or its /64) and of the network around it, as far as either is scored.
    pub scores: Vec<ScoreStanding>,
    /// Every block that holds it, newest first.
    pub blocks: Vec<RestrictionRow>,
    /// Every entry that holds it, newest first.
    pub entries: Vec<EntryRow>,
    /// To how many accounts it is familiar.
    pub known_by: usize,
    /// The first twenty of them.
    pub knowing: Vec<Account>,
    /// When this was true.
    pub at: Timestamp,
}

/// An entry, and whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryRow {
    /// The entry.
    pub entry: SourceEntry,
    /// The account's primary address, if it is about an account that still exists.
    pub account: Option<AccountName>,
}

impl Engine {
    /// How an address stands: its scores, what is said of it, and who knows it.
    pub async fn source_standing(&self, address: ClientAddress) -> Result<SourceStanding, StoreError> {
        let at = self.now();
        let address = address.folded(self.site().nat64);
        let holds = |network: Option<postern_core::address::ClientNetwork>| {
            network.is_some_and(|network| network.holds(address))
        };
        let (mut blocks, mut entries) = (self.source_blocks(), self.source_entries());
        blocks.retain(|block| holds(block.entity.network()));
        entries.retain(|entry| holds(entry.on.network()));
        let policies = self.policies();
        let counters = &self.parts.counters;
        let (known_by, ids) = counters.accounts_knowing(address, &policies.sign_in, at, KNOWING_MAX);
        let mut knowing = Vec::with_capacity(ids.len());
        for id in ids {
            knowing.extend(self.parts.store.account(id).await?);
        }
        Ok(SourceStanding {
            address,
            scores: counters.source_standings(address, &policies.sign_in, at),
            blocks: self.blocks_with_accounts(blocks).await?,
            entries: self.entries_with_accounts(entries).await?,
            known_by,
            knowing,
            at,
        })
    }

    /// Open restrictions with whose they are. One question for each account: for a page of them, never for all.
    pub async fn blocks_with_accounts(
        &self,
        blocks: Vec<Restriction>,
    ) -> Result<Vec<RestrictionRow>, StoreError> {
        let mut rows = Vec::with_capacity(blocks.len());
        for restriction in blocks {
            let account = match restriction.account() {
                Some(id) => self.parts.store.account(id).await?,
                None => None,
            };
            let account = account.map(|account| (account.primary, account.display_name));
            rows.push(RestrictionRow { restriction, account, ended: None });
        }
        Ok(rows)
    }

    /// The same for entries.
    pub async fn entries_with_accounts(
        &self,
        entries: Vec<SourceEntry>,
    ) -> Result<Vec<EntryRow>, StoreError> {
        let mut rows = Vec::with_capacity(entries.len());
        for entry in entries {
            let account = match entry.on.account() {
                Some(id) => self.parts.store.account(id).await?,
                None => None,
            };
            rows.push(EntryRow { entry, account: account.map(|account| account.primary) });
        }
        Ok(rows)
    }

    /// Whether the account is pinned to other sources than this address.
    pub fn is_outside_pins(&self, account: AccountId, address: ClientAddress) -> bool {
        let address = address.folded(self.site().nat64);
        is_source(address) && self.lists.is_outside_pins(account, address, self.now())
    }

    /// What an attempt of this account from this address would be answered now, in the order in which it is asked.
    pub fn explain_attempt(
        &self,
        account: AccountId,
        address: ClientAddress,
    ) -> Vec<(DecisionStep, StepOutcome)> {
        let (now, who) = (self.now(), AccountKey::Account(account));
        // As the gates see it: what NAT64 wraps, whether it is a client's address at all, and whether the owner's
        // link was used there.
        let source = Some(address.folded(self.site().nat64)).filter(|&address| is_source(address));
        let lists = self.list_facts(who, source, now);
        let vouch = self.vouch(who, source, None);
        let attempt = with_standing(&Attempt { source, vouch, ..Attempt::default() }, &lists);
        let policies = self.policies();
        let foreseen = self.parts.counters.sign_in_foreseen(who, &attempt, &policies.sign_in, now);
        explain(&lists, &foreseen, &policies.sign_in)
    }
}
