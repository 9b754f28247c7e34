//! The same as a table, for whoever does not look at pictures and for whoever wants the numbers. Buckets in which nothing
//! happened have no row; the last row adds up all of them.

use postern_core::event::EventKind;
use postern_core::time::Timestamp;
use postern_engine::ports::series::Frame;
use postern_engine::queries::Act;
use postern_text::{Arg, key};

use super::{Pen, escaped};

/// Rows of the table of what happened when, the newest: a picture of a month of attacks has thousands.
const EVENTS_MAX: usize = 200;

/// A column: its head, plain, and a number for each bucket.
pub(super) struct Column<'a> {
    pub head: String,
    /// A network that the head ends with; it may break anywhere.
    pub network: Option<String>,
    pub values: Vec<&'a [u64]>,
}

impl<'a> Column<'a> {
    pub(super) fn of(head: String, values: &'a [u64]) -> Self {
        Self { head, network: None, values: vec![values] }
    }

    /// The head as HTML.
    fn head(&self) -> String {
        let network = self.network.as_deref().map(|network| format!(" <code>{}</code>", escaped(network)));
        escaped(&self.head) + &network.unwrap_or_default()
    }

    /// The head in one line, escaped.
    fn label(&self) -> String {
        let network = self.network.as_deref().map(|network| format!(" {}", escaped(network)));
        escaped(&self.head) + &network.unwrap_or_default()
    }

    fn value(&self, bucket: usize) -> u64 {
        self.values.iter().map(|values| values.get(bucket).copied().unwrap_or(0)).sum()
    }

    fn total(&self) -> u64 {
        self.values.iter().flat_map(|values| values.iter()).sum()
    }
}

/// The numbers, one row for each bucket in which something happened.
pub(super) fn numbers(pen: &Pen<'_>, frame: &Frame, columns: &[Column<'_>]) -> String {
    let heads: String = columns
        .iter()
        .map(|column| format!("<th scope=\"col\" class=\"num\">{}</th>", column.head()))
        .collect();
    let time = pen.label(key::PLOTS_HEAD_TIME);
    let mut rows = String::new();
    for bucket in 0..frame.buckets() {
        let values: Vec<u64> = columns.iter().map(|column| column.value(bucket as usize)).collect();
        if values.iter().any(|value| *value > 0) {
            rows.push_str(&row(pen, &pen.time(frame.start_of(bucket)), columns, &values));
        }
    }
    let totals: Vec<u64> = columns.iter().map(Column::total).collect();
    let total = format!("<b>{}</b>", pen.label(key::PLOTS_TOTAL));
    rows.push_str(&row(pen, &total, columns, &totals));
    format!(
        "<table class=\"cards\">\n<thead><tr><th scope=\"col\">{time}</th>{heads}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n"
    )
}

/// `first` is HTML.
fn row(pen: &Pen<'_>, first: &str, columns: &[Column<'_>], values: &[u64]) -> String {
    let cells: String = columns
        .iter()
        .zip(values)
        .map(|(column, value)| {
            let (head, value) = (column.label(), pen.number(*value));
            format!("<td class=\"num\" data-l=\"{head}\">{value}</td>")
        })
        .collect();
    format!("<tr><td class=\"w\">{first}</td>{cells}</tr>\n")
}

/// What happened when: moments with a sentence each (plain text), in any order; the newest of them, oldest first.
pub(super) fn events(pen: &Pen<'_>, mut events: Vec<(Timestamp, String)>) -> String {
    if events.is_empty() {
        return String::new();
    }
    events.sort_by_key(|event| event.0);
    let skipped = events.len().saturating_sub(EVENTS_MAX);
    let head = pen.label(key::PLOTS_EVENTS);
    let rows: String = events[skipped..]
        .iter()
        .map(|(at, text)| {
            format!("<tr><td class=\"w\">{}</td><td class=\"w\">{}</td></tr>\n", pen.time(*at), escaped(text))
        })
        .collect();
    let time = pen.label(key::PLOTS_HEAD_TIME);
    format!(
        "<table class=\"cards mt\">\n<thead><tr><th scope=\"col\">{time}</th><th scope=\"col\">{head}</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n"
    )
}

/// What people and programs did, as events.
pub(super) fn acts(pen: &Pen<'_>, acts: &[Act]) -> Vec<(Timestamp, String)> {
    let said = |act: &Act| {
        let who = pen.words.actor(&act.actor, act.name.as_deref());
        let what =
            EventKind::from_code(&act.code).map_or_else(|| act.code.clone(), |kind| pen.words.event(kind));
        let arguments = [("who", Arg::Text(&who)), ("what", Arg::Text(&what))];
        (act.at, pen.words.say(key::PLOTS_ACT, &arguments))
    };
    acts.iter().map(said).collect()
}
