//! Entries: what a person or a program said of a source in advance. An entry forbids nothing, so it is no
//! restriction.
//!
//! *Allowed*: the attempts are familiar and the source is never blocked. *Shared*: everybody comes from there (a
//! webmail, a proxy), so it is never learned as familiar and no rule blocks it. *Pinned*: an account with a pin sends
//! and signs in from its pins only. This file does not know how an attempt is answered; [`crate::precedence`] does.

use crate::account::codes;
use crate::address::{ClientAddress, ClientNetwork, Nat64Prefix};
use crate::ids::{AccountId, EntryId};
use crate::restriction::{Actor, Origin};
use crate::time::Timestamp;

/// Most entries and blocks by hand together. A program that feeds a list (weakforced's commands) may hold many; at
/// about 200 bytes each these are 2 MB, and a change copies at most this much.
pub const ENTRIES_MAX: usize = 10_000;

/// Most pins of one account. An application runs at one place, or at the addresses of a service that sends for it:
/// those publish some ten networks, and a gate looks at each of them.
pub const PINS_MAX: usize = 32;

/// What an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Familiar, and never blocked as a source.
    Allowed,
    /// Everybody comes from there: never familiar, and never blocked by a rule.
    Shared,
    /// The account sends and signs in from there, and from nowhere that is not pinned.
    Pinned,
}

codes!(EntryKind {
    EntryKind::Allowed => "allowed",
    EntryKind::Shared => "shared",
    EntryKind::Pinned => "pinned",
});

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryOn {
    /// Everybody from this network.
    Network(ClientNetwork),
    /// This account, wherever it comes from. No block of a source refuses it; its lanes stay as they are, because
    /// to call every place of the world familiar would hand the owner's lane to strangers.
    Account(AccountId),
    /// This account, from this network.
    AccountAtNetwork {
        /// Whose.
        account: AccountId,
        /// From where.
        network: ClientNetwork,
    },
}

impl EntryOn {
    /// The same with its network as the gates see it; see [`ClientNetwork::folded`].
    #[must_use]
    pub fn folded(self, nat64: Option<Nat64Prefix>) -> Self {
        match self {
            EntryOn::Network(network) => EntryOn::Network(network.folded(nat64)),
            EntryOn::Account(account) => EntryOn::Account(account),
            EntryOn::AccountAtNetwork { account, network } => {
                EntryOn::AccountAtNetwork { account, network: network.folded(nat64) }
            }
        }
    }

    /// The entry's key from its two optional halves; `None` when both are missing.
    pub fn of(account: Option<AccountId>, network: Option<ClientNetwork>) -> Option<Self> {
        match (account, network) {
            (None, None) => None,
            (None, Some(network)) => Some(EntryOn::Network(network)),
            (Some(account), None) => Some(EntryOn::Account(account)),
            (Some(account), Some(network)) => Some(EntryOn::AccountAtNetwork { account, network }),
        }
    }

    /// The account, if it is about one.
    pub const fn account(self) -> Option<AccountId> {
        match self {
            EntryOn::Account(account) | EntryOn::AccountAtNetwork { account, .. } => Some(account),
            EntryOn::Network(_) => None,
        }
    }

    /// The network, if it is about one.
    pub const fn network(self) -> Option<ClientNetwork> {
        match self {
            EntryOn::Network(network) | EntryOn::AccountAtNetwork { network, .. } => Some(network),
            EntryOn::Account(_) => None,
        }
    }

    /// Whether an attempt of `account` from `address` is meant.
    pub fn covers(self, account: Option<AccountId>, address: Option<ClientAddress>) -> bool {
        self.account().is_none_or(|own| account == Some(own))
            && self.network().is_none_or(|own| address.is_some_and(|address| own.holds(address)))
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// Its id.
    pub id: EntryId,
    /// What it says.
    pub kind: EntryKind,
    /// About what.
    pub on: EntryOn,
    /// Why, in the words of whoever made it; mandatory.
    pub note: String,
    /// From when.
    pub since: Timestamp,
    /// Until when; `None` means that it never ends by itself.
    pub until: Option<Timestamp>,
    /// Who made it.
    pub origin: Origin,
    /// By whom exactly.
    pub actor: Actor,
    /// Somebody who is familiar vouched for this place: the first success there makes it familiar at once, and
    /// not only after an hour (checklist A24).
    pub is_vouched: bool,
}

impl SourceEntry {
    /// Whether it counts at `now`.
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// Which entry ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedEntry {
    /// Which.
    pub id: EntryId,
    /// What it said.
    pub kind: EntryKind,
    /// About what.
    pub on: EntryOn,
}

impl From<&SourceEntry> for EndedEntry {
    fn from(entry: &SourceEntry) -> Self {
        Self { id: entry.id, kind: entry.kind, on: entry.on }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_covers_what_both_of_its_halves_say() {
        let (rob, ann) = (AccountId::from_random(1), AccountId::from_random(2));
        let network: ClientNetwork = "192.0.2.0/24".parse().expect("a network");
        let inside: ClientAddress = "192.0.2.77".parse().expect("an address");
        let outside: ClientAddress = "192.0.3.77".parse().expect("an address");
        let pair = EntryOn::AccountAtNetwork { account: rob, network };
        for (on, account, address, expected) in [
            (EntryOn::Network(network), None, Some(inside), true),
            (EntryOn::Network(network), Some(ann), Some(inside), true),
            (EntryOn::Network(network), Some(ann), Some(outside), false),
            (EntryOn::Network(network), Some(ann), None, false),
            (EntryOn::Account(rob), Some(rob), Some(outside), true),
            (EntryOn::Account(rob), Some(rob), None, true),
            (EntryOn::Account(rob), Some(ann), Some(inside), false),
            (EntryOn::Account(rob), None, Some(inside), false),
            (pair, Some(rob), Some(inside), true),
            (pair, Some(rob), Some(outside), false),
            (pair, Some(ann), Some(inside), false),
            (pair, None, Some(inside), false),
        ] {
            assert_eq!(on.covers(account, address), expected, "{on:?} {account:?} {address:?}");
        }
    }
}
