//! What can be typed after `postern policy`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{ReasonArg, UntilArg, UserArg};

/// `postern policy …`
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Show every value of the site's own policy with its bounds
    Show,
    /// Change one value; in force at once
    Set {
        /// As in outbound.novel_hour_max
        name: String,
        /// A whole number
        value: u64,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Make the policies what a file says; what it does not say becomes the default
    Import {
        /// A file as export writes it
        file: PathBuf,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Print the policies as a file
    Export,
    /// Named sets of values to start from
    #[command(subcommand)]
    Preset(Preset),
    /// List the policies for some accounts, in the order in which they are tried
    List,
    /// Have a policy of sending for some accounts, new or in place of the one of that name
    Put(Box<PutArgs>),
    /// Let a user write to so many recipients until a time: a policy for this account, tried before all others, that
    /// ends by itself
    Mailing(MailingArgs),
    /// Have a policy for some accounts no more
    Remove {
        /// Its name
        #[arg(value_name = "POLICY")]
        name: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Judge the mail of the last days by other numbers beside the policy in force; nothing is changed
    Try(TryArgs),
    /// Show which policy of sending a user has, why, and every value in force
    Explain(UserArg),
}

/// `postern policy preset …`
#[derive(Debug, Subcommand)]
pub enum Preset {
    /// List them
    List,
    /// Show the values of one, and where the policy in force differs
    Show {
        /// As list names it
        name: String,
    },
    /// Make the policy what a preset says; what it does not set stays
    Apply {
        /// As list names it
        name: String,
        /// Only say what would change
        #[arg(long)]
        dry_run: bool,
        /// Why; it stands in the audit. Not needed for --dry-run
        #[arg(long, required_unless_present = "dry_run", default_value = "")]
        reason: String,
    },
}

/// A policy for some accounts. Each option may be repeated: of one sort any is enough, and every sort that is given has
/// to fit.
#[derive(Debug, Args)]
pub struct PutArgs {
    /// Its name, as in newsletters
    #[arg(value_name = "POLICY")]
    pub name: String,
    /// When it is tried: the lowest number first, and the first that is for an account counts
    #[arg(long, value_name = "N")]
    pub priority: u32,
    /// For this user
    #[arg(long = "user", value_name = "USER")]
    pub users: Vec<String>,
    /// For the members of this group
    #[arg(long = "group", value_name = "GROUP")]
    pub groups: Vec<String>,
    /// For this domain, with those below
    #[arg(long = "domain", value_name = "DOMAIN")]
    pub domains: Vec<String>,
    /// For this kind of account: person, shared_mailbox or application
    #[arg(long = "kind", value_name = "KIND")]
    pub kinds: Vec<String>,
    /// Not for this user
    #[arg(long = "except-user", value_name = "USER")]
    pub except_users: Vec<String>,
    /// Not for the members of this group
    #[arg(long = "except-group", value_name = "GROUP")]
    pub except_groups: Vec<String>,
    /// Not for this domain and those below
    #[arg(long = "except-domain", value_name = "DOMAIN")]
    pub except_domains: Vec<String>,
    /// Not for this kind of account
    #[arg(long = "except-kind", value_name = "KIND")]
    pub except_kinds: Vec<String>,
    /// Begin with the values of this preset of sending, as policy preset list names it
    #[arg(long, value_name = "PRESET")]
    pub preset: Option<String>,
    /// A value that it sets, as in novel_hour_max=200; what it does not set is as in the site's own policy
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = named_value)]
    pub values: Vec<(String, u64)>,
    #[command(flatten)]
    pub until: UntilArg,
    #[command(flatten)]
    pub reason: ReasonArg,
}

/// What to judge the last days' mail by.
#[derive(Debug, Args)]
pub struct TryArgs {
    /// Policy files, as policy export writes them
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// A preset of sending over the policy in force; may be repeated
    #[arg(long, value_name = "NAME")]
    pub preset: Vec<String>,
    /// The policy in force with this value, as in novel_hour_max=20; all that are given count together
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = named_value)]
    pub values: Vec<(String, u64)>,
    /// Judge what the server has counted of each account instead of a mail log: one preset or values
    #[arg(long, conflicts_with_all = ["files", "logs", "plot", "svg", "days"])]
    pub recorded: bool,
    /// A mail log of Postfix; may be repeated. Without it the one of the configuration, with its rotated files
    #[arg(long = "log", value_name = "FILE")]
    pub logs: Vec<PathBuf>,
    /// Rotated files that were last written longer ago are left out
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    pub days: u16,
    /// Show how many hours had how many new recipients
    #[arg(long)]
    pub plot: bool,
    /// Write the same as an SVG picture
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}

/// A planned mailing of one user.
#[derive(Debug, Args)]
pub struct MailingArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// To how many recipients
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub recipients: u64,
    /// When the ordinary limits hold again: 2026-11-24T18:00, 2026-11-24, or a time from now as 90min, 8h, 3d
    #[arg(long, value_name = "TIME")]
    pub until: String,
    #[command(flatten)]
    pub reason: ReasonArg,
}

fn named_value(text: &str) -> Result<(String, u64), String> {
    let (name, value) = text.split_once('=').ok_or("write NAME=VALUE, as in novel_hour_max=200")?;
    let value = value.trim().parse().map_err(|_| format!("{value:?} is not a whole number"))?;
    Ok((name.trim().to_owned(), value))
}
