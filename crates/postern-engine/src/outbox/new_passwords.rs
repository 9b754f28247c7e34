//! Accounts whose new password the mail server's files do not have yet. Until they do, whoever knows the former one would
//! still get in there, so the gate refuses after the check (DESIGN section 10, 2).

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use postern_core::ids::AccountId;

/// Accounts that wait for the files, each with a number that tells one change from the next.
#[derive(Default)]
pub(crate) struct NewPasswords {
    awaited: Mutex<(u64, HashMap<AccountId, u64>)>,
    /// How many; a gate looks no further while there is none.
    count: AtomicUsize,
}

/// Who waited at one moment.
pub(crate) struct Awaited(HashMap<AccountId, u64>);

impl NewPasswords {
    /// The account has a password that the files do not have.
    pub(crate) fn await_files(&self, account: AccountId) {
        let mut awaited = self.awaited.lock();
        awaited.0 += 1;
        let number = awaited.0;
        awaited.1.insert(account, number);
        self.count.store(awaited.1.len(), Ordering::Release);
    }

    /// Whether the files do not have the account's password yet.
    pub(crate) fn is_awaited(&self, account: AccountId) -> bool {
        self.count.load(Ordering::Acquire) > 0 && self.awaited.lock().1.contains_key(&account)
    }

    /// Who waits, taken before the passwords are read for the files.
    pub(crate) fn waiting(&self) -> Awaited {
        Awaited(self.awaited.lock().1.clone())
    }

    /// The files have what those who waited then waited for.
    pub(crate) fn arrived(&self, then: &Awaited) {
        if then.0.is_empty() {
            return;
        }
        let mut awaited = self.awaited.lock();
        awaited.1.retain(|account, number| then.0.get(account) != Some(number));
        self.count.store(awaited.1.len(), Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_is_set_while_the_files_are_written_waits_for_the_next_time() {
        let (passwords, rob) = (NewPasswords::default(), AccountId::from_random(7));
        assert!(!passwords.is_awaited(rob));
        passwords.await_files(rob);
        let first = passwords.waiting();
        passwords.await_files(rob);
        passwords.arrived(&first);
        assert!(passwords.is_awaited(rob), "the second password came after the files were read");
        passwords.arrived(&passwords.waiting());
        assert!(!passwords.is_awaited(rob));
    }
}
