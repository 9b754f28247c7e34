//! Our hands at the mail server itself: who is signed in there now, and ending that. A small set of verbs with types of
//! their own, so that it can move into a process that holds the rights over mailboxes alone.
//!
//! Every verb may be called twice. None takes free text: accounts are named by their names, sessions by an address.

use std::net::IpAddr;

use async_trait::async_trait;
use postern_core::forwarding::MailRule;
use postern_core::name::AccountName;
use postern_core::time::Span;

use super::ExportError;

/// Most open sessions that are told of one account; the others are counted.
pub const SESSIONS_SHOWN_MAX: usize = 200;

/// Sessions of one login by one protocol from one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSession {
    /// The name that it signed in with, as the mail server has it.
    pub login: String,
    /// `imap`, `pop3`, `sieve`, as the mail server calls it.
    pub protocol: String,
    /// From where; `None` where the mail server has no address, as for a delivery from the same machine.
    pub address: Option<IpAddr>,
    /// How many connections it is.
    pub connections: u32,
}

/// Most scripts of one account that are read. Pigeonhole lets a person have as many as the site says, and none has more
/// than a few.
pub const SCRIPTS_MAX: usize = 16;

/// A script of an account's owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailScript {
    /// Its name.
    pub name: String,
    /// It is the one that the mail server runs.
    pub is_active: bool,
    /// What it says, for whoever wants to read it.
    pub text: String,
    /// What it does; or why that cannot be told.
    pub rules: Result<Vec<MailRule>, String>,
}

/// Why a verb did nothing, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum AgentError {
    /// Nobody connected us: there is nothing to do, and nobody should be alarmed.
    #[error("not configured")]
    NotConfigured,
    /// Nobody listens there.
    #[error("nobody answers at {at}: is the mail server running, and does it listen there?")]
    Unreachable {
        /// The address.
        at: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The connection was lost, or what came over it is no answer.
    #[error("no answer from {at} that can be read: {problem}")]
    Broken {
        /// The address.
        at: String,
        /// What is wrong with it.
        problem: String,
    },
    /// Too slow.
    #[error("no answer from {at} within {after}")]
    Late {
        /// The address.
        at: String,
        /// How long was waited.
        after: Span,
    },
    /// The key is another one there.
    #[error("{at} refuses the key: write the same one into its configuration and into ours")]
    KeyRefused {
        /// The address.
        at: String,
    },
    /// The mail server refused a command.
    #[error("{command} for {name}: {problem}")]
    Refused {
        /// Which.
        command: &'static str,
        /// About whom.
        name: String,
        /// What it said.
        problem: String,
    },
    /// The mail server knows nobody of this name.
    #[error("the mail server knows no user {name}")]
    NoSuchUser {
        /// The name.
        name: String,
    },
    /// More scripts than are read.
    #[error("{name} has more than {SCRIPTS_MAX} scripts")]
    TooManyScripts {
        /// Whose.
        name: String,
    },
    /// Sessions are still there after they were told to end.
    #[error(
        "{count} sessions of {name} are still open: one process of the mail server serves several of them"
    )]
    StillOpen {
        /// How many.
        count: u32,
        /// Whose.
        name: String,
    },
    /// A name that the mail server would read as something else: as a pattern for many names, or as an address.
    #[error("{name} cannot be named to the mail server: it would be read as a pattern or an address")]
    Unnameable {
        /// The name.
        name: String,
    },
}

impl From<AgentError> for ExportError {
    fn from(error: AgentError) -> Self {
        match error {
            AgentError::NotConfigured => ExportError::NotConfigured,
            error => {
                let message = crate::outbox::chain(&error);
                ExportError::Program { program: "the mail server's API".to_owned(), message }
            }
        }
    }
}

/// A mail server's own side.
#[async_trait]
pub trait MailAgent: Send + Sync {
    /// Whether the site connected us.
    fn is_configured(&self) -> bool;

    /// Sessions that are open under these names, at most [`SESSIONS_SHOWN_MAX`] rows.
    async fn sessions(&self, names: &[AccountName]) -> Result<Vec<MailSession>, AgentError>;

    /// The scripts of this account, the active one first; at most [`SCRIPTS_MAX`].
    async fn scripts(&self, account: &AccountName) -> Result<Vec<MailScript>, AgentError>;

    /// Forgets what the mail server remembers of these names' passwords.
    async fn forget_passwords(&self, names: &[AccountName]) -> Result<(), AgentError>;

    /// Ends the sessions of these names, of one address or of all, and returns when none of them is left; how many
    /// connections it was.
    async fn end_sessions(&self, names: &[AccountName], from: Option<IpAddr>) -> Result<u32, AgentError>;
}

/// A site that does not let us at its mail server.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoMailAgent;

#[async_trait]
impl MailAgent for NoMailAgent {
    fn is_configured(&self) -> bool {
        false
    }

    async fn sessions(&self, _names: &[AccountName]) -> Result<Vec<MailSession>, AgentError> {
        Err(AgentError::NotConfigured)
    }

    async fn scripts(&self, _account: &AccountName) -> Result<Vec<MailScript>, AgentError> {
        Err(AgentError::NotConfigured)
    }

    async fn forget_passwords(&self, _names: &[AccountName]) -> Result<(), AgentError> {
        Err(AgentError::NotConfigured)
    }

    async fn end_sessions(&self, _names: &[AccountName], _from: Option<IpAddr>) -> Result<u32, AgentError> {
        Err(AgentError::NotConfigured)
    }
}
