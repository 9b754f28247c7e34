//! Reads the example configurations out of docs/operate, so that what an operator copies is what the tests run.
//!
//! An example is the fenced block after `<!-- example: NAME -->`. A test may replace only what every site has of
//! its own (paths, ports, domain, secrets), each by naming the very text of the page.

use std::path::Path;

use anyhow::{Context, Result};

/// The text of the example `name` on the page docs/operate/`page`.
pub fn example(page: &str, name: &str) -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operate").join(page);
    let text = std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
    find(&text, name).with_context(|| format!("docs/operate/{page} has no example {name}"))
}

fn find(page: &str, name: &str) -> Option<String> {
    let mark = format!("<!-- example: {name} -->");
    let mut lines = page.lines().skip_while(|line| *line != mark).skip(1);
    if !lines.next()?.starts_with("```") {
        return None;
    }
    let mut text = String::new();
    for line in lines {
        if line.starts_with("```") {
            return Some(text);
        }
        text.push_str(line);
        text.push('\n');
    }
    None
}

/// Puts this test's own values in. A text that is not there any more is an error: the page has changed, and the
/// test would otherwise run with the operator's paths.
pub fn replace(mut text: String, replacements: &[(&str, &str)]) -> Result<String> {
    for (from, to) in replacements {
        anyhow::ensure!(text.contains(from), "the example does not say {from:?} any more");
        text = text.replace(from, to);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "words\n<!-- example: a.conf -->\n```text\none\ntwo\n```\n<!-- example: b.conf -->\nno block\n";

    #[test]
    fn an_example_is_the_block_after_its_mark() {
        assert_eq!(find(PAGE, "a.conf").as_deref(), Some("one\ntwo\n"));
        assert_eq!(find(PAGE, "b.conf"), None);
        assert_eq!(find(PAGE, "c.conf"), None);
    }

    #[test]
    fn a_replacement_that_finds_nothing_is_an_error() {
        assert_eq!(replace("port 1".into(), &[("1", "2")]).expect("found"), "port 2");
        assert!(replace("port 1".into(), &[("3", "2")]).is_err());
    }
}
