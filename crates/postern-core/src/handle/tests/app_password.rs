//! App passwords: who makes and revokes them, what is refused, and what a reset does to them (checklist C10, J6).

use super::*;
use crate::app_password::{
    APP_PASSWORD_NAME_BYTES_MAX, AppPassword, AppPasswordCommand, AppPasswordEvent, AppPasswordRefusal,
};
use crate::ids::AppPasswordId;
use crate::protocol::{Protocol, Protocols};

pub(super) fn phone() -> AppPassword {
    AppPassword {
        id: AppPasswordId::from_random(21),
        account: AccountId::from_random(7),
        slot: 1,
        name: "phone".to_owned(),
        protocols: Protocols::of_mail(),
        created: Timestamp::default(),
        last_used: None,
    }
}

fn laptop() -> AppPassword {
    AppPassword { id: AppPasswordId::from_random(22), slot: 2, name: "laptop".to_owned(), ..phone() }
}

fn with(roles: &[Role], app_passwords: Vec<AppPassword>) -> AccountFacts {
    AccountFacts { app_passwords, ..rob(roles, Vec::new()) }
}

fn add(new: AppPassword) -> Command {
    Command::AppPassword(AppPasswordCommand::Add(new))
}

fn owner() -> Asker {
    Asker { actor: Actor::Person(AccountId::from_random(7)), ..asker(&[], "") }
}

fn revoked(events: &[Event]) -> Vec<&str> {
    let name = |event| match event {
        &Event::AppPassword(AppPasswordEvent::Revoked { ref name, .. }) => Some(name.as_str()),
        _ => None,
    };
    events.iter().filter_map(name).collect()
}

#[test]
fn one_is_revoked_alone_all_at_once_and_by_every_password_that_somebody_else_sets() {
    let facts = with(&[], vec![phone(), laptop()]);
    let helpdesk = asker(&[Role::Helpdesk], "phone lost");
    for who in [&owner(), &helpdesk] {
        let one = Command::AppPassword(AppPasswordCommand::Revoke(phone().id));
        assert_eq!(revoked(&run(&facts, &one, who).expect("allowed")), ["phone"]);
        let all = Command::AppPassword(AppPasswordCommand::RevokeAll);
        assert_eq!(revoked(&run(&facts, &all, who).expect("allowed")), ["phone", "laptop"]);
    }
    let until = Some(Timestamp::from_unix_s(5_000));
    let reset = crate::command::PasswordReset { is_chosen: false, temporary_until: until };
    for command in [Command::SetPassword, Command::ResetPassword(reset)] {
        let events = run(&facts, &command, &helpdesk).expect("allowed");
        assert_eq!(revoked(&events), ["phone", "laptop"], "{command:?}");
    }
    let none = with(&[], Vec::new());
    let no_such = Err(Refusal::AppPassword(AppPasswordRefusal::NoSuch));
    for command in [AppPasswordCommand::Revoke(phone().id), AppPasswordCommand::RevokeAll] {
        assert_eq!(run(&none, &Command::AppPassword(command), &helpdesk), no_such);
    }
}

#[test]
fn an_owner_needs_neither_role_nor_reason_and_an_admin_both() {
    let rob = with(&[], vec![laptop()]);
    assert!(run(&rob, &add(phone()), &owner()).is_ok());
    assert_eq!(run(&rob, &add(phone()), &asker(&[Role::Helpdesk], " ")), Err(Refusal::NoteMissing));
    for &role in Role::ALL {
        let may = role != Role::Auditor;
        assert_eq!(run(&rob, &add(phone()), &asker(&[role], "asked")).is_ok(), may, "{role:?}");
        // Whoever makes one for an admin can read that admin's mail, so it is as setting the password.
        let admin = with(&[Role::Auditor], vec![laptop()]);
        let is_global = role == Role::GlobalAdmin;
        assert_eq!(run(&admin, &add(phone()), &asker(&[role], "asked")).is_ok(), is_global, "{role:?}");
    }
    let somebody = Asker { actor: Actor::Person(AccountId::from_random(8)), ..asker(&[], "mine") };
    let refused = run(&rob, &add(phone()), &somebody);
    assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "no owner, no role: {refused:?}");
}

#[test]
fn a_new_one_has_a_name_of_its_own_protocols_of_mail_and_a_free_slot() {
    let check = |taken: Vec<AppPassword>, new: AppPassword, expected: Option<AppPasswordRefusal>| {
        let answer = run(&with(&[], taken), &add(new), &owner()).err();
        assert_eq!(answer, expected.map(Refusal::AppPassword));
    };
    let named = |name: &str| AppPassword { name: name.to_owned(), ..phone() };
    check(vec![laptop()], phone(), None);
    check(Vec::new(), named("  "), Some(AppPasswordRefusal::Name));
    check(Vec::new(), named("a\nb"), Some(AppPasswordRefusal::Name));
    check(Vec::new(), named(&"x".repeat(APP_PASSWORD_NAME_BYTES_MAX)), None);
    check(Vec::new(), named(&"x".repeat(APP_PASSWORD_NAME_BYTES_MAX + 1)), Some(AppPasswordRefusal::Name));
    let taken = AppPasswordRefusal::NameTaken { name: "laptop".to_owned() };
    check(vec![laptop()], named(" laptop "), Some(taken));
    let nothing = AppPassword { protocols: Protocols::default(), ..phone() };
    check(Vec::new(), nothing, Some(AppPasswordRefusal::Protocols));
    let portal = [Protocol::Imap, Protocol::Portal].into_iter().collect();
    check(Vec::new(), AppPassword { protocols: portal, ..phone() }, Some(AppPasswordRefusal::Protocols));
    check(vec![laptop()], AppPassword { slot: 2, ..phone() }, Some(AppPasswordRefusal::SlotTaken));
    check(Vec::new(), AppPassword { slot: 9, ..phone() }, Some(AppPasswordRefusal::SlotTaken));
    let eight = (1..=8).map(|slot| AppPassword { slot, name: format!("device {slot}"), ..phone() });
    check(eight.clone().skip(1).collect(), phone(), None);
    check(eight.collect(), phone(), Some(AppPasswordRefusal::TooMany));
}
