//! Rules for single files: each Rust file opens by saying what it is for, nothing is left to be done later, and
//! no text names a path of one developer's machine.

use super::Complaint;
use crate::source;
use crate::tree::TreeFile;

/// What people write when they mean to come back.
const LATER: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), "XXX", "HACK"];
/// Code that says the same.
const UNFINISHED: &[&str] = &["todo!", "unimplemented!", "#[ignore", "dbg!"];
/// Folders that exist on one machine only.
const PRIVATE: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/Us", "ers/")];

/// Checks Rust files and other text.
pub fn check(rust: &[TreeFile], written: &[TreeFile]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in rust {
        complaints.extend(opening(file));
        complaints.extend(unfinished(file));
    }
    for file in rust.iter().chain(written) {
        complaints.extend(private_paths(file));
    }
    complaints
}

fn opening(file: &TreeFile) -> Option<Complaint> {
    // A line that carries an attribute for the whole file may stand before it.
    let first = file.text.lines().find(|line| !line.starts_with("#!["))?;
    (!first.starts_with("//! ")).then(|| {
        Complaint::at(&file.path, 1, "open with `//!`: what this file is for, and what it does not know")
    })
}

fn unfinished(file: &TreeFile) -> Vec<Complaint> {
    let parts = source::take_apart(&file.text);
    let mut complaints = Vec::new();
    for (text, signs) in [(&parts.comments, LATER), (&parts.code, UNFINISHED)] {
        for (index, line) in text.lines().enumerate() {
            for sign in signs.iter().filter(|sign| has_word(line, sign)) {
                let what = format!("finish it or leave it out: `{sign}`");
                complaints.push(Complaint::at(&file.path, index + 1, what));
            }
        }
    }
    complaints
}

fn private_paths(file: &TreeFile) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        for path in PRIVATE.iter().filter(|path| begins_in(line, path)) {
            let what = format!("`{path}` is a folder of one machine; name it from the repository's root");
            complaints.push(Complaint::at(&file.path, index + 1, what));
        }
    }
    complaints
}

/// `path` stands in `line` as the beginning of a path.
fn begins_in(line: &str, path: &str) -> bool {
    line.match_indices(path)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-*".contains(c)))
}

/// `sign` stands in `line`, and not as the end of a longer word.
fn has_word(line: &str, sign: &str) -> bool {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(sign).any(|(at, _)| {
        let is_whole_before = !line[..at].ends_with(is_word);
        let is_whole_after =
            sign.ends_with(|last: char| !is_word(last)) || !line[at + sign.len()..].starts_with(is_word);
        is_whole_before && is_whole_after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(text: &str) -> usize {
        let file = TreeFile { path: "a.rs".to_owned(), text: text.to_owned() };
        check(&[file], &[]).len()
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_named() {
        assert_eq!(check_one("//! Adds.\nfn a() {}\n"), 0);
        assert_eq!(check_one("#![allow(x)]\n//! Adds.\n"), 0);
        assert_eq!(check_one("use std::fs;\n"), 1);
    }

    #[test]
    fn unfinished_code_is_named_in_code_and_comments_but_not_in_strings() {
        assert_eq!(check_one(concat!("//! A.\n// TO", "DO: more\nfn a() { todo!() }\n")), 2);
        assert_eq!(check_one("//! A.\n#[ignore = \"slow\"]\nfn a() {}\n"), 1);
        assert_eq!(check_one("//! A.\nconst A: &str = \"todo!\"; // HACKNEY\n"), 0);
    }

    #[test]
    fn a_path_of_one_machine_is_named() {
        assert_eq!(check_one(concat!("//! A.\nconst A: &str = \"/wo", "rk/x\";\n")), 1);
        assert_eq!(check_one("//! A, see /usr/sbin and docs/work/.\n"), 0);
    }
}
