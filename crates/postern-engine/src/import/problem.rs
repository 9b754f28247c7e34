//! What is wrong with a line of an imported file, as an enum and as a sentence that says what to do. The line's
//! password never appears in either.

use postern_core::account::{AccountKind, Language};
use postern_core::name::{AccountName, NameError};
use postern_core::refusal::Refusal;
use postern_text::{Words, key};

use super::{LINE_BYTES_MAX, PASSWORD_TEXT_BYTES_MAX, ROWS_MAX};
use crate::password::{PASSWORD_BYTES_MAX, SchemeError};

/// Why a line is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Longer than [`LINE_BYTES_MAX`].
    LineTooLong,
    /// Not UTF-8.
    NotUtf8,
    /// The file has more than [`ROWS_MAX`] lines; this one and those after it were not read.
    TooManyRows,
    /// The CSV header lacks the column that every file needs.
    NoAddressColumn,
    /// The CSV header has a column that we do not know.
    UnknownColumn {
        /// Its name, shortened.
        column: String,
    },
    /// A CSV line has more or fewer fields than the header, or its quotes do not match.
    Fields,
    /// The name is not an account's name.
    Name {
        /// As it is written, shortened.
        name: String,
        /// Why not.
        error: NameError,
    },
    /// An earlier line has the name, as an address or as an alias.
    Duplicate {
        /// The name.
        name: AccountName,
        /// That line, from 1.
        first_line: usize,
    },
    /// The language is none of ours.
    UnknownLanguage {
        /// As it is written, shortened.
        language: String,
    },
    /// The kind is none of ours.
    UnknownKind {
        /// As it is written, shortened.
        kind: String,
    },
    /// The password's text is longer than [`PASSWORD_TEXT_BYTES_MAX`].
    PasswordTextTooLong,
    /// The password's text cannot be verified.
    Scheme(SchemeError),
    /// The password in plain text is empty or longer than [`PASSWORD_BYTES_MAX`].
    PlainTextUnusable,
    /// An account may not be like this.
    Refused(Refusal),
}

impl Problem {
    /// What is wrong and what to do, in the reader's language.
    pub fn say(&self, words: &Words) -> String {
        let limit = |key, limit: usize| words.say(key, &[("limit", limit.into())]);
        let written = |key, text: &String| words.say(key, &[("written", text.into())]);
        match self {
            Problem::LineTooLong => limit(key::IMPORT_LINE_TOO_LONG, LINE_BYTES_MAX),
            Problem::NotUtf8 => words.say(key::IMPORT_NOT_UTF8, &[]),
            Problem::TooManyRows => limit(key::IMPORT_TOO_MANY_ROWS, ROWS_MAX),
            Problem::NoAddressColumn => words.say(key::IMPORT_NO_ADDRESS_COLUMN, &[]),
            Problem::UnknownColumn { column } => written(key::IMPORT_UNKNOWN_COLUMN, column),
            Problem::Fields => words.say(key::IMPORT_FIELDS, &[]),
            Problem::Name { name, error } if name.is_empty() => words.name_error(*error),
            Problem::Name { name, error } => {
                let cause = words.name_error(*error);
                words.say(key::IMPORT_NAME, &[("written", name.into()), ("cause", (&cause).into())])
            }
            Problem::Duplicate { name, first_line } => {
                // As text: a line's number is never grouped.
                let line = first_line.to_string();
                words.say(key::IMPORT_DUPLICATE, &[("name", name.as_str().into()), ("line", (&line).into())])
            }
            Problem::UnknownLanguage { language } => written(key::IMPORT_UNKNOWN_LANGUAGE, language),
            Problem::UnknownKind { kind } => written(key::IMPORT_UNKNOWN_KIND, kind),
            Problem::PasswordTextTooLong => {
                limit(key::IMPORT_PASSWORD_TEXT_TOO_LONG, PASSWORD_TEXT_BYTES_MAX)
            }
            Problem::Scheme(error) => say_scheme(error, words),
            Problem::PlainTextUnusable => limit(key::IMPORT_PLAIN_TEXT_UNUSABLE, PASSWORD_BYTES_MAX),
            Problem::Refused(refusal) => words.refusal(refusal),
        }
    }
}

fn say_scheme(error: &SchemeError, words: &Words) -> String {
    let scheme = |key, scheme: &String| words.say(key, &[("scheme", scheme.into())]);
    match error {
        SchemeError::Unsupported { scheme: name } => scheme(key::IMPORT_SCHEME_UNSUPPORTED, name),
        SchemeError::Malformed { scheme: name } => scheme(key::IMPORT_SCHEME_MALFORMED, name),
        SchemeError::TooCostly { scheme: name } => scheme(key::IMPORT_SCHEME_TOO_COSTLY, name),
        SchemeError::PlainText => words.say(key::IMPORT_PLAIN_TEXT, &[]),
    }
}

pub(super) fn language(text: &str) -> Result<Language, Problem> {
    Language::from_code(text).ok_or_else(|| Problem::UnknownLanguage { language: shown(text) })
}

pub(super) fn kind(text: &str) -> Result<AccountKind, Problem> {
    AccountKind::from_code(text).ok_or_else(|| Problem::UnknownKind { kind: shown(text) })
}

/// At most so many characters of a field are repeated: a damaged file can have a hash where a name belongs.
const SHOWN_CHARACTERS_MAX: usize = 64;

/// The beginning of a field, for a message.
pub(super) fn shown(text: &str) -> String {
    text.trim().chars().take(SHOWN_CHARACTERS_MAX).collect()
}
