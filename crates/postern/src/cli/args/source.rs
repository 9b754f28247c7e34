//! `postern source …`: what can be typed about sources.

use clap::{Args, Subcommand};

use super::{LimitArg, ReasonArg};

/// Sources: addresses and networks that are blocked, allowed, shared or pinned
#[derive(Debug, Subcommand)]
pub enum Source {
    /// List what is blocked, allowed, shared or pinned, newest first
    List {
        /// Only blocks, by rules and by people
        #[arg(long, group = "kind")]
        blocked: bool,
        /// Only allowed sources
        #[arg(long, group = "kind")]
        allowed: bool,
        /// Only shared sources
        #[arg(long, group = "kind")]
        shared: bool,
        /// Only pinned sources
        #[arg(long, group = "kind")]
        pinned: bool,
        /// Only what lies within this network or holds it
        #[arg(long, value_name = "NETWORK")]
        network: Option<String>,
        /// Only blocks by a rule, for this cause: points, enumeration, spray, attack_name
        #[arg(long, value_name = "CAUSE")]
        cause: Option<String>,
        #[command(flatten)]
        limit: LimitArg,
    },
    /// Show one address: its score, what is said of it, and which accounts know it
    Show {
        /// As in 203.0.113.9
        address: String,
    },
    /// Refuse everybody, or one account, from a source
    Block {
        /// Address or network, as in 203.0.113.9, 203.0.113.0/24 or 2001:db8::/48
        network: String,
        #[command(flatten)]
        user: OnlyUserArg,
        #[command(flatten)]
        end: EndArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// End every block that lies within a source, whoever made it
    Unblock {
        /// Address or network
        network: String,
        #[command(flatten)]
        user: OnlyUserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Allow a source: it is never blocked, and its attempts count as familiar. Ends the blocks within it
    ///
    /// An allowed network (or account at a network) cannot be shut out by strangers, and no rule and no block by a
    /// person refuses it as a source. Guesses from it stay bounded by the threshold for familiar sources. An account
    /// that is allowed without a network is never refused because of a block of a source; its lanes stay as they
    /// are. Nothing here opens an account that a person blocked.
    Allow {
        /// Address or network; may be left out with --user
        #[arg(required_unless_present = "user")]
        network: Option<String>,
        #[command(flatten)]
        user: OnlyUserArg,
        #[command(flatten)]
        end: EndArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Take an allow entry back
    Disallow {
        /// Address or network, as it was allowed; may be left out with --user
        #[arg(required_unless_present = "user")]
        network: Option<String>,
        #[command(flatten)]
        user: OnlyUserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Mark a source that everybody comes from (webmail, proxy): never learned as familiar, never blocked by a rule
    Share {
        /// Address or network
        network: String,
        #[command(flatten)]
        end: EndArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Take such a mark back
    Unshare {
        /// Address or network, as it was marked
        network: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Pin an account to a source: it sends and signs in from its pinned sources only. For applications
    ///
    /// Mail from anywhere else is refused and restricts sending until an admin unblocks it; the right password from
    /// anywhere else is answered like a wrong one. An account may be pinned to several sources. Mail that a program
    /// hands over with sendmail has no client address and is not asked about.
    Pin {
        /// Address or network, as in 203.0.113.9, 203.0.113.0/24 or 2001:db8::/48
        network: String,
        #[command(flatten)]
        user: WhoseArg,
        #[command(flatten)]
        end: EndArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Take a pin back; without any the account sends from everywhere again
    Unpin {
        /// Address or network, as it was pinned
        network: String,
        #[command(flatten)]
        user: WhoseArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
}

/// Whose.
#[derive(Debug, Args)]
pub struct WhoseArg {
    /// This account: address, alias, id, or part of an address or name
    #[arg(long, value_name = "USER")]
    pub user: String,
}

/// One account.
#[derive(Debug, Args)]
pub struct OnlyUserArg {
    /// Only for this account: address, alias, id, or part of an address or name
    #[arg(long, value_name = "USER")]
    pub user: Option<String>,
}

/// An end that has to be said.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct EndArg {
    /// When it ends by itself: 2026-11-24T18:00, 2026-11-24, or a time from now as 90min, 8h, 3d
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    /// It never ends by itself
    #[arg(long)]
    pub never_ends: bool,
}
