//! Who may do what: one table for page, API, command line and bulk alike (DESIGN section 10, 5).

use crate::account::Role;
use crate::command::CommandKind;

/// Whether a holder of `role` may give a command of this kind at all.
pub const fn may(role: Role, command: CommandKind) -> bool {
    match command {
        CommandKind::Read | CommandKind::ReadAudit => true,
        CommandKind::UnlockSignIn
        | CommandKind::UnblockSending
        | CommandKind::SetPassword
        | CommandKind::AdmitSignIn
        | CommandKind::ForgetDevice => match role {
            Role::Auditor => false,
            Role::Helpdesk | Role::Responder | Role::UserAdmin | Role::GlobalAdmin => true,
        },
        // What is deleted from a queue is gone for good, and it may be the owner's: whoever may close a door may do it.
        CommandKind::RestrictSending
        | CommandKind::HoldMail
        | CommandKind::DeleteMail
        | CommandKind::BlockSignIn
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

/// Whether any of `roles` allows the command.
pub fn any_may(roles: &[Role], command: CommandKind) -> bool {
    roles.iter().any(|&role| may(role, command))
}

/// Whether somebody with `actor` roles may act upon an account with `target` roles: nobody acts on a higher
/// role, and on an equal one only a global admin (checklist, rule e).
pub fn may_act_on(actor: &[Role], target: &[Role]) -> bool {
    let Some(highest_target) = target.iter().max() else { return true };
    let Some(highest_actor) = actor.iter().max() else { return false };
    highest_actor > highest_target || *highest_actor == Role::GlobalAdmin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_auditor_changes_nothing() {
        for command in [
            CommandKind::Create,
            CommandKind::ChangeAccount,
            CommandKind::ChangeRoles,
            CommandKind::Delete,
            CommandKind::SetPassword,
            CommandKind::UnblockSending,
            CommandKind::RestrictSending,
            CommandKind::HoldMail,
            CommandKind::DeleteMail,
            CommandKind::UnlockSignIn,
            CommandKind::BlockSignIn,
            CommandKind::AllowSignIn,
            CommandKind::BlockSource,
            CommandKind::AllowSource,
            CommandKind::ChangePolicy,
            CommandKind::AdmitSignIn,
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
            CommandKind::AdmitSignIn,
            CommandKind::ForgetDevice,
        ] {
            for role in [Role::Helpdesk, Role::Responder, Role::UserAdmin, Role::GlobalAdmin] {
                assert!(may(role, command), "{role:?} {command:?}");
            }
        }
    }
}
