//! The queue of the mail server: mail that it has accepted and not yet delivered. Looked at, held, released, deleted.
//!
//! The port knows messages by their queue ids and never whose they are: the server keeps the envelope sender, which
//! anybody can write. Whose a message is say the gates.

use std::collections::HashSet;

use async_trait::async_trait;
use postern_core::mail_queue::{QueueAction, QueueId, QueueState};
use postern_core::time::Timestamp;

use super::ExportError;

/// Most recipients of one queued message that are kept for people; the others are counted.
pub const RECIPIENTS_SHOWN_MAX: usize = 10;

/// A message in the queue. Texts come from the mail and hold no control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedMessage {
    /// Its name.
    pub id: QueueId,
    /// How it stands.
    pub state: QueueState,
    /// When it came, to the second.
    pub arrived: Timestamp,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// The envelope sender, which may be forged.
    pub sender: String,
    /// The first recipients who have not got it yet, at most [`RECIPIENTS_SHOWN_MAX`].
    pub first_recipients: Vec<QueuedRecipient>,
    /// How many have not got it yet.
    pub recipients: u32,
}

/// Somebody who has not got a queued message yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedRecipient {
    /// The address.
    pub address: String,
    /// What the last try of a delivery met.
    pub delay_reason: Option<String>,
}

/// A mail server's queue. Every method may be called twice: a message that is gone or stands so already is no error.
#[async_trait]
pub trait MailQueue: Send + Sync {
    /// Whether the site lets us at its queue.
    fn is_configured(&self) -> bool;

    /// The messages of these names that are in the queue now, in no order.
    async fn list(&self, wanted: &HashSet<QueueId>) -> Result<Vec<QueuedMessage>, ExportError>;

    /// Does this with these messages; how many it was done with.
    async fn change(&self, action: QueueAction, ids: &[QueueId]) -> Result<u32, ExportError>;
}

/// A site that does not let us at its queue.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoMailQueue;

#[async_trait]
impl MailQueue for NoMailQueue {
    fn is_configured(&self) -> bool {
        false
    }

    async fn list(&self, _wanted: &HashSet<QueueId>) -> Result<Vec<QueuedMessage>, ExportError> {
        Err(ExportError::NotConfigured)
    }

    async fn change(&self, _action: QueueAction, _ids: &[QueueId]) -> Result<u32, ExportError> {
        Err(ExportError::NotConfigured)
    }
}
