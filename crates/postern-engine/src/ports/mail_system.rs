//! Our hands: what is written where it holds with Postern dead, and who is told. Every method is idempotent:
//! the outbox may call twice, and a call says what is true now, not what to change.

use async_trait::async_trait;
use postern_core::effect::Point;
use postern_core::name::AccountName;
use postern_core::protocol::Protocols;
use postern_core::time::Timestamp;

/// One account as the mail system's sign-in files have to say it.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInExport {
    /// Every name it may sign in with, primary address first.
    pub names: Vec<AccountName>,
    /// The password's hash in Dovecot's scheme notation, or `!` where no password is set yet; `None` for a
    /// gate-only account, which is listed in the deny list only.
    pub password_hash: Option<String>,
    /// Signing in is blocked.
    pub is_blocked: bool,
    /// Protocols that are switched off for it.
    pub protocols_off: Protocols,
    /// Its app passwords; none of a gate-only account.
    pub app_passwords: Vec<AppPasswordExport>,
}

/// An app password as the files have to say it.
#[derive(Clone, PartialEq, Eq)]
pub struct AppPasswordExport {
    /// Which of the files it is in, `1..=APP_PASSWORDS_MAX`.
    pub slot: u8,
    /// What the mail server calls it when it asks us.
    pub credential: String,
    /// For what it is good.
    pub protocols: Protocols,
    /// Its hash in Dovecot's scheme notation.
    pub password_hash: String,
}

/// One account as the mail system's sending map has to say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendingExport {
    /// Every name it may sign in with.
    pub names: Vec<AccountName>,
    /// What a refused client is shown: plain ASCII, with code and address.
    pub refusal_text: Option<String>,
}

/// Why an export did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A file could not be written.
    #[error("cannot write {path}")]
    Write {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A program that we need failed.
    #[error("{program} failed: {message}")]
    Program {
        /// Its name.
        program: String,
        /// What it printed, shortened.
        message: String,
    },
    /// A mail could not be handed over.
    #[error("cannot send mail through {relay}: {message}")]
    Mail {
        /// The relay.
        relay: String,
        /// What it answered.
        message: String,
    },
    /// As many mails as may went to this account within the hour.
    #[error("put off: {count} mails about this account went out within the hour")]
    PutOff {
        /// How many.
        count: usize,
    },
    /// Not configured: there is nothing to do, and nobody should be alarmed.
    #[error("not configured")]
    NotConfigured,
}

/// A mail system's second enforcement point.
#[async_trait]
pub trait MailSystem: Send + Sync {
    /// Whether the site has anything at this point. Effects are only decided for points that it has, so that
    /// no receipt speaks of a file that nobody reads.
    fn reaches(&self, point: Point) -> bool;

    /// Makes the sign-in files say exactly this; returns when it is in force (the next whole second for
    /// Dovecot).
    async fn export_sign_in(&self, accounts: Vec<SignInExport>) -> Result<(), ExportError>;

    /// Makes the sending map say exactly this. Called at start.
    async fn export_all_sending(&self, restricted: Vec<SendingExport>) -> Result<(), ExportError>;

    /// Makes the sending map say this about one account, in place.
    async fn export_sending(&self, account: SendingExport) -> Result<(), ExportError>;
}

/// A message to the admins, already in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Subject, one line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it was decided.
    pub at: Timestamp,
    /// Addresses beside the configured ones.
    pub also_to: Vec<String>,
}

/// A mail to the owner of an account, already in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerLetter {
    /// The one address that it goes to.
    pub to: String,
    /// Subject, one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// When it was decided.
    pub at: Timestamp,
}

/// Tells people.
#[async_trait]
pub trait Notifier: Send + Sync {
    /// Whether there is anybody to tell.
    fn is_configured(&self) -> bool;

    /// Hands the message over to every configured admin address and to those that the notice names.
    async fn notify_admins(&self, notice: Notice) -> Result<(), ExportError>;

    /// Hands a mail over to the owner of an account.
    async fn write_to_owner(&self, letter: OwnerLetter) -> Result<(), ExportError>;
}
