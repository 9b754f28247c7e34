//! A mail server's queue in memory: what a test puts into it lies there until somebody holds, releases or deletes it.
//!
//! It plays what Postfix's queue does and nothing more: an id that is gone is no error, and a listing knows no logins.

use std::collections::HashSet;

use async_trait::async_trait;
use parking_lot::Mutex;
use postern_core::mail_queue::{QueueAction, QueueId, QueueState};
use postern_core::time::Timestamp;
use postern_engine::ports::{ExportError, MailQueue, QueuedMessage, QueuedRecipient};

/// The queue. It is there, and empty.
#[derive(Default)]
pub struct PlayedQueue(Mutex<Played>);

#[derive(Default)]
struct Played {
    messages: Vec<QueuedMessage>,
    /// Each call that changed something: what, and with how many ids.
    calls: Vec<(QueueAction, usize)>,
    /// What the next calls that change something fail with.
    failure: Option<String>,
    /// Seen by the next listing only after it: mail that moves while it is looked at.
    late: Vec<QueuedMessage>,
}

impl PlayedQueue {
    /// A message that waits for its next try, from this envelope sender.
    pub fn put(&self, id: &str, arrived: Timestamp, sender: &str) {
        self.0.lock().messages.push(deferred(id, arrived, sender));
    }

    /// The same, missed by the next listing.
    pub fn put_late(&self, id: &str, arrived: Timestamp, sender: &str) {
        self.0.lock().late.push(deferred(id, arrived, sender));
    }

    /// From now on every change fails with this.
    pub fn fail(&self, message: &str) {
        self.0.lock().failure = Some(message.to_owned());
    }

    /// From now on changes are made again.
    pub fn work_again(&self) {
        self.0.lock().failure = None;
    }

    /// Every message with its state, by id.
    pub fn states(&self) -> Vec<(String, QueueState)> {
        let played = self.0.lock();
        let mut states: Vec<_> =
            played.messages.iter().map(|message| (message.id.to_string(), message.state)).collect();
        states.sort_by(|one, other| one.0.cmp(&other.0));
        states
    }

    /// The messages in this state, by id.
    pub fn in_state(&self, state: QueueState) -> Vec<String> {
        self.states().into_iter().filter(|(_, of)| *of == state).map(|(id, _)| id).collect()
    }

    /// Each call that changed something: what, and with how many ids.
    pub fn calls(&self) -> Vec<(QueueAction, usize)> {
        self.0.lock().calls.clone()
    }
}

fn deferred(id: &str, arrived: Timestamp, sender: &str) -> QueuedMessage {
    QueuedMessage {
        id: QueueId::parse(id).expect("a queue id"),
        state: QueueState::Deferred,
        // A queue knows seconds.
        arrived: Timestamp::from_unix_s(arrived.unix_s()),
        size_bytes: 612,
        sender: sender.to_owned(),
        first_recipients: vec![QueuedRecipient {
            address: "friend@elsewhere.example".to_owned(),
            delay_reason: Some("connection refused".to_owned()),
        }],
        recipients: 1,
    }
}

#[async_trait]
impl MailQueue for PlayedQueue {
    fn is_configured(&self) -> bool {
        true
    }

    async fn list(&self, wanted: &HashSet<QueueId>) -> Result<Vec<QueuedMessage>, ExportError> {
        let mut played = self.0.lock();
        let found = played.messages.iter().filter(|message| wanted.contains(&message.id)).cloned().collect();
        let late = std::mem::take(&mut played.late);
        played.messages.extend(late);
        Ok(found)
    }

    async fn change(&self, action: QueueAction, ids: &[QueueId]) -> Result<u32, ExportError> {
        let mut played = self.0.lock();
        if let Some(message) = &played.failure {
            return Err(ExportError::Program { program: "postsuper".to_owned(), message: message.clone() });
        }
        played.calls.push((action, ids.len()));
        let is_meant =
            |message: &QueuedMessage| ids.contains(&message.id) && message.state.is_changed_by(action);
        let count = played.messages.iter().filter(|message| is_meant(message)).count();
        match action {
            QueueAction::Delete => played.messages.retain(|message| !is_meant(message)),
            QueueAction::Hold | QueueAction::Release => {
                let state = if action == QueueAction::Hold { QueueState::Held } else { QueueState::Deferred };
                played.messages.iter_mut().filter(|message| is_meant(message)).for_each(|message| {
                    message.state = state;
                });
            }
        }
        Ok(count as u32)
    }
}
