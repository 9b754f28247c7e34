//! The file as a flat list of dotted keys with their lines. Knows which keys exist and what type a value has,
//! not what a value means. Problems are collected, so that one run tells all of them.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use super::keys;

/// Deepest table of the format is two; this stops a file made to exhaust the stack.
const TABLE_DEPTH_MAX: usize = 4;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found<T> {
    /// The value.
    pub value: T,
    /// Its line, from 1.
    pub line: usize,
}

pub(super) struct Reader<'a> {
    text: &'a str,
    values: BTreeMap<String, Found<DeValue<'a>>>,
    sections: BTreeMap<String, usize>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Reads the text, or says where it is first no TOML: what the parser complains of after a missing quotation mark,
    /// and which keys are then missing, would only hide that place.
    pub fn new(text: &'a str) -> Result<Self, Problem> {
        let mut reader =
            Self { text, values: BTreeMap::new(), sections: BTreeMap::new(), problems: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
        if let Some(error) = first {
            let line = reader.line_of(error.span().map_or(0, |span| span.start));
            let message = format!("this is not TOML: {}", error.message());
            return Err(Problem { line, key: String::new(), message });
        }
        reader.flatten("", table.into_inner(), 0);
        Ok(reader)
    }

    /// Every problem, in the order of lines.
    pub fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        self.problems
    }

    pub fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    pub fn problem(&mut self, line: usize, key: &str, message: &str) {
        self.problems.push(Problem { line, key: key.to_owned(), message: message.to_owned() });
    }

    /// Whether the section is written, even when it is empty.
    pub fn has_section(&self, name: &str) -> bool {
        self.sections.contains_key(name)
    }

    pub fn text(&mut self, key: &str) -> Option<Found<String>> {
        let found = self.values.get(key)?;
        if let DeValue::String(text) = &found.value {
            return Some(Found { value: text.clone().into_owned(), line: found.line });
        }
        let line = found.line;
        self.problem(line, key, "takes a text in quotation marks");
        None
    }

    /// A text that has to be there; its absence is a problem of the section's first line.
    pub fn needed_text(&mut self, key: &str) -> Option<Found<String>> {
        if !self.values.contains_key(key) {
            self.missing(key);
        }
        self.text(key)
    }

    pub fn texts(&mut self, key: &str) -> Option<Vec<Found<String>>> {
        let found = self.values.get(key)?;
        let line = found.line;
        let DeValue::Array(array) = &found.value else {
            self.problem(line, key, "takes a list of texts, as in [\"one\", \"two\"]");
            return None;
        };
        let mut texts = Vec::new();
        let mut wrong_at = Vec::new();
        for item in array.iter() {
            let line = self.line_of(item.span().start);
            match item.get_ref() {
                DeValue::String(text) => texts.push(Found { value: text.clone().into_owned(), line }),
                DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_)
                | DeValue::Table(_) => wrong_at.push(line),
            }
        }
        for line in wrong_at {
            self.problem(line, key, "each item of this list is a text in quotation marks");
        }
        Some(texts)
    }

    /// A list that has to be there with at least one item.
    pub fn needed_texts(&mut self, key: &str) -> Option<Vec<Found<String>>> {
        if !self.values.contains_key(key) {
            self.missing(key);
            return None;
        }
        let line = self.values.get(key).map_or(1, |found| found.line);
        let texts = self.texts(key)?;
        if texts.is_empty() {
            self.problem(line, key, "needs at least one item");
            return None;
        }
        Some(texts)
    }

    pub fn needed_number(&mut self, key: &str) -> Option<u32> {
        let Some(found) = self.values.get(key) else {
            self.missing(key);
            return None;
        };
        let line = found.line;
        let number = match &found.value {
            DeValue::Integer(integer) => u32::from_str_radix(integer.as_str(), integer.radix()).ok(),
            DeValue::String(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => None,
        };
        if number.is_none() {
            self.problem(line, key, "takes a whole number from 0 to 4294967295, without quotation marks");
        }
        number
    }

    /// `Some(None)` when it is not written, `None` when it is written wrongly.
    pub fn boolean(&mut self, key: &str) -> Option<Option<bool>> {
        let Some(found) = self.values.get(key) else { return Some(None) };
        if let DeValue::Boolean(value) = found.value {
            return Some(Some(value));
        }
        let line = found.line;
        self.problem(line, key, "takes true or false, without quotation marks");
        None
    }

    fn missing(&mut self, key: &str) {
        let section = key.rsplit_once('.').map_or("", |(section, _)| section);
        let line = self.sections.get(section).copied().unwrap_or(1);
        let example = keys::find(key).map_or(String::new(), |known| {
            let name = key.rsplit('.').next().unwrap_or(key);
            format!(", as in {name} = {}", known.example)
        });
        let place = if section.is_empty() { String::new() } else { format!(" in [{section}]") };
        self.problem(line, key, &format!("is missing: add it{place}{example}"));
    }

    fn flatten(&mut self, prefix: &str, table: DeTable<'a>, depth: usize) {
        for (key, value) in table {
            let path = match prefix {
                "" => key.get_ref().to_string(),
                _ => format!("{prefix}.{}", key.get_ref()),
            };
            let line = self.line_of(key.span().start);
            self.place(path, line, value, depth);
        }
    }

    fn place(&mut self, path: String, line: usize, value: Spanned<DeValue<'a>>, depth: usize) {
        let is_section = keys::is_section(&path);
        match value.into_inner() {
            DeValue::Table(inner) if is_section && depth < TABLE_DEPTH_MAX => {
                self.sections.insert(path.clone(), line);
                self.flatten(&path, inner, depth + 1);
            }
            other if keys::find(&path).is_some() => {
                self.values.insert(path, Found { value: other, line });
            }
            _ if is_section => {
                let message = format!("is a section: write [{path}] on a line of its own");
                self.problem(line, &path, &message);
            }
            _ => {
                let hint =
                    keys::nearest(&path).map_or(String::new(), |near| format!("; did you mean {near}?"));
                self.problem(line, &path, &format!("there is no such key{hint}"));
            }
        }
    }

    fn line_of(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        1 + self.text.as_bytes()[..offset].iter().filter(|&&byte| byte == b'\n').count()
    }
}
