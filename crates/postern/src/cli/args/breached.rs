//! What can be typed after `postern breached`.

use std::path::PathBuf;

use clap::Subcommand;

/// `postern breached …`
#[derive(Debug, Subcommand)]
pub enum Breached {
    /// Make a filter of a sorted text with one SHA1:COUNT a line
    Build {
        /// The text
        input: PathBuf,
        /// The filter
        output: PathBuf,
        /// Leave out what was seen less often
        #[arg(long, value_name = "N", default_value_t = 1)]
        seen_min: u64,
    },
}
