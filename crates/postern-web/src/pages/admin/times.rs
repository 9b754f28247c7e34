//! Times as pages write them: absolute first, relative second, and what a machine reads beside both.

use postern_core::time::{Span, Timestamp};
use postern_text::{Arg, key};

use super::shell::Shell;
use crate::api::v1::time::When;
use crate::pages::Safe;

impl Shell {
    /// `03:22` of today, else with the date, for a sentence.
    pub fn when(&self, at: Timestamp) -> String {
        postern_text::format::when(self.words.language(), at, self.now, &self.zone)
    }

    /// `03:22` of today, else with the date; HTML.
    pub fn time(&self, at: &Timestamp) -> String {
        let text = self.when(*at);
        format!("<time datetime=\"{}\">{}</time>", When::from(*at).rfc3339, Safe(&text))
    }

    /// The same, and how long ago it was; HTML.
    pub fn time_ago(&self, at: &Timestamp) -> String {
        // Within the same second there is nothing to add.
        if *at > self.now || self.now.since(*at) < Span::from_s(1) {
            return self.time(at);
        }
        let ago = self.words.say(key::ADMIN_AGO, &[("span", Arg::Span(coarse(self.now.since(*at))))]);
        format!("{} <span class=\"sub\">{}</span>", self.time(at), Safe(&ago))
    }

    /// The same within a sentence: `03:22, 30 min ago`; HTML.
    pub fn time_ago_inline(&self, at: &Timestamp) -> String {
        self.time_ago(at).replacen(" <span class=\"sub\">", ", <span>", 1)
    }

    /// When something ends, or that somebody has to release it; HTML.
    pub fn until(&self, until: &Option<Timestamp>) -> String {
        match until {
            Some(until) => self.time(until),
            None => Safe(&self.t(key::CLI_UNTIL_RELEASED)).to_string(),
        }
    }
}

/// Whole minutes, hours or days: a page stands still while somebody reads it.
fn coarse(span: Span) -> Span {
    let seconds = span.as_s();
    let unit = match seconds {
        ..60 => 1,
        60..3_600 => 60,
        3_600..86_400 => 3_600,
        _ => 86_400,
    };
    Span::from_s(seconds / unit * unit)
}
