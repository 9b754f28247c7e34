//! Observed episodes, and how many accounts were learned from traffic: the small things that the sending gates keep
//! beside the counters. It knows nothing of rules.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};

/// When the current observed episode of an account began, and how many accounts were learned from traffic.
#[derive(Default)]
pub(crate) struct ObservedEpisodes {
    began: Mutex<HashMap<AccountId, Timestamp>>,
    pub(super) learning: Mutex<usize>,
}

/// Most accounts whose observed episodes are remembered.
const OBSERVED_MAX: usize = 100_000;
/// One line per account and day (DESIGN section 10, 6).
const OBSERVED_EPISODE: Span = Span::from_days(1);

impl ObservedEpisodes {
    pub(crate) fn is_first(&self, account: AccountId, now: Timestamp) -> bool {
        let mut began = self.began.lock();
        if began.get(&account).is_some_and(|&start| now.since(start) < OBSERVED_EPISODE) {
            return false;
        }
        if began.len() >= OBSERVED_MAX {
            began.clear();
        }
        began.insert(account, now);
        true
    }
}
