//! A whole site: the real `postern` program beside a mail host, configured by docs/operate/install.md.
//!
//! The program is given by its path, so that this crate does not depend on what it tests.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::example::{example, replace};
use super::mail_host::{HostPlan, MailHost, listens, until};
use super::ports::Port;
use super::watchdog::Guarded;

/// The key that Dovecot shows to Postern.
const API_KEY: &str = "key-of-the-tests";

/// The site. Dropping it stops everything and removes the folder.
pub struct Site {
    // Order matters: Postern goes before the host whose folder it works in.
    postern: Option<Guarded>,
    /// Dovecot, Postfix and the rest of the world.
    pub host: MailHost,
    program: PathBuf,
    policy: Port,
    auth_policy: Port,
    web: Port,
    milter: Port,
}

/// What a command printed and how it ended.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Exit code; -1 when a signal ended it.
    pub code: i32,
    /// Data.
    pub stdout: String,
    /// Talk.
    pub stderr: String,
}

impl Site {
    /// Configured and initialised; nothing runs yet. `mailboxes` are the addresses that Postfix knows.
    pub async fn prepare(program: &Path, mailboxes: &[&str]) -> Result<Self> {
        let [policy, auth_policy, web, milter] = [Port::free()?, Port::free()?, Port::free()?, Port::free()?];
        let plan = HostPlan {
            policy: policy.address(),
            auth_policy: Some(auth_policy.address()),
            api_key: API_KEY.to_owned(),
            mailboxes: mailboxes.iter().map(|mailbox| (*mailbox).to_owned()).collect(),
        };
        let host = MailHost::prepare(&plan).await?;
        let site =
            Self { postern: None, host, program: program.to_owned(), policy, auth_policy, web, milter };
        site.configure()?;
        Ok(site)
    }

    /// Lets Postfix ask Postern's milter gate too, as docs/operate/milter.md has it. Before the start.
    pub fn use_milter(&self) -> Result<()> {
        const PAGE: &str = "milter.md";
        let gate = ("127.0.0.1:10044", self.milter.address().to_string());
        let gate = (gate.0, gate.1.as_str());
        let folder = self.host.folder();
        let config = std::fs::read_to_string(self.config())?;
        let section = replace(example(PAGE, "postern-milter.toml")?, &[gate])?;
        folder.write("postern.toml", &format!("{config}\n{section}"))?;
        let checks = folder.write("pf/postern_header_checks", &example(PAGE, "postern_header_checks")?)?;
        let checks = checks.display().to_string();
        let main = example(PAGE, "postfix-milter.cf")?;
        let main = replace(main, &[gate, ("/etc/postfix/postern_header_checks", &checks)])?;
        self.host.add_to_main_cf(&main)
    }

    /// Lets Postern read Postfix's log, as docs/operate/mail-log.md has it. Before the start.
    pub fn use_mail_log(&self) -> Result<()> {
        let log = self.host.folder().join("mail.log").display().to_string();
        let section = example("mail-log.md", "postern-mail-log.toml")?;
        let section = replace(section, &[("/var/log/mail.log", &log)])?;
        let config = std::fs::read_to_string(self.config())?;
        self.host.folder().write("postern.toml", &format!("{config}\n{section}"))?;
        Ok(())
    }

    /// Lets Postern at Postfix's queue, as docs/operate/queue.md has it. Before the start.
    pub fn use_queue(&self) -> Result<()> {
        let config = std::fs::read_to_string(self.config())?;
        let folder = self.config_for_map().display().to_string();
        let section =
            replace(example("queue.md", "postern-queue.toml")?, &[("/etc/postfix", folder.as_str())])?;
        self.host.folder().write("postern.toml", &format!("{config}\n{section}"))?;
        Ok(())
    }

    /// Lets Postern at Dovecot's sessions, as docs/operate/sessions.md has it. Before the start.
    pub fn use_doveadm(&self) -> Result<()> {
        const PAGE: &str = "sessions.md";
        const KEY: &str = "doveadm-key-of-the-tests";
        let folder = self.host.folder();
        let at = |inside: &str| folder.join(inside).display().to_string();
        folder.write("doveadm.key", &format!("{KEY}\n"))?;
        let dovecot = replace(example(PAGE, "dovecot-doveadm.conf")?, &[("change-this-doveadm-key", KEY)])?;
        self.host.add_to_dovecot_conf(&dovecot)?;
        let section = replace(
            example(PAGE, "postern-doveadm.toml")?,
            &[("/run/dovecot/http", &at("dv/http")), ("/etc/postern/doveadm.key", &at("doveadm.key"))],
        )?;
        let config = std::fs::read_to_string(self.config())?;
        folder.write("postern.toml", &format!("{config}\n{section}"))?;
        Ok(())
    }

    /// Lets Postern believe complaints, as docs/operate/reports.md has it. Before the start.
    pub fn use_reports(&self) -> Result<()> {
        let section = example("reports.md", "postern-reports.toml")?;
        let config = std::fs::read_to_string(self.config())?;
        self.host.folder().write("postern.toml", &format!("{config}\n{section}"))?;
        Ok(())
    }

    /// Starts Postern; its first start makes the store and writes the exports. Then Dovecot and Postfix.
    pub async fn start(&mut self) -> Result<()> {
        self.start_postern().await?;
        let map = self.host.sending_map().with_extension("lmdb");
        until("the first exports are written", || map.exists()).await.with_context(|| self.log())?;
        self.host.start().await
    }

    /// Starts Postern and returns when its gates and its control socket answer.
    pub async fn start_postern(&mut self) -> Result<()> {
        let program = self.program.display().to_string();
        let config = self.config().display().to_string();
        let folder = self.host.folder();
        let log = folder.join("postern.log");
        let command = [program.as_str(), "serve", "--config", &config];
        self.postern = Some(Guarded::start(folder, &log, &[], &command)?);
        for gate in [&self.policy, &self.auth_policy] {
            listens(gate.address()).await.with_context(|| self.log())?;
        }
        until("the control socket answers", || self.run(&["health"], None).is_ok_and(|it| it.code == 0))
            .await
            .with_context(|| self.log())
    }

    /// Kills Postern at once, with SIGKILL.
    pub fn kill_postern(&mut self) {
        self.postern = None;
    }

    /// Runs a command of Postern against this site; the error is that it could not be started.
    pub fn run(&self, arguments: &[&str], input: Option<&str>) -> Result<Answered> {
        let mut child = Command::new(&self.program)
            .arg("--config")
            .arg(self.config())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut stdin = child.stdin.take().context("stdin is a pipe")?;
        // A command that reads nothing may be gone before it is written to.
        let _ = stdin.write_all(input.unwrap_or_default().as_bytes());
        drop(stdin);
        let output = child.wait_with_output()?;
        Ok(Answered {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// The same, and the command must succeed: what it printed.
    pub fn ok(&self, arguments: &[&str]) -> Result<String> {
        let answered = self.run(arguments, None)?;
        anyhow::ensure!(answered.code == 0, "postern {arguments:?}: {answered:?}\n{}", self.log());
        Ok(answered.stdout)
    }

    /// The same with `--json`: the object or list that it printed.
    pub fn json(&self, arguments: &[&str]) -> Result<serde_json::Value> {
        let with_json: Vec<&str> = [&["--json"], arguments].concat();
        Ok(serde_json::from_str(&self.ok(&with_json)?)?)
    }

    /// Adds a person.
    pub fn add_person(&self, address: &str, name: &str, password: &str) -> Result<()> {
        let arguments = ["user", "add", address, "--name", name, "--password"];
        let answered = self.run(&arguments, Some(&format!("{password}\n")))?;
        anyhow::ensure!(answered.code == 0, "postern {arguments:?}: {answered:?}\n{}", self.log());
        Ok(())
    }

    /// Sets a value of the policy.
    pub fn set_policy(&self, name: &str, value: u64) -> Result<()> {
        self.ok(&["policy", "set", name, &value.to_string(), "--reason", "test"]).map(drop)
    }

    /// Waits until Dovecot's files let this person in: the live answer is there at once, they are not.
    pub async fn until_exported(&self, login: &str) -> Result<()> {
        let file = self.host.passwd_file();
        // Without a password yet the line says `!`; every hash begins with its scheme.
        let line = format!("{login}:{{");
        let is_there = || std::fs::read_to_string(&file).is_ok_and(|text| text.contains(&line));
        until("the person is exported", is_there).await.with_context(|| self.log())?;
        // Dovecot looks again at the end of the running second.
        let patience = std::time::Duration::from_millis(1_100);
        super::mail_host::wait(patience).await;
        Ok(())
    }

    /// Whether the map would refuse this login if Postern were silent.
    pub fn map_refuses(&self, login: &str) -> Result<bool> {
        let map = format!("lmdb:{}", self.host.sending_map().display());
        let mut postmap = Command::new("/usr/sbin/postmap");
        postmap.arg("-c").arg(self.host.postfix_config()).args(["-q", login, &map]);
        Ok(!postmap.stdin(Stdio::null()).output()?.stdout.is_empty())
    }

    /// Takes main.cf away from Postern alone, so that it cannot write the map: Postfix goes on with its own.
    pub fn break_map_export(&self) -> Result<()> {
        Ok(std::fs::remove_file(self.config_for_map())?)
    }

    /// Gives it back.
    pub fn mend_map_export(&self) -> Result<()> {
        Ok(std::os::unix::fs::symlink(self.host.postfix_config(), self.config_for_map())?)
    }

    /// Where the auth-policy gate listens.
    pub fn auth_policy(&self) -> SocketAddr {
        self.auth_policy.address()
    }

    /// Where applications ask and one-time links lead.
    pub fn web(&self) -> SocketAddr {
        self.web.address()
    }

    /// What links begin with.
    pub fn public_url(&self) -> String {
        format!("http://{}", self.web.address())
    }

    /// Whether this login and password are let in over IMAP from this source.
    pub async fn signs_in(&self, source: Ipv4Addr, login: &str, password: &str) -> Result<bool> {
        self.host.signs_in(source, login, password).await
    }

    /// Postern's own log, for the message of a failed test.
    pub fn log(&self) -> String {
        self.host.log("postern.log")
    }

    fn config(&self) -> PathBuf {
        self.host.folder().join("postern.toml")
    }

    fn config_for_map(&self) -> PathBuf {
        self.host.folder().join("pf-for-postern")
    }

    fn configure(&self) -> Result<()> {
        let folder = self.host.folder();
        folder.make("run", super::folder::Owner::ROOT, 0o755)?;
        folder.write("auth-policy.key", &format!("{API_KEY}\n"))?;
        self.mend_map_export()?;
        let at = |inside: &str| folder.join(inside).display().to_string();
        let text = replace(
            example("install.md", "postern.toml")?,
            &[
                ("/var/lib/postern/", &at("postern/")),
                ("/run/postern/", &at("run/")),
                ("/etc/postern/auth-policy.key", &at("auth-policy.key")),
                ("/var/mail/vhosts", &at("mail")),
                ("/etc/postfix", &at("pf-for-postern")),
                ("127.0.0.1:10040", &self.policy.address().to_string()),
                ("127.0.0.1:10041", &self.auth_policy.address().to_string()),
                ("127.0.0.1:25", &self.host.sink.address().to_string()),
            ],
        )?;
        let web = self.web.address();
        let web = format!("\n[web]\nlisten = [\"{web}\"]\npublic_url = \"http://{web}\"\n");
        folder.write("postern.toml", &(text + &web))?;
        Ok(())
    }
}
