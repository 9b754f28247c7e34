//! The header of a proxy in front of a connection: from whom it is believed, and how it is taken off the
//! socket without a byte of what follows.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_wire::proxy_protocol::{DecodeProxyError, HEADER_BYTES_MAX, Progress, Proxied, decode};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::listen::Peer;
use crate::patience::{TooSlow, within};

/// The proxies of a listener. Every connection to it begins with a PROXY header, and only these may send one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedProxies(Arc<[ClientNetwork]>);

impl TrustedProxies {
    /// These networks. Whoever reaches a Unix socket is trusted: the folder's mode says who that is.
    pub fn new(networks: impl IntoIterator<Item = ClientNetwork>) -> Self {
        Self(networks.into_iter().collect())
    }

    pub(crate) fn trusts(&self, peer: Peer) -> bool {
        let holds = |address: IpAddr| {
            let address = ClientAddress::new(address);
            self.0.iter().any(|network| network.holds(address))
        };
        match peer {
            Peer::Tcp(address) | Peer::Proxied { proxy: address, .. } => holds(address.ip()),
            Peer::Unix { .. } | Peer::ProxiedUnix { .. } => true,
        }
    }
}

/// Why a connection to a proxies' listener was not served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotProxied {
    #[error("the peer is not among the trusted proxies")]
    Untrusted,
    #[error(transparent)]
    Header(#[from] DecodeProxyError),
    #[error("the PROXY header did not arrive in time")]
    TooSlow,
    #[error("the connection ended within the PROXY header")]
    Ended,
    #[error("the connection failed: {0}")]
    Io(#[from] std::io::Error),
}

/// Takes the header off the front of `stream` and says who is speaking; `Ok(None)` when the proxy closes
/// without a byte, which is how some of them look whether we are there.
pub(crate) async fn read_header(
    stream: &mut (impl AsyncRead + Unpin),
    peer: Peer,
    limit: Duration,
) -> Result<Option<Peer>, NotProxied> {
    match within(limit, take(stream)).await {
        Ok(taken) => Ok(taken?.map(|proxied| peer.behind(proxied))),
        Err(TooSlow) => Err(NotProxied::TooSlow),
    }
}

async fn take(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<Proxied>, NotProxied> {
    let mut buffer = [0; HEADER_BYTES_MAX];
    let mut held = 0;
    loop {
        let more = match decode(&buffer[..held])? {
            Progress::Whole(proxied) => return Ok(Some(proxied)),
            Progress::Needs(more) => more,
        };
        // The codec never asks for more than the limit; if it did, the header would be too long.
        let room = buffer.get_mut(held..held + more).ok_or(DecodeProxyError::TooLong)?;
        match stream.read(room).await? {
            0 if held == 0 => return Ok(None),
            0 => return Err(NotProxied::Ended),
            read => held += read,
        }
    }
}
