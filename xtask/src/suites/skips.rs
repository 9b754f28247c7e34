//! What tests could not look at. A test that misses something prints one line, `skipped: …` or
//! `SKIPPED <test>: …`, and passes; nextest keeps what passing tests print in its report, and here those lines
//! are taken out of it for the summary.

use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result};

use crate::tree;

/// Where `.config/nextest.toml` puts the reports of a short and a long run, below the target folder.
const REPORTS: [&str; 2] = ["nextest/ci/junit.xml", "nextest/long/junit.xml"];

/// Removes the reports of earlier runs: tests that do not build leave them as they were.
pub fn forget_last_run() -> Result<()> {
    for report in REPORTS {
        let path = tree::target_folder()?.join(report);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("remove {}", path.display()));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// Every skip that a test printed in the last run, each once; none when no test ran.
pub fn printed_by_tests() -> Result<Vec<String>> {
    let mut skips = Vec::new();
    for report in REPORTS {
        let path = tree::target_folder()?.join(report);
        match fs::read_to_string(&path) {
            Ok(report) => skips.extend(in_report(&report)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("read {}", path.display())),
        }
    }
    Ok(skips)
}

/// Whether a skip means that a real mail server or a real browser was not tested with.
pub fn is_about_real_programs(skip: &str) -> bool {
    let skip = skip.to_lowercase();
    ["postfix", "dovecot", "real server", "real mail server", "chromium", "browser"]
        .iter()
        .any(|word| skip.contains(word))
}

fn in_report(report: &str) -> Vec<String> {
    let mut skips: Vec<String> = Vec::new();
    let mut is_about_skipping = false;
    for line in report.lines() {
        if let Some((_, rest)) = line.split_once("<testcase name=\"") {
            // A test of the skipping itself prints such lines too, and skips nothing.
            is_about_skipping = rest.split('"').next().is_some_and(|name| name.contains("_skip_"));
        }
        if is_about_skipping {
            continue;
        }
        // The report is XML: the first line of an output follows its opening tag, the last precedes its end.
        let line =
            line.rsplit_once("<system-out>").or(line.rsplit_once("<system-err>")).map_or(line, |(_, l)| l);
        let line = line.split_once("</system-").map_or(line, |(l, _)| l);
        // On a machine with one processor the test's name stands before what it prints.
        let line = line.split_once(" ... ").map_or(line, |(_, printed)| printed);
        let Some(skip) = line.trim().strip_prefix("skipped: ").or(line.trim().strip_prefix("SKIPPED "))
        else {
            continue;
        };
        let skip =
            skip.replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">");
        let skip = skip.replace("&amp;", "&");
        if !skips.contains(&skip) {
            skips.push(skip);
        }
    }
    skips
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_skip_is_found_once() {
        let report = "<system-out>\nrunning 1 test\nskipped: no POSTERN_DATA\ntest a ... ok\n</system-out>\
                      \n<system-err>skipped: no Postfix &amp; no &quot;root&quot;</system-err>\n\
                      <system-err>skipped: no POSTERN_DATA\ntest a ... SKIPPED attack: needs root</system-err>";
        assert_eq!(in_report(report), ["no POSTERN_DATA", "no Postfix & no \"root\"", "attack: needs root"]);
    }

    #[test]
    fn a_test_of_the_skipping_itself_skips_nothing() {
        let report = "<testcase name=\"kit::a_skip_is_a_line\" time=\"1\">\n<system-err>\nSKIPPED a: b\n</system-err>\n\
                      <testcase name=\"kit::a_mail_arrives\">\n<system-err>\nSKIPPED c: d\n</system-err>";
        assert_eq!(in_report(report), ["c: d"]);
    }

    #[test]
    fn a_skip_of_a_real_program_is_told_from_a_skip_of_data() {
        assert!(is_about_real_programs("real Postfix needs root"));
        assert!(is_about_real_programs("a_page: needs apt-get install chromium chromium-driver"));
        assert!(!is_about_real_programs("set POSTERN_DATA to replay real mail"));
    }
}
