//! Contain: what it would do, and doing it.

use axum::extract::{Path, State};
use postern_core::containment::{ContainStep, Outlook};
use postern_engine::commands::ContainmentPreview;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::commands::{DoneView, ReasonBody};
use super::error::ApiError;

/// What Contain would do to an account now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContainmentPreviewView {
    /// The account's id.
    pub account: String,
    /// Each step, in order.
    pub steps: Vec<ContainStepView>,
}

/// One step of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContainStepView {
    /// `sending`, `sign_in`, `password`, `app_passwords`, `sessions` or `queue`.
    pub step: String,
    /// `will`, `already` (it is so, or there is nothing to do it with) or `out_of_reach`.
    pub outlook: String,
    /// With how many app passwords, sessions or messages, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// It can't be undone.
    pub is_for_good: bool,
}

impl From<&ContainmentPreview> for ContainmentPreviewView {
    fn from(preview: &ContainmentPreview) -> Self {
        let step = |&(step, outlook): &(ContainStep, Outlook)| ContainStepView {
            step: step.code().to_owned(),
            outlook: outlook.code().to_owned(),
            count: if let Outlook::Will { count } = outlook { count } else { None },
            is_for_good: step.is_for_good(),
        };
        Self { account: preview.account.id.to_string(), steps: preview.steps.iter().map(step).collect() }
    }
}

impl ContainStepView {
    /// What it stands for; `None`: a newer server knows more.
    pub fn outlook(&self) -> Option<(ContainStep, Outlook)> {
        let outlook = match self.outlook.as_str() {
            "will" => Outlook::Will { count: self.count },
            "already" => Outlook::Already,
            "out_of_reach" => Outlook::OutOfReach,
            _ => return None,
        };
        Some((ContainStep::from_code(&self.step)?, outlook))
    }
}

/// `POST /accounts/{id}/contain/preview`: nothing is changed.
pub async fn preview(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<ContainmentPreviewView>, ApiError> {
    let preview = engine.preview_containment(account_id(&id)?, &asking.because("")).await?;
    Ok(Answer(ContainmentPreviewView::from(&preview)))
}

/// `POST /accounts/{id}/contain`: everything of it, as one change.
pub async fn contain(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(&id)?;
    let done = engine.contain(account, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}
