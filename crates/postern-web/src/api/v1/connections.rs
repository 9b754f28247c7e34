//! What of the house answers, as `health` tells it: gates and when they were asked, points and their last receipts.

use postern_engine::connections::{GateState, PointState};
use postern_engine::ports::ReceiptOutcome;
use serde::{Deserialize, Serialize};

use super::time::When;

/// A gate of the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct GateView {
    /// `auth_policy`, `postfix_policy`, `milter` or `mail_log`.
    pub gate: String,
    /// Where it listens, or what it reads.
    pub listen: Vec<String>,
    /// When it was asked last; absent: not since the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_asked: Option<When>,
}

/// A place where effects have to arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PointView {
    /// `dovecot_files`, `postfix_map`, `mail_queue`, `mail_sessions` or `admin_mail`.
    pub point: String,
    /// Whether the last thing asked of it came to be, as far as anything was.
    pub is_failing: bool,
    /// When it was answered last; absent: nothing was asked of it lately.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<When>,
    /// From the decision to that answer, milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latency_ms: Option<u64>,
    /// What went wrong last; absent where nothing did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// Changes that wait.
    pub waiting: usize,
    /// When the first of them is tried next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_try: Option<When>,
}

impl GateView {
    /// Of a gate that there is.
    pub(super) fn of(gate: &GateState) -> Option<Self> {
        let settings = gate.settings.as_ref()?;
        Some(Self {
            gate: gate.kind.code().to_owned(),
            listen: settings.listen.iter().chain(&settings.proxied).cloned().collect(),
            last_asked: gate.last_asked.map(When::from),
        })
    }
}

impl PointView {
    /// Of a point that the site has.
    pub(super) fn of(point: &PointState) -> Option<Self> {
        let problem = match (&point.last, &point.at_start) {
            (Some(last), _) => match &last.outcome {
                ReceiptOutcome::Done => None,
                ReceiptOutcome::Failed { message, .. } | ReceiptOutcome::GivenUp { message } => {
                    Some(message.clone())
                }
            },
            (None, Some(start)) => start.problem.clone(),
            (None, None) => None,
        };
        point.is_configured.then(|| Self {
            point: point.point.code().to_owned(),
            is_failing: point.is_failing(),
            last: point.last.as_ref().map(|receipt| receipt.at.into()),
            latency_ms: point.last.as_ref().map(|receipt| receipt.latency.as_micros().unsigned_abs() / 1_000),
            problem,
            waiting: point.waiting,
            next_try: point.next_try.map(When::from),
        })
    }
}
