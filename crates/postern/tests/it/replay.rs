//! `postern replay` as an operator runs it: one policy file against real mail without a spam run in it, and
//! against the same mail with one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The numbers that the product ships with, written down as an operator would.
const POLICY: &str = "[outbound]\nnovel_hour_max = 30\nnovel_day_max = 60\nrecipients_hour_floor = 100\n\
                      peak_factor = 4\ncap_hour = 500\ncap_day = 1000\n";
/// Recipients that a run of 300 an hour may reach (outbound reference, section h).
const LET_OUT_MAX: u64 = 31;
/// Episodes that the real mail may have: 1.05 per 1000 account-months.
const EPISODES_MAX: u64 = 3;

fn replay(log: &Path, policy: &Path) -> Result<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_postern"))
        .args(["replay", "mail", "--json", "--policy"])
        .args([policy, log])
        .output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// One mail every twelve seconds for an hour, each to somebody new.
fn spam_run(from_s: u64) -> String {
    let mut rows = String::new();
    for number in 0..300 {
        // Writing to a String cannot fail.
        let _ = writeln!(rows, "{},thief@example.org,victim{number}@elsewhere.example", from_s + number * 12);
    }
    rows
}

/// Twenty people who write to the same dozen colleagues for a year.
fn ordinary_year() -> String {
    let mut rows = String::from("time_unix_s,sender,recipients\n");
    for day in 0..250_u64 {
        for person in 0..20_u64 {
            let colleague = (person + day) % 12;
            let at = 1_700_000_000 + day * 86_400 + person * 600;
            let _ = writeln!(
                rows,
                "{at},p{person}@example.org,c{colleague}@example.org;c{}@example.org",
                day % 12
            );
        }
    }
    rows
}

#[test]
fn an_ordinary_year_has_no_episode_and_a_spam_run_in_it_is_stopped_by_the_same_file() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (policy, log) = (folder.path().join("policy.toml"), folder.path().join("mail.csv"));
    std::fs::write(&policy, POLICY)?;
    std::fs::write(&log, ordinary_year())?;
    let ordinary = replay(&log, &policy)?;
    assert_eq!((&ordinary["accounts"], &ordinary["episodes"]), (&20.into(), &0.into()), "{ordinary}");
    std::fs::write(&log, ordinary_year() + &spam_run(1_800_000_000))?;
    stopped_run(&replay(&log, &policy)?)
}

#[test]
fn real_mail_has_at_most_three_episodes_and_a_run_in_it_is_stopped_by_the_same_file() -> Result<()> {
    let Some(enron) = enron() else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let policy = folder.path().join("policy.toml");
    std::fs::write(&policy, POLICY)?;
    let real = replay(&enron, &policy)?;
    assert!(real["episodes"].as_u64().context("a number")? <= EPISODES_MAX, "{real}");
    // After the last real mail (2002-06-21), unpacked so that rows can be added.
    let mut rows = String::new();
    std::io::Read::read_to_string(
        &mut flate2::read::GzDecoder::new(std::fs::File::open(&enron)?),
        &mut rows,
    )?;
    let log = folder.path().join("mail.csv");
    std::fs::write(&log, rows + &spam_run(1_030_000_000))?;
    stopped_run(&replay(&log, &policy)?)
}

fn stopped_run(replayed: &Value) -> Result<()> {
    let detections = replayed["detections"].as_array().context("a list")?;
    let of_thief = detections.iter().find(|found| found["account"] == "thief@example.org");
    let let_out =
        of_thief.context("the run was found")?["recipients_let_out"].as_u64().context("a number")?;
    assert!((1..=LET_OUT_MAX).contains(&let_out), "{let_out} were let out");
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a skipped test says so in one line")]
fn enron() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("POSTERN_DATA").unwrap_or_else(|_| beside.to_owned());
    let file = Path::new(&folder).join("mail-enron.csv.gz");
    if !file.exists() {
        println!("skipped: no {}; set POSTERN_DATA", file.display());
        return None;
    }
    Some(file)
}
