//! Lists that an admin comes back to: a name and what stands in the address. Each has their own, and nobody sees another's.

use postern_core::ids::AccountId;

use crate::engine::Engine;
use crate::ports::{SavedView, StoreError};

/// Most views of one admin: a row of links that a person still reads.
pub const VIEWS_MAX: usize = 20;
/// Longest name, characters.
pub const VIEW_NAME_CHARS_MAX: usize = 80;
/// Longest query, bytes: a search of 200 characters as an address writes it, and what stands beside it.
const QUERY_BYTES_MAX: usize = 4_000;

/// Why a view was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveViewError {
    /// It has no name, one that is too long, or one with control characters in it.
    #[error("the name will not do")]
    Name,
    /// The query is too long.
    #[error("the query is too long")]
    Query,
    /// There are [`VIEWS_MAX`] already.
    #[error("there are too many views")]
    TooMany,
    /// It could not be saved.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Engine {
    /// The views that this admin saved, by name.
    pub async fn saved_views(&self, account: AccountId) -> Result<Vec<SavedView>, StoreError> {
        self.parts.store.saved_views(account).await
    }

    /// Keeps a view, in place of one of that name.
    pub async fn save_view(&self, account: AccountId, view: SavedView) -> Result<(), SaveViewError> {
        let name = view.name.trim();
        if name.is_empty() || name.chars().count() > VIEW_NAME_CHARS_MAX || name.chars().any(char::is_control)
        {
            return Err(SaveViewError::Name);
        }
        if view.query.len() > QUERY_BYTES_MAX {
            return Err(SaveViewError::Query);
        }
        let view = SavedView { name: name.to_owned(), ..view };
        // One at a time, so that the number holds.
        let _turn = self.view_changes.lock().await;
        let known = self.saved_views(account).await?;
        if known.len() >= VIEWS_MAX && known.iter().all(|known| known.name != view.name) {
            return Err(SaveViewError::TooMany);
        }
        Ok(self.parts.store.save_view(account, view).await?)
    }

    /// Keeps a view no more; one that is gone already stays gone.
    pub async fn drop_view(&self, account: AccountId, name: &str) -> Result<(), StoreError> {
        self.parts.store.drop_view(account, name.to_owned()).await
    }
}
