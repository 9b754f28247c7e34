//! What an owner is reached by beside the mailbox: alternate addresses, the mails that go there, and the links in them.
//!
//! **Map.** [`addresses`]: adding and removing addresses, and which of them count for recovery. [`links`]: the links that are
//! mailed, opened and used once. [`disowned`]: "this was not me". [`letters`]: mails with a link or a code. [`notices`]: telling of changes. [`security`]: the owner at "My security".
//! `budget`: how many mails go out about one account in an hour.
//!
//! **Promise.** The text of a link is made when its mail is handed over and is in that mail alone; the store has its SHA-256.

pub mod addresses;
mod budget;
pub mod disowned;
pub mod letters;
pub mod links;
mod notices;
pub mod security;

use parking_lot::Mutex;
use postern_core::ids::{AccountId, EventId};
use std::collections::HashMap;

pub use addresses::AlternateDone;
pub use budget::{MAILS_REMEMBERED_MAX, NOTICES_PER_HOUR_MAX};
pub use links::{LinkUsed, OpenOwnerLink};

use budget::Budget;

/// What is remembered of mails to owners; forgotten with the process.
#[derive(Default)]
pub(crate) struct OwnerDesk {
    /// Commands about alternate addresses take turns, so that two at once do not make one too many.
    turn: tokio::sync::Mutex<()>,
    budget: Budget,
    /// The newest change of each account that its owner was told of.
    told: Mutex<HashMap<AccountId, EventId>>,
}

impl OwnerDesk {
    /// Nothing of the account stays.
    pub(crate) fn forget(&self, account: AccountId) {
        self.told.lock().remove(&account);
        self.budget.forget(account);
    }
}
