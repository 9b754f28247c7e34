//! Where people and programs ask: the API over the control socket, and the listener for applications and for the
//! owner in a new place.
//!
//! **Map.** [`api`]: routes and the typed bodies that the command line shares. [`control`]: the Unix socket that
//! only root and the server's own user may use. [`public`]: the listener behind the site's reverse proxy, with
//! [`pages`] for people. `to_its_end` keeps a change from ending with the connection that asked for it.
//!
//! **Promises.** A handler translates, makes one engine call, translates back: no rule, no SQL, no sentence
//! lives here. Who may do what is decided by core's access table, asked through the engine for changes and in
//! one place ([`api::v1::asker`]) for reads.

pub mod api;
pub mod control;
pub mod pages;
pub mod public;
mod to_its_end;
