//! What the engine needs from outside. Each port is used as `Arc<dyn …>`, so that tests put their own world
//! behind it and a second kind of store or mail system is a file, not a type parameter.

mod alternates;
pub mod app_passwords;
pub mod atlas;
pub mod breached;
pub mod clock;
pub mod counters;
pub mod decision_row;
mod help_requests;
mod incidents;
pub mod keyed;
pub mod lists;
pub mod mail_agent;
pub mod mail_queue;
pub mod mail_system;
pub mod passkeys;
pub mod policy_member;
pub mod series;
mod start_state;
pub mod store;

pub use alternates::{AlternateStore, NOT_ME_LINKS_MAX};
pub use app_passwords::AppPasswordStore;
pub use atlas::{Atlas, AtlasDatabase, Located, NoAtlas};
pub use breached::{BreachedList, NoBreachedList, SHA1_BYTES};
pub use clock::{Clock, Entropy};
pub use counters::{AccountKey, Counters, JournalEntry, JournalKey, SendingAsk, SendingDecision};
pub use decision_row::{
    AttemptDetail, DecisionRow, ForgetBefore, SeenSource, SeenSourceFilter, SignInFilter, SignInRow,
};
pub use help_requests::{HelpFilter, HelpRow, HelpStore};
pub use incidents::{HELD_NOTED_MAX, IncidentFilter, IncidentStore};
pub use keyed::{KeptAnswer, KeptKey, KeyClaim, KeyId, KeyLimits, KeyedStore};
pub use lists::{
    AccountOrder, AccountPage, AuditBy, AuditFilter, AuditRow, RestrictionFilter, RestrictionRow,
};
pub use mail_agent::{
    AgentError, MailAgent, MailScript, MailSession, NoMailAgent, SCRIPTS_MAX, SESSIONS_SHOWN_MAX,
};
pub use mail_queue::{MailQueue, NoMailQueue, QueuedMessage, QueuedRecipient, RECIPIENTS_SHOWN_MAX};
pub use mail_system::{
    AppPasswordExport, ExportError, MailSystem, Notice, Notifier, OwnerLetter, SendingExport, SignInExport,
};
pub use passkeys::{NoPasskeys, Passkeys};
pub use policy_member::PolicyMember;
pub use series::SeriesStore;
pub use start_state::{AdminState, StartState};
pub use store::{
    Change, CommitError, Credential, DueEffect, PAST_PASSWORDS_MAX, Receipt, ReceiptOutcome, SavedView,
    Store, StoreError,
};
