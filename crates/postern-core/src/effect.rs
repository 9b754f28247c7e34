//! Everything to be done outside because of an event. An effect says which door to make true, not how: the
//! engine's outbox reads what is true at that moment, so carrying an effect out twice does no harm.

use crate::account::codes;
use crate::event::Event;
use crate::ids::{AccountId, RestrictionId};
use crate::restriction::{Restriction, RestrictionKind};

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Write to the mail system's files whether this account may sign in, and with which password.
    ExportSignIn(AccountId),
    /// Write to the mail system's map whether this account may send.
    ExportSending(AccountId),
    /// Tell the admins that this restriction began.
    NotifyAdmins {
        /// Which one.
        restriction: RestrictionId,
        /// On which account.
        account: AccountId,
    },
}

/// Where an effect has to arrive; a receipt names its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// The gates of this process.
    Gates,
    /// Dovecot's passwd-file and deny list.
    DovecotFiles,
    /// Postfix's access map of restricted logins.
    PostfixMap,
    /// Mail to the admins.
    AdminMail,
}

codes!(Point {
    Point::Gates => "gates",
    Point::DovecotFiles => "dovecot_files",
    Point::PostfixMap => "postfix_map",
    Point::AdminMail => "admin_mail",
});

impl Effect {
    /// Where it has to arrive.
    pub const fn point(&self) -> Point {
        match self {
            Effect::ExportSignIn(_) => Point::DovecotFiles,
            Effect::ExportSending(_) => Point::PostfixMap,
            Effect::NotifyAdmins { .. } => Point::AdminMail,
        }
    }

    /// The account that it is about.
    pub const fn account(&self) -> AccountId {
        match self {
            Effect::ExportSignIn(account) | Effect::ExportSending(account) => *account,
            Effect::NotifyAdmins { account, .. } => *account,
        }
    }
}

/// What has to be done outside after `event`. `is_first_of_episode` says that the account had no other
/// restriction of sending within 24 hours: only the first one mails the admins (checklist I).
pub fn effects_of(event: &Event, is_first_of_episode: bool) -> Vec<Effect> {
    match event {
        Event::AccountCreated(account) => vec![Effect::ExportSignIn(account.id)],
        Event::AccountRenamed { account, .. }
        | Event::AliasAdded { account, .. }
        | Event::AliasRemoved { account, .. }
        | Event::AccountDeleted { account, .. } => {
            vec![Effect::ExportSignIn(*account), Effect::ExportSending(*account)]
        }
        Event::PasswordSet { account } => vec![Effect::ExportSignIn(*account)],
        Event::RestrictionStarted(restriction) => effects_of_start(restriction, is_first_of_episode),
        Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => {
            ended.account.map_or_else(Vec::new, |account| exports_of(ended.kind, account))
        }
        // What is said of sources holds at the gates alone: the mail system's files know no addresses.
        Event::EntryAdded(_) | Event::EntryRemoved(_) | Event::EntryExpired(_) => Vec::new(),
        Event::ProfileChanged { .. }
        | Event::SignInEased { .. }
        | Event::EvidenceSeen { .. }
        | Event::AlertRaised { .. }
        | Event::SprayStarted(_)
        | Event::SprayEnded(_)
        | Event::MassGuardStarted(_)
        | Event::MassGuardEnded(_)
        | Event::PolicyChanged { .. } => Vec::new(),
        // The gates of this process are all that these change.
        Event::TokenAdded(_)
        | Event::TokenRevoked { .. }
        | Event::AdmissionOffered(_)
        | Event::AdmissionUsed { .. }
        | Event::DeviceRemembered(_)
        | Event::DeviceForgotten { .. } => Vec::new(),
    }
}

fn effects_of_start(restriction: &Restriction, is_first_of_episode: bool) -> Vec<Effect> {
    let Some(account) = restriction.account() else { return Vec::new() };
    let mut effects = exports_of(restriction.kind, account);
    if restriction.kind == RestrictionKind::SendingRestricted && is_first_of_episode {
        effects.push(Effect::NotifyAdmins { restriction: restriction.id, account });
    }
    effects
}

fn exports_of(kind: RestrictionKind, account: AccountId) -> Vec<Effect> {
    match kind {
        RestrictionKind::SendingRestricted => vec![Effect::ExportSending(account)],
        RestrictionKind::SignInBlocked => vec![Effect::ExportSignIn(account)],
        // A lock of one lane is the live gate's business: a deny list knows no lanes and would lock out the owner.
        RestrictionKind::SignInLocked
        | RestrictionKind::SendingSlowed
        // Who is only proposed may send.
        | RestrictionKind::SendingProposed
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::AddressBlock => Vec::new(),
    }
}
