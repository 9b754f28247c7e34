//! Why: how an account stands at its two doors, with everything that a sentence about it needs.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use postern_core::command::CommandKind;
use postern_core::outbound::{DeliveryStanding, SendingStanding};
use postern_core::restriction::{Origin, RestrictionKind};
use postern_core::sign_in::{LaneStanding, SignInStanding};
use postern_core::time::Timestamp;
use postern_engine::ports::{DecisionRow, RestrictionRow};
use postern_engine::queries::Why;
use postern_text::Words;
use serde::{Deserialize, Serialize};

use super::accounts::{AccountView, account_id};
use super::asker::Asking;
use super::body::{Answer, Query};
use super::commands::ReceiptView;
use super::diagnosis::{DiagnosisQuery, DiagnosisView, symptom_asked, view_of};
use super::error::{ApiError, ErrorCode};
use super::health::{MassGuardView, ObservedView, SprayView};
use super::restrictions::RestrictionView;
use super::sign_in_state::AccountSourcesView;
use super::sign_ins::FailureGroupView;
use super::suspicion::SuspicionView;
use super::time::When;
use crate::pages::language;

/// How an account stands, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WhyView {
    /// Who.
    pub account: AccountView,
    /// When this was true.
    pub at: When,
    /// The two doors.
    pub doors: DoorsView,
    /// Where the rules only report.
    pub observed: ObservedView,
    /// Present while many accounts of the site are being tried at once, so that unfamiliar lanes lock sooner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spray: Option<SprayView>,
    /// Present while rules want to restrict too many accounts at once, so that further ones are only proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mass_guard: Option<MassGuardView>,
    /// What stands open, newest first.
    pub open: Vec<RestrictionView>,
    /// What has ended lately, newest first.
    pub recent: Vec<RestrictionView>,
    /// Counters at the sign-in door.
    pub sign_in: SignInView,
    /// Counters at the sending door.
    pub sending: SendingView,
    /// How its mail to outside was taken lately; absent where the mail log tells nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliveries: Option<DeliveriesView>,
    /// What was seen of the account, as one score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspicion: Option<SuspicionView>,
    /// What the gates decided lately, newest first.
    pub decisions: Vec<DecisionView>,
    /// What connectors answered lately, newest first.
    pub receipts: Vec<ReceiptView>,
    /// What the failed sign-ins of the last seven days are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<FailureGroupView>,
    /// What is said of sources that concerns the account.
    #[serde(default)]
    pub sources: AccountSourcesView,
    /// A one-time link can be made: the site has a public address.
    #[serde(default)]
    pub may_admit: bool,
    /// What is behind a complaint, if the request named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diagnosis: Option<DiagnosisView>,
}

/// The two doors of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DoorsView {
    /// Signing in.
    pub sign_in: Door,
    /// Sending.
    pub sending: Door,
}

/// How a door stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Open.
    Open,
    /// Open, and each further new recipient waits.
    Slowed,
    /// Closed for one lane only: strangers, or the familiar sources.
    PartlyClosed,
    /// Closed by a rule.
    ClosedByRule,
    /// Closed by a person or a program.
    ClosedByPerson,
}

/// Counters at the sign-in door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignInView {
    /// Strangers' budget.
    pub unfamiliar: LaneView,
    /// The budget of places the account knows.
    pub familiar: LaneView,
    /// Number of sources that are familiar now.
    pub familiar_sources: u8,
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LaneView {
    /// Counted failures, decayed to now.
    pub failures: f32,
    /// Counted failures that lock it now.
    #[serde(default)]
    pub failures_max: u32,
    /// Failures in a row.
    pub consecutive: u16,
    /// Failures in a row that close it.
    #[serde(default)]
    pub consecutive_max: u16,
    /// How often it locked lately; each lock is twice as long as the one before, up to a limit.
    #[serde(default)]
    pub level: u8,
    /// Attempts being verified.
    pub in_flight: u8,
    /// Locked until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked_until: Option<When>,
    /// Closed until somebody opens it.
    pub is_closed: bool,
    /// Somebody unlocked it: until then it bears twice as many failures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eased_until: Option<When>,
}

/// Counters at the sending door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SendingView {
    /// Recipients never written to before, last hour.
    pub novel_hour: f32,
    /// The same, last 24 hours.
    pub novel_day: f32,
    /// Recipients, last hour.
    pub recipients_hour: f32,
    /// Recipients, last 24 hours.
    pub recipients_day: f32,
    /// The account's own highest hour within 30 days.
    pub peak_hour: f32,
}

/// How an account's mail to outside was taken within about 24 hours: recipients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DeliveriesView {
    /// Delivered.
    pub delivered: u32,
    /// The address does not exist.
    pub no_such_address: u32,
    /// Taken for spam.
    pub taken_for_spam: u32,
    /// Refused for another reason.
    pub refused_otherwise: u32,
    /// Attempts that were put off.
    pub put_off: u32,
}

impl DeliveriesView {
    fn of(standing: DeliveryStanding) -> Option<Self> {
        let DeliveryStanding { delivered, no_such_address, taken_for_spam, refused_otherwise, put_off } =
            standing;
        (standing != DeliveryStanding::default()).then_some(Self {
            delivered,
            no_such_address,
            taken_for_spam,
            refused_otherwise,
            put_off,
        })
    }
}

/// One decision of a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DecisionView {
    /// When.
    pub at: When,
    /// `auth_policy` or `postfix_policy`.
    pub gate: String,
    /// `refuse`, `wrong_password`, `success`, `permit`, `slow`, `restrict`, …
    pub verdict: String,
    /// The source's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Codes and numbers of the reasons.
    pub reasons: serde_json::Value,
    /// How many alike this one stands for.
    pub weight: u32,
}

impl From<&Why> for WhyView {
    fn from(why: &Why) -> Self {
        Self {
            account: (&why.account).into(),
            at: why.at.into(),
            doors: DoorsView { sign_in: sign_in_door(why), sending: sending_door(&why.open, why.at) },
            observed: why.observed.into(),
            spray: SprayView::of(why.spray, why.observed),
            mass_guard: MassGuardView::of(why.mass_guard).filter(|guard| guard.since.is_some()),
            open: why.open.iter().map(RestrictionView::from).collect(),
            recent: why.recent.iter().map(RestrictionView::from).collect(),
            sign_in: (&why.sign_in).into(),
            sending: (&why.sending).into(),
            deliveries: DeliveriesView::of(why.deliveries),
            suspicion: Some((&why.compromise).into()),
            decisions: why.decisions.iter().map(DecisionView::from).collect(),
            receipts: why.receipts.iter().map(ReceiptView::from).collect(),
            failures: why.failures.iter().map(FailureGroupView::from).collect(),
            sources: (&why.sources).into(),
            may_admit: why.may_admit,
            diagnosis: None,
        }
    }
}

/// How the door of signing in stands.
pub(super) fn sign_in_door(why: &Why) -> Door {
    // A lane that is only observed refuses nobody.
    let observed = SignInStanding::default();
    let standing = if why.observed.lanes { &observed } else { &why.sign_in };
    sign_in_door_of(&why.open, standing, why.at)
}

fn sign_in_door_of(open: &[RestrictionRow], standing: &SignInStanding, now: Timestamp) -> Door {
    let blocked = closed_by(open, RestrictionKind::SignInBlocked, now);
    let is_locked =
        |lane: &LaneStanding| lane.is_closed || lane.locked_until.is_some_and(|until| now < until);
    blocked.unwrap_or(match (is_locked(&standing.unfamiliar), is_locked(&standing.familiar)) {
        (true, true) => Door::ClosedByRule,
        (true, false) | (false, true) => Door::PartlyClosed,
        (false, false) => Door::Open,
    })
}

fn sending_door(open: &[RestrictionRow], now: Timestamp) -> Door {
    let is_slowed = || {
        // A proposal slows as the score does, until a person has decided.
        let slows = [RestrictionKind::SendingSlowed, RestrictionKind::SendingProposed];
        open.iter()
            .map(|row| &row.restriction)
            .any(|restriction| slows.contains(&restriction.kind) && restriction.is_in_force(now))
    };
    match closed_by(open, RestrictionKind::SendingRestricted, now) {
        Some(door) => door,
        None if is_slowed() => Door::Slowed,
        None => Door::Open,
    }
}

/// Who closed the door, when one of these restrictions is in force; a person's hand counts before a rule's,
/// because it is the one that does not end by itself.
fn closed_by(open: &[RestrictionRow], kind: RestrictionKind, now: Timestamp) -> Option<Door> {
    open.iter()
        .map(|row| &row.restriction)
        .filter(|restriction| restriction.kind == kind && restriction.is_in_force(now))
        .map(|restriction| match restriction.origin {
            Origin::Person | Origin::Api => Door::ClosedByPerson,
            Origin::Rule => Door::ClosedByRule,
        })
        .reduce(|one, other| if one == Door::ClosedByPerson { one } else { other })
}

impl From<&SignInStanding> for SignInView {
    fn from(standing: &SignInStanding) -> Self {
        Self {
            unfamiliar: (&standing.unfamiliar).into(),
            familiar: (&standing.familiar).into(),
            familiar_sources: standing.familiar_sources,
        }
    }
}

impl From<&LaneStanding> for LaneView {
    fn from(lane: &LaneStanding) -> Self {
        Self {
            failures: lane.failures,
            failures_max: lane.failures_max,
            consecutive: lane.consecutive,
            consecutive_max: lane.consecutive_max,
            level: lane.level,
            in_flight: lane.in_flight,
            locked_until: lane.locked_until.map(When::from),
            is_closed: lane.is_closed,
            eased_until: lane.eased_until.map(When::from),
        }
    }
}

impl From<&SendingStanding> for SendingView {
    fn from(standing: &SendingStanding) -> Self {
        Self {
            novel_hour: standing.novel_hour,
            novel_day: standing.novel_day,
            recipients_hour: standing.recipients_hour,
            recipients_day: standing.recipients_day,
            peak_hour: standing.peak_hour,
        }
    }
}

impl From<&DecisionRow> for DecisionView {
    fn from(row: &DecisionRow) -> Self {
        Self {
            at: row.at.into(),
            gate: row.gate.to_owned(),
            verdict: row.verdict.to_owned(),
            source: row.source.clone(),
            // Written by us as JSON; a row of a newer version is passed on as text rather than lost.
            reasons: serde_json::from_str(&row.reasons).unwrap_or_else(|_| row.reasons.clone().into()),
            weight: row.weight,
        }
    }
}

/// `GET /accounts/{id}/why`; with a symptom also what is behind it, of the same moment.
pub async fn show(
    State(engine): State<super::EngineState>,
    asking: Asking,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(query): Query<DiagnosisQuery>,
) -> Result<Answer<WhyView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let (id, nobody) = (account_id(&id)?, || ApiError::new(ErrorCode::NoSuchAccount));
    let Some(symptom) = symptom_asked(&query)? else {
        return engine.why(id).await?.map(|why| Answer((&why).into())).ok_or_else(nobody);
    };
    let diagnosed = engine.diagnose(id, symptom).await?.ok_or_else(nobody)?;
    let words = Words::in_language(language(None, &headers));
    let diagnosis = Some(view_of(&engine, &diagnosed, words).await);
    Ok(Answer(WhyView { diagnosis, ..WhyView::from(&diagnosed.why) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::ids::{AccountId, RestrictionId};
    use postern_core::restriction::{Actor, Entity, Reason, Restriction};

    fn row(kind: RestrictionKind, origin: Origin, until: Option<i64>) -> RestrictionRow {
        let restriction = Restriction {
            id: RestrictionId::from_random(1),
            entity: Entity::Account(AccountId::from_random(1)),
            kind,
            reason: Reason::CapDay { count: 2, limit: 1 },
            evidence: Vec::new(),
            since: Timestamp::from_unix_s(0),
            until: until.map(Timestamp::from_unix_s),
            origin,
            actor: Actor::Rule,
        };
        RestrictionRow { restriction, account: None, ended: None }
    }

    const NOW: Timestamp = Timestamp::from_unix_s(1_000);

    #[test]
    fn a_door_closed_by_a_rule_and_a_person_is_the_persons() {
        let rule = row(RestrictionKind::SendingRestricted, Origin::Rule, None);
        let person = row(RestrictionKind::SendingRestricted, Origin::Person, None);
        assert_eq!(sending_door(std::slice::from_ref(&rule), NOW), Door::ClosedByRule);
        assert_eq!(sending_door(&[rule.clone(), person.clone()], NOW), Door::ClosedByPerson);
        assert_eq!(sending_door(&[person, rule], NOW), Door::ClosedByPerson);
    }

    #[test]
    fn a_restriction_whose_end_has_passed_closes_nothing() {
        let ended = row(RestrictionKind::SendingRestricted, Origin::Rule, Some(1_000));
        let slowed = row(RestrictionKind::SendingSlowed, Origin::Rule, Some(1_001));
        assert_eq!(sending_door(std::slice::from_ref(&ended), NOW), Door::Open);
        assert_eq!(sending_door(&[ended, slowed], NOW), Door::Slowed);
        let proposed = row(RestrictionKind::SendingProposed, Origin::Rule, Some(1_001));
        assert_eq!(sending_door(&[proposed], NOW), Door::Slowed);
    }

    #[test]
    fn a_lock_of_one_lane_closes_the_door_partly() {
        let mut standing = SignInStanding::default();
        assert_eq!(sign_in_door_of(&[], &standing, NOW), Door::Open);
        standing.unfamiliar.is_closed = true;
        assert_eq!(sign_in_door_of(&[], &standing, NOW), Door::PartlyClosed);
        standing.familiar.locked_until = Some(Timestamp::from_unix_s(1_001));
        assert_eq!(sign_in_door_of(&[], &standing, NOW), Door::ClosedByRule);
        let blocked = row(RestrictionKind::SignInBlocked, Origin::Person, None);
        assert_eq!(sign_in_door_of(&[blocked], &standing, NOW), Door::ClosedByPerson);
    }
}
