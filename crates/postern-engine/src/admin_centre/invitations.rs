//! Invitations: a link by which an admin sets up an authenticator app or a passkey, and a password where there is none.
//! With it the first admin enters a new site, and whoever lost an authenticator comes back.
//!
//! The authenticator's secret is made of the link's, so the page that shows it changes nothing and nothing has to
//! be kept until a code proves that the authenticator has it.

use std::collections::VecDeque;
use std::sync::Arc;

use parking_lot::Mutex;
use postern_core::account::Account;
use postern_core::admin::{
    AdminEvent, AuthenticatorApp, BARE_INVITATION_LIFE, INVITATION_LIFE, Invitation, LinkUse,
};
use postern_core::command::{Asker, Command};
use postern_core::ids::{AccountId, AdmissionId};
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;

use super::accept::NotAccepted;
use super::sessions::{AdminAttempt, OpenedSession, RightProof, no_web_address, not_saved};
use super::{CodeUse, codes};
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::ports::{CommitError, StoreError};
use crate::secret;

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

/// Invitations that were used lately, so that whoever presses the button twice is told that it is done. At most
/// [`USED_LINKS_MAX`], and none from before a restart: then the page says that the link does not work, which is true.
#[derive(Default)]
pub(super) struct UsedLinks(Mutex<VecDeque<(AdmissionId, SecretHash)>>);

const USED_LINKS_MAX: usize = 100;

impl UsedLinks {
    pub(super) fn note(&self, used: &Invitation) {
        let mut links = self.0.lock();
        if links.len() >= USED_LINKS_MAX {
            links.pop_front();
        }
        links.push_back((used.id, used.hash));
    }

    fn holds(&self, text: &str) -> bool {
        let Some((id, shown)) = secret::read(text) else { return false };
        let Ok(id) = id.parse::<AdmissionId>() else { return false };
        self.0.lock().iter().any(|&(used, hash)| used == id && secret::is_same(hash, shown))
    }
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
        let opened = self.open_session(account, source, client, RightProof::RootsLink, vec![used]).await;
        opened.map_err(|error| self.put_back(taken, error))
    }

    /// Whoever takes it out has it: of two uses at the same moment, one finds nothing.
    pub(super) fn take(&self, invitation: &Invitation) -> Result<Invitation, NotAccepted> {
        let mut invitations = self.admins.invitations.lock();
        let is_it = invitations.get(&invitation.account).is_some_and(|known| known.id == invitation.id);
        if is_it {
            invitations.remove(&invitation.account).ok_or(NotAccepted::Void)
        } else {
            Err(NotAccepted::Void)
        }
    }

    pub(super) fn put_back(&self, taken: Invitation, error: CommitError) -> NotAccepted {
        self.admins.invitations.lock().insert(taken.account, taken);
        NotAccepted::Store(not_saved(error))
    }

    /// By what a browser is known again that was shown this link: says nothing of it.
    pub fn mark_of_link(&self, text: &str) -> String {
        use base64::Engine as _;
        let seal = secret::seal(self.site_key(), "browser that saw an invitation", &[text.as_bytes()]);
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&seal[..18])
    }

    /// Whether this link was used lately, by whomever.
    pub fn was_accepted(&self, text: &str) -> bool {
        self.admins.used_links.holds(text)
    }

    pub(super) fn invitation_of(&self, text: &str) -> Option<Invitation> {
        let (id, shown) = secret::read(text)?;
        let id: AdmissionId = id.parse().ok()?;
        let invitations = self.admins.invitations.lock();
        let invitation = invitations.values().find(|invitation| invitation.id == id)?;
        let is_good = secret::is_same(invitation.hash, shown) && self.now() < invitation.expires;
        is_good.then(|| invitation.clone())
    }

    pub(super) fn secret_of(&self, invitation: &Invitation) -> [u8; 20] {
        let parts = [&invitation.hash.0[..]];
        let seal = secret::seal(self.site_key(), "authenticator of an invitation", &parts);
        let mut bytes = [0; 20];
        bytes.copy_from_slice(&seal[..20]);
        bytes
    }

    /// The step of a code that the new authenticator shows. Wrong ones are counted as everywhere.
    pub(super) fn invited_step(&self, invitation: &Invitation, code: &str) -> Option<u64> {
        let now = self.now();
        if !self.admins.may_try(invitation.account, CodeUse::Invitation, now) {
            return None;
        }
        let fresh = AuthenticatorApp { secret: self.secret_of(invitation), last_step: 0 };
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
