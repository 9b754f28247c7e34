//! Incidents: opened by a containment, undone exactly, handed over and closed by whoever saw how they stand (H12, H16).

use proptest::prelude::*;

use super::app_password::phone;
use super::contain::{after, any_row, command as contain};
use super::*;
use crate::ids::IncidentId;
use crate::incident::{
    Incident, IncidentCause, IncidentCommand, IncidentDeed, IncidentRefusal, IncidentState, IncidentTrigger,
};
use crate::mail_queue::QueueId;

fn responder() -> Asker {
    asker(&[Role::Responder], "spam")
}

fn contained(open: Vec<Restriction>) -> AccountFacts {
    let facts = AccountFacts { app_passwords: vec![phone()], ..rob(&[], open) };
    after(&facts, &run(&facts, &contain(), &responder()).expect("allowed"))
}

fn incident_of(facts: &AccountFacts) -> &Incident {
    facts.incident.as_ref().expect("it is open")
}

fn about(incident: &Incident, deed: IncidentDeed) -> Command {
    Command::Incident(IncidentCommand { incident: incident.id, seen: incident.version, deed })
}

#[test]
fn a_containment_opens_an_incident_of_its_actor_with_what_it_began_and_took() {
    let facts = contained(Vec::new());
    let incident = incident_of(&facts);
    assert_eq!(
        (incident.trigger, incident.owner),
        (IncidentTrigger::Contained, Some(AccountId::from_random(1)))
    );
    let snapshot = incident.snapshot.as_ref().expect("contained");
    assert_eq!((snapshot.rows.len(), &snapshot.app_passwords[..]), (3, &["phone".to_owned()][..]));
    assert_eq!(incident.state(&facts.open), IncidentState::Contained);
    let allowed = run(&facts, &Command::AllowSignIn, &responder()).expect("allowed");
    assert_eq!(incident.state(&after(&facts, &allowed).open), IncidentState::Recovering);
}

#[test]
fn h16_an_incident_is_handed_over_closed_with_a_cause_and_reopened_by_whoever_saw_it_as_it_is() {
    let facts = contained(Vec::new());
    let before = incident_of(&facts).clone();
    let ana = Some(AccountId::from_random(2));
    let given = run(&facts, &about(&before, IncidentDeed::Assign(ana)), &responder()).expect("allowed");
    let given = after(&facts, &given);
    assert_eq!(incident_of(&given).owner, ana);
    for deed in [
        IncidentDeed::Assign(None),
        IncidentDeed::Close(IncidentCause::Test),
        IncidentDeed::Undo { held: Vec::new() },
    ] {
        let stale = run(&given, &about(&before, deed), &responder());
        assert_eq!(stale, Err(Refusal::NotAsSeen), "a form from before");
    }
    let now = incident_of(&given).clone();
    let close = about(&now, IncidentDeed::Close(IncidentCause::Compromised));
    assert_eq!(run(&given, &close, &asker(&[Role::Responder], " ")), Err(Refusal::NoteMissing));
    let helpdesk = run(&given, &close, &asker(&[Role::Helpdesk], "spam"));
    assert!(matches!(helpdesk, Err(Refusal::NotAllowed { .. })));
    let events = run(&given, &close, &responder()).expect("allowed");
    let [Event::Incident(event)] = events.as_slice() else { panic!("closing opens no door: {events:?}") };
    let closed = event.applied_to(Some(now)).expect("it is there");
    let closing = closed.closed.clone().expect("closed");
    assert_eq!((closing.cause, closing.note.as_str()), (IncidentCause::Compromised, "spam"));
    let gone = AccountFacts { incident: None, ..given.clone() };
    let again = run(&gone, &close, &responder());
    assert_eq!(again, Err(Refusal::Incident(IncidentRefusal::NotOpen)));
    let reopen = about(&closed, IncidentDeed::Reopen(Box::new(closed.clone())));
    assert_eq!(run(&given, &reopen, &responder()), Err(Refusal::Incident(IncidentRefusal::StillOpen)));
    let reopened = after(&gone, &run(&gone, &reopen, &responder()).expect("allowed"));
    assert_eq!((incident_of(&reopened).closed.clone(), incident_of(&reopened).owner), (None, ana));
}

#[test]
fn what_is_not_contained_cannot_be_undone_and_nobody_undoes_the_own() {
    let facts = contained(Vec::new());
    let undo = about(incident_of(&facts), IncidentDeed::Undo { held: Vec::new() });
    let himself = Asker { actor: Actor::Person(facts.account.id), ..responder() };
    assert_eq!(run(&facts, &undo, &himself), Err(Refusal::OwnAccount));
    let id = (IncidentId::from_random(5), facts.account.id);
    let fresh = Incident::opened(id, IncidentTrigger::Evidence, &Actor::Rule, Timestamp::default());
    let undo = about(&fresh, IncidentDeed::Undo { held: Vec::new() });
    let open = AccountFacts { incident: Some(fresh), ..facts };
    assert_eq!(run(&open, &undo, &responder()), Err(Refusal::Incident(IncidentRefusal::NotContained)));
}

proptest! {
    /// Contain and undo leave exactly what stood before, and what others began in between.
    #[test]
    fn h12_undo_ends_exactly_what_the_containment_began(
        before in prop::collection::vec(any_row(), 0..6),
        since in prop::collection::vec(any_row(), 0..4),
        held in 0u32..3,
    ) {
        let mut facts = contained(before.clone());
        let since: Vec<_> = since.into_iter().enumerate().map(|(number, row)| Restriction {
            id: RestrictionId::from_random(2_000 + number as u64), ..row
        }).collect();
        facts.open.extend(since.iter().cloned());
        let messages = (0..held).filter_map(|number| QueueId::parse(&format!("4hGvRob{number}"))).collect();
        let undo = about(incident_of(&facts), IncidentDeed::Undo { held: messages });
        let events = run(&facts, &undo, &responder()).expect("allowed");
        let released = events.iter().any(|event| matches!(event, Event::QueueChanged { messages, .. } if *messages == held));
        prop_assert_eq!(released, held > 0);
        let undone = after(&facts, &events);
        let expected: Vec<_> = before.into_iter().chain(since).collect();
        prop_assert_eq!(undone.open, expected);
        prop_assert!(undone.incident.is_none(), "closed as a false alarm");
    }
}
