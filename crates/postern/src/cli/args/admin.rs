//! `postern admin …`.

use clap::Subcommand;

use super::{ReasonArg, UserArg};

/// Who may enter the admin centre.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Make a link by which somebody with a role sets a second factor and signs in; also for who lost it
    Invite {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Make a link that signs somebody with a role in, without password and code, for an hour of emergency
    Enter {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Show what somebody signs in to the admin centre with: authenticator app, recovery codes, passkeys
    Factors {
        #[command(flatten)]
        user: UserArg,
    },
    /// Take a lost passkey of somebody away, and end the sessions that it may have opened
    RemovePasskey {
        #[command(flatten)]
        user: UserArg,
        /// The passkey, as `postern admin factors` lists it
        passkey: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// List the open sessions
    Sessions,
    /// End every session of somebody
    SignOut {
        #[command(flatten)]
        user: UserArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
}
