//! Health: that the server answers, and what it holds in memory.

use axum::extract::State;
use postern_core::command::CommandKind;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::Answer;
use super::error::ApiError;

/// How the server is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthView {
    /// `ok`; `loading` while history is still being read (restrictions are in force from the first moment);
    /// `behind` while changes by rules wait for the store or decision rows were lost.
    pub status: String,
    /// Of the server.
    pub version: String,
    /// In the directory.
    pub accounts: u64,
    /// In force at the gates.
    pub open_restrictions: usize,
    /// Names in memory, aliases included.
    pub names: usize,
    /// Decision rows lost since start for want of room.
    pub decisions_lost: u64,
    /// Changes by rules that act but are not saved yet.
    pub changes_unsaved: usize,
    /// Accounts with sign-in counters.
    pub sign_in_accounts: usize,
    /// Accounts with sending counters.
    pub sending_accounts: usize,
    /// Sources and networks with counters.
    pub sources: usize,
    /// Bytes that the counters hold.
    pub counter_bytes: usize,
}

/// `GET /health`
pub async fn show(State(engine): State<EngineState>, asking: Asking) -> Result<Answer<HealthView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let vitals = engine.vitals();
    let status = if !vitals.is_loaded {
        "loading"
    } else if vitals.changes_unsaved > 0 || vitals.decisions_lost > 0 {
        "behind"
    } else {
        "ok"
    };
    Ok(Answer(HealthView {
        status: status.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        accounts: engine.store().account_count().await?,
        open_restrictions: vitals.open_restrictions,
        names: vitals.names,
        decisions_lost: vitals.decisions_lost,
        changes_unsaved: vitals.changes_unsaved,
        sign_in_accounts: vitals.counters.sign_in_accounts,
        sending_accounts: vitals.counters.sending_accounts,
        sources: vitals.counters.sources,
        counter_bytes: vitals.counters.bytes,
    }))
}
