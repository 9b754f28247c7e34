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
use postern_core::incident::{Incident, IncidentEvent, IncidentState, IncidentTrigger};
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
/// The timeline begins so long before what was seen first (checklist H2).
const TIMELINE_BEFORE: Span = Span::from_days(7);

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
        if matches!(event, IncidentEvent::Opened(_)) && open.contains_key(&account) {
            return;
        }
        let before = open.remove(&account);
        if let Some(after) = event.applied_to(before)
            && after.closed.is_none()
        {
            open.insert(account, after);
        }
    }

    pub(crate) fn forget(&self, account: AccountId) {
        self.open.write().remove(&account);
    }
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
    pub async fn incidents(&self, filter: IncidentFilter, reach: &Reach) -> Result<IncidentPage, StoreError> {
        let found = self.parts.store.incidents(filter).await?;
        let is_full = found.len() >= filter.limit as usize;
        let next = found.last().filter(|_| is_full).map(|last| (last.opened, last.id));
        let mut incidents = Vec::new();
        for incident in found {
            let known = self.with_people(incident).await?;
            incidents.extend(known.filter(|one| reach.covers(&one.account.primary)));
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
            since: Some(incident.opened.minus(TIMELINE_BEFORE)),
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
        let Some(incident) = self.incidents.of(account).filter(|incident| incident.snapshot.is_some()) else {
            return;
        };
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
