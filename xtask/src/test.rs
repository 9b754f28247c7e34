//! `cargo xtask test`: every suite in an order that compiles each crate once per profile, a closing line for
//! each, and a summary at the end. A suite that fails does not stop the next. Which commands a suite runs is
//! in [`crate::suites`]; this file does not know them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::clock::{Stopwatch, in_words};
use crate::leftovers;
use crate::suites;

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// What every change has to pass.
    Short,
    /// The same suites with hours of nonsense and thousands of random cases.
    Long,
}

/// What became of a suite.
pub enum Outcome {
    /// Everything held.
    Passed,
    /// Something did not hold.
    Failed(String),
    /// Not run, and why.
    Skipped(String),
}

/// What every suite may look at.
pub struct Session {
    /// Short or long.
    pub length: Length,
    /// In CI a real-server suite that is skipped has failed.
    pub is_ci: bool,
    /// Everything that is started keeps its temporary files here, and is known by it.
    pub temporary: PathBuf,
    /// What suites could not look at, for the summary.
    pub skips: Vec<String>,
    /// The optimised programs are those of this tree, and not left over from an older one.
    pub is_release_built: bool,
}

/// Runs every suite; `true` when all held.
pub fn test(length: Length) -> Result<bool> {
    let is_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    // Short, because sockets live in it and a socket's path has to be under 108 bytes.
    let temporary = std::env::temp_dir().join(format!("postern-{}", std::process::id()));
    fs::create_dir(&temporary).with_context(|| format!("create {}", temporary.display()))?;
    let mut session = Session { length, is_ci, temporary, skips: Vec::new(), is_release_built: false };
    let results = run_all(&mut session);
    // A process that still writes may keep the folder from going; it was reported and killed above.
    let _ = fs::remove_dir_all(&session.temporary);
    Ok(summarise(&results, &session))
}

struct SuiteResult {
    name: &'static str,
    outcome: Outcome,
    took: String,
}

fn run_all(session: &mut Session) -> Vec<SuiteResult> {
    let mut results = Vec::new();
    for (name, suite) in suites::ALL {
        println!("\n== {name}");
        let stopwatch = Stopwatch::start();
        let outcome = suite(session).unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        let outcome = left_behind(outcome, &session.temporary);
        let result = SuiteResult { name, outcome, took: in_words(stopwatch.elapsed()) };
        println!("{}", closing_line(&result));
        results.push(result);
    }
    results
}

/// A suite that leaves a process or a file behind has failed, whatever it said; both are removed.
fn left_behind(outcome: Outcome, temporary: &Path) -> Outcome {
    let processes = leftovers::naming(temporary);
    for leftover in &processes {
        // It may have ended by itself meanwhile.
        let _ = rustix::process::kill_process(leftover.pid, rustix::process::Signal::KILL);
    }
    let mut left: Vec<String> =
        processes.into_iter().map(|leftover| format!("process `{}`", leftover.name)).collect();
    for entry in fs::read_dir(temporary).into_iter().flatten().flatten() {
        left.push(format!("file {}", entry.path().display()));
        let path = entry.path();
        let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
    match outcome {
        outcome if left.is_empty() => outcome,
        Outcome::Failed(reason) => Outcome::Failed(format!("{reason}; left behind: {}", left.join(", "))),
        Outcome::Passed | Outcome::Skipped(_) => Outcome::Failed(format!("left behind: {}", left.join(", "))),
    }
}

fn closing_line(result: &SuiteResult) -> String {
    let SuiteResult { name, outcome, took } = result;
    match outcome {
        Outcome::Passed => format!("-- {name}: passed in {took}"),
        Outcome::Failed(reason) => format!("-- {name}: FAILED after {took}: {reason}"),
        Outcome::Skipped(reason) => format!("-- {name}: SKIPPED: {reason}"),
    }
}

fn summarise(results: &[SuiteResult], session: &Session) -> bool {
    println!("\n== summary");
    for result in results {
        println!("{}", closing_line(result));
    }
    if session.skips.is_empty() {
        println!("nothing was skipped");
    }
    for skip in &session.skips {
        println!("-- skipped inside a suite: {skip}");
    }
    let failed = results.iter().filter(|result| matches!(result.outcome, Outcome::Failed(_))).count();
    if failed == 0 {
        println!("xtask test: everything that was run holds");
    } else {
        println!("xtask test: {failed} of {} suites FAILED", results.len());
    }
    failed == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_that_leaves_a_file_behind_has_failed_and_the_file_is_gone() {
        let temporary = std::env::temp_dir().join(format!("xtask-left-{}", std::process::id()));
        fs::create_dir(&temporary).expect("a fresh name");
        assert!(matches!(left_behind(Outcome::Passed, &temporary), Outcome::Passed));
        fs::write(temporary.join("forgotten"), "").expect("the folder is ours");
        let outcome = left_behind(Outcome::Passed, &temporary);
        assert!(matches!(outcome, Outcome::Failed(reason) if reason.contains("forgotten")));
        fs::remove_dir(&temporary).expect("it is empty again");
    }
}
