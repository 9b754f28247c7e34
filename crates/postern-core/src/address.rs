//! Where an attempt comes from: client addresses and the networks they are grouped into.
//!
//! An IPv4 address counts alone and as part of its /24; an IPv6 address counts as its /64 and its /48, because
//! one customer holds a whole /64. IPv4-mapped IPv6 is IPv4. This file knows nothing of proxies: what arrives
//! here is the address that a gate was told.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A client's address, with IPv4-mapped IPv6 folded to IPv4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientAddress(IpAddr);

/// A block of addresses. The host bits are always zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientNetwork {
    first: IpAddr,
    prefix_bits: u8,
}

/// The prefix under which a translator shows IPv4 clients to an IPv6 server (NAT64, RFC 6052): without it a whole
/// network operator's customers would be one /64, and one attacker among them would block all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nat64Prefix(ClientNetwork);

impl Nat64Prefix {
    /// The well-known prefix 64:ff9b::/96 (RFC 6052, section 2.1).
    pub const WELL_KNOWN: &'static str = "64:ff9b::/96";

    /// The IPv4 address in `address`. Section 2.2: it follows the prefix, and bits 64 to 71 are skipped.
    fn embedded(self, address: Ipv6Addr) -> Option<Ipv4Addr> {
        if !self.0.holds(ClientAddress(IpAddr::V6(address))) {
            return None;
        }
        let octets = address.octets();
        let mut places = self.places();
        let mut next = || places.next().map(|place| octets[place]);
        Some(Ipv4Addr::new(next()?, next()?, next()?, next()?))
    }

    /// Which four octets of an address hold the IPv4 address.
    fn places(self) -> impl Iterator<Item = usize> {
        (usize::from(self.0.prefix_bits) / 8..16).filter(|&place| place != 8).take(4)
    }
}

impl FromStr for Nat64Prefix {
    type Err = NotAnAddress;

    /// Reads an IPv6 network with one of the lengths of RFC 6052, section 2.2: 32, 40, 48, 56, 64 or 96.
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let network: ClientNetwork = text.parse()?;
        let is_prefix = network.first.is_ipv6() && [32, 40, 48, 56, 64, 96].contains(&network.prefix_bits);
        if is_prefix { Ok(Self(network)) } else { Err(NotAnAddress) }
    }
}

/// A text that is not an IP address or network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAddress;

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an IPv4 or IPv6 address")
    }
}

impl std::error::Error for NotAnAddress {}

impl ClientAddress {
    /// Folds IPv4-mapped IPv6 (`::ffff:a.b.c.d`) to IPv4.
    pub fn new(address: IpAddr) -> Self {
        Self(address.to_canonical())
    }

    /// The IPv4 address that a translator put into this one, if it has the site's prefix; else the address itself.
    #[must_use]
    pub fn folded(self, nat64: Option<Nat64Prefix>) -> Self {
        match (nat64, self.0) {
            (Some(prefix), IpAddr::V6(v6)) => prefix.embedded(v6).map_or(self, |v4| Self(IpAddr::V4(v4))),
            (Some(_) | None, IpAddr::V4(_) | IpAddr::V6(_)) => self,
        }
    }

    /// The address itself.
    pub const fn ip(self) -> IpAddr {
        self.0
    }

    /// What counts as one source: the address itself (IPv4) or its /64 (IPv6).
    pub fn unit(self) -> ClientNetwork {
        match self.0 {
            IpAddr::V4(_) => ClientNetwork::containing(self, 32),
            IpAddr::V6(_) => ClientNetwork::containing(self, 64),
        }
    }

    /// The neighbourhood that is counted beside the unit: /24 (IPv4) or /48 (IPv6).
    pub fn neighbourhood(self) -> ClientNetwork {
        match self.0 {
            IpAddr::V4(_) => ClientNetwork::containing(self, 24),
            IpAddr::V6(_) => ClientNetwork::containing(self, 48),
        }
    }
}

impl ClientNetwork {
    /// The network of `prefix_bits` (at most 32 or 128) that holds `address`.
    pub fn containing(address: ClientAddress, prefix_bits: u8) -> Self {
        match address.0 {
            IpAddr::V4(v4) => {
                let bits = prefix_bits.min(32);
                let mask = u32::MAX.checked_shl(32 - u32::from(bits)).unwrap_or(0);
                Self { first: IpAddr::V4(Ipv4Addr::from(u32::from(v4) & mask)), prefix_bits: bits }
            }
            IpAddr::V6(v6) => {
                let bits = prefix_bits.min(128);
                let mask = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or(0);
                Self { first: IpAddr::V6(Ipv6Addr::from(u128::from(v6) & mask)), prefix_bits: bits }
            }
        }
    }

    /// The IPv4 network that a translator put into this one, if it lies within the site's prefix; else the network
    /// itself. The gates see no other spelling, so what people say of a source has to be in it.
    #[must_use]
    pub fn folded(self, nat64: Option<Nat64Prefix>) -> Self {
        let (Some(prefix), IpAddr::V6(first)) = (nat64, self.first) else { return self };
        match prefix.embedded(first) {
            Some(v4) if self.prefix_bits >= prefix.0.prefix_bits => {
                let bits_at = |place| usize::from(self.prefix_bits).saturating_sub(8 * place).min(8);
                let bits: usize = prefix.places().map(bits_at).sum();
                Self::containing(ClientAddress(IpAddr::V4(v4)), bits as u8)
            }
            Some(_) | None => self,
        }
    }

    /// Whether `address` lies in this network. An IPv6 network never holds an IPv4 address.
    pub fn holds(self, address: ClientAddress) -> bool {
        self.first.is_ipv4() == address.0.is_ipv4()
            && Self::containing(address, self.prefix_bits).first == self.first
    }

    /// Whether every address of `other` lies in this network.
    pub fn covers(self, other: ClientNetwork) -> bool {
        self.prefix_bits <= other.prefix_bits && self.holds(ClientAddress(other.first))
    }

    /// The first address of the network.
    pub const fn first(self) -> IpAddr {
        self.first
    }

    /// Length of the prefix in bits.
    pub const fn prefix_bits(self) -> u8 {
        self.prefix_bits
    }

    /// Eighteen bytes that no other network has: family, prefix, address. Hash keys are made of these.
    pub fn key_bytes(self) -> [u8; 18] {
        let mut bytes = [0; 18];
        bytes[1] = self.prefix_bits;
        match self.first {
            IpAddr::V4(v4) => {
                bytes[0] = 4;
                bytes[2..6].copy_from_slice(&v4.octets());
            }
            IpAddr::V6(v6) => {
                bytes[0] = 6;
                bytes[2..].copy_from_slice(&v6.octets());
            }
        }
        bytes
    }
}

impl FromStr for ClientAddress {
    type Err = NotAnAddress;

    /// Reads an address as Dovecot and Postfix write it; a zone (`%eth0`) is dropped.
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let bare = text.split('%').next().unwrap_or(text);
        bare.parse::<IpAddr>().map(Self::new).map_err(|_| NotAnAddress)
    }
}

impl FromStr for ClientNetwork {
    type Err = NotAnAddress;

    /// Reads `203.0.113.0/24`, `2001:db8::/48` or a bare address.
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u8>().map_err(|_| NotAnAddress)?)),
            None => (text, None),
        };
        let address: ClientAddress = address.parse()?;
        let longest = if address.0.is_ipv4() { 32 } else { 128 };
        let bits = prefix.unwrap_or(longest);
        if bits > longest { Err(NotAnAddress) } else { Ok(Self::containing(address, bits)) }
    }
}

impl fmt::Display for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for ClientNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.prefix_bits)
    }
}

impl fmt::Debug for ClientNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn address(text: &str) -> ClientAddress {
        text.parse().expect("a test address")
    }

    #[test]
    fn a_mapped_address_is_the_ipv4_address() {
        assert_eq!(address("::ffff:203.0.113.9"), address("203.0.113.9"));
    }

    #[test]
    fn one_customer_network_is_one_source() {
        assert_eq!(address("2001:db8:1:2::1").unit(), address("2001:db8:1:2:ffff::9").unit());
        assert_ne!(address("2001:db8:1:2::1").unit(), address("2001:db8:1:3::1").unit());
        assert_eq!(address("2001:db8:1:2::1").neighbourhood(), address("2001:db8:1:3::1").neighbourhood());
    }

    #[test]
    fn networks_of_two_families_never_share_a_key() {
        let v4: ClientNetwork = "1.2.3.4".parse().expect("valid");
        let v6: ClientNetwork = "102:304::/32".parse().expect("valid");
        assert_ne!(v4.key_bytes(), v6.key_bytes());
    }

    #[test]
    fn a_translated_address_is_the_ipv4_address_at_every_length_of_the_rfc() {
        // The examples of RFC 6052, section 2.4.
        for (prefix, translated) in [
            ("2001:db8::/32", "2001:db8:c000:221::"),
            ("2001:db8:100::/40", "2001:db8:1c0:2:21::"),
            ("2001:db8:122::/48", "2001:db8:122:c000:2:2100::"),
            ("2001:db8:122:300::/56", "2001:db8:122:3c0:0:221::"),
            ("2001:db8:122:344::/64", "2001:db8:122:344:c0:2:2100::"),
            ("64:ff9b::/96", "64:ff9b::192.0.2.33"),
        ] {
            let nat64: Nat64Prefix = prefix.parse().expect("a prefix");
            assert_eq!(address(translated).folded(Some(nat64)), address("192.0.2.33"), "{prefix}");
            assert_eq!(address("2001:db9::1").folded(Some(nat64)), address("2001:db9::1"));
            assert_eq!(address(translated).folded(None), address(translated));
        }
        let nat64: Option<Nat64Prefix> = Nat64Prefix::WELL_KNOWN.parse().ok();
        for (translated, folded) in [
            ("64:ff9b::192.0.2.33", "192.0.2.33/32"),
            ("64:ff9b::192.0.2.0/120", "192.0.2.0/24"),
            ("64:ff9b::/96", "0.0.0.0/0"),
            ("2001:db8::/48", "2001:db8::/48"),
            ("192.0.2.0/24", "192.0.2.0/24"),
        ] {
            let network: ClientNetwork = translated.parse().expect("a network");
            let folded: ClientNetwork = folded.parse().expect("a network");
            assert_eq!(network.folded(nat64), folded, "{translated}");
            assert_eq!(network.folded(None), network);
        }
        let with_gap: Option<Nat64Prefix> = "2001:db8:122:300::/56".parse().ok();
        let network: ClientNetwork = "2001:db8:122:3c0:0:200::/80".parse().expect("a network");
        assert_eq!(network.folded(with_gap).to_string(), "192.0.0.0/16");
        for text in ["64:ff9b::/95", "192.0.2.0/24", "64:ff9b::", "x"] {
            assert!(text.parse::<Nat64Prefix>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_network_covers_itself_and_the_smaller_ones_within() {
        let network = |text: &str| text.parse::<ClientNetwork>().expect("a test network");
        let wide = network("203.0.113.0/24");
        assert!(wide.covers(wide) && wide.covers(network("203.0.113.9")));
        assert!(!network("203.0.113.9").covers(wide) && !wide.covers(network("203.0.114.9")));
        assert!(network("2001:db8::/48").covers(network("2001:db8:0:7::/64")));
        assert!(!network("::/0").covers(wide));
    }

    proptest! {
        #[test]
        fn a_network_holds_what_it_was_made_from(bits in any::<u128>(), v6 in any::<bool>(), prefix in 0u8..=128) {
            let ip = if v6 { IpAddr::V6(Ipv6Addr::from(bits)) } else { IpAddr::V4(Ipv4Addr::from(bits as u32)) };
            let address = ClientAddress::new(ip);
            let network = ClientNetwork::containing(address, prefix);
            prop_assert!(network.holds(address));
            prop_assert_eq!(network.to_string().parse::<ClientNetwork>(), Ok(network));
        }
    }
}
