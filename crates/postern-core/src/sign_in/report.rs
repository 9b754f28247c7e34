//! What became of an attempt: settle its reservation, count it, learn from it, say what it means.
//!
//! A failure is one of four things. *Stale*: the account's former password, so a device still has it. *Repeat*:
//! a wrong password that was tried before. *Fresh*: a guess; only this one counts. *Nothing*: nothing was
//! guessed. A success forgives in its own lane only, and an unfamiliar one forgives a little.

use super::decide::lane_of;
use super::familiar::Familiarity;
use super::lane::LaneLimits;
use super::record::AccountRecord;
use super::source::SourceFacts;
use super::spray::SprayMode;
use super::tags::Tag;
use super::{Attempt, Counted, Lane, LaneLock, Outcome, Settled, Vouch};
use crate::policy::SignInPolicy;
use crate::restriction::{Evidence, EvidenceKind};
use crate::time::Timestamp;

/// A success from an unfamiliar place takes back so many failures: NIST's "forget failures from that address",
/// bounded, so that the owner on a journey does not hand strangers a fresh budget.
const FORGIVEN_UNFAMILIAR: u16 = 5;

/// So many different wrong passwords before a success make it suspicious (signin reference, c.5).
const SUSPICIOUS_FAILURES: u16 = 10;
/// And so lately, seconds.
const SUSPICIOUS_WINDOW_S: u32 = 86_400;

/// Points of either sign (outbound reference, c4).
const POINTS_SUCCESS_AFTER_FAILURES: u8 = 40;
const POINTS_RIGHT_PASSWORD_REFUSED: u8 = 40;

/// Below the level at which admins are told of an account by itself (40): during a spray every traveller is seen
/// at a strange place, and a spray's one hit in thousands still is what the admin looks for.
const POINTS_SUCCESS_DURING_SPRAY: u8 = 30;
/// Said of an account at most so often, seconds.
const SPRAY_SUCCESS_EVERY_S: u32 = 3_600;
/// As a sign-in from a country never seen (outbound reference, c4): nobody got in.
const POINTS_OLD_PASSWORD: u8 = 15;

/// A report and its circumstances.
#[derive(Clone, Copy, Debug)]
pub struct ReportFacts<'a> {
    /// The attempt.
    pub attempt: &'a Attempt,
    /// What became of it.
    pub outcome: Outcome,
    /// The lane that its reservation was debited in, if it held one that still counts.
    pub held: Option<Lane>,
    /// Its source, if it has one.
    pub source: Option<&'a SourceFacts>,
    /// The policy in force; the stricter one of [`SignInPolicy::during_spray`] while a spray goes on.
    pub policy: &'a SignInPolicy,
    /// Whether one does.
    pub spray: SprayMode,
    /// Now.
    pub now: Timestamp,
}

/// What a report changed, and what the caller has to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// For the engine.
    pub settled: Settled,
    /// Points that a success takes off its source's score.
    pub credit: f32,
    /// Something changed that is worth keeping over a restart.
    pub is_changed: bool,
}

/// Settles a report. The account's familiarity has to exist already for a success; without one, nothing is
/// learned.
pub fn settle(
    record: &mut AccountRecord,
    familiarity: Option<&mut Familiarity>,
    facts: &ReportFacts<'_>,
) -> Report {
    let now_s = facts.now.unix_s_u32();
    record.heal_clock(now_s);
    if let Some(lane) = facts.held {
        record.lane_mut(lane).release();
    }
    let lane = facts.held.unwrap_or_else(|| {
        lane_of(familiarity.as_deref(), facts.source, facts.attempt.vouch, facts.policy, facts.now)
    });
    let mut report = match facts.outcome {
        Outcome::Success | Outcome::SuccessWhileContained => succeeded(record, familiarity, lane, facts),
        Outcome::WrongPassword => failed(record, familiarity, lane, facts),
        Outcome::RightPasswordRefused => nothing(lane, right_password_refused(lane, facts)),
        Outcome::RefusedBefore | Outcome::NotAGuess => nothing(lane, None),
    };
    if report.settled.started.is_none() {
        report.settled.started = unannounced(record, facts.policy, now_s);
    }
    report
}

/// A reservation ran out without a report: a guess whose end we did not see counts as a failed one. Its lock,
/// if it starts one, is told by the account's next report.
pub fn expire(record: &mut AccountRecord, lane: Lane, policy: &SignInPolicy, now: Timestamp) {
    let now_s = now.unix_s_u32();
    record.heal_clock(now_s);
    let lane_record = record.lane_mut(lane);
    lane_record.release();
    if lane_record.count_failure(&LaneLimits::of(lane, policy), now_s) {
        lane_record.mark_unannounced();
    }
}

fn nothing(lane: Lane, evidence: Option<Evidence>) -> Report {
    let settled = Settled { evidence, ..Settled::quiet(lane, Counted::Nothing) };
    Report { settled, credit: 0.0, is_changed: false }
}

fn unannounced(record: &mut AccountRecord, policy: &SignInPolicy, now_s: u32) -> Option<LaneLock> {
    let mut take = |lane| record.lane_mut(lane).take_unannounced(&LaneLimits::of(lane, policy), now_s);
    take(Lane::Unfamiliar).or_else(|| take(Lane::Familiar))
}

fn failed(
    record: &mut AccountRecord,
    familiarity: Option<&mut Familiarity>,
    lane: Lane,
    facts: &ReportFacts<'_>,
) -> Report {
    let now_s = facts.now.unix_s_u32();
    if facts.policy.only_observes_lanes()
        && facts.held.is_none()
        && record.lane(lane).refusal(lane, now_s).is_some()
    {
        // While we only observe, the engine lets refused attempts through. Enforcing, this guess would not
        // have been verified, so it does not count.
        return nothing(lane, None);
    }
    let tag = facts.attempt.password_tag.map_or(Tag::NONE, Tag::of);
    let is_stale = record.own_tags.is_former(tag);
    let place = facts.source.map(|source| source.place);
    let is_strange = lane == Lane::Unfamiliar
        && familiarity.as_deref().is_some_and(|known| known.is_strange(place, facts.policy, now_s));
    // Rings are per lane, so that strangers cannot flush what is remembered of the owner's devices.
    let ring = match (lane, familiarity) {
        (Lane::Familiar, Some(familiarity)) => &mut familiarity.own_wrong_tags,
        (Lane::Familiar, None) | (Lane::Unfamiliar, Some(_) | None) => &mut record.strangers_tags,
    };
    let mut evidence = None;
    let counted = if is_stale {
        // Once: a thief's program polls as a phone does.
        if is_strange && !ring.holds(tag) {
            ring.remember(tag);
            evidence = Some(old_password_from_strange_place(facts));
        }
        Counted::Stale
    } else if ring.holds(tag) {
        Counted::Repeat
    } else {
        ring.remember(tag);
        Counted::Fresh
    };
    let mut started = None;
    if counted == Counted::Fresh {
        let limits = match facts.attempt.vouch {
            Vouch::Region => LaneLimits::of(lane, facts.policy).with_half_locks(),
            Vouch::Nobody | Vouch::Device { .. } | Vouch::Pass => LaneLimits::of(lane, facts.policy),
        };
        let lane_record = record.lane_mut(lane);
        started = lane_record.count_failure(&limits, now_s).then(|| lane_record.lock(&limits));
    }
    let settled = Settled { started, evidence, ..Settled::quiet(lane, counted) };
    Report { settled, credit: 0.0, is_changed: counted == Counted::Fresh }
}

fn succeeded(
    record: &mut AccountRecord,
    familiarity: Option<&mut Familiarity>,
    lane: Lane,
    facts: &ReportFacts<'_>,
) -> Report {
    let now_s = facts.now.unix_s_u32();
    let lately_s = familiarity.as_deref().map_or(0, |known| known.last_unfamiliar_s);
    let in_spray = success_during_spray(lately_s, lane, facts);
    let is_in_spray = in_spray.is_some();
    let evidence = suspicious(record, lane, facts).or(in_spray);
    let mut is_changed = record.lane(lane).has_failures();
    match lane {
        // Never the other lane: the owner's phone polls every five minutes and would hand strangers a fresh
        // budget each time.
        Lane::Familiar => record.familiar.clear_failures(),
        Lane::Unfamiliar => {
            let limits = LaneLimits::of(lane, facts.policy);
            record.unfamiliar.forgive(FORGIVEN_UNFAMILIAR, &limits, now_s);
        }
    }
    if let Some(tag) = facts.attempt.password_tag {
        record.own_tags.worked(Tag::of(tag));
    }
    let mut credit = 0.0;
    let mut is_strange = false;
    if let Some(familiarity) = familiarity {
        credit = familiarity.take_credit(now_s);
        let place = facts.source.map(|source| source.place);
        is_strange = lane == Lane::Unfamiliar && familiarity.is_strange(place, facts.policy, now_s);
        if is_strange || is_in_spray {
            familiarity.last_unfamiliar_s = now_s;
            is_changed = true;
        }
        let learned = facts.source.filter(|source| source.standing.is_learned);
        if facts.outcome == Outcome::SuccessWhileContained {
            // Whoever holds the password of an account that has to change it may be the thief.
        } else if let (Some(source), Vouch::Pass) = (learned, facts.attempt.vouch) {
            // The owner's link was used here: somebody who may decide it has said that this place is the owner's.
            is_changed |= familiarity.learn_at_once(source.place, facts.policy, now_s);
        } else if let Some(source) = learned
            && source.may_be_learned
            && evidence.is_none()
            && !(facts.spray == SprayMode::Spray && lane == Lane::Unfamiliar)
        {
            is_changed |= familiarity.learn(source.place, facts.policy, now_s);
        }
    }
    let settled = Settled { evidence, is_strange, ..Settled::quiet(lane, Counted::Success) };
    Report { settled, credit, is_changed }
}

/// A success from an unfamiliar place soon after many different wrong passwords.
fn suspicious(record: &AccountRecord, lane: Lane, facts: &ReportFacts<'_>) -> Option<Evidence> {
    let now_s = facts.now.unix_s_u32();
    let failures = record.unfamiliar.consecutive(now_s);
    let age_s = now_s.saturating_sub(record.unfamiliar.last_failure_s());
    let is_suspicious =
        lane == Lane::Unfamiliar && failures >= SUSPICIOUS_FAILURES && age_s <= SUSPICIOUS_WINDOW_S;
    is_suspicious.then(|| Evidence {
        kind: EvidenceKind::SuccessAfterFailures,
        points: POINTS_SUCCESS_AFTER_FAILURES,
        at: facts.now,
        source: facts.source.map(|source| source.network),
        count: u32::from(failures),
        region: None,
    })
}

/// A success from an unfamiliar place while many accounts are being tried: one of the guesses may have been right.
/// Said once an hour of an account, whose phone may poll from a new network all day.
fn success_during_spray(lately_s: u32, lane: Lane, facts: &ReportFacts<'_>) -> Option<Evidence> {
    let age_s = facts.now.unix_s_u32().saturating_sub(lately_s);
    let is_new = lately_s == 0 || age_s >= SPRAY_SUCCESS_EVERY_S;
    (facts.spray == SprayMode::Spray && lane == Lane::Unfamiliar && is_new).then(|| Evidence {
        kind: EvidenceKind::SuccessDuringSpray,
        points: POINTS_SUCCESS_DURING_SPRAY,
        at: facts.now,
        source: facts.source.map(|source| source.network),
        count: 1,
        region: None,
    })
}

/// A password that was right until it was replaced comes from a place that the account has never known: it is not
/// the forgotten phone at home, but may be whoever stole it.
fn old_password_from_strange_place(facts: &ReportFacts<'_>) -> Evidence {
    Evidence {
        kind: EvidenceKind::OldPasswordFromStrangePlace,
        points: POINTS_OLD_PASSWORD,
        at: facts.now,
        source: facts.source.map(|source| source.network),
        count: 1,
        region: None,
    }
}

/// Somebody has the right password and was refused. At a familiar place that is the owner, locked out by a
/// row of typos; anywhere else it speaks for a stolen password.
fn right_password_refused(lane: Lane, facts: &ReportFacts<'_>) -> Option<Evidence> {
    (lane == Lane::Unfamiliar).then(|| Evidence {
        kind: EvidenceKind::RightPasswordRefused,
        points: POINTS_RIGHT_PASSWORD_REFUSED,
        at: facts.now,
        source: facts.source.map(|source| source.network),
        count: 1,
        region: None,
    })
}
