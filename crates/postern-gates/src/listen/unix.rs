//! A Unix socket's file: put in place whole and with its mode, replaced only when nobody serves it, and removed
//! at the end only if it is still ours.

use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener as StdListener, UnixStream as StdStream};
use std::path::{Path, PathBuf};

use tokio::net::{UnixListener, UnixStream};

/// Why a Unix socket could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum BindUnixError {
    /// Somebody answers on it.
    #[error("another process serves {path}")]
    InUse {
        /// The socket.
        path: PathBuf,
    },
    /// There is something else at the path, and we do not remove what we did not make.
    #[error("{path} exists and is not a socket")]
    NotASocket {
        /// What is there.
        path: PathBuf,
    },
    /// The path cannot be looked at.
    #[error("cannot look at {path}")]
    Inspect {
        /// The path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The socket cannot be made: no such folder, no permission, or a path of 108 bytes or more.
    #[error("cannot make the socket {path}")]
    Bind {
        /// The path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Its mode cannot be set, or it cannot be moved to its name.
    #[error("cannot put the socket in place at {path}")]
    PutInPlace {
        /// The path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// A listening Unix socket and its file.
pub(super) struct UnixDoor {
    listener: UnixListener,
    path: PathBuf,
    /// Device and inode of the file that we made.
    identity: (u64, u64),
}

impl UnixDoor {
    /// The file is made under a name of its own, given its mode and then moved over the old one, so that no
    /// moment exists in which it can be opened with a wider mode, or in which there is none.
    pub(super) fn open(path: &Path, mode: u32) -> Result<Self, BindUnixError> {
        refuse_unless_free_or_stale(path)?;
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}", std::process::id()));
        let new = path.with_file_name(name);
        // A process of our number that died here long ago may have left its file.
        let _ = std::fs::remove_file(&new);
        let bind = |source| BindUnixError::Bind { path: path.to_owned(), source };
        let listener = StdListener::bind(&new).map_err(bind)?;
        let placed = put_in_place(&new, path, mode);
        if placed.is_err() {
            let _ = std::fs::remove_file(&new);
        }
        let identity =
            placed.map_err(|source| BindUnixError::PutInPlace { path: path.to_owned(), source })?;
        listener.set_nonblocking(true).map_err(bind)?;
        let listener = UnixListener::from_std(listener).map_err(bind)?;
        Ok(Self { listener, path: path.to_owned(), identity })
    }

    pub(super) async fn accept(&self) -> io::Result<UnixStream> {
        Ok(self.listener.accept().await?.0)
    }
}

impl Drop for UnixDoor {
    fn drop(&mut self) {
        // A successor may have put its own socket over ours: that one stays.
        let is_ours =
            std::fs::symlink_metadata(&self.path).is_ok_and(|file| (file.dev(), file.ino()) == self.identity);
        if is_ours {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn refuse_unless_free_or_stale(path: &Path) -> Result<(), BindUnixError> {
    let path_owned = || path.to_owned();
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(BindUnixError::Inspect { path: path_owned(), source }),
        Ok(file) if !file.file_type().is_socket() => {
            return Err(BindUnixError::NotASocket { path: path_owned() });
        }
        Ok(_) => {}
    }
    match StdStream::connect(path) {
        Ok(_) => Err(BindUnixError::InUse { path: path_owned() }),
        // Nobody has it open: its process is gone.
        Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => Ok(()),
        Err(source) => Err(BindUnixError::Inspect { path: path_owned(), source }),
    }
}

fn put_in_place(new: &Path, path: &Path, mode: u32) -> io::Result<(u64, u64)> {
    std::fs::set_permissions(new, std::fs::Permissions::from_mode(mode))?;
    let file = std::fs::symlink_metadata(new)?;
    std::fs::rename(new, path)?;
    Ok((file.dev(), file.ino()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[tokio::test]
    async fn the_file_has_its_mode_and_is_gone_afterwards() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("policy");
        let door = UnixDoor::open(&path, 0o660).expect("free");
        assert_eq!(names(folder.path()), ["policy"]);
        let mode = std::fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o660);
        drop(door);
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }

    #[tokio::test]
    async fn a_stale_file_is_replaced_and_a_served_one_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("policy");
        drop(StdListener::bind(&path).expect("free"));
        assert_eq!(names(folder.path()), ["policy"], "the standard library leaves its file behind");
        let door = UnixDoor::open(&path, 0o660).expect("stale");
        assert!(matches!(UnixDoor::open(&path, 0o660), Err(BindUnixError::InUse { .. })));
        assert_eq!(names(folder.path()), ["policy"]);
        drop(door);
    }

    #[tokio::test]
    async fn what_is_no_socket_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("policy");
        std::fs::write(&path, "precious").expect("writable");
        assert!(matches!(UnixDoor::open(&path, 0o660), Err(BindUnixError::NotASocket { .. })));
        assert_eq!(std::fs::read_to_string(&path).expect("there"), "precious");
    }

    #[tokio::test]
    async fn a_successors_file_is_not_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("policy");
        let door = UnixDoor::open(&path, 0o660).expect("free");
        std::fs::remove_file(&path).expect("there");
        let successor = UnixDoor::open(&path, 0o660).expect("free");
        drop(door);
        assert_eq!(names(folder.path()), ["policy"]);
        drop(successor);
    }
}
