//! The text of the map, without Postfix.

use postern_core::name::AccountName;

use super::source;
use super::*;

fn names(texts: &[&str]) -> Vec<AccountName> {
    texts.iter().map(|text| AccountName::from_canonical((*text).to_owned())).collect()
}

#[test]
fn every_name_is_a_key_and_the_bare_login_of_the_default_domain_too() {
    let names = names(&["rob@contoso.example", "bob@contoso.com"]);
    let with: Vec<_> = source::logins(&names, Some("contoso.example")).collect();
    assert_eq!(with, ["rob@contoso.example", "rob", "bob@contoso.com"]);
    let without: Vec<_> = source::logins(&names, None).collect();
    assert_eq!(without, ["rob@contoso.example", "bob@contoso.com"]);
}

#[test]
fn a_refusal_is_one_ascii_line_within_its_limit() {
    assert_eq!(source::refusal("see\nhttps://x/é"), "550 5.7.1 see https://x/?");
    let at_the_limit = "x".repeat(400);
    assert_eq!(source::refusal(&at_the_limit), format!("550 5.7.1 {at_the_limit}"));
    assert_eq!(source::refusal(&"x".repeat(401)), format!("550 5.7.1 {at_the_limit}"));
}

#[test]
fn what_is_written_is_read_back() {
    let rows: BTreeMap<String, String> = [
        ("rob@contoso.com".to_owned(), "550 5.7.1 see # 1".to_owned()),
        ("ana".to_owned(), "550 x".to_owned()),
    ]
    .into();
    assert_eq!(source::parse(&source::render(&rows)), rows);
}

#[test]
fn names_that_postmap_would_read_as_something_else_are_no_keys() {
    for wrong in ["", "#rob", "\"rob", "rob ana", "rob\n", "\trob"] {
        assert!(source::problem_of(wrong).is_some(), "{wrong:?}");
    }
    assert_eq!(source::problem_of("rob:x@contoso.com"), None);
}

#[test]
fn only_types_that_we_write_are_read() {
    for map_type in [MapType::Lmdb, MapType::Hash] {
        assert_eq!(MapType::parse(map_type.as_str()), Some(map_type));
    }
    assert_eq!(MapType::parse("texthash"), None);
}
