//! `cargo xtask tidy`: what a reviewer should not have to look for. Format and lints by cargo, then our own
//! rules, each in a file of its own that takes the tree and gives back complaints. A complaint names the file
//! and the line to change. `--fix` formats, and writes the generated text.

mod code_map;
mod dependencies;
mod edges;
mod files;
mod lengths;
mod links;
mod placement;

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::{run, tree};

/// Whether generated text is compared or written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Complain.
    Check,
    /// Write.
    Fix,
}

/// From clean, clippy type-checks every dependency: 1 to 2 min on 2 cores.
const CLIPPY_LIMIT: Duration = Duration::from_secs(12 * 60);
const QUICK_LIMIT: Duration = Duration::from_secs(120);

/// Something to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint(String);

impl Complaint {
    /// At a line of a file.
    fn at(path: &str, line: usize, what: impl std::fmt::Display) -> Self {
        Self(format!("{path}:{line}: {what}"))
    }
}

/// Runs every check; `true` when there is nothing to change.
pub fn tidy(mode: Mode) -> Result<bool> {
    // Our own rules come first: they take a second, and a complaint is the quicker to mend.
    let complaints = own_rules(mode)?;
    for Complaint(complaint) in &complaints {
        println!("tidy: {complaint}");
    }
    println!("tidy: {} complaints by our own rules", complaints.len());
    let mut holds = complaints.is_empty();
    let format: &[&str] = match mode {
        Mode::Check => &["fmt", "--all", "--check"],
        Mode::Fix => &["fmt", "--all"],
    };
    holds &= run::succeeds(&mut cargo(format), QUICK_LIMIT)?;
    holds &= run::succeeds(
        &mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
        CLIPPY_LIMIT,
    )?;
    holds &= optional("cargo-deny", &mut cargo(&["deny", "--all-features", "check"]))?;
    holds &= optional("typos", Command::new("typos").current_dir(tree::root()))?;
    Ok(holds)
}

fn own_rules(mode: Mode) -> Result<Vec<Complaint>> {
    let rust = tree::files(&[".rs"])?;
    let written = tree::files(&[".md", ".toml", ".txt", ".ftl", ".sql", ".sh", ".yml", ".cf", ".conf"])?;
    let mut complaints = edges::check()?;
    complaints.extend(dependencies::check()?);
    complaints.extend(files::check(&rust, &written));
    complaints.extend(lengths::check(&rust)?);
    complaints.extend(placement::check(&rust)?);
    complaints.extend(links::check(&rust, &written));
    complaints.extend(code_map::check(&rust, mode)?);
    Ok(complaints)
}

/// A tool that not everybody has: where it is missing, the check is skipped and says so.
fn optional(tool: &str, command: &mut Command) -> Result<bool> {
    let is_installed = Command::new(tool).arg("--version").output().is_ok();
    if !is_installed {
        println!("tidy: {tool} is not installed: skipped (our own rules check licences and banned crates)");
        return Ok(true);
    }
    run::succeeds(command, QUICK_LIMIT)
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(tree::root());
    command
}
