//! A browser ends with the test, and with a test run that is killed: no process of it and no folder stays behind. The run
//! that is killed is this very test program, started again.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use postern_testkit::browser::Browser;
use postern_testkit::servers::folder::processes_of;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::{Need, are_here, say};

const VICTIM: &str = "POSTERN_TESTKIT_VICTIM";
const READY: &str = "the victim's folder is ";

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_is_dropped_is_gone_with_its_folder() -> Result<()> {
    if !are_here("a_browser_that_is_dropped_is_gone_with_its_folder", &[Need::Browser]) {
        return Ok(());
    }
    let browser = Browser::start().await?;
    let folder = browser.folder().to_owned();
    let before = processes_of(&folder);
    assert!(before.iter().any(|line| line.contains("chrome_crashpad_handler")), "{before:?}");
    drop(browser);
    assert_eq!(processes_of(&folder), Vec::<String>::new());
    assert!(!folder.exists());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_run_leaves_no_browser_and_no_folder() -> Result<()> {
    if !are_here("a_killed_run_leaves_no_browser_and_no_folder", &[Need::Browser]) {
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
    assert!(before.len() >= 5, "the driver, the browser and its helpers: {before:?}");

    victim.kill()?;
    victim.wait()?;
    until("all processes are gone", || processes_of(&folder).is_empty()).await?;
    until("the folder is gone", || !folder.exists()).await
}

/// Not a test of its own: what is killed above.
#[tokio::test(flavor = "multi_thread")]
async fn victim() -> Result<()> {
    if std::env::var_os(VICTIM).is_none() {
        return Ok(());
    }
    let browser = Browser::start().await?;
    say(&format!("{READY}{}", browser.folder().display()));
    std::future::pending().await
}
