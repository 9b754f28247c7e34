//! A person decides about mail in the queue: a look at the queue, the rules, one transaction, then the queue itself
//! with its receipt.
//!
//! What was decided is durable before anything is done, and is tried once: the person is told at once whether it
//! worked. Whose a message is, and how it is found again, is in `mail_queue`.

use std::sync::Arc;

use postern_core::command::{Asker, Command};
use postern_core::effect::{Effect, QueueSelection};
use postern_core::handle::{check_access, handle};
use postern_core::ids::AccountId;
use postern_core::mail_queue::{QueueAction, QueueId};
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;

use super::{Done, ExecuteError};
use crate::engine::Engine;
use crate::mail_queue::QueuedMail;

/// Which messages a person means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueChoice {
    /// Everything that the account has in the queue.
    All,
    /// These, at most [`postern_core::effect::QUEUE_IDS_MAX`].
    These(Vec<QueueId>),
}

impl Engine {
    /// Holds, releases or deletes mail of the account that is in the queue.
    pub async fn change_queue(
        self: &Arc<Self>,
        account: AccountId,
        action: QueueAction,
        choice: QueueChoice,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let asked = self.now();
        let facts = self.facts(account).await?;
        // Whoever may not change it learns nothing of it in this way, and starts no program.
        let command = |messages| Command::ChangeQueue { action, messages };
        check_access(&facts, &command(0), &asker).map_err(ExecuteError::Refused)?;
        let mails = self.queue_of(account).await.map_err(ExecuteError::Queue)?;
        let which = selection(choice, &mails, asked).map_err(ExecuteError::Refused)?;
        let chosen =
            mails.iter().filter(|mail| mail.is_in(&which) && mail.message.state.is_changed_by(action));
        let events = handle(&facts, &command(chosen.count() as u32), &asker, self.fresh_restriction(), asked)
            .map_err(ExecuteError::Refused)?;
        let mut change = self.change_of(events, asker.actor, &asker.note, asked);
        change.effects.push((self.fresh_effect(), Effect::ChangeQueue { account, action, which }));
        self.commit_and_apply(&change).await?;
        let receipts = self.receipts_of(&change).await;
        let events = change.events.into_iter().map(|(_, event)| event).collect();
        Ok(Done { events, receipts, at: change.at })
    }
}

/// A message that is named and is not there is a mistake or somebody else's: then nothing is done with the others either.
fn selection(choice: QueueChoice, mails: &[QueuedMail], asked: Timestamp) -> Result<QueueSelection, Refusal> {
    match choice {
        QueueChoice::All => Ok(QueueSelection::SentUntil(asked)),
        QueueChoice::These(ids) => {
            match ids.iter().find(|id| mails.iter().all(|mail| mail.message.id != **id)) {
                Some(id) => Err(Refusal::NotInQueue { id: id.clone() }),
                None => Ok(QueueSelection::These(ids)),
            }
        }
    }
}
