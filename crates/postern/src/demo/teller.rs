//! Tells the story in the terminal, and remembers whether every step behaved. Sentences come from
//! postern-text; here are only blanks and marks.

use std::time::Duration;

use postern_core::account::Language;
use postern_core::time::Span;
use postern_text::{Arg, Key, Words};

use crate::cli::out;

/// The teller of one demo.
pub struct Teller {
    words: &'static Words,
    chapters: u32,
    misbehaved: u32,
}

impl Teller {
    /// In this language.
    pub fn new(language: Language) -> Self {
        Self { words: Words::in_language(language), chapters: 0, misbehaved: 0 }
    }

    /// A new chapter.
    pub fn chapter(&mut self, title: Key) {
        self.chapters += 1;
        self.pause();
        print(&format!("{}. {}", self.chapters, self.words.say(title, &[])));
    }

    /// One sentence.
    pub fn say(&self, key: Key, arguments: &[(&'static str, Arg<'_>)]) {
        print(&format!("   {}", self.words.say(key, arguments)));
    }

    /// A sentence that stands alone at the margin.
    pub fn aside(&self, key: Key, arguments: &[(&'static str, Arg<'_>)]) {
        print(&self.words.say(key, arguments));
    }

    /// Something that a program said, word for word.
    pub fn quote(&self, text: &str) {
        for line in text.lines() {
            print(&format!("     | {line}"));
        }
    }

    /// A command line, word for word.
    pub fn command(&self, text: &str) {
        print(&format!("   $ {text}"));
    }

    /// What had to be true at this step, and whether it was.
    pub fn check(&mut self, expectation: Key, arguments: &[(&'static str, Arg<'_>)], holds: bool) {
        let mark = if holds { "[ok]" } else { "[!!]" };
        print(&format!("   {mark} {}", self.words.say(expectation, arguments)));
        self.misbehaved += u32::from(!holds);
    }

    /// An empty line.
    pub fn pause(&self) {
        print("");
    }

    /// How many steps did not behave.
    pub fn misbehaved(&self) -> u32 {
        self.misbehaved
    }
}

/// How long an answer took, as an argument of a sentence.
pub fn took(duration: Duration) -> Arg<'static> {
    Arg::Span(Span::from_micros(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
}

/// One line. A reader that goes away ends no story: the exit code still says how it went.
fn print(text: &str) {
    let _reader_is_gone = out::line(text).is_err();
}
