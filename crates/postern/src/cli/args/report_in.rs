//! What can be typed after `postern report-in`.

use std::path::PathBuf;

use clap::Args;

/// Options of `report-in`.
#[derive(Debug, Args)]
pub struct ReportInArgs {
    /// Messages, or Maildir folders whose new messages are read; without any, one message from standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}
