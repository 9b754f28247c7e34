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
    let Some(enron) = provided("mail-enron.csv.gz") else { return Ok(()) };
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
fn provided(name: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("POSTERN_DATA").unwrap_or_else(|_| beside.to_owned());
    let file = Path::new(&folder).join(name);
    if !file.exists() {
        println!("skipped: no {}; set POSTERN_DATA", file.display());
        return None;
    }
    Some(file)
}

/// A Linux host's real log: working sign-ins beside weeks of guessing. What the rules stop, and whom they would
/// have refused, is what docs/detection-sign-in.md says.
#[test]
fn the_real_sign_in_log_stops_guessers_and_refuses_nobody_who_signs_in_regularly() -> Result<()> {
    let Some(log) = provided("signin-sshd.csv.gz") else { return Ok(()) };
    let output = Command::new(env!("CARGO_BIN_EXE_postern"))
        .args(["replay", "sign-in", "--json"])
        .arg(&log)
        .output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!(
        (&found["attempts"], &found["accounts"], &found["sources"]),
        (&1_264.into(), &30.into(), &106.into())
    );
    let list = |name: &str| found[name].as_array().cloned().unwrap_or_default();

    // The names that are guessed lock at the tenth wrong password, or earlier where their guesser was stopped.
    for lock in list("first_locks") {
        let before = lock["attempts_before"].as_u64().context("a number")?;
        let (failing, is_own) = (lock["account"] == "elastic_user_0", lock["source_ip"] == OWN_ADDRESS);
        assert!(before >= 10 && (failing == is_own), "{lock}");
    }
    let root = list("first_locks").into_iter().find(|lock| lock["account"] == "root");
    assert_eq!(root.context("532 guesses at root")?["attempts_before"], 10);

    // Nobody is refused who signs in there regularly, but for one account whose own address fails 147 times in a row.
    for refused in list("refused") {
        assert_eq!(refused["account"], "elastic_user_0", "{refused}");
        assert_eq!(refused["source_ip"], OWN_ADDRESS, "{refused}");
        let failures = refused["failures_before"].as_u64().context("a number")?;
        assert!(failures > 0 && refused["because"] == "locked", "{refused}");
    }
    for stopped in list("stopped_sources") {
        println!("{stopped}");
    }
    for refused in list("refused") {
        println!("{refused}");
    }
    println!("{} locks, {} refused successes", found["locks"], found["refused_successes"]);
    Ok(())
}

/// The address from which `elastic_user_0` signs in, and fails 147 times.
const OWN_ADDRESS: &str = "24.151.103.17";
