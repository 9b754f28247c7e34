//! Passwords that we make for people to be told over the phone: six words of four letters, `kado-mira-suve-lome-rila-vasu`.
//!
//! The words are in no dictionary and so in no language: each is two syllables of a consonant and a vowel, and the
//! consonants are seven that are told apart on a bad line and stand for one sound each in all six languages. There is one of each
//! family only: no b or p beside v, no t beside d, no n beside m, no f beside s. Lower case letters and hyphens are on
//! the first page of every keyboard. A list of real words would have to be one list for each language, would be longer to
//! type, and a helpdesk would have to spell a foreign one; so there is none, and no licence to look after.
//!
//! Words that mean something rude in one of the languages are left out. Of 1,225 words some 40 are, and six of the rest are
//! more than 61 bits.

use zeroize::Zeroize;

use crate::ports::Entropy;

/// What such a password has to hold, bits: with 100 guesses in 30 days, which is what the lanes leave a stranger, and also with a
/// stolen Argon2id hash, guessing it is out of reach for as long as it lives (checklist C1).
#[cfg(test)]
const BITS_MIN: u32 = 60;

const CONSONANTS: [char; 7] = ['d', 'k', 'l', 'm', 'r', 's', 'v'];
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
const WORDS: usize = 6;

/// Words that nobody should be told on the phone, in one of the six languages or a neighbour's.
const LEFT_OUT: [&str; 42] = [
    "dike", "diki", "dura", "dure", "kaka", "kake", "kaki", "kako", "kaku", "kara", "kare", "kike", "koli",
    "kolo", "kuka", "kuke", "kuki", "kuko", "kuku", "kura", "kure", "kuri", "kuro", "lesi", "lude", "muda",
    "mude", "mudi", "mudo", "mudu", "sera", "sere", "seri", "sida", "sisa", "sise", "sisi", "suda", "sudi",
    "suka", "suke", "suki",
];

/// A new one. The caller shows it once and keeps its hash.
pub fn fresh_passphrase(entropy: &dyn Entropy) -> String {
    let words = words();
    // Room for all of it, so that no shorter copy is left behind in memory.
    let mut text = String::with_capacity(WORDS * 5);
    for place in 0..WORDS {
        if place > 0 {
            text.push('-');
        }
        text.push_str(&words[index_below(words.len(), entropy)]);
    }
    text
}

/// Every word that may be drawn.
fn words() -> Vec<String> {
    let syllables = || CONSONANTS.iter().flat_map(|first| VOWELS.iter().map(move |then| [*first, *then]));
    syllables()
        .flat_map(|first| syllables().map(move |then| first.iter().chain(&then).collect::<String>()))
        .filter(|word| !LEFT_OUT.contains(&word.as_str()))
        .collect()
}

/// A number below `count`, each as likely as the others: what lies above the last whole multiple is drawn again.
fn index_below(count: usize, entropy: &dyn Entropy) -> usize {
    let drawable = usize::from(u16::MAX) + 1;
    let whole = drawable - drawable % count;
    loop {
        let mut bytes = [0; 2];
        entropy.fill(&mut bytes);
        let drawn = usize::from(u16::from_le_bytes(bytes));
        bytes.zeroize();
        if drawn < whole {
            return drawn % count;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::atomic::{AtomicU16, Ordering};

    use super::*;

    /// Counts up.
    struct Counting(AtomicU16);

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for pair in bytes.chunks_mut(2) {
                let next = self.0.fetch_add(1, Ordering::Relaxed).to_le_bytes();
                pair.copy_from_slice(&next[..pair.len()]);
            }
        }
    }

    #[test]
    fn a_generated_password_holds_sixty_bits_and_reads_as_six_words() {
        let words = words();
        let distinct: HashSet<_> = words.iter().collect();
        assert_eq!(distinct.len(), words.len());
        assert_eq!(words.len(), 35 * 35 - LEFT_OUT.len(), "each word that is left out would have been one");
        let bits = (words.len() as f64).log2() * WORDS as f64;
        assert!(bits >= f64::from(BITS_MIN), "{bits}");
        let text = fresh_passphrase(&Counting(AtomicU16::new(700)));
        assert_eq!(text.split('-').count(), WORDS);
        assert!(text.split('-').all(|word| words.iter().any(|known| known == word)), "{text}");
    }

    #[test]
    fn every_word_is_as_likely_as_the_others() {
        let (count, entropy) = (words().len(), Counting(AtomicU16::new(0)));
        let whole = 65_536 - 65_536 % count;
        let mut drawn = vec![0_u32; count];
        for _ in 0..whole {
            drawn[index_below(count, &entropy)] += 1;
        }
        assert!(drawn.iter().all(|&times| times == drawn[0]), "{drawn:?}");
    }
}
