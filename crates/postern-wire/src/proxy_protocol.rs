//! The PROXY protocol, versions 1 and 2 (haproxy's `proxy-protocol.txt`): who is really speaking, told by a
//! proxy in front of the first byte of a connection.
//!
//! Only the header is read, and it is never over-read: [`decode`] says how many further bytes are certain to
//! belong to it, so that a caller takes exactly these from the socket and the conversation behind finds its
//! first byte where it was. Whether a peer may send such a header at all is the caller's decision; this file
//! knows no socket and no list of proxies.
//!
//! Refused, though the specification would let a receiver go on: Unix sockets as addresses and datagrams (no
//! gate of ours can be meant), and vectors behind the addresses (TLVs) that do not fill their room. TLVs
//! themselves are skipped.

mod v1;
mod v2;

use std::net::SocketAddr;

/// Longest header that is read, in bytes. Version 1 has at most 107; version 2 has 52 with IPv6 addresses, and a
/// proxy that adds what it knows of TLS (a common name, a host name) needs a few hundred more. The specification
/// asks receivers for 536.
pub const HEADER_BYTES_MAX: usize = 2_048;

/// What the header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proxied {
    /// The proxy speaks for this client.
    From {
        /// The client.
        client: SocketAddr,
        /// Where the client connected to.
        destination: SocketAddr,
    },
    /// The proxy speaks for itself (a health check), or does not know for whom: the connection's own ends hold.
    Itself,
}

/// How far the header has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The whole header, and nothing behind it, is there.
    Whole(Proxied),
    /// At least so many further bytes belong to the header; at least one.
    Needs(usize),
}

/// Why the bytes are not a PROXY header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeProxyError {
    /// The connection begins with something else.
    #[error("the connection does not begin with a PROXY header")]
    NotAHeader,
    /// Longer than [`HEADER_BYTES_MAX`], or than version 1 allows.
    #[error("the PROXY header is too long")]
    TooLong,
    /// Version 2 with another version or command than the specification has.
    #[error("the PROXY header has an unknown version or command")]
    UnknownVersion,
    /// A Unix socket or a datagram, or an unknown family.
    #[error("the PROXY header is not about TCP over IPv4 or IPv6")]
    ForeignFamily,
    /// An address or port that is none, or a line of version 1 that is not as the specification has it.
    #[error("the addresses of the PROXY header are malformed")]
    Malformed,
}

/// Reads a header from the first bytes of a connection. `bytes` must hold nothing behind the header, which is so
/// if never more than [`Progress::Needs`] was read.
///
/// # Errors
/// [`DecodeProxyError`]; the connection is of no further use.
pub fn decode(bytes: &[u8]) -> Result<Progress, DecodeProxyError> {
    // The signatures differ in the first byte.
    match bytes.first() {
        None => Ok(Progress::Needs(v1::LINE_BYTES_MIN)),
        Some(b'P') => v1::decode(bytes),
        Some(_) => v2::decode(bytes),
    }
}

#[cfg(test)]
mod tests;
