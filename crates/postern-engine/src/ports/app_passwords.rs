//! What is kept of app passwords beside what is in memory of each: their hashes, and when they were last used.

use async_trait::async_trait;
use postern_core::app_password::LastUse;
use postern_core::ids::{AccountId, AppPasswordId};

use super::store::StoreError;

/// The part of the store that keeps app passwords.
#[async_trait]
pub trait AppPasswordStore: Send + Sync {
    /// The hashes (Dovecot's scheme notation) of one account's app passwords, or of all, by account and slot.
    async fn app_password_hashes(
        &self,
        of: Option<AccountId>,
    ) -> Result<Vec<(AccountId, AppPasswordId, String)>, StoreError>;

    /// The hash of one.
    async fn app_password_hash(&self, id: AppPasswordId) -> Result<Option<String>, StoreError>;

    /// Notes that one was used; not a change, so without an audit row.
    async fn note_app_password_use(&self, id: AppPasswordId, last: LastUse) -> Result<(), StoreError>;
}
