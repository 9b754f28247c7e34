//! A list as a file: CSV for spreadsheets, NDJSON for programs. It is written page by page while it is read, so a list of
//! any length takes the memory of one page. Times are UTC (RFC 3339); names of columns are the same in every language.
//!
//! A spreadsheet takes a text that begins like a formula for one (reliability K3); such a text gets an apostrophe in
//! front in CSV, and stays as it is in NDJSON.

use std::future::Future;

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use postern_core::time::Timestamp;
use postern_engine::ports::StoreError;
use serde_json::Value;

use crate::api::v1::error::ApiError;
use crate::api::v1::time::When;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FileFormat {
    /// Comma-separated values (RFC 4180), one line of column names.
    #[default]
    Csv,
    /// One JSON object a line.
    Ndjson,
}

impl FileFormat {
    /// As an address says it; CSV for any other word.
    pub fn read(code: &str) -> Self {
        if code == "ndjson" { Self::Ndjson } else { Self::Csv }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Ndjson => "application/x-ndjson",
        }
    }
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Nothing,
    /// A text, which may be anybody's.
    Text(String),
    /// Several of them; CSV has them with blanks between.
    Texts(Vec<String>),
    /// A number.
    Number(u64),
    /// A time.
    Time(Timestamp),
    /// A value with parts of its own; CSV has it as JSON text.
    Json(Value),
}

impl From<Option<Timestamp>> for Cell {
    fn from(at: Option<Timestamp>) -> Self {
        at.map_or(Cell::Nothing, Cell::Time)
    }
}

impl Cell {
    fn csv(&self) -> String {
        match self {
            Cell::Nothing => String::new(),
            Cell::Text(text) => no_formula(text),
            Cell::Texts(texts) => no_formula(&texts.join(" ")),
            Cell::Number(number) => number.to_string(),
            Cell::Time(at) => When::from(*at).rfc3339,
            Cell::Json(value) => no_formula(&value.to_string()),
        }
    }

    fn json(&self) -> Value {
        match self {
            Cell::Nothing => Value::Null,
            Cell::Text(text) => text.as_str().into(),
            Cell::Texts(texts) => texts.clone().into(),
            Cell::Number(number) => (*number).into(),
            Cell::Time(at) => When::from(*at).rfc3339.into(),
            Cell::Json(value) => value.clone(),
        }
    }
}

fn no_formula(text: &str) -> String {
    let is_like_one = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_like_one { format!("'{text}") } else { text.to_owned() }
}

/// What a file holds.
#[derive(Clone, Copy, Debug)]
pub struct FileShape {
    /// Its name, without day and ending.
    pub name: &'static str,
    /// The names of the columns.
    pub columns: &'static [&'static str],
}

/// A row: as many values as the file has columns.
pub type Cells = Vec<Cell>;

/// Answers with a file. `read` gives the rows of a page and where the next page begins; `first` is where the first does.
pub fn table_file<P, R, F>(
    shape: FileShape,
    format: FileFormat,
    now: Timestamp,
    first: P,
    read: R,
) -> Response
where
    P: Send + 'static,
    R: Fn(P) -> F + Send + 'static,
    F: Future<Output = Result<(Vec<Cells>, Option<P>), StoreError>> + Send,
{
    let head = match format {
        FileFormat::Csv => csv_lines(std::iter::once(shape.columns.iter().map(|name| (*name).to_owned()))),
        FileFormat::Ndjson => String::new(),
    };
    let pages = stream::unfold((Some(first), read, head), move |(place, read, head)| async move {
        let page = match read(place?).await {
            Ok((rows, next)) => (Ok(Bytes::from(head + &lines(shape, format, &rows))), next),
            // The connection is broken off, so that nobody takes what came for the whole.
            Err(error) => {
                let id = ApiError::logged(&error);
                (Err(format!("the list could not be read: {id}")), None)
            }
        };
        Some((page.0, (page.1, read, String::new())))
    });
    let day = When::from(now).rfc3339.chars().take(10).collect::<String>();
    let name = format!("attachment; filename=\"{}-{day}.{}\"", shape.name, format.ending());
    let mut response = Body::from_stream(pages).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(format.content_type()));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}

fn lines(shape: FileShape, format: FileFormat, rows: &[Cells]) -> String {
    match format {
        FileFormat::Csv => csv_lines(rows.iter().map(|row| row.iter().map(Cell::csv))),
        FileFormat::Ndjson => rows.iter().fold(String::new(), |text, row| text + &ndjson_line(shape, row)),
    }
}

fn csv_lines<I>(rows: impl Iterator<Item = I>) -> String
where
    I: Iterator<Item = String>,
{
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Into memory, and every row has as many fields as the first: neither can fail.
        let _cannot_fail = writer.write_record(row);
    }
    let written = writer.into_inner().unwrap_or_default();
    String::from_utf8(written).unwrap_or_default()
}

/// Keys in the order of the columns.
fn ndjson_line(shape: FileShape, row: &Cells) -> String {
    let mut line = String::from("{");
    for (name, cell) in shape.columns.iter().zip(row) {
        let comma = if line.len() > 1 { "," } else { "" };
        line += &format!("{comma}\"{name}\":{}", cell.json());
    }
    line + "}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: FileShape = FileShape { name: "things", columns: &["name", "count", "at", "parts"] };

    fn row(name: &str) -> Cells {
        vec![
            Cell::Text(name.to_owned()),
            Cell::Number(7),
            Cell::Time(Timestamp::from_unix_s(1_795_489_327)),
            Cell::Texts(vec!["a".to_owned(), "b".to_owned()]),
        ]
    }

    #[test]
    fn k3_a_text_that_begins_like_a_formula_is_none_in_a_spreadsheet() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"] {
            let written = lines(SHAPE, FileFormat::Csv, &[row(hostile)]);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
            let record = reader.records().next().expect("a line").expect("whole");
            assert_eq!(record.get(0), Some(format!("'{hostile}").as_str()));
            assert_eq!(record.get(1), Some("7"));
            let json: Value =
                serde_json::from_str(&lines(SHAPE, FileFormat::Ndjson, &[row(hostile)])).expect("JSON");
            assert_eq!(json["name"], hostile, "programs get what there is");
        }
        assert_eq!(no_formula("a=b"), "a=b");
    }

    #[test]
    fn a_row_has_the_columns_names_and_their_order() {
        let rows = [row("a,\"b\"\nc")];
        let at = "2026-11-24T03:02:07Z";
        assert_eq!(lines(SHAPE, FileFormat::Csv, &rows), format!("\"a,\"\"b\"\"\nc\",7,{at},a b\n"));
        assert_eq!(
            lines(SHAPE, FileFormat::Ndjson, &rows),
            format!("{{\"name\":\"a,\\\"b\\\"\\nc\",\"count\":7,\"at\":\"{at}\",\"parts\":[\"a\",\"b\"]}}\n")
        );
        let nothing = vec![Cell::Nothing; 4];
        assert_eq!(lines(SHAPE, FileFormat::Csv, &[nothing]), ",,,\n");
    }
}
