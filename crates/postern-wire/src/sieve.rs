//! What a Sieve script does with mail, read and never run (RFC 5228).
//!
//! A reader of whoever looks for rules that an attacker left behind: where mail is sent on, thrown away or put, and whether
//! that depends on a test. Tests themselves are opaque but for those whose answer stands in the script (`true`, `not false`).
//! Known with their own forms: `redirect` also with `:copy` (RFC 3894), `fileinto` also with `:create` (RFC 5490), `discard`,
//! `keep`, `stop`, `reject` and `ereject` (RFC 5429), `vacation` (RFC 5230), `include` (RFC 6609) and `notify`
//! (RFC 5435); every other command is named.
//!
//! This file knows no mailbox, no account and not what is suspicious.

mod parse;
#[cfg(test)]
mod tests;
mod token;

use parse::Parser;

/// Largest script that is read, in bytes; the most that Pigeonhole takes unless a site says otherwise.
pub const SCRIPT_BYTES_MAX: usize = 1024 * 1024;
/// Deepest nesting of blocks and of tests. Pigeonhole stops at 32 for both.
pub const NESTING_MAX: usize = 32;
/// Most deeds that are told of one script; a script with more is not what a person writes.
pub const DEEDS_MAX: usize = 2_000;

/// What a command does with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Sends it on.
    Redirect {
        /// Where to, as the script has it; with the extension `variables` it may hold `${…}`.
        to: String,
        /// A copy stays (`:copy`); otherwise the mail is gone unless something else keeps it.
        is_copy: bool,
    },
    /// Puts it into a folder.
    FileInto {
        /// Which.
        folder: String,
        /// And does what else would be done (`:copy`).
        is_copy: bool,
        /// Makes the folder if there is none.
        creates: bool,
    },
    /// Throws it away.
    Discard,
    /// Keeps it in the inbox.
    Keep,
    /// Refuses it, with a text for the sender.
    Reject,
    /// Ends the script.
    Stop,
    /// Answers the sender.
    Vacation,
    /// Runs another script.
    Include {
        /// Its name.
        script: String,
        /// It is the site's (`:global`), not the person's own.
        is_global: bool,
    },
    /// Tells somebody elsewhere of it.
    Notify {
        /// As the script has it: `mailto:…`, `xmpp:…`.
        method: String,
    },
    /// Another command: `pipe`, `execute`, `addflag`, `set`.
    Other {
        /// Its name, in lower case.
        command: String,
    },
}

/// A deed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub deed: Deed,
    /// Only when a test says so. A deed behind a test that is never true is left out.
    pub is_conditional: bool,
    /// In which line, from 1.
    pub line: u32,
}

/// Why a script cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// It has more than [`SCRIPT_BYTES_MAX`] bytes.
    #[error("the script has more than {SCRIPT_BYTES_MAX} bytes")]
    TooLarge,
    /// Blocks or tests are nested deeper than [`NESTING_MAX`].
    #[error("line {line}: nested deeper than {NESTING_MAX}")]
    TooDeep {
        /// Where.
        line: u32,
    },
    /// It does more than [`DEEDS_MAX`] things.
    #[error("the script has more than {DEEDS_MAX} commands")]
    TooMany,
    /// It is no Sieve.
    #[error("line {line}: {problem}")]
    Syntax {
        /// Where.
        line: u32,
        /// What is wrong.
        problem: &'static str,
    },
}

/// What the script does, in its order. Bytes that are no UTF-8 are read as U+FFFD.
///
/// # Errors
/// [`ScriptError`]; then nothing is known of it, and nobody may take it for harmless.
pub fn read(script: &[u8]) -> Result<Vec<Found>, ScriptError> {
    if script.len() > SCRIPT_BYTES_MAX {
        return Err(ScriptError::TooLarge);
    }
    Parser::new(&String::from_utf8_lossy(script)).script()
}
