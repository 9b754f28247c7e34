//! Links that were mailed to an owner: opened as often as anybody likes, used once. A link that is used, over, void, foreign
//! or malformed is the same to whoever holds it.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use postern_core::account::Language;
use postern_core::alternate::{AlternateAddress, AlternateCommand, LinkPurpose, OwnerLink};
use postern_core::command::{Asker, Command};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::time::Timestamp;

use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::{CommitError, StoreError};
use crate::secret;

/// What the page of a link that works may say.
#[derive(Clone, Debug)]
pub struct OpenOwnerLink {
    /// Of which account.
    pub account: AccountName,
    /// The alternate address that it was mailed to.
    pub address: Option<AlternateAddress>,
    /// The language of its owner.
    pub language: Language,
    /// When it ends unused.
    pub expires: Timestamp,
    /// Goes into the form and has to come back with it.
    pub form_seal: String,
}

/// What became of the use of a link.
pub enum LinkUsed {
    /// It was used.
    Done(Done),
    /// It does not work (any more), or the form is another link's.
    Void,
}

/// Whoever holds a mailed link, and is nobody else here.
pub(super) const fn link_holder() -> Asker {
    Asker { actor: Actor::LinkHolder, roles: Vec::new(), reach: Reach::ALL_DOMAINS, note: String::new() }
}

impl Engine {
    /// The link that a text names, for showing its page. Changes nothing, however often it is asked.
    pub async fn open_owner_link(
        &self,
        text: &str,
        purpose: LinkPurpose,
    ) -> Result<Option<OpenOwnerLink>, StoreError> {
        let Some((link, expires)) = self.owner_link_of(text, purpose).await? else { return Ok(None) };
        let Some(owner) = self.parts.store.account(link.account).await? else { return Ok(None) };
        let address = self.address_of(&link).await?;
        if link.alternate.is_some() && address.is_none() {
            return Ok(None);
        }
        let form_seal = self.owner_form_seal(&link);
        let language = owner.language;
        Ok(Some(OpenOwnerLink { account: owner.primary, address, language, expires, form_seal }))
    }

    /// Says that the mail to an alternate address arrives.
    pub async fn verify_alternate(
        self: &Arc<Self>,
        text: &str,
        form_seal: &str,
    ) -> Result<LinkUsed, ExecuteError> {
        let _turn = self.owner.turn.lock().await;
        let link = self.used_link(text, form_seal, LinkPurpose::VerifyAddress).await?;
        let Some(link) = link else { return Ok(LinkUsed::Void) };
        let Some(address) = self.address_of(&link).await? else { return Ok(LinkUsed::Void) };
        // Mail may be sent on since it was added.
        self.check_trap(link.account, &address.address).await?;
        let command = Command::Alternate(AlternateCommand::Verify { address, link: link.id });
        self.used(self.execute(link.account, command, link_holder()).await)
    }

    /// Sets a new password by a link.
    pub async fn set_password_by_link(
        self: &Arc<Self>,
        text: &str,
        form_seal: &str,
        new: Password,
    ) -> Result<LinkUsed, ExecuteError> {
        let link = self.used_link(text, form_seal, LinkPurpose::SetPassword).await?;
        let Some(link) = link else { return Ok(LinkUsed::Void) };
        let Some(address) = self.address_of(&link).await? else { return Ok(LinkUsed::Void) };
        // What counted when it was mailed may be under suspicion by now.
        if postern_core::alternate::counts(&address, self.suspicious_since(link.account)).is_err() {
            return Ok(LinkUsed::Void);
        }
        let command = Command::Alternate(AlternateCommand::SetPasswordByLink(link.id));
        let owner = self.check(link.account, &command, &link_holder()).await?;
        let hash = self.hash_for(&owner, new, false, "").await?;
        self.used(self.execute_with(link.account, command, link_holder(), Some(hash), None).await)
    }

    /// Of two uses at the same moment the store lets one be.
    pub(super) fn used(&self, answer: Result<Done, ExecuteError>) -> Result<LinkUsed, ExecuteError> {
        match answer {
            Ok(done) => Ok(LinkUsed::Done(done)),
            Err(ExecuteError::Commit(CommitError::LinkVoid(_))) => Ok(LinkUsed::Void),
            Err(error) => Err(error),
        }
    }

    /// The link whose form was sent.
    pub(super) async fn used_link(
        &self,
        text: &str,
        form_seal: &str,
        purpose: LinkPurpose,
    ) -> Result<Option<OwnerLink>, StoreError> {
        let found = self.owner_link_of(text, purpose).await?;
        Ok(found.map(|(link, _)| link).filter(|link| {
            let right = self.owner_form_seal(link);
            subtle::ConstantTimeEq::ct_eq(form_seal.as_bytes(), right.as_bytes()).into()
        }))
    }

    async fn owner_link_of(
        &self,
        text: &str,
        purpose: LinkPurpose,
    ) -> Result<Option<(OwnerLink, Timestamp)>, StoreError> {
        let Some((id, shown)) = secret::read(text) else { return Ok(None) };
        let Ok(id) = id.parse() else { return Ok(None) };
        let Some(link) = self.parts.store.owner_link(id).await? else { return Ok(None) };
        let Some((kept, until)) = link.mailed else { return Ok(None) };
        let is_good = secret::is_same(kept, shown) && link.purpose == purpose && link.is_good(self.now());
        Ok(is_good.then_some((link, until)))
    }

    async fn address_of(&self, link: &OwnerLink) -> Result<Option<AlternateAddress>, StoreError> {
        let Some(alternate) = link.alternate else { return Ok(None) };
        Ok(self.alternates(link.account).await?.into_iter().find(|address| address.id == alternate))
    }

    /// A scanner that asks for the page has it too; one that sends a form without having read the page has not.
    fn owner_form_seal(&self, link: &OwnerLink) -> String {
        let hash = link.mailed.map(|(hash, _)| hash.0).unwrap_or_default();
        let parts = [&hash[..], link.purpose.code().as_bytes()];
        URL_SAFE_NO_PAD.encode(secret::seal(self.site_key(), "form of a mailed link", &parts))
    }
}
