//! The command line: one file per subject. Most commands are clients of the API over the control socket, so that
//! page, API and command line give one answer; `init`, `serve`, `check-config`, `replay` and `demo` run here.
//!
//! Data goes to standard output, talk to standard error. Sentences come from postern-text.

mod addresses;
mod admin;
mod alternates;
mod app_passwords;
pub mod args;
mod audit;
mod breached;
mod check;
mod client;
mod contacts;
mod contain;
mod cure;
mod decisions;
mod diagnosis;
mod doctor;
mod doors;
mod exit;
mod health;
mod history;
mod import;
mod incident;
mod init;
mod listeners;
mod mailing;
mod newcomers;
mod observed;
pub mod out;
mod password;
mod policy;
mod policy_try;
mod proposals;
mod queue;
mod receipts;
mod reference;
mod refused_attempts;
mod replay;
mod report_in;
mod requests;
mod reset_password;
mod restricted;
mod rules;
mod scoped_policy;
mod sending_state;
mod sessions;
mod signin;
mod signin_list;
mod signin_show;
mod site_log;
mod source;
mod standing;
mod suspicion;
mod talk;
mod token;
mod unlock;
mod until;
mod user;
mod who;
mod why;

use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory;
use jiff::tz::TimeZone;

use self::args::{Cli, Command};
use self::client::Client;
use self::exit::{Exit, Failure, Outcome};
use self::talk::Talk;
use crate::config::{Config, DEFAULT_PATH, DEFAULT_SOCKET};
use crate::{demo, language, wiring};

/// Runs one command.
pub fn run(cli: Cli) -> ExitCode {
    let json = cli.json;
    match dispatch(cli) {
        Ok(code) => code,
        // As a tool in a pipe that its reader closed: nothing to say, and nothing went wrong here.
        Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(Failure::Said { exit, message }) => {
            out::talk(&format!("postern: {message}"));
            ExitCode::from(exit.code())
        }
        Err(Failure::Server { exit, problem }) if json => {
            out::talk(&serde_json::to_string_pretty(&problem).unwrap_or(problem.detail));
            ExitCode::from(exit.code())
        }
        Err(Failure::Server { exit, problem }) => {
            out::talk(&format!("postern: {}", problem.detail));
            ExitCode::from(exit.code())
        }
    }
}

fn dispatch(cli: Cli) -> Result<ExitCode, Failure> {
    let done = |outcome: Outcome| outcome.map(|()| ExitCode::SUCCESS);
    match &cli.command {
        Command::Serve => done(wiring::serve(&cli.config).map_err(Failure::from)),
        Command::CheckConfig => done(check::run(&cli)),
        Command::Init(args) => done(init::run(&cli, args)),
        Command::Replay(args) => done(replay::run(args, &talk_of(&cli, None))),
        Command::Doctor(args) => doctor::run(&cli, args),
        Command::Breached(args) => done(breached::run(args, &talk_of(&cli, None))),
        Command::Demo(args) => Ok(demo::run(args.clone())),
        Command::Completions { shell } => done(completions(*shell)),
        Command::GenerateReference { dir } => done(reference::write(dir)),
        Command::Why(_)
        | Command::Contain(_)
        | Command::Incident(_)
        | Command::Restricted(_)
        | Command::Queue(_)
        | Command::Signin(_)
        | Command::Source(_)
        | Command::User(_)
        | Command::Audit(_)
        | Command::Policy(_)
        | Command::Token(_)
        | Command::Request(_)
        | Command::Admin(_)
        | Command::Health
        | Command::ReportIn(_) => done(ask_the_server(&cli)),
    }
}

/// The commands that are clients of the API.
fn ask_the_server(cli: &Cli) -> Outcome {
    let config = match Config::load(&cli.config) {
        Ok(config) => Some(config),
        // The usual file is a convenience here: a broken one must not keep an admin from the usual socket.
        Err(_)
            if cli.socket.is_some()
                || cli.remote.server.is_some()
                || cli.config == Path::new(DEFAULT_PATH) =>
        {
            None
        }
        // Somebody named this one: another site's socket is not what was meant.
        Err(error) => return Err(Failure::new(Exit::Failure, format!("{:#}", anyhow::Error::from(error)))),
    };
    let socket = cli
        .socket
        .clone()
        .or_else(|| config.as_ref().map(|config| config.socket.clone()))
        .unwrap_or_else(|| DEFAULT_SOCKET.into());
    let talk = talk_of(cli, config.as_ref());
    let client = match Client::elsewhere(&cli.remote, talk.clone())? {
        Some(client) => client,
        None => Client::new(socket, talk),
    };
    let names = config.as_ref().map(|config| config.site.names.clone()).unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Failure, format!("cannot start: {error}")))?;
    runtime.block_on(async {
        match &cli.command {
            Command::Why(args) => match &args.from {
                Some(address) => source::why_from(&client, &args.user.user, address).await,
                None => why::run(&client, &args.user.user, &args.symptom).await,
            },
            Command::Contain(args) => contain::run(&client, args).await,
            Command::Incident(args) => incident::run(&client, args).await,
            Command::Source(args) => source::run(&client, args).await,
            Command::Restricted(args) => restricted::run(&client, args).await,
            Command::Queue(args) => queue::run(&client, args).await,
            Command::Signin(args) => signin::run(&client, args).await,
            Command::User(args) => user::run(&client, config.as_ref(), &names, args).await,
            Command::Audit(args) => audit::run(&client, args).await,
            Command::Policy(args) => policy::run(&client, config.as_ref(), args).await,
            Command::Token(args) => token::run(&client, args).await,
            Command::Request(args) => requests::run(&client, args).await,
            Command::Admin(args) => admin::run(&client, args).await,
            Command::Health => health::run(&client).await,
            Command::ReportIn(args) => report_in::run(&client, args).await,
            Command::Init(_)
            | Command::Serve
            | Command::CheckConfig
            | Command::Doctor(_)
            | Command::Replay(_)
            | Command::Breached(_)
            | Command::Demo(_)
            | Command::Completions { .. }
            | Command::GenerateReference { .. } => Ok(()),
        }
    })
}

fn talk_of(cli: &Cli, config: Option<&Config>) -> Talk {
    let zone = config.and_then(|config| TimeZone::get(&config.site.time_zone).ok()).unwrap_or(TimeZone::UTC);
    Talk::new(language::of_terminal(|name| std::env::var(name).ok()), zone, cli.json)
}

fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "postern", &mut script);
    out::raw(&String::from_utf8_lossy(&script))
}
