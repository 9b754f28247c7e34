//! How many accounts are being tried over the whole site, without a lock on any gate's way.
//!
//! Four maps of 65,536 bits, one for each quarter of an hour, 8 KiB each: a failure sets one bit, which is all
//! that a gate does here. The timer counts the bits of the last four quarters together (linear counting) and lets
//! `postern_core::sign_in::spray` decide; between its looks only one flag is read.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use parking_lot::Mutex;
use postern_core::policy::SignInPolicy;
use postern_core::sign_in::spray::{SprayChange, SprayMode, SprayRecord, SprayStanding};
use postern_core::time::Timestamp;

const QUARTERS: usize = 4;
const QUARTER_S: u32 = 900;
const WORDS: usize = 1_024;
/// With a million accounts 5 % of them are 50,000; the count is within 1 % up to twice as many.
const BITS: u32 = 64 * WORDS as u32;

/// The accounts of one quarter of an hour.
struct Quarter {
    /// Which quarter since 1970.
    number: AtomicU32,
    bits: Box<[AtomicU64]>,
}

impl Quarter {
    fn new() -> Self {
        Self { number: AtomicU32::new(0), bits: (0..WORDS).map(|_| AtomicU64::new(0)).collect() }
    }

    fn clear(&self) {
        for word in &self.bits {
            word.store(0, Ordering::Relaxed);
        }
    }
}

/// The watch of one node.
pub(super) struct SprayWatch {
    quarters: [Quarter; QUARTERS],
    is_on: AtomicBool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    record: SprayRecord,
    is_changed: bool,
}

impl SprayWatch {
    pub(super) fn new() -> Self {
        Self {
            quarters: std::array::from_fn(|_| Quarter::new()),
            is_on: AtomicBool::new(false),
            state: Mutex::default(),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        QUARTERS * WORDS * size_of::<AtomicU64>()
    }

    pub(super) fn mode(&self) -> SprayMode {
        if self.is_on.load(Ordering::Relaxed) { SprayMode::Spray } else { SprayMode::Calm }
    }

    /// An account was tried with a wrong password from an unfamiliar place.
    pub(super) fn tried(&self, account_hash: u64, now_s: u32) {
        let number = now_s / QUARTER_S;
        let quarter = &self.quarters[number as usize % QUARTERS];
        let known = quarter.number.load(Ordering::Relaxed);
        if known != number
            && quarter.number.compare_exchange(known, number, Ordering::Relaxed, Ordering::Relaxed).is_ok()
        {
            // A bit that another thread sets between these two lines may be lost, once in an hour.
            quarter.clear();
        }
        let bit = (account_hash % u64::from(BITS)) as usize;
        quarter.bits[bit / 64].fetch_or(1 << (bit % 64), Ordering::Relaxed);
    }

    /// Accounts tried within the last 45 to 60 minutes.
    fn accounts_tried(&self, now_s: u32) -> u32 {
        let present = now_s / QUARTER_S;
        let recent: Vec<&Quarter> = self
            .quarters
            .iter()
            .filter(|quarter| {
                let number = quarter.number.load(Ordering::Relaxed);
                number <= present && present - number < QUARTERS as u32
            })
            .collect();
        let ones: u32 = (0..WORDS)
            .map(|word| {
                let together = |bits, quarter: &&Quarter| bits | quarter.bits[word].load(Ordering::Relaxed);
                recent.iter().fold(0, together).count_ones()
            })
            .sum();
        let zeros = (BITS - ones).max(1);
        (f64::from(BITS) * (f64::from(BITS) / f64::from(zeros)).ln()).round() as u32
    }

    /// Looks; answers a change, once.
    pub(super) fn look(&self, accounts: u64, policy: &SignInPolicy, now: Timestamp) -> Option<SprayChange> {
        let tried = self.accounts_tried(now.unix_s_u32());
        let mut state = self.state.lock();
        let before = state.record;
        let change = state.record.look(tried, accounts, policy, now);
        state.is_changed |= change.is_some() || before.hour_learned() != state.record.hour_learned();
        self.is_on.store(state.record.mode() == SprayMode::Spray, Ordering::Relaxed);
        change
    }

    pub(super) fn standing(&self, now: Timestamp) -> SprayStanding {
        self.state.lock().record.standing(self.accounts_tried(now.unix_s_u32()))
    }

    /// The record if it changed since it was last taken: at every start and end, and once an hour.
    pub(super) fn take_changed(&self) -> Option<SprayRecord> {
        let mut state = self.state.lock();
        std::mem::take(&mut state.is_changed).then_some(state.record)
    }

    pub(super) fn restore(&self, record: SprayRecord) {
        self.is_on.store(record.mode() == SprayMode::Spray, Ordering::Relaxed);
        self.state.lock().record = record;
    }
}
