//! The owner comes back: what a choice ends and leaves, and who is kept out.

use super::*;
use crate::command::Recovery;
use crate::compromise::Level;
use crate::recovery::{Proofs, RecoveryChoice, RecoveryMethod, RecoveryRefusal};

fn owner() -> Asker {
    Asker {
        actor: Actor::Person(AccountId::from_random(7)),
        roles: Vec::new(),
        reach: Reach::ALL_DOMAINS,
        note: String::new(),
    }
}

fn one() -> Proofs {
    Proofs::default().and(RecoveryMethod::AddressCode)
}

fn recover(proofs: Proofs, choice: RecoveryChoice) -> Recovery {
    Recovery { proofs, choice, proofs_of_site: 1, level: Level::None }
}

fn locked() -> Restriction {
    restriction(RestrictionKind::SignInLocked, None)
}

fn refused(why: RecoveryRefusal) -> Result<Vec<Event>, Refusal> {
    Err(Refusal::Recovery(why))
}

#[test]
fn d17_whoever_knows_the_password_unlocks_and_keeps_it() {
    let command = Command::Recover(recover(one(), RecoveryChoice::UnlockOnly));
    let events = run(&rob(&[], vec![locked()]), &command, &owner()).expect("allowed");
    let [Event::Recovered { proofs, choice, .. }, Event::RestrictionReleased(ended)] = &events[..] else {
        panic!("{events:?}")
    };
    assert_eq!(
        (*proofs, *choice, ended.kind),
        (one(), RecoveryChoice::UnlockOnly, RestrictionKind::SignInLocked)
    );
    assert_eq!(run(&rob(&[], Vec::new()), &command, &owner()), refused(RecoveryRefusal::NothingLocked));
}

#[test]
fn d17_a_suspected_account_gets_another_password_or_nothing_and_needs_two_proofs() {
    let both = one().and(RecoveryMethod::AppCode);
    let restricted = restriction(RestrictionKind::SendingRestricted, None);
    let by_row = rob(&[], vec![locked(), restricted]);
    let by_score = rob(&[], vec![locked()]);
    for (facts, level) in [(by_row, Level::None), (by_score, Level::Alert)] {
        let ask = |proofs, choice| Command::Recover(Recovery { level, ..recover(proofs, choice) });
        let few = run(&facts, &ask(one(), RecoveryChoice::NewPassword), &owner());
        assert_eq!(few, refused(RecoveryRefusal::NotProved));
        let unlock = run(&facts, &ask(both, RecoveryChoice::UnlockOnly), &owner());
        assert_eq!(unlock, refused(RecoveryRefusal::UnlockIsNotEnough));
        let events = run(&facts, &ask(both, RecoveryChoice::NewPassword), &owner()).expect("allowed");
        let released = |kind| {
            events.iter().any(|event| matches!(event, Event::RestrictionReleased(it) if it.kind == kind))
        };
        assert!(released(RestrictionKind::SignInLocked) && !released(RestrictionKind::SendingRestricted));
        assert!(events.contains(&Event::PasswordSet { account: AccountId::from_random(7) }));
    }
}

#[test]
fn d5_an_admin_needs_two_proofs() {
    let admin = rob(&[Role::Helpdesk], vec![locked()]);
    let command = Command::Recover(recover(one(), RecoveryChoice::NewPassword));
    assert_eq!(run(&admin, &command, &owner()), refused(RecoveryRefusal::NotProved));
    let both = one().and(RecoveryMethod::RecoveryCode);
    assert!(run(&admin, &Command::Recover(recover(both, RecoveryChoice::NewPassword)), &owner()).is_ok());
}

#[test]
fn what_a_person_blocked_no_proof_opens_and_nobody_recovers_somebody_else() {
    let blocked = rob(&[], vec![locked(), restriction(RestrictionKind::SignInBlocked, None)]);
    for choice in [RecoveryChoice::UnlockOnly, RecoveryChoice::NewPassword] {
        let command = Command::Recover(recover(one(), choice));
        assert_eq!(run(&blocked, &command, &owner()), refused(RecoveryRefusal::Blocked));
    }
    let command = Command::Recover(recover(one(), RecoveryChoice::NewPassword));
    let global = asker(&[Role::GlobalAdmin], "phoned");
    assert!(matches!(run(&rob(&[], vec![locked()]), &command, &global), Err(Refusal::NotAllowed { .. })));
}
