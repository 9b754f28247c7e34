//! A server under test as a process of its own, alone on its CPU, with what it costs read from `/proc`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Lines, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rustix::thread::{CpuSet, sched_setaffinity};

/// Where a server's doors are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doors {
    /// Policy delegation on TCP.
    pub policy: Option<SocketAddr>,
    /// Policy delegation on a Unix socket.
    pub policy_unix: Option<PathBuf>,
    /// auth-policy.
    pub sign_in: Option<SocketAddr>,
    /// The milter.
    pub milter: Option<SocketAddr>,
}

impl Doors {
    /// The line by which a child says that it is ready.
    pub fn line(&self) -> String {
        let mut line = "ready".to_owned();
        if let Some(address) = self.policy {
            line += &format!(" policy={address}");
        }
        if let Some(path) = &self.policy_unix {
            line += &format!(" policy_unix={}", path.display());
        }
        if let Some(address) = self.sign_in {
            line += &format!(" sign_in={address}");
        }
        if let Some(address) = self.milter {
            line += &format!(" milter={address}");
        }
        line
    }

    /// Reads such a line; `None` if it is another one.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut doors = Self::default();
        for pair in line.trim().strip_prefix("ready ")?.split(' ') {
            let (name, value) = pair.split_once('=')?;
            match name {
                "policy" => doors.policy = value.parse().ok(),
                "policy_unix" => doors.policy_unix = Some(value.into()),
                "sign_in" => doors.sign_in = value.parse().ok(),
                "milter" => doors.milter = value.parse().ok(),
                _ => return None,
            }
        }
        Some(doors)
    }
}

/// What a server holds in memory, in its own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Addresses and networks with a score.
    pub sources: u64,
    /// Bytes of all tables.
    pub bytes: u64,
    /// Scores and counts of unknown names that gave way to others since the start.
    pub gave_way: u64,
    /// Lines of the decision log that were lost for want of room since the start.
    pub decisions_lost: u64,
}

impl Held {
    /// The line in which a child says it.
    pub fn line(&self) -> String {
        let Self { sources, bytes, gave_way, decisions_lost } = self;
        format!("holds {sources} {bytes} {gave_way} {decisions_lost}")
    }

    /// Reads such a line; `None` if it is another one.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut numbers = line.trim().strip_prefix("holds ")?.split(' ').map(|number| number.parse().ok());
        let mut next = || numbers.next().flatten();
        Some(Self { sources: next()?, bytes: next()?, gave_way: next()?, decisions_lost: next()? })
    }
}

/// A running server. It is killed when dropped.
pub struct Server {
    process: Child,
    /// Where it is asked what it holds.
    asks: Option<ChildStdin>,
    /// What it has to say after being ready; `None` for a server that is not a child of this program.
    says: Option<Lines<BufReader<ChildStdout>>>,
    started: Instant,
    /// CPU time of every thread that was ever seen, by its id: what a thread used before it ended stays used.
    threads_ns: RefCell<HashMap<OsString, u64>>,
    /// Where it answers.
    pub doors: Doors,
    /// From the start of the process until it said that it is ready.
    pub start_up: Duration,
}

impl Server {
    /// Starts `command` on `cpu` and waits for its line on standard output (see [`Doors::line`]); or, if
    /// `doors` are given, until every TCP door of them accepts.
    ///
    /// # Errors
    /// When it cannot be started, or ends before it is ready.
    pub fn start(command: &mut Command, cpu: usize, doors: Option<Doors>) -> anyhow::Result<Self> {
        // A child inherits its parent's CPUs; set before the start, so that its runtime counts them right.
        pin_to(cpu)?;
        let started = now();
        let stdin = if doors.is_some() { Stdio::null() } else { Stdio::piped() };
        let spawned = command.stdin(stdin).stdout(Stdio::piped()).spawn();
        let mut process = spawned.with_context(|| format!("start {command:?}"))?;
        let asks = process.stdin.take();
        let ready = match doors {
            Some(doors) => wait_for_doors(&mut process, &doors).map(|()| (doors, None)),
            None => wait_for_line(&mut process).map(|(doors, says)| (doors, Some(says))),
        };
        match ready {
            Ok((doors, says)) => {
                let (threads_ns, start_up) = (RefCell::default(), started.elapsed());
                Ok(Self { process, asks, says, started, threads_ns, doors, start_up })
            }
            Err(error) => {
                let _ = process.kill();
                let _ = process.wait();
                Err(error)
            }
        }
    }

    /// Waits for the line that begins with `loaded`; answers the time since the start of the process and the rest.
    ///
    /// # Errors
    /// When it ends before.
    pub fn loaded(&mut self) -> anyhow::Result<(Duration, String)> {
        for line in self.says.as_mut().context("this server says nothing")? {
            if let Some(what) = line?.strip_prefix("loaded ") {
                return Ok((self.started.elapsed(), what.to_owned()));
            }
        }
        bail!("the server ended before it had loaded")
    }

    /// What it holds now.
    ///
    /// # Errors
    /// When it is gone, or is no site.
    pub fn held(&mut self) -> anyhow::Result<Held> {
        self.asks
            .as_mut()
            .context("this server is not asked")?
            .write_all(b"\n")
            .context("ask what it holds")?;
        for line in self.says.as_mut().context("this server says nothing")? {
            if let Some(held) = Held::from_line(&line?) {
                return Ok(held);
            }
        }
        bail!("the server ended before it said what it holds")
    }

    /// CPU time used so far by all threads, in nanoseconds.
    ///
    /// # Errors
    /// When the process is gone.
    pub fn cpu_ns(&self) -> anyhow::Result<u64> {
        let tasks = format!("/proc/{}/task", self.process.id());
        let mut threads = self.threads_ns.borrow_mut();
        for task in std::fs::read_dir(&tasks).with_context(|| format!("read {tasks}"))? {
            let task = task?;
            // A thread may end between the two reads.
            let Ok(text) = std::fs::read_to_string(task.path().join("schedstat")) else { continue };
            let ns = text.split(' ').next().and_then(|ns| ns.parse().ok()).unwrap_or(0);
            threads.insert(task.file_name(), ns);
        }
        Ok(threads.values().sum())
    }

    /// Resident memory now, in KiB.
    ///
    /// # Errors
    /// When the process is gone.
    pub fn resident_kib(&self) -> anyhow::Result<u64> {
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(&path).with_context(|| format!("read {path}"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        line.trim().trim_end_matches(" kB").parse().context("VmRSS is a number")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let Some(path) = &self.doors.policy_unix {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn wait_for_line(process: &mut Child) -> anyhow::Result<(Doors, Lines<BufReader<ChildStdout>>)> {
    let output = process.stdout.take().context("standard output is a pipe")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next() {
        if let Some(doors) = Doors::from_line(&line?) {
            return Ok((doors, lines));
        }
    }
    bail!("the server ended before it was ready")
}

fn wait_for_doors(process: &mut Child, doors: &Doors) -> anyhow::Result<()> {
    // Nobody reads what it prints; a full pipe would stop it.
    drop(process.stdout.take());
    for address in [doors.policy, doors.sign_in, doors.milter].into_iter().flatten() {
        while std::net::TcpStream::connect(address).is_err() {
            if let Some(status) = process.try_wait()? {
                bail!("the server ended before it was ready: {status}");
            }
            std::thread::yield_now();
        }
    }
    Ok(())
}

/// Puts this thread, and the processes that it starts from now on, on one CPU.
///
/// # Errors
/// When there is no such CPU.
pub fn pin_to(cpu: usize) -> anyhow::Result<()> {
    let mut cpus = CpuSet::new();
    cpus.set(cpu);
    sched_setaffinity(None, &cpus).with_context(|| format!("run on CPU {cpu}"))
}

/// CPU time used by the whole machine since its start, in nanoseconds, to see how quiet it was.
///
/// # Errors
/// When `/proc/stat` is not readable.
pub fn machine_cpu_ns() -> anyhow::Result<u64> {
    let text = std::fs::read_to_string("/proc/stat").context("read /proc/stat")?;
    let line = text.lines().next().context("a first line")?;
    let fields: Vec<u64> = line.split_whitespace().skip(1).filter_map(|field| field.parse().ok()).collect();
    // user, nice, system, idle, iowait, irq, softirq: all but the two idle ones, in hundredths of a second.
    let busy: u64 = [0, 1, 2, 5, 6].iter().filter_map(|at| fields.get(*at)).sum();
    Ok(busy * 10_000_000)
}

/// Real time: this is what a benchmark is about.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
pub fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_child_says_is_read_as_it_was_written() {
        let doors = Doors {
            policy: "127.0.0.1:1".parse().ok(),
            policy_unix: Some("/run/p".into()),
            sign_in: "127.0.0.1:2".parse().ok(),
            milter: "127.0.0.1:3".parse().ok(),
        };
        assert_eq!(Doors::from_line(&doors.line()), Some(doors));
        assert_eq!(Doors::from_line("starting"), None);
        let held = Held { sources: 1, bytes: 2, gave_way: 3, decisions_lost: 4 };
        assert_eq!(Held::from_line(&held.line()), Some(held));
        assert_eq!(Held::from_line("holds 1 2"), None);
    }
}
