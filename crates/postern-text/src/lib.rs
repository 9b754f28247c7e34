//! Every sentence a person reads, in six languages. Sees postern-core only; has no clock and does not know who
//! asks, on which page or over which protocol.
//!
//! **Map.** `locales/<language>/*.ftl` hold the sentences (Project Fluent). [`words`] says them. [`key`] has one
//! constant per English message, written by `build.rs`. [`format`] prints numbers, times and lengths of time as
//! each language does, [`axis`] the short times of pictures. [`reasons`], [`decisions`] and [`refusals`] turn core's enums into sentences, with total matches: a new
//! variant without words does not compile. [`diagnosis`] says what is behind a complaint, [`cards`] what there is to read about it. [`suspicion`] says the score of compromise, [`policy_values`] what each value of a policy is called. [`mail`] writes mail to admins, [`letters`] mail to owners, [`gate`] the SMTP reply (ASCII, English).
//!
//! # How to add a sentence
//! 1. Write it in `locales/en/<area>.ftl`: a whole sentence or a whole label, never a fragment. The name is
//!    `<area>-<what>`, as in `cli-restricted-title`. A comment says who reads it where it is not plain.
//! 2. Write it in the five other languages, in the file of the same name, as a native admin would: the term base
//!    and the traps of each language are in docs/words.md. Placeholders keep their names; the order is free.
//!    * A number that selects a plural is `{ $count }`: it selects *and* prints (grouped as the language does).
//!      Categories: en sv nb el `one other`; lv `zero one other`; sl `one two few other`. The whole sentence
//!      stands in each branch. `[0]` first, where zero reads better as words.
//!    * Names of accounts never stand where an ending is needed: put a noun of ours before them.
//! 3. Use it: `words.say(key::CLI_RESTRICTED_TITLE, &[("count", 3.into())])`. A key that is not in English does not
//!    compile; wrong or missing arguments stop a debug build; `cargo test -p postern-text` names every key that a
//!    language lacks (with the English sentence), every placeholder or plural branch that differs, every forbidden
//!    word, and every key that no code uses.
//!
//! A whole new area is a new file name in [`words`]' list of files, in six folders.

mod alternates;
mod app_passwords;
pub mod arrivals;
pub mod axis;
pub mod cards;
mod collation;
mod containment;
pub mod decisions;
pub mod diagnosis;
mod doctor;
pub mod format;
pub mod gate;
mod history;
mod incidents;
pub mod letters;
pub mod mail;
mod passwords;
pub mod policies;
pub mod policy_values;
pub mod pseudo;
pub mod reasons;
pub mod refusals;
pub mod suspicion;
mod unblock_checks;
pub mod words;

pub use jiff::tz::TimeZone;
pub use words::{Arg, Key, Words};

/// One constant per message; its documentation is the English sentence.
pub mod key {
    use crate::words::Key;

    include!(concat!(env!("OUT_DIR"), "/key.rs"));
}
