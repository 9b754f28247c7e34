//! Who may enter the admin centre and who is in it, as the store hands it over at the start.

use postern_core::admin::{AdminSession, Invitation, SecondFactor};
use postern_core::ids::AccountId;

/// The door of the admin centre, as it was saved.
#[derive(Clone, Debug, Default)]
pub struct AdminState {
    /// Second factors, with the recovery codes that are not used.
    pub factors: Vec<(AccountId, SecondFactor)>,
    /// Invitations that still work.
    pub invitations: Vec<Invitation>,
    /// Open sessions; when they were last used is not saved.
    pub sessions: Vec<AdminSession>,
}
