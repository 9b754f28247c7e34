//! The attributes of a policy request that we use, and where they lie in the buffer.

use std::borrow::Cow;

use super::DecodePolicyError;

/// What Postfix asks, of the attributes that we use. An attribute that was not sent is empty or zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request<'a> {
    /// `RCPT`, `END-OF-MESSAGE`, …
    pub protocol_state: Cow<'a, str>,
    /// The authenticated login; empty when unauthenticated.
    pub sasl_username: Cow<'a, str>,
    /// The envelope sender; empty for a bounce.
    pub sender: Cow<'a, str>,
    /// The recipient; at the end of a message only if it has exactly one.
    pub recipient: Cow<'a, str>,
    /// Recipients accepted so far; 0 before DATA.
    pub recipient_count: u32,
    /// Bytes: what the client announced, and the real size at the end of the message.
    pub size: u64,
    /// The same for all requests of one message.
    pub instance: Cow<'a, str>,
    /// Empty until the first recipient is accepted.
    pub queue_id: Cow<'a, str>,
    /// The client's IP address.
    pub client_address: Cow<'a, str>,
}

impl Request<'_> {
    /// Appends the request as Postfix would send it, with its empty line. For programs that play Postfix: the
    /// demo, the benchmark and the tests. Values must hold no NUL and no line feed.
    pub fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"request=smtpd_access_policy\n");
        for (field, value) in [
            (Field::ProtocolState, &self.protocol_state),
            (Field::ClientAddress, &self.client_address),
            (Field::QueueId, &self.queue_id),
            (Field::Instance, &self.instance),
            (Field::Sender, &self.sender),
            (Field::Recipient, &self.recipient),
            (Field::SaslUsername, &self.sasl_username),
        ] {
            push_attribute(out, field, value);
        }
        push_attribute(out, Field::RecipientCount, &self.recipient_count.to_string());
        push_attribute(out, Field::Size, &self.size.to_string());
        out.push(b'\n');
    }
}

fn push_attribute(out: &mut Vec<u8>, field: Field, value: &str) {
    out.extend_from_slice(field.name().as_bytes());
    out.push(b'=');
    out.extend_from_slice(value.as_bytes());
    out.push(b'\n');
}

/// An attribute that we use.
#[derive(Clone, Copy)]
pub(super) enum Field {
    ProtocolState,
    SaslUsername,
    Sender,
    Recipient,
    RecipientCount,
    Size,
    Instance,
    QueueId,
    ClientAddress,
}

impl Field {
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"protocol_state" => Self::ProtocolState,
            b"sasl_username" => Self::SaslUsername,
            b"sender" => Self::Sender,
            b"recipient" => Self::Recipient,
            b"recipient_count" => Self::RecipientCount,
            b"size" => Self::Size,
            b"instance" => Self::Instance,
            b"queue_id" => Self::QueueId,
            b"client_address" => Self::ClientAddress,
            _ => return None,
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Self::ProtocolState => "protocol_state",
            Self::SaslUsername => "sasl_username",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::RecipientCount => "recipient_count",
            Self::Size => "size",
            Self::Instance => "instance",
            Self::QueueId => "queue_id",
            Self::ClientAddress => "client_address",
        }
    }
}

/// Where each value lies, from the first byte of the request; an attribute not seen is an empty span.
#[derive(Debug, Default)]
pub(super) struct Spans([(u16, u16); FIELDS]);

/// How many attributes [`Field`] has.
const FIELDS: usize = 9;

impl Spans {
    /// `start` and `end` lie below [`super::REQUEST_BYTES_MAX`], so they fit 16 bits.
    pub(super) fn set(&mut self, field: Field, start: usize, end: usize) {
        self.0[field as usize] = (start as u16, end as u16);
    }

    /// Borrows the request out of its lines.
    pub(super) fn request<'a>(&self, lines: &'a [u8]) -> Result<Request<'a>, DecodePolicyError> {
        // One check over the whole request is several times cheaper than one per value.
        let lines = match std::str::from_utf8(lines) {
            Ok(text) => Lines::Text(text),
            Err(_) => Lines::Foreign(lines),
        };
        Ok(Request {
            protocol_state: self.value(lines, Field::ProtocolState),
            sasl_username: self.value(lines, Field::SaslUsername),
            sender: self.value(lines, Field::Sender),
            recipient: self.value(lines, Field::Recipient),
            recipient_count: self.number(lines, Field::RecipientCount)?,
            size: self.number(lines, Field::Size)?,
            instance: self.value(lines, Field::Instance),
            queue_id: self.value(lines, Field::QueueId),
            client_address: self.value(lines, Field::ClientAddress),
        })
    }

    fn value<'a>(&self, lines: Lines<'a>, field: Field) -> Cow<'a, str> {
        let (start, end) = self.0[field as usize];
        let span = usize::from(start)..usize::from(end);
        match lines {
            // A value is cut at `=` and at a line feed, so it starts and ends between characters.
            Lines::Text(text) => Cow::Borrowed(text.get(span).unwrap_or_default()),
            Lines::Foreign(bytes) => String::from_utf8_lossy(bytes.get(span).unwrap_or_default()),
        }
    }

    fn number<N: std::str::FromStr + Default>(
        &self,
        lines: Lines<'_>,
        field: Field,
    ) -> Result<N, DecodePolicyError> {
        let text = self.value(lines, field);
        if text.is_empty() {
            return Ok(N::default());
        }
        text.parse().map_err(|_| DecodePolicyError::NotANumber { name: field.name() })
    }
}

#[derive(Clone, Copy)]
enum Lines<'a> {
    Text(&'a str),
    Foreign(&'a [u8]),
}
