//! The sign-in counters of one node: sharded, bounded, in memory.
//!
//! Each method looks up at most four records (account, address, network, reservation) under two short locks,
//! lets `postern_core::sign_in` decide and keeps what it left. Locks are always taken in the order source,
//! then account, and never two of a kind. What is learned leaves for the journal through
//! [`SignInTable::take_changed`]; password tags and attempts in flight never do. This file decides nothing.
//!
//! Memory, worst case (a test adds it up): one million accounts that all signed in cost 64 B each, 156 B for
//! the places they know and some 25 B of index; sources, unknown names and reservations are capped.

mod account_shard;
mod asked_by_people;
mod journal;
mod recent;
mod reservations;
pub(super) mod slab;
mod source_shard;
mod spray_watch;
#[cfg(test)]
mod tests;
mod tried_names;
mod unknown_names;

use std::borrow::Cow;
use std::hash::Hasher;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

use parking_lot::Mutex;
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::AccountId;
use postern_core::policy::SignInPolicy;
use postern_core::sign_in::attack_name::{NameStanding, TriedName};
use postern_core::sign_in::guess::{Guess, points_of, points_with};
use postern_core::sign_in::report::ReportFacts;
use postern_core::sign_in::source::SourceFacts;
use postern_core::sign_in::spray::{SprayChange, SprayMode, SprayStanding};
use postern_core::sign_in::{Attempt, Counted, Lane, Outcome, Phase, Settled, SignInStanding, SignInVerdict};
use postern_core::spread::{shard_of, spread};
use postern_core::time::Timestamp;
use postern_engine::ports::counters::{AccountKey, CountersSize};
use siphasher::sip::SipHasher13;

use account_shard::{AccountShard, Who};
use source_shard::{Network, SourceShard, Whereabouts};
use spray_watch::SprayWatch;

/// Shards of either kind; a power of two. With 64, two of eight busy threads meet in one step of a hundred.
const SHARDS: usize = 64;

/// Bounds of the table.
#[derive(Clone, Copy, Debug)]
pub struct SignInLimits {
    /// Addresses and networks that are scored at once. 262,144 of 64 bytes are 16 MiB (signin reference, c.7: 48
    /// without the counts of names and accounts).
    pub sources_max: usize,
    /// Attempts in flight at once, over all accounts. A busy site has hundreds; each costs 24 bytes.
    pub reservations_max: usize,
}

impl Default for SignInLimits {
    fn default() -> Self {
        Self { sources_max: 262_144, reservations_max: 65_536 }
    }
}

/// Sign-in counters per account, unknown name and source.
pub struct SignInTable {
    key: [u8; 16],
    accounts: Box<[Mutex<AccountShard>]>,
    sources: Box<[Mutex<SourceShard>]>,
    spray: SprayWatch,
    /// How often names were added to the site's own, in eight bits: attack names are compared with them again.
    names_generation: AtomicU8,
    /// The shard that the next journal round starts with, so that none starves.
    next_taken: AtomicUsize,
}

impl SignInTable {
    /// An empty table. The key has to be the site's own and the same after a restart: what accounts know of
    /// places is stored as hashes under it.
    pub fn new(key: [u8; 16], limits: SignInLimits) -> Self {
        let account_shard = |_| Mutex::new(AccountShard::new(limits.reservations_max.div_ceil(SHARDS)));
        let source_shard = |_| Mutex::new(SourceShard::new(key, limits.sources_max.div_ceil(SHARDS)));
        Self {
            key,
            accounts: (0..SHARDS).map(account_shard).collect(),
            sources: (0..SHARDS).map(source_shard).collect(),
            spray: SprayWatch::new(),
            names_generation: AtomicU8::new(1),
            next_taken: AtomicUsize::new(0),
        }
    }

    /// An attempt asks to be let in. Before the check, an allow has debited a reservation, and
    /// [`SignInVerdict::Wait`] says that none is free: ask again when a report has come in.
    pub fn sign_in_asked(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        phase: Phase,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> SignInVerdict {
        let source = self.source_facts(attempt, policy, now);
        let policy = &*self.policy_now(policy);
        let who = self.who(who);
        let mut accounts = self.accounts[who.shard].lock();
        match phase {
            Phase::Before => accounts.ask_before(who, attempt, source.as_ref(), policy, now),
            Phase::After => accounts.ask_after(who, attempt, source.as_ref(), policy, now),
        }
    }

    fn source_facts(&self, attempt: &Attempt, policy: &SignInPolicy, now: Timestamp) -> Option<SourceFacts> {
        let place = self.whereabouts(attempt.source?);
        let facts = self.sources[place.shard].lock().facts(&place, policy, now.unix_s_u32());
        Some(SourceFacts { standing: attempt.standing, ..facts })
    }

    /// What became of an attempt. Settles what the ask reserved, exactly once.
    pub fn sign_in_reported(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        outcome: Outcome,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Settled {
        let now_s = now.unix_s_u32();
        let place = attempt.source.map(|address| self.whereabouts(address));
        // Held over the account's step, because what the source says and what it is charged is one step.
        let mut sources = place.as_ref().map(|place| self.sources[place.shard].lock());
        let source = match (&place, &mut sources) {
            (Some(place), Some(sources)) => {
                let standing = attempt.standing;
                Some(SourceFacts { standing, ..sources.facts(place, policy, now_s) })
            }
            (Some(_) | None, Some(_) | None) => None,
        };
        let who = self.who(who);
        let spray = self.spray.mode();
        let in_force = &*self.policy_now(policy);
        let facts = ReportFacts {
            attempt,
            outcome,
            held: None,
            source: source.as_ref(),
            policy: in_force,
            spray,
            now,
        };
        let mut accounts = self.accounts[who.shard].lock();
        let mut report = accounts.reported(who, facts);
        let counted = report.settled.counted;
        let is_guess = matches!(counted, Counted::Fresh | Counted::Repeat);
        let mut name = if who.is_known { TriedName::Known } else { TriedName::Unknown };
        if let (false, true, Some(place)) = (who.is_known, is_guess, &place) {
            let tag = (place.neighbourhood.hash >> 48) as u16;
            let generation = self.names_generation.load(Ordering::Relaxed);
            match accounts.tried_names.tried(who.hash, who.key, tag, generation, now_s) {
                NameStanding::Unknown => {}
                NameStanding::Candidate => report.settled.is_name_candidate = true,
                NameStanding::Attack => name = TriedName::Attack,
            }
        }
        drop(accounts);
        if counted == Counted::Fresh && who.is_known && report.settled.lane == Lane::Unfamiliar {
            self.spray.tried(who.hash, now_s);
        }
        if let (Some(place), Some(sources)) = (&place, &mut sources) {
            let guess = Guess {
                points: points_with(attempt.vouch, points_of(counted, name)),
                target_hash: who.hash,
                name,
            };
            if counted == Counted::Success {
                sources.credit(place, who.hash, report.credit, now_s);
            } else if guess.points > 0.0 && attempt.standing.is_scored {
                report.settled.source_blocks = sources.charge(place, &guess, policy, now_s);
            }
        }
        report.settled
    }

    /// A person unlocked both lanes. Attempts that are being verified go on and count no more.
    pub fn sign_in_unlocked(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().unlocked(who, policy, now);
    }

    /// After a restart: a lane is locked (or closed, with no end) as its open restriction says. Call it after
    /// [`SignInTable::restore`].
    pub fn sign_in_lock_restored(&self, account: AccountId, lane: Lane, until: Option<Timestamp>) {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().lock_restored(who, lane, until);
    }

    /// A person lifted the blocks of a network: its own, and those of every address and network within it. Looks
    /// at every source, a shard at a time: some milliseconds for a full table, and only when a person acts.
    pub fn source_unblocked(&self, network: ClientNetwork, now: Timestamp) {
        for shard in &self.sources {
            shard.lock().unblock(network, now.unix_s_u32());
        }
    }

    /// After a restart: a network is blocked as its open restriction says. Call it after
    /// [`SignInTable::restore`]; a network that is never scored (no address, /64, /24 or /48) is passed over.
    pub fn source_block_restored(&self, network: ClientNetwork, until: Timestamp, now: Timestamp) {
        let whereabouts = self.whereabouts(ClientAddress::new(network.first()));
        let scored = [whereabouts.unit, whereabouts.neighbourhood];
        if let Some(scored) = scored.iter().find(|scored| scored.network == network) {
            let mut sources = self.sources[whereabouts.shard].lock();
            sources.restore_block(scored, until.unix_s_u32(), now.unix_s_u32());
        }
    }

    /// How the account stands.
    pub fn sign_in_standing(
        &self,
        account: AccountId,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> SignInStanding {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().standing(who, &self.policy_now(policy), now)
    }

    /// The account's password was replaced.
    pub fn password_replaced(&self, account: AccountId) {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().password_replaced(who);
    }

    /// A timer looks whether many accounts are being tried; a change is told once.
    pub fn spray_watched(&self, accounts: u64, policy: &SignInPolicy, now: Timestamp) -> Option<SprayChange> {
        self.spray.look(accounts, policy, now)
    }

    /// Whether many accounts are being tried, and how many.
    pub fn spray_standing(&self, now: Timestamp) -> SprayStanding {
        self.spray.standing(now)
    }

    /// A candidate was compared with the site's names: it is like one of them, or only attackers use it.
    pub fn name_judged(&self, name_hash: u64, is_like_ours: bool) {
        let who = self.who(AccountKey::UnknownName(name_hash));
        let generation = self.names_generation.load(Ordering::Relaxed);
        self.accounts[who.shard].lock().tried_names.judged(who.hash, who.key, is_like_ours, generation);
    }

    /// The site has a name more: attack names are compared with it before they count again.
    pub fn name_added(&self) {
        self.names_generation.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether a success within the window came from an unfamiliar source.
    pub fn signed_in_unfamiliar(&self, account: AccountId, window_s: u64, now: Timestamp) -> bool {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().signed_in_unfamiliar(who, window_s, now.unix_s_u32())
    }

    /// Forgets a deleted account. Its journal entry becomes one without bytes.
    pub fn forget(&self, account: AccountId) {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().forget(who, account);
    }

    /// Accounts, sources and bytes; the sending half of the counters adds its own.
    pub fn size(&self) -> CountersSize {
        let mut size =
            CountersSize { bytes: size_of::<Self>() + self.spray.bytes(), ..CountersSize::default() };
        for shard in &self.accounts {
            let shard = shard.lock();
            size.sign_in_accounts += shard.len();
            size.bytes += shard.bytes();
            size.gave_way += shard.gave_way();
        }
        for shard in &self.sources {
            let shard = shard.lock();
            size.sources += shard.len();
            size.bytes += shard.bytes();
            size.gave_way += shard.gave_way();
        }
        size
    }

    /// The policy in force: stricter while a spray goes on. It is copied only then.
    fn policy_now<'a>(&self, policy: &'a SignInPolicy) -> Cow<'a, SignInPolicy> {
        match self.spray.mode() {
            SprayMode::Calm => Cow::Borrowed(policy),
            SprayMode::Spray => Cow::Owned(policy.during_spray()),
        }
    }

    fn who(&self, key: AccountKey) -> Who {
        let (is_known, number) = match key {
            AccountKey::Account(account) => (true, account.as_u64()),
            // The top bit keeps the two apart where they share a table: ids have fifty bits.
            AccountKey::UnknownName(name_hash) => (false, name_hash | 1 << 63),
        };
        let hash = spread(number);
        Who { is_known, key: number, hash, shard: shard_of(hash, SHARDS) }
    }

    fn whereabouts(&self, address: ClientAddress) -> Whereabouts {
        let (unit, neighbourhood) = (address.unit(), address.neighbourhood());
        let hash = hash_network(&self.key, neighbourhood);
        Whereabouts {
            unit: Network { network: unit, hash: hash_network(&self.key, unit) },
            neighbourhood: Network { network: neighbourhood, hash },
            // Both records of an address lie in the shard of its neighbourhood: one lock serves both.
            shard: shard_of(hash, SHARDS),
        }
    }

    fn next_shard(&self) -> usize {
        self.next_taken.fetch_add(1, Ordering::Relaxed) % SHARDS
    }
}

/// Keyed, because strangers choose addresses. Two networks never share their key bytes.
fn hash_network(key: &[u8; 16], network: ClientNetwork) -> u64 {
    let mut hasher = SipHasher13::new_with_key(key);
    hasher.write(&network.key_bytes());
    hasher.finish()
}
