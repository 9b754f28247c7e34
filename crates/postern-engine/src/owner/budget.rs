//! How many mails go out about one account within an hour (reliability L9). Whoever asks for more gets none, and nothing is locked
//! for it: the link or code of the last mail still works.

use std::collections::{HashMap, VecDeque};

use parking_lot::Mutex;
use postern_core::alternate::RECOVERY_MAILS_PER_HOUR_MAX;
use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};

/// Most notices of changes of one account within an hour; what comes later is told by one notice when there is room again.
pub const NOTICES_PER_HOUR_MAX: usize = 10;
/// Most accounts of which mails are remembered. Beyond it what is older than an hour goes, and then the rest.
pub const MAILS_REMEMBERED_MAX: usize = 10_000;

const HOUR: Span = Span::from_hours(1);

/// Sorts of mail that are counted apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    /// Gets somebody back in.
    Recovery,
    /// Checks a new address.
    Check,
    /// Tells of a change.
    Notice,
}

impl Sort {
    const fn max(self) -> usize {
        match self {
            Sort::Recovery | Sort::Check => RECOVERY_MAILS_PER_HOUR_MAX,
            Sort::Notice => NOTICES_PER_HOUR_MAX,
        }
    }
}

/// Mails of the last hour.
#[derive(Default)]
pub(super) struct Budget(Mutex<HashMap<(AccountId, Sort), VecDeque<Timestamp>>>);

impl Budget {
    /// Takes a place for one more mail; `false`: there is none.
    pub(super) fn take(&self, account: AccountId, sort: Sort, at: Timestamp) -> bool {
        let mut mails = self.0.lock();
        if mails.len() >= MAILS_REMEMBERED_MAX {
            mails.retain(|_, sent| sent.back().is_some_and(|&last| at.since(last) < HOUR));
            if mails.len() >= MAILS_REMEMBERED_MAX {
                mails.clear();
            }
        }
        let sent = mails.entry((account, sort)).or_default();
        // One of the future was left by a clock that has been set back.
        sent.retain(|&sent| sent <= at && at.since(sent) < HOUR);
        if sent.len() >= sort.max() {
            return false;
        }
        sent.push_back(at);
        true
    }

    /// Gives the last place back: the mail did not go out.
    pub(super) fn give_back(&self, account: AccountId, sort: Sort) {
        if let Some(sent) = self.0.lock().get_mut(&(account, sort)) {
            sent.pop_back();
        }
    }

    pub(super) fn forget(&self, account: AccountId) {
        self.0.lock().retain(|(of, _), _| *of != account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l9_three_mails_an_hour_and_the_fourth_when_the_first_is_an_hour_old() {
        let (budget, rob) = (Budget::default(), AccountId::from_random(1));
        let take = |s: i64, sort| budget.take(rob, sort, Timestamp::from_unix_s(s));
        assert!(take(0, Sort::Recovery) && take(1, Sort::Recovery) && take(2, Sort::Recovery));
        assert!(!take(3_599, Sort::Recovery));
        assert!(take(3_599, Sort::Notice), "counted apart");
        assert!(budget.take(AccountId::from_random(2), Sort::Recovery, Timestamp::from_unix_s(3)));
        assert!(take(3_600, Sort::Recovery));
        assert!(!take(3_600, Sort::Recovery));
        budget.give_back(rob, Sort::Recovery);
        assert!(take(3_600, Sort::Recovery));
    }
}
