//! The order of the alphabet, as each language has it: å, ä and ö behind z in Swedish, č behind c in Slovenian and Latvian,
//! Greek letters before Latin ones in Greek. For short lists of names and labels that a page sorts in memory.
//!
//! The order is CLDR's, by ICU4X. Lists that the database pages through are in the order of code points instead.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use postern_core::account::Language;

use crate::Words;

/// How a language sorts; the data is part of this program, so nothing is read for it.
pub(crate) fn order_of(language: Language) -> CollatorBorrowed<'static> {
    let locale: Locale = language.code().parse().expect("our six codes are language tags");
    Collator::try_new(locale.into(), CollatorOptions::default()).expect("the orders are part of this program")
}

impl Words {
    /// Sorts `items` by their `text` as the language sorts: first by letters, then by accents, then small letters before
    /// capitals.
    pub fn sort<T>(&self, items: &mut [T], text: impl Fn(&T) -> &str) {
        items.sort_by(|one, other| self.order.compare(text(one), text(other)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, sorted: &str) {
        let mut names: Vec<&str> = sorted.split(' ').rev().collect();
        Words::in_language(language).sort(&mut names, |name| name);
        assert_eq!(names.join(" "), sorted, "{language:?}");
    }

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
