//! Commands about passwords. The text of none is seen here: the caller has made the hash.

use super::{app_password, end_all};
use crate::access;
use crate::account::{AccountFacts, AccountKind};
use crate::command::{Asker, Command, PasswordReset};
use crate::event::Event;
use crate::ids::RestrictionId;
use crate::refusal::{PasswordRefusal, Refusal};
use crate::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use crate::time::Timestamp;

/// What a new password ends: the automatic locks, and that it was to be changed. A block by a person stays, and so does
/// what restricts sending (DESIGN section 7, checklist C10).
const ENDED_BY_NEW: [RestrictionKind; 2] =
    [RestrictionKind::SignInLocked, RestrictionKind::PasswordChangeRequired];

/// Whether the asker may set the password of this account at all.
pub(super) fn check_access(facts: &AccountFacts, command: &Command, asker: &Asker) -> Result<(), Refusal> {
    let is_reset = matches!(command, Command::ResetPassword(_));
    if is_reset && asker.actor == Actor::Person(facts.account.id) {
        return Err(Refusal::Password(PasswordRefusal::Own));
    }
    match facts.account.roles.iter().max() {
        Some(&role) if !access::may_set_password_of(&asker.roles, &facts.account.roles) => {
            Err(Refusal::TargetIsAdmin { role })
        }
        Some(_) | None => Ok(()),
    }
}

/// A password that stays.
pub(super) fn set(facts: &AccountFacts) -> Result<Vec<Event>, Refusal> {
    let account = &facts.account;
    if account.is_gate_only {
        return Err(Refusal::PasswordKeptElsewhere);
    }
    let mut events = vec![Event::PasswordSet { account: account.id }];
    events.extend(end_all(facts, &ENDED_BY_NEW));
    Ok(events)
}

/// The same by whoever is not its owner: what single devices had opens nothing any more (checklist C10).
pub(super) fn set_anew(facts: &AccountFacts) -> Result<Vec<Event>, Refusal> {
    let mut events = set(facts)?;
    events.extend(app_password::revoke_all(facts));
    Ok(events)
}

/// A password that an admin hands over.
pub(super) fn reset(
    facts: &AccountFacts,
    reset: &PasswordReset,
    asker: &Asker,
    fresh: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let mut events = set_anew(facts)?;
    match reset.temporary_until {
        // Programs and shared mailboxes have nobody who would change it.
        None if reset.is_chosen && facts.account.kind == AccountKind::Person => {
            return Err(Refusal::Password(PasswordRefusal::ChosenIsTemporary));
        }
        None => {}
        Some(until) if until <= now => return Err(Refusal::EndInThePast),
        Some(until) => events.push(Event::RestrictionStarted(Restriction {
            id: fresh,
            entity: Entity::Account(facts.account.id),
            kind: RestrictionKind::PasswordChangeRequired,
            reason: Reason::TemporaryPassword { note: asker.note.trim().to_owned() },
            evidence: Vec::new(),
            since: now,
            until: Some(until),
            origin: asker.actor.origin(),
            actor: asker.actor.clone(),
        })),
    }
    Ok(events)
}

/// The owner's own password in place of the temporary one.
pub(super) fn change_temporary(
    facts: &AccountFacts,
    verified: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let mut rows = facts.open_of(RestrictionKind::PasswordChangeRequired);
    if rows.any(|row| row.id == verified && row.is_temporary_password() && row.is_in_force(now)) {
        set(facts)
    } else {
        Err(Refusal::Password(PasswordRefusal::NotTemporary))
    }
}

/// What follows when time ends a row: a temporary password that nobody replaced is refused from then on, by a row of its
/// own.
pub fn after_end(ended: &Restriction, fresh: RestrictionId, now: Timestamp) -> Option<Event> {
    ended.is_temporary_password().then(|| {
        Event::RestrictionStarted(Restriction {
            id: fresh,
            entity: ended.entity.clone(),
            kind: RestrictionKind::PasswordChangeRequired,
            reason: Reason::TemporaryPasswordExpired,
            evidence: Vec::new(),
            since: now,
            until: None,
            origin: Origin::Rule,
            actor: Actor::Timer,
        })
    })
}
