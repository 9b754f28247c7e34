//! Everything to be done outside because of an event. An effect says which door to make true, not how: the
//! engine's outbox reads what is true at that moment, so carrying an effect out twice does no harm.

use std::net::IpAddr;

use crate::account::codes;
use crate::alternate::AlternateEvent;
use crate::app_password::AppPasswordEvent;
use crate::event::Event;
use crate::help_request::HelpEvent;
use crate::ids::{AccountId, HelpRequestId, OwnerLinkId, RestrictionId};
use crate::mail_queue::{QueueAction, QueueId};
use crate::name::AccountName;
use crate::protocol::Protocol;
use crate::restriction::{Reason, Restriction, RestrictionKind};
use crate::time::Timestamp;

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
    /// Hold what the mail server's queue has of this account, while its sending is restricted.
    HoldQueue(AccountId),
    /// Do with queued mail of this account what a person decided.
    ChangeQueue {
        /// Whose mail.
        account: AccountId,
        /// What.
        action: QueueAction,
        /// With which of it.
        which: QueueSelection,
    },
    /// End the account's open sessions at the mail server, once its files say what is true: a session that is ended
    /// before would come back with what was just taken away.
    EndSessions {
        /// Whose.
        account: AccountId,
        /// Which of them.
        which: SessionSelection,
    },
    /// Tell the admins what was seen of this account.
    NotifyOfAlert(AccountId),
    /// Mail a link to the owner: what it is for and where it goes is its row's to say, and its text is made then.
    MailLink {
        /// Whose.
        account: AccountId,
        /// Which.
        link: OwnerLinkId,
    },
    /// Tell the owner of an account what was changed, at every address that is registered.
    TellOwner {
        /// Whose.
        account: AccountId,
        /// When: the audit's rows about the account since this moment say what.
        at: Timestamp,
        /// An address beside them: one that was just taken away.
        also_to: Option<String>,
    },
    /// Tell whoever answers for this account that its owner asks for help.
    NotifyOfHelp {
        /// Whose.
        account: AccountId,
        /// Which request.
        request: HelpRequestId,
    },
    /// Tell every global admin what somebody did to this one of them.
    NotifyOfAdminAction {
        /// Which one.
        account: AccountId,
        /// When: the audit's rows about the account of this moment say what and by whom.
        at: Timestamp,
    },
}

/// Which of an account's messages in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QueueSelection {
    /// Everything that was sent until the decision: a later try takes nothing that came after it.
    SentUntil(Timestamp),
    /// These, at most [`QUEUE_IDS_MAX`].
    These(Vec<QueueId>),
}

/// Which of an account's sessions at the mail server.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SessionSelection {
    /// Every one.
    All,
    /// Those from this address: a mail server ends them by address, not one by one.
    From(IpAddr),
    /// Every one of these names: the account is gone, and nobody else knows what it was called.
    OfNames(Vec<AccountName>),
}

/// Most messages that a person names one by one.
pub const QUEUE_IDS_MAX: usize = 500;

/// Where an effect has to arrive; a receipt names its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// The gates of this process.
    Gates,
    /// Dovecot's passwd-file and deny list.
    DovecotFiles,
    /// Postfix's access map of restricted logins.
    PostfixMap,
    /// The mail server's queue.
    MailQueue,
    /// Open sessions at the mail server.
    MailSessions,
    /// Mail to the admins.
    AdminMail,
    /// Mail to the owner of an account.
    OwnerMail,
}

codes!(Point {
    Point::Gates => "gates",
    Point::DovecotFiles => "dovecot_files",
    Point::PostfixMap => "postfix_map",
    Point::MailQueue => "mail_queue",
    Point::MailSessions => "mail_sessions",
    Point::AdminMail => "admin_mail",
    Point::OwnerMail => "owner_mail",
});

impl Effect {
    /// Where it has to arrive.
    pub const fn point(&self) -> Point {
        match self {
            Effect::ExportSignIn(_) => Point::DovecotFiles,
            Effect::ExportSending(_) => Point::PostfixMap,
            Effect::HoldQueue(_) | Effect::ChangeQueue { .. } => Point::MailQueue,
            Effect::EndSessions { .. } => Point::MailSessions,
            Effect::NotifyAdmins { .. }
            | Effect::NotifyOfAlert(_)
            | Effect::NotifyOfHelp { .. }
            | Effect::NotifyOfAdminAction { .. } => Point::AdminMail,
            Effect::MailLink { .. } | Effect::TellOwner { .. } => Point::OwnerMail,
        }
    }

    /// The account that it is about.
    pub const fn account(&self) -> AccountId {
        match self {
            Effect::ExportSignIn(account)
            | Effect::ExportSending(account)
            | Effect::NotifyOfAlert(account)
            | Effect::HoldQueue(account) => *account,
            Effect::NotifyAdmins { account, .. }
            | Effect::NotifyOfHelp { account, .. }
            | Effect::NotifyOfAdminAction { account, .. }
            | Effect::MailLink { account, .. }
            | Effect::TellOwner { account, .. }
            | Effect::EndSessions { account, .. }
            | Effect::ChangeQueue { account, .. } => *account,
        }
    }

    /// Whether it is tried again after a failure. What a person decided about queued mail is not: an hour later the
    /// decision may be another one, and the person was told at once.
    pub const fn is_tried_again(&self) -> bool {
        match self {
            Effect::ExportSignIn(_)
            | Effect::ExportSending(_)
            | Effect::NotifyAdmins { .. }
            | Effect::NotifyOfAlert(_)
            | Effect::NotifyOfHelp { .. }
            | Effect::NotifyOfAdminAction { .. }
            | Effect::MailLink { .. }
            | Effect::TellOwner { .. }
            | Effect::EndSessions { .. }
            | Effect::HoldQueue(_) => true,
            Effect::ChangeQueue { .. } => false,
        }
    }
}

/// What has to be done outside after `event`. `is_first_of_episode` says that the account had no other
/// restriction of sending, or no other alert, within 24 hours: only the first one mails the admins (checklist I). Of a request
/// for help it says that there is room for a mail.
pub fn effects_of(event: &Event, is_first_of_episode: bool) -> Vec<Effect> {
    match event {
        Event::AccountCreated(account) => vec![Effect::ExportSignIn(account.id)],
        Event::AccountRenamed { account, .. }
        | Event::AliasAdded { account, .. }
        | Event::AliasRemoved { account, .. } => {
            vec![Effect::ExportSignIn(*account), Effect::ExportSending(*account)]
        }
        Event::AccountDeleted { account, primary } => {
            let which = SessionSelection::OfNames(vec![primary.clone()]);
            let end = Effect::EndSessions { account: *account, which };
            vec![Effect::ExportSignIn(*account), Effect::ExportSending(*account), end]
        }
        Event::PasswordSet { account } => {
            vec![Effect::ExportSignIn(*account), end_all_sessions(*account)]
        }
        Event::AppPassword(AppPasswordEvent::Added(added)) => vec![Effect::ExportSignIn(added.account)],
        // The mail server does not say which credential opened a session, so all end; whoever may sign in is back at once.
        Event::AppPassword(AppPasswordEvent::Revoked { account, .. }) => {
            vec![Effect::ExportSignIn(*account), end_all_sessions(*account)]
        }
        Event::SessionsEnded { account, from } => {
            let which = from.map_or(SessionSelection::All, SessionSelection::From);
            vec![Effect::EndSessions { account: *account, which }]
        }
        Event::AlertRaised { account, .. } if is_first_of_episode => vec![Effect::NotifyOfAlert(*account)],
        Event::AlertRaised { .. } => Vec::new(),
        Event::RestrictionStarted(restriction) => effects_of_start(restriction, is_first_of_episode),
        Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => {
            ended.account.map_or_else(Vec::new, |account| exports_of(ended.kind, account))
        }
        // What is said of sources holds at the gates alone: the mail system's files know no addresses.
        Event::EntryAdded(_) | Event::EntryRemoved(_) | Event::EntryExpired(_) => Vec::new(),
        Event::ProfileChanged { .. }
        | Event::SignInEased { .. }
        | Event::EvidenceSeen { .. }
        | Event::SprayStarted(_)
        | Event::SprayEnded(_)
        | Event::MassGuardStarted(_)
        | Event::MassGuardEnded(_)
        | Event::PolicyChanged { .. } => Vec::new(),
        // Which messages it is about is known to whoever looked at the queue, who orders it.
        Event::QueueChanged { .. } | Event::ContactsLearned { .. } => Vec::new(),
        Event::Alternate(AlternateEvent::LinkOrdered { link, .. }) => {
            vec![Effect::MailLink { account: link.account, link: link.id }]
        }
        // Who is told of them is decided where the moment is known.
        Event::Alternate(_) => Vec::new(),
        Event::Help(HelpEvent::Asked(request)) if is_first_of_episode => {
            vec![Effect::NotifyOfHelp { account: request.account, request: request.id }]
        }
        Event::Help(_) => Vec::new(),
        // What it ended and set are events of their own.
        Event::Recovered { .. } => Vec::new(),
        // The gates of this process are all that these change.
        Event::TokenAdded(_)
        | Event::TokenRevoked { .. }
        | Event::AdmissionOffered(_)
        | Event::AdmissionUsed { .. }
        | Event::DeviceRemembered(_)
        | Event::DeviceForgotten { .. }
        | Event::Incident(_)
        | Event::Admin(_) => Vec::new(),
    }
}

const fn end_all_sessions(account: AccountId) -> Effect {
    Effect::EndSessions { account, which: SessionSelection::All }
}

fn effects_of_start(restriction: &Restriction, is_first_of_episode: bool) -> Vec<Effect> {
    let Some(account) = restriction.account() else { return Vec::new() };
    let mut effects = exports_of(restriction.kind, account);
    // The mail server does not end the sessions of one protocol, so all end, and the others come back by themselves.
    // Those of sending end by the gate's answer, and of a portal nobody knows any.
    let ends_sessions = match restriction.kind {
        RestrictionKind::SignInBlocked => true,
        RestrictionKind::ProtocolOff(protocol) => match protocol {
            Protocol::Imap | Protocol::Pop3 | Protocol::ManageSieve => true,
            Protocol::Submission | Protocol::Portal => false,
        },
        RestrictionKind::SignInLocked
        | RestrictionKind::SendingSlowed
        | RestrictionKind::SendingRestricted
        | RestrictionKind::SendingProposed
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::AddressBlock => false,
    };
    if ends_sessions {
        effects.push(end_all_sessions(account));
    }
    if restriction.kind == RestrictionKind::SendingRestricted {
        // The end of the restriction does not let it go by itself: a person decides what becomes of it.
        effects.push(Effect::HoldQueue(account));
        if is_first_of_episode {
            effects.push(Effect::NotifyAdmins { restriction: restriction.id, account });
        }
    }
    if restriction.reason == Reason::TemporaryPasswordExpired {
        effects.push(Effect::NotifyAdmins { restriction: restriction.id, account });
    }
    effects
}

fn exports_of(kind: RestrictionKind, account: AccountId) -> Vec<Effect> {
    match kind {
        RestrictionKind::SendingRestricted => vec![Effect::ExportSending(account)],
        // An expired temporary password is taken out of the files.
        RestrictionKind::SignInBlocked | RestrictionKind::PasswordChangeRequired => {
            vec![Effect::ExportSignIn(account)]
        }
        // The mail server does not serve a portal.
        RestrictionKind::ProtocolOff(Protocol::Portal) => Vec::new(),
        RestrictionKind::ProtocolOff(_) => vec![Effect::ExportSignIn(account)],
        // A lock of one lane is the live gate's business: a deny list knows no lanes and would lock out the owner.
        RestrictionKind::SignInLocked
        | RestrictionKind::SendingSlowed
        // Who is only proposed may send.
        | RestrictionKind::SendingProposed
        | RestrictionKind::AddressBlock => Vec::new(),
    }
}
