//! One account's mail in the mail server's queue: what lies there, and holding, releasing and deleting it.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::effect::QUEUE_IDS_MAX;
use postern_core::mail_queue::{QueueAction, QueueId, QueueState};
use postern_engine::commands::QueueChoice;
use postern_engine::mail_queue::QueuedMail;
use serde::{Deserialize, Serialize};

use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given, Query};
use super::commands::DoneView;
use super::error::ApiError;
use super::time::When;
use super::{EngineState, page_rows};

/// What an account has in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct QueueView {
    /// The account's id.
    pub account: String,
    /// Number of its messages in the queue.
    pub total: usize,
    /// Of these held.
    pub held: usize,
    /// The newest of them, at most `limit`.
    pub messages: Vec<QueuedMessageView>,
}

/// A message in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct QueuedMessageView {
    /// Its queue id.
    pub id: String,
    /// `held`, `active`, `deferred` or `incoming`.
    pub state: String,
    /// When the gate saw its end.
    pub at: When,
    /// Its size.
    pub size_bytes: u64,
    /// The envelope sender as the queue has it; it may be forged. Empty for none.
    pub sender: String,
    /// Recipients who have not got it yet.
    pub recipients: u32,
    /// The first of them.
    pub first_recipients: Vec<QueuedRecipientView>,
    /// The address that it was handed in from, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
}

/// Somebody who has not got a queued message yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct QueuedRecipientView {
    /// The address.
    pub address: String,
    /// What the last try met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay_reason: Option<String>,
}

/// How many messages are shown.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct QueueQuery {
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which messages, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueBody {
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
    /// Everything that the account has in the queue. Not together with `ids`.
    #[serde(default)]
    pub all: bool,
    /// These queue ids, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
}

impl QueueView {
    /// The newest of these.
    pub(super) fn new(account: &str, mails: &[QueuedMail], limit: usize) -> Self {
        let is_held = |mail: &&QueuedMail| mail.message.state == QueueState::Held;
        Self {
            account: account.to_owned(),
            total: mails.len(),
            held: mails.iter().filter(is_held).count(),
            messages: mails.iter().take(limit).map(QueuedMessageView::from).collect(),
        }
    }
}

impl From<&QueuedMail> for QueuedMessageView {
    fn from(mail: &QueuedMail) -> Self {
        let message = &mail.message;
        let first = message.first_recipients.iter().map(|recipient| QueuedRecipientView {
            address: recipient.address.clone(),
            delay_reason: recipient.delay_reason.clone(),
        });
        Self {
            id: message.id.to_string(),
            state: message.state.code().to_owned(),
            at: mail.envelope.at.into(),
            size_bytes: message.size_bytes,
            sender: message.sender.clone(),
            recipients: message.recipients,
            first_recipients: first.collect(),
            client: mail.envelope.client.map(|client| client.to_string()),
        }
    }
}

/// `GET /accounts/{id}/queue`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Query(query): Query<QueueQuery>,
) -> Result<Answer<QueueView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    let limit = page_rows(query.limit)? as usize;
    let mails = engine.queue_of(account).await?;
    Ok(Answer(QueueView::new(&account.to_string(), &mails, limit)))
}

/// `POST /accounts/{id}/queue/hold`: nobody tries to deliver it until somebody releases it.
pub async fn hold(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<QueueBody>,
) -> Result<Answer<DoneView>, ApiError> {
    change(&engine, asking, &id, QueueAction::Hold, body).await
}

/// `POST /accounts/{id}/queue/release`: held mail is delivered.
pub async fn release(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<QueueBody>,
) -> Result<Answer<DoneView>, ApiError> {
    change(&engine, asking, &id, QueueAction::Release, body).await
}

/// `POST /accounts/{id}/queue/delete`: it is gone, without a bounce.
pub async fn delete(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<QueueBody>,
) -> Result<Answer<DoneView>, ApiError> {
    change(&engine, asking, &id, QueueAction::Delete, body).await
}

async fn change(
    engine: &EngineState,
    asking: Asking,
    id: &str,
    action: QueueAction,
    body: QueueBody,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(id)?;
    let choice = choice(body.all, &body.ids)?;
    let done = engine.change_queue(account, action, choice, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

/// One of the two, never neither: who forgets to name a message means no message, not every one.
fn choice(all: bool, ids: &[String]) -> Result<QueueChoice, ApiError> {
    match (all, ids.len()) {
        (true, 0) => Ok(QueueChoice::All),
        (true, _) => Err(ApiError::bad_request("all leaves no room for ids")),
        (false, 0) => Err(ApiError::bad_request("ids names at least one message, or all is true")),
        (false, 1..=QUEUE_IDS_MAX) => {
            // What cannot be an id is nobody's message.
            let id = |text: &String| {
                QueueId::parse(text)
                    .ok_or_else(|| ApiError::bad_request(format!("{text:?} is no queue id")).at("/ids"))
            };
            Ok(QueueChoice::These(ids.iter().map(id).collect::<Result<_, _>>()?))
        }
        (false, _) => Err(ApiError::bad_request(format!("ids takes at most {QUEUE_IDS_MAX} messages"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_all_or_some_messages_are_meant_and_never_none_by_mistake() {
        let ids = |count: usize| (0..count).map(|number| format!("4hGv{number:06}")).collect::<Vec<_>>();
        assert_eq!(choice(true, &[]).ok(), Some(QueueChoice::All));
        let most = choice(false, &ids(QUEUE_IDS_MAX));
        assert!(matches!(most, Ok(QueueChoice::These(these)) if these.len() == QUEUE_IDS_MAX));
        for (all, wrong) in [
            (false, ids(0)),
            (true, ids(1)),
            (false, ids(QUEUE_IDS_MAX + 1)),
            (false, vec!["ALL".to_owned()]),
            (false, vec!["4hGv000001\n4hGv000002".to_owned()]),
        ] {
            assert!(choice(all, &wrong).is_err(), "{all} {wrong:?}");
        }
    }
}
