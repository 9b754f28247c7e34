//! Health: that the server answers, and what it holds in memory.

use axum::extract::State;
use postern_core::command::CommandKind;
use postern_core::sign_in::spray::SprayStanding;
use postern_engine::engine::ArrivalProblem;
use postern_engine::mass_guard::MassGuardStanding;
use postern_engine::ports::AtlasDatabase;
use postern_engine::queries::Observed;
use postern_engine::sending::{MailLogState, PinsWithoutAddress};
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::Answer;
pub use super::connections::{GateView, PointView};
use super::error::ApiError;
use super::time::When;

/// How the server is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HealthView {
    /// `ok`; `loading` while history is still being read (restrictions are in force from the first moment);
    /// `clock_jumped` while the system's clock is not followed because it jumped; `behind` while changes by rules
    /// wait for the store or decision rows were lost.
    pub status: String,
    /// Of the server.
    pub version: String,
    /// Present while the system's clock is not followed: by how many seconds it jumped, negative where back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_jumped_s: Option<i64>,
    /// Where the rules only report.
    pub observed: ObservedView,
    /// What is wrong with the addresses that the mail server sends; empty when they arrive.
    #[serde(default)]
    pub address_problems: Vec<AddressProblemView>,
    /// Present while mail of pinned accounts comes without a usable address, so that their pins do not hold for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pins_without_address: Option<PinsWithoutAddressView>,
    /// Present while many accounts of the site are being tried at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spray: Option<SprayView>,
    /// Present while rules want to restrict too many accounts at once, or while what they proposed waits for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mass_guard: Option<MassGuardView>,
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
    /// Scores of sources and counts of unknown names that gave way to others since the start, as a flood makes
    /// them; a lock or a block never does.
    #[serde(default)]
    pub counters_gave_way: u64,
    /// Whether Postfix's log is read: `not_configured`, `unreadable` or `read`.
    #[serde(default)]
    pub mail_log: String,
    /// Databases of places, as the configuration names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlacesView>,
    /// The gates that the configuration has, and when each was asked last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<GateView>,
    /// Where effects have to arrive, as far as the configuration has it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<PointView>,
}

/// The mass guard: rules want to restrict too many accounts at once, so a person is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MassGuardView {
    /// Present while further restrictions are only proposed: since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<When>,
    /// Accounts that rules want to restrict since then.
    pub counted: u32,
    /// Restrictions that wait for a person.
    pub proposals: usize,
}

impl MassGuardView {
    /// What there is to tell.
    pub(super) fn of(standing: MassGuardStanding) -> Option<Self> {
        let MassGuardStanding { held_back, proposals } = standing;
        (held_back.is_some() || proposals > 0).then(|| Self {
            since: held_back.map(|facts| facts.since.into()),
            counted: held_back.map_or(0, |facts| facts.counted),
            proposals,
        })
    }
}

/// A database of places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PlacesView {
    /// `city_file`, `asn_file` or `anonymous_file`.
    pub role: String,
    /// The file.
    pub path: String,
    /// When the data in use was made; absent when none is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub built: Option<When>,
    /// What is wrong with the file as it is now; what was read before stays in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

impl From<&AtlasDatabase> for PlacesView {
    fn from(database: &AtlasDatabase) -> Self {
        Self {
            role: database.role.to_owned(),
            path: database.path.clone(),
            built: database.built.map(When::from),
            problem: database.problem.clone(),
        }
    }
}

/// Where the rules only report what they would have done. What a person closes is closed all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ObservedView {
    /// Present while the rules of sending only report: when they begin to act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sending_until: Option<When>,
    /// Whether all rules of signing in only report.
    pub sign_in: bool,
    /// Whether locks of accounts only report.
    #[serde(default)]
    pub lanes: bool,
    /// Whether blocks of sources by rules only report.
    #[serde(default)]
    pub sources: bool,
    /// Whether spray mode only reports.
    #[serde(default)]
    pub spray: bool,
    /// Whether slowing by the suspicion score only reports.
    #[serde(default)]
    pub score_slow: bool,
    /// Whether restricting by the suspicion score only reports.
    #[serde(default)]
    pub score_restrict: bool,
}

/// What is wrong with the addresses that the mail server sends, as far as it was seen within a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AddressProblemView {
    /// `missing`, `unreadable`, `unsupported_variable`, `local_host`, `nobodys` or `one_for_all`.
    pub fault: String,
    /// Through Postfix; otherwise Dovecot's own protocols.
    pub is_over_smtp: bool,
    /// Sign-ins since the start; of `one_for_all` samples of them.
    pub count: u64,
    /// The last one.
    pub last: When,
    /// The one address of `one_for_all`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Mail of pinned accounts without a usable client address, as far as it was seen within a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PinsWithoutAddressView {
    /// Questions of the mail server since the start.
    pub count: u64,
    /// The last one.
    pub last: When,
}

impl From<PinsWithoutAddress> for PinsWithoutAddressView {
    fn from(seen: PinsWithoutAddress) -> Self {
        Self { count: seen.count, last: seen.last.into() }
    }
}

impl From<ArrivalProblem> for AddressProblemView {
    fn from(problem: ArrivalProblem) -> Self {
        Self {
            fault: problem.fault.code().to_owned(),
            is_over_smtp: problem.is_over_smtp,
            count: problem.count,
            last: problem.last.into(),
            address: problem.address.map(|address| address.to_string()),
        }
    }
}

/// Many accounts are being tried at once, so the unfamiliar lanes of all lock sooner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SprayView {
    /// Since when.
    pub since: When,
    /// Accounts with a wrong password from an unfamiliar place within the last hour.
    pub accounts_tried: u32,
    /// The number above which it began.
    pub threshold: u32,
    /// It is only observed: nothing locks sooner.
    pub is_observed: bool,
}

impl SprayView {
    /// What there is to tell, if a spray goes on.
    pub(super) fn of(standing: SprayStanding, observed: Observed) -> Option<Self> {
        standing.started.map(|facts| Self {
            since: facts.since.into(),
            accounts_tried: standing.accounts_tried,
            threshold: facts.threshold,
            is_observed: observed.spray,
        })
    }
}

impl From<Observed> for ObservedView {
    fn from(observed: Observed) -> Self {
        let Observed { sending_until, sign_in, lanes, sources, spray, score_slow, score_restrict } = observed;
        let sending_until = sending_until.map(When::from);
        Self { sending_until, sign_in, lanes, sources, spray, score_slow, score_restrict }
    }
}

/// `GET /health`
pub async fn show(State(engine): State<EngineState>, asking: Asking) -> Result<Answer<HealthView>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let vitals = engine.vitals();
    let connections = engine.connections().await?;
    let status = if !vitals.is_loaded {
        "loading"
    } else if vitals.clock_jumped_s.is_some() {
        "clock_jumped"
    } else if vitals.changes_unsaved > 0 || vitals.decisions_lost > 0 {
        "behind"
    } else {
        "ok"
    };
    Ok(Answer(HealthView {
        status: status.to_owned(),
        clock_jumped_s: vitals.clock_jumped_s,
        observed: engine.observed_now().into(),
        pins_without_address: engine.pins_without_address().map(PinsWithoutAddressView::from),
        address_problems: engine.arrival_problems().into_iter().map(AddressProblemView::from).collect(),
        spray: SprayView::of(engine.spray_now(), engine.observed_now()),
        mass_guard: MassGuardView::of(engine.mass_guard_now()),
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
        counters_gave_way: vitals.counters.gave_way,
        mail_log: match engine.mail_log_state() {
            MailLogState::NotConfigured => "not_configured",
            MailLogState::Unreadable => "unreadable",
            MailLogState::Read => "read",
        }
        .to_owned(),
        places: vitals.databases.iter().map(PlacesView::from).collect(),
        gates: connections.gates.iter().filter_map(GateView::of).collect(),
        points: connections.points.iter().filter_map(PointView::of).collect(),
    }))
}
