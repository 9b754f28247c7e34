//! What a password must be to be set (NIST SP 800-63B-4, section 3.1.1; checklist C11 to C13): long enough, on no list, not
//! little more than a word that a guesser tries first, and none of the last ones. No classes of characters, no change
//! without a reason.
//!
//! **Map.** [`WordSet`] finds words in a password, also misspelt, in `words`; how much is left beside them is counted in
//! [`points`]. Knows no list and no hash: the caller looks those up and says what it found.

mod points;
mod words;

use unicode_normalization::UnicodeNormalization;

use crate::account::{AccountKind, codes};
use crate::policy::PasswordPolicy;
use crate::refusal::Refusal;

pub use points::{Points, points_of};
pub use words::{TERM_CHARACTERS_MAX, TERM_CHARACTERS_MIN, TERMS_MAX, WordSet, own_terms};

/// Most characters of a password that is set (checklist C11). Whoever has a longer one pasted a file.
pub const CHARACTERS_MAX: usize = 256;

/// Which list a password is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordList {
    /// Common passwords: built in.
    Common,
    /// Breached passwords: the site's own file.
    Breached,
}

codes!(PasswordList {
    PasswordList::Common => "common",
    PasswordList::Breached => "breached",
});

/// Whose word a word in a password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordOf {
    /// Everybody's: a common password, a month, a season.
    Everybody,
    /// The account's own: of its name, its addresses or its domain.
    Own,
    /// The site's own terms.
    Site,
}

/// What is wrong with a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// It is on a list.
    Listed(PasswordList),
    /// It has this word in it, and little else.
    AroundWord {
        /// The word, as it is known, in small letters without accents.
        word: String,
        /// Whose it is.
        of: WordOf,
    },
    /// Repeated characters, rows of keys or years, and little else.
    Simple,
    /// It is one of the last passwords of the account.
    UsedBefore {
        /// How many are remembered.
        remembered: u64,
    },
    /// It has too few characters.
    TooShort {
        /// The fewest.
        characters_min: u64,
    },
    /// It has more than [`CHARACTERS_MAX`] characters.
    TooLong,
}

impl PasswordFault {
    /// Its code, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            PasswordFault::Listed(list) => list.code(),
            PasswordFault::AroundWord { of, .. } => match of {
                WordOf::Everybody => "word_everybody",
                WordOf::Own => "word_own",
                WordOf::Site => "word_site",
            },
            PasswordFault::Simple => "simple",
            PasswordFault::UsedBefore { .. } => "used_before",
            PasswordFault::TooShort { .. } => "too_short",
            PasswordFault::TooLong => "too_long",
        }
    }
}

/// What was looked up about a password.
#[derive(Clone, Debug)]
pub struct LookedUp {
    /// The list that it is on.
    pub list: Option<PasswordList>,
    /// What is in it.
    pub points: Points,
    /// Its characters (Unicode scalar values).
    pub characters: usize,
    /// Whether it is one of the last ones.
    pub is_used_before: bool,
}

/// Everything that is wrong with a password, in the order in which it is told.
pub fn faults(policy: &PasswordPolicy, looked_up: &LookedUp) -> Vec<PasswordFault> {
    let mut faults = Vec::new();
    if let Some(list) = looked_up.list {
        faults.push(PasswordFault::Listed(list));
    } else if looked_up.points.points < policy.points_min {
        faults.push(match looked_up.points.word.clone() {
            Some((word, of)) => PasswordFault::AroundWord { word, of },
            None => PasswordFault::Simple,
        });
    }
    if looked_up.is_used_before {
        faults.push(PasswordFault::UsedBefore { remembered: policy.remembered });
    }
    if looked_up.characters < usize::try_from(policy.characters_min).unwrap_or(usize::MAX) {
        // Short and simple is one fault for whoever reads it.
        faults.retain(|fault| *fault != PasswordFault::Simple);
        faults.push(PasswordFault::TooShort { characters_min: policy.characters_min });
    } else if looked_up.characters > CHARACTERS_MAX {
        faults.push(PasswordFault::TooLong);
    }
    faults
}

/// A chosen password as it is hashed: in Unicode's composed form (NFC; NIST SP 800-63B-4, section 3.1.1.2).
pub fn composed(typed: &str) -> String {
    typed.nfc().collect()
}

/// Whether a password may be set. `allow_weak` is somebody's decision against the rules, for an application whose password
/// nobody can change soon; it needs its reason.
pub fn check_faults(
    faults: Vec<PasswordFault>,
    kind: AccountKind,
    allow_weak: bool,
    note: &str,
) -> Result<(), Refusal> {
    let is_application = match kind {
        AccountKind::Application => true,
        AccountKind::Person | AccountKind::SharedMailbox => false,
    };
    if faults.is_empty() {
        Ok(())
    } else if !allow_weak {
        Err(Refusal::PasswordUnfit { faults })
    } else if !is_application {
        Err(Refusal::WeakOnlyForApplications)
    } else if note.trim().is_empty() {
        Err(Refusal::NoteMissing)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
