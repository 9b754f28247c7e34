//! Where a gate listens: an IP address with a port, or a Unix socket. Names are not looked up: a gate must not
//! depend on a resolver.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

/// One socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// TCP.
    Tcp(SocketAddr),
    /// A Unix socket.
    Unix(PathBuf),
}

impl Listen {
    /// Whichever TCP port is free.
    pub fn is_any_port(&self) -> bool {
        matches!(self, Listen::Tcp(address) if address.port() == 0)
    }
}

/// A text that names no socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASocket;

impl fmt::Display for NotASocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write an IP address and a port, as in 127.0.0.1:10040, or unix: and an absolute path")
    }
}

impl FromStr for Listen {
    type Err = NotASocket;

    fn from_str(text: &str) -> Result<Self, NotASocket> {
        match text.strip_prefix("unix:") {
            Some(path) if path.starts_with('/') => Ok(Listen::Unix(PathBuf::from(path))),
            Some(_) => Err(NotASocket),
            None => text.parse().map(Listen::Tcp).map_err(|_| NotASocket),
        }
    }
}

impl fmt::Display for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Listen::Tcp(address) => address.fmt(f),
            Listen::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}
