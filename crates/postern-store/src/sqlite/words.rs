//! Words that the port wants as `&'static str`, read back from a file.
//!
//! The decision log holds a handful of words (gates and verdicts), all of them constants of some version of this
//! program. Each is kept once and for good; a file that somebody filled with other words cannot fill the memory.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use parking_lot::Mutex;

/// Most words that are kept. The gates know about ten.
const WORDS_MAX: usize = 256;
/// Longest word that is kept, in bytes.
const WORD_BYTES_MAX: usize = 64;
/// Stands for every word beyond the limits.
const OTHER: &str = "other";

static WORDS: LazyLock<Mutex<BTreeSet<&'static str>>> = LazyLock::new(Mutex::default);

/// The same word, for good; `other` when there are too many or it is too long.
pub(super) fn word(text: &str) -> &'static str {
    kept(&mut WORDS.lock(), text)
}

fn kept(words: &mut BTreeSet<&'static str>, text: &str) -> &'static str {
    if let Some(known) = words.get(text) {
        return known;
    }
    if words.len() >= WORDS_MAX || text.len() > WORD_BYTES_MAX {
        return OTHER;
    }
    let word: &'static str = Box::leak(text.to_owned().into_boxed_str());
    words.insert(word);
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once_and_too_many_or_too_long_ones_are_not() {
        let mut words = BTreeSet::new();
        let first = kept(&mut words, "allow");
        assert!(std::ptr::eq(first, kept(&mut words, "allow")));
        assert_eq!(kept(&mut words, &"x".repeat(WORD_BYTES_MAX)).len(), WORD_BYTES_MAX);
        assert_eq!(kept(&mut words, &"x".repeat(WORD_BYTES_MAX + 1)), OTHER);
        for number in words.len()..WORDS_MAX {
            assert_ne!(kept(&mut words, &format!("word {number}")), OTHER);
        }
        assert_eq!(kept(&mut words, "one too many"), OTHER);
        assert_eq!(kept(&mut words, "allow"), "allow");
    }
}
