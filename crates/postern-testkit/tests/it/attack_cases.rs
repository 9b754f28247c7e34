//! docs/reference/attack-cases.md names every test that carries the id of an attack case, and no other: the page
//! cannot promise what no test shows. `POSTERN_BLESS=1` adds what is missing at the end of the page; move the lines to
//! their case.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/reference/attack-cases.md";

/// Whether a name begins with an id: a letter of the reference's groups, a number, and what the test shows.
fn carries_an_id(name: &str) -> bool {
    let Some((id, _)) = name.split_once('_') else { return false };
    let (group, number) = id.split_at(id.len().min(1));
    group.chars().all(|letter| ('a'..='t').contains(&letter))
        && !number.is_empty()
        && number.chars().all(|digit| digit.is_ascii_digit())
}

fn tests_in(text: &str) -> impl Iterator<Item = &str> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut names = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let Some((_, rest)) = line.split_once("fn ") else { continue };
        let name = rest.split(['(', '<']).next().unwrap_or_default();
        let is_test = lines[number.saturating_sub(3)..number]
            .iter()
            .any(|above| above.starts_with("#[test]") || above.starts_with("#[tokio::test"));
        if is_test && carries_an_id(name) {
            names.push(name);
        }
    }
    names.into_iter()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            rust_files(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

#[test]
fn the_page_of_attack_cases_names_exactly_the_tests_that_carry_an_id() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    rust_files(&root.join("crates"), &mut files)?;
    let mut in_code = BTreeSet::new();
    for file in files {
        in_code.extend(tests_in(&std::fs::read_to_string(file)?).map(str::to_owned));
    }
    let page = std::fs::read_to_string(root.join(PAGE))?;
    let on_page: BTreeSet<String> =
        page.split('`').skip(1).step_by(2).filter(|name| carries_an_id(name)).map(str::to_owned).collect();
    let missing: Vec<_> = in_code.difference(&on_page).collect();
    if std::env::var_os("POSTERN_BLESS").is_some() {
        let lines: String = missing.iter().map(|name| format!("- `{name}`\n")).collect();
        return Ok(std::fs::write(root.join(PAGE), page + &lines)?);
    }
    let gone: Vec<_> = on_page.difference(&in_code).collect();
    assert!(missing.is_empty(), "name these tests in {PAGE} (POSTERN_BLESS=1 adds them): {missing:#?}");
    assert!(gone.is_empty(), "{PAGE} names tests that are not there: {gone:#?}");
    assert!(in_code.len() > 30, "the tests are found: {in_code:?}");
    Ok(())
}

#[test]
fn a_name_with_an_id_is_told_from_one_without() {
    for (name, expected) in [
        ("a1_of_a_thousand", true),
        ("c9_3_of_200", true),
        ("a_lock_is", false),
        ("x1_y", false),
        ("a1", false),
    ] {
        assert_eq!(carries_an_id(name), expected, "{name}");
    }
}
