//! The part of weakforced's lists that is about addresses and networks, alone or for one login: blocks are
//! restrictions, exceptions are entries. What a person made stays until a person ends it.

use std::collections::BTreeMap;
use std::sync::Arc;

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::command::Asker;
use postern_core::ids::AccountId;
use postern_core::refusal::Refusal;
use postern_core::restriction::Origin;
use postern_core::sign_in::source::ScoreStanding;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::{EntryKind, EntryOn};
use postern_core::time::Timestamp;
use postern_engine::Engine;
use postern_engine::commands::ExecuteError;
use postern_wire::wforce::{EntryView, Key, KeyStats, List, ListStanding};

use super::{failed, longest, nothing_about, reason_of, refused};
use crate::manages::NotManaged;

/// An engine's blocks and entries of sources.
pub(super) struct Sources<'a>(pub(super) &'a Arc<Engine>);

impl Sources<'_> {
    /// One that lasts at least as long makes this superfluous.
    pub(super) async fn block(
        &self,
        network: ClientNetwork,
        account: Option<AccountId>,
        until: Option<Timestamp>,
        asker: Asker,
    ) -> Result<(), NotManaged> {
        let command = SourceCommand::Block { network, account, until };
        self.carry_out(command, asker, |refusal| matches!(refusal, Refusal::AlreadySo)).await
    }

    /// Ends the blocks of a network, and of what lies in it.
    pub(super) async fn unblock(
        &self,
        network: ClientNetwork,
        account: Option<AccountId>,
        asker: Asker,
    ) -> Result<(), NotManaged> {
        self.check_blocks_by_persons(Some(network), account)?;
        let command = SourceCommand::Unblock { network, account };
        self.carry_out(command, asker, |refusal| matches!(refusal, Refusal::SourceNotBlocked { .. })).await
    }

    pub(super) async fn allow(
        &self,
        on: EntryOn,
        until: Option<Timestamp>,
        asker: Asker,
    ) -> Result<(), NotManaged> {
        // An exception ends the blocks that it makes meaningless.
        self.check_blocks_by_persons(on.network(), on.account())?;
        let command = SourceCommand::Allow { on, until, is_vouched: false };
        self.carry_out(command, asker, |refusal| matches!(refusal, Refusal::AlreadySo)).await
    }

    pub(super) async fn disallow(&self, on: EntryOn, asker: Asker) -> Result<(), NotManaged> {
        let by_person = |entry: &postern_core::source_entry::SourceEntry| {
            entry.on == on && entry.kind == EntryKind::Allowed && entry.origin == Origin::Person
        };
        if self.0.source_entries().iter().any(by_person) {
            return Err(NotManaged::because("a person allowed this: only a person takes it back"));
        }
        let command = SourceCommand::Disallow { on };
        self.carry_out(command, asker, |refusal| matches!(refusal, Refusal::NoSuchEntry)).await
    }

    async fn carry_out(
        &self,
        command: SourceCommand,
        asker: Asker,
        is_so_already: impl FnOnce(&Refusal) -> bool,
    ) -> Result<(), NotManaged> {
        match self.0.execute_source(command, asker).await {
            Ok(_) => Ok(()),
            Err(ExecuteError::Refused(refusal)) if is_so_already(&refusal) => Ok(()),
            Err(ExecuteError::Refused(refusal)) => Err(refused(&refusal)),
            Err(error) => Err(failed(error)),
        }
    }

    fn check_blocks_by_persons(
        &self,
        network: Option<ClientNetwork>,
        account: Option<AccountId>,
    ) -> Result<(), NotManaged> {
        let is_meant = |block: &postern_core::restriction::Restriction| {
            block.origin == Origin::Person
                && account.is_none_or(|own| block.account() == Some(own))
                && block
                    .entity
                    .network()
                    .is_some_and(|blocked| network.is_none_or(|network| network.covers(blocked)))
        };
        if self.0.source_blocks().iter().any(is_meant) {
            return Err(NotManaged::because("a person blocked this source: only a person unblocks it"));
        }
        Ok(())
    }

    /// Whether exactly this is allowed, or a network that holds it.
    pub(super) fn allowed(&self, on: EntryOn) -> ListStanding {
        let entries = self.0.source_entries();
        let holds = |entry: &&postern_core::source_entry::SourceEntry| {
            entry.kind == EntryKind::Allowed
                && entry.on.account() == on.account()
                && match (entry.on.network(), on.network()) {
                    (None, None) => true,
                    (Some(allowed), Some(network)) => allowed.covers(network),
                    (Some(_), None) | (None, Some(_)) => false,
                }
        };
        longest(entries.iter().filter(holds).map(|entry| (entry.until, entry.note.clone())))
    }

    /// What is known of an address, or of one account from it.
    pub(super) fn stats(&self, key: Key, network: ClientNetwork, account: Option<AccountId>) -> KeyStats {
        let mut stats = nothing_about(key);
        let blocks = self.0.source_blocks();
        let holding = blocks.iter().filter(|block| {
            block.account() == account && block.entity.network().is_some_and(|own| own.covers(network))
        });
        stats.block = longest(holding.map(|block| (block.until, reason_of(&block.reason))));
        stats.allow = self.allowed(match account {
            Some(account) => EntryOn::AccountAtNetwork { account, network },
            None => EntryOn::Network(network),
        });
        if account.is_none() {
            let address = ClientAddress::new(network.first());
            for standing in self.0.source_standings(address) {
                let is_source = standing.network == address.unit();
                let group = if is_source { "source" } else { "neighbourhood" };
                stats.stats.insert(group, score(&standing));
            }
        }
        stats
    }

    /// Everything on a list that weakforced has a key for: it has none for a login from a whole network.
    pub(super) async fn entries(&self, list: List) -> Result<Vec<EntryView>, NotManaged> {
        let rows: Vec<_> = match list {
            List::Block => {
                let row = |block: &postern_core::restriction::Restriction| {
                    (block.entity.network(), block.account(), block.until, reason_of(&block.reason))
                };
                self.0.source_blocks().iter().map(row).collect()
            }
            List::Allow => {
                let entries = self.0.source_entries();
                let allowed = entries.iter().filter(|entry| entry.kind == EntryKind::Allowed);
                let row = |entry: &postern_core::source_entry::SourceEntry| {
                    (entry.on.network(), entry.on.account(), entry.until, entry.note.clone())
                };
                allowed.map(row).collect()
            }
        };
        let mut entries = Vec::with_capacity(rows.len());
        for (network, account, until, reason) in rows {
            if let Some(key) = self.key(network, account).await? {
                entries.push(EntryView { key, expires_unix_s: until.map(|until| until.unix_s()), reason });
            }
        }
        Ok(entries)
    }

    async fn key(
        &self,
        network: Option<ClientNetwork>,
        account: Option<AccountId>,
    ) -> Result<Option<Key>, NotManaged> {
        let login = match account {
            None => None,
            Some(account) => {
                let known = self.0.store().account(account).await.map_err(failed)?;
                // Deleted a moment ago: so is what was said of it.
                let Some(known) = known else { return Ok(None) };
                Some(known.primary.as_str().to_owned())
            }
        };
        Ok(match (network, login) {
            (None, login) => login.map(Key::Login),
            (Some(network), None) => {
                Some(Key::Network { first: network.first(), prefix_bits: network.prefix_bits() })
            }
            (Some(network), Some(login)) => {
                let address = network.first();
                let is_one = network.prefix_bits() == if address.is_ipv4() { 32 } else { 128 };
                is_one.then_some(Key::LoginFromAddress { login, address })
            }
        })
    }
}

fn score(standing: &ScoreStanding) -> BTreeMap<&'static str, i64> {
    BTreeMap::from([
        ("points", standing.points.round() as i64),
        ("pointsMax", standing.points_max.round() as i64),
        ("accounts", standing.accounts.round() as i64),
        ("blocked", standing.blocked_until.is_some().into()),
    ])
}
