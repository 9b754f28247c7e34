//! Invitations: a link by which an admin sets a second factor, and a password where there is none. With it the first
//! admin enters a new site, and whoever lost an authenticator comes back.
//!
//! The authenticator's secret is made of the link's, so the page that shows it changes nothing and nothing has to
//! be kept until a code proves that the authenticator has it.

use std::sync::Arc;

use parking_lot::Mutex as Cell;
use postern_core::account::{Account, Role};
use postern_core::admin::{
    AdminEvent, BARE_INVITATION_LIFE, INVITATION_LIFE, Invitation, LinkUse, PROOF_LIFE, ROOT_PROOF_LIFE,
    SecondFactor,
};
use postern_core::command::{Asker, Command};
use postern_core::ids::{AccountId, AdmissionId};
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::time::Timestamp;

use super::CodeUse;
use super::codes;
use super::sessions::{AdminAttempt, OpenedSession, no_web_address, not_saved};
use crate::ask::SignInAsk;
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::{CommitError, StoreError};
use crate::secret;
use crate::sign_in::{ApplicationAsk, ApplicationVerdict, AuthenticateError};

/// A new password has at least so many characters (NIST 800-63B-4, section 3.1.1: mail clients show nothing else).
pub const NEW_PASSWORD_CHARS_MIN: usize = 15;

/// A link that was just made: the only moment at which its text exists.
pub struct OfferedInvitation {
    /// What was done.
    pub done: Done,
    /// Where it leads.
    pub link: String,
    /// When it ends unused.
    pub expires: Timestamp,
}

/// What the page of an invitation that works shows.
#[derive(Clone)]
pub struct OpenInvitation {
    /// Who is invited.
    pub account: Account,
    /// What the link is good for.
    pub opens: LinkUse,
    /// The account has a password, which is asked for; else one is set.
    pub has_password: bool,
    /// What the authenticator is told, as letters and digits (RFC 4648).
    pub secret: String,
    /// The same as an address that a phone reads.
    pub address: String,
    /// When it ends unused.
    pub expires: Timestamp,
}

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
    /// Invites an admin: whoever holds a role. An older invitation is void; the second factor that he or she has stays
    /// good until the new one is set.
    pub async fn invite_admin(
        self: &Arc<Self>,
        account: AccountId,
        opens: LinkUse,
        asker: Asker,
    ) -> Result<OfferedInvitation, ExecuteError> {
        let public_url = self.parts.site.public_url.clone().ok_or_else(no_web_address)?;
        let credential = self.parts.store.credential(account).await?;
        let has_password = credential.as_ref().is_some_and(|it| it.password_hash.is_some());
        if opens == LinkUse::SetUp && credential.is_some_and(|it| it.is_gate_only) {
            return Err(ExecuteError::Refused(Refusal::PasswordKeptElsewhere));
        }
        let id = AdmissionId::from_random(self.parts.entropy.next_u64());
        let (text, hash) = secret::mint(&id.to_string(), self.parts.entropy.as_ref());
        let life = match opens {
            LinkUse::SetUp if has_password => INVITATION_LIFE,
            LinkUse::SetUp | LinkUse::SignIn => BARE_INVITATION_LIFE,
        };
        let expires = self.now().plus(life);
        let invitation = Invitation { id, account, hash, expires, opens };
        let done = self.execute(account, Command::InviteAdmin(invitation), asker).await?;
        Ok(OfferedInvitation { done, link: format!("{public_url}/admin/begin/{text}"), expires })
    }

    /// What the link's page shows. Changes nothing, however often it is asked.
    pub async fn open_invitation(&self, text: &str) -> Result<Option<OpenInvitation>, StoreError> {
        let Some(invitation) = self.invitation_of(text) else { return Ok(None) };
        let Some(account) = self.parts.store.account(invitation.account).await? else { return Ok(None) };
        if !account.is_admin() {
            return Ok(None);
        }
        let credential = self.parts.store.credential(account.id).await?;
        let has_password = credential.is_some_and(|credential| credential.password_hash.is_some());
        let secret = totp_rs::Secret::from(self.secret_of(&invitation)).to_base32();
        let address = self.authenticator_address(&account, &secret);
        Ok(Some(OpenInvitation {
            opens: invitation.opens,
            account,
            has_password,
            secret,
            address,
            expires: invitation.expires,
        }))
    }

    /// Signs in by a link that root made for it, once.
    pub async fn enter_by_link(
        &self,
        text: &str,
        attempt: &AdminAttempt<'_>,
    ) -> Result<OpenedSession, NotAccepted> {
        let invitation = self.invitation_of(text).filter(|it| it.opens == LinkUse::SignIn);
        let invitation = invitation.ok_or(NotAccepted::Void)?;
        let account = invitation.account;
        if !self.parts.store.account(account).await?.is_some_and(|account| account.is_admin()) {
            return Err(NotAccepted::Void);
        }
        let taken = self.take(&invitation)?;
        let used = AdminEvent::LinkUsed { account }.into();
        let (source, client) = (attempt.source, attempt.client);
        let opened = self.open_session(account, source, client, None, vec![used], ROOT_PROOF_LIFE).await;
        opened.map_err(|error| self.put_back(taken, error))
    }

    /// Whoever takes it out has it: of two uses at the same moment, one finds nothing.
    fn take(&self, invitation: &Invitation) -> Result<Invitation, NotAccepted> {
        let mut invitations = self.admins.invitations.lock();
        let is_it = invitations.get(&invitation.account).is_some_and(|known| known.id == invitation.id);
        if is_it {
            invitations.remove(&invitation.account).ok_or(NotAccepted::Void)
        } else {
            Err(NotAccepted::Void)
        }
    }

    fn put_back(&self, taken: Invitation, error: CommitError) -> NotAccepted {
        self.admins.invitations.lock().insert(taken.account, taken);
        NotAccepted::Store(not_saved(error))
    }

    /// Sets the second factor, and the password of an account that has none, and signs in.
    pub async fn accept_invitation(
        self: &Arc<Self>,
        text: &str,
        password: NewPassword,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Accepted, NotAccepted> {
        let invitation = self.invitation_of(text).filter(|it| it.opens == LinkUse::SetUp);
        let invitation = invitation.ok_or(NotAccepted::Void)?;
        let account = self.parts.store.account(invitation.account).await?.filter(Account::is_admin);
        let account = account.ok_or(NotAccepted::Void)?;
        let credential = self.parts.store.credential(account.id).await?;
        let has_password = credential.is_some_and(|credential| credential.password_hash.is_some());
        match (password, has_password) {
            (NewPassword::Known(password), true) => {
                let step = self.vouched(&account, &invitation, password, attempt).await?;
                let taken = self.take(&invitation)?;
                self.enter(taken, step, attempt).await
            }
            (NewPassword::New(password), false) => {
                let step = self.invited_step(&invitation, attempt.code).ok_or(NotAccepted::Wrong)?;
                // Before the password is set: of two at the same moment, one sets its own and the other nothing.
                let taken = self.take(&invitation)?;
                if let Err(error) = self.set_first_password(account.id, password).await {
                    self.admins.invitations.lock().insert(taken.account, taken);
                    return Err(error);
                }
                self.enter(taken, step, attempt).await
            }
            (NewPassword::Known(_), false) | (NewPassword::New(_), true) => Err(NotAccepted::Wrong),
        }
    }

    /// The account's password and a code of the new authenticator, under the rules of signing in.
    async fn vouched(
        &self,
        account: &Account,
        invitation: &Invitation,
        password: Password,
        attempt: &AdminAttempt<'_>,
    ) -> Result<u64, NotAccepted> {
        let handle = self.fresh_handle();
        let ask = SignInAsk {
            login: account.primary.as_str(),
            remote: attempt.source,
            protocol: "admin",
            session: &handle,
            device: attempt.client,
            ..SignInAsk::default()
        };
        let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
        let step = Cell::new(None);
        let also = |_: AccountId| {
            let right = self.invited_step(invitation, attempt.code);
            *step.lock() = right;
            right.is_some()
        };
        let answer = self.authenticate_also(&ask, password, &also).await?;
        match (answer.verdict, step.into_inner()) {
            (ApplicationVerdict::Allow, Some(step)) => Ok(step),
            (ApplicationVerdict::Wait, _) => Err(NotAccepted::Wait),
            (ApplicationVerdict::Allow | ApplicationVerdict::Refuse, _) => Err(NotAccepted::Wrong),
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
        let asker = Asker { actor: Actor::LinkHolder, roles: Role::ALL.to_vec(), note: String::new() };
        let text = std::str::from_utf8(password.as_bytes()).unwrap_or_default().to_owned();
        self.set_password(account, &text, asker).await?;
        Ok(())
    }

    async fn enter(
        &self,
        taken: Invitation,
        step: u64,
        attempt: &AdminAttempt<'_>,
    ) -> Result<Accepted, NotAccepted> {
        let account = taken.account;
        let (recovery_codes, recovery) = codes::fresh_recovery_codes(self.parts.entropy.as_ref());
        let factor = SecondFactor { secret: self.secret_of(&taken), last_step: step, recovery };
        let set = AdminEvent::FactorSet { account, factor }.into();
        let (source, client) = (attempt.source, attempt.client);
        let opened = self.open_session(account, source, client, None, vec![set], PROOF_LIFE).await;
        match opened {
            Ok(opened) => Ok(Accepted { recovery_codes, opened }),
            Err(error) => Err(self.put_back(taken, error)),
        }
    }

    fn invitation_of(&self, text: &str) -> Option<Invitation> {
        let (id, shown) = secret::read(text)?;
        let id: AdmissionId = id.parse().ok()?;
        let invitations = self.admins.invitations.lock();
        let invitation = invitations.values().find(|invitation| invitation.id == id)?;
        let is_good = secret::is_same(invitation.hash, shown) && self.now() < invitation.expires;
        is_good.then(|| invitation.clone())
    }

    fn secret_of(&self, invitation: &Invitation) -> [u8; 20] {
        let parts = [&invitation.hash.0[..]];
        let seal = secret::seal(self.site_key(), "authenticator of an invitation", &parts);
        let mut bytes = [0; 20];
        bytes.copy_from_slice(&seal[..20]);
        bytes
    }

    /// The step of a code that the new authenticator shows. Wrong ones are counted as everywhere.
    fn invited_step(&self, invitation: &Invitation, code: &str) -> Option<u64> {
        let now = self.now();
        if !self.admins.may_try(invitation.account, CodeUse::Invitation, now) {
            return None;
        }
        let fresh = SecondFactor { secret: self.secret_of(invitation), last_step: 0, recovery: Vec::new() };
        codes::look_for_step(&fresh, code, now)
    }

    /// `otpauth://totp/…`, as authenticators read it.
    fn authenticator_address(&self, account: &Account, secret: &str) -> String {
        let host = self.parts.site.public_url.as_deref().map_or("", host_of);
        let issuer = escaped(&format!("Postern {host}"));
        let name = escaped(account.primary.as_str());
        format!("otpauth://totp/{issuer}:{name}?secret={secret}&issuer={issuer}")
    }
}

fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// Per cent, for all but letters, digits, `-`, `.` and `_` (RFC 3986).
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => escaped.push(char::from(byte)),
            other => escaped.push_str(&format!("%{other:02X}")),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authenticator_is_told_whose_it_is() {
        assert_eq!(host_of("https://postern.contoso.example:8443/mail"), "postern.contoso.example");
        assert_eq!(escaped("rob@contoso.example"), "rob%40contoso.example");
        assert_eq!(escaped("Jānis b"), "J%C4%81nis%20b");
    }
}
