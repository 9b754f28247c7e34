//! Passwords that open nothing, or not yet: a temporary one, which is for setting another, one that is over, and the one
//! before a new one as long as the mail server may still have it. Asked after the check only: a wrong password is a wrong
//! one, and only whoever holds the right one is told.
//!
//! The way to another password is [`Engine::change_temporary_password`]: the same counters, locks and reservations as any
//! other attempt, so it is no second place for guessing.

use std::sync::Arc;

use postern_core::command::Asker;
use postern_core::ids::{AccountId, RestrictionId};
use postern_core::reach::Reach;
use postern_core::refusal::{PasswordRefusal, Refusal};
use postern_core::restriction::{Actor, Reason};
use postern_core::sign_in::{Outcome, Phase, SignInRefusal, SignInVerdict};
use postern_core::time::Timestamp;
use postern_text::gate::{PASSWORD_PAGE, temporary_password_expired, temporary_password_refused};

use super::{ApplicationAsk, ApplicationVerdict, AuthenticateError, SignInReason};
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::AccountKey;

/// What a right password shall open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Everything that signing in opens.
    SignIn,
    /// The page that sets another one: only a temporary password does.
    OwnPassword,
}

impl Wanted {
    /// Whether that is opened. The owner may replace what is refused for being temporary, and for nothing else; a password
    /// that is not temporary is let through to be told so, because whoever asks holds it.
    pub(super) fn is_opened(self, verdict: ApplicationVerdict, reasons: &[SignInReason]) -> bool {
        let is_temporary =
            matches!(reasons, [SignInReason::Refused(SignInRefusal::PasswordChangeRequired { .. })]);
        match self {
            Wanted::SignIn => verdict == ApplicationVerdict::Allow,
            Wanted::OwnPassword => verdict == ApplicationVerdict::Allow || is_temporary,
        }
    }
}

/// Who found that the password is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verifier {
    /// The mail server, with the files that we write for it.
    MailServer,
    /// We, or an application by itself.
    Elsewhere,
}

/// What became of a password that an owner wanted to set.
pub enum OwnPassword {
    /// It is set.
    Set {
        /// What was done, with its receipts.
        done: Box<Done>,
    },
    /// Name and temporary password do not match, or signing in is closed: nobody is told which.
    NotOpened,
    /// Too many attempts at once: ask again.
    Wait,
    /// The temporary password is right, and the rules say no to the new one.
    Refused(Refusal),
}

impl Engine {
    /// The verdict, unless the right password is one that opens nothing.
    pub(super) fn unless_password_opens_nothing(
        &self,
        who: AccountKey,
        phase: Phase,
        verdict: SignInVerdict,
        verifier: Verifier,
    ) -> SignInVerdict {
        let (AccountKey::Account(account), Phase::After, SignInVerdict::Allow { .. }) = (who, phase, verdict)
        else {
            return verdict;
        };
        self.refusal_of_password(account, verifier, self.now()).map_or(verdict, SignInVerdict::Refuse)
    }

    fn refusal_of_password(
        &self,
        account: AccountId,
        verifier: Verifier,
        now: Timestamp,
    ) -> Option<SignInRefusal> {
        // First: whoever holds the former password learns nothing of the new one.
        if verifier == Verifier::MailServer && self.outbox.new_passwords.is_awaited(account) {
            return Some(SignInRefusal::PasswordJustSet);
        }
        let row = self.open.password_change(account)?;
        let is_over = row.reason == Reason::TemporaryPasswordExpired || !row.is_in_force(now);
        Some(if row.voids_password() {
            SignInRefusal::PasswordVoid
        } else if is_over {
            SignInRefusal::TemporaryPasswordExpired
        } else {
            SignInRefusal::PasswordChangeRequired { until: row.until }
        })
    }

    /// A right password that was refused for being temporary speaks of no compromise: its owner tries it everywhere.
    pub(super) fn while_password_opens_nothing(
        &self,
        who: AccountKey,
        outcome: Outcome,
        now: Timestamp,
    ) -> Outcome {
        match (who, outcome) {
            (AccountKey::Account(account), Outcome::RightPasswordRefused)
                if self.refusal_of_password(account, Verifier::MailServer, now).is_some() =>
            {
                Outcome::NotAGuess
            }
            (AccountKey::Account(_) | AccountKey::UnknownName(_), outcome) => outcome,
        }
    }

    /// What a client is told that showed the right password and is refused: only of a temporary one, and the same in
    /// every protocol.
    pub(super) fn told_to_holder(&self, refusal: SignInRefusal) -> String {
        let page = self.parts.site.public_url.as_deref().map(|url| format!("{url}{PASSWORD_PAGE}"));
        match refusal {
            SignInRefusal::PasswordChangeRequired { .. } => {
                temporary_password_refused(page.as_deref().unwrap_or_default())
            }
            SignInRefusal::TemporaryPasswordExpired => temporary_password_expired(),
            SignInRefusal::Blocked
            | SignInRefusal::ProtocolOff
            | SignInRefusal::Locked { .. }
            | SignInRefusal::Closed { .. }
            | SignInRefusal::SourceBlocked { .. }
            | SignInRefusal::PairBlocked { .. }
            | SignInRefusal::NetworkBlocked { .. }
            | SignInRefusal::TooManyAtOnce { .. }
            | SignInRefusal::OutsidePins
            | SignInRefusal::PasswordVoid
            | SignInRefusal::PasswordJustSet
            | SignInRefusal::AppPasswordRevoked
            | SignInRefusal::NoReservation => String::new(),
        }
    }

    /// The owner sets a password in place of the temporary one, which is verified as any other attempt is.
    pub async fn change_temporary_password(
        self: &Arc<Self>,
        ask: &ApplicationAsk<'_>,
        temporary: Password,
        new: Password,
    ) -> Result<OwnPassword, OwnPasswordError> {
        let answer = self.authenticate_for(ask, temporary.clone(), Wanted::OwnPassword, &|_| true).await?;
        let (verified, account) = match (answer.verdict, answer.account) {
            (ApplicationVerdict::Allow, Some(account)) => (answer.temporary, account),
            (ApplicationVerdict::Wait, _) => return Ok(OwnPassword::Wait),
            (ApplicationVerdict::Allow | ApplicationVerdict::Refuse, _) => return Ok(OwnPassword::NotOpened),
        };
        let Some(row) = verified else {
            return Ok(OwnPassword::Refused(Refusal::Password(PasswordRefusal::NotTemporary)));
        };
        if new.as_bytes() == temporary.as_bytes() {
            return Ok(OwnPassword::Refused(Refusal::Password(PasswordRefusal::SameAsTemporary)));
        }
        let asker = Asker {
            actor: Actor::Person(account),
            roles: Vec::new(),
            reach: Reach::ALL_DOMAINS,
            note: String::new(),
        };
        match self.set_own_password(account, row, new, asker).await {
            Ok(done) => Ok(OwnPassword::Set { done: Box::new(done) }),
            Err(ExecuteError::Refused(refusal)) => Ok(OwnPassword::Refused(refusal)),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether the account may sign in nowhere with its password: it was a temporary one that is over, or is void.
    pub(crate) fn password_opens_nothing(&self, account: AccountId) -> bool {
        self.open.password_change(account).is_some_and(|row| {
            let is_over = row.reason == Reason::TemporaryPasswordExpired || !row.is_in_force(self.now());
            is_over || row.voids_password()
        })
    }

    /// The row of the account's temporary password.
    pub(super) fn temporary_row(&self, who: AccountKey) -> Option<RestrictionId> {
        match who {
            AccountKey::Account(account) => self.open.password_change(account).map(|row| row.id),
            AccountKey::UnknownName(_) => None,
        }
    }

    /// Whether the password is a temporary one, in time or over.
    pub(super) fn must_change_password(&self, account: AccountId) -> bool {
        self.open.password_change(account).is_some()
    }
}

/// Why an own password was neither set nor refused.
#[derive(Debug, thiserror::Error)]
pub enum OwnPasswordError {
    /// The temporary one could not be verified.
    #[error(transparent)]
    Authenticate(#[from] AuthenticateError),
    /// The new one could not be saved.
    #[error(transparent)]
    Execute(#[from] ExecuteError),
}
