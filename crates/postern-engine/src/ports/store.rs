//! What is remembered. `state.db` is durable before the answer; `history.db` may lose its last moments
//! (DESIGN section 4). Every method is one question or one transaction; there is no SQL outside the store.

use async_trait::async_trait;
use postern_core::account::{Account, AccountKind};
use postern_core::decision::DecisionKind;
use postern_core::device::Device;
use postern_core::effect::{Effect, Point};
use postern_core::event::Event;
use postern_core::ids::{AccountId, EffectId, EntryId, EventId, OwnerLinkId, RestrictionId, TokenId};
use postern_core::name::AccountName;
use postern_core::policy::scoped::ScopedPolicy;
use postern_core::restriction::{Actor, Restriction};
use postern_core::time::{Span, Timestamp};

use super::counters::JournalEntry;
use super::decision_row::{DecisionRow, ForgetBefore, SeenSource, SeenSourceFilter, SignInFilter, SignInRow};
use super::lists::{AccountPage, AuditFilter, AuditRow, RestrictionFilter, RestrictionRow};
use super::policy_member::PolicyMember;
use super::start_state::StartState;

/// Events, tables and effects that are saved together or not at all. The audit rows are made of the events.
#[derive(Clone, Debug)]
pub struct Change {
    /// When it was decided.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Why, in the actor's words; empty for rules and timers.
    pub note: String,
    /// What happened, in order, each with the id of its audit row. At most [`EVENTS_PER_CHANGE_MAX`].
    pub events: Vec<(EventId, Event)>,
    /// What is to be done outside.
    pub effects: Vec<(EffectId, Effect)>,
    /// Password hashes (Dovecot's scheme notation) for `AccountCreated`, `PasswordSet` and `AppPassword` events of this change;
    /// of one account it has one of these at most.
    pub passwords: Vec<(AccountId, String)>,
}

/// Most admins that are listed: a site has a handful, and a mistake with roles has to stay readable.
pub const ADMINS_MAX: u32 = 1_000;

/// Most former names that are remembered: who still asks for an older one is a stranger.
pub const FORMER_NAMES_MAX: u32 = 100_000;

/// Most former passwords of an account that are remembered: the most that a policy may ask for.
pub const PAST_PASSWORDS_MAX: u32 = 24;

/// Most events of one change; an import is several changes.
pub const EVENTS_PER_CHANGE_MAX: usize = 1_000;

/// We could not do what was asked of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file could not be opened or is not ours.
    #[error("cannot open {path}")]
    Open {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The linked SQLite has a known bug that loses data.
    #[error(
        "the linked SQLite {found} is older than {needed}, which is the first without the WAL corruption bug"
    )]
    SqliteTooOld {
        /// Linked.
        found: String,
        /// Needed.
        needed: &'static str,
    },
    /// A statement failed.
    #[error("cannot {operation}")]
    Statement {
        /// What we were doing, as in "read account 7K2M9-QX4TB".
        operation: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The writer is gone or its queue is full.
    #[error("the store is not taking changes")]
    NotWriting,
}

/// Why a change was not saved. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Another account has this name.
    #[error("the name {0} is taken")]
    NameTaken(AccountName),
    /// The restriction was ended by somebody else meanwhile.
    #[error("restriction {0} is not open")]
    RestrictionNotOpen(RestrictionId),
    /// The entry was ended by somebody else meanwhile.
    #[error("entry {0} is not open")]
    EntryNotOpen(EntryId),
    /// The link is used, over or void.
    #[error("link {0} is void")]
    LinkVoid(OwnerLinkId),
    /// A rule opened an incident of the account meanwhile.
    #[error("account {0} has an incident by now")]
    IncidentOpened(AccountId),
    /// The account was deleted meanwhile.
    #[error("account {0} does not exist")]
    NoSuchAccount(AccountId),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A password as the export needs it. Never printed.
#[derive(Clone)]
pub struct Credential {
    /// Whose.
    pub account: AccountId,
    /// Every name, primary address first.
    pub names: Vec<AccountName>,
    /// The hash in Dovecot's scheme notation.
    pub password_hash: Option<String>,
    /// Its password, and its mailbox, are kept by somebody else.
    pub is_gate_only: bool,
}

/// An effect that waits to be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueEffect {
    /// Its id.
    pub id: EffectId,
    /// What.
    pub effect: Effect,
    /// When it was decided.
    pub queued: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
}

/// What a connector answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptOutcome {
    /// It is so now.
    Done,
    /// It failed and will be tried again then.
    Failed {
        /// What was answered.
        message: String,
        /// When it is tried next.
        retry_at: Timestamp,
    },
    /// It failed too often; somebody must act.
    GivenUp {
        /// What was answered last.
        message: String,
    },
}

/// A receipt: what happened to an effect, and after how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Which effect.
    pub effect: EffectId,
    /// About which account.
    pub account: AccountId,
    /// Where it had to arrive.
    pub point: Point,
    /// When it was answered.
    pub at: Timestamp,
    /// From the decision to the answer.
    pub latency: Span,
    /// The answer.
    pub outcome: ReceiptOutcome,
    /// Of the mail queue: with how many messages it was done.
    pub messages: Option<u32>,
}

/// A list that an admin comes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// What the admin calls it.
    pub name: String,
    /// What stands in the list's address behind its question mark.
    pub query: String,
}

/// What is remembered.
#[async_trait]
pub trait Store:
    super::SeriesStore
    + super::KeyedStore
    + super::AppPasswordStore
    + super::AlternateStore
    + super::IncidentStore
    + super::HelpStore
{
    /// What has to be in memory before a gate opens. Marks the store as running.
    async fn start(&self, now: Timestamp) -> Result<StartState, StoreError>;

    /// Every account's names as (keyed hash of the name, account), for the index in memory. The hash is
    /// [`crate::engine::hash_name`] with the site key.
    async fn name_index(&self) -> Result<Vec<(u64, AccountId)>, StoreError>;

    /// Every account that is not a person's, with its kind: what the sending gate must know without asking.
    async fn accounts_but_persons(&self) -> Result<Vec<(AccountId, AccountKind)>, StoreError>;

    /// Accounts that were created at `since` or later, with when.
    async fn accounts_created_since(
        &self,
        since: Timestamp,
    ) -> Result<Vec<(AccountId, Timestamp)>, StoreError>;

    /// Names that were a mailbox or an alias once and may be nobody's now, newest first, as (keyed hash, account): at
    /// most [`FORMER_NAMES_MAX`].
    async fn former_names(&self) -> Result<Vec<(u64, AccountId)>, StoreError>;

    /// Saves a change; returns when it is on the disk.
    async fn commit(&self, change: Change) -> Result<(), CommitError>;

    /// Saves what a rule decided with the next group; an error is the store's to retry and to log.
    /// `Err` gives the change back when the queue is full.
    fn commit_soon(&self, change: Change) -> Result<(), Box<Change>>;

    /// Sets the policy values that differ from the defaults, with its audit event, in one transaction.
    async fn save_policies(&self, values: Vec<(String, String)>, change: Change) -> Result<(), CommitError>;

    /// Makes these the policies for some accounts, with the audit events, in one transaction.
    async fn save_scoped_policies(
        &self,
        policies: Vec<ScopedPolicy>,
        change: Change,
    ) -> Result<(), CommitError>;

    /// What scopes of policies look at, of the accounts after `after`, in the order of ids.
    async fn policy_members(
        &self,
        after: Option<AccountId>,
        limit: u32,
    ) -> Result<Vec<PolicyMember>, StoreError>;

    /// One account.
    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// The account with this name, primary or alias.
    async fn account_by_name(&self, name: &AccountName) -> Result<Option<Account>, StoreError>;

    /// Accounts by primary address.
    async fn accounts(&self, page: &AccountPage) -> Result<Vec<Account>, StoreError>;

    /// The ids and primary addresses of the accounts of such a page: a small part of what reading them whole costs.
    async fn account_names(&self, page: &AccountPage) -> Result<Vec<(AccountId, AccountName)>, StoreError>;

    /// How many accounts there are.
    async fn account_count(&self) -> Result<u64, StoreError>;

    /// Accounts that hold a role, by primary address, at most [`ADMINS_MAX`].
    async fn admins(&self) -> Result<Vec<Account>, StoreError>;

    /// How many accounts hold the role of global admin.
    async fn global_admin_count(&self) -> Result<u64, StoreError>;

    /// Restrictions, newest first.
    async fn restrictions(&self, filter: &RestrictionFilter) -> Result<Vec<RestrictionRow>, StoreError>;

    /// Restrictions that a person or a program ended at `since` or later, with when, oldest first.
    async fn released_since(&self, since: Timestamp) -> Result<Vec<(Timestamp, Restriction)>, StoreError>;

    /// Audit rows, newest first.
    async fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditRow>, StoreError>;

    /// Names and password of one account.
    async fn credential(&self, account: AccountId) -> Result<Option<Credential>, StoreError>;

    /// The hashes of the account's last passwords, the one that it has included, the newest first; at most
    /// [`PAST_PASSWORDS_MAX`] and one.
    async fn last_passwords(&self, account: AccountId, limit: u32) -> Result<Vec<String>, StoreError>;

    /// Names and passwords of the accounts after `after`, in the order of ids: for a full export.
    async fn credentials(&self, after: Option<AccountId>, limit: u32) -> Result<Vec<Credential>, StoreError>;

    /// Effects that are due, oldest first.
    async fn due_effects(&self, now: Timestamp, limit: u32) -> Result<Vec<DueEffect>, StoreError>;

    /// Keeps receipts and settles their effects.
    async fn save_receipts(&self, receipts: Vec<Receipt>) -> Result<(), StoreError>;

    /// The newest receipt of each point and outcome, among the newest ones of all.
    async fn last_receipts(&self) -> Result<Vec<Receipt>, StoreError>;

    /// Effects that wait, also those that are not due yet, oldest first, each with when it is tried.
    async fn waiting_effects(&self, limit: u32) -> Result<Vec<(DueEffect, Timestamp)>, StoreError>;

    /// Receipts about an account, newest first.
    async fn receipts(&self, account: AccountId, limit: u32) -> Result<Vec<Receipt>, StoreError>;

    /// Journals counters and marks the store alive at `now`.
    async fn save_counters(&self, entries: Vec<JournalEntry>, now: Timestamp) -> Result<(), StoreError>;

    /// Reads the journal back, page by page: entries after `after` in the store's own order, and where the
    /// next page starts; `None` at the end.
    async fn counters(
        &self,
        after: Option<i64>,
        limit: u32,
    ) -> Result<(Vec<JournalEntry>, Option<i64>), StoreError>;

    /// Appends decision rows.
    async fn save_decisions(&self, rows: Vec<DecisionRow>) -> Result<(), StoreError>;

    /// Decisions about an account, newest first.
    async fn decisions(&self, account: AccountId, limit: u32) -> Result<Vec<DecisionRow>, StoreError>;

    /// How many requests of an account the gates answered in this way since then, as far back as decisions are kept.
    async fn decided_since(
        &self,
        account: AccountId,
        kind: DecisionKind,
        since: Timestamp,
    ) -> Result<u64, StoreError>;

    /// The newest success of signing in that is logged of each of these accounts; those without one are left out.
    async fn last_successes(&self, accounts: &[AccountId])
    -> Result<Vec<(AccountId, Timestamp)>, StoreError>;

    /// A page of an account's sign-ins, newest first.
    async fn sign_ins(&self, filter: &SignInFilter) -> Result<Vec<SignInRow>, StoreError>;

    /// Where an account's sign-ins came from, each source once.
    async fn seen_sources(&self, filter: &SeenSourceFilter) -> Result<Vec<SeenSource>, StoreError>;

    /// Removes what policy no longer wants kept, a bounded number of rows at a time, so that nothing waits long.
    async fn forget(&self, before: &ForgetBefore) -> Result<(), StoreError>;

    /// Removes everything that `history.db` holds about a deleted account, in the same manner.
    async fn erase_history(&self, account: AccountId) -> Result<(), StoreError>;

    /// Notes that a token was used; not a change, so without an audit row.
    async fn note_token_use(&self, token: TokenId, at: Timestamp) -> Result<(), StoreError>;

    /// The lists that this admin keeps, by name.
    async fn saved_views(&self, account: AccountId) -> Result<Vec<SavedView>, StoreError>;

    /// Keeps a list for its admin, in place of one of that name. It is nobody else's affair, so it has no audit row.
    async fn save_view(&self, account: AccountId, view: SavedView) -> Result<(), StoreError>;

    /// Keeps it no more.
    async fn drop_view(&self, account: AccountId, name: String) -> Result<(), StoreError>;

    /// The account's remembered devices, newest first; at most [`postern_core::device::DEVICES_MAX`].
    async fn devices(&self, account: AccountId) -> Result<Vec<Device>, StoreError>;

    /// Everything queued is on the disk; marks a clean stop.
    async fn stop(&self, now: Timestamp) -> Result<(), StoreError>;
}
