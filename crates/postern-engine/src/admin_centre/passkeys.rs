//! Passkeys of admins: signing in with one, alone or after a password; confirming to be there; adding one.
//!
//! What is answered to whoever wants to enter says nothing of who exists: the question for a name that has no passkeys
//! names made-up ones, always the same, and every failure is the same no. A passkey alone is a whole sign-in, because
//! its authenticator has recognised its user; so it is looked at under what the rules say of accounts and of places, and
//! not under the lanes that bound guesses of a password ([`crate::sign_in`]).

use parking_lot::Mutex as Cell;
use postern_core::account::Account;
use postern_core::admin::{AdminEvent, Passkey, Proof};
use postern_core::ids::{AccountId, PasskeyId, SessionId};
use postern_core::name::canonical_login;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;

use super::questions::Purpose;
use super::sessions::{AdminAttempt, AdminSignIn, PROTOCOL, RightProof, SeenSession, not_saved};
use crate::commands::ExecuteError;
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::passkeys::{PasskeyError, PasskeyOwner, PasskeyQuestion, QuestionState};
use crate::ports::{CommitError, StoreError};
use crate::secret;
use crate::sign_in::{ApplicationAsk, ApplicationVerdict, AuthenticateError};

/// A question that was just asked.
#[derive(Clone, Debug)]
pub struct AskedPasskey {
    /// What the browser brings back with the answer, in a cookie: the only moment at which its text exists.
    pub cookie: String,
    /// What the page hands the browser, as JSON.
    pub options: String,
}

/// What somebody who wants to enter by password and passkey is told.
pub enum AskedAfterPassword {
    /// Show a passkey: the same for a right password, a wrong one, and a name that nobody has.
    Asked(AskedPasskey),
    /// Too many attempts at once.
    Wait,
}

/// A passkey that was shown and is right: whose and which, and what is kept of it from now on.
pub(super) struct RightPasskey {
    pub(super) account: AccountId,
    pub(super) passkey: PasskeyId,
    pub(super) name: String,
    pub(super) key: Option<String>,
}

impl RightPasskey {
    pub(super) fn proof(&self) -> Proof {
        Proof::Passkey { passkey: self.passkey, name: self.name.clone(), key: self.key.clone() }
    }
}

impl Engine {
    /// Whether this site has passkeys.
    pub fn has_passkeys(&self) -> bool {
        self.parts.passkeys.are_here()
    }

    /// Asks whoever it is for a passkey of this site. `None`: there are none here.
    pub fn ask_passkey(&self, source: &str) -> Option<AskedPasskey> {
        self.asked(self.parts.passkeys.ask(&[]), source.to_owned(), Purpose::SignIn)
    }

    /// Looks at a password and asks for a passkey, whatever the password was.
    pub async fn ask_passkey_after_password(
        &self,
        attempt: &AdminAttempt<'_>,
        password: Password,
    ) -> Result<Option<AskedAfterPassword>, AuthenticateError> {
        let handle = self.fresh_handle();
        let ask = ApplicationAsk {
            ask: attempt.asked(attempt.login, PROTOCOL, &handle),
            ..ApplicationAsk::default()
        };
        let right = Cell::new(None);
        // Half of it: whether anybody signs in is decided when the passkey is there, so nothing is counted yet.
        let also = |account: AccountId| {
            *right.lock() = Some(account);
            false
        };
        let answer = self.authenticate_also(&ask, password, &also).await?;
        if answer.verdict == ApplicationVerdict::Wait {
            return Ok(Some(AskedAfterPassword::Wait));
        }
        let question = self.parts.passkeys.ask(&self.listed_for(attempt.login));
        let purpose = Purpose::AfterPassword(right.into_inner());
        Ok(self.asked(question, attempt.source.to_owned(), purpose).map(AskedAfterPassword::Asked))
    }

    /// Signs an admin in who shows a passkey.
    pub async fn enter_by_passkey(
        &self,
        cookie: &str,
        answer: &str,
        attempt: &AdminAttempt<'_>,
    ) -> Result<AdminSignIn, AuthenticateError> {
        let now = self.now();
        let Some(waiting) = self.admins.questions.take(cookie, now) else { return Ok(AdminSignIn::No) };
        let password_of = match waiting.purpose {
            Purpose::SignIn => None,
            Purpose::AfterPassword(account) => Some(account),
            Purpose::Proof(_) | Purpose::Another(..) | Purpose::Invited(..) => return Ok(AdminSignIn::No),
        };
        let shown = self.shown_at_the_door(answer, &waiting.state, password_of, attempt).await?;
        let Some(right) = shown else {
            if let Some(Some(account)) = password_of {
                self.note_refused_code(account, attempt.source);
            }
            return Ok(AdminSignIn::No);
        };
        let (source, client) = (attempt.source, attempt.client);
        let proof = RightProof::Passkey(right.proof());
        let opened = self.open_session(right.account, source, client, proof, Vec::new()).await;
        opened.map(AdminSignIn::Opened).map_err(|error| AuthenticateError::Store(not_saved(error)))
    }

    /// The passkey that somebody shows who is not in yet, under the rules of signing in. `password_of` says whose password
    /// was right before, if one was asked for.
    ///
    /// Whatever is wrong takes as long: else the time would tell made-up passkeys from those that an account has.
    async fn shown_at_the_door(
        &self,
        answer: &str,
        state: &QuestionState,
        password_of: Option<Option<AccountId>>,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Option<RightPasskey>, StoreError> {
        let Ok(shown) = self.parts.passkeys.shown(answer) else { return Ok(None) };
        let handle = self.fresh_handle();
        let nobody = attempt.asked(NOBODY, PROTOCOL, &handle);
        let known = self.admins.passkey_of(&shown.credential);
        let account = known.as_ref().map_or(AccountId::from_random(u64::MAX), |(account, _)| *account);
        let admin = self.parts.store.account(account).await?.filter(Account::is_admin);
        let (Some((_, passkey)), Some(admin)) = (known, admin) else {
            self.parts.passkeys.used_by_nobody(answer, state);
            self.passkey_failed(&shown.credential, None, &nobody);
            return Ok(None);
        };
        let ask = attempt.asked(admin.primary.as_str(), PROTOCOL, &handle);
        if !self.may_show_passkey(account, &ask) {
            self.parts.passkeys.used_by_nobody(answer, state);
            return Ok(None);
        }
        // Without a password before it, the authenticator has to know itself whose the passkey is.
        let is_owner = match shown.handle {
            Some(handle) => handle == self.passkey_handle(account),
            None => password_of.is_some(),
        };
        if !is_owner {
            self.parts.passkeys.used_by_nobody(answer, state);
            self.passkey_failed(&shown.credential, Some(account), &ask);
            return Ok(None);
        }
        let right = self.right_passkey(account, passkey, answer, state, attempt.source);
        // A wrong password was counted when it was typed.
        let is_whole = password_of.is_none_or(|password_of| password_of == Some(account));
        match &right {
            Some(_) if is_whole => self.passkey_succeeded(account, &ask),
            Some(_) => {}
            None => self.passkey_failed(&shown.credential, Some(account), &ask),
        }
        Ok(right.filter(|_| is_whole))
    }

    /// Whether what its authenticator signed is right; if not, an admin wants to know.
    fn right_passkey(
        &self,
        account: AccountId,
        passkey: Passkey,
        answer: &str,
        state: &QuestionState,
        source: &str,
    ) -> Option<RightPasskey> {
        match self.parts.passkeys.used(answer, state, &passkey.key) {
            Ok(used) => {
                if let Some(key) = &used.key {
                    // A counter that was seen once does not come again, also before it is saved.
                    self.admins.note_passkey_use(account, passkey.id, Some(key), self.now());
                }
                Some(RightPasskey { account, passkey: passkey.id, name: passkey.name, key: used.key })
            }
            Err(error) => {
                tracing::warn!(
                    %account,
                    passkey = %passkey.id,
                    error = &error as &dyn std::error::Error,
                    "admin centre: a passkey is refused"
                );
                let event =
                    AdminEvent::PasskeyRefused { account, name: passkey.name, source: source.to_owned() };
                self.save_soon(self.change_of(vec![event.into()], Actor::Rule, "", self.now()));
                None
            }
        }
    }

    /// Asks the owner of a session for one of his or her passkeys. `None`: there is none to ask for.
    pub fn ask_proof_passkey(&self, seen: &SeenSession) -> Option<AskedPasskey> {
        let own = self.admins.credentials_of(seen.account.id);
        if own.is_empty() {
            return None;
        }
        let session = seen.session.id;
        self.asked(self.parts.passkeys.ask(&own), place_of(session), Purpose::Proof(session))
    }

    /// A passkey before something dangerous. Whether it was right; then the session is proved.
    pub async fn prove_by_passkey(
        &self,
        seen: &SeenSession,
        cookie: &str,
        answer: &str,
    ) -> Result<bool, CommitError> {
        let (session, account) = (seen.session.id, seen.account.id);
        let waiting = self.admins.questions.take(cookie, self.now());
        let waiting = waiting.filter(|it| matches!(it.purpose, Purpose::Proof(asked) if asked == session));
        let (Some(waiting), Ok(shown)) = (waiting, self.parts.passkeys.shown(answer)) else {
            return Ok(false);
        };
        let own = self.admins.passkey_of(&shown.credential).filter(|(owner, _)| *owner == account);
        let Some((_, passkey)) = own else { return Ok(false) };
        let right = self.right_passkey(account, passkey, answer, &waiting.state, &seen.session.source);
        let Some(right) = right else { return Ok(false) };
        self.prove(session, account, RightProof::Passkey(right.proof())).await?;
        Ok(true)
    }

    /// Asks the browser of a session for a further passkey, to be called `name`.
    pub fn ask_another_passkey(&self, seen: &SeenSession, name: &str) -> Result<AskedPasskey, Refusal> {
        let (session, account) = (seen.session.id, &seen.account);
        self.admins.factors_of(account.id).may_add(name)?;
        let known = self.admins.credentials_of(account.id);
        let question = self.parts.passkeys.ask_new(&self.passkey_owner(account), &known);
        let purpose = Purpose::Another(session, name.trim().to_owned());
        self.asked(question, place_of(session), purpose).ok_or(Refusal::NoPasskeysHere)
    }

    /// Adds the passkey that the browser made.
    pub async fn add_passkey(
        &self,
        seen: &SeenSession,
        cookie: &str,
        answer: &str,
    ) -> Result<Passkey, ExecuteError> {
        let account = seen.account.id;
        let not_made = ExecuteError::Refused(Refusal::PasskeyNotMade);
        let Some(waiting) = self.admins.questions.take(cookie, self.now()) else { return Err(not_made) };
        let name = match waiting.purpose {
            Purpose::Another(session, name) if session == seen.session.id => name,
            Purpose::Another(..)
            | Purpose::SignIn
            | Purpose::AfterPassword(_)
            | Purpose::Proof(_)
            | Purpose::Invited(..) => return Err(not_made),
        };
        let passkey = self.made_passkey(answer, &waiting.state, name)?;
        self.admins.factors_of(account).may_add(&passkey.name)?;
        let event = AdminEvent::PasskeyAdded { account, passkey: passkey.clone() };
        self.own_change(account, vec![event.into()]).await?;
        Ok(passkey)
    }

    /// What the browser made, if it is right and nobody has it yet.
    pub(super) fn made_passkey(
        &self,
        answer: &str,
        state: &QuestionState,
        name: String,
    ) -> Result<Passkey, Refusal> {
        let made = self.parts.passkeys.made(answer, state).map_err(|error| {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "admin centre: a new passkey is not right"
            );
            Refusal::PasskeyNotMade
        })?;
        if self.admins.passkey_of(&made.credential).is_some() {
            return Err(Refusal::PasskeyNotMade);
        }
        Ok(Passkey {
            id: PasskeyId::from_random(self.parts.entropy.next_u64()),
            name,
            credential: made.credential,
            key: made.key,
            added: self.now(),
            last_used: None,
        })
    }

    /// Keeps a question until it is answered. One that could not be asked is in the log, unless the site has none.
    pub(super) fn asked(
        &self,
        question: Result<PasskeyQuestion, PasskeyError>,
        place: String,
        purpose: Purpose,
    ) -> Option<AskedPasskey> {
        let question = match question {
            Ok(question) => question,
            Err(PasskeyError::NotHere) => return None,
            Err(error @ (PasskeyError::Answer(_) | PasskeyError::Kept(_))) => {
                tracing::error!(error = &error as &dyn std::error::Error, "no passkey can be asked for");
                return None;
            }
        };
        let entropy = self.parts.entropy.as_ref();
        let cookie = self.admins.questions.keep(place, purpose, question.state, self.now(), entropy);
        Some(AskedPasskey { cookie, options: question.options })
    }

    pub(super) fn passkey_owner<'a>(&self, account: &'a Account) -> PasskeyOwner<'a> {
        let name = account.primary.as_str();
        let display_name = if account.display_name.is_empty() { name } else { &account.display_name };
        PasskeyOwner { handle: self.passkey_handle(account.id), name, display_name }
    }

    /// What authenticators keep as the owner: says nothing to whoever reads it, and is the same for all passkeys of one.
    fn passkey_handle(&self, account: AccountId) -> [u8; 16] {
        let seal = secret::seal(self.site_key(), "owner of a passkey", &[&account.as_u64().to_le_bytes()]);
        let mut handle = [0; 16];
        handle.copy_from_slice(&seal[..16]);
        handle
    }

    /// The passkeys that the question after a password names: the account's, or made-up ones for whoever has none.
    fn listed_for(&self, login: &str) -> Vec<Vec<u8>> {
        let name = canonical_login(login, self.names()).unwrap_or(login.into());
        let account = self.account_of(&name).map(|(account, _)| account);
        let real = account.map_or_else(Vec::new, |account| self.admins.credentials_of(account));
        if !real.is_empty() {
            return real;
        }
        let seed = secret::seal(self.site_key(), "passkeys that nobody has", &[name.as_bytes()]);
        self.parts.passkeys.pretended(&seed)
    }
}

/// The login under which the log has a passkey that nobody knows.
const NOBODY: &str = "passkey";

/// A session has questions of its own, which nobody outside pushes out.
fn place_of(session: SessionId) -> String {
    format!("session {session}")
}
