//! Alternate addresses and the links that are mailed to owners, in `state.db`. They are added, verified, used and taken away by
//! events; beside these, a link is armed: the hash of its text is kept when its mail is handed over, which changes nothing
//! that anybody decided.

use async_trait::async_trait;
use postern_core::alternate::{AlternateAddress, OwnerLink};
use postern_core::ids::{AccountId, OwnerLinkId};

use super::store::StoreError;

/// Most links of notices of one account that are open: of a flood of changes the newest can be disowned.
pub const NOT_ME_LINKS_MAX: u32 = 20;

/// Alternate addresses and mailed links.
#[async_trait]
pub trait AlternateStore: Send + Sync {
    /// The account's addresses, the oldest first; at most [`postern_core::alternate::ALTERNATES_MAX`].
    async fn alternates(&self, account: AccountId) -> Result<Vec<AlternateAddress>, StoreError>;

    /// A link that is neither used nor void.
    async fn owner_link(&self, id: OwnerLinkId) -> Result<Option<OwnerLink>, StoreError>;

    /// Keeps the hash and the end of a link whose mail is about to be handed over; `false` when it is void meanwhile. A
    /// link that says "not me" has no row before this.
    async fn arm_owner_link(&self, link: OwnerLink) -> Result<bool, StoreError>;
}
