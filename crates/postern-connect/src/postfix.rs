//! Postfix's map of restricted logins: who may not send while Postern is stopped.
//!
//! `smtpd` asks us first and the map second; our answer names a restriction class that skips the map. So the
//! map counts only when we do not answer. A map of type `lmdb` is updated in place: a session that is open
//! already feels it on its next RCPT, in both directions, which no other type of map does.
//!
//! `postmap lmdb:FILE` replaces the whole content in one LMDB transaction (seen in runs of Postfix 3.7: no
//! reader found a key missing during rewrites of 100,000 rows, and the old content survived `kill -9` at any
//! point), so the source text is kept in step and every change is a full rewrite: 5 ms for a few rows, 120 ms
//! for 100,000. One path, that heals whatever was done to the map by hand.

mod program;
pub mod queue;
mod source;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use postern_engine::ports::{Clock, ExportError, SendingExport};
use tokio::sync::Mutex;

use crate::atomic_file::{self, Look};

/// Postfix's user reads the map. It holds login names and one sentence each, no secret.
const FILE_MODE: u32 = 0o644;

/// How the map is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MapType {
    /// LMDB, updated in place: felt by open sessions at once. Needs the package postfix-lmdb on Debian.
    #[default]
    Lmdb,
    /// Berkeley DB, renamed over: felt by new sessions only. The fall-back where there is no LMDB.
    Hash,
}

impl MapType {
    /// From Postfix's name of the type; `None` for a type that we do not write.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "lmdb" => Some(MapType::Lmdb),
            "hash" => Some(MapType::Hash),
            _ => None,
        }
    }

    /// Postfix's name of the type.
    pub fn as_str(self) -> &'static str {
        match self {
            MapType::Lmdb => "lmdb",
            MapType::Hash => "hash",
        }
    }
}

/// Where the map is.
#[derive(Clone, Debug)]
pub struct PostfixSettings {
    /// The map's source text; `postmap` puts the map itself beside it (`.lmdb`, `.db`). The folder must exist,
    /// be ours to write and Postfix's to read.
    pub sending_map: PathBuf,
    /// Its type.
    pub map_type: MapType,
    /// The folder of main.cf; `None` for Postfix's own default.
    pub config_dir: Option<PathBuf>,
    /// A login without domain means an account of this domain, so a restriction names the bare login too.
    pub default_domain: Option<String>,
}

/// The map.
pub struct PostfixMap {
    settings: PostfixSettings,
    clock: Arc<dyn Clock>,
    /// What the map says: login to right-hand side. Held across a rewrite, so there is one writer.
    rows: Mutex<BTreeMap<String, String>>,
}

impl PostfixMap {
    /// The map as the source text has it; empty where there is none. Writes nothing.
    pub fn open(settings: PostfixSettings, clock: Arc<dyn Clock>) -> Result<Self, ExportError> {
        let rows = match std::fs::read_to_string(&settings.sending_map) {
            Ok(text) => source::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => BTreeMap::new(),
            Err(source) => return Err(write_error(&settings.sending_map, source)),
        };
        Ok(Self { settings, clock, rows: Mutex::new(rows) })
    }

    /// Makes the map say exactly this. The map exists afterwards, also when nobody is restricted: `smtpd`
    /// answers every request with a temporary error while a map that main.cf names is missing.
    pub async fn export_all(&self, restricted: Vec<SendingExport>) -> Result<(), ExportError> {
        let mut rows = self.rows.lock().await;
        let mut next = BTreeMap::new();
        let mut outcome = Ok(());
        for account in &restricted {
            outcome = outcome.and(self.apply(&mut next, account));
        }
        self.write(&next).await?;
        *rows = next;
        outcome
    }

    /// Makes the map say this about one account and leaves the others as they are. A name that an account has
    /// lost since it was restricted goes with the next [`PostfixMap::export_all`].
    pub async fn export_one(&self, account: SendingExport) -> Result<(), ExportError> {
        let mut rows = self.rows.lock().await;
        let mut next = rows.clone();
        let outcome = self.apply(&mut next, &account);
        self.write(&next).await?;
        *rows = next;
        outcome
    }

    /// The error is a restricted login that the map cannot hold; the account's other logins are in it.
    fn apply(&self, rows: &mut BTreeMap<String, String>, account: &SendingExport) -> Result<(), ExportError> {
        let value = account.refusal_text.as_deref().map(source::refusal);
        let mut outcome = Ok(());
        for login in source::logins(&account.names, self.settings.default_domain.as_deref()) {
            match (&value, source::problem_of(login)) {
                (None, _) => {
                    rows.remove(login);
                }
                (Some(value), None) => {
                    rows.insert(login.to_owned(), value.clone());
                }
                (Some(_), Some(problem)) => {
                    tracing::error!(login, problem, "restricted login left out of the postfix map");
                    let text = format!("cannot list {login}: {problem}");
                    outcome = Err(write_error(
                        &self.settings.sending_map,
                        io::Error::new(io::ErrorKind::InvalidInput, text),
                    ));
                }
            }
        }
        outcome
    }

    async fn write(&self, rows: &BTreeMap<String, String>) -> Result<(), ExportError> {
        let text = source::render(rows);
        let path = self.settings.sending_map.clone();
        let map_type = self.settings.map_type;
        let target = match map_type {
            MapType::Lmdb => path.clone(),
            // Berkeley DB has no transaction here: a map that is rewritten in place is empty for a moment.
            MapType::Hash => in_waiting(&path),
        };
        let look = Look { mode: FILE_MODE, mtime_s: None };
        let prepared = target.clone();
        blocking(&path, move || atomic_file::replace(&prepared, text.as_bytes(), look)).await?;
        let postmap =
            program::Postmap { program: program::PROGRAM, config_dir: self.settings.config_dir.as_deref() };
        postmap.run(map_type, &target, self.clock.as_ref()).await?;
        match map_type {
            MapType::Lmdb => Ok(()),
            MapType::Hash => {
                let to = path.clone();
                blocking(&path, move || {
                    rename(&with_suffix(&target, ".db"), &with_suffix(&to, ".db"))?;
                    rename(&target, &to)
                })
                .await
            }
        }
    }
}

/// File work off the runtime's threads.
async fn blocking(
    path: &Path,
    work: impl FnOnce() -> Result<(), ExportError> + Send + 'static,
) -> Result<(), ExportError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(error) => Err(write_error(path, io::Error::other(error))),
    }
}

/// Where a renamed map is prepared.
fn in_waiting(path: &Path) -> PathBuf {
    with_suffix(path, ".next")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

fn rename(from: &Path, to: &Path) -> Result<(), ExportError> {
    std::fs::rename(from, to).map_err(|source| write_error(to, source))
}

fn write_error(path: &Path, source: io::Error) -> ExportError {
    ExportError::Write { path: path.display().to_string(), source }
}
