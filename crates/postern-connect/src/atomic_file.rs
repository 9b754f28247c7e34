//! Replaces a file in one step: a reader sees the old text or the new one, whole, also after a power cut.
//!
//! Does not know what is inside, nor who reads it.

use std::fs::{File, FileTimes, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use postern_engine::ports::ExportError;

/// What the new file looks like from outside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Permission bits.
    pub mode: u32,
    /// Modification time in seconds since 1970; `None` leaves the system's.
    pub mtime_s: Option<u64>,
}

/// Writes `text` beside `path` and renames it over `path`. The file gets the group of its folder, so that a
/// folder `postern:dovecot` is all that a site has to set up.
pub(crate) fn replace(path: &Path, text: &[u8], look: Look) -> Result<(), ExportError> {
    try_replace(path, text, look)
        .map_err(|source| ExportError::Write { path: path.display().to_string(), source })
}

/// The name under which the next version of `path` is prepared. One fixed name: what a crash left behind is
/// reused and never piles up.
pub(crate) fn next_version(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".postern-new");
    path.with_file_name(name)
}

fn try_replace(path: &Path, text: &[u8], look: Look) -> io::Result<()> {
    let folder = path.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let folder_group = std::fs::metadata(folder)?.gid();
    let new = next_version(path);
    match std::fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // `create_new` follows no symbolic link that somebody may have put there; 0600 until the group is right.
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    file.write_all(text)?;
    if file.metadata()?.gid() != folder_group {
        fchown(&file, None, Some(folder_group))?;
    }
    file.set_permissions(Permissions::from_mode(look.mode))?;
    if let Some(mtime_s) = look.mtime_s {
        let mtime = SystemTime::UNIX_EPOCH + Duration::from_secs(mtime_s);
        file.set_times(FileTimes::new().set_modified(mtime))?;
    }
    file.sync_all()?;
    std::fs::rename(&new, path)?;
    File::open(folder)?.sync_all()
}
