//! Words that a guesser tries first, found anywhere in a password, also with a letter more, less, other or swapped, and with
//! signs for letters.

use std::collections::{HashMap, HashSet};

use crate::fold::fold;

/// Shorter words are in too many others (Microsoft Entra Password Protection: 4).
pub const TERM_CHARACTERS_MIN: usize = 4;
/// Longer ones are not looked for.
pub const TERM_CHARACTERS_MAX: usize = 32;
/// Most terms of a site; a set of so many takes about 100 MB.
pub const TERMS_MAX: usize = 100_000;

/// From so many letters on, a word is recognised with one of them wrong: shorter ones would be found everywhere.
const MISSPELT_FROM: usize = 5;

/// Signs that stand for letters (the first four are Microsoft's).
pub(super) const MEANT_FOR: &[(char, char)] = &[
    ('0', 'o'),
    ('1', 'l'),
    ('$', 's'),
    ('@', 'a'),
    ('3', 'e'),
    ('4', 'a'),
    ('5', 's'),
    ('7', 't'),
    ('!', 'i'),
];

/// Words to look for.
#[derive(Clone, Debug, Default)]
pub struct WordSet {
    /// Each word, folded.
    words: HashSet<String>,
    /// Each word of [`MISSPELT_FROM`] letters with one of them left out, and the word: two texts that differ by one letter
    /// have such a text in common.
    shortened: HashMap<String, String>,
    longest: usize,
}

impl WordSet {
    /// A set of these words; what is too short or too long to be looked for is left out.
    pub fn of<'word>(words: impl IntoIterator<Item = &'word str>) -> Self {
        let mut set = Self::default();
        for word in words {
            let word = fold(word.trim());
            let letters: Vec<char> = word.chars().collect();
            if !(TERM_CHARACTERS_MIN..=TERM_CHARACTERS_MAX).contains(&letters.len()) {
                continue;
            }
            set.longest = set.longest.max(letters.len());
            if letters.len() >= MISSPELT_FROM {
                for shortened in without_one(&letters) {
                    set.shortened.entry(shortened).or_insert_with(|| word.clone());
                }
            }
            set.words.insert(word);
        }
        set
    }

    /// The longest piece of a folded password from `at` on that is one of the words: its length, and the word. `meant` is
    /// the same text with letters for signs.
    pub(super) fn longest_at(&self, plain: &[char], meant: &[char], at: usize) -> Option<(usize, String)> {
        if self.words.is_empty() {
            return None;
        }
        let longest = (self.longest + 1).min(plain.len() - at);
        let exact = (TERM_CHARACTERS_MIN..=longest).rev().find_map(|length| {
            let of = |text: &[char]| {
                let piece: String = text[at..at + length].iter().collect();
                self.words.contains(&piece).then_some((length, piece))
            };
            of(plain).or_else(|| of(meant))
        });
        // A word with its last letter is the word, not the word and one letter more.
        exact.or_else(|| {
            (TERM_CHARACTERS_MIN..=longest)
                .rev()
                .find_map(|length| self.misspelt(&meant[at..at + length]).map(|word| (length, word)))
        })
    }

    fn misspelt(&self, piece: &[char]) -> Option<String> {
        // What stands between two words belongs to neither.
        if !piece.first().is_some_and(|letter| letter.is_alphanumeric()) {
            return None;
        }
        let whole: String = piece.iter().collect();
        if let Some(word) = self.shortened.get(&whole) {
            return Some(word.clone());
        }
        without_one(piece).find_map(|shortened| {
            let one_more = (shortened.chars().count() >= MISSPELT_FROM)
                .then(|| self.words.get(&shortened).cloned())
                .flatten();
            one_more.or_else(|| self.shortened.get(&shortened).cloned())
        })
    }
}

fn without_one(letters: &[char]) -> impl Iterator<Item = String> + '_ {
    (0..letters.len()).map(|left_out| {
        letters.iter().enumerate().filter(|&(place, _)| place != left_out).map(|(_, letter)| letter).collect()
    })
}

/// The words that an account's own names are made of: `Rob Öberg`, `rob.oberg@mail.contoso.com` are `oberg`, `rob.oberg`,
/// `contoso` and more. `names` are display name and addresses.
pub fn own_terms<'name>(names: impl IntoIterator<Item = &'name str>) -> Vec<String> {
    let mut terms = Vec::new();
    for name in names {
        let parts = name.split(|letter: char| !letter.is_alphanumeric());
        terms.extend(parts.map(str::to_owned));
        if let Some((local, domain)) = name.split_once('@') {
            terms.push(local.to_owned());
            terms.push(domain.to_owned());
        } else {
            // "Rob Öberg" is typed in one word as well.
            terms.push(name.split_whitespace().collect());
        }
    }
    terms.retain(|term| term.chars().count() >= TERM_CHARACTERS_MIN);
    terms.sort_unstable();
    terms.dedup();
    terms
}
