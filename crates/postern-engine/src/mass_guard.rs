//! The mass guard at work: a restriction that a rule wants begins, or a person is asked.
//!
//! Core counts and rules ([`postern_core::mass_guard`]). Here the rows are made: in memory at once and as events, whichever
//! it is. A proposal is a row of its own kind, so it survives a restart, is listed, and is accepted or dismissed like a
//! restriction is made or ended. This file knows neither limits nor sentences.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;
use postern_core::compromise::CompromiseStanding;
use postern_core::decision::DecisionKind;
use postern_core::event::Event;
use postern_core::handle::ended;
use postern_core::ids::AccountId;
use postern_core::mass_guard::{MassGuard, MassGuardFacts, Ruling, is_certain, limit};
use postern_core::restriction::{Actor, Entity, Evidence, Origin, Reason, Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_text::Words;
use tokio::sync::Notify;

use crate::engine::Engine;

/// How often the timer looks whether it is over.
const LOOK_EVERY: Span = Span::from_s(10);

/// What the guard keeps.
#[derive(Default)]
pub(crate) struct GuardDesk {
    guard: Mutex<MassGuard>,
    /// Accounts of the site, as they were counted last.
    accounts: AtomicU64,
    /// What the admins are to be told of.
    untold: Mutex<Option<MassGuardFacts>>,
    wake: Notify,
}

impl GuardDesk {
    /// The site has so many accounts.
    pub(crate) fn counted(&self, accounts: u64) {
        self.accounts.store(accounts, Ordering::Relaxed);
    }
}

/// What became of a restriction that a rule wanted.
pub(crate) struct Closed {
    /// The row that stands now.
    pub(crate) row: Restriction,
    /// It is only proposed.
    pub(crate) is_proposed: bool,
    is_new: bool,
}

impl Closed {
    /// What the decision log says of it, if it began just now.
    pub(crate) fn kind_of_new(&self) -> Option<DecisionKind> {
        let kind =
            if self.is_proposed { DecisionKind::SendingProposed } else { DecisionKind::SendingRestricted };
        self.is_new.then_some(kind)
    }
}

/// How the guard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MassGuardStanding {
    /// While restrictions are held back.
    pub held_back: Option<MassGuardFacts>,
    /// Restrictions that wait for a person, of now and of before.
    pub proposals: usize,
}

impl Engine {
    /// The restriction of sending that a rule wants.
    pub(crate) fn wanted(
        &self,
        account: AccountId,
        reason: Reason,
        evidence: Vec<Evidence>,
        until: Option<Timestamp>,
        now: Timestamp,
    ) -> Restriction {
        Restriction {
            id: self.fresh_restriction(),
            entity: Entity::Account(account),
            kind: RestrictionKind::SendingRestricted,
            reason,
            evidence,
            since: now,
            until,
            origin: Origin::Rule,
            actor: Actor::Rule,
        }
    }

    /// Restricts sending in memory, or proposes it, and adds what happened to `events`. Two requests that cross together
    /// get the same row, and one that stands for longer covers.
    pub(crate) fn restrict_sending(
        &self,
        wanted: Restriction,
        standing: &CompromiseStanding,
        events: &mut Vec<Event>,
        now: Timestamp,
    ) -> Closed {
        // Held to the end, so that of two requests of one account only the first is counted.
        let mut guard = self.mass_guard.guard.lock();
        let Entity::Account(account) = wanted.entity else {
            return Closed { row: wanted, is_proposed: false, is_new: false };
        };
        let open = self.open.of_account(account);
        let in_force = |kind| open.iter().filter(move |row| row.kind == kind && row.is_in_force(now));
        if let Some(row) =
            in_force(RestrictionKind::SendingRestricted).find(|row| lasts_as_long(row, wanted.until))
        {
            return Closed { row: row.clone(), is_proposed: false, is_new: false };
        }
        let is_certain = is_certain(standing);
        let proposal = in_force(RestrictionKind::SendingProposed).next();
        if let Some(row) = proposal
            && !is_certain
        {
            return Closed { row: row.clone(), is_proposed: true, is_new: false };
        }
        // Whoever is restricted already, or was counted with the proposal, is stopped by nobody's mistake of now.
        let is_counted = proposal.is_some() || in_force(RestrictionKind::SendingRestricted).next().is_some();
        let ruling = if is_counted {
            Ruling::Restrict
        } else {
            guard.called_for(is_certain, self.mass_guard_limit(), now)
        };
        let closed = match ruling {
            Ruling::Restrict => {
                self.parts.counters.sending_restricted(account, now);
                Closed { row: wanted, is_proposed: false, is_new: true }
            }
            Ruling::Propose { begun } => {
                if let Some(facts) = begun {
                    events.push(Event::MassGuardStarted(facts));
                    *self.mass_guard.untold.lock() = Some(facts);
                    self.mass_guard.wake.notify_one();
                }
                let row = Restriction { kind: RestrictionKind::SendingProposed, ..wanted };
                Closed { row, is_proposed: true, is_new: true }
            }
        };
        self.open.insert(closed.row.clone());
        events.push(Event::RestrictionStarted(closed.row.clone()));
        if let Some(row) = proposal {
            // Nobody need be asked any more.
            self.open.remove(Some(account), row.id);
            events.push(Event::RestrictionReleased(ended(row)));
        }
        self.sweep_wake.notify_one();
        closed
    }

    /// How the guard stands.
    pub fn mass_guard_now(&self) -> MassGuardStanding {
        let proposals = self.open.accounts_with(RestrictionKind::SendingProposed, self.now()).len();
        MassGuardStanding { held_back: self.mass_guard.guard.lock().standing(), proposals }
    }

    fn mass_guard_limit(&self) -> u32 {
        limit(&self.policies_now().mass_guard, self.mass_guard.accounts.load(Ordering::Relaxed))
    }

    /// What rules called for within the last minutes, from the rows that were open when the store was read.
    pub(crate) fn restore_mass_guard(&self, open: &[Restriction], now: Timestamp) {
        let by_rules = open.iter().filter(|row| row.origin == Origin::Rule);
        let rows = by_rules.filter_map(|row| match row.kind {
            RestrictionKind::SendingRestricted => Some((row.since, false)),
            RestrictionKind::SendingProposed => Some((row.since, true)),
            RestrictionKind::SignInLocked
            | RestrictionKind::SignInBlocked
            | RestrictionKind::SendingSlowed
            | RestrictionKind::PasswordChangeRequired
            | RestrictionKind::ProtocolOff(_)
            | RestrictionKind::AddressBlock => None,
        });
        self.mass_guard.guard.lock().restore(rows, self.mass_guard_limit(), now);
    }

    /// The timer's loop.
    pub(crate) async fn run_mass_guard(self: Arc<Self>) {
        loop {
            let untold = self.mass_guard.untold.lock().take();
            if let Some(facts) = untold {
                tokio::spawn(self.clone().tell_mass_guard(facts));
            }
            self.watch_mass_guard();
            tokio::select! {
                () = self.parts.clock.sleep(LOOK_EVERY) => {}
                () = self.mass_guard.wake.notified() => {}
            }
        }
    }

    /// One mail for all that is proposed until nothing more is: none of them has one of its own.
    async fn tell_mass_guard(self: Arc<Self>, facts: MassGuardFacts) {
        if self.parts.notifier.is_configured() {
            let words = Words::in_language(self.parts.site.admin_language);
            let mail = words.mass_guard_mail(&facts, &self.parts.site.time_zone);
            self.tell_admins(mail, "the mass guard").await;
        }
    }

    /// One look: the end becomes an event.
    fn watch_mass_guard(&self) {
        let now = self.now();
        let over = self.mass_guard.guard.lock().ended(now);
        if let Some(facts) = over {
            self.save_soon(self.change_of(vec![Event::MassGuardEnded(facts)], Actor::Timer, "", now));
        }
    }
}

fn lasts_as_long(standing: &Restriction, until: Option<Timestamp>) -> bool {
    match (standing.until, until) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(standing), Some(until)) => standing >= until,
    }
}
