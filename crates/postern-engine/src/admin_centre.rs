//! The door of the admin centre: signing in with a second factor or a passkey, sessions, the proof before what is
//! dangerous, and the invitation that gives an admin the first of them.
//!
//! Sessions, factors and invitations are in memory, because every page asks; each is durable before anybody is told.
//! The password goes the way of every other attempt to sign in ([`crate::sign_in`]), with the same rules, so whoever
//! guesses here is slowed, locked and blocked like anywhere else.

mod accept;
mod codes;
mod factors;
mod invitations;
mod passkeys;
mod questions;
mod sessions;
mod views;

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::admin::{AdminEvent, AdminSession, Factors, Invitation, Passkey, Proof};
use postern_core::ids::{AccountId, PasskeyId, SessionId};
use postern_core::recovery::Allowance;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::time::Timestamp;

use crate::ports::AdminState;

pub(crate) use codes::OwnCode;
pub(crate) use sessions::not_saved;

pub use accept::{Accepted, NEW_PASSWORD_CHARS_MIN, NewPassword, NotAccepted};
pub use invitations::{OfferedInvitation, OpenInvitation};
pub use passkeys::{AskedAfterPassword, AskedPasskey};
pub use questions::{QUESTION_LIFE, QUESTIONS_MAX, QUESTIONS_OF_PLACE_MAX};
pub use sessions::{AdminAttempt, AdminSignIn, OpenedSession, SeenSession};
pub use views::{SaveViewError, VIEW_NAME_CHARS_MAX, VIEWS_MAX};

/// What a code is shown for. Each has a count of its own, so that whoever has only the password cannot keep an admin from
/// what a session already does, nor from an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum CodeUse {
    SignIn,
    Proof,
    Invitation,
    Owner,
}

/// Who may enter, and who is in.
#[derive(Default)]
pub(crate) struct AdminDesk {
    sessions: Mutex<HashMap<SessionId, AdminSession>>,
    factors: Mutex<HashMap<AccountId, Factors>>,
    invitations: Mutex<HashMap<AccountId, Invitation>>,
    wrong_codes: Mutex<HashMap<(AccountId, CodeUse), Allowance>>,
    questions: questions::Questions,
    used_links: invitations::UsedLinks,
}

impl AdminDesk {
    pub(crate) fn restore(&self, state: &AdminState) {
        self.factors.lock().extend(state.factors.iter().cloned());
        let invitations = state.invitations.iter().map(|it| (it.account, it.clone()));
        self.invitations.lock().extend(invitations);
        self.sessions.lock().extend(state.sessions.iter().map(|it| (it.id, it.clone())));
    }

    pub(crate) fn apply(&self, event: &AdminEvent, at: Timestamp) {
        match event {
            AdminEvent::Invited(invitation) => {
                self.invitations.lock().insert(invitation.account, invitation.clone());
            }
            // The step of a code that was shown is noted where it was looked at.
            AdminEvent::CodeRefused { .. }
            | AdminEvent::CodeShown { .. }
            | AdminEvent::PasskeyRefused { .. } => {}
            AdminEvent::LinkUsed { account } => {
                self.invitations.lock().remove(account);
            }
            AdminEvent::FactorSet { account, factors } => {
                self.forget(*account);
                self.factors.lock().insert(*account, factors.clone());
            }
            AdminEvent::PasskeyAdded { account, passkey } => {
                self.factors.lock().entry(*account).or_default().passkeys.push(passkey.clone());
            }
            AdminEvent::PasskeyRemoved { account, passkey, name: _, kept } => {
                if let Some(factors) = self.factors.lock().get_mut(account) {
                    factors.passkeys.retain(|known| known.id != *passkey);
                }
                self.sessions.lock().retain(|id, session| session.account != *account || Some(*id) == *kept);
            }
            AdminEvent::RecoveryCodesSet { account, recovery } => {
                self.factors.lock().entry(*account).or_default().recovery.clone_from(recovery);
            }
            AdminEvent::RecoveryCodeUsed { account, hash, left: _ } => {
                if let Some(factor) = self.factors.lock().get_mut(account) {
                    factor.recovery.retain(|kept| kept != hash);
                }
            }
            AdminEvent::SessionOpened { session, by } => {
                self.note_proof(session.account, by, at);
                self.sessions.lock().insert(session.id, session.clone());
            }
            AdminEvent::SessionProved { account, session: _, by } => self.note_proof(*account, by, at),
            AdminEvent::SessionEnded { account: _, session, cause: _ } => {
                self.sessions.lock().remove(session);
            }
        }
    }

    /// What was shown is used: a code of the app in [`AdminDesk::try_code`] already.
    fn note_proof(&self, account: AccountId, by: &Proof, at: Timestamp) {
        match by {
            Proof::Passkey { passkey, name: _, key } => {
                self.note_passkey_use(account, *passkey, key.as_deref(), at);
            }
            Proof::Link | Proof::Code { .. } | Proof::RecoveryCode => {}
        }
    }

    fn note_passkey_use(&self, account: AccountId, passkey: PasskeyId, key: Option<&str>, at: Timestamp) {
        if let Some(factors) = self.factors.lock().get_mut(&account) {
            factors.note_use(passkey, key, at);
        }
    }

    /// What the account can show.
    fn factors_of(&self, account: AccountId) -> Factors {
        self.factors.lock().get(&account).cloned().unwrap_or_default()
    }

    /// Whose passkey that is, and which.
    fn passkey_of(&self, credential: &[u8]) -> Option<(AccountId, Passkey)> {
        let factors = self.factors.lock();
        factors.iter().find_map(|(account, factors)| {
            let known = factors.passkeys.iter().find(|known| known.credential == credential)?;
            Some((*account, known.clone()))
        })
    }

    /// What the authenticators call the account's passkeys.
    fn credentials_of(&self, account: AccountId) -> Vec<Vec<u8>> {
        self.factors_of(account).passkeys.into_iter().map(|passkey| passkey.credential).collect()
    }

    /// The account is gone: so is everything that it could enter with.
    pub(crate) fn forget(&self, account: AccountId) {
        self.factors.lock().remove(&account);
        self.invitations.lock().remove(&account);
        self.wrong_codes.lock().retain(|(of, _), _| *of != account);
        self.end_sessions(account);
    }

    /// The account holds no role any more: its sessions and its invitation are worth nothing, also when it gets one again.
    pub(crate) fn uninvite(&self, account: AccountId) {
        self.invitations.lock().remove(&account);
        self.end_sessions(account);
    }

    /// Whoever is blocked is out, and does not come back by the end of the block.
    pub(crate) fn apply_restriction(&self, restriction: &Restriction) {
        if let (RestrictionKind::SignInBlocked, Some(account)) = (restriction.kind, restriction.account()) {
            self.end_sessions(account);
        }
    }

    /// The account's password is another one: whoever signed in with the old one is out.
    pub(crate) fn end_sessions(&self, account: AccountId) {
        self.sessions.lock().retain(|_, session| session.account != account);
    }
}
