//! The suites of `cargo xtask test`, in their order: first what needs no building, then everything in the dev
//! profile, then everything in the release profile, so that each crate compiles once for each.

mod api;
mod skips;

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::packages::{self, Needed, Presence};
use crate::test::{Length, Outcome, Session};
use crate::{fuzz, run, tidy, tree};

/// A suite: its name and what it does.
type Suite = (&'static str, fn(&mut Session) -> Result<Outcome>);

/// Every suite, in order.
pub const ALL: &[Suite] = &[
    ("real mail servers", real_servers),
    ("real browser", real_browser),
    ("tidy", tidy),
    ("tests", tests),
    ("without features", without_features),
    ("documentation tests", documentation_tests),
    ("fuzz", fuzz_slice),
    ("release build", release_build),
    ("API by its document", api_by_its_document),
    ("demo", demo),
    ("demo without a rule", demo_without_a_rule),
    ("bench", bench_slice),
];

/// The tests from clean, 2 cores: 3 to 5 min of building, then the tests. nextest ends a hung test long before
/// this (`.config/nextest.toml`).
const TESTS_LIMIT: Duration = Duration::from_secs(40 * 60);
/// A long run draws thousands of random cases.
const LONG_TESTS_LIMIT: Duration = Duration::from_secs(6 * 60 * 60);
const DOCUMENTATION_TESTS_LIMIT: Duration = Duration::from_secs(6 * 60);
/// Dependencies are type-checked again where fewer of their features are on.
const WITHOUT_FEATURES_LIMIT: Duration = Duration::from_secs(6 * 60);
/// An optimised build from clean takes about 5 min on 2 quiet cores.
const RELEASE_LIMIT: Duration = Duration::from_secs(15 * 60);
/// The demo tells its story within seconds.
const DEMO_LIMIT: Duration = Duration::from_secs(120);
const BENCH_LIMIT: Duration = Duration::from_secs(5 * 60);
/// Enough to find a reader that breaks at once; hours are for `--long`.
const FUZZ_SLICE_S: u32 = 5;
const LONG_FUZZ_S: u32 = 60 * 60;
/// proptest draws 256 cases unless told.
const LONG_PROPTEST_CASES: &str = "20000";
/// Any rule of which the demo shows the effect would do; this one is what stops the spam run.
const RULE_SWITCHED_OFF: &str = "novel_hour_rule";

fn real_servers(session: &mut Session) -> Result<Outcome> {
    let without = "NO TEST WITH A REAL POSTFIX OR DOVECOT IS RUN; the fake world's tests are";
    present(session, &packages::MAIL_SERVERS, "the real-server tests", without)
}

fn real_browser(session: &mut Session) -> Result<Outcome> {
    let without = "NO PAGE IS LOOKED AT IN A REAL BROWSER; the tests of their text are run";
    present(session, &packages::BROWSER, "the browser tests", without)
}

/// Installs what tests need. In CI its absence is a failure, because a skipped suite would look like a green one.
fn present(session: &Session, needed: &Needed, which: &str, without: &str) -> Result<Outcome> {
    Ok(match packages::make_present(needed)? {
        Presence::Present => Outcome::Passed,
        Presence::Absent(reason) if session.is_ci => {
            Outcome::Failed(format!("CI must not skip {which}: {reason}"))
        }
        Presence::Absent(reason) => Outcome::Skipped(format!("{reason}. {without}")),
    })
}

fn tidy(_session: &mut Session) -> Result<Outcome> {
    let held = tidy::tidy(tidy::Mode::Check)?;
    Ok(if held { Outcome::Passed } else { Outcome::Failed("see above".to_owned()) })
}

/// The program without what may be left out (ADR 0009). With everything is what all other suites build.
fn without_features(session: &mut Session) -> Result<Outcome> {
    let mut command = cargo(session);
    command.args(["check", "--package", "postern", "--no-default-features", "--locked"]);
    let held = run::succeeds(&mut command, WITHOUT_FEATURES_LIMIT)?;
    Ok(if held { Outcome::Passed } else { Outcome::Failed("it does not compile".to_owned()) })
}

fn tests(session: &mut Session) -> Result<Outcome> {
    let has_nextest = Command::new("cargo").args(["nextest", "--version"]).output();
    let has_nextest = has_nextest.is_ok_and(|output| output.status.success());
    let mut command = cargo(session);
    if has_nextest {
        let profile = match session.length {
            Length::Short => "ci",
            Length::Long => "long",
        };
        command.args(["nextest", "run", "--workspace", "--locked", "--profile", profile]);
    } else {
        println!("cargo-nextest is not installed: cargo test runs the tests instead, and prints no skips");
        command.args(["test", "--workspace", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    let limit = match session.length {
        Length::Short => TESTS_LIMIT,
        Length::Long => {
            // Tests with a short slice look at it: more kills, more interleavings, figures of timing.
            command.env("PROPTEST_CASES", LONG_PROPTEST_CASES).env("POSTERN_LONG", "1");
            LONG_TESTS_LIMIT
        }
    };
    skips::forget_last_run()?;
    let passed = run::succeeds(&mut command, limit)?;
    let skips = if has_nextest { skips::printed_by_tests()? } else { Vec::new() };
    let skipped_real = skips.iter().any(|skip| skips::is_about_real_programs(skip));
    session.skips.extend(skips);
    Ok(match (passed, skipped_real && session.is_ci) {
        (false, _) => Outcome::Failed("a test failed or did not build, see above".to_owned()),
        (true, true) => Outcome::Failed(
            "CI must not skip tests with real servers or browsers, see the summary".to_owned(),
        ),
        (true, false) => Outcome::Passed,
    })
}

/// nextest does not run these.
fn documentation_tests(session: &mut Session) -> Result<Outcome> {
    let mut command = cargo(session);
    command.args(["test", "--quiet", "--workspace", "--locked", "--doc"]);
    finished(&mut command, DOCUMENTATION_TESTS_LIMIT)
}

fn fuzz_slice(session: &mut Session) -> Result<Outcome> {
    let seconds = match session.length {
        Length::Short => FUZZ_SLICE_S,
        Length::Long => LONG_FUZZ_S,
    };
    if let Err(reason) = fuzz::can_build() {
        return Ok(Outcome::Skipped(reason));
    }
    let held = fuzz::run_targets(None, seconds)?;
    Ok(if held { Outcome::Passed } else { Outcome::Failed("a reader broke, see above".to_owned()) })
}

/// One build for the demo and the bench together, so that they share every crate.
fn release_build(session: &mut Session) -> Result<Outcome> {
    let mut command = cargo(session);
    command.args(["build", "--release", "--locked", "-p", "postern", "-p", "postern-testkit", "--bins"]);
    let outcome = finished(&mut command, RELEASE_LIMIT)?;
    session.is_release_built = matches!(outcome, Outcome::Passed);
    Ok(outcome)
}

/// In CI its absence is a failure, as of the real servers.
fn api_by_its_document(session: &mut Session) -> Result<Outcome> {
    let schemathesis = match api::make_present()? {
        Ok(program) => program,
        Err(reason) if session.is_ci => {
            return Ok(Outcome::Failed(format!("CI must not skip this: {reason}")));
        }
        Err(reason) => {
            return Ok(Outcome::Skipped(format!(
                "{reason}. THE API IS NOT ASKED WITH NONSENSE; its own tests are run"
            )));
        }
    };
    if !session.is_release_built {
        bail!("the release build failed, and an older server would tell of an older tree");
    }
    let postern = tree::target_folder()?.join("release").join("postern");
    let held = api::ask(&schemathesis, &postern, &session.temporary)?;
    Ok(if held {
        Outcome::Passed
    } else {
        Outcome::Failed("an answer is not as documented, see above".to_owned())
    })
}

fn demo(session: &mut Session) -> Result<Outcome> {
    finished(built(session, "postern")?.args(["demo", "--once"]), DEMO_LIMIT)
}

/// The demo has to notice when a rule does not do its work, or its success would say nothing.
fn demo_without_a_rule(session: &mut Session) -> Result<Outcome> {
    let mut command = built(session, "postern")?;
    command.args(["demo", "--once", "--without-rule", RULE_SWITCHED_OFF]);
    let status = run::run(&mut command, DEMO_LIMIT)?;
    Ok(match status.code() {
        Some(1) => {
            println!("as it should, the demo failed without `{RULE_SWITCHED_OFF}`");
            Outcome::Passed
        }
        _ => Outcome::Failed(format!("expected exit code 1 without `{RULE_SWITCHED_OFF}`, got {status}")),
    })
}

fn bench_slice(session: &mut Session) -> Result<Outcome> {
    finished(built(session, "bench")?.arg("--quick"), BENCH_LIMIT)
}

fn finished(command: &mut Command, limit: Duration) -> Result<Outcome> {
    let status = run::run(command, limit)?;
    Ok(if status.success() { Outcome::Passed } else { Outcome::Failed(format!("ended with {status}")) })
}

fn cargo(session: &Session) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(tree::root()).env("TMPDIR", &session.temporary);
    command
}

/// An optimised program of this tree.
fn built(session: &Session, name: &str) -> Result<Command> {
    if !session.is_release_built {
        bail!("the release build failed, and an older `{name}` would tell of an older tree");
    }
    let mut command = Command::new(tree::target_folder()?.join("release").join(name));
    command.current_dir(tree::root()).env("TMPDIR", &session.temporary);
    Ok(command)
}
