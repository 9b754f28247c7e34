//! Bytes of a script to its tokens (RFC 5228, section 8.1).

use super::ScriptError;

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A command or a test, in lower case: they are not looked at by case.
    Name(String),
    /// `:copy`, without the colon and in lower case.
    Tag(String),
    /// A number, which nobody here needs.
    Number,
    /// A quoted string or a text of several lines.
    Text(String),
    /// One of `;,(){}[]`.
    Sign(char),
}

/// The tokens of a script, one after another.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The line of what comes next, from 1.
    pub(super) line: u32,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(script: &'a str) -> Self {
        Self { rest: script.strip_prefix('\u{feff}').unwrap_or(script), line: 1 }
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Token>, ScriptError> {
        self.skip_blank()?;
        let Some(first) = self.rest.chars().next() else { return Ok(None) };
        let token = match first {
            ';' | ',' | '(' | ')' | '{' | '}' | '[' | ']' => {
                self.take(1);
                Token::Sign(first)
            }
            '"' => Token::Text(self.quoted()?),
            ':' => {
                self.take(1);
                let name = self.name();
                if name.is_empty() {
                    return Err(self.problem("a colon without a tag"));
                }
                Token::Tag(name)
            }
            '0'..='9' => {
                let digits = self.rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(self.rest.len());
                self.take(digits);
                if self.rest.starts_with(['K', 'k', 'M', 'm', 'G', 'g']) {
                    self.take(1);
                }
                Token::Number
            }
            'a'..='z' | 'A'..='Z' | '_' => {
                let name = self.name();
                // `text:` and the end of the line begin a text of several lines, where a string may stand.
                if name == "text" && self.rest.starts_with(':') {
                    self.take(1);
                    Token::Text(self.several_lines()?)
                } else {
                    Token::Name(name)
                }
            }
            _ => return Err(self.problem("a sign that Sieve does not know")),
        };
        Ok(Some(token))
    }

    pub(super) fn problem(&self, problem: &'static str) -> ScriptError {
        ScriptError::Syntax { line: self.line, problem }
    }

    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.line = self.line.saturating_add(taken.bytes().filter(|&byte| byte == b'\n').count() as u32);
        self.rest = rest;
        taken
    }

    fn name(&mut self) -> String {
        let is_end = |sign: char| !(sign.is_ascii_alphanumeric() || sign == '_');
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        self.take(end).to_ascii_lowercase()
    }

    /// Blanks and both kinds of comments.
    fn skip_blank(&mut self) -> Result<(), ScriptError> {
        loop {
            let blank = self.rest.find(|sign: char| !matches!(sign, ' ' | '\t' | '\r' | '\n'));
            self.take(blank.unwrap_or(self.rest.len()));
            if self.rest.starts_with('#') {
                let end = self.rest.find('\n').map_or(self.rest.len(), |end| end + 1);
                self.take(end);
            } else if self.rest.starts_with("/*") {
                let Some(end) = self.rest[2..].find("*/") else {
                    return Err(self.problem("a comment without an end"));
                };
                self.take(2 + end + 2);
            } else {
                return Ok(());
            }
        }
    }

    /// A backslash makes the next sign stand for itself.
    fn quoted(&mut self) -> Result<String, ScriptError> {
        let mut text = String::new();
        let mut is_escaped = false;
        for (at, sign) in self.rest.char_indices().skip(1) {
            match sign {
                '"' if !is_escaped => {
                    self.take(at + 1);
                    return Ok(text);
                }
                '\\' if !is_escaped => is_escaped = true,
                _ => {
                    text.push(sign);
                    is_escaped = false;
                }
            }
        }
        Err(self.problem("a string without an end"))
    }

    /// Until a line that is a dot; a line that begins with two has one too many.
    fn several_lines(&mut self) -> Result<String, ScriptError> {
        let begin = self.rest.find('\n').map(|end| end + 1);
        let first = self.rest[..begin.unwrap_or(self.rest.len())].trim();
        let Some(begin) = begin.filter(|_| first.is_empty() || first.starts_with('#')) else {
            return Err(self.problem("text: is not at the end of its line"));
        };
        let mut text = String::new();
        let mut at = begin;
        for line in self.rest[begin..].split_inclusive('\n') {
            at += line.len();
            match line.trim_end_matches(['\r', '\n']) {
                "." => {
                    self.take(at);
                    return Ok(text);
                }
                _ => {
                    text.push_str(line.strip_prefix('.').filter(|rest| rest.starts_with('.')).unwrap_or(line))
                }
            }
        }
        Err(self.problem("text: without a line that is a dot"))
    }
}
