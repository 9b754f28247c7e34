//! When each account's current episode began: what says that something is the first within a day.

use parking_lot::Mutex;
use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};

/// When each account's current episode began, so that only the first restriction, or the first alert, of an episode
/// mails the admins. Bounded: when it is full the oldest is forgotten, which at worst sends one mail more.
#[derive(Default)]
pub(crate) struct Episodes {
    began: Mutex<std::collections::HashMap<AccountId, Timestamp>>,
}

/// Most accounts whose episodes are remembered.
const EPISODES_MAX: usize = 100_000;

impl Episodes {
    /// Whether the account's episode has begun and is not over.
    pub(crate) fn is_within(&self, account: AccountId, at: Timestamp, length: Span) -> bool {
        self.began.lock().get(&account).is_some_and(|&start| at.since(start) < length)
    }

    /// Whether this begins one.
    pub(crate) fn is_first(&self, account: AccountId, at: Timestamp, length: Span) -> bool {
        let mut began = self.began.lock();
        if began.get(&account).is_some_and(|&start| at.since(start) < length) {
            return false;
        }
        if began.len() >= EPISODES_MAX {
            began.retain(|_, start| at.since(*start) < length);
            if began.len() >= EPISODES_MAX {
                began.clear();
            }
        }
        began.insert(account, at);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::EPISODE;
    use super::*;

    #[test]
    fn only_the_first_restriction_within_a_day_is_an_episode() {
        let episodes = Episodes::default();
        let account = AccountId::from_random(1);
        let at = Timestamp::from_unix_s;
        let first = |s| episodes.is_first(account, at(s), EPISODE);
        assert!(first(0));
        assert!(!first(86_399));
        assert!(first(86_400));
        assert!(episodes.is_within(account, at(86_400), EPISODE));
        assert!(!episodes.is_within(AccountId::from_random(2), at(0), EPISODE));
    }
}
