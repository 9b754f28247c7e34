//! How the reader wants to be talked to: language, time zone, JSON or sentences.

use jiff::tz::TimeZone;
use postern_core::account::Language;
use postern_text::{Arg, Key, Words};
use postern_web::api::v1::time::When;

/// The reader.
#[derive(Clone)]
pub struct Talk {
    words: &'static Words,
    zone: TimeZone,
    /// Print JSON instead of sentences.
    pub json: bool,
}

impl Talk {
    /// JSON is never translated, so its reader gets English.
    pub fn new(language: Language, zone: TimeZone, json: bool) -> Self {
        let language = if json { Language::En } else { language };
        Self { words: Words::in_language(language), zone, json }
    }

    /// The sentences.
    pub fn words(&self) -> &'static Words {
        self.words
    }

    /// The language of the sentences.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// The zone of every time shown.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Says a message.
    pub fn say(&self, key: Key, arguments: &[(&'static str, Arg<'_>)]) -> String {
        self.words.say(key, arguments)
    }

    /// A message without values.
    pub fn label(&self, key: Key) -> String {
        self.words.say(key, &[])
    }

    /// A time in a table.
    pub fn time(&self, when: &When) -> String {
        when.local(&self.zone)
    }

    /// A time in a sentence that stands alone, with the name of its zone.
    pub fn time_and_zone(&self, when: &When) -> String {
        format!("{} ({})", self.time(when), self.zone_name())
    }

    /// The head of a column of times: it names the zone, so that no cell has to.
    pub fn head_of_times(&self, key: Key) -> String {
        format!("{} ({})", self.label(key), self.zone_name())
    }

    // Every zone is looked up by its name; UTC is the one that is built in.
    fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    /// An optional end in a table.
    pub fn until(&self, when: Option<&When>) -> String {
        when.map_or_else(|| self.label(postern_text::key::CLI_UNTIL_RELEASED), |when| self.time(when))
    }
}
