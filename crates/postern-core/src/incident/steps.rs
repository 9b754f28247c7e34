//! The ten steps of an incident: contain, clean, bring the owner back, tell. How each stands is read off what is true now, so
//! that it does not matter who did it and where.

use super::Incident;
use crate::account::{Account, codes};
use crate::restriction::{Restriction, RestrictionKind};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncidentStep {
    /// Sending is restricted.
    Sending,
    /// Signing in is blocked, and open sessions are ended.
    SignIn,
    /// The old password and app passwords open nothing.
    Password,
    /// Queued mail is held, or decided about.
    Queue,
    /// No rule sends mail out of the house.
    Rules,
    /// Roles of an admin are looked at.
    Roles,
    /// Other accounts are looked at.
    Others,
    /// The recipients are told.
    Recipients,
    /// The owner has another password, by another way.
    Owner,
    /// Both doors are open again.
    Unblock,
}

codes!(IncidentStep {
    IncidentStep::Sending => "sending",
    IncidentStep::SignIn => "sign_in",
    IncidentStep::Password => "password",
    IncidentStep::Queue => "queue",
    IncidentStep::Rules => "rules",
    IncidentStep::Roles => "roles",
    IncidentStep::Others => "others",
    IncidentStep::Recipients => "recipients",
    IncidentStep::Owner => "owner",
    IncidentStep::Unblock => "unblock",
});

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepState {
    /// It is done.
    Done,
    /// Somebody has to do it.
    ToDo,
    /// There is nothing to do.
    NotNeeded,
    /// A person has to look: nothing here can tell.
    ByHand,
}

codes!(StepState {
    StepState::Done => "done",
    StepState::ToDo => "to_do",
    StepState::NotNeeded => "not_needed",
    StepState::ByHand => "by_hand",
});

/// What the steps are read off.
#[derive(Clone, Copy, Debug)]
pub struct StepFacts<'a> {
    /// Whose account.
    pub account: &'a Account,
    /// What is open on it.
    pub open: &'a [Restriction],
    /// Another password was set since the incident was opened.
    pub has_new_password: bool,
    /// Messages in the queue, and how many of them are held; `None`: it cannot be read.
    pub queue: Option<(usize, usize)>,
    /// Rules in force that send mail out of the house; `None`: they cannot be read.
    pub forwards: Option<usize>,
}

/// Each step with how it stands, in their order.
pub fn steps(incident: &Incident, facts: &StepFacts<'_>) -> Vec<(IncidentStep, StepState)> {
    IncidentStep::ALL.iter().map(|&step| (step, state(step, incident, facts))).collect()
}

fn state(step: IncidentStep, incident: &Incident, facts: &StepFacts<'_>) -> StepState {
    let is_open = |kind| facts.open.iter().any(|row| row.kind == kind);
    let (restricted, blocked) =
        (is_open(RestrictionKind::SendingRestricted), is_open(RestrictionKind::SignInBlocked));
    // What was closed and is open again was done: opening it is the last step.
    let was_contained = incident.snapshot.is_some();
    let done_or_to_do = |is_done: bool| if is_done { StepState::Done } else { StepState::ToDo };
    match step {
        IncidentStep::Sending => done_or_to_do(restricted || was_contained),
        IncidentStep::SignIn => done_or_to_do(blocked || was_contained),
        IncidentStep::Password | IncidentStep::Owner if facts.account.is_gate_only => StepState::ByHand,
        IncidentStep::Password => {
            done_or_to_do(facts.has_new_password || facts.open.iter().any(Restriction::voids_password))
        }
        IncidentStep::Owner => done_or_to_do(facts.has_new_password),
        IncidentStep::Queue => match facts.queue {
            None => StepState::ByHand,
            Some((0, _)) => StepState::NotNeeded,
            Some((all, held)) => done_or_to_do(all == held),
        },
        IncidentStep::Rules => facts.forwards.map_or(StepState::ByHand, |rules| done_or_to_do(rules == 0)),
        IncidentStep::Roles if facts.account.is_admin() => StepState::ByHand,
        IncidentStep::Roles => StepState::NotNeeded,
        IncidentStep::Others | IncidentStep::Recipients => StepState::ByHand,
        IncidentStep::Unblock => done_or_to_do(!restricted && !blocked),
    }
}
