//! Documents stay true to the tree: a relative link leads to a file, and a path of ours between backticks
//! exists; so does a document that a comment sends the reader to. What they say is for people to check.

use super::Complaint;
use crate::source;
use crate::tree::{self, TreeFile};

/// A word between backticks that begins so is a path from the root.
const OUR_FOLDERS: &[&str] = &["crates/", "docs/", "xtask/", ".ci/", ".config/", "scenarios/"];

/// Checks every Markdown file, and the comments of every Rust file.
pub fn check(rust: &[TreeFile], written: &[TreeFile]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in rust {
        for (index, line) in source::take_apart(&file.text).comments.lines().enumerate() {
            for document in documents(line).filter(|document| !tree::root().join(document).exists()) {
                complaints.push(Complaint::at(&file.path, index + 1, format!("there is no `{document}`")));
            }
        }
    }
    for file in written.iter().filter(|file| file.path.ends_with(".md")) {
        for (index, line) in file.text.lines().enumerate() {
            for link in links(line) {
                let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                if !tree::root().join(folder).join(link).exists() {
                    complaints.push(Complaint::at(&file.path, index + 1, format!("`{link}` leads nowhere")));
                }
            }
            for path in paths(line) {
                if !tree::root().join(path).exists() {
                    complaints.push(Complaint::at(&file.path, index + 1, format!("there is no `{path}`")));
                }
            }
        }
    }
    complaints
}

/// Targets of `[text](target)` that are files: no address of another site, no anchor.
fn links(line: &str) -> Vec<&str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files = targets.map(|target| target.split('#').next().unwrap_or_default());
    files
        .filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"))
        .collect()
}

/// Words between backticks that are paths of ours. One with a placeholder in it is a pattern.
fn paths(line: &str) -> Vec<&str> {
    let quoted = line.split('`').skip(1).step_by(2);
    let is_pattern = |word: &str| word.contains(['*', '<', '{', '…', ' ']) || word.contains("NNNN");
    quoted
        .filter(|word| OUR_FOLDERS.iter().any(|folder| word.starts_with(folder)) && !is_pattern(word))
        .map(|word| word.split("::").next().unwrap_or(word).trim_end_matches('/'))
        .collect()
}

/// Documents that a comment names: `docs/….md`, with or without backticks.
fn documents(comment: &str) -> impl Iterator<Item = &str> {
    let words = comment.split(|c: char| c.is_whitespace() || "`()[],;:".contains(c));
    let documents = words.filter_map(|word| word.find(".md").map(|end| &word[..end + 3]));
    documents.filter(|document| document.starts_with("docs/") && !document.contains(['*', '<', '…']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_files_and_paths_between_backticks_are_found() {
        assert_eq!(
            links("see [a](docs/a.md#b), [c](https://example.org/), [d](#d) and [e](e.md)"),
            ["docs/a.md", "e.md"]
        );
        assert_eq!(
            paths("`crates/a/src/b.rs::tests`, `cargo test`, `crates/*/x`, `docs/adr/`"),
            ["crates/a/src/b.rs", "docs/adr"]
        );
    }

    #[test]
    fn a_path_that_does_not_exist_is_named() {
        let text = "`xtask/src/main.rs` and `xtask/src/nobody.rs`\n[x](nowhere.md)\n".to_owned();
        let complaints = check(&[], &[TreeFile { path: "README.md".to_owned(), text }]);
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        let text = "//! See docs/nowhere.md and `docs/README.md`.\n".to_owned();
        let complaints = check(&[TreeFile { path: "a.rs".to_owned(), text }], &[]);
        assert_eq!(complaints, [Complaint::at("a.rs", 1, "there is no `docs/nowhere.md`")]);
    }
}
