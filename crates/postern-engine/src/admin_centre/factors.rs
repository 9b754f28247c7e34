//! What an admin does about what he or she can show: new recovery codes, a passkey less; and what others see of it.

use std::sync::Arc;

use postern_core::admin::{AdminEvent, Factors};
use postern_core::command::{Asker, Command};
use postern_core::ids::{AccountId, PasskeyId};
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;

use super::codes;
use super::sessions::SeenSession;
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::ports::CommitError;

impl Engine {
    /// What the account can show.
    pub fn factors_of(&self, account: AccountId) -> Factors {
        self.admins.factors_of(account)
    }

    /// New recovery codes in place of the ones from before: the only moment at which their text exists.
    pub async fn renew_recovery_codes(&self, account: AccountId) -> Result<Vec<String>, CommitError> {
        let (codes, recovery) = codes::fresh_recovery_codes(self.parts.entropy.as_ref());
        self.own_change(account, vec![AdminEvent::RecoveryCodesSet { account, recovery }.into()]).await?;
        Ok(codes)
    }

    /// The owner takes a passkey away; not the last way in. Sessions other than this one are over.
    pub async fn remove_own_passkey(
        &self,
        seen: &SeenSession,
        passkey: PasskeyId,
    ) -> Result<(), ExecuteError> {
        let account = seen.account.id;
        let factors = self.admins.factors_of(account);
        factors.may_remove(passkey)?;
        let name = name_of(&factors, passkey)?;
        let event = AdminEvent::PasskeyRemoved { account, passkey, name, kept: Some(seen.session.id) };
        Ok(self.own_change(account, vec![event.into()]).await?)
    }

    /// Somebody who may takes an admin's lost passkey away, also the last one: the admin comes back by an invitation.
    /// Nobody does so to themselves.
    pub async fn remove_passkey(
        self: &Arc<Self>,
        account: AccountId,
        passkey: PasskeyId,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let factors = self.admins.factors_of(account);
        let name = name_of(&factors, passkey);
        let command = Command::RemovePasskey { passkey, name: name.clone().unwrap_or_default() };
        // Whoever may not do it at all learns nothing of passkeys.
        let answer = self.foresee(account, &command, &asker).await?;
        let (_, answer) = answer.ok_or(CommitError::NoSuchAccount(account))?;
        answer?;
        if asker.actor == Actor::Person(account) {
            factors.may_remove(passkey)?;
        }
        name?;
        self.execute(account, command, asker).await
    }
}

fn name_of(factors: &Factors, passkey: PasskeyId) -> Result<String, Refusal> {
    let known = factors.passkeys.iter().find(|known| known.id == passkey);
    known.map(|known| known.name.clone()).ok_or(Refusal::NoSuchPasskey)
}
