//! What was seen that speaks for a compromise: one way for all of it, whichever door or log it comes from.
//!
//! [`Engine::evidence_seen`] adds to the account's score and acts at once. Everything that follows from one
//! observation is one change, in the order in which a reader of the audit wants it: what was seen, the alert, then what
//! was done. Which score does what is core's; who is told is the outbox's.

use postern_core::compromise::{CompromiseStanding, Judgement, Level, SignalClass, held_until, traits_of};
use postern_core::decision::DecisionKind;
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::policy::Policies;
use postern_core::restriction::{
    Actor, EVIDENCE_MAX, Entity, Evidence, EvidenceKind, Origin, Reason, Restriction, RestrictionKind,
};
use postern_core::time::Timestamp;

use crate::engine::Engine;
use crate::ports::DecisionRow;
use crate::ports::counters::EvidenceAsk;
use crate::sending::reasons_of;

impl Engine {
    /// Something was seen of an account that speaks for a compromise. The score grows, and what it now calls for
    /// happens before this returns. `evidence` was seen at one moment; each piece is a row of the audit.
    pub fn evidence_seen(&self, account: AccountId, evidence: &[Evidence], now: Timestamp) {
        let (mut events, judgement) = self.weigh(account, evidence, now);
        self.act_on_score(account, &judgement, &mut events, now);
        self.save_events(events, now);
    }

    /// Adds to the score: the rows of what was seen and of the alert, and what follows.
    pub(crate) fn weigh(
        &self,
        account: AccountId,
        evidence: &[Evidence],
        now: Timestamp,
    ) -> (Vec<Event>, Judgement) {
        let policies = self.policies_now();
        let seen = self.parts.counters.evidence_seen(&self.evidence_ask(account, evidence, &policies, now));
        let mut events: Vec<Event> = evidence
            .iter()
            .zip(&seen.is_news)
            .filter(|(seen, is_news)| **is_news || is_a_row_each_time(seen.kind))
            .map(|(seen, _)| Event::EvidenceSeen { account, evidence: seen.clone() })
            .collect();
        if let Some(level) = seen.judgement.risen_to {
            let score = whole(seen.judgement.standing.score);
            events.push(Event::AlertRaised { account, level, score });
            let reasons = format!("{{\"level\":\"{}\",\"points\":{score}}}", level.code());
            self.log_score(account, DecisionKind::AlertRaised, reasons, now);
        }
        (events, seen.judgement)
    }

    /// The score of an account as it is.
    pub fn compromise_of(&self, account: AccountId) -> CompromiseStanding {
        self.parts.counters.compromise_standing(account, &self.policies_now().compromise, self.now())
    }

    fn evidence_ask<'a>(
        &self,
        account: AccountId,
        evidence: &'a [Evidence],
        policies: &'a Policies,
        now: Timestamp,
    ) -> EvidenceAsk<'a> {
        EvidenceAsk { account, evidence, policy: &policies.compromise, next_day: self.day_end(now), now }
    }

    /// What the level calls for, unless it stands already. Acts on news only: a score that is merely still high
    /// restricts nobody a second time.
    fn act_on_score(
        &self,
        account: AccountId,
        judgement: &Judgement,
        events: &mut Vec<Event>,
        now: Timestamp,
    ) {
        if events.is_empty() {
            return;
        }
        let policies = self.policies_now();
        let observes = self.sending_policy(account, now).only_observes(now);
        let policy = &policies.compromise;
        let score = u32::from(whole(judgement.standing.score));
        match judgement.standing.level {
            Level::None | Level::Alert => {}
            Level::Slow if observes || policy.slow_observe_only == 1 => {
                if judgement.risen_to.is_some() {
                    self.log_score(account, DecisionKind::SendingWouldBeSlowed, String::new(), now);
                }
            }
            Level::Slow => self.slow(account, &judgement.standing, events, now),
            Level::UntilNextDay | Level::UntilReleased => {
                let limit = limit_of(judgement, policy.restrict_points, policy.alert_points);
                let reason = Reason::CompromiseScore { points: score, limit };
                if observes || policy.restrict_observe_only == 1 {
                    if self.observed.is_first(account, now) {
                        let kind = DecisionKind::SendingWouldBeRestricted;
                        self.log_score(account, kind, reasons_of(&reason), now);
                    }
                } else {
                    let evidence = evidence_of(&judgement.standing);
                    let said = reasons_of(&reason);
                    let wanted = self.wanted(account, reason, evidence, judgement.until, now);
                    let closed = self.restrict_sending(wanted, &judgement.standing, events, now);
                    if let Some(kind) = closed.kind_of_new() {
                        self.log_score(account, kind, said, now);
                    }
                }
            }
        }
    }

    /// Each further novel recipient waits until the score has fallen. While a row stands no second one begins; where
    /// the score has grown meanwhile, the next begins when that one ends.
    fn slow(
        &self,
        account: AccountId,
        standing: &CompromiseStanding,
        events: &mut Vec<Event>,
        now: Timestamp,
    ) {
        let policies = self.policies_now();
        let policy = &policies.compromise;
        let row = Restriction {
            id: self.fresh_restriction(),
            entity: Entity::Account(account),
            kind: RestrictionKind::SendingSlowed,
            reason: Reason::CompromiseScore {
                points: u32::from(whole(standing.score)),
                limit: policy.slow_points as u32,
            },
            evidence: evidence_of(standing),
            since: now,
            until: Some(standing.falls_below(held_until(policy.slow_points), policy, now)),
            origin: Origin::Rule,
            actor: Actor::Rule,
        };
        let covers = |open: &Restriction| {
            open.is_in_force(now)
                && match open.kind {
                    RestrictionKind::SendingSlowed
                    | RestrictionKind::SendingProposed
                    | RestrictionKind::SendingRestricted => true,
                    RestrictionKind::SignInLocked
                    | RestrictionKind::SignInBlocked
                    | RestrictionKind::PasswordChangeRequired
                    | RestrictionKind::ProtocolOff(_)
                    | RestrictionKind::AddressBlock => false,
                }
        };
        if let Some((_, true)) = self.open.insert_unless(row.clone(), covers) {
            events.push(Event::RestrictionStarted(row));
            self.sweep_wake.notify_one();
        }
    }

    /// A row of sending has ended by time: while the score is still high, what follows is the milder level.
    pub(crate) fn go_on_milder(&self, account: AccountId, now: Timestamp) {
        let policies = self.policies_now();
        let policy = &policies.compromise;
        let standing = self.parts.counters.compromise_standing(account, policy, now);
        if standing.level >= Level::Slow
            && policy.slow_observe_only == 0
            && !self.sending_policy(account, now).only_observes(now)
        {
            let mut events = Vec::new();
            self.slow(account, &standing, &mut events, now);
            self.save_events(events, now);
        }
    }

    pub(crate) fn save_events(&self, events: Vec<Event>, now: Timestamp) {
        if !events.is_empty() {
            self.save_soon(self.change_of(events, Actor::Rule, "", now));
        }
    }

    fn log_score(&self, account: AccountId, kind: DecisionKind, reasons: String, now: Timestamp) {
        self.decisions.push(DecisionRow {
            at: now,
            gate: kind.gate(),
            account: Some(account),
            name: None,
            source: None,
            verdict: kind.code(),
            reasons,
            weight: 1,
            since: None,
            attempt: None,
        });
    }
}

/// A score as people read it: rounded down, so that it is never above a level that it has not reached.
fn whole(score: f64) -> u8 {
    // `as` saturates.
    score.floor() as u8
}

/// What a row keeps as its evidence: every signal that speaks, with its points as they count now.
pub(crate) fn evidence_of(standing: &CompromiseStanding) -> Vec<Evidence> {
    standing.counted().take(EVIDENCE_MAX).collect()
}

/// The points that restricted: after a release one hard signal is enough (checklist E8).
fn limit_of(judgement: &Judgement, restrict_points: u64, alert_points: u64) -> u32 {
    let limit =
        if judgement.standing.score >= restrict_points as f64 { restrict_points } else { alert_points };
    limit as u32
}

/// Evidence that its rule brings up seldom is a row each time. The sending gate brings up the same at every
/// recipient.
fn is_a_row_each_time(kind: EvidenceKind) -> bool {
    let is_of_every_recipient =
        matches!(kind, EvidenceKind::UnfamiliarSource | EvidenceKind::OutsidePinnedSources);
    traits_of(kind).class != SignalClass::Volume && !is_of_every_recipient
}
