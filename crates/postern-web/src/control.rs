//! The control socket: the API for root on this machine, which works whatever else is broken.
//!
//! Two walls: the file's mode (0600, set before anybody can connect, in a folder that the site chose) and the
//! kernel's word on who connects. Only root and the server's own user pass. Knows nothing of routes.

use std::io;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use postern_engine::Engine;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::Semaphore;

use crate::control::connection::Connection;

mod connection;

/// Most connections at a time. A command of the command line has one, monitoring a few; a program that loops
/// must not take the descriptors that the gates need.
pub const CONNECTIONS_MAX: usize = 64;

/// After `accept` failed for want of descriptors or memory, so long until the next try.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Who is on the other side of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The operating system's user name; `uid 1000` where the system has none.
    pub user_name: String,
}

/// A bound control socket. The file is removed when it is dropped.
pub struct ControlSocket {
    listener: UnixListener,
    path: PathBuf,
    own: u32,
    names: [Peer; 2],
    /// One for each further connection.
    places: Arc<Semaphore>,
}

/// Why there is no control socket.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// Another server answers there.
    #[error("another server is using {}", path.display())]
    InUse {
        /// The socket.
        path: PathBuf,
    },
    /// The path is taken by something that is no socket; we delete nothing that we did not make.
    #[error("{} exists and is not a socket", path.display())]
    NotASocket {
        /// The path.
        path: PathBuf,
    },
    /// The socket could not be made.
    #[error("cannot listen on {}", path.display())]
    Bind {
        /// The socket.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl ControlSocket {
    /// Makes the socket. A file left behind by a server that was killed is replaced; a live server's is not.
    pub async fn bind(path: &Path) -> Result<Self, ControlError> {
        let listener = unix_listener(path, 0o600).await?;
        let own = rustix::process::geteuid().as_raw();
        let names = [0, own].map(|uid| Peer { user_name: user_name(uid) });
        let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
        Ok(Self { listener, path: path.to_owned(), own, names, places })
    }

    /// The connection, when its peer may come in and there is a place. One too many is closed at once: waiting
    /// would not tell its owner anything.
    fn let_in(&self, stream: UnixStream) -> Option<(Connection, Peer)> {
        let peer = self.peer(&stream)?;
        let Ok(place) = self.places.clone().try_acquire_owned() else {
            tracing::warn!(max = CONNECTIONS_MAX, "control socket: connection closed, too many are open");
            return None;
        };
        Some((Connection::new(stream, place), peer))
    }

    fn peer(&self, stream: &UnixStream) -> Option<Peer> {
        let uid = stream.peer_cred().ok()?.uid();
        let [root, own] = &self.names;
        if uid == 0 {
            return Some(root.clone());
        }
        if uid == self.own {
            return Some(own.clone());
        }
        tracing::warn!(uid, "control socket: a user who is neither root nor ours was turned away");
        None
    }
}

impl Drop for ControlSocket {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

impl Listener for ControlSocket {
    type Io = Connection;
    type Addr = Peer;

    async fn accept(&mut self) -> (Connection, Peer) {
        loop {
            match self.listener.accept().await {
                Ok((stream, _)) => {
                    if let Some(let_in) = self.let_in(stream) {
                        return let_in;
                    }
                }
                Err(error) => {
                    // Out of descriptors: others must close first. Without a pause this loop would spin and
                    // fill the log, because who waits in the backlog stays there.
                    tracing::error!(%error, "control socket: cannot accept");
                    let _pause_is_over =
                        tokio::time::timeout(ACCEPT_PAUSE, std::future::pending::<()>()).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<Peer> {
        Ok(self.names[1].clone())
    }
}

impl Connected<IncomingStream<'_, ControlSocket>> for Peer {
    fn connect_info(stream: IncomingStream<'_, ControlSocket>) -> Self {
        stream.remote_addr().clone()
    }
}

/// Answers on the socket until `shutdown` completes and open requests are answered.
pub async fn serve_control(
    socket: ControlSocket,
    engine: Arc<Engine>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let routes = crate::api::v1::router(engine).into_make_service_with_connect_info::<Peer>();
    axum::serve(socket, routes).with_graceful_shutdown(shutdown).await
}

/// A Unix socket at `path` whose file has `mode` before anybody can open it.
pub(crate) async fn unix_listener(path: &Path, mode: u32) -> Result<UnixListener, ControlError> {
    remove_stale(path).await?;
    let bind = |source| ControlError::Bind { path: path.to_owned(), source };
    // Bound under another name and moved once its mode is set: nobody ever sees it with a wider mode.
    let hidden = path.with_extension(format!("{}.new", std::process::id()));
    let _ = std::fs::remove_file(&hidden);
    let listener = UnixListener::bind(&hidden).map_err(bind)?;
    std::fs::set_permissions(&hidden, std::fs::Permissions::from_mode(mode))
        .and_then(|()| std::fs::rename(&hidden, path))
        .inspect_err(|_| drop(std::fs::remove_file(&hidden)))
        .map_err(bind)?;
    Ok(listener)
}

async fn remove_stale(path: &Path) -> Result<(), ControlError> {
    let Ok(metadata) = std::fs::symlink_metadata(path) else { return Ok(()) };
    if !metadata.file_type().is_socket() {
        return Err(ControlError::NotASocket { path: path.to_owned() });
    }
    if UnixStream::connect(path).await.is_ok() {
        return Err(ControlError::InUse { path: path.to_owned() });
    }
    std::fs::remove_file(path).map_err(|source| ControlError::Bind { path: path.to_owned(), source })
}

/// The name of a user in the system's own list; users of other directories are told by number.
fn user_name(uid: u32) -> String {
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let named = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(uid)).then(|| name.to_owned())
    });
    named.unwrap_or_else(|| format!("uid {uid}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_has_a_name_and_a_stranger_a_number() {
        assert_eq!(user_name(0), "root");
        assert_eq!(user_name(4_000_000_001), "uid 4000000001");
    }
}
