//! What can be behind a complaint: each with its numbers, how much it weighs, and the one thing to do about it.

use super::facts::{LateExport, PlaceRefused, PolicyChange, SilentGate};
use super::{NextStep, Symptom};
use crate::forwarding::{Forward, ForwardReach};
use crate::protocol::Protocol;
use crate::restriction::{Actor, Restriction, RestrictionKind};
use crate::sign_in::Lane;
use crate::sign_in::failures::{FailureGroup, FailureKind};
use crate::time::Timestamp;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A restriction is open; which one says the rest.
    Restricted(Box<Restriction>),
    /// Familiar places are locked, and it is a device of the owner's own that does it.
    LockedByDevice {
        /// The lock.
        lock: Box<Restriction>,
        /// The device.
        device: Box<FailureGroup>,
    },
    /// Strangers are kept out because somebody guesses: the owner is let in alone, where there is a page for that.
    LockedByStrangers {
        /// The lock.
        lock: Box<Restriction>,
        /// A one-time link can be made.
        may_admit: bool,
    },
    /// A device still has an old password, somebody guesses, or somebody mistypes.
    Failing(Box<FailureGroup>),
    /// A place from which the account signs in is refused.
    PlaceBlocked(PlaceRefused),
    /// Another system keeps the password.
    PasswordElsewhere,
    /// A volume rule stopped the account, and no mailing is planned for it.
    MailingNotPlanned {
        /// What was counted.
        count: u32,
        /// The limit that it crossed.
        limit: u32,
    },
    /// Mail is held in the queue.
    MailHeld {
        /// Messages.
        count: u32,
    },
    /// Mail waits in the queue for another try.
    MailWaits {
        /// Messages.
        count: u32,
    },
    /// Recipients that do not exist.
    NoSuchAddress {
        /// Recipients.
        count: u32,
    },
    /// Other servers take the mail for spam.
    TakenForSpam {
        /// Recipients.
        count: u32,
    },
    /// Other servers refuse the mail for other reasons.
    RefusedElsewhere {
        /// Recipients.
        count: u32,
    },
    /// A rule sends mail on.
    SentOn(Forward),
    /// A rule hides mail.
    HidingRule {
        /// In which script.
        script: String,
        /// In which line.
        line: u32,
    },
    /// Nobody registered another address of the owner.
    NoAddress,
    /// Another address is registered, and nobody confirmed it.
    AddressUnconfirmed,
    /// Another address is confirmed, and no mail goes there: it was added after something suspicious, or its mail comes from here.
    AddressDoesNotCount,
    /// The site has no public address, so there is no link.
    NoPublicPage,
    /// A change has not arrived.
    ExportLate(LateExport),
    /// Nobody asks at a gate.
    GateSilent(SilentGate),
    /// Nothing can be saved.
    CannotSave {
        /// Since when.
        since: Timestamp,
    },
    /// The system's clock jumped.
    ClockJumped {
        /// By so many seconds, negative where back.
        seconds: i64,
    },
    /// Numbers of the rules were changed lately.
    PolicyChanged(PolicyChange),
}

/// How much of the complaint a cause explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing.
    Hint,
    /// It explains some of it: from some places, for some mail.
    Part,
    /// It explains the complaint whole.
    Whole,
}

impl Cause {
    /// The word that programs use. Of a restriction it is the restriction's own kind.
    pub const fn code(&self) -> &'static str {
        match self {
            Cause::Restricted(row) => row.kind.code(),
            Cause::LockedByDevice { .. } => "locked_by_device",
            Cause::LockedByStrangers { .. } => "locked_by_strangers",
            Cause::Failing(group) => group.kind.code(),
            Cause::PlaceBlocked(_) => "place_blocked",
            Cause::PasswordElsewhere => "password_elsewhere",
            Cause::MailingNotPlanned { .. } => "mailing_not_planned",
            Cause::MailHeld { .. } => "mail_held",
            Cause::MailWaits { .. } => "mail_waits",
            Cause::NoSuchAddress { .. } => "no_such_address",
            Cause::TakenForSpam { .. } => "taken_for_spam",
            Cause::RefusedElsewhere { .. } => "refused_elsewhere",
            Cause::SentOn(_) => "sent_on",
            Cause::HidingRule { .. } => "hiding_rule",
            Cause::NoAddress => "no_address",
            Cause::AddressUnconfirmed => "address_unconfirmed",
            Cause::AddressDoesNotCount => "address_does_not_count",
            Cause::NoPublicPage => "no_public_page",
            Cause::ExportLate(_) => "export_late",
            Cause::GateSilent(_) => "gate_silent",
            Cause::CannotSave { .. } => "cannot_save",
            Cause::ClockJumped { .. } => "clock_jumped",
            Cause::PolicyChanged(_) => "policy_changed",
        }
    }

    /// Who did it, where somebody did.
    pub const fn actor(&self) -> Option<&Actor> {
        match self {
            Cause::Restricted(row) | Cause::LockedByStrangers { lock: row, .. } => Some(&row.actor),
            Cause::PolicyChanged(change) => Some(&change.actor),
            Cause::LockedByDevice { .. }
            | Cause::Failing(_)
            | Cause::PlaceBlocked(_)
            | Cause::PasswordElsewhere
            | Cause::MailingNotPlanned { .. }
            | Cause::MailHeld { .. }
            | Cause::MailWaits { .. }
            | Cause::NoSuchAddress { .. }
            | Cause::TakenForSpam { .. }
            | Cause::RefusedElsewhere { .. }
            | Cause::SentOn(_)
            | Cause::HidingRule { .. }
            | Cause::NoAddress
            | Cause::AddressUnconfirmed
            | Cause::AddressDoesNotCount
            | Cause::NoPublicPage
            | Cause::ExportLate(_)
            | Cause::GateSilent(_)
            | Cause::CannotSave { .. }
            | Cause::ClockJumped { .. } => None,
        }
    }

    /// What to do about it.
    pub fn next(&self) -> NextStep {
        match self {
            Cause::Restricted(row) => NextStep::ending(row),
            Cause::LockedByStrangers { may_admit: true, .. } => NextStep::Admit,
            Cause::LockedByStrangers { may_admit: false, .. } => NextStep::Unlock,
            Cause::LockedByDevice { .. } | Cause::Failing(_) => NextStep::LookAtSignIns,
            Cause::PlaceBlocked(place) => {
                NextStep::ReleaseSource(place.network.unwrap_or_else(|| place.address.unit()))
            }
            Cause::PasswordElsewhere => NextStep::AskKeeperOfPassword,
            Cause::MailingNotPlanned { .. } => NextStep::ApproveMailing,
            Cause::MailHeld { .. } | Cause::MailWaits { .. } => NextStep::LookAtQueue,
            Cause::NoSuchAddress { .. } | Cause::TakenForSpam { .. } | Cause::RefusedElsewhere { .. } => {
                NextStep::LookAtSending
            }
            Cause::SentOn(_) | Cause::HidingRule { .. } => NextStep::LookAtRules,
            Cause::NoAddress | Cause::AddressUnconfirmed | Cause::AddressDoesNotCount => {
                NextStep::RegisterAddress
            }
            Cause::NoPublicPage | Cause::ExportLate(_) | Cause::GateSilent(_) => NextStep::CheckConnections,
            Cause::CannotSave { .. } | Cause::ClockJumped { .. } => NextStep::MendSystem,
            Cause::PolicyChanged(_) => NextStep::LookAtPolicies,
        }
    }

    /// How much of the complaint it explains.
    pub fn weight(&self, symptom: Symptom) -> Weight {
        match self {
            Cause::Restricted(row) | Cause::LockedByStrangers { lock: row, .. } => {
                weight_of_row(row, symptom)
            }
            Cause::LockedByDevice { .. } | Cause::NoAddress | Cause::NoPublicPage => Weight::Whole,
            Cause::Failing(group) => match (group.kind, symptom) {
                (FailureKind::StaleDevice | FailureKind::Attack, Symptom::KeepsBeingLocked) => Weight::Whole,
                (FailureKind::StaleDevice, Symptom::PasswordNotAccepted | Symptom::CannotSignIn) => {
                    Weight::Part
                }
                (FailureKind::Mistyped, Symptom::PasswordNotAccepted | Symptom::CannotSignIn) => Weight::Part,
                (FailureKind::StaleDevice | FailureKind::Attack | FailureKind::Mistyped, _) => Weight::Hint,
            },
            Cause::PasswordElsewhere => match symptom {
                Symptom::PasswordNotAccepted | Symptom::NoResetMail => Weight::Part,
                Symptom::Anything
                | Symptom::CannotSignIn
                | Symptom::CannotSend
                | Symptom::CannotReceive
                | Symptom::MailBounces
                | Symptom::KeepsBeingLocked
                | Symptom::ForwardingUnknown
                | Symptom::RulesUnknown => Weight::Hint,
            },
            Cause::AddressUnconfirmed | Cause::AddressDoesNotCount | Cause::ExportLate(_) => Weight::Whole,
            Cause::SentOn(forward) => weight_of_forward(forward, symptom),
            Cause::HidingRule { .. } => match symptom {
                Symptom::RulesUnknown | Symptom::CannotReceive => Weight::Whole,
                Symptom::Anything
                | Symptom::CannotSignIn
                | Symptom::CannotSend
                | Symptom::MailBounces
                | Symptom::PasswordNotAccepted
                | Symptom::KeepsBeingLocked
                | Symptom::ForwardingUnknown
                | Symptom::NoResetMail => Weight::Part,
            },
            Cause::TakenForSpam { .. } | Cause::NoSuchAddress { .. } | Cause::RefusedElsewhere { .. } => {
                if symptom == Symptom::MailBounces {
                    Weight::Whole
                } else {
                    Weight::Hint
                }
            }
            Cause::PlaceBlocked(_) | Cause::MailHeld { .. } | Cause::CannotSave { .. } => Weight::Part,
            Cause::GateSilent(_) | Cause::ClockJumped { .. } => Weight::Part,
            Cause::MailingNotPlanned { .. } | Cause::MailWaits { .. } | Cause::PolicyChanged(_) => {
                Weight::Hint
            }
        }
    }
}

fn weight_of_row(row: &Restriction, symptom: Symptom) -> Weight {
    match row.kind {
        RestrictionKind::SignInBlocked
        | RestrictionKind::SendingRestricted
        | RestrictionKind::PasswordChangeRequired => Weight::Whole,
        RestrictionKind::SignInLocked => match row.reason.lane() {
            // Strangers' lane does not touch the places that the account knows.
            Some(Lane::Unfamiliar) => Weight::Part,
            Some(Lane::Familiar) | None => Weight::Whole,
        },
        RestrictionKind::ProtocolOff(protocol) => match (protocol, symptom) {
            (Protocol::Submission, Symptom::CannotSend) => Weight::Whole,
            (
                Protocol::Imap
                | Protocol::Pop3
                | Protocol::Submission
                | Protocol::ManageSieve
                | Protocol::Portal,
                _,
            ) => Weight::Part,
        },
        RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed | RestrictionKind::AddressBlock => {
            Weight::Part
        }
    }
}

fn weight_of_forward(forward: &Forward, symptom: Symptom) -> Weight {
    let is_abroad = match forward.reach {
        ForwardReach::Outside | ForwardReach::Computed => true,
        ForwardReach::Own => false,
    };
    match symptom {
        Symptom::ForwardingUnknown => Weight::Whole,
        Symptom::CannotReceive if !forward.keeps => Weight::Whole,
        Symptom::RulesUnknown | Symptom::Anything if is_abroad => Weight::Part,
        Symptom::Anything
        | Symptom::CannotSignIn
        | Symptom::CannotSend
        | Symptom::CannotReceive
        | Symptom::MailBounces
        | Symptom::PasswordNotAccepted
        | Symptom::KeepsBeingLocked
        | Symptom::RulesUnknown
        | Symptom::NoResetMail => Weight::Hint,
    }
}
