//! Contain: what it begins and revokes, that twice is once, and who may not (checklist H7).

use proptest::prelude::*;

use super::app_password::phone;
use super::*;
use crate::app_password::AppPasswordEvent;
use crate::containment::{ContainStep, Containment, ContainmentRows, is_done};
use crate::ids::{IncidentId, SessionId};
use RestrictionKind::{PasswordChangeRequired, SendingRestricted, SignInBlocked};

/// The command with ids of its own.
pub(super) fn command() -> Command {
    let id = RestrictionId::from_random;
    let fresh = ContainmentRows { sending: id(61), sign_in: id(62), password: id(63) };
    let incident = IncidentId::from_random(64);
    Command::Contain(Containment { fresh, incident, own: vec![SessionId::from_random(9)] })
}

/// The facts after these events.
pub(super) fn after(facts: &AccountFacts, events: &[Event]) -> AccountFacts {
    let mut after = facts.clone();
    for event in events {
        match event {
            Event::RestrictionStarted(row) => after.open.push(row.clone()),
            Event::RestrictionReleased(ended) => after.open.retain(|row| row.id != ended.id),
            Event::AppPassword(AppPasswordEvent::Revoked { id, .. }) => {
                after.app_passwords.retain(|one| one.id != *id);
            }
            Event::Incident(event) => {
                let open = event.applied_to(after.incident.take());
                after.incident = open.filter(|incident| incident.closed.is_none());
            }
            Event::SessionsEnded { .. } | Event::QueueChanged { .. } | Event::Admin(_) => {}
            other => panic!("unexpected {other:?}"),
        }
    }
    after
}

fn started(events: &[Event]) -> Vec<RestrictionKind> {
    let kind = |event: &Event| match event {
        Event::RestrictionStarted(row) => Some(row.kind),
        _ => None,
    };
    events.iter().filter_map(kind).collect()
}

#[test]
fn h7_contain_closes_both_doors_voids_the_password_and_ends_what_is_open() {
    let facts = AccountFacts { app_passwords: vec![phone()], ..rob(&[], Vec::new()) };
    let events = run(&facts, &command(), &asker(&[Role::Responder], " spam ")).expect("allowed");
    assert_eq!(started(&events), [SendingRestricted, SignInBlocked, PasswordChangeRequired]);
    let contained = after(&facts, &events);
    for row in &contained.open {
        assert_eq!((row.until, row.origin), (None, Origin::Person));
        assert_eq!(row.reason, Reason::Contained { note: "spam".to_owned() });
    }
    assert!(contained.app_passwords.is_empty());
    let ended = events.iter().filter(|event| matches!(event, Event::SessionsEnded { .. } | Event::Admin(_)));
    assert_eq!(ended.count(), 2, "at the mail server and in the admin centre: {events:?}");
    // The old password opens nothing when signing in is allowed again; another one ends that.
    let allowed =
        run(&contained, &Command::AllowSignIn, &asker(&[Role::Responder], "called")).expect("allowed");
    let allowed = after(&contained, &allowed);
    assert!(allowed.open.iter().any(Restriction::voids_password));
    let set = run(&allowed, &Command::SetPassword, &asker(&[Role::UserAdmin], "")).expect("allowed");
    assert!(set.iter().any(|event| matches!(
        event,
        Event::RestrictionReleased(ended) if ended.kind == PasswordChangeRequired
    )));
}

#[test]
fn a_password_that_is_kept_elsewhere_is_not_ours_to_void() {
    let facts = rob(&[], Vec::new());
    let facts = AccountFacts { account: Account { is_gate_only: true, ..facts.account }, ..facts };
    let events = run(&facts, &command(), &asker(&[Role::Responder], "spam")).expect("allowed");
    assert_eq!(started(&events), [SendingRestricted, SignInBlocked], "nobody could set another with us");
}

#[test]
fn contain_is_for_responders_and_up_and_never_upon_oneself_upwards_or_the_last_global_admin() {
    let refused = |facts: &AccountFacts, who: &Asker| run(facts, &command(), who).expect_err("refused");
    let rob_himself = rob(&[], Vec::new());
    for &role in Role::ALL {
        let answer = run(&rob_himself, &command(), &asker(&[role], "spam"));
        assert_eq!(answer.is_ok(), role >= Role::Responder, "{role:?}");
    }
    let responder = asker(&[Role::Responder], "spam");
    assert_eq!(refused(&rob_himself, &asker(&[Role::Responder], " ")), Refusal::NoteMissing);
    let admin = rob(&[Role::UserAdmin], Vec::new());
    assert_eq!(refused(&admin, &responder), Refusal::TargetIsAdmin { role: Role::UserAdmin });
    let last = rob(&[Role::GlobalAdmin], Vec::new());
    assert_eq!(refused(&last, &asker(&[Role::GlobalAdmin], "spam")), Refusal::LastGlobalAdmin);
    let himself = Asker { actor: Actor::Person(last.account.id), ..asker(&[Role::GlobalAdmin], "spam") };
    assert_eq!(refused(&last, &himself), Refusal::OwnAccount);
}

pub(super) fn any_row() -> impl Strategy<Value = Restriction> {
    let kinds = prop::sample::select(RestrictionKind::ALL.to_vec());
    let until = prop::option::of((1_001i64..5_000).prop_map(Timestamp::from_unix_s));
    (kinds, until, 100u64..1_000).prop_map(|(kind, until, id)| Restriction {
        id: RestrictionId::from_random(id),
        ..restriction(kind, until)
    })
}

proptest! {
    /// Whatever stood before: every door is shut for good afterwards, nothing of what stood is touched, and containing again
    /// begins and revokes nothing.
    #[test]
    fn h7_contain_twice_is_contain_once_and_touches_nothing_that_stood(
        open in prop::collection::vec(any_row(), 0..8),
        has_phone in any::<bool>(),
    ) {
        let app_passwords = if has_phone { vec![phone()] } else { Vec::new() };
        let facts = AccountFacts { app_passwords, ..rob(&[], open.clone()) };
        let responder = asker(&[Role::Responder], "spam");
        let once = after(&facts, &run(&facts, &command(), &responder).expect("allowed"));
        prop_assert_eq!(&once.open[..open.len()], &open[..]);
        for step in [ContainStep::Sending, ContainStep::SignIn, ContainStep::Password, ContainStep::AppPasswords] {
            prop_assert!(is_done(step, &once), "{:?}", step);
        }
        let again = run(&once, &command(), &responder).expect("allowed");
        let twice = after(&once, &again);
        prop_assert_eq!((twice.open, twice.incident), (once.open, once.incident));
    }
}

/// A help desk unblocks unless a compromise is confirmed (DESIGN section 10, 5): Contain confirms one.
#[test]
fn a_help_desk_opens_what_a_rule_closed_and_not_what_was_contained() {
    let facts = rob(&[], Vec::new());
    let events = run(&facts, &command(), &asker(&[Role::Responder], "spam")).expect("allowed");
    let contained = after(&facts, &events);
    let unblock = |roles: &[Role]| run(&contained, &Command::UnblockSending, &asker(roles, "he called"));
    let command = crate::command::CommandKind::Contain;
    assert_eq!(unblock(&[Role::Helpdesk]), Err(Refusal::NotAllowed { command }));
    assert!(unblock(&[Role::Responder]).is_ok());
}
