//! What the store hands over at the start: what has to be in memory before a gate opens its port.

use postern_core::admin::{AdminSession, Factors, Invitation};
use postern_core::admission::{Admission, Pass};
use postern_core::app_password::AppPassword;
use postern_core::ids::AccountId;
use postern_core::incident::Incident;
use postern_core::name::AccountName;
use postern_core::policy::scoped::ScopedPolicy;
use postern_core::restriction::Restriction;
use postern_core::source_entry::SourceEntry;
use postern_core::time::Timestamp;
use postern_core::token::Token;

/// What has to be in memory before a gate opens its port.
#[derive(Clone, Debug, Default)]
pub struct StartState {
    /// Every restriction that has not ended.
    pub open: Vec<Restriction>,
    /// Every entry of a source that has not ended.
    pub entries: Vec<SourceEntry>,
    /// Policy values that differ from the defaults, by name.
    pub policies: Vec<(String, String)>,
    /// Policies of sending for some accounts.
    pub scoped_policies: Vec<ScopedPolicy>,
    /// Thirty-two secret bytes of this site, made when the store was created: the key of every keyed hash.
    pub site_key: [u8; 32],
    /// Names of the accounts that carry an open restriction or entry, so that the gates can open first.
    pub restricted_names: Vec<(AccountName, AccountId)>,
    /// The last run did not stop cleanly.
    pub stopped_uncleanly: bool,
    /// When the last run was last known alive.
    pub last_alive: Option<Timestamp>,
    /// Tokens that are not revoked.
    pub tokens: Vec<Token>,
    /// One-time links that still work.
    pub admissions: Vec<Admission>,
    /// Passes that hold.
    pub passes: Vec<Pass>,
    /// Every app password.
    pub app_passwords: Vec<AppPassword>,
    /// Incidents that are not closed.
    pub incidents: Vec<Incident>,
    /// Who may enter the admin centre, and who is in it.
    pub admins: AdminState,
}

/// The door of the admin centre, as it was saved.
#[derive(Clone, Debug, Default)]
pub struct AdminState {
    /// What admins can show, with the recovery codes that are not used.
    pub factors: Vec<(AccountId, Factors)>,
    /// Invitations that still work.
    pub invitations: Vec<Invitation>,
    /// Open sessions; when they were last used is not saved.
    pub sessions: Vec<AdminSession>,
}
