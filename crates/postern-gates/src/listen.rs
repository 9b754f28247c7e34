//! Where a gate listens: a TCP port, or a Unix socket (half the cost, and only for who may open the file).

mod unix;

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::Path;

use tokio::net::{TcpListener, TcpStream, UnixStream};

use postern_wire::proxy_protocol::Proxied;
use unix::UnixDoor;
pub use unix::{BindUnixError, DatagramDoor};

use crate::proxy::TrustedProxies;

/// A socket that listens. Dropping it closes it and removes a Unix socket's file.
pub struct Listener {
    door: Door,
    proxies: Option<TrustedProxies>,
}

enum Door {
    Tcp(TcpListener),
    Unix(UnixDoor),
}

impl Listener {
    /// Listens on a TCP address; port 0 takes a free one.
    ///
    /// # Errors
    /// What the operating system says: the port is taken, or not ours to take.
    pub async fn tcp(address: SocketAddr) -> io::Result<Self> {
        Ok(Self { door: Door::Tcp(TcpListener::bind(address).await?), proxies: None })
    }

    /// Listens on a Unix socket at `path`, whose file gets `mode` (say 0o660) before anybody can open it. A
    /// file left by a process that is gone is replaced. Must be called within a tokio runtime.
    ///
    /// # Errors
    /// [`BindUnixError`]; a socket that somebody still serves and a file that is no socket are left alone.
    pub fn unix(path: &Path, mode: u32) -> Result<Self, BindUnixError> {
        Ok(Self { door: Door::Unix(UnixDoor::open(path, mode)?), proxies: None })
    }

    /// Wants a PROXY header in front of every connection, from these proxies. One without it, or from
    /// somebody else, is closed.
    #[must_use]
    pub fn behind(self, proxies: TrustedProxies) -> Self {
        Self { proxies: Some(proxies), ..self }
    }

    pub(crate) fn proxies(&self) -> Option<&TrustedProxies> {
        self.proxies.as_ref()
    }

    /// The TCP address that it listens on; `None` for a Unix socket.
    pub fn tcp_address(&self) -> Option<SocketAddr> {
        match &self.door {
            Door::Tcp(listener) => listener.local_addr().ok(),
            Door::Unix(_) => None,
        }
    }

    pub(crate) async fn accept(&self) -> io::Result<(Stream, Peer)> {
        match &self.door {
            Door::Tcp(listener) => {
                let (stream, address) = listener.accept().await?;
                // A reply is one small write: without this it could wait 40 ms for the peer's acknowledgement.
                stream.set_nodelay(true)?;
                Ok((Stream::Tcp(stream), Peer::Tcp(address)))
            }
            Door::Unix(door) => {
                let stream = door.accept().await?;
                let pid = stream.peer_cred().ok().and_then(|credential| credential.pid());
                Ok((Stream::Unix(stream), Peer::Unix { pid }))
            }
        }
    }
}

/// An accepted connection.
pub(crate) enum Stream {
    Tcp(TcpStream),
    Unix(UnixStream),
}

/// Who connected, for the log.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Peer {
    Tcp(SocketAddr),
    Unix {
        pid: Option<i32>,
    },
    /// A proxy speaks for this client.
    Proxied {
        client: SocketAddr,
        proxy: SocketAddr,
    },
    /// A proxy on this machine does.
    ProxiedUnix {
        client: SocketAddr,
        pid: Option<i32>,
    },
}

impl Peer {
    /// Who speaks, after a header that says so.
    pub(crate) fn behind(self, proxied: Proxied) -> Self {
        let Proxied::From { client, .. } = proxied else { return self };
        match self {
            Peer::Tcp(proxy) | Peer::Proxied { proxy, .. } => Peer::Proxied { client, proxy },
            Peer::Unix { pid } | Peer::ProxiedUnix { pid, .. } => Peer::ProxiedUnix { client, pid },
        }
    }
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Peer::Tcp(address) => address.fmt(f),
            Peer::Unix { pid: Some(pid) } => write!(f, "unix, pid {pid}"),
            Peer::Unix { pid: None } => f.write_str("unix"),
            Peer::Proxied { client, proxy } => write!(f, "{client} through {proxy}"),
            Peer::ProxiedUnix { client, .. } => write!(f, "{client} through unix"),
        }
    }
}
