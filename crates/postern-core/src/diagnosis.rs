//! The diagnosis: what somebody complains of and what is the case go in; what was looked at, what is the cause, and the next best
//! thing to do come out. Command line, API, the admin centre's help and the owner's page ask here, so that all give one answer.
//!
//! ```text
//!   symptom ──▶ which checks, in which order ──▶ each: a cause, fine, or not looked at
//!                                                  └──▶ the weightiest cause is the first sentence
//! ```
//!
//! **Map.** [`facts`]: what is the case, gathered elsewhere. [`cause`]: what can be behind a complaint, and what to do about it.
//! [`checks`]: which facts make which cause. [`card`]: what there is to read about it. Knows no sentence; what could not be looked at is said and never taken for "fine".

pub mod card;
pub mod cause;
mod checks;
pub mod facts;
mod next_step;

use crate::account::codes;
pub use card::Card;
pub use cause::{Cause, Weight};
pub use facts::{Facts, Look, Unseen};
pub use next_step::NextStep;

/// What somebody complains of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Symptom {
    /// Something is wrong, and nobody said what.
    #[default]
    Anything,
    /// Signing in does not work.
    CannotSignIn,
    /// Sending does not work.
    CannotSend,
    /// Mail that was sent to the account does not show.
    CannotReceive,
    /// What the account sends comes back.
    MailBounces,
    /// The password is right, and is not accepted.
    PasswordNotAccepted,
    /// It is locked again and again.
    KeepsBeingLocked,
    /// Mail is sent on, and the owner did not order that.
    ForwardingUnknown,
    /// A rule moves or deletes mail, and the owner did not make it.
    RulesUnknown,
    /// The mail that lets the owner back in does not come.
    NoResetMail,
}

codes!(Symptom {
    Symptom::Anything => "anything",
    Symptom::CannotSignIn => "cannot_sign_in",
    Symptom::CannotSend => "cannot_send",
    Symptom::CannotReceive => "cannot_receive",
    Symptom::MailBounces => "mail_bounces",
    Symptom::PasswordNotAccepted => "password_not_accepted",
    Symptom::KeepsBeingLocked => "keeps_being_locked",
    Symptom::ForwardingUnknown => "forwarding_unknown",
    Symptom::RulesUnknown => "rules_unknown",
    Symptom::NoResetMail => "no_reset_mail",
});

/// Something that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckKind {
    /// Locks and blocks of signing in.
    SignInDoor,
    /// The password: temporary, expired, kept elsewhere.
    Password,
    /// Protocols that are switched off.
    Protocols,
    /// Blocks of sources from which the account signs in.
    Sources,
    /// What the failed sign-ins of the last days are.
    Attempts,
    /// Restrictions of sending.
    SendingDoor,
    /// The account's mail in the mail server's queue.
    Queue,
    /// How its mail was taken outside.
    Deliveries,
    /// Rules of the owner that send mail on or hide it.
    Rules,
    /// Ways for the owner to get back in.
    Recovery,
    /// Whether what was decided has arrived at the mail server.
    Exports,
    /// Whether the mail server asks us.
    Gates,
    /// Our own clock and disk.
    Ourselves,
    /// Numbers of the rules that were changed lately.
    Policies,
}

codes!(CheckKind {
    CheckKind::SignInDoor => "sign_in_door",
    CheckKind::Password => "password",
    CheckKind::Protocols => "protocols",
    CheckKind::Sources => "sources",
    CheckKind::Attempts => "attempts",
    CheckKind::SendingDoor => "sending_door",
    CheckKind::Queue => "queue",
    CheckKind::Deliveries => "deliveries",
    CheckKind::Rules => "rules",
    CheckKind::Recovery => "recovery",
    CheckKind::Exports => "exports",
    CheckKind::Gates => "gates",
    CheckKind::Ourselves => "ourselves",
    CheckKind::Policies => "policies",
});

/// What a look brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// These, the weightiest first.
    Causes(Vec<Cause>),
    /// Nothing is wrong there.
    Fine,
    /// It could not be looked at.
    Unknown(Unseen),
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub kind: CheckKind,
    /// And what came of it.
    pub outcome: Outcome,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What was complained of.
    pub symptom: Symptom,
    /// What was looked at, in the order in which it matters for the complaint.
    pub checks: Vec<Check>,
}

impl Diagnosis {
    /// Every cause, the weightiest first; of equal ones the one whose check matters more for the complaint.
    pub fn causes(&self) -> Vec<&Cause> {
        let mut causes: Vec<&Cause> = self
            .checks
            .iter()
            .filter_map(|check| match &check.outcome {
                Outcome::Causes(causes) => Some(causes),
                Outcome::Fine | Outcome::Unknown(_) => None,
            })
            .flatten()
            .collect();
        // The sort is stable, so the checks' order decides among equals.
        causes.sort_by_key(|cause| std::cmp::Reverse(cause.weight(self.symptom)));
        causes
    }

    /// What is said first.
    pub fn first(&self) -> Option<&Cause> {
        self.causes().first().copied()
    }

    /// Whether something could not be looked at, so that "nothing found" does not mean that all is well.
    pub fn has_unknown(&self) -> bool {
        self.checks.iter().any(|check| matches!(check.outcome, Outcome::Unknown(_)))
    }
}

/// What is looked at for a complaint, what matters most first. What a page elsewhere has to be asked for (the queue, rules) is
/// asked only where it is named here.
pub const fn looked_at(symptom: Symptom) -> &'static [CheckKind] {
    use CheckKind::{
        Attempts, Deliveries, Exports, Gates, Ourselves, Password, Policies, Protocols, Queue, Recovery,
        Rules, SendingDoor, SignInDoor, Sources,
    };
    match symptom {
        Symptom::Anything => &[
            SignInDoor,
            Password,
            SendingDoor,
            Protocols,
            Sources,
            Attempts,
            Queue,
            Deliveries,
            Rules,
            Exports,
            Gates,
            Ourselves,
            Policies,
        ],
        Symptom::CannotSignIn => {
            &[SignInDoor, Password, Protocols, Sources, Attempts, Exports, Gates, Ourselves]
        }
        // A mail program that may not sign in cannot send either.
        Symptom::CannotSend => &[
            SendingDoor,
            SignInDoor,
            Password,
            Protocols,
            Queue,
            Sources,
            Exports,
            Gates,
            Ourselves,
            Policies,
        ],
        Symptom::CannotReceive => &[Rules, SignInDoor, Password, Protocols],
        Symptom::MailBounces => &[SendingDoor, Deliveries, Queue, Exports, Gates],
        Symptom::PasswordNotAccepted => {
            &[Password, SignInDoor, Protocols, Sources, Attempts, Exports, Gates, Ourselves]
        }
        Symptom::KeepsBeingLocked => &[Attempts, SignInDoor, Sources, Policies],
        Symptom::ForwardingUnknown | Symptom::RulesUnknown => &[Rules],
        Symptom::NoResetMail => &[Recovery, SignInDoor, Exports],
    }
}

/// Looks at everything that matters for the complaint. Every check is made, also behind one that failed.
pub fn diagnose(symptom: Symptom, facts: &Facts) -> Diagnosis {
    let check = |&kind: &CheckKind| Check { kind, outcome: checks::look(kind, symptom, facts) };
    Diagnosis { symptom, checks: looked_at(symptom).iter().map(check).collect() }
}

#[cfg(test)]
mod tests;
