//! One account, one name: the spellings that have to meet, those that must never meet, and the fast path against
//! the slow one.

use proptest::prelude::*;

use super::*;

fn rules() -> NameRules {
    NameRules { default_domain: Some("contoso.example".to_owned()), plus_delimiter: Some('+') }
}

fn check(text: &str, canonical: &str) {
    let name = AccountName::parse(text, &rules()).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    assert_eq!(name.as_str(), canonical, "from {text:?}");
    assert_eq!(AccountName::parse(canonical, &rules()), Ok(name), "{canonical:?} is not canonical");
}

fn check_refused(text: &str, error: NameError) {
    assert_eq!(AccountName::parse(text, &rules()), Err(error), "{text:?}");
}

#[test]
fn every_spelling_of_an_account_is_one_name() {
    for text in [
        "rob@contoso.example",
        "ROB@Contoso.EXAMPLE",
        "ROB@contoso.example",
        "rob",
        " Rob ",
        "\tRob\r\n",
        "rob+newsletter@contoso.example",
        "rob+a+b@contoso.example",
        "rob@contoso.example.",
        "ｒｏｂ@contoso.example",
        "rob＠contoso.example",
        "rob﹫contoso.example",
        "rob@contoso。example",
        "rob@contoso.example。",
        "rob@ｃｏｎｔｏｓｏ.example",
        "rob＋x@contoso.example",
        "\u{feff}rob@contoso.example\u{200b}",
        "rob@contoso.example\u{a0}",
    ] {
        check(text, "rob@contoso.example");
    }
}

#[test]
fn composed_and_decomposed_letters_are_one_name() {
    check("Žiga@contoso.example", "žiga@contoso.example");
    check("Z\u{30c}iga@contoso.example", "žiga@contoso.example");
    check("ÅSA", "åsa@contoso.example");
    check("\u{212b}sa", "åsa@contoso.example");
}

#[test]
fn case_folding_reaches_the_letters_that_lower_case_misses() {
    check("STRASSE", "strasse@contoso.example");
    check("Straße", "strasse@contoso.example");
    check("ΓΙΏΡΓΟΣ", "γιώργοσ@contoso.example");
    check("γιώργος", "γιώργοσ@contoso.example");
}

#[test]
fn the_dotless_i_is_a_letter_of_its_own() {
    check("IREM", "irem@contoso.example");
    check("ırem", "ırem@contoso.example");
    check("\u{130}rem", "i\u{307}rem@contoso.example");
}

#[test]
fn a_domain_has_one_ascii_spelling() {
    for text in
        ["a@BÜCHER.example", "a@bu\u{308}cher.example", "a@xn--bcher-kva.example", "a@XN--BCHER-KVA.Example."]
    {
        check(text, "a@xn--bcher-kva.example");
    }
}

/// Before the split the whole address was folded, and `rob@straße.example` signed in as another organisation's rob.
#[test]
fn domains_that_two_people_can_own_are_never_merged() {
    check("rob@straße.example", "rob@xn--strae-oqa.example");
    check("rob@strasse.example", "rob@strasse.example");
    check("rob@xn--strae-oqa.example", "rob@xn--strae-oqa.example");
    check("rob@βόλος.example", "rob@xn--nxasmm1c.example");
    check("rob@βόλοσ.example", "rob@xn--nxasmq6b.example");
}

#[test]
fn look_alikes_of_another_script_stay_different() {
    let latin = AccountName::parse("paypal", &rules());
    let cyrillic = AccountName::parse("раураl", &rules());
    assert!(latin.is_ok() && cyrillic.is_ok());
    assert_ne!(latin, cyrillic);
}

#[test]
fn a_name_that_nobody_can_see_or_type_is_refused() {
    check_refused("", NameError::Empty);
    check_refused("  ", NameError::Empty);
    check_refused("\u{200b}", NameError::Empty);
    check_refused("@contoso.example", NameError::Empty);
    check_refused("ro b", NameError::Character);
    check_refused("ro\u{3000}b", NameError::Character);
    check_refused("rob\0", NameError::Character);
    check_refused("rob\u{85}x", NameError::Character);
    for invisible in ['\u{200b}', '\u{200d}', '\u{ad}', '\u{2060}', '\u{202e}', '\u{fe0f}', '\u{e0041}'] {
        check_refused(&format!("ro{invisible}b"), NameError::Character);
    }
}

#[test]
fn what_follows_the_at_sign_is_a_domain() {
    for text in [
        "rob@",
        "rob@.",
        "rob@a..b",
        "rob@.a",
        "rob@a..",
        "rob@-a",
        "rob@a-",
        "rob@a/b",
        "rob@[192.0.2.1]",
        "rob@xn--\u{fc}",
        "rob@xn--abc-",
        "rob@a\"b",
        "rob@a,b",
    ] {
        check_refused(text, NameError::Domain);
    }
    check("rob@localhost", "rob@localhost");
    check("rob@_x.a-b.example", "rob@_x.a-b.example");
}

#[test]
fn the_last_at_sign_divides() {
    check("\"a@b\"@contoso.example", "\"a@b\"@contoso.example");
    check("rob@evil.example@contoso.example", "rob@evil.example@contoso.example");
    // Quoted or not is for the mail server to know: it is not our login unless the server says so.
    check("\"rob\"@contoso.example", "\"rob\"@contoso.example");
}

#[test]
fn a_leading_delimiter_belongs_to_the_mailbox() {
    check("+rob@contoso.example", "+rob@contoso.example");
    check("+@contoso.example", "+@contoso.example");
    let dash = NameRules { default_domain: None, plus_delimiter: Some('-') };
    let name = AccountName::parse("rob-lists@my-site.example", &dash).expect("a name");
    assert_eq!(name.as_str(), "rob@my-site.example");
}

#[test]
fn a_default_domain_is_read_like_any_other() {
    let written = NameRules { default_domain: Some("BÜCHER.Example.".to_owned()), plus_delimiter: None };
    let bare = AccountName::parse("rob", &written).expect("a name");
    assert_eq!(Ok(bare), AccountName::parse("rob@xn--bcher-kva.example", &written));
    let broken = NameRules { default_domain: Some("a b".to_owned()), plus_delimiter: None };
    assert_eq!(AccountName::parse("rob", &broken), Err(NameError::Domain));
}

#[test]
fn without_a_default_domain_a_bare_login_stays_bare() {
    let none = NameRules::default();
    let name = AccountName::parse("Rob+x", &none).expect("a name");
    assert_eq!((name.as_str(), name.local_part(), name.domain()), ("rob+x", "rob+x", None));
}

#[test]
fn the_longest_name_is_320_bytes_before_and_after() {
    let with = |local: usize| format!("{}@contoso.example", "a".repeat(local));
    let longest = NAME_BYTES_MAX - "@contoso.example".len();
    check(&with(longest), &with(longest));
    check_refused(&with(longest + 1), NameError::TooLong);
    // The default domain counts: 304 letters fit in front of it, 305 do not.
    check(&"a".repeat(longest), &with(longest));
    check_refused(&"a".repeat(longest + 1), NameError::TooLong);
    // Folding can make a name longer: ŉ becomes ʼn.
    check_refused(&"\u{149}".repeat(longest / 2), NameError::TooLong);
}

#[test]
fn every_single_character_is_canonical_after_one_pass() {
    // The first two planes: folding and composition know no character beyond them but rare ideographs.
    for c in (0..0x2_0000).filter_map(char::from_u32) {
        for text in [format!("a{c}b@a.example"), format!("a@a{c}b.example")] {
            if let Ok(once) = AccountName::parse(&text, &rules()) {
                assert_eq!(
                    AccountName::parse(once.as_str(), &rules()),
                    Ok(once.clone()),
                    "U+{:04X}",
                    u32::from(c)
                );
            }
        }
    }
}

#[test]
fn a_recipient_has_one_spelling_and_never_fails() {
    let check = |text: &str, normal: &str| {
        assert_eq!(normalise_recipient(text, &rules()).as_bytes(), normal.as_bytes(), "{text:?}");
    };
    check("ana@example.com", "ana@example.com");
    check("Ana+list@Example.COM.", "ana@example.com");
    check("ÅSA@BÜCHER.example", "åsa@xn--bcher-kva.example");
    check("+x@example.com", "+x@example.com");
    check("\"a@b\"@Example.com", "\"a@b\"@example.com");
    check("", "");
    check("POSTMASTER", "postmaster");
    check("x@", "x@");
    check("Ana@\u{200b} b", "ana@\u{200b} b");
    assert_eq!(normalise_recipient("Ana@Example.COM", &rules()).domain(), Some("example.com"));
    assert_eq!(normalise_recipient("ana", &rules()).domain(), None);
}

#[test]
fn a_usual_recipient_needs_no_allocation() {
    let longest = format!("{}@example.com", "a".repeat(RECIPIENT_BYTES_INLINE - "@example.com".len()));
    assert!(!normalise_recipient(&longest, &rules()).0.spilled());
    assert!(normalise_recipient(&format!("a{longest}"), &rules()).0.spilled());
}

#[test]
fn a_usual_login_needs_no_allocation() {
    assert!(matches!(canonical("rob@contoso.example", &rules()), Ok(Cow::Borrowed(_))));
    assert!(matches!(canonical("Rob@contoso.example", &rules()), Ok(Cow::Owned(_))));
}

#[test]
fn the_domain_is_after_the_last_at_sign() {
    assert_eq!(domain_of("a@b@C.example"), Some("C.example"));
    assert_eq!(domain_of("a"), None);
}

/// Strings that reach the interesting places: plain names, and letters that fold, compose or disappear.
fn spelling() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9._+@-]{1,6}",
        2 => prop::sample::select(vec![
            "@", ".", "。", "．", "+", "＋", "xn--", "ß", "ẞ", "ς", "Σ", "İ", "ı", "K", "ﬁ", "\u{345}", "ᾳ", "\u{307}",
            "\u{30c}", "\u{200b}", "\u{ad}", " ", "\u{3000}", "Å", "Å", "ŉ", "½", "☃", "א", "ا", "\"", "\\",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn any_rules() -> impl Strategy<Value = NameRules> {
    let domain = prop::option::of(prop::sample::select(vec![
        "contoso.example",
        "Contoso.Example.",
        "xn--bcher-kva.example",
    ]));
    let delimiter = prop::option::of(prop::sample::select(vec!['+', '-', '_', 'x']));
    (domain, delimiter).prop_map(|(domain, plus_delimiter)| NameRules {
        default_domain: domain.map(str::to_owned),
        plus_delimiter,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_096))]

    #[test]
    fn the_fast_path_says_what_the_slow_path_says(text in "[a-cA.@+_x-]{0,8}@[a-cnxN.-]{0,10}", rules in any_rules()) {
        if is_canonical(&text, &rules) {
            prop_assert_eq!(canonical_by_unicode(&text, &rules), Ok(text));
        }
    }

    #[test]
    fn a_parsed_name_parses_to_itself(text in spelling(), rules in any_rules()) {
        if let Ok(once) = AccountName::parse(&text, &rules) {
            prop_assert_eq!(AccountName::parse(once.as_str(), &rules), Ok(once.clone()));
            prop_assert!(once.as_str().len() <= NAME_BYTES_MAX);
            prop_assert!(!once.as_str().chars().any(|c| c.is_control() || c.is_whitespace()));
        }
    }

    #[test]
    fn spelling_in_capitals_or_decomposed_changes_nothing(text in "[a-z0-9äåéžß.+_-]{1,12}@[a-z]{1,6}\\.example") {
        let name = AccountName::parse(&text, &rules());
        prop_assert_eq!(&AccountName::parse(&text.nfd().collect::<String>(), &rules()), &name);
        let (local, domain) = text.split_once('@').expect("made with one");
        let shouted = format!("{}@{}", local.to_uppercase(), domain.to_uppercase());
        prop_assert_eq!(&AccountName::parse(&shouted, &rules()), &name);
    }

    #[test]
    fn any_text_is_a_recipient_and_case_does_not_matter_in_ascii(text in spelling(), rules in any_rules()) {
        let quiet = normalise_recipient(&text.to_ascii_lowercase(), &rules);
        prop_assert!(std::str::from_utf8(quiet.as_bytes()).is_ok());
        if text.is_ascii() && rules.plus_delimiter != Some('x') {
            prop_assert_eq!(normalise_recipient(&text.to_ascii_uppercase(), &rules), quiet);
        }
    }
}

#[test]
fn a_login_with_characters_that_cannot_be_seen_is_the_login_that_is_seen() {
    let rules = NameRules { default_domain: Some("contoso.example".to_owned()), plus_delimiter: Some('+') };
    for login in ["ev\u{ad}e@contoso.example", "e\u{200b}ve", "EVE\u{fe0f}+x@contoso\u{2060}.example"] {
        assert_eq!(canonical_login(login, &rules).as_deref(), Ok("eve@contoso.example"), "{login:?}");
    }
    assert_eq!(canonical_login("\u{ad}", &rules), Err(NameError::Empty));
    assert_eq!(canonical_login("e ve", &rules), Err(NameError::Character));
}
