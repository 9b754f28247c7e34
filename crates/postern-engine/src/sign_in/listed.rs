//! What a sign-in with a listed password says. Only a gate that saw the password can ask: Dovecot's sends twelve bits of
//! a hash.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::address::ClientAddress;
use postern_core::ids::AccountId;
use postern_core::restriction::{Evidence, EvidenceKind};
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::password::{Password, PasswordError};

/// Points of one sign-in with a listed password: it may be guessed, which says nothing of whether it was.
const POINTS_LISTED_PASSWORD: u8 = 20;
/// An account's password is looked up once in so long: it is the same one all day.
const LOOK_EVERY: Span = Span::from_days(1);
/// Most accounts whose last look-up is remembered. When it is full all are forgotten, which costs a look-up more.
const ACCOUNTS_MAX: usize = 100_000;

/// When each account's password was looked up last.
#[derive(Default)]
pub(crate) struct ListedLooks {
    looked: Mutex<HashMap<AccountId, Timestamp>>,
}

impl ListedLooks {
    fn is_due(&self, account: AccountId, now: Timestamp) -> bool {
        let mut looked = self.looked.lock();
        // A clock that was set back makes a look-up due.
        if looked.get(&account).is_some_and(|&last| now >= last && now.since(last) < LOOK_EVERY) {
            return false;
        }
        if looked.len() >= ACCOUNTS_MAX {
            looked.clear();
        }
        looked.insert(account, now);
        true
    }
}

impl Engine {
    /// A gate has seen the right password: evidence when it is on a list (checklist G5). Looks at most once a day
    /// and account, beside the gates, and keeps nothing.
    pub async fn right_password_seen(
        &self,
        account: AccountId,
        password: Password,
        source: Option<ClientAddress>,
    ) -> Result<(), PasswordError> {
        let now = self.now();
        if !self.listed_looks.is_due(account, now) {
            return Ok(());
        }
        if self.passwords.listed(password, self.parts.breached.clone()).await?.is_some() {
            let evidence = Evidence {
                kind: EvidenceKind::ListedPassword,
                points: POINTS_LISTED_PASSWORD,
                at: now,
                source: source.map(ClientAddress::unit),
                count: 1,
                region: None,
            };
            self.evidence_seen(account, &[evidence], now);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_looked_up_once_a_day() {
        let looks = ListedLooks::default();
        let rob = AccountId::from_random(1);
        let at = Timestamp::from_unix_s;
        assert!(looks.is_due(rob, at(100_000)));
        assert!(!looks.is_due(rob, at(186_399)));
        assert!(looks.is_due(rob, at(186_400)));
        assert!(looks.is_due(rob, at(0)), "the clock was set back");
        assert!(looks.is_due(AccountId::from_random(2), at(0)));
    }
}
