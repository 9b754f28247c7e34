//! Who may do what: one table for page, API, command line and bulk alike (DESIGN section 10, 5).

use crate::account::{Account, Role};
use crate::command::{Asker, Command, CommandKind};
use crate::name::AccountName;
use crate::reach::Reach;
use crate::refusal::Refusal;
use crate::restriction::Actor;

/// Whether a holder of `role` may give a command of this kind at all.
pub const fn may(role: Role, command: CommandKind) -> bool {
    match command {
        CommandKind::Read | CommandKind::ReadSite | CommandKind::ReadAudit => true,
        // No role makes somebody the owner.
        CommandKind::ChangeOwnPassword => false,
        CommandKind::UnlockSignIn
        | CommandKind::UnblockSending
        | CommandKind::SetPassword
        | CommandKind::ChangeAlternates
        | CommandKind::AddAppPassword
        | CommandKind::RevokeAppPassword
        | CommandKind::EndSessions
        | CommandKind::AdmitSignIn
        | CommandKind::AnswerHelp
        | CommandKind::ForgetDevice => match role {
            Role::Auditor => false,
            Role::Helpdesk | Role::Responder | Role::UserAdmin | Role::GlobalAdmin => true,
        },
        // What is deleted from a queue is gone for good, and it may be the owner's: whoever may close a door may do it.
        CommandKind::RestrictSending
        | CommandKind::HoldMail
        | CommandKind::DeleteMail
        | CommandKind::BlockSignIn
        | CommandKind::Contain
        | CommandKind::AllowSignIn
        | CommandKind::BlockSource
        | CommandKind::AllowSource
        | CommandKind::TellReport => match role {
            Role::Auditor | Role::Helpdesk => false,
            Role::Responder | Role::UserAdmin | Role::GlobalAdmin => true,
        },
        CommandKind::Create | CommandKind::ChangeAccount | CommandKind::Delete => match role {
            Role::Auditor | Role::Helpdesk | Role::Responder => false,
            Role::UserAdmin | Role::GlobalAdmin => true,
        },
        CommandKind::ChangeRoles
        | CommandKind::ChangePolicy
        | CommandKind::ManageTokens
        | CommandKind::ManageAdmins => match role {
            Role::Auditor | Role::Helpdesk | Role::Responder | Role::UserAdmin => false,
            Role::GlobalAdmin => true,
        },
    }
}

/// Whether any of `roles`, which are for `reach`, allows the command. About which account it is asked is another
/// question, and [`crate::handle::check_access`] answers it.
pub fn any_may(roles: &[Role], reach: &Reach, command: CommandKind) -> bool {
    (reach.is_all_domains() || !is_of_the_whole_site(command)) && roles.iter().any(|&role| may(role, command))
}

/// The same, with why not.
pub fn check(roles: &[Role], reach: &Reach, command: CommandKind) -> Result<(), Refusal> {
    if any_may(roles, reach, command) {
        Ok(())
    } else if any_may(roles, &Reach::ALL_DOMAINS, command) {
        Err(Refusal::ForAllDomainsOnly)
    } else {
        Err(Refusal::NotAllowed { command })
    }
}

/// Whether a command is about more than one account's affairs, so that a role for some domains is not enough.
pub const fn is_of_the_whole_site(command: CommandKind) -> bool {
    match command {
        CommandKind::ReadSite
        | CommandKind::BlockSource
        | CommandKind::AllowSource
        | CommandKind::ChangePolicy
        | CommandKind::ManageTokens
        // Who may do what is the site's affair: a grant for one domain names roles that are for others too.
        | CommandKind::ChangeRoles
        | CommandKind::ManageAdmins
        | CommandKind::TellReport => true,
        CommandKind::Read
        | CommandKind::ReadAudit
        | CommandKind::Create
        | CommandKind::ChangeAccount
        | CommandKind::Delete
        | CommandKind::SetPassword
        | CommandKind::ChangeAlternates
        | CommandKind::ChangeOwnPassword
        | CommandKind::AddAppPassword
        | CommandKind::RevokeAppPassword
        | CommandKind::UnblockSending
        | CommandKind::RestrictSending
        | CommandKind::HoldMail
        | CommandKind::DeleteMail
        | CommandKind::UnlockSignIn
        | CommandKind::BlockSignIn
        | CommandKind::AllowSignIn
        | CommandKind::EndSessions
        | CommandKind::Contain
        | CommandKind::AdmitSignIn
        | CommandKind::AnswerHelp
        | CommandKind::ForgetDevice => false,
    }
}

/// Whether somebody may have these roles for these domains: a global admin has them for all or is none.
pub fn check_grant(roles: &[Role], reach: &Reach) -> Result<(), Refusal> {
    if roles.contains(&Role::GlobalAdmin) && !reach.is_all_domains() {
        return Err(Refusal::GlobalAdminForAllDomains);
    }
    Ok(())
}

/// Whether the asker may give an account this name: it lies in a domain that the asker's roles are for.
pub fn check_name(asker: &Asker, name: &AccountName) -> Result<(), Refusal> {
    if asker.reach.covers(name) { Ok(()) } else { Err(Refusal::OutsideDomains { name: name.clone() }) }
}

/// Whether somebody with `actor` roles may act upon an account with `target` roles: nobody acts on a higher
/// role, and on an equal one only a global admin (checklist, rule e).
pub fn may_act_on(actor: &[Role], target: &[Role]) -> bool {
    let Some(highest_target) = target.iter().max() else { return true };
    let Some(highest_actor) = actor.iter().max() else { return false };
    highest_actor > highest_target || *highest_actor == Role::GlobalAdmin
}

/// Whether somebody with `actor` roles may set the password of an account with `target` roles. Whoever does so can be that
/// admin from then on, so it is a global admin's for every role, also a lower one (checklist C9).
pub fn may_set_password_of(actor: &[Role], target: &[Role]) -> bool {
    may_act_on(actor, target) && (target.is_empty() || actor.contains(&Role::GlobalAdmin))
}

/// Whether the asker is the owner of the account: whoever has shown its password, and nobody else.
pub fn check_owner(asker: &Asker, account: &Account, command: CommandKind) -> Result<(), Refusal> {
    if asker.actor == Actor::Person(account.id) { Ok(()) } else { Err(Refusal::NotAllowed { command }) }
}

/// Whether every global admin is told of a command: somebody else acts upon one of them, or makes somebody one
/// (checklist, rule e). Whoever acts upon himself, a rule and time tell nobody.
pub fn is_told_to_global_admins(actor: &Actor, target: &Account, command: &Command) -> bool {
    let is_somebody_else = match actor {
        Actor::Rule | Actor::Timer | Actor::LinkHolder | Actor::Visitor => false,
        Actor::LocalRoot(_) | Actor::Program(_) => true,
        Actor::Person(person) => *person != target.id,
    };
    let makes_one = if let Command::ChangeProfile(change) = command {
        change.roles.as_ref().is_some_and(|roles| roles.contains(&Role::GlobalAdmin))
    } else {
        false
    };
    is_somebody_else && (makes_one || target.roles.contains(&Role::GlobalAdmin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{AccountKind, Language};
    use crate::command::ProfileChange;
    use crate::ids::AccountId;
    use crate::name::AccountName;
    use crate::time::Timestamp;

    #[test]
    fn an_auditor_changes_nothing() {
        for command in [
            CommandKind::Create,
            CommandKind::ChangeAccount,
            CommandKind::ChangeRoles,
            CommandKind::Delete,
            CommandKind::SetPassword,
            CommandKind::ChangeAlternates,
            CommandKind::ChangeOwnPassword,
            CommandKind::AddAppPassword,
            CommandKind::RevokeAppPassword,
            CommandKind::UnblockSending,
            CommandKind::RestrictSending,
            CommandKind::HoldMail,
            CommandKind::DeleteMail,
            CommandKind::UnlockSignIn,
            CommandKind::BlockSignIn,
            CommandKind::AllowSignIn,
            CommandKind::EndSessions,
            CommandKind::Contain,
            CommandKind::BlockSource,
            CommandKind::AllowSource,
            CommandKind::ChangePolicy,
            CommandKind::AdmitSignIn,
            CommandKind::AnswerHelp,
            CommandKind::ForgetDevice,
            CommandKind::ManageTokens,
            CommandKind::ManageAdmins,
            CommandKind::TellReport,
        ] {
            assert!(!may(Role::Auditor, command), "{command:?}");
        }
        assert!(may(Role::Auditor, CommandKind::ReadAudit));
    }

    #[test]
    fn helpdesk_does_not_touch_admins_and_nobody_acts_upwards() {
        assert!(may_act_on(&[Role::Helpdesk], &[]));
        assert!(!may_act_on(&[Role::Helpdesk], &[Role::Helpdesk]));
        assert!(!may_act_on(&[Role::Helpdesk], &[Role::GlobalAdmin]));
        assert!(may_act_on(&[Role::GlobalAdmin], &[Role::GlobalAdmin]));
        assert!(!may_act_on(&[], &[Role::Auditor]));
    }

    #[test]
    fn all_hear_when_somebody_else_acts_on_a_global_admin_or_makes_one() {
        let account = |number, roles: &[Role]| Account {
            id: AccountId::from_random(number),
            primary: AccountName::from_canonical("a@contoso.com".to_owned()),
            aliases: Vec::new(),
            display_name: String::new(),
            language: Language::default(),
            kind: AccountKind::Person,
            roles: roles.to_vec(),
            reach: Reach::ALL_DOMAINS,
            groups: Vec::new(),
            is_gate_only: false,
            created: Timestamp::default(),
        };
        let (eva, rob) = (account(1, &[Role::GlobalAdmin]), account(2, &[Role::Helpdesk]));
        let told = |actor: &Actor, target: &Account, command: &Command| {
            is_told_to_global_admins(actor, target, command)
        };
        let (by_rob, by_eva) = (Actor::Person(rob.id), Actor::Person(eva.id));
        let promotion = Command::ChangeProfile(ProfileChange {
            roles: Some(vec![Role::GlobalAdmin]),
            ..ProfileChange::default()
        });
        assert!(told(&by_rob, &eva, &Command::UnblockSending));
        assert!(told(&Actor::LocalRoot("root".to_owned()), &eva, &Command::SetPassword));
        assert!(told(&Actor::Program("portal".to_owned()), &eva, &Command::UnlockSignIn));
        assert!(told(&by_eva, &rob, &promotion));
        assert!(!told(&by_eva, &rob, &Command::SetPassword), "no global admin");
        assert!(!told(&by_eva, &eva, &Command::SetPassword), "one's own password");
        assert!(!told(&Actor::Rule, &eva, &Command::RestrictSending { until: None }));
    }

    #[test]
    fn sources_are_for_responders_and_up() {
        for command in [CommandKind::BlockSource, CommandKind::AllowSource] {
            for &role in Role::ALL {
                let is_responder_or_higher = role >= Role::Responder;
                assert_eq!(may(role, command), is_responder_or_higher, "{role:?} {command:?}");
            }
        }
    }

    #[test]
    fn the_helpdesk_looks_at_the_queue_and_responders_change_it() {
        assert!(may(Role::Helpdesk, CommandKind::Read));
        for command in [CommandKind::HoldMail, CommandKind::DeleteMail] {
            for &role in Role::ALL {
                assert_eq!(
                    may(role, command),
                    may(role, CommandKind::RestrictSending),
                    "{role:?} {command:?}"
                );
            }
            assert!(may(Role::Responder, command) && !may(Role::Helpdesk, command));
        }
    }

    #[test]
    fn a_higher_role_may_whatever_a_lower_one_may_of_the_helpdesk() {
        for command in [
            CommandKind::UnblockSending,
            CommandKind::UnlockSignIn,
            CommandKind::SetPassword,
            CommandKind::ChangeAlternates,
            CommandKind::AddAppPassword,
            CommandKind::RevokeAppPassword,
            CommandKind::EndSessions,
            CommandKind::AdmitSignIn,
            CommandKind::ForgetDevice,
        ] {
            for role in [Role::Helpdesk, Role::Responder, Role::UserAdmin, Role::GlobalAdmin] {
                assert!(may(role, command), "{role:?} {command:?}");
            }
        }
    }
}
