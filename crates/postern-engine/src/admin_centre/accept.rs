//! Accepting an invitation: password and authenticator app, or password and passkey; then its admin is in, and everything
//! with which the account could be entered before is void.

use std::sync::Arc;

use parking_lot::Mutex as Cell;
use postern_core::account::{Account, Role};
use postern_core::admin::{AdminEvent, AuthenticatorApp, Factors, Invitation, LinkUse};
use postern_core::command::Asker;
use postern_core::ids::AccountId;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;

use super::codes;
use super::passkeys::AskedPasskey;
use super::questions::Purpose;
use super::sessions::{AdminAttempt, OpenedSession, PROTOCOL, RightProof};
use crate::ask::SignInAsk;
use crate::commands::ExecuteError;
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::StoreError;
use crate::sign_in::{ApplicationAsk, ApplicationVerdict, AuthenticateError};

/// A new password has at least so many characters (NIST 800-63B-4, section 3.1.1: mail clients show nothing else).
pub const NEW_PASSWORD_CHARS_MIN: usize = 15;

/// What whoever holds the link sends.
pub enum NewPassword {
    /// The password that the account has.
    Known(Password),
    /// One for an account that has none.
    New(Password),
}

/// The second factor is set, and a session is open.
pub struct Accepted {
    /// Shown once, to be kept.
    pub recovery_codes: Vec<String>,
    /// The session.
    pub opened: OpenedSession,
}

/// Why it is not.
#[derive(Debug, thiserror::Error)]
pub enum NotAccepted {
    /// The link does not work (any more).
    #[error("the invitation does not work")]
    Void,
    /// Password or code is wrong, or signing in is locked.
    #[error("the password or the code is wrong")]
    Wrong,
    /// Too many attempts at once.
    #[error("too many attempts at once")]
    Wait,
    /// The new password is too short.
    #[error("the new password has less than {NEW_PASSWORD_CHARS_MIN} characters")]
    TooShort,
    /// The new password may not be set.
    #[error(transparent)]
    Execute(#[from] ExecuteError),
    /// The password could not be verified.
    #[error(transparent)]
    Authenticate(#[from] AuthenticateError),
    /// It could not be saved.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Engine {
    /// Sets the second factor, and the password of an account that has none, and signs in.
    pub async fn accept_invitation(
        self: &Arc<Self>,
        text: &str,
        password: NewPassword,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Accepted, NotAccepted> {
        let (invitation, account, has_password) = self.invited(text).await?;
        let app = |last_step| {
            let app = Some(AuthenticatorApp { secret: self.secret_of(&invitation), last_step });
            Factors { app, ..Factors::default() }
        };
        match (password, has_password) {
            (NewPassword::Known(password), true) => {
                let step = Cell::new(None);
                let also = |_: AccountId| {
                    let right = self.invited_step(&invitation, attempt.code);
                    *step.lock() = right;
                    right.is_some()
                };
                let is_allowed = self.is_vouched_for(&account, password, attempt, &also).await?;
                let step = step.into_inner().filter(|_| is_allowed).ok_or(NotAccepted::Wrong)?;
                self.set_up(&invitation, app(step), None, attempt).await
            }
            (NewPassword::New(password), false) => {
                let step = self.invited_step(&invitation, attempt.code).ok_or(NotAccepted::Wrong)?;
                self.set_up(&invitation, app(step), Some(password), attempt).await
            }
            (NewPassword::Known(_), false) | (NewPassword::New(_), true) => Err(NotAccepted::Wrong),
        }
    }

    /// Asks whoever is invited and gives the password for a passkey, to be called `name`.
    pub async fn ask_invited_passkey(
        &self,
        text: &str,
        password: NewPassword,
        name: &str,
        attempt: &AdminAttempt<'_>,
    ) -> Result<AskedPasskey, NotAccepted> {
        let (invitation, account, has_password) = self.invited(text).await?;
        let waits = match (password, has_password) {
            (NewPassword::Known(password), true) => {
                let is_right = Cell::new(false);
                // Half of it: nothing is counted as a sign-in until the passkey is there.
                let also = |_: AccountId| {
                    *is_right.lock() = true;
                    false
                };
                self.is_vouched_for(&account, password, attempt, &also).await?;
                if !is_right.into_inner() {
                    return Err(NotAccepted::Wrong);
                }
                None
            }
            (NewPassword::New(password), false) if password.characters() < NEW_PASSWORD_CHARS_MIN => {
                return Err(NotAccepted::TooShort);
            }
            (NewPassword::New(password), false) => Some(password),
            (NewPassword::Known(_), false) | (NewPassword::New(_), true) => return Err(NotAccepted::Wrong),
        };
        let question = self.parts.passkeys.ask_new(&self.passkey_owner(&account), &[]);
        let purpose = Purpose::Invited(invitation.id, name.to_owned(), waits);
        let asked = self.asked(question, attempt.source.to_owned(), purpose);
        asked.ok_or(NotAccepted::Execute(ExecuteError::Refused(Refusal::NoPasskeysHere)))
    }

    /// Sets up the passkey that the browser made, and the password that waited with its question, and signs in.
    pub async fn accept_by_passkey(
        self: &Arc<Self>,
        text: &str,
        cookie: &str,
        answer: &str,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Accepted, NotAccepted> {
        let (invitation, ..) = self.invited(text).await?;
        let not_made = || NotAccepted::Execute(ExecuteError::Refused(Refusal::PasskeyNotMade));
        let waiting = self.admins.questions.take(cookie, self.now()).ok_or_else(not_made)?;
        let (name, password) = match waiting.purpose {
            Purpose::Invited(id, name, password) if id == invitation.id => (name, password),
            Purpose::Invited(..)
            | Purpose::SignIn
            | Purpose::AfterPassword(_)
            | Purpose::Proof(_)
            | Purpose::Another(..) => return Err(not_made()),
        };
        let passkey = self.made_passkey(answer, &waiting.state, name).map_err(ExecuteError::Refused)?;
        let factors = Factors { passkeys: vec![passkey], ..Factors::default() };
        self.set_up(&invitation, factors, password, attempt).await
    }

    /// An invitation that works, its admin, and whether there is a password.
    async fn invited(&self, text: &str) -> Result<(Invitation, Account, bool), NotAccepted> {
        let invitation = self.invitation_of(text).filter(|it| it.opens == LinkUse::SetUp);
        let invitation = invitation.ok_or(NotAccepted::Void)?;
        let account = self.parts.store.account(invitation.account).await?.filter(Account::is_admin);
        let account = account.ok_or(NotAccepted::Void)?;
        let credential = self.parts.store.credential(account.id).await?;
        let has_password = credential.is_some_and(|credential| credential.password_hash.is_some());
        Ok((invitation, account, has_password))
    }

    /// Uses the invitation up.
    async fn set_up(
        self: &Arc<Self>,
        invitation: &Invitation,
        factors: Factors,
        password: Option<Password>,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Accepted, NotAccepted> {
        // Before the password is set: of two at the same moment, one sets its own and the other nothing.
        let taken = self.take(invitation)?;
        if let Some(password) = password
            && let Err(error) = self.set_first_password(taken.account, password).await
        {
            self.admins.invitations.lock().insert(taken.account, taken);
            return Err(error);
        }
        self.enter(taken, factors, attempt).await
    }

    /// Whether the account's password is right under the rules of signing in, and `also` says yes.
    async fn is_vouched_for(
        &self,
        account: &Account,
        password: Password,
        attempt: &AdminAttempt<'_>,
        also: &(dyn Fn(AccountId) -> bool + Sync),
    ) -> Result<bool, NotAccepted> {
        let handle = self.fresh_handle();
        let ask = SignInAsk {
            login: account.primary.as_str(),
            remote: attempt.source,
            protocol: PROTOCOL,
            session: &handle,
            device: attempt.client,
            ..SignInAsk::default()
        };
        let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
        match self.authenticate_also(&ask, password, also).await?.verdict {
            ApplicationVerdict::Allow => Ok(true),
            ApplicationVerdict::Wait => Err(NotAccepted::Wait),
            ApplicationVerdict::Refuse => Ok(false),
        }
    }

    async fn set_first_password(
        self: &Arc<Self>,
        account: AccountId,
        password: Password,
    ) -> Result<(), NotAccepted> {
        if password.characters() < NEW_PASSWORD_CHARS_MIN {
            return Err(NotAccepted::TooShort);
        }
        let asker = Asker {
            actor: Actor::LinkHolder,
            roles: Role::ALL.to_vec(),
            reach: Reach::ALL_DOMAINS,
            note: String::new(),
        };
        let text = std::str::from_utf8(password.as_bytes()).unwrap_or_default().to_owned();
        self.set_password(account, &text, asker).await?;
        Ok(())
    }

    async fn enter(
        &self,
        taken: Invitation,
        factors: Factors,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Accepted, NotAccepted> {
        let account = taken.account;
        let (recovery_codes, recovery) = codes::fresh_recovery_codes(self.parts.entropy.as_ref());
        let set = AdminEvent::FactorSet { account, factors: Factors { recovery, ..factors } }.into();
        let (source, client) = (attempt.source, attempt.client);
        let opened = self.open_session(account, source, client, RightProof::Invitation, vec![set]).await;
        match opened {
            Ok(opened) => {
                self.admins.used_links.note(&taken);
                Ok(Accepted { recovery_codes, opened })
            }
            Err(error) => Err(self.put_back(taken, error)),
        }
    }
}
