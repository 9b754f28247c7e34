//! Commands about alternate addresses and the links that are mailed. Whether an address is the account by another way was
//! looked for by the caller, who can read forwards.

use super::password;
use crate::access;
use crate::account::AccountFacts;
use crate::alternate::{AlternateAddress, AlternateCommand, AlternateEvent, AlternateRefusal};
use crate::alternate::{LinkPurpose, OwnerLink};
use crate::command::{Asker, CommandKind};
use crate::event::Event;
use crate::ids::OwnerLinkId;
use crate::refusal::Refusal;
use crate::restriction::{Actor, RestrictionKind};
use crate::time::Timestamp;

/// Whether the asker may do this to the account at all; `Ok(true)` when no role has to be looked at.
pub(super) fn check_access(
    facts: &AccountFacts,
    command: &AlternateCommand,
    asker: &Asker,
) -> Result<bool, Refusal> {
    if command.is_by_link() {
        return match asker.actor {
            Actor::LinkHolder => Ok(true),
            Actor::Rule
            | Actor::Timer
            | Actor::LocalRoot(_)
            | Actor::Person(_)
            | Actor::Visitor
            | Actor::Program(_) => Err(Refusal::NotAllowed { command: CommandKind::ChangeOwnPassword }),
        };
    }
    let is_owner = asker.actor == Actor::Person(facts.account.id);
    if is_owner && command.is_owners_too() {
        return Ok(true);
    }
    Ok(false)
}

/// Whoever can be reached in the owner's stead can be the owner: what holds for a password holds for these.
pub(super) fn check_target(facts: &AccountFacts, asker: &Asker) -> Result<(), Refusal> {
    match facts.account.roles.iter().max() {
        Some(&role) if !access::may_set_password_of(&asker.roles, &facts.account.roles) => {
            Err(Refusal::TargetIsAdmin { role })
        }
        Some(_) | None => Ok(()),
    }
}

/// What the command does.
pub(super) fn run(
    facts: &AccountFacts,
    command: &AlternateCommand,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let account = facts.account.id;
    match command {
        AlternateCommand::Add { address, link } => Ok(vec![
            AlternateEvent::Added(address.clone()).into(),
            ordered(*link, LinkPurpose::VerifyAddress, address),
        ]),
        AlternateCommand::MailAgain { address, .. } if address.verified.is_some() => {
            Err(Refusal::Alternate(AlternateRefusal::AlreadyVerified))
        }
        AlternateCommand::MailAgain { address, link } => {
            Ok(vec![ordered(*link, LinkPurpose::VerifyAddress, address)])
        }
        AlternateCommand::Remove(address) => Ok(vec![AlternateEvent::Removed(address.clone()).into()]),
        AlternateCommand::MailPasswordLink { address, link } => {
            check_password_link(facts, now)?;
            Ok(vec![ordered(*link, LinkPurpose::SetPassword, address)])
        }
        AlternateCommand::Verify { address, link } => {
            let address = AlternateAddress { verified: Some(now), ..address.clone() };
            Ok(vec![AlternateEvent::Verified { address, link: *link }.into()])
        }
        AlternateCommand::SetPasswordByLink(link) => {
            check_password_link(facts, now)?;
            let mut events = vec![AlternateEvent::PasswordLinkUsed { account, link: *link }.into()];
            events.extend(password::set_anew(facts)?);
            Ok(events)
        }
    }
}

/// A new password has to be ours to set, and has to open something.
fn check_password_link(facts: &AccountFacts, now: Timestamp) -> Result<(), Refusal> {
    if facts.account.is_gate_only {
        return Err(Refusal::PasswordKeptElsewhere);
    }
    if facts.open_of(RestrictionKind::SignInBlocked).any(|row| row.is_in_force(now)) {
        return Err(Refusal::Alternate(AlternateRefusal::SignInBlocked));
    }
    Ok(())
}

fn ordered(id: OwnerLinkId, purpose: LinkPurpose, address: &AlternateAddress) -> Event {
    let (account, alternate) = (address.account, Some(address.id));
    let link = OwnerLink { id, account, purpose, alternate, mailed: None };
    AlternateEvent::LinkOrdered { link, address: address.address.clone() }.into()
}
