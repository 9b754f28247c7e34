//! A command against one account: events, or a refusal.
//!
//! The order of the checks is the order in which a person wants to hear of them: may you at all, may you touch
//! this account, did you say why, is there anything to do.

mod alternate;
mod app_password;
mod contain;
mod incident;
mod password;
mod profile;
mod protocol;
mod recovery;
mod sessions;

use crate::access;
use crate::account::{AccountFacts, Role};
use crate::admin::{AdminEvent, Invitation, LinkUse};
use crate::command::{Asker, Command, CommandKind, EASED_MAX, ProfileChange};
use crate::event::{EndedRestriction, Event};
use crate::help_request;
use crate::ids::{AccountId, PasskeyId, RestrictionId};
use crate::refusal::Refusal;
use crate::restriction::{Actor, Entity, NOTE_BYTES_MAX, Origin, Reason, Restriction, RestrictionKind};
use crate::time::Timestamp;

pub use password::after_end;
pub use profile::check_display_name;

/// What an unblock of sending ends.
const SENDING_KINDS: [RestrictionKind; 3] =
    [RestrictionKind::SendingRestricted, RestrictionKind::SendingProposed, RestrictionKind::SendingSlowed];

/// Decides what `command` does to the account. `fresh` is the id of a restriction that this may start.
/// Whether a name is taken by another account is for the caller, who has the index of names.
pub fn handle(
    facts: &AccountFacts,
    command: &Command,
    asker: &Asker,
    fresh: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    check_access(facts, command, asker)?;
    let account = facts.account.id;
    match command {
        Command::Rename { to, keep_old_as_alias } => profile::rename(facts, to, *keep_old_as_alias),
        Command::ChangeProfile(change) => profile::change(facts, change),
        Command::AddAlias(alias) => profile::add_alias(facts, alias),
        Command::RemoveAlias(alias) => profile::remove_alias(facts, alias),
        Command::Delete => Ok(vec![deleted(facts)]),
        Command::SetPassword => password::set_anew(facts),
        Command::ResetPassword(reset) => password::reset(facts, reset, asker, fresh, now),
        Command::ChangeTemporaryPassword { row } => password::change_temporary(facts, *row, now),
        Command::AppPassword(command) => app_password::decide(facts, command),
        Command::Recover(recovery) => recovery::recover(facts, recovery, now),
        Command::UnblockSending => some_or(end_all(facts, &SENDING_KINDS), Refusal::SendingNotRestricted),
        Command::AcceptProposal => accept(facts, asker, fresh, now),
        Command::DismissProposal => dismiss(facts, now),
        Command::UnlockSignIn => {
            some_or(end_all(facts, &[RestrictionKind::SignInLocked]), Refusal::SignInNotLocked)
        }
        Command::EaseSignIn { until } => ease(facts, *until, now),
        Command::AllowSignIn => {
            some_or(end_all(facts, &[RestrictionKind::SignInBlocked]), Refusal::SignInNotBlocked)
        }
        Command::RestrictSending { until } => {
            let mut events = close(facts, RestrictionKind::SendingRestricted, *until, asker, fresh, now)?;
            events.extend(end_all(facts, &[RestrictionKind::SendingProposed]));
            Ok(events)
        }
        Command::BlockSignIn { until } => {
            close(facts, RestrictionKind::SignInBlocked, *until, asker, fresh, now)
        }
        Command::SwitchProtocol { protocol, is_on } => {
            protocol::switch(facts, (*protocol, *is_on), asker, fresh, now)
        }
        Command::EndSessions { from, own } => Ok(sessions::end_everywhere(account, *from, own)),
        Command::Contain(containment) => Ok(contain::contain(facts, containment, asker, now)),
        Command::Incident(command) => incident::decide(facts, command, asker, now),
        Command::ChangeQueue { action, messages: 0 } => Err(Refusal::NothingQueued { action: *action }),
        Command::ChangeQueue { action, messages } => {
            Ok(vec![Event::QueueChanged { account, action: *action, messages: *messages }])
        }
        Command::LearnContacts { contacts } => {
            Ok(vec![Event::ContactsLearned { account, contacts: *contacts }])
        }
        Command::AdmitSignIn(admission) => Ok(vec![Event::AdmissionOffered(admission.clone())]),
        Command::Alternate(command) => alternate::run(facts, command, now),
        Command::AnswerHelp(request) => help_request::answer(facts, request),
        Command::ForgetDevice(device) => Ok(vec![Event::DeviceForgotten { account, device: *device }]),
        Command::InviteAdmin(_) if !facts.account.is_admin() => Err(Refusal::NotAnAdmin),
        Command::InviteAdmin(Invitation { opens: LinkUse::SignIn, .. })
            if !matches!(asker.actor, Actor::LocalRoot(_)) =>
        {
            Err(Refusal::NotAllowed { command: command.kind() })
        }
        Command::InviteAdmin(invitation) => Ok(vec![AdminEvent::Invited(invitation.clone()).into()]),
        Command::EndAdminSessions(sessions) => sessions::end_of_admin(account, sessions),
        Command::RemovePasskey { passkey, name } => Ok(remove_passkey(account, *passkey, name)),
    }
}

/// Whether the asker may give this command about this account at all, before anything is looked up for it.
pub fn check_access(facts: &AccountFacts, command: &Command, asker: &Asker) -> Result<(), Refusal> {
    // First of all: of an account outside nobody learns anything, not even what he may not do to it.
    if !asker.reach.covers(&facts.account.primary) {
        return Err(Refusal::NoSuchAccount);
    }
    if let Command::ChangeTemporaryPassword { .. } | Command::Recover(_) = command {
        return access::check_owner(asker, &facts.account, command.kind());
    }
    if let Command::AppPassword(command) = command {
        return app_password::check_access(facts, command, asker);
    }
    if let Command::Alternate(command) = command
        && alternate::check_access(facts, command, asker)?
    {
        return Ok(());
    }
    // Whoever is signed in may sign out, everywhere.
    if let Command::EndSessions { .. } = command
        && asker.actor == Actor::Person(facts.account.id)
        && asker.roles.is_empty()
    {
        return Ok(());
    }
    access::check(&asker.roles, &asker.reach, command.kind())?;
    check_contained(facts, command, asker)?;
    match command {
        Command::Rename { to: name, .. } | Command::AddAlias(name) | Command::RemoveAlias(name) => {
            access::check_name(asker, name)?;
        }
        Command::SetPassword | Command::ResetPassword(_) => password::check_access(facts, command, asker)?,
        Command::Alternate(_) => alternate::check_target(facts, asker)?,
        Command::ChangeProfile(_)
        | Command::Delete
        | Command::ChangeTemporaryPassword { .. }
        | Command::AppPassword(_)
        | Command::Recover(_)
        | Command::UnblockSending
        | Command::RestrictSending { .. }
        | Command::AcceptProposal
        | Command::DismissProposal
        | Command::UnlockSignIn
        | Command::EaseSignIn { .. }
        | Command::BlockSignIn { .. }
        | Command::AllowSignIn
        | Command::SwitchProtocol { .. }
        | Command::EndSessions { .. }
        | Command::Contain(_)
        | Command::Incident(_)
        | Command::ChangeQueue { .. }
        | Command::LearnContacts { .. }
        | Command::AdmitSignIn(_)
        | Command::AnswerHelp(_)
        | Command::ForgetDevice(_)
        | Command::InviteAdmin(_)
        | Command::EndAdminSessions(_)
        | Command::RemovePasskey { .. } => {}
    }
    if !access::may_act_on(&asker.roles, &facts.account.roles)
        && let Some(&role) = facts.account.roles.iter().max()
    {
        return Err(Refusal::TargetIsAdmin { role });
    }
    if takes_away(facts, command) {
        check_kept(facts, asker)?;
    }
    check_note(command, asker)
}

/// What the acting admin and the last global admin must keep.
fn check_kept(facts: &AccountFacts, asker: &Asker) -> Result<(), Refusal> {
    if asker.actor == Actor::Person(facts.account.id) {
        return Err(Refusal::OwnAccount);
    }
    if facts.is_last_global_admin && facts.account.roles.contains(&Role::GlobalAdmin) {
        return Err(Refusal::LastGlobalAdmin);
    }
    Ok(())
}

/// A help desk unblocks unless a compromise is confirmed (DESIGN section 10, 5), and Contain confirms one.
fn check_contained(facts: &AccountFacts, command: &Command, asker: &Asker) -> Result<(), Refusal> {
    let is_contained = |row: &Restriction| matches!(row.reason, Reason::Contained { .. });
    if matches!(command, Command::UnblockSending)
        && facts.open_of(RestrictionKind::SendingRestricted).any(is_contained)
    {
        return access::check(&asker.roles, &asker.reach, CommandKind::Contain);
    }
    Ok(())
}

fn check_note(command: &Command, asker: &Asker) -> Result<(), Refusal> {
    if command.needs_note() && asker.note.trim().is_empty() {
        return Err(Refusal::NoteMissing);
    }
    if asker.note.len() > NOTE_BYTES_MAX { Err(Refusal::NoteTooLong) } else { Ok(()) }
}

/// Whether the command takes something away that the last admin or the acting admin must keep (rule e).
fn takes_away(facts: &AccountFacts, command: &Command) -> bool {
    match command {
        Command::Delete
        | Command::BlockSignIn { .. }
        | Command::Contain(_)
        | Command::RestrictSending { .. }
        | Command::AcceptProposal => true,
        Command::ChangeProfile(ProfileChange { roles: Some(roles), .. }) => {
            facts.account.roles.iter().any(|held| !roles.contains(held))
        }
        Command::ChangeProfile(_)
        | Command::Rename { .. }
        | Command::AddAlias(_)
        | Command::RemoveAlias(_)
        | Command::SetPassword
        | Command::ResetPassword(_)
        | Command::ChangeTemporaryPassword { .. }
        | Command::AppPassword(_)
        | Command::Recover(_)
        | Command::UnblockSending
        | Command::DismissProposal
        | Command::UnlockSignIn
        | Command::EaseSignIn { .. }
        | Command::AllowSignIn
        | Command::SwitchProtocol { .. }
        | Command::EndSessions { .. }
        | Command::Incident(_)
        | Command::ChangeQueue { .. }
        | Command::LearnContacts { .. }
        | Command::AdmitSignIn(_)
        | Command::Alternate(_)
        | Command::AnswerHelp(_)
        | Command::ForgetDevice(_)
        | Command::InviteAdmin(_)
        | Command::EndAdminSessions(_)
        | Command::RemovePasskey { .. } => false,
    }
}

fn deleted(facts: &AccountFacts) -> Event {
    Event::AccountDeleted { account: facts.account.id, primary: facts.account.primary.clone() }
}

fn remove_passkey(account: AccountId, passkey: PasskeyId, name: &str) -> Vec<Event> {
    let name = name.to_owned();
    vec![AdminEvent::PasskeyRemoved { account, passkey, name, kept: None }.into()]
}

fn close(
    facts: &AccountFacts,
    kind: RestrictionKind,
    until: Option<Timestamp>,
    asker: &Asker,
    fresh: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    if until.is_some_and(|until| until <= now) {
        return Err(Refusal::EndInThePast);
    }
    // A block of signing in has one end: another one takes its place. Restrictions of sending stand beside each other,
    // because a rule's may end at midnight and a person's longer one still counts; only an equal or shorter one is
    // superfluous.
    let is_replaced =
        |open: &&Restriction| kind == RestrictionKind::SignInBlocked && open.origin != Origin::Rule;
    let (replaced, others): (Vec<_>, Vec<_>) = facts.open_of(kind).partition(is_replaced);
    let covers = |open: &&Restriction| match (open.until, until) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(open_until), Some(until)) => open_until >= until,
    };
    if others.iter().any(covers) || replaced.iter().any(|open| open.until == until) {
        return Err(Refusal::AlreadySo);
    }
    let mut events: Vec<Event> =
        replaced.into_iter().map(|open| Event::RestrictionReleased(ended(open))).collect();
    events.push(Event::RestrictionStarted(Restriction {
        id: fresh,
        entity: Entity::Account(facts.account.id),
        kind,
        reason: Reason::ByPerson { note: asker.note.trim().to_owned() },
        evidence: Vec::new(),
        since: now,
        until,
        origin: asker.actor.origin(),
        actor: asker.actor.clone(),
    }));
    Ok(events)
}

/// The restriction that a rule proposed begins, by a person, with its evidence and its end.
fn accept(
    facts: &AccountFacts,
    asker: &Asker,
    fresh: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let proposal = proposal(facts, now)?;
    let mut events = vec![Event::RestrictionStarted(Restriction {
        id: fresh,
        kind: RestrictionKind::SendingRestricted,
        reason: Reason::ByPerson { note: asker.note.trim().to_owned() },
        since: now,
        origin: asker.actor.origin(),
        actor: asker.actor.clone(),
        ..proposal.clone()
    })];
    // After it: whoever ends it sees that it was accepted and not dismissed.
    events.extend(end_all(facts, &[RestrictionKind::SendingProposed]));
    Ok(events)
}

/// What slows it came of the same evidence, which is settled with this.
fn dismiss(facts: &AccountFacts, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let kinds = [RestrictionKind::SendingProposed, RestrictionKind::SendingSlowed];
    proposal(facts, now).map(|_| end_all(facts, &kinds))
}

fn proposal(facts: &AccountFacts, now: Timestamp) -> Result<&Restriction, Refusal> {
    let mut proposed = facts.open_of(RestrictionKind::SendingProposed);
    proposed.find(|row| row.is_in_force(now)).ok_or(Refusal::NothingProposed)
}

/// Ends the locks there are (there need be none) and lets both lanes bear more until then.
fn ease(facts: &AccountFacts, until: Timestamp, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    if until <= now {
        return Err(Refusal::EndInThePast);
    }
    if until.since(now) > EASED_MAX {
        return Err(Refusal::EasedTooLong);
    }
    let mut events = end_all(facts, &[RestrictionKind::SignInLocked]);
    events.push(Event::SignInEased { account: facts.account.id, until });
    Ok(events)
}

fn end_all(facts: &AccountFacts, kinds: &[RestrictionKind]) -> Vec<Event> {
    facts
        .open
        .iter()
        .filter(|restriction| kinds.contains(&restriction.kind))
        .map(|restriction| Event::RestrictionReleased(ended(restriction)))
        .collect()
}

/// What the end of `restriction` says.
pub fn ended(restriction: &Restriction) -> EndedRestriction {
    EndedRestriction {
        id: restriction.id,
        account: restriction.account(),
        network: restriction.entity.network(),
        kind: restriction.kind,
    }
}

fn some_or(events: Vec<Event>, refusal: Refusal) -> Result<Vec<Event>, Refusal> {
    if events.is_empty() { Err(refusal) } else { Ok(events) }
}

#[cfg(test)]
mod tests;
