//! Contain with a real Dovecot and a real Postfix: an account with an open IDLE session, an app password and queued mail is
//! closed by one command, and stays closed for the old credentials when its doors are opened again (checklist H7, J4).

use anyhow::{Context, Result};
use postern_engine::ports::Clock;
use postern_testkit::clock::WallClock;
use postern_testkit::servers;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;
use serde_json::Value;

use crate::world::{self, ANA, HOME, PASSWORD, ROB};

const MESSAGES: usize = 5;
const NEW_PASSWORD: &str = "amber kettle mountain 72";
/// Each point that has to answer.
const POINTS: [&str; 5] = ["gates", "dovecot_files", "postfix_map", "mail_sessions", "mail_queue"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h7_contain_leaves_no_session_no_sendable_mail_and_no_credential() -> Result<()> {
    let with_everything = |site: &Site| {
        site.use_queue()?;
        site.use_doveadm()
    };
    let test = "h7_contain_leaves_no_session_no_sendable_mail_and_no_credential";
    let Some(mut site) = world::site_prepared(test, with_everything).await? else { return Ok(()) };
    let device = ["user", "app-passwords", "add", ROB, "--name", "phone", "--reason", "a new device"];
    let phone = site.json(&device)?["password"].as_str().context("shown once")?.to_owned();
    mail_waits_in_the_queue(&site).await?;
    let mut idle = ImapClient::connect(site.host.imap(), HOME).await?;
    anyhow::ensure!(idle.sign_in(ROB, PASSWORD).await?.starts_with("OK"), "{}", site.log());
    idle.idle().await?;
    let mut sending = site.host.submission(HOME).await?;
    anyhow::ensure!(sending.sign_in(ROB, &phone).await?.code == 235, "{}", site.log());

    let preview = site.ok(&["contain", ROB, "--dry-run"])?;
    assert!(preview.contains("1 app password is revoked") && preview.contains("5 messages"), "{preview}");
    let started = WallClock.now();
    let done = site.json(&["contain", ROB, "--reason", "a spam run at night"])?;
    servers::say(&format!("contained and answered after {}", WallClock.now().since(started)));
    every_point_answers(&done)?;
    assert!(idle.farewell().await?.starts_with("* BYE"));
    let ended = sending.name_recipient(ROB, ANA).await?;
    assert_eq!(ended.code, 550, "an open session of sending: {ended:?}");
    let queue = site.json(&["queue", "show", ROB])?;
    assert_eq!((&queue["total"], &queue["held"]), (&MESSAGES.into(), &MESSAGES.into()), "{queue}");
    refused(&site, &[PASSWORD, &phone]).await?;
    a_false_alarm_is_undone(&site, &phone).await?;
    site.json(&["contain", ROB, "--reason", "it was none after all"])?;
    refused(&site, &[PASSWORD, &phone]).await?;
    site.kill_postern();
    refused(&site, &[PASSWORD, &phone]).await?;
    site.start_postern().await?;

    site.ok(&["signin", "allow", ROB, "--reason", "called"])?;
    site.ok(&["restricted", "unblock", ROB, "--reason", "called"])?;
    refused(&site, &[PASSWORD, &phone]).await?;
    let reset =
        site.run(&["user", "password", ROB, "--reason", "called"], Some(&format!("{NEW_PASSWORD}\n")))?;
    anyhow::ensure!(reset.code == 0, "{reset:?}");
    assert!(site.signs_in(HOME, ROB, NEW_PASSWORD).await?, "{}", site.log());
    refused(&site, &[PASSWORD, &phone]).await
}

async fn a_false_alarm_is_undone(site: &Site, phone: &str) -> Result<()> {
    let shown = site.json(&["incident", "show", ROB])?;
    assert_eq!(shown["incident"]["state"], "contained", "{shown}");
    assert_eq!(shown["held"].as_array().map(Vec::len), Some(MESSAGES), "{shown}");
    let undone = site.json(&["incident", "undo", ROB, "--reason", "a newsletter"])?;
    anyhow::ensure!(
        undone["receipts"].as_array().is_some_and(|all| all.iter().all(|it| it["outcome"] == "done")),
        "{undone}"
    );
    let queue = site.json(&["queue", "show", ROB])?;
    assert_eq!((&queue["total"], &queue["held"]), (&MESSAGES.into(), &0.into()), "{queue}");
    assert!(site.signs_in(HOME, ROB, PASSWORD).await?, "the password works again\n{}", site.log());
    assert!(!site.signs_in(HOME, ROB, phone).await?, "a revoked app password does not come back");
    let why = site.ok(&["why", ROB])?;
    assert!(why.contains("Signing in: open"), "{why}");
    Ok(())
}

async fn mail_waits_in_the_queue(site: &Site) -> Result<()> {
    site.host.sink.be_busy(true);
    let mut session = site.host.submission(HOME).await?;
    anyhow::ensure!(session.sign_in(ROB, PASSWORD).await?.code == 235, "{}", site.log());
    for number in 0..MESSAGES {
        let sent = session.send(ROB, &format!("friend{number}@elsewhere.example"), "offer").await?;
        anyhow::ensure!(sent.is_positive(), "{sent:?}\n{}", site.log());
    }
    let is_there = || site.json(&["queue", "show", ROB]).is_ok_and(|queue| queue["total"] == MESSAGES);
    until("the mail is in the queue", is_there).await
}

fn every_point_answers(done: &Value) -> Result<()> {
    let receipts = done["receipts"].as_array().context("receipts")?;
    for point in POINTS {
        let receipt = receipts.iter().find(|receipt| receipt["point"] == point);
        let receipt = receipt.with_context(|| format!("no receipt of {point}: {done}"))?;
        anyhow::ensure!(receipt["outcome"] == "done", "{receipt}");
        servers::say(&format!("{point}: after {} us", receipt["latency_us"]));
    }
    Ok(())
}

async fn refused(site: &Site, passwords: &[&str]) -> Result<()> {
    for password in passwords {
        anyhow::ensure!(!site.signs_in(HOME, ROB, password).await?, "IMAP\n{}", site.log());
        let smtp = site.host.submission(HOME).await?.sign_in(ROB, password).await?;
        anyhow::ensure!(smtp.code != 235, "{smtp:?}\n{}", site.log());
    }
    Ok(())
}
