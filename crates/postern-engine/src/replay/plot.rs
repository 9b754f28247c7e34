//! Curves as SVG: for a replay's `--svg` and for the figures of docs/detection.md.
//!
//! A plot says what its axes count and in which unit. Lines differ by colour (Okabe and Ito's palette, which people
//! who see few colours can tell apart), by dashes and by marks, so a print in grey says the same. The text is
//! given: this file knows no language, and the same curves give the same bytes.

use std::fmt::Write as _;

/// Whole picture, in pixels of the SVG; it scales.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 400.0;
/// Room for the axis titles and numbers.
const LEFT: f64 = 70.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 100.0;
/// About so many numbers stand at an axis.
const TICKS: f64 = 6.0;
/// Most lines of one plot: as many as there are distinct strokes.
pub const LINES_MAX: usize = 8;

/// Colour (Okabe and Ito, 2008) and dashes.
const STROKES: [(&str, &str); LINES_MAX] = [
    ("#0072B2", ""),
    ("#D55E00", "7 4"),
    ("#009E73", "2 3"),
    ("#000000", "10 3 2 3"),
    ("#CC79A7", "4 2"),
    ("#56B4E9", "12 4"),
    ("#E69F00", "1 4"),
    ("#666666", "6 2 1 2"),
];

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is, in the legend.
    pub name: String,
    /// Points from left to right.
    pub points: Vec<(f64, f64)>,
}

/// A value of the horizontal axis that is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub at: f64,
    /// What it is.
    pub name: String,
}

/// A plot with two linear axes from 0 upwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What is shown.
    pub title: String,
    /// The horizontal axis, with its unit.
    pub x_title: String,
    /// The vertical axis, with its unit.
    pub y_title: String,
    /// Leftmost and rightmost value.
    pub x_range: (f64, f64),
    /// At most [`LINES_MAX`] are drawn.
    pub lines: Vec<Line>,
    /// Vertical lines across the plot.
    pub marks: Vec<Mark>,
}

impl Plot {
    /// The picture.
    pub fn svg(&self) -> String {
        let values = self.lines.iter().flat_map(|line| line.points.iter().map(|(_, y)| *y));
        let y_step = step(values.fold(0.0, f64::max).max(1.0));
        let y_top = (self.highest() / y_step).ceil().max(1.0) * y_step;
        // An axis without length would have no numbers.
        let (from, to) = self.x_range;
        let frame = Frame { x_range: (from, to.max(from + 1.0)), y_top };
        let mut svg = String::new();
        self.begin(&mut svg);
        frame.axes(&mut svg, y_step);
        for (position, mark) in self.marks.iter().enumerate() {
            frame.mark(&mut svg, mark, position);
        }
        for (position, line) in self.lines.iter().take(LINES_MAX).enumerate() {
            frame.line(&mut svg, line, position);
        }
        svg.push_str("</svg>\n");
        svg
    }

    fn highest(&self) -> f64 {
        self.lines.iter().flat_map(|line| line.points.iter().map(|(_, y)| *y)).fold(1.0, f64::max)
    }

    fn begin(&self, svg: &mut String) {
        let title = escaped(&self.title);
        push(
            svg,
            &format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
             font-family=\"sans-serif\" font-size=\"13\" fill=\"#000\">"
            ),
        );
        push(svg, &format!("<title>{title}</title>"));
        push(svg, &format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>"));
        push(
            svg,
            &format!("<text x=\"{LEFT}\" y=\"22\" font-size=\"15\" font-weight=\"bold\">{title}</text>"),
        );
        let (middle, below) = (LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - BOTTOM + 38.0);
        let x_title = escaped(&self.x_title);
        push(svg, &format!("<text x=\"{middle}\" y=\"{below}\" text-anchor=\"middle\">{x_title}</text>"));
        let (y_title, half) = (escaped(&self.y_title), TOP + (HEIGHT - TOP - BOTTOM) / 2.0);
        push(
            svg,
            &format!(
                "<text transform=\"translate(18 {half}) rotate(-90)\" text-anchor=\"middle\">{y_title}</text>"
            ),
        );
    }
}

/// From values to places.
struct Frame {
    x_range: (f64, f64),
    y_top: f64,
}

impl Frame {
    fn x(&self, value: f64) -> f64 {
        let (from, to) = self.x_range;
        LEFT + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - BOTTOM - value / self.y_top * (HEIGHT - TOP - BOTTOM)
    }

    fn axes(&self, svg: &mut String, y_step: f64) {
        let (left, right, bottom) = (LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM);
        let mut value = 0.0;
        while value <= self.y_top + y_step / 2.0 {
            let (y, number) = (self.y(value), number(value));
            push(svg, &format!("<path d=\"M{left} {y:.1}H{right}\" stroke=\"#ddd\"/>"));
            let text_y = y + 4.0;
            push(
                svg,
                &format!("<text x=\"{}\" y=\"{text_y:.1}\" text-anchor=\"end\">{number}</text>", left - 8.0),
            );
            value += y_step;
        }
        let (from, to) = self.x_range;
        let x_step = step(to - from);
        let mut value = (from / x_step).ceil() * x_step;
        while value <= to {
            let (x, number) = (self.x(value), number(value));
            push(svg, &format!("<path d=\"M{x:.1} {bottom}v5\" stroke=\"#000\"/>"));
            push(
                svg,
                &format!("<text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{number}</text>", bottom + 19.0),
            );
            value += x_step;
        }
        push(svg, &format!("<path d=\"M{left} {TOP}V{bottom}H{right}\" fill=\"none\" stroke=\"#000\"/>"));
    }

    fn mark(&self, svg: &mut String, mark: &Mark, position: usize) {
        let (x, bottom) = (self.x(mark.at), HEIGHT - BOTTOM);
        push(svg, &format!("<path d=\"M{x:.1} {TOP}V{bottom}\" stroke=\"#444\" stroke-dasharray=\"3 3\"/>"));
        // Neighbours do not write over one another.
        let y = TOP + 12.0 + 15.0 * (position % 4) as f64;
        let name = escaped(&mark.name);
        push(svg, &format!("<text x=\"{:.1}\" y=\"{y}\" font-size=\"12\">{name}</text>", x + 4.0));
    }

    fn line(&self, svg: &mut String, line: &Line, position: usize) {
        let (colour, dashes) = STROKES[position % LINES_MAX];
        let mut path = String::new();
        for (index, (x, y)) in line.points.iter().enumerate() {
            let letter = if index == 0 { 'M' } else { 'L' };
            // Writing to a String cannot fail.
            let _ = write!(path, "{letter}{:.1} {:.1}", self.x(*x), self.y(*y));
        }
        let stroke =
            format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-dasharray=\"{dashes}\"");
        push(svg, &format!("<path d=\"{path}\" {stroke}/>"));
        // The legend: two columns below the axis.
        let (column, row) = ((position % 2) as f64, (position / 2) as f64);
        let (x, y) = (LEFT + column * 320.0, HEIGHT - 44.0 + row * 17.0);
        push(svg, &format!("<path d=\"M{x} {y}h34\" {stroke}/>"));
        let (text_x, text_y, name) = (x + 42.0, y + 4.0, escaped(&line.name));
        push(svg, &format!("<text x=\"{text_x}\" y=\"{text_y}\">{name}</text>"));
    }
}

fn push(svg: &mut String, element: &str) {
    svg.push_str(element);
    svg.push('\n');
}

/// 1, 2 or 5 times a power of ten, so that about [`TICKS`] fit into `range`.
fn step(range: f64) -> f64 {
    let wanted = range.max(1e-3) / TICKS;
    let power = 10f64.powf(wanted.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|digit| digit * power)
        .find(|step| *step >= wanted)
        .unwrap_or(10.0 * power)
}

fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Names of accounts and files may hold anything.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot() -> Plot {
        Plot {
            title: "a <b> & \"c\"".to_owned(),
            x_title: "new recipients per hour".to_owned(),
            y_title: "hours".to_owned(),
            x_range: (0.0, 100.0),
            lines: vec![Line { name: "one".to_owned(), points: vec![(0.0, 0.0), (100.0, 40.0)] }],
            marks: vec![Mark { at: 50.0, name: "limit".to_owned() }],
        }
    }

    #[test]
    fn a_point_stands_where_its_axes_say_and_the_same_plot_is_the_same_bytes() {
        let svg = plot().svg();
        // From the corner of the axes to the upper right one: 40 is the highest number of the axis.
        assert!(svg.contains("d=\"M70.0 300.0L700.0 44.0\""), "{svg}");
        assert!(svg.contains("M385.0 44V300"), "the mark stands in the middle: {svg}");
        for text in [">40<", ">100<", ">new recipients per hour<", ">hours<", ">limit<", ">one<"] {
            assert!(svg.contains(text), "{text}: {svg}");
        }
        assert_eq!(svg, plot().svg());
    }

    #[test]
    fn text_from_outside_cannot_become_markup() {
        let svg = plot().svg();
        assert!(svg.contains("a &lt;b&gt; &amp; &quot;c&quot;") && !svg.contains("<b>"), "{svg}");
        assert_eq!(svg.matches('<').count(), svg.matches('>').count());
    }

    #[test]
    fn an_empty_or_flat_plot_is_still_a_picture() {
        let empty = Plot { lines: Vec::new(), x_range: (5.0, 5.0), ..plot() };
        let flat = Plot {
            lines: vec![Line { name: "flat".to_owned(), points: vec![(0.0, 0.0), (1.0, 0.0)] }],
            ..plot()
        };
        for plot in [empty, flat] {
            let svg = plot.svg();
            assert!(svg.ends_with("</svg>\n") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }

    #[test]
    fn more_lines_than_strokes_are_not_drawn() {
        let line = Line { name: "many".to_owned(), points: vec![(0.0, 1.0)] };
        let many = Plot { lines: vec![line; LINES_MAX + 1], ..plot() };
        assert_eq!(many.svg().matches(">many<").count(), LINES_MAX);
    }

    #[test]
    fn steps_are_round() {
        assert_eq!([0.7, 6.0, 31.0, 100.0, 3_500.0].map(step), [0.2, 1.0, 10.0, 20.0, 1_000.0]);
        assert_eq!([0.0, 2.5, 1_000.0, -0.0].map(number), ["0", "2.5", "1000", "0"]);
    }
}
