//! What the pictures of the admin centre are made of, as numbers: the site's last 24 hours, and one account over a day, a week
//! or a month. How it is drawn is not known here.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::time::Timestamp;
use postern_engine::ports::series::{Frame, Tally};
use postern_engine::queries::{AccountSeries, Act, DoorInterval, FailureLane, Range, SiteSeries};
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Query};
use super::error::{ApiError, ErrorCode};
use super::restrictions::{ActorView, ReasonView};
use super::time::When;

/// How far back.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SeriesQuery {
    /// `24h` (in steps of ten minutes, also without it), `7d` (hours) or `30d` (four hours).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<String>,
}

/// When each number is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FrameView {
    /// When the first step begins.
    pub from: When,
    /// When the last one ends; the present is in it.
    pub to: When,
    /// How long each is.
    pub step_s: i64,
}

/// What the gates answered within one step, added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TallyView {
    /// Sign-ins that succeeded; of one account they are counted in `successes` instead, and zero here.
    pub signed_in: u64,
    /// Wrong passwords.
    pub sign_ins_failed: u64,
    /// Attempts that a lock or a block refused.
    pub sign_ins_refused: u64,
    /// Recipients that were let out.
    pub recipients_permitted: u64,
    /// Of those, the ones never written to before.
    pub recipients_novel: u64,
    /// Requests to send that were refused.
    pub recipients_refused: u64,
}

/// Something that a person or a program did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ActView {
    /// When.
    pub at: When,
    /// Who.
    pub actor: ActorView,
    /// A person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What: the word that the audit uses, of the first event.
    pub code: String,
    /// How many events.
    pub events: u32,
}

/// The site's last 24 hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SiteSeriesView {
    /// When each sum is.
    pub frame: FrameView,
    /// One a step.
    pub sums: Vec<TallyView>,
    /// What rules closed or slowed, oldest first.
    pub rule_starts: Vec<RuleStartsView>,
    /// What people and programs did, oldest first.
    pub acts: Vec<ActView>,
    /// When this was true.
    pub at: When,
}

/// Restrictions that rules began within one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RuleStartsView {
    /// When the first of them began.
    pub at: When,
    /// Of which kind.
    pub kind: String,
    /// How many.
    pub count: u64,
}

/// One account over a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AccountSeriesView {
    /// `24h`, `7d` or `30d`.
    pub range: String,
    /// When each number is.
    pub frame: FrameView,
    /// One a step.
    pub sums: Vec<TallyView>,
    /// Failures by network, the one with most first; the last one may be all others together.
    pub failures: Vec<FailuresView>,
    /// Sign-ins that succeeded, oldest first; bounded.
    pub successes: Vec<SuccessView>,
    /// When its doors were not open, oldest first; bounded.
    pub doors: Vec<DoorView>,
    /// So many recipients the hard cap allows
    pub recipients_max: u64,
    /// within this time.
    pub recipients_within_s: i64,
    /// What people and programs did to it, oldest first.
    pub acts: Vec<ActView>,
    /// When this was true.
    pub at: When,
}

/// Failures from one network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FailuresView {
    /// Which; absent: all others together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Wrong passwords, one number a step.
    pub failed: Vec<u64>,
    /// Refused by a lock or a block, one number a step.
    pub refused: Vec<u64>,
}

/// Sign-ins from one source within one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SuccessView {
    /// The first of them.
    pub at: When,
    /// As the gate was told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How many.
    pub count: u64,
    /// The place was none of those that the account had earned.
    pub is_strange: bool,
}

/// A time in which a door was not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DoorView {
    /// The kind of restriction.
    pub kind: String,
    /// Of a lock: `familiar` or `unfamiliar`, for which sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// `rule`, `person` or `api`.
    pub origin: String,
    /// Why.
    pub reason: ReasonView,
    /// From when; may lie before the frame.
    pub since: When,
    /// Until when; absent while it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
}

/// `GET /series`
pub async fn site(
    State(engine): State<EngineState>,
    asking: Asking,
) -> Result<Answer<SiteSeriesView>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let SiteSeries { frame, sums, rule_starts, acts, at } = engine.site_series().await?;
    let starts = rule_starts.into_iter().map(|starts| RuleStartsView {
        at: starts.at.into(),
        kind: starts.kind.code().to_owned(),
        count: starts.count,
    });
    Ok(Answer(SiteSeriesView {
        frame: (&frame).into(),
        sums: sums.iter().map(TallyView::from).collect(),
        rule_starts: starts.collect(),
        acts: acts.into_iter().map(ActView::from).collect(),
        at: at.into(),
    }))
}

/// `GET /accounts/{id}/series`
pub async fn account(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Query(query): Query<SeriesQuery>,
) -> Result<Answer<AccountSeriesView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let range = match query.range.as_deref() {
        None => Range::default(),
        Some(code) => Range::from_code(code).ok_or_else(|| {
            let known = Range::ALL.map(Range::code).join(", ");
            ApiError::bad_request(format!("range is one of {known}")).in_query("range")
        })?,
    };
    let series = engine.account_series(account_id(&id)?, range).await?;
    let series = series.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    Ok(Answer(series.into()))
}

impl From<AccountSeries> for AccountSeriesView {
    fn from(series: AccountSeries) -> Self {
        let successes = series.successes.into_iter().map(|success| SuccessView {
            at: success.at.into(),
            source: success.source,
            count: success.count,
            is_strange: success.is_strange,
        });
        Self {
            range: series.range.code().to_owned(),
            frame: (&series.frame).into(),
            sums: series.sums.iter().map(TallyView::from).collect(),
            failures: series.failures.into_iter().map(FailuresView::from).collect(),
            successes: successes.collect(),
            doors: series.doors.iter().map(DoorView::from).collect(),
            recipients_max: series.limit.max,
            recipients_within_s: series.limit.within.as_s(),
            acts: series.acts.into_iter().map(ActView::from).collect(),
            at: series.at.into(),
        }
    }
}

impl From<&Frame> for FrameView {
    fn from(frame: &Frame) -> Self {
        let when = |at: Timestamp| When::from(at);
        Self { from: when(frame.from()), to: when(frame.to()), step_s: frame.bucket().as_s() }
    }
}

impl From<&Tally> for TallyView {
    fn from(tally: &Tally) -> Self {
        Self {
            signed_in: tally.signed_in,
            sign_ins_failed: tally.sign_ins_failed,
            sign_ins_refused: tally.sign_ins_refused,
            recipients_permitted: tally.recipients_permitted,
            recipients_novel: tally.recipients_novel,
            recipients_refused: tally.recipients_refused,
        }
    }
}

impl From<Act> for ActView {
    fn from(act: Act) -> Self {
        let Act { at, actor, name, code, events } = act;
        Self { at: at.into(), actor: (&actor).into(), name, code, events }
    }
}

impl From<FailureLane> for FailuresView {
    fn from(FailureLane { network, failed, refused }: FailureLane) -> Self {
        Self { network: network.map(|network| network.to_string()), failed, refused }
    }
}

impl From<&DoorInterval> for DoorView {
    fn from(door: &DoorInterval) -> Self {
        Self {
            kind: door.kind.code().to_owned(),
            lane: door.lane.map(|lane| lane.code().to_owned()),
            origin: door.origin.code().to_owned(),
            reason: (&door.reason).into(),
            since: door.since.into(),
            until: door.until.map(When::from),
        }
    }
}
