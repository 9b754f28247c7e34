//! What a log may look like, and what is said about one that does not fit.

use std::io::Write as _;

use super::*;
use crate::replay::{FIELD_BYTES_MAX, PROGRESS_EVERY_ROWS, RECIPIENTS_MAX, ROW_BYTES_MAX, RowProblem};

const HEADER: &str = "time_unix_s,sender,recipients\n";

/// Line, column and problem of the first bad row after a good one.
fn problem_of(row: impl AsRef<[u8]>) -> (u64, &'static str, RowProblem) {
    let mut log = format!("{HEADER}100,a@b.example,x@y.example\n").into_bytes();
    log.extend_from_slice(row.as_ref());
    log.extend_from_slice(b"\n200,a@b.example,x@y.example\n");
    match replay(&log) {
        Err(ReplayError::ReadRow { line, column, problem }) => (line, column, problem),
        other => panic!("not refused as a row: {other:?}"),
    }
}

#[test]
fn a_bad_row_is_named_with_line_column_and_what_to_do() {
    let given = |text: &str| text.to_owned();
    for (row, column, problem) in [
        ("soon,a@b.example,x@y.example", "time_unix_s", RowProblem::NotATime { given: given("soon") }),
        ("-1,a@b.example,x@y.example", "time_unix_s", RowProblem::NotATime { given: given("-1") }),
        ("4294967296,a@b.example,x@y", "time_unix_s", RowProblem::NotATime { given: given("4294967296") }),
        ("99,a@b.example,x@y.example", "time_unix_s", RowProblem::OutOfOrder { previous_unix_s: 100 }),
        ("101,a@b.example", "recipients", RowProblem::Columns { found: 2, expected: 3 }),
        ("101,a@b.example,x@y.example,more", "recipients", RowProblem::Columns { found: 4, expected: 3 }),
        ("101,,x@y.example", "sender", RowProblem::NotAName(postern_core::name::NameError::Empty)),
        ("101,a@b.example,", "recipients", RowProblem::EmptyRecipient),
        ("101,a@b.example,x@y.example;;z@y.example", "recipients", RowProblem::EmptyRecipient),
    ] {
        assert_eq!(problem_of(row), (3, column, problem), "{row}");
    }
    assert_eq!(problem_of(b"101,a@b.example,\xff@y.example").2, RowProblem::NotUtf8);
    let error = replay(format!("{HEADER}soon,a@b.example,x@y.example\n").as_bytes()).expect_err("a bad row");
    assert_eq!(
        error.to_string(),
        "line 2, column time_unix_s: \"soon\" is not a whole number of seconds since 1970 (UTC), up to 4294967295"
    );
}

#[test]
fn lines_are_those_of_the_file_even_after_quotes_and_blank_lines() {
    let log = format!(
        "{HEADER}\n1,\"a@b.example\",\"x@y.example\"\r\n\n2,a@b.example,x@y.example\n1,a@b.example,x\n"
    );
    match replay(log.as_bytes()) {
        Err(ReplayError::ReadRow { line, column, .. }) => assert_eq!((line, column), (6, "time_unix_s")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_log_of_another_kind_is_refused_with_the_header_it_should_have() {
    for log in ["", "\n", "time_unix_s,user,source_ip,outcome\n1,a,192.0.2.1,ok\n", "{\"a\": 1}\n"] {
        let error = replay(log.as_bytes()).expect_err("no header");
        assert!(error.to_string().contains("time_unix_s,sender,recipients"), "{error}");
    }
    let long = "x".repeat(10_000);
    assert!(replay(long.as_bytes()).expect_err("no header").to_string().len() < 250);
    assert_eq!(replay(HEADER.as_bytes()).expect("an empty log is a log").messages, 0);
}

#[test]
fn gzip_is_recognised_by_its_first_bytes_and_a_damaged_one_is_an_error() {
    let log = format!("{HEADER}1,a@b.example,x@y.example\n");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(log.as_bytes()).expect("memory");
    let mut packed = packed.finish().expect("memory");
    // Rotated logs are joined with cat: two members are one log.
    let mut second = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    second.write_all(b"2,a@b.example,x@y.example\n").expect("memory");
    packed.extend(second.finish().expect("memory"));
    assert_eq!(replay(&packed).expect("a good log").messages, 2);
    packed.truncate(packed.len() - 12);
    assert!(matches!(replay(&packed), Err(ReplayError::ReadLog { line: 3, .. })), "{:?}", replay(&packed));
}

#[test]
fn each_limit_holds_at_its_edge() {
    let recipients = |count: usize| vec!["x@y.example"; count].join(";");
    let log = |row: String| format!("{HEADER}{row}\n");
    assert!(replay(log(format!("1,a@b.example,{}", recipients(RECIPIENTS_MAX))).as_bytes()).is_ok());
    let (_, column, problem) = problem_of(format!("101,a@b.example,{}", recipients(RECIPIENTS_MAX + 1)));
    assert_eq!((column, problem), ("recipients", RowProblem::TooManyRecipients));

    let address = |bytes: usize| format!("{}@y.example", "x".repeat(bytes - 10));
    assert!(replay(log(format!("1,a@b.example,{}", address(FIELD_BYTES_MAX))).as_bytes()).is_ok());
    let too_long = format!("101,a@b.example,{}", address(FIELD_BYTES_MAX + 1));
    assert_eq!(problem_of(too_long).2, RowProblem::FieldTooLong);
    let too_long = format!("101,{},x@y.example", address(FIELD_BYTES_MAX + 1));
    assert_eq!(problem_of(too_long).1, "sender");

    // Blanks around an address are not part of it, so they fill a row up to its limit.
    let row = |bytes: u64| {
        let frame = "101,a@b.example,x@y.example\n".len() as u64;
        format!("101,a@b.example,x@y.example{}", " ".repeat((bytes - frame) as usize))
    };
    assert!(replay(log(row(ROW_BYTES_MAX)).as_bytes()).is_ok());
    assert_eq!(problem_of(row(ROW_BYTES_MAX + 1)).2, RowProblem::RowTooLong);
}

/// A quote that is never closed makes the rest of the file one field: it ends at the limit, not in memory.
#[test]
fn an_unclosed_quote_is_found_within_the_longest_row() {
    let begin = format!("{HEADER}1,a@b.example,x@y.example\n2,\"a@b.example,");
    let endless = std::io::Read::chain(begin.as_bytes(), std::io::repeat(b'\n'));
    match replay_mail(endless, &Policies::default(), &[], &SITE_KEY, &mut |_| {}) {
        Err(ReplayError::ReadRow { line: 3, problem: RowProblem::RowTooLong, .. }) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn progress_is_told_now_and_then_and_at_the_end() {
    let rows = PROGRESS_EVERY_ROWS * 2 + 10;
    let mails =
        (0..rows as i64).map(|time| (time, "a@b.example".to_owned(), "x@y.example".to_owned())).collect();
    let log = mail_log(&mails);
    let mut told = Vec::new();
    replay_mail(log.as_bytes(), &Policies::default(), &[], &SITE_KEY, &mut |progress| told.push(progress))
        .expect("a good log");
    assert_eq!(told.len(), 3);
    let end = told.last().expect("three");
    assert_eq!((end.rows, end.bytes_read), (rows, log.len() as u64));
}
