//! Where a client is: the peer, or what a trusted proxy says of it. `X-Forwarded-For` is read from the right, because
//! only what a trusted proxy has appended is worth anything; from anybody else it is ignored. What a trusted proxy
//! sends and we cannot read is an error and never a guess (reliability Q3): a wrong address would be one shared source.

use std::net::{IpAddr, SocketAddr};

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use postern_core::address::{ClientAddress, ClientNetwork};

use super::PublicState;
use crate::api::v1::error::{ApiError, ErrorCode};

/// Most addresses that are walked: no chain of proxies is so long.
pub const HOPS_MAX: usize = 16;
const X_FORWARDED_FOR: &str = "x-forwarded-for";

/// Who opened the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeerAddress {
    /// Over TCP.
    Tcp(SocketAddr),
    /// Over the Unix socket, which only a proxy on this machine can open: it is trusted.
    Unix,
}

/// Why the client's address is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoClientAddress {
    /// The proxy sent none.
    #[error("a trusted proxy sent no X-Forwarded-For")]
    Missing,
    /// What it sent is no address.
    #[error("a trusted proxy sent an X-Forwarded-For that is no list of addresses")]
    Junk,
    /// The chain does not end.
    #[error("X-Forwarded-For names more than {HOPS_MAX} proxies")]
    TooManyHops,
}

/// The client's address as an extractor: a handler that needs it gets it or the request ends with 400.
#[derive(Clone, Copy, Debug)]
pub struct Client(pub ClientAddress);

impl FromRequestParts<PublicState> for Client {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &PublicState) -> Result<Self, ApiError> {
        let peer =
            parts.extensions.get::<PeerAddress>().copied().ok_or(ApiError::new(ErrorCode::ClientAddress))?;
        client_address(peer, &parts.headers, &state.trusted_proxies).map(Client).map_err(|error| {
            tracing::warn!(?peer, %error, "web: the client's address is not known");
            ApiError::new(ErrorCode::ClientAddress)
        })
    }
}

/// Walks from the peer towards the client, as far as each is a trusted proxy.
pub fn client_address(
    peer: PeerAddress,
    headers: &HeaderMap,
    trusted_proxies: &[ClientNetwork],
) -> Result<ClientAddress, NoClientAddress> {
    let is_trusted = |address: ClientAddress| trusted_proxies.iter().any(|proxy| proxy.holds(address));
    if let PeerAddress::Tcp(peer) = peer {
        let peer = ClientAddress::new(peer.ip());
        if !is_trusted(peer) {
            return Ok(peer);
        }
    }
    let mut last = None;
    let lines = headers.get_all(X_FORWARDED_FOR).iter().collect::<Vec<_>>();
    let hops = lines.iter().rev().flat_map(|line| line.to_str().unwrap_or("not text").rsplit(','));
    for (number, hop) in hops.enumerate() {
        if number == HOPS_MAX {
            return Err(NoClientAddress::TooManyHops);
        }
        let hop = hop.trim().parse::<IpAddr>().map(ClientAddress::new).map_err(|_| NoClientAddress::Junk)?;
        if !is_trusted(hop) {
            return Ok(hop);
        }
        last = Some(hop);
    }
    // Every hop is one of our own machines: the first of them is the client.
    last.ok_or(NoClientAddress::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(peer: &str, lines: &[&str], expected: Result<&str, NoClientAddress>) {
        let proxies: Vec<ClientNetwork> = ["10.0.0.0/8", "2001:db8:aaaa::/48"]
            .iter()
            .map(|text| text.parse().expect("a network"))
            .collect();
        let peer = match peer {
            "unix" => PeerAddress::Unix,
            peer => PeerAddress::Tcp(SocketAddr::new(peer.parse().expect("an address"), 4_000)),
        };
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(X_FORWARDED_FOR, line.parse().expect("a header's value"));
        }
        headers.append("x-real-ip", "6.6.6.6".parse().expect("a value"));
        headers.append("forwarded", "for=6.6.6.6".parse().expect("a value"));
        let expected = expected.map(|text| text.parse::<ClientAddress>().expect("an address"));
        assert_eq!(client_address(peer, &headers, &proxies), expected, "{lines:?}");
    }

    #[test]
    fn q3_what_an_untrusted_peer_says_of_itself_is_ignored() {
        check("203.0.113.9", &[], Ok("203.0.113.9"));
        check("203.0.113.9", &["198.51.100.1"], Ok("203.0.113.9"));
        check("203.0.113.9", &["rubbish"], Ok("203.0.113.9"));
        check("::ffff:203.0.113.9", &["198.51.100.1"], Ok("203.0.113.9"));
    }

    #[test]
    fn q3_a_trusted_proxy_is_believed_from_the_right() {
        check("10.0.0.1", &["198.51.100.1"], Ok("198.51.100.1"));
        check("10.0.0.1", &["6.6.6.6, 198.51.100.1"], Ok("198.51.100.1"));
        check("10.0.0.1", &["6.6.6.6", "198.51.100.1, 10.0.0.7"], Ok("198.51.100.1"));
        check("10.0.0.1", &["rubbish, 198.51.100.1"], Ok("198.51.100.1"));
        check("2001:db8:aaaa::1", &["2001:db8::9"], Ok("2001:db8::9"));
        check("unix", &["198.51.100.1"], Ok("198.51.100.1"));
        check("10.0.0.1", &["10.0.0.8, 10.0.0.7"], Ok("10.0.0.8"));
    }

    #[test]
    fn q3_junk_or_silence_of_a_trusted_proxy_is_an_error() {
        check("10.0.0.1", &[], Err(NoClientAddress::Missing));
        check("unix", &[], Err(NoClientAddress::Missing));
        for junk in ["a", "", "198.51.100.1,", "198.51.100.1:80", "1.2.3", "unknown", "198.51.100.1, a"] {
            check("10.0.0.1", &[junk], Err(NoClientAddress::Junk));
        }
    }

    #[test]
    fn q3_a_chain_has_at_most_sixteen_hops() {
        let chain =
            |length: usize| ["198.51.100.1"].into_iter().chain(vec!["10.0.0.7"; length]).collect::<Vec<_>>();
        check("10.0.0.1", &[&chain(HOPS_MAX - 1).join(",")], Ok("198.51.100.1"));
        check("10.0.0.1", &[&chain(HOPS_MAX).join(",")], Err(NoClientAddress::TooManyHops));
        check("10.0.0.1", &[&chain(50).join(",")], Err(NoClientAddress::TooManyHops));
    }
}
