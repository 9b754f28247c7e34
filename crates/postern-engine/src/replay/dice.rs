//! Small deterministic randomness (splitmix64): the same draws for the same seed on every machine, so that what
//! was measured can be measured again. Not for secrets, and nothing that acts draws from it.

/// A row of draws.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 bits.
    pub(super) fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below `bound`, which is not 0. The bias of the remainder does not matter for bounds far below 2^64.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.throw() % bound.max(1)
    }
}
