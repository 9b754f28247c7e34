//! Every open restriction in memory, found by account in one short lookup.
//!
//! Accounts without a restriction are not in here at all, so for almost every request this is a probe into a
//! small table. Blocks of networks are beside them, found by id. It deliberately does not know how a restriction came about or who is told of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};
use postern_core::address::ClientAddress;
use postern_core::ids::{AccountId, RestrictionId};
use postern_core::protocol::{Protocol, Protocols};
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::spread::{MintedMap, shard_of, spread};
use postern_core::time::Timestamp;

const SHARDS: usize = 64;

type Shard = RwLock<MintedMap<AccountId, Vec<Arc<Restriction>>>>;

/// The open restrictions of this node.
pub struct OpenRestrictions {
    shards: Vec<Shard>,
    /// Blocks of networks. No gate looks here: those by rules are in the counters, those by hand in
    /// [`super::SourceLists`].
    networks: RwLock<MintedMap<RestrictionId, Arc<Restriction>>>,
    /// Ends that lie ahead, earliest first, for the sweep.
    ends: Mutex<BTreeSet<(Timestamp, RestrictionId, Option<AccountId>)>>,
}

/// What is in force on an account's sending.
#[derive(Clone, Debug, Default)]
pub struct SendingInForce {
    /// What refuses it.
    pub restricted: Option<Arc<Restriction>>,
    /// The score slows it.
    pub is_slowed: bool,
    /// A restriction is proposed, and a person is asked.
    pub is_held_back: bool,
    /// What forbids signing in, at all or for sending, so that a session that is open already has to end.
    pub sign_in_blocked: Option<Arc<Restriction>>,
}

impl Default for OpenRestrictions {
    fn default() -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Shard::default()).collect(),
            networks: RwLock::default(),
            ends: Mutex::default(),
        }
    }
}

impl OpenRestrictions {
    fn shard(&self, account: AccountId) -> &Shard {
        &self.shards[shard_of(spread(account.as_u64()), SHARDS)]
    }

    /// The restriction of this kind that is in force on the account at `now`.
    pub fn in_force(
        &self,
        account: AccountId,
        kind: RestrictionKind,
        now: Timestamp,
    ) -> Option<Arc<Restriction>> {
        let shard = self.shard(account).read();
        let of_account = shard.get(&account)?;
        of_account.iter().find(|row| row.kind == kind && row.is_in_force(now)).cloned()
    }

    /// What says that the password is void, is a temporary one or was one, whether or not its end has come: between the end and
    /// its event it refuses as before. What voids it comes first: then it opens not even the page that sets another.
    pub fn password_change(&self, account: AccountId) -> Option<Arc<Restriction>> {
        let shard = self.shard(account).read();
        let rows = shard.get(&account)?;
        let of_password = rows.iter().filter(|row| row.kind == RestrictionKind::PasswordChangeRequired);
        of_password.max_by_key(|row| row.voids_password()).cloned()
    }

    /// The protocols that are switched off for the account at `now`.
    pub fn protocols_off(&self, account: AccountId, now: Timestamp) -> Protocols {
        let shard = self.shard(account).read();
        let rows = shard.get(&account).into_iter().flatten().filter(|row| row.is_in_force(now));
        let protocol = |row: &Arc<Restriction>| {
            if let RestrictionKind::ProtocolOff(protocol) = row.kind { Some(protocol) } else { None }
        };
        rows.filter_map(protocol).collect()
    }

    /// What is in force on the account's sending at `now`.
    pub fn sending_in_force(&self, account: AccountId, now: Timestamp) -> SendingInForce {
        let shard = self.shard(account).read();
        let Some(of_account) = shard.get(&account) else { return SendingInForce::default() };
        let in_force = |kind| of_account.iter().find(|row| row.kind == kind && row.is_in_force(now));
        SendingInForce {
            restricted: in_force(RestrictionKind::SendingRestricted).cloned(),
            is_slowed: in_force(RestrictionKind::SendingSlowed).is_some(),
            is_held_back: in_force(RestrictionKind::SendingProposed).is_some(),
            sign_in_blocked: in_force(RestrictionKind::SignInBlocked)
                .or_else(|| in_force(RestrictionKind::ProtocolOff(Protocol::Submission)))
                .cloned(),
        }
    }

    /// What a person closed for this account: signing in at all, and signing in from this address.
    pub fn blocks_by_hand(
        &self,
        account: AccountId,
        address: Option<ClientAddress>,
        now: Timestamp,
    ) -> (Option<Arc<Restriction>>, Option<Arc<Restriction>>) {
        let shard = self.shard(account).read();
        let Some(rows) = shard.get(&account) else { return (None, None) };
        let in_force = |kind| rows.iter().filter(move |row| row.kind == kind && row.is_in_force(now));
        let holds = |row: &&Arc<Restriction>| {
            row.entity.network().zip(address).is_some_and(|(network, address)| network.holds(address))
        };
        (
            in_force(RestrictionKind::SignInBlocked).next().cloned(),
            in_force(RestrictionKind::AddressBlock).find(holds).cloned(),
        )
    }

    /// Every block of a source, of networks and of pairs, ended by time or not.
    pub fn source_blocks(&self) -> Vec<Arc<Restriction>> {
        let mut blocks: Vec<_> = self.networks.read().values().cloned().collect();
        for shard in &self.shards {
            let shard = shard.read();
            let rows = shard.values().flatten();
            blocks.extend(rows.filter(|row| row.kind == RestrictionKind::AddressBlock).cloned());
        }
        blocks
    }

    /// How many accounts have a restriction of one of these kinds in force at `now`.
    pub fn count_accounts_with(&self, kinds: &[RestrictionKind], now: Timestamp) -> usize {
        let counts = |rows: &&Vec<Arc<Restriction>>| {
            rows.iter().any(|row| kinds.contains(&row.kind) && row.is_in_force(now))
        };
        self.shards.iter().map(|shard| shard.read().values().filter(counts).count()).sum()
    }

    /// How many blocks of networks.
    pub fn network_count(&self) -> usize {
        self.networks.read().len()
    }

    /// Everything open on the account, ended by time or not.
    pub fn of_account(&self, account: AccountId) -> Vec<Restriction> {
        let shard = self.shard(account).read();
        shard.get(&account).map_or_else(Vec::new, |rows| rows.iter().map(|row| (**row).clone()).collect())
    }

    /// Adds a restriction on an account, a pair or a network. A row on a domain is not kept here.
    pub fn insert(&self, restriction: Restriction) {
        self.insert_unless(restriction, |_| false);
    }

    /// Adds a restriction unless `covered` holds for one that is open already: two requests that cross a
    /// threshold together start one restriction. Returns whichever is in force now, and whether it is new.
    pub fn insert_unless(
        &self,
        restriction: Restriction,
        covered: impl Fn(&Restriction) -> bool,
    ) -> Option<(Arc<Restriction>, bool)> {
        let Some(account) = restriction.account() else {
            restriction.entity.network()?;
            return Some(self.insert_of_network(restriction));
        };
        let mut shard = self.shard(account).write();
        let rows = shard.entry(account).or_default();
        if let Some(known) = rows.iter().find(|row| row.id == restriction.id || covered(row)) {
            return Some((known.clone(), false));
        }
        if let Some(until) = restriction.until {
            self.ends.lock().insert((until, restriction.id, Some(account)));
        }
        let row = Arc::new(restriction);
        rows.push(row.clone());
        Some((row, true))
    }

    fn insert_of_network(&self, restriction: Restriction) -> (Arc<Restriction>, bool) {
        let mut networks = self.networks.write();
        if let Some(known) = networks.get(&restriction.id) {
            return (known.clone(), false);
        }
        if let Some(until) = restriction.until {
            self.ends.lock().insert((until, restriction.id, None));
        }
        let row = Arc::new(restriction);
        networks.insert(row.id, row.clone());
        (row, true)
    }

    /// One restriction, on an account or (without one) on a network.
    pub fn find(&self, account: Option<AccountId>, id: RestrictionId) -> Option<Arc<Restriction>> {
        let Some(account) = account else { return self.networks.read().get(&id).cloned() };
        let shard = self.shard(account).read();
        shard.get(&account)?.iter().find(|row| row.id == id).cloned()
    }

    /// Takes a restriction out, on an account or (without one) on a network; returns it if it was there.
    pub fn remove(&self, account: Option<AccountId>, id: RestrictionId) -> Option<Arc<Restriction>> {
        let row = match account {
            Some(account) => {
                let mut shard = self.shard(account).write();
                let rows = shard.get_mut(&account)?;
                let position = rows.iter().position(|row| row.id == id)?;
                let row = rows.swap_remove(position);
                if rows.is_empty() {
                    shard.remove(&account);
                }
                row
            }
            None => self.networks.write().remove(&id)?,
        };
        if let Some(until) = row.until {
            self.ends.lock().remove(&(until, id, account));
        }
        Some(row)
    }

    /// Takes out everything of a deleted account.
    pub fn remove_account(&self, account: AccountId) {
        let rows = self.shard(account).write().remove(&account).unwrap_or_default();
        let mut ends = self.ends.lock();
        for row in rows {
            if let Some(until) = row.until {
                ends.remove(&(until, row.id, Some(account)));
            }
        }
    }

    /// At most `max` restrictions whose end has come; each is given out once.
    pub fn take_ended(&self, now: Timestamp, max: usize) -> Vec<(Option<AccountId>, RestrictionId)> {
        let mut ends = self.ends.lock();
        let mut ended = Vec::new();
        while ended.len() < max && ends.first().is_some_and(|(until, ..)| *until <= now) {
            ended.extend(ends.pop_first().map(|(_, id, account)| (account, id)));
        }
        ended
    }

    /// The next end that lies ahead.
    pub fn next_end(&self) -> Option<Timestamp> {
        self.ends.lock().first().map(|&(until, ..)| until)
    }

    /// How many restrictions.
    pub fn len(&self) -> usize {
        let of_accounts: usize =
            self.shards.iter().map(|shard| shard.read().values().map(Vec::len).sum::<usize>()).sum();
        of_accounts + self.networks.read().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Accounts with a restriction of this kind in force.
    pub fn accounts_with(&self, kind: RestrictionKind, now: Timestamp) -> Vec<(AccountId, Arc<Restriction>)> {
        let mut found = Vec::new();
        for shard in &self.shards {
            for (&account, rows) in shard.read().iter() {
                if let Some(row) = rows.iter().find(|row| row.kind == kind && row.is_in_force(now)) {
                    found.push((account, row.clone()));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::restriction::{Actor, Entity, Origin, Reason};

    fn restriction(id: u64, until_s: Option<i64>) -> Restriction {
        Restriction {
            id: RestrictionId::from_random(id),
            entity: Entity::Account(AccountId::from_random(7)),
            kind: RestrictionKind::SendingRestricted,
            reason: Reason::NovelRecipientsHour { count: 31, limit: 30 },
            evidence: Vec::new(),
            since: Timestamp::default(),
            until: until_s.map(Timestamp::from_unix_s),
            origin: Origin::Rule,
            actor: Actor::Rule,
        }
    }

    #[test]
    fn two_requests_that_cross_together_start_one_restriction() {
        let open = OpenRestrictions::default();
        let same_kind = |row: &Restriction| row.kind == RestrictionKind::SendingRestricted;
        let (_, first_is_new) = open.insert_unless(restriction(1, None), same_kind).expect("on an account");
        let (kept, second_is_new) =
            open.insert_unless(restriction(2, None), same_kind).expect("on an account");
        assert!(first_is_new && !second_is_new);
        assert_eq!(kept.id, RestrictionId::from_random(1));
        assert_eq!(open.len(), 1);
    }

    #[test]
    fn an_end_that_has_come_is_not_in_force_and_is_found_by_the_sweep() {
        let open = OpenRestrictions::default();
        let account = AccountId::from_random(7);
        open.insert(restriction(1, Some(100)));
        let at = Timestamp::from_unix_s;
        assert!(open.in_force(account, RestrictionKind::SendingRestricted, at(99)).is_some());
        assert!(open.in_force(account, RestrictionKind::SendingRestricted, at(100)).is_none());
        assert_eq!(open.next_end(), Some(at(100)));
        assert_eq!(open.take_ended(at(99), 10), []);
        assert_eq!(open.take_ended(at(100), 10), [(Some(account), RestrictionId::from_random(1))]);
        assert_eq!(open.take_ended(at(100), 10), [], "given out once");
        open.remove(Some(account), RestrictionId::from_random(1));
        assert_eq!(open.next_end(), None);
        assert!(open.is_empty());
    }

    #[test]
    fn a_block_of_a_network_and_one_of_a_pair_are_kept_with_what_they_are_on() {
        let open = OpenRestrictions::default();
        let account = AccountId::from_random(7);
        let network = "192.0.2.0/24".parse().expect("a network");
        let block = |id, entity| Restriction {
            entity,
            kind: RestrictionKind::AddressBlock,
            ..restriction(id, Some(100))
        };
        open.insert(block(1, Entity::Network(network)));
        open.insert(block(2, Entity::AccountAtNetwork { account, network }));
        let at = Timestamp::from_unix_s;
        let pair = |address: &str, now| open.blocks_by_hand(account, address.parse().ok(), at(now)).1;
        assert_eq!(pair("192.0.2.9", 99).map(|row| row.id), Some(RestrictionId::from_random(2)));
        assert!(pair("192.0.3.9", 99).is_none() && pair("192.0.2.9", 100).is_none());
        assert!(open.blocks_by_hand(AccountId::from_random(8), None, at(1)).1.is_none());
        assert_eq!((open.len(), open.network_count(), open.source_blocks().len()), (2, 1, 2));
        let mut ended = open.take_ended(at(100), 10);
        ended.sort_unstable();
        assert_eq!(
            ended,
            [(None, RestrictionId::from_random(1)), (Some(account), RestrictionId::from_random(2))]
        );
        for (account, id) in ended {
            assert!(open.find(account, id).is_some());
            assert!(open.remove(account, id).is_some() && open.remove(account, id).is_none());
        }
        assert!(open.is_empty());
    }
}
