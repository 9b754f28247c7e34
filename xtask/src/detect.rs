//! `cargo xtask detect`: measures what each threshold of sending costs and lets out, and draws docs/detection.md's curves and
//! tables anew. What is measured is in postern-engine's example `detect`.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::{run, tree};

/// Measuring takes two and a half minutes in the dev profile; building, and a machine that is busy, come on top.
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Builds and runs it; `true` when it succeeded.
pub fn detect() -> Result<bool> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--locked", "-p", "postern-engine", "--example", "detect"]);
    run::succeeds(command.current_dir(tree::root()), LIMIT)
}
