//! Start and stop. First what a gate must know (open restrictions, policies, the names of restricted
//! accounts), then, in the background, every name and all history.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use postern_core::effect::Effect;
use postern_core::policy::Policies;
use postern_core::policy::scoped::ScopedPolicies;
use postern_core::restriction::{Entity, Origin, Restriction, RestrictionKind};
use postern_core::spread::MintedMap;
use postern_core::time::{Span, Timestamp};
use tokio::task::JoinHandle;

use super::journal::JOURNAL_EVERY;
use super::tally_desk::TallyDesk;
use super::{Engine, hash_name};
use crate::ports::series::Tallies;
use crate::ports::{ForgetBefore, StartState, StoreError};

/// Decision rows are written this often.
const DECISIONS_EVERY: Span = Span::from_s(1);
/// Records restored in one step: some 3 MB of them, at most 50.
const RESTORE_BATCH: u32 = 10_000;
/// Counters that have not changed for so long are forgotten.
const COUNTERS_KEPT: Span = Span::from_days(30);
/// Sums for pictures are kept so long: the longest picture, and a day for its first bucket.
const TALLIES_KEPT_DAYS: u64 = 31;
/// Effects looked at for new passwords at the start, as many as the outbox takes at once.
const UNFINISHED_MAX: u32 = 1_000;
/// Old rows are looked for this long after the start, which has enough to read.
const FORGET_AFTER_START: Span = Span::from_minutes(10);
/// How often old rows are removed.
const FORGET_EVERY: Span = Span::from_hours(1);

/// The engine's loops; dropping them stops nothing, [`Engine::stop`] does. By default none.
#[derive(Default)]
pub struct BackgroundTasks {
    tasks: Vec<JoinHandle<()>>,
}

impl BackgroundTasks {
    /// Ends the loops.
    pub fn abort(&self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

impl Engine {
    /// Reads what a gate must know. A gate opens its port only after this.
    pub async fn start(self: &Arc<Self>) -> Result<(), StoreError> {
        let now = self.now();
        let state = self.parts.store.start(now).await?;
        let _already = self.site_key.set(state.site_key);
        self.put_policies(policies_of(&state));
        self.put_scoped_policies(ScopedPolicies::saved(state.scoped_policies.clone()), MintedMap::default());
        for (name, account) in &state.restricted_names {
            let hash = hash_name(self.site_key(), name);
            self.index.insert(hash, *account, postern_core::account::AccountKind::Person);
        }
        for restriction in &state.open {
            self.restore_lock(restriction, now);
            self.insert_open(restriction.clone());
        }
        self.restore_mass_guard(&state.open, now);
        self.await_files_of_unfinished(now).await?;
        self.lists.restore(state.entries.clone());
        for token in state.tokens.iter().cloned() {
            self.tokens.insert(token);
        }
        self.admins.restore(&state.admins);
        state.app_passwords.iter().cloned().for_each(|one| self.app_passwords.insert(one));
        self.incidents.restore(&state.incidents);
        for admission in state.admissions.iter().cloned() {
            self.newcomers.offer(admission, now);
        }
        for pass in &state.passes {
            self.newcomers.admit(pass, now);
        }
        let stricter_since = state.stopped_uncleanly.then(|| stricter_since(&state, now));
        let engine = self.clone();
        tokio::spawn(async move {
            if let Err(error) = engine.load_the_rest(stricter_since).await {
                tracing::error!(error = &error as &dyn std::error::Error, "names and history are not loaded");
            }
            engine.load_ended.send_replace(true);
        });
        Ok(())
    }

    /// Completes when every name and all history are in memory (or could not be read: see the log).
    pub async fn loaded(&self) {
        // The sender lives as long as the engine, so waiting cannot fail.
        let mut load_ended = self.load_ended.subscribe();
        drop(load_ended.wait_for(|has_ended| *has_ended).await);
    }

    /// Starts the loops: outbox, sweep, journal, decision log, retention.
    pub fn spawn_background(self: &Arc<Self>) -> BackgroundTasks {
        let tasks = vec![
            tokio::spawn(self.clone().run_outbox()),
            tokio::spawn(self.clone().run_sweep()),
            tokio::spawn(self.clone().run_spray_watch()),
            tokio::spawn(self.clone().run_mass_guard()),
            tokio::spawn(self.clone().run_alert_mails()),
            tokio::spawn(self.clone().run_journal()),
            tokio::spawn(self.clone().run_decisions()),
            tokio::spawn(self.clone().run_retention()),
        ];
        BackgroundTasks { tasks }
    }

    /// Writes what is in memory and marks a clean stop. Call after the gates are closed.
    pub async fn stop(&self, tasks: BackgroundTasks) -> Result<(), StoreError> {
        tasks.abort();
        self.save_unsaved();
        self.save_decisions().await;
        self.save_tallies(TallyDesk::take_all).await;
        let mut caught_up = self.now();
        while self.journal_once(&mut caught_up).await? {}
        self.parts.store.stop(self.now()).await
    }

    /// What was to be written when the process ended may have been a new password: until the files are written anew, the one
    /// before it opens nothing.
    async fn await_files_of_unfinished(&self, now: Timestamp) -> Result<(), StoreError> {
        for due in self.parts.store.due_effects(now, UNFINISHED_MAX).await? {
            if let Effect::ExportSignIn(account) = due.effect {
                self.outbox.new_passwords.await_files(account);
            }
        }
        Ok(())
    }

    /// What the counters have to know of an open restriction: a lane's lock, or a rule's block of a source.
    fn restore_lock(&self, restriction: &Restriction, now: Timestamp) {
        let counters = &self.parts.counters;
        match (restriction.kind, &restriction.entity, restriction.until) {
            (RestrictionKind::SignInLocked, Entity::Account(account), until) => {
                if let Some(lane) = restriction.reason.lane() {
                    counters.sign_in_lock_restored(*account, lane, until);
                }
            }
            (RestrictionKind::AddressBlock, Entity::Network(network), Some(until))
                if restriction.origin == Origin::Rule =>
            {
                counters.source_block_restored(*network, until, now);
            }
            (
                RestrictionKind::SignInLocked
                | RestrictionKind::SignInBlocked
                | RestrictionKind::SendingSlowed
                | RestrictionKind::SendingProposed
                | RestrictionKind::SendingRestricted
                | RestrictionKind::PasswordChangeRequired
                | RestrictionKind::ProtocolOff(_)
                | RestrictionKind::AddressBlock,
                _,
                _,
            ) => {}
        }
    }

    /// Reads the journal back; the number of records. One page is put into the tables while the next is read.
    async fn load_counters(&self, stricter_since: Option<Timestamp>) -> Result<usize, StoreError> {
        let store = &self.parts.store;
        let mut page = store.counters(None, RESTORE_BATCH).await?;
        let mut records = 0;
        loop {
            let (entries, next) = page;
            records += entries.len();
            let counters = self.parts.counters.clone();
            let restored = tokio::task::spawn_blocking(move || counters.restore(&entries, stricter_since));
            let next_page = match next {
                Some(next) => Some(store.counters(Some(next), RESTORE_BATCH).await?),
                None => None,
            };
            if let Err(error) = restored.await {
                tracing::error!(%error, "a page of the journal is not restored");
            }
            match next_page {
                Some(next_page) => page = next_page,
                None => return Ok(records),
            }
        }
    }

    async fn load_the_rest(&self, stricter_since: Option<Timestamp>) -> Result<(), StoreError> {
        let started = self.now();
        let names = self.parts.store.name_index().await?;
        self.index.load(&names);
        let kinds: MintedMap<_, _> = self.parts.store.accounts_but_persons().await?.into_iter().collect();
        if !kinds.is_empty() {
            self.index.set_kinds(&kinds);
        }
        self.place_everybody().await;
        let newest = started.minus(super::young_accounts::KEPT);
        self.young.loaded(self.parts.store.accounts_created_since(newest).await?);
        // From here on an unknown name is nobody's, and whoever sends under one is learned: also when the history
        // cannot be read, because nobody whom we do not know is counted.
        self.are_names_loaded.store(true, Ordering::Release);
        let names_loaded = self.now();
        let records = self.load_counters(stricter_since).await?;
        self.lift_again(stricter_since.map_or(started, |since| since.min(started))).await?;
        // Locks are durable in state.db; a journal entry may be older than the lock it does not show.
        let now = self.now();
        for (_, restriction) in self.open.accounts_with(RestrictionKind::SignInLocked, now) {
            self.restore_lock(&restriction, now);
        }
        for block in self.open.source_blocks().iter().filter(|block| block.is_in_force(now)) {
            self.restore_lock(block, now);
        }
        // Before `is_loaded`, so that no attack name is judged without them.
        for (name_hash, account) in self.parts.store.former_names().await? {
            self.likeness.former.insert(name_hash, account, postern_core::account::AccountKind::Person);
        }
        self.is_loaded.store(true, Ordering::Release);
        tracing::info!(
            names = names.len(),
            names_ms = names_loaded.since(started).as_micros() / 1_000,
            records,
            records_ms = self.now().since(names_loaded).as_micros() / 1_000,
            "names and history are in memory"
        );
        Ok(())
    }

    /// What people lifted is durable in state.db; a journal entry may still show the lock: it was written before a
    /// crash, or read after the lift while history was loading.
    async fn lift_again(&self, since: Timestamp) -> Result<(), StoreError> {
        for (at, row) in self.parts.store.released_since(since).await? {
            self.lift_in_counters(&row, at);
        }
        Ok(())
    }

    async fn run_decisions(self: Arc<Self>) {
        loop {
            self.parts.clock.sleep(DECISIONS_EVERY).await;
            self.decisions.second_passed();
            self.save_decisions().await;
            self.save_tallies(|desk| desk.take_due(self.now())).await;
        }
    }

    /// Writes the decisions of this moment, so that a reader sees them.
    pub(crate) async fn flush_decisions(&self) {
        self.save_decisions().await;
    }

    async fn save_decisions(&self) {
        // A reader that comes while the loop is writing waits for it.
        let _one_at_a_time = self.decisions.saving.lock().await;
        let mut rows = self.decisions.take();
        let count = rows.len();
        self.locate(&mut rows);
        self.judge_arrivals(&rows);
        if count > 0
            && let Err(error) = self.parts.store.save_decisions(rows).await
        {
            self.decisions.count_lost(count);
            tracing::error!(error = &error as &dyn std::error::Error, rows = count, "decisions are lost");
        }
        for account in self.decisions.take_deleted() {
            if let Err(error) = self.parts.store.erase_history(account).await {
                tracing::error!(error = &error as &dyn std::error::Error, %account, "its history is not erased yet");
                self.decisions.note_deleted(account);
            }
        }
    }

    /// Writes sums for pictures, so that a reader sees them.
    pub(crate) async fn save_tallies(&self, take: impl FnOnce(&TallyDesk) -> Tallies) {
        // A reader that comes while others are writing waits for them.
        let _one_at_a_time = self.tallies.saving.lock().await;
        let tallies = take(&self.tallies);
        if tallies == Tallies::default() {
            return;
        }
        if let Err(error) = self.parts.store.save_tallies(tallies.clone()).await {
            self.tallies.put_back(&tallies);
            tracing::error!(error = &error as &dyn std::error::Error, "sums for pictures are not saved yet");
        }
    }

    fn forget_before(&self) -> ForgetBefore {
        let (now, history) = (self.now(), self.policies().history.clone());
        // The bounds of the values are ten years.
        let days = |days: u64| now.minus(Span::from_days(days as i64));
        ForgetBefore {
            sign_ins: days(history.sign_in_days),
            sending: days(history.sending_days),
            counters: now.minus(COUNTERS_KEPT),
        }
    }

    /// A picture goes back a month, and no further than the decisions that it adds up are kept.
    fn forget_tallies_before(&self) -> Timestamp {
        let history = self.policies().history.clone();
        let days = history.sign_in_days.min(history.sending_days).min(TALLIES_KEPT_DAYS);
        self.now().minus(Span::from_days(days as i64))
    }

    async fn run_retention(self: Arc<Self>) {
        self.parts.clock.sleep(FORGET_AFTER_START).await;
        loop {
            if let Err(error) = self.parts.store.forget(&self.forget_before()).await {
                tracing::warn!(error = &error as &dyn std::error::Error, "old decisions are not removed");
            }
            let sums_before = self.forget_tallies_before();
            if let Err(error) = self.parts.store.forget_tallies(sums_before).await {
                tracing::warn!(error = &error as &dyn std::error::Error, "old sums are not removed");
            }
            self.parts.clock.sleep(FORGET_EVERY).await;
        }
    }
}

/// Accounts active after this moment may have lost counts in the crash: twice the journal's rhythm before the
/// last sign of life.
fn stricter_since(state: &StartState, now: Timestamp) -> Timestamp {
    let two_rhythms = Span::from_micros(2 * JOURNAL_EVERY.as_micros());
    state.last_alive.unwrap_or(now).minus(two_rhythms)
}

/// The stored values over the defaults. A value that a newer version wrote, or that no longer fits, is left at
/// its default and said in the log: a gate with default limits is better than no gate.
fn policies_of(state: &StartState) -> Policies {
    let mut policies = Policies::default();
    for (name, value) in &state.policies {
        if let Err(error) = policies.set(name, value) {
            tracing::error!(name, value, %error, "a stored policy value is not usable; its default holds");
        }
    }
    if let Err(error) = policies.check() {
        tracing::error!(%error, "the stored policy values contradict each other");
    }
    policies
}
