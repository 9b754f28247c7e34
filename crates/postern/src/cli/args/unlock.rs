//! What can be typed after `postern signin unlock`.

use clap::Args;

use super::{ReasonArg, UserArg};

/// Options of `signin unlock`.
#[derive(Debug, Args)]
pub struct UnlockArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// Until then it takes twice as many failed attempts to lock it again, and there need be no lock: a time from
    /// now as 90min, 2h, or 2026-11-24T18:00; at most 24h ahead
    #[arg(long = "for", value_name = "TIME")]
    pub eased_for: Option<String>,
    #[command(flatten)]
    pub reason: ReasonArg,
}
