//! What can be typed after `postern signin unlock`.

use clap::Args;

/// Options of `signin unlock`.
#[derive(Debug, Args)]
pub struct UnlockArgs {
    /// Address, alias, id, or part of an address or name that only one account has; several, or - for one a line on
    /// standard input; at most 500 at once
    #[arg(value_name = "USER", required_unless_present = "all_locked", conflicts_with = "all_locked")]
    pub users: Vec<String>,
    /// Every account that is locked now, at most 500 at once
    #[arg(long)]
    pub all_locked: bool,
    /// Until then it takes twice as many failed attempts to lock it again, and there need be no lock: a time from
    /// now as 90min, 2h, or 2026-11-24T18:00; at most 24h ahead
    #[arg(long = "for", value_name = "TIME")]
    pub eased_for: Option<String>,
    /// Only say who would be unlocked
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask, although it is more than one
    #[arg(long)]
    pub yes: bool,
    /// Why; kept in the audit. Not needed for --dry-run
    #[arg(long, value_name = "TEXT", required_unless_present = "dry_run", default_value = "")]
    pub reason: String,
}
