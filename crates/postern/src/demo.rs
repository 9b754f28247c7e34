//! The demonstration: a running world with one command.

/// What the demonstration is asked to do.
#[derive(Clone, Debug, clap::Args)]
pub struct DemoArgs {
    /// End by itself; exit code 0 only if every step behaved
    #[arg(long)]
    pub once: bool,
    /// Switch one rule off, to see that the story notices
    #[arg(long, value_name = "RULE")]
    pub without_rule: Option<String>,
}

/// Runs it.
pub fn run(_args: DemoArgs) -> std::process::ExitCode {
    std::process::ExitCode::FAILURE
}
