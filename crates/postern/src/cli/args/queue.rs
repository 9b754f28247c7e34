//! What can be typed after `postern queue`.

use clap::{Args, Subcommand};

use super::{LimitArg, ReasonArg, UserArg};

/// `postern queue …`
#[derive(Debug, Subcommand)]
pub enum Queue {
    /// Show an account's messages in the mail server's queue, newest first
    Show {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        limit: LimitArg,
    },
    /// Hold messages: nobody tries to deliver them until somebody releases or deletes them
    Hold(QueueChangeArgs),
    /// Let held messages go
    Release(QueueChangeArgs),
    /// Delete messages; nobody gets a bounce
    Delete {
        #[command(flatten)]
        change: QueueChangeArgs,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Whose messages, and which.
#[derive(Debug, Args)]
pub struct QueueChangeArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// Queue ids, as queue show prints them
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    pub ids: Vec<String>,
    /// Everything that the account has in the queue
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub reason: ReasonArg,
    /// Only show which messages it would be
    #[arg(long)]
    pub dry_run: bool,
}
