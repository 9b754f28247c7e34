//! The order of the alphabet, as each language has it: å, ä and ö behind z in Swedish, č behind c in Slovenian and Latvian,
//! Greek letters before Latin ones in Greek. For short lists of names and labels that a page sorts in memory.
//!
//! The order is CLDR's, written out for six languages as the numbers in [`crate::format`] are; a test compares it with what
//! ICU4X's collator made of the same names. Lists that the database pages through are in the order of code points instead.

use std::cmp::Reverse;

use postern_core::account::Language;
use postern_core::fold::fold;

/// Sorts as the language sorts: first by letters, then by accents, then small letters before capitals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<u32>, Vec<Option<char>>, Vec<Reverse<char>>);

/// Blanks and signs, then digits, then letters.
const DIGITS: u32 = 0x20_0000;
const FIRST_SCRIPT: u32 = 0x40_0000;
const SECOND_SCRIPT: u32 = 0x60_0000;
const OTHER_SCRIPTS: u32 = 0x80_0000;

/// The key of a text.
pub fn sort_key(language: Language, text: &str) -> SortKey {
    let small = text.to_lowercase();
    // In Norwegian names aa is the old way of writing å.
    let letters = if language == Language::Nb { small.replace("aa", "å") } else { small.clone() };
    let mut primary = Vec::with_capacity(letters.len());
    for letter in letters.chars() {
        if alphabet(language).contains(letter) {
            primary.push(place(language, letter));
            continue;
        }
        let mut written = [0; 4];
        let like = like(language, letter);
        let plain = like.map_or_else(|| fold(letter.encode_utf8(&mut written)), |like| like.to_string());
        primary.extend(plain.chars().map(|letter| place(language, letter)));
    }
    SortKey(primary, small.chars().map(accented).collect(), text.chars().map(Reverse).collect())
}

/// A letter with an accent; those without come first.
fn accented(letter: char) -> Option<char> {
    let mut written = [0; 4];
    let text = &*letter.encode_utf8(&mut written);
    (fold(text) != text).then_some(letter)
}

/// The letters that have a place of their own.
const fn alphabet(language: Language) -> &'static str {
    match language {
        Language::En | Language::El => "abcdefghijklmnopqrstuvwxyz",
        Language::Sv => "abcdefghijklmnopqrstuvwxyzåäö",
        Language::Nb => "abcdefghijklmnopqrstuvwxyzæøå",
        Language::Lv => "aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž",
        Language::Sl => "abcčćdđefghijklmnopqrsštuvwxyzž",
    }
}

/// The letter beside which a foreign one stands, where that is not the one without its accent.
fn like(language: Language, letter: char) -> Option<char> {
    let others: &[(char, char)] = match language {
        Language::Sv => &[('æ', 'ä'), ('ø', 'ö'), ('ü', 'y')],
        Language::Nb => &[('ä', 'æ'), ('ö', 'ø'), ('ü', 'y')],
        Language::En | Language::Lv | Language::Sl | Language::El => &[],
    };
    others.iter().find(|(foreign, _)| *foreign == letter).map(|(_, own)| *own)
}

fn place(language: Language, letter: char) -> u32 {
    const GREEK: &str = "αβγδεζηθικλμνξοπρστυφχψω";
    let (latin, greek) = match language {
        Language::El => (SECOND_SCRIPT, FIRST_SCRIPT),
        Language::En | Language::Sv | Language::Lv | Language::Sl | Language::Nb => {
            (FIRST_SCRIPT, SECOND_SCRIPT)
        }
    };
    let in_order = |script: u32, order: &str| {
        let at = order.chars().position(|known| known == letter)?;
        u32::try_from(at).ok().map(|at| script + at)
    };
    let other = match letter {
        _ if letter.is_numeric() => DIGITS,
        _ if letter.is_alphabetic() => OTHER_SCRIPTS,
        _ => 0,
    };
    in_order(latin, alphabet(language))
        .or_else(|| in_order(greek, GREEK))
        .unwrap_or(other + u32::from(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, sorted: &str) {
        let mut names: Vec<&str> = sorted.split(' ').rev().collect();
        names.sort_by_key(|name| sort_key(language, name));
        assert_eq!(names.join(" "), sorted, "{language:?}");
    }

    /// What ICU4X's collator (2.x, CLDR 48) makes of these names.
    #[test]
    fn names_stand_where_each_language_looks_for_them() {
        check(Language::En, "āda adam æble åka ärlig bēda cena črta ģints gulta öl øre šola zob Αθήνα");
        check(
            Language::Sv,
            "āda adam bēda cena črta đa dz sala šola ya üb Ülle Yngve yz zob åka æble ärlig öl øre Αθήνα",
        );
        check(Language::Nb, "adam cena sala üb Ülle Yngve yz zob æble ärlig öl øre åka Aasen Αθήνα");
        check(
            Language::Lv,
            "adam åka ārs cena črta ezis ēna gulta ģints iela izaz yla īsa ja kz ķe ola ōla rz ŗa sala šola uzis ūla zob žaba",
        );
        check(Language::Sl, "adam cena cz čaz črta ćiro dom dz đuro sala šola zeta zob žaba Βόλος");
        check(Language::El, "Αθήνα αυτό βετο βέτο Βόλος ψι ωα ώρα adam zeta");
    }

    #[test]
    fn accents_and_capitals_decide_only_between_names_that_are_else_equal() {
        check(Language::En, "resume résumé resumes");
        check(Language::Sl, "ana Ana anton");
        check(Language::Sv, "#1 1 2 a");
    }
}
