//! The rules at their edges, and words in passwords.

use super::*;

fn everybody() -> WordSet {
    WordSet::of(["sommar", "vinter", "password", "jānis"])
}

fn counted(password: &str) -> Points {
    let terms = own_terms(["Rob Öberg", "rob.oberg@contoso.com"]);
    let own = WordSet::of(terms.iter().map(String::as_str));
    let site = WordSet::of(["Northwind", "fabrikam"]);
    points_of(password, &own, &site, &everybody(), &|piece| ["dragon", "letmein"].contains(&piece))
}

fn word(password: &str) -> Option<(String, WordOf)> {
    counted(password).word
}

#[test]
fn a_word_is_one_point_however_it_is_written_and_nothing_when_it_comes_again() {
    for (password, points) in [
        ("C0ntoso!", 2),
        ("contosocontoso", 1),
        ("Contoso Contoso 1234", 4),
        ("Sommar2026", 2),
        ("p4$$w0rd", 1),
        ("Dragon", 1),
        ("aaaaaaaaaaaaaaaa", 1),
        ("qwertyuiop", 1),
        ("poiuytrewq", 1),
        ("αβγδε", 1),
        ("", 0),
        ("Kj3-vw9x!", 9),
    ] {
        assert_eq!(counted(password).points, points, "{password}");
    }
}

#[test]
fn the_word_is_named_as_it_is_known_and_whose_it_is() {
    let named = |word: &str, of| Some((word.to_owned(), of));
    for (password, expected) in [
        ("C0ntoso!", named("contoso", WordOf::Own)),
        ("0berg-0berg", named("oberg", WordOf::Own)),
        ("N0rthwind2026", named("northwind", WordOf::Site)),
        ("Sommar2026", named("sommar", WordOf::Everybody)),
        ("JĀNIS!", named("janis", WordOf::Everybody)),
        ("xLetMeInx", named("letmein", WordOf::Everybody)),
        ("Kj3-vw9x!", None),
    ] {
        assert_eq!(word(password), expected, "{password}");
    }
}

#[test]
fn one_letter_more_less_other_or_swapped_hides_no_word_and_two_do() {
    for misspelt in ["contosoo", "cntoso", "contose", "conotso"] {
        assert_eq!(word(misspelt).map(|(word, _)| word).as_deref(), Some("contoso"), "{misspelt}");
    }
    for other in ["cxntxse", "conifer", "tosocon"] {
        assert_eq!(word(other), None, "{other}");
    }
}

#[test]
fn short_words_are_found_as_they_are_only() {
    let site = WordSet::of(["fern"]);
    let none = WordSet::default();
    let word = |password: &str| points_of(password, &none, &site, &none, &|_| false).word;
    assert!(word("my fern").is_some());
    assert!(word("my fera").is_none());
    assert!(
        WordSet::of(["abc"]).longest_at(&['a', 'b', 'c'], &['a', 'b', 'c'], 0).is_none(),
        "too short to look for"
    );
}

fn looked_up(password: &str) -> LookedUp {
    LookedUp {
        list: None,
        points: counted(password),
        characters: password.chars().count(),
        is_used_before: false,
    }
}

#[test]
fn length_is_from_fifteen_to_two_hundred_and_fifty_six_characters_of_any_kind() {
    let policy = PasswordPolicy::default();
    let of = |characters: usize| {
        let text: String =
            "κόκκινο βράδυ, μπλε πρωί και ένα καφέ ".chars().cycle().take(characters).collect();
        faults(&policy, &looked_up(&text))
    };
    assert_eq!(of(14), vec![PasswordFault::TooShort { characters_min: 15 }]);
    assert_eq!(of(15), vec![]);
    assert_eq!(of(64), vec![]);
    assert_eq!(of(256), vec![]);
    assert_eq!(of(257), vec![PasswordFault::TooLong]);
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_once() {
    let policy = PasswordPolicy::default();
    let sommar = PasswordFault::AroundWord { word: "sommar".to_owned(), of: WordOf::Everybody };
    let short = PasswordFault::TooShort { characters_min: 15 };
    assert_eq!(faults(&policy, &looked_up("Sommar2026")), vec![sommar, short.clone()]);
    assert_eq!(faults(&policy, &looked_up("aaaa")), vec![short.clone()], "short and simple is short");
    assert_eq!(faults(&policy, &looked_up("aaaaaaaaaaaaaaaaaaaa")), vec![PasswordFault::Simple]);
    let listed = LookedUp { list: Some(PasswordList::Common), is_used_before: true, ..looked_up("dragon") };
    let used = PasswordFault::UsedBefore { remembered: 5 };
    assert_eq!(
        faults(&policy, &listed),
        vec![PasswordFault::Listed(PasswordList::Common), used, short],
        "what is on a list is not told again as a word"
    );
}

#[test]
fn five_points_are_enough_and_four_are_not() {
    let policy = PasswordPolicy { characters_min: 8, ..PasswordPolicy::default() };
    assert_eq!(
        faults(&policy, &looked_up("contoso-7k")),
        vec![PasswordFault::AroundWord { word: "contoso".to_owned(), of: WordOf::Own }]
    );
    assert_eq!(faults(&policy, &looked_up("contoso-7kx")), vec![]);
}

#[test]
fn a_weak_password_is_refused_except_for_an_application_with_a_reason() {
    let weak = || vec![PasswordFault::TooShort { characters_min: 15 }];
    let refused = Err(Refusal::PasswordUnfit { faults: weak() });
    assert_eq!(check_faults(weak(), AccountKind::Person, false, "because"), refused);
    assert_eq!(check_faults(weak(), AccountKind::Application, false, "because"), refused);
    for kind in [AccountKind::Person, AccountKind::SharedMailbox] {
        assert_eq!(check_faults(weak(), kind, true, "because"), Err(Refusal::WeakOnlyForApplications));
    }
    assert_eq!(check_faults(weak(), AccountKind::Application, true, " "), Err(Refusal::NoteMissing));
    assert_eq!(check_faults(weak(), AccountKind::Application, true, "a scanner of 2009"), Ok(()));
    assert_eq!(check_faults(Vec::new(), AccountKind::Person, false, ""), Ok(()));
}

proptest::proptest! {
    /// A hostile password costs no more than its characters, and panics nowhere.
    #[test]
    fn whatever_is_typed_has_at_most_as_many_points_as_folded_characters(password in proptest::prelude::any::<String>()) {
        let characters = crate::fold::fold(&password).chars().count();
        proptest::prop_assert!(counted(&password).points <= characters as u64);
    }
}
