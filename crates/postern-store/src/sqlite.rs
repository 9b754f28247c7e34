//! The store on SQLite: two files, one writer each, and readers beside them.
//!
//! `state.db` returns from a commit when it is on the disk; `history.db` may lose its last moments when the
//! machine (not the process) dies. There are two files because only so their durability can differ, and because
//! nothing needs a transaction over both. This file joins the parts; the SQL is in the files below it.

mod accounts;
mod admins;
mod alternates;
mod app_passwords;
mod audit;
mod columns;
mod connect;
mod decisions;
mod directory;
mod entries;
mod error;
mod factors;
mod folder;
mod help_requests;
mod history;
mod incidents;
mod keyed;
mod migrate;
mod newcomers;
mod outbox;
mod passwords;
mod policies;
mod programs;
mod restrictions;
mod saved_views;
mod series;
mod start;
mod state;
mod sums;
mod trail;
mod words;
mod writer;

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use parking_lot::Mutex;
use postern_core::account::{Account, AccountKind};
use postern_core::decision::DecisionKind;
use postern_core::device::Device;
use postern_core::ids::{AccountId, TokenId};
use postern_core::name::AccountName;
use postern_core::policy::scoped::ScopedPolicy;
use postern_core::restriction::Restriction;
use postern_core::time::Timestamp;
use postern_engine::ports::store::EVENTS_PER_CHANGE_MAX;
use postern_engine::ports::{
    AccountPage, AuditFilter, AuditRow, Change, Clock, CommitError, Credential, DecisionRow, DueEffect,
    Entropy, ForgetBefore, JournalEntry, PolicyMember, Receipt, RestrictionFilter, RestrictionRow, SavedView,
    SeenSource, SeenSourceFilter, SignInFilter, SignInRow, StartState, Store, StoreError,
};
use sqlx::SqlitePool;

use connect::{DatabaseFile, Durability};
use folder::OwnFolder;
use history::HistoryWork;
use state::{SiteKey, StateWork};
use writer::Writer;
pub use writer::Written;

/// The store in a folder of its own.
pub struct SqliteStore {
    state: SqlitePool,
    history: SqlitePool,
    state_writer: Writer<StateWork>,
    history_writer: Writer<HistoryWork>,
    site_key: [u8; 32],
    folder: Mutex<Option<Arc<OwnFolder>>>,
}

impl SqliteStore {
    /// Opens the store in `folder`, which is made if there is none (mode 0700), and brings its tables up to date.
    /// A new store draws its site key from `entropy`; `clock` times groups and pauses between retries. Must be
    /// called within a tokio runtime, which runs the writers.
    ///
    /// Errors: another server uses the folder, a file is not ours or is newer than this program, or the linked
    /// SQLite is too old.
    pub async fn open(
        folder: &Path,
        clock: Arc<dyn Clock>,
        entropy: &dyn Entropy,
    ) -> Result<Self, StoreError> {
        let folder = Arc::new(OwnFolder::take(folder)?);
        let state_file = DatabaseFile { path: folder.file("state.db")?, durability: Durability::Full };
        let history_file = DatabaseFile { path: folder.file("history.db")?, durability: Durability::Normal };
        let mut state = state_file.writer().await?;
        connect::check_linked_version(&mut state, &state_file.path).await?;
        let mut history = history_file.writer().await?;
        for (connection, files, file) in
            [(&mut state, migrate::STATE, &state_file), (&mut history, migrate::HISTORY, &history_file)]
        {
            let migrated = migrate::migrate(connection, files).await;
            migrated.map_err(|source| folder::cannot_open(&file.path, source))?;
        }
        let site_key = start::site_key(&mut state, entropy).await?;
        Ok(Self {
            state: state_file.readers().await?,
            history: history_file.readers().await?,
            state_writer: Writer::start(
                state_file,
                state,
                SiteKey(site_key),
                Arc::clone(&clock),
                Arc::clone(&folder),
            ),
            history_writer: Writer::start(history_file, history, (), clock, Arc::clone(&folder)),
            site_key,
            folder: Mutex::new(Some(folder)),
        })
    }

    /// The secret of this site, the key of every keyed hash: made once, the same after every restart.
    pub fn site_key(&self) -> &[u8; 32] {
        &self.site_key
    }

    /// How much was written to `state.db` since it was opened: many changes in few commits under load.
    pub fn written(&self) -> Written {
        self.state_writer.written()
    }

    async fn write_history(&self, work: HistoryWork) -> Result<u64, StoreError> {
        self.history_writer.ask(work).await.map_err(store_error)
    }
}

/// Work without accounts or restrictions has no conflicts, only failures.
fn store_error(error: CommitError) -> StoreError {
    match error {
        CommitError::Store(error) => error,
        CommitError::NameTaken(_)
        | CommitError::RestrictionNotOpen(_)
        | CommitError::EntryNotOpen(_)
        | CommitError::LinkVoid(_)
        | CommitError::IncidentOpened(_)
        | CommitError::NoSuchAccount(_) => {
            StoreError::Statement { operation: "write to the store".to_owned(), source: Box::new(error) }
        }
    }
}

/// Refuses a change that would hold up every other.
fn check_size(change: &Change) -> Result<(), StoreError> {
    let events = change.events.len();
    if events <= EVENTS_PER_CHANGE_MAX {
        return Ok(());
    }
    Err(StoreError::Statement {
        operation: format!("save a change of {events} events"),
        source: format!("a change has at most {EVENTS_PER_CHANGE_MAX}").into(),
    })
}

#[async_trait]
impl Store for SqliteStore {
    async fn start(&self, now: Timestamp) -> Result<StartState, StoreError> {
        let found = start::read(&self.state, &self.history, self.site_key, now).await?;
        self.state_writer.ask(StateWork::Started).await.map_err(store_error)?;
        Ok(found)
    }

    async fn name_index(&self) -> Result<Vec<(u64, AccountId)>, StoreError> {
        start::name_index(&self.state).await
    }

    async fn accounts_but_persons(&self) -> Result<Vec<(AccountId, AccountKind)>, StoreError> {
        directory::accounts_but_persons(&self.state).await
    }

    async fn accounts_created_since(
        &self,
        since: Timestamp,
    ) -> Result<Vec<(AccountId, Timestamp)>, StoreError> {
        start::accounts_created_since(&self.state, since).await
    }

    async fn former_names(&self) -> Result<Vec<(u64, AccountId)>, StoreError> {
        directory::former_names(&self.state, self.site_key()).await
    }

    async fn commit(&self, change: Change) -> Result<(), CommitError> {
        check_size(&change)?;
        self.state_writer.ask(StateWork::Change(Box::new(change))).await.map(drop)
    }

    fn commit_soon(&self, change: Change) -> Result<(), Box<Change>> {
        let change = Box::new(change);
        if let Err(error) = check_size(&change) {
            tracing::error!(error = &error as &dyn std::error::Error, "a decision is too large to be saved");
            return Err(change);
        }
        match self.state_writer.soon_place() {
            Some(place) => {
                place.fill(StateWork::Change(change));
                Ok(())
            }
            None => Err(change),
        }
    }

    async fn save_policies(&self, values: Vec<(String, String)>, change: Change) -> Result<(), CommitError> {
        check_size(&change)?;
        self.state_writer.ask(StateWork::Policies(values, Box::new(change))).await.map(drop)
    }

    async fn save_scoped_policies(
        &self,
        policies: Vec<ScopedPolicy>,
        change: Change,
    ) -> Result<(), CommitError> {
        check_size(&change)?;
        self.state_writer.ask(StateWork::ScopedPolicies(policies, Box::new(change))).await.map(drop)
    }

    async fn policy_members(
        &self,
        after: Option<AccountId>,
        limit: u32,
    ) -> Result<Vec<PolicyMember>, StoreError> {
        directory::policy_members(&self.state, after, limit).await
    }

    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        directory::account(&self.state, id).await
    }

    async fn account_by_name(&self, name: &AccountName) -> Result<Option<Account>, StoreError> {
        directory::account_by_name(&self.state, name).await
    }

    async fn accounts(&self, page: &AccountPage) -> Result<Vec<Account>, StoreError> {
        directory::accounts(&self.state, page).await
    }

    async fn admins(&self) -> Result<Vec<Account>, StoreError> {
        directory::admins(&self.state).await
    }

    async fn account_names(&self, page: &AccountPage) -> Result<Vec<(AccountId, AccountName)>, StoreError> {
        directory::account_names(&self.state, page).await
    }

    async fn account_count(&self) -> Result<u64, StoreError> {
        directory::account_count(&self.state).await
    }

    async fn global_admin_count(&self) -> Result<u64, StoreError> {
        directory::global_admin_count(&self.state).await
    }

    async fn released_since(&self, since: Timestamp) -> Result<Vec<(Timestamp, Restriction)>, StoreError> {
        restrictions::released_since(&self.state, since).await
    }

    async fn restrictions(&self, filter: &RestrictionFilter) -> Result<Vec<RestrictionRow>, StoreError> {
        restrictions::list(&self.state, filter).await
    }

    async fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditRow>, StoreError> {
        audit::list(&self.state, filter).await
    }

    async fn credential(&self, account: AccountId) -> Result<Option<Credential>, StoreError> {
        directory::credential(&self.state, account).await
    }

    async fn last_passwords(&self, account: AccountId, limit: u32) -> Result<Vec<String>, StoreError> {
        passwords::last(&self.state, account, limit).await
    }

    async fn credentials(&self, after: Option<AccountId>, limit: u32) -> Result<Vec<Credential>, StoreError> {
        directory::credentials(&self.state, after, limit).await
    }

    async fn due_effects(&self, now: Timestamp, limit: u32) -> Result<Vec<DueEffect>, StoreError> {
        outbox::due(&self.state, now, limit).await
    }

    async fn save_receipts(&self, receipts: Vec<Receipt>) -> Result<(), StoreError> {
        self.state_writer.ask(StateWork::Receipts(receipts)).await.map(drop).map_err(store_error)
    }

    async fn last_receipts(&self) -> Result<Vec<Receipt>, StoreError> {
        outbox::last_receipts(&self.state).await
    }

    async fn waiting_effects(&self, limit: u32) -> Result<Vec<(DueEffect, Timestamp)>, StoreError> {
        outbox::waiting(&self.state, limit).await
    }

    async fn receipts(&self, account: AccountId, limit: u32) -> Result<Vec<Receipt>, StoreError> {
        outbox::receipts(&self.state, account, limit).await
    }

    async fn save_counters(&self, entries: Vec<JournalEntry>, now: Timestamp) -> Result<(), StoreError> {
        self.write_history(HistoryWork::Counters(entries, now)).await.map(drop)
    }

    async fn counters(
        &self,
        after: Option<i64>,
        limit: u32,
    ) -> Result<(Vec<JournalEntry>, Option<i64>), StoreError> {
        history::counters(&self.history, after, limit).await
    }

    async fn save_decisions(&self, rows: Vec<DecisionRow>) -> Result<(), StoreError> {
        self.write_history(HistoryWork::Decisions(rows)).await.map(drop)
    }

    async fn decisions(&self, account: AccountId, limit: u32) -> Result<Vec<DecisionRow>, StoreError> {
        decisions::decisions(&self.history, account, limit).await
    }

    async fn decided_since(
        &self,
        account: AccountId,
        kind: DecisionKind,
        since: Timestamp,
    ) -> Result<u64, StoreError> {
        decisions::decided_since(&self.history, account, kind, since).await
    }

    async fn last_successes(
        &self,
        accounts: &[AccountId],
    ) -> Result<Vec<(AccountId, Timestamp)>, StoreError> {
        decisions::last_successes(&self.history, accounts).await
    }

    async fn sign_ins(&self, filter: &SignInFilter) -> Result<Vec<SignInRow>, StoreError> {
        decisions::sign_ins(&self.history, filter).await
    }

    async fn seen_sources(&self, filter: &SeenSourceFilter) -> Result<Vec<SeenSource>, StoreError> {
        decisions::seen_sources(&self.history, filter).await
    }

    async fn forget(&self, before: &ForgetBefore) -> Result<(), StoreError> {
        for (gate, before) in [("auth_policy", before.sign_ins), ("postfix_policy", before.sending)] {
            while self.write_history(HistoryWork::ForgetDecisions(gate, before)).await? > 0 {}
        }
        let last = history::last_counter(&self.history).await?;
        let mut from = 0;
        while from <= last {
            self.write_history(HistoryWork::ForgetCounters(before.counters, from)).await?;
            from += history::FORGET_ROWS_MAX;
        }
        Ok(())
    }

    async fn erase_history(&self, account: AccountId) -> Result<(), StoreError> {
        while self.write_history(HistoryWork::EraseDecisions(account)).await? > 0 {}
        self.write_history(HistoryWork::EraseTallies(account)).await?;
        self.write_history(HistoryWork::EraseCounters(account)).await.map(drop)
    }

    async fn note_token_use(&self, token: TokenId, at: Timestamp) -> Result<(), StoreError> {
        self.state_writer.ask(StateWork::TokenUsed(token, at)).await.map(drop).map_err(store_error)
    }

    async fn saved_views(&self, account: AccountId) -> Result<Vec<SavedView>, StoreError> {
        saved_views::read(&self.state, account).await
    }

    async fn save_view(&self, account: AccountId, view: SavedView) -> Result<(), StoreError> {
        self.state_writer.ask(StateWork::SaveView(account, view)).await.map(drop).map_err(store_error)
    }

    async fn drop_view(&self, account: AccountId, name: String) -> Result<(), StoreError> {
        self.state_writer.ask(StateWork::DropView(account, name)).await.map(drop).map_err(store_error)
    }

    async fn devices(&self, account: AccountId) -> Result<Vec<Device>, StoreError> {
        newcomers::devices(&self.state, account).await
    }

    /// After this the store takes nothing more, and its folder is free for the next server.
    async fn stop(&self, now: Timestamp) -> Result<(), StoreError> {
        let alive = self.write_history(HistoryWork::Counters(Vec::new(), now)).await;
        let marked = self.state_writer.ask(StateWork::Stopped).await.map_err(store_error);
        // Readers first: the last connection to a file empties its log into it.
        self.state.close().await;
        self.history.close().await;
        self.history_writer.close().await;
        self.state_writer.close().await;
        drop(self.folder.lock().take());
        alive.and(marked).map(drop)
    }
}
