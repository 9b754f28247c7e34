//! Whose message a queue id is: what the gates saw of each message, kept in memory for as long as a queue keeps mail.
//!
//! Postfix's queue listing and its log of deliveries name a message by its queue id and never by the login that sent
//! it; the gates see both. [`Engine::envelope_of`] answers a reader of the log, [`Engine::envelopes_of_account`]
//! whoever holds or releases the mail of one account, and the milter gate learns here that the policy gate has counted
//! a message already.
//!
//! Short queue ids come again (`enable_long_queue_ids = no`), so an id alone is no proof: a message is named by its id
//! **and a moment**. An id that comes again overwrites, one that comes again for mail without a login is forgotten, and
//! an entry answers only for moments that can be its own. Nothing is written to disk: after a restart the log lines of
//! older messages are nobody's, which costs evidence and accuses nobody. This file knows no protocol and no log.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::address::ClientAddress;
use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};

use crate::engine::{Engine, keyed_hash};

/// Purpose of the keyed hashes in this file; see `keyed_hash`.
const HASH_QUEUE_ID: u8 = 10;

/// Most messages that are remembered: a day of a site that sends 1.5 a second, in about 25 MiB. Beyond it the oldest
/// makes room.
pub const ENVELOPES_MAX: usize = SHARDS * SHARD_ENVELOPES;
const SHARDS: usize = 16;
const SHARD_ENVELOPES: usize = 8_192;
/// So long a message may be in the queue: Postfix's `maximal_queue_lifetime` of 5 days, and a day for what is said of
/// it last.
pub const ENVELOPE_AGE_MAX: Span = Span::from_days(6);
/// A log line about a message may bear a time so much earlier than ours of the same moment: clocks of two machines, and
/// whole seconds in the log.
pub const LOG_CLOCK_SLACK: Span = Span::from_s(120);
/// The milter comes after the policy gate within one message: the time of its body (Postfix waits 300 s for a line of
/// it). Later the same id is another message.
const SAME_MESSAGE: Span = Span::from_s(3_600);
/// Longest queue id: Postfix's long ones have up to 22 bytes, other servers' up to 32.
const QUEUE_ID_BYTES_MAX: usize = 64;
/// Of a longer sender only this much is kept (RFC 5321, 4.5.3.1.3: a path has at most 256 bytes).
const SENDER_BYTES_MAX: usize = 256;

/// What the gates saw of one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Its queue id.
    pub queue_id: Box<str>,
    /// Who sent it.
    pub account: AccountId,
    /// The envelope sender as it was written; the first 256 bytes.
    pub sender: Box<str>,
    /// The client, where it has an address.
    pub client: Option<ClientAddress>,
    /// Accepted recipients; 0 as long as only the mail log has named the message.
    pub recipients: u32,
    /// When its end was seen.
    pub at: Timestamp,
}

/// What a gate tells at a message's end, borrowed from its request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeenMessage<'a> {
    pub queue_id: &'a str,
    pub account: AccountId,
    pub sender: &'a str,
    pub client_address: &'a str,
    pub recipients: u32,
    pub now: Timestamp,
}

/// The messages of this node, by queue id.
pub(crate) struct Envelopes {
    shards: Box<[Mutex<Shard>]>,
}

/// A ring in the order of arrival, and where in it an id is.
#[derive(Default)]
struct Shard {
    ring: Vec<Option<(u64, Envelope)>>,
    next: usize,
    places: HashMap<u64, u32>,
}

impl Default for Envelopes {
    fn default() -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::default()).collect() }
    }
}

impl Envelopes {
    fn shard(&self, id_hash: u64) -> &Mutex<Shard> {
        &self.shards[id_hash as usize % SHARDS]
    }

    fn put(&self, id_hash: u64, envelope: Envelope) {
        self.shard(id_hash).lock().put(id_hash, envelope);
    }

    fn forget(&self, id_hash: u64) {
        self.shard(id_hash).lock().forget(id_hash);
    }

    fn find(&self, id_hash: u64, moment: Timestamp) -> Option<Envelope> {
        let shard = self.shard(id_hash).lock();
        shard.find(id_hash).filter(|envelope| envelope.may_be_meant_at(moment)).cloned()
    }

    fn is_counted(&self, id_hash: u64, account: AccountId, now: Timestamp) -> bool {
        let shard = self.shard(id_hash).lock();
        shard.find(id_hash).is_some_and(|envelope| {
            envelope.is_from_a_gate() && envelope.account == account && now.since(envelope.at) < SAME_MESSAGE
        })
    }

    fn of_account(&self, account: AccountId, now: Timestamp) -> Vec<Envelope> {
        let mut found = Vec::new();
        for shard in &self.shards {
            let shard = shard.lock();
            let held = shard.ring.iter().flatten().map(|(_, envelope)| envelope);
            found.extend(
                held.filter(|envelope| envelope.account == account && envelope.may_be_meant_at(now)).cloned(),
            );
        }
        found.sort_by_key(|envelope| std::cmp::Reverse(envelope.at));
        found
    }
}

impl Envelope {
    /// Whether a gate saw its end, and so counted it. The log names the login of a message while it is on its way.
    fn is_from_a_gate(&self) -> bool {
        self.recipients > 0
    }

    /// Whether a message that came into the queue at `arrived`, to the second, can be this one. A server makes the file
    /// when the message begins, and the gate sees its end.
    pub(crate) fn may_have_come_at(&self, arrived: Timestamp) -> bool {
        arrived <= self.at.plus(LOG_CLOCK_SLACK) && self.at.since(arrived) <= SAME_MESSAGE
    }

    /// Whether something that is said of its queue id at `moment` can be about it.
    fn may_be_meant_at(&self, moment: Timestamp) -> bool {
        self.at <= moment.plus(LOG_CLOCK_SLACK) && moment.since(self.at) <= ENVELOPE_AGE_MAX
    }
}

impl Shard {
    fn put(&mut self, id_hash: u64, envelope: Envelope) {
        self.forget(id_hash);
        let place = self.next;
        if place == self.ring.len() {
            self.ring.push(None);
        }
        if let Some((oldest, _)) = self.ring[place].take() {
            self.places.remove(&oldest);
        }
        self.ring[place] = Some((id_hash, envelope));
        self.places.insert(id_hash, place as u32);
        self.next = (place + 1) % SHARD_ENVELOPES;
    }

    fn forget(&mut self, id_hash: u64) {
        if let Some(place) = self.places.remove(&id_hash) {
            self.ring[place as usize] = None;
        }
    }

    fn find(&self, id_hash: u64) -> Option<&Envelope> {
        let place = *self.places.get(&id_hash)?;
        self.ring[place as usize].as_ref().map(|(_, envelope)| envelope)
    }
}

impl Engine {
    /// The message that something said of `queue_id` at `moment` is about, say a line of the mail log. `None` when no
    /// gate saw it with a login, when it is longer ago than [`ENVELOPE_AGE_MAX`], or when the id was another message's
    /// then.
    pub fn envelope_of(&self, queue_id: &str, moment: Timestamp) -> Option<Envelope> {
        self.envelopes.find(self.queue_id_hash(queue_id)?, moment)
    }

    /// The messages of an account that may still be in the queue, newest first. Looks at every message that is
    /// remembered, so it is for people and for holding a queue, never for a gate.
    pub fn envelopes_of_account(&self, account: AccountId) -> Vec<Envelope> {
        self.envelopes.of_account(account, self.now())
    }

    /// The message left the queue, or the id is now that of mail which nobody with a login sent.
    pub fn forget_envelope(&self, queue_id: &str) {
        if let Some(id_hash) = self.queue_id_hash(queue_id) {
            self.envelopes.forget(id_hash);
        }
    }

    /// A gate saw the end of a message. Without a queue id there is nothing to remember it by.
    pub(crate) fn note_envelope(&self, seen: &SeenMessage<'_>) {
        let Some(id_hash) = self.queue_id_hash(seen.queue_id) else { return };
        let client = seen.client_address.parse::<ClientAddress>().ok();
        let envelope = Envelope {
            queue_id: seen.queue_id.into(),
            account: seen.account,
            sender: seen.sender[..seen.sender.floor_char_boundary(SENDER_BYTES_MAX)].into(),
            client: client.map(|address| address.folded(self.site().nat64)),
            recipients: seen.recipients,
            at: seen.now,
        };
        self.envelopes.put(id_hash, envelope);
    }

    /// Whether a gate has counted this account's message already.
    pub(crate) fn is_counted(&self, queue_id: &str, account: AccountId, now: Timestamp) -> bool {
        self.queue_id_hash(queue_id).is_some_and(|id_hash| self.envelopes.is_counted(id_hash, account, now))
    }

    fn queue_id_hash(&self, queue_id: &str) -> Option<u64> {
        let is_id = !queue_id.is_empty() && queue_id.len() <= QUEUE_ID_BYTES_MAX;
        is_id.then(|| keyed_hash(self.site_key(), HASH_QUEUE_ID, &[queue_id.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROB: AccountId = AccountId::from_random(1);
    const ANNA: AccountId = AccountId::from_random(2);

    fn s(seconds: i64) -> Timestamp {
        Timestamp::from_unix_s(1_000_000 + seconds)
    }

    fn message(account: AccountId, at: Timestamp) -> Envelope {
        Envelope { queue_id: "4Bq".into(), account, sender: "a@b".into(), client: None, recipients: 1, at }
    }

    fn account_at(envelopes: &Envelopes, id: u64, moment: Timestamp) -> Option<AccountId> {
        envelopes.find(id, moment).map(|envelope| envelope.account)
    }

    #[test]
    fn an_id_that_comes_again_is_the_newer_message_alone() {
        let envelopes = Envelopes::default();
        envelopes.put(7, message(ROB, s(0)));
        assert_eq!(account_at(&envelopes, 7, s(1)), Some(ROB));
        envelopes.put(7, message(ANNA, s(1_000)));
        assert_eq!(account_at(&envelopes, 7, s(1_001)), Some(ANNA));
        assert_eq!(
            account_at(&envelopes, 7, s(500)),
            None,
            "a line of before is not about the newer message"
        );
        assert!(envelopes.of_account(ROB, s(1_001)).is_empty());
        envelopes.forget(7);
        assert_eq!(account_at(&envelopes, 7, s(1_001)), None);
    }

    #[test]
    fn a_line_is_about_a_message_of_its_own_time() {
        let envelopes = Envelopes::default();
        envelopes.put(7, message(ROB, s(0)));
        let slack = LOG_CLOCK_SLACK.as_s();
        let age = ENVELOPE_AGE_MAX.as_s();
        for (moment, is_meant) in [(-slack - 1, false), (-slack, true), (age, true), (age + 1, false)] {
            assert_eq!(account_at(&envelopes, 7, s(moment)).is_some(), is_meant, "{moment}");
        }
    }

    #[test]
    fn a_queued_message_came_within_the_hour_before_its_end_was_seen() {
        let (slack, longest) = (LOG_CLOCK_SLACK.as_s(), SAME_MESSAGE.as_s());
        for (arrived, is_it) in
            [(-longest - 1, false), (-longest, true), (0, true), (slack, true), (slack + 1, false)]
        {
            assert_eq!(message(ROB, s(0)).may_have_come_at(s(arrived)), is_it, "{arrived}");
        }
    }

    #[test]
    fn the_milter_knows_what_the_policy_gate_counted_of_the_same_account_inside_the_hour() {
        let envelopes = Envelopes::default();
        envelopes.put(7, message(ROB, s(0)));
        let same = SAME_MESSAGE.as_s();
        assert!(envelopes.is_counted(7, ROB, s(same - 1)));
        assert!(!envelopes.is_counted(7, ROB, s(same)), "a short id that came again");
        assert!(!envelopes.is_counted(7, ANNA, s(1)));
        assert!(!envelopes.is_counted(8, ROB, s(1)));
        envelopes.put(9, Envelope { recipients: 0, ..message(ROB, s(0)) });
        assert!(!envelopes.is_counted(9, ROB, s(1)), "only the mail log has named it");
    }

    #[test]
    fn beyond_the_limit_the_oldest_makes_room_and_a_forgotten_place_is_used_again() {
        let envelopes = Envelopes::default();
        let id = |number: usize| (number * SHARDS) as u64;
        for number in 0..SHARD_ENVELOPES {
            envelopes.put(id(number), message(ROB, s(number as i64)));
        }
        assert_eq!(envelopes.of_account(ROB, s(9_000)).len(), SHARD_ENVELOPES);
        envelopes.put(id(SHARD_ENVELOPES), message(ANNA, s(9_000)));
        assert_eq!(account_at(&envelopes, id(0), s(9_000)), None);
        assert_eq!(account_at(&envelopes, id(1), s(9_000)), Some(ROB));
        assert_eq!(account_at(&envelopes, id(SHARD_ENVELOPES), s(9_000)), Some(ANNA));
        // The same id over and over takes one place and pushes nobody out but those whose turn it is.
        envelopes.forget(id(1));
        envelopes.put(id(SHARD_ENVELOPES + 1), message(ANNA, s(9_001)));
        assert_eq!(account_at(&envelopes, id(2), s(9_001)), Some(ROB));
        let places = envelopes.shard(0).lock().places.len();
        assert_eq!(places, SHARD_ENVELOPES);
        let newest = envelopes.of_account(ANNA, s(9_001));
        assert_eq!(newest.iter().map(|envelope| envelope.at).collect::<Vec<_>>(), [s(9_001), s(9_000)]);
    }
}
