//! The owner's way back without anybody's help: prove who you are, then unlock, or set another password.
//!
//! ```text
//!   name ──▶ proof (a code by mail to another address, of an app, from the list) ──▶ enough? ──▶ choice ──▶ done
//!              │ wrong: debited before it is looked at                            │ no: one of another kind
//! ```
//!
//! Decides what is enough, what may be chosen and how much is borne ([`Allowance`], [`Begun`]). Knows neither codes nor
//! pages: whether a code is right is the engine's to find out.
//!
//! Whoever has not proved anything is told nothing: each limit is silent, or the same for names that nobody has. Limits
//! are counted apart for sources that the account knows and for all others, and pauses hold for one account at one source,
//! so no stranger can use up what its owner needs (DESIGN section 10, 11).

mod allowance;

use crate::account::{AccountFacts, codes};
use crate::compromise::Level;
use crate::refusal::Refusal;
use crate::restriction::{Restriction, RestrictionKind};
use crate::time::{Span, Timestamp};

pub use allowance::{Allowance, Begun};

/// A code by mail is good for so long (checklist D8).
pub const CODE_LIFE: Span = Span::from_minutes(10);
/// Digits of a code by mail: at five tries a code and ten a day, one in ten million a day (NIST SP 800-63B asks for six).
pub const CODE_DIGITS: usize = 8;
/// A step that nobody takes for so long ends the way back; each step begins it anew (WCAG 2.2.1 asks for 20 minutes).
pub const STEP_LIFE: Span = Span::from_minutes(20);
/// The whole way is over after this time, however often somebody goes on.
pub const FLOW_LIFE: Span = Span::from_hours(2);

/// Recovery codes count so long after they were made: whoever has only the password can make them, and in this time the owner
/// reads the notice of it and says that it was somebody else.
pub const CODES_RIPEN: Span = Span::from_hours(24);

/// Wrong codes that are looked at for one code that was sent (reliability L8).
pub const TRIES_OF_CODE: u32 = 5;
/// Codes of one account that are looked at within [`DAY`], each for the places that it knows and for all others
/// (reliability L8). A code that is sent anew does not begin this count anew.
pub const TRIES_OF_ACCOUNT: u32 = 10;
/// Codes that are looked at from one source within [`HOUR`] (checklist D10).
pub const TRIES_OF_SOURCE: u32 = 10;
/// Mails with a code to one account within [`HOUR`], each for the places that it knows and for all others (checklist D11).
pub const MAILS_OF_ACCOUNT: u32 = 3;
/// Names with which one source begins within [`HOUR`]: a school behind one address, and no harvest.
pub const NAMES_OF_SOURCE: u32 = 60;
/// Ways back that one source begins for one name within [`DAY`] before it has to pause (checklist D9).
pub const BEGUN_MAX: u32 = 5;
/// The window of the counts of an hour.
pub const HOUR: Span = Span::from_hours(1);
/// The window of the counts of a day.
pub const DAY: Span = Span::from_days(1);
/// The first, second and every further pause (checklist D9).
pub const PAUSES: [Span; 3] = [Span::from_hours(1), Span::from_hours(4), Span::from_hours(24)];

/// How somebody proves to be the owner. Two proofs of one kind are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecoveryMethod {
    /// A code by mail to an alternate address that was verified.
    AddressCode,
    /// A code of an authenticator app.
    AppCode,
    /// One of the recovery codes that were printed.
    RecoveryCode,
}

codes!(RecoveryMethod {
    RecoveryMethod::AddressCode => "address_code",
    RecoveryMethod::AppCode => "app_code",
    RecoveryMethod::RecoveryCode => "recovery_code",
});

impl RecoveryMethod {
    const fn bit(self) -> u8 {
        match self {
            RecoveryMethod::AddressCode => 1,
            RecoveryMethod::AppCode => 2,
            RecoveryMethod::RecoveryCode => 4,
        }
    }
}

/// What was proved on one way back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proofs(u8);

impl Proofs {
    /// With one more.
    #[must_use]
    pub const fn and(self, method: RecoveryMethod) -> Self {
        Self(self.0 | method.bit())
    }

    /// Whether this one is among them.
    pub const fn has(self, method: RecoveryMethod) -> bool {
        self.0 & method.bit() != 0
    }

    /// How many.
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Each, in the order of `RecoveryMethod::ALL`.
    pub fn methods(self) -> Vec<RecoveryMethod> {
        RecoveryMethod::ALL.iter().copied().filter(|&method| self.has(method)).collect()
    }

    /// The stored form: one bit each.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Reads the stored form back; bits of nothing are left out.
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & 7)
    }
}

/// How many proofs of different kinds it takes: what the site asks for (1 or 2), and two of an admin and of an account
/// for whose compromise something speaks (checklist D5, D22).
pub fn proofs_needed(site: u64, is_admin: bool, is_suspected: bool) -> u32 {
    if is_admin || is_suspected || site >= 2 { 2 } else { 1 }
}

/// Whether something speaks for somebody else being in the account: a rule restricts or would restrict its sending, its score is
/// at an alert, or an incident is open. Then the password that there is opens nothing again by itself (checklist D17).
pub fn is_suspected(facts: &AccountFacts, level: Level, now: Timestamp) -> bool {
    let speaks = |kind: RestrictionKind| match kind {
        RestrictionKind::SendingRestricted | RestrictionKind::SendingProposed => true,
        // What slows by its score is at an alert as well; what slows by numbers is somebody in a hurry.
        RestrictionKind::SendingSlowed
        | RestrictionKind::SignInLocked
        | RestrictionKind::SignInBlocked
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::ProtocolOff(_)
        | RestrictionKind::AddressBlock => false,
    };
    let of_row = |row: &Restriction| (speaks(row.kind) || row.voids_password()) && row.is_in_force(now);
    level >= Level::Alert || facts.incident.is_some() || facts.open.iter().any(of_row)
}

/// What the owner wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecoveryChoice {
    /// The password is known: end the lock.
    UnlockOnly,
    /// End the lock and set another password, whose hash the caller has made.
    NewPassword,
}

codes!(RecoveryChoice {
    RecoveryChoice::UnlockOnly => "unlock_only",
    RecoveryChoice::NewPassword => "new_password",
});

/// Why the way back ends without anything changed. Told only to whoever proved to be the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryRefusal {
    /// One more proof of another kind is needed.
    NotProved,
    /// A person has blocked signing in.
    Blocked,
    /// Something speaks for a compromise, so that the password has to be another one.
    UnlockIsNotEnough,
    /// There is no lock: the password works.
    NothingLocked,
}

/// Whether the choice may be carried out.
pub fn check_choice(
    facts: &AccountFacts,
    choice: RecoveryChoice,
    is_suspected: bool,
    now: Timestamp,
) -> Result<(), Refusal> {
    if facts.open_of(RestrictionKind::SignInBlocked).any(|row| row.is_in_force(now)) {
        return Err(Refusal::Recovery(RecoveryRefusal::Blocked));
    }
    match choice {
        RecoveryChoice::NewPassword if facts.account.is_gate_only => Err(Refusal::PasswordKeptElsewhere),
        RecoveryChoice::NewPassword => Ok(()),
        RecoveryChoice::UnlockOnly if is_suspected => {
            Err(Refusal::Recovery(RecoveryRefusal::UnlockIsNotEnough))
        }
        RecoveryChoice::UnlockOnly if facts.open_of(RestrictionKind::SignInLocked).next().is_none() => {
            Err(Refusal::Recovery(RecoveryRefusal::NothingLocked))
        }
        RecoveryChoice::UnlockOnly => Ok(()),
    }
}

#[cfg(test)]
mod tests;
