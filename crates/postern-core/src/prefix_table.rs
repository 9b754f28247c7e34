//! Networks of any length, and which of them hold an address: one probe for each length that is in use.
//!
//! Sites use few lengths (/32, /24, /64, a /22 of the provider), so a lookup is a handful of probes, and none at
//! all while the table is empty. This file does not know what the values mean.

use std::collections::HashMap;

use crate::address::{ClientAddress, ClientNetwork};

/// Values by network.
#[derive(Clone, Debug)]
pub struct PrefixTable<T> {
    /// Longest prefix first; no map is empty.
    lengths: Vec<(u8, HashMap<ClientNetwork, T>)>,
}

impl<T> Default for PrefixTable<T> {
    fn default() -> Self {
        Self { lengths: Vec::new() }
    }
}

impl<T> PrefixTable<T> {
    /// Puts a value at a network; returns the one that was there.
    pub fn insert(&mut self, network: ClientNetwork, value: T) -> Option<T> {
        let bits = network.prefix_bits();
        let position = self.lengths.partition_point(|(length, _)| *length > bits);
        if self.lengths.get(position).is_none_or(|(length, _)| *length != bits) {
            self.lengths.insert(position, (bits, HashMap::new()));
        }
        self.lengths[position].1.insert(network, value)
    }

    /// Takes the value of a network out.
    pub fn remove(&mut self, network: ClientNetwork) -> Option<T> {
        let position = self.lengths.iter().position(|(length, _)| *length == network.prefix_bits())?;
        let removed = self.lengths[position].1.remove(&network);
        if self.lengths[position].1.is_empty() {
            self.lengths.remove(position);
        }
        removed
    }

    /// The value of exactly this network.
    pub fn get(&self, network: ClientNetwork) -> Option<&T> {
        self.lengths
            .iter()
            .find(|(length, _)| *length == network.prefix_bits())
            .and_then(|(_, values)| values.get(&network))
    }

    /// The values of every network that holds the address, the smallest network first.
    pub fn holding(&self, address: ClientAddress) -> impl Iterator<Item = &T> {
        self.lengths
            .iter()
            .filter_map(move |(bits, values)| values.get(&ClientNetwork::containing(address, *bits)))
    }

    /// Every value, in no order.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.lengths.iter().flat_map(|(_, values)| values.values())
    }

    /// How many networks.
    pub fn len(&self) -> usize {
        self.lengths.iter().map(|(_, values)| values.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn network(text: &str) -> ClientNetwork {
        text.parse().expect("a test network")
    }

    #[test]
    fn the_smallest_network_is_found_first_and_the_families_stay_apart() {
        let mut table = PrefixTable::default();
        for text in ["10.0.0.0/8", "10.1.2.3/32", "10.1.2.0/24", "a01:203::/32"] {
            assert_eq!(table.insert(network(text), text), None);
        }
        let found = |address: &str| -> Vec<&str> {
            table.holding(address.parse().expect("an address")).copied().collect()
        };
        assert_eq!(found("10.1.2.3"), ["10.1.2.3/32", "10.1.2.0/24", "10.0.0.0/8"]);
        assert_eq!(found("::ffff:10.1.2.4"), ["10.1.2.0/24", "10.0.0.0/8"]);
        assert_eq!(found("a01:203::1"), ["a01:203::/32"]);
        assert_eq!(found("11.1.2.3"), [""; 0]);
        assert_eq!(table.len(), 4);
    }

    proptest! {
        /// The table against the slow way: ask every network.
        #[test]
        fn it_finds_exactly_the_networks_that_hold_an_address(
            networks in prop::collection::vec((any::<u32>(), 0u8..=32), 0..40),
            removed in prop::collection::vec(any::<prop::sample::Index>(), 0..10),
            asked in any::<u32>(),
        ) {
            let address = |bits: u32| ClientAddress::new(std::net::Ipv4Addr::from(bits & 0xFF03_0003).into());
            let mut plain: Vec<ClientNetwork> = networks
                .into_iter()
                .map(|(bits, length)| ClientNetwork::containing(address(bits), length))
                .collect();
            plain.sort_unstable();
            plain.dedup();
            let mut table = PrefixTable::default();
            for &network in &plain {
                table.insert(network, network);
            }
            for index in removed {
                if !plain.is_empty() {
                    let gone = plain.remove(index.index(plain.len()));
                    prop_assert_eq!(table.remove(gone), Some(gone));
                    prop_assert_eq!(table.get(gone), None);
                }
            }
            let mut expected: Vec<_> = plain.iter().copied().filter(|n| n.holds(address(asked))).collect();
            expected.sort_unstable_by_key(|network| std::cmp::Reverse(network.prefix_bits()));
            let found: Vec<_> = table.holding(address(asked)).copied().collect();
            prop_assert_eq!(found, expected);
            prop_assert_eq!(table.len(), plain.len());
            prop_assert_eq!(table.is_empty(), plain.is_empty());
        }
    }
}
