//! Runs a command with a limit on its time, so that a developer command always ends by itself.
//!
//! A command that is over its limit is asked to stop, and after a moment everything it started is killed. It
//! shares our process group, so Ctrl-C in a terminal reaches it as it reaches us. This file does not know
//! which commands there are.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::leftovers;

/// How long a command may take to stop after it was asked to. nextest gives its tests 10 s (its
/// `slow-timeout` grace period), so this has to be longer.
const GRACE: Duration = Duration::from_secs(15);

/// Runs `command` to its end, or stops it after `limit`, which is an error.
pub fn run(command: &mut Command, limit: Duration) -> Result<ExitStatus> {
    let shown = shown(command);
    println!("$ {shown}");
    let child = command.spawn().with_context(|| format!("start {shown}"))?;
    let pid = Pid::from_child(&child);
    let ended = wait_in_background(child);
    if let Ok(status) = ended.recv_timeout(limit) {
        return status.with_context(|| format!("wait for {shown}"));
    }
    stop(pid, &ended);
    bail!("{shown} was stopped after {} s", limit.as_secs())
}

/// Runs `command` and says whether it succeeded; its limit counts as a failure that was printed.
pub fn succeeds(command: &mut Command, limit: Duration) -> Result<bool> {
    Ok(run(command, limit)?.success())
}

/// What `command` prints, when it succeeds. Only for commands that end by themselves.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.output().with_context(|| format!("start {shown}"))?;
    if !output.status.success() {
        bail!("{shown} failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("read what {shown} printed"))
}

/// The child's end arrives on a channel, because a channel can be waited on with a limit and a child cannot.
fn wait_in_background(mut child: Child) -> mpsc::Receiver<io::Result<ExitStatus>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait()));
    receiver
}

fn stop(pid: Pid, ended: &mpsc::Receiver<io::Result<ExitStatus>>) {
    // Looked up before the parent is gone: afterwards nothing says whose children they were.
    let descendants = leftovers::descendants_of(pid);
    // Failing to signal means that it has ended meanwhile, which is what we want.
    let _ = kill_process(pid, Signal::TERM);
    if ended.recv_timeout(GRACE).is_err() {
        let _ = kill_process(pid, Signal::KILL);
    }
    for descendant in descendants {
        let _ = kill_process(descendant, Signal::KILL);
    }
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_over_its_limit_is_stopped_with_what_it_started() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 987 & wait"]);
        let error = run(&mut command, Duration::from_millis(200)).expect_err("it sleeps longer");
        assert!(error.to_string().contains("was stopped"), "{error}");
    }

    #[test]
    fn the_exit_status_is_the_commands_own() {
        let status =
            run(Command::new("sh").args(["-c", "exit 3"]), Duration::from_secs(60)).expect("sh runs");
        assert_eq!(status.code(), Some(3));
    }
}
