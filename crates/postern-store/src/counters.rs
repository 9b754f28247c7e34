//! The counters of one node, in memory: sign-in, sending, travels and compromise in tables of their own, each
//! sharded and bounded.
//!
//! This file only joins them; what they hold and when they forget is in the tables.

pub mod compromise_table;
pub mod sending_table;
pub mod sign_in_table;
pub mod travel_table;

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::compromise::{CompromiseStanding, Judgement};
use postern_core::geo::Region;
use postern_core::ids::AccountId;
use postern_core::outbound::{Grace, Recipient, SendingStanding};
use postern_core::policy::{CompromisePolicy, SignInPolicy};
use postern_core::precedence::Foreseen;
use postern_core::restriction::Evidence;
use postern_core::sign_in::source::ScoreStanding;
use postern_core::sign_in::spray::{SprayChange, SprayStanding};
use postern_core::sign_in::travels::Arrival;
use postern_core::sign_in::{Attempt, Lane, Outcome, Phase, Settled, SignInStanding, SignInVerdict};
use postern_core::time::Timestamp;
use postern_engine::ports::counters::{CountersSize, EvidenceAsk, EvidenceSeen};
use postern_engine::ports::{AccountKey, Counters, JournalEntry, SendingAsk, SendingDecision};

use compromise_table::CompromiseTable;
use sending_table::SendingTable;
use sign_in_table::{SignInLimits, SignInTable};
use travel_table::TravelTable;

/// The counters of one node.
pub struct MemoryCounters {
    sign_in: SignInTable,
    sending: SendingTable,
    travels: TravelTable,
    compromise: CompromiseTable,
}

impl MemoryCounters {
    /// Empty tables. `site_key` is the site's own and the same after a restart: what accounts know of places is
    /// stored as hashes under it.
    pub fn new(site_key: &[u8; 32]) -> Self {
        let mut key = [0; 16];
        key.copy_from_slice(&site_key[16..]);
        Self {
            sign_in: SignInTable::new(key, SignInLimits::default()),
            sending: SendingTable::new(),
            travels: TravelTable::new(),
            compromise: CompromiseTable::default(),
        }
    }
}

impl Counters for MemoryCounters {
    fn sign_in_asked(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        phase: Phase,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> SignInVerdict {
        self.sign_in.sign_in_asked(who, attempt, phase, policy, now)
    }

    fn sign_in_reported(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        outcome: Outcome,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Settled {
        self.sign_in.sign_in_reported(who, attempt, outcome, policy, now)
    }

    fn sign_in_unlocked(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) {
        self.sign_in.sign_in_unlocked(account, policy, now);
    }

    fn sign_in_eased(&self, account: AccountId, until: Timestamp, now: Timestamp) {
        self.sign_in.sign_in_eased(account, until, now);
    }

    fn sign_in_foreseen(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Foreseen {
        self.sign_in.sign_in_foreseen(who, attempt, policy, now)
    }

    fn source_standings(
        &self,
        address: ClientAddress,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Vec<ScoreStanding> {
        self.sign_in.source_standings(address, policy, now)
    }

    fn accounts_knowing(
        &self,
        address: ClientAddress,
        policy: &SignInPolicy,
        now: Timestamp,
        max: usize,
    ) -> (usize, Vec<AccountId>) {
        self.sign_in.accounts_knowing(address, policy, now, max)
    }

    fn sign_in_lock_restored(&self, account: AccountId, lane: Lane, until: Option<Timestamp>) {
        self.sign_in.sign_in_lock_restored(account, lane, until);
    }

    fn source_unblocked(&self, network: ClientNetwork, now: Timestamp) {
        self.sign_in.source_unblocked(network, now);
    }

    fn source_block_restored(&self, network: ClientNetwork, until: Timestamp, now: Timestamp) {
        self.sign_in.source_block_restored(network, until, now);
    }

    fn sign_in_standing(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) -> SignInStanding {
        self.sign_in.sign_in_standing(account, policy, now)
    }

    fn password_replaced(&self, account: AccountId) {
        self.sign_in.password_replaced(account);
    }

    fn spray_watched(&self, accounts: u64, policy: &SignInPolicy, now: Timestamp) -> Option<SprayChange> {
        self.sign_in.spray_watched(accounts, policy, now)
    }

    fn spray_standing(&self, now: Timestamp) -> SprayStanding {
        self.sign_in.spray_standing(now)
    }

    fn name_judged(&self, name_hash: u64, is_like_ours: bool) {
        self.sign_in.name_judged(name_hash, is_like_ours);
    }

    fn name_added(&self) {
        self.sign_in.name_added();
    }

    fn signed_in_unfamiliar(&self, account: AccountId, window_s: u64, now: Timestamp) -> bool {
        self.sign_in.signed_in_unfamiliar(account, window_s, now)
    }

    fn last_signed_in(&self, account: AccountId) -> Option<Timestamp> {
        self.sign_in.last_signed_in(account)
    }

    fn arrived(&self, account: AccountId, arrival: &Arrival, policy: &SignInPolicy) -> Vec<Evidence> {
        self.travels.arrived(account, arrival, policy)
    }

    fn earned_any_region(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) -> bool {
        self.travels.is_settled(account, policy, now)
    }

    fn earned_region(
        &self,
        account: AccountId,
        region: Region,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> bool {
        self.travels.knows(account, region, policy, now)
    }

    fn recipient_asked(&self, ask: &SendingAsk<'_>, recipient: Recipient) -> SendingDecision {
        self.sending.recipient_asked(ask, recipient)
    }

    fn message_asked(&self, ask: &SendingAsk<'_>, accepted_recipients: u32) -> SendingDecision {
        self.sending.message_asked(ask, accepted_recipients)
    }

    fn contacts_met(&self, account: AccountId, addresses: &[u64], now: Timestamp) {
        self.sending.contacts_met(account, addresses, now);
    }

    fn sending_started_anew(&self, account: AccountId, now: Timestamp) {
        self.sending.sending_started_anew(account, now);
    }

    fn sending_released(&self, account: AccountId, grace: Grace, until: Timestamp, now: Timestamp) {
        self.sending.sending_released(account, grace, until, now);
        if grace != Grace::None {
            self.compromise.released(account, grace, until, now);
        }
    }

    fn evidence_seen(&self, ask: &EvidenceAsk<'_>) -> EvidenceSeen {
        self.compromise.evidence_seen(ask)
    }

    fn compromise_judgement(&self, ask: &EvidenceAsk<'_>) -> Judgement {
        self.compromise.judgement(ask)
    }

    fn compromise_standing(
        &self,
        account: AccountId,
        policy: &CompromisePolicy,
        now: Timestamp,
    ) -> CompromiseStanding {
        self.compromise.standing(account, policy, now)
    }

    fn is_suspect(&self, account: AccountId, policy: &CompromisePolicy, now: Timestamp) -> bool {
        self.compromise.is_suspect(account, policy, now)
    }

    fn sending_restricted(&self, account: AccountId, now: Timestamp) {
        self.compromise.restricted(account, now);
    }

    fn sending_standing(&self, account: AccountId, now: Timestamp) -> SendingStanding {
        self.sending.sending_standing(account, now)
    }

    fn forget(&self, account: AccountId) {
        self.sign_in.forget(account);
        self.sending.forget(account);
        self.travels.forget(account);
        self.compromise.forget(account);
    }

    fn take_changed(&self, max: usize) -> Vec<JournalEntry> {
        // Half for each, so that a flood at one gate does not keep the other's records from the journal.
        let mut changed = self.sending.take_changed(max / 2);
        changed.extend(self.travels.take_changed(max / 8));
        changed.extend(self.compromise.take_changed(max / 8));
        changed.extend(self.sign_in.take_changed(max - changed.len()));
        let room = max - changed.len();
        if room > 0 {
            changed.extend(self.sending.take_changed(room));
        }
        changed.extend(self.travels.take_changed(max - changed.len()));
        changed.extend(self.compromise.take_changed(max - changed.len()));
        changed
    }

    fn restore(&self, entries: &[JournalEntry], stricter_since: Option<Timestamp>) {
        self.sign_in.restore(entries, stricter_since);
        self.sending.restore(entries, stricter_since);
        self.travels.restore(entries);
        self.compromise.restore(entries);
    }

    fn size(&self) -> CountersSize {
        let (sign_in, sending) = (self.sign_in.size(), self.sending.size());
        CountersSize {
            sign_in_accounts: sign_in.sign_in_accounts,
            sending_accounts: sending.sending_accounts,
            sources: sign_in.sources,
            bytes: sign_in.bytes + sending.bytes + self.travels.bytes() + self.compromise.bytes(),
            gave_way: sign_in.gave_way,
        }
    }
}
