//! weakforced's management commands: blocked and allowed keys, resets and counters, in its JSON.
//!
//! Dovecot asks none of these; scripts and help desks of a site that ran weakforced (wforce) do. Names, statuses
//! and reasons are those of wforce 3.0.1 (`docs/swagger/wforce_api.7.yml` and `wforce/wforce-web.cc`), so that
//! what read its answers reads ours. Two things differ on purpose: a value of the wrong type is refused (wforce
//! reads it as empty), and what has no meaning here is refused by name instead of being accepted and forgotten.
//! This file knows no list, clock or permission.

mod answers;
mod key;

use serde::Deserialize;

pub use answers::{
    EntryView, KeyStats, ListStanding, NO_END, ServerStats, encode_entries, encode_key_stats,
    encode_server_stats, encode_time,
};
pub use key::{Key, KeyKind};

/// Longest time that an entry may be asked for, in seconds: what fits wforce's own 32 bits (136 years).
pub const EXPIRE_S_MAX: i64 = u32::MAX as i64;

/// Longest reason, in bytes: what a restriction's note may hold.
pub const REASON_BYTES_MAX: usize = 1_000;

/// Which of the two lists. wforce calls them blacklist (BL) and whitelist (WL).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Keys that are refused.
    Block,
    /// Keys that are let through whatever the rules say.
    Allow,
}

/// A command that reads or changes more than one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Management {
    /// Forget what was counted for a key, and end its block. `POST`.
    Reset,
    /// What is counted for a key. `POST`.
    GetDbStats,
    /// Put a key on a list. `POST`.
    Add(List),
    /// Take a key from a list. `POST`.
    Delete(List),
    /// Everything on a list. `GET`.
    Get(List),
}

impl Management {
    /// Reads wforce's name of the command.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "reset" => Self::Reset,
            "getDBStats" => Self::GetDbStats,
            "addBLEntry" => Self::Add(List::Block),
            "addWLEntry" => Self::Add(List::Allow),
            "delBLEntry" => Self::Delete(List::Block),
            "delWLEntry" => Self::Delete(List::Allow),
            "getBL" => Self::Get(List::Block),
            "getWL" => Self::Get(List::Allow),
            _ => return None,
        })
    }

    /// Whether it is asked with `GET`; all others are with `POST`.
    pub const fn is_get(self) -> bool {
        match self {
            Self::Get(_) => true,
            Self::Reset | Self::GetDbStats | Self::Add(_) | Self::Delete(_) => false,
        }
    }
}

/// A command of wforce for which there is nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// `syncDBs`, `syncDone`, `dumpEntries`, `addSibling`, `removeSibling`, `setSiblings`.
    Replication,
}

impl Foreign {
    /// Reads wforce's name of the command.
    pub fn named(name: &str) -> Option<Self> {
        ["syncDBs", "syncDone", "dumpEntries", "addSibling", "removeSibling", "setSiblings"]
            .contains(&name)
            .then_some(Self::Replication)
    }

    /// What the caller is told.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Replication => {
                "Postern has no siblings to replicate to: take this command out of the script"
            }
        }
    }
}

/// `addBLEntry` or `addWLEntry`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddEntry {
    /// What to put on the list.
    pub key: Key,
    /// For how long, in seconds: `1..=EXPIRE_S_MAX`.
    pub expire_s: i64,
    /// Why, in the caller's words; not empty, at most [`REASON_BYTES_MAX`] bytes.
    pub reason: String,
}

/// Why a management command was not read. wforce answers 400 when it cannot read the JSON and 500 when it does
/// not like what it read.
#[derive(Debug, thiserror::Error)]
pub enum ManagementError {
    /// Not JSON, not an object, or a value of the wrong type.
    #[error("the body is not a JSON object of this command: {0}")]
    NotJson(#[from] serde_json::Error),
    /// No key at all, in an entry.
    #[error("Must provide at least one of login, ip or netmask")]
    NoEntryKey,
    /// No key at all, in a reset or a question about counters.
    #[error("No ip or login field supplied")]
    NoKey,
    /// Two keys that exclude each other.
    #[error("netmask and other parameters are mutually exclusive")]
    NetmaskAndOther,
    /// JA3 fingerprints are not looked at here: an entry that nobody would look at is refused.
    #[error("ja3 is not supported: Postern does not look at JA3 fingerprints")]
    Ja3,
    /// The address or network is none.
    #[error("{field} is not an IP address{}", if *field == "netmask" { " or network" } else { "" })]
    NotAnAddress {
        /// `ip` or `netmask`.
        field: &'static str,
    },
    /// The login is empty or longer than any address.
    #[error("login is empty or too long")]
    NotALogin,
    /// An entry without its end.
    #[error("Missing mandatory expire_secs field")]
    NoExpiry,
    /// An end that is none.
    #[error("expire_secs must be from 1 to {EXPIRE_S_MAX}")]
    ExpiryOutOfRange,
    /// An entry without its reason.
    #[error("Missing mandatory reason field")]
    NoReason,
    /// A reason that says nothing, or too much.
    #[error("reason must have from 1 to {REASON_BYTES_MAX} bytes")]
    ReasonOutOfRange,
}

impl ManagementError {
    /// The HTTP status that wforce gives it.
    pub const fn http_status(&self) -> u16 {
        match self {
            Self::NotJson(_) | Self::NoKey => 400,
            Self::NoEntryKey
            | Self::NetmaskAndOther
            | Self::NotAnAddress { .. }
            | Self::NotALogin
            | Self::NoExpiry
            | Self::ExpiryOutOfRange
            | Self::NoReason
            | Self::ReasonOutOfRange => 500,
            Self::Ja3 => 501,
        }
    }
}

/// The keys of all these bodies. `null` is as good as absent; unknown keys are skipped, as in wforce.
#[derive(Deserialize)]
struct Body {
    ip: Option<String>,
    netmask: Option<String>,
    login: Option<String>,
    ja3: Option<String>,
    expire_secs: Option<i64>,
    reason: Option<String>,
}

fn read(body: &str) -> Result<Body, ManagementError> {
    let body: Body = serde_json::from_str(body)?;
    if body.ja3.is_some() { Err(ManagementError::Ja3) } else { Ok(body) }
}

/// Reads the body of `addBLEntry` and `addWLEntry`.
///
/// # Errors
/// [`ManagementError`].
pub fn decode_add(body: &str) -> Result<AddEntry, ManagementError> {
    let body = read(body)?;
    let key = entry_key(&body)?;
    let expire_s = body.expire_secs.ok_or(ManagementError::NoExpiry)?;
    if !(1..=EXPIRE_S_MAX).contains(&expire_s) {
        return Err(ManagementError::ExpiryOutOfRange);
    }
    let reason = body.reason.ok_or(ManagementError::NoReason)?;
    let reason = reason.trim();
    if !(1..=REASON_BYTES_MAX).contains(&reason.len()) {
        return Err(ManagementError::ReasonOutOfRange);
    }
    Ok(AddEntry { key, expire_s, reason: reason.to_owned() })
}

/// Reads the body of `delBLEntry` and `delWLEntry`.
///
/// # Errors
/// [`ManagementError`].
pub fn decode_delete(body: &str) -> Result<Key, ManagementError> {
    entry_key(&read(body)?)
}

/// Reads the body of `reset` and `getDBStats`, which know no netmask.
///
/// # Errors
/// [`ManagementError`].
pub fn decode_key(body: &str) -> Result<Key, ManagementError> {
    let body = read(body)?;
    key::of(body.ip.as_deref(), None, body.login.as_deref())?.ok_or(ManagementError::NoKey)
}

fn entry_key(body: &Body) -> Result<Key, ManagementError> {
    key::of(body.ip.as_deref(), body.netmask.as_deref(), body.login.as_deref())?
        .ok_or(ManagementError::NoEntryKey)
}

#[cfg(test)]
mod tests;
