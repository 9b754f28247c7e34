//! Roles for some domains: role, reach and target in every combination (checklist M1, reliability J9).

use proptest::prelude::*;

use super::*;
use crate::access::{any_may, check_grant, is_of_the_whole_site, may, may_act_on};
use crate::admin::Invitation;
use crate::app_password::AppPasswordCommand;
use crate::command::{CommandKind, Recovery};
use crate::compromise::Level;
use crate::ids::{AdmissionId, DeviceId, SessionId};
use crate::reach::Reach;
use crate::recovery::{Proofs, RecoveryChoice};
use crate::token::SecretHash;

const KINDS: [CommandKind; 29] = [
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
    CommandKind::Read,
    CommandKind::ReadSite,
    CommandKind::ReadAudit,
    CommandKind::AdmitSignIn,
    CommandKind::ForgetDevice,
    CommandKind::ManageTokens,
    CommandKind::ManageAdmins,
    CommandKind::TellReport,
];

fn only(domains: &[&str]) -> Reach {
    Reach::read(domains.iter().copied()).expect("domains")
}

fn at(primary: &str, roles: &[Role]) -> AccountFacts {
    let facts = rob(roles, vec![restriction(RestrictionKind::SendingRestricted, None)]);
    let primary = AccountName::from_canonical(primary.to_owned());
    let aliases = vec![AccountName::from_canonical("alias@fabrikam.example".to_owned())];
    AccountFacts { account: Account { primary, aliases, ..facts.account }, ..facts }
}

/// A command of every sort.
fn commands() -> Vec<Command> {
    let until = Some(Timestamp::from_unix_s(5_000));
    let name = |text: &str| AccountName::from_canonical(text.to_owned());
    let profile = ProfileChange { display_name: Some("R".to_owned()), ..ProfileChange::default() };
    let promotion = ProfileChange { roles: Some(vec![Role::Helpdesk]), ..ProfileChange::default() };
    let narrowed = ProfileChange { reach: Some(only(&["contoso.example"])), ..ProfileChange::default() };
    let invitation = Invitation {
        id: AdmissionId::from_random(3),
        account: AccountId::from_random(7),
        hash: SecretHash([0; 32]),
        expires: Timestamp::from_unix_s(5_000),
        opens: LinkUse::SetUp,
    };
    vec![
        Command::Rename { to: name("new@contoso.example"), keep_old_as_alias: true },
        Command::Rename { to: name("new@fabrikam.example"), keep_old_as_alias: false },
        Command::ChangeProfile(profile),
        Command::ChangeProfile(promotion),
        Command::ChangeProfile(narrowed),
        Command::AddAlias(name("r@contoso.example")),
        Command::AddAlias(name("r@fabrikam.example")),
        Command::RemoveAlias(name("alias@fabrikam.example")),
        Command::Delete,
        Command::SetPassword,
        Command::ResetPassword(crate::command::PasswordReset { is_chosen: false, temporary_until: until }),
        Command::ChangeTemporaryPassword { row: RestrictionId::from_random(1) },
        Command::AppPassword(AppPasswordCommand::Add(super::app_password::phone())),
        Command::AppPassword(AppPasswordCommand::RevokeAll),
        Command::Recover(Recovery {
            proofs: Proofs::from_bits(1),
            choice: RecoveryChoice::NewPassword,
            proofs_of_site: 1,
            level: Level::None,
        }),
        Command::UnblockSending,
        Command::RestrictSending { until },
        Command::AcceptProposal,
        Command::DismissProposal,
        Command::UnlockSignIn,
        Command::EaseSignIn { until: Timestamp::from_unix_s(5_000) },
        Command::BlockSignIn { until },
        Command::AllowSignIn,
        Command::SwitchProtocol { protocol: crate::protocol::Protocol::Pop3, is_on: false },
        Command::EndSessions { from: None, own: vec![SessionId::from_random(1)] },
        super::contain::command(),
        Command::ChangeQueue { action: QueueAction::Hold, messages: 1 },
        Command::ChangeQueue { action: QueueAction::Delete, messages: 1 },
        Command::LearnContacts { contacts: 1 },
        Command::ForgetDevice(DeviceId::from_random(1)),
        Command::InviteAdmin(invitation),
        Command::EndAdminSessions(vec![SessionId::from_random(1)]),
        Command::RemovePasskey { passkey: PasskeyId::from_random(1), name: "key".to_owned() },
    ]
}

#[test]
fn a_role_for_some_domains_allows_what_the_role_allows_except_what_is_the_whole_sites() {
    for kind in KINDS {
        for &role in Role::ALL {
            assert_eq!(any_may(&[role], &Reach::ALL_DOMAINS, kind), may(role, kind), "{role:?} {kind:?}");
            let narrow = any_may(&[role], &only(&["contoso.example"]), kind);
            assert_eq!(narrow, may(role, kind) && !is_of_the_whole_site(kind), "{role:?} {kind:?}");
        }
    }
    for kind in [CommandKind::ChangeRoles, CommandKind::ManageAdmins, CommandKind::ManageTokens] {
        assert!(is_of_the_whole_site(kind), "nobody gives a wider reach than the own: {kind:?}");
    }
}

#[test]
fn j9_an_account_outside_is_answered_like_one_that_is_not_there_whatever_else_is_wrong() {
    for command in commands() {
        for target in [&[][..], &[Role::GlobalAdmin]] {
            for &role in Role::ALL {
                for note in ["asked on the phone", ""] {
                    let who = Asker { reach: only(&["contoso.example"]), ..asker(&[role], note) };
                    let answer = run(&at("zelda@fabrikam.example", target), &command, &who);
                    assert_eq!(answer, Err(Refusal::NoSuchAccount), "{role:?} {command:?}");
                }
            }
        }
    }
}

#[test]
fn inside_a_role_for_some_domains_does_what_the_role_for_all_does_and_gives_no_foreign_name() {
    let wide = |role: Role| asker(&[role], "asked on the phone");
    for command in commands() {
        for target in [&[][..], &[Role::Helpdesk], &[Role::GlobalAdmin]] {
            for &role in Role::ALL {
                let facts = at("rob@contoso.example", target);
                let narrow = Asker { reach: only(&["contoso.example"]), ..wide(role) };
                let (of_all, of_some) = (run(&facts, &command, &wide(role)), run(&facts, &command, &narrow));
                let names_another = matches!(
                    &command,
                    Command::Rename { to: name, .. } | Command::AddAlias(name) | Command::RemoveAlias(name)
                        if name.domain() != Some("contoso.example")
                );
                if may(role, command.kind()) && is_of_the_whole_site(command.kind()) {
                    assert_eq!(of_some, Err(Refusal::ForAllDomainsOnly), "{role:?} {command:?}");
                } else if may(role, command.kind()) && names_another {
                    assert!(matches!(of_some, Err(Refusal::OutsideDomains { .. })), "{role:?} {command:?}");
                } else {
                    assert_eq!(of_some, of_all, "{role:?} {command:?} on {target:?}");
                }
            }
        }
    }
}

#[test]
fn a_global_admin_is_one_for_all_domains_and_whoever_loses_every_role_loses_the_domains() {
    let global = asker(&[Role::GlobalAdmin], "");
    let grant = |roles: &[Role], domains: &[&str]| {
        let (roles, reach) = (Some(roles.to_vec()), Some(only(domains)));
        Command::ChangeProfile(ProfileChange { roles, reach, ..ProfileChange::default() })
    };
    let rob = at("rob@contoso.example", &[]);
    let given = run(&rob, &grant(&[Role::Helpdesk], &["contoso.example"]), &global).expect("a grant");
    let [Event::ProfileChanged { after }] = given.as_slice() else { panic!("{given:?}") };
    assert_eq!(after.reach, only(&["contoso.example"]));
    let scoped_global = grant(&[Role::Helpdesk, Role::GlobalAdmin], &["contoso.example"]);
    assert_eq!(run(&rob, &scoped_global, &global), Err(Refusal::GlobalAdminForAllDomains));
    assert_eq!(check_grant(&[Role::GlobalAdmin], &Reach::ALL_DOMAINS), Ok(()));
    let helped = AccountFacts { account: after.clone(), ..rob };
    let promoted = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    let promoted = run(&helped, &Command::ChangeProfile(promoted), &global);
    assert_eq!(promoted, Err(Refusal::GlobalAdminForAllDomains), "the domains are not forgotten in passing");
    let without = ProfileChange { roles: Some(Vec::new()), ..ProfileChange::default() };
    let without = run(&helped, &Command::ChangeProfile(without), &global).expect("taken away");
    let [Event::ProfileChanged { after }] = without.as_slice() else { panic!("{without:?}") };
    assert!(after.reach.is_all_domains());
}

proptest! {
    /// Whoever the asker is and whatever is asked: what is done is done to an account inside, and leaves it inside
    /// with no name that it did not have outside.
    #[test]
    fn j9_nothing_is_done_to_an_account_outside_and_none_is_moved_there(
        role in prop::sample::select(Role::ALL),
        target in prop::sample::subsequence(Role::ALL.to_vec(), 0..3),
        domains in prop::collection::vec(prop::sample::select(vec!["contoso.example", "fabrikam.example"]), 0..3),
        primary in prop::sample::select(vec!["rob@contoso.example", "rob@fabrikam.example", "rob@other.example", "rob"]),
        command in prop::sample::select(commands()),
    ) {
        let facts = at(primary, &target);
        let who = Asker { reach: only(&domains), ..asker(&[role], "asked on the phone") };
        if let Ok(events) = run(&facts, &command, &who) {
            prop_assert!(who.reach.covers(&facts.account.primary));
            prop_assert!(may_act_on(&who.roles, &target));
            for event in events {
                match event {
                    Event::AccountRenamed { to: name, .. }
                    | Event::AliasAdded { alias: name, .. }
                    | Event::AliasRemoved { alias: name, .. } => prop_assert!(who.reach.covers(&name)),
                    Event::ProfileChanged { after } => prop_assert!(
                        after.reach == facts.account.reach || who.reach.is_all_domains()
                    ),
                    _ => {}
                }
            }
        }
    }
}
