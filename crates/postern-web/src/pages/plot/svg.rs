//! The few shapes that lanes are made of. x is in per cent of the lane's width, y in pixels from its top; nothing leaves
//! the lane.

use super::axis::Axis;
use super::escaped;

/// The part of a bucket's width that its bar takes.
const BAR_SHARE: f64 = 0.885;
/// What happened at all is seen: the least height of a bar, pixels.
const BAR_LEAST: f64 = 1.0;
/// The least width of a band, per cent.
const BAND_LEAST: f64 = 0.4;

/// Marks that are nearer to each other than this are one, per cent.
pub(super) const MARKS_APART: f64 = 1.5;

/// A number with at most two decimals.
pub(super) fn num(value: f64) -> String {
    let rounded = format!("{value:.2}");
    let trimmed = rounded.trim_end_matches('0').trim_end_matches('.');
    if trimmed == "-0" { "0".to_owned() } else { trimmed.to_owned() }
}

/// `part` of `whole` in per cent, 0 to 100; 0 where there is no whole.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole <= 0.0 { 0.0 } else { (part / whole * 100.0).clamp(0.0, 100.0) }
}

/// Heights of a lane: all of it, and how much of it the highest bar takes.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub height: u32,
    pub bars: u32,
    /// What the highest bar stands for.
    pub max: u64,
}

impl Room {
    /// How high a bar of this value is, pixels: never more than its room.
    pub(super) fn of(&self, value: u64) -> f64 {
        if value == 0 {
            return 0.0;
        }
        let height = share(value as f64, self.max.max(1) as f64) / 100.0 * f64::from(self.bars);
        height.max(BAR_LEAST)
    }
}

/// One colour of stacked bars: its class, and a value for each bucket.
pub(super) struct Layer<'a> {
    pub class: &'static str,
    pub values: &'a [u64],
}

/// Bars that stand on the lane's bottom, the first layer lowest.
pub(super) fn bars(buckets: u32, room: Room, layers: &[Layer<'_>]) -> String {
    let slot = 100.0 / f64::from(buckets.max(1));
    let width = slot * BAR_SHARE;
    let mut drawn = String::new();
    for bucket in 0..buckets {
        let x = slot * f64::from(bucket) + (slot - width) / 2.0;
        let mut y = f64::from(room.height);
        for layer in layers {
            let height = room.of(layer.values.get(bucket as usize).copied().unwrap_or(0)).min(y);
            if height <= 0.0 {
                continue;
            }
            y -= height;
            let (class, x, y, width, height) = (layer.class, num(x), num(y), num(width), num(height));
            drawn.push_str(&format!(
                "<rect class=\"{class}\" x=\"{x}%\" width=\"{width}%\" y=\"{y}\" height=\"{height}\"/>"
            ));
        }
    }
    drawn
}

/// A time in which something held.
pub(super) fn band(class: &str, from: f64, to: f64, y: u32, height: u32) -> String {
    let width = (to - from).max(BAND_LEAST);
    let x = from.min(100.0 - width);
    let (x, width) = (num(x), num(width));
    format!("<rect class=\"{class}\" x=\"{x}%\" width=\"{width}%\" y=\"{y}\" height=\"{height}\"/>")
}

/// A dot, or a ring where `class` says so.
pub(super) fn dot(class: &str, x: f64, y: u32, radius: f64) -> String {
    format!("<circle class=\"{class}\" cx=\"{}%\" cy=\"{y}\" r=\"{}\"/>", num(x), num(radius))
}

/// A limit, with its words.
pub(super) fn limit(y: f64, text: &str) -> String {
    // Above the line, unless it lies at the top.
    let text_y = if y < 18.0 { y + 14.0 } else { y - 6.0 };
    format!(
        "<line class=\"lim\" x2=\"100%\" y1=\"{line}\" y2=\"{line}\"/><text x=\"4\" y=\"{}\">{}</text>",
        num(text_y),
        escaped(text),
        line = num(y)
    )
}

/// The one note of a lane, beside `x`, on the side with room.
pub(super) fn note(x: f64, y: u32, text: &str) -> String {
    let (anchor, beside) = if x > 50.0 { ("end", -10) } else { ("start", 10) };
    format!(
        "<text class=\"hi\" x=\"{}%\" dx=\"{beside}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
        num(x),
        escaped(text)
    )
}

/// A mark of the page's frame.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A rule closed a door.
    Locked,
    /// A rule slowed sending.
    Half,
    /// A person or a program did something.
    Flag,
}

/// Marks of one kind in a row. Those that would lie on one another are one.
pub(super) fn marks(mark: Mark, places: &[f64], y: u32) -> String {
    let (class, symbol, width, height, view) = match mark {
        Mark::Locked => ("bad", "locked", 12, 18, "0 0 12 18"),
        Mark::Half => ("warn", "half", 12, 18, "0 0 12 18"),
        Mark::Flag => ("mark", "flag", 14, 16, "0 0 16 16"),
    };
    let mut drawn = String::new();
    let mut last = f64::NEG_INFINITY;
    for &x in places {
        if x - last < MARKS_APART {
            continue;
        }
        last = x;
        drawn.push_str(&format!(
            "<svg class=\"{class}\" x=\"{}%\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{view}\">\
             <use href=\"#{symbol}\"/></svg>",
            num(x)
        ));
    }
    // Centred on its moment.
    if drawn.is_empty() { drawn } else { format!("<g transform=\"translate(-{} 0)\">{drawn}</g>", width / 2) }
}

/// Swatches of the key.
pub(super) mod swatch {
    pub const F1: &str = "<svg width=\"11\" height=\"11\" aria-hidden=\"true\"><rect class=\"f1\" width=\"11\" height=\"11\"/></svg>";
    pub const F2: &str = "<svg width=\"11\" height=\"11\" aria-hidden=\"true\"><rect class=\"f2\" width=\"11\" height=\"11\"/></svg>";
    pub const FB: &str = "<svg width=\"11\" height=\"11\" aria-hidden=\"true\"><rect class=\"fb\" width=\"11\" height=\"11\"/></svg>";
    pub const DOT: &str = "<svg width=\"12\" height=\"12\" aria-hidden=\"true\"><circle class=\"fo\" cx=\"6\" cy=\"6\" r=\"4\"/></svg>";
    pub const RING: &str = "<svg width=\"14\" height=\"14\" aria-hidden=\"true\"><circle class=\"ring\" cx=\"7\" cy=\"7\" r=\"5\"/></svg>";
    pub const BAND: &str = "<svg width=\"18\" height=\"12\" aria-hidden=\"true\"><rect class=\"band\" width=\"18\" height=\"12\"/></svg>";
    pub const BANDB: &str = "<svg width=\"18\" height=\"12\" aria-hidden=\"true\"><rect class=\"bandb\" width=\"18\" height=\"12\"/></svg>";
    pub const LOCKED: &str =
        "<svg class=\"bad\" width=\"14\" height=\"14\" aria-hidden=\"true\"><use href=\"#locked\"/></svg>";
    pub const HALF: &str =
        "<svg class=\"warn\" width=\"14\" height=\"14\" aria-hidden=\"true\"><use href=\"#half\"/></svg>";
    pub const FLAG: &str = "<svg width=\"13\" height=\"13\" aria-hidden=\"true\"><use href=\"#flag\"/></svg>";
}

/// Where the moments lie, in order.
pub(super) fn places(axis: &Axis, moments: impl Iterator<Item = postern_core::time::Timestamp>) -> Vec<f64> {
    moments.map(|at| axis.x(at)).collect()
}
