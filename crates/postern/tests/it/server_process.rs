//! A real server in a private folder, started and stopped by a test, and the command line that talks to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::JoinHandle;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

const POSTERN: &str = env!("CARGO_BIN_EXE_postern");

/// A configuration without mail servers: both gates on Unix sockets, no exports, no notices.
const CONFIG: &str = r#"
data_dir = "FOLDER/data"
[site]
own_domains = ["contoso.example", "contoso.com"]
help_url = "https://mail.contoso.example/why"
[control]
socket = "FOLDER/run/control.sock"
[gates.postfix_policy]
listen = ["unix:FOLDER/run/policy.sock"]
restriction_class = "postern_open"
[gates.auth_policy]
listen = ["unix:FOLDER/run/auth-policy.sock"]
api_key = "0123456789abcdef"
"#;

/// A folder with a configuration.
pub struct Site {
    folder: TempDir,
}

/// A running server. Dropping it kills it.
pub struct Server {
    child: Child,
    log: Option<JoinHandle<String>>,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Site {
    /// A new folder, nothing running.
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().to_str().context("a temporary path is text")?;
        let config = CONFIG.replace("FOLDER", path);
        std::fs::write(folder.path().join("postern.toml"), config)?;
        Ok(Self { folder })
    }

    /// A path within the folder.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Starts the server and waits until it says that it serves.
    pub fn start(&self) -> Result<Server> {
        self.start_command(&mut self.command(&["serve"]))
    }

    /// The same, when it may open so many files and no more.
    pub fn start_with_files(&self, files: u64) -> Result<Server> {
        let serve = self.command(&["serve"]);
        let mut limited = Command::new("prlimit");
        limited.arg(format!("--nofile={files}:{files}")).arg(serve.get_program()).args(serve.get_args());
        self.start_command(limited.env("POSTERN_LANG", "en").env_remove("POSTERN_CONFIG"))
    }

    fn start_command(&self, command: &mut Command) -> Result<Server> {
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let mut stderr = BufReader::new(child.stderr.take().context("stderr is piped")?);
        let mut log = String::new();
        while !log.contains(" serving ") {
            if stderr.read_line(&mut log)? == 0 {
                bail!("the server ended: {log}");
            }
        }
        // Drained to the end, so that the server never waits for its reader.
        let log = std::thread::spawn(move || {
            let _ = stderr.read_to_string(&mut log);
            log
        });
        Ok(Server { child, log: Some(log) })
    }

    /// The program with this site's configuration, in English.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(POSTERN);
        command
            .arg("--config")
            .arg(self.path("postern.toml"))
            .args(arguments)
            .env("POSTERN_LANG", "en")
            .env_remove("COLUMNS")
            .env_remove("POSTERN_CONFIG");
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Result<Answer> {
        answer(self.command(arguments).stdin(Stdio::null()).output()?)
    }

    /// Runs a command that has to succeed; its standard output.
    pub fn ok(&self, arguments: &[&str]) -> Result<String> {
        let answer = self.run(arguments)?;
        if answer.code != 0 {
            bail!("postern {arguments:?}: {answer:?}");
        }
        Ok(answer.out)
    }

    /// Runs a command with `--json` that has to succeed.
    pub fn json(&self, arguments: &[&str]) -> Result<Value> {
        let out = self.ok(&[&["--json"], arguments].concat())?;
        serde_json::from_str(&out).with_context(|| out)
    }

    /// Runs a command with something on its standard input.
    pub fn with_input(&self, arguments: &[&str], input: &str) -> Result<Answer> {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        child.stdin.take().context("stdin is piped")?.write_all(input.as_bytes())?;
        answer(child.wait_with_output()?)
    }

    /// Signs in at the gate as Dovecot tells it, with a password of this number: asks, and when it may be checked
    /// reports how that went. Whether it might be checked.
    pub fn sign_in(&self, login: &str, address: &str, password: u16, is_right: bool) -> Result<bool> {
        let attempt = |more: &str| {
            format!(
                r#"{{"login":"{login}","remote":"{address}","protocol":"imap","pwhash":"{password:04x}","session_id":"{login} {address} {password}"{more}}}"#
            )
        };
        if !self.ask_auth_policy("allow", &attempt(""))?.contains(r#""status":0"#) {
            return Ok(false);
        }
        self.ask_auth_policy("report", &attempt(&format!(r#","success":{is_right},"policy_reject":false"#)))?;
        Ok(true)
    }

    fn ask_auth_policy(&self, command: &str, body: &str) -> Result<String> {
        let mut gate = UnixStream::connect(self.path("run/auth-policy.sock"))?;
        write!(
            gate,
            "POST /?command={command} HTTP/1.1\r\nHost: x\r\nX-API-Key: 0123456789abcdef\r\nConnection: close\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        let mut reply = String::new();
        gate.read_to_string(&mut reply)?;
        anyhow::ensure!(reply.starts_with("HTTP/1.1 200"), "{command} {body}: {reply}");
        Ok(reply)
    }

    /// Asks the policy gate about one recipient, as Postfix does; the action.
    pub fn ask_policy(&self, login: &str, recipient: &str) -> Result<String> {
        let mut gate = UnixStream::connect(self.path("run/policy.sock"))?;
        write!(
            gate,
            "request=smtpd_access_policy\nprotocol_state=RCPT\nprotocol_name=ESMTP\nsasl_username={login}\n\
             sender={login}\nrecipient={recipient}\ninstance={recipient}\nclient_address=203.0.113.9\n\n"
        )?;
        let mut reply = String::new();
        BufReader::new(gate).read_line(&mut reply)?;
        Ok(reply.trim().to_owned())
    }
}

impl Server {
    /// Sends SIGTERM and waits for the end; how it ended, and its whole log.
    pub fn stop(mut self) -> Result<(ExitStatus, String)> {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, Signal::TERM)?;
        let status = self.child.wait()?;
        let log = self.log.take().and_then(|log| log.join().ok()).unwrap_or_default();
        Ok((status, log))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answer(output: Output) -> Result<Answer> {
    Ok(Answer {
        code: output.status.code().context("ended by a signal")?,
        out: String::from_utf8(output.stdout)?,
        err: String::from_utf8(output.stderr)?,
    })
}

/// Compares with a committed file; `POSTERN_BLESS=1` writes it instead.
pub fn golden(path: &Path, found: &str) -> Result<()> {
    if std::env::var_os("POSTERN_BLESS").is_some() {
        return Ok(std::fs::write(path, found)?);
    }
    let expected = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let differing = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    assert!(
        found == expected,
        "{} differs, first in {differing:?}; POSTERN_BLESS=1 writes it anew",
        path.display()
    );
    Ok(())
}
