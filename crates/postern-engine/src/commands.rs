//! A person's action: facts, the rules, one transaction, memory, then the effects with their receipts.

mod accounts;
mod app_passwords;
mod contacts;
mod containment;
mod incidents;
mod many;
mod password_resets;
mod passwords;
mod policies;
mod queue;
mod sources;

use std::sync::Arc;

use postern_core::access;
use postern_core::account::{Account, AccountFacts, Role};
use postern_core::command::{Asker, Command};
use postern_core::effect::{Effect, Point};
use postern_core::event::Event;
use postern_core::handle::handle;
use postern_core::ids::AccountId;
use postern_core::refusal::Refusal;
use postern_core::restriction::RestrictionKind;
use postern_core::time::{Span, Timestamp};
use tokio::sync::oneshot;

use crate::engine::Engine;
use crate::outbox::{OutboxOrder, gates_receipt};
use crate::ports::{Change, CommitError, ExportError, PolicyMember, Receipt, StoreError};

pub use accounts::NewAccount;
pub use app_passwords::MadeAppPassword;
pub use contacts::CONTACTS_MAX;
pub use containment::ContainmentPreview;
pub use incidents::IncidentWish;
pub use many::MANY_MAX;
pub use password_resets::{Reset, ResetWish};
pub use policies::{PolicyTouch, ScopedPolicyCommand, SetPolicyError};
pub use queue::QueueChoice;
pub use sources::SourceDone;

/// How long an answer waits for receipts. Dovecot's files are in force with the next whole second; whatever is
/// later is found under `why`.
const RECEIPTS_PATIENCE: Span = Span::from_ms(2_500);

/// A rule or the timer may end a row between our look and our change; then we look again, at most so often.
const LOOKS_MAX: u32 = 5;

/// What a command did.
#[derive(Clone, Debug)]
pub struct Done {
    /// What happened.
    pub events: Vec<Event>,
    /// Where it is in force: the gates first, then what answered within the patience.
    pub receipts: Vec<Receipt>,
    /// When it was decided.
    pub at: Timestamp,
}

/// Whether something is still as an asker saw it; asked when it is the change's turn, so that nobody is in between.
pub type AsSeen<T> = Box<dyn Fn(&T) -> bool + Send + Sync>;

/// Why a command did nothing.
#[derive(Debug, thiserror::Error)]
pub enum ExecuteError {
    /// The rules say no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// It could not be saved.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The password could not be hashed.
    #[error(transparent)]
    Password(#[from] crate::password::PasswordError),
    /// The mail server's queue could not be looked at.
    #[error(transparent)]
    Queue(ExportError),
}

impl From<Refusal> for ExecuteError {
    fn from(refusal: Refusal) -> Self {
        ExecuteError::Refused(refusal)
    }
}

impl From<StoreError> for ExecuteError {
    fn from(error: StoreError) -> Self {
        ExecuteError::Commit(CommitError::Store(error))
    }
}

impl Engine {
    /// Carries out a command against one account.
    pub async fn execute(
        self: &Arc<Self>,
        account: AccountId,
        command: Command,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        self.execute_with(account, command, asker, None, None).await
    }

    /// The same, only if the account is still as the asker saw it.
    pub async fn execute_if(
        self: &Arc<Self>,
        account: AccountId,
        command: Command,
        asker: Asker,
        as_seen: Option<AsSeen<Account>>,
    ) -> Result<Done, ExecuteError> {
        self.execute_with(account, command, asker, None, as_seen).await
    }

    /// What a command against one account would be answered now, with the account; nothing is changed. `None`: there is no
    /// such account that the asker's roles are for.
    pub async fn foresee(
        &self,
        account: AccountId,
        command: &Command,
        asker: &Asker,
    ) -> Result<Option<(Account, Result<Vec<Event>, Refusal>)>, StoreError> {
        let Some(facts) = self.facts_of(account).await? else { return Ok(None) };
        if !asker.reach.covers(&facts.account.primary) {
            return Ok(None);
        }
        let answer = handle(&facts, command, asker, self.fresh_restriction(), self.now());
        Ok(Some((facts.account, answer)))
    }

    pub(crate) async fn execute_with(
        self: &Arc<Self>,
        account: AccountId,
        command: Command,
        asker: Asker,
        password_hash: Option<String>,
        as_seen: Option<AsSeen<Account>>,
    ) -> Result<Done, ExecuteError> {
        let asked = self.now();
        // One after another about one account, or a button that is pressed twice blocks it twice.
        let own_turn = self.turn_of(account).lock().await;
        let mut facts = self.facts(account).await?;
        let is_about_admin = facts.account.roles.contains(&Role::GlobalAdmin);
        let turn = if is_about_admin { Some(self.admin_commands.lock().await) } else { None };
        if is_about_admin {
            // As they are when it is this command's turn: the other admin may have gone meanwhile.
            facts = self.facts(account).await?;
        }
        let mut looks = 1;
        let change = loop {
            let change =
                self.change_for(&facts, &command, &asker, password_hash.as_deref(), as_seen.as_ref(), asked)?;
            let saved = if self.incidents.reserve(&change) {
                self.commit_and_apply(&change).await
            } else {
                // A rule opened an incident meanwhile.
                Err(CommitError::IncidentOpened(account))
            };
            let Err(error) = saved else { break change };
            let is_changed_meanwhile =
                matches!(error, CommitError::RestrictionNotOpen(_) | CommitError::IncidentOpened(_));
            if !matches!(error, CommitError::IncidentOpened(_)) {
                self.incidents.give_back(&change);
            }
            if !is_changed_meanwhile || looks >= LOOKS_MAX {
                return Err(error.into());
            }
            // A rule or the sweep did something about it meanwhile: what is left is decided upon anew.
            looks += 1;
            facts = self.facts(account).await?;
        };
        self.place_renamed(&facts.account, &change);
        // The next may decide by it already; what is outside takes seconds at times.
        drop((turn, own_turn));
        Ok(self.with_receipts(account, change, asked).await)
    }

    /// What the rules make of a command, with what it has to carry.
    fn change_for(
        &self,
        facts: &AccountFacts,
        command: &Command,
        asker: &Asker,
        password_hash: Option<&str>,
        as_seen: Option<&AsSeen<Account>>,
        asked: Timestamp,
    ) -> Result<Change, ExecuteError> {
        let account = facts.account.id;
        let events =
            handle(facts, command, asker, self.fresh_restriction(), asked).map_err(ExecuteError::Refused)?;
        // After the rules: who may not do it learns nothing of how it is.
        if as_seen.is_some_and(|is_as_seen| !is_as_seen(&facts.account)) {
            return Err(ExecuteError::Refused(Refusal::NotAsSeen));
        }
        let is_told = access::is_told_to_global_admins(&asker.actor, &facts.account, command);
        let mut change = self.change_of(events, asker.actor.clone(), &asker.note, asked);
        if is_told && self.has_point(Point::AdminMail) {
            change.effects.push((self.fresh_effect(), Effect::NotifyOfAdminAction { account, at: asked }));
        }
        if matches!(command, Command::Contain(_)) {
            self.hold_queue_with(&mut change, account);
        }
        self.release_held_with(&mut change, account, command);
        change.passwords.extend(password_hash.map(|hash| (account, hash.to_owned())));
        Ok(change)
    }

    /// A policy may be for another domain's accounts.
    fn place_renamed(&self, before: &Account, change: &Change) {
        for (_, event) in &change.events {
            if let Event::AccountRenamed { to, .. } = event {
                self.place_by_policy(&PolicyMember { primary: to.clone(), ..before.into() });
            }
        }
    }

    /// Durable first, then in memory.
    pub(crate) async fn commit_and_apply(self: &Arc<Self>, change: &Change) -> Result<(), CommitError> {
        self.parts.store.commit(change.clone()).await?;
        for (_, event) in &change.events {
            if let Event::PasswordSet { account } = event
                && self.has_point(Point::DovecotFiles)
            {
                self.outbox.new_passwords.await_files(*account);
            }
            self.apply(event, change.at);
        }
        Ok(())
    }

    /// Then the gates' receipt, then outside.
    pub(crate) async fn with_receipts(
        self: &Arc<Self>,
        account: AccountId,
        change: Change,
        asked: Timestamp,
    ) -> Done {
        let in_force = self.now();
        let mut receipts = vec![gates_receipt(account, self.fresh_effect(), in_force, in_force.since(asked))];
        receipts.extend(self.receipts_of(&change).await);
        let events = change.events.into_iter().map(|(_, event)| event).collect();
        Done { events, receipts, at: change.at }
    }

    /// Orders the effects and waits for their receipts, at most the patience.
    async fn receipts_of(&self, change: &Change) -> Vec<Receipt> {
        let waiting: Vec<oneshot::Receiver<Receipt>> = change
            .effects
            .iter()
            .filter_map(|(id, effect)| match effect {
                // Nobody waits for a notice.
                Effect::TellOwner { .. } => {
                    self.order_effect(*id, effect.clone(), change.at);
                    None
                }
                effect => self.order_with_answer(*id, effect.clone(), change.at),
            })
            .collect();
        let mut patience_is_over = self.parts.clock.sleep(RECEIPTS_PATIENCE);
        let mut receipts = Vec::with_capacity(waiting.len());
        for receipt in waiting {
            tokio::select! {
                biased;
                received = receipt => receipts.extend(received.ok()),
                () = &mut patience_is_over => break,
            }
        }
        receipts
    }

    fn order_with_answer(
        &self,
        id: postern_core::ids::EffectId,
        effect: Effect,
        queued: Timestamp,
    ) -> Option<oneshot::Receiver<Receipt>> {
        let (answer, receipt) = oneshot::channel();
        let order = OutboxOrder { id, effect, queued, attempts: 0, answer: Some(answer) };
        self.outbox.order(order).then_some(receipt)
    }

    pub(crate) async fn facts(&self, account: AccountId) -> Result<AccountFacts, ExecuteError> {
        let facts = self.facts_of(account).await?;
        facts.ok_or(ExecuteError::Commit(CommitError::NoSuchAccount(account)))
    }

    /// Whether somebody else holds the highest role and is not blocked from signing in.
    async fn is_another_global_admin(&self, account: AccountId) -> Result<bool, StoreError> {
        let now = self.now();
        let admins = self.parts.store.admins().await?;
        Ok(admins.iter().any(|admin| {
            let blocked = self.open.in_force(admin.id, RestrictionKind::SignInBlocked, now);
            admin.id != account && admin.roles.contains(&Role::GlobalAdmin) && blocked.is_none()
        }))
    }

    /// The turn of commands about this account.
    pub(crate) fn turn_of(&self, account: AccountId) -> &tokio::sync::Mutex<()> {
        &self.command_turns[(account.as_u64() % self.command_turns.len() as u64) as usize]
    }

    pub(crate) async fn facts_of(&self, account: AccountId) -> Result<Option<AccountFacts>, StoreError> {
        let Some(known) = self.parts.store.account(account).await? else { return Ok(None) };
        let is_global_admin = known.roles.contains(&Role::GlobalAdmin);
        let is_last = is_global_admin && !self.is_another_global_admin(account).await?;
        Ok(Some(AccountFacts {
            open: self.open.of_account(account),
            app_passwords: self.app_passwords.of(account),
            incident: self.incidents.of(account),
            account: known,
            is_last_global_admin: is_last,
        }))
    }
}
