//! The pseudo-locale en-XA, for tests of pages: English between brackets and longer by two fifths, so that a sentence that
//! does not fit is cut off where somebody looks, and a text that is not from here stands without brackets. Nothing of the
//! product switches it on, and nothing switches it off: a test is a process of its own.

use std::sync::atomic::{AtomicBool, Ordering};

/// Before every sentence.
pub const OPENING: char = '⟦';
/// Behind it.
pub const CLOSING: char = '⟧';

static IS_SPOKEN: AtomicBool = AtomicBool::new(false);

/// From now on this process's English is the pseudo-locale.
pub fn speak() {
    IS_SPOKEN.store(true, Ordering::Relaxed);
}

pub(crate) fn is_spoken() -> bool {
    IS_SPOKEN.load(Ordering::Relaxed)
}

/// A sentence or a label as the pseudo-locale has it: a single word becomes a longer word, because it cannot be broken in any
/// language; several words become more words.
pub(crate) fn dressed(text: &str) -> String {
    let more = text.chars().count().div_ceil(5) * 2;
    let mut padding = String::new();
    let is_one_word = !text.contains(' ');
    for number in 0..more {
        padding.push(if !is_one_word && number % 7 == 0 { ' ' } else { 'ö' });
    }
    format!("{OPENING}{text}{padding}{CLOSING}")
}

#[cfg(test)]
mod tests {
    use super::dressed;

    #[test]
    fn a_word_stays_one_word_and_a_sentence_gets_more_of_them_two_fifths_longer() {
        assert_eq!(dressed("Users"), "⟦Usersöö⟧");
        assert_eq!(dressed("Users who are locked"), "⟦Users who are locked öööööö ⟧");
    }
}
