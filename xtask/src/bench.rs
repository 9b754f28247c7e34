//! `cargo xtask bench`: builds the benchmark optimised and passes its arguments on. What is measured, and
//! how, is in docs/performance.md and in postern-testkit's `bench` program.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::{run, tree};

const BUILD_LIMIT: Duration = Duration::from_secs(20 * 60);
/// Every load on every key choice takes minutes; somebody watches, so the limit only catches a hang.
const BENCH_LIMIT: Duration = Duration::from_secs(2 * 60 * 60);

/// Builds and runs it; `true` when it succeeded.
pub fn bench(arguments: &[&str]) -> Result<bool> {
    let mut build = Command::new("cargo");
    // The same packages together as in `cargo xtask test`: another choice would compile crates a second time.
    build.args(["build", "--release", "--locked", "-p", "postern", "-p", "postern-testkit", "--bins"]);
    if !run::succeeds(build.current_dir(tree::root()), BUILD_LIMIT)? {
        bail!("the benchmark does not build");
    }
    let program = tree::target_folder()?.join("release/bench");
    run::succeeds(Command::new(program).args(arguments), BENCH_LIMIT)
}
