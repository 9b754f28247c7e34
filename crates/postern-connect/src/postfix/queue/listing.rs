//! Reads what `postqueue -j` prints: a line of JSON for each message.
//!
//! Only wanted messages are kept, so that a queue of a million costs no more memory than the account's own mail. A line
//! that is longer than the limit (a message to tens of thousands) is read as far as it goes: the message is found all
//! the same, with the recipients counted so far. What is no such line is passed over, because a mail server of the
//! future may say more. The listing is no snapshot: of a message that is seen twice the later line counts.

use std::collections::{HashMap, HashSet};
use std::fmt;

use postern_core::mail_queue::{QueueId, QueueState};
use postern_core::time::Timestamp;
use postern_engine::ports::{QueuedMessage, QueuedRecipient, RECIPIENTS_SHOWN_MAX};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Longest line that is kept: about 20,000 recipients with what each delivery met.
const LINE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Of a longer address or reason only this much is kept.
const TEXT_BYTES_MAX: usize = 512;

/// What was listed so far.
pub(super) struct Listing<'a> {
    wanted: &'a HashSet<QueueId>,
    line: Vec<u8>,
    found: HashMap<QueueId, QueuedMessage>,
}

impl<'a> Listing<'a> {
    pub(super) fn new(wanted: &'a HashSet<QueueId>) -> Self {
        Self { wanted, line: Vec::new(), found: HashMap::new() }
    }

    /// A further piece of the output, cut anywhere.
    pub(super) fn feed(&mut self, mut piece: &[u8]) {
        while let Some(end) = piece.iter().position(|&byte| byte == b'\n') {
            self.add(&piece[..end]);
            self.end_line();
            piece = &piece[end + 1..];
        }
        self.add(piece);
    }

    /// Everything that was wanted and is in the queue.
    pub(super) fn finish(mut self) -> Vec<QueuedMessage> {
        self.end_line();
        self.found.into_values().collect()
    }

    fn add(&mut self, piece: &[u8]) {
        let room = LINE_BYTES_MAX - self.line.len();
        self.line.extend_from_slice(&piece[..piece.len().min(room)]);
    }

    fn end_line(&mut self) {
        if let Some(message) = message_in(&self.line).filter(|message| self.wanted.contains(&message.id)) {
            self.found.insert(message.id.clone(), message);
        }
        self.line.clear();
    }
}

fn message_in(line: &[u8]) -> Option<QueuedMessage> {
    let text = String::from_utf8_lossy(line);
    let mut draft = Draft::default();
    // A line that was cut is an error at its end; what stands before has been read.
    let _cut = DraftSeed(&mut draft).deserialize(&mut serde_json::Deserializer::from_str(&text));
    Some(QueuedMessage {
        id: QueueId::parse(&draft.queue_id)?,
        state: match draft.queue_name.as_str() {
            "hold" => QueueState::Held,
            "deferred" => QueueState::Deferred,
            "incoming" | "maildrop" => QueueState::Incoming,
            _ => QueueState::Active,
        },
        arrived: draft.arrived?,
        size_bytes: draft.size_bytes,
        sender: printable(&draft.sender),
        first_recipients: draft.first_recipients,
        recipients: draft.recipients,
    })
}

/// Without control characters, which would speak to a terminal, and not longer than the limit.
fn printable(text: &str) -> String {
    let cut = &text[..text.floor_char_boundary(TEXT_BYTES_MAX)];
    cut.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}

#[derive(Default)]
struct Draft {
    queue_name: String,
    queue_id: String,
    arrived: Option<Timestamp>,
    size_bytes: u64,
    sender: String,
    first_recipients: Vec<QueuedRecipient>,
    recipients: u32,
}

#[derive(Deserialize)]
struct Recipient {
    #[serde(default)]
    address: String,
    #[serde(default)]
    delay_reason: Option<String>,
}

struct DraftSeed<'a>(&'a mut Draft);

impl<'de> DeserializeSeed<'de> for DraftSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for DraftSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a queued message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "queue_name" => self.0.queue_name = map.next_value()?,
                "queue_id" => self.0.queue_id = map.next_value()?,
                "arrival_time" => self.0.arrived = Some(Timestamp::from_unix_s(map.next_value()?)),
                "message_size" => self.0.size_bytes = map.next_value()?,
                "sender" => self.0.sender = map.next_value()?,
                "recipients" => map.next_value_seed(RecipientsSeed(self.0))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

struct RecipientsSeed<'a>(&'a mut Draft);

impl<'de> DeserializeSeed<'de> for RecipientsSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RecipientsSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its recipients")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(recipient) = list.next_element::<Recipient>()? {
            self.0.recipients = self.0.recipients.saturating_add(1);
            if self.0.first_recipients.len() < RECIPIENTS_SHOWN_MAX {
                self.0.first_recipients.push(QueuedRecipient {
                    address: printable(&recipient.address),
                    delay_reason: recipient.delay_reason.as_deref().map(printable),
                });
            }
        }
        Ok(())
    }
}
