//! Strangers: names that nobody has, each with an address of its own, half of them IPv4 and half IPv6.
//!
//! They look random and are the same in every run. What is written of them has one length for each family, so that a
//! prepared request is patched in place.

use super::keys::scrambled;

/// Most strangers: their IPv4 addresses differ from each other up to here, with room to spare.
pub const STRANGERS_MAX: u32 = 10_000_000;

/// Letters of a name: 13 times five bits hold a whole number.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
const NAME_LETTERS: u32 = 13;

/// First octets that are neither private nor otherwise special, and all further ones that have three digits.
const FIRST_OCTET: u64 = 130;
const FIRST_OCTETS: u64 = 39;
const OCTET: u64 = 100;
const OCTETS: u64 = 156;
/// IPv4 addresses of strangers, and a prime that does not divide their number.
const ADDRESSES: u64 = FIRST_OCTETS * OCTETS * OCTETS * OCTETS;
const PRIME: u64 = 982_451_653;

/// The login of stranger `number`.
pub fn stranger_name(number: u32) -> String {
    let bits = scrambled(u64::from(number));
    let letter = |at: u32| char::from(LETTERS[(bits >> (5 * at) & 31) as usize]);
    (0..NAME_LETTERS).map(letter).chain("@contoso.example".chars()).collect()
}

/// Where stranger `number` is: IPv6 for odd numbers, in a /64 that nobody else has, or nearly.
pub fn stranger_address(number: u32) -> String {
    if is_v6(number) {
        let bits = u128::from(scrambled(u64::from(number)));
        let address = 0x2a00 << 112 | bits << 64 & (u128::MAX >> 16) | bits;
        let groups: Vec<String> =
            (0..8).rev().map(|at| format!("{:04x}", address >> (16 * at) & 0xffff)).collect();
        groups.join(":")
    } else {
        let mut rest = u64::from(number) * PRIME % ADDRESSES;
        let mut octet = || {
            let octet = OCTET + rest % OCTETS;
            rest /= OCTETS;
            octet
        };
        let (fourth, third, second) = (octet(), octet(), octet());
        format!("{}.{second}.{third}.{fourth}", FIRST_OCTET + rest)
    }
}

/// Dovecot's tag of the password that stranger `number` tries.
pub fn stranger_pwhash(number: u32) -> String {
    format!("{:04x}", scrambled(!u64::from(number)) & 0x0fff)
}

/// Whether stranger `number` comes by IPv6.
pub const fn is_v6(number: u32) -> bool {
    number % 2 == 1
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::net::IpAddr;

    use super::*;

    #[test]
    fn strangers_have_names_and_addresses_of_their_own() {
        let numbers = || (0..50_000).chain(STRANGERS_MAX - 50_000..STRANGERS_MAX);
        let names: HashSet<String> = numbers().map(stranger_name).collect();
        let addresses: HashSet<IpAddr> =
            numbers().map(|number| stranger_address(number).parse().expect("an address")).collect();
        assert_eq!((names.len(), addresses.len()), (100_000, 100_000));
        assert_eq!(addresses.iter().filter(|address| address.is_ipv6()).count(), 50_000);
    }

    #[test]
    fn what_is_written_of_a_family_has_one_length() {
        for number in (0..1_000).chain(STRANGERS_MAX - 1_000..STRANGERS_MAX) {
            let (name, address) = (stranger_name(number), stranger_address(number));
            let lengths = (name.len(), address.len(), stranger_pwhash(number).len());
            assert_eq!(lengths, (29, if is_v6(number) { 39 } else { 15 }, 4), "{name} at {address}");
        }
    }
}
