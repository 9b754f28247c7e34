//! Everything that can have happened. Events are the audit; the tables beside them are what is true now
//! (ADR 0001).

mod kind;

use std::net::IpAddr;

use crate::account::Account;
use crate::address::ClientNetwork;
use crate::admin::{AdminEvent, Invitation, LinkUse};
use crate::admission::{Admission, Pass};
use crate::alternate::{AlternateEvent, LinkPurpose};
use crate::app_password::AppPasswordEvent;
use crate::compromise::Level;
use crate::device::Device;
use crate::help_request::HelpEvent;
use crate::ids::{AccountId, AdmissionId, DeviceId, RestrictionId, TokenId};
use crate::incident::IncidentEvent;
use crate::mail_queue::QueueAction;
use crate::mass_guard::MassGuardFacts;
use crate::name::AccountName;
use crate::recovery::{Proofs, RecoveryChoice};
use crate::restriction::{Evidence, Restriction, RestrictionKind};
use crate::sign_in::spray::SprayFacts;
use crate::source_entry::{EndedEntry, SourceEntry};
use crate::time::Timestamp;
use crate::token::Token;

pub use kind::EventKind;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new account.
    AccountCreated(Account),
    /// The primary address changed; the old one stays as an alias only when asked.
    AccountRenamed {
        /// Which account.
        account: AccountId,
        /// The old primary address.
        from: AccountName,
        /// The new primary address.
        to: AccountName,
    },
    /// Display name, language, kind, roles or groups changed.
    ProfileChanged {
        /// The account as it is now.
        after: Account,
    },
    /// A further name.
    AliasAdded {
        /// Which account.
        account: AccountId,
        /// The new name.
        alias: AccountName,
    },
    /// A name was taken away.
    AliasRemoved {
        /// Which account.
        account: AccountId,
        /// The name.
        alias: AccountName,
    },
    /// The account is gone; its id is never used again.
    AccountDeleted {
        /// Which account.
        account: AccountId,
        /// Its primary address at the end.
        primary: AccountName,
    },
    /// A new password. The hash travels beside the event, never in it. Remembered devices are forgotten with the
    /// old one: each has to show the new one first.
    PasswordSet {
        /// Which account.
        account: AccountId,
    },
    /// The owner came back without anybody's help.
    Recovered {
        /// Whose account.
        account: AccountId,
        /// How it was proved.
        proofs: Proofs,
        /// What was done.
        choice: RecoveryChoice,
    },
    /// A restriction began.
    RestrictionStarted(Restriction),
    /// A person ended a restriction.
    RestrictionReleased(EndedRestriction),
    /// Time ended a restriction.
    RestrictionExpired(EndedRestriction),
    /// A person or a program allowed a source, or marked it as shared.
    EntryAdded(SourceEntry),
    /// A person or a program took such an entry back.
    EntryRemoved(EndedEntry),
    /// Time ended such an entry.
    EntryExpired(EndedEntry),
    /// A person unlocked signing in for a while: more failures are borne until then.
    SignInEased {
        /// Whose.
        account: AccountId,
        /// Until when.
        until: Timestamp,
    },
    /// Something was seen that speaks for compromise, without restricting anything by itself.
    EvidenceSeen {
        /// About which account.
        account: AccountId,
        /// What.
        evidence: Evidence,
    },
    /// What was seen of an account adds up to an alert, or to a higher level than was said before.
    AlertRaised {
        /// Which account.
        account: AccountId,
        /// What its score does now.
        level: Level,
        /// The score, 0 to 100.
        score: u8,
    },
    /// Many accounts of the site are being tried at once (`sign_in::spray`).
    SprayStarted(SprayFacts),
    /// That is over, or has become the site's usual noise.
    SprayEnded(SprayFacts),
    /// Rules want more accounts restricted at once than may be: from here on a person is asked.
    MassGuardStarted(MassGuardFacts),
    /// For ten minutes none had to be proposed.
    MassGuardEnded(MassGuardFacts),
    /// A policy value changed.
    PolicyChanged {
        /// `sign_in` or `outbound` and the value's name, as in `outbound.novel_hour_max`.
        name: String,
        /// Before, as written in a policy file.
        from: String,
        /// After.
        to: String,
    },

    /// A person held, released or deleted mail that is in the queue.
    QueueChanged {
        /// Whose mail.
        account: AccountId,
        /// What was decided about it.
        action: QueueAction,
        /// How many messages it was when that was decided.
        messages: u32,
    },

    /// A person or a program ended open sessions.
    SessionsEnded {
        /// Whose.
        account: AccountId,
        /// Only those from this address.
        from: Option<IpAddr>,
    },

    /// Whom it wrote to before was learned from a log.
    ContactsLearned {
        /// Whose contacts.
        account: AccountId,
        /// How many addresses.
        contacts: u32,
    },

    // Programs, the owner in a new place, remembered devices
    /// A program was given a token.
    TokenAdded(Token),
    /// A token is good for nothing any more.
    TokenRevoked {
        /// Which.
        token: TokenId,
        /// Its name.
        name: String,
    },
    /// A one-time link was made for the owner in a new place. An older one of the account is void.
    AdmissionOffered(Admission),
    /// The link was used: the source that it was used at has a pass.
    AdmissionUsed {
        /// Which.
        admission: AdmissionId,
        /// What it gave.
        pass: Pass,
    },
    /// A success through an application is remembered.
    DeviceRemembered(Device),
    /// A person had a device forgotten.
    DeviceForgotten {
        /// Whose.
        account: AccountId,
        /// Which.
        device: DeviceId,
    },
    /// Of alternate addresses, and links that are mailed to an owner.
    Alternate(AlternateEvent),
    /// Of requests for help.
    Help(HelpEvent),
    /// An account's app passwords changed.
    AppPassword(AppPasswordEvent),
    /// Of an incident.
    Incident(IncidentEvent),
    /// At the door of the admin centre.
    Admin(AdminEvent),
}

impl From<AlternateEvent> for Event {
    fn from(event: AlternateEvent) -> Self {
        Event::Alternate(event)
    }
}

impl From<HelpEvent> for Event {
    fn from(event: HelpEvent) -> Self {
        Event::Help(event)
    }
}

impl From<AdminEvent> for Event {
    fn from(event: AdminEvent) -> Self {
        Event::Admin(event)
    }
}

impl From<IncidentEvent> for Event {
    fn from(event: IncidentEvent) -> Self {
        Event::Incident(event)
    }
}

impl From<AppPasswordEvent> for Event {
    fn from(event: AppPasswordEvent) -> Self {
        Event::AppPassword(event)
    }
}

/// Which restriction ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedRestriction {
    /// The row.
    pub id: RestrictionId,
    /// The account that it was on, if one.
    pub account: Option<AccountId>,
    /// The network that it was on, if one.
    pub network: Option<ClientNetwork>,
    /// What had been forbidden.
    pub kind: RestrictionKind,
}

impl Event {
    /// What kind of event it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Event::AccountCreated(_) => EventKind::AccountCreated,
            Event::AccountRenamed { .. } => EventKind::AccountRenamed,
            Event::ProfileChanged { .. } => EventKind::ProfileChanged,
            Event::AliasAdded { .. } => EventKind::AliasAdded,
            Event::AliasRemoved { .. } => EventKind::AliasRemoved,
            Event::AccountDeleted { .. } => EventKind::AccountDeleted,
            Event::PasswordSet { .. } => EventKind::PasswordSet,
            Event::Recovered { .. } => EventKind::Recovered,
            Event::RestrictionStarted(_) => EventKind::RestrictionStarted,
            Event::RestrictionReleased(_) => EventKind::RestrictionReleased,
            Event::RestrictionExpired(_) => EventKind::RestrictionExpired,
            Event::EntryAdded(_) => EventKind::EntryAdded,
            Event::EntryRemoved(_) => EventKind::EntryRemoved,
            Event::EntryExpired(_) => EventKind::EntryExpired,
            Event::SignInEased { .. } => EventKind::SignInEased,
            Event::EvidenceSeen { .. } => EventKind::EvidenceSeen,
            Event::AlertRaised { .. } => EventKind::AlertRaised,
            Event::SprayStarted(_) => EventKind::SprayStarted,
            Event::SprayEnded(_) => EventKind::SprayEnded,
            Event::MassGuardStarted(_) => EventKind::MassGuardStarted,
            Event::MassGuardEnded(_) => EventKind::MassGuardEnded,
            Event::PolicyChanged { .. } => EventKind::PolicyChanged,
            Event::ContactsLearned { .. } => EventKind::ContactsLearned,
            Event::SessionsEnded { .. } => EventKind::SessionsEnded,
            Event::QueueChanged { action, .. } => match action {
                QueueAction::Hold => EventKind::MailHeld,
                QueueAction::Release => EventKind::MailReleased,
                QueueAction::Delete => EventKind::MailDeleted,
            },
            Event::TokenAdded(_) => EventKind::TokenAdded,
            Event::TokenRevoked { .. } => EventKind::TokenRevoked,
            Event::AdmissionOffered(_) => EventKind::AdmissionOffered,
            Event::AdmissionUsed { .. } => EventKind::AdmissionUsed,
            Event::DeviceRemembered(_) => EventKind::DeviceRemembered,
            Event::DeviceForgotten { .. } => EventKind::DeviceForgotten,
            Event::Alternate(event) => alternate_kind(event),
            Event::Help(HelpEvent::Asked(_)) => EventKind::HelpAsked,
            Event::Help(HelpEvent::Answered { .. }) => EventKind::HelpAnswered,
            Event::AppPassword(AppPasswordEvent::Added(_)) => EventKind::AppPasswordAdded,
            Event::AppPassword(AppPasswordEvent::Revoked { .. }) => EventKind::AppPasswordRevoked,
            Event::Incident(event) => incident_kind(event),
            Event::Admin(event) => match event {
                AdminEvent::Invited(Invitation { opens: LinkUse::SetUp, .. }) => EventKind::AdminInvited,
                AdminEvent::Invited(Invitation { opens: LinkUse::SignIn, .. }) => {
                    EventKind::EmergencyLinkMade
                }
                AdminEvent::LinkUsed { .. } => EventKind::EmergencyLinkUsed,
                AdminEvent::CodeRefused { .. } => EventKind::CodeRefused,
                AdminEvent::CodeShown { .. } => EventKind::CodeShown,
                AdminEvent::FactorSet { .. } => EventKind::SecondFactorSet,
                AdminEvent::PasskeyAdded { .. } => EventKind::PasskeyAdded,
                AdminEvent::PasskeyRemoved { .. } => EventKind::PasskeyRemoved,
                AdminEvent::PasskeyRefused { .. } => EventKind::PasskeyRefused,
                AdminEvent::RecoveryCodesSet { .. } => EventKind::RecoveryCodesSet,
                AdminEvent::RecoveryCodeUsed { .. } => EventKind::RecoveryCodeUsed,
                AdminEvent::SessionProved { .. } => EventKind::SessionProved,
                AdminEvent::SessionOpened { .. } => EventKind::SessionOpened,
                AdminEvent::SessionEnded { .. } => EventKind::SessionEnded,
            },
        }
    }

    /// The word that the audit uses.
    pub const fn code(&self) -> &'static str {
        self.kind().code()
    }

    /// The account that it is about, if one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Event::AccountCreated(account) | Event::ProfileChanged { after: account } => Some(account.id),
            Event::AccountRenamed { account, .. }
            | Event::AliasAdded { account, .. }
            | Event::AliasRemoved { account, .. }
            | Event::AccountDeleted { account, .. }
            | Event::PasswordSet { account }
            | Event::Recovered { account, .. }
            | Event::SignInEased { account, .. }
            | Event::EvidenceSeen { account, .. }
            | Event::AlertRaised { account, .. }
            | Event::QueueChanged { account, .. }
            | Event::SessionsEnded { account, .. }
            | Event::ContactsLearned { account, .. } => Some(*account),
            Event::RestrictionStarted(restriction) => restriction.account(),
            Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => ended.account,
            Event::EntryAdded(entry) => entry.on.account(),
            Event::EntryRemoved(ended) | Event::EntryExpired(ended) => ended.on.account(),
            Event::SprayStarted(_)
            | Event::SprayEnded(_)
            | Event::MassGuardStarted(_)
            | Event::MassGuardEnded(_) => None,
            Event::PolicyChanged { .. } | Event::TokenAdded(_) | Event::TokenRevoked { .. } => None,
            Event::AdmissionOffered(admission) => Some(admission.account),
            Event::AdmissionUsed { pass, .. } => Some(pass.account),
            Event::DeviceRemembered(device) => Some(device.account),
            Event::DeviceForgotten { account, .. } => Some(*account),
            Event::Alternate(event) => Some(event.account()),
            Event::Help(event) => Some(event.account()),
            Event::AppPassword(event) => Some(event.account()),
            Event::Incident(event) => Some(event.account()),
            Event::Admin(event) => Some(event.account()),
        }
    }
}

const fn incident_kind(event: &IncidentEvent) -> EventKind {
    match event {
        IncidentEvent::Opened(_) => EventKind::IncidentOpened,
        IncidentEvent::Contained { .. } => EventKind::IncidentContained,
        IncidentEvent::Assigned { .. } => EventKind::IncidentAssigned,
        IncidentEvent::Undone { .. } => EventKind::IncidentUndone,
        IncidentEvent::Closed { .. } => EventKind::IncidentClosed,
        IncidentEvent::Reopened(_) => EventKind::IncidentReopened,
    }
}

const fn alternate_kind(event: &AlternateEvent) -> EventKind {
    match event {
        AlternateEvent::Added(_) => EventKind::AlternateAdded,
        AlternateEvent::Verified { .. } => EventKind::AlternateVerified,
        AlternateEvent::Removed(_) => EventKind::AlternateRemoved,
        AlternateEvent::LinkOrdered { link, .. } => match link.purpose {
            LinkPurpose::VerifyAddress => EventKind::AlternateCheckMailed,
            LinkPurpose::SetPassword | LinkPurpose::NotMe => EventKind::PasswordLinkMailed,
        },
        AlternateEvent::PasswordLinkUsed { .. } => EventKind::PasswordLinkUsed,
        AlternateEvent::Disowned { .. } => EventKind::ChangeDisowned,
    }
}
