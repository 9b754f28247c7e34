//! Reports that come as mail: no bytes make the reader panic, and no list outgrows its limit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::report::{QUEUE_IDS_MAX, RECIPIENTS_MAX, Report, ReportKind, VOUCHED_MAX};

fuzz_target!(|data: &[u8]| {
    let Some(report) = Report::read(data) else { return };
    assert!(report.queue_ids.len() <= QUEUE_IDS_MAX && report.vouched.len() <= VOUCHED_MAX);
    if let ReportKind::Undelivered(recipients) = report.kind {
        assert!(recipients.len() <= RECIPIENTS_MAX);
    }
});
