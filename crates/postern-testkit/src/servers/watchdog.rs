//! Starts a server so that it ends with us, whatever becomes of us.
//!
//! A small shell starts the server in a session of its own and waits for a line on a pipe whose other end only
//! we hold. We say "stop", or we are gone and the pipe ends: either way it kills the whole session, and in the
//! second case it removes the private folder too. PR_SET_PDEATHSIG would not do: Postfix loses it when it
//! changes its user, and it fires when the starting *thread* ends.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result};

use super::folder::Folder;

/// `$1` is the folder, `$2` whether the server is alone in it, the rest is the server. The server leads its own
/// session, so `-$pid` is all of it, but for what makes itself a session of its own (Chromium's crash reporter): that
/// names the folder in its arguments or its environment, and is killed when the server is alone there. The loops wait
/// until its children are gone too, at most 0.2 s: a zombie of a slow init counts as there.
const SCRIPT: &str = r#"
folder=$1
is_alone=$2
shift 2
setsid "$@" </dev/null &
pid=$!
word=gone
read -r word
kill -KILL -$pid 2>/dev/null
kill -KILL $pid 2>/dev/null
wait $pid 2>/dev/null
for _ in 1 2 3 4 5 6 7 8 9 10; do
  kill -0 -$pid 2>/dev/null || break
  sleep 0.02
done
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ "$is_alone" = yes ] || break
  others=$(grep -lsF "$folder" /proc/[0-9]*/cmdline /proc/[0-9]*/environ | cut -d/ -f3 | sort -u | grep -vxF $$)
  [ -n "$others" ] || break
  kill -KILL $others 2>/dev/null
  sleep 0.02
done
[ "$word" = stop ] || rm -rf "$folder"
"#;

/// A server that ends when this value is dropped, or when our process ends in any way.
#[derive(Debug)]
pub struct Guarded {
    shell: Option<(Child, ChildStdin)>,
}

impl Guarded {
    /// Starts `command` (program and arguments) with what it prints going to `log`.
    pub fn start(
        folder: &Folder,
        log: &Path,
        environment: &[(&str, &str)],
        command: &[&str],
    ) -> Result<Self> {
        Self::start_with("no", folder, log, environment, command)
    }

    /// The same for a server that is alone in the folder: at its end everything that names the folder is killed.
    pub fn start_alone(
        folder: &Folder,
        log: &Path,
        environment: &[(&str, &str)],
        command: &[&str],
    ) -> Result<Self> {
        Self::start_with("yes", folder, log, environment, command)
    }

    fn start_with(
        is_alone: &str,
        folder: &Folder,
        log: &Path,
        environment: &[(&str, &str)],
        command: &[&str],
    ) -> Result<Self> {
        let log = OpenOptions::new().create(true).append(true).open(log)?;
        let mut shell = Command::new("sh")
            .arg("-c")
            .arg(SCRIPT)
            .arg("postern-watchdog")
            .arg(folder.path())
            .arg(is_alone)
            .args(command)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(log.try_clone()?)
            .stderr(log)
            // Ctrl-C at the terminal goes to the test's process group; the watchdog must outlive it.
            .process_group(0)
            .spawn()
            .context("start sh")?;
        let stdin = shell.stdin.take().context("the shell's stdin is a pipe")?;
        Ok(Self { shell: Some((shell, stdin)) })
    }

    /// Kills the server and everything it started, at once (SIGKILL), and returns when they are gone.
    pub fn kill(&mut self) {
        let Some((mut shell, mut stdin)) = self.shell.take() else { return };
        // A shell that is gone already has done its work.
        let _ = stdin.write_all(b"stop\n");
        drop(stdin);
        let _ = shell.wait();
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.kill();
    }
}
