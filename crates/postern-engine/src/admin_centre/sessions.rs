//! Sessions: opened by name, password and code, or by what else proves who somebody is; looked up by their cookie; proved
//! again; ended.

use std::sync::Arc;

use parking_lot::Mutex as Cell;
use postern_core::account::Account;
use postern_core::admin::{
    AdminEvent, AdminSession, CLIENT_BYTES_MAX, PROOF_LIFE, Proof, ROOT_PROOF_LIFE, SESSIONS_MAX, SessionEnd,
};
use postern_core::command::{Asker, Command};
use postern_core::event::Event;
use postern_core::ids::{AccountId, SessionId};
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;

use super::CodeUse;
use super::codes::RightCode;
use crate::ask::SignInAsk;
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::{CommitError, StoreError};
use crate::secret;
use crate::sign_in::{ApplicationAsk, ApplicationVerdict, AuthenticateError};

/// The protocol's name in rules, lists and logs.
pub(super) const PROTOCOL: &str = "admin";

/// Somebody who wants to enter.
#[derive(Clone, Copy, Debug)]
pub struct AdminAttempt<'a> {
    /// The user name as it was typed.
    pub login: &'a str,
    /// Six digits, or a recovery code.
    pub code: &'a str,
    /// The client's address.
    pub source: &'a str,
    /// What the browser calls itself.
    pub client: &'a str,
}

impl<'a> AdminAttempt<'a> {
    /// As the rules of signing in are asked about it, under the name that it is for.
    pub(crate) fn asked(&self, login: &'a str, protocol: &'a str, handle: &'a str) -> SignInAsk<'a> {
        SignInAsk {
            login,
            remote: self.source,
            protocol,
            session: handle,
            device: self.client,
            ..SignInAsk::default()
        }
    }
}

/// What somebody who wants to enter is told: nothing that says who exists.
pub enum AdminSignIn {
    /// In.
    Opened(OpenedSession),
    /// Name, password or code is wrong, or signing in is locked.
    No,
    /// Too many attempts at once: again in a moment.
    Wait,
}

/// A session that was just opened: the only moment at which its cookie's text exists.
pub struct OpenedSession {
    /// What the browser shows from now on.
    pub cookie: String,
    /// The session.
    pub session: AdminSession,
}

/// An open session and its admin as he or she is now.
#[derive(Clone, Debug)]
pub struct SeenSession {
    /// The session.
    pub session: AdminSession,
    /// The admin, who holds at least one role.
    pub account: Account,
    /// Whether the last code still vouches for what is dangerous.
    pub is_proved: bool,
}

/// What vouches for whoever is let in or confirms to be there.
#[derive(Clone, Debug)]
pub(super) enum RightProof {
    /// A link, in place of everything else: root's, which vouches for longer.
    RootsLink,
    /// An invitation, with what it set up.
    Invitation,
    /// The authenticator app's code, of this time step.
    Step(u64),
    /// A recovery code.
    Recovery(SecretHash),
    /// A passkey; always a [`Proof::Passkey`].
    Passkey(Proof),
}

impl From<RightCode> for RightProof {
    fn from(code: RightCode) -> Self {
        match code {
            RightCode::Step(step) => Self::Step(step),
            RightCode::Recovery(hash) => Self::Recovery(hash),
        }
    }
}

impl Engine {
    /// Signs an admin in. The rules of signing in hold; the code is looked at only after the password was right.
    pub async fn admin_sign_in(
        &self,
        attempt: &AdminAttempt<'_>,
        password: Password,
    ) -> Result<AdminSignIn, AuthenticateError> {
        let (begun, handle) = (self.now(), self.fresh_handle());
        let ask = attempt.asked(attempt.login, PROTOCOL, &handle);
        let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
        let right = Cell::new(None);
        let refused = Cell::new(None);
        let also = |account: AccountId| {
            // A recovery code stands in for a factor, never for none: an owner without a role makes them with the password alone.
            if !self.admins.asks_for_code(account) {
                return false;
            }
            let code = self.admins.try_code(account, CodeUse::SignIn, attempt.code, self.now());
            *right.lock() = code;
            *refused.lock() = code.is_none().then_some(account);
            code.is_some()
        };
        let answer = self.authenticate_also(&ask, password, &also).await?;
        if let Some(account) = refused.into_inner() {
            self.note_refused_code(account, attempt.source);
        }
        let (account, code) = match (answer.verdict, answer.account, right.into_inner()) {
            (ApplicationVerdict::Allow, Some(account), Some(code)) => (account, code),
            (ApplicationVerdict::Wait, _, _) => return Ok(AdminSignIn::Wait),
            (_, Some(account), Some(code)) => {
                self.admins.give_back(account, code);
                return Ok(AdminSignIn::No);
            }
            (_, _, _) => return Ok(AdminSignIn::No),
        };
        if !self.parts.store.account(account).await?.is_some_and(|account| account.is_admin()) {
            return Ok(AdminSignIn::No);
        }
        let opened =
            self.open_session(account, attempt.source, attempt.client, code.into(), Vec::new()).await;
        let opened = opened.map_err(|error| {
            self.admins.give_back(account, code);
            AuthenticateError::Store(not_saved(error))
        })?;
        // Looked at once it is open: what ended everything while the password was verified has ended this too.
        if self.recoveries.was_done_after(account, begun) {
            let (session, cause) = (opened.session.id, SessionEnd::SecretChanged);
            let ended = AdminEvent::SessionEnded { account, session, cause }.into();
            let saved = self.own_change(account, vec![ended]).await;
            saved.map_err(|error| AuthenticateError::Store(not_saved(error)))?;
            return Ok(AdminSignIn::No);
        }
        Ok(AdminSignIn::Opened(opened))
    }

    /// Somebody had an admin's password and not the code: an admin wants to know. An account without a second factor is
    /// refused as well, which is nobody's attack.
    pub(super) fn note_refused_code(&self, account: AccountId, source: &str) {
        if self.admins.factors_of(account).has_any() {
            let event = AdminEvent::CodeRefused { account, source: source.to_owned() }.into();
            self.save_soon(self.change_of(vec![event], Actor::Rule, "", self.now()));
        }
    }

    /// Opens a session after `before` has happened, in one change.
    pub(super) async fn open_session(
        &self,
        account: AccountId,
        source: &str,
        client: &str,
        proof: RightProof,
        before: Vec<Event>,
    ) -> Result<OpenedSession, CommitError> {
        let now = self.now();
        let id = SessionId::from_random(self.parts.entropy.next_u64());
        let (cookie, hash) = secret::mint(&id.to_string(), self.parts.entropy.as_ref());
        let session = AdminSession {
            id,
            account,
            hash,
            opened: now,
            last_seen: now,
            proved_until: now.plus(if matches!(proof, RightProof::RootsLink) {
                ROOT_PROOF_LIFE
            } else {
                PROOF_LIFE
            }),
            source: source.to_owned(),
            client: shortened(client),
        };
        let mut events = before;
        events.extend(
            self.too_many(account, now).map(|session| {
                AdminEvent::SessionEnded { account, session, cause: SessionEnd::TooMany }.into()
            }),
        );
        let by = self.shown(account, proof, &mut events);
        events.push(AdminEvent::SessionOpened { session: session.clone(), by }.into());
        self.own_change(account, events).await?;
        Ok(OpenedSession { cookie, session })
    }

    /// What the audit says of a proof, after the events that it is made of.
    fn shown(&self, account: AccountId, proof: RightProof, events: &mut Vec<Event>) -> Proof {
        match proof {
            RightProof::RootsLink | RightProof::Invitation => Proof::Link,
            RightProof::Step(step) => Proof::Code { step },
            RightProof::Recovery(hash) => {
                let left = u32::try_from(self.admins.recovery_left(account)).unwrap_or(u32::MAX);
                events.push(AdminEvent::RecoveryCodeUsed { account, hash, left }.into());
                Proof::RecoveryCode
            }
            RightProof::Passkey(proof) => proof,
        }
    }

    /// Saves what somebody did about his or her own way in, then makes memory agree.
    pub(crate) async fn own_change(&self, account: AccountId, events: Vec<Event>) -> Result<(), CommitError> {
        let now = self.now();
        let change = self.change_of(events, Actor::Person(account), "", now);
        self.parts.store.commit(change.clone()).await?;
        for (_, event) in &change.events {
            self.apply(event, now);
        }
        Ok(())
    }

    /// The session that has to go so that there is room for one more; what time has ended goes without a word.
    fn too_many(&self, account: AccountId, now: Timestamp) -> Option<SessionId> {
        let mut sessions = self.admins.sessions.lock();
        sessions.retain(|_, session| session.is_open(now));
        let own = sessions.values().filter(|session| session.account == account);
        let own: Vec<(Timestamp, SessionId)> = own.map(|session| (session.last_seen, session.id)).collect();
        if own.len() < SESSIONS_MAX { None } else { own.into_iter().min().map(|(_, id)| id) }
    }

    /// The session whose cookie this is, if it is open and its account may still enter (reliability J6).
    pub async fn admin_session(&self, cookie: &str) -> Result<Option<SeenSession>, StoreError> {
        let now = self.now();
        let Some(session) = self.touched(cookie, now) else { return Ok(None) };
        let blocked = self.open.of_account(session.account);
        if blocked.iter().any(|row| row.kind == RestrictionKind::SignInBlocked) {
            return Ok(None);
        }
        let account = self.parts.store.account(session.account).await?;
        Ok(account.filter(Account::is_admin).map(|account| SeenSession {
            is_proved: session.is_proved(now),
            session,
            account,
        }))
    }

    fn touched(&self, cookie: &str, now: Timestamp) -> Option<AdminSession> {
        let (id, shown) = secret::read(cookie)?;
        let id = id.parse().ok()?;
        let mut sessions = self.admins.sessions.lock();
        let session = sessions.get_mut(&id)?;
        if !secret::is_same(session.hash, shown) {
            return None;
        }
        if !session.is_open(now) {
            sessions.remove(&id);
            return None;
        }
        session.last_seen = now;
        Some(session.clone())
    }

    /// What a form of this session carries and has to bring back (reliability K1).
    pub fn form_token(&self, session: &AdminSession) -> String {
        use base64::Engine as _;
        let seal = secret::seal(self.site_key(), "form of the admin centre", &[&session.hash.0]);
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&seal[..18])
    }

    /// Whether a form brought back this session's token.
    pub fn is_form_token(&self, session: &AdminSession, shown: &str) -> bool {
        subtle::ConstantTimeEq::ct_eq(shown.as_bytes(), self.form_token(session).as_bytes()).into()
    }

    /// A code before something dangerous. Whether it was right; then the session is proved.
    pub async fn prove_session(&self, session: SessionId, code: &str) -> Result<bool, CommitError> {
        let now = self.now();
        let Some(account) = self.admins.sessions.lock().get(&session).map(|session| session.account) else {
            return Ok(false);
        };
        let Some(right) = self.admins.try_code(account, CodeUse::Proof, code, now) else { return Ok(false) };
        if let Err(error) = self.prove(session, account, right.into()).await {
            self.admins.give_back(account, right);
            return Err(error);
        }
        Ok(true)
    }

    /// The owner has shown something: saved, so that it is not good once more after a crash.
    pub(super) async fn prove(
        &self,
        session: SessionId,
        account: AccountId,
        proof: RightProof,
    ) -> Result<(), CommitError> {
        let mut events = Vec::new();
        let by = self.shown(account, proof, &mut events);
        events.push(AdminEvent::SessionProved { account, session, by }.into());
        self.own_change(account, events).await?;
        if let Some(session) = self.admins.sessions.lock().get_mut(&session) {
            session.proved_until = self.now().plus(PROOF_LIFE);
        }
        Ok(())
    }

    /// Its owner ends one of his or her own sessions. `cause` says from where.
    pub async fn end_own_session(
        &self,
        account: AccountId,
        session: SessionId,
        cause: SessionEnd,
    ) -> Result<bool, CommitError> {
        let is_own = self.admins.sessions.lock().get(&session).is_some_and(|it| it.account == account);
        if !is_own {
            return Ok(false);
        }
        let now = self.now();
        let event: Event = AdminEvent::SessionEnded { account, session, cause }.into();
        // Over at once, also when it cannot be saved: whoever leaves is out.
        self.apply(&event, now);
        let change = self.change_of(vec![event], Actor::Person(account), "", now);
        self.parts.store.commit(change).await?;
        Ok(true)
    }

    /// Ends every session of an admin, by somebody who may.
    pub async fn end_admin_sessions(
        self: &Arc<Self>,
        account: AccountId,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let sessions = self.admin_sessions(Some(account)).iter().map(|session| session.id).collect();
        self.execute(account, Command::EndAdminSessions(sessions), asker).await
    }

    /// Open sessions, of one account or of all, the last used first.
    pub fn admin_sessions(&self, account: Option<AccountId>) -> Vec<AdminSession> {
        let now = self.now();
        let sessions = self.admins.sessions.lock();
        let is_wanted = |session: &&AdminSession| {
            session.is_open(now) && account.is_none_or(|account| account == session.account)
        };
        let mut wanted: Vec<AdminSession> = sessions.values().filter(is_wanted).cloned().collect();
        wanted.sort_by_key(|session| std::cmp::Reverse(session.last_seen));
        wanted
    }
}

/// What the browser calls itself, within its limit and in one line.
fn shortened(client: &str) -> String {
    let mut end = client.len().min(CLIENT_BYTES_MAX);
    while !client.is_char_boundary(end) {
        end -= 1;
    }
    client[..end].replace(char::is_control, " ")
}

pub(crate) fn not_saved(error: CommitError) -> StoreError {
    match error {
        CommitError::Store(error) => error,
        CommitError::NameTaken(_)
        | CommitError::RestrictionNotOpen(_)
        | CommitError::EntryNotOpen(_)
        | CommitError::LinkVoid(_)
        | CommitError::IncidentOpened(_)
        | CommitError::NoSuchAccount(_) => {
            StoreError::Statement { operation: "open a session".to_owned(), source: Box::new(error) }
        }
    }
}

/// Whoever may not do it at all is refused before anything is looked up.
pub(super) const fn no_web_address() -> ExecuteError {
    ExecuteError::Refused(Refusal::NoWebAddress)
}
