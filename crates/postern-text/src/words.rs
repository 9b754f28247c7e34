//! The sentences of one language, built once from the embedded files. Does not know what the sentences are about.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use postern_core::account::Language;
use postern_core::time::{Span, Timestamp};

use crate::collation::order_of;
use crate::{format, pseudo};

/// A message. The constants are in [`crate::key`], so one that does not exist does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub(crate) name: &'static str,
    /// Sorted.
    pub(crate) arguments: &'static [&'static str],
}

/// A value inside a sentence, printed as the language prints it.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Selects plural forms; printed with the language's grouping. Exact below 2^53.
    Number(u64),
    /// Shown as it is, except that control characters become blanks: text from outside stays in its line.
    Text(&'a str),
    /// Date and time of day in that zone.
    Time(Timestamp, &'a TimeZone),
    /// Time of day with seconds in that zone.
    Clock(Timestamp, &'a TimeZone),
    /// A measured length of time with its unit.
    Span(Span),
}

/// The sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    pub(crate) order: icu_collator::CollatorBorrowed<'static>,
}

macro_rules! file {
    ($folder:literal, $name:literal) => {
        include_str!(concat!("../locales/", $folder, "/", $name, ".ftl"))
    };
}

/// The files that every language has, one a line, and those that only this one has.
macro_rules! sources {
    ($folder:literal $(, $more:literal)*) => {
        &[
            file!($folder, "addresses"),
            file!($folder, "admins"),
            file!($folder, "app_passwords"),
            file!($folder, "apps"),
            file!($folder, "audit"),
            file!($folder, "centre"),
            file!($folder, "cli"),
            file!($folder, "clock"),
            file!($folder, "compromise"),
            file!($folder, "connections"),
            file!($folder, "containment"),
            file!($folder, "deliveries"),
            file!($folder, "demo"),
            file!($folder, "diagnosis"),
            file!($folder, "doctor"),
            file!($folder, "doors"),
            file!($folder, "help_requests"),
            file!($folder, "help"),
            file!($folder, "help_cards"),
            file!($folder, "history"),
            file!($folder, "import"),
            file!($folder, "incidents"),
            file!($folder, "keys"),
            file!($folder, "lists"),
            file!($folder, "mail"),
            file!($folder, "mail_rules"),
            file!($folder, "my"),
            file!($folder, "overview"),
            file!($folder, "alternates"),
            file!($folder, "letters"),
            file!($folder, "passkeys"),
            file!($folder, "password_resets"),
            file!($folder, "recovery"),
            file!($folder, "passwords"),
            file!($folder, "plots"),
            file!($folder, "policies"),
            file!($folder, "policy_pages"),
            file!($folder, "policy_values"),
            file!($folder, "problems"),
            file!($folder, "proposals"),
            file!($folder, "protocols"),
            file!($folder, "queue"),
            file!($folder, "reasons"),
            file!($folder, "refusals"),
            file!($folder, "remote"),
            file!($folder, "replay"),
            file!($folder, "rules"),
            file!($folder, "sessions"),
            file!($folder, "settings"),
            file!($folder, "standing"),
            file!($folder, "start"),
            file!($folder, "unlock"),
            file!($folder, "user"),
            file!($folder, "users"),
            $(file!($folder, $more),)*
        ]
    };
}

/// The files of each language. `gate.ftl` is English only: an SMTP reply is ASCII.
const fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => sources!("en", "gate"),
        Language::Sv => sources!("sv"),
        Language::Lv => sources!("lv"),
        Language::Sl => sources!("sl"),
        Language::Nb => sources!("nb"),
        Language::El => sources!("el"),
    }
}

impl Words {
    /// The words of a language; built at the first call, the same ones ever after.
    pub fn in_language(language: Language) -> &'static Words {
        static EN: LazyLock<Words> = LazyLock::new(|| Words::build(Language::En));
        static SV: LazyLock<Words> = LazyLock::new(|| Words::build(Language::Sv));
        static LV: LazyLock<Words> = LazyLock::new(|| Words::build(Language::Lv));
        static SL: LazyLock<Words> = LazyLock::new(|| Words::build(Language::Sl));
        static NB: LazyLock<Words> = LazyLock::new(|| Words::build(Language::Nb));
        static EL: LazyLock<Words> = LazyLock::new(|| Words::build(Language::El));
        match language {
            Language::En => &EN,
            Language::Sv => &SV,
            Language::Lv => &LV,
            Language::Sl => &SL,
            Language::Nb => &NB,
            Language::El => &EL,
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Says a message. A message that this language lacks is said in English (the parity test finds it first).
    /// `arguments` are exactly the message's, in any order; a debug build stops at a wrong or missing name.
    pub fn say(&self, key: Key, arguments: &[(&'static str, Arg<'_>)]) -> String {
        debug_assert!(
            fits(key, arguments),
            "{} takes {:?}, was given {arguments:?}",
            key.name,
            key.arguments
        );
        let bundle = if self.bundle.has_message(key.name) {
            &self.bundle
        } else {
            &Words::in_language(Language::En).bundle
        };
        let Some(pattern) = bundle.get_message(key.name).and_then(|message| message.value()) else {
            return key.name.to_owned();
        };
        let values: FluentArgs<'_> =
            arguments.iter().map(|&(name, argument)| (name, self.value(argument))).collect();
        let said = bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
        if self.language == Language::En && pseudo::is_spoken() { pseudo::dressed(&said) } else { said }
    }

    fn value<'a>(&self, argument: Arg<'a>) -> FluentValue<'a> {
        match argument {
            Arg::Number(number) => FluentValue::from(number),
            Arg::Text(text) => FluentValue::String(one_line(text)),
            Arg::Time(at, zone) => FluentValue::from(format::date_and_time(self.language, at, zone)),
            Arg::Clock(at, zone) => FluentValue::from(format::clock(at, zone)),
            Arg::Span(span) => FluentValue::from(format::span(self.language, span)),
        }
    }

    fn build(language: Language) -> Self {
        let tag = language.code().parse().expect("our six codes are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks (U+2068, U+2069) are for mixed directions; all six languages run left to right, and in
        // subjects, logs and terminals the marks show up as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::En => |value, _| grouped(Language::En, value),
            Language::Sv => |value, _| grouped(Language::Sv, value),
            Language::Lv => |value, _| grouped(Language::Lv, value),
            Language::Sl => |value, _| grouped(Language::Sl, value),
            Language::Nb => |value, _| grouped(Language::Nb, value),
            Language::El => |value, _| grouped(Language::El, value),
        }));
        for source in sources(language) {
            // A file with a mistake keeps its other messages here; the parity test names the mistake.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, _)| rest);
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle, order: order_of(language) }
    }
}

fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        // Only whole numbers are ever passed in (Arg::Number).
        FluentValue::Number(number) => Some(format::number(language, number.value as u64)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

fn fits(key: Key, arguments: &[(&'static str, Arg<'_>)]) -> bool {
    arguments.len() == key.arguments.len()
        && key.arguments.iter().all(|needed| arguments.iter().any(|(given, _)| given == needed))
}

fn one_line(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(text.replace(char::is_control, " "))
    } else {
        Cow::Borrowed(text)
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(u64::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(number as u64)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<Span> for Arg<'_> {
    fn from(span: Span) -> Self {
        Arg::Span(span)
    }
}
