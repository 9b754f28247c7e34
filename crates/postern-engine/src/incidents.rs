//! Incidents: the open ones in memory, because whoever decides has to know at once whether an account has one; all of them in
//! the store.
//!
//! A person's Contain opens one, evidence of a compromise that restricts sending does, and the owner who says of a change that
//! it was somebody else's. Volume alone opens none (checklist I3).

mod standing;

use std::collections::HashMap;

use parking_lot::RwLock;
use postern_core::account::Account;
use postern_core::alternate::AlternateEvent;
use postern_core::event::Event;
use postern_core::ids::{AccountId, IncidentId};
use postern_core::incident::{INCIDENT_LOOKS_BACK, Incident, IncidentEvent, IncidentState, IncidentTrigger};
use postern_core::mail_queue::QueueId;
use postern_core::outbound::Grace;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Reason, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::ports::{AuditFilter, AuditRow, Change, IncidentFilter, StoreError};
use crate::save::grace_after;

pub use standing::IncidentStanding;

/// Rows of an incident's timeline: more than anybody reads, and a bound.
const TIMELINE_ROWS: u32 = 200;

/// Every incident that is not closed, by account.
#[derive(Default)]
pub(crate) struct OpenIncidents {
    open: RwLock<HashMap<AccountId, Incident>>,
}

impl OpenIncidents {
    pub(crate) fn restore(&self, incidents: &[Incident]) {
        let mut open = self.open.write();
        open.extend(incidents.iter().map(|incident| (incident.account, incident.clone())));
    }

    pub(crate) fn of(&self, account: AccountId) -> Option<Incident> {
        self.open.read().get(&account).cloned()
    }

    pub(crate) fn apply(&self, event: &IncidentEvent) {
        let mut open = self.open.write();
        let account = event.account();
        let is_new = matches!(event, IncidentEvent::Opened(_) | IncidentEvent::Reopened(_));
        let is_of_other = |known: &Incident| is_new || known.id != event.incident();
        if open.get(&account).is_some_and(is_of_other) {
            return;
        }
        let before = open.remove(&account);
        if let Some(after) = event.applied_to(before)
            && after.closed.is_none()
        {
            open.insert(account, after);
        }
    }

    /// What a person's change opens is there before it is saved, so that a rule that sees something meanwhile opens no second
    /// one; `false`: a rule was quicker, and the person decides anew.
    pub(crate) fn reserve(&self, change: &Change) -> bool {
        let mut open = self.open.write();
        for incident in opened_by(change) {
            if open.contains_key(&incident.account) {
                return false;
            }
            open.insert(incident.account, incident.clone());
        }
        true
    }

    /// The change was not saved.
    pub(crate) fn give_back(&self, change: &Change) {
        let mut open = self.open.write();
        for incident in opened_by(change) {
            if open.get(&incident.account).is_some_and(|known| known.id == incident.id) {
                open.remove(&incident.account);
            }
        }
    }

    pub(crate) fn forget(&self, account: AccountId) {
        self.open.write().remove(&account);
    }
}

fn opened_by(change: &Change) -> impl Iterator<Item = &Incident> {
    change.events.iter().filter_map(|(_, event)| {
        if let Event::Incident(IncidentEvent::Opened(incident)) = event { Some(incident) } else { None }
    })
}

/// An incident with whose it is.
#[derive(Clone, Debug)]
pub struct KnownIncident {
    /// It.
    pub incident: Incident,
    /// Whose account.
    pub account: Account,
    /// How it stands.
    pub state: IncidentState,
    /// Who looks after it.
    pub owner: Option<Account>,
}

/// Some incidents.
#[derive(Clone, Debug)]
pub struct IncidentPage {
    /// Those that the asker's roles are for, newest first.
    pub incidents: Vec<KnownIncident>,
    /// Where the next page begins, as far as there may be one.
    pub next: Option<(Timestamp, IncidentId)>,
}

impl Engine {
    /// The events, with the incident that they open.
    pub(crate) fn with_incident(&self, mut events: Vec<Event>, actor: &Actor, at: Timestamp) -> Vec<Event> {
        let opened = events.iter().find_map(trigger_of);
        let is_said = || events.iter().any(|event| matches!(event, Event::Incident(_)));
        if let Some((account, trigger)) = opened
            && !is_said()
            && self.incidents.of(account).is_none()
        {
            let incident = Incident::opened((self.fresh_incident(), account), trigger, actor, at);
            events.push(IncidentEvent::Opened(incident).into());
        }
        events
    }

    /// What a rule opens acts in memory first, as everything that a rule does.
    pub(crate) fn note_incidents(&self, change: &Change) {
        for (_, event) in &change.events {
            if let Event::Incident(event) = event {
                self.incidents.apply(event);
            }
        }
    }

    /// A page of incidents that the asker's roles are for, newest first, with where the next one begins.
    pub async fn incidents(&self, filter: &IncidentFilter) -> Result<IncidentPage, StoreError> {
        let found = self.parts.store.incidents(filter).await?;
        let is_full = found.len() >= filter.limit as usize;
        let next = found.last().filter(|_| is_full).map(|last| (last.opened, last.id));
        let mut incidents = Vec::new();
        for incident in found {
            incidents.extend(self.with_people(incident).await?);
        }
        Ok(IncidentPage { incidents, next })
    }

    /// One; `None`: there is none that the asker's roles are for, or its account is gone.
    pub async fn incident(&self, id: IncidentId, reach: &Reach) -> Result<Option<KnownIncident>, StoreError> {
        let Some(incident) = self.parts.store.incident(id).await? else { return Ok(None) };
        Ok(self.with_people(incident).await?.filter(|one| reach.covers(&one.account.primary)))
    }

    /// The account's incident that is not closed.
    pub fn open_incident(&self, account: AccountId) -> Option<IncidentId> {
        self.incidents.of(account).map(|incident| incident.id)
    }

    async fn with_people(&self, incident: Incident) -> Result<Option<KnownIncident>, StoreError> {
        let Some(account) = self.parts.store.account(incident.account).await? else { return Ok(None) };
        let owner = match incident.owner {
            Some(owner) => self.parts.store.account(owner).await?,
            None => None,
        };
        let state = incident.state(&self.open.of_account(account.id));
        Ok(Some(KnownIncident { state, owner, account, incident }))
    }

    /// What happened about the account since a week before it was opened, newest first.
    pub async fn incident_timeline(&self, incident: &Incident) -> Result<Vec<AuditRow>, StoreError> {
        let filter = AuditFilter {
            account: Some(incident.account),
            since: Some(incident.opened.minus(INCIDENT_LOOKS_BACK)),
            until: incident.closed.as_ref().map(|closing| closing.at.plus(Span::from_s(1))),
            limit: TIMELINE_ROWS,
            ..AuditFilter::default()
        };
        self.parts.store.audit(&filter).await
    }

    /// How many messages its containment held.
    pub async fn held_by_incident(&self, incident: IncidentId) -> Result<Vec<QueueId>, StoreError> {
        self.parts.store.held_by(incident).await
    }

    /// Before they are held: an undo lets exactly these go. Where that cannot be noted they are held all the same, and a person
    /// decides about them.
    pub(crate) async fn note_held(&self, account: AccountId, ids: &[QueueId]) {
        let open = self.open.of_account(account);
        // Once a door was opened again, what is held is held for another reason.
        let is_contained = |incident: &Incident| incident.state(&open) == IncidentState::Contained;
        let Some(incident) = self.incidents.of(account).filter(is_contained) else { return };
        if let Err(error) = self.parts.store.note_held(incident.id, ids).await {
            tracing::error!(
                error = &error as &dyn std::error::Error, incident = %incident.id,
                "what a containment holds is not noted: its undo lets none of it go"
            );
        }
    }
}

/// What opens an incident: evidence of a compromise, or the owner's word.
fn trigger_of(event: &Event) -> Option<(AccountId, IncidentTrigger)> {
    if let Event::Alternate(AlternateEvent::Disowned { account, .. }) = event {
        return Some((*account, IncidentTrigger::DisownedByOwner));
    }
    let Event::RestrictionStarted(row) = event else { return None };
    let is_of_compromise = row.kind == RestrictionKind::SendingRestricted
        && grace_after(row) == Grace::Quartered
        && !matches!(row.reason, Reason::Contained { .. });
    is_of_compromise.then_some((row.account()?, IncidentTrigger::Evidence))
}

#[cfg(test)]
mod tests {
    use postern_core::ids::EventId;

    use super::*;

    fn change(incident: u64) -> Change {
        let account = AccountId::from_random(1);
        let (id, by) = (IncidentId::from_random(incident), Actor::Rule);
        let opened = Incident::opened((id, account), IncidentTrigger::Contained, &by, Timestamp::default());
        Change {
            at: Timestamp::default(),
            actor: by,
            note: String::new(),
            events: vec![(EventId::from_random(incident), IncidentEvent::Opened(opened).into())],
            effects: Vec::new(),
            passwords: Vec::new(),
        }
    }

    #[test]
    fn an_account_has_one_incident_whoever_opens_it_and_one_that_was_not_saved_is_gone() {
        let (open, account) = (OpenIncidents::default(), AccountId::from_random(1));
        assert!(open.reserve(&change(1)));
        assert!(!open.reserve(&change(2)), "somebody was quicker");
        open.give_back(&change(2));
        assert_eq!(open.of(account).map(|known| known.id), Some(IncidentId::from_random(1)));
        // What is said of another one changes nothing of this.
        let snapshot = postern_core::incident::Snapshot {
            at: Timestamp::default(),
            rows: Vec::new(),
            app_passwords: Vec::new(),
        };
        let incident = IncidentId::from_random(2);
        open.apply(&IncidentEvent::Contained { incident, account, snapshot });
        assert_eq!(open.of(account).and_then(|known| known.snapshot), None);
        open.give_back(&change(1));
        assert_eq!(open.of(account), None);
    }
}
