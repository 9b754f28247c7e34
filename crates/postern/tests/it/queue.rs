//! Postfix's real queue: what an account has in it is held by a restriction, shown, released and deleted, and nobody
//! else's is touched, whatever sender address it bears.

use anyhow::{Context, Result};
use postern_testkit::servers;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;
use serde_json::Value;

use crate::world::{self, ANA, EVE, HOME, PASSWORD, ROB};

/// Messages of the account in question.
const MESSAGES: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restriction_holds_the_queued_mail_of_one_login_and_a_person_decides_about_it() -> Result<()> {
    let prepared = world::site_prepared("a_restriction_holds_the_queued_mail", Site::use_queue).await?;
    let Some(site) = prepared else { return Ok(()) };
    the_queue_fills(&site).await?;
    a_restriction_holds_all_of_it_and_nobody_elses(&site)?;
    the_list_says_what_the_queue_says(&site)?;
    the_restriction_shows_what_stands_beside_it(&site).await?;
    an_end_of_the_restriction_lets_nothing_go(&site)?;
    one_is_released_and_arrives(&site).await?;
    the_rest_is_deleted_without_a_bounce(&site).await?;
    the_audit_has_each_with_count_and_reason(&site)?;
    the_third_release_within_a_month_is_told_with_its_history_and_never_a_wall(&site)
}

async fn send(site: &Site, login: &str, from: &str, subjects: &[String]) -> Result<()> {
    let mut session = site.host.submission(HOME).await?;
    anyhow::ensure!(session.sign_in(login, PASSWORD).await?.code == 235, "{login}\n{}", site.log());
    for (number, subject) in subjects.iter().enumerate() {
        let sent = session.send(from, &format!("friend{number}@elsewhere.example"), subject).await?;
        anyhow::ensure!(sent.is_positive(), "{login}: {sent:?}\n{}", site.log());
    }
    Ok(())
}

fn queue_of(site: &Site, login: &str) -> Result<Value> {
    site.json(&["queue", "show", login])
}

fn count(view: &Value, name: &str) -> u64 {
    view[name].as_u64().unwrap_or(u64::MAX)
}

async fn the_queue_fills(site: &Site) -> Result<()> {
    site.host.sink.be_busy(true);
    let subjects: Vec<String> = (0..MESSAGES).map(|number| format!("rob {number}")).collect();
    // Half of them under an address of somebody else.
    send(site, ROB, ROB, &subjects[..MESSAGES / 2]).await?;
    send(site, ROB, "stranger@elsewhere.example", &subjects[MESSAGES / 2..]).await?;
    send(site, ANA, ANA, &["ana".to_owned()]).await?;
    // Eve's mail bears rob's address.
    send(site, EVE, ROB, &["eve 0".to_owned(), "eve 1".to_owned()]).await?;
    for (login, messages) in [(ROB, MESSAGES), (ANA, 1), (EVE, 2)] {
        let are_deferred = || {
            let Ok(view) = queue_of(site, login) else { return false };
            let messages_of = view["messages"].as_array().map_or(&[][..], Vec::as_slice);
            messages_of.len() == messages && messages_of.iter().all(|it| it["state"] == "deferred")
        };
        until("the mail waits for its next try", are_deferred).await.with_context(|| {
            format!("{:?}\n{}\n{}", queue_of(site, login), site.log(), site.host.log("mail.log"))
        })?;
    }
    Ok(())
}

fn a_restriction_holds_all_of_it_and_nobody_elses(site: &Site) -> Result<()> {
    let done = site.json(&["restricted", "restrict", ROB, "--reason", "a spam run"])?;
    let receipts = done["receipts"].as_array().context("receipts")?;
    let held = receipts.iter().find(|receipt| receipt["point"] == "mail_queue").context("a receipt")?;
    assert_eq!((&held["outcome"], count(held, "messages")), (&"done".into(), MESSAGES as u64), "{held}");
    servers::say(&format!("{MESSAGES} messages held after {} us", held["latency_us"]));
    assert_eq!(count(&queue_of(site, ROB)?, "held"), MESSAGES as u64);
    for other in [ANA, EVE] {
        let view = queue_of(site, other)?;
        assert_eq!(count(&view, "held"), 0, "{view}");
        assert!(count(&view, "total") > 0, "{view}");
    }
    let in_hold = std::fs::read_dir(site.host.folder().join("spool/hold"))?.count();
    assert_eq!(in_hold, MESSAGES);
    Ok(())
}

fn the_list_says_what_the_queue_says(site: &Site) -> Result<()> {
    let text = site.ok(&["queue", "show", ROB])?;
    assert_eq!(text.lines().filter(|line| line.contains("Held")).count(), MESSAGES + 1, "{text}");
    assert!(text.contains("Come again"), "why it waited: {text}");
    assert!(text.contains(&format!("postern queue release {ROB} --all")), "{text}");
    let only_some = site.ok(&["queue", "show", ROB, "--limit", "3"])?;
    assert_eq!(only_some.lines().filter(|line| line.contains("friend")).count(), 3, "{only_some}");
    let dry = site.ok(&["queue", "delete", ROB, "--all", "--reason", "x", "--dry-run"])?;
    assert_eq!(dry.lines().filter(|line| line.contains("friend")).count(), MESSAGES, "{dry}");
    // Without somebody to ask and without --yes nothing is deleted.
    let unsure = site.run(&["queue", "delete", ROB, "--all", "--reason", "x"], None)?;
    assert_eq!(unsure.code, 2, "{unsure:?}");
    assert_eq!(count(&queue_of(site, ROB)?, "held"), MESSAGES as u64);
    Ok(())
}

async fn the_restriction_shows_what_stands_beside_it(site: &Site) -> Result<()> {
    let mut session = site.host.submission(HOME).await?;
    anyhow::ensure!(session.sign_in(ROB, PASSWORD).await?.code == 235, "{}", site.log());
    let refused = session.send(ROB, "friend@elsewhere.example", "no").await?;
    assert_eq!(refused.code, 550, "{refused:?}");
    // The log of decisions is written in batches.
    let is_counted = || {
        let text = site.ok(&["restricted", "show", ROB]).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with("Requests to send refused since"));
        line.is_some_and(|line| !line.ends_with(": 0"))
    };
    until("the refused request is counted", is_counted).await?;
    let text = site.ok(&["restricted", "show", ROB])?;
    assert!(text.contains(&format!("in the queue: {MESSAGES}. Held: {MESSAGES}")), "{text}");
    assert!(text.contains("Last messages that were let in") && text.contains("127.10.0.9"), "{text}");
    assert!(text.contains(&format!("postern queue delete {ROB} --all")), "{text}");
    Ok(())
}

fn the_third_release_within_a_month_is_told_with_its_history_and_never_a_wall(site: &Site) -> Result<()> {
    for (release, is_told) in [(2, false), (3, true), (4, true)] {
        site.ok(&["restricted", "restrict", ROB, "--reason", "again"])?;
        let reason = format!("release {release}");
        let done = site.run(&["restricted", "unblock", ROB, "--reason", &reason], None)?;
        assert_eq!(done.code, 0, "{done:?}");
        let told = format!("in the last 30 days: {release}.");
        assert_eq!(done.stderr.contains(&told), is_told, "{done:?}");
        assert_eq!(done.stderr.contains("password changed"), is_told, "the first one's reason: {done:?}");
    }
    Ok(())
}

fn an_end_of_the_restriction_lets_nothing_go(site: &Site) -> Result<()> {
    site.host.sink.be_busy(false);
    site.ok(&["restricted", "unblock", ROB, "--reason", "password changed"])?;
    assert_eq!(count(&queue_of(site, ROB)?, "held"), MESSAGES as u64);
    Ok(())
}

async fn one_is_released_and_arrives(site: &Site) -> Result<()> {
    // The oldest, which is rob 0.
    let view = queue_of(site, ROB)?;
    let oldest = view["messages"].as_array().and_then(|all| all.last()).context("a message")?;
    let id = oldest["id"].as_str().context("its id")?;
    let told = site.ok(&["queue", "release", ROB, id, "--reason", "a real invoice"])?;
    assert!(told.contains("is on its way") && told.contains("Mail queue: 1 message"), "{told}");
    site.host.sink.wait_for(|message| message.text.contains("Subject: rob 0\n")).await?;
    // Somebody else's message is not rob's to release or delete.
    let eve = queue_of(site, EVE)?;
    if let Some(foreign) = eve["messages"][0]["id"].as_str() {
        let refused = site.run(&["queue", "delete", ROB, foreign, "--reason", "x", "--yes"], None)?;
        assert_ne!(refused.code, 0, "{refused:?}");
        assert!(refused.stderr.contains("has no message"), "{refused:?}");
    }
    Ok(())
}

async fn the_rest_is_deleted_without_a_bounce(site: &Site) -> Result<()> {
    let told = site.ok(&["queue", "delete", ROB, "--all", "--reason", "spam", "--yes"])?;
    assert!(told.contains(&format!("{} messages", MESSAGES - 1)), "{told}");
    assert_eq!(count(&queue_of(site, ROB)?, "total"), 0);
    assert_eq!(std::fs::read_dir(site.host.folder().join("spool/hold"))?.count(), 0);
    let again = site.run(&["queue", "delete", ROB, "--all", "--reason", "spam", "--yes"], None)?;
    assert_eq!(again.code, 4, "{again:?}");

    // The others' mail arrives once the world takes it.
    let flush = std::process::Command::new("/usr/sbin/postqueue")
        .arg("-c")
        .arg(site.host.postfix_config())
        .arg("-f")
        .status()?;
    anyhow::ensure!(flush.success(), "postqueue -f: {flush}");
    for subject in ["ana", "eve 0", "eve 1"] {
        let line = format!("Subject: {subject}\n");
        site.host.sink.wait_for(|message| message.text.contains(&line)).await?;
    }
    let arrived = site.host.sink.messages();
    assert_eq!(arrived.iter().filter(|message| message.text.contains("Subject: rob ")).count(), 1);
    assert!(arrived.iter().all(|message| !message.from.is_empty()), "no bounce: {arrived:?}");
    Ok(())
}

fn the_audit_has_each_with_count_and_reason(site: &Site) -> Result<()> {
    let audit = site.ok(&["audit", "list", "--user", ROB])?;
    let line = |event: &str| audit.lines().find(|line| line.contains(event)).unwrap_or_default();
    assert!(line("Queued mail deleted").contains("spam"), "{audit}");
    assert!(line("Held mail released").contains("a real invoice"), "{audit}");
    let json = site.ok(&["--json", "audit", "list", "--user", ROB])?;
    assert!(
        json.contains("mail_deleted") && json.contains(&format!("\"messages\": {}", MESSAGES - 1)),
        "{json}"
    );
    Ok(())
}
