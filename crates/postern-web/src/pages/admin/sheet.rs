//! A sheet that hands a temporary password over on paper: in the language of the account, with nothing of the admin's. It is
//! part of the page that shows the password this once, and all that its print shows.

use postern_core::account::Account;
use postern_core::time::Timestamp;
use postern_text::gate::PASSWORD_PAGE;
use postern_text::{Arg, Words, key};

use super::session::Admin;

/// What a sheet says.
pub struct Sheet {
    /// In the language of the account.
    pub words: &'static Words,
    /// Whose.
    pub account: String,
    /// The password.
    pub password: String,
    /// Where it is replaced, in a sentence.
    pub open: String,
    /// Until when it works, in a sentence.
    pub until: String,
}

impl Sheet {
    /// The sheet of a temporary password.
    pub fn of(admin: &Admin, account: &Account, password: &str, until: Timestamp) -> Self {
        let words = Words::in_language(account.language);
        let site = admin.engine.site();
        let page = format!("{}{PASSWORD_PAGE}", site.public_url.as_deref().unwrap_or_default());
        let address = account.primary.as_str();
        Self {
            words,
            account: words.say(key::SHEET_ACCOUNT, &[("account", address.into())]),
            password: password.to_owned(),
            open: words.say(key::SHEET_OPEN, &[("page", (&page).into())]),
            until: words.say(key::SHEET_UNTIL, &[("until", Arg::Time(until, &site.time_zone))]),
        }
    }
}
