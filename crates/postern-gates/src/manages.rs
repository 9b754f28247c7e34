//! Who carries out weakforced's management commands: lists, resets and counters. Behind the sign-in gate it is
//! an object, because nothing here is asked once per attempt.

use async_trait::async_trait;
use postern_wire::wforce::{AddEntry, EntryView, Key, KeyStats, List};

/// Why a management command did nothing, as the caller reads it: one line, no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotManaged {
    /// The reason.
    pub reason: String,
}

impl NotManaged {
    /// Because of this.
    pub fn because(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

/// Lists, resets and counters. `actor` is the name of the credential that was shown; a change is audited
/// under it.
#[async_trait]
pub trait Manages: Send + Sync {
    /// Ends the block of a key and forgets what was counted for it.
    async fn reset(&self, actor: &str, key: Key) -> Result<(), NotManaged>;

    /// What is counted for a key, and on which lists it is.
    async fn key_stats(&self, key: Key) -> Result<KeyStats, NotManaged>;

    /// Puts a key on a list; one that is on it already gets the new end and reason.
    async fn add(&self, actor: &str, list: List, entry: AddEntry) -> Result<(), NotManaged>;

    /// Takes a key from a list. One that is not on it is no failure, as in wforce.
    async fn delete(&self, actor: &str, list: List, key: Key) -> Result<(), NotManaged>;

    /// Everything on a list that is in force.
    async fn entries(&self, list: List) -> Result<Vec<EntryView>, NotManaged>;
}
