//! What may be asked about sources, and what the rules answer: events, or a refusal.
//!
//! A block is a restriction (kind `address_block`), an allowed or shared source is an entry. Both are made and
//! ended here, by a person or through the API; the blocks that rules make begin with the counters. This file does
//! not know who an account is beyond the roles it holds.

use crate::access;
use crate::account::Role;
use crate::address::{ClientNetwork, Nat64Prefix};
use crate::arrival::may_hold_clients;
use crate::command::{Asker, CommandKind};
use crate::event::Event;
use crate::handle::ended;
use crate::ids::{AccountId, EntryId, RestrictionId};
use crate::refusal::Refusal;
use crate::restriction::{Actor, Entity, NOTE_BYTES_MAX, Origin, Reason, Restriction, RestrictionKind};
use crate::source_entry::{ENTRIES_MAX, EndedEntry, EntryKind, EntryOn, PINS_MAX, SourceEntry};
use crate::time::Timestamp;

/// The shortest prefix of an IPv4 network that a person may block, allow or share: a /8 is the largest network that
/// one organisation holds (10.0.0.0/8), and a slip of the finger must not shut out or let in half the world.
pub const PREFIX_BITS_MIN_V4: u8 = 8;
/// The same for IPv6: registries hand out blocks of /16 at most.
pub const PREFIX_BITS_MIN_V6: u8 = 16;
/// The same for unique local addresses (RFC 4193), which are an organisation's own: fd00::/8.
pub const PREFIX_BITS_MIN_V6_LOCAL: u8 = 8;

/// A change to what is said of sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceCommand {
    /// Refuse everybody, or one account, from a network.
    Block {
        /// From where.
        network: ClientNetwork,
        /// Only this account; everybody without one.
        account: Option<AccountId>,
        /// When it ends by itself; `None` means until somebody ends it.
        until: Option<Timestamp>,
    },
    /// End every block, by a person or by a rule, that lies within a network.
    Unblock {
        /// From where.
        network: ClientNetwork,
        /// Only blocks of this account at networks; without one only those of networks.
        account: Option<AccountId>,
    },
    /// Treat attempts as familiar, never block their source; blocks within it end.
    Allow {
        /// What is allowed.
        on: EntryOn,
        /// When it ends by itself; `None` means never.
        until: Option<Timestamp>,
        /// The first success makes the place familiar at once; only for a pair.
        is_vouched: bool,
    },
    /// Take an allow entry back.
    Disallow {
        /// What was allowed.
        on: EntryOn,
    },
    /// Everybody comes from there: never familiar, never blocked by a rule; blocks by rules within it end.
    Share {
        /// Which network.
        network: ClientNetwork,
        /// When it ends by itself; `None` means never.
        until: Option<Timestamp>,
    },
    /// Take such a mark back.
    Unshare {
        /// Which network.
        network: ClientNetwork,
    },
    /// An account sends and signs in from this network, and from nowhere that is not pinned.
    Pin {
        /// Whose.
        account: AccountId,
        /// From where.
        network: ClientNetwork,
        /// When it ends by itself; `None` means never.
        until: Option<Timestamp>,
    },
    /// Take a pin back.
    Unpin {
        /// Whose.
        account: AccountId,
        /// From where.
        network: ClientNetwork,
    },
}

impl SourceCommand {
    /// The same about the source as the gates see it: an address that NAT64 wrapped is the one within.
    #[must_use]
    pub fn folded(self, nat64: Option<Nat64Prefix>) -> Self {
        let fold = |network: ClientNetwork| network.folded(nat64);
        match self {
            Self::Block { network, account, until } => Self::Block { network: fold(network), account, until },
            Self::Unblock { network, account } => Self::Unblock { network: fold(network), account },
            Self::Allow { on, until, is_vouched } => Self::Allow { on: on.folded(nat64), until, is_vouched },
            Self::Disallow { on } => Self::Disallow { on: on.folded(nat64) },
            Self::Share { network, until } => Self::Share { network: fold(network), until },
            Self::Unshare { network } => Self::Unshare { network: fold(network) },
            Self::Pin { account, network, until } => Self::Pin { account, network: fold(network), until },
            Self::Unpin { account, network } => Self::Unpin { account, network: fold(network) },
        }
    }

    /// Its kind, for the access matrix.
    pub const fn kind(&self) -> CommandKind {
        match self {
            SourceCommand::Block { .. } | SourceCommand::Unblock { .. } => CommandKind::BlockSource,
            SourceCommand::Allow { .. }
            | SourceCommand::Disallow { .. }
            | SourceCommand::Share { .. }
            | SourceCommand::Unshare { .. }
            | SourceCommand::Pin { .. }
            | SourceCommand::Unpin { .. } => CommandKind::AllowSource,
        }
    }

    /// The account that it names, if it names one.
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            SourceCommand::Block { account, .. } | SourceCommand::Unblock { account, .. } => *account,
            SourceCommand::Allow { on, .. } | SourceCommand::Disallow { on } => on.account(),
            SourceCommand::Pin { account, .. } | SourceCommand::Unpin { account, .. } => Some(*account),
            SourceCommand::Share { .. } | SourceCommand::Unshare { .. } => None,
        }
    }

    /// The network that it names, if it names one.
    pub const fn network(&self) -> Option<ClientNetwork> {
        match self {
            SourceCommand::Block { network, .. }
            | SourceCommand::Unblock { network, .. }
            | SourceCommand::Share { network, .. }
            | SourceCommand::Unshare { network }
            | SourceCommand::Pin { network, .. }
            | SourceCommand::Unpin { network, .. } => Some(*network),
            SourceCommand::Allow { on, .. } | SourceCommand::Disallow { on } => on.network(),
        }
    }
}

/// What is true now that a command about sources has to know.
#[derive(Clone, Debug, Default)]
pub struct SourceCommandFacts {
    /// Roles of the account that the command names.
    pub account_roles: Vec<Role>,
    /// Open blocks of sources that lie within what the command names: of its network, for its account or for
    /// everybody.
    pub blocks_within: Vec<Restriction>,
    /// Entries on exactly what the command names.
    pub entries_here: Vec<SourceEntry>,
    /// A larger network whose block holds what the command names.
    pub block_over: Option<ClientNetwork>,
    /// A network at least as large that is allowed for everybody whom the command names.
    pub allowed_over: Option<ClientNetwork>,
    /// How many entries and blocks by hand there are.
    pub by_hand: usize,
    /// How many pins the account has on other networks than the one that the command names.
    pub pins_elsewhere: usize,
}

/// Decides what `command` does. The two ids are for what it may start.
pub fn handle(
    facts: &SourceCommandFacts,
    command: &SourceCommand,
    asker: &Asker,
    fresh: (RestrictionId, EntryId),
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    check_access(facts, command, asker)?;
    match command {
        SourceCommand::Block { network, account, until } => {
            check_new(facts, Some(*network), *until, now)?;
            if let Some(network) = facts.allowed_over {
                return Err(Refusal::SourceIsAllowed { network });
            }
            let entity = match account {
                Some(account) => Entity::AccountAtNetwork { account: *account, network: *network },
                None => Entity::Network(*network),
            };
            block(facts, entity, *until, asker, fresh.0, now)
        }
        SourceCommand::Unblock { .. } if facts.blocks_within.is_empty() => {
            Err(Refusal::SourceNotBlocked { block_over: facts.block_over })
        }
        SourceCommand::Unblock { .. } => Ok(end_blocks(facts, |_| true)),
        SourceCommand::Allow { on, until, is_vouched } => {
            check_new(facts, on.network(), *until, now)?;
            let is_pair = matches!(on, EntryOn::AccountAtNetwork { .. });
            let entry = entry(EntryKind::Allowed, *on, *until, *is_vouched && is_pair, asker, fresh.1, now);
            let mut events = add(facts, entry)?;
            events.extend(end_blocks(facts, |_| true));
            Ok(events)
        }
        SourceCommand::Share { network, until } => {
            check_new(facts, Some(*network), *until, now)?;
            let on = EntryOn::Network(*network);
            let mut events = add(facts, entry(EntryKind::Shared, on, *until, false, asker, fresh.1, now))?;
            events.extend(end_blocks(facts, |block| block.origin == Origin::Rule));
            Ok(events)
        }
        SourceCommand::Pin { account, network, until } => {
            check_new(facts, Some(*network), *until, now)?;
            if facts.pins_elsewhere >= PINS_MAX {
                return Err(Refusal::TooManyPins);
            }
            let on = EntryOn::AccountAtNetwork { account: *account, network: *network };
            add(facts, entry(EntryKind::Pinned, on, *until, false, asker, fresh.1, now))
        }
        SourceCommand::Unpin { .. } => take_back(facts, EntryKind::Pinned),
        SourceCommand::Disallow { .. } => take_back(facts, EntryKind::Allowed),
        SourceCommand::Unshare { .. } => take_back(facts, EntryKind::Shared),
    }
}

fn check_access(facts: &SourceCommandFacts, command: &SourceCommand, asker: &Asker) -> Result<(), Refusal> {
    access::check(&asker.roles, &asker.reach, command.kind())?;
    if !access::may_act_on(&asker.roles, &facts.account_roles)
        && let Some(&role) = facts.account_roles.iter().max()
    {
        return Err(Refusal::TargetIsAdmin { role });
    }
    if let SourceCommand::Block { account: Some(account), .. } = command
        && asker.actor == Actor::Person(*account)
    {
        return Err(Refusal::OwnAccount);
    }
    if asker.note.trim().is_empty() {
        return Err(Refusal::NoteMissing);
    }
    if asker.note.len() > NOTE_BYTES_MAX { Err(Refusal::NoteTooLong) } else { Ok(()) }
}

fn check_new(
    facts: &SourceCommandFacts,
    network: Option<ClientNetwork>,
    until: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), Refusal> {
    if until.is_some_and(|until| until <= now) {
        return Err(Refusal::EndInThePast);
    }
    if let Some(network) = network
        && network.prefix_bits() < prefix_bits_min(network)
    {
        return Err(Refusal::NetworkTooLarge { prefix_bits_min: prefix_bits_min(network) });
    }
    if let Some(network) = network
        && !may_hold_clients(network)
    {
        return Err(Refusal::NoClientsThere { network });
    }
    if facts.by_hand >= ENTRIES_MAX { Err(Refusal::TooManyEntries) } else { Ok(()) }
}

fn prefix_bits_min(network: ClientNetwork) -> u8 {
    match network.first() {
        std::net::IpAddr::V4(_) => PREFIX_BITS_MIN_V4,
        std::net::IpAddr::V6(first) if first.is_unique_local() => PREFIX_BITS_MIN_V6_LOCAL,
        std::net::IpAddr::V6(_) => PREFIX_BITS_MIN_V6,
    }
}

/// Starts a block; one by hand on the same entity that ends earlier gives way, so that one row says it all.
fn block(
    facts: &SourceCommandFacts,
    entity: Entity,
    until: Option<Timestamp>,
    asker: &Asker,
    fresh: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let by_hand = |open: &&Restriction| open.entity == entity && open.origin != Origin::Rule;
    if facts.blocks_within.iter().filter(by_hand).any(|open| covers(open.until, until)) {
        return Err(Refusal::AlreadySo);
    }
    let mut events: Vec<Event> = facts
        .blocks_within
        .iter()
        .filter(by_hand)
        .map(|open| Event::RestrictionReleased(ended(open)))
        .collect();
    events.push(Event::RestrictionStarted(Restriction {
        id: fresh,
        entity,
        kind: RestrictionKind::AddressBlock,
        reason: Reason::ByPerson { note: asker.note.trim().to_owned() },
        evidence: Vec::new(),
        since: now,
        until,
        origin: asker.actor.origin(),
        actor: asker.actor.clone(),
    }));
    Ok(events)
}

fn end_blocks(facts: &SourceCommandFacts, which: impl Fn(&Restriction) -> bool) -> Vec<Event> {
    let within = facts.blocks_within.iter().filter(|block| which(block));
    within.map(|block| Event::RestrictionReleased(ended(block))).collect()
}

fn entry(
    kind: EntryKind,
    on: EntryOn,
    until: Option<Timestamp>,
    is_vouched: bool,
    asker: &Asker,
    id: EntryId,
    now: Timestamp,
) -> SourceEntry {
    SourceEntry {
        id,
        kind,
        on,
        note: asker.note.trim().to_owned(),
        since: now,
        until,
        origin: asker.actor.origin(),
        actor: asker.actor.clone(),
        is_vouched,
    }
}

/// Adds an entry; one of the same kind that ends earlier gives way. A pin says nothing of how a source is treated, so
/// it stands beside an entry that allows the same.
fn add(facts: &SourceCommandFacts, new: SourceEntry) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    let is_pin = |entry: &SourceEntry| entry.kind == EntryKind::Pinned;
    for known in facts.entries_here.iter().filter(|known| is_pin(known) == is_pin(&new)) {
        if known.kind != new.kind {
            return Err(Refusal::EntryExists { kind: known.kind });
        }
        if covers(known.until, new.until) && known.is_vouched == new.is_vouched {
            return Err(Refusal::AlreadySo);
        }
        events.push(Event::EntryRemoved(EndedEntry::from(known)));
    }
    events.push(Event::EntryAdded(new));
    Ok(events)
}

fn take_back(facts: &SourceCommandFacts, kind: EntryKind) -> Result<Vec<Event>, Refusal> {
    let here = facts.entries_here.iter().filter(|entry| entry.kind == kind);
    let events: Vec<Event> = here.map(|entry| Event::EntryRemoved(entry.into())).collect();
    if events.is_empty() { Err(Refusal::NoSuchEntry) } else { Ok(events) }
}

/// Whether what ends at `open` makes something that ends at `asked` superfluous.
fn covers(open: Option<Timestamp>, asked: Option<Timestamp>) -> bool {
    match (open, asked) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(open), Some(asked)) => open >= asked,
    }
}

#[cfg(test)]
mod tests;
