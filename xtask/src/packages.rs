//! Makes the real mail servers and the real browser present: on Debian, as root, the missing packages are installed.
//! Elsewhere it says why not. No service of the system is started or changed: the tests run private copies.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::run;

/// What one kind of test runs.
pub struct Needed {
    packages: &'static [&'static str],
    /// The programs that show the packages' presence where we cannot install them.
    programs: &'static [&'static str],
    /// Why it takes root, if it does.
    only_root: Option<&'static str>,
}

/// What the real-server tests run.
pub const MAIL_SERVERS: Needed = Needed {
    packages: &[
        "postfix",
        "postfix-lmdb",
        "dovecot-core",
        "dovecot-imapd",
        "dovecot-pop3d",
        "dovecot-lmtpd",
        "dovecot-managesieved",
        "dovecot-sieve",
    ],
    programs: &["/usr/sbin/postfix", "/usr/sbin/dovecot"],
    only_root: Some("Postfix starts only as root: run `cargo xtask test` as root"),
};

/// What the browser tests run. The testkit looks for the same programs (its `servers.rs`).
pub const BROWSER: Needed = Needed {
    packages: &["chromium", "chromium-driver"],
    programs: &["/usr/bin/chromium", "/usr/bin/chromedriver"],
    only_root: None,
};

/// Fetching 20 MB (the browser: 100 MB) over a slow line takes a minute or two; more means that it hangs.
const INSTALL_LIMIT: Duration = Duration::from_secs(420);

/// Debian asks this file before a package starts its service; 101 means "no".
const POLICY_FILE: &str = "/usr/sbin/policy-rc.d";
const POLICY_TEXT: &str =
    "#!/bin/sh\n# Written by Postern's `cargo xtask test`, which removes it again.\nexit 101\n";

/// Whether what is needed can be tested with.
pub enum Presence {
    /// It can.
    Present,
    /// It cannot, and what to do about it.
    Absent(String),
}

/// Installs what is missing, if this machine lets us.
pub fn make_present(needed: &Needed) -> Result<Presence> {
    let is_root = rustix::process::geteuid().is_root();
    if let Some(reason) = needed.only_root
        && !is_root
    {
        return Ok(Presence::Absent(reason.to_owned()));
    }
    if !is_root || !Path::new("/etc/debian_version").exists() {
        return Ok(as_it_is(needed));
    }
    let missing: Vec<&str> =
        needed.packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        println!("every Debian package that these tests need is installed");
        return Ok(Presence::Present);
    }
    install(&missing)?;
    let missing: Vec<&str> = missing.into_iter().filter(|package| !is_installed(package)).collect();
    Ok(if missing.is_empty() {
        Presence::Present
    } else {
        Presence::Absent(format!("apt-get could not install {}", missing.join(" ")))
    })
}

/// Where nothing can be installed, what is there has to do.
fn as_it_is(needed: &Needed) -> Presence {
    let absent: Vec<&str> =
        needed.programs.iter().copied().filter(|path| !Path::new(path).exists()).collect();
    if absent.is_empty() {
        return Presence::Present;
    }
    Presence::Absent(format!(
        "no {} here, and packages are installed only on Debian by root",
        absent.join(", ")
    ))
}

fn is_installed(package: &str) -> bool {
    let output = Command::new("dpkg-query").args(["-W", "-f=${Status}", package]).output();
    output.is_ok_and(|output| output.stdout == b"install ok installed")
}

fn install(packages: &[&str]) -> Result<()> {
    println!("installing {}", packages.join(" "));
    let _no_service_starts = ServicesStayStopped::hold()?;
    preseed("postfix postfix/main_mailer_type select No configuration\n")?;
    // The lists of available packages are fetched only when those at hand do not lead to the packages.
    if !apt_get(&[&["install", "--no-install-recommends"], packages].concat())? {
        apt_get(&["update"])?;
        apt_get(&[&["install", "--no-install-recommends"], packages].concat())?;
    }
    Ok(())
}

fn apt_get(arguments: &[&str]) -> Result<bool> {
    let mut command = Command::new("apt-get");
    command.args(["-y", "-q"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    run::succeeds(&mut command, INSTALL_LIMIT)
}

/// Answers a package's question before it is asked.
fn preseed(answer: &str) -> Result<()> {
    let mut child = Command::new("debconf-set-selections")
        .stdin(Stdio::piped())
        .spawn()
        .context("start debconf-set-selections")?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(answer.as_bytes()).context("write to debconf-set-selections")?;
    }
    child.wait().context("wait for debconf-set-selections")?;
    Ok(())
}

/// While this lives, installed packages do not start their services.
struct ServicesStayStopped {
    is_ours: bool,
}

impl ServicesStayStopped {
    fn hold() -> Result<Self> {
        let created = OpenOptions::new().write(true).create_new(true).mode(0o755).open(POLICY_FILE);
        match created {
            Ok(mut file) => {
                file.write_all(POLICY_TEXT.as_bytes()).with_context(|| format!("write {POLICY_FILE}"))?;
                Ok(Self { is_ours: true })
            }
            // Somebody's own policy stays as it is; one that an interrupted run of ours left is taken over.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Ok(Self { is_ours: fs::read_to_string(POLICY_FILE).is_ok_and(|text| text == POLICY_TEXT) })
            }
            Err(error) => Err(error).with_context(|| format!("create {POLICY_FILE}")),
        }
    }
}

impl Drop for ServicesStayStopped {
    fn drop(&mut self) {
        if self.is_ours
            && let Err(error) = fs::remove_file(POLICY_FILE)
        {
            println!("remove {POLICY_FILE} by hand, or no service will start at installation: {error}");
        }
    }
}
