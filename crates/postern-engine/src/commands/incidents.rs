//! A person's commands about an incident: the mail that a containment held is looked up for an undo, then it is one command as
//! any other.

use std::sync::Arc;

use postern_core::access;
use postern_core::command::{Asker, Command, CommandKind};
use postern_core::effect::{Effect, Point, QUEUE_IDS_MAX, QueueSelection};
use postern_core::ids::{AccountId, IncidentId};
use postern_core::incident::{Incident, IncidentCause, IncidentCommand, IncidentDeed, IncidentRefusal};
use postern_core::mail_queue::{QueueAction, QueueId};
use postern_core::refusal::Refusal;

use super::{Done, ExecuteError};
use crate::engine::Engine;
use crate::ports::Change;

/// What a person wants of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentWish {
    /// This one looks after it, or nobody.
    Assign(Option<AccountId>),
    /// It is over.
    Close(IncidentCause),
    /// It was a false alarm.
    Undo,
    /// It is not over after all.
    Reopen,
}

impl Engine {
    /// Does it, if the incident is still as the asker saw it.
    pub async fn change_incident(
        self: &Arc<Self>,
        id: IncidentId,
        seen: u32,
        wish: IncidentWish,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let none = || ExecuteError::Refused(Refusal::Incident(IncidentRefusal::NotOpen));
        let incident = self.parts.store.incident(id).await?.ok_or_else(none)?;
        let account = incident.account;
        if let IncidentWish::Assign(Some(owner)) = wish {
            self.check_owner_of_incident(owner, account, &asker).await?;
        }
        let deed = match wish {
            IncidentWish::Assign(owner) => IncidentDeed::Assign(owner),
            IncidentWish::Close(cause) => IncidentDeed::Close(cause),
            IncidentWish::Reopen => IncidentDeed::Reopen(Box::new(incident)),
            IncidentWish::Undo => IncidentDeed::Undo { held: self.held_with(&incident).await? },
        };
        let command = Command::Incident(IncidentCommand { incident: id, seen, deed });
        let done = self.execute(account, command, asker).await;
        match done {
            // The account is gone, or of a domain that is not the asker's.
            Err(ExecuteError::Refused(Refusal::NoSuchAccount)) => Err(none()),
            done => done,
        }
    }

    /// Whoever looks after one can do something about it, and is somebody whom the asker's roles are for.
    async fn check_owner_of_incident(
        &self,
        owner: AccountId,
        account: AccountId,
        asker: &Asker,
    ) -> Result<(), ExecuteError> {
        let store = &self.parts.store;
        let (owner, account) = (store.account(owner).await?, store.account(account).await?);
        let may = owner.zip(account).is_some_and(|(owner, account)| {
            access::any_may(&owner.roles, &owner.reach, CommandKind::Contain)
                && owner.reach.covers(&account.primary)
                && asker.reach.covers(&owner.primary)
        });
        if may { Ok(()) } else { Err(Refusal::NotAnAdmin.into()) }
    }

    /// The messages that its containment held. All are meant, also those that are being held at this moment: one that is gone or
    /// not held is no error.
    pub(crate) async fn held_with(&self, incident: &Incident) -> Result<Vec<QueueId>, ExecuteError> {
        Ok(self.parts.store.held_by(incident.id).await?)
    }

    /// An undo lets exactly the mail go that its containment held.
    pub(super) fn release_held_with(&self, change: &mut Change, account: AccountId, command: &Command) {
        let Command::Incident(IncidentCommand { deed: IncidentDeed::Undo { held }, .. }) = command else {
            return;
        };
        if !self.has_point(Point::MailQueue) {
            return;
        }
        for ids in held.chunks(QUEUE_IDS_MAX) {
            let which = QueueSelection::These(ids.to_vec());
            let release = Effect::ChangeQueue { account, action: QueueAction::Release, which };
            change.effects.push((self.fresh_effect(), release));
        }
    }
}
