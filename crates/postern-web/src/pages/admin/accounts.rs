//! Whom an address of the admin centre means.

use postern_core::account::Account;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::restriction::{Actor, Restriction};

use super::page_error::PageError;
use super::session::Admin;

impl Admin {
    /// The account with this id or exactly this name.
    pub async fn account(&self, text: &str) -> Result<Account, PageError> {
        self.find(text).await?.ok_or_else(|| PageError::not_found(self))
    }

    /// The same where there may be none.
    pub async fn find(&self, text: &str) -> Result<Option<Account>, PageError> {
        let (engine, reach) = (&self.engine, self.reach());
        let found = match text.parse::<AccountId>() {
            Ok(id) => engine.account_inside(id, reach).await.map_err(PageError::unread(self))?,
            Err(_) => None,
        };
        if found.is_some() {
            return Ok(found);
        }
        let Ok(name) = AccountName::parse(text, self.engine.names()) else { return Ok(None) };
        engine.account_named_inside(&name, reach).await.map_err(PageError::unread(self))
    }

    /// Who did something, by name: an admin's own name, or a label.
    pub async fn actor_name(&self, actor: &Actor) -> String {
        let Actor::Person(id) = actor else { return self.words.actor(actor, None) };
        let account = self.engine.store().account(*id).await.ok().flatten();
        // The address as well: a name can be anybody's, and it can be changed.
        let name = account.map(|account| match account.display_name.as_str() {
            "" => account.primary.to_string(),
            name => format!("{name} ({})", account.primary),
        });
        self.words.actor(actor, name.as_deref())
    }
}

/// The name that people call an account by.
pub fn name_of(account: &Account) -> String {
    if account.display_name.is_empty() { account.primary.to_string() } else { account.display_name.clone() }
}

/// What is open on an account of the kinds that a page is about.
pub fn open_of(all: Vec<Restriction>, is_wanted: impl Fn(&Restriction) -> bool) -> Vec<Restriction> {
    let mut wanted: Vec<Restriction> = all.into_iter().filter(|row| is_wanted(row)).collect();
    wanted.sort_by_key(|row| (std::cmp::Reverse(row.since), row.id));
    wanted
}
