//! Standard output: lines, tables and JSON. Text from outside never reaches the terminal with control characters,
//! and a reader that goes away ends the command quietly.

use std::io::{self, Write};

use postern_core::name::is_invisible;
use serde::Serialize;

use super::exit::{Exit, Failure, Outcome};

/// Prints a line.
pub fn line(text: &str) -> Outcome {
    let mut stdout = io::stdout().lock();
    told(stdout.write_all(plain(text).as_bytes()).and_then(|()| stdout.write_all(b"\n")))
}

/// Prints text as it is, line breaks included.
pub fn raw(text: &str) -> Outcome {
    let mut stdout = io::stdout().lock();
    told(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Prints one JSON value.
pub fn json(value: &impl Serialize) -> Outcome {
    let mut text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::new(Exit::Failure, error.to_string()))?;
    text.push('\n');
    raw(&text)
}

/// Prints rows below a head, each column as wide as its widest cell; the last one is not padded.
pub fn table<const N: usize>(head: [String; N], rows: Vec<[String; N]>) -> Outcome {
    table_after("", head, rows)
}

/// The same with as many columns as the head has; a row that is shorter ends early.
pub fn table_of(head: Vec<String>, rows: Vec<Vec<String>>) -> Outcome {
    print_rows("", std::iter::once(head).chain(rows))
}

/// The same below a heading of its own: each line is indented.
pub fn indented_table<const N: usize>(head: [String; N], rows: Vec<[String; N]>) -> Outcome {
    table_after("  ", head, rows)
}

fn table_after<const N: usize>(indent: &str, head: [String; N], rows: Vec<[String; N]>) -> Outcome {
    print_rows(indent, std::iter::once(head).chain(rows).map(Vec::from))
}

fn print_rows(indent: &str, rows: impl Iterator<Item = Vec<String>>) -> Outcome {
    let rows: Vec<Vec<String>> =
        rows.map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>()).collect();
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in &rows {
        let mut text = indent.to_owned();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if column + 1 == columns {
                text.push_str(cell);
            } else {
                text.push_str(&format!("{cell:<width$}  "));
            }
        }
        line(text.trim_end())?;
    }
    Ok(())
}

/// Says something that is no data, on standard error. A closed standard error is nobody's loss.
pub fn talk(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

fn told(result: io::Result<()>) -> Outcome {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::ReaderGone,
        _ => Failure::new(Exit::Failure, format!("cannot write to standard output: {error}")),
    })
}

/// Without control characters, which could move the cursor or recolour the terminal, and without invisible ones, which
/// could turn the order of a line around: a client's name of itself is the choice of whoever attacks.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || is_invisible(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_cannot_steer_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\r\nc\u{9b}d"), "a [31mb  c d");
        assert_eq!(plain("iPhone\u{202e}liaM"), "iPhone liaM");
    }
}
