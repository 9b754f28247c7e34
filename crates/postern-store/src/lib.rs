//! What Postern remembers.
//!
//! **Map.** [`SqliteStore`] implements [`postern_engine::ports::Store`] over two files of one folder; all SQL of
//! our own tables is in `sqlite/` and nothing outside this crate has any. `record` is the stored form of core's
//! types. `migrations/sqlite/` holds the tables, each file with what its columns mean. [`counters`] is the other
//! half: tables in memory.
//!
//! **Promises.** One writer per file, and it answers only after the commit returned. A change is whole or
//! absent. Nothing here decides: a conflict is reported, the rules are core's.
//!
//! **To add a query:** a method of the port, a function in the file of `sqlite/` that owns the table, a call in
//! `sqlite.rs`, a case in `tests/it`. To add a table: a new migration file (released ones are never edited) and
//! a line in `sqlite/migrate.rs`.

pub mod counters;
mod record;
mod sqlite;

pub use sqlite::{SqliteStore, Written};
