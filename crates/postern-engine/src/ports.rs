//! What the engine needs from outside. Each port is used as `Arc<dyn …>`, so that tests put their own world
//! behind it and a second kind of store or mail system is a file, not a type parameter.

pub mod clock;
pub mod counters;
pub mod mail_system;
pub mod store;

pub use clock::{Clock, Entropy};
pub use counters::{AccountKey, Counters, JournalEntry, JournalKey, SendingAsk, SendingDecision};
pub use mail_system::{ExportError, MailSystem, Notice, Notifier, SendingExport, SignInExport};
pub use store::{
    AccountPage, AuditFilter, AuditRow, Change, CommitError, Credential, DecisionRow, DueEffect, Receipt,
    ReceiptOutcome, RestrictionFilter, RestrictionRow, StartState, Store, StoreError,
};
