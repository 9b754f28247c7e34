//! Scores of addresses and networks: bounded, and a block is never pushed out.
//!
//! From nine tenths on, a new address is scored only with its network, unless a record that says nothing any
//! more gives up its place. Networks go on to the brim and then push out the record that is worth least of a
//! few looked at in turn. Credits never make room.

use std::collections::VecDeque;

use postern_core::address::ClientNetwork;
use postern_core::policy::SignInPolicy;
use postern_core::precedence::SourceStanding;
use postern_core::sign_in::SourceBlock;
use postern_core::sign_in::familiar::Place;
use postern_core::sign_in::guess::Guess;
use postern_core::sign_in::source::{ScoreStanding, SourceFacts, SourceRecord};

use super::hash_network;
use super::slab::Slab;

/// Records looked at for one that may go. Looking at all of them would cost an attacker nothing and us 20 us.
const LOOKED_AT: usize = 16;

/// A network and its keyed hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Network {
    pub(super) network: ClientNetwork,
    pub(super) hash: u64,
}

/// Where an attempt comes from, as the table sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whereabouts {
    pub(super) unit: Network,
    pub(super) neighbourhood: Network,
    pub(super) shard: usize,
}

/// What may give way to a new record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressure {
    /// Nothing: the new record can do without.
    None,
    /// Records that say nothing any more.
    Worthless,
    /// The record that says least.
    Least,
}

/// The sources of one shard.
pub(super) struct SourceShard {
    key: [u8; 16],
    sources: Slab<SourceRecord>,
    max: usize,
    cursor: usize,
    /// Records that said something and gave way, and charges for which there was no room.
    gave_way: u64,
    changed: VecDeque<u32>,
}

impl SourceShard {
    pub(super) fn new(key: [u8; 16], max: usize) -> Self {
        Self { key, sources: Slab::new(), max: max.max(1), cursor: 0, gave_way: 0, changed: VecDeque::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.sources.len()
    }

    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + self.sources.bytes() + self.changed.capacity() * size_of::<u32>()
    }

    pub(super) fn gave_way(&self) -> u64 {
        self.gave_way
    }

    fn find(&self, network: &Network) -> Option<u32> {
        self.sources.find(network.hash, |record| record.is_of(network.network))
    }

    /// What the source says about an attempt. Times that a clock set back has left in the future are put right
    /// first: attempts that a block refuses are never charged, so nothing else would.
    pub(super) fn facts(&mut self, place: &Whereabouts, policy: &SignInPolicy, now_s: u32) -> SourceFacts {
        let mut facts = SourceFacts {
            network: place.unit.network,
            place: Place {
                unit: (place.unit.hash >> 32) as u32,
                neighbourhood: (place.neighbourhood.hash >> 32) as u32,
            },
            blocked_until_s: None,
            observed_until_s: None,
            may_be_learned: true,
            standing: SourceStanding::default(),
        };
        for network in [&place.unit, &place.neighbourhood] {
            if let Some(slot) = self.find(network) {
                let record = self.sources.at_mut(slot);
                record.heal_clock(now_s);
                facts.blocked_until_s = facts.blocked_until_s.max(record.blocked_until_s(now_s));
                facts.may_be_learned &= record.may_be_learned(policy, now_s);
            }
        }
        if policy.only_observes_sources() {
            facts.observed_until_s = facts.blocked_until_s.take();
        }
        facts
    }

    /// How the unit and its neighbourhood stand, as far as they are scored.
    pub(super) fn standings(
        &mut self,
        place: &Whereabouts,
        policy: &SignInPolicy,
        now_s: u32,
    ) -> Vec<ScoreStanding> {
        let networks = [&place.unit, &place.neighbourhood];
        let slots = networks.map(|network| self.find(network));
        slots.into_iter().flatten().map(|slot| self.sources.at(slot).standing(policy, now_s)).collect()
    }

    /// A guess costs its source and the network around it; answers the blocks that started.
    pub(super) fn charge(
        &mut self,
        place: &Whereabouts,
        guess: &Guess,
        policy: &SignInPolicy,
        now_s: u32,
    ) -> Vec<SourceBlock> {
        let mut blocks = Vec::new();
        for (network, pressure) in
            [(&place.unit, Pressure::Worthless), (&place.neighbourhood, Pressure::Least)]
        {
            if let Some(slot) = self.find_or_make(network, pressure, now_s) {
                blocks.extend(self.sources.at_mut(slot).charge(guess, policy, now_s));
                self.note_change(slot);
            }
        }
        blocks
    }

    /// A person lifted the blocks of `network`: its own and those of every smaller one within.
    pub(super) fn unblock(&mut self, network: ClientNetwork, now_s: u32) {
        for slot in 0..self.sources.slots() as u32 {
            // A source gives up its slot only to another, so every slot holds one.
            let record = self.sources.at_mut(slot);
            if network.covers(record.network()) && record.unblock(now_s) {
                self.note_change(slot);
            }
        }
    }

    /// Blocked until then, as an open restriction says.
    pub(super) fn restore_block(&mut self, network: &Network, until_s: u32, now_s: u32) {
        if let Some(slot) = self.find_or_make(network, Pressure::Least, now_s) {
            self.sources.at_mut(slot).restore_block(until_s);
            self.note_change(slot);
        }
    }

    /// A success gives its source credit and room.
    pub(super) fn credit(&mut self, place: &Whereabouts, account_hash: u64, points: f32, now_s: u32) {
        for network in [&place.unit, &place.neighbourhood] {
            if let Some(slot) = self.find_or_make(network, Pressure::None, now_s)
                && self.sources.at_mut(slot).credit(account_hash, points, now_s)
            {
                self.note_change(slot);
            }
        }
    }

    fn note_change(&mut self, slot: u32) {
        if self.sources.at_mut(slot).mark() {
            self.changed.push_back(slot);
        }
    }

    fn find_or_make(&mut self, network: &Network, pressure: Pressure, now_s: u32) -> Option<u32> {
        if let Some(slot) = self.find(network) {
            return Some(slot);
        }
        let key = self.key;
        let rehash = move |record: &SourceRecord| hash_network(&key, record.network());
        let has_room = match pressure {
            Pressure::None | Pressure::Worthless => self.len() < self.max - self.max / 10,
            Pressure::Least => self.len() < self.max,
        };
        let fresh = SourceRecord::new(network.network);
        if has_room {
            return Some(self.sources.insert(network.hash, fresh, rehash));
        }
        let Some(slot) = self.one_that_may_go(pressure, now_s) else {
            self.gave_way += u64::from(pressure == Pressure::Least);
            return None;
        };
        self.gave_way += u64::from(self.sources.at(slot).worth(now_s) != Some(0.0));
        let old_hash = rehash(self.sources.at(slot));
        self.sources.replace(slot, old_hash, network.hash, fresh, rehash);
        Some(slot)
    }

    /// Of the next few records the one that is worth least, then the oldest; never a block.
    fn one_that_may_go(&mut self, pressure: Pressure, now_s: u32) -> Option<u32> {
        if pressure == Pressure::None {
            return None;
        }
        let slots = self.sources.slots();
        let mut least: Option<(f32, u32, u32)> = None;
        for _ in 0..LOOKED_AT.min(slots) {
            let slot = self.cursor as u32;
            self.cursor = (self.cursor + 1) % slots;
            let record = self.sources.at(slot);
            let Some(worth) = record.worth(now_s) else { continue };
            if least.is_none_or(|(lowest, oldest_s, _)| {
                worth < lowest || (worth == lowest && record.last_s() < oldest_s)
            }) {
                least = Some((worth, record.last_s(), slot));
            }
        }
        let (worth, _, slot) = least?;
        (worth == 0.0 || pressure == Pressure::Least).then_some(slot)
    }

    /// The next changed record, for the journal.
    pub(super) fn take_changed(&mut self) -> Option<&SourceRecord> {
        while let Some(slot) = self.changed.pop_front() {
            if self.sources.at_mut(slot).unmark() {
                return Some(self.sources.at(slot));
            }
        }
        None
    }

    /// Puts a stored record back, while there is room.
    pub(super) fn restore(&mut self, network: Network, record: SourceRecord) {
        if let Some(slot) = self.find(&network) {
            *self.sources.at_mut(slot) = record;
        } else if self.len() < self.max {
            let key = self.key;
            self.sources.insert(network.hash, record, move |record| hash_network(&key, record.network()));
        }
    }
}
