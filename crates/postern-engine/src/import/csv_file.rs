//! A CSV file with a header. Columns in any order: `address` (mandatory), `display_name`, `aliases`, `language`,
//! `kind`, `groups`, `password_hash`; lists are separated by `;` inside their field. An unknown column is refused
//! before anything is read: it is more often a spelling mistake than something to leave out.

use csv::{ReaderBuilder, StringRecord};

use super::problem::shown;
use super::{BadLine, Fields, LINE_BYTES_MAX, Problem, Reader};

/// Which field of a record each column is.
#[derive(Clone, Copy, Debug, Default)]
struct Columns {
    address: Option<usize>,
    display_name: Option<usize>,
    aliases: Option<usize>,
    language: Option<usize>,
    kind: Option<usize>,
    groups: Option<usize>,
    password_hash: Option<usize>,
}

/// Reads every record below the header.
pub(super) fn read(file: &[u8], reader: &mut Reader<'_>) {
    let mut records = ReaderBuilder::new().flexible(false).from_reader(file);
    let columns = match records.headers().map_err(|error| problem_of(&error)).and_then(columns) {
        Ok(columns) => columns,
        Err(problem) => return reader.imported.bad.push(BadLine { line: 1, problem }),
    };
    let mut record = StringRecord::new();
    loop {
        let begins_at = records.position().line();
        let fields = match records.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) if record.as_slice().len() > LINE_BYTES_MAX => Err(Problem::LineTooLong),
            Ok(true) => Ok(columns.fields(&record)),
            Err(error) => Err(problem_of(&error)),
        };
        let line = record.position().map_or(begins_at, csv::Position::line);
        if !reader.take(usize::try_from(line).unwrap_or(usize::MAX), fields) {
            return;
        }
    }
}

fn columns(header: &StringRecord) -> Result<Columns, Problem> {
    let mut columns = Columns::default();
    for (position, name) in header.iter().enumerate() {
        let column = match name.trim().to_ascii_lowercase().as_str() {
            "address" => &mut columns.address,
            "display_name" => &mut columns.display_name,
            "aliases" => &mut columns.aliases,
            "language" => &mut columns.language,
            "kind" => &mut columns.kind,
            "groups" => &mut columns.groups,
            "password_hash" => &mut columns.password_hash,
            _ => return Err(Problem::UnknownColumn { column: shown(name) }),
        };
        if column.replace(position).is_some() {
            return Err(Problem::UnknownColumn { column: shown(name) });
        }
    }
    if columns.address.is_none() { Err(Problem::NoAddressColumn) } else { Ok(columns) }
}

impl Columns {
    fn fields<'a>(&self, record: &'a StringRecord) -> Fields<'a> {
        let field = |column: Option<usize>| column.and_then(|column| record.get(column)).unwrap_or("");
        Fields {
            name: field(self.address),
            display_name: field(self.display_name),
            aliases: field(self.aliases),
            language: field(self.language),
            kind: field(self.kind),
            groups: field(self.groups),
            password: field(self.password_hash),
        }
    }
}

fn problem_of(error: &csv::Error) -> Problem {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => Problem::NotUtf8,
        // The rest is about shape: too many or too few fields. Reading from memory does not fail otherwise.
        _ => Problem::Fields,
    }
}
