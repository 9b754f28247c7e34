//! The API against its own document: schemathesis reads `/api/v1/openapi.json` of a running server and asks every
//! operation of it with sense and nonsense. What it must not find: a failure of the server, an answer that the document
//! does not know. It comes from PyPI into a private environment below the target folder, pinned.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::{run, tree};

/// What is installed.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const INSTALL_LIMIT: Duration = Duration::from_secs(300);
const ASK_LIMIT: Duration = Duration::from_secs(300);
/// Requests of one operation in one round; rounds go on until [`SECONDS`] are spent.
const EXAMPLES: &str = "12";
/// So long it asks: some four thousand requests.
const SECONDS: &str = "90";
/// The same questions every time.
const SEED: &str = "20261127";
/// Accounts that operations meet under `{id}`, so that more than "no such account" is answered.
const ACCOUNTS: usize = 24;
/// Fewer operations than there are by far; none means that nothing was asked.
const OPERATIONS_MIN: usize = 50;
/// What has to hold of every answer.
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// No domain and no mail server: the store, the control socket and the listener.
const CONFIG: &str = r#"
data_dir = "FOLDER/data"
[site]
own_domains = ["contoso.example"]
help_url = "https://mail.contoso.example/why"
[control]
socket = "FOLDER/run/control.sock"
[gates.postfix_policy]
listen = ["unix:FOLDER/run/policy.sock"]
restriction_class = "postern_open"
[gates.auth_policy]
listen = ["unix:FOLDER/run/auth-policy.sock"]
api_key = "0123456789abcdef"
[web]
listen = ["127.0.0.1:PORT"]
public_url = "http://127.0.0.1:PORT"
"#;

/// The program, installed if it is not; or why it cannot be.
pub fn make_present() -> Result<std::result::Result<PathBuf, String>> {
    let folder = tree::target_folder()?.join("schemathesis");
    let program = folder.join("bin/st");
    let stamp = folder.join("installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == SCHEMATHESIS) && program.exists() {
        return Ok(Ok(program));
    }
    let mut make = Command::new("python3");
    make.args(["-m", "venv"]).arg(&folder);
    if Command::new("python3").arg("--version").output().is_err() || !run::succeeds(&mut make, INSTALL_LIMIT)?
    {
        return Ok(Err("python3 with its module venv is needed for schemathesis".to_owned()));
    }
    let mut install = Command::new(folder.join("bin/pip"));
    install.args(["install", "--quiet", "--disable-pip-version-check", SCHEMATHESIS]);
    if !run::succeeds(&mut install, INSTALL_LIMIT)? {
        return Ok(Err(format!("{SCHEMATHESIS} cannot be installed from PyPI, see above")));
    }
    fs::write(&stamp, SCHEMATHESIS).with_context(|| format!("write {}", stamp.display()))?;
    Ok(Ok(program))
}

/// A server with accounts and a token, in a folder of its own.
struct Site<'a> {
    postern: &'a Path,
    folder: PathBuf,
    server: Child,
}

/// Asks every operation; whether everything held.
pub fn ask(schemathesis: &Path, postern: &Path, temporary: &Path) -> Result<bool> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let site = Site::start(postern, temporary.join("api"), port)?;
    let scopes = ["--scope", "admin:global_admin", "--scope", "sign_in:check"];
    let token = site.run(
        &[&["token", "add", "schemathesis", "--never-ends", "--reason", "suite"][..], &scopes].concat(),
    )?;
    let mut ids = Vec::new();
    for number in 0..ACCOUNTS {
        let address = format!("person{number}@contoso.example");
        let said = site.run(&["--json", "user", "add", &address])?;
        let id = said.split("\"id\": \"").nth(1).and_then(|rest| rest.split('"').next());
        ids.push(format!("\"{}\"", id.context("an account has an id")?));
    }
    let settings = site.folder.join("schemathesis.toml");
    fs::write(&settings, format!("[parameters]\n\"path.id\" = [{}]\n", ids.join(", ")))?;
    let mut command = Command::new(schemathesis);
    command
        .arg("--config-file")
        .arg(&settings)
        .arg("run")
        .arg(format!("http://127.0.0.1:{port}/api/v1/openapi.json"))
        .args(["--url", &format!("http://127.0.0.1:{port}/api/v1")])
        .args(["--header", &format!("Authorization: Bearer {}", token.trim())])
        .args(["--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED, "--max-time", SECONDS])
        .args(["--phases", "coverage,fuzzing", "--continue-on-failure", "--request-timeout", "20"])
        .args(["--warnings", "off", "--no-color"])
        .current_dir(&site.folder)
        .env("TMPDIR", temporary);
    let report = site.folder.join("report.xml");
    command.args(["--report", "junit", "--report-junit-path"]).arg(&report);
    let held = run::succeeds(&mut command, ASK_LIMIT)?;
    // It calls a run that had no time for a single question a success.
    let asked = fs::read_to_string(&report).unwrap_or_default().matches("<testcase ").count();
    println!("{asked} operations were asked");
    site.stop()?;
    Ok(held && asked >= OPERATIONS_MIN)
}

impl<'a> Site<'a> {
    fn start(postern: &'a Path, folder: PathBuf, port: u16) -> Result<Self> {
        fs::create_dir(&folder)?;
        let config =
            CONFIG.replace("FOLDER", &folder.display().to_string()).replace("PORT", &port.to_string());
        fs::write(folder.join("postern.toml"), config)?;
        let mut serve = Command::new(postern);
        serve.arg("--config").arg(folder.join("postern.toml")).arg("serve").env("POSTERN_LANG", "en");
        let mut server =
            serve.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().context("start the server")?;
        let mut log = BufReader::new(server.stderr.take().context("its standard error is piped")?);
        let mut said = String::new();
        while !said.contains(" serving ") {
            if log.read_line(&mut said)? == 0 {
                bail!("the server ended: {said}");
            }
        }
        // Drained to the end, so that the server never waits for its reader.
        std::thread::spawn(move || io::copy(&mut log, &mut io::sink()));
        Ok(Self { postern, folder, server })
    }

    fn run(&self, arguments: &[&str]) -> Result<String> {
        let mut command = Command::new(self.postern);
        command
            .arg("--config")
            .arg(self.folder.join("postern.toml"))
            .args(arguments)
            .env("POSTERN_LANG", "en");
        run::output(&mut command)
    }

    fn stop(mut self) -> Result<()> {
        let _gone_already = kill_process(Pid::from_child(&self.server), Signal::TERM);
        self.server.wait()?;
        fs::remove_dir_all(&self.folder).with_context(|| format!("remove {}", self.folder.display()))
    }
}
