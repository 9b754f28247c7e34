//! A sign-in attempt: facts in memory, one decision in core, an answer. The later report settles what the
//! question reserved.

mod app_passwords;
mod application;
mod history;
mod listed;
mod passkey;
mod pinned;
mod protocols;
mod reservations;
mod temporary;
mod unusable;

use std::sync::atomic::Ordering;

use postern_core::address::ClientAddress;
use postern_core::app_password::of_credential;
use postern_core::arrival::{AddressFault, source_of};
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::name::canonical_login;
use postern_core::precedence::{ListFacts, judge};
use postern_core::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use postern_core::sign_in::{
    Attempt, LaneLock, Outcome, Phase, Settled, SignInRefusal, SignInVerdict, SourceBlock, Vouch,
};
use postern_core::time::{Span, Timestamp};

use crate::ask::{SignInAnswer, SignInAsk, SignInReport, SignInStatus};
use crate::engine::{Engine, keyed_hash, lacks_a_variable};
use crate::ports::AccountKey;

pub use application::{
    ApplicationAnswer, ApplicationAsk, ApplicationVerdict, AuthenticateError, SignInReason,
};
pub(crate) use history::FAILURES_WINDOW;
pub use history::SignInPage;
pub(crate) use listed::ListedLooks;
pub(crate) use reservations::Reservations;
use temporary::Verifier;
pub use temporary::{OwnPassword, OwnPasswordError};
pub(crate) use unusable::UnusableSaid;

/// Purposes of keyed hashes in this file; see `keyed_hash`.
const HASH_ATTEMPT: u8 = 1;
const HASH_UNKNOWN_NAME: u8 = 2;

/// Most blocks of networks that have a row. A botnet may be blocked address by address, and each row is a line of
/// the audit; the counters hold five times as many sources and go on refusing them without one.
const SOURCE_BLOCK_ROWS_MAX: usize = 50_000;

impl Engine {
    /// Dovecot asks about an attempt. Waits for a free reservation at most the policy's patience.
    pub async fn sign_in_asked(&self, ask: &SignInAsk<'_>) -> SignInAnswer {
        let who = self.who(ask.login);
        let attempt = self.attempt(who, ask);
        if attempt.source.is_none() || lacks_a_variable(ask) {
            self.note_arrival(ask);
        }
        let phase = phase_of(ask);
        let verdict = self.verdict_after_wait(who, ask, &attempt, phase).await;
        let verdict = self.unless_password_opens_nothing(who, phase, verdict, Verifier::MailServer);
        let verdict = self.unless_app_password_is_void(who, ask, verdict);
        self.sign_in_answer(who, ask, verdict)
    }

    /// The verdict, after a wait for a free reservation where that is what it takes.
    async fn verdict_after_wait(
        &self,
        who: AccountKey,
        ask: &SignInAsk<'_>,
        attempt: &Attempt,
        phase: Phase,
    ) -> SignInVerdict {
        if let Some(refusal) = self.switched_off(who, ask) {
            return SignInVerdict::Refuse(refusal);
        }
        match self.sign_in_verdict(who, attempt, phase) {
            SignInVerdict::Wait { .. } => self.wait_for_reservation(who, attempt, phase).await,
            SignInVerdict::Refuse(SignInRefusal::NoReservation) => {
                self.reserved_under_name(who, ask, attempt)
            }
            decided @ (SignInVerdict::Allow { .. } | SignInVerdict::Refuse(_)) => decided,
        }
    }

    /// Dovecot reports what became of an attempt.
    pub fn sign_in_reported(&self, report: &SignInReport<'_>) {
        let who = self.who(report.ask.login);
        self.settle_report(who, &report.ask, &self.attempt(who, &report.ask), outcome_of(report));
    }

    fn settle_report(
        &self,
        mut who: AccountKey,
        ask: &SignInAsk<'_>,
        attempt: &Attempt,
        outcome: Outcome,
    ) -> Settled {
        let now = self.now();
        let mut attempt = with_standing(attempt, &self.list_facts(who, attempt.source, now));
        if outcome == Outcome::WrongPassword {
            attempt.vouch = self.vouch_of_region(who, &attempt, now);
        }
        let attempt = &attempt;
        if let (AccountKey::UnknownName(_), Outcome::Success) = (who, outcome)
            && let Some(account) = self.learn_account(ask.login, now)
        {
            // It exists in somebody else's directory. What the unknown name reserved is given back first.
            let policies = self.policies_now();
            self.parts.counters.sign_in_reported(who, attempt, Outcome::NotAGuess, &policies.sign_in, now);
            who = AccountKey::Account(account);
        }
        let outcome = self.of_app_password(who, ask, outcome);
        let outcome = self.while_password_opens_nothing(who, outcome, now);
        let outcome = self.while_contained(who, outcome, now);
        let outcome = self.success_within_pins(who, attempt.source, outcome, now);
        let settled = {
            let policies = self.policies_now();
            self.parts.counters.sign_in_reported(who, attempt, outcome, &policies.sign_in, now)
        };
        self.reservations.wake(who);
        if let (AccountKey::UnknownName(name_hash), true) = (who, settled.is_name_candidate) {
            let canonical = canonical_login(ask.login, self.names()).ok();
            self.judge_name(canonical.as_deref().unwrap_or(ask.login), name_hash);
        }
        self.log_report(who, ask, &settled);
        if let (Outcome::Success, Some(source), AccountKey::Account(account)) = (outcome, attempt.source, who)
        {
            self.arrivals.succeeded(source, ask, attempt.attempt_hash, account.as_u64(), now);
        }
        for block in &settled.source_blocks {
            self.start_source_block(block, now);
        }
        if let AccountKey::Account(account) = who {
            self.act_on_report(account, &settled, now);
        }
        settled
    }

    /// The whole order: what people said first (`postern_core::precedence`), then the counters.
    fn sign_in_verdict(&self, who: AccountKey, attempt: &Attempt, phase: Phase) -> SignInVerdict {
        let now = self.now();
        let lists = self.list_facts(who, attempt.source, now);
        if let Err(refusal) = judge(&lists) {
            return SignInVerdict::Refuse(refusal);
        }
        let policies = self.policies_now();
        let attempt = with_standing(attempt, &lists);
        let verdict = self.parts.counters.sign_in_asked(who, &attempt, phase, &policies.sign_in, now);
        self.unless_outside_pins(who, attempt.source, phase, verdict, now)
    }

    /// Everything that people said and that touches an attempt.
    pub(crate) fn list_facts(
        &self,
        who: AccountKey,
        source: Option<ClientAddress>,
        now: Timestamp,
    ) -> ListFacts {
        let account = who.id_to_look_up();
        let (account_block, pair_block) = self.open.blocks_by_hand(account, source, now);
        ListFacts { account_block, pair_block, ..self.lists.facts(account, source, now) }
    }

    /// A success of an account that is contained teaches no place: whoever it was.
    fn while_contained(&self, who: AccountKey, outcome: Outcome, now: Timestamp) -> Outcome {
        let (AccountKey::Account(account), Outcome::Success) = (who, outcome) else { return outcome };
        let is_blocked = self.open.in_force(account, RestrictionKind::SignInBlocked, now).is_some();
        if self.must_change_password(account) || is_blocked {
            Outcome::SuccessWhileContained
        } else {
            Outcome::Success
        }
    }

    /// Asks again whenever a reservation of this account may have become free.
    async fn wait_for_reservation(&self, who: AccountKey, attempt: &Attempt, phase: Phase) -> SignInVerdict {
        let patience = Span::from_ms(self.policies_now().sign_in.reservation_wait_ms as i64);
        let patience_is_over = self.parts.clock.sleep(patience);
        tokio::pin!(patience_is_over);
        loop {
            let waiting = self.reservations.wait(who);
            // Registered before the question, so that a report in between is not missed.
            let lane = match self.sign_in_verdict(who, attempt, phase) {
                SignInVerdict::Wait { lane } => lane,
                decided @ (SignInVerdict::Allow { .. } | SignInVerdict::Refuse(_)) => return decided,
            };
            tokio::select! {
                () = waiting => {}
                () = &mut patience_is_over => {
                    return SignInVerdict::Refuse(SignInRefusal::TooManyAtOnce { lane });
                }
            }
        }
    }

    fn sign_in_answer(&self, who: AccountKey, ask: &SignInAsk<'_>, verdict: SignInVerdict) -> SignInAnswer {
        // The message stays empty: before the check it would tell names apart, after it it would confirm the
        // password (signin reference, section 0, 7). A temporary one is the exception, because its holder has to
        // learn where to replace it.
        let answer = |status| SignInAnswer { status, message: String::new() };
        match verdict {
            SignInVerdict::Allow { delay_s, observed, .. } => {
                // Said once, not again after the check.
                if let (Some(refusal), Phase::Before) = (observed, phase_of(ask)) {
                    self.log_refusal(who, ask, refusal, true);
                }
                answer(if delay_s == 0 { SignInStatus::Allow } else { SignInStatus::Delay(delay_s) })
            }
            SignInVerdict::Refuse(refusal) => {
                if !self.is_enforced(who, ask, refusal) {
                    return answer(SignInStatus::Allow);
                }
                SignInAnswer { status: SignInStatus::Refuse, message: self.told_to_holder(refusal) }
            }
            // `wait_for_reservation` ends every wait with one of the others.
            SignInVerdict::Wait { .. } => answer(SignInStatus::Refuse),
        }
    }

    /// Whether a refusal holds: while its rule only observes, it does not. Logs it either way.
    fn is_enforced(&self, who: AccountKey, ask: &SignInAsk<'_>, refusal: SignInRefusal) -> bool {
        let is_enforced = !refusal.is_only_observed(&self.policies_now().sign_in);
        self.log_refusal(who, ask, refusal, !is_enforced);
        is_enforced
    }

    /// Whose counters: the account's, or the slot of an unknown name. A name that cannot be one is unknown.
    pub(crate) fn who(&self, login: &str) -> AccountKey {
        let name = canonical_login(login, self.names()).ok();
        match name.as_deref().and_then(|name| self.account_of(name)) {
            Some((account, _)) => AccountKey::Account(account),
            None => self.unknown(name.as_deref().unwrap_or(login)),
        }
    }

    /// The right password without a reservation of the account. When the account was made known only after the
    /// first question (a mail program opens several connections at once, and the first that is in teaches us
    /// its account), the place was reserved under the name.
    fn reserved_under_name(&self, who: AccountKey, ask: &SignInAsk<'_>, attempt: &Attempt) -> SignInVerdict {
        match who {
            AccountKey::Account(_) => {
                let name = canonical_login(ask.login, self.names()).ok();
                let name = self.unknown(name.as_deref().unwrap_or(ask.login));
                self.sign_in_verdict(name, attempt, Phase::After)
            }
            AccountKey::UnknownName(_) => SignInVerdict::Refuse(SignInRefusal::NoReservation),
        }
    }

    pub(crate) fn unknown(&self, name: &str) -> AccountKey {
        AccountKey::UnknownName(keyed_hash(self.site_key(), HASH_UNKNOWN_NAME, &[name.as_bytes()]))
    }

    fn attempt(&self, who: AccountKey, ask: &SignInAsk<'_>) -> Attempt {
        let parts = [ask.session, ask.remote, ask.pwhash, ask.login, ask.protocol].map(str::as_bytes);
        // What names no client is no source: everybody would share it.
        let source = source_of(ask.remote).ok().map(|address| address.folded(self.site().nat64));
        Attempt {
            source,
            password_tag: password_tag(ask),
            attempt_hash: keyed_hash(self.site_key(), HASH_ATTEMPT, &parts),
            vouch: self.vouch(who, source, None),
            ..Attempt::default()
        }
    }

    /// Counts what is wrong with what the mail server sent, before the check only, so once an attempt.
    #[cold]
    fn note_arrival(&self, ask: &SignInAsk<'_>) {
        let fault = match source_of(ask.remote) {
            Err(fault) => fault,
            Ok(_) => AddressFault::UnsupportedVariable,
        };
        if phase_of(ask) == Phase::Before {
            let login = keyed_hash(self.site_key(), HASH_UNKNOWN_NAME, &[ask.login.as_bytes()]);
            self.arrivals.saw(fault, ask, login, self.now());
        }
    }

    fn act_on_report(&self, account: AccountId, settled: &Settled, now: Timestamp) {
        // While the site only observes nothing is locked, so no row says so; the decision log has what would
        // have been refused.
        if let Some(lock) = &settled.started
            && !self.policies_now().sign_in.only_observes_lanes()
        {
            self.start_lock(account, lock.clone(), now);
        }
        if let Some(evidence) = &settled.evidence {
            self.evidence_seen(account, std::slice::from_ref(evidence), now);
        }
    }

    /// A lane has locked: the row that shows it. The lane itself is locked in the counters already.
    fn start_lock(&self, account: AccountId, lock: LaneLock, now: Timestamp) {
        let restriction = Restriction {
            id: self.fresh_restriction(),
            entity: Entity::Account(account),
            kind: RestrictionKind::SignInLocked,
            reason: lock.reason,
            evidence: Vec::new(),
            since: now,
            until: lock.until,
            origin: Origin::Rule,
            actor: Actor::Rule,
        };
        let event = Event::RestrictionStarted(restriction);
        self.apply(&event, now);
        self.save_soon(self.change_of(vec![event], Actor::Rule, "", now));
    }

    /// A rule has blocked a source: the row that shows it. The counters refuse it already.
    fn start_source_block(&self, block: &SourceBlock, now: Timestamp) {
        if self.policies_now().sign_in.only_observes_sources() {
            return;
        }
        if self.open.network_count() >= SOURCE_BLOCK_ROWS_MAX {
            if !self.source_blocks_are_full.swap(true, Ordering::Relaxed) {
                tracing::warn!(
                    rows = SOURCE_BLOCK_ROWS_MAX,
                    "further sources are blocked without a row in the list until older blocks have ended"
                );
            }
            return;
        }
        self.source_blocks_are_full.store(false, Ordering::Relaxed);
        self.list_source_block(block, now);
    }

    /// The row of a block that the counters hold.
    pub(crate) fn list_source_block(&self, block: &SourceBlock, now: Timestamp) {
        let restriction = Restriction {
            id: self.fresh_restriction(),
            entity: Entity::Network(block.network),
            kind: RestrictionKind::AddressBlock,
            reason: Reason::GuessingSource { cause: block.cause, count: block.count },
            evidence: Vec::new(),
            since: now,
            until: Some(block.until),
            origin: Origin::Rule,
            actor: Actor::Rule,
        };
        let event = Event::RestrictionStarted(restriction);
        self.apply(&event, now);
        self.save_soon(self.change_of(vec![event], Actor::Rule, "", now));
    }
}

/// The attempt as those who count have to see it.
pub(crate) fn with_standing(attempt: &Attempt, lists: &ListFacts) -> Attempt {
    let is_vouched = lists.pair_entry.as_ref().is_some_and(|entry| entry.is_vouched);
    let vouch = if is_vouched { Vouch::Pass } else { attempt.vouch };
    Attempt { standing: lists.standing(), vouch, ..*attempt }
}

fn phase_of(ask: &SignInAsk<'_>) -> Phase {
    if ask.phase == "after" { Phase::After } else { Phase::Before }
}

/// What the report's fields say together. `policy_reject` alone does not say that the password was right: only
/// the phase does (signin reference, section 0, 2 and 3).
fn outcome_of(report: &SignInReport<'_>) -> Outcome {
    if report.success {
        return Outcome::Success;
    }
    if report.policy_reject {
        return match phase_of(&report.ask) {
            Phase::After => Outcome::RightPasswordRefused,
            Phase::Before => Outcome::RefusedBefore,
        };
    }
    match report.fail_type {
        "internal" | "expired" | "disabled" | "policy" => Outcome::NotAGuess,
        // "credentials", "account" (no such user) and Dovecot 2.3, which says nothing.
        _ => Outcome::WrongPassword,
    }
}

/// The tag, where the mechanism carries the password: with CRAM or SCRAM the hash is one constant per user and
/// would make every guess look like a repeat. None of an app password: see `app_passwords`.
fn password_tag(ask: &SignInAsk<'_>) -> Option<u16> {
    let carries_password = ask.mechanism.is_empty()
        || ["PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"].iter().any(|m| ask.mechanism.eq_ignore_ascii_case(m));
    if !carries_password || ask.pwhash.is_empty() || of_credential(ask.credential).is_some() {
        return None;
    }
    // Dovecot sends four digits; a site may have chosen a longer hash, of which the first four tell enough.
    let digits = ask.pwhash.get(..ask.pwhash.len().min(4))?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests;
