//! Dovecot's auth-policy: small JSON questions over HTTP, in the shapes of weakforced (wforce).
//!
//! This file knows the commands, the bodies and the answers; HTTP itself (heads, keep-alive, credentials) is
//! the gate's. Dovecot lets in whoever it gets an unreadable answer for, or one with a status other than 200,
//! so what a client of the mail server can choose (a login, a client's name for itself) never makes a body
//! undecodable: foreign bytes are read with U+FFFD in their place and long values are cut.

mod body;

use std::borrow::Cow;

use bytes::Bytes;

use crate::push_ascii_line;
use crate::wforce::{Foreign, Management};

/// Longest body that is read, in bytes. Dovecot's own are about 200.
pub const BODY_BYTES_MAX: usize = 16 * 1024;

/// Longest login, in bytes: 64 for the local part, `@`, 255 for the domain (RFC 5321, 4.5.3.1). The decoder
/// hands longer ones on, cut at [`VALUE_BYTES_MAX`]; the gate refuses them without asking, because an
/// answer of "go on" would be a way around the counters.
pub const LOGIN_BYTES_MAX: usize = 320;

/// Every value is cut at so many bytes. Twice an IMAP `ID` value (RFC 2971, 3.3: 1,024).
pub const VALUE_BYTES_MAX: usize = 2 * 1024;

/// Longest message of an answer, in bytes: it must fit an SMTP reply line of 512 octets.
pub const MESSAGE_BYTES_MAX: usize = 400;

/// What is asked, by the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// May this attempt go on? `POST`.
    Allow,
    /// This is what became of an attempt. `POST`.
    Report,
    /// Are you there? `GET` or `POST`.
    Ping,
    /// How much was asked? `GET`.
    Stats,
    /// Ready for questions? `GET`, no credential needed.
    Ready,
    /// Alive? `GET`, no credential needed.
    Live,
    /// Lists and counters.
    Manage(Management),
    /// A command of wforce that has no meaning here.
    Foreign(Foreign),
}

impl Command {
    /// Reads the command from the URL's path and query: `/?command=allow` (Dovecot), `/command/allow` (wforce),
    /// each also below a path of the site's own, and `/readyz` and `/livez` alone. The query wins. `None` for
    /// any other.
    pub fn of(path: &str, query: Option<&str>) -> Option<Self> {
        let named = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("command=")));
        let name = match named {
            Some(name) => name,
            None => {
                let (above, name) = path.rsplit_once('/')?;
                let is_command = above.rsplit('/').next() == Some("command");
                (is_command || matches!(path, "/readyz" | "/livez")).then_some(name)?
            }
        };
        match name {
            "allow" => Some(Self::Allow),
            "report" => Some(Self::Report),
            "ping" => Some(Self::Ping),
            "stats" => Some(Self::Stats),
            "readyz" => Some(Self::Ready),
            "livez" => Some(Self::Live),
            _ => {
                Management::named(name).map(Self::Manage).or_else(|| Foreign::named(name).map(Self::Foreign))
            }
        }
    }
}

/// The body of `allow` or `report`. What was not sent is empty or false, as in wforce; unknown keys are skipped
/// (so is `tls`, whose type differs between Dovecot's releases); of a key sent twice the last one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt<'a> {
    /// The login as it came.
    pub login: Cow<'a, str>,
    /// The client's address as it came.
    pub remote: Cow<'a, str>,
    /// The truncated password hash in hex.
    pub pwhash: Cow<'a, str>,
    /// `imap`, `pop3`, `smtp`, `sieve`, …
    pub protocol: Cow<'a, str>,
    /// What the client says it is.
    pub device_id: Cow<'a, str>,
    /// Empty for SMTP through Postfix.
    pub session_id: Cow<'a, str>,
    /// `attrs.phase`: `after` once the password was right.
    pub phase: Cow<'a, str>,
    /// `attrs.cred`: which credential was right; known in the after phase only.
    pub cred: Cow<'a, str>,
    /// `attrs.mech`: `PLAIN`, `LOGIN`, …
    pub mech: Cow<'a, str>,
    /// Report only: it signed in.
    pub success: bool,
    /// Report only: the answer to `allow` refused it.
    pub policy_reject: bool,
    /// Report only, from Dovecot 2.4 on: `credentials`, `expired`, …
    pub fail_type: Cow<'a, str>,
}

/// A body that is not an attempt: not JSON, not an object, or a value of the wrong type.
#[derive(Debug, thiserror::Error)]
#[error("the body is not a JSON object of an attempt: {source}")]
pub struct DecodeAttemptError {
    /// Where and why, as the JSON reader says it; it quotes nothing of the body.
    #[from]
    source: serde_json::Error,
}

/// The body as text. Bytes that are not UTF-8 become U+FFFD; nothing is copied when there are none.
pub fn readable(body: &[u8]) -> Cow<'_, str> {
    // The lossy reader alone would do, at ten times the cost for a body that is in order.
    std::str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::Borrowed)
}

/// Reads the body of `allow` or `report`.
///
/// # Errors
/// [`DecodeAttemptError`].
pub fn decode(body: &str) -> Result<Attempt<'_>, DecodeAttemptError> {
    Ok(body::decode(body)?)
}

/// The decision in an answer to `allow`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Go on.
    GoOn,
    /// Go on after so many seconds.
    Wait {
        /// Seconds; Dovecot has nothing finer.
        delay_s: u8,
    },
    /// Refuse.
    Refuse,
}

/// The body that answers `allow`. The status is always an integer, the message always a string and `r_attrs`
/// always empty: Dovecot 2.3 takes anything else for an error and lets the client in, and it matches `status`
/// and `msg` at any depth. The message is made printable ASCII on one line, at most [`MESSAGE_BYTES_MAX`].
pub fn encode_answer(status: Status, message: &str) -> Bytes {
    if message.is_empty() {
        match status {
            Status::GoOn => return Bytes::from_static(br#"{"status":0,"msg":"","r_attrs":{}}"#),
            Status::Refuse => return Bytes::from_static(br#"{"status":-1,"msg":"","r_attrs":{}}"#),
            Status::Wait { .. } => {}
        }
    }
    let status = match status {
        Status::GoOn => 0,
        Status::Wait { delay_s } => i16::from(delay_s),
        Status::Refuse => -1,
    };
    let mut out = format!(r#"{{"status":{status},"msg":""#).into_bytes();
    push_ascii_line(&mut out, message, MESSAGE_BYTES_MAX, |out, byte| {
        if matches!(byte, b'"' | b'\\') {
            out.push(b'\\');
        }
        out.push(byte);
    });
    out.extend_from_slice(br#"","r_attrs":{}}"#);
    out.into()
}

/// The body that answers `report`, `ping` and every change.
pub const OK: Bytes = Bytes::from_static(br#"{"status":"ok"}"#);

/// The body that answers `ping` while history is still being read.
pub const WARMUP: Bytes = Bytes::from_static(br#"{"status":"warmup"}"#);

/// The body of a failure whose reason is a text of our own.
pub fn encode_failure(reason: &str) -> Bytes {
    serde_json::json!({ "status": "failure", "reason": reason }).to_string().into()
}

/// Why there is no answer, in wforce's words. The HTTP status beside each is the gate's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No credential, or a wrong one (401).
    Unauthorized,
    /// The body is not readable (400).
    BadBody,
    /// No such command (404).
    NoSuchCommand,
    /// The command is not asked with this method (405).
    WrongMethod,
    /// The body is longer than the limit (413).
    BodyTooLong,
    /// The body did not arrive in time (408).
    BodyTooSlow,
}

impl Failure {
    /// The body of the failure.
    pub const fn body(self) -> Bytes {
        Bytes::from_static(match self {
            Self::Unauthorized => br#"{"status":"failure","reason":"Unauthorized"}"#,
            Self::BadBody => br#"{"status":"failure","reason":"Bad Request"}"#,
            Self::NoSuchCommand => br#"{"status":"failure","reason":"Not found"}"#,
            Self::WrongMethod => br#"{"status":"failure","reason":"Method not allowed"}"#,
            Self::BodyTooLong => br#"{"status":"failure","reason":"Body too long"}"#,
            Self::BodyTooSlow => br#"{"status":"failure","reason":"Body too slow"}"#,
        })
    }
}

#[cfg(test)]
mod tests;
