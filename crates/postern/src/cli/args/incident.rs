//! What can be typed after `postern incident`.

use clap::{Args, Subcommand};

use super::{LimitArg, ReasonArg};

/// `postern incident …`
#[derive(Debug, Subcommand)]
pub enum Incident {
    /// List the incidents that are open, newest first
    List {
        /// Those that are closed, too
        #[arg(long)]
        closed: bool,
        #[command(flatten)]
        limit: LimitArg,
    },
    /// Show an incident: numbers, the ten steps, what happened
    Show(IncidentArg),
    /// Hand an incident over to an admin, or to nobody
    Assign {
        #[command(flatten)]
        incident: IncidentArg,
        /// The admin; without it: nobody
        #[arg(long, value_name = "USER")]
        to: Option<String>,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Close an incident; no door is opened
    Close {
        #[command(flatten)]
        incident: IncidentArg,
        /// What it was
        #[arg(long, value_parser = ["compromised", "false_alarm", "test", "other"])]
        cause: String,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// It was a false alarm: end what Contain started, let the mail go that it held, and close the incident
    Undo {
        #[command(flatten)]
        incident: IncidentArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
    /// Open a closed incident again
    Reopen {
        #[command(flatten)]
        incident: IncidentArg,
        #[command(flatten)]
        reason: ReasonArg,
    },
}

/// Which incident.
#[derive(Debug, Args)]
pub struct IncidentArg {
    /// The incident's id, or the user whose open incident it is
    #[arg(value_name = "INCIDENT|USER")]
    pub incident: String,
}
