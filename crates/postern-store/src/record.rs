//! The stored form of core's types: JSON texts with a version, apart from the types themselves, so that core
//! can be renamed and rearranged without a migration. This file knows no SQL and no table.
//!
//! A code that we do not know was written by a newer version (or by somebody with a text editor): reading it is
//! an error that the caller joins with the row's id, never a panic and never a guess.

pub(crate) mod attempt;
pub(crate) mod effect;
pub(crate) mod event;
pub(crate) mod reason;
pub(crate) mod scope;
pub(crate) mod who;

use serde::Serialize;
use serde::de::DeserializeOwned;

use postern_core::ids::ID_BITS;

/// The version that we write, and the newest that we read.
const VERSION: u8 = 1;

/// Why a stored text could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RecordError {
    /// Not JSON, or not with these members.
    #[error("the stored text is not what version 1 writes")]
    Shape(#[source] serde_json::Error),
    /// Written by a newer version.
    #[error("the stored text has version {0}, and this program knows version 1")]
    Version(u8),
    /// A word that we do not know, or whose arguments do not fit.
    #[error("{what} {code:?} is not known to this program")]
    Unknown {
        /// Which kind of word.
        what: &'static str,
        /// The word.
        code: String,
    },
    /// A number that cannot be one of our ids.
    #[error("{0} is not an id")]
    NotAnId(i64),
}

impl RecordError {
    pub(crate) fn unknown(what: &'static str, code: impl Into<String>) -> Self {
        Self::Unknown { what, code: code.into() }
    }
}

/// The text of a value whose serialisation cannot fail.
fn to_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("our records have text keys and finite numbers only")
}

/// Reads a text of version 1 into `T`. The version is looked at first: a newer one may have other members.
fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, RecordError> {
    #[derive(serde::Deserialize)]
    struct OnlyVersion {
        v: u8,
    }
    let OnlyVersion { v } = serde_json::from_str(text).map_err(RecordError::Shape)?;
    if v != VERSION {
        return Err(RecordError::Version(v));
    }
    serde_json::from_str(text).map_err(RecordError::Shape)
}

/// The number under which SQLite keeps an id.
pub(crate) fn id_to_sql(id: u64) -> i64 {
    debug_assert!(id < 1 << ID_BITS, "ids have {ID_BITS} bits");
    id.cast_signed()
}

/// The bits of a stored id; zero, negative and too large numbers are nobody's.
pub(crate) fn id_from_sql(stored: i64) -> Result<u64, RecordError> {
    if (1..1 << ID_BITS).contains(&stored) {
        Ok(stored.cast_unsigned())
    } else {
        Err(RecordError::NotAnId(stored))
    }
}

/// Reads a code by a `from_code` function of core.
pub(crate) fn code<T>(
    what: &'static str,
    code: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, RecordError> {
    read(code).ok_or_else(|| RecordError::unknown(what, code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_outside_fifty_bits_is_nobodys() {
        for stored in [i64::MIN, -1, 0, 1 << ID_BITS, i64::MAX] {
            assert!(matches!(id_from_sql(stored), Err(RecordError::NotAnId(_))), "{stored}");
        }
        for id in [1, (1 << ID_BITS) - 1] {
            assert_eq!(id_from_sql(id_to_sql(id)).ok(), Some(id));
        }
    }

    #[test]
    fn a_newer_version_is_named_as_such_whatever_else_it_holds() {
        let newer = r#"{"v":2,"shape":["nobody","knows"]}"#;
        assert!(matches!(who::actor_from_text(newer), Err(RecordError::Version(2))));
        assert!(matches!(who::actor_from_text("rule"), Err(RecordError::Shape(_))));
        assert!(matches!(who::actor_from_text("{}"), Err(RecordError::Shape(_))));
    }
}
