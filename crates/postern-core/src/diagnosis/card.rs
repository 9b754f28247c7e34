//! Help cards: what there is to read about each cause and complaint. The words are postern-text's, the pages that a card leads to the
//! web's; here stands which there are, by a word that never changes, so that a link in a bounce or a mail goes on leading there.

use super::{Cause, Symptom};
use crate::account::codes;
use crate::restriction::{Reason, RestrictionKind};
use crate::sign_in::failures::FailureKind;

/// A card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Card {
    /// Ending an automatic lock of signing in.
    UnlockAccount,
    /// A temporary password for somebody.
    ResetPassword,
    /// A person's block of signing in.
    SignInStatus,
    /// Owners come back by themselves.
    SelfService,
    /// A temporary password opens no mailbox.
    MustChange,
    /// A password for one device.
    AppPasswords,
    /// A device that still has an old password.
    StaleDevices,
    /// A place from which nobody gets in.
    BlockedSources,
    /// Protocols switched off for an account.
    Protocols,
    /// Opening sending again.
    UnblockEmail,
    /// How much may be sent.
    SpamLimits,
    /// Many recipients, once.
    PlannedMailings,
    /// What the code in a bounce means.
    BounceCodes,
    /// Somebody else has the account.
    CompromisedAccount,
    /// Where mail is sent on.
    Forwarding,
    /// Rules that hide mail.
    InboxRules,
    /// A mail says that something was seen.
    Alerts,
    /// The mail server does not ask.
    ConnectorsDown,
}

codes!(Card {
    Card::UnlockAccount => "unlock-account",
    Card::ResetPassword => "reset-password",
    Card::SignInStatus => "sign-in-status",
    Card::SelfService => "self-service",
    Card::MustChange => "must-change",
    Card::AppPasswords => "app-passwords",
    Card::StaleDevices => "stale-devices",
    Card::BlockedSources => "blocked-sources",
    Card::Protocols => "protocols",
    Card::UnblockEmail => "unblock-email",
    Card::SpamLimits => "spam-limits",
    Card::PlannedMailings => "planned-mailings",
    Card::BounceCodes => "bounce-codes",
    Card::CompromisedAccount => "compromised-account",
    Card::Forwarding => "forwarding",
    Card::InboxRules => "inbox-rules",
    Card::Alerts => "alerts",
    Card::ConnectorsDown => "connectors-down",
});

impl Cause {
    /// What there is to read about it.
    pub fn card(&self) -> Card {
        match self {
            Cause::Restricted(row) => card_of_row(row.kind, &row.reason),
            Cause::LockedByDevice { .. } => Card::StaleDevices,
            Cause::LockedByStrangers { .. } => Card::UnlockAccount,
            Cause::Failing(group) => match group.kind {
                FailureKind::StaleDevice => Card::StaleDevices,
                FailureKind::Attack => Card::UnlockAccount,
                FailureKind::Mistyped => Card::ResetPassword,
            },
            Cause::PlaceBlocked(_) => Card::BlockedSources,
            Cause::PasswordElsewhere => Card::ResetPassword,
            Cause::MailingNotPlanned { .. } => Card::PlannedMailings,
            Cause::MailHeld { .. } => Card::UnblockEmail,
            Cause::MailWaits { .. }
            | Cause::NoSuchAddress { .. }
            | Cause::TakenForSpam { .. }
            | Cause::RefusedElsewhere { .. } => Card::BounceCodes,
            Cause::SentOn(_) => Card::Forwarding,
            Cause::HidingRule { .. } => Card::InboxRules,
            Cause::NoAddress
            | Cause::AddressUnconfirmed
            | Cause::AddressDoesNotCount
            | Cause::NoPublicPage => Card::SelfService,
            Cause::ExportLate(_)
            | Cause::GateSilent(_)
            | Cause::CannotSave { .. }
            | Cause::ClockJumped { .. } => Card::ConnectorsDown,
            Cause::PolicyChanged(_) => Card::SpamLimits,
        }
    }
}

const fn card_of_row(kind: RestrictionKind, reason: &Reason) -> Card {
    // Whichever of its rows is found first, its cure is the same.
    if matches!(reason, Reason::Contained { .. }) {
        return Card::CompromisedAccount;
    }
    match kind {
        RestrictionKind::SendingRestricted => match reason {
            Reason::CompromiseScore { .. } | Reason::DisownedByOwner | Reason::Contained { .. } => {
                Card::CompromisedAccount
            }
            Reason::WrongPasswords { .. }
            | Reason::LaneClosed { .. }
            | Reason::LockedTooOften { .. }
            | Reason::NovelRecipientsHour { .. }
            | Reason::NovelRecipientsDay { .. }
            | Reason::RecipientsHour { .. }
            | Reason::CapHour { .. }
            | Reason::CapDay { .. }
            | Reason::OutsidePinnedSources
            | Reason::GuessingSource { .. }
            | Reason::TemporaryPassword { .. }
            | Reason::TemporaryPasswordExpired
            | Reason::ByPerson { .. } => Card::UnblockEmail,
        },
        RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed => Card::SpamLimits,
        RestrictionKind::SignInLocked => Card::UnlockAccount,
        RestrictionKind::SignInBlocked => Card::SignInStatus,
        RestrictionKind::PasswordChangeRequired => Card::MustChange,
        RestrictionKind::ProtocolOff(_) => Card::Protocols,
        RestrictionKind::AddressBlock => Card::BlockedSources,
    }
}

impl Symptom {
    /// What there is to read where no cause was found, the likeliest first.
    pub const fn cards(self) -> &'static [Card] {
        match self {
            Symptom::Anything => &[],
            Symptom::CannotSignIn => &[Card::UnlockAccount, Card::SignInStatus, Card::BlockedSources],
            Symptom::CannotSend => &[Card::UnblockEmail, Card::SpamLimits, Card::ConnectorsDown],
            Symptom::CannotReceive => &[Card::InboxRules, Card::Forwarding],
            Symptom::MailBounces => &[Card::BounceCodes, Card::UnblockEmail],
            Symptom::PasswordNotAccepted => &[Card::MustChange, Card::ResetPassword, Card::AppPasswords],
            Symptom::KeepsBeingLocked => &[Card::StaleDevices, Card::UnlockAccount],
            Symptom::ForwardingUnknown => &[Card::Forwarding, Card::CompromisedAccount],
            Symptom::RulesUnknown => &[Card::InboxRules, Card::CompromisedAccount],
            Symptom::NoResetMail => &[Card::SelfService, Card::ResetPassword],
        }
    }
}
