//! Mails that carry a link or a code. A link's text is made here, in the moment in which its mail is handed over; a code is
//! the caller's, and is kept by nobody here.

use std::sync::Arc;

use postern_core::account::Account;
use postern_core::alternate::{AlternateAddress, LinkPurpose, OwnerLink};
use postern_core::ids::{AccountId, OwnerLinkId};
use postern_core::time::{Span, Timestamp};
use postern_text::Words;
use postern_text::letters::{Letter, LinkLetter};

use crate::engine::Engine;
use crate::outbox::unreadable;
use crate::ports::{ExportError, OwnerLetter};
use crate::secret;

/// How often a mail with a code is tried: a code lives for ten minutes, and one that comes later is worth nothing, so it
/// does not wait in the outbox.
const CODE_TRIES: u32 = 4;
/// The pause between two tries.
const CODE_PAUSE: Span = Span::from_s(15);

/// Where a link of each purpose leads, below the site's address.
pub const fn page_of(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::VerifyAddress => "/confirm-address",
        LinkPurpose::SetPassword => "/set-password",
        LinkPurpose::NotMe => "/not-me",
    }
}

impl Engine {
    /// Mails a code for getting back in to an address that counts; the answer comes at once. How many go out, and how long
    /// the code is good, is the caller's, who has `address` from [`Engine::alternates_for_recovery`].
    pub(crate) fn mail_recovery_code(
        self: &Arc<Self>,
        owner: &Account,
        address: &AlternateAddress,
        code: &str,
        until: Timestamp,
    ) {
        let zone = &self.parts.site.time_zone;
        let letter =
            Words::in_language(owner.language).recovery_code_letter(&owner.primary, code, until, zone);
        let (engine, account) = (self.clone(), owner.id);
        let letter = addressed(letter, &address.address, self.now());
        tokio::spawn(async move { engine.hand_over_code(account, letter).await });
    }

    async fn hand_over_code(&self, account: AccountId, letter: OwnerLetter) {
        for _ in 0..CODE_TRIES {
            match self.parts.notifier.write_to_owner(letter.clone()).await {
                Ok(()) => return,
                Err(error) => tracing::warn!(
                    %account, error = &error as &dyn std::error::Error, "a mail with a code was not handed over"
                ),
            }
            self.parts.clock.sleep(CODE_PAUSE).await;
        }
    }

    /// Mails a link that was ordered, unless it is void meanwhile. Each try has a text of its own, and only the last one's
    /// works.
    pub(crate) async fn mail_link(&self, account: AccountId, link: OwnerLinkId) -> Result<(), ExportError> {
        let store = &self.parts.store;
        let Some(link) = store.owner_link(link).await.map_err(unreadable)? else { return Ok(()) };
        let Some(owner) = store.account(account).await.map_err(unreadable)? else { return Ok(()) };
        let known = store.alternates(account).await.map_err(unreadable)?;
        let Some(address) = known.into_iter().find(|address| Some(address.id) == link.alternate) else {
            return Ok(());
        };
        let now = self.now();
        let until = now.plus(link.purpose.life());
        let Some(url) = self.armed(&link, until).await? else { return Ok(()) };
        let about =
            LinkLetter { account: &owner.primary, link: &url, until, zone: &self.parts.site.time_zone };
        let words = Words::in_language(owner.language);
        let letter = match link.purpose {
            LinkPurpose::VerifyAddress => words.address_check_letter(&about),
            LinkPurpose::SetPassword => words.password_link_letter(&about),
            // A notice brings its own.
            LinkPurpose::NotMe => return Ok(()),
        };
        self.parts.notifier.write_to_owner(addressed(letter, &address.address, now)).await
    }

    /// Makes a link's text; its hash is durable before anybody has it. `None`: it is void, or leads nowhere.
    pub(super) async fn armed(
        &self,
        link: &OwnerLink,
        until: Timestamp,
    ) -> Result<Option<String>, ExportError> {
        let Some(public_url) = &self.parts.site.public_url else { return Ok(None) };
        let (text, hash) = secret::mint(&link.id.to_string(), self.parts.entropy.as_ref());
        let armed = OwnerLink { mailed: Some((hash, until)), ..link.clone() };
        let is_open = self.parts.store.arm_owner_link(armed).await.map_err(unreadable)?;
        Ok(is_open.then(|| format!("{public_url}{}/{text}", page_of(link.purpose))))
    }
}

pub(super) fn addressed(letter: Letter, to: &str, at: Timestamp) -> OwnerLetter {
    OwnerLetter { to: to.to_owned(), subject: letter.subject, text: letter.text, html: letter.html, at }
}
