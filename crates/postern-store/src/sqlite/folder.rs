//! The folder of the store: nobody else reads it, and no second server works in it. Knows nothing of SQL.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use postern_engine::ports::StoreError;

/// The file whose lock says that a server works here. It stays empty, and stays when the server ends.
const LOCK_FILE: &str = "postern.lock";

/// A folder that is ours until this is dropped, or the process ends in whatever way.
pub(super) struct OwnFolder {
    path: PathBuf,
    // Held, never read: the operating system frees the lock with the file.
    _lock: File,
}

/// Another server works here.
#[derive(Debug, thiserror::Error)]
#[error("another server uses the folder {folder}")]
struct InUse {
    folder: String,
}

impl OwnFolder {
    /// Makes the folder if there is none (0700), warns when others may read it, and takes its lock.
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        make_private(path).map_err(|source| cannot_open(path, source))?;
        let lock_path = path.join(LOCK_FILE);
        let lock = private_file(&lock_path).map_err(|source| cannot_open(&lock_path, source))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => {
                Err(cannot_open(path, InUse { folder: path.display().to_string() }))
            }
            Err(TryLockError::Error(source)) => Err(cannot_open(&lock_path, source)),
        }
    }

    /// The path of a file in the folder, which exists afterwards and is readable by us alone. SQLite gives its
    /// side files the same mode.
    pub(super) fn file(&self, name: &str) -> Result<PathBuf, StoreError> {
        let path = self.path.join(name);
        private_file(&path).map_err(|source| cannot_open(&path, source))?;
        Ok(path)
    }
}

/// The error of a file or folder that could not be opened.
pub(super) fn cannot_open(
    path: &Path,
    source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> StoreError {
    StoreError::Open { path: path.display().to_string(), source: source.into() }
}

#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    if path.is_dir() {
        let mode = std::fs::metadata(path)?.permissions().mode();
        if mode & 0o077 != 0 {
            let mode = format!("{:o}", mode & 0o7777);
            tracing::warn!(folder = %path.display(), mode, "the store's folder is open to other users");
        }
        return Ok(());
    }
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make_private(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_is_refused_with_the_name_of_the_folder_until_the_first_is_gone() {
        let outer = tempfile::tempdir().expect("a private folder");
        let path = outer.path().join("var");
        let first = OwnFolder::take(&path).expect("nobody is here");
        let Err(refused) = OwnFolder::take(&path) else { panic!("two servers in one folder") };
        let source = std::error::Error::source(&refused).expect("a source").to_string();
        assert_eq!(source, format!("another server uses the folder {}", path.display()));
        drop(first);
        assert!(OwnFolder::take(&path).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn folder_and_files_are_ours_alone() {
        use std::os::unix::fs::PermissionsExt;
        let outer = tempfile::tempdir().expect("a private folder");
        let path = outer.path().join("var").join("lib");
        let folder = OwnFolder::take(&path).expect("nobody is here");
        let file = folder.file("state.db").expect("a new file");
        let mode = |path: &Path| std::fs::metadata(path).expect("it exists").permissions().mode() & 0o7777;
        assert_eq!(mode(&path), 0o700);
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(&path.join(LOCK_FILE)), 0o600);
    }
}
