//! The sockets on which mail servers ask, and the log in which they tell: limits, decode, one engine call, encode.
//!
//! **Map.** [`serve_policy`] is Postfix's policy delegation, [`serve_milter`] the milter protocol, [`serve_auth_policy`] is Dovecot's auth-policy over
//! HTTP/1.1. [`serve_mail_log_file`] and [`serve_mail_log_socket`] read Postfix's log as it grows. [`Listener`] is a TCP or Unix socket, alone or behind [`TrustedProxies`]; [`Answers`] is who decides,
//! normally the engine, [`TakesLog`] who is told, and [`Manages`] who keeps the lists; [`Limits`] has every number; [`client`] is the other side of both sockets. `connections` accepts, counts and winds down for all gates.
//!
//! **Promises.** A gate only translates: no threshold, wording or SQL lives here. One peer's malformed, endless
//! or half-sent request costs that peer its connection and nobody else anything. An idle connection is never
//! closed first: Postfix would pay a second for it. The ordinary request allocates nothing at the policy
//! gate, and takes no shared lock at either.
//!
//! Deadlines of sockets are tokio timers, not the engine's `Clock`: they bound what a peer may hold, and no
//! decision depends on them.

mod answers;
mod auth_policy;
pub mod client;
mod complaints;
mod connections;
mod engine_lists;
mod limits;
mod listen;
mod mail_log;
mod manages;
mod milter;
mod patience;
mod postfix_policy;
mod proxy;

pub use answers::{Answers, AnswersMail, TakesLog};
pub use auth_policy::{AuthPolicyAccess, Credential, Management, NotACredential, serve_auth_policy};
pub use connections::Shutdown;
pub use engine_lists::EngineLists;
pub use limits::Limits;
pub use listen::{BindUnixError, DatagramDoor, Listener};
pub use mail_log::{LogFile, serve_mail_log_file, serve_mail_log_socket};
pub use manages::{Manages, NotManaged};
pub use milter::serve_milter;
pub use postern_wire::postfix_policy::{NotAClassName, RestrictionClass};
pub use postfix_policy::serve_policy;
pub use proxy::TrustedProxies;
