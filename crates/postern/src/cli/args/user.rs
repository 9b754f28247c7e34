//! What can be typed after `postern user`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{LimitArg, NoteArg, ReasonArg, UserArg};

/// Which accounts a list shows: the views of Active users.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum View {
    /// Every account
    All,
    /// Signing in is locked by a rule
    Locked,
    /// Sending is restricted
    Restricted,
    /// Signing in is blocked by a person or a program
    Blocked,
    /// No sign-in is remembered
    Never,
}

impl View {
    /// As the API says it.
    pub fn code(self) -> &'static str {
        match self {
            View::All => "all",
            View::Locked => "locked",
            View::Restricted => "restricted",
            View::Blocked => "blocked",
            View::Never => "never",
        }
    }
}

/// Options of `user list`.
#[derive(Debug, Args)]
pub struct UserList {
    /// Only the accounts of this view
    #[arg(long, value_name = "VIEW")]
    pub view: Option<View>,
    /// Part of an address, alias or name
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// Where to go on: the last line of an earlier page says with what
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
    #[command(flatten)]
    pub limit: LimitArg,
}

/// `postern user …`
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account
    Add(UserAdd),
    /// List accounts
    List(UserList),
    /// Show an account
    Show(UserArg),
    /// Import accounts from a Dovecot passwd-file or CSV: all of them or none
    Import(ImportArgs),
    /// Learn from the mail log whom people wrote to, so that on the first day not everybody is new
    LearnContacts(LearnContactsArgs),
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
    /// Alternate addresses: where the owner can be reached beside the mailbox
    #[command(subcommand)]
    Alternate(Alternate),
    /// Change name, language, kind, roles or groups
    Set(UserSet),
    /// Set a password: the first line of standard input; on a terminal it is asked for
    Password {
        #[command(flatten)]
        user: UserArg,
        /// Set it although it is against the rules for passwords: for an application, with a reason
        #[arg(long)]
        allow_weak: bool,
        #[command(flatten)]
        reason: NoteArg,
    },
    /// Reset a password: a temporary one is made and shown this once, and opens only the page where its owner sets another
    ResetPassword(ResetPasswordArgs),
    /// App passwords: what single devices sign in with
    #[command(subcommand)]
    AppPasswords(AppPasswords),
    /// Show who is signed in under an account now, by which protocol and from where
    Sessions(UserArg),
    /// Show where an account's mail is sent on, and what its owner's rules do
    Rules(UserArg),
    /// End open sessions of an account; whoever is signed in has to sign in again
    EndSessions {
        #[command(flatten)]
        user: UserArg,
        /// Only the sessions from this address
        #[arg(long, value_name = "ADDRESS")]
        from: Option<String>,
        #[command(flatten)]
        reason: ReasonArg,
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

/// Options of `user reset-password`.
#[derive(Debug, Args)]
pub struct ResetPasswordArgs {
    /// Address, alias, name or id; or `@FILE` for those in a file, one on each line
    #[arg(value_name = "USER|@FILE")]
    pub user: String,
    /// Choose the password: the first line of standard input; on a terminal it is asked for
    #[arg(long)]
    pub choose: bool,
    /// Mail a link by which the owner sets a password, to an alternate address that counts: nobody sees a password
    #[arg(long, conflicts_with_all = ["choose", "stays"])]
    pub send_link: bool,
    /// With --send-link: to this alternate address; without it the first one that counts
    #[arg(long, value_name = "ADDRESS", requires = "send_link")]
    pub to: Option<String>,
    /// The password stays and need not be changed: for applications and shared mailboxes
    #[arg(long)]
    pub stays: bool,
    /// A new file for the results of `@FILE`, as CSV that only its owner can read
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Do not ask before several passwords are reset
    #[arg(long)]
    pub yes: bool,
    #[command(flatten)]
    pub reason: ReasonArg,
}

/// Options of `user add`.
#[derive(Debug, Args)]
pub struct UserAdd {
    /// Primary address
    pub address: String,
    /// The person's or mailbox's name
    #[arg(long, value_name = "NAME", default_value = "")]
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
    /// The roles are only for accounts of this domain; may be repeated
    #[arg(long = "domain", value_name = "DOMAIN")]
    pub domains: Vec<String>,
    /// A group, for policies; may be repeated
    #[arg(long = "group", value_name = "GROUP")]
    pub groups: Vec<String>,
    /// Somebody else keeps its password; it is known from traffic only
    #[arg(long, conflicts_with = "password")]
    pub gate_only: bool,
    /// Set a password: the first line of standard input; on a terminal it is asked for
    #[arg(long)]
    pub password: bool,
    /// Set it although it is against the rules for passwords: for an application, with a reason
    #[arg(long, requires = "password")]
    pub allow_weak: bool,
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
    #[arg(long, value_name = "NAME", group = "change")]
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
    /// All domains whose accounts the roles shall be for, separated by commas; "" for all domains
    #[arg(long, value_name = "DOMAINS", group = "change")]
    pub domains: Option<String>,
    /// All groups that it shall be in, separated by commas; "" for none
    #[arg(long, value_name = "GROUPS", group = "change")]
    pub groups: Option<String>,
    #[command(flatten)]
    pub reason: NoteArg,
}

/// `postern user app-passwords …`
#[derive(Debug, Subcommand)]
pub enum AppPasswords {
    /// Show which devices have one, for what, and when each was used last
    List(UserArg),
    /// Make one for a device; it is shown this once
    Add {
        #[command(flatten)]
        user: UserArg,
        /// What the owner calls the device
        #[arg(long, value_name = "DEVICE")]
        name: String,
        /// What it is good for, separated by commas: imap, pop3, submission, managesieve [default: all of them]
        #[arg(long, value_name = "PROTOCOLS")]
        protocols: Option<String>,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Revoke one or all; open sessions of the account end
    #[command(group = clap::ArgGroup::new("which_ones").required(true))]
    Revoke {
        #[command(flatten)]
        user: UserArg,
        /// The name of the device, or the id
        #[arg(value_name = "DEVICE", group = "which_ones")]
        which: Option<String>,
        /// Every one
        #[arg(long, group = "which_ones")]
        all: bool,
        #[command(flatten)]
        reason: ReasonArg,
    },
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

/// `postern user alternate …`
#[derive(Debug, Subcommand)]
pub enum Alternate {
    /// List the alternate addresses of an account
    List(UserArg),
    /// Add one; a mail with a link goes there, and its owner has to confirm it
    Add(AlternateArgs),
    /// Mail the link of one that is not confirmed once more
    Mail(AlternateArgs),
    /// Take one away
    Remove(AlternateArgs),
}

/// Whose alternate address, and which.
#[derive(Debug, Args)]
pub struct AlternateArgs {
    #[command(flatten)]
    pub user: UserArg,
    /// The address
    pub address: String,
    #[command(flatten)]
    pub reason: ReasonArg,
}

/// Options of `user import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The file
    pub file: PathBuf,
    /// What it is; without this a name that ends in .csv is CSV, any other a passwd-file
    #[arg(long, value_enum)]
    pub format: Option<ImportFormat>,
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
    /// The language of accounts for which the file names none: en, sv, lv, sl, nb or el
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// Somebody else keeps the passwords; the accounts are known from traffic only
    #[arg(long)]
    pub gate_only: bool,
    /// Take passwords that stand in the file in plain text, and hash them
    #[arg(long, conflicts_with = "gate_only")]
    pub allow_plain_text: bool,
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

/// From where contacts are learned.
#[derive(Debug, Args)]
pub struct LearnContactsArgs {
    /// The mail log, rotated files too, in any order. Without it the one of the configuration, with its rotated files
    #[arg(value_name = "LOG")]
    pub logs: Vec<PathBuf>,
    /// Rotated files that were last written longer ago are left out
    #[arg(long, value_name = "DAYS", default_value_t = 90)]
    pub days: u16,
    #[command(flatten)]
    pub reason: ReasonArg,
}
