//! Passwords that somebody sets for somebody else, and shows once: generated, or chosen and held to the rules.

use std::sync::Arc;

use postern_core::account::Account;
use postern_core::command::{Asker, Command, PasswordReset};
use postern_core::effect::Point;
use postern_core::handle::handle;
use postern_core::ids::{AccountId, RestrictionId};
use postern_core::refusal::Refusal;
use postern_core::time::{Span, Timestamp};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::{Done, ExecuteError, MANY_MAX};
use crate::engine::Engine;
use crate::password::{Password, PasswordError, fresh_passphrase};
use crate::ports::{Receipt, ReceiptOutcome};

/// How somebody's password is to be reset.
#[derive(Clone)]
pub struct ResetWish {
    /// The new one; `None` to have one generated.
    pub chosen: Option<String>,
    /// It is temporary, and opens nothing but the page that sets another.
    pub must_change: bool,
}

/// A password that was just reset: the only moment at which the text of a generated one exists outside its hash.
pub struct Reset {
    /// What was done, with its receipts.
    pub done: Done,
    /// The generated password.
    pub generated: Option<String>,
    /// When a temporary password works no more.
    pub temporary_until: Option<Timestamp>,
    /// Every point that has passwords has this one.
    pub is_in_force: bool,
}

/// A password that may be set, and its hash.
struct Prepared {
    command: Command,
    hash: String,
    generated: Option<String>,
    temporary_until: Option<Timestamp>,
}

/// Passwords of one bulk action that are hashed at once, so that people who sign in meanwhile find places in the pool.
const HASHED_AT_ONCE: usize = 4;
/// After so long no further password of a bulk action is begun: a browser that has waited for longer shows none of them. Who is
/// left keeps the old one and is said so.
const BEGUN_WITHIN: Span = Span::from_s(8);

impl Engine {
    /// Resets somebody's password. Nothing is changed unless all of it is (checklist C16).
    pub async fn reset_password(
        self: &Arc<Self>,
        account: AccountId,
        wish: ResetWish,
        asker: Asker,
    ) -> Result<Reset, ExecuteError> {
        let prepared = self.prepare_reset(account, wish, &asker).await?;
        self.finish_reset(account, prepared, asker).await
    }

    /// A temporary password for each, in the order of `accounts`, of which no more than [`MANY_MAX`] are looked at. Each goes
    /// through the rules by itself, as in [`Engine::execute_for_each`].
    pub async fn reset_password_of_each(
        self: &Arc<Self>,
        accounts: &[AccountId],
        asker: &Asker,
    ) -> Vec<(AccountId, Result<Reset, ExecuteError>)> {
        let (begun, turns) = (self.now(), Arc::new(Semaphore::new(HASHED_AT_ONCE)));
        let mut tasks = JoinSet::new();
        for (number, &account) in accounts.iter().take(MANY_MAX).enumerate() {
            let (engine, asker, turns) = (self.clone(), asker.clone(), turns.clone());
            tasks.spawn(async move {
                (number, account, engine.reset_in_turn(account, asker, &turns, begun).await)
            });
        }
        let mut answers = tasks.join_all().await;
        answers.sort_by_key(|(number, ..)| *number);
        answers.into_iter().map(|(_, account, answer)| (account, answer)).collect()
    }

    async fn reset_in_turn(
        self: &Arc<Self>,
        account: AccountId,
        asker: Asker,
        turns: &Semaphore,
        begun: Timestamp,
    ) -> Result<Reset, ExecuteError> {
        let turn = turns.acquire().await;
        if self.now().since(begun) > BEGUN_WITHIN {
            return Err(PasswordError::Busy.into());
        }
        let wish = ResetWish { chosen: None, must_change: true };
        let prepared = self.prepare_reset(account, wish, &asker).await;
        // The receipts of all are waited for together.
        drop(turn);
        self.finish_reset(account, prepared?, asker).await
    }

    async fn prepare_reset(
        &self,
        account: AccountId,
        wish: ResetWish,
        asker: &Asker,
    ) -> Result<Prepared, ExecuteError> {
        let temporary_until = self.end_of_temporary(wish.must_change);
        let command =
            Command::ResetPassword(PasswordReset { is_chosen: wish.chosen.is_some(), temporary_until });
        // Whoever may not set it at all learns nothing of rules, and costs nothing.
        let owner = self.check(account, &command, asker).await?;
        self.check_may_know(&owner, asker)?;
        // Who must change it has to be able to.
        if wish.must_change && self.parts.site.public_url.is_none() {
            return Err(ExecuteError::Refused(Refusal::NoWebAddress));
        }
        let (hash, generated) = match wish.chosen {
            Some(chosen) => {
                let password = Password::to_be_set(&chosen)?;
                (self.hash_for(&owner, password, false, &asker.note).await?, None)
            }
            // Drawn by us: there is nothing to look up, and an older password to compare costs as much as a hash.
            None => {
                let generated = fresh_passphrase(self.parts.entropy.as_ref());
                let password = Password::new(generated.clone())?;
                (self.passwords.hash(password, self.parts.entropy.as_ref()).await?, Some(generated))
            }
        };
        Ok(Prepared { command, hash, generated, temporary_until })
    }

    async fn finish_reset(
        self: &Arc<Self>,
        account: AccountId,
        prepared: Prepared,
        asker: Asker,
    ) -> Result<Reset, ExecuteError> {
        let Prepared { command, hash, generated, temporary_until } = prepared;
        let done = self.execute_with(account, command, asker, Some(hash), None).await?;
        let is_in_force = self.has_arrived_in_files(&done);
        Ok(Reset { done, generated, temporary_until, is_in_force })
    }

    /// Whether every point that has passwords said that it has what was done.
    pub(super) fn has_arrived_in_files(&self, done: &Done) -> bool {
        let has_arrived = |receipt: &Receipt| {
            receipt.point == Point::DovecotFiles && receipt.outcome == ReceiptOutcome::Done
        };
        !self.has_point(Point::DovecotFiles) || done.receipts.iter().any(has_arrived)
    }

    /// The owner's own password in place of the temporary one, which was verified.
    pub(crate) async fn set_own_password(
        self: &Arc<Self>,
        account: AccountId,
        row: RestrictionId,
        password: Password,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let command = Command::ChangeTemporaryPassword { row };
        let owner = self.check(account, &command, &asker).await?;
        let hash = self.hash_for(&owner, password, false, &asker.note).await?;
        self.execute_with(account, command, asker, Some(hash), None).await
    }

    /// When a temporary password that is set now works no more.
    pub fn end_of_temporary(&self, must_change: bool) -> Option<Timestamp> {
        // The bounds of the value are a week.
        let life_s = self.policies_now().password.temporary_s as i64;
        must_change.then(|| self.now().plus(Span::from_s(life_s)))
    }

    /// Whether the rules let somebody do this now, before anything is looked up for it.
    pub(crate) async fn check(
        &self,
        account: AccountId,
        command: &Command,
        asker: &Asker,
    ) -> Result<Account, ExecuteError> {
        let facts = self.facts(account).await?;
        handle(&facts, command, asker, self.fresh_restriction(), self.now())
            .map_err(ExecuteError::Refused)?;
        Ok(facts.account)
    }
}
