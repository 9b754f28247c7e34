//! One command for several accounts: each goes through [`Engine::execute`] by itself, so the access matrix is asked for each,
//! and each has its own answer. Nobody whom the rules forbid is changed (reliability J5).

use std::sync::Arc;

use postern_core::command::{Asker, Command};
use postern_core::ids::AccountId;
use tokio::task::JoinSet;

use super::{Done, ExecuteError};
use crate::engine::Engine;

/// Most accounts of one action (checklist B11).
pub const MANY_MAX: usize = 500;

impl Engine {
    /// All at once: the store commits them in groups, and each waits for its own receipts. In the order of `accounts`, of
    /// which no more than [`MANY_MAX`] are looked at.
    pub async fn execute_for_each(
        self: &Arc<Self>,
        accounts: &[AccountId],
        command: &Command,
        asker: &Asker,
    ) -> Vec<(AccountId, Result<Done, ExecuteError>)> {
        let mut tasks = JoinSet::new();
        for (number, &account) in accounts.iter().take(MANY_MAX).enumerate() {
            let (engine, command, asker) = (self.clone(), command.clone(), asker.clone());
            tasks.spawn(async move { (number, account, engine.execute(account, command, asker).await) });
        }
        let mut answers = tasks.join_all().await;
        answers.sort_by_key(|(number, ..)| *number);
        answers.into_iter().map(|(_, account, answer)| (account, answer)).collect()
    }
}
