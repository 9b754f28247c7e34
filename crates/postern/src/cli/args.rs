//! What can be typed. The sentences here are the help pages and docs/reference/cli.md; they stay English, as
//! option names do, so that what a colleague reads out on the telephone can be found.

mod admin;
mod breached;
mod contain;
mod history;
mod incident;
mod policy;
mod queue;
mod replay;
mod report_in;
mod signin;
mod source;
mod token;
mod unlock;
mod user;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use postern_core::diagnosis::Symptom;

use crate::config::DEFAULT_PATH;
use crate::demo::DemoArgs;

pub use admin::Admin;
pub use breached::Breached;
pub use contain::ContainArgs;
pub use history::HistoryArgs;
pub use incident::Incident;
pub use policy::{MailingArgs, Policy, Preset, PutArgs, TryArgs};
pub use queue::{Queue, QueueChangeArgs};
pub use replay::{InjectArgs, JudgeArgs, MailArgs, PostfixLogArgs, Replay};
pub use report_in::ReportInArgs;
pub use signin::SigninListArgs;
pub use source::{EndArg, Source};
pub use token::{DeviceArg, Token, TokenAdd};
pub use unlock::UnlockArgs;
pub use user::{
    Alias, AliasArgs, Alternate, AppPasswords, ImportArgs, ImportFormat, LearnContactsArgs,
    ResetPasswordArgs, User, UserAdd, UserList, UserSet,
};

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
    #[arg(long, global = true, value_name = "FILE", env = "POSTERN_CONFIG", hide_env_values = true, default_value = DEFAULT_PATH)]
    pub config: PathBuf,
    /// The server's control socket, instead of the one that the configuration names
    #[arg(long, global = true, value_name = "PATH")]
    pub socket: Option<PathBuf>,
    #[command(flatten)]
    pub remote: RemoteArgs,
    /// Print JSON with stable keys, never translated
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// Where a server is that does not run here.
#[derive(Debug, Args)]
pub struct RemoteArgs {
    /// Ask this server over HTTPS, with a token, instead of the one on this machine: https://mail.contoso.example
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "POSTERN_SERVER",
        hide_env_values = true,
        conflicts_with = "socket"
    )]
    pub server: Option<String>,
    /// The file with the token that the server is shown
    #[arg(long, global = true, value_name = "FILE", env = "POSTERN_TOKEN_FILE", hide_env_values = true)]
    pub token_file: Option<PathBuf>,
    /// Trust the certificate authorities of this PEM file instead of the system's
    #[arg(long, global = true, value_name = "FILE", env = "POSTERN_CA_FILE", hide_env_values = true)]
    pub ca_file: Option<PathBuf>,
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
    Why(WhyArgs),
    /// Close everything of an account that someone else is in: sending, signing in, password, app passwords, sessions, queue
    Contain(ContainArgs),
    /// Accounts that someone else is or was in
    #[command(subcommand)]
    Incident(Incident),
    /// Restrictions of sending
    #[command(subcommand)]
    Restricted(Restricted),
    /// What an account has in the mail server's queue
    #[command(subcommand)]
    Queue(Queue),
    /// Locks and blocks of signing in
    #[command(subcommand)]
    Signin(Signin),
    /// Sources: addresses and networks that are blocked, allowed or shared
    #[command(subcommand)]
    Source(Source),
    /// Accounts
    #[command(subcommand)]
    User(User),
    /// Who changed what, and why
    #[command(subcommand)]
    Audit(Audit),
    /// The numbers of the rules
    #[command(subcommand)]
    Policy(Policy),
    /// Owners who ask for help
    #[command(subcommand)]
    Request(Request),
    /// Tokens of programs that ask over HTTP
    #[command(subcommand)]
    Token(Token),
    /// Who may enter the admin centre
    #[command(subcommand)]
    Admin(Admin),
    /// Say how the server is
    Health,
    /// Take bounces and complaints that come as mail, from standard input or from files
    ReportIn(ReportInArgs),
    /// Look whether Postfix and Dovecot are set up so that they ask Postern and hold a block without it
    Doctor(DoctorArgs),
    /// The filter of breached passwords; no server is needed
    #[command(subcommand)]
    Breached(Breached),
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

/// Options of `doctor`.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Read what the mail host's programs printed from files of this folder, named as the programs with their option:
    /// postconf-n, postconf-M, postconf-P, postconf-m, doveconf-n
    #[arg(long)]
    pub from: Option<PathBuf>,
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
    /// Let the rules of sending act from the first message on; without this a new site only observes for 7 days
    #[arg(long)]
    pub enforce_now: bool,
}

/// Whom a command is about.
#[derive(Debug, Args)]
pub struct UserArg {
    /// Address, alias, id, or part of an address or name that only one account has
    #[arg(value_name = "USER")]
    pub user: String,
}

/// Options of `why`.
#[derive(Debug, Args)]
pub struct WhyArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// What is complained of: cannot_send, cannot_sign_in, …
    #[arg(long, value_name = "SYMPTOM", default_value = "anything", value_parser = symptoms())]
    pub symptom: String,
    /// Say step by step what an attempt from this address would be answered now
    #[arg(long, value_name = "ADDRESS", conflicts_with = "symptom")]
    pub from: Option<String>,
}

fn symptoms() -> PossibleValuesParser {
    PossibleValuesParser::new(Symptom::ALL.iter().map(|symptom| symptom.code()))
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
    /// List the accounts whose sending is restricted or slowed, or for which that is proposed
    List {
        /// Only what the rules propose because they want it of very many accounts at once
        #[arg(long)]
        proposed: bool,
        #[command(flatten)]
        limit: LimitArg,
    },
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
    /// Show what should be so before sending is opened again, and whether it is
    Checks(UserArg),
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
    /// Restrict sending as the rules proposed
    Accept(DecideArgs),
    /// Dismiss what the rules proposed; sending stays open
    Dismiss(DecideArgs),
}

/// About which proposals a person decides.
#[derive(Debug, Args)]
pub struct DecideArgs {
    /// Address, alias, id, or part of an address or name that only one account has
    #[arg(value_name = "USER", required_unless_present = "all", conflicts_with = "all")]
    pub user: Option<String>,
    /// Every proposal there is, at most 500 at once
    #[arg(long)]
    pub all: bool,
    /// Do not ask, although it is more than one
    #[arg(long)]
    pub yes: bool,
    /// Why; kept in the audit
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

/// `postern request …`
#[derive(Debug, Subcommand)]
pub enum Request {
    /// List who asks and has no answer
    List {
        /// Answered ones too; they are kept for 30 days
        #[arg(long)]
        all: bool,
    },
    /// Mark a request as answered; the reason says what was done
    Answer {
        /// The request's id
        request: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
}

/// `postern signin …`
#[derive(Debug, Subcommand)]
pub enum Signin {
    /// List the accounts whose sign-in is locked or blocked, altogether or from one source
    List(SigninListArgs),
    /// Show how an account stands at this door: both lanes, blocks, sources, devices, last sign-ins, the next step
    Show(UserArg),
    /// Show when, from where and by what somebody signed in, or did not
    History(HistoryArgs),
    /// End automatic locks
    Unlock(UnlockArgs),
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
    /// Switch one protocol off for an account, or on again; the others work
    Protocol {
        #[command(flatten)]
        user: UserArg,
        /// imap, pop3, submission, managesieve or portal
        protocol: String,
        /// on or off
        #[arg(value_parser = ["on", "off"])]
        state: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Print a one-time link that lets the owner in from a new place while strangers stay out
    Admit {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// List the devices that are remembered
    Devices(UserArg),
    /// Forget a remembered device
    Forget(DeviceArg),
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
