//! An account's failures by where they came from: the networks with most of them apart, all others together.

use std::collections::HashMap;

use postern_core::address::{ClientAddress, ClientNetwork, Nat64Prefix};

use crate::ports::series::{SourceFailures, Tally};

/// Networks that have a lane of their own.
pub const NETWORKS_APART: usize = 3;

/// Failures from one network, or from all that have no lane of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailureLane {
    /// An address where all came from one, else the /24 or /48; `None` for all others together.
    pub network: Option<ClientNetwork>,
    /// Wrong passwords, one number a bucket.
    pub failed: Vec<u64>,
    /// Attempts that a lock or block refused, one number a bucket.
    pub refused: Vec<u64>,
}

impl FailureLane {
    fn empty(network: Option<ClientNetwork>, buckets: usize) -> Self {
        Self { network, failed: vec![0; buckets], refused: vec![0; buckets] }
    }

    /// All of them, refused ones included.
    pub fn total(&self) -> u64 {
        self.failed.iter().chain(&self.refused).sum()
    }

    fn add(&mut self, found: &SourceFailures) {
        let counts = if found.is_refused { &mut self.refused } else { &mut self.failed };
        if let Some(count) = counts.get_mut(found.bucket as usize) {
            *count += found.count;
        }
    }
}

/// The lanes of `found`, the one with most failures first and the others last. `sums` are all failures of each bucket:
/// what is in them and not in `found` came from somewhere that was not looked at, so it is among the others.
pub(super) fn lanes_of(
    found: &[SourceFailures],
    sums: &[Tally],
    nat64: Option<Nat64Prefix>,
) -> Vec<FailureLane> {
    let buckets = sums.len();
    let mut by_network: HashMap<ClientNetwork, (FailureLane, ClientNetwork)> = HashMap::new();
    let mut others = FailureLane::empty(None, buckets);
    let mut all = FailureLane::empty(None, buckets);
    for failures in found {
        all.add(failures);
        let address = failures.source.as_deref().and_then(|text| text.parse::<ClientAddress>().ok());
        let Some(address) = address.map(|address| address.folded(nat64)) else {
            others.add(failures);
            continue;
        };
        let (around, unit) = (address.neighbourhood(), address.unit());
        let (lane, seen) =
            by_network.entry(around).or_insert_with(|| (FailureLane::empty(Some(around), buckets), unit));
        lane.add(failures);
        if *seen != unit {
            *seen = around;
        }
    }
    let mut lanes: Vec<FailureLane> =
        by_network.into_values().map(|(lane, seen)| FailureLane { network: Some(seen), ..lane }).collect();
    lanes.sort_by_key(|lane| (std::cmp::Reverse(lane.total()), lane.network.map(ClientNetwork::key_bytes)));
    for lane in lanes.split_off(lanes.len().min(NETWORKS_APART)) {
        add_all(&mut others.failed, lane.failed.iter().copied());
        add_all(&mut others.refused, lane.refused.iter().copied());
    }
    let missing = |sum: u64, known: &u64| sum.saturating_sub(*known);
    let failed = sums.iter().zip(&all.failed).map(|(sum, known)| missing(sum.sign_ins_failed, known));
    add_all(&mut others.failed, failed);
    let refused = sums.iter().zip(&all.refused).map(|(sum, known)| missing(sum.sign_ins_refused, known));
    add_all(&mut others.refused, refused);
    if others.total() > 0 {
        lanes.push(others);
    }
    lanes
}

fn add_all(counts: &mut [u64], more: impl Iterator<Item = u64>) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str, bucket: u32, is_refused: bool, count: u64) -> SourceFailures {
        SourceFailures { source: Some(source.to_owned()), bucket, is_refused, count }
    }

    fn sums(failed: &[u64]) -> Vec<Tally> {
        failed.iter().map(|&sign_ins_failed| Tally { sign_ins_failed, ..Tally::default() }).collect()
    }

    fn told(lanes: &[FailureLane]) -> Vec<(String, Vec<u64>, Vec<u64>)> {
        let name = |lane: &FailureLane| lane.network.map_or("others".to_owned(), |net| net.to_string());
        lanes.iter().map(|lane| (name(lane), lane.failed.clone(), lane.refused.clone())).collect()
    }

    #[test]
    fn the_three_networks_with_most_failures_are_apart_and_the_others_together() {
        let rows = [
            found("203.0.113.9", 0, false, 5),
            found("203.0.113.77", 1, true, 6),
            found("198.51.100.7", 0, false, 4),
            found("2001:db8:1:2::7", 1, false, 3),
            found("192.0.2.1", 0, false, 2),
            found("192.0.3.1", 1, true, 1),
            SourceFailures { source: None, bucket: 0, is_refused: false, count: 1 },
            found("no address", 1, false, 1),
        ];
        let lanes = lanes_of(&rows, &sums(&[0, 0]), None);
        let expected = [
            ("203.0.113.0/24", vec![5, 0], vec![0, 6]),
            ("198.51.100.7/32", vec![4, 0], vec![0, 0]),
            ("2001:db8:1:2::/64", vec![0, 3], vec![0, 0]),
            ("others", vec![3, 1], vec![0, 1]),
        ];
        assert_eq!(told(&lanes), expected.map(|(name, failed, refused)| (name.to_owned(), failed, refused)));
    }

    #[test]
    fn what_was_not_looked_at_is_among_the_others_and_nothing_is_counted_twice() {
        let rows = [found("203.0.113.9", 0, false, 5)];
        let lanes = lanes_of(&rows, &sums(&[7, 4]), None);
        assert_eq!((lanes[1].network, &lanes[1].failed), (None, &vec![2, 4]));
        assert_eq!(lanes.iter().map(FailureLane::total).sum::<u64>(), 11);
        // Sums of before a crash may lack what the log has.
        assert_eq!(lanes_of(&rows, &sums(&[0, 0]), None).len(), 1);
        assert_eq!(lanes_of(&[], &sums(&[0, 0]), None), []);
    }
}
