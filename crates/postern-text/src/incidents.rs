//! Incidents in words: how they stand, what opened them, what they were, and the ten steps.

use postern_core::incident::steps::{IncidentStep, StepState};
use postern_core::incident::{IncidentCause, IncidentState, IncidentTrigger};

use crate::key;
use crate::words::Words;

impl Words {
    /// How an incident stands.
    pub fn incident_state(&self, state: IncidentState) -> String {
        self.say(
            match state {
                IncidentState::Open => key::INCIDENT_STATE_OPEN,
                IncidentState::Contained => key::INCIDENT_STATE_CONTAINED,
                IncidentState::Recovering => key::INCIDENT_STATE_RECOVERING,
                IncidentState::Closed => key::INCIDENT_STATE_CLOSED,
            },
            &[],
        )
    }

    /// What opened it.
    pub fn incident_trigger(&self, trigger: IncidentTrigger) -> String {
        self.say(
            match trigger {
                IncidentTrigger::Contained => key::INCIDENT_BY_CONTAIN,
                IncidentTrigger::Evidence => key::INCIDENT_BY_EVIDENCE,
                IncidentTrigger::DisownedByOwner => key::INCIDENT_BY_OWNER,
            },
            &[],
        )
    }

    /// A step.
    pub fn incident_step(&self, step: IncidentStep) -> String {
        self.say(
            match step {
                IncidentStep::Sending => key::INCIDENT_STEP_SENDING,
                IncidentStep::SignIn => key::INCIDENT_STEP_SIGN_IN,
                IncidentStep::Password => key::INCIDENT_STEP_PASSWORD,
                IncidentStep::Queue => key::INCIDENT_STEP_QUEUE,
                IncidentStep::Rules => key::INCIDENT_STEP_RULES,
                IncidentStep::Roles => key::INCIDENT_STEP_ROLES,
                IncidentStep::Others => key::INCIDENT_STEP_OTHERS,
                IncidentStep::Recipients => key::INCIDENT_STEP_RECIPIENTS,
                IncidentStep::Owner => key::INCIDENT_STEP_OWNER,
                IncidentStep::Unblock => key::INCIDENT_STEP_UNBLOCK,
            },
            &[],
        )
    }

    /// How a step stands.
    pub fn incident_step_state(&self, state: StepState) -> String {
        self.say(
            match state {
                StepState::Done => key::INCIDENT_STEP_DONE,
                StepState::ToDo => key::INCIDENT_STEP_TO_DO,
                StepState::NotNeeded => key::INCIDENT_STEP_NOT_NEEDED,
                StepState::ByHand => key::INCIDENT_STEP_BY_HAND,
            },
            &[],
        )
    }

    /// What it was.
    pub fn incident_cause(&self, cause: IncidentCause) -> String {
        self.say(
            match cause {
                IncidentCause::Compromised => key::INCIDENT_CAUSE_COMPROMISED,
                IncidentCause::FalseAlarm => key::INCIDENT_CAUSE_FALSE_ALARM,
                IncidentCause::Test => key::INCIDENT_CAUSE_TEST,
                IncidentCause::Other => key::INCIDENT_CAUSE_OTHER,
            },
            &[],
        )
    }
}
