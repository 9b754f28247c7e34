//! Requests for help, in `state.db`. They are asked and answered by events.

use async_trait::async_trait;
use postern_core::help_request::HelpRequest;
use postern_core::ids::{AccountId, HelpRequestId};
use postern_core::name::AccountName;
use postern_core::reach::Reach;

use super::store::StoreError;

/// Which requests.
#[derive(Clone, Debug)]
pub struct HelpFilter {
    /// Only about this account.
    pub account: Option<AccountId>,
    /// Only those that nobody has answered.
    pub only_open: bool,
    /// Only about accounts for whose domains somebody's roles are.
    pub reach: Reach,
    /// At most so many.
    pub limit: u32,
}

/// A request, and whose account it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// The request.
    pub request: HelpRequest,
    /// The account's address and display name.
    pub account: (AccountName, String),
}

/// Requests for help.
#[async_trait]
pub trait HelpStore: Send + Sync {
    /// Open ones first, those of proved owners before the others, and the oldest first; then answered ones, the newest first.
    async fn help_requests(&self, filter: &HelpFilter) -> Result<Vec<HelpRow>, StoreError>;

    /// One request.
    async fn help_request(&self, id: HelpRequestId) -> Result<Option<HelpRow>, StoreError>;

    /// How many are open that nobody has proved.
    async fn unproved_help_requests(&self) -> Result<usize, StoreError>;
}
