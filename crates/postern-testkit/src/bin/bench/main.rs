//! `bench`: Postern's gates against echoes without logic, in paired rounds, alone on their CPUs.
//!
//! The method is in `postern_testkit::bench`. Without more words it measures the real engine over a prepared store;
//! with `--serve COMMAND` any server that opens the same doors:
//! `bench --policy 127.0.0.1:10025 --sign-in 127.0.0.1:10026 --serve postern serve --config bench.toml`.

#![expect(clippy::print_stdout, reason = "the table is this command's output")]

mod children;
mod flood;
mod trials;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::{Parser, ValueEnum};
use postern_testkit::bench::child::{Doors, Server, machine_cpu_ns, pin_to};
use postern_testkit::bench::figures::Pairs;
use postern_testkit::bench::keys::{KeySequence, Keys};
use postern_testkit::bench::load::{Door, Pace, Plan, ask_once, run};
use postern_testkit::bench::question::Question;
use postern_testkit::bench::requests::ACCOUNTS_MAX;
use postern_testkit::bench::site::RESTRICTED;

/// The servers' CPU and the generator's.
const SERVER_CPU: usize = 0;
const GENERATOR_CPU: usize = 1;
/// Accounts of a quick run.
const QUICK_ACCOUNTS: u32 = 20_000;
/// Attempts of a flood in a second: some forty times what the largest site signs in, and still less than one core of the
/// server can answer, so that what others feel is the flood and not the end of the core.
const FLOOD_PER_S: u32 = 10_000;
/// Names and addresses of a flood, and of a quick one.
const FLOOD: u32 = 1_000_000;
const QUICK_FLOOD: u32 = 20_000;

/// Measure Postern's gates against echoes without logic.
#[derive(Parser)]
struct Arguments {
    /// What to ask.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Question::Policy, Question::SignIn, Question::Milter])]
    ask: Vec<Question>,
    /// How policy questions travel (sign-ins and the milter always by TCP).
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Transport::Tcp, Transport::Unix])]
    transport: Vec<Transport>,
    /// Connections, one measurement each.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 8, 64])]
    connections: Vec<usize>,
    /// How requests spread over the accounts.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Keys::Uniform, Keys::Zipf])]
    keys: Vec<Keys>,
    /// Accounts that are known.
    #[arg(long, default_value_t = ACCOUNTS_MAX, value_parser = clap::value_parser!(u32).range(2_000..=1_000_000))]
    accounts: u32,
    /// Pairs of rounds; the figures are medians.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Measured seconds of each round.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Gates in front of a constant answer instead of the engine: what reading and writing alone cost.
    #[arg(long, conflicts_with = "serve")]
    gates_only: bool,
    /// Take the store of an earlier run, a folder named `store` in this one, instead of preparing one.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// After the pairs: also a fixed rate, refusals beside hashing, memory, and a flood.
    #[arg(long, default_value_t = true, action = clap::ArgAction::Set)]
    trials: bool,
    /// So many names and addresses flood the sign-in gate in the last trial: 1,000,000, or 20,000 of a quick run. 0 leaves
    /// the trial out.
    #[arg(long, value_parser = clap::value_parser!(u32).range(..=5_000_000))]
    flood: Option<u32>,
    /// Attempts of the flood in a second, two questions each; 0 is as fast as they are answered.
    #[arg(long, default_value_t = FLOOD_PER_S)]
    flood_per_s: u32,
    /// One short round each over few accounts: shows that the benchmark works, not how fast anything is.
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
    /// With --serve: where its milter answers.
    #[arg(long, requires = "serve")]
    milter: Option<SocketAddr>,
    /// Measure this server instead: a command and its arguments.
    #[arg(long, num_args = 1.., allow_hyphen_values = true)]
    serve: Vec<String>,
    /// What a child process of this command serves.
    #[arg(long, value_enum, hide = true)]
    child: Option<ChildServes>,
    /// Where a child process has its store and its Unix socket.
    #[arg(long, hide = true)]
    child_folder: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Transport {
    Tcp,
    Unix,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ChildServes {
    /// Constant answers without a parser.
    Echo,
    /// The gates, in front of a constant answer.
    Gates,
    /// Nothing: fills the store and ends.
    Prepare,
    /// The gates, in front of the engine over the prepared store.
    Site,
    /// The same while passwords are hashed without a pause.
    SiteHashing,
    /// Nothing: says what sign-in state weighs.
    MemorySignIn,
    /// Nothing: says what sending state weighs.
    MemorySending,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = Arguments::parse();
    if arguments.quick {
        arguments.rounds = 1;
        arguments.seconds = 0.2;
        arguments.accounts = QUICK_ACCOUNTS;
    }
    if let Some(what) = arguments.child {
        return children::run(what, &arguments);
    }
    let private = tempfile::tempdir().context("make a folder for the store and sockets")?;
    let folder = arguments.folder.as_deref().unwrap_or(private.path());
    let echo = children::start(ChildServes::Echo, &arguments, folder)?;
    let subject = if arguments.gates_only {
        children::start(ChildServes::Gates, &arguments, folder)?
    } else if arguments.serve.is_empty() {
        if arguments.folder.is_none() {
            trials::prepare(&arguments, folder)?;
        }
        trials::start(&arguments, folder)?
    } else {
        children::start_foreign(&arguments)?
    };
    pin_to(GENERATOR_CPU)?;
    measure(&arguments, &echo, &subject)?;
    if arguments.trials && !arguments.gates_only && arguments.serve.is_empty() {
        trials::fixed_rate(&arguments, &echo, &subject)?;
        drop((echo, subject));
        trials::beside_hashing(&arguments, folder)?;
        trials::memory(&arguments)?;
        let strangers = arguments.flood.unwrap_or(if arguments.quick { QUICK_FLOOD } else { FLOOD });
        if strangers > 0 {
            flood::flood(&arguments, folder, strangers)?;
        }
    }
    Ok(())
}

/// Every plan in turn; prints each as it is done.
fn measure(arguments: &Arguments, echo: &Server, subject: &Server) -> anyhow::Result<()> {
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
        ask_once(question, &at_echo, 0).context("ask the echo")?;
        ask_once(question, &at_subject, 0).context("ask the server")?;
        for keys in &arguments.keys {
            for connections in &arguments.connections {
                let plan = plan(arguments, question, *connections);
                let mut sequence = KeySequence::new(*keys, arguments.accounts - RESTRICTED);
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
            Question::SignIn | Question::Milter => asked.push((*question, Transport::Tcp)),
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
        (Question::Milter, _) => doors.milter.map(Door::Tcp),
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
