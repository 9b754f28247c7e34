//! An owner at "My security": who is in, and for how long.

use crate::ids::{AccountId, SessionId};
use crate::time::{Span, Timestamp};
use crate::token::SecretHash;

/// A session that nobody used for so long is over: what stands on the page is for its owner's eyes (WCAG 2.2.1: 20 minutes).
pub const OWNER_IDLE_MAX: Span = Span::from_minutes(20);
/// A session is over after this time, however busy: nobody looks after an account for longer.
pub const OWNER_SESSION_LIFE: Span = Span::from_hours(2);
/// Most open sessions of one account; a further one ends the one that was idle the longest.
pub const OWNER_SESSIONS_MAX: usize = 5;

/// An open session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerSession {
    /// Stands in the cookie as well, so that it is found without looking at its secret.
    pub id: SessionId,
    /// Whose.
    pub account: AccountId,
    /// Of its secret.
    pub hash: SecretHash,
    /// When it began.
    pub opened: Timestamp,
    /// The last page that was asked for.
    pub last_seen: Timestamp,
    /// The address that it was opened from.
    pub source: String,
    /// A code was shown beside the password, without which no admin comes in.
    pub by_code: bool,
}

impl OwnerSession {
    /// Whether it is still good at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        now.since(self.last_seen) < OWNER_IDLE_MAX && now.since(self.opened) < OWNER_SESSION_LIFE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_nobody_uses_it_and_after_two_hours_however_busy() {
        let opened = Timestamp::from_unix_s(1_000);
        let open = OwnerSession {
            id: SessionId::from_random(1),
            account: AccountId::from_random(2),
            hash: SecretHash([0; 32]),
            opened,
            last_seen: opened,
            source: String::new(),
            by_code: false,
        };
        let after = |s: i64| opened.plus(Span::from_s(s));
        assert!(open.is_open(after(20 * 60 - 1)) && !open.is_open(after(20 * 60)));
        let busy = OwnerSession { last_seen: after(7_199), ..open };
        assert!(busy.is_open(after(7_199)) && !busy.is_open(after(7_200)));
    }
}
