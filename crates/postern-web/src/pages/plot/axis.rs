//! The time axis that the lanes of a figure share: where a moment lies, and which moments get a line and a label. Labels
//! are of the organisation's time zone, at whole local hours or midnights, so they stay right when clocks change.

use jiff::tz::TimeZone;
use postern_core::account::Language;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::series::Frame;

use super::svg::{num, share};
use super::{Pen, escaped};

/// Up to this length a figure has lines at hours, beyond it at midnights.
const HOURS_UP_TO: Span = Span::from_hours(36);
/// Up to this length every midnight has a line.
const DAYS_UP_TO: Span = Span::from_days(8);
/// Local hours with a line.
const EVERY_HOURS: i8 = 3;
/// Beyond [`DAYS_UP_TO`] every so many midnights one has a line, counted from the last.
const EVERY_DAYS: usize = 5;
/// Offsets of time zones are whole quarters of an hour.
const STEP: Span = Span::from_minutes(15);
/// Nearer to an edge than this a label stands inside it, per cent.
const EDGE: f64 = 4.0;

/// One line with its label.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Per cent of the width.
    pub x: f64,
    pub label: String,
}

/// The axis of one figure.
pub(super) struct Axis {
    pub frame: Frame,
    ticks: Vec<Tick>,
}

impl Axis {
    pub(super) fn new(pen: &Pen<'_>, frame: Frame) -> Self {
        let length = frame.to().since(frame.from());
        let moments = if length <= HOURS_UP_TO {
            hours(&frame, pen.zone)
        } else {
            let all = midnights(&frame, pen.zone);
            let every = if length <= DAYS_UP_TO { 1 } else { EVERY_DAYS };
            let count = all.len();
            all.into_iter()
                .enumerate()
                .filter(|(at, _)| (count - 1 - at).is_multiple_of(every))
                .map(|(_, at)| at)
                .collect()
        };
        let label = |at| label(pen.words.language(), at, pen.zone, length > HOURS_UP_TO);
        let mut ticks: Vec<Tick> = Vec::new();
        for at in moments {
            let tick = Tick { x: place(&frame, at), label: label(at) };
            // An hour that comes twice, because clocks are set back, has one line: where it comes first.
            if ticks.last().is_none_or(|last| last.label != tick.label) {
                ticks.push(tick);
            }
        }
        Self { frame, ticks }
    }

    /// Where a moment lies, per cent; what is outside lies at the edge.
    pub(super) fn x(&self, at: Timestamp) -> f64 {
        place(&self.frame, at)
    }

    /// The lines of a lane.
    pub(super) fn grid(&self, height: u32) -> String {
        let line = |tick: &Tick| {
            let x = num(tick.x);
            format!("<line class=\"g\" x1=\"{x}%\" x2=\"{x}%\" y2=\"{height}\"/>")
        };
        self.ticks.iter().filter(|tick| tick.x > 0.0 && tick.x < 100.0).map(line).collect()
    }

    /// The labels. Every other one drops out on a phone, never the last.
    pub(super) fn labels(&self) -> String {
        let count = self.ticks.len();
        let text = |(at, tick): (usize, &Tick)| {
            let anchor = if tick.x < EDGE {
                "start"
            } else if tick.x > 100.0 - EDGE {
                "end"
            } else {
                "middle"
            };
            let other = if (count - 1 - at).is_multiple_of(2) { "" } else { " class=\"o\"" };
            let (x, label) = (num(tick.x), escaped(&tick.label));
            format!("<text x=\"{x}%\" y=\"17\"{other} text-anchor=\"{anchor}\">{label}</text>")
        };
        self.ticks.iter().enumerate().map(text).collect()
    }

    #[cfg(test)]
    pub(super) fn ticks(&self) -> &[Tick] {
        &self.ticks
    }
}

fn place(frame: &Frame, at: Timestamp) -> f64 {
    share(at.since(frame.from()).as_micros() as f64, frame.to().since(frame.from()).as_micros() as f64)
}

fn label(language: Language, at: Timestamp, zone: &TimeZone, is_day: bool) -> String {
    if is_day {
        postern_text::axis::day(language, at, zone)
    } else {
        postern_text::axis::hour_minute(at, zone)
    }
}

/// Moments of the frame at which local clocks show a whole multiple of [`EVERY_HOURS`].
fn hours(frame: &Frame, zone: &TimeZone) -> Vec<Timestamp> {
    let step = STEP.as_micros();
    let first = frame.from().unix_micros().div_euclid(step).saturating_mul(step);
    let steps = frame.to().since(frame.from()).as_micros() / step + 1;
    let moments = (0..=steps).map(|number| Timestamp::from_unix_micros(first.saturating_add(number * step)));
    let is_inside = |at: &Timestamp| *at >= frame.from() && *at <= frame.to();
    let is_line = |at: &Timestamp| {
        jiff::Timestamp::from_microsecond(at.unix_micros()).is_ok_and(|instant| {
            let local = zone.to_datetime(instant);
            local.hour() % EVERY_HOURS == 0 && local.minute() == 0 && local.second() == 0
        })
    };
    moments.filter(is_inside).filter(is_line).collect()
}

/// The beginnings of local days within the frame: where midnight is left out, the first moment after it.
fn midnights(frame: &Frame, zone: &TimeZone) -> Vec<Timestamp> {
    let Ok(from) = jiff::Timestamp::from_microsecond(frame.from().unix_micros()) else { return Vec::new() };
    let mut day = from.to_zoned_datetime(zone.clone());
    let mut found = Vec::new();
    // A frame has at most as many days as it has buckets, and a day for each edge.
    for _ in 0..=frame.buckets().saturating_add(1) {
        let Ok(start) = day.start_of_day() else { break };
        let at = Timestamp::from_unix_micros(start.timestamp().as_microsecond());
        if at > frame.to() {
            break;
        }
        if at >= frame.from() {
            found.push(at);
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    found
}
