//! Commands about an incident: who looks after it, its end, its return, and the undo of a false alarm.

use super::ended;
use crate::account::AccountFacts;
use crate::command::Asker;
use crate::event::Event;
use crate::incident::{
    Closing, Incident, IncidentCause, IncidentCommand, IncidentDeed, IncidentEvent, IncidentRefusal,
};
use crate::mail_queue::QueueAction;
use crate::refusal::Refusal;
use crate::restriction::Actor;
use crate::time::Timestamp;

/// What a person's command about an incident does. Of a form that is old nothing is done.
pub(super) fn decide(
    facts: &AccountFacts,
    command: &IncidentCommand,
    asker: &Asker,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    if let IncidentDeed::Reopen(closed) = &command.deed {
        return reopen(facts, closed, command.seen);
    }
    let open = facts.incident.as_ref().filter(|open| open.id == command.incident);
    let open = open.ok_or(Refusal::Incident(IncidentRefusal::NotOpen))?;
    if open.version != command.seen {
        return Err(Refusal::NotAsSeen);
    }
    let (incident, account) = (open.id, facts.account.id);
    match &command.deed {
        IncidentDeed::Assign(owner) if *owner == open.owner => Err(Refusal::AlreadySo),
        IncidentDeed::Assign(owner) => {
            Ok(vec![IncidentEvent::Assigned { incident, account, owner: *owner }.into()])
        }
        IncidentDeed::Close(cause) => Ok(vec![closed(open, *cause, asker, now)]),
        IncidentDeed::Undo { held } => undo(facts, open, held.len() as u32, asker, now),
        IncidentDeed::Reopen(_) => Err(Refusal::Incident(IncidentRefusal::StillOpen)),
    }
}

/// Ends exactly the restrictions that the containment began and that still stand, and lets the mail go that it held.
fn undo(
    facts: &AccountFacts,
    open: &Incident,
    held: u32,
    asker: &Asker,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let account = facts.account.id;
    let snapshot = open.snapshot.as_ref().ok_or(Refusal::Incident(IncidentRefusal::NotContained))?;
    // Whoever could lift the own containment would be the one to lift who stole the password.
    if asker.actor == Actor::Person(account) {
        return Err(Refusal::OwnAccount);
    }
    let its = facts.open.iter().filter(|row| snapshot.rows.contains(&row.id));
    let mut events: Vec<Event> = its.map(|row| Event::RestrictionReleased(ended(row))).collect();
    // What others closed, or a person opened since, is nobody's to be undone.
    if events.is_empty() && held == 0 {
        return Err(Refusal::Incident(IncidentRefusal::NotContained));
    }
    if held > 0 {
        events.push(Event::QueueChanged { account, action: QueueAction::Release, messages: held });
    }
    events.push(IncidentEvent::Undone { incident: open.id, account }.into());
    events.push(closed(open, IncidentCause::FalseAlarm, asker, now));
    Ok(events)
}

fn closed(open: &Incident, cause: IncidentCause, asker: &Asker, now: Timestamp) -> Event {
    let closing = Closing { at: now, by: asker.actor.clone(), cause, note: asker.note.trim().to_owned() };
    IncidentEvent::Closed { incident: open.id, account: open.account, closing }.into()
}

fn reopen(facts: &AccountFacts, closed: &Incident, seen: u32) -> Result<Vec<Event>, Refusal> {
    if facts.incident.is_some() || closed.closed.is_none() || closed.account != facts.account.id {
        return Err(Refusal::Incident(IncidentRefusal::StillOpen));
    }
    if closed.version != seen {
        return Err(Refusal::NotAsSeen);
    }
    Ok(vec![IncidentEvent::Reopened(closed.clone()).into()])
}
