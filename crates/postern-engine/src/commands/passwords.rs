//! Setting a password: who may, whether the password may, the hash.

use std::sync::Arc;

use postern_core::account::{Account, AccountKind};
use postern_core::command::{Asker, Command};
use postern_core::handle::handle;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::password_rules::{WordSet, check_faults, faults, own_terms};
use postern_core::refusal::{PasswordRefusal, Refusal};
use postern_core::restriction::Actor;

use super::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::{Password, Unwanted};

/// For whom a password is to be.
pub(super) struct PasswordFor<'names> {
    pub(super) kind: AccountKind,
    /// Display name and addresses.
    pub(super) names: Vec<&'names str>,
    /// Hashes of its last passwords.
    pub(super) past: Vec<String>,
}

/// Everything that an account is called.
pub(super) fn names_of<'name>(
    display_name: &'name str,
    primary: &'name AccountName,
    aliases: &'name [AccountName],
) -> Vec<&'name str> {
    let names = std::iter::once(primary).chain(aliases).map(AccountName::as_str);
    std::iter::once(display_name).chain(names).collect()
}

impl Engine {
    /// Sets a password: hashed in the bounded pool, never kept. One that the rules do not let through is refused.
    pub async fn set_password(
        self: &Arc<Self>,
        account: AccountId,
        password: &str,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        self.set_password_by_rules(account, password, false, asker).await
    }

    /// The same; with `allow_weak` an application gets its password although it is against the rules, which needs a reason.
    pub async fn set_password_by_rules(
        self: &Arc<Self>,
        account: AccountId,
        password: &str,
        allow_weak: bool,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let password = Password::to_be_set(password)?;
        // Whoever may not set it at all learns nothing of rules, and costs nothing.
        let facts = self.facts(account).await?;
        handle(&facts, &Command::SetPassword, &asker, self.fresh_restriction(), self.now())
            .map_err(ExecuteError::Refused)?;
        self.check_may_know(&facts.account, &asker)?;
        let hash = self.hash_for(&facts.account, password, allow_weak, &asker.note).await?;
        self.execute_with(account, Command::SetPassword, asker, Some(hash), None).await
    }

    /// Where the policy lets nobody know a person's password, neither an admin nor a program sets one. Whoever has root could
    /// change the policy too.
    pub(super) fn check_may_know(&self, of: &Account, asker: &Asker) -> Result<(), ExecuteError> {
        let is_elsewhere = match &asker.actor {
            Actor::Person(person) => *person != of.id,
            Actor::Program(_) => true,
            Actor::LocalRoot(_) | Actor::Rule | Actor::Timer | Actor::LinkHolder | Actor::Visitor => false,
        };
        let link_only = self.policies_now().password.link_only == 1 && of.kind == AccountKind::Person;
        if is_elsewhere && link_only {
            return Err(ExecuteError::Refused(Refusal::Password(PasswordRefusal::LinkOnly)));
        }
        Ok(())
    }

    /// The same of an account that there is already, with its last passwords.
    pub(crate) async fn hash_for(
        &self,
        of: &Account,
        password: Password,
        allow_weak: bool,
        note: &str,
    ) -> Result<String, ExecuteError> {
        let remembered = u32::try_from(self.policies().password.remembered).unwrap_or(u32::MAX);
        let past = self.parts.store.last_passwords(of.id, remembered).await?;
        let owner =
            PasswordFor { kind: of.kind, names: names_of(&of.display_name, &of.primary, &of.aliases), past };
        self.hash_by_rules(password, owner, allow_weak, note).await
    }

    /// The hash of a password that may be set for this account.
    pub(super) async fn hash_by_rules(
        &self,
        password: Password,
        owner: PasswordFor<'_>,
        allow_weak: bool,
        note: &str,
    ) -> Result<String, ExecuteError> {
        let terms = own_terms(owner.names.iter().copied());
        let unwanted = Unwanted {
            own: WordSet::of(terms.iter().map(String::as_str)),
            site: Arc::clone(&self.parts.site.password_words),
            breached: Arc::clone(&self.parts.breached),
            past: owner.past,
        };
        let looked_up = self.passwords.look_up(password.clone(), unwanted).await?;
        let faults = faults(&self.policies().password, &looked_up);
        check_faults(faults, owner.kind, allow_weak, note).map_err(ExecuteError::Refused)?;
        Ok(self.passwords.hash(password, self.parts.entropy.as_ref()).await?)
    }
}
