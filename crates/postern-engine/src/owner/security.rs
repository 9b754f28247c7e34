//! "My security": the owner signs in with the password, and with a code where there is an authenticator app, and looks after
//! the account. Sessions are in memory alone: after a restart the owner signs in again.
//!
//! The password goes the way of every other attempt ([`crate::sign_in`]), so whoever guesses here is slowed, locked and
//! blocked like anywhere else. What the owner does then are the commands that admins have too, with the owner as the asker.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;

use parking_lot::Mutex;
use postern_core::account::Account;
use postern_core::command::Asker;
use postern_core::ids::{AccountId, SessionId};
use postern_core::owner_session::{OWNER_SESSIONS_MAX, OwnerSession};
use postern_core::protocol::Protocol;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::sign_in::SignInRefusal;
use postern_core::time::Timestamp;

use crate::admin_centre::{AdminAttempt, OwnCode, not_saved};
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::StoreError;
use crate::secret;
use crate::sign_in::{ApplicationAsk, ApplicationVerdict, AuthenticateError, SignInReason};

/// The protocol's name in rules, lists and logs.
const PROTOCOL: &str = "portal";

/// Who is in.
#[derive(Default)]
pub(crate) struct OwnerSessions(Mutex<HashMap<SessionId, OwnerSession>>);

impl OwnerSessions {
    fn open(&self, session: OwnerSession, now: Timestamp) {
        let mut sessions = self.0.lock();
        sessions.retain(|_, open| open.is_open(now));
        let own = sessions.values().filter(|open| open.account == session.account);
        let own: Vec<(Timestamp, SessionId)> = own.map(|open| (open.last_seen, open.id)).collect();
        if own.len() >= OWNER_SESSIONS_MAX
            && let Some((_, longest_idle)) = own.into_iter().min()
        {
            sessions.remove(&longest_idle);
        }
        sessions.insert(session.id, session);
    }

    /// The session whose cookie this is, if it is open; it was used at `now`.
    fn touched(&self, cookie: &str, now: Timestamp) -> Option<OwnerSession> {
        let (id, shown) = secret::read(cookie)?;
        let mut sessions = self.0.lock();
        let session = sessions.get_mut(&id.parse().ok()?)?;
        if !secret::is_same(session.hash, shown) || !session.is_open(now) {
            return None;
        }
        session.last_seen = now;
        Some(session.clone())
    }

    fn close(&self, session: SessionId) {
        self.0.lock().remove(&session);
    }

    /// Ends the account's sessions; with `from` only those from that address.
    pub(crate) fn end(&self, account: AccountId, from: Option<IpAddr>) {
        let from = from.map(|from| from.to_string());
        self.0.lock().retain(|_, open| {
            open.account != account || from.as_ref().is_some_and(|from| open.source != *from)
        });
    }
}

/// What somebody who wants to enter is told: nothing that says who exists.
#[derive(Debug, PartialEq, Eq)]
pub enum OwnerSignIn {
    /// In; what the browser shows from now on.
    Opened(String),
    /// Name, password or code is wrong, or signing in is closed.
    No,
    /// The password is a temporary one, and right.
    Temporary,
    /// Too many attempts at once: again in a moment.
    Wait,
}

/// An owner who is in.
#[derive(Clone, Debug)]
pub struct SeenOwner {
    /// The session.
    pub session: OwnerSession,
    /// The account as it is now.
    pub account: Account,
}

impl SeenOwner {
    /// The owner as whoever asks for a change.
    pub fn asker(&self) -> Asker {
        Asker {
            actor: Actor::Person(self.account.id),
            roles: Vec::new(),
            reach: Reach::ALL_DOMAINS,
            note: String::new(),
        }
    }
}

impl Engine {
    /// Signs an owner in. The code is looked at only after the password was right, and only where there is an app.
    pub async fn owner_sign_in(
        &self,
        attempt: &AdminAttempt<'_>,
        password: Password,
    ) -> Result<OwnerSignIn, AuthenticateError> {
        let (begun, handle) = (self.now(), self.fresh_handle());
        let ask = attempt.asked(attempt.login, PROTOCOL, &handle);
        let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
        let shown = Mutex::new(None);
        let also = |account: AccountId| {
            if !self.admins.asks_for_code(account) {
                return true;
            }
            let code = self.admins.try_code_of_owner(account, attempt.code, self.now());
            *shown.lock() = code;
            code.is_some()
        };
        let answer = self.authenticate_also(&ask, password, &also).await?;
        let shown: Option<OwnCode> = shown.into_inner();
        let (ApplicationVerdict::Allow, Some(account)) = (answer.verdict, answer.account) else {
            let is_temporary = matches!(
                answer.reasons[..],
                [SignInReason::Refused(SignInRefusal::PasswordChangeRequired { .. })]
            );
            return Ok(match answer.verdict {
                ApplicationVerdict::Wait => OwnerSignIn::Wait,
                ApplicationVerdict::Allow | ApplicationVerdict::Refuse if is_temporary => {
                    OwnerSignIn::Temporary
                }
                ApplicationVerdict::Allow | ApplicationVerdict::Refuse => OwnerSignIn::No,
            });
        };
        // New recovery codes are made here, and with one of them the admin centre is entered: no admin comes by a password alone.
        let by_code = shown.is_some();
        if let Some(code) = shown {
            self.code_shown(account, code)
                .await
                .map_err(|error| AuthenticateError::Store(not_saved(error)))?;
        }
        let known = self.parts.store.account(account).await?;
        if known.is_none_or(|known| known.is_admin() && !by_code) {
            return Ok(OwnerSignIn::No);
        }
        let cookie = self.open_owner_session(account, attempt.source, by_code);
        // Looked at once it is open: what ended everything while the password was verified has ended this too.
        if self.recoveries.was_done_after(account, begun) || self.is_owner_shut_out(account) {
            self.owner_sessions.end(account, None);
            return Ok(OwnerSignIn::No);
        }
        Ok(OwnerSignIn::Opened(cookie))
    }

    /// Whether a person has closed signing in, or this place.
    fn is_owner_shut_out(&self, account: AccountId) -> bool {
        let closing = [RestrictionKind::SignInBlocked, RestrictionKind::ProtocolOff(Protocol::Portal)];
        closing.iter().any(|&kind| self.open.in_force(account, kind, self.now()).is_some())
    }

    fn open_owner_session(&self, account: AccountId, source: &str, by_code: bool) -> String {
        let now = self.now();
        let id = SessionId::from_random(self.parts.entropy.next_u64());
        let (cookie, hash) = secret::mint(&id.to_string(), self.parts.entropy.as_ref());
        let source = source.to_owned();
        let session = OwnerSession { id, account, hash, opened: now, last_seen: now, source, by_code };
        self.owner_sessions.open(session, now);
        cookie
    }

    /// The owner whose cookie this is, if the session is open and signing in is not blocked.
    pub async fn owner_session(&self, cookie: &str) -> Result<Option<SeenOwner>, StoreError> {
        let now = self.now();
        let Some(session) = self.owner_sessions.touched(cookie, now) else { return Ok(None) };
        if self.is_owner_shut_out(session.account) {
            return Ok(None);
        }
        let account = self.parts.store.account(session.account).await?;
        // Who became an admin since comes in by a code, like every other.
        let account = account.filter(|account| session.by_code || !account.is_admin());
        Ok(account.map(|account| SeenOwner { session, account }))
    }

    /// What a form of this session carries and has to bring back (reliability K1).
    pub fn owner_form_token(&self, session: &OwnerSession) -> String {
        use base64::Engine as _;
        let seal = secret::seal(self.site_key(), "form of an owner", &[&session.hash.0]);
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&seal[..18])
    }

    /// Whether a form brought back this session's token.
    pub fn is_owner_form_token(&self, session: &OwnerSession, shown: &str) -> bool {
        subtle::ConstantTimeEq::ct_eq(shown.as_bytes(), self.owner_form_token(session).as_bytes()).into()
    }

    /// The owner is out.
    pub fn owner_sign_out(&self, session: SessionId) {
        self.owner_sessions.close(session);
    }

    /// Ends every session of the owner, this one too. `None`: none but those at "My security" are within our reach.
    pub async fn end_sessions_of_owner(
        self: &Arc<Self>,
        owner: &SeenOwner,
    ) -> Result<Option<Done>, ExecuteError> {
        let account = owner.account.id;
        match self.end_sessions(account, None, owner.asker()).await {
            Err(ExecuteError::Refused(Refusal::SessionsOutOfReach)) => {
                self.owner_sessions.end(account, None);
                Ok(None)
            }
            answer => answer.map(Some),
        }
    }

    /// New recovery codes of the owner, shown this once; the ones from before are void.
    pub async fn renew_recovery_codes_of_owner(
        &self,
        owner: &SeenOwner,
    ) -> Result<Vec<String>, ExecuteError> {
        self.check_not_suspected(owner.account.id, &owner.asker())?;
        Ok(self.renew_recovery_codes(owner.account.id).await?)
    }

    /// Whether a session is open.
    pub fn is_owner_session_open(&self, session: SessionId) -> bool {
        self.owner_sessions.0.lock().contains_key(&session)
    }
}
