//! Incidents: an account that somebody else is or was in, from the first suspicion until a person says what it was.
//!
//! ```text
//! open ──Contain──▶ contained ──a door is opened again──▶ recovering
//!   │                   │                                     │
//!   └───────────────────┴──── Close, or Undo of a false alarm ┴──▶ closed ──Reopen──▶ as before
//! ```
//! One account has one incident at most that is not closed. With it is kept what its containment began, so that an undo ends
//! exactly that and nothing that stood before or that somebody else began.

pub mod steps;

use crate::account::codes;
use crate::ids::{AccountId, IncidentId, RestrictionId};
use crate::mail_queue::QueueId;
use crate::restriction::{Actor, Restriction, RestrictionKind};
use crate::time::{Span, Timestamp};

/// Within so long the authority for data protection hears of a breach (GDPR, article 33).
pub const REPORT_WITHIN: Span = Span::from_hours(72);
/// What happened so long before an incident was opened belongs to it: its timeline begins there, and ways back that were set up
/// since do not count while it is open (checklist H2, D22).
pub const INCIDENT_LOOKS_BACK: Span = Span::from_days(7);

/// How an incident stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncidentState {
    /// Nobody has contained the account.
    Open,
    /// The account is contained.
    Contained,
    /// Something that the containment closed has been opened again.
    Recovering,
    /// A person said what it was.
    Closed,
}

codes!(IncidentState {
    IncidentState::Open => "open",
    IncidentState::Contained => "contained",
    IncidentState::Recovering => "recovering",
    IncidentState::Closed => "closed",
});

/// What opened an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncidentTrigger {
    /// A person contained the account.
    Contained,
    /// A rule restricted sending, with evidence of a compromise.
    Evidence,
    /// The owner said of a change that it was somebody else's.
    DisownedByOwner,
}

codes!(IncidentTrigger {
    IncidentTrigger::Contained => "contained",
    IncidentTrigger::Evidence => "evidence",
    IncidentTrigger::DisownedByOwner => "disowned_by_owner",
});

/// What it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncidentCause {
    /// Somebody else was in the account.
    Compromised,
    /// Nobody was.
    FalseAlarm,
    /// Somebody tried whether this works.
    Test,
    /// Something else, which the note says.
    Other,
}

codes!(IncidentCause {
    IncidentCause::Compromised => "compromised",
    IncidentCause::FalseAlarm => "false_alarm",
    IncidentCause::Test => "test",
    IncidentCause::Other => "other",
});

/// One incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Which.
    pub id: IncidentId,
    /// Whose account.
    pub account: AccountId,
    /// When it was opened.
    pub opened: Timestamp,
    /// By whom.
    pub opened_by: Actor,
    /// Because of what.
    pub trigger: IncidentTrigger,
    /// Who looks after it.
    pub owner: Option<AccountId>,
    /// What its containment began and took.
    pub snapshot: Option<Snapshot>,
    /// How it ended.
    pub closed: Option<Closing>,
    /// Raised by every change, so that a form that is old is noticed.
    pub version: u32,
}

/// What a containment began and took, apart from the mail that it held, which the queue says later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// When the account was contained.
    pub at: Timestamp,
    /// The restrictions that it began.
    pub rows: Vec<RestrictionId>,
    /// The names of the app passwords that it revoked, which do not come back.
    pub app_passwords: Vec<String>,
}

/// How an incident ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What it was.
    pub cause: IncidentCause,
    /// In the words of whoever closed it.
    pub note: String,
}

impl Incident {
    /// A new one. Whoever opens it by hand looks after it until somebody else does.
    pub fn opened(
        (id, account): (IncidentId, AccountId),
        trigger: IncidentTrigger,
        by: &Actor,
        now: Timestamp,
    ) -> Self {
        let owner = if let Actor::Person(person) = by { Some(*person) } else { None };
        let (opened, opened_by) = (now, by.clone());
        Self { id, account, opened, opened_by, trigger, owner, snapshot: None, closed: None, version: 1 }
    }

    /// How it stands, where these restrictions are open on its account.
    pub fn state(&self, open: &[Restriction]) -> IncidentState {
        match (&self.closed, &self.snapshot) {
            (Some(_), _) => IncidentState::Closed,
            (None, None) => IncidentState::Open,
            (None, Some(snapshot)) => {
                let stands = |id: &RestrictionId| open.iter().any(|row| row.id == *id);
                let is_closed = |kind| open.iter().any(|row| row.kind == kind && row.until.is_none());
                // Where all was closed before, none of the rows is its own.
                let was_closed = is_closed(RestrictionKind::SendingRestricted)
                    && is_closed(RestrictionKind::SignInBlocked);
                if snapshot.rows.iter().all(stands) && (!snapshot.rows.is_empty() || was_closed) {
                    IncidentState::Contained
                } else {
                    IncidentState::Recovering
                }
            }
        }
    }

    /// When a report to the authority would be due.
    pub fn report_due(&self) -> Timestamp {
        self.opened.plus(REPORT_WITHIN)
    }
}

/// Something about an incident that a person asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentCommand {
    /// Which.
    pub incident: IncidentId,
    /// Its version as the asker saw it.
    pub seen: u32,
    /// What.
    pub deed: IncidentDeed,
}

/// What.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentDeed {
    /// Somebody else looks after it, or nobody.
    Assign(Option<AccountId>),
    /// It is over.
    Close(IncidentCause),
    /// It was a false alarm: what the containment began ends, the mail that it held goes out, and the incident is over.
    Undo {
        /// The messages that it held and that are held still; the caller has looked.
        held: Vec<QueueId>,
    },
    /// It is not over after all: the closed incident, which the caller has looked up.
    Reopen(Box<Incident>),
}

/// What happened to an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentEvent {
    /// It began.
    Opened(Incident),
    /// Its account was contained, once more perhaps.
    Contained {
        /// Which.
        incident: IncidentId,
        /// Whose account.
        account: AccountId,
        /// What it began and took.
        snapshot: Snapshot,
    },
    /// Somebody else looks after it.
    Assigned {
        /// Which.
        incident: IncidentId,
        /// Whose account.
        account: AccountId,
        /// Who.
        owner: Option<AccountId>,
    },
    /// What the containment began was ended.
    Undone {
        /// Which.
        incident: IncidentId,
        /// Whose account.
        account: AccountId,
    },
    /// It is over.
    Closed {
        /// Which.
        incident: IncidentId,
        /// Whose account.
        account: AccountId,
        /// How.
        closing: Closing,
    },
    /// It is not over after all.
    Reopened(Incident),
}

impl IncidentEvent {
    /// Which incident.
    pub const fn incident(&self) -> IncidentId {
        match self {
            IncidentEvent::Opened(incident) | IncidentEvent::Reopened(incident) => incident.id,
            IncidentEvent::Contained { incident, .. }
            | IncidentEvent::Assigned { incident, .. }
            | IncidentEvent::Undone { incident, .. }
            | IncidentEvent::Closed { incident, .. } => *incident,
        }
    }

    /// Whose account it is about.
    pub const fn account(&self) -> AccountId {
        match self {
            IncidentEvent::Opened(incident) | IncidentEvent::Reopened(incident) => incident.account,
            IncidentEvent::Contained { account, .. }
            | IncidentEvent::Assigned { account, .. }
            | IncidentEvent::Undone { account, .. }
            | IncidentEvent::Closed { account, .. } => *account,
        }
    }

    /// The incident after it.
    pub fn applied_to(&self, before: Option<Incident>) -> Option<Incident> {
        let mut after = match self {
            IncidentEvent::Opened(incident) => return Some(incident.clone()),
            IncidentEvent::Reopened(incident) => Incident { closed: None, ..incident.clone() },
            IncidentEvent::Contained { .. }
            | IncidentEvent::Assigned { .. }
            | IncidentEvent::Undone { .. }
            | IncidentEvent::Closed { .. } => before?,
        };
        match self {
            IncidentEvent::Opened(_) | IncidentEvent::Reopened(_) => {}
            IncidentEvent::Contained { snapshot, .. } => after.add(snapshot),
            IncidentEvent::Assigned { owner, .. } => after.owner = *owner,
            IncidentEvent::Undone { .. } => after.snapshot = None,
            IncidentEvent::Closed { closing, .. } => after.closed = Some(closing.clone()),
        }
        after.version = after.version.saturating_add(1);
        Some(after)
    }
}

impl Incident {
    /// What one more containment began and took.
    fn add(&mut self, more: &Snapshot) {
        match &mut self.snapshot {
            Some(known) => {
                known.rows.extend(&more.rows);
                known.app_passwords.extend(more.app_passwords.iter().cloned());
            }
            None => self.snapshot = Some(more.clone()),
        }
    }
}

/// Why nothing is done about an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentRefusal {
    /// There is none, or it is over.
    NotOpen,
    /// It is not contained, so there is nothing to be undone.
    NotContained,
    /// It is not over, or the account has another one that is not.
    StillOpen,
}
