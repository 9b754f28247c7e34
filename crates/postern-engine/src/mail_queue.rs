//! The queued mail of one account: seen, held when its sending is restricted, and changed as a person decided.
//!
//! The queue names a message by its id and by an envelope sender that anybody can write; whose it is the gates saw
//! ([`Engine::envelopes_of_account`]). A message is an account's own only when it is in both, and came when the gate saw
//! it: short queue ids come again. Both are looked up anew before each change, so nothing is done by an old list.
//!
//! What the gates saw is in memory only: mail from before the last start is nobody's here, and is left alone. This file
//! does not know how a queue is reached, and decides about no restriction.

use std::collections::{HashMap, HashSet};

use postern_core::effect::QueueSelection;
use postern_core::ids::AccountId;
use postern_core::mail_queue::{QueueAction, QueueId};
use postern_core::restriction::RestrictionKind;

use crate::engine::Engine;
use crate::ports::{ExportError, QueuedMessage};
use crate::sending::Envelope;

/// Most looks at the queue within one change: the listing is no snapshot, and mail moves between its parts, so it is
/// looked at until nothing is left to do.
const LOOKS_MAX: u32 = 10;

/// A message in the queue, and what the gate saw of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedMail {
    /// As the queue has it.
    pub message: QueuedMessage,
    /// As the gate saw it.
    pub envelope: Envelope,
}

impl Engine {
    /// Whether the site lets us at its mail server's queue.
    pub fn has_mail_queue(&self) -> bool {
        self.parts.mail_queue.is_configured()
    }

    /// The account's mail that is in the queue now, newest first.
    pub async fn queue_of(&self, account: AccountId) -> Result<Vec<QueuedMail>, ExportError> {
        if !self.has_mail_queue() {
            return Err(ExportError::NotConfigured);
        }
        let mut envelopes: HashMap<QueueId, Envelope> = self
            .envelopes_of_account(account)
            .into_iter()
            .filter_map(|envelope| Some((QueueId::parse(&envelope.queue_id)?, envelope)))
            .collect();
        let wanted: HashSet<QueueId> = envelopes.keys().cloned().collect();
        let listed = self.parts.mail_queue.list(&wanted).await?;
        let mut mails: Vec<QueuedMail> = listed
            .into_iter()
            .filter_map(|message| Some((envelopes.remove(&message.id)?, message)))
            .filter(|(envelope, message)| envelope.may_have_come_at(message.arrived))
            .map(|(envelope, message)| QueuedMail { message, envelope })
            .collect();
        mails.sort_by(|one, other| {
            (other.envelope.at, &other.message.id).cmp(&(one.envelope.at, &one.message.id))
        });
        Ok(mails)
    }

    /// Holds everything of the account that is in the queue, unless its sending is open again by now; how many messages
    /// it was.
    pub(crate) async fn hold_queue_of_restricted(&self, account: AccountId) -> Result<u32, ExportError> {
        let now = self.now();
        if self.open.in_force(account, RestrictionKind::SendingRestricted, now).is_none() {
            return Ok(0);
        }
        self.change_and_note(account, QueueAction::Hold, &QueueSelection::SentUntil(now), true).await
    }

    /// Does `action` with these of the account's messages, until a look at the queue finds none left; how many it was.
    pub(crate) async fn change_queue_now(
        &self,
        account: AccountId,
        action: QueueAction,
        which: &QueueSelection,
    ) -> Result<u32, ExportError> {
        self.change_and_note(account, action, which, false).await
    }

    /// The same, noted for an undo where a containment does it.
    async fn change_and_note(
        &self,
        account: AccountId,
        action: QueueAction,
        which: &QueueSelection,
        is_noted: bool,
    ) -> Result<u32, ExportError> {
        let mut changed = 0_u32;
        for _ in 0..LOOKS_MAX {
            let mails = self.queue_of(account).await?;
            let ids: Vec<QueueId> = mails
                .into_iter()
                .filter(|mail| mail.is_in(which) && mail.message.state.is_changed_by(action))
                .map(|mail| mail.message.id)
                .collect();
            if ids.is_empty() {
                break;
            }
            if is_noted {
                self.note_held(account, &ids).await;
            }
            let done = self.parts.mail_queue.change(action, &ids).await?;
            if action == QueueAction::Delete {
                ids.iter().for_each(|id| self.forget_envelope(id.as_str()));
            }
            if done == 0 {
                // They have left meanwhile, or stand so already.
                break;
            }
            changed = changed.saturating_add(done);
        }
        Ok(changed)
    }
}

impl QueuedMail {
    /// Whether it is one of these.
    pub(crate) fn is_in(&self, which: &QueueSelection) -> bool {
        match which {
            QueueSelection::SentUntil(moment) => self.envelope.at <= *moment,
            QueueSelection::These(ids) => ids.contains(&self.message.id),
        }
    }
}
