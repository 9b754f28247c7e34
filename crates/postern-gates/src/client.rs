//! The other side of the sockets: clients that put on the wire what Dovecot and Postfix put there. The demo
//! and the tests speak through them; they decide nothing and know none of our rules.

mod dovecot;
mod milter;
mod postfix;

pub use dovecot::{Asked, DovecotClient, Seen};
pub use milter::{MilterClient, MilterEnd, MilterMail};
pub use postfix::{Message, PostfixClient};

/// Why a gate could not be spoken to.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The socket failed.
    #[error("the gate's socket failed")]
    Socket(#[from] std::io::Error),
    /// HTTP failed.
    #[error("the gate's HTTP failed")]
    Http(#[from] hyper::Error),
    /// The gate answered something that Dovecot or Postfix would not understand.
    #[error("the gate answered {0}")]
    Answer(String),
}
