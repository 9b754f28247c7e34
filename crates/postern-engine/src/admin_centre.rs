//! The door of the admin centre: signing in with a second factor, sessions, the proof before what is dangerous, and
//! the invitation that gives an admin the factor.
//!
//! Sessions, factors and invitations are in memory, because every page asks; each is durable before anybody is told.
//! The password goes the way of every other attempt to sign in ([`crate::sign_in`]), with the same rules, so whoever
//! guesses here is slowed, locked and blocked like anywhere else.

mod codes;
mod invitations;
mod sessions;

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::admin::{AdminEvent, AdminSession, Invitation, SecondFactor, WrongCodes};
use postern_core::ids::{AccountId, SessionId};
use postern_core::restriction::{Restriction, RestrictionKind};

use crate::ports::AdminState;

pub use invitations::{
    Accepted, NEW_PASSWORD_CHARS_MIN, NewPassword, NotAccepted, OfferedInvitation, OpenInvitation,
};
pub use sessions::{AdminAttempt, AdminSignIn, OpenedSession, SeenSession};

/// What a code is shown for. Each has a count of its own, so that whoever has only the password cannot keep an admin from
/// what a session already does, nor from an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum CodeUse {
    SignIn,
    Proof,
    Invitation,
}

/// Who may enter, and who is in.
#[derive(Default)]
pub(crate) struct AdminDesk {
    sessions: Mutex<HashMap<SessionId, AdminSession>>,
    factors: Mutex<HashMap<AccountId, SecondFactor>>,
    invitations: Mutex<HashMap<AccountId, Invitation>>,
    wrong_codes: Mutex<HashMap<(AccountId, CodeUse), WrongCodes>>,
}

impl AdminDesk {
    pub(crate) fn restore(&self, state: &AdminState) {
        self.factors.lock().extend(state.factors.iter().cloned());
        let invitations = state.invitations.iter().map(|it| (it.account, it.clone()));
        self.invitations.lock().extend(invitations);
        self.sessions.lock().extend(state.sessions.iter().map(|it| (it.id, it.clone())));
    }

    pub(crate) fn apply(&self, event: &AdminEvent) {
        match event {
            AdminEvent::Invited(invitation) => {
                self.invitations.lock().insert(invitation.account, invitation.clone());
            }
            AdminEvent::CodeRefused { .. } => {}
            AdminEvent::LinkUsed { account } => {
                self.invitations.lock().remove(account);
            }
            AdminEvent::FactorSet { account, factor } => {
                self.forget(*account);
                self.factors.lock().insert(*account, factor.clone());
            }
            AdminEvent::RecoveryCodeUsed { account, hash, left: _ } => {
                if let Some(factor) = self.factors.lock().get_mut(account) {
                    factor.recovery.retain(|kept| kept != hash);
                }
            }
            AdminEvent::SessionOpened { session, step: _ } => {
                self.sessions.lock().insert(session.id, session.clone());
            }
            AdminEvent::SessionEnded { account: _, session, cause: _ } => {
                self.sessions.lock().remove(session);
            }
        }
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
