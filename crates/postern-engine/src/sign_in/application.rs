//! Applications at the sign-in door: those that leave the password to us, and those that verify it themselves and
//! only ask. The same counters and the same decisions as Dovecot's gate, so one budget over all gates.
//!
//! A password is verified in the bounded pool. A name that nobody has, an account without a password and a refused
//! attempt cost the same verification, so neither the answer nor its time tells them apart (docs/security.md).

use postern_core::ids::{AccountId, RestrictionId};
use postern_core::precedence::judge;
use postern_core::sign_in::{Attempt, Lane, Outcome, Phase, Settled, SignInRefusal, SignInVerdict};

use super::app_passwords::Credential;
use super::temporary::{Verifier, Wanted};
use crate::ask::SignInAsk;
use crate::engine::{Engine, keyed_hash};
use crate::password::{Password, PasswordError};
use crate::ports::{AccountKey, StoreError};
use crate::secret;

/// Purpose of the keyed hash of a handle; see `keyed_hash`. Each has a number of its own.
const HASH_HANDLE: u8 = 8;

/// An attempt that an application brings.
#[derive(Clone, Copy, Debug, Default)]
pub struct ApplicationAsk<'a> {
    /// Login, address, protocol, …; `session` is the handle that joins question and report.
    pub ask: SignInAsk<'a>,
    /// The device cookie that the client brought; empty for none.
    pub device_cookie: &'a str,
    /// On success, remember the client's device and give it a cookie.
    pub remember_device: bool,
}

/// What an application is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationAnswer {
    /// Yes, no, or not now.
    pub verdict: ApplicationVerdict,
    /// For the application's log, never for whoever signs in.
    pub reasons: Vec<SignInReason>,
    /// Decided without everything that is remembered: history is still being read, or changes wait for the store.
    pub is_degraded: bool,
    /// Who signed in; only with [`ApplicationVerdict::Allow`] and only of accounts in the directory.
    pub account: Option<AccountId>,
    /// A new cookie for the client's device.
    pub device_cookie: Option<String>,
    /// The row of the temporary password that was verified; only where one was to be replaced.
    pub(super) temporary: Option<RestrictionId>,
}

/// The three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicationVerdict {
    /// Go on: signed in, or verify the password now.
    Allow,
    /// No.
    Refuse,
    /// Too many attempts at once: ask again.
    Wait,
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInReason {
    /// The rules refuse.
    Refused(SignInRefusal),
    /// The rules would refuse; the site only observes.
    WouldBeRefused(SignInRefusal),
    /// The password is wrong, or nobody has the name.
    WrongCredentials,
}

/// Why a password was neither accepted nor refused; nothing is counted.
#[derive(Debug, thiserror::Error)]
pub enum AuthenticateError {
    /// The password cannot be one, or too many are being verified.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// Accounts cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Names are still being read after the start: nobody can be told from nobody yet.
    #[error("names are still being read")]
    Loading,
}

/// One attempt on its way.
pub(super) struct Caller<'a> {
    pub(super) who: AccountKey,
    pub(super) ask: &'a SignInAsk<'a>,
    pub(super) attempt: Attempt,
}

impl Engine {
    /// Verifies a password of the built-in directory: asks, verifies, asks again, reports.
    pub async fn authenticate(
        &self,
        ask: &ApplicationAsk<'_>,
        password: Password,
    ) -> Result<ApplicationAnswer, AuthenticateError> {
        self.authenticate_also(ask, password, &|_| true).await
    }

    /// The same, where more than the password has to be right: `also` is asked once, after the password was. When it
    /// says no, the answer is the one to a wrong password, and nothing is counted against the password's owner.
    pub(crate) async fn authenticate_also(
        &self,
        ask: &ApplicationAsk<'_>,
        password: Password,
        also: &(dyn Fn(AccountId) -> bool + Sync),
    ) -> Result<ApplicationAnswer, AuthenticateError> {
        self.authenticate_for(ask, password, Wanted::SignIn, also).await
    }

    /// The same, for what the password shall open.
    pub(super) async fn authenticate_for(
        &self,
        ask: &ApplicationAsk<'_>,
        password: Password,
        wanted: Wanted,
        also: &(dyn Fn(AccountId) -> bool + Sync),
    ) -> Result<ApplicationAnswer, AuthenticateError> {
        if !self.are_names_loaded() {
            return Err(AuthenticateError::Loading);
        }
        let caller = self.caller(ask, Some(&password)).await?;
        // Before the password is read: what is verified belongs to this row, or to none that is there later.
        let (temporary, stored) = (self.temporary_row(caller.who), self.stored_password(caller.who).await?);
        let (before, mut reasons) = self.caller_judged(&caller, Phase::Before).await;
        if before != ApplicationVerdict::Allow {
            if costs_a_verification(&reasons) && !self.refuses_everybody_there(&caller) {
                self.passwords.verify_nobody(password).await?;
            }
            self.caller_settled(&caller, Outcome::RefusedBefore);
            return Ok(self.answer(before, reasons));
        }
        let verified = match self.verified(&caller, password.clone(), stored.as_deref(), wanted).await {
            Ok(verified) => verified,
            Err(error) => {
                // Shed before hashing (reliability H4): nothing was verified, so nothing was guessed. A place in the
                // queue is taken only now, or attempts that wait for a reservation would keep everybody else out.
                self.caller_settled(&caller, Outcome::NotAGuess);
                return Err(error);
            }
        };
        let Some(credential) = verified else {
            self.caller_settled(&caller, Outcome::WrongPassword);
            reasons.push(SignInReason::WrongCredentials);
            return Ok(self.answer(ApplicationVerdict::Refuse, reasons));
        };
        let (after, after_reasons) = self.caller_judged(&caller, Phase::After).await;
        reasons = after_reasons;
        if !wanted.is_opened(after, &reasons) {
            self.caller_settled(&caller, Outcome::RightPasswordRefused);
            return Ok(self.answer(after, reasons));
        }
        if let AccountKey::Account(account) = caller.who
            && !also(account)
        {
            self.caller_settled(&caller, Outcome::NotAGuess);
            return Ok(self.answer(ApplicationVerdict::Refuse, vec![SignInReason::WrongCredentials]));
        }
        if wanted == Wanted::OwnPassword {
            return Ok(ApplicationAnswer { temporary, ..self.opened_for_own_password(&caller, reasons) });
        }
        let settled = self.signed_in_by(&caller, &credential);
        if let Credential::Main = credential {
            self.note_if_listed(&caller, password).await;
        }
        Ok(self.welcome(ask, &caller, &settled, reasons))
    }

    /// Nobody is signed in by it, and no place is learned of it.
    fn opened_for_own_password(&self, caller: &Caller<'_>, reasons: Vec<SignInReason>) -> ApplicationAnswer {
        self.caller_settled(caller, Outcome::NotAGuess);
        match caller.who {
            AccountKey::Account(account) => {
                let answer = self.answer(ApplicationVerdict::Allow, reasons);
                ApplicationAnswer { account: Some(account), ..answer }
            }
            AccountKey::UnknownName(_) => self.answer(ApplicationVerdict::Refuse, reasons),
        }
    }

    /// A handle for a new attempt: it joins question and report, and nobody guesses another's.
    pub fn fresh_handle(&self) -> String {
        let mut bytes = [0; 16];
        self.parts.entropy.fill(&mut bytes);
        format!("{:032x}", u128::from_le_bytes(bytes))
    }

    /// An application that verifies passwords itself asks, before or after it did so (`ask.ask.phase`).
    pub async fn application_asked(&self, ask: &ApplicationAsk<'_>) -> Result<ApplicationAnswer, StoreError> {
        let caller = self.caller(ask, None).await?;
        let (verdict, reasons) = self.caller_judged(&caller, super::phase_of(caller.ask)).await;
        Ok(self.answer(verdict, reasons))
    }

    /// It reports what became of the attempt; a success may be remembered by the device.
    pub async fn application_reported(
        &self,
        ask: &ApplicationAsk<'_>,
        outcome: Outcome,
    ) -> Result<ApplicationAnswer, StoreError> {
        let caller = self.caller(ask, None).await?;
        let settled = self.caller_settled(&caller, outcome);
        Ok(if outcome.is_success() {
            self.welcome(ask, &caller, &settled, Vec::new())
        } else {
            self.answer(ApplicationVerdict::Refuse, Vec::new())
        })
    }

    /// Whose attempt it is, and what vouches for it. `password` makes a tag of our own; without it the ask has one.
    async fn caller<'a>(
        &self,
        ask: &'a ApplicationAsk<'a>,
        password: Option<&Password>,
    ) -> Result<Caller<'a>, StoreError> {
        let who = self.who(ask.ask.login);
        let mut attempt = self.attempt(who, &ask.ask);
        // The handle alone joins question and report, however the application spells the rest.
        attempt.attempt_hash = keyed_hash(self.site_key(), HASH_HANDLE, &[ask.ask.session.as_bytes()]);
        let device =
            if ask.device_cookie.is_empty() { None } else { self.device_of(ask.device_cookie).await? };
        attempt.vouch = self.vouch(who, attempt.source, device);
        attempt.password_tag = match password {
            Some(password) => Some(self.own_tag(who, password)),
            None => attempt.password_tag,
        };
        Ok(Caller { who, ask: &ask.ask, attempt })
    }

    async fn caller_judged(
        &self,
        caller: &Caller<'_>,
        phase: Phase,
    ) -> (ApplicationVerdict, Vec<SignInReason>) {
        let verdict = self.verdict_after_wait(caller.who, caller.ask, &caller.attempt, phase).await;
        let verdict = self.unless_password_opens_nothing(caller.who, phase, verdict, Verifier::Elsewhere);
        let refusal = match verdict {
            SignInVerdict::Allow { observed, .. } => {
                // Logged once, not again after the check.
                if let (Some(refusal), Phase::Before) = (observed, phase) {
                    self.log_refusal(caller.who, caller.ask, refusal, true);
                }
                let reasons = observed.map(SignInReason::WouldBeRefused).into_iter().collect();
                return (ApplicationVerdict::Allow, reasons);
            }
            SignInVerdict::Wait { lane } => SignInRefusal::TooManyAtOnce { lane },
            SignInVerdict::Refuse(refusal) => refusal,
        };
        if !self.is_enforced(caller.who, caller.ask, refusal) {
            return (ApplicationVerdict::Allow, vec![SignInReason::WouldBeRefused(refusal)]);
        }
        let verdict = match refusal {
            SignInRefusal::TooManyAtOnce { .. } => ApplicationVerdict::Wait,
            SignInRefusal::Blocked
            | SignInRefusal::ProtocolOff
            | SignInRefusal::PairBlocked { .. }
            | SignInRefusal::NetworkBlocked { .. }
            | SignInRefusal::Locked { .. }
            | SignInRefusal::Closed { .. }
            | SignInRefusal::SourceBlocked { .. }
            | SignInRefusal::OutsidePins
            | SignInRefusal::PasswordChangeRequired { .. }
            | SignInRefusal::TemporaryPasswordExpired
            | SignInRefusal::PasswordVoid
            | SignInRefusal::PasswordJustSet
            | SignInRefusal::AppPasswordRevoked
            | SignInRefusal::NoReservation => ApplicationVerdict::Refuse,
        };
        (verdict, vec![SignInReason::Refused(refusal)])
    }

    /// Only this gate and its like see the password. Whether it could be looked up changes no answer.
    async fn note_if_listed(&self, caller: &Caller<'_>, password: Password) {
        let AccountKey::Account(account) = caller.who else { return };
        if let Err(error) = self.right_password_seen(account, password, caller.attempt.source).await {
            tracing::debug!(%account, %error, "a password is not looked up in the lists; tomorrow again");
        }
    }

    /// Whether the place itself is refused, whoever asks: then nobody costs a verification there, also no account
    /// that a person blocked, or the time would tell it from the others.
    fn refuses_everybody_there(&self, caller: &Caller<'_>) -> bool {
        let (now, nobody) = (self.now(), self.unknown(caller.ask.login));
        let lists = self.list_facts(nobody, caller.attempt.source, now);
        let Ok(standing) = judge(&lists) else { return true };
        let policies = self.policies_now();
        let stranger = Attempt { source: caller.attempt.source, standing, ..Attempt::default() };
        let foreseen = self.parts.counters.sign_in_foreseen(nobody, &stranger, &policies.sign_in, now);
        let is_refused = foreseen.source_block.is_some() && foreseen.lane == Lane::Unfamiliar;
        is_refused && !standing.is_exempt
    }

    pub(super) fn caller_settled(&self, caller: &Caller<'_>, outcome: Outcome) -> Settled {
        self.settle_report(caller.who, caller.ask, &caller.attempt, outcome)
    }

    fn answer(&self, verdict: ApplicationVerdict, reasons: Vec<SignInReason>) -> ApplicationAnswer {
        let is_degraded = !self.is_loaded() || self.unsaved.len() > 0;
        let (account, device_cookie, temporary) = (None, None, None);
        ApplicationAnswer { verdict, reasons, is_degraded, account, device_cookie, temporary }
    }

    /// Signed in. A device is remembered when the application wants it, the client has no good cookie yet, and
    /// nothing about the success is suspicious.
    fn welcome(
        &self,
        ask: &ApplicationAsk<'_>,
        caller: &Caller<'_>,
        settled: &Settled,
        reasons: Vec<SignInReason>,
    ) -> ApplicationAnswer {
        let account = match caller.who {
            AccountKey::Account(account) => Some(account),
            AccountKey::UnknownName(_) => None,
        };
        let has_device = matches!(caller.attempt.vouch, postern_core::sign_in::Vouch::Device { .. });
        let device_cookie = account
            .filter(|_| ask.remember_device && !has_device && self.may_remember(caller.who, settled))
            .map(|account| self.remember_device(account));
        ApplicationAnswer { account, device_cookie, ..self.answer(ApplicationVerdict::Allow, reasons) }
    }

    /// A device is worth as much as a place, so it is remembered only where a place would be learned: of nobody whose
    /// password has to change, after nothing suspicious, and from no strange place while the site is sprayed.
    fn may_remember(&self, who: AccountKey, settled: &Settled) -> bool {
        let now = self.now();
        let is_contained = self.while_contained(who, Outcome::Success, now) != Outcome::Success;
        let is_strange_in_spray =
            settled.lane == Lane::Unfamiliar && self.parts.counters.spray_standing(now).started.is_some();
        settled.evidence.is_none() && !is_contained && !is_strange_in_spray
    }

    /// Whether the password is the one. Where nobody has the name, nothing is stored, or what is stored cannot be
    /// verified, it is a wrong one that cost as much as any: an error would tell who exists and count nothing.
    pub(super) async fn is_right_password(
        &self,
        caller: &Caller<'_>,
        password: Password,
        stored: Option<&str>,
    ) -> Result<bool, PasswordError> {
        if let Some(stored) = stored {
            match self.passwords.verify(password.clone(), stored).await {
                Err(PasswordError::Stored(problem)) => self.say_once_unusable(caller.who, &problem),
                answer => return answer,
            }
        }
        self.passwords.verify_nobody(password).await?;
        Ok(false)
    }

    /// Sixteen bits of a keyed hash of the password, under a key that lives as long as this process (signin
    /// reference, c.3): enough to see the same wrong password again, worth nothing to whoever has the files.
    fn own_tag(&self, who: AccountKey, password: &Password) -> u16 {
        let number = match who {
            AccountKey::Account(account) => account.as_u64(),
            AccountKey::UnknownName(hash) => hash,
        };
        let seal = secret::seal(&self.tag_key, "password tag", &[&number.to_le_bytes(), password.as_bytes()]);
        u16::from_be_bytes([seal[0], seal[1]])
    }
}

/// Whether a refusal before the check has to take as long as a check. What speaks of the account does; a source
/// that is blocked, or a queue that is full, says nothing of any account and must not cost us a hash.
fn costs_a_verification(reasons: &[SignInReason]) -> bool {
    reasons.iter().any(|reason| match reason {
        SignInReason::Refused(refusal) => match refusal {
            SignInRefusal::Blocked
            | SignInRefusal::ProtocolOff
            | SignInRefusal::PairBlocked { .. }
            | SignInRefusal::Locked { .. }
            | SignInRefusal::Closed { .. }
            | SignInRefusal::OutsidePins => true,
            SignInRefusal::NetworkBlocked { .. }
            | SignInRefusal::SourceBlocked { .. }
            | SignInRefusal::TooManyAtOnce { .. }
            // After the check only, which has cost what it costs.
            | SignInRefusal::PasswordChangeRequired { .. }
            | SignInRefusal::TemporaryPasswordExpired
            | SignInRefusal::PasswordVoid
            | SignInRefusal::PasswordJustSet
            | SignInRefusal::AppPasswordRevoked
            | SignInRefusal::NoReservation => false,
        },
        SignInReason::WouldBeRefused(_) | SignInReason::WrongCredentials => false,
    })
}
