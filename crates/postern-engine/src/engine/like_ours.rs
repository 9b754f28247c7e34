//! Whether an unknown name is like one of ours: equal to a former one, or one slip of the finger away from any.
//!
//! Names are in memory as keyed hashes only, so nothing can be measured against them. Instead every text that
//! is one deletion, insertion, exchange of a letter or of two neighbours away is hashed and looked up: exact, no
//! memory, and at some ten thousand hashes for a long name about a millisecond. That is why it is done only when a
//! name has come from three networks, and at most [`JUDGED_PER_S`] times a second. What it does not see is a slip
//! that puts in a letter outside of [`LETTERS`] which the tried name itself does not hold.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Engine, NameIndex, name_index};

/// Names judged in a second at most: what is left over comes again with its next try.
const JUDGED_PER_S: u64 = 20;
/// Longer names are no slip of anybody's, characters.
const NAME_CHARACTERS_MAX: usize = 64;
/// Letters of canonical names in the six languages and around, beside the name's own.
const LETTERS: &str =
    "abcdefghijklmnopqrstuvwxyz0123456789.-_+@'åäöøæéèüšžčćđāēģīķļņūαβγδεζηθικλμνξοπρστυφχψωάέήίόύώς";

/// Former names, and how many were judged in this second.
#[derive(Default)]
pub(crate) struct Likeness {
    pub(crate) former: NameIndex,
    /// The second in the high half, how many in the low.
    judged: AtomicU64,
}

impl Likeness {
    /// Takes one of this second's turns.
    fn take_turn(&self, now_s: u32) -> bool {
        let second = u64::from(now_s) << 32;
        let taken = self.judged.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |known| {
            let count = if known >> 32 == u64::from(now_s) { known & u64::from(u32::MAX) } else { 0 };
            (count < JUDGED_PER_S).then_some(second | (count + 1))
        });
        taken.is_ok()
    }
}

impl Engine {
    /// Judges a candidate and tells the counters; leaves it for its next try when this second has had enough, or
    /// while not everything is in memory.
    pub(crate) fn judge_name(&self, canonical: &str, name_hash: u64) {
        if self.is_loaded() && self.likeness.take_turn(self.now().unix_s_u32()) {
            self.parts.counters.name_judged(name_hash, self.is_like_ours(canonical));
        }
    }

    fn is_like_ours(&self, canonical: &str) -> bool {
        let is_ours = |text: &str| {
            let hash = name_index::hash_canonical(self.site_key(), text);
            self.index.find(hash).is_some() || self.likeness.former.find(hash).is_some()
        };
        canonical.chars().count() <= NAME_CHARACTERS_MAX && any_within_one(canonical, is_ours)
    }
}

/// Whether `holds` for the name or a text one slip away from it.
fn any_within_one(name: &str, holds: impl Fn(&str) -> bool) -> bool {
    if holds(name) {
        return true;
    }
    let characters: Vec<char> = name.chars().collect();
    let letters: Vec<char> =
        LETTERS.chars().chain(characters.iter().copied().filter(|c| !LETTERS.contains(*c))).collect();
    let mut text = String::with_capacity(name.len() + 4);
    let mut with = |before: &[char], letter: Option<char>, after: &[char]| {
        text.clear();
        text.extend(before.iter().chain(letter.as_ref()).chain(after));
        holds(&text)
    };
    (0..=characters.len()).any(|place| {
        let (before, after) = characters.split_at(place);
        if let Some((_, rest)) = after.split_first() {
            let swapped =
                after.first_chunk::<2>().map(|&[first, second]| [before, &[second, first]].concat());
            if with(before, None, rest)
                || swapped.is_some_and(|swapped| with(&swapped, None, &after[2..]))
                || letters.iter().any(|&letter| with(before, Some(letter), rest))
            {
                return true;
            }
        }
        letters.iter().any(|&letter| with(before, Some(letter), after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tried: &str, ours: &str, is_like: bool) {
        assert_eq!(any_within_one(tried, |text| text == ours), is_like, "{tried} and {ours}");
    }

    #[test]
    fn one_slip_is_like_ours_and_two_are_not() {
        let ours = "rob.young@contoso.com";
        for tried in [
            ours,
            "rob.yuong@contoso.com",
            "ob.young@contoso.com",
            "rob.young@contoso.co",
            "robb.young@contoso.com",
            "rob.young@contoso.comm",
            "rob-young@contoso.com",
            "tob.young@contoso.com",
        ] {
            check(tried, ours, true);
        }
        for tried in ["admin@contoso.com", "rob@contoso.com", "rb.yung@contoso.com", "bor.young@contoso.com"]
        {
            check(tried, ours, false);
        }
    }

    #[test]
    fn letters_of_the_six_languages_are_seen() {
        check("asa@contoso.com", "åsa@contoso.com", true);
        check("janis@contoso.com", "jānis@contoso.com", true);
        check("νίκο@contoso.com", "νίκος@contoso.com", true);
        check("漢字@contoso.com", "漢漢字@contoso.com", true);
    }

    #[test]
    fn a_second_has_twenty_turns() {
        let likeness = Likeness::default();
        assert_eq!((0..100).filter(|_| likeness.take_turn(7)).count(), 20);
        assert!(likeness.take_turn(8));
    }
}
