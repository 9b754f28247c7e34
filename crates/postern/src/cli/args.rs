//! What can be typed. The sentences here are the help pages and docs/reference/cli.md; they stay English, as
//! option names do, so that what a colleague reads out on the telephone can be found.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config::DEFAULT_PATH;
use crate::demo::DemoArgs;

/// Postern guards the two doors of every mail account: signing in, and sending
#[derive(Debug, Parser)]
#[command(
    name = "postern",
    version,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    /// The configuration file
    #[arg(long, global = true, value_name = "FILE", env = "POSTERN_CONFIG", default_value = DEFAULT_PATH)]
    pub config: PathBuf,
    /// The server's control socket, instead of the one that the configuration names
    #[arg(long, global = true, value_name = "PATH")]
    pub socket: Option<PathBuf>,
    /// Print JSON with stable keys, never translated
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// Everything that postern does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a commented configuration, make folders, key and store; never overwrites
    Init(InitArgs),
    /// Run the server
    Serve,
    /// Check the configuration; every problem is told as file:line
    CheckConfig,
    /// Say how an account stands at its two doors, why, and what opens them
    Why(UserArg),
    /// Restrictions of sending
    #[command(subcommand)]
    Restricted(Restricted),
    /// Locks and blocks of signing in
    #[command(subcommand)]
    Signin(Signin),
    /// Accounts
    #[command(subcommand)]
    User(User),
    /// Who changed what, and why
    #[command(subcommand)]
    Audit(Audit),
    /// The numbers of the rules
    #[command(subcommand)]
    Policy(Policy),
    /// Say how the server is
    Health,
    /// Run the rules over a log, without a server
    #[command(subcommand)]
    Replay(Replay),
    /// Play an attack and a spam run against a real server with sample people
    Demo(DemoArgs),
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Write the reference pages
    #[command(hide = true)]
    GenerateReference {
        /// Where to
        dir: PathBuf,
    },
}

/// Options of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The organisation's domain
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Option<String>,
    /// Folder that gets one folder each for the store, Dovecot's files and Postfix's map
    #[arg(long, value_name = "DIR", default_value = "/var/lib/postern")]
    pub var_dir: PathBuf,
    /// Folder of the sockets
    #[arg(long, value_name = "DIR", default_value = "/run/postern")]
    pub run_dir: PathBuf,
}

/// Whom a command is about.
#[derive(Debug, Args)]
pub struct UserArg {
    /// Address, alias, id, or part of an address or name that only one account has
    #[arg(value_name = "USER")]
    pub user: String,
}

/// A mandatory reason.
#[derive(Debug, Args)]
pub struct ReasonArg {
    /// Why; kept in the audit
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

/// A reason where the rules ask for none.
#[derive(Debug, Args)]
pub struct NoteArg {
    /// Why; kept in the audit
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
}

/// An end.
#[derive(Debug, Args)]
pub struct UntilArg {
    /// When it ends by itself: 2026-11-24T18:00, 2026-11-24, or a time from now as 90min, 8h, 3d. Without it: until
    /// somebody opens the door
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
}

/// How many rows.
#[derive(Debug, Args)]
pub struct LimitArg {
    /// Rows at most, 1 to 500
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub limit: u32,
}

/// `postern restricted …`
#[derive(Debug, Subcommand)]
pub enum Restricted {
    /// List the accounts whose sending is restricted or slowed
    List(LimitArg),
    /// The same, for accounts that match
    Search {
        /// Part of an address, alias or name
        text: String,
        #[command(flatten)]
        limit: LimitArg,
    },
    /// Show a restriction with its evidence
    Show {
        /// The code from a bounce, or a user
        #[arg(value_name = "CODE|USER")]
        what: String,
    },
    /// Open sending again
    Unblock {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Close sending; receiving goes on
    Restrict {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
        #[command(flatten)]
        until: UntilArg,
    },
}

/// `postern signin …`
#[derive(Debug, Subcommand)]
pub enum Signin {
    /// List the accounts whose sign-in is locked or blocked
    List(LimitArg),
    /// End automatic locks
    Unlock {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Block signing in, for every protocol
    Block {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
        #[command(flatten)]
        until: UntilArg,
    },
    /// End a block of signing in
    Allow {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
}

/// `postern user …`
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account
    Add(UserAdd),
    /// List accounts
    List {
        /// Part of an address, alias or name
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        /// Only after this address, for the next page
        #[arg(long, value_name = "ADDRESS")]
        after: Option<String>,
        #[command(flatten)]
        limit: LimitArg,
    },
    /// Show an account
    Show(UserArg),
    /// Import accounts from a Dovecot passwd-file or CSV: all of them or none
    Import {
        /// The file
        file: PathBuf,
        /// What it is; told from its name and first line without this
        #[arg(long, value_enum)]
        format: Option<ImportFormat>,
        /// Only say what would be done
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        reason: NoteArg,
    },
    /// Give an account another primary address
    Rename {
        #[command(flatten)]
        user: UserArg,
        /// The new address
        new: String,
        /// Keep the old address as an alias
        #[arg(long)]
        keep_alias: bool,
        #[command(flatten)]
        reason: NoteArg,
    },
    /// Aliases
    #[command(subcommand)]
    Alias(Alias),
    /// Change name, language, kind, roles or groups
    Set(UserSet),
    /// Set a password: the first line of standard input; on a terminal it is asked for
    Password {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: NoteArg,
    },
    /// Delete an account
    Delete {
        #[command(flatten)]
        user: UserArg,
        /// Do not ask
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        reason: NoteArg,
    },
}

/// Options of `user add`.
#[derive(Debug, Args)]
pub struct UserAdd {
    /// Primary address
    pub address: String,
    /// The person's or mailbox's name
    #[arg(long, alias = "display-name", value_name = "NAME", default_value = "")]
    pub name: String,
    /// A further name; may be repeated
    #[arg(long = "alias", value_name = "ADDRESS")]
    pub aliases: Vec<String>,
    /// en, sv, lv, sl, nb or el
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// person, shared_mailbox or application
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// auditor, helpdesk, responder, user_admin or global_admin; may be repeated
    #[arg(long = "role", value_name = "ROLE")]
    pub roles: Vec<String>,
    /// A group, for policies; may be repeated
    #[arg(long = "group", value_name = "GROUP")]
    pub groups: Vec<String>,
    /// Somebody else keeps its password; it is known from traffic only
    #[arg(long, conflicts_with = "password")]
    pub gate_only: bool,
    /// Set a password: the first line of standard input; on a terminal it is asked for
    #[arg(long, alias = "password-stdin")]
    pub password: bool,
    #[command(flatten)]
    pub reason: NoteArg,
}

/// Options of `user set`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("change").required(true).multiple(true))]
pub struct UserSet {
    #[command(flatten)]
    pub user: UserArg,
    /// The person's or mailbox's name
    #[arg(long, alias = "display-name", value_name = "NAME", group = "change")]
    pub name: Option<String>,
    /// en, sv, lv, sl, nb or el
    #[arg(long, value_name = "CODE", group = "change")]
    pub language: Option<String>,
    /// person, shared_mailbox or application
    #[arg(long, value_name = "KIND", group = "change")]
    pub kind: Option<String>,
    /// All roles that it shall hold, separated by commas; "" for none
    #[arg(long, value_name = "ROLES", group = "change")]
    pub roles: Option<String>,
    /// All groups that it shall be in, separated by commas; "" for none
    #[arg(long, value_name = "GROUPS", group = "change")]
    pub groups: Option<String>,
    #[command(flatten)]
    pub reason: NoteArg,
}

/// `postern user alias …`
#[derive(Debug, Subcommand)]
pub enum Alias {
    /// Add a name
    Add(AliasArgs),
    /// Take a name away
    Remove(AliasArgs),
}

/// Whose name, and which.
#[derive(Debug, Args)]
pub struct AliasArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// The name
    pub alias: String,
    #[command(flatten)]
    pub reason: NoteArg,
}

/// What an imported file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// Dovecot's passwd-file
    Passwd,
    /// CSV with a header line
    Csv,
}

/// `postern audit …`
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// List changes, newest first
    List {
        /// Only about this account
        #[arg(long, value_name = "USER")]
        user: Option<String>,
        /// Only older ones: the last line of an earlier page says with what
        #[arg(long, value_name = "CURSOR")]
        before: Option<String>,
        #[command(flatten)]
        limit: LimitArg,
    },
}

/// `postern policy …`
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Show every value with its bounds
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
}

/// `postern replay …`
#[derive(Debug, Subcommand)]
pub enum Replay {
    /// Sent mail: CSV with time_unix_s,sender,recipients; gzip accepted
    Mail {
        /// The log
        file: PathBuf,
        #[command(flatten)]
        policy: PolicyArg,
        /// A domain of ours, whose recipients weigh less; may be repeated. Without it every recipient is external
        #[arg(long = "own-domain", value_name = "DOMAIN")]
        own_domains: Vec<String>,
    },
    /// Sign-ins: CSV with time_unix_s,user,source_ip,outcome; gzip accepted
    SignIn {
        /// The log
        file: PathBuf,
        #[command(flatten)]
        policy: PolicyArg,
    },
}

/// Which policy to judge.
#[derive(Debug, Args)]
pub struct PolicyArg {
    /// A policy file, as policy export writes it; the defaults without it
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
}
