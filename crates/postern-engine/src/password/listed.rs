//! Whether a password is on a list: the built-in one of common passwords, and the site's own of breached ones.
//!
//! The built-in list is `common_passwords.bin`: 76,968 passwords from the frequency lists of zxcvbn (Dan Wheeler and
//! Dropbox, 2012 to 2016; MIT) as two MIT-licensed npm packages carry them, `@zxcvbn-ts/language-common` 4.1.3 and
//! `popular-passwords` 1.0.3, in lower case, as the first five bytes of their SHA-1, sorted. Nobody can read
//! passwords out of it, and a password that is on no list is taken for one with a probability of 7 in 100 million.
//! A password is looked up in lower case, so that a capital letter does not help.
//!
//! Digests are SHA-1 because the lists in circulation are. Nothing here is kept or logged.

use postern_core::password_rules::PasswordList;
use sha1::{Digest, Sha1};

use super::Password;
use crate::ports::{BreachedList, SHA1_BYTES};

/// Bytes of one entry.
const ENTRY_BYTES: usize = 5;
static COMMON: &[u8] = include_bytes!("common_passwords.bin");

/// Which list holds the password. Reads the site's file, so it belongs where hashing happens. A file that cannot be
/// read holds nothing: a password is set all the same, and the log says that the file was not asked.
pub(super) fn find(password: &Password, breached: &dyn BreachedList) -> Option<PasswordList> {
    if is_common(password) {
        return Some(PasswordList::Common);
    }
    let is_breached = breached.holds(&digest(password.as_bytes())).unwrap_or_else(|error| {
        tracing::error!(%error, "the list of breached passwords cannot be read");
        false
    });
    is_breached.then_some(PasswordList::Breached)
}

fn is_common(password: &Password) -> bool {
    is_common_text(&zeroize::Zeroizing::new(password.0.to_lowercase()))
}

/// Whether a text in small letters is on the built-in list.
pub(super) fn is_common_text(lower: &str) -> bool {
    let wanted: [u8; ENTRY_BYTES] = std::array::from_fn({
        let digest = digest(lower.as_bytes());
        move |position| digest[position]
    });
    let entry = |number: usize| &COMMON[number * ENTRY_BYTES..][..ENTRY_BYTES];
    let (mut low, mut high) = (0, COMMON.len() / ENTRY_BYTES);
    while low < high {
        let middle = low + (high - low) / 2;
        match entry(middle).cmp(&wanted[..]) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}

fn digest(bytes: &[u8]) -> [u8; SHA1_BYTES] {
    Sha1::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::NoBreachedList;

    fn password(text: &str) -> Password {
        Password::new(text.to_owned()).expect("a password")
    }

    #[test]
    fn what_everybody_uses_is_on_the_list_in_any_case() {
        for text in ["123456", "password", "Password", "QWERTY", "letmein", "iloveyou", "dragon"] {
            assert_eq!(find(&password(text), &NoBreachedList), Some(PasswordList::Common), "{text}");
        }
        for text in ["a stapler of the wrong horse", "Kj3-vw9x!", "ķirbis un ūdens"] {
            assert_eq!(find(&password(text), &NoBreachedList), None, "{text}");
        }
    }

    #[test]
    fn the_built_in_list_is_whole_and_sorted() {
        assert_eq!(COMMON.len(), 76_968 * ENTRY_BYTES);
        let entries: Vec<&[u8]> = COMMON.chunks(ENTRY_BYTES).collect();
        assert!(entries.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn of_a_hundred_thousand_random_passwords_none_is_taken_for_a_common_one() {
        let taken =
            (0..100_000).filter(|number| is_common(&password(&format!("{number:x}/{number}#")))).count();
        assert_eq!(taken, 0);
    }

    #[test]
    fn the_sites_list_is_asked_with_the_password_as_it_is_and_a_broken_one_holds_nothing() {
        struct Only([u8; SHA1_BYTES]);
        impl BreachedList for Only {
            fn holds(&self, sha1: &[u8; SHA1_BYTES]) -> std::io::Result<bool> {
                Ok(*sha1 == self.0)
            }
        }
        struct Broken;
        impl BreachedList for Broken {
            fn holds(&self, _sha1: &[u8; SHA1_BYTES]) -> std::io::Result<bool> {
                Err(std::io::Error::other("gone"))
            }
        }
        let list = Only(digest(b"Summer-in-Visby-1987"));
        assert_eq!(find(&password("Summer-in-Visby-1987"), &list), Some(PasswordList::Breached));
        assert_eq!(find(&password("summer-in-visby-1987"), &list), None);
        assert_eq!(find(&password("Summer-in-Visby-1987"), &Broken), None);
    }
}
