//! What a diagnosis is made of, gathered: what `why` knows, and what else a complaint asks for. Each question that somebody else
//! has to answer (the mail server, its queue) is asked only where it matters, has its own patience, and hides nothing when it
//! fails: then it is said that this was not looked at. What it all means is core's to say.

use std::sync::atomic::Ordering;

use postern_core::account::Account;
use postern_core::alternate::counting;
use postern_core::diagnosis::facts::{
    LateExport, PlaceRefused, PolicyChange, QueueCounts, RecoverySeen, RulesSeen, SilentGate,
};
use postern_core::diagnosis::{CheckKind, Diagnosis, Facts, Look, Symptom, Unseen, diagnose, looked_at};
use postern_core::effect::Point;
use postern_core::event::EventKind;
use postern_core::gate::GateKind;
use postern_core::ids::AccountId;
use postern_core::mail_queue::QueueState;
use postern_core::time::{Span, Timestamp};

use super::Why;
use crate::connections::WAITING_LOOKED_AT;
use crate::engine::Engine;
use crate::forwarding::MailFlow;
use crate::mail_queue::QueuedMail;
use crate::ports::{AuditFilter, ExportError, ReceiptOutcome, StoreError};
use crate::sending::MailLogState;

/// How long the mail server is waited for, once for its queue and once for an account's rules: whoever asks has somebody on the
/// telephone.
const OUTSIDE_PATIENCE: Span = Span::from_s(3);
/// A change that waits longer than this was not merely asked for at this moment.
const EXPORT_PATIENCE: Span = Span::from_s(2);
/// A gate at which nobody asks for so long after the start is silent; on a site of a few people a night is quieter.
const SILENT_AFTER: Span = Span::from_minutes(15);
/// Changes of the rules' numbers are told for so long.
const POLICIES_WITHIN: Span = Span::from_days(7);
/// Answers of others are told in a sentence, so they end somewhere.
const PROBLEM_CHARACTERS_MAX: usize = 200;

/// A diagnosis with all that was known for it.
#[derive(Clone, Debug)]
pub struct Diagnosed {
    /// How the account stands.
    pub why: Why,
    /// What is behind the complaint.
    pub diagnosis: Diagnosis,
}

impl Engine {
    /// What is behind a complaint about an account. `None` when there is no such account.
    pub async fn diagnose(
        &self,
        account: AccountId,
        symptom: Symptom,
    ) -> Result<Option<Diagnosed>, StoreError> {
        let Some(why) = self.why(account).await? else { return Ok(None) };
        let facts = self.facts_for(&why, symptom).await;
        Ok(Some(Diagnosed { diagnosis: diagnose(symptom, &facts), why }))
    }

    async fn facts_for(&self, why: &Why, symptom: Symptom) -> Facts {
        let wanted = looked_at(symptom);
        let is_wanted = |kind| wanted.contains(&kind);
        let (account, now) = (&why.account, why.at);
        let open = why.open.iter().map(|row| row.restriction.clone());
        let vitals = self.vitals();
        let mut facts = Facts {
            open: open.collect(),
            is_gate_only: account.is_gate_only,
            may_admit: why.may_admit,
            has_planned_mailing: self.has_planned_mailing(account.id, now),
            failures: why.failures.clone(),
            deliveries: self.deliveries_seen(why),
            clock_jumped_s: vitals.clock_jumped_s,
            fails_to_save_since: vitals.fails_to_save_since,
            refused_places: why
                .sources
                .refused
                .iter()
                .map(|place| PlaceRefused {
                    address: place.address,
                    network: place.block.as_ref().and_then(|block| block.entity.network()),
                })
                .collect(),
            ..Facts::clear(now)
        };
        // Rules that only report close nothing.
        if why.observed.lanes {
            facts.open.retain(|row| row.kind != postern_core::restriction::RestrictionKind::SignInLocked);
        }
        if is_wanted(CheckKind::Queue) {
            facts.queue = self.queue_seen(account.id).await;
        }
        if is_wanted(CheckKind::Rules) {
            facts.rules = self.rules_seen(account).await;
        }
        if is_wanted(CheckKind::Recovery) {
            facts.recovery = looked(self.recovery_seen(account).await);
        }
        if is_wanted(CheckKind::Exports) {
            facts.late = looked(self.late_exports(account.id, now).await);
        }
        if is_wanted(CheckKind::Gates) {
            facts.silent_gates = looked(self.silent_gates(now).await);
        }
        if is_wanted(CheckKind::Policies) {
            facts.policy_changed = looked(self.policy_change(now).await);
        }
        facts
    }

    fn has_planned_mailing(&self, account: AccountId, now: Timestamp) -> bool {
        let scoped = self.scoped_policies();
        let is_it = |policy: &postern_core::policy::scoped::ScopedPolicy| {
            policy.is_in_force(now) && policy.until.is_some() && policy.scope.conditions.accounts == [account]
        };
        scoped.in_order().iter().any(is_it)
    }

    fn deliveries_seen(&self, why: &Why) -> Look<postern_core::outbound::DeliveryStanding> {
        match self.mail_log_state() {
            MailLogState::NotConfigured => Look::Unknown(Unseen::NotConnected),
            MailLogState::Read => Look::Seen(why.deliveries),
            MailLogState::Unreadable => Look::Unknown(Unseen::Failed("gates.mail_log".to_owned())),
        }
    }

    async fn queue_seen(&self, account: AccountId) -> Look<QueueCounts> {
        if !self.has_mail_queue() {
            return Look::Unknown(Unseen::NotConnected);
        }
        match self.in_time(self.queue_of(account)).await {
            Some(Ok(mails)) => Look::Seen(counted(&mails)),
            Some(Err(ExportError::NotConfigured)) => Look::Unknown(Unseen::NotConnected),
            Some(Err(error)) => failed(&error),
            None => Look::Unknown(Unseen::Late),
        }
    }

    async fn rules_seen(&self, account: &Account) -> Look<RulesSeen> {
        let mut names = vec![account.primary.clone()];
        names.extend(account.aliases.iter().cloned());
        if !self.parts.mail_agent.is_configured() {
            return Look::Unknown(Unseen::NotConnected);
        }
        match self.in_time(self.flow_of(&names)).await {
            Some(flow) => Look::Seen(rules_of(flow)),
            None => Look::Unknown(Unseen::Late),
        }
    }

    /// The answer, unless it takes longer than somebody on the telephone waits.
    async fn in_time<T>(&self, asked: impl Future<Output = T>) -> Option<T> {
        let patience_is_over = self.parts.clock.sleep(OUTSIDE_PATIENCE);
        tokio::select! {
            biased;
            answer = asked => Some(answer),
            () = patience_is_over => None,
        }
    }

    async fn recovery_seen(&self, account: &Account) -> Result<RecoverySeen, StoreError> {
        let known = self.alternates(account.id).await?;
        let factors = self.factors_of(account.id);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(RecoverySeen {
            has_public_page: self.site().public_url.is_some(),
            is_asked_elsewhere: account.is_gate_only,
            registered: count(known.len()),
            confirmed: count(known.iter().filter(|address| address.verified.is_some()).count()),
            counting: count(counting(&known, self.suspicious_since(account.id)).count()),
            has_codes: factors.app.is_some() || !factors.recovery.is_empty(),
        })
    }

    async fn late_exports(&self, account: AccountId, now: Timestamp) -> Result<Vec<LateExport>, StoreError> {
        let waiting = self.parts.store.waiting_effects(WAITING_LOOKED_AT).await?;
        let receipts = self.parts.store.receipts(account, super::RECENT_RECEIPTS).await?;
        let mut late: Vec<LateExport> = Vec::new();
        for (due, _) in waiting {
            let point = due.effect.point();
            if due.effect.account() != account || now < due.queued.plus(EXPORT_PATIENCE) {
                continue;
            }
            let problem = receipts.iter().find(|it| it.effect == due.id).map(|it| problem_of(&it.outcome));
            let problem = problem.unwrap_or_default();
            match late.iter_mut().find(|it| it.point == point) {
                Some(known) if known.since <= due.queued => {}
                Some(known) => *known = LateExport { point, since: due.queued, problem },
                None => late.push(LateExport { point, since: due.queued, problem }),
            }
        }
        // A start writes the map anew.
        let started = self.connections().await?.since;
        // What was given up waits no more and is not in force either, unless a later one of its kind arrived. Dovecot's files are
        // written whole, so any later writing has it, and so has a start.
        for point in [Point::DovecotFiles, Point::PostfixMap, Point::MailQueue, Point::OwnerMail] {
            if point == Point::DovecotFiles && !self.outbox.files_are_stale.load(Ordering::SeqCst) {
                continue;
            }
            let newest = receipts.iter().filter(|it| it.point == point).max_by_key(|it| it.at);
            if let Some(receipt) = newest
                && let ReceiptOutcome::GivenUp { .. } = receipt.outcome
                && (point != Point::PostfixMap || receipt.at >= started)
                && late.iter().all(|it| it.point != point)
            {
                late.push(LateExport { point, since: receipt.at, problem: problem_of(&receipt.outcome) });
            }
        }
        Ok(late)
    }

    async fn silent_gates(&self, now: Timestamp) -> Result<Vec<SilentGate>, StoreError> {
        let connections = self.connections().await?;
        let since = connections.since;
        if now < since.plus(SILENT_AFTER) {
            return Ok(Vec::new());
        }
        let is_silent = |gate: GateKind| {
            let state = connections.gates.iter().find(|it| it.kind == gate);
            state.is_some_and(|state| state.settings.is_some() && state.last_asked.is_none())
        };
        let gates = GateKind::ALL.iter().copied().filter(|&gate| is_silent(gate));
        Ok(gates.map(|gate| SilentGate { gate, since }).collect())
    }

    async fn policy_change(&self, now: Timestamp) -> Result<Option<PolicyChange>, StoreError> {
        let filter = AuditFilter {
            event: Some(EventKind::PolicyChanged),
            since: Some(now.minus(POLICIES_WITHIN)),
            limit: 1,
            ..AuditFilter::default()
        };
        let row = self.parts.store.audit(&filter).await?.pop();
        Ok(row.map(|row| PolicyChange { at: row.at, actor: row.actor }))
    }
}

fn counted(mails: &[QueuedMail]) -> QueueCounts {
    let of = |state| {
        let number = mails.iter().filter(|mail| mail.message.state == state).count();
        u32::try_from(number).unwrap_or(u32::MAX)
    };
    QueueCounts { held: of(QueueState::Held), deferred: of(QueueState::Deferred) }
}

fn rules_of(flow: MailFlow) -> RulesSeen {
    let mut hiding = Vec::new();
    for script in &flow.scripts {
        let rules = script.rules.iter().flatten().filter(|rule| rule.hides());
        hiding.extend(rules.map(|rule| (script.name.clone(), rule.clone())));
    }
    let unread = flow.problems.first().map(|problem| shortened(problem));
    RulesSeen { forwards: flow.forwards, hiding, unread }
}

fn problem_of(outcome: &ReceiptOutcome) -> String {
    match outcome {
        ReceiptOutcome::Done => String::new(),
        ReceiptOutcome::Failed { message, .. } | ReceiptOutcome::GivenUp { message } => shortened(message),
    }
}

fn looked<T>(read: Result<T, StoreError>) -> Look<T> {
    match read {
        Ok(seen) => Look::Seen(seen),
        Err(error) => failed(&error),
    }
}

fn failed<T>(error: &(dyn std::error::Error + 'static)) -> Look<T> {
    Look::Unknown(Unseen::Failed(shortened(&crate::outbox::chain(error))))
}

fn shortened(text: &str) -> String {
    text.chars().take(PROBLEM_CHARACTERS_MAX).collect()
}
