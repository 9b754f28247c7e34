//! Senders that are somebody else here: how many different addresses of our own domains, none of them its own, an
//! account wrote into MAIL FROM or a From header lately (checklist G18).
//!
//! Only the login is blamed, never the owner of the address that it wrote. One address written a thousand times is one:
//! a person who answers for `info@` is no forger, and who goes through the company's names is.

use crate::restriction::{Evidence, EvidenceKind};
use crate::time::{Span, Timestamp};

/// The steps: so many different addresses are worth so many points (outbound reference, c4).
const STEPS: [(usize, u8); 2] = [(3, 30), (FORGED_MAX, 80)];
/// The highest step; more need not be told apart.
const FORGED_MAX: usize = 10;
/// Addresses of one day count together (outbound reference, c2: forged-sender attempts 24 h).
const WINDOW: Span = Span::from_days(1);

/// What one account wrote: 96 bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForgedSenders {
    seen: [u64; FORGED_MAX],
    count: usize,
    since: Timestamp,
}

impl ForgedSenders {
    /// None yet.
    pub const fn new(now: Timestamp) -> Self {
        Self { seen: [0; FORGED_MAX], count: 0, since: now }
    }

    /// An address that is not the account's: a keyed hash of it. Evidence when it completes a step, once a day each.
    pub fn saw(&mut self, address_hash: u64, now: Timestamp) -> Option<Evidence> {
        if now.since(self.since) >= WINDOW {
            *self = Self::new(now);
        }
        if self.count == FORGED_MAX || self.seen[..self.count].contains(&address_hash) {
            return None;
        }
        self.seen[self.count] = address_hash;
        self.count += 1;
        let points = STEPS.iter().find(|(count, _)| *count == self.count)?.1;
        let count = self.count as u32;
        Some(Evidence {
            kind: EvidenceKind::ForgedSender,
            points,
            at: now,
            source: None,
            count,
            region: None,
        })
    }

    /// Whether nothing of it counts any more.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.since(self.since) >= WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix_s(1_772_438_400 + seconds)
    }

    #[test]
    fn three_different_addresses_are_worth_30_points_and_ten_80_and_one_over_and_over_nothing() {
        let mut forged = ForgedSenders::new(at(0));
        for _ in 0..100 {
            assert_eq!(forged.saw(7, at(1)), None);
        }
        let steps: Vec<_> = (0..20)
            .filter_map(|address| forged.saw(address, at(2)))
            .map(|it| (it.count, it.points))
            .collect();
        assert_eq!(steps, [(3, 30), (10, 80)]);
    }

    #[test]
    fn the_addresses_of_two_days_are_not_added() {
        let mut forged = ForgedSenders::new(at(0));
        assert_eq!((forged.saw(1, at(0)), forged.saw(2, at(86_399))), (None, None));
        assert!(!forged.is_over(at(86_399)) && forged.is_over(at(86_400)));
        assert_eq!(forged.saw(3, at(86_400)), None, "a new day");
        assert_eq!(forged.saw(4, at(86_401)), None);
        assert!(forged.saw(5, at(86_402)).is_some());
    }
}
