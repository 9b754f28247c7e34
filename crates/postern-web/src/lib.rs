//! Where people and programs ask: the API over the control socket (pages come beside it).
//!
//! **Map.** [`api`]: routes and the typed bodies that the command line shares. [`control`]: the Unix socket that
//! only root and the server's own user may use.
//!
//! **Promises.** A handler translates, makes one engine call, translates back: no rule, no SQL, no sentence
//! lives here. Who may do what is decided by core's access table, asked through the engine for changes and in
//! one place ([`api::v1::asker`]) for reads.

pub mod api;
pub mod control;
