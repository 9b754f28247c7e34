//! The words that a site rules out in passwords, from its file.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use postern_core::password_rules::{TERM_CHARACTERS_MAX, TERM_CHARACTERS_MIN, TERMS_MAX, WordSet};

/// Reads the file: one word a line; empty lines and lines that begin with `#` are not words. A word that could never be found
/// is an error, because the site believes that it is ruled out.
pub(super) fn read(path: Option<&Path>) -> Result<Arc<WordSet>> {
    let Some(path) = path else { return Ok(Arc::default()) };
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let words = words_of(&text).with_context(|| format!("cannot use {}", path.display()))?;
    tracing::info!(path = %path.display(), words = words.len(), "words that passwords may not be made of");
    Ok(Arc::new(WordSet::of(words)))
}

fn words_of(text: &str) -> Result<Vec<&str>> {
    let lines = text.lines().map(str::trim).enumerate();
    let words: Vec<(usize, &str)> =
        lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).collect();
    ensure!(words.len() <= TERMS_MAX, "it has {} words, and at most {TERMS_MAX} are looked for", words.len());
    for (line, word) in &words {
        let characters = word.chars().count();
        ensure!(
            (TERM_CHARACTERS_MIN..=TERM_CHARACTERS_MAX).contains(&characters),
            "line {}: a word has from {TERM_CHARACTERS_MIN} to {TERM_CHARACTERS_MAX} characters, not {characters}",
            line + 1
        );
    }
    Ok(words.into_iter().map(|(_, word)| word).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_a_line_with_comments_and_a_bad_line_is_named() {
        assert_eq!(words_of("# ours\nnorthwind\n\n  fabrikam \n").expect("words"), ["northwind", "fabrikam"]);
        let error = words_of("northwind\nabc\n").expect_err("too short").to_string();
        assert!(error.contains("line 2") && error.contains("from 4 to 32"), "{error}");
        let many = "word\n".repeat(TERMS_MAX);
        assert_eq!(words_of(&many).expect("as many as may be").len(), TERMS_MAX);
        assert!(words_of(&format!("{many}more\n")).is_err());
    }
}
