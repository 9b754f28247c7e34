//! What can be typed after `postern signin list`.

use clap::Args;

use super::LimitArg;

/// Options of `signin list`.
#[derive(Debug, Args)]
pub struct SigninListArgs {
    /// Only locks, which rules make and which end by themselves or with unlock
    #[arg(long)]
    pub locked: bool,
    /// Only what a person or a program blocked: accounts, and accounts at a source. With --locked both
    #[arg(long)]
    pub blocked: bool,
    /// Only accounts that were tried from this address or network within the last 7 days and not let in, or that are
    /// blocked there
    ///
    /// What was tried is read from the sign-in history: wrong passwords and refused attempts, the owner's own among
    /// them. So it says which of the locked or blocked accounts have to do with a source, not that it alone locked
    /// them. That a whole source is blocked is no account's lock; source list --network shows it.
    #[arg(long, value_name = "NET")]
    pub source: Option<String>,
    #[command(flatten)]
    pub limit: LimitArg,
}
