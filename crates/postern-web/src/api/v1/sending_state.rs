//! What stands beside an account's restriction of sending, for whoever decides about it.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::mail_queue::QueueState;
use postern_engine::mail_queue::QueuedMail;
use postern_engine::ports::ExportError;
use postern_engine::queries::{PastRelease, SendingState};
use postern_engine::sending::Envelope;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::Answer;
use super::error::ApiError;
use super::restrictions::EndedView;
use super::time::When;

/// What stands beside a restriction of sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SendingStateView {
    /// The account's id.
    pub account: String,
    /// Present while sending is restricted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<RefusedView>,
    /// The last messages that a gate let in since the server was started, newest first, at most 5.
    pub last_messages: Vec<MessageView>,
    /// What is in the mail server's queue; absent where the site does not let us at it, or where it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueCountsView>,
    /// Why the queue could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue_error: Option<String>,
    /// Restrictions of sending that people and programs ended within the last 30 days, newest first.
    pub releases: Vec<EndedView>,
}

/// What was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RefusedView {
    /// Since when sending is restricted.
    pub since: When,
    /// Requests that were refused since then: a recipient or a whole message each.
    pub count: u64,
}

/// A message that a gate let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MessageView {
    /// When its end was seen.
    pub at: When,
    /// Its queue id.
    pub queue_id: String,
    /// The envelope sender, which may be forged. Empty for none.
    pub sender: String,
    /// Accepted recipients.
    pub recipients: u32,
    /// The address that it was handed in from, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
}

/// How much is in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct QueueCountsView {
    /// Messages.
    pub total: usize,
    /// Of these held.
    pub held: usize,
}

impl SendingStateView {
    fn new(account: &str, state: &SendingState) -> Self {
        let (queue, queue_error) = match &state.queue {
            None | Some(Err(ExportError::NotConfigured)) => (None, None),
            Some(Ok(mails)) => (Some(counts(mails)), None),
            Some(Err(error)) => (None, Some(error.to_string())),
        };
        Self {
            account: account.to_owned(),
            refused: state.refused.map(|(since, count)| RefusedView { since: since.into(), count }),
            last_messages: state.last_messages.iter().map(MessageView::from).collect(),
            queue,
            queue_error,
            releases: state.releases.iter().map(EndedView::from).collect(),
        }
    }
}

fn counts(mails: &[QueuedMail]) -> QueueCountsView {
    let held = mails.iter().filter(|mail| mail.message.state == QueueState::Held).count();
    QueueCountsView { total: mails.len(), held }
}

impl From<&Envelope> for MessageView {
    fn from(envelope: &Envelope) -> Self {
        Self {
            at: envelope.at.into(),
            queue_id: envelope.queue_id.to_string(),
            sender: envelope.sender.to_string(),
            recipients: envelope.recipients,
            client: envelope.client.map(|client| client.to_string()),
        }
    }
}

impl From<&PastRelease> for EndedView {
    fn from(release: &PastRelease) -> Self {
        Self { at: release.at.into(), actor: (&release.actor).into(), reason: release.reason.clone() }
    }
}

/// `GET /accounts/{id}/sending`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<SendingStateView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    let state = engine.sending_state(account).await?;
    Ok(Answer(SendingStateView::new(&account.to_string(), &state)))
}
