//! Dovecot's passwd-files and deny list: who signs in, and who does not, while Postern is stopped.
//!
//! Dovecot looks at such a file at most once per wall-clock second and compares the modification time in whole
//! seconds and the size (seen in runs of 2.3.19: two versions within one second and of equal size, and the
//! second is missed for ever). So every version gets a whole-second modification time of its own, and a change
//! counts as in force when the second in which it was written is over.
//!
//! Knows nothing about why somebody is blocked. The deny list is renamed over and never removed: without the
//! file, everybody on it may sign in.

mod render;
#[cfg(test)]
mod tests;

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use postern_core::app_password::APP_PASSWORDS_MAX;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{Clock, ExportError, SignInExport};
use tokio::sync::Mutex;

use crate::SettingError;
use crate::atomic_file::{self, Look};
use render::{HomeTemplate, Rendered};

/// Owner writes, Dovecot's group reads, nobody else: the file holds password hashes.
const FILE_MODE: u32 = 0o640;

/// Added to the whole second after which Dovecot looks again: its event loop reads the clock once per round,
/// so a lookup may start with a time that is a few milliseconds old.
const LOOK_AGAIN_MARGIN: Span = Span::from_ms(20);

/// Most accounts that one export names in the log when they cannot be written; the rest are counted.
const UNWRITABLE_LOGGED_MAX: usize = 10;

/// Where Dovecot's files are and what its user database says about each account.
#[derive(Clone, Debug)]
pub struct DovecotSettings {
    /// The passwd-file. Its folder must exist, and its group must be one that Dovecot's auth process has.
    pub passwd_file: PathBuf,
    /// The deny list.
    pub deny_file: PathBuf,
    /// The user id that owns the mail.
    pub uid: u32,
    /// The group id that owns the mail.
    pub gid: u32,
    /// Each account's home folder: `%d` is the domain, `%n` the part before `@`, `%u` the whole primary
    /// address, `%%` a percent sign.
    pub home: String,
    /// A login without domain means an account of this domain, so a block names the bare login too.
    pub default_domain: Option<String>,
}

impl DovecotSettings {
    /// The deny list of single protocols: beside the deny list and named after it.
    fn protocols_file(&self) -> PathBuf {
        let mut name = self.deny_file.clone().into_os_string();
        name.push(".protocols");
        name.into()
    }

    /// The passwd-file of the app passwords in this slot: beside the passwd-file and named after it.
    fn app_password_file(&self, slot: u8) -> PathBuf {
        let mut name = self.passwd_file.clone().into_os_string();
        name.push(format!(".app{slot}"));
        name.into()
    }
}

/// The files. One export at a time; a second one waits for its turn, not for the first one's second.
pub struct DovecotFiles {
    shared: Arc<Shared>,
    clock: Arc<dyn Clock>,
    /// When what was written last is in force; `None` before the first export of this process.
    in_force_at: Mutex<Option<Timestamp>>,
}

struct Shared {
    settings: DovecotSettings,
    home: HomeTemplate,
}

impl DovecotFiles {
    /// Checks the settings. Writes nothing: see [`DovecotFiles::ensure_files`].
    pub fn new(settings: DovecotSettings, clock: Arc<dyn Clock>) -> Result<Self, SettingError> {
        let home = HomeTemplate::parse(&settings.home)?;
        Ok(Self { shared: Arc::new(Shared { settings, home }), clock, in_force_at: Mutex::new(None) })
    }

    /// Writes empty deny lists, and empty files of app passwords, where there is none, so that they are never absent. Call
    /// it at start, before the first export: a missing passwd-file only delays sign-ins, a missing deny list lets them in.
    pub fn ensure_files(&self) -> Result<(), ExportError> {
        let settings = &self.shared.settings;
        self.ensure_file(&settings.deny_file)?;
        self.ensure_file(&settings.protocols_file())?;
        (1..=APP_PASSWORDS_MAX).try_for_each(|slot| self.ensure_file(&settings.app_password_file(slot)))
    }

    fn ensure_file(&self, path: &Path) -> Result<(), ExportError> {
        match std::fs::metadata(path) {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let look = Look { mode: FILE_MODE, mtime_s: Some(seconds(self.clock.now())) };
                atomic_file::replace(path, b"", look)
            }
            Err(source) => Err(write_error(path, source)),
        }
    }

    /// Makes the files say exactly this. Returns when Dovecot sees it: after the end of the second in which
    /// the last difference was written, so after at most about one second.
    ///
    /// An account that the format cannot express is left out and logged; that is an error only when the
    /// account is blocked, because then a block was asked for that these files do not hold.
    pub async fn export(&self, accounts: Vec<SignInExport>) -> Result<(), ExportError> {
        let (outcome, in_force_at) = {
            let mut in_force_at = self.in_force_at.lock().await;
            let shared = Arc::clone(&self.shared);
            let now = self.clock.now();
            let written = tokio::task::spawn_blocking(move || shared.write(&accounts, now))
                .await
                .map_err(|error| write_error(&self.shared.settings.passwd_file, io::Error::other(error)))??;
            let at = match *in_force_at {
                Some(at) if !written.changed => at,
                // Also when nothing had to be written in this process yet: the last one may have stopped
                // within the second of its write.
                _ => next_second(self.clock.now()).plus(LOOK_AGAIN_MARGIN),
            };
            *in_force_at = Some(at);
            (written.outcome, at)
        };
        let wait = in_force_at.since(self.clock.now());
        if wait > Span::ZERO {
            self.clock.sleep(wait).await;
        }
        outcome
    }
}

/// What one export did.
struct Written {
    changed: bool,
    /// `Err` when a block could not be expressed.
    outcome: Result<(), ExportError>,
}

impl Shared {
    fn write(&self, accounts: &[SignInExport], now: Timestamp) -> Result<Written, ExportError> {
        let rendered = render::render(accounts, &self.settings, &self.home);
        // The deny list first: an account that is new and blocked must not be let in between the two.
        let mut denied = write_version(&self.settings.deny_file, &rendered.deny, now)?;
        denied |= write_version(&self.settings.protocols_file(), &rendered.deny_protocols, now)?;
        let mut apps = false;
        for (slot, text) in (1..).zip(&rendered.apps) {
            apps |= write_version(&self.settings.app_password_file(slot), text, now)?;
        }
        let users = write_version(&self.settings.passwd_file, &rendered.users, now)?;
        tracing::debug!(
            accounts = accounts.len(),
            deny_changed = denied,
            users_changed = users,
            apps_changed = apps,
            "dovecot files exported"
        );
        Ok(Written { changed: denied || apps || users, outcome: self.report_unwritable(&rendered) })
    }

    fn report_unwritable(&self, rendered: &Rendered) -> Result<(), ExportError> {
        for left_out in rendered.unwritable.iter().take(UNWRITABLE_LOGGED_MAX) {
            tracing::error!(name = %left_out.name, problem = left_out.problem, "account left out of dovecot files");
        }
        if rendered.unwritable.len() > UNWRITABLE_LOGGED_MAX {
            tracing::error!(count = rendered.unwritable.len(), "accounts left out of dovecot files");
        }
        match rendered.unwritable.iter().find(|left_out| left_out.is_block) {
            None => Ok(()),
            Some(left_out) => Err(write_error(
                &self.settings.deny_file,
                io::Error::new(
                    io::ErrorKind::InvalidInput,
                    format!("cannot list {}: {}", left_out.name, left_out.problem),
                ),
            )),
        }
    }
}

/// Writes a new version unless the file says this already. True when it wrote.
fn write_version(path: &Path, text: &str, now: Timestamp) -> Result<bool, ExportError> {
    let last_mtime_s = match std::fs::metadata(path) {
        Ok(metadata) => {
            let same_size = metadata.len() == text.len() as u64;
            if same_size
                && std::fs::read(path).map_err(|source| write_error(path, source))? == text.as_bytes()
            {
                return Ok(false);
            }
            metadata.mtime()
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => i64::MIN,
        Err(source) => return Err(write_error(path, source)),
    };
    let mtime_s = seconds(now).max(u64::try_from(last_mtime_s.saturating_add(1)).unwrap_or(0));
    atomic_file::replace(path, text.as_bytes(), Look { mode: FILE_MODE, mtime_s: Some(mtime_s) })?;
    Ok(true)
}

fn seconds(time: Timestamp) -> u64 {
    u64::try_from(time.unix_s()).unwrap_or(0)
}

fn next_second(time: Timestamp) -> Timestamp {
    Timestamp::from_unix_s(time.unix_s().saturating_add(1))
}

fn write_error(path: &Path, source: io::Error) -> ExportError {
    ExportError::Write { path: path.display().to_string(), source }
}
