//! Pictures of what happened when, as HTML with inline SVG: lanes under one time axis, a caption that says what was
//! found, a key, and the same as a table. No script, no inline style: colours are classes of `static/postern.css`.
//!
//! ```text
//! figure ── figcaption   heading and sentences: what was found (`finding`), said (`sentences`)
//!        ├─ .lanes       a label and an SVG for each lane; x in per cent and y in pixels, so that nothing scales
//!        ├─ .key         what a colour or a shape is, only those that occur
//!        └─ details      the same as tables (`table`)
//! ```
//!
//! The SVG is hidden from screen readers: caption and tables say it. Marks are symbols of the page's frame (`locked`,
//! `half`, `barred`, `flag`). This file knows no account, no rule and no language; it draws what the engine's series
//! hold.

mod account;
mod axis;
mod finding;
mod overview;
mod sentences;
mod svg;
mod table;
#[cfg(test)]
mod tests;

use postern_core::time::Timestamp;
use postern_engine::queries::{AccountSeries, SiteSeries};
use postern_text::{Arg, Key, TimeZone, Words, key};

use super::Safe;
use axis::Axis;

/// The site's last 24 hours: a `<figure>`. Times are those of `zone`.
pub fn overview_figure(words: &Words, zone: &TimeZone, series: &SiteSeries) -> String {
    overview::figure(&Pen { words, zone, with_day: false }, series)
}

/// One account over a range: a `<figure>` with links to the other ranges. `range_href` and the code of a range
/// (`24h`, `7d`, `30d`) make the address of each, as in `/admin/users/7K2M9-QX4TB?range=`.
pub fn account_figure(words: &Words, zone: &TimeZone, series: &AccountSeries, range_href: &str) -> String {
    let with_day = series.range != postern_engine::queries::Range::Day;
    account::figure(&Pen { words, zone, with_day }, series, range_href)
}

/// Writes words and times into HTML: everything that leaves it is escaped.
struct Pen<'a> {
    words: &'a Words,
    zone: &'a TimeZone,
    /// More than one day is shown, so a time names its day.
    with_day: bool,
}

impl Pen<'_> {
    /// A message, escaped.
    fn say(&self, key: Key, arguments: &[(&'static str, Arg<'_>)]) -> String {
        escaped(&self.words.say(key, arguments))
    }

    /// A message without arguments, escaped.
    fn label(&self, key: Key) -> String {
        self.say(key, &[])
    }

    /// A number as the language groups it.
    fn number(&self, number: u64) -> String {
        postern_text::format::number(self.words.language(), number)
    }

    /// A moment as text; plain.
    fn moment(&self, at: Timestamp) -> String {
        postern_text::axis::moment(self.words.language(), at, self.zone, self.with_day)
    }

    /// A moment as an element that machines read too.
    fn time(&self, at: Timestamp) -> String {
        let exact = crate::api::v1::time::When::from(at).rfc3339;
        format!("<time datetime=\"{}\">{}</time>", escaped(&exact), escaped(&self.moment(at)))
    }
}

fn escaped(text: &str) -> String {
    Safe(text).to_string()
}

/// The lanes of a figure, one below the other.
struct Lanes<'a> {
    axis: &'a Axis,
    html: String,
}

impl<'a> Lanes<'a> {
    const fn new(axis: &'a Axis) -> Self {
        Self { axis, html: String::new() }
    }

    /// Adds a lane. `label` is HTML, `body` SVG; the lines of the axis lie behind it.
    fn add(&mut self, label: &str, height: u32, body: &str) {
        let grid = self.axis.grid(height);
        self.html.push_str(&format!(
            "<p>{label}</p>\n<svg height=\"{height}\" aria-hidden=\"true\">{grid}{body}</svg>\n"
        ));
    }

    /// The lanes with the axis below them.
    fn finish(self) -> String {
        let labels = self.axis.labels();
        format!(
            "<div class=\"lanes\">\n{}<p class=\"ax\"></p>\n\
             <svg class=\"ax\" height=\"20\" aria-hidden=\"true\">{labels}</svg>\n</div>\n",
            self.html
        )
    }
}

/// What the colours and shapes of a figure are, each once, in the order in which they were met.
#[derive(Default)]
struct Legend(Vec<(&'static str, Key)>);

impl Legend {
    /// `swatch` is SVG of ours.
    fn add(&mut self, swatch: &'static str, key: Key) {
        if !self.0.iter().any(|(_, known)| *known == key) {
            self.0.push((swatch, key));
        }
    }

    fn add_if(&mut self, occurs: bool, swatch: &'static str, key: Key) {
        if occurs {
            self.add(swatch, key);
        }
    }

    fn html(&self, pen: &Pen<'_>) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let entries: String =
            self.0.iter().map(|(swatch, key)| format!("<span>{swatch} {}</span>", pen.label(*key))).collect();
        format!("<p class=\"key\">{entries}</p>\n")
    }
}

/// The tables of a figure, folded up.
fn details(pen: &Pen<'_>, tables: &str) -> String {
    format!("<details><summary>{}</summary>\n{tables}</details>\n", pen.label(key::PLOTS_AS_TABLE))
}
