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

/// Puts this test's own values in, in one pass: what was put in is not looked at again, and where two texts fit
/// the longer one counts. A text that is not there any more is an error: the page has changed, and the test
/// would otherwise run with the operator's paths.
pub fn replace(text: String, replacements: &[(&str, &str)]) -> Result<String> {
    let mut longest_first = replacements.to_vec();
    longest_first.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
    let mut found = vec![false; longest_first.len()];
    let (mut done, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some(next) = rest.chars().next() {
        match longest_first.iter().position(|(from, _)| rest.starts_with(from)) {
            Some(which) => {
                let (from, to) = longest_first[which];
                found[which] = true;
                done.push_str(to);
                rest = &rest[from.len()..];
            }
            None => {
                done.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    for ((from, _), found) in longest_first.iter().zip(found) {
        anyhow::ensure!(found, "the example does not say {from:?} any more");
    }
    Ok(done)
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

    #[test]
    fn what_was_put_in_is_not_replaced_again_and_the_longer_text_counts() {
        let replaced = replace("a:25 a:2525".into(), &[("a:25", "a:2525"), ("a:2525", "b")]).expect("found");
        assert_eq!(replaced, "a:2525 b");
    }
}
