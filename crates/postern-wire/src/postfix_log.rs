//! Lines of Postfix's mail log: who handed a message in, how it is named, where it went and what the other
//! server said.
//!
//! [`Line::parse`] reads one line, from a file or from a syslog socket. It knows no file, no clock and no other
//! line: which year a time stamp without one means is told by [`LogTime::unix_s`] with a time nearby, and what
//! belongs to one message is joined by whoever keeps the queue ids.
//!
//! ```text
//! Mar  2 08:00:00 mx postfix/submission/smtpd[71]: 4cQ…1B2: client=pc[192.0.2.7], sasl_method=PLAIN, sasl_username=rob
//! 2026-03-02T08:00:00.5+01:00 mx postfix/smtp[72]: 4cQ…1B2: to=<ann@a.example>, relay=…, dsn=2.0.0, status=sent (250 Ok)
//! └────── LogTime ──────────┘ host └── program ─┘   └ queue id └────────────────── Event ──────────────────────────────┘
//! ```
//!
//! **What strangers write.** Envelope addresses, message ids and the other server's reply are theirs to choose.
//! Postfix makes control characters question marks, so none of them can begin a line. Within a line each value
//! is delimited from the side that strangers do not write, and quotes of an address are honoured. One ambiguity
//! stays: with `info_log_addr_form = internal`, the only form before Postfix 3.5, an address that itself holds
//! `>, relay=` is cut there. Whoever can write to the syslog socket can write any line; a file is as
//! trustworthy as its writers.

mod event;
mod time;

#[cfg(test)]
mod tests;

pub use event::{Client, Delivery, DeliveryStatus, Event, Queued};
pub use time::{LogTime, UNIX_S_MAX};

/// Longest line, in bytes without its line feed. Postfix itself writes at most about 2,000 and rsyslog 8,192.
pub const LINE_BYTES_MAX: usize = 8 * 1024;

/// Longest queue id. A short one has about 11 characters and a long one 15 to 20.
pub const QUEUE_ID_BYTES_MAX: usize = 32;

/// One line that Postfix wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// When it was written.
    pub time: LogTime,
    /// The host that wrote it.
    pub host: &'a str,
    /// The service, which is the last part of the program's name: `smtpd` of `postfix/submission/smtpd`.
    pub service: &'a str,
    /// Which message it is about; `None` of a line about none, like `connect from`.
    pub queue_id: Option<&'a str>,
    /// What happened.
    pub event: Event<'a>,
}

/// Why a line is not one of Postfix's. Other programs write to the same file, so this is nothing to stop at,
/// unless it is every line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Longer than [`LINE_BYTES_MAX`].
    #[error("the line is longer than {LINE_BYTES_MAX} bytes")]
    TooLong,
    /// Neither `Mar  2 08:00:00` nor `2026-03-02T08:00:00+01:00`.
    #[error("the line does not begin with a time")]
    NoTime,
    /// No `host program[pid]: ` behind the time, or a program without the `/` of Postfix's names.
    #[error("the line is not one of Postfix's")]
    NotPostfix,
}

impl<'a> Line<'a> {
    /// Reads one line without its line feed. Bytes that are not UTF-8 are the caller's to replace
    /// ([`String::from_utf8_lossy`]).
    ///
    /// # Errors
    /// [`LineError`], for which the line is to be skipped.
    pub fn parse(line: &'a str) -> Result<Self, LineError> {
        if line.len() > LINE_BYTES_MAX {
            return Err(LineError::TooLong);
        }
        let (time, rest) = LogTime::read(without_priority(line)).ok_or(LineError::NoTime)?;
        let (host, rest) = rest.trim_start().split_once(' ').ok_or(LineError::NotPostfix)?;
        let (tag, message) = rest.trim_start().split_once(": ").ok_or(LineError::NotPostfix)?;
        let program = tag.split_once('[').map_or(tag, |(program, _pid)| program);
        // `postfix/smtpd`, `postfix-out/smtp`, or what `syslog_name` says with the service behind it.
        let (_instance, service) = program.rsplit_once('/').ok_or(LineError::NotPostfix)?;
        if program.contains(char::is_whitespace) || service.is_empty() {
            return Err(LineError::NotPostfix);
        }
        let (queue_id, message) = match message.split_once(": ") {
            Some((id, message)) if is_queue_id(id) => (Some(id), message),
            Some(_) | None => (None, message),
        };
        let event = if queue_id.is_some() { Event::read(service, message) } else { Event::Other };
        Ok(Self { time, host, service, queue_id, event })
    }
}

/// A line from a syslog socket begins with `<22>`, its facility and severity.
fn without_priority(line: &str) -> &str {
    let Some((priority, rest)) = line.strip_prefix('<').and_then(|line| line.split_once('>')) else {
        return line;
    };
    let is_priority = (1..=3).contains(&priority.len()) && priority.bytes().all(|byte| byte.is_ascii_digit());
    if is_priority { rest } else { line }
}

/// Short ids are upper-case hexadecimal: five digits of microseconds, then an inode. Long ones have the digits
/// and the consonants, so that no word comes out, with a `z` before the inode (Postfix's `mail_queue.h`).
fn is_queue_id(text: &str) -> bool {
    if !(6..=QUEUE_ID_BYTES_MAX).contains(&text.len()) {
        return false;
    }
    let is_short = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
    let is_long = || {
        let is_digit = |byte: u8| byte.is_ascii_alphanumeric() && !b"aeiouAEIOU".contains(&byte);
        text.len() >= 10 && text.contains('z') && text.bytes().all(is_digit)
    };
    is_short || is_long()
}
