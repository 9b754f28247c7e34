//! App passwords in memory: the gate has to know at once which are there, also while the mail server's files do not; and when
//! each was used last.

use std::collections::HashMap;

use parking_lot::RwLock;
use postern_core::app_password::{AppPassword, AppPasswordEvent, LastUse, of_credential};
use postern_core::ids::{AccountId, AppPasswordId};
use postern_core::protocol::Protocol;
use postern_core::time::{Span, Timestamp};

use crate::ask::SignInAsk;
use crate::engine::Engine;

/// Uses are noted in the store so far apart: a mail program signs in every few minutes.
const NOTE_USE_EVERY: Span = Span::from_minutes(1);

/// Every app password of this site, without hashes.
#[derive(Default)]
pub(crate) struct AppPasswords {
    known: RwLock<HashMap<AccountId, Vec<Known>>>,
}

struct Known {
    one: AppPassword,
    /// The use that the store has.
    noted: Option<Timestamp>,
}

impl AppPasswords {
    pub(crate) fn insert(&self, one: AppPassword) {
        let noted = one.last_used.as_ref().map(|last| last.at);
        let mut known = self.known.write();
        let own = known.entry(one.account).or_default();
        own.retain(|other| other.one.id != one.id);
        own.push(Known { one, noted });
        own.sort_by_key(|known| known.one.created);
    }

    pub(crate) fn apply(&self, event: &AppPasswordEvent) {
        match event {
            AppPasswordEvent::Added(added) => self.insert(added.clone()),
            AppPasswordEvent::Revoked { account, id, name: _ } => {
                if let Some(own) = self.known.write().get_mut(account) {
                    own.retain(|known| known.one.id != *id);
                }
            }
        }
    }

    pub(crate) fn forget(&self, account: AccountId) {
        self.known.write().remove(&account);
    }

    /// Those of an account, the oldest first.
    pub(crate) fn of(&self, account: AccountId) -> Vec<AppPassword> {
        let known = self.known.read();
        known.get(&account).into_iter().flatten().map(|known| known.one.clone()).collect()
    }

    /// Whether the account has this one, for this protocol.
    fn is_good(&self, account: AccountId, id: AppPasswordId, protocol: Option<Protocol>) -> bool {
        let known = self.known.read();
        let one = known.get(&account).and_then(|own| own.iter().find(|known| known.one.id == id));
        one.zip(protocol).is_some_and(|(known, protocol)| known.one.protocols.contains(protocol))
    }

    /// Remembers a use; whether it is to be noted in the store.
    fn used(&self, account: AccountId, id: AppPasswordId, last: &LastUse) -> bool {
        let mut known = self.known.write();
        let own = known.get_mut(&account).and_then(|own| own.iter_mut().find(|known| known.one.id == id));
        let Some(known) = own else { return false };
        known.one.last_used = Some(last.clone());
        let is_due = known.noted.is_none_or(|noted| last.at.since(noted) >= NOTE_USE_EVERY);
        if is_due {
            known.noted = Some(last.at);
        }
        is_due
    }
}

impl Engine {
    /// An account's app passwords, the oldest first.
    pub fn app_passwords(&self, account: AccountId) -> Vec<AppPassword> {
        self.app_passwords.of(account)
    }

    /// Whether the credential that was right is an app password which the account does not have, or not for this protocol.
    /// `None`: it is no app password.
    pub(crate) fn is_good_app_password(&self, account: AccountId, ask: &SignInAsk<'_>) -> Option<bool> {
        let id = of_credential(ask.credential)?;
        Some(self.app_passwords.is_good(account, id, Protocol::of_service(ask.protocol)))
    }

    /// Somebody signed in with the credential that `ask` names.
    pub(crate) fn note_app_password_use(&self, account: AccountId, ask: &SignInAsk<'_>) {
        let Some(id) = of_credential(ask.credential) else { return };
        let protocol = Protocol::of_service(ask.protocol);
        let source = ask.remote.chars().filter(|c| !c.is_control()).take(SOURCE_CHARACTERS_MAX).collect();
        let last = LastUse { at: self.now(), source, protocol };
        if self.app_passwords.used(account, id, &last) {
            let store = self.parts.store.clone();
            tokio::spawn(async move {
                if let Err(error) = store.note_app_password_use(id, last).await {
                    let error = &error as &dyn std::error::Error;
                    tracing::warn!(app_password = %id, error, "an app password's use is not noted");
                }
            });
        }
    }
}

/// Longest address that is kept; an IPv6 one with an embedded IPv4 one has 45 characters.
const SOURCE_CHARACTERS_MAX: usize = 45;

#[cfg(test)]
mod tests {
    use postern_core::protocol::Protocols;

    use super::*;

    #[test]
    fn uses_are_noted_a_minute_apart_and_remembered_at_once() {
        let (known, account) = (AppPasswords::default(), AccountId::from_random(7));
        let id = AppPasswordId::from_random(1);
        let created = Timestamp::from_unix_s(0);
        let (name, protocols) = ("phone".to_owned(), Protocols::of_mail());
        known.insert(AppPassword { id, account, slot: 1, name, protocols, created, last_used: None });
        let used = |s| {
            let (at, source) = (Timestamp::from_unix_s(s), "192.0.2.7".to_owned());
            let is_noted = known.used(account, id, &LastUse { at, source, protocol: Some(Protocol::Imap) });
            assert_eq!(known.of(account)[0].last_used.as_ref().map(|last| last.at), Some(at));
            is_noted
        };
        assert!(used(10) && !used(69) && used(70));
        assert!(known.is_good(account, id, Some(Protocol::Pop3)));
        assert!(!known.is_good(account, id, None) && !known.is_good(account, id, Some(Protocol::Portal)));
        known.apply(&AppPasswordEvent::Revoked { account, id, name: String::new() });
        assert!(!known.is_good(account, id, Some(Protocol::Pop3)));
    }
}
