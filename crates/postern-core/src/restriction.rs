//! Restrictions: the rows that forbid or slow something, with why, since when and until when.
//!
//! An account's state is its set of open restrictions, never a flag. A reason is a code with arguments; the
//! sentence is made in postern-text, in the reader's language.

mod evidence;
mod kind;

use crate::account::codes;
use crate::address::ClientNetwork;
use crate::ids::{AccountId, RestrictionId};
use crate::sign_in::{Lane, SourceBlockCause};
use crate::time::Timestamp;

pub use evidence::{Evidence, EvidenceKind};
pub use kind::RestrictionKind;

/// What a restriction is put on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// One account, whatever name it uses.
    Account(AccountId),
    /// Every account of a domain (canonical, ASCII).
    Domain(String),
    /// A source network.
    Network(ClientNetwork),
    /// One account, as far as it signs in from one network: a pair. It is the account's as much as any other
    /// row on it, and goes with the account.
    AccountAtNetwork {
        /// Whose.
        account: AccountId,
        /// From where.
        network: ClientNetwork,
    },
}

impl Entity {
    /// The account that it is about, if one.
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Entity::Account(account) | Entity::AccountAtNetwork { account, .. } => Some(*account),
            Entity::Domain(_) | Entity::Network(_) => None,
        }
    }

    /// The network that it is about, if one.
    pub const fn network(&self) -> Option<ClientNetwork> {
        match self {
            Entity::Network(network) | Entity::AccountAtNetwork { network, .. } => Some(*network),
            Entity::Account(_) | Entity::Domain(_) => None,
        }
    }
}

/// Who made a restriction (DESIGN section 10, 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// One of our rules.
    Rule,
    /// A person, on a page or the command line.
    Person,
    /// A program, through the API.
    Api,
}

codes!(Origin {
    Origin::Rule => "rule",
    Origin::Person => "person",
    Origin::Api => "api",
});

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// One of our rules.
    Rule,
    /// Time passed.
    Timer,
    /// Somebody with root on this machine, through the control socket; the operating system's user name.
    LocalRoot(String),
    /// A person with an account.
    Person(AccountId),
    /// Whoever holds a one-time link: it says which account, not who.
    LinkHolder,
    /// Somebody at a page for everybody, who has not shown who it is.
    Visitor,
    /// A program with a key of its own; the key's name.
    Program(String),
}

impl Actor {
    /// The origin of a restriction that this actor starts.
    pub const fn origin(&self) -> Origin {
        match self {
            Actor::Rule | Actor::Timer => Origin::Rule,
            Actor::LocalRoot(_) | Actor::Person(_) | Actor::LinkHolder | Actor::Visitor => Origin::Person,
            Actor::Program(_) => Origin::Api,
        }
    }
}

/// Why a restriction was started: a code and its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Different wrong passwords in one lane.
    WrongPasswords {
        /// Which lane locked.
        lane: Lane,
        /// Counted failures at that moment.
        failures: u32,
    },
    /// The lane reached its hard limit and stays closed until somebody opens it.
    LaneClosed {
        /// Which lane closed.
        lane: Lane,
        /// Failures in a row.
        failures: u32,
    },
    /// The site chose that so many locks within a day close a lane until somebody opens it.
    LockedTooOften {
        /// Which lane.
        lane: Lane,
        /// Locks within 24 hours.
        locks: u32,
    },
    /// Recipients never written to before, within an hour.
    NovelRecipientsHour {
        /// Counted.
        count: u32,
        /// The limit that it crossed.
        limit: u32,
    },
    /// Recipients never written to before, within 24 hours.
    NovelRecipientsDay {
        /// Counted.
        count: u32,
        /// The limit that it crossed.
        limit: u32,
    },
    /// Recipients within an hour, against the account's own habit.
    RecipientsHour {
        /// Counted.
        count: u32,
        /// The limit that it crossed.
        limit: u32,
    },
    /// The hard cap of recipients within an hour.
    CapHour {
        /// Counted.
        count: u32,
        /// The cap.
        limit: u32,
    },
    /// The hard cap of recipients within 24 hours.
    CapDay {
        /// Counted.
        count: u32,
        /// The cap.
        limit: u32,
    },
    /// What was seen of the account adds up to a compromise.
    CompromiseScore {
        /// The score.
        points: u32,
        /// The points from which it restricts or slows.
        limit: u32,
    },
    /// Mail came from outside the sources that the account is pinned to; which source is the evidence.
    OutsidePinnedSources,
    /// The owner said of a change that it was somebody else's.
    DisownedByOwner,
    /// A source guesses passwords or names.
    GuessingSource {
        /// How that was seen.
        cause: SourceBlockCause,
        /// How many of what the cause counts.
        count: u32,
    },
    /// Somebody reset the password and handed a temporary one over.
    TemporaryPassword {
        /// Why, in the person's own words; mandatory, at most [`NOTE_BYTES_MAX`] bytes.
        note: String,
    },
    /// The temporary password was not replaced in time, and works no more.
    TemporaryPasswordExpired,
    /// A person said that somebody else is in the account, and had everything closed; the note is in the person's own words.
    Contained {
        /// Mandatory, at most [`NOTE_BYTES_MAX`] bytes.
        note: String,
    },
    /// A person decided; the note is in the person's own words.
    ByPerson {
        /// Mandatory, at most [`NOTE_BYTES_MAX`] bytes.
        note: String,
    },
}

/// Longest reason that a person may give, in bytes.
pub const NOTE_BYTES_MAX: usize = 1_000;

/// An argument of a reason, for the store, the API and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonArgument {
    /// A number.
    Number(u32),
    /// A word or text.
    Text(String),
}

impl Reason {
    /// The lane that a lock is about; other reasons have none.
    pub const fn lane(&self) -> Option<Lane> {
        match self {
            Reason::WrongPasswords { lane, .. }
            | Reason::LaneClosed { lane, .. }
            | Reason::LockedTooOften { lane, .. } => Some(*lane),
            Reason::NovelRecipientsHour { .. }
            | Reason::NovelRecipientsDay { .. }
            | Reason::RecipientsHour { .. }
            | Reason::CapHour { .. }
            | Reason::CapDay { .. }
            | Reason::CompromiseScore { .. }
            | Reason::OutsidePinnedSources
            | Reason::DisownedByOwner
            | Reason::GuessingSource { .. }
            | Reason::TemporaryPassword { .. }
            | Reason::TemporaryPasswordExpired
            | Reason::Contained { .. }
            | Reason::ByPerson { .. } => None,
        }
    }

    /// How many recipients a rule of volume counted, and its limit; other reasons have none.
    pub const fn volume(&self) -> Option<(u32, u32)> {
        match self {
            Reason::NovelRecipientsHour { count, limit }
            | Reason::NovelRecipientsDay { count, limit }
            | Reason::RecipientsHour { count, limit }
            | Reason::CapHour { count, limit }
            | Reason::CapDay { count, limit } => Some((*count, *limit)),
            Reason::WrongPasswords { .. }
            | Reason::LaneClosed { .. }
            | Reason::LockedTooOften { .. }
            | Reason::CompromiseScore { .. }
            | Reason::OutsidePinnedSources
            | Reason::DisownedByOwner
            | Reason::GuessingSource { .. }
            | Reason::TemporaryPassword { .. }
            | Reason::TemporaryPasswordExpired
            | Reason::Contained { .. }
            | Reason::ByPerson { .. } => None,
        }
    }

    /// The code that the store, the API and the words use.
    pub const fn code(&self) -> &'static str {
        match self {
            Reason::WrongPasswords { .. } => "wrong_passwords",
            Reason::LaneClosed { .. } => "lane_closed",
            Reason::LockedTooOften { .. } => "locked_too_often",
            Reason::NovelRecipientsHour { .. } => "novel_recipients_hour",
            Reason::NovelRecipientsDay { .. } => "novel_recipients_day",
            Reason::RecipientsHour { .. } => "recipients_hour",
            Reason::CapHour { .. } => "cap_hour",
            Reason::CapDay { .. } => "cap_day",
            Reason::CompromiseScore { .. } => "compromise_score",
            Reason::OutsidePinnedSources => "outside_pinned_sources",
            Reason::DisownedByOwner => "disowned_by_owner",
            Reason::GuessingSource { .. } => "guessing_source",
            Reason::TemporaryPassword { .. } => "temporary_password",
            Reason::TemporaryPasswordExpired => "temporary_password_expired",
            Reason::Contained { .. } => "contained",
            Reason::ByPerson { .. } => "by_person",
        }
    }

    /// The arguments by name.
    pub fn arguments(&self) -> Vec<(&'static str, ReasonArgument)> {
        use ReasonArgument::{Number, Text};
        match self {
            Reason::WrongPasswords { lane, failures } | Reason::LaneClosed { lane, failures } => {
                vec![("lane", Text(lane.code().to_owned())), ("failures", Number(*failures))]
            }
            Reason::LockedTooOften { lane, locks } => {
                vec![("lane", Text(lane.code().to_owned())), ("locks", Number(*locks))]
            }
            Reason::NovelRecipientsHour { count, limit }
            | Reason::NovelRecipientsDay { count, limit }
            | Reason::RecipientsHour { count, limit }
            | Reason::CapHour { count, limit }
            | Reason::CapDay { count, limit } => {
                vec![("count", Number(*count)), ("limit", Number(*limit))]
            }
            Reason::CompromiseScore { points, limit } => {
                vec![("points", Number(*points)), ("limit", Number(*limit))]
            }
            Reason::OutsidePinnedSources | Reason::DisownedByOwner => Vec::new(),
            Reason::GuessingSource { cause, count } => {
                vec![("cause", Text(cause.code().to_owned())), ("count", Number(*count))]
            }
            Reason::TemporaryPasswordExpired => Vec::new(),
            Reason::TemporaryPassword { note } | Reason::Contained { note } | Reason::ByPerson { note } => {
                vec![("note", Text(note.clone()))]
            }
        }
    }

    /// Puts a reason together again; `None` when code and arguments do not fit (a newer version wrote it).
    pub fn from_parts(code: &str, argument: impl Fn(&str) -> Option<ReasonArgument>) -> Option<Self> {
        let number = |name: &str| match argument(name) {
            Some(ReasonArgument::Number(number)) => Some(number),
            Some(ReasonArgument::Text(_)) | None => None,
        };
        let text = |name: &str| match argument(name) {
            Some(ReasonArgument::Text(text)) => Some(text),
            Some(ReasonArgument::Number(_)) | None => None,
        };
        let lane = || text("lane").and_then(|code| Lane::from_code(&code));
        let count_and_limit = || Some((number("count")?, number("limit")?));
        Some(match code {
            "wrong_passwords" => Reason::WrongPasswords { lane: lane()?, failures: number("failures")? },
            "lane_closed" => Reason::LaneClosed { lane: lane()?, failures: number("failures")? },
            "locked_too_often" => Reason::LockedTooOften { lane: lane()?, locks: number("locks")? },
            "novel_recipients_hour" => {
                count_and_limit().map(|(count, limit)| Reason::NovelRecipientsHour { count, limit })?
            }
            "novel_recipients_day" => {
                count_and_limit().map(|(count, limit)| Reason::NovelRecipientsDay { count, limit })?
            }
            "recipients_hour" => {
                count_and_limit().map(|(count, limit)| Reason::RecipientsHour { count, limit })?
            }
            "cap_hour" => count_and_limit().map(|(count, limit)| Reason::CapHour { count, limit })?,
            "cap_day" => count_and_limit().map(|(count, limit)| Reason::CapDay { count, limit })?,
            "compromise_score" => {
                Reason::CompromiseScore { points: number("points")?, limit: number("limit")? }
            }
            "outside_pinned_sources" => Reason::OutsidePinnedSources,
            "disowned_by_owner" => Reason::DisownedByOwner,
            "guessing_source" => Reason::GuessingSource {
                cause: text("cause").and_then(|code| SourceBlockCause::from_code(&code))?,
                count: number("count")?,
            },
            "temporary_password" => Reason::TemporaryPassword { note: text("note")? },
            "temporary_password_expired" => Reason::TemporaryPasswordExpired,
            "contained" => Reason::Contained { note: text("note")? },
            "by_person" => Reason::ByPerson { note: text("note")? },
            _ => return None,
        })
    }
}

/// One row: something is forbidden or slowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// Its id; printed, the code that a bounce shows.
    pub id: RestrictionId,
    /// On what.
    pub entity: Entity,
    /// What is forbidden.
    pub kind: RestrictionKind,
    /// Why.
    pub reason: Reason,
    /// What was seen.
    pub evidence: Vec<Evidence>,
    /// From when.
    pub since: Timestamp,
    /// Until when; `None` means until somebody releases it.
    pub until: Option<Timestamp>,
    /// Who made it.
    pub origin: Origin,
    /// By whom exactly.
    pub actor: Actor,
}

impl Restriction {
    /// Whether it is in force at `now`. An end in the past counts as ended even before its event is written.
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }

    /// Whether it is there because of a temporary password that may still be replaced, as far as its end allows.
    pub fn is_temporary_password(&self) -> bool {
        self.kind == RestrictionKind::PasswordChangeRequired
            && matches!(self.reason, Reason::TemporaryPassword { .. })
    }

    /// The account it is on, if it is on one.
    pub const fn account(&self) -> Option<AccountId> {
        self.entity.account()
    }
}

/// Most pieces of evidence that one restriction keeps.
pub const EVIDENCE_MAX: usize = 32;
