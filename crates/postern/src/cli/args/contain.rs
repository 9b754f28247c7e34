//! What can be typed after `postern contain`.

use clap::Args;

use super::UserArg;

/// Whom, why, or only what it would do.
#[derive(Debug, Args)]
pub struct ContainArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// Why; kept in the audit
    #[arg(long, value_name = "TEXT", required_unless_present = "dry_run")]
    pub reason: Option<String>,
    /// Only show what it would do
    #[arg(long)]
    pub dry_run: bool,
}
