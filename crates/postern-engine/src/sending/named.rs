//! How many recipients of an account the policy gate let through just now, so that the milter does not count them again.
//!
//! It knows no mail and no queue id: whom of the two gates a mail passes, and in which order, is Postfix's.

use std::sync::atomic::{AtomicU64, Ordering};

use postern_core::ids::AccountId;
use postern_core::time::Timestamp;

/// Places of [`RecentlyNamed`], 64 KiB: accounts that have a mail between two steps at the same moment.
const NAMED_PLACES: usize = 8_192;
/// From the policy gate's answer to the same recipient's milter: what Postfix does in between, the longest delay that
/// the gate itself asks for included.
const NAMED_FOR_S: u64 = 90;

/// How many recipients of an account the policy gate let through just now. The milter's same recipients follow at once,
/// one for one, and must not be counted again, also where the policy gate is not asked at the end of a message. A
/// recipient that only the milter sees finds none left and is counted.
///
/// One place an account, the last one counts: of two accounts that meet in a place within the same moment the recipients
/// of one mail are counted twice, for the caps only (known recipients are not novel).
pub(crate) struct RecentlyNamed(Box<[AtomicU64]>);

/// What a place holds: 26 bits of the account's id, 14 bits of how many, 24 bits of when (seconds, around every 194 days).
const ACCOUNT_SHIFT: u32 = 38;
const COUNT_SHIFT: u32 = 24;
/// Most that wait in one place; with 1,000 recipients a mail, sixteen mails.
const NAMED_MAX: u64 = (1 << (ACCOUNT_SHIFT - COUNT_SHIFT)) - 1;

impl Default for RecentlyNamed {
    fn default() -> Self {
        Self((0..NAMED_PLACES).map(|_| AtomicU64::new(0)).collect())
    }
}

impl RecentlyNamed {
    /// The policy gate let a recipient of this account through.
    pub(super) fn name(&self, account: AccountId, now: Timestamp) {
        self.change(account, now, |waiting| Some((waiting + 1).min(NAMED_MAX)));
    }

    /// Whether one of them waits; it is taken.
    pub(super) fn take(&self, account: AccountId, now: Timestamp) -> bool {
        self.change(account, now, |waiting| waiting.checked_sub(1))
    }

    /// Changes how many wait for the account; whether it was changed.
    fn change(&self, account: AccountId, now: Timestamp, change: impl Fn(u64) -> Option<u64>) -> bool {
        // Ids have 50 random bits: the upper 26 of them, of which the place does not depend.
        let (of_account, now_s) = (account.as_u64() >> 24, u64::from(now.unix_s_u32()) & SECONDS_MASK);
        let next = |held: u64| {
            let is_of = held >> ACCOUNT_SHIFT == of_account;
            // A clock that steps back a little makes no mail of before one of later.
            let is_fresh = now_s.abs_diff(held & SECONDS_MASK) <= NAMED_FOR_S;
            let waiting = if is_of && is_fresh { (held >> COUNT_SHIFT) & NAMED_MAX } else { 0 };
            change(waiting).map(|left| of_account << ACCOUNT_SHIFT | left << COUNT_SHIFT | now_s)
        };
        self.place(account).fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).is_ok()
    }

    fn place(&self, account: AccountId) -> &AtomicU64 {
        &self.0[account.as_u64() as usize % NAMED_PLACES]
    }
}

const SECONDS_MASK: u64 = (1 << COUNT_SHIFT) - 1;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix_s(1_772_438_400 + seconds)
    }

    #[test]
    fn as_many_recipients_are_the_policy_gates_as_it_let_through_within_a_minute_and_a_half() {
        let named = RecentlyNamed::default();
        let rob = AccountId::from_random(0x1234_5678_9abc);
        assert!(!named.take(rob, at(0)));
        named.name(rob, at(0));
        named.name(rob, at(0));
        assert!(named.take(rob, at(90)) && named.take(rob, at(90)) && !named.take(rob, at(90)));
        named.name(rob, at(100));
        assert!(!named.take(rob, at(191)));
        let same_place = AccountId::from_random(0x1234_5678_9abc + (1 << 40));
        named.name(rob, at(200));
        assert!(!named.take(same_place, at(200)));
        named.name(same_place, at(200));
        assert!(!named.take(rob, at(200)), "the last one counts");
        for _ in 0..NAMED_MAX + 2 {
            named.name(rob, at(300));
        }
        let taken = (0..NAMED_MAX + 2).filter(|_| named.take(rob, at(300))).count();
        assert_eq!(taken as u64, NAMED_MAX);
    }
}
