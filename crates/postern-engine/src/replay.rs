//! Replay of a log: what would the rules have done with it.
//!
//! [`replay_mail`] and [`replay_sign_in`] read a CSV file row by row (gzip is recognised by its first bytes) and
//! ask the very functions that the gates ask; [`MailReplayer`] is given mails one by one, from whatever log.
//! [`MailHistory`] puts runs of spam into a log and tells how many are found. Nothing is remembered, written or sent. Replay always enforces:
//! an observe mode in the policy is ignored, and no account gets a discount for being new in the log.
//!
//! ```text
//! time_unix_s,sender,recipients            1772438400,rob@contoso.example,ann@a.example;bo@b.example
//! time_unix_s,user,source_ip,outcome       1772438400,rob,203.0.113.9,fail      (ok | fail | invalid_user)
//! ```
//!
//! Rows are sorted by time. The first row that does not fit ends the replay with its line and column.

mod dice;
mod found;
mod injection;
mod mail;
mod novelty;
pub mod plot;
mod rows;
mod seat;
mod sign_in;
mod synthetic;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io;

use postern_core::name::NameError;

pub use found::{Detection, MailReplay, TouchedAccount};
pub use injection::{
    INJECTED_RECIPIENTS_MAX, InjectionReport, InjectionTrials, MailHistory, MailedTo, Run, STANDARD_RUNS,
    Spammer, Spread,
};
pub use mail::{MailReplayer, MailReplays, replay_mail, replay_mail_side_by_side};
pub use novelty::{NOVELTY_MAX, NoveltyCurve};
pub use sign_in::{FirstLock, REFUSED_MAX, RefusedSuccess, SignInReplay, StoppedSource, replay_sign_in};
pub use synthetic::synthetic_mail_log;

/// Longest row in bytes: Postfix accepts at most 2,000 recipients of a message (outbound reference, b1) of at
/// most 255 bytes.
pub const ROW_BYTES_MAX: u64 = 512 * 1_024;
/// Most recipients of one message: `smtpd_recipient_limit` 1,000 and an overshoot of 1,000.
pub const RECIPIENTS_MAX: usize = 2_000;
/// Longest address, user name or source in bytes: 64 + 1 + 255 (RFC 5321, section 4.5.3.1).
pub const FIELD_BYTES_MAX: usize = 320;
/// Most different senders, or user names, of one log.
pub const ACCOUNTS_MAX: usize = 1_000_000;
/// Rows between two calls of the progress callback.
pub const PROGRESS_EVERY_ROWS: u64 = 1_024;

/// How far a replay is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows judged.
    pub rows: u64,
    /// Bytes read of the file as it lies there, compressed or not.
    pub bytes_read: u64,
}

/// Why a log cannot be replayed. The message names the line, the column and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// Reading or decompressing failed.
    #[error("line {line}: the log cannot be read any further")]
    ReadLog {
        /// The last line that was begun.
        line: u64,
        /// What failed.
        #[source]
        source: io::Error,
    },
    /// The first row is not the header.
    #[error("line 1: the first row has to be {expected:?} and is {found:?}")]
    ReadHeader {
        /// The header of this kind of log.
        expected: &'static str,
        /// The beginning of what was there.
        found: String,
    },
    /// A row does not fit.
    #[error("line {line}, column {column}: {problem}")]
    ReadRow {
        /// Line of the file, the header being 1.
        line: u64,
        /// Name of the column.
        column: &'static str,
        /// What is wrong and what to do.
        problem: RowProblem,
    },
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// Longer than [`ROW_BYTES_MAX`].
    RowTooLong,
    /// Not as many columns as the header.
    Columns {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// Not UTF-8.
    NotUtf8,
    /// Longer than [`FIELD_BYTES_MAX`].
    FieldTooLong,
    /// Not a whole number of seconds since 1970 that fits 32 bits.
    NotATime {
        /// What was given.
        given: String,
    },
    /// Before the row above.
    OutOfOrder {
        /// The time of the row above.
        previous_unix_s: i64,
    },
    /// The sender or user is not an account's name.
    NotAName(NameError),
    /// No recipient, or nothing between two semicolons.
    EmptyRecipient,
    /// More than [`RECIPIENTS_MAX`].
    TooManyRecipients,
    /// Not an IP address.
    NotASource {
        /// What was given.
        given: String,
    },
    /// Not one of the three outcomes.
    NotAnOutcome {
        /// What was given.
        given: String,
    },
    /// More than [`ACCOUNTS_MAX`].
    TooManyAccounts,
    /// More recipients than are kept in memory while runs of spam are tried.
    TooLongForInjection,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RowTooLong => {
                write!(f, "the row is longer than {ROW_BYTES_MAX} bytes; look for a quote that is not closed")
            }
            Self::Columns { found, expected } => {
                write!(f, "{found} columns instead of {expected}; quote fields that hold a comma")
            }
            Self::NotUtf8 => f.write_str("not UTF-8; convert the file, for example with iconv"),
            Self::FieldTooLong => write!(f, "longer than {FIELD_BYTES_MAX} bytes; no address is"),
            Self::NotATime { given } => {
                write!(f, "{given:?} is not a whole number of seconds since 1970 (UTC), up to {}", u32::MAX)
            }
            Self::OutOfOrder { previous_unix_s } => {
                write!(f, "earlier than the row above ({previous_unix_s}); sort the rows by time")
            }
            Self::NotAName(error) => write!(f, "{error}; leave out rows without an account"),
            Self::EmptyRecipient => {
                f.write_str("an empty recipient; write addresses with one semicolon between them")
            }
            Self::TooManyRecipients => {
                write!(f, "more than {RECIPIENTS_MAX} recipients; write one row per message")
            }
            Self::NotASource { given } => {
                write!(f, "{given:?} is not an IPv4 or IPv6 address; leave out rows without one")
            }
            Self::NotAnOutcome { given } => write!(f, "{given:?} is none of ok, fail, invalid_user"),
            Self::TooManyAccounts => {
                write!(f, "more than {ACCOUNTS_MAX} different accounts; split the log by account")
            }
            Self::TooLongForInjection => {
                let most = injection::HISTORY_RECIPIENTS_MAX;
                write!(f, "more than {most} recipients in all; try runs of spam on a part of the log")
            }
        }
    }
}

impl std::error::Error for RowProblem {}
