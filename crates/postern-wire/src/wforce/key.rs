//! What an entry or a counter is kept by: an address, a network, a login, or a login from one address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::ManagementError;
use crate::auth_policy::LOGIN_BYTES_MAX;

/// What an entry or a counter is kept by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// An address or a network: the first address, its host bits zero, and the length of the prefix. IPv4-mapped
    /// IPv6 is IPv4, as in wforce.
    Network {
        /// The network's first address.
        first: IpAddr,
        /// Bits of the prefix: at most 32 or 128, which is one address.
        prefix_bits: u8,
    },
    /// A login as it was written.
    Login(String),
    /// A login from one address.
    LoginFromAddress {
        /// The login as it was written.
        login: String,
        /// The address.
        address: IpAddr,
    },
}

/// The kinds of key, by wforce's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// An address or a network.
    Network,
    /// A login.
    Login,
    /// A login from one address.
    LoginFromAddress,
}

impl KeyKind {
    /// The name in lists and in `r_attrs`: `ip`, `login`, `iplogin`.
    pub const fn entry_name(self) -> &'static str {
        match self {
            Self::Network => "ip",
            Self::Login => "login",
            Self::LoginFromAddress => "iplogin",
        }
    }

    /// The name in `getDBStats`: `ip`, `login`, `ip_login`.
    pub const fn stats_name(self) -> &'static str {
        match self {
            Self::Network => "ip",
            Self::Login => "login",
            Self::LoginFromAddress => "ip_login",
        }
    }
}

impl Key {
    /// Its kind.
    pub const fn kind(&self) -> KeyKind {
        match self {
            Self::Network { .. } => KeyKind::Network,
            Self::Login(_) => KeyKind::Login,
            Self::LoginFromAddress { .. } => KeyKind::LoginFromAddress,
        }
    }

    /// The key as a list shows it: an address with its prefix (`192.0.2.7/32`), the login, or `address:login`.
    pub fn entry_text(&self) -> String {
        match self {
            Self::Network { first, prefix_bits } => format!("{first}/{prefix_bits}"),
            Self::Login(login) => login.clone(),
            Self::LoginFromAddress { login, address } => format!("{address}:{login}"),
        }
    }

    /// The key as `getDBStats` shows it: the same, with a single address bare.
    pub fn stats_text(&self) -> String {
        match self {
            Self::Network { first, prefix_bits } if *prefix_bits == bits_of(*first) => first.to_string(),
            Self::Network { .. } | Self::Login(_) | Self::LoginFromAddress { .. } => self.entry_text(),
        }
    }
}

/// Puts the fields of a body together; `None` when none is there. An empty text is a key that says nothing, so
/// it is refused rather than taken for absent.
pub(super) fn of(
    ip: Option<&str>,
    netmask: Option<&str>,
    login: Option<&str>,
) -> Result<Option<Key>, ManagementError> {
    let login = login.map(login_of).transpose()?;
    let address = ip.map(address_of).transpose()?;
    match (netmask, address, login) {
        (None, None, None) => Ok(None),
        (None, None, Some(login)) => Ok(Some(Key::Login(login))),
        (None, Some(address), Some(login)) => Ok(Some(Key::LoginFromAddress { login, address })),
        (None, Some(address), None) => {
            Ok(Some(Key::Network { first: address, prefix_bits: bits_of(address) }))
        }
        (Some(netmask), None, None) => network_of(netmask).map(Some),
        (Some(_), _, _) => Err(ManagementError::NetmaskAndOther),
    }
}

fn login_of(text: &str) -> Result<String, ManagementError> {
    let fits = (1..=LOGIN_BYTES_MAX).contains(&text.len());
    if fits { Ok(text.to_owned()) } else { Err(ManagementError::NotALogin) }
}

fn address_of(text: &str) -> Result<IpAddr, ManagementError> {
    let address = text.trim().parse::<IpAddr>();
    address.map(|address| address.to_canonical()).map_err(|_| ManagementError::NotAnAddress { field: "ip" })
}

fn network_of(text: &str) -> Result<Key, ManagementError> {
    const NOT_ONE: ManagementError = ManagementError::NotAnAddress { field: "netmask" };
    let (address, bits) = match text.trim().split_once('/') {
        Some((address, bits)) => (address, Some(bits.parse::<u8>().map_err(|_| NOT_ONE)?)),
        None => (text.trim(), None),
    };
    let address = address.parse::<IpAddr>().map_err(|_| NOT_ONE)?;
    let bits = bits.unwrap_or(bits_of(address));
    if bits > bits_of(address) {
        return Err(NOT_ONE);
    }
    let folded = address.to_canonical();
    // A prefix of a mapped address counts the 96 bits in front of it.
    let bits =
        if folded.is_ipv4() && address.is_ipv6() { bits.checked_sub(96).ok_or(NOT_ONE)? } else { bits };
    Ok(Key::Network { first: first_of(folded, bits), prefix_bits: bits })
}

const fn bits_of(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

fn first_of(address: IpAddr, bits: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(bits)).unwrap_or(0);
            IpAddr::V4(Ipv4Addr::from(u32::from(v4) & mask))
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or(0);
            IpAddr::V6(Ipv6Addr::from(u128::from(v6) & mask))
        }
    }
}
