//! Whom an account wrote to before Postern counted: learned at once, so that on the first day not everybody is new
//! (checklist G20). A person has it done from the site's own mail log; addresses are hashed here and kept nowhere.

use std::sync::Arc;

use postern_core::command::{Asker, Command};
use postern_core::handle::{check_access, handle};
use postern_core::ids::AccountId;

use super::{Done, ExecuteError};
use crate::engine::Engine;

/// Most addresses of one call. A person has 15 to 300 contacts (outbound reference, c5); who has more is a mailing list.
pub const CONTACTS_MAX: usize = 2_000;

impl Engine {
    /// The account knows these addresses, at most [`CONTACTS_MAX`]; the rest is passed over. No counter moves, and an account
    /// whose past was learned is judged from then on without the room that a first week has.
    pub async fn learn_contacts(
        self: &Arc<Self>,
        account: AccountId,
        addresses: &[String],
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let asked = self.now();
        let facts = self.facts(account).await?;
        let hashes: Vec<u64> =
            addresses.iter().take(CONTACTS_MAX).map(|address| self.recipient(address).address_hash).collect();
        let command = Command::LearnContacts { contacts: hashes.len() as u32 };
        check_access(&facts, &command, &asker).map_err(ExecuteError::Refused)?;
        let events = handle(&facts, &command, &asker, self.fresh_restriction(), asked)
            .map_err(ExecuteError::Refused)?;
        let change = self.change_of(events, asker.actor, &asker.note, asked);
        self.commit_and_apply(&change).await?;
        // Journalled like everything that an account learns by itself.
        self.parts.counters.contacts_met(account, &hashes, asked);
        let events = change.events.into_iter().map(|(_, event)| event).collect();
        Ok(Done { events, receipts: Vec::new(), at: change.at })
    }
}
