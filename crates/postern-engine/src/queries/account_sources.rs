//! What is said of sources that concerns one account: entries, and blocks that refuse places from which it signs in.
//! And the other way round: which open restrictions are of accounts that were tried from one source.
//!
//! What an account knows of places are keyed hashes, so the addresses come from its sign-in history.

use std::collections::HashMap;

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::AccountId;
use postern_core::precedence::{DecisionStep, ListFacts, StepOutcome, explain};
use postern_core::restriction::{Origin, Restriction};
use postern_core::sign_in::{Attempt, Lane, SignInRefusal};
use postern_core::time::{Span, Timestamp};

use super::sources::EntryRow;
use crate::engine::Engine;
use crate::ports::{AccountKey, RestrictionFilter, RestrictionRow, SeenSourceFilter, StoreError};
use crate::sign_in::{FAILURES_WINDOW, with_standing};

/// Places of an account that are looked at: more than the sixteen that it can know.
const OWN_PLACES_MAX: u32 = 50;
/// Sources of failures that are looked at for one account.
const TRIED_FROM_MAX: u32 = 20_000;
/// Open restrictions that are looked at for one source, the newest; a list shows 500 of them at most.
const LOOKED_AT_MAX: u32 = 20_000;

/// What is said of sources that concerns one account. Blocks of the account at a network are among its restrictions.
#[derive(Clone, Debug, Default)]
pub struct AccountSources {
    /// Entries about the account, and about networks from which it signed in lately; newest first.
    pub entries: Vec<EntryRow>,
    /// Places from which it signed in lately and that are refused because of a block of the source.
    pub refused: Vec<RefusedPlace>,
}

/// A place from which an account signed in lately, and which is refused now.
#[derive(Clone, Debug)]
pub struct RefusedPlace {
    /// Where.
    pub address: ClientAddress,
    /// When it signed in from there last, as far as it is logged.
    pub last: Timestamp,
    /// The account knows the place: only a person's block refuses it there.
    pub is_familiar: bool,
    /// What an attempt is answered.
    pub refusal: SignInRefusal,
    /// The row of the block; `None` while a rule's block has none.
    pub block: Option<Restriction>,
}

impl Engine {
    /// Entries and blocks of sources that concern the account.
    pub(super) async fn account_sources(
        &self,
        account: AccountId,
        now: Timestamp,
    ) -> Result<AccountSources, StoreError> {
        let days = Span::from_days(i64::try_from(self.policies().sign_in.familiar_days).unwrap_or(i64::MAX));
        let (since, limit) = (now.minus(days), OWN_PLACES_MAX);
        let filter = SeenSourceFilter { account, since, with_success: true, limit };
        let seen = self.parts.store.seen_sources(&filter).await?;
        let nat64 = self.site().nat64;
        let places: Vec<(ClientAddress, Timestamp)> = seen
            .iter()
            .filter_map(|seen| Some((seen.source.parse::<ClientAddress>().ok()?.folded(nat64), seen.last)))
            .collect();
        let mut entries = self.source_entries();
        entries.retain(|entry| match entry.on.account() {
            Some(own) => own == account,
            None => places.iter().any(|(place, _)| entry.on.covers(None, Some(*place))),
        });
        let mut refused: Vec<RefusedPlace> = places
            .into_iter()
            .filter_map(|(address, last)| {
                let (refusal, is_familiar) = self.refusal_of_place(account, address, now)?;
                Some(RefusedPlace { address, last, is_familiar, refusal, block: None })
            })
            .collect();
        if !refused.is_empty() {
            // There may be fifty thousand, so they are looked at only for somebody whom one of them refuses.
            let blocks = self.source_blocks();
            for place in &mut refused {
                place.block = block_behind(&blocks, place.refusal, place.address);
            }
        }
        Ok(AccountSources { refused, entries: self.entries_with_accounts(entries).await? })
    }

    /// What a block of the source answers the account there, whatever else is closed; and whether it knows the place.
    fn refusal_of_place(
        &self,
        account: AccountId,
        address: ClientAddress,
        now: Timestamp,
    ) -> Option<(SignInRefusal, bool)> {
        let (who, source) = (AccountKey::Account(account), Some(address));
        let lists = self.list_facts(who, source, now);
        let lists = ListFacts { account_block: None, pair_block: None, ..lists };
        let vouch = self.vouch(who, source, None);
        let attempt = with_standing(&Attempt { source, vouch, ..Attempt::default() }, &lists);
        let policies = self.policies();
        let foreseen = self.parts.counters.sign_in_foreseen(who, &attempt, &policies.sign_in, now);
        let is_of_source = |step| matches!(step, DecisionStep::NetworkBlock | DecisionStep::SourceBlock);
        let steps =
            explain(&lists, &foreseen, &policies.sign_in).into_iter().filter(|(step, _)| is_of_source(*step));
        let refusal = steps.map(|(_, outcome)| outcome).find_map(|outcome| match outcome {
            StepOutcome::Refuses(refusal) => Some(refusal),
            StepOutcome::Nothing
            | StepOutcome::Observed(_)
            | StepOutcome::Found(_)
            | StepOutcome::Spared(_)
            | StepOutcome::Open(_)
            | StepOutcome::NotReached => None,
        })?;
        Some((refusal, foreseen.lane == Lane::Familiar))
    }

    /// Restrictions of accounts, newest first, as far as they have to do with `source`: the account was tried from there
    /// without success within [`FAILURES_WINDOW`], or a person blocked it there.
    pub async fn restrictions_from(
        &self,
        filter: RestrictionFilter,
        source: ClientNetwork,
    ) -> Result<Vec<RestrictionRow>, StoreError> {
        let (wanted, source) = (filter.limit as usize, source.folded(self.site().nat64));
        let looked_at = RestrictionFilter { of_accounts: true, limit: LOOKED_AT_MAX, ..filter };
        self.flush_decisions().await;
        let since = self.now().minus(FAILURES_WINDOW);
        let mut tried = HashMap::new();
        let mut found = Vec::new();
        for row in self.restrictions(&looked_at).await? {
            if found.len() == wanted {
                break;
            }
            let is_wanted = match (row.restriction.entity.network(), row.restriction.account()) {
                (Some(network), _) => network.covers(source) || source.covers(network),
                (None, Some(account)) => match tried.get(&account) {
                    Some(&known) => known,
                    None => {
                        let is_tried = self.is_tried_from(account, source, since).await?;
                        tried.insert(account, is_tried);
                        is_tried
                    }
                },
                (None, None) => false,
            };
            if is_wanted {
                found.push(row);
            }
        }
        Ok(found)
    }

    async fn is_tried_from(
        &self,
        account: AccountId,
        source: ClientNetwork,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        let filter = SeenSourceFilter { account, since, with_success: false, limit: TRIED_FROM_MAX };
        let seen = self.parts.store.seen_sources(&filter).await?;
        let nat64 = self.site().nat64;
        let is_from = |address: ClientAddress| source.holds(address.folded(nat64));
        Ok(seen.iter().any(|seen| seen.source.parse().is_ok_and(is_from)))
    }
}

/// The block that refuses there: a person's or a rule's, of the smallest network.
fn block_behind(
    blocks: &[Restriction],
    refusal: SignInRefusal,
    address: ClientAddress,
) -> Option<Restriction> {
    let is_by_rule = matches!(refusal, SignInRefusal::SourceBlocked { .. });
    let network = |block: &Restriction| match block.account() {
        None => block.entity.network().filter(|network| network.holds(address)),
        Some(_) => None,
    };
    blocks
        .iter()
        .filter(|block| network(block).is_some() && (block.origin == Origin::Rule) == is_by_rule)
        .max_by_key(|block| network(block).map(ClientNetwork::prefix_bits))
        .cloned()
}
