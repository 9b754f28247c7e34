//! Some things have one room only: SQL lives in postern-store, sentences that people read live in postern-text.
//! Both are recognised roughly, by the look of string literals; a literal that only looks like one is listed in
//! `docs/reference/sentences.txt`, which may only shrink.

use anyhow::Result;

use super::Complaint;
use crate::source;
use crate::tree::{self, TreeFile};

const SENTENCES: &str = "docs/reference/sentences.txt";
/// What a statement begins with, in capitals as we write SQL.
const STATEMENTS: &[&str] =
    &["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "];
/// Rooms of which no sentence reaches a person but through postern-text.
const WORDLESS: &[&str] = &[
    "crates/postern-core/src/",
    "crates/postern-wire/src/",
    "crates/postern-engine/src/",
    "crates/postern-store/src/",
    "crates/postern-connect/src/",
    "crates/postern-gates/src/",
    "crates/postern-web/src/",
];
/// Fewer words are a name or a label of a log event.
const SENTENCE_WORDS_MIN: usize = 4;

/// Checks every string literal outside tests.
pub fn check(rust: &[TreeFile]) -> Result<Vec<Complaint>> {
    let mut unused: Vec<String> = tree::file(SENTENCES)?
        .text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let allowed = unused.clone();
    let mut complaints = Vec::new();
    for file in rust {
        for (line, string) in strings_outside_tests(file) {
            if is_sql(&string) && !file.path.starts_with("crates/postern-store/") {
                complaints.push(Complaint::at(&file.path, line, "move this SQL to postern-store"));
            }
            let is_wordless = WORDLESS.iter().any(|room| file.path.starts_with(room));
            if is_wordless && is_sentence(&string) {
                unused.retain(|known| *known != string);
                if !allowed.contains(&string) {
                    let what = format!("move this sentence to postern-text: \"{string}\"");
                    complaints.push(Complaint::at(&file.path, line, what));
                }
            }
        }
    }
    complaints.extend(
        unused.into_iter().map(|known| Complaint(format!("{SENTENCES}: remove `{known}`: nobody says it"))),
    );
    Ok(complaints)
}

fn strings_outside_tests(file: &TreeFile) -> Vec<(usize, String)> {
    if is_test_file(&file.path) {
        return Vec::new();
    }
    let parts = source::take_apart(&file.text);
    // By convention tests are the last thing in a file.
    let tests_at = parts.code.lines().position(|line| line.trim() == "#[cfg(test)]").unwrap_or(usize::MAX);
    parts.strings.into_iter().filter(|(line, _)| *line <= tests_at).collect()
}

/// Whether a file only holds tests.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.contains("/fuzz/")
}

fn is_sql(string: &str) -> bool {
    let string = string.trim_start();
    STATEMENTS.iter().any(|statement| string.starts_with(statement) && string.len() > statement.len())
}

fn is_sentence(string: &str) -> bool {
    let begins = string.starts_with(|first: char| first.is_uppercase());
    let ends = string.ends_with(['.', '!', '?']);
    begins && ends && string.split_whitespace().count() >= SENTENCE_WORDS_MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_and_sentences_are_told_from_other_strings() {
        assert!(is_sql("SELECT id FROM account") && is_sql("\n  UPDATE account SET x = 1"));
        assert!(!is_sql("SELECT ") && !is_sql("select a door") && !is_sql("UPDATED 3 rows"));
        assert!(is_sentence("You can send again now."));
        assert!(
            !is_sentence("cannot read the account.") && !is_sentence("Retry-After") && !is_sentence("No.")
        );
    }

    #[test]
    fn strings_of_tests_do_not_count() {
        let text = "const A: &str = \"one\";\n#[cfg(test)]\nmod tests { const B: &str = \"two\"; }\n";
        let strings =
            |path: &str| strings_outside_tests(&TreeFile { path: path.to_owned(), text: text.to_owned() });
        assert_eq!(strings("a.rs"), [(1, "one".to_owned())]);
        assert!(strings("a/tests.rs").is_empty());
    }
}
