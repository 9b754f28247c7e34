//! What is stored of a password: where it is read, and where it cannot be verified. Then nobody can sign in, and only the log
//! can say why.

use std::collections::HashSet;

use parking_lot::Mutex;
use postern_core::ids::AccountId;

use crate::engine::Engine;
use crate::password::SchemeError;
use crate::ports::{AccountKey, StoreError};

/// Most accounts that were said. Beyond, nothing more is said until the next start: the log has enough to act on.
const ACCOUNTS_MAX: usize = 10_000;

/// Which accounts were said since the start.
#[derive(Default)]
pub(crate) struct UnusableSaid {
    accounts: Mutex<HashSet<AccountId>>,
}

impl UnusableSaid {
    fn is_new(&self, account: AccountId) -> bool {
        let mut accounts = self.accounts.lock();
        accounts.len() < ACCOUNTS_MAX && accounts.insert(account)
    }
}

impl Engine {
    /// The stored text to verify against. A name that nobody has is looked up as well, so that it takes as long.
    pub(super) async fn stored_password(&self, who: AccountKey) -> Result<Option<String>, StoreError> {
        let account = match who {
            AccountKey::Account(account) => account,
            AccountKey::UnknownName(hash) => AccountId::from_random(hash),
        };
        let credential = self.parts.store.credential(account).await?;
        Ok(match who {
            AccountKey::Account(_) => credential.and_then(|credential| credential.password_hash),
            // By chance, the hash of a name may be somebody's id.
            AccountKey::UnknownName(_) => None,
        })
    }

    /// Whoever keeps trying must not fill the log.
    pub(super) fn say_once_unusable(&self, who: AccountKey, problem: &SchemeError) {
        let AccountKey::Account(account) = who else { return };
        if self.unusable_said.is_new(account) {
            tracing::warn!(
                %account, %problem,
                "the stored password of an account cannot be verified, so nobody can sign in to it: set a new one"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_said_once_and_the_log_has_an_end() {
        let said = UnusableSaid::default();
        let account = |number: usize| AccountId::from_random(number as u64);
        assert!(said.is_new(account(0)));
        assert!(!said.is_new(account(0)));
        assert_eq!(
            (1..=ACCOUNTS_MAX).filter(|&number| said.is_new(account(number))).count(),
            ACCOUNTS_MAX - 1
        );
    }
}
