//! Texts of app passwords, and the cheap hash that is enough for them: `bqtdx-wkmzr-hpvgn-jscyt-fdkwb`.
//!
//! Letters alone, all of them consonants, in fives: typed once on a telephone's first keyboard page, and no group is a word in
//! any language. The first letter says in which slot the app password is, so that at most one stored hash is looked at; the other
//! 24 hold 103 bits. Of a secret that nobody can guess a slow hash protects nothing, and Dovecot tries every slot in turn in the
//! one process that signs everybody in: so it is Argon2id as for other passwords, with less memory and one pass.

use argon2::{Algorithm, Argon2, Params, Version};
use postern_core::app_password::APP_PASSWORDS_MAX;
use zeroize::Zeroize;

use super::{OUTPUT_BYTES, Password, SALT_BYTES, hash_with};
use crate::ports::Entropy;

/// Consonants, without the one that looks like a digit.
const LETTERS: &[u8; 20] = b"bcdfghjkmnpqrstvwxyz";
const GROUPS: usize = 5;
const GROUP_LETTERS: usize = 5;
const TEXT_BYTES: usize = GROUPS * GROUP_LETTERS + GROUPS - 1;
/// Bytes below this fall upon each letter equally often; others are drawn again.
const FAIR_BYTES: u8 = 240;

/// Memory of an app password's hash in KiB; a verification takes about a millisecond.
const MEMORY_KIB: u32 = 2_048;

/// A new text for this slot. The caller shows it once and keeps its hash.
pub(crate) fn fresh_app_password(entropy: &dyn Entropy, slot: u8) -> String {
    // Room for all of it, so that no shorter copy is left behind in memory.
    let mut text = String::with_capacity(TEXT_BYTES);
    for place in 0..GROUPS * GROUP_LETTERS {
        if place > 0 && place % GROUP_LETTERS == 0 {
            text.push('-');
        }
        let letter = if place == 0 { usize::from(slot) - 1 } else { drawn(entropy) };
        text.push(char::from(LETTERS[letter]));
    }
    text
}

/// The number of a letter.
fn drawn(entropy: &dyn Entropy) -> usize {
    let mut byte = [0];
    loop {
        entropy.fill(&mut byte);
        if byte[0] < FAIR_BYTES {
            let letter = usize::from(byte[0]) % LETTERS.len();
            byte.zeroize();
            return letter;
        }
    }
}

/// The slot of which a text may be an app password; `None`: it is none of ours.
pub(crate) fn slot_of(password: &Password) -> Option<u8> {
    let text = password.as_bytes();
    let is_ours = text.len() == TEXT_BYTES
        && text.iter().enumerate().all(|(place, letter)| {
            let is_hyphen = place % (GROUP_LETTERS + 1) == GROUP_LETTERS;
            if is_hyphen { *letter == b'-' } else { LETTERS.contains(letter) }
        });
    let first = LETTERS.iter().position(|letter| Some(letter) == text.first())?;
    let slot = u8::try_from(first + 1).ok().filter(|&slot| slot <= APP_PASSWORDS_MAX)?;
    is_ours.then_some(slot)
}

/// The hash of such a text.
pub(super) fn hash(password: &Password, salt: &[u8; SALT_BYTES]) -> String {
    let params = Params::new(MEMORY_KIB, 1, 1, Some(OUTPUT_BYTES)).expect("constants within Argon2's limits");
    hash_with(&Argon2::new(Algorithm::Argon2id, Version::V0x13, params), password, salt)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    /// Every byte in turn.
    #[derive(Default)]
    struct Counting(AtomicU8);

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill_with(|| self.0.fetch_add(1, Ordering::Relaxed));
        }
    }

    #[test]
    fn a_text_says_its_slot_and_every_letter_is_as_likely_as_the_next() {
        let entropy = Counting::default();
        let texts: HashSet<String> =
            (0..80).map(|number| fresh_app_password(&entropy, number % 8 + 1)).collect();
        for text in &texts {
            assert_eq!((text.len(), text.split('-').count()), (29, 5), "{text}");
            let slot = slot_of(&Password::new(text.clone()).expect("a password")).expect("ours");
            assert_eq!(text.as_bytes()[0], LETTERS[usize::from(slot) - 1]);
        }
        // 80 texts draw 24 letters each: eight times all the fair bytes.
        let counts = LETTERS.map(|letter| {
            texts
                .iter()
                .map(|text| text.bytes().skip(1).filter(|&byte| byte == letter).count())
                .sum::<usize>()
        });
        assert!(counts.iter().all(|&count| count == counts[0]), "{counts:?}");
        assert!(24.0 * (LETTERS.len() as f64).log2() > 100.0);
    }

    #[test]
    fn what_people_choose_is_no_app_password() {
        for other in [
            "bqtdx-wkmzr-hpvgn-jscyt-fdkw",
            "bqtdx-wkmzr-hpvgn-jscyt-fdkwa",
            "bqtdxxwkmzr-hpvgn-jscyt-fdkwb",
            "zqtdx-wkmzr-hpvgn-jscyt-fdkwb",
            "kado-mira-suve-lome-rila-vasu",
            "x",
        ] {
            assert_eq!(slot_of(&Password::new(other.to_owned()).expect("a password")), None, "{other}");
        }
    }
}
