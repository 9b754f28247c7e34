//! Why a policy value is refused, in words for a log; people read the sentences of postern-text.

use std::fmt;

use super::Conflict;

/// Why a policy value was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyError {
    /// There is no value of this name.
    UnknownName {
        /// What was given.
        name: String,
    },
    /// The text is not a whole number.
    NotANumber {
        /// The value's name.
        name: String,
        /// What was given.
        given: String,
    },
    /// The number lies outside the bounds.
    OutOfBounds {
        /// The value's name.
        name: String,
        /// What was given.
        given: u64,
        /// Smallest allowed.
        min: u64,
        /// Largest allowed.
        max: u64,
    },
    /// Two values contradict each other: the first must not be above the second.
    Contradiction {
        /// The value that must not be above the other.
        lower: &'static str,
        /// The other.
        upper: &'static str,
        /// Why.
        conflict: Conflict,
    },
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PolicyError::UnknownName { name } => write!(f, "there is no policy value named {name}"),
            PolicyError::NotANumber { name, given } => {
                write!(f, "{name} takes a whole number, not {given:?}")
            }
            PolicyError::OutOfBounds { name, given, min, max } => {
                write!(f, "{name} = {given} is outside {min}..={max}")
            }
            PolicyError::Contradiction { lower, upper, conflict } => {
                write!(f, "{lower} must not be above {upper} ({})", conflict.code())
            }
        }
    }
}

impl std::error::Error for PolicyError {}
