//! Which account the next request is about.

/// How requests spread over the accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Keys {
    /// Each account as often as any other: every look-up misses the cache.
    Uniform,
    /// Zipf with exponent 1: the busiest account makes one request in twenty.
    Zipf,
}

impl Keys {
    /// The name in tables and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Keys::Uniform => "uniform",
            Keys::Zipf => "zipf",
        }
    }
}

/// Length of the prepared sequence. Drawing ahead keeps the generator's loop cheap.
const SEQUENCE: usize = 1 << 20;

/// A prepared endless sequence of account numbers below `accounts`, the same in every run; or all numbers in their
/// order.
pub struct KeySequence {
    /// Empty where the numbers themselves are the keys.
    drawn: Vec<u32>,
    next: usize,
}

impl KeySequence {
    /// Draws the sequence for `accounts` accounts (at least 1).
    pub fn new(keys: Keys, accounts: u32) -> Self {
        let mut random = SplitMix(0x0005_7e51);
        let draw = |_| {
            let unit = (random.next() >> 11) as f64 / (1u64 << 53) as f64;
            match keys {
                Keys::Uniform => (unit * f64::from(accounts)) as u32,
                Keys::Zipf => {
                    // The inverse of Zipf's continuous form: rank k has weight ln(k + 1) - ln(k), about 1/k.
                    let rank = (f64::from(accounts) + 1.0).powf(unit) as u32 - 1;
                    // Neighbours in rank are not neighbours in memory.
                    scatter(rank.min(accounts - 1), accounts)
                }
            }
        };
        Self { drawn: (0..SEQUENCE).map(draw).collect(), next: 0 }
    }

    /// The same sequence, of accounts from `first` on.
    pub fn starting_at(mut self, first: u32) -> Self {
        self.drawn.iter_mut().for_each(|key| *key += first);
        self
    }

    /// All numbers from `first` on, each once.
    pub fn each_from(first: u32) -> Self {
        Self { drawn: Vec::new(), next: first as usize }
    }

    /// The next account's number.
    pub fn draw(&mut self) -> u32 {
        if self.drawn.is_empty() {
            self.next += 1;
            return (self.next - 1) as u32;
        }
        let key = self.drawn[self.next];
        self.next = (self.next + 1) % SEQUENCE;
        key
    }
}

/// A fixed permutation of the numbers below `accounts`, for every count that the prime does not divide.
fn scatter(rank: u32, accounts: u32) -> u32 {
    const PRIME: u64 = 982_451_653;
    (u64::from(rank) * PRIME % u64::from(accounts)) as u32
}

/// Sebastiano Vigna's SplitMix64: a benchmark repeats itself, so its chance is no Entropy port.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        let mixed = scrambled(self.0);
        self.0 = self.0.wrapping_add(GOLDEN);
        mixed
    }
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Its value for the state `number`: looks random, and no two numbers have the same.
pub(super) const fn scrambled(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(GOLDEN);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn counts(keys: Keys, accounts: u32) -> HashMap<u32, usize> {
        let mut sequence = KeySequence::new(keys, accounts);
        let mut counts = HashMap::new();
        for _ in 0..SEQUENCE {
            *counts.entry(sequence.draw()).or_default() += 1;
        }
        counts
    }

    #[test]
    fn uniform_keys_reach_every_account_alike() {
        let counts = counts(Keys::Uniform, 1_000);
        assert_eq!(counts.len(), 1_000);
        assert!(counts.values().all(|count| (700..1_400).contains(count)));
    }

    #[test]
    fn the_busiest_of_a_million_zipf_keys_has_its_share() {
        let counts = counts(Keys::Zipf, 1_000_000);
        let busiest = counts.values().max().copied().unwrap_or_default();
        // ln 2 / ln 1,000,001 of all: 5 %.
        assert!((48_000..57_000).contains(&busiest), "{busiest}");
        assert!(counts.len() > 100_000, "{}", counts.len());
        assert!(counts.keys().all(|key| *key < 1_000_000));
    }
}
