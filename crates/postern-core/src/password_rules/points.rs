//! How much of a password is not a word that a guesser tries first (Microsoft Entra Password Protection's method, m365
//! reference 5): each known word is one point however long it is, and so is each year, row of keys and repetition; every
//! other character is one point. A word that comes again is worth nothing.

use std::collections::HashSet;

use super::WordOf;
use super::words::{MEANT_FOR, WordSet};
use crate::fold::fold;

/// So much of a password is looked at; folding can make more of 256 characters.
const LOOKED_AT_MAX: usize = 512;
/// From so many characters on, `aaa` and `345` are one thing to a guesser.
const ROW_MIN: usize = 3;
/// The rows of keys and letters that people walk along, in both directions.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "αβγδεζηθικλμνξοπρστυφχψω",
];

/// What is in a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// Words and other characters, counted as the module says.
    pub points: u64,
    /// The longest word in it.
    pub word: Option<(String, WordOf)>,
}

/// Counts the points of a password. `own` are the account's words, `site` the site's terms, `everybody` what everybody
/// uses; `is_common` says whether a folded piece is a common password.
pub fn points_of(
    password: &str,
    own: &WordSet,
    site: &WordSet,
    everybody: &WordSet,
    is_common: &dyn Fn(&str) -> bool,
) -> Points {
    let plain: Vec<char> = fold(password).chars().take(LOOKED_AT_MAX).collect();
    let meant: Vec<char> = plain.iter().map(|&typed| meant_by(typed)).collect();
    let mut found = Points { points: 0, word: None };
    let mut seen: HashSet<String> = HashSet::new();
    let mut at = 0;
    while at < plain.len() {
        let word = [(own, WordOf::Own), (site, WordOf::Site), (everybody, WordOf::Everybody)]
            .into_iter()
            .filter_map(|(words, of)| words.longest_at(&plain, &meant, at).map(|found| (found, of)))
            .chain(common_at(&plain, &meant, at, is_common).map(|found| (found, WordOf::Everybody)))
            .max_by_key(|((length, _), _)| *length);
        if let Some(((length, word), of)) = word {
            at += length;
            if found.word.as_ref().is_none_or(|(longest, _)| longest.chars().count() < word.chars().count()) {
                found.word = Some((word.clone(), of));
            }
            found.points += u64::from(seen.insert(word));
        } else if let Some(length) = year_at(&plain[at..]).or_else(|| row_at(&plain[at..])) {
            let row: String = plain[at..at + length].iter().collect();
            at += length;
            found.points += u64::from(seen.insert(row));
        } else {
            at += 1;
            found.points += 1;
        }
    }
    found
}

/// The longest common password that begins here.
fn common_at(
    plain: &[char],
    meant: &[char],
    at: usize,
    is_common: &dyn Fn(&str) -> bool,
) -> Option<(usize, String)> {
    let longest = super::words::TERM_CHARACTERS_MAX.min(plain.len() - at);
    (super::words::TERM_CHARACTERS_MIN..=longest).rev().find_map(|length| {
        let piece = |text: &[char]| text[at..at + length].iter().collect::<String>();
        let (typed, read) = (piece(plain), piece(meant));
        if is_common(&typed) {
            Some((length, typed))
        } else {
            (read != typed && is_common(&read)).then_some((length, read))
        }
    })
}

/// The letter that a digit or sign stands for in `p4ssw0rd`.
fn meant_by(typed: char) -> char {
    MEANT_FOR.iter().find(|(sign, _)| *sign == typed).map_or(typed, |&(_, letter)| letter)
}

/// A year from 1900 to 2099, which the rest of a guess is made with.
fn year_at(text: &[char]) -> Option<usize> {
    let year = text.get(..4)?;
    let is_year = matches!(year, ['1', '9', ..] | ['2', '0', ..]) && year.iter().all(char::is_ascii_digit);
    is_year.then_some(4)
}

/// The same character again and again, or a walk along a row.
fn row_at(text: &[char]) -> Option<usize> {
    let same = text.iter().take_while(|&letter| *letter == text[0]).count();
    let walked = ROWS
        .iter()
        .map(|row| row.chars().collect::<Vec<char>>())
        .flat_map(|row| [row.iter().rev().copied().collect(), row])
        .map(|row: Vec<char>| walked_along(text, &row))
        .max()
        .unwrap_or(0);
    let length = same.max(walked);
    (length >= ROW_MIN).then_some(length)
}

fn walked_along(text: &[char], row: &[char]) -> usize {
    (0..row.len())
        .map(|start| text.iter().zip(&row[start..]).take_while(|(letter, key)| letter == key).count())
        .max()
        .unwrap_or(0)
}
