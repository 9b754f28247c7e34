//! Postern: the server and its command line. Reads arguments, runs one command, answers with an exit code.
//! Everything that it does is in [`cli`]; what a server is made of is in [`wiring`].

mod cli;
mod config;
mod demo;
mod language;
mod mail_log;
mod policy_file;
mod wiring;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    cli::run(cli::args::Cli::parse())
}
