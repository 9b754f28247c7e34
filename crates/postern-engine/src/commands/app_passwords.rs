//! App passwords that are made and taken back: by their owner, or by an admin for somebody.

use std::sync::Arc;

use postern_core::app_password::{
    AppPassword, AppPasswordCommand, AppPasswordEvent, AppPasswordRefusal, free_slot,
};
use postern_core::command::{Asker, Command};
use postern_core::event::Event;
use postern_core::handle::handle;
use postern_core::ids::{AccountId, AppPasswordId};
use postern_core::protocol::Protocols;
use postern_core::refusal::Refusal;

use super::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::{Password, fresh_app_password};

/// An app password that was just made: the only moment at which its text exists outside its hash.
pub struct MadeAppPassword {
    /// What was done, with its receipts.
    pub done: Done,
    /// It.
    pub made: AppPassword,
    /// Its text.
    pub text: String,
    /// Every point that has passwords has it.
    pub is_in_force: bool,
}

/// So often another slot is chosen when somebody took it meanwhile.
const SLOTS_TRIED_MAX: u32 = 4;

impl Engine {
    /// Makes an app password for a device, good for these protocols. Its text is handed back once.
    pub async fn add_app_password(
        self: &Arc<Self>,
        account: AccountId,
        name: &str,
        protocols: Protocols,
        asker: Asker,
    ) -> Result<MadeAppPassword, ExecuteError> {
        let mut tried = 1;
        loop {
            let added = self.add_in_free_slot(account, name, protocols, asker.clone()).await;
            let slot_taken = Refusal::AppPassword(AppPasswordRefusal::SlotTaken);
            match added {
                Err(ExecuteError::Refused(refusal)) if refusal == slot_taken && tried < SLOTS_TRIED_MAX => {
                    tried += 1;
                }
                answer => return answer,
            }
        }
    }

    async fn add_in_free_slot(
        self: &Arc<Self>,
        account: AccountId,
        name: &str,
        protocols: Protocols,
        asker: Asker,
    ) -> Result<MadeAppPassword, ExecuteError> {
        let facts = self.facts(account).await?;
        let entropy = self.parts.entropy.as_ref();
        let mut random = [0; 8];
        entropy.fill(&mut random);
        let new = AppPassword {
            id: AppPasswordId::from_random(u64::from_le_bytes(random)),
            account,
            // Where none is free the rules say so.
            slot: free_slot(&facts.app_passwords).unwrap_or(1),
            name: name.to_owned(),
            protocols,
            created: self.now(),
            last_used: None,
        };
        let command = Command::AppPassword(AppPasswordCommand::Add(new.clone()));
        // Whoever may not make one costs nothing.
        handle(&facts, &command, &asker, self.fresh_restriction(), self.now())
            .map_err(ExecuteError::Refused)?;
        let text = fresh_app_password(entropy, new.slot);
        let hash = self.passwords.hash_app_password(Password::new(text.clone())?, entropy).await?;
        let done = self.execute_with(account, command, asker, Some(hash), None).await?;
        let made = done.events.iter().find_map(|event| match event {
            Event::AppPassword(AppPasswordEvent::Added(added)) => Some(added.clone()),
            _ => None,
        });
        let is_in_force = self.has_arrived_in_files(&done);
        Ok(MadeAppPassword { made: made.unwrap_or(new), text, is_in_force, done })
    }

    /// Takes one back, or every one.
    pub async fn revoke_app_passwords(
        self: &Arc<Self>,
        account: AccountId,
        which: Option<AppPasswordId>,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let command = which.map_or(AppPasswordCommand::RevokeAll, AppPasswordCommand::Revoke);
        self.execute(account, Command::AppPassword(command), asker).await
    }
}
