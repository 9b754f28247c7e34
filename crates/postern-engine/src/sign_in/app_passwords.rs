//! App passwords at the sign-in door. Asked after the check only, as everything that speaks of a right password: one that was
//! revoked, or is for another protocol, opens nothing although the mail server may not know it yet.
//!
//! The rules of signing in hold as for any attempt. What an app password does not do is to stand for the account's password:
//! no tag of it is remembered, so that a device that keeps trying one which was revoked is not taken for the owner's.

use postern_core::app_password::AppPassword;
use postern_core::ids::AppPasswordId;
use postern_core::protocol::Protocol;
use postern_core::sign_in::{Attempt, Outcome, Phase, Settled, SignInRefusal, SignInVerdict};

use super::application::Caller;
use super::temporary::Wanted;
use super::{AuthenticateError, phase_of};
use crate::ask::SignInAsk;
use crate::engine::Engine;
use crate::password::{Password, slot_of};
use crate::ports::AccountKey;

/// Which credential a password is.
pub(super) enum Credential {
    /// The account's password.
    Main,
    /// One of its app passwords.
    App(AppPassword),
}

impl Engine {
    /// The verdict, unless the right password is an app password that is good for nothing here.
    pub(super) fn unless_app_password_is_void(
        &self,
        who: AccountKey,
        ask: &SignInAsk<'_>,
        verdict: SignInVerdict,
    ) -> SignInVerdict {
        let (AccountKey::Account(account), Phase::After, SignInVerdict::Allow { .. }) =
            (who, phase_of(ask), verdict)
        else {
            return verdict;
        };
        match self.is_good_app_password(account, ask) {
            Some(false) => SignInVerdict::Refuse(SignInRefusal::AppPasswordRevoked),
            Some(true) | None => verdict,
        }
    }

    /// A device whose app password was just revoked speaks of no compromise; one that signed in was used.
    pub(super) fn of_app_password(&self, who: AccountKey, ask: &SignInAsk<'_>, outcome: Outcome) -> Outcome {
        let AccountKey::Account(account) = who else { return outcome };
        match (self.is_good_app_password(account, ask), outcome) {
            (Some(false), Outcome::RightPasswordRefused) => Outcome::NotAGuess,
            (Some(_), Outcome::Success) => {
                self.note_app_password_use(account, ask);
                outcome
            }
            (Some(_) | None, outcome) => outcome,
        }
    }

    /// Which credential of the account the password is; `None` when it is none. A text that cannot be an app password costs one
    /// verification, and one that can costs a cheap one more, whoever it is for: neither tells what the account has.
    pub(super) async fn verified(
        &self,
        caller: &Caller<'_>,
        password: Password,
        stored: Option<&str>,
        wanted: Wanted,
    ) -> Result<Option<Credential>, AuthenticateError> {
        let protocol = Protocol::of_service(caller.ask.protocol).filter(|it| Protocol::OF_MAIL.contains(it));
        if let (Wanted::SignIn, Some(slot), Some(protocol)) = (wanted, slot_of(&password), protocol) {
            let own = match caller.who {
                AccountKey::Account(account) => self.app_passwords.of(account),
                AccountKey::UnknownName(_) => Vec::new(),
            };
            let one = own.into_iter().find(|one| one.slot == slot && one.protocols.contains(protocol));
            // Looked up also where there is none, so that it takes as long.
            let id = one.as_ref().map_or(AppPasswordId::from_random(0), |one| one.id);
            let hash = self.parts.store.app_password_hash(id).await?.filter(|_| one.is_some());
            let is_right = self.passwords.verify_app_password(password.clone(), hash.as_deref()).await?;
            if let (true, Some(one)) = (is_right, one) {
                return Ok(Some(Credential::App(one)));
            }
        }
        Ok(self.is_right_password(caller, password, stored).await?.then_some(Credential::Main))
    }

    /// The success is told of with the name of the credential that was right.
    pub(super) fn signed_in_by(&self, caller: &Caller<'_>, credential: &Credential) -> Settled {
        match credential {
            Credential::Main => self.caller_settled(caller, Outcome::Success),
            Credential::App(one) => {
                let name = one.credential();
                let ask = SignInAsk { credential: &name, ..*caller.ask };
                let attempt = Attempt { password_tag: None, ..caller.attempt };
                self.caller_settled(&Caller { who: caller.who, ask: &ask, attempt }, Outcome::Success)
            }
        }
    }
}
