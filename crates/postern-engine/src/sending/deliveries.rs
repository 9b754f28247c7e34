//! How the world took an account's mail: lines of the mail log, joined to the account by the queue id.
//!
//! [`Engine::log_told`] takes what the log tells; core says what an answer means and what counts
//! (`outbound::Deliveries`). Only recipients outside count: whom our own domains refuse is ours to know. The log also
//! names the login of each message, so that a site whose Postfix does not ask at the end of messages is served too, and
//! it leads from the id that a message has before a content filter to the one that it has behind it.
//!
//! The table is in memory and bounded. After a restart it begins anew with the messages of then: earlier lines are
//! nobody's. This file knows no file and no socket, and keeps no address and no words of other servers.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicU8, Ordering};

use parking_lot::Mutex;
use postern_core::ids::AccountId;
use postern_core::name::canonical_login;
use postern_core::outbound::{Answer, AnswerStatus, Deliveries, DeliveryStanding, Meaning, meaning_of};
use postern_core::restriction::Evidence;
use postern_core::time::Timestamp;

use super::reports::ReportedMessages;
use super::{Envelope, SeenMessage};
use crate::ask::{LogTold, Told};
use crate::engine::{Engine, keyed_hash};

/// Purposes of keyed hashes in this file; see `keyed_hash`.
const HASH_RECIPIENT_DOMAIN: u8 = 14;
const HASH_DELIVERY: u8 = 15;
const HASH_MISSING: u8 = 18;

/// Most accounts whose deliveries are counted: all that send outside within a week, in 20 MiB. Beyond it those about which
/// nothing was said for a week go, then all.
pub const DELIVERIES_MAX: usize = 65_536;
/// Most deliveries of which is remembered that they were counted, so that a line that is read twice, or a report of
/// what the log has told, counts once.
pub const COUNTED_MAX: usize = 65_536;

/// The table, and what was counted lately.
#[derive(Default)]
pub(crate) struct DeliveryWatch {
    accounts: Mutex<HashMap<AccountId, Deliveries>>,
    counted: Mutex<Counted>,
    pub(super) reported: ReportedMessages,
    log: AtomicU8,
}

/// Whether the mail log is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailLogState {
    /// None is configured.
    NotConfigured,
    /// It cannot be read at the moment: what it would tell is not counted.
    Unreadable,
    /// It is read as it grows.
    Read,
}

/// The last deliveries that were counted: keyed hashes of queue id and recipient.
#[derive(Default)]
struct Counted {
    known: HashSet<u64>,
    order: VecDeque<u64>,
}

impl Counted {
    /// Whether it was not counted before; it is now.
    fn is_first(&mut self, delivery: u64) -> bool {
        if !self.known.insert(delivery) {
            return false;
        }
        self.order.push_back(delivery);
        if self.order.len() > COUNTED_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
        true
    }
}

impl DeliveryWatch {
    pub(super) fn with<R>(
        &self,
        account: AccountId,
        now: Timestamp,
        count: impl FnOnce(&mut Deliveries) -> R,
    ) -> R {
        let mut accounts = self.accounts.lock();
        if accounts.len() >= DELIVERIES_MAX && !accounts.contains_key(&account) {
            accounts.retain(|_, deliveries| !deliveries.is_over(now));
            if accounts.len() >= DELIVERIES_MAX {
                tracing::warn!(
                    max = DELIVERIES_MAX,
                    "too many accounts send: results of deliveries begin anew"
                );
                accounts.clear();
            }
        }
        count(accounts.entry(account).or_insert_with(|| Deliveries::new(now)))
    }

    fn standing(&self, account: AccountId, now: Timestamp) -> DeliveryStanding {
        let accounts = self.accounts.lock();
        accounts.get(&account).map(|deliveries| deliveries.standing(now)).unwrap_or_default()
    }

    /// Sending was released: what was refused before is settled.
    pub(crate) fn released(&self, account: AccountId) {
        self.accounts.lock().remove(&account);
    }
}

impl Engine {
    /// Whether the mail log can be read, as whoever reads it tells.
    pub fn log_is_read(&self, is_read: bool) {
        self.delivery_watch.log.store(1 + u8::from(is_read), Ordering::Relaxed);
    }

    /// Whether the mail log is read.
    pub fn mail_log_state(&self) -> MailLogState {
        match self.delivery_watch.log.load(Ordering::Relaxed) {
            0 => MailLogState::NotConfigured,
            1 => MailLogState::Unreadable,
            _ => MailLogState::Read,
        }
    }

    /// The mail log tells something of a message. Never waits. Of messages that no account of ours sent it tells nothing.
    pub fn log_told(&self, told: &LogTold<'_>) {
        let now = self.now();
        // A line without year and zone was written just now: the log is read as it grows.
        let at = told.at_unix_s.map_or(now, Timestamp::from_unix_s);
        match told.what {
            Told::HandedIn { login, client_address } => {
                self.handed_in(told.queue_id, login, client_address, at);
            }
            Told::HandedOver => {}
            Told::Queued { sender } => {
                // A bounce of the server's own, under an id that was a message's before.
                let envelope = self.envelope_of(told.queue_id, at);
                if sender.is_empty() && envelope.is_some_and(|envelope| !envelope.sender.is_empty()) {
                    self.forget_envelope(told.queue_id);
                }
            }
            Told::Answered { to, answer, is_on_this_host } => {
                let Some(envelope) = self.envelope_of(told.queue_id, at) else { return };
                match next_id(&answer).filter(|_| is_on_this_host) {
                    Some(next) => self.note_again(&envelope, next),
                    None => self.answered(&envelope, to, &answer, now),
                }
            }
        }
    }

    /// How an account's mail to outside was taken within about 24 hours, as far as this node's mail log tells.
    pub fn deliveries_of(&self, account: AccountId) -> DeliveryStanding {
        self.delivery_watch.standing(account, self.now())
    }

    /// The log names the login before the gate sees the end of the message, which then knows more.
    fn handed_in(&self, queue_id: &str, login: Option<&str>, client_address: &str, at: Timestamp) {
        let canonical = login.and_then(|login| canonical_login(login, self.names()).ok());
        let account = canonical.and_then(|name| self.account_of(&name)).map(|(account, _)| account);
        let known = self.envelope_of(queue_id, at);
        match (account, known) {
            (Some(account), Some(known)) if known.account == account => {}
            (Some(account), _) => {
                self.note_envelope(&SeenMessage {
                    queue_id,
                    account,
                    sender: "",
                    client_address,
                    recipients: 0,
                    now: at,
                });
            }
            // Behind a content filter a message comes back without a login, under a new id. An id that is somebody's
            // comes again only for another message.
            (None, Some(_)) => self.forget_envelope(queue_id),
            (None, None) => {}
        }
    }

    /// The same message, under the id that it has behind a content filter.
    fn note_again(&self, envelope: &Envelope, queue_id: &str) {
        let client_address = envelope.client.map(|client| client.to_string()).unwrap_or_default();
        self.note_envelope(&SeenMessage {
            queue_id,
            account: envelope.account,
            sender: &envelope.sender,
            client_address: &client_address,
            recipients: envelope.recipients,
            now: envelope.at,
        });
    }

    fn answered(&self, envelope: &Envelope, to: &str, answer: &Answer<'_>, now: Timestamp) {
        let recipient = self.recipient(to);
        if recipient.is_internal {
            return;
        }
        let meaning = meaning_of(answer);
        // An attempt that is put off is made again, with a line of its own; every other is the last one.
        if meaning != Meaning::PutOff && !self.is_first_told(&envelope.queue_id, recipient.address_hash) {
            return;
        }
        if meaning == Meaning::NoSuchAddress {
            // The server's own bounce may come as a report, too.
            self.is_first_missing(&envelope.queue_id, recipient.address_hash);
        }
        let domain = to.rsplit_once('@').map_or("", |(_, domain)| domain).to_ascii_lowercase();
        let domain_hash = keyed_hash(self.site_key(), HASH_RECIPIENT_DOMAIN, &[domain.as_bytes()]);
        let count = |deliveries: &mut Deliveries| deliveries.answered(meaning, domain_hash, now);
        let seen = self.delivery_watch.with(envelope.account, now, count);
        self.delivery_evidence(envelope.account, seen, now);
    }

    /// Whether the end of this delivery had not been told before.
    fn is_first_told(&self, queue_id: &str, address_hash: u64) -> bool {
        let parts: [&[u8]; 2] = [queue_id.as_bytes(), &address_hash.to_le_bytes()];
        self.delivery_watch.counted.lock().is_first(keyed_hash(self.site_key(), HASH_DELIVERY, &parts))
    }

    /// Whether it was not told before that this recipient does not exist, by the log or by a report.
    pub(super) fn is_first_missing(&self, queue_id: &str, address_hash: u64) -> bool {
        let parts: [&[u8]; 2] = [queue_id.as_bytes(), &address_hash.to_le_bytes()];
        self.delivery_watch.counted.lock().is_first(keyed_hash(self.site_key(), HASH_MISSING, &parts))
    }

    /// The site's own scanner takes a mail of the account for spam.
    pub(super) fn scanned_as_spam(&self, account: AccountId, now: Timestamp) {
        let seen = self.delivery_watch.with(account, now, |known| known.scanned_as_spam(now));
        self.delivery_evidence(account, seen, now);
    }

    pub(super) fn delivery_evidence(&self, account: AccountId, seen: Option<Evidence>, now: Timestamp) {
        if let Some(evidence) = seen {
            self.evidence_seen(account, &[evidence], now);
        }
    }
}

/// The id under which the server on this host that took a message has it: `250 2.0.0 from MTA(…): 250 2.0.0 Ok: queued as 4Bq…`.
fn next_id<'a>(answer: &Answer<'a>) -> Option<&'a str> {
    if answer.status != AnswerStatus::Delivered {
        return None;
    }
    let (_, after) = answer.words.rsplit_once("queued as ")?;
    let id = after.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_behind_a_content_filter_is_read_from_its_answer() {
        let id = |status, words| next_id(&Answer { status, code: "2.0.0", words });
        let filtered = "250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4Bq2xk1zT";
        assert_eq!(id(AnswerStatus::Delivered, filtered), Some("4Bq2xk1zT"));
        assert_eq!(id(AnswerStatus::Delivered, "250 2.0.0 Ok: queued as ABCDEF1)"), Some("ABCDEF1"));
        assert_eq!(id(AnswerStatus::Delivered, "250 Ok"), None);
        assert_eq!(id(AnswerStatus::Delivered, "250 queued as "), None);
        assert_eq!(id(AnswerStatus::PutOff, filtered), None);
    }

    #[test]
    fn a_delivery_counts_once_for_as_long_as_it_is_remembered() {
        let mut counted = Counted::default();
        for delivery in 0..COUNTED_MAX as u64 {
            assert!(counted.is_first(delivery));
        }
        assert!(!counted.is_first(0));
        assert!(counted.is_first(COUNTED_MAX as u64), "one more");
        assert!(counted.is_first(0), "the oldest made room");
        assert_eq!((counted.known.len(), counted.order.len()), (COUNTED_MAX, COUNTED_MAX));
    }
}
