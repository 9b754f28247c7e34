//! Reports from outside about mail of ours: a bounce that comes late, and complaints.
//!
//! Anybody can write such a report, and whoever received a mail knows its queue id. So a report counts only for a message
//! that a gate saw, a bounce for at most as many recipients as that message had, and a complaint only when our own mail
//! server found that it comes from a reporter whom the site trusts. And core lets none of it act by itself
//! (`SignalTraits::strangers_take_part`): nobody can have somebody else restricted by writing reports.
//!
//! How a report is read from a mail is not known here.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::ids::AccountId;
use postern_core::outbound::{Answer, Deliveries, Meaning, meaning_of};

use super::Envelope;
use crate::engine::{Engine, keyed_hash};

/// Purposes of keyed hashes in this file; see `keyed_hash`.
const HASH_REPORTED: u8 = 16;
const HASH_REPORTER: u8 = 17;

/// Most messages of which is remembered how many recipients were reported. Beyond it all are forgotten; each of them is a
/// message that one of ours sent, so nobody outside fills it.
pub const REPORTED_MESSAGES_MAX: usize = 65_536;

/// Whose complaints the site believes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedReporters {
    /// What the site's own mail server calls itself in Authentication-Results (authserv-id), in lower case.
    pub server: String,
    /// Domains of reporters, in lower case.
    pub domains: Vec<String>,
}

/// The header by which the site's own scanner calls a mail spam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpamHeader {
    /// Its name.
    pub name: String,
    /// What its value begins with then.
    pub value: String,
}

/// What a report says.
#[derive(Clone, Copy, Debug)]
pub enum Reported<'a> {
    /// These recipients were not reached: address, and what their server answered.
    Undelivered(&'a [(&'a str, Answer<'a>)]),
    /// Somebody complained. Who vouches for the report's sender: servers with the domains, the last server's word first.
    Complaint(&'a [(&'a str, &'a [String])]),
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportTaken {
    /// It counts for this account.
    Counted(AccountId),
    /// It is about this account's mail and changes nothing: told already, or nothing in it counts.
    NothingNew(AccountId),
    /// It is about no mail that a gate saw within the last days.
    NoSuchMessage,
    /// The mail server does not say that it comes from a reporter whom the site trusts.
    NotTrusted,
}

/// How many recipients of a message were reported, by the hash of its queue id and its moment.
#[derive(Default)]
pub(crate) struct ReportedMessages(Mutex<HashMap<u64, u32>>);

impl ReportedMessages {
    /// Whether one more recipient of a message of `recipients` can be meant.
    fn is_within(&self, message: u64, recipients: u32) -> bool {
        let mut messages = self.0.lock();
        if messages.len() >= REPORTED_MESSAGES_MAX && !messages.contains_key(&message) {
            messages.clear();
        }
        let reported = messages.entry(message).or_default();
        let is_within = *reported < recipients.max(1);
        *reported += u32::from(is_within);
        is_within
    }
}

impl Engine {
    /// A report came in. `queue_ids` are those of the returned message's way; the first that is ours counts. Never waits.
    pub fn report_told(&self, queue_ids: &[&str], what: Reported<'_>) -> ReportTaken {
        let now = self.now();
        let Some(envelope) = queue_ids.iter().find_map(|id| self.envelope_of(id, now)) else {
            return ReportTaken::NoSuchMessage;
        };
        match what {
            Reported::Undelivered(recipients) => self.undelivered_told(&envelope, recipients),
            Reported::Complaint(vouched) => self.complaint_told(&envelope, vouched),
        }
    }

    fn undelivered_told(&self, envelope: &Envelope, recipients: &[(&str, Answer<'_>)]) -> ReportTaken {
        let now = self.now();
        let account = envelope.account;
        let mut counted = false;
        for (address, answer) in recipients {
            let recipient = self.recipient(address);
            if recipient.is_internal || meaning_of(answer) != Meaning::NoSuchAddress {
                continue;
            }
            if !self.is_first_missing(&envelope.queue_id, recipient.address_hash)
                || !self.delivery_watch.reported.is_within(self.message_hash(envelope), envelope.recipients)
            {
                continue;
            }
            counted = true;
            let seen = self.delivery_watch.with(account, now, |known| known.reported_missing(now));
            self.delivery_evidence(account, seen, now);
        }
        if counted { ReportTaken::Counted(account) } else { ReportTaken::NothingNew(account) }
    }

    fn complaint_told(&self, envelope: &Envelope, vouched: &[(&str, &[String])]) -> ReportTaken {
        let trusted = &self.site().reporters;
        // Only the topmost header of our own server: what is below it may have come with the mail.
        let ours = vouched.iter().find(|(server, _)| !trusted.server.is_empty() && *server == trusted.server);
        let reporter =
            ours.and_then(|(_, domains)| domains.iter().find(|&domain| trusted.domains.contains(domain)));
        let Some(reporter) = reporter else { return ReportTaken::NotTrusted };
        let now = self.now();
        let account = envelope.account;
        let reporter_hash = keyed_hash(self.site_key(), HASH_REPORTER, &[reporter.as_bytes()]);
        let count = |known: &mut Deliveries| known.complained(reporter_hash, now);
        let seen = self.delivery_watch.with(account, now, count);
        let is_news = seen.is_some();
        self.delivery_evidence(account, seen, now);
        if is_news { ReportTaken::Counted(account) } else { ReportTaken::NothingNew(account) }
    }

    /// Of two messages under one id the moments differ.
    fn message_hash(&self, envelope: &Envelope) -> u64 {
        let at = envelope.at.unix_micros().to_le_bytes();
        keyed_hash(self.site_key(), HASH_REPORTED, &[envelope.queue_id.as_bytes(), &at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_no_more_missing_recipients_than_recipients() {
        let reported = ReportedMessages::default();
        assert!(reported.is_within(1, 2) && reported.is_within(1, 2) && !reported.is_within(1, 2));
        assert!(reported.is_within(2, 0), "the log alone does not say how many, so it is one");
        assert!(!reported.is_within(2, 0));
        for message in 10..REPORTED_MESSAGES_MAX as u64 + 8 {
            assert!(reported.is_within(message, 1));
        }
        assert!(!reported.is_within(1, 2), "full, and nothing is forgotten yet");
        assert!(reported.is_within(9, 1));
        assert!(reported.0.lock().len() == 1, "one more begins anew");
    }
}
