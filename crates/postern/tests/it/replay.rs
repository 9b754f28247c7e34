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

fn told(arguments: &[&str], files: &[&Path]) -> Result<std::process::Output> {
    Ok(Command::new(env!("CARGO_BIN_EXE_postern")).arg("replay").args(arguments).args(files).output()?)
}

#[test]
fn policies_side_by_side_are_columns_and_a_picture() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (policy, log) = (folder.path().join("mine.toml"), folder.path().join("mail.csv"));
    let picture = folder.path().join("curve.svg");
    std::fs::write(&policy, "[outbound]\nnovel_hour_max = 15\n")?;
    std::fs::write(&log, ordinary_year() + &spam_run(1_800_000_000))?;
    let (policy_text, picture_text) = (policy.display().to_string(), picture.display().to_string());
    let judged = ["mail", "--policy", &policy_text, "--preset", "sending_microsoft", "--svg", &picture_text];
    let output = told(&[&judged[..], &["--plot"]].concat(), &[&log])?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let head = text.lines().nth(1).context("a head")?;
    assert!(head.contains("mine") && head.contains("sending_microsoft"), "{text}");
    assert!(text.contains("more than 12 new recipients per hour"), "{text}");
    let svg = std::fs::read_to_string(&picture)?;
    assert!(svg.contains("mine: restricts") && !svg.contains("sending_microsoft: restricts"), "{svg}");

    let output = told(&[&judged[..], &["--json", "--inject", "--trials", "5"]].concat(), &[&log])?;
    let json: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!(
        (&json["policies"][0]["policy"], &json["policies"][0]["episodes"]),
        (&"mine".into(), &1.into())
    );
    assert_eq!(json["policies"][1]["episodes"], 0, "three hundred are below Microsoft's 500");
    assert_eq!(json["policies"][0]["injected"][0]["trials"], 5);
    assert_eq!(json["novelty"]["above"].as_array().map(Vec::len), Some(101));
    let unknown = told(&["mail", "--preset", "strict"], &[&log])?;
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("sending_strict"), "{unknown:?}");
    Ok(())
}

/// Lines as Postfix writes them: one mail handed in and delivered.
pub fn logged(stamp: &str, id: &str, login: &str, to: &[String]) -> String {
    let mut lines = format!(
        "{stamp} mx postfix/submission/smtpd[7]: {id}: client=pc[192.0.2.7], sasl_method=PLAIN, sasl_username={login}\n\
         {stamp} mx postfix/qmgr[8]: {id}: from=<{login}>, size=900, nrcpt={} (queue active)\n",
        to.len()
    );
    for to in to {
        // Writing to a String cannot fail.
        let _ = writeln!(
            lines,
            "{stamp} mx postfix/smtp[9]: {id}: to=<{to}>, relay=mx.example[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 Ok)"
        );
    }
    lines + &format!("{stamp} mx postfix/qmgr[8]: {id}: removed\n")
}

/// A rotated, packed log of December and a plain one of January, given in the wrong order, without years.
#[test]
fn a_rotated_mail_log_is_read_over_new_year_and_says_whom_the_rules_would_have_stopped() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (old, new) = (folder.path().join("mail.log.1.gz"), folder.path().join("mail.log"));
    let known: Vec<String> = (0..40).map(|number| format!("friend{number}@a.example")).collect();
    let mut december = String::from("Dec 30 10:00:00 mx dovecot: imap-login: hello\n");
    for (number, friends) in known.chunks(4).enumerate() {
        let stamp = format!("Dec 30 {:02}:00:00", 10 + number);
        december += &logged(&stamp, &format!("ABCDE{number}"), "rob@contoso.example", friends);
    }
    let mut packed = flate2::write::GzEncoder::new(std::fs::File::create(&old)?, flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, december.as_bytes())?;
    packed.finish()?;
    let mut january = logged("Jan  2 09:00:00", "BCDEF0", "rob@contoso.example", &known);
    for number in 0..60 {
        let stamp = format!("Jan  2 11:{number:02}:00");
        january += &logged(
            &stamp,
            &format!("CDEF{number:02}"),
            "eve@contoso.example",
            &[format!("v{number}@b.example")],
        );
    }
    std::fs::write(&new, january)?;
    // Last written in the first days of 2026.
    for file in [&old, &new] {
        let at = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_767_400_000);
        std::fs::File::options().append(true).open(file)?.set_modified(at)?;
    }
    let output = told(&["postfix-log", "--json"], &[&new, &old])?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!((&json["messages"], &json["episodes"]), (&71.into(), &1.into()), "{json}");
    let detection = &json["detections"][0];
    assert_eq!(detection["account"], "eve@contoso.example");
    // 2026-01-02, not 2025 or 2027.
    let at = detection["time_unix_s"].as_i64().context("a time")?;
    assert!((1_767_312_000..1_767_398_400).contains(&at), "{json}");
    let text = told(&["postfix-log", "--learn-days", "1"], &[&new, &old])?;
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("eve@contoso.example") && text.contains("taught only who is known"), "{text}");
    Ok(())
}

#[test]
fn a_file_that_is_no_mail_log_is_told_with_what_to_look_for() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let log = folder.path().join("other.log");
    std::fs::write(&log, "Jan  2 09:00:00 mx sshd[1]: hello\n")?;
    let output = told(&["postfix-log"], &[&log])?;
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("none of its 1 lines is one of Postfix's"), "{said}");
    let missing = told(&["postfix-log"], &[&folder.path().join("nowhere.log")])?;
    assert!(String::from_utf8_lossy(&missing.stderr).contains("nowhere.log"));
    Ok(())
}
