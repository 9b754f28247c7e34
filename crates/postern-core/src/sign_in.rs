//! Signing in: who is guessing, from where, and does this account know this place.
//!
//! Three questions, three records, all constant time: is this account being guessed from strange places (two
//! lanes), is this source guessing (a score), do this account and this source know each other (familiarity).
//! A stranger can only ever drive the unfamiliar lane, so a stranger can never lock the owner out.
//!
//! This file holds the words that gates, engine and counters share. The rules are below: [`lane`] counts and
//! locks, [`record`] is what is kept per account, [`familiar`] knows places, [`source`] scores addresses,
//! [`attack_name`] knows what only attackers try, [`spray`] sees when many accounts are tried at once, [`sticky`]
//! keeps a lane closed by choice. [`decide`] answers an ask, [`report`] settles what became of it, [`stored`] is
//! the form on disk. Nothing here knows where the records live or what a gate is.

pub mod attack_name;
pub mod decide;
pub mod failures;
pub mod familiar;
pub mod guess;
pub mod lane;
pub mod record;
mod refusal;
pub mod report;
pub mod source;
pub mod spray;
pub mod sticky;
pub mod stored;
pub mod tags;
#[cfg(test)]
mod tests;
pub mod travels;
mod windows;

use crate::account::codes;
use crate::address::{ClientAddress, ClientNetwork};
use crate::precedence::SourceStanding;
use crate::restriction::{Evidence, Reason};
use crate::time::{Span, Timestamp};

pub use refusal::SignInRefusal;

/// A device cookie is good for so long (signin reference, c.4).
pub const DEVICE_COOKIE_LIFE: Span = Span::from_days(180);

/// Which of an account's two budgets an attempt is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lane {
    /// A source that the account has not earned yet.
    Unfamiliar,
    /// A source where the account has signed in before.
    Familiar,
}

codes!(Lane {
    Lane::Unfamiliar => "unfamiliar",
    Lane::Familiar => "familiar",
});

/// When the gate asks: Dovecot asks before it checks the password and again after the password was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Nothing is verified yet.
    Before,
    /// The password was right.
    After,
}

/// One attempt to sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// From where; `None` when the gate was given no usable address. Such attempts count as unfamiliar and
    /// never share one source record.
    pub source: Option<ClientAddress>,
    /// A short keyed tag of the password (Dovecot: 12 bits), never the password; `None` when the mechanism
    /// carries no password (CRAM, SCRAM), where a constant would look like a repeat.
    pub password_tag: Option<u16>,
    /// Tells this attempt from others in flight: a keyed hash of session, source and tag.
    pub attempt_hash: u64,
    /// What beside the source speaks for it.
    pub vouch: Vouch,
    /// What people said of its source.
    pub standing: SourceStanding,
}

/// What beside its source speaks for an attempt, so that it may be counted in the familiar lane wherever it comes
/// from. It opens no lock and ends no block: an attempt that is vouched for has the familiar lane's budget, and
/// no more (signin reference, c.4; checklist A24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Vouch {
    /// Nothing does.
    #[default]
    Nobody,
    /// The account's own device cookie, which was handed out then. Like a place it has to age first.
    Device {
        /// When a success earned it.
        since: Timestamp,
    },
    /// The account earned the region that the source lies in (see [`travels`]). Weak: it halves what a failure costs
    /// the source and how long it locks, and never makes the attempt familiar (signin reference, c.4).
    Region,
    /// The owner's one-time link was used at this source a moment ago. A success makes the place familiar at once.
    Pass,
}

/// The answer to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInVerdict {
    /// Go on, after a delay of so many seconds (0 in most cases; only before the check, unfamiliar lane only).
    Allow {
        /// The lane that was debited.
        lane: Lane,
        /// Delay in seconds, at most 5.
        delay_s: u8,
        /// What would have been refused, had the site not chosen that sources are only observed.
        observed: Option<SignInRefusal>,
    },
    /// Every reservation is taken: ask again when one is free, refuse after the policy's patience.
    Wait {
        /// The lane that is full.
        lane: Lane,
    },
    /// No.
    Refuse(SignInRefusal),
}

/// What became of an attempt, as the gate reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Signed in.
    Success,
    /// Signed in while a password change is due: whoever it was, no place is learned from it.
    SuccessWhileContained,
    /// The password was wrong, or the name unknown.
    WrongPassword,
    /// The password was right and we refused (`policy_reject` with the after phase).
    RightPasswordRefused,
    /// We refused before anything was verified.
    RefusedBefore,
    /// Something else went wrong (internal error, expired, disabled): not a guess.
    NotAGuess,
}

impl Outcome {
    /// Whether somebody signed in.
    pub const fn is_success(self) -> bool {
        match self {
            Outcome::Success | Outcome::SuccessWhileContained => true,
            Outcome::WrongPassword
            | Outcome::RightPasswordRefused
            | Outcome::RefusedBefore
            | Outcome::NotAGuess => false,
        }
    }
}

/// How a report was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// A success.
    Success,
    /// A failure with a password not tried before.
    Fresh,
    /// The same wrong password again: not counted.
    Repeat,
    /// The account's previous password: a device still has it. Not counted.
    Stale,
    /// Nothing was verified or nothing was guessed.
    Nothing,
}

/// What a report changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The lane that it was counted in.
    pub lane: Lane,
    /// How it was counted.
    pub counted: Counted,
    /// A lane that locked or closed because of it.
    pub started: Option<LaneLock>,
    /// What it says about a compromise.
    pub evidence: Option<Evidence>,
    /// Blocks of sources that started because of it: of the unit, of its neighbourhood, or of both; empty in
    /// almost every case. Each start is told once.
    pub source_blocks: Vec<SourceBlock>,
    /// The name that was tried is nobody's and came from several networks: whoever knows all names says whether
    /// it is like one of them.
    pub is_name_candidate: bool,
    /// A success from a place that is none of those which the account has earned.
    pub is_strange: bool,
}

impl Settled {
    /// Counted so, with nothing started and nothing seen.
    pub const fn quiet(lane: Lane, counted: Counted) -> Self {
        let (started, evidence) = (None, None);
        let (is_name_candidate, is_strange) = (false, false);
        Self { lane, counted, started, evidence, source_blocks: Vec::new(), is_name_candidate, is_strange }
    }
}

/// A source that has just been blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceBlock {
    /// What is blocked: an address, a /64, or the /24 or /48 around it.
    pub network: ClientNetwork,
    /// When it ends by itself.
    pub until: Timestamp,
    /// What for.
    pub cause: SourceBlockCause,
    /// How many of what the cause counts: points, names or accounts.
    pub count: u32,
}

/// What a source is blocked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceBlockCause {
    /// Wrong passwords, counted in points.
    Points,
    /// Different names that are nobody's, within minutes.
    Enumeration,
    /// Different accounts tried within an hour, hardly any with success.
    Spray,
    /// A name that only attackers use; counted in points.
    AttackName,
}

codes!(SourceBlockCause {
    SourceBlockCause::Points => "points",
    SourceBlockCause::Enumeration => "enumeration",
    SourceBlockCause::Spray => "spray",
    SourceBlockCause::AttackName => "attack_name",
});

/// A lane that has just locked (or closed).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneLock {
    /// Which lane.
    pub lane: Lane,
    /// When it opens by itself. A closed lane (see the reason) opens after [`lane::QUIET_DAYS`] quiet days if
    /// nobody opens it before; `None` when it never does.
    pub until: Option<Timestamp>,
    /// Why.
    pub reason: Reason,
}

/// How one lane stands, for `why` and the account's page.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct LaneStanding {
    /// Counted failures, decayed to now.
    pub failures: f32,
    /// Counted failures that lock it now: as the policy says, twice as many while somebody eased it.
    pub failures_max: u32,
    /// Failures in a row.
    pub consecutive: u16,
    /// Failures in a row that close it.
    pub consecutive_max: u16,
    /// How often it locked lately.
    pub level: u8,
    /// Attempts being verified.
    pub in_flight: u8,
    /// Locked until then.
    pub locked_until: Option<Timestamp>,
    /// Closed until somebody opens it.
    pub is_closed: bool,
    /// Somebody unlocked it: until then it bears twice as many failures.
    pub eased_until: Option<Timestamp>,
}

impl LaneStanding {
    /// Whether anything is counted against the lane that an unlock would take away.
    pub fn is_touched(&self) -> bool {
        self.failures > 0.0
            || self.consecutive > 0
            || self.level > 0
            || self.is_closed
            || self.locked_until.is_some()
    }
}

/// How an account stands at the sign-in door.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SignInStanding {
    /// Strangers' budget.
    pub unfamiliar: LaneStanding,
    /// The budget of places the account knows.
    pub familiar: LaneStanding,
    /// Number of sources that are familiar now.
    pub familiar_sources: u8,
}

impl SignInStanding {
    /// Whether anything is counted against one of the lanes, or a source is familiar.
    pub fn is_touched(&self) -> bool {
        self.unfamiliar.is_touched() || self.familiar.is_touched() || self.familiar_sources > 0
    }
}
