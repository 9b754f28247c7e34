//! Postfix's SMTPD policy delegation (SMTPD_POLICY_README): `name=value` lines up to an empty line in, one
//! `action=` line and an empty line out.
//!
//! The decoder reads a growing buffer and never looks at a byte twice: it keeps where each attribute that we
//! use lies, and borrows the request out of the buffer once the empty line is there. Names that we do not use
//! are skipped, a value may itself hold `=`, order does not matter, and of an attribute sent twice the last one
//! counts (the README leaves that to the server).
//!
//! **Bytes that are not UTF-8** never make a request malformed. Sender and recipient are a stranger's choice,
//! and a connection closed for them would let the mail through by Postfix's `default_action`; so such a value
//! is read with U+FFFD in place of what is foreign. The limits below are wider than what Postfix passes on
//! from a client (`line_length_limit`, 2,048 bytes) for the same reason.

mod action;
mod request;

pub use action::{Action, NotAClassName, REFUSAL_TEXT_BYTES_MAX, RestrictionClass};
pub use request::Request;

use request::{Field, Spans};

/// Longest request, in bytes with its empty line. Postfix 3.7 sends about 720; five attributes can each hold
/// one of the client's lines of at most 2,048 bytes.
pub const REQUEST_BYTES_MAX: usize = 16 * 1024;

/// Longest line, in bytes without its line feed: twice Postfix's `line_length_limit`.
pub const LINE_BYTES_MAX: usize = 4 * 1024;

/// Most attributes of one request. Postfix 3.7 sends 28, Postfix 3.12 sends 33.
pub const ATTRIBUTES_MAX: usize = 100;

// A span holds its offsets in 16 bits.
const _: () = assert!(REQUEST_BYTES_MAX <= u16::MAX as usize);

/// Why the bytes are not a policy request. The connection cannot be read on after any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodePolicyError {
    /// Longer than [`REQUEST_BYTES_MAX`].
    #[error("the request is longer than {REQUEST_BYTES_MAX} bytes")]
    RequestTooLong,
    /// A line longer than [`LINE_BYTES_MAX`].
    #[error("a line is longer than {LINE_BYTES_MAX} bytes")]
    LineTooLong,
    /// More than [`ATTRIBUTES_MAX`] lines.
    #[error("the request has more than {ATTRIBUTES_MAX} attributes")]
    TooManyAttributes,
    /// A line without `=`, or with nothing before it.
    #[error("a line is not name=value")]
    NotNameAndValue,
    /// A NUL byte, which the protocol forbids.
    #[error("the request holds a NUL byte")]
    HoldsNul,
    /// `recipient_count` or `size` is not a number.
    #[error("the attribute {name} is not a number")]
    NotANumber {
        /// The attribute.
        name: &'static str,
    },
    /// No `request=smtpd_access_policy`: something else is speaking to us.
    #[error("the attribute request=smtpd_access_policy is missing")]
    NotAPolicyRequest,
}

/// One request, and how many bytes of the buffer it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// What is asked.
    pub request: Request<'a>,
    /// Bytes to drop from the front of the buffer before the next call.
    pub bytes: usize,
}

/// Reads one request after the other from a buffer that grows at its end.
#[derive(Debug, Default)]
pub struct Decoder {
    /// Where the line that is being read starts.
    line_start: usize,
    /// Up to here there is no further line feed.
    searched: usize,
    /// Where the name of the line that is being read ends, once that was seen.
    equals: Option<usize>,
    attributes: usize,
    is_policy_request: bool,
    spans: Spans,
}

impl Decoder {
    /// A decoder at the start of a request.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads on. `buffer` starts with the first byte of the request that is being read, whatever part of it
    /// was seen by an earlier call; `None` asks for more bytes. After a request the decoder is at the start of
    /// the next one.
    ///
    /// # Errors
    /// A [`DecodePolicyError`] that names the limit or rule; the connection is of no further use.
    pub fn decode<'a>(&mut self, buffer: &'a [u8]) -> Result<Option<Decoded<'a>>, DecodePolicyError> {
        while let Some(length) = self.find_line_feed(buffer.get(self.searched..).unwrap_or_default()) {
            let line_end = self.searched + length;
            if line_end >= REQUEST_BYTES_MAX {
                return Err(DecodePolicyError::RequestTooLong);
            }
            if line_end == self.line_start {
                return self.finish(&buffer[..line_end]).map(Some);
            }
            self.read_line(buffer, line_end)?;
            self.line_start = line_end + 1;
            self.searched = self.line_start;
            self.equals = None;
        }
        self.searched = buffer.len();
        if buffer.len() - self.line_start > LINE_BYTES_MAX {
            return Err(DecodePolicyError::LineTooLong);
        }
        if buffer.len() >= REQUEST_BYTES_MAX {
            return Err(DecodePolicyError::RequestTooLong);
        }
        Ok(None)
    }

    /// Notes where the value lies, if the line from `line_start` to `line_end` is one that we use.
    fn read_line(&mut self, buffer: &[u8], line_end: usize) -> Result<(), DecodePolicyError> {
        let line = &buffer[self.line_start..line_end];
        if line.len() > LINE_BYTES_MAX {
            return Err(DecodePolicyError::LineTooLong);
        }
        self.attributes += 1;
        if self.attributes > ATTRIBUTES_MAX {
            return Err(DecodePolicyError::TooManyAttributes);
        }
        let equals = match self.equals {
            Some(equals) if equals > self.line_start => equals - self.line_start,
            Some(_) | None => return Err(DecodePolicyError::NotNameAndValue),
        };
        if let Some(field) = Field::named(&line[..equals]) {
            self.spans.set(field, self.line_start + equals + 1, line_end);
        } else if &line[..equals] == b"request" {
            self.is_policy_request = &line[equals + 1..] == b"smtpd_access_policy";
        }
        Ok(())
    }

    /// The next line feed in `unsearched`, and on the way there the first `=` of the line. Eight bytes at a time: lines and
    /// names are so short that a general search with its choice of instructions takes twice as long.
    fn find_line_feed(&mut self, unsearched: &[u8]) -> Option<usize> {
        let (words, rest) = unsearched.as_chunks::<8>();
        let mut words = words.iter().enumerate();
        while self.equals.is_none() {
            let Some((number, word)) = words.next() else {
                return self.find_line_feed_in_rest(unsearched.len() - rest.len(), rest);
            };
            let (line_feed, equals) = (first_place(b'\n', *word), first_place(b'=', *word));
            if equals < line_feed {
                self.equals = Some(self.searched + number * 8 + equals);
            }
            if line_feed < 8 {
                return Some(number * 8 + line_feed);
            }
        }
        for (number, word) in words {
            let line_feed = first_place(b'\n', *word);
            if line_feed < 8 {
                return Some(number * 8 + line_feed);
            }
        }
        self.find_line_feed_in_rest(unsearched.len() - rest.len(), rest)
    }

    /// The same in the last seven bytes at most, which begin at `start` of what is unsearched.
    fn find_line_feed_in_rest(&mut self, start: usize, rest: &[u8]) -> Option<usize> {
        for (place, &byte) in (start..).zip(rest) {
            match byte {
                b'\n' => return Some(place),
                b'=' => self.equals = self.equals.or(Some(self.searched + place)),
                _ => {}
            }
        }
        None
    }

    /// `lines` is the whole request without its empty line.
    fn finish<'a>(&mut self, lines: &'a [u8]) -> Result<Decoded<'a>, DecodePolicyError> {
        let read = std::mem::take(self);
        if !read.is_policy_request {
            return Err(DecodePolicyError::NotAPolicyRequest);
        }
        // Looked at to the end, so that many bytes are compared at once.
        if lines.iter().fold(false, |held, &byte| held | (byte == 0)) {
            return Err(DecodePolicyError::HoldsNul);
        }
        Ok(Decoded { request: read.spans.request(lines)?, bytes: lines.len() + 1 })
    }
}

/// The first place of `wanted` among eight bytes; 8 when it is not among them.
fn first_place(wanted: u8, word: [u8; 8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH_BITS: u64 = ONES << 7;
    // A byte of `differs` is zero where `wanted` is. Only a zero byte, or one above it, borrows into its high bit, so
    // the lowest bit set belongs to the first place.
    let differs = u64::from_le_bytes(word) ^ (ONES * u64::from(wanted));
    let hits = differs.wrapping_sub(ONES) & !differs & HIGH_BITS;
    hits.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests;
