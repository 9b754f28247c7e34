//! Contain: everything that closes an account, as one change. What stands already is not begun a second time, so that
//! containing twice is containing once; what others began stays theirs.

use super::{app_password, sessions};
use crate::account::AccountFacts;
use crate::command::Asker;
use crate::containment::{ContainStep, Containment, is_done, is_ours};
use crate::event::Event;
use crate::ids::RestrictionId;
use crate::incident::{Incident, IncidentEvent, IncidentTrigger, Snapshot};
use crate::restriction::{Entity, Reason, Restriction, RestrictionKind};
use crate::time::Timestamp;

/// The events of a containment. Rows stand beside those that others began, never in their place, so that an undo ends
/// exactly these.
pub(super) fn contain(
    facts: &AccountFacts,
    containment: &Containment,
    asker: &Asker,
    now: Timestamp,
) -> Vec<Event> {
    let Containment { fresh, own, incident: _ } = containment;
    let row = |kind, id| Event::RestrictionStarted(row(facts, kind, id, asker, now));
    let mut events = Vec::new();
    for &step in ContainStep::ALL {
        if is_done(step, facts) || !is_ours(step, facts) {
            continue;
        }
        match step {
            ContainStep::Sending => events.push(row(RestrictionKind::SendingRestricted, fresh.sending)),
            ContainStep::SignIn => events.push(row(RestrictionKind::SignInBlocked, fresh.sign_in)),
            ContainStep::Password => {
                events.push(row(RestrictionKind::PasswordChangeRequired, fresh.password));
            }
            ContainStep::AppPasswords => events.extend(app_password::revoke_all(facts)),
            ContainStep::Sessions => events.extend(sessions::end_everywhere(facts.account.id, None, own)),
            // Which mail it is says the queue; whoever carries it out holds what is there then.
            ContainStep::Queue => {}
        }
    }
    events.extend(case(facts, containment, &events, asker, now));
    events
}

/// The incident: opened where none is, with what this containment began and took.
fn case(
    facts: &AccountFacts,
    containment: &Containment,
    events: &[Event],
    asker: &Asker,
    now: Timestamp,
) -> Vec<Event> {
    let account = facts.account.id;
    let rows = events
        .iter()
        .filter_map(|event| if let Event::RestrictionStarted(row) = event { Some(row.id) } else { None });
    let names = facts.app_passwords.iter().map(|one| one.name.clone());
    let snapshot = Snapshot { at: now, rows: rows.collect(), app_passwords: names.collect() };
    let incident = facts.incident.as_ref().map_or(containment.incident, |open| open.id);
    let new = || Incident::opened((incident, account), IncidentTrigger::Contained, &asker.actor, now);
    let opened = facts.incident.is_none().then(|| IncidentEvent::Opened(new()));
    let is_news = !snapshot.rows.is_empty() || !snapshot.app_passwords.is_empty();
    let is_first = facts.incident.as_ref().is_none_or(|open| open.snapshot.is_none());
    let contained = (is_news || is_first).then_some(IncidentEvent::Contained { incident, account, snapshot });
    opened.into_iter().chain(contained).map(Event::from).collect()
}

fn row(
    facts: &AccountFacts,
    kind: RestrictionKind,
    id: RestrictionId,
    asker: &Asker,
    now: Timestamp,
) -> Restriction {
    Restriction {
        id,
        entity: Entity::Account(facts.account.id),
        kind,
        reason: Reason::Contained { note: asker.note.trim().to_owned() },
        evidence: Vec::new(),
        since: now,
        until: None,
        origin: asker.actor.origin(),
        actor: asker.actor.clone(),
    }
}
