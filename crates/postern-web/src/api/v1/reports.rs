//! Reports from outside about mail of ours, already read by the client: `postern report-in` behind a mailbox or a pipe.

use axum::extract::State;
use postern_core::command::CommandKind;
use postern_core::outbound::{Answer as Answered, AnswerStatus};
use postern_engine::sending::{ReportTaken, Reported};
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::ApiError;

/// One report.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportBody {
    /// `undelivered` or `complaint`.
    pub kind: ReportedKind,
    /// Under which ids servers had the returned message.
    pub queue_ids: Vec<String>,
    /// Recipients that were not reached.
    #[serde(default)]
    pub recipients: Vec<UndeliveredBody>,
    /// Who vouches for the report's sender, the last server's word first.
    #[serde(default)]
    pub vouched: Vec<VouchedBody>,
}

/// Of what kind a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportedKind {
    /// A bounce.
    Undelivered,
    /// A complaint.
    Complaint,
}

/// A recipient that was not reached.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndeliveredBody {
    /// Its address.
    pub address: String,
    /// The enhanced status code.
    pub status: String,
    /// The other server's words.
    #[serde(default)]
    pub diagnostic: String,
}

/// What one server says of a report's sender.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VouchedBody {
    /// The server.
    pub server: String,
    /// Domains that are proven.
    pub domains: Vec<String>,
}

/// What became of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReportView {
    /// `counted`, `nothing_new`, `no_such_message` or `not_trusted`.
    pub taken: String,
    /// Whose mail it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

/// `POST /reports`
pub async fn tell(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<ReportBody>,
) -> Result<Answer<ReportView>, ApiError> {
    asking.may_tell(CommandKind::TellReport)?;
    let queue_ids: Vec<&str> = body.queue_ids.iter().map(String::as_str).collect();
    let taken = match body.kind {
        ReportedKind::Undelivered => {
            let recipients: Vec<_> = body.recipients.iter().map(UndeliveredBody::read).collect();
            engine.report_told(&queue_ids, Reported::Undelivered(&recipients))
        }
        ReportedKind::Complaint => {
            let vouched: Vec<_> =
                body.vouched.iter().map(|by| (by.server.as_str(), by.domains.as_slice())).collect();
            engine.report_told(&queue_ids, Reported::Complaint(&vouched))
        }
    };
    let (taken, account) = match taken {
        ReportTaken::Counted(account) => ("counted", Some(account)),
        ReportTaken::NothingNew(account) => ("nothing_new", Some(account)),
        ReportTaken::NoSuchMessage => ("no_such_message", None),
        ReportTaken::NotTrusted => ("not_trusted", None),
    };
    let account = match account {
        Some(id) => engine.store().account(id).await?.map(|account| account.primary.to_string()),
        None => None,
    };
    Ok(Answer(ReportView { taken: taken.to_owned(), account }))
}

impl UndeliveredBody {
    fn read(&self) -> (&str, Answered<'_>) {
        let answer = Answered { status: AnswerStatus::Refused, code: &self.status, words: &self.diagnostic };
        (&self.address, answer)
    }
}
