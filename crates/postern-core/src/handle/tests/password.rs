//! Resets of passwords: what they end and leave, who may, and what follows when a temporary one expires.

use proptest::prelude::*;

use super::*;
use crate::command::PasswordReset;
use crate::refusal::PasswordRefusal;

const NOW_S: i64 = 1_000;

fn until(s: i64) -> Option<Timestamp> {
    Some(Timestamp::from_unix_s(s))
}

fn reset(is_chosen: bool, temporary_until: Option<Timestamp>) -> Command {
    Command::ResetPassword(PasswordReset { is_chosen, temporary_until })
}

fn temporary(until: Option<Timestamp>) -> Restriction {
    let reason = Reason::TemporaryPassword { note: "lost".to_owned() };
    Restriction { reason, ..restriction(RestrictionKind::PasswordChangeRequired, until) }
}

/// Every kind, two of which a reset ends.
fn everything_open() -> AccountFacts {
    let rows = RestrictionKind::ALL.iter().map(|&kind| restriction(kind, until(5_000)));
    rob(&[], rows.collect())
}

fn released(events: &[Event]) -> Vec<RestrictionKind> {
    let kind = |event: &Event| match event {
        Event::RestrictionReleased(ended) => Some(ended.kind),
        _ => None,
    };
    events.iter().filter_map(kind).collect()
}

#[test]
fn a_reset_ends_automatic_locks_and_an_older_temporary_password_and_leaves_what_people_closed() {
    let helpdesk = asker(&[Role::Helpdesk], "phoned, known voice");
    let events = run(&everything_open(), &reset(false, until(5_000)), &helpdesk).expect("allowed");
    assert_eq!(events[0], Event::PasswordSet { account: AccountId::from_random(7) });
    let ended = [RestrictionKind::SignInLocked, RestrictionKind::PasswordChangeRequired];
    assert_eq!(released(&events), ended, "no block, and nothing of sending");
    let Some(Event::RestrictionStarted(row)) = events.last() else { panic!("{events:?}") };
    assert!(row.is_temporary_password() && row.until == until(5_000), "{row:?}");
    assert_eq!(row.reason, Reason::TemporaryPassword { note: "phoned, known voice".to_owned() });
    // One that stays ends the same, and nothing begins.
    let events = run(&everything_open(), &reset(false, None), &helpdesk).expect("allowed");
    assert_eq!(released(&events), ended);
    assert_eq!(events.len(), 3);
}

#[test]
fn what_somebody_chose_for_a_person_is_temporary_and_for_a_program_it_may_stay() {
    let helpdesk = asker(&[Role::Helpdesk], "phoned");
    let person = rob(&[], Vec::new());
    assert_eq!(
        run(&person, &reset(true, None), &helpdesk),
        Err(Refusal::Password(PasswordRefusal::ChosenIsTemporary))
    );
    assert!(run(&person, &reset(true, until(5_000)), &helpdesk).is_ok());
    assert!(run(&person, &reset(false, None), &helpdesk).is_ok());
    for kind in [AccountKind::SharedMailbox, AccountKind::Application] {
        let account = Account { kind, ..person.account.clone() };
        let facts = AccountFacts { account, ..person.clone() };
        assert!(run(&facts, &reset(true, None), &helpdesk).is_ok(), "{kind:?}");
    }
    assert_eq!(run(&person, &reset(false, until(NOW_S)), &helpdesk), Err(Refusal::EndInThePast));
    let kept_elsewhere = Account { is_gate_only: true, ..person.account.clone() };
    let facts = AccountFacts { account: kept_elsewhere, ..person };
    assert_eq!(run(&facts, &reset(false, until(5_000)), &helpdesk), Err(Refusal::PasswordKeptElsewhere));
}

/// Whoever sets an admin's password can be that admin: only a global admin may, whichever role it is.
#[test]
fn nobody_resets_the_own_password_and_only_a_global_admin_an_admins() {
    for &role in Role::ALL {
        let admin = rob(&[role], Vec::new());
        for &by in Role::ALL {
            for command in [reset(false, until(5_000)), Command::SetPassword] {
                let answer = run(&admin, &command, &asker(&[by], "asked"));
                let is_allowed = by == Role::GlobalAdmin;
                assert_eq!(answer.is_ok(), is_allowed, "{by:?} resets {role:?}: {answer:?}");
            }
        }
        let own = Asker { actor: Actor::Person(AccountId::from_random(7)), ..asker(&[role], "mine") };
        let expected = if role == Role::Auditor {
            Refusal::NotAllowed { command: crate::command::CommandKind::SetPassword }
        } else {
            Refusal::Password(PasswordRefusal::Own)
        };
        assert_eq!(run(&admin, &reset(false, until(5_000)), &own), Err(expected), "{role:?}");
    }
    let silent = asker(&[Role::Helpdesk], " ");
    assert_eq!(run(&rob(&[], Vec::new()), &reset(false, until(5_000)), &silent), Err(Refusal::NoteMissing));
}

#[test]
fn only_the_owner_replaces_a_temporary_password_and_only_while_it_works() {
    let owner = Asker { actor: Actor::Person(AccountId::from_random(7)), ..asker(&[], "") };
    let change = Command::ChangeTemporaryPassword { row: RestrictionId::from_random(99) };
    let waiting = rob(&[], vec![temporary(until(5_000)), restriction(RestrictionKind::SignInBlocked, None)]);
    let events = run(&waiting, &change, &owner).expect("allowed");
    assert_eq!(released(&events), [RestrictionKind::PasswordChangeRequired]);
    for (facts, why) in [
        (rob(&[], Vec::new()), "there is none"),
        (rob(&[], vec![temporary(until(NOW_S))]), "it is over, though nobody has said so yet"),
        (rob(&[], vec![restriction(RestrictionKind::PasswordChangeRequired, None)]), "it has expired"),
    ] {
        assert_eq!(
            run(&facts, &change, &owner),
            Err(Refusal::Password(PasswordRefusal::NotTemporary)),
            "{why}"
        );
    }
    // Reset again while the first temporary password was being verified: whoever held that one has nothing any more.
    let another = Command::ChangeTemporaryPassword { row: RestrictionId::from_random(98) };
    let refused = Err(Refusal::Password(PasswordRefusal::NotTemporary));
    assert_eq!(run(&waiting, &another, &owner), refused, "another temporary password was verified");
    for &role in Role::ALL {
        let answer = run(&waiting, &change, &asker(&[role], "for him"));
        assert!(matches!(answer, Err(Refusal::NotAllowed { .. })), "{role:?}: {answer:?}");
    }
}

#[test]
fn the_end_of_a_temporary_password_is_followed_by_a_row_that_stays() {
    let fresh = RestrictionId::from_random(8);
    let at = Timestamp::from_unix_s(5_000);
    let Some(Event::RestrictionStarted(next)) = after_end(&temporary(until(5_000)), fresh, at) else {
        panic!("a row follows");
    };
    assert_eq!((next.until, &next.reason), (None, &Reason::TemporaryPasswordExpired));
    assert_eq!((next.kind, next.actor.clone()), (RestrictionKind::PasswordChangeRequired, Actor::Timer));
    assert!(!next.is_temporary_password() && after_end(&next, fresh, at).is_none(), "nothing follows that");
    for &kind in RestrictionKind::ALL {
        assert!(after_end(&restriction(kind, until(5_000)), fresh, at).is_none(), "{kind:?}");
    }
}

proptest! {
    /// Whatever is open and whoever asks: a reset that is allowed sets a password once, ends no block and nothing of
    /// sending, and leaves exactly one row about the password when it is temporary, none else.
    #[test]
    fn a_reset_never_opens_what_a_person_closed(
        kinds in proptest::collection::vec(0..RestrictionKind::ALL.len(), 0..8),
        role in 0..Role::ALL.len(),
        is_chosen in any::<bool>(),
        life_s in proptest::option::of(1..604_800_i64),
    ) {
        let rows: Vec<_> = kinds.iter().enumerate().map(|(number, &kind)| Restriction {
            id: RestrictionId::from_random(100 + number as u64),
            ..restriction(RestrictionKind::ALL[kind], None)
        }).collect();
        let facts = rob(&[], rows.clone());
        let command = reset(is_chosen, life_s.and_then(|life_s| until(NOW_S + life_s)));
        if let Ok(events) = run(&facts, &command, &asker(&[Role::ALL[role]], "asked")) {
            let set = events.iter().filter(|event| matches!(event, Event::PasswordSet { .. })).count();
            prop_assert_eq!(set, 1);
            for kind in released(&events) {
                prop_assert!(matches!(
                    kind,
                    RestrictionKind::SignInLocked | RestrictionKind::PasswordChangeRequired
                ));
            }
            let about = |kind: &RestrictionKind| *kind == RestrictionKind::PasswordChangeRequired;
            let before = rows.iter().filter(|row| about(&row.kind)).count();
            let ended = released(&events).iter().filter(|kind| about(kind)).count();
            let started = events.iter().filter(|event| matches!(event, Event::RestrictionStarted(_))).count();
            prop_assert_eq!(before - ended + started, usize::from(life_s.is_some()));
        }
    }
}
