//! The configuration file: what the site decided before the server starts, and nothing that changes while it
//! runs (thresholds are policies and live in the store).
//!
//! This is the only place that knows the file's format. Every problem is told as `file:line: key: what is wrong
//! and what to do`, all of them at once, because whoever edits the file wants to edit it once.

mod gates;
pub mod keys;
pub mod listen;
mod reader;
mod sections;
mod web;

use std::fmt;
use std::path::{Path, PathBuf};

use postern_connect::AtlasFiles;
use postern_core::account::Language;
use postern_core::address::ClientNetwork;
use postern_core::name::NameRules;
use postern_engine::sending::{SpamHeader, TrustedReporters};

pub use self::listen::Listen;
use self::reader::Reader;
pub use self::web::Web;

/// Where the file is unless somebody says otherwise.
pub const DEFAULT_PATH: &str = "/etc/postern/postern.toml";
/// Where the control socket is unless the file says otherwise.
pub const DEFAULT_SOCKET: &str = "/run/postern/control.sock";
/// Largest configuration file, bytes. A complete one has about 3 KiB.
pub const FILE_BYTES_MAX: usize = 256 * 1024;

/// Everything that the file says, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The file that it was read from; none where a program wrote the text.
    pub file: Option<PathBuf>,
    /// People and history are made up.
    pub is_sample: bool,
    /// Folder of the store.
    pub data_dir: PathBuf,
    /// Names, domains, time.
    pub site: Site,
    /// Path of the control socket.
    pub socket: PathBuf,
    /// Where Postfix asks.
    pub postfix_policy: Option<PostfixPolicyGate>,
    /// Where a mail server's milter client asks.
    pub milter: Option<MilterGate>,
    /// Where Postfix's log is read.
    pub mail_log: Option<MailLog>,
    /// Where Dovecot asks.
    pub auth_policy: Option<AuthPolicyGate>,
    /// Where applications ask, and where one-time links lead.
    pub web: Option<Web>,
    /// Dovecot's files.
    pub dovecot: Option<DovecotExport>,
    /// Postfix's map.
    pub postfix: Option<PostfixExport>,
    /// Postfix's queue.
    pub mail_queue: Option<MailQueueAccess>,
    /// Dovecot's API.
    pub doveadm: Option<DoveadmAccess>,
    /// Mail to the admins.
    pub notify: Option<Notify>,
    /// Whose complaints are believed.
    pub reporters: TrustedReporters,
    /// Databases of places; none when the site has none.
    pub geo: AtlasFiles,
    /// Filter of breached passwords.
    pub breached_file: Option<PathBuf>,
    /// Words that the site rules out in passwords, one a line.
    pub password_words_file: Option<PathBuf>,
    /// The server's own log.
    pub log: Log,
}

/// Names, domains, time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// How names are read.
    pub names: NameRules,
    /// Under which IPv4 clients arrive through a translator.
    pub nat64: Option<postern_core::address::Nat64Prefix>,
    /// Our own domains, canonical ASCII.
    pub own_domains: Vec<String>,
    /// IANA time zone.
    pub time_zone: String,
    /// Page for refused senders, without a trailing slash.
    pub help_url: String,
}

/// The sockets of a gate, at least one of both kinds together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doors {
    /// Asked directly.
    pub listen: Vec<Listen>,
    /// Asked through a proxy that sends a PROXY header first.
    pub proxied: Vec<Listen>,
    /// Who may send such a header; empty only if every socket of `proxied` is a Unix socket.
    pub proxies: Vec<ClientNetwork>,
}

/// Where Postfix asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostfixPolicyGate {
    /// Sockets.
    pub doors: Doors,
    /// The positive answer; `None` answers DUNNO.
    pub restriction_class: Option<String>,
}

/// Where a mail server's milter client asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilterGate {
    /// Sockets.
    pub doors: Doors,
    /// How the site's own scanner calls a mail spam, if one is in front of us.
    pub spam_header: Option<SpamHeader>,
}

/// Where Postfix's log is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLog {
    /// Files that grow.
    pub files: Vec<PathBuf>,
    /// Sockets that we make and syslog writes to.
    pub sockets: Vec<PathBuf>,
}

/// Where Dovecot asks.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthPolicyGate {
    /// Sockets.
    pub doors: Doors,
    /// The key that Dovecot sends, as read from the file that the configuration names.
    pub api_key: String,
    /// The key that may change lists and counters, another one; `None` switches that off.
    pub management_key: Option<String>,
}

impl fmt::Debug for AuthPolicyGate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthPolicyGate").field("doors", &self.doors).finish_non_exhaustive()
    }
}

/// Dovecot's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DovecotExport {
    /// passwd-file of everybody with a password.
    pub passwd_file: PathBuf,
    /// Names that may not sign in.
    pub deny_file: PathBuf,
    /// Owner of the mailboxes.
    pub uid: u32,
    /// Group of the mailboxes.
    pub gid: u32,
    /// Home pattern with Dovecot's `%d` and `%n`.
    pub home: String,
}

/// Postfix's map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostfixExport {
    /// The map's path without its type's ending.
    pub sending_map: PathBuf,
    /// `lmdb` or another type that `postmap` knows.
    pub map_type: String,
    /// Postfix's configuration folder, for several instances.
    pub config_dir: Option<PathBuf>,
}

/// Postfix's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailQueueAccess {
    /// Whether a restriction of sending holds what is queued.
    pub holds_restricted: bool,
    /// Run what is for root alone through `sudo -n`.
    pub sudo: bool,
    /// Postfix's configuration folder, for several instances.
    pub config_dir: Option<PathBuf>,
}

/// Dovecot's API.
#[derive(Clone, PartialEq, Eq)]
pub struct DoveadmAccess {
    /// Where it listens.
    pub api: Listen,
    /// The key that it wants.
    pub api_key: String,
}

impl fmt::Debug for DoveadmAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DoveadmAccess").field("api", &self.api).finish_non_exhaustive()
    }
}

/// Mail to the admins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notify {
    /// `host:port` of a relay that takes our mail.
    pub relay: String,
    /// Sender address.
    pub from: String,
    /// Recipients, at least one.
    pub admins: Vec<String>,
    /// What they read.
    pub language: Language,
}

/// The server's own log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// `error`, `warn`, `info`, `debug` or `trace`.
    pub level: String,
    /// How lines are written.
    pub format: LogFormat,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// One thing that is wrong in the file; `check-config --json` prints it with these keys.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// Dotted key; empty when the line is not TOML.
    pub key: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file could not be read.
    #[error("cannot read {path}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file was read and something in it is wrong.
    #[error("{}", Self::lines(path, problems))]
    Wrong {
        /// The file.
        path: PathBuf,
        /// In the order of lines, at least one.
        problems: Vec<Problem>,
    },
}

impl ConfigError {
    fn lines(path: &Path, problems: &[Problem]) -> String {
        let line = |problem: &Problem| {
            let key = if problem.key.is_empty() { String::new() } else { format!("{}: ", problem.key) };
            format!("{}:{}: {key}{}", path.display(), problem.line, problem.message)
        };
        problems.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

impl Config {
    /// Reads and checks the file, and the key file that it names.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        let parsed = Self::parse(&text);
        let parsed = parsed.map_err(|problems| ConfigError::Wrong { path: path.to_owned(), problems })?;
        Ok(Self { file: Some(path.to_owned()), ..parsed })
    }

    /// Checks the text of a file.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        if text.len() > FILE_BYTES_MAX {
            let message = format!("the file is larger than {FILE_BYTES_MAX} bytes");
            return Err(vec![Problem { line: 1, key: String::new(), message }]);
        }
        let mut reader = Reader::new(text).map_err(|problem| vec![problem])?;
        let config = sections::read(&mut reader);
        let problems = reader.into_problems();
        match config {
            Some(config) if problems.is_empty() => Ok(config),
            Some(_) | None => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests;
