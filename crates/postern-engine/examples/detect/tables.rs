//! The tables of docs/detection.md, each between two marks that name it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use postern_core::policy::Policies;
use postern_core::policy::presets::{Door, Preset};
use postern_engine::replay::{InjectionReport, MailedTo, Run, STANDARD_RUNS, Spammer};

use crate::curves::{DAY_RUNS, HOUR_RUNS, Measured, SLOW_RUNS, Step, report};
use crate::{History, Outcome, TRIALS};

/// Tables by the name between the marks.
type Tables = BTreeMap<&'static str, String>;

const HOURS: [u64; 9] = [15, 20, 25, 30, 35, 40, 45, 50, 60];
const DAYS: [u64; 7] = [30, 40, 50, 60, 80, 100, 150];
const SLOWS: [u64; 7] = [8, 10, 12, 15, 20, 25, 30];

/// The page with every table in its place.
pub fn filled(page: &str, tables: &Tables) -> Outcome<String> {
    let mut text = page.to_owned();
    for (name, table) in tables {
        let (begin, end) = (format!("<!-- detect: {name} -->\n"), "<!-- /detect -->");
        let from =
            text.find(&begin).ok_or_else(|| format!("docs/detection.md has no {begin}"))? + begin.len();
        let to =
            from + text[from..].find(end).ok_or_else(|| format!("{name} has no end in docs/detection.md"))?;
        text.replace_range(from..to, table);
    }
    Ok(text)
}

impl Measured {
    /// All tables.
    pub fn tables(&self, histories: &[History]) -> Outcome<Tables> {
        let restrict = |steps: &[Step], values: &[u64], runs: &[Run], unit: &str| {
            let mut head = vec![unit.to_owned()];
            head.extend(
                histories
                    .iter()
                    .map(|history| format!("{}: restrictions (per 1000 account-months)", history.name)),
            );
            head.extend(
                runs.iter().map(|run| format!("let out of {}/h to {}", run.mails_per_hour, run.per_mail)),
            );
            let rows = steps.iter().filter(|step| values.contains(&step.at)).map(|step| {
                let mut row = vec![step.at.to_string()];
                row.extend(step.normal.iter().map(|found| {
                    format!("{} ({:.2})", found.episodes, found.episodes_per_1000_account_months)
                }));
                row.extend(runs.iter().map(|&run| let_out(step.runs.last(), run)));
                row
            });
            table(&head, rows.collect())
        };
        Ok(BTreeMap::from([
            ("hour", restrict(&self.hour, &HOURS, &HOUR_RUNS, "new recipients/h")),
            ("day", restrict(&self.day, &DAYS, &DAY_RUNS, "new recipients/24 h")),
            ("slow", self.slow_table(histories)),
            ("runs", runs_table(histories)),
            ("presets", presets_table(histories)?),
        ]))
    }

    fn slow_table(&self, histories: &[History]) -> String {
        let mut head = vec!["slows above, new recipients/h".to_owned()];
        head.extend(
            histories.iter().map(|history| format!("{}: hours slowed, of those with mail", history.name)),
        );
        head.extend(
            ["let out of 300/h, of these slowed", "3600/h lasts, waiting", "3600/h lasts, many connections"]
                .map(str::to_owned),
        );
        let rows = self.slow.iter().filter(|step| SLOWS.contains(&step.at)).map(|step| {
            let mut row = vec![step.at.to_string()];
            row.extend(
                step.normal.iter().map(|found| format!("{} of {}", found.slowed_hours, found.sender_hours)),
            );
            let reports = step.runs.last().map_or(&[][..], Vec::as_slice);
            let one = |run, spammer, tell: &dyn Fn(&InjectionReport) -> String| {
                report(reports, run, spammer).map_or_else(String::new, tell)
            };
            row.push(one(SLOW_RUNS[1], Spammer::Waits, &|found| {
                format!("{}, {}", found.let_out.median, found.slowed.median)
            }));
            for spammer in [Spammer::Waits, Spammer::Parallel] {
                row.push(one(SLOW_RUNS[0], spammer, &|found| {
                    format!("{} s", found.until_restricted_s.median)
                }));
            }
            row
        });
        table(&head, rows.collect())
    }
}

fn let_out(reports: Option<&Vec<InjectionReport>>, run: Run) -> String {
    let found = reports.and_then(|reports| report(reports, run, Spammer::Parallel));
    found.map_or_else(String::new, told)
}

fn told(report: &InjectionReport) -> String {
    if report.detected == 0 {
        return "never found".to_owned();
    }
    let (median, worst) = (report.let_out.median, report.let_out.worst);
    if report.detected < report.trials {
        let percent = report.detected * 100 / report.trials.max(1);
        return format!("{median} (worst {worst}), {percent} % found");
    }
    format!("{median} (worst {worst})")
}

/// Every standard run with the default policy. Delays change nothing in what gets out of most, so the thief who does
/// not wait speaks for both; how long it takes is told for both.
fn runs_table(histories: &[History]) -> String {
    let mut head = vec!["run".to_owned()];
    for history in histories {
        head.push(format!("{}: let out", history.name));
        head.push("of these slowed".to_owned());
        head.push("until restricted: waiting / many connections".to_owned());
    }
    let found: Vec<_> = histories
        .iter()
        .map(|history| history.mails.inject(&Policies::default(), &STANDARD_RUNS, TRIALS))
        .collect();
    let rows = STANDARD_RUNS.iter().map(|&run| {
        let whom = match run.to {
            MailedTo::Strangers => "strangers",
            MailedTo::OwnContacts => "own contacts",
            MailedTo::OwnContactsUnfamiliar => "own contacts, from an unfamiliar source",
        };
        let mut row = vec![format!("{} mails/h to {} {whom}", run.mails_per_hour, run.per_mail)];
        for reports in &found {
            let [Some(waits), Some(parallel)] =
                [Spammer::Waits, Spammer::Parallel].map(|spammer| report(reports, run, spammer))
            else {
                continue;
            };
            row.push(told(parallel));
            row.push(parallel.slowed.median.to_string());
            let times = [waits, parallel].map(|found| match found.detected {
                0 => "-".to_owned(),
                _ => clock(found.until_restricted_s.median),
            });
            row.push(times.join(" / "));
        }
        row
    });
    table(&head, rows.collect())
}

fn presets_table(histories: &[History]) -> Outcome<String> {
    let runs = [HOUR_RUNS[0], HOUR_RUNS[2], DAY_RUNS[0]];
    let mut head = vec!["preset".to_owned()];
    for history in histories {
        head.push(format!("{}: restrictions (per 1000 account-months)", history.name));
        head.push("hours slowed".to_owned());
    }
    head.extend(runs.iter().map(|run| format!("let out of {}/h to {}", run.mails_per_hour, run.per_mail)));
    let mut rows = Vec::new();
    for &preset in Preset::ALL.iter().filter(|preset| preset.door() == Door::Sending) {
        let policy = preset.over(&Policies::default());
        let mut row = vec![format!("`{}`", preset.code())];
        for history in histories {
            for found in history.judged(std::slice::from_ref(&policy))? {
                row.push(format!("{} ({:.2})", found.episodes, found.episodes_per_1000_account_months));
                row.push(found.slowed_hours.to_string());
            }
        }
        let injected = histories.last().map(|history| history.mails.inject(&policy, &runs, TRIALS));
        row.extend(runs.iter().map(|&run| let_out(injected.as_ref(), run)));
        rows.push(row);
    }
    Ok(table(&head, rows))
}

fn clock(seconds: u64) -> String {
    match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} min", seconds / 60),
        _ => format!("{:.1} h", seconds as f64 / 3_600.0),
    }
}

fn table(head: &[String], rows: Vec<Vec<String>>) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "| {} |", head.join(" | "));
    let _ = writeln!(text, "|{}", "---|".repeat(head.len()));
    for row in rows {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    text
}
