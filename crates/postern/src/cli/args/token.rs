//! What can be typed after `postern token` and, of `postern signin`, about the owner in a new place.

use clap::{Args, Subcommand};

use super::{ReasonArg, UserArg};

/// `postern token …`
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token for a program; its text is shown this once
    Add(TokenAdd),
    /// List the tokens that are not revoked
    List,
    /// Revoke a token; nothing starts with it from then on
    Revoke {
        /// Its name or id
        #[arg(value_name = "TOKEN")]
        token: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
}

/// A new token.
#[derive(Debug, Args)]
pub struct TokenAdd {
    /// Which program gets it
    pub name: String,
    /// What it allows: sign_in:check, or admin: and a role, as admin:helpdesk; may be repeated
    #[arg(long = "scope", value_name = "SCOPE", default_value = "sign_in:check")]
    pub scopes: Vec<String>,
    /// Its roles are only for accounts of this domain; may be repeated
    #[arg(long = "domain", value_name = "DOMAIN")]
    pub domains: Vec<String>,
    /// When it ends: 2027-11-24, or a time from now as 365d
    #[arg(long, value_name = "TIME", conflicts_with = "never_ends")]
    pub until: Option<String>,
    /// It shall not end
    #[arg(long)]
    pub never_ends: bool,
    #[command(flatten)]
    pub reason: ReasonArg,
}

/// An account's remembered device.
#[derive(Debug, Args)]
pub struct DeviceArg {
    #[command(flatten)]
    pub user: UserArg,
    /// The device's id, from signin devices
    #[arg(value_name = "DEVICE")]
    pub device: String,
    #[command(flatten)]
    pub reason: ReasonArg,
}
