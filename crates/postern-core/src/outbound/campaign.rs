//! Campaigns: the same new text or link from several accounts at once (checklist G23, the idea of COMPA, NDSS 2013).
//!
//! One hijacked account may look like a busy owner; three that begin to send the same thing to outsiders within an hour
//! do not. What an organisation's people have in common by itself must not count, so a text or link is a campaign only
//! - **new**: first seen within the last 24 hours. A signature, a disclaimer, a link to the shop in everybody's footer is
//!   older on its second day, and stays known for as long as it is used at least every week;
//! - **spread**: three accounts within an hour, each with it to at least ten recipients outside. Three colleagues who
//!   pass on a link to a friend are far from it;
//! - **to outsiders**: what goes round in the house is the house's own affair, and never looked at.
//!
//! For the first day of its life the table only learns what is in use. It holds hashes of texts and no text, is in
//! memory only, and never grows beyond [`ITEMS_MAX`] items. What an item is, [`super::content`] knows.

use std::collections::HashMap;

use smallvec::SmallVec;

use crate::ids::AccountId;
use crate::restriction::{Evidence, EvidenceKind};
use crate::time::{Span, Timestamp};

/// So many accounts make a campaign (outbound reference, c4).
pub const ACCOUNTS_MIN: usize = 3;
/// Within this time (c4).
const WINDOW: Span = Span::from_s(3_600);
/// Points for each of them (c4).
const POINTS: u8 = 60;
/// Each of them to so many recipients outside: normal accounts write to 5 to 27 people in their busiest hour (c5, the
/// 99th percentiles), seldom the same to all of them.
pub const OUTSIDERS_MIN: u32 = 10;
/// An item that is in use for longer is the house's own.
const NEW_FOR: Span = Span::from_days(1);
/// An item that nobody uses for so long (at least) is forgotten.
const KEPT_FOR: Span = Span::from_days(7);
/// Most items: a site's mail of some days, in about 6 MiB.
pub const ITEMS_MAX: usize = 1 << 16;
/// Most accounts of one item that are told apart; a large campaign has been told of long before.
const SENDERS_MAX: usize = 8;

/// Items that were seen lately, in two generations: the older one is dropped whole when the younger is full or old.
#[derive(Debug)]
pub struct Campaigns {
    young: HashMap<u64, Item>,
    old: HashMap<u64, Item>,
    began: Timestamp,
    turned: Timestamp,
}

#[derive(Clone, Debug)]
struct Item {
    first: Timestamp,
    senders: SmallVec<[Sender; ACCOUNTS_MIN]>,
}

#[derive(Clone, Copy, Debug)]
struct Sender {
    account: AccountId,
    outsiders: u32,
    since: Timestamp,
    is_blamed: bool,
}

/// Who takes part in a campaign, newly known.
pub type Blamed = SmallVec<[(AccountId, Evidence); ACCOUNTS_MIN]>;

impl Campaigns {
    /// An empty table, which knows nothing of the house yet.
    pub fn new(now: Timestamp) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), began: now, turned: now }
    }

    /// An account sent this item to so many recipients outside the house. Who is now known to take part in a campaign:
    /// this account, and at the third also those before it; each once.
    pub fn saw(&mut self, item: u64, account: AccountId, outsiders: u32, now: Timestamp) -> Blamed {
        let mut blamed = Blamed::new();
        if outsiders == 0 {
            return blamed;
        }
        self.turn(now);
        let knows_the_house = now.since(self.began) >= NEW_FOR;
        let known = self.young.remove(&item).or_else(|| self.old.remove(&item));
        let mut known = known.unwrap_or_else(|| Item { first: now, senders: SmallVec::new() });
        if now.since(known.first) < NEW_FOR {
            known.note(account, outsiders, now);
            if knows_the_house {
                known.blame(now, &mut blamed);
            }
        } else {
            known.senders = SmallVec::new();
        }
        self.young.insert(item, known);
        blamed
    }

    /// How many items are held.
    pub fn len(&self) -> usize {
        self.young.len() + self.old.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn turn(&mut self, now: Timestamp) {
        if self.young.len() >= ITEMS_MAX / 2 || now.since(self.turned) >= KEPT_FOR {
            self.old = std::mem::take(&mut self.young);
            self.turned = now;
        }
    }
}

impl Item {
    fn note(&mut self, account: AccountId, outsiders: u32, now: Timestamp) {
        self.senders.retain(|sender| now.since(sender.since) < WINDOW);
        let has_room = self.senders.len() < SENDERS_MAX;
        match self.senders.iter_mut().find(|sender| sender.account == account) {
            Some(sender) => sender.outsiders = sender.outsiders.saturating_add(outsiders),
            None if has_room => {
                self.senders.push(Sender { account, outsiders, since: now, is_blamed: false });
            }
            None => {}
        }
    }

    fn blame(&mut self, now: Timestamp, blamed: &mut Blamed) {
        let takes_part = |sender: &Sender| sender.outsiders >= OUTSIDERS_MIN;
        let count = self.senders.iter().filter(|sender| takes_part(sender)).count();
        if count < ACCOUNTS_MIN {
            return;
        }
        let evidence = Evidence {
            kind: EvidenceKind::SameContent,
            points: POINTS,
            at: now,
            source: None,
            count: count as u32,
            region: None,
        };
        for sender in self.senders.iter_mut().filter(|sender| takes_part(sender) && !sender.is_blamed) {
            sender.is_blamed = true;
            blamed.push((sender.account, evidence.clone()));
        }
    }
}

#[cfg(test)]
mod tests;
