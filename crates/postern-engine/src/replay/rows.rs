//! Rows of a log: gzip or not, CSV with one known header, sorted by time, within limits.
//!
//! This file knows lines and columns. What a column means is known to the two replays.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;

use super::{FIELD_BYTES_MAX, PROGRESS_EVERY_ROWS, Progress, ROW_BYTES_MAX, ReplayError, RowProblem};

/// What the CSV reader takes at once.
const BUFFER_BYTES: usize = 64 * 1_024;
/// The first two bytes of every gzip member (RFC 1952, section 2.3.1).
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
/// Of a wrong header so much is shown.
const HEADER_SHOWN_CHARS: usize = 100;
/// The column that every log has first.
const TIME: &str = "time_unix_s";

/// Counts bytes as they pass, and refuses to pass more than `allowed` since `passed` was last set to zero.
struct Metered<R> {
    inner: R,
    passed: Rc<Cell<u64>>,
    allowed: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.passed.get() > self.allowed {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "row too long"));
        }
        let read = self.inner.read(buffer)?;
        self.passed.set(self.passed.get().saturating_add(read as u64));
        Ok(read)
    }
}

/// The rows of one log.
pub(super) struct Rows<'a> {
    csv: csv::Reader<Box<dyn Read + 'a>>,
    columns: &'static [&'static str],
    record: csv::ByteRecord,
    bytes_read: Rc<Cell<u64>>,
    /// Decompressed bytes since the last whole row: an unclosed quote must not read a whole file into memory.
    row_bytes: Rc<Cell<u64>>,
    previous_s: i64,
    rows: u64,
}

/// One row: its time, and its other columns by position.
pub(super) struct Row<'r> {
    pub line: u64,
    pub time_unix_s: i64,
    record: &'r csv::ByteRecord,
    columns: &'static [&'static str],
}

impl<'a> Rows<'a> {
    /// Opens a log whose first row is `header`, which is `columns` with commas between them.
    pub(super) fn open(
        log: impl Read + 'a,
        header: &'static str,
        columns: &'static [&'static str],
    ) -> Result<Self, ReplayError> {
        let bytes_read = Rc::new(Cell::new(0));
        let row_bytes = Rc::new(Cell::new(0));
        let raw = Metered { inner: log, passed: Rc::clone(&bytes_read), allowed: u64::MAX };
        let mut raw = BufReader::with_capacity(BUFFER_BYTES, raw);
        let begins = raw.fill_buf().map_err(|source| ReplayError::ReadLog { line: 1, source })?;
        let plain: Box<dyn Read + 'a> =
            if begins.starts_with(&GZIP_MAGIC) { Box::new(MultiGzDecoder::new(raw)) } else { Box::new(raw) };
        // The CSV reader may hold one buffer of rows that follow.
        let allowed = ROW_BYTES_MAX + BUFFER_BYTES as u64;
        let plain = Box::new(Metered { inner: plain, passed: Rc::clone(&row_bytes), allowed });
        let csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(BUFFER_BYTES)
            .from_reader(plain as Box<dyn Read + 'a>);
        let record = csv::ByteRecord::new();
        let mut rows = Self { csv, columns, record, bytes_read, row_bytes, previous_s: 0, rows: 0 };
        let has_header = rows.read_record()?;
        if !has_header || !rows.record.iter().eq(columns.iter().map(|column| column.as_bytes())) {
            let fields: Vec<_> = rows.record.iter().map(String::from_utf8_lossy).collect();
            let found = fields.join(",").chars().take(HEADER_SHOWN_CHARS).collect();
            return Err(ReplayError::ReadHeader { expected: header, found });
        }
        Ok(rows)
    }

    /// The next row; `None` at the end of the log. Calls `progress` every [`PROGRESS_EVERY_ROWS`] rows and at
    /// the end.
    pub(super) fn next(
        &mut self,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<Row<'_>>, ReplayError> {
        let is_row = self.read_record()?;
        if !is_row || self.rows % PROGRESS_EVERY_ROWS == PROGRESS_EVERY_ROWS - 1 {
            progress(Progress { rows: self.rows, bytes_read: self.bytes_read.get() });
        }
        if !is_row {
            return Ok(None);
        }
        self.rows += 1;
        let mut row =
            Row { line: line_of(&self.record), time_unix_s: 0, record: &self.record, columns: self.columns };
        if row.record.len() != row.columns.len() {
            let (found, expected) = (row.record.len(), row.columns.len());
            let column = row.columns.get(found).or(row.columns.last()).copied().unwrap_or(TIME);
            return Err(row.error(column, RowProblem::Columns { found, expected }));
        }
        let given = row.text(0)?;
        // The tables keep times in 32 bits.
        let time = given.trim().parse::<u32>();
        let time = time.map_err(|_| row.error(TIME, RowProblem::NotATime { given: given.to_owned() }))?;
        row.time_unix_s = i64::from(time);
        if row.time_unix_s < self.previous_s {
            return Err(row.error(TIME, RowProblem::OutOfOrder { previous_unix_s: self.previous_s }));
        }
        self.previous_s = row.time_unix_s;
        Ok(Some(row))
    }

    /// Reads one record; `false` at the end.
    fn read_record(&mut self) -> Result<bool, ReplayError> {
        let line = self.csv.position().line();
        let too_long = ReplayError::ReadRow { line, column: TIME, problem: RowProblem::RowTooLong };
        let begin = self.csv.position().byte();
        let is_row = match self.csv.read_byte_record(&mut self.record) {
            Ok(is_row) => is_row,
            Err(_) if self.row_bytes.get() > ROW_BYTES_MAX + BUFFER_BYTES as u64 => return Err(too_long),
            Err(error) => {
                return Err(ReplayError::ReadLog { line, source: io::Error::other(error) });
            }
        };
        if self.csv.position().byte() - begin > ROW_BYTES_MAX {
            return Err(too_long);
        }
        self.row_bytes.set(0);
        Ok(is_row)
    }
}

impl<'r> Row<'r> {
    /// A column that is not longer than a field may be.
    pub(super) fn field(&self, position: usize) -> Result<&'r str, ReplayError> {
        let text = self.text(position)?.trim();
        if text.len() > FIELD_BYTES_MAX {
            return Err(self.error(self.column(position), RowProblem::FieldTooLong));
        }
        Ok(text)
    }

    /// A column of any length.
    pub(super) fn text(&self, position: usize) -> Result<&'r str, ReplayError> {
        let bytes = self.record.get(position).unwrap_or_default();
        std::str::from_utf8(bytes).map_err(|_| self.error(self.column(position), RowProblem::NotUtf8))
    }

    /// An error at this row.
    pub(super) fn error(&self, column: &'static str, problem: RowProblem) -> ReplayError {
        ReplayError::ReadRow { line: self.line, column, problem }
    }

    fn column(&self, position: usize) -> &'static str {
        self.columns.get(position).copied().unwrap_or(TIME)
    }
}

fn line_of(record: &csv::ByteRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}
