//! Postern's rules. Facts and `now` go in; verdicts, events, evidence and effects come out.
//!
//! **Map.** [`ids`], [`time`], [`address`], [`arrival`], [`geo`], [`name`], [`fold`], [`spread`], [`near_table`]: the small words everything is said in.
//! [`account`], [`restriction`]: what is true. [`command`] → [`handle`] → [`event`] → [`effect`]: what a person asks, what
//! the rules answer, what has happened, what must be done outside; [`access`] and [`refusal`] say who may and
//! why not, [`password_list`] which passwords nobody may set. [`source_entry`], [`source_command`]: what people say of sources in advance, and [`precedence`]: the one order
//! in which all of it is asked. [`token`] (programs), [`admission`] (the owner in a new place) and [`device`] (remembered
//! browsers) say who may come in and how, [`admin`] who enters the admin centre, [`app_password`] with what a single device signs in, by which [`protocol`]. [`sign_in`] and [`outbound`] decide at the two doors, and [`decision`] names
//! what they decided, and [`mail_queue`] says what is done with mail that is already on its way; [`compromise`] joins what both saw into one score and says what it does; [`policy`] holds their
//! numbers. [`diagnosis`] says what is behind a complaint, and [`word_search`] reads what somebody typed.
//!
//! **Promises.** Nothing here can wait, fail or forget: no I/O, no clock, no randomness, no SQL, no HTTP, no
//! language. Every function is total. Our own enums are matched without a wildcard, so a new variant shows
//! every place that it matters.

pub mod access;
pub mod account;
pub mod address;
pub mod admin;
pub mod admission;
pub mod alternate;
pub mod app_password;
pub mod arrival;
pub mod command;
pub mod compromise;
pub mod containment;
pub mod decision;
pub mod device;
pub mod diagnosis;
pub mod doctor;
pub mod effect;
pub mod event;
pub mod fold;
pub mod forwarding;
pub mod gate;
pub mod geo;
pub mod handle;
pub mod help_request;
pub mod ids;
pub mod incident;
pub mod mail_queue;
pub mod mass_guard;
pub mod name;
pub mod near_table;
pub mod outbound;
pub mod owner_session;
pub mod password_rules;
pub mod policy;
pub mod precedence;
pub mod prefix_table;
pub mod protocol;
pub mod reach;
pub mod recovery;
pub mod refusal;
pub mod restriction;
pub mod sign_in;
pub mod source_command;
pub mod source_entry;
pub mod spread;
pub mod time;
pub mod token;
pub mod unblock_check;
pub mod word_search;
