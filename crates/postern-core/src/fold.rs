//! Folding of text for search: what a person types finds what another person wrote, whatever the case and the
//! accents. Only for finding: names are compared by [`crate::name::AccountName`], which merges nothing.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded form of `text`: compatibility decomposition without its combining marks, case-folded, and
/// letters with a stroke as their plain ones. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let without_case: String = text.nfkd().filter(|&c| !is_combining_mark(c)).default_case_fold().collect();
    let mut folded = String::with_capacity(without_case.len());
    // Case folding can put a composed letter back (U+0130), so decompose once more.
    for letter in without_case.nfkd().filter(|&c| !is_combining_mark(c)) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

/// Letters of our six languages and their neighbours that Unicode does not decompose, as somebody without them
/// on the keyboard types them.
const fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        for (written, typed) in [
            ("Åsa Öberg", "asa oberg"),
            ("ÁNNA", "anna"),
            ("A\u{301}nna", "ánna"),
            ("Jānis Bērziņš", "janis berzins"),
            ("Žiga Čuček", "ziga cucek"),
            ("Bjørn Ærlig", "bjorn aerlig"),
            ("Νίκος Παπαδόπουλος", "νικος παπαδοπουλοσ"),
            ("ΆΝΝΑ", "άννα"),
            ("Straße", "strasse"),
            ("ﬁn", "FIN"),
            ("İstanbul ılık", "istanbul ilik"),
            ("Rob@Contoso.COM", "rob@contoso.com"),
        ] {
            assert_eq!(fold(written), fold(typed), "{written}");
        }
    }

    #[test]
    fn different_letters_stay_different() {
        assert_ne!(fold("anna"), fold("аnnа"), "Cyrillic look-alikes are other letters");
        assert_ne!(fold("rob"), fold("bob"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
