//! New accounts, one or a hundred thousand.

use std::collections::HashSet;
use std::sync::Arc;

use postern_core::access;
use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::command::{Asker, CommandKind};
use postern_core::effect::{Effect, Point};
use postern_core::event::Event;
use postern_core::handle::check_display_name;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;

use super::ExecuteError;
use super::passwords::{PasswordFor, names_of};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::CommitError;

/// Accounts made in one transaction. A line that does not fit in is refused alone, not with its group.
const GROUP: usize = 500;

/// What a new account is to be.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its primary address.
    pub name: AccountName,
    /// Further names.
    pub aliases: Vec<AccountName>,
    /// The person's or mailbox's name.
    pub display_name: String,
    /// The language we write in.
    pub language: Language,
    /// Person, shared mailbox or application.
    pub kind: AccountKind,
    /// What it may do in Postern.
    pub roles: Vec<Role>,
    /// Upon whom; all domains where it holds no role.
    pub reach: Reach,
    /// Groups, for policies.
    pub groups: Vec<String>,
    /// Its password is kept by somebody else.
    pub is_gate_only: bool,
    /// The password's hash in Dovecot's scheme notation.
    pub password_hash: Option<String>,
}

impl NewAccount {
    /// A name of it that is outside, if one is.
    pub fn outside(&self, reach: &Reach) -> Option<&AccountName> {
        std::iter::once(&self.name).chain(&self.aliases).find(|name| !reach.covers(name))
    }
}

impl Engine {
    /// Makes an account together with its first password: both or neither. With `allow_weak` an application gets
    /// one that is against the rules, which needs a reason.
    pub async fn create_account_with_password(
        self: &Arc<Self>,
        mut new: NewAccount,
        password: &str,
        allow_weak: bool,
        asker: Asker,
    ) -> Result<AccountId, ExecuteError> {
        let password = Password::to_be_set(password)?;
        // Whoever may not make it at all learns nothing of rules, and costs nothing.
        check_may_create(&asker)?;
        self.check_new(&new, &asker, &mut HashSet::new()).map_err(ExecuteError::Refused)?;
        if new.is_gate_only {
            return Err(ExecuteError::Refused(Refusal::PasswordKeptElsewhere));
        }
        let names = names_of(&new.display_name, &new.name, &new.aliases);
        let owner = PasswordFor { kind: new.kind, names, past: Vec::new() };
        new.password_hash = Some(self.hash_by_rules(password, owner, allow_weak, &asker.note).await?);
        self.create_account(new, asker).await
    }

    /// Makes one account.
    pub async fn create_account(
        self: &Arc<Self>,
        new: NewAccount,
        asker: Asker,
    ) -> Result<AccountId, ExecuteError> {
        check_may_create(&asker)?;
        self.check_new(&new, &asker, &mut HashSet::new()).map_err(ExecuteError::Refused)?;
        let account = self.minted(new, self.now());
        let id = account.0.id;
        self.create_group(vec![account], &asker).await?;
        Ok(id)
    }

    /// Makes accounts; the answers are in the order of `new`, one each.
    pub async fn create_accounts(
        self: &Arc<Self>,
        new: Vec<NewAccount>,
        asker: Asker,
    ) -> Result<Vec<Result<AccountId, ExecuteError>>, ExecuteError> {
        check_may_create(&asker)?;
        let mut answers = Vec::with_capacity(new.len());
        let mut taken = HashSet::new();
        let mut group = Vec::new();
        for account in new {
            match self.check_new(&account, &asker, &mut taken) {
                Ok(()) => {
                    let account = self.minted(account, self.now());
                    answers.push(Ok(account.0.id));
                    group.push(account);
                }
                Err(refusal) => answers.push(Err(ExecuteError::Refused(refusal))),
            }
            if group.len() == GROUP {
                self.create_group(std::mem::take(&mut group), &asker).await?;
            }
        }
        self.create_group(group, &asker).await?;
        Ok(answers)
    }

    fn check_new(
        &self,
        new: &NewAccount,
        asker: &Asker,
        taken: &mut HashSet<AccountName>,
    ) -> Result<(), Refusal> {
        check_display_name(&new.display_name)?;
        if new.aliases.len() > postern_core::account::ALIASES_MAX {
            return Err(Refusal::TooManyAliases);
        }
        if new.groups.len() > postern_core::account::GROUPS_MAX {
            return Err(Refusal::TooManyGroups);
        }
        if !new.roles.is_empty() && !access::any_may(&asker.roles, &asker.reach, CommandKind::ChangeRoles) {
            return Err(Refusal::NotAllowed { command: CommandKind::ChangeRoles });
        }
        access::check_grant(&new.roles, &new.reach)?;
        if let Some(name) = new.outside(&asker.reach) {
            return Err(Refusal::OutsideDomains { name: name.clone() });
        }
        let names: Vec<&AccountName> = std::iter::once(&new.name).chain(&new.aliases).collect();
        let mut own = HashSet::new();
        for name in &names {
            let is_taken =
                self.account_of(name.as_str()).is_some() || taken.contains(*name) || !own.insert(*name);
            if is_taken {
                return Err(Refusal::NameTaken { name: (*name).clone() });
            }
        }
        taken.extend(names.into_iter().cloned());
        Ok(())
    }

    fn minted(&self, new: NewAccount, now: Timestamp) -> (Account, Option<String>) {
        let account = Account {
            id: self.fresh_account(),
            primary: new.name,
            aliases: new.aliases,
            display_name: new.display_name,
            language: new.language,
            kind: new.kind,
            reach: if new.roles.is_empty() { Reach::ALL_DOMAINS } else { new.reach },
            roles: new.roles,
            groups: new.groups,
            is_gate_only: new.is_gate_only,
            created: now,
        };
        (account, new.password_hash)
    }

    async fn create_group(
        self: &Arc<Self>,
        group: Vec<(Account, Option<String>)>,
        asker: &Asker,
    ) -> Result<(), CommitError> {
        if group.is_empty() {
            return Ok(());
        }
        let now = self.now();
        let mut passwords = Vec::new();
        let mut events = Vec::new();
        for (account, hash) in group {
            passwords.extend(hash.map(|hash| (account.id, hash)));
            events.push(Event::AccountCreated(account));
        }
        let mut change = self.change_of(events, asker.actor.clone(), &asker.note, now);
        change.passwords = passwords;
        let made: Vec<AccountId> =
            change.events.iter().filter_map(|(_, event)| global_admin_of(event)).collect();
        if self.has_point(Point::AdminMail) {
            let tell = |account| (self.fresh_effect(), Effect::NotifyOfAdminAction { account, at: now });
            change.effects.extend(made.into_iter().map(tell));
        }
        self.commit_and_apply(&change).await?;
        self.order_effects(&change);
        Ok(())
    }
}

/// The account, where the event makes a global admin.
fn global_admin_of(event: &Event) -> Option<AccountId> {
    let Event::AccountCreated(account) = event else { return None };
    account.roles.contains(&Role::GlobalAdmin).then_some(account.id)
}

fn check_may_create(asker: &Asker) -> Result<(), ExecuteError> {
    let refusal = Refusal::NotAllowed { command: CommandKind::Create };
    access::any_may(&asker.roles, &asker.reach, CommandKind::Create)
        .then_some(())
        .ok_or(ExecuteError::Refused(refusal))
}
