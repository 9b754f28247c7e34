//! Commands about app passwords: the owner's, or an admin's for somebody.

use crate::access;
use crate::account::AccountFacts;
use crate::app_password::{
    APP_PASSWORD_NAME_BYTES_MAX, APP_PASSWORDS_MAX, AppPassword, AppPasswordCommand, AppPasswordEvent,
    AppPasswordRefusal,
};
use crate::command::{Asker, CommandKind};
use crate::event::Event;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::restriction::{Actor, NOTE_BYTES_MAX};

/// Whether the asker may. The owner may without a role or a reason. Whoever makes one for somebody else can read that mail
/// from then on, so it takes what setting the password takes; taking one back does no more than ending sessions.
pub(super) fn check_access(
    facts: &AccountFacts,
    command: &AppPasswordCommand,
    asker: &Asker,
) -> Result<(), Refusal> {
    if asker.actor == Actor::Person(facts.account.id) {
        return check_length(asker);
    }
    access::check(&asker.roles, &asker.reach, command.kind())?;
    let may = match command {
        AppPasswordCommand::Add(_) => access::may_set_password_of(&asker.roles, &facts.account.roles),
        AppPasswordCommand::Revoke(_) | AppPasswordCommand::RevokeAll => {
            access::may_act_on(&asker.roles, &facts.account.roles)
        }
    };
    match facts.account.roles.iter().max() {
        Some(&role) if !may => Err(Refusal::TargetIsAdmin { role }),
        Some(_) | None if asker.note.trim().is_empty() => Err(Refusal::NoteMissing),
        Some(_) | None => check_length(asker),
    }
}

const fn check_length(asker: &Asker) -> Result<(), Refusal> {
    if asker.note.len() > NOTE_BYTES_MAX { Err(Refusal::NoteTooLong) } else { Ok(()) }
}

impl AppPasswordCommand {
    /// Its kind, for the access matrix.
    pub const fn kind(&self) -> CommandKind {
        match self {
            AppPasswordCommand::Add(_) => CommandKind::AddAppPassword,
            AppPasswordCommand::Revoke(_) | AppPasswordCommand::RevokeAll => CommandKind::RevokeAppPassword,
        }
    }
}

pub(super) fn decide(facts: &AccountFacts, command: &AppPasswordCommand) -> Result<Vec<Event>, Refusal> {
    let no_such = || Refusal::AppPassword(AppPasswordRefusal::NoSuch);
    match command {
        AppPasswordCommand::Add(new) => add(facts, new),
        AppPasswordCommand::Revoke(id) => {
            let one = facts.app_passwords.iter().find(|one| one.id == *id).ok_or_else(no_such)?;
            Ok(vec![revoked(one)])
        }
        AppPasswordCommand::RevokeAll if facts.app_passwords.is_empty() => Err(no_such()),
        AppPasswordCommand::RevokeAll => Ok(revoke_all(facts)),
    }
}

fn add(facts: &AccountFacts, new: &AppPassword) -> Result<Vec<Event>, Refusal> {
    let (account, name) = (&facts.account, new.name.trim());
    let refuse = |why| Err(Refusal::AppPassword(why));
    if account.is_gate_only {
        return Err(Refusal::PasswordKeptElsewhere);
    }
    if name.is_empty() || name.len() > APP_PASSWORD_NAME_BYTES_MAX || name.chars().any(char::is_control) {
        return refuse(AppPasswordRefusal::Name);
    }
    if new.protocols.is_empty() || new.protocols.contains(Protocol::Portal) {
        return refuse(AppPasswordRefusal::Protocols);
    }
    let taken = &facts.app_passwords;
    if taken.iter().any(|one| one.name == name) {
        return refuse(AppPasswordRefusal::NameTaken { name: name.to_owned() });
    }
    if taken.len() >= usize::from(APP_PASSWORDS_MAX) {
        return refuse(AppPasswordRefusal::TooMany);
    }
    if taken.iter().any(|one| one.slot == new.slot) || !(1..=APP_PASSWORDS_MAX).contains(&new.slot) {
        return refuse(AppPasswordRefusal::SlotTaken);
    }
    let added = AppPassword { account: account.id, name: name.to_owned(), ..new.clone() };
    Ok(vec![AppPasswordEvent::Added(added).into()])
}

/// What a password that somebody else sets does to them (checklist C10).
pub(super) fn revoke_all(facts: &AccountFacts) -> Vec<Event> {
    facts.app_passwords.iter().map(revoked).collect()
}

fn revoked(one: &AppPassword) -> Event {
    AppPasswordEvent::Revoked { account: one.account, id: one.id, name: one.name.clone() }.into()
}
