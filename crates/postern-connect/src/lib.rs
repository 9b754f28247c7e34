//! Postern's hands: the files and maps that hold a block while Postern is stopped, and the mails that tell
//! people, and the maps that say where addresses are.
//!
//! **Map.** [`atlas`]: countries, operators and anonymous networks from the operator's own files. [`breached`]: a filter of breached passwords. [`exports`]: the engine's `MailSystem` port over what a site has. [`dovecot`]: passwd-file and deny
//! list. [`doveadm`]: its sessions. [`postfix`]: the map of restricted logins, and the mail queue. [`notify`]: mails to the admins. `passkeys`: the checks of Web Authentication, with the feature of that name. `atomic_file` is how any
//! of them writes.
//!
//! **Promises.** Every method says what is true now and may be called twice. A file that is looked up is never
//! absent and never half written. Nothing here decides who is blocked, and nothing here has words of its own:
//! texts come from the engine.

pub mod atlas;
mod atomic_file;
pub mod breached;
pub mod doveadm;
pub mod dovecot;
pub mod exports;
pub mod notify;
#[cfg(feature = "passkeys")]
pub mod passkeys;
pub mod postfix;

pub use atlas::{AtlasFiles, MmdbAtlas};
pub use breached::BreachedFile;
pub use doveadm::{ApiAddress, Doveadm, DoveadmSettings};
pub use dovecot::{DovecotFiles, DovecotSettings};
pub use exports::Exports;
pub use notify::{NoNotifier, NotifySettings, SmtpNotifier};
#[cfg(feature = "passkeys")]
pub use passkeys::WebauthnPasskeys;
pub use postfix::queue::{PostfixQueue, QueueSettings};
pub use postfix::{MapType, PostfixMap, PostfixSettings};

/// Why settings cannot work; told when the process is wired, before any port opens.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// The template of home folders.
    #[error("home = {given:?}: {problem}")]
    Home {
        /// What was given.
        given: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A mail address.
    #[error("{given:?} is not a mail address")]
    Address {
        /// What was given.
        given: String,
    },
    /// The relay.
    #[error("relay = {given:?} is not host:port")]
    Relay {
        /// What was given.
        given: String,
    },
    /// Nobody, or too many, to tell.
    #[error("admins takes 1 to {max} addresses, not {given}")]
    Admins {
        /// How many were given.
        given: usize,
        /// How many are allowed.
        max: usize,
    },
}
