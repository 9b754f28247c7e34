//! Counters and learned behaviour per account, source and pair. Every method is one step under one lock: look
//! up the records, let core decide, keep what it left. A cluster puts one server-side script behind each.

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::compromise::{CompromiseStanding, Judgement};
use postern_core::geo::Region;
use postern_core::ids::AccountId;
use postern_core::outbound::{Grace, Recipient, SendingFacts, SendingStanding, SendingVerdict};
use postern_core::policy::{CompromisePolicy, OutboundPolicy, SignInPolicy};
use postern_core::precedence::Foreseen;
use postern_core::restriction::Evidence;
use postern_core::sign_in::source::ScoreStanding;
use postern_core::sign_in::spray::{SprayChange, SprayStanding};
use postern_core::sign_in::travels::Arrival;
use postern_core::sign_in::{Attempt, Lane, Outcome, Phase, Settled, SignInStanding, SignInVerdict};
use postern_core::time::Timestamp;

/// Whose counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountKey {
    /// A known account.
    Account(AccountId),
    /// A name that is nobody's: keyed hash of the canonical name. Counted in a table of fixed size by the same
    /// rules, so that it behaves exactly like a known one.
    UnknownName(u64),
}

impl AccountKey {
    /// The account's id, or for a name that is nobody's an id under which nothing is kept: looking it up takes as long as
    /// for an account about which nothing was said, so the time does not tell the two apart (reliability I1). It is an
    /// account's by a chance of one in a billion, and says nothing of that account even then: who is nobody is refused
    /// in any case.
    pub fn id_to_look_up(self) -> AccountId {
        match self {
            AccountKey::Account(account) => account,
            AccountKey::UnknownName(name_hash) => AccountId::from_random(name_hash),
        }
    }
}

/// What the sending gate asks of the counters.
#[derive(Clone, Copy)]
pub struct SendingAsk<'a> {
    /// Who sends.
    pub account: AccountId,
    /// Keyed hash of Postfix's `instance`: the same for every request of one message, and for no other.
    pub instance_hash: u64,
    /// Circumstances.
    pub facts: &'a SendingFacts,
    /// Whether it existed long before it was first seen to send; asked at its first step only.
    pub is_old: &'a dyn Fn() -> bool,
    /// The policy in force.
    pub policy: &'a OutboundPolicy,
    /// Now.
    pub now: Timestamp,
}

/// Something was seen of an account.
#[derive(Clone, Copy, Debug)]
pub struct EvidenceAsk<'a> {
    /// Of whom.
    pub account: AccountId,
    /// What, at the same moment.
    pub evidence: &'a [Evidence],
    /// The policy in force.
    pub policy: &'a CompromisePolicy,
    /// The end of the organisation's day.
    pub next_day: Timestamp,
    /// Now.
    pub now: Timestamp,
}

/// What follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceSeen {
    /// For each piece of evidence: it counts for the first time within its window, or at a higher step.
    pub is_news: Vec<bool>,
    /// The score, and what it does.
    pub judgement: Judgement,
}

/// What the counters answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendingDecision {
    /// The verdict.
    pub verdict: SendingVerdict,
    /// Recipients that this step named or completed: one, or those of a message that nobody had named. They are let
    /// out where the verdict is.
    pub recipients: u32,
    /// The recipient had never been written to before.
    pub is_novel: bool,
    /// This step changed the level (permit to slow): worth a line in the decision log.
    pub is_first_slow: bool,
    /// What is worth an alert, although it goes out; a restricting verdict brings its own.
    pub evidence: Vec<Evidence>,
}

/// The counters of one node.
pub trait Counters: Send + Sync {
    /// An attempt asks to be let in, before or after its password was checked. Debits in the before phase.
    fn sign_in_asked(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        phase: Phase,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> SignInVerdict;

    /// What became of an attempt. Settles what the ask reserved.
    fn sign_in_reported(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        outcome: Outcome,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Settled;

    /// Somebody unlocked both lanes: failures, rows of failures and locks are gone, familiarity stays, and
    /// thresholds are doubled for the policy's grace.
    fn sign_in_unlocked(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp);

    /// Somebody lets both lanes bear twice as many failures until then.
    fn sign_in_eased(&self, account: AccountId, until: Timestamp, now: Timestamp);

    /// What [`Counters::sign_in_asked`] would say before the check, step by step; debits nothing.
    fn sign_in_foreseen(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Foreseen;

    /// How the address (or its /64) and the network around it stand, as far as either is scored.
    fn source_standings(
        &self,
        address: ClientAddress,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Vec<ScoreStanding>;

    /// Accounts to which the address is familiar: how many, and the first `max` of them. Looks at every account, so
    /// it is for people who ask and never for a gate.
    fn accounts_knowing(
        &self,
        address: ClientAddress,
        policy: &SignInPolicy,
        now: Timestamp,
        max: usize,
    ) -> (usize, Vec<AccountId>);

    /// After a restart: a lane is locked (or closed, with no end) as its open restriction says.
    fn sign_in_lock_restored(&self, account: AccountId, lane: Lane, until: Option<Timestamp>);

    /// Somebody lifted the blocks of a network: its own, and those of every address and network within. What
    /// was counted against them is gone; how long their next block lasts is remembered.
    fn source_unblocked(&self, network: ClientNetwork, now: Timestamp);

    /// After a restart: a network is blocked as its open restriction says. A network that is never scored on
    /// its own (other than an address, a /64, a /24 or a /48) is passed over.
    fn source_block_restored(&self, network: ClientNetwork, until: Timestamp, now: Timestamp);

    /// How the account stands at the sign-in door.
    fn sign_in_standing(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) -> SignInStanding;

    /// The account's password was replaced: the one that worked is a former one from now on, so that a device that
    /// still has it counts nothing.
    fn password_replaced(&self, account: AccountId);

    /// A timer looks whether many accounts are being tried at once; a change is told once. `accounts` is how many
    /// the site has.
    fn spray_watched(&self, accounts: u64, policy: &SignInPolicy, now: Timestamp) -> Option<SprayChange>;

    /// Whether many accounts are being tried at once, and how many were within the last hour.
    fn spray_standing(&self, now: Timestamp) -> SprayStanding;

    /// An unknown name that [`Settled::is_name_candidate`] told of was compared with the site's names: it is like one
    /// of them (a typo, a former mailbox), or only attackers use it.
    fn name_judged(&self, name_hash: u64, is_like_ours: bool);

    /// The site has a name more: attack names have to be compared again before they count as such.
    fn name_added(&self);

    /// Whether the account's last success within the policy's window came from an unfamiliar source.
    fn signed_in_unfamiliar(&self, account: AccountId, window_s: u64, now: Timestamp) -> bool;

    /// When somebody last signed in to the account, to the second. `None`: nobody did, as far as it is remembered. After a
    /// restart it may be an earlier time of the same account.
    fn last_signed_in(&self, account: AccountId) -> Option<Timestamp>;

    /// A success with its place on the map is learned; what it tells of the account.
    fn arrived(&self, account: AccountId, arrival: &Arrival, policy: &SignInPolicy) -> Vec<Evidence>;

    /// Whether successes earned the account any region of the map: a cheap question before an address is looked up.
    fn earned_any_region(&self, account: AccountId, policy: &SignInPolicy, now: Timestamp) -> bool;

    /// Whether successes earned the account this region.
    fn earned_region(
        &self,
        account: AccountId,
        region: Region,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> bool;

    /// One recipient is named (RCPT). Debits.
    fn recipient_asked(&self, ask: &SendingAsk<'_>, recipient: Recipient) -> SendingDecision;

    /// A message is complete (END-OF-MESSAGE) with so many accepted recipients. Recipients that were never
    /// named to [`Counters::recipient_asked`] are debited here.
    fn message_asked(&self, ask: &SendingAsk<'_>, accepted_recipients: u32) -> SendingDecision;

    /// Something was seen that speaks for a compromise: it is added to the account's score, and what is said of the
    /// score is noted as said.
    fn evidence_seen(&self, ask: &EvidenceAsk<'_>) -> EvidenceSeen;

    /// What follows from the score as it is, without anything new.
    fn compromise_judgement(&self, ask: &EvidenceAsk<'_>) -> Judgement;

    /// The account's score, and what it is made of.
    fn compromise_standing(
        &self,
        account: AccountId,
        policy: &CompromisePolicy,
        now: Timestamp,
    ) -> CompromiseStanding;

    /// Whether the account's score is an alert at least; for the sending gate, so it costs next to nothing.
    fn is_suspect(&self, account: AccountId, policy: &CompromisePolicy, now: Timestamp) -> bool;

    /// A rule has restricted sending: a second time within the policy's days is judged harder.
    fn sending_restricted(&self, account: AccountId, now: Timestamp);

    /// Sending was released: the counters that caused it start anew, and `grace` holds until `until`. With a grace
    /// (a person released it) the score is settled too; without (time ended it) what was seen still counts.
    fn sending_released(&self, account: AccountId, grace: Grace, until: Timestamp, now: Timestamp);

    /// The account knows these addresses (keyed hashes) from before; its past is learned with that. No counter moves.
    fn contacts_met(&self, account: AccountId, addresses: &[u64], now: Timestamp);

    /// Other limits held until now for the account: what it sent under them is not held against it.
    fn sending_started_anew(&self, account: AccountId, now: Timestamp);

    /// How the account stands at the sending door.
    fn sending_standing(&self, account: AccountId, now: Timestamp) -> SendingStanding;

    /// Everything learned about a deleted account is forgotten.
    fn forget(&self, account: AccountId);

    /// At most `max` records that changed since they were last taken, in stored form.
    fn take_changed(&self, max: usize) -> Vec<JournalEntry>;

    /// Puts stored records back at start. After an unclean stop, accounts that were active within the last
    /// `stricter_since` restart one failure stricter (DESIGN section 4).
    fn restore(&self, entries: &[JournalEntry], stricter_since: Option<Timestamp>);

    /// How many accounts and sources are tracked, and the bytes that the tables hold.
    fn size(&self) -> CountersSize;
}

/// How much the counters hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountersSize {
    /// Accounts with sign-in counters.
    pub sign_in_accounts: usize,
    /// Accounts with sending counters.
    pub sending_accounts: usize,
    /// Sources and networks.
    pub sources: usize,
    /// Bytes allocated by the tables, estimated.
    pub bytes: usize,
    /// Scores of sources and counts of unknown names that gave way to others for want of room, since start. A
    /// lock or a block never does; a large number tells of a flood.
    pub gave_way: u64,
}

/// Which record a journal entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JournalKey {
    /// Lanes, rings and familiarity of an account.
    SignIn(AccountId),
    /// Known recipients and counters of an account.
    Sending(AccountId),
    /// Score of a source or network.
    Source(ClientNetwork),
    /// Where an account's successes came from.
    Travels(AccountId),
    /// What was seen of an account that speaks for a compromise.
    Compromise(AccountId),
    /// An unknown name that was judged: a keyed hash.
    TriedName(u64),
    /// The site's past of accounts tried in an hour, and a spray that goes on.
    Spray,
}

/// One record in stored form: a version byte, then little-endian fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEntry {
    /// Which record.
    pub key: JournalKey,
    /// The record.
    pub bytes: Vec<u8>,
}
