//! Contain: everything that closes an account, as one change. What stands already is not begun a second time, so that
//! containing twice is containing once; what others began stays theirs.

use super::{app_password, sessions};
use crate::account::AccountFacts;
use crate::command::Asker;
use crate::containment::{ContainStep, Containment, is_done, is_ours};
use crate::event::Event;
use crate::ids::RestrictionId;
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
    let Containment { fresh, own } = containment;
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
    events
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
