//! What can be typed after `postern signin history`.

use clap::Args;

use super::{LimitArg, UserArg};

/// Options of `signin history`.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// Only from this address or network, as in 203.0.113.0/24
    #[arg(long, value_name = "NET")]
    pub from: Option<String>,
    /// Only since then: 2026-11-24T18:00, 2026-11-24, or a time ago as 90min, 8h, 3d
    #[arg(long, value_name = "TIME")]
    pub since: Option<String>,
    /// No successes
    #[arg(long)]
    pub failures: bool,
    /// Only older ones: the last line of an earlier page says with what
    #[arg(long, value_name = "CURSOR")]
    pub before: Option<String>,
    #[command(flatten)]
    pub limit: LimitArg,
}
