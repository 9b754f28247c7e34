//! What the running server was configured with, as the page of settings has it. What is secret is not here: the engine is not
//! told it.

use std::collections::BTreeMap;

use axum::extract::State;
use postern_core::command::CommandKind;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::Answer;
use super::error::ApiError;

/// What the running server was configured with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SettingsView {
    /// The file; absent where the program was configured by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Keys of the file as docs/reference/config.md names them, with what holds; a key without a value is left out.
    pub values: BTreeMap<String, Vec<String>>,
    /// People and history are made up: this is the demonstration.
    pub is_sample: bool,
}

/// `GET /settings`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
) -> Result<Answer<SettingsView>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let configured = &engine.site().configured;
    let value = |(name, values): &(&'static str, Vec<String>)| ((*name).to_owned(), values.clone());
    Ok(Answer(SettingsView {
        file: configured.file.clone(),
        values: configured.values.iter().map(value).collect(),
        is_sample: configured.is_sample,
    }))
}
