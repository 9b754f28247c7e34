//! `bench`: Postern's gates against echoes without logic, in paired rounds, alone on their CPUs.
//!
//! The method is in `postern_testkit::bench`. Without more words it shows what the gates alone cost; with
//! `--serve COMMAND` it measures any server that opens the same doors, such as the product itself:
//! `bench --policy 127.0.0.1:10025 --sign-in 127.0.0.1:10026 --serve postern serve --config bench.toml`.

#![expect(clippy::print_stdout, reason = "the table is this command's output")]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use clap::{Parser, ValueEnum};
use postern_testkit::bench::child::{Doors, Server, machine_cpu_ns, pin_to};
use postern_testkit::bench::figures::Pairs;
use postern_testkit::bench::keys::{KeySequence, Keys};
use postern_testkit::bench::load::{Door, Pace, Plan, ask_once, run};
use postern_testkit::bench::requests::{ACCOUNTS_MAX, Question};
use postern_testkit::bench::servers::{Yes, runtime, serve_echoes, serve_gates};

/// The servers' CPU and the generator's.
const SERVER_CPU: usize = 0;
const GENERATOR_CPU: usize = 1;

/// Measure Postern's gates against echoes without logic.
#[derive(Parser)]
struct Arguments {
    /// What to ask.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Question::Policy, Question::SignIn])]
    ask: Vec<Question>,
    /// How policy questions travel (sign-ins always by TCP).
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Transport::Tcp])]
    transport: Vec<Transport>,
    /// Connections, one measurement each.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 8, 64])]
    connections: Vec<usize>,
    /// How requests spread over the accounts.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Keys::Uniform, Keys::Zipf])]
    keys: Vec<Keys>,
    /// Accounts that requests are about.
    #[arg(long, default_value_t = ACCOUNTS_MAX, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    accounts: u32,
    /// Pairs of rounds; the figures are medians.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Measured seconds of each round.
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// One short round each: shows that the benchmark works, not how fast anything is.
    #[arg(long, conflicts_with_all = ["rounds", "seconds"])]
    quick: bool,
    /// Instead of as fast as it goes: so many requests a second, for what a client feels.
    #[arg(long)]
    open_loop: Option<u32>,
    /// Also write the figures to this file, as one JSON object.
    #[arg(long)]
    json: Option<PathBuf>,
    /// With --serve: where it answers policy questions.
    #[arg(long, requires = "serve")]
    policy: Option<SocketAddr>,
    /// With --serve: where it answers policy questions on a Unix socket.
    #[arg(long, requires = "serve")]
    policy_unix: Option<PathBuf>,
    /// With --serve: where it answers sign-ins.
    #[arg(long, requires = "serve")]
    sign_in: Option<SocketAddr>,
    /// Measure this server instead of the gates with a constant answer: a command and its arguments.
    #[arg(long, num_args = 1.., allow_hyphen_values = true)]
    serve: Vec<String>,
    /// What a child process of this command serves.
    #[arg(long, value_enum, hide = true)]
    child: Option<ChildServes>,
    /// Where a child process opens its Unix socket.
    #[arg(long, hide = true)]
    child_unix: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Transport {
    Tcp,
    Unix,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChildServes {
    /// Constant answers without a parser.
    Echo,
    /// The gates, in front of a constant answer.
    Gates,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = Arguments::parse();
    if arguments.quick {
        arguments.rounds = 1;
        arguments.seconds = 0.2;
    }
    if let Some(what) = arguments.child {
        return serve(what, arguments.child_unix.as_deref());
    }
    let folder = tempfile::tempdir().context("make a folder for sockets")?;
    let echo = start_child(ChildServes::Echo, &folder.path().join("echo"))?;
    let subject = start_subject(&arguments, &folder.path().join("gates"))?;
    pin_to(GENERATOR_CPU)?;
    measure(&arguments, &echo, &subject)
}

fn serve(what: ChildServes, unix: Option<&Path>) -> anyhow::Result<()> {
    let ready = |doors: &Doors| println!("{}", doors.line());
    runtime()?.block_on(async {
        match what {
            ChildServes::Echo => serve_echoes(unix, ready).await,
            ChildServes::Gates => serve_gates(Arc::new(Yes), unix, ready).await,
        }
    })
}

fn start_child(what: ChildServes, unix: &Path) -> anyhow::Result<Server> {
    let this = std::env::current_exe().context("find this program")?;
    let name = what.to_possible_value().context("every value has a name")?;
    let mut command = Command::new(this);
    command.args(["--child", name.get_name(), "--child-unix"]).arg(unix);
    Server::start(&mut command, SERVER_CPU, None)
}

fn start_subject(arguments: &Arguments, unix: &Path) -> anyhow::Result<Server> {
    let Some((program, rest)) = arguments.serve.split_first() else {
        return start_child(ChildServes::Gates, unix);
    };
    let doors = Doors {
        policy: arguments.policy,
        policy_unix: arguments.policy_unix.clone(),
        sign_in: arguments.sign_in,
    };
    Server::start(Command::new(program).args(rest), SERVER_CPU, Some(doors))
}

/// Every plan in turn; prints each as it is done.
fn measure(arguments: &Arguments, echo: &Server, subject: &Server) -> anyhow::Result<()> {
    println!("start-up {} ms, then {} KiB", subject.start_up.as_millis(), subject.resident_kib()?);
    println!("{}", Pairs::head());
    let machine_before = machine_cpu_ns()?;
    let mut all = Vec::new();
    for (question, transport) in asked(arguments) {
        let (Some(at_echo), Some(at_subject)) =
            (door(&echo.doors, question, transport), door(&subject.doors, question, transport))
        else {
            println!("skipped: {} has no such door", question.name());
            continue;
        };
        // Nobody may be measured who does not answer.
        ask_once(question, &at_echo).context("ask the echo")?;
        ask_once(question, &at_subject).context("ask the server")?;
        for keys in &arguments.keys {
            for connections in &arguments.connections {
                let plan = plan(arguments, question, *connections);
                let mut sequence = KeySequence::new(*keys, arguments.accounts);
                let mut rounds = Vec::new();
                for _ in 0..arguments.rounds.max(1) {
                    let of_echo = run(plan, &at_echo, echo, &mut sequence)?;
                    rounds.push((of_echo, run(plan, &at_subject, subject, &mut sequence)?));
                }
                let name = format!("{} {} {}", question.name(), transport.name(), keys.name());
                let pairs = Pairs { plan: name, connections: *connections, rounds };
                println!("{}", pairs.table());
                all.push(pairs);
            }
        }
    }
    let machine_cpu_s = (machine_cpu_ns()? - machine_before) as f64 / 1e9;
    let resident_kib = subject.resident_kib()?;
    println!("afterwards {resident_kib} KiB; the whole machine used {machine_cpu_s:.0} s of CPU");
    if let Some(path) = &arguments.json {
        let figures = serde_json::json!({
            "accounts": arguments.accounts,
            "open_loop_per_s": arguments.open_loop,
            "start_up_ms": subject.start_up.as_millis() as u64,
            "resident_kib": resident_kib,
            "machine_cpu_s": machine_cpu_s,
            "plans": all.iter().map(Pairs::json).collect::<Vec<_>>(),
        });
        std::fs::write(path, format!("{figures:#}\n"))
            .with_context(|| format!("write {}", path.display()))?;
    }
    Ok(())
}

fn asked(arguments: &Arguments) -> Vec<(Question, Transport)> {
    let mut asked = Vec::new();
    for question in &arguments.ask {
        match question {
            Question::Policy => asked.extend(arguments.transport.iter().map(|by| (Question::Policy, *by))),
            Question::SignIn => asked.push((Question::SignIn, Transport::Tcp)),
        }
    }
    asked
}

fn plan(arguments: &Arguments, question: Question, connections: usize) -> Plan {
    Plan {
        question,
        connections,
        pace: arguments.open_loop.map_or(Pace::Closed, |per_s| Pace::Open { per_s: per_s.max(1) }),
        warm_up: Duration::from_secs_f64(arguments.seconds / 4.0),
        measured: Duration::from_secs_f64(arguments.seconds),
    }
}

fn door(doors: &Doors, question: Question, transport: Transport) -> Option<Door> {
    match (question, transport) {
        (Question::Policy, Transport::Tcp) => doors.policy.map(Door::Tcp),
        (Question::Policy, Transport::Unix) => doors.policy_unix.clone().map(Door::Unix),
        (Question::SignIn, _) => doors.sign_in.map(Door::Tcp),
    }
}

impl Transport {
    const fn name(self) -> &'static str {
        match self {
            Transport::Tcp => "tcp",
            Transport::Unix => "unix",
        }
    }
}
