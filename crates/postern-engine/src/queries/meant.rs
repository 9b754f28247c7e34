//! Whom a typed question means: an account whose address or name has one of its words.

use postern_core::account::Account;
use postern_core::reach::Reach;
use postern_core::word_search::words_of;

use super::FOUND_MAX;
use crate::engine::Engine;
use crate::ports::{AccountKey, AccountPage, StoreError};

/// Words of a question that are looked up; a question has a name and a few others.
const LOOKED_UP_MAX: usize = 12;
/// Accounts that are looked at for each word.
const LOOKED_AT_MAX: u32 = 200;
/// Shorter words are no names that one can be sure of.
const LETTERS_MIN: usize = 2;

impl Engine {
    /// The accounts inside whose address, or a part of whose address or name, is a word of the question; those that have the most of
    /// its words first. At most [`FOUND_MAX`].
    pub async fn accounts_meant(&self, question: &str, reach: &Reach) -> Result<Vec<Account>, StoreError> {
        let words = words_of(question);
        let mut found: Vec<(usize, Account)> = Vec::new();
        let names = words.iter().filter(|word| word.chars().count() >= LETTERS_MIN).take(LOOKED_UP_MAX);
        for word in names {
            let mut known: Vec<Account> = Vec::new();
            // The name itself first: a search for jan finds bojan, damjan and dejan before it.
            if let AccountKey::Account(id) = self.who(word) {
                known.extend(self.parts.store.account(id).await?.filter(|one| reach.covers(&one.primary)));
            }
            let (search, reach) = (word.clone(), reach.clone());
            let page = AccountPage { search, reach, limit: LOOKED_AT_MAX, ..AccountPage::default() };
            let searched = self.parts.store.accounts(&page).await?;
            let named = known.first().map(|one| one.id);
            known.extend(searched.into_iter().filter(|one| Some(one.id) != named));
            for account in known {
                // The search finds beginnings as well, and "can" begins Candice.
                if !is_part(word, &account) {
                    continue;
                }
                match found.iter_mut().find(|(_, known)| known.id == account.id) {
                    Some((count, _)) => *count += 1,
                    None => found.push((1, account)),
                }
            }
        }
        let most = found.iter().map(|(count, _)| *count).max().unwrap_or(0);
        found.retain(|(count, _)| *count == most);
        found.truncate(FOUND_MAX as usize);
        Ok(found.into_iter().map(|(_, account)| account).collect())
    }
}

/// Whether a word is an address of the account, the part before the `@`, or a part of that or of its name.
fn is_part(word: &str, account: &Account) -> bool {
    let of_name = words_of(&account.display_name);
    let addresses = std::iter::once(&account.primary).chain(&account.aliases);
    let mut of_addresses = addresses.map(|address| postern_core::fold::fold(address.as_str()));
    of_name.iter().any(|part| part == word)
        || of_addresses.any(|address| {
            let local = address.split('@').next().unwrap_or(&address).to_owned();
            address == word || local == word || local.split(['.', '-', '_', '+']).any(|part| part == word)
        })
}
