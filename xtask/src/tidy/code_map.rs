//! ARCHITECTURE's code map: the first sentence of every source file, so that the map is written where the code
//! is. The committed text has to be what this file makes of the tree; `tidy --fix` writes it.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};

use super::{Complaint, Mode};
use crate::tree::{self, TreeFile};

const DOCUMENT: &str = "ARCHITECTURE.md";
const BEGIN: &str =
    "<!-- code map: written by `cargo xtask tidy --fix` from the first sentence of each file -->\n";
const END: &str = "<!-- end of the code map -->";
/// The crates from the ground up, as the picture has them; others follow by name.
const ORDER: &[&str] = &[
    "crates/postern-core",
    "crates/postern-wire",
    "crates/postern-text",
    "crates/postern-engine",
    "crates/postern-store",
    "crates/postern-connect",
    "crates/postern-gates",
    "crates/postern-web",
    "crates/postern",
    "crates/postern-testkit",
    "xtask",
];

/// Compares the committed map with the tree, or writes it.
pub fn check(rust: &[TreeFile], mode: Mode) -> Result<Vec<Complaint>> {
    let document = tree::file(DOCUMENT)?;
    let Some(wanted) = with_map(&document.text, &map(rust)) else {
        return Ok(vec![Complaint(format!("{DOCUMENT}: put the two markers of the code map back"))]);
    };
    if wanted == document.text {
        return Ok(Vec::new());
    }
    match mode {
        Mode::Check => {
            Ok(vec![Complaint(format!("{DOCUMENT}: the code map is old: run `cargo xtask tidy --fix`"))])
        }
        Mode::Fix => {
            fs::write(tree::root().join(DOCUMENT), wanted).with_context(|| format!("write {DOCUMENT}"))?;
            Ok(Vec::new())
        }
    }
}

fn with_map(document: &str, map: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{map}{END}{after}"))
}

fn map(rust: &[TreeFile]) -> String {
    let mut map = String::new();
    for folder in ORDER {
        let source = format!("{folder}/src/");
        let mut files: Vec<(&str, &TreeFile)> = rust
            .iter()
            .filter_map(|file| Some((file.path.strip_prefix(&source)?, file)))
            .filter(|(name, _)| !is_tests(name))
            .collect();
        files.sort_by_key(|(name, _)| sort_key(name));
        let _ = write!(map, "\n**`{folder}`**\n\n");
        for (name, file) in files {
            let _ = writeln!(map, "- `{name}` {}", first_sentence(&file.text));
        }
    }
    map.push('\n');
    map
}

fn is_tests(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("tests/")
}

/// The crate's own file first, then each file before the folder of the same name.
fn sort_key(name: &str) -> (bool, String) {
    let is_root = name == "lib.rs" || name == "main.rs";
    (!is_root, name.trim_end_matches(".rs").to_owned())
}

/// The first sentence of the `//!` comment, on one line and without links into the code's documentation.
fn first_sentence(text: &str) -> String {
    let comment =
        text.lines().skip_while(|line| line.starts_with("#![")).map_while(|line| line.strip_prefix("//!"));
    let paragraph: Vec<&str> = comment.map(str::trim).take_while(|line| !line.is_empty()).collect();
    let paragraph = paragraph.join(" ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |end| end + 1);
    paragraph[..end].replace("[`", "`").replace("`]", "`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> TreeFile {
        TreeFile { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_file_is_described_by_its_first_sentence() {
        assert_eq!(first_sentence("//! Adds up,\n//! slowly. Knows no time.\n"), "Adds up, slowly.");
        assert_eq!(first_sentence("//! Uses [`crate::run`]\n//!\n//! More.\nuse x;\n"), "Uses `crate::run`");
        assert_eq!(first_sentence("#![allow(x)]\n//! Late but there.\n"), "Late but there.");
    }

    #[test]
    fn the_map_lists_the_crates_own_file_first_and_leaves_tests_out() {
        let files = [
            file("xtask/src/a.rs", "//! A."),
            file("xtask/src/a/b.rs", "//! B."),
            file("xtask/src/a/tests.rs", "//! T."),
            file("xtask/src/main.rs", "//! Main."),
        ];
        let map = map(&files);
        assert!(map.ends_with("**`xtask`**\n\n- `main.rs` Main.\n- `a.rs` A.\n- `a/b.rs` B.\n\n"), "{map}");
    }

    #[test]
    fn only_the_text_between_the_markers_is_replaced() {
        let document = format!("before\n{BEGIN}old\n{END}\nafter\n");
        assert_eq!(with_map(&document, "new\n"), Some(format!("before\n{BEGIN}new\n{END}\nafter\n")));
        assert_eq!(with_map("no markers", "new"), None);
    }
}
