//! `postern user import`: all of the file or nothing.

use std::path::Path;

use super::args::ImportFormat;
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};

pub async fn run(
    _client: &Client,
    _file: &Path,
    _format: Option<ImportFormat>,
    _dry_run: bool,
    _reason: &str,
) -> Outcome {
    Err(Failure::new(Exit::Failure, "soon"))
}
