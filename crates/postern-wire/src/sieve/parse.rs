//! Tokens to deeds (RFC 5228, section 8.2): a command is a name, arguments, perhaps tests, and a semicolon or a block.

use super::token::{Token, Tokens};
use super::{DEEDS_MAX, Deed, Found, NESTING_MAX, ScriptError};

/// Reads one script.
pub(super) struct Parser<'a> {
    tokens: Tokens<'a>,
    /// Read and not used yet.
    ahead: Option<Token>,
    found: Vec<Found>,
}

/// Whether what stands here is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    Sometimes,
    Never,
}

impl When {
    /// Here, if a test says so that says this.
    fn and(self, test: Option<bool>) -> Self {
        match (self, test) {
            (When::Never, _) | (_, Some(false)) => When::Never,
            (here, Some(true)) => here,
            (_, None) => When::Sometimes,
        }
    }
}

/// What stood behind a command's name.
#[derive(Default)]
struct Arguments {
    tags: Vec<String>,
    /// Strings outside lists, in order.
    texts: Vec<String>,
    /// What the test says whatever the mail is; `None` where that depends on the mail, or there is no test.
    test: Option<bool>,
    has_test: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn new(script: &'a str) -> Self {
        Self { tokens: Tokens::new(script), ahead: None, found: Vec::new() }
    }

    pub(super) fn script(mut self) -> Result<Vec<Found>, ScriptError> {
        self.commands(When::Always, 0)?;
        match self.next()? {
            None => Ok(self.found),
            Some(_) => Err(self.tokens.problem("a closing brace without an opening one")),
        }
    }

    fn next(&mut self) -> Result<Option<Token>, ScriptError> {
        match self.ahead.take() {
            Some(token) => Ok(Some(token)),
            None => self.tokens.next(),
        }
    }

    fn needed(&mut self, problem: &'static str) -> Result<Token, ScriptError> {
        self.next()?.ok_or_else(|| self.tokens.problem(problem))
    }

    /// Until the end or a closing brace, which is left for the caller.
    fn commands(&mut self, here: When, depth: usize) -> Result<(), ScriptError> {
        // What the chain of `if`, `elsif` and `else` still leaves open.
        let mut chain = When::Never;
        loop {
            let line = self.tokens.line;
            let name = match self.next()? {
                Some(Token::Name(name)) => name,
                Some(brace @ Token::Sign('}')) => {
                    self.ahead = Some(brace);
                    return Ok(());
                }
                None => return Ok(()),
                Some(Token::Sign(_) | Token::Tag(_) | Token::Number | Token::Text(_)) => {
                    return Err(self.tokens.problem("a command begins with its name"));
                }
            };
            if name == "if" {
                chain = here;
            }
            let reached = if matches!(name.as_str(), "elsif" | "else") { chain } else { here };
            let (arguments, has_block) = self.arguments(depth)?;
            if has_block {
                self.block(&name, &arguments, reached, depth)?;
                chain = match (arguments.has_test, arguments.test) {
                    (true, Some(true)) | (false, _) => When::Never,
                    (true, Some(false)) => chain,
                    (true, None) => chain.and(None),
                };
            } else if reached != When::Never && name != "require" {
                self.note(deed(name, &arguments), reached == When::Sometimes, line)?;
            }
        }
    }

    fn block(&mut self, name: &str, of: &Arguments, reached: When, depth: usize) -> Result<(), ScriptError> {
        if depth >= NESTING_MAX {
            return Err(ScriptError::TooDeep { line: self.tokens.line });
        }
        let inside = match name {
            "if" | "elsif" => reached.and(of.test),
            "else" => reached,
            // Of an extension, such as `foreverypart`: it depends on the mail.
            _ => reached.and(None),
        };
        self.commands(inside, depth + 1)?;
        match self.next()? {
            Some(Token::Sign('}')) => Ok(()),
            Some(_) | None => Err(self.tokens.problem("a block without a closing brace")),
        }
    }

    fn note(&mut self, deed: Deed, is_conditional: bool, line: u32) -> Result<(), ScriptError> {
        if self.found.len() >= DEEDS_MAX {
            return Err(ScriptError::TooMany);
        }
        self.found.push(Found { deed, is_conditional, line });
        Ok(())
    }

    /// What stands behind a command's name, and whether a block follows.
    fn arguments(&mut self, depth: usize) -> Result<(Arguments, bool), ScriptError> {
        let mut read = Arguments::default();
        loop {
            match self.needed("a command without a semicolon")? {
                Token::Sign(';') => return Ok((read, false)),
                Token::Sign('{') => return Ok((read, true)),
                Token::Tag(tag) => read.tags.push(tag),
                Token::Text(text) => read.texts.push(text),
                Token::Number => {}
                Token::Sign('[') => self.list()?,
                Token::Name(name) => {
                    read.has_test = true;
                    read.test = self.test(&name, depth)?;
                }
                Token::Sign('(') => {
                    read.has_test = true;
                    self.tests(depth)?;
                }
                Token::Sign(_) => return Err(self.tokens.problem("a sign that does not belong here")),
            }
        }
    }

    /// A list of strings, behind its opening bracket.
    fn list(&mut self) -> Result<(), ScriptError> {
        loop {
            match self.needed("a list without a closing bracket")? {
                Token::Sign(']') => return Ok(()),
                Token::Text(_) | Token::Sign(',') => {}
                Token::Name(_) | Token::Tag(_) | Token::Number | Token::Sign(_) => {
                    return Err(self.tokens.problem("a list holds strings"));
                }
            }
        }
    }

    /// A test behind its name: what it says whatever the mail is.
    fn test(&mut self, name: &str, depth: usize) -> Result<Option<bool>, ScriptError> {
        if depth >= NESTING_MAX {
            return Err(ScriptError::TooDeep { line: self.tokens.line });
        }
        let mut inner = Vec::new();
        loop {
            match self.needed("a test without an end")? {
                Token::Tag(_) | Token::Text(_) | Token::Number => {}
                Token::Sign('[') => self.list()?,
                Token::Sign('(') => inner = self.tests(depth + 1)?,
                Token::Name(next) => inner = vec![self.test(&next, depth + 1)?],
                end @ Token::Sign(_) => {
                    self.ahead = Some(end);
                    return Ok(answer(name, &inner));
                }
            }
        }
    }

    /// Tests in brackets, behind the opening one.
    fn tests(&mut self, depth: usize) -> Result<Vec<Option<bool>>, ScriptError> {
        let mut answers = Vec::new();
        loop {
            match self.needed("tests without a closing bracket")? {
                Token::Name(name) => answers.push(self.test(&name, depth)?),
                Token::Sign(',') => {}
                Token::Sign(')') => return Ok(answers),
                Token::Tag(_) | Token::Text(_) | Token::Number | Token::Sign(_) => {
                    return Err(self.tokens.problem("a test begins with its name"));
                }
            }
        }
    }
}

fn answer(name: &str, inner: &[Option<bool>]) -> Option<bool> {
    match name {
        "true" => Some(true),
        "false" => Some(false),
        "not" => inner.first().copied().flatten().map(|it| !it),
        "anyof" if inner.contains(&Some(true)) => Some(true),
        "anyof" if !inner.is_empty() && inner.iter().all(|it| *it == Some(false)) => Some(false),
        "allof" if inner.contains(&Some(false)) => Some(false),
        "allof" if !inner.is_empty() && inner.iter().all(|it| *it == Some(true)) => Some(true),
        _ => None,
    }
}

/// The last string is what the command is about: those before it belong to tags.
fn deed(name: String, of: &Arguments) -> Deed {
    let last = || of.texts.last().cloned().unwrap_or_default();
    let has = |tag: &str| of.tags.iter().any(|it| it == tag);
    match name.as_str() {
        "redirect" => Deed::Redirect { to: last(), is_copy: has("copy") },
        "fileinto" => Deed::FileInto { folder: last(), is_copy: has("copy"), creates: has("create") },
        "discard" => Deed::Discard,
        "keep" => Deed::Keep,
        "reject" | "ereject" | "refuse" => Deed::Reject,
        "stop" => Deed::Stop,
        "vacation" => Deed::Vacation,
        "include" => Deed::Include { script: last(), is_global: has("global") },
        "notify" => Deed::Notify { method: last() },
        _ => Deed::Other { command: name },
    }
}
