//! `cargo xtask fuzz`: feeds each protocol reader with nonsense that libFuzzer breeds from real transcripts.
//!
//! libFuzzer works on the stable toolchain without cargo-fuzz, when the compiler is told to count the paths
//! that a run takes (`COVERAGE`). The address sanitizer, which needs nightly, would find nothing: the readers
//! are safe Rust. Targets and transcripts belong to postern-wire; this file finds them by their folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{run, tree};

const FUZZ_CRATE: &str = "crates/postern-wire/fuzz";
/// What real servers said: the seeds that libFuzzer starts from.
const TRANSCRIPTS: &str = "crates/postern-wire/tests/it/transcripts";
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// Flags given to the host's own tools would break them, so the target is named even where it is the host.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// libFuzzer itself is C++ and takes half a minute.
const BUILD_LIMIT: Duration = Duration::from_secs(10 * 60);
/// What a run may take beyond its seconds: reading the corpus, and the last input.
const RUN_SLACK_S: u64 = 60;
const DEFAULT_SECONDS: u32 = 60;
/// Longer inputs than any reader accepts only cost time: the longest limit is one policy request of 16 KiB.
const INPUT_BYTES_MAX: u32 = 20_000;

/// `cargo xtask fuzz [--seconds N] [TARGET]`.
pub fn fuzz(arguments: &[&str]) -> Result<bool> {
    let (seconds, target) = match arguments {
        [] => (DEFAULT_SECONDS, None),
        ["--seconds", seconds] => (read_seconds(seconds)?, None),
        ["--seconds", seconds, target] => (read_seconds(seconds)?, Some(*target)),
        [target] if !target.starts_with('-') => (DEFAULT_SECONDS, Some(*target)),
        _ => bail!("usage: cargo xtask fuzz [--seconds N] [TARGET]"),
    };
    can_build().map_err(anyhow::Error::msg)?;
    run_targets(target, seconds)
}

fn read_seconds(text: &str) -> Result<u32> {
    text.parse().with_context(|| format!("`{text}` is not a number of seconds"))
}

/// Why this machine cannot build libFuzzer, if it cannot.
pub fn can_build() -> Result<(), String> {
    if !cfg!(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu")) {
        return Err(format!("libFuzzer is set up for {TARGET} only"));
    }
    let has_compiler = Command::new("c++").arg("--version").stdout(Stdio::null()).status();
    if !has_compiler.is_ok_and(|status| status.success()) {
        return Err("libFuzzer needs a C++ compiler named c++".to_owned());
    }
    Ok(())
}

/// Builds and runs one target or all, each for so many seconds; `true` when none broke.
pub fn run_targets(only: Option<&str>, seconds: u32) -> Result<bool> {
    let known = targets()?;
    if let Some(only) = only
        && !known.iter().any(|target| target == only)
    {
        bail!("no fuzz target `{only}`; there are {}", known.join(", "));
    }
    let folder = tree::target_folder()?.join("fuzz");
    let mut build = Command::new("cargo");
    build
        .args(["build", "--release", "--locked", "--target", TARGET])
        .current_dir(tree::root().join(FUZZ_CRATE))
        .env("RUSTFLAGS", COVERAGE)
        .env("CARGO_TARGET_DIR", &folder);
    if !run::succeeds(&mut build, BUILD_LIMIT)? {
        bail!("the fuzz targets do not build");
    }
    let mut all_held = true;
    for target in known.iter().filter(|target| only.is_none_or(|only| only == *target)) {
        all_held &= run_target(target, seconds, &folder)?;
    }
    Ok(all_held)
}

fn run_target(target: &str, seconds: u32, folder: &Path) -> Result<bool> {
    let corpus = folder.join("corpus").join(target);
    let broken = folder.join("artifacts").join(target);
    for wanted in [&corpus, &broken] {
        fs::create_dir_all(wanted).with_context(|| format!("create {}", wanted.display()))?;
    }
    let mut command = Command::new(folder.join(TARGET).join("release").join(target));
    command
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={INPUT_BYTES_MAX}"))
        .arg(format!("-artifact_prefix={}/", broken.display()))
        .arg("-print_final_stats=1")
        // New inputs are kept in the first folder; the others are only read.
        .arg(&corpus)
        .args(seeds(target))
        // Its progress goes to standard error by the screenful; the result is its exit code.
        .stderr(Stdio::from(fs::File::create(log_of(folder, target)).context("create the fuzz log")?));
    let held = run::succeeds(&mut command, Duration::from_secs(u64::from(seconds) + RUN_SLACK_S))?;
    let log = fs::read_to_string(log_of(folder, target)).unwrap_or_default();
    if held {
        println!("{target}: {} inputs, nothing broke", statistic(&log, "number_of_executed_units"));
    } else {
        println!("{target}: BROKE; its input is in {}", broken.display());
        println!("{}", last_lines(&log, 40));
    }
    Ok(held)
}

fn log_of(folder: &Path, target: &str) -> PathBuf {
    folder.join(format!("{target}.log"))
}

/// A figure of libFuzzer's closing lines, as in `stat::number_of_executed_units: 4711`.
fn statistic<'log>(log: &'log str, name: &str) -> &'log str {
    let line = log.lines().rev().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name));
    line.map_or("?", |rest| rest.trim_start_matches(':').trim())
}

fn last_lines(log: &str, count: usize) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

/// The targets are the files in the fuzz crate's `fuzz_targets`.
fn targets() -> Result<Vec<String>> {
    let folder = tree::root().join(FUZZ_CRATE).join("fuzz_targets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("list {}", folder.display()))? {
        let path = entry.with_context(|| format!("list {}", folder.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "rs")
            && let Some(stem) = path.file_stem().and_then(|stem| stem.to_str())
        {
            names.push(stem.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// The transcripts of a target's own protocol when they have a folder of its name, else all of them.
fn seeds(target: &str) -> Vec<PathBuf> {
    let all = tree::root().join(TRANSCRIPTS);
    [all.join(target), all].into_iter().find(|folder| folder.is_dir()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_statistics_are_read() {
        let log = "INFO: seed\nstat::number_of_executed_units: 4711\nstat::peak_rss_mb: 40\n";
        assert_eq!(statistic(log, "number_of_executed_units"), "4711");
        assert_eq!(statistic("", "number_of_executed_units"), "?");
    }

    #[test]
    fn an_unknown_argument_is_refused() {
        assert!(fuzz(&["--minutes", "3"]).is_err());
        assert!(read_seconds("soon").is_err());
    }
}
