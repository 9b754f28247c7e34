//! A test run that is killed with SIGKILL leaves no process and no folder behind. The run that is killed is this
//! very test program, started again with a folder to report to.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use postern_testkit::servers::folder::processes_of;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::{self, Need};

use crate::mail_host::host_with_ana;

const VICTIM: &str = "POSTERN_TESTKIT_VICTIM";
const READY: &str = "the victim's folder is ";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_run_leaves_no_server_and_no_folder() -> Result<()> {
    if !servers::are_here("a_killed_run_leaves_no_server_and_no_folder", &[Need::Dovecot, Need::Postfix]) {
        return Ok(());
    }
    let mut victim = Command::new(std::env::current_exe()?)
        .args(["--exact", "left_behind::victim", "--nocapture"])
        .env(VICTIM, "yes")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let output = BufReader::new(victim.stderr.take().context("piped")?);
    let mut folders =
        output.lines().map_while(Result::ok).filter_map(|line| Some(line.split_once(READY)?.1.to_owned()));
    let folder = PathBuf::from(folders.next().context("the victim said where it is")?);
    let before = processes_of(&folder);
    assert!(before.len() >= 4, "Dovecot, Postfix and their watchdogs: {before:?}");

    victim.kill()?;
    victim.wait()?;
    until("all processes are gone", || processes_of(&folder).is_empty()).await?;
    until("the folder is gone", || !folder.exists()).await
}

/// Not a test of its own: what is killed above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn victim() -> Result<()> {
    if std::env::var_os(VICTIM).is_none() {
        return Ok(());
    }
    let closed = Port::free()?;
    let host = host_with_ana(&closed).await?;
    servers::say(&format!("{READY}{}", host.folder().path().display()));
    std::future::pending().await
}
