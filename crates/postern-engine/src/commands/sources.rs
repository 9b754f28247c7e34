//! What a person or a program asks about sources: facts, the rules, one transaction, memory. It holds at the gates
//! with the answer; nothing outside has to be told.

use postern_core::access;
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::command::Asker;
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::restriction::{Entity, Origin, Restriction};
use postern_core::sign_in::{SourceBlock, SourceBlockCause};
use postern_core::source_command::{SourceCommand, SourceCommandFacts, handle};
use postern_core::source_entry::{EntryKind, EntryOn, SourceEntry};
use postern_core::time::{Span, Timestamp};

use super::{ExecuteError, LOOKS_MAX};
use crate::engine::Engine;
use crate::ports::CommitError;
use crate::ports::store::EVENTS_PER_CHANGE_MAX;

/// What a command about sources did.
#[derive(Clone, Debug)]
pub struct SourceDone {
    /// What happened.
    pub events: Vec<Event>,
    /// When it was decided.
    pub at: Timestamp,
    /// From the question until it was in force at the gates of this process.
    pub in_force_after: Span,
}

impl Engine {
    /// Carries out a command about sources. In force at the gates when this returns.
    pub async fn execute_source(
        &self,
        command: SourceCommand,
        asker: Asker,
    ) -> Result<SourceDone, ExecuteError> {
        let asked = self.now();
        let command = command.folded(self.site().nat64);
        // One at a time: what one of them finds must still hold when it is saved.
        let _turn = self.source_commands.lock().await;
        if access::any_may(&asker.roles, &asker.reach, command.kind()) {
            self.list_unlisted_blocks(&command, asked);
        }
        let mut looks = 1;
        loop {
            let facts = self.source_command_facts(&command).await?;
            let fresh = (self.fresh_restriction(), self.fresh_entry());
            let events = handle(&facts, &command, &asker, fresh, asked).map_err(ExecuteError::Refused)?;
            match self.carry_source_through(&events, &asker, asked).await {
                Ok(()) => {
                    let in_force_after = self.now().since(asked);
                    return Ok(SourceDone { events, at: asked, in_force_after });
                }
                Err(CommitError::RestrictionNotOpen(_) | CommitError::EntryNotOpen(_))
                    if looks < LOOKS_MAX =>
                {
                    looks += 1;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Blocks of exactly this network, or of one around the same address within it, that the counters hold without a
    /// row: there were too many rows when they began, or a crash came between. With a row a person can lift them.
    fn list_unlisted_blocks(&self, command: &SourceCommand, now: Timestamp) {
        let SourceCommand::Unblock { network, account: None } = command else { return };
        let policies = self.policies();
        let address = ClientAddress::new(network.first());
        for standing in self.parts.counters.source_standings(address, &policies.sign_in, now) {
            let of = standing.network;
            let is_listed = || self.source_blocks().iter().any(|row| row.entity == Entity::Network(of));
            if let Some(until) = standing.blocked_until
                && network.covers(of)
                && !is_listed()
            {
                let count = standing.points.round() as u32;
                self.list_source_block(
                    &SourceBlock { network: of, until, cause: SourceBlockCause::Points, count },
                    now,
                );
            }
        }
    }

    /// Every block of a source that is in force: of networks and of pairs, by rules and by hand; newest first.
    pub fn source_blocks(&self) -> Vec<Restriction> {
        let now = self.now();
        let mut blocks: Vec<Restriction> = self
            .open
            .source_blocks()
            .iter()
            .filter(|block| block.is_in_force(now))
            .map(|block| (**block).clone())
            .collect();
        blocks.sort_unstable_by_key(|block| (std::cmp::Reverse(block.since), block.id));
        blocks
    }

    /// Every entry that is in force, newest first.
    pub fn source_entries(&self) -> Vec<SourceEntry> {
        let now = self.now();
        let mut entries: Vec<SourceEntry> = self
            .lists
            .entries()
            .iter()
            .filter(|entry| entry.is_in_force(now))
            .map(|entry| (**entry).clone())
            .collect();
        entries.sort_unstable_by_key(|entry| (std::cmp::Reverse(entry.since), entry.id));
        entries
    }

    /// A change holds so many events, and allowing a large network may end more blocks than that: the first change
    /// has the entry, and each is whole.
    async fn carry_source_through(
        &self,
        events: &[Event],
        asker: &Asker,
        asked: Timestamp,
    ) -> Result<(), CommitError> {
        for part in events.chunks(EVENTS_PER_CHANGE_MAX) {
            let change = self.change_of(part.to_vec(), asker.actor.clone(), &asker.note, asked);
            self.wait_until_saved().await?;
            self.parts.store.commit(change).await?;
            for event in part {
                self.apply(event, asked);
            }
        }
        Ok(())
    }

    async fn source_command_facts(
        &self,
        command: &SourceCommand,
    ) -> Result<SourceCommandFacts, ExecuteError> {
        let account_roles = match command.account() {
            Some(account) => self.facts(account).await?.account.roles,
            None => Vec::new(),
        };
        let (blocks, entries) = (self.source_blocks(), self.source_entries());
        let by_hand = blocks.iter().filter(|block| block.origin != Origin::Rule).count() + entries.len();
        let of_account =
            |entry: &&SourceEntry| entry.kind == EntryKind::Pinned && entry.on.account() == command.account();
        let elsewhere = |entry: &&SourceEntry| entry.on.network() != command.network();
        Ok(SourceCommandFacts {
            pins_elsewhere: entries.iter().filter(of_account).filter(elsewhere).count(),
            account_roles,
            block_over: block_over(command, &blocks),
            allowed_over: allowed_over(command, &entries),
            entries_here: entries.into_iter().filter(|entry| Some(entry.on) == entry_of(command)).collect(),
            blocks_within: blocks.into_iter().filter(|block| is_within(command, block)).collect(),
            by_hand,
        })
    }
}

/// The entry that the command makes or takes back.
fn entry_of(command: &SourceCommand) -> Option<EntryOn> {
    match command {
        SourceCommand::Allow { on, .. } | SourceCommand::Disallow { on } => Some(*on),
        SourceCommand::Share { network, .. } | SourceCommand::Unshare { network } => {
            Some(EntryOn::Network(*network))
        }
        SourceCommand::Pin { account, network, .. } | SourceCommand::Unpin { account, network } => {
            Some(EntryOn::AccountAtNetwork { account: *account, network: *network })
        }
        SourceCommand::Block { .. } | SourceCommand::Unblock { .. } => None,
    }
}

/// Whether a block lies within what the command names. An allowed network ends the blocks of everybody in it, also
/// of pairs; a block and its end are about networks, or about one account's pairs.
fn is_within(command: &SourceCommand, block: &Restriction) -> bool {
    let Some(of_block) = block.entity.network() else { return false };
    let account = block.account();
    match command {
        SourceCommand::Allow { on, .. } => {
            on.account().is_none_or(|own| account == Some(own))
                && on.network().is_none_or(|network| network.covers(of_block))
        }
        SourceCommand::Share { network, .. } => account.is_none() && network.covers(of_block),
        SourceCommand::Block { network, account: own, .. }
        | SourceCommand::Unblock { network, account: own } => account == *own && network.covers(of_block),
        SourceCommand::Disallow { .. }
        | SourceCommand::Unshare { .. }
        | SourceCommand::Pin { .. }
        | SourceCommand::Unpin { .. } => false,
    }
}

/// The smallest network whose block holds what the command names and more.
fn block_over(command: &SourceCommand, blocks: &[Restriction]) -> Option<ClientNetwork> {
    let (network, own) = (command.network()?, command.account());
    let over =
        blocks.iter().filter(|block| block.account() == own).filter_map(|block| block.entity.network());
    over.filter(|over| *over != network && over.covers(network)).max_by_key(|over| over.prefix_bits())
}

/// The allow entry under which a block would have no effect at all.
fn allowed_over(command: &SourceCommand, entries: &[SourceEntry]) -> Option<ClientNetwork> {
    let SourceCommand::Block { network, account, .. } = command else { return None };
    let covers = |entry: &&SourceEntry| {
        entry.kind == EntryKind::Allowed
            && entry.on.account().is_none_or(|own: AccountId| *account == Some(own))
            && entry.on.network().is_none_or(|allowed| allowed.covers(*network))
    };
    entries.iter().find(covers).map(|entry| entry.on.network().unwrap_or(*network))
}
