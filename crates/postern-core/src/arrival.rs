//! How well a gate is told from where somebody comes: an address that can be a client's, or what is wrong with it.
//!
//! A text that names no client must never become a source: everybody who arrives with it would share one bucket,
//! in which one guesser locks out all others. Such attempts count for their account alone, and the admin is told
//! what to configure. This file does not know how often each was seen.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::account::codes;
use crate::address::{ClientAddress, ClientNetwork};

/// What Dovecot 2.3 writes in place of a variable that it does not know.
pub const UNSUPPORTED_VARIABLE: &str = "UNSUPPORTED_VARIABLE_";

/// What is wrong with the addresses that a mail server sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressFault {
    /// There is none.
    Missing,
    /// It is not an IP address.
    Unreadable,
    /// The mail server does not know the variable that should have been sent, this one or another.
    UnsupportedVariable,
    /// It is this machine itself (127.0.0.1 or ::1): a web mail or proxy that does not say for whom it speaks.
    /// Other addresses of 127.0.0.0/8 are somebody's deliberate choice and count as sources.
    LocalHost,
    /// It is nobody's: unspecified, multicast or broadcast.
    Nobodys,
    /// It is one address for nearly everybody: a web mail or proxy that does not say for whom it speaks.
    OneForAll,
}

codes!(AddressFault {
    AddressFault::Missing => "missing",
    AddressFault::Unreadable => "unreadable",
    AddressFault::UnsupportedVariable => "unsupported_variable",
    AddressFault::LocalHost => "local_host",
    AddressFault::Nobodys => "nobodys",
    AddressFault::OneForAll => "one_for_all",
});

/// The source that `remote` names, or what is wrong with it. [`AddressFault::OneForAll`] is not seen in one text.
///
/// # Errors
/// What is wrong.
pub fn source_of(remote: &str) -> Result<ClientAddress, AddressFault> {
    let Ok(address) = remote.parse::<ClientAddress>() else {
        return Err(match remote.trim() {
            "" => AddressFault::Missing,
            text if text.starts_with(UNSUPPORTED_VARIABLE) => AddressFault::UnsupportedVariable,
            _ => AddressFault::Unreadable,
        });
    };
    fault_of(address.ip()).map_or(Ok(address), Err)
}

/// Why the address is no client's.
const fn fault_of(ip: IpAddr) -> Option<AddressFault> {
    match ip {
        IpAddr::V4(Ipv4Addr::LOCALHOST) | IpAddr::V6(Ipv6Addr::LOCALHOST) => Some(AddressFault::LocalHost),
        IpAddr::V4(Ipv4Addr::BROADCAST) => Some(AddressFault::Nobodys),
        ip if ip.is_unspecified() || ip.is_multicast() => Some(AddressFault::Nobodys),
        IpAddr::V4(_) | IpAddr::V6(_) => None,
    }
}

/// Whether a person can mean clients by `address`: attempts from there count for it as a source.
pub const fn is_source(address: ClientAddress) -> bool {
    fault_of(address.ip()).is_none()
}

/// Whether a person can mean clients by `network`. Around this machine's own address or nobody's lies none that is a
/// client's, up to a /8 (IPv4) or /16 (IPv6), so what is said of such a network would never act.
pub fn may_hold_clients(network: ClientNetwork) -> bool {
    const NO_CLIENTS: [IpAddr; 5] = [
        IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        IpAddr::V4(Ipv4Addr::BROADCAST),
        IpAddr::V6(Ipv6Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    ];
    !network.first().is_multicast() && !NO_CLIENTS.iter().any(|&ip| network.holds(ClientAddress::new(ip)))
}

/// Most successes of one sample.
const SAMPLE_MAX: u8 = 64;
/// So many of a sample from one address are "nearly everybody": nine of ten.
const NEARLY_ALL: u8 = 58;
/// And so many different people among them, of 64 groups that they fall into: fewer are a family or a test.
const PEOPLE_MIN: u32 = 8;

/// A sample of successful sign-ins, from which one address for nearly everybody is told. In memory only; the
/// majority is found in one pass (Boyer and Moore), so it takes 48 bytes however many addresses there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SuccessSample {
    candidate: Option<ClientAddress>,
    lead: u8,
    hits: u8,
    seen: u8,
    /// One bit for each group that somebody from the candidate's address fell into.
    people: u64,
}

impl SuccessSample {
    /// Adds a success of somebody (any hash of the account). At the end of each sample the answer is `Some`:
    /// the address of nearly everybody, if there is one.
    pub fn add(&mut self, address: ClientAddress, person_hash: u64) -> Option<Option<ClientAddress>> {
        if self.lead == 0 && self.candidate != Some(address) {
            (self.candidate, self.hits, self.people) = (Some(address), 0, 0);
        }
        if self.candidate == Some(address) {
            self.lead += 1;
            self.hits += 1;
            self.people |= 1 << (person_hash % 64);
        } else {
            self.lead -= 1;
        }
        self.seen += 1;
        if self.seen < SAMPLE_MAX {
            return None;
        }
        let sample = std::mem::take(self);
        let is_one_for_all = sample.hits >= NEARLY_ALL && sample.people.count_ones() >= PEOPLE_MIN;
        Some(sample.candidate.filter(|_| is_one_for_all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_can_be_a_clients_is_a_source_and_no_other_text_is() {
        let check = |text, fault| assert_eq!(source_of(text), Err(fault), "{text:?}");
        check("", AddressFault::Missing);
        check(" ", AddressFault::Missing);
        check("unknown", AddressFault::Unreadable);
        check("192.0.2", AddressFault::Unreadable);
        check("UNSUPPORTED_VARIABLE_remote_ip", AddressFault::UnsupportedVariable);
        for local in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            check(local, AddressFault::LocalHost);
        }
        for nobody in ["0.0.0.0", "::", "::ffff:0.0.0.0", "224.0.0.1", "255.255.255.255", "ff02::1"] {
            check(nobody, AddressFault::Nobodys);
        }
        for somebody in ["192.0.2.7", "10.1.2.3", "127.0.0.2", "2001:db8::7", "fe80::1%eth0", "fd00::1"] {
            assert_eq!(source_of(somebody), somebody.parse().map_err(|_| AddressFault::Unreadable));
        }
    }

    fn address(number: u8) -> ClientAddress {
        ClientAddress::new([192, 0, 2, number].into())
    }

    /// What each whole sample says, of 64 successes that `from` gives address and person of.
    fn told(from: impl Fn(u8) -> (u8, u64)) -> Option<ClientAddress> {
        let mut sample = SuccessSample::default();
        let mut told = Vec::new();
        for number in 0..SAMPLE_MAX * 2 {
            let (from, person) = from(number % SAMPLE_MAX);
            told.extend(sample.add(address(from), person));
        }
        assert_eq!(told.len(), 2, "one answer a sample");
        assert_eq!(told[0], told[1], "and the next one starts anew");
        told[0]
    }

    #[test]
    fn nine_of_ten_people_from_one_address_are_told_and_fewer_are_not() {
        let mixed =
            |others: u8| move |number: u8| (if number < others { number + 2 } else { 1 }, number.into());
        assert_eq!(told(mixed(0)), Some(address(1)));
        assert_eq!(told(mixed(6)), Some(address(1)));
        assert_eq!(told(mixed(7)), None);
        // Wherever the others are.
        let spread = |number: u8| (if number % 11 == 5 { 9 } else { 1 }, number.into());
        assert_eq!(told(spread), Some(address(1)));
        assert_eq!(told(|number| (number, number.into())), None);
        assert_eq!(told(|number| (number % 2, number.into())), None);
    }

    #[test]
    fn a_family_behind_one_address_is_no_proxy() {
        assert_eq!(told(|number| (1, u64::from(number % 7))), None);
        assert_eq!(told(|number| (1, u64::from(number % 8))), Some(address(1)));
    }
}
