//! What is looked up about a password that somebody chooses: the lists, the words in it, the former ones. What that means is
//! core's ([`postern_core::password_rules`]).

use std::sync::{Arc, LazyLock};

use postern_core::password_rules::{LookedUp, WordSet, points_of};

use super::{Password, Stored, listed};
use crate::ports::BreachedList;

/// Words that people of our six languages make passwords of, one a line: seasons, months and days with a year, and what
/// stands for "password" and "welcome".
static EVERYBODYS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("everybodys_words.txt").lines()));

/// What a password must not be, or be made of.
pub(crate) struct Unwanted {
    /// The account's own words.
    pub(crate) own: WordSet,
    /// The site's own terms.
    pub(crate) site: Arc<WordSet>,
    /// The site's list of breached passwords.
    pub(crate) breached: Arc<dyn BreachedList>,
    /// Hashes of the account's last passwords.
    pub(crate) past: Vec<String>,
}

impl Unwanted {
    /// Hashes and reads a file, so it belongs where hashing happens.
    pub(super) fn look_up(&self, password: &Password) -> LookedUp {
        LookedUp {
            list: listed::find(password, self.breached.as_ref()),
            points: points_of(&password.0, &self.own, &self.site, &EVERYBODYS, &listed::is_common_text),
            characters: password.characters(),
            is_used_before: self.past.iter().any(|stored| is_made_of(stored, password)),
        }
    }
}

/// Whether a stored text was made of this password. One that cannot be verified is nobody's password any more.
fn is_made_of(stored: &str, password: &Password) -> bool {
    let Ok(stored) = Stored::parse(stored) else { return false };
    stored.check().is_ok() && stored.verify(password).unwrap_or(false)
}
