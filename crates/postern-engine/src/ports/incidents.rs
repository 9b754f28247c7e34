//! What is kept of incidents. They change by events; beside these, the ids of messages are noted that a containment held, which
//! the queue says after the change.

use async_trait::async_trait;
use postern_core::ids::IncidentId;
use postern_core::incident::Incident;
use postern_core::mail_queue::QueueId;
use postern_core::reach::Reach;
use postern_core::time::Timestamp;

use super::store::StoreError;

/// Most messages of one incident that are noted: a spam run that is larger is deleted, not let go.
pub const HELD_NOTED_MAX: usize = 10_000;

/// Which incidents.
#[derive(Clone, Debug, Default)]
pub struct IncidentFilter {
    /// Only of accounts for whose domains somebody's roles are.
    pub reach: Reach,
    /// Those that are over, too.
    pub with_closed: bool,
    /// Only opened before this one.
    pub before: Option<(Timestamp, IncidentId)>,
    /// At most so many, newest first.
    pub limit: u32,
}

/// Incidents.
#[async_trait]
pub trait IncidentStore: Send + Sync {
    /// A page of them, newest first.
    async fn incidents(&self, filter: &IncidentFilter) -> Result<Vec<Incident>, StoreError>;

    /// One.
    async fn incident(&self, id: IncidentId) -> Result<Option<Incident>, StoreError>;

    /// Notes messages that its containment is about to hold; at most [`HELD_NOTED_MAX`] in all.
    async fn note_held(&self, incident: IncidentId, held: &[QueueId]) -> Result<(), StoreError>;

    /// The messages that were noted.
    async fn held_by(&self, incident: IncidentId) -> Result<Vec<QueueId>, StoreError>;
}
