//! A Unix socket's file: put in place whole and with its mode, replaced only when nobody serves it, and removed
//! at the end only if it is still ours. For connections, and for datagrams (syslog).

use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixDatagram as StdDatagram, UnixListener as StdListener, UnixStream as StdStream};
use std::path::{Path, PathBuf};

use tokio::net::{UnixDatagram, UnixListener, UnixStream};

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
    _file: SocketFile,
}

impl UnixDoor {
    pub(super) fn open(path: &Path, mode: u32) -> Result<Self, BindUnixError> {
        let is_served = |path: &Path| StdStream::connect(path).map(drop);
        let (file, listener) = SocketFile::place(path, mode, is_served, |new| StdListener::bind(new))?;
        let bind = |source| BindUnixError::Bind { path: path.to_owned(), source };
        listener.set_nonblocking(true).map_err(bind)?;
        let listener = UnixListener::from_std(listener).map_err(bind)?;
        Ok(Self { listener, _file: file })
    }

    pub(super) async fn accept(&self) -> io::Result<UnixStream> {
        Ok(self.listener.accept().await?.0)
    }
}

/// A Unix socket for datagrams and its file.
pub struct DatagramDoor {
    socket: UnixDatagram,
    _file: SocketFile,
}

impl DatagramDoor {
    /// Takes datagrams at `path`, whose file gets `mode` before anybody can open it. Must be called within a tokio runtime.
    ///
    /// # Errors
    /// [`BindUnixError`]; a socket that somebody still serves and a file that is no socket are left alone.
    pub fn open(path: &Path, mode: u32) -> Result<Self, BindUnixError> {
        let is_served = |path: &Path| StdDatagram::unbound()?.connect(path);
        let (file, socket) = SocketFile::place(path, mode, is_served, |new| StdDatagram::bind(new))?;
        let bind = |source| BindUnixError::Bind { path: path.to_owned(), source };
        socket.set_nonblocking(true).map_err(bind)?;
        let socket = UnixDatagram::from_std(socket).map_err(bind)?;
        Ok(Self { socket, _file: file })
    }

    /// The next datagram, its first `buffer.len()` bytes.
    pub(crate) async fn receive(&self, buffer: &mut [u8]) -> io::Result<usize> {
        self.socket.recv(buffer).await
    }
}

/// A socket's file, removed when it is dropped.
struct SocketFile {
    path: PathBuf,
    /// Device and inode of the file that we made.
    identity: (u64, u64),
}

impl SocketFile {
    /// The file is made under a name of its own, given its mode and then moved over the old one, so that no
    /// moment exists in which it can be opened with a wider mode, or in which there is none. `is_served` connects to
    /// what is there already; `bind` makes the socket at a path.
    fn place<S>(
        path: &Path,
        mode: u32,
        is_served: impl FnOnce(&Path) -> io::Result<()>,
        bind: impl FnOnce(&Path) -> io::Result<S>,
    ) -> Result<(Self, S), BindUnixError> {
        refuse_unless_free_or_stale(path, is_served)?;
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}", std::process::id()));
        let new = path.with_file_name(name);
        // A process of our number that died here long ago may have left its file.
        let _ = std::fs::remove_file(&new);
        let socket = bind(&new).map_err(|source| BindUnixError::Bind { path: path.to_owned(), source })?;
        let placed = put_in_place(&new, path, mode);
        if placed.is_err() {
            let _ = std::fs::remove_file(&new);
        }
        let identity =
            placed.map_err(|source| BindUnixError::PutInPlace { path: path.to_owned(), source })?;
        Ok((Self { path: path.to_owned(), identity }, socket))
    }
}

impl Drop for SocketFile {
    fn drop(&mut self) {
        // A successor may have put its own socket over ours: that one stays.
        let is_ours =
            std::fs::symlink_metadata(&self.path).is_ok_and(|file| (file.dev(), file.ino()) == self.identity);
        if is_ours {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn refuse_unless_free_or_stale(
    path: &Path,
    is_served: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), BindUnixError> {
    let path_owned = || path.to_owned();
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(BindUnixError::Inspect { path: path_owned(), source }),
        Ok(file) if !file.file_type().is_socket() => {
            return Err(BindUnixError::NotASocket { path: path_owned() });
        }
        Ok(_) => {}
    }
    match is_served(path) {
        Ok(()) => Err(BindUnixError::InUse { path: path_owned() }),
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

    #[tokio::test]
    async fn a_socket_for_datagrams_takes_them_one_by_one_and_one_that_is_served_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("log");
        drop(StdDatagram::bind(&path).expect("free"));
        let door = DatagramDoor::open(&path, 0o600).expect("stale");
        assert!(matches!(DatagramDoor::open(&path, 0o600), Err(BindUnixError::InUse { .. })));
        let sender = StdDatagram::unbound().expect("a socket");
        for text in ["one", "a longer one"] {
            sender.send_to(text.as_bytes(), &path).expect("taken");
        }
        let mut buffer = [0; 4];
        assert_eq!(door.receive(&mut buffer).await.expect("one"), 3);
        assert_eq!(door.receive(&mut buffer).await.expect("cut"), 4);
        drop(door);
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }
}
