//! What this program does as a child of itself, and how it starts one.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::Context;
use clap::ValueEnum;
use postern_engine::password::{HashPool, Password};
use postern_testkit::bench::child::{Doors, Server};
use postern_testkit::bench::servers::{Yes, runtime, serve_echoes, serve_gates};
use postern_testkit::bench::{memory, site};
use postern_testkit::entropy::SeededEntropy;
use rustix::process::{Signal, set_parent_process_death_signal};

use crate::{Arguments, ChildServes, SERVER_CPU};

/// Callers who have a password hashed, one after the other: more than the pool has threads.
const HASHING_CALLERS: usize = 8;

/// Where glibc's allocator reads how it should work.
const TUNABLES: &str = "GLIBC_TUNABLES";
/// As the service of docs/operate/install.md sets it: huge pages, and one arena, because only the main arena asks for
/// them. Children are measured as the service runs.
const SERVICE_TUNABLES: &str = "glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1";

/// Does what `what` says; servers do it for ever.
pub fn run(what: ChildServes, arguments: &Arguments) -> anyhow::Result<()> {
    let ready = |doors: &Doors| println!("{}", doors.line());
    let says = |line: String| println!("{line}");
    // Whoever ends the benchmark, however it ends, ends its servers.
    set_parent_process_death_signal(Some(Signal::KILL)).context("ask to end with the parent")?;
    let folder = arguments.child_folder.as_deref().context("a child has a folder")?;
    let unix = folder.join(format!("{what:?}.sock"));
    runtime()?.block_on(async {
        match what {
            ChildServes::Echo => serve_echoes(Some(&unix), ready).await,
            ChildServes::Gates => serve_gates(Arc::new(Yes), Some(&unix), ready).await,
            ChildServes::Prepare => site::prepare(&folder.join("store"), arguments.accounts).await,
            ChildServes::Site => site::serve(&folder.join("store"), Some(&unix), ready, says).await,
            ChildServes::SiteHashing => {
                keep_hashing();
                site::serve(&folder.join("store"), Some(&unix), ready, says).await
            }
            ChildServes::MemorySignIn => say_weight(&memory::signed_in(arguments.accounts)),
            ChildServes::MemorySending => say_weight(&memory::sent(arguments.accounts)),
        }
    })
}

/// Starts a child of this program on the server's CPU and waits until it is ready.
pub fn start(what: ChildServes, arguments: &Arguments, folder: &Path) -> anyhow::Result<Server> {
    Server::start(&mut command(what, arguments, folder)?, SERVER_CPU, None)
}

/// Starts the server that the arguments name.
pub fn start_foreign(arguments: &Arguments) -> anyhow::Result<Server> {
    let (program, rest) = arguments.serve.split_first().context("--serve takes a command")?;
    let doors = Doors {
        policy: arguments.policy,
        policy_unix: arguments.policy_unix.clone(),
        sign_in: arguments.sign_in,
        milter: arguments.milter,
    };
    Server::start(Command::new(program).args(rest), SERVER_CPU, Some(doors))
}

/// Runs a child that ends by itself; what it printed.
pub fn finish(what: ChildServes, arguments: &Arguments, folder: &Path) -> anyhow::Result<String> {
    let output = command(what, arguments, folder)?.stderr(std::process::Stdio::inherit()).output()?;
    anyhow::ensure!(output.status.success(), "{what:?} ended with {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn command(what: ChildServes, arguments: &Arguments, folder: &Path) -> anyhow::Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("find this program")?);
    let name = what.to_possible_value().context("every value has a name")?;
    command.args(["--child", name.get_name(), "--accounts", &arguments.accounts.to_string()]);
    command.arg("--child-folder").arg(folder);
    if std::env::var_os(TUNABLES).is_none() {
        command.env(TUNABLES, SERVICE_TUNABLES);
    }
    Ok(command)
}

fn keep_hashing() {
    let pool = Arc::new(HashPool::default());
    for caller in 0..HASHING_CALLERS {
        let pool = pool.clone();
        tokio::spawn(async move {
            let entropy = SeededEntropy::new(caller as u64);
            loop {
                let password = Password::new("correct horse".to_owned()).expect("not empty and not long");
                pool.hash(password, &entropy).await.expect("the pool has room for these callers");
            }
        });
    }
}

fn say_weight(counters: &impl postern_engine::ports::Counters) -> anyhow::Result<()> {
    let status = std::fs::read_to_string("/proc/self/status").context("read /proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
    let resident_kib: u64 = line["VmRSS:".len()..].trim().trim_end_matches(" kB").parse()?;
    println!(
        "{} MiB resident, {} MiB by the tables' own count",
        resident_kib >> 10,
        counters.size().bytes >> 20
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_are_measured_as_the_service_runs() {
        let install = include_str!("../../../../../docs/operate/install.md");
        assert!(install.contains(&format!("Environment={TUNABLES}={SERVICE_TUNABLES}\n")));
    }
}
