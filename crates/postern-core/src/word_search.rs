//! Finding by words that people type: without accents, with a slip of one letter, with an ending that the language puts on, or
//! begun and not ended. Knows no language and no text; who searches brings both.

use crate::fold::fold;

/// Words of a question that are read; more is a letter, not a question.
pub const WORDS_MAX: usize = 24;
/// From so many letters on a slip is forgiven and a beginning counts: shorter words are too many others' neighbours.
const SLIP_LETTERS_MIN: usize = 4;

/// How well a typed word fits a written one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// One letter is another, missing, too many or changed places.
    Slip,
    /// One begins the other.
    Beginning,
    /// The same.
    Same,
}

/// The words of a text, folded. Codes such as `5.1.8` and addresses stay whole.
pub fn words_of(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '@' | '-' | '+' | '_');
    fold(text)
        .split(|c: char| !is_part(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|word| !word.is_empty())
        .take(WORDS_MAX)
        .collect()
}

/// How `typed` fits `written`, both folded; `None`: not at all.
pub fn fit(typed: &str, written: &str) -> Option<Fit> {
    if typed == written {
        return Some(Fit::Same);
    }
    let is_code = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let shorter = typed.chars().count().min(written.chars().count());
    if shorter < SLIP_LETTERS_MIN || is_code(typed) || is_code(written) {
        return None;
    }
    if typed.starts_with(written) || written.starts_with(typed) {
        return Some(Fit::Beginning);
    }
    is_one_slip_away(typed, written).then_some(Fit::Slip)
}

/// How well a phrase is in what was typed: every word of it has to be, in any order. Longer phrases and better fits score more.
pub fn phrase_score(typed: &[String], phrase: &[String]) -> Option<u32> {
    let of_word = |written: &String| {
        let best = typed.iter().filter_map(|word| fit(word, written)).max()?;
        let letters = u32::try_from(written.chars().count().min(20)).unwrap_or(20);
        Some(100 + letters + 10 * best as u32)
    };
    let scores = phrase.iter().map(of_word).collect::<Option<Vec<u32>>>()?;
    (!scores.is_empty()).then(|| scores.iter().sum())
}

/// How well a text fits what was typed: the sum over the typed words that are in it; zero when none is.
pub fn text_score(typed: &[String], text: &[String]) -> u32 {
    let of_word = |word: &String| text.iter().filter_map(|written| fit(word, written)).max();
    typed.iter().filter_map(of_word).map(|fit| 1 + fit as u32).sum()
}

/// Whether one letter more, less, another one, or two neighbours in each other's place make one of the other.
fn is_one_slip_away(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let (rest_of_short, rest_of_long) = (&short[same..], &long[same..]);
            let is_other = rest_of_short.get(1..) == rest_of_long.get(1..);
            let is_swapped = match (rest_of_short, rest_of_long) {
                ([a, b, short @ ..], [c, d, long @ ..]) => a == d && b == c && short == long,
                (_, _) => false,
            };
            is_other || is_swapped
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_is_found_without_accents_with_a_slip_and_from_its_beginning() {
        let check = |typed: &str, written: &str, expected| {
            assert_eq!(fit(&fold(typed), &fold(written)), expected, "{typed}, {written}");
        };
        check("SKICKA", "skicka", Some(Fit::Same));
        check("pošiljati", "posiljati", Some(Fit::Same));
        check("στείλει", "στειλει", Some(Fit::Same));
        check("sending", "send", Some(Fit::Beginning));
        check("vidarebef", "vidarebefordra", Some(Fit::Beginning));
        for slip in ["skcika", "skika", "skiccka", "skixka"] {
            check(slip, "skicka", Some(Fit::Slip));
        }
        check("skikca", "skicka", Some(Fit::Slip));
        check("skkkca", "skicka", None);
        // Short words and codes are taken as they are.
        check("lag", "log", None);
        check("5.1.8", "5.1.8", Some(Fit::Same));
        check("5.1.9", "5.1.8", None);
    }

    #[test]
    fn words_keep_codes_and_addresses_whole() {
        assert_eq!(words_of("Rob can’t send: “5.1.8”!"), ["rob", "can", "t", "send", "5.1.8"]);
        assert_eq!(words_of("Åsa@Contoso.example."), ["asa@contoso.example"]);
        assert!(words_of(&"a ".repeat(1_000)).len() <= WORDS_MAX && words_of("…").is_empty());
    }

    #[test]
    fn of_two_phrases_the_longer_one_wins_and_every_word_of_it_is_needed() {
        let typed = words_of("the reset mail for rob never came");
        let score = |phrase: &str| phrase_score(&typed, &words_of(phrase));
        assert!(score("reset mail") > score("reset") && score("reset").is_some());
        assert_eq!(score("reset code"), None);
        assert_eq!(score(""), None);
    }

    proptest! {
        #[test]
        fn one_slip_is_forgiven_wherever_it_is(word in "[a-z]{5,12}", place in 0_usize..5, letter in "[a-z]") {
            let (before, after) = word.split_at(place);
            let slips = [format!("{before}{letter}{after}"), format!("{before}{}", &after[1..]), format!("{before}{letter}{}", &after[1..])];
            for slip in slips {
                prop_assert!(fit(&slip, &word).is_some(), "{slip} {word}");
            }
        }

        #[test]
        fn nothing_that_is_typed_stops_it(one in any::<String>(), other in any::<String>()) {
            let (one, other) = (words_of(&one), words_of(&other));
            prop_assert!(phrase_score(&one, &other).is_some() || text_score(&one, &other) < 10_000);
        }
    }
}
