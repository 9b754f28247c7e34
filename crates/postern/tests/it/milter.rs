//! The milter gate beside a real Postfix: programs' mail by `sendmail`, both gates on one submission, header senders,
//! and Postern gone.

use anyhow::{Context, Result};
use postern_testkit::servers;
use postern_testkit::servers::handed_over::{self, hand_over};
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;
use postern_testkit::servers::smtp_client::SmtpClient;

use crate::world::{self, ANA, EVE, HOME, PASSWORD, ROB};

/// Recipients an hour that a program may have in this test.
const HOURLY: u64 = 5;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_gates_count_once_programs_are_held_and_without_postern_mail_flows() -> Result<()> {
    let prepared = world::site_prepared("both_gates_count_once", Site::use_milter).await?;
    let Some(mut site) = prepared else { return Ok(()) };
    each_recipient_is_counted_once(&site).await?;
    forged_header_senders_are_evidence(&site).await?;
    a_restriction_and_its_release_are_felt_at_both_gates(&site).await?;
    mail_that_comes_in_passes(&site).await?;
    a_program_is_seen_held_and_released(&site).await?;
    without_postern_mail_flows(&mut site).await
}

async fn signed_in(site: &Site, login: &str) -> Result<SmtpClient> {
    let mut session = site.host.submission(HOME).await?;
    let reply = session.sign_in(login, PASSWORD).await?;
    anyhow::ensure!(reply.code == 235, "{login}: {reply:?}\n{}", site.log());
    Ok(session)
}

async fn send_with_header(
    session: &mut SmtpClient,
    from: &str,
    to: &[&str],
    header: &str,
) -> Result<servers::smtp_client::Reply> {
    session.command(&format!("MAIL FROM:<{from}>")).await?;
    for to in to {
        session.command(&format!("RCPT TO:<{to}>")).await?;
    }
    let data = session.command("DATA").await?;
    anyhow::ensure!(data.code == 354, "{data:?}");
    session.command(&format!("From: {header}\r\nSubject: x\r\n\r\nHello.\r\n.")).await
}

async fn each_recipient_is_counted_once(site: &Site) -> Result<()> {
    let mut ana = signed_in(site, ANA).await?;
    for number in 0..3 {
        let to = [format!("one{number}@elsewhere.example"), format!("two{number}@elsewhere.example")];
        let sent = send_with_header(&mut ana, ANA, &[&to[0], &to[1]], ANA).await?;
        assert!(sent.is_positive(), "{sent:?}\n{}", site.log());
    }
    let counted = site.json(&["why", ANA])?["sending"]["recipients_day"].as_f64().context("a number")?;
    assert_eq!(counted.round(), 6.0, "six recipients\n{}", site.log());
    servers::say(&format!("three mails to two each through both gates: {counted} recipients counted"));
    Ok(())
}

async fn forged_header_senders_are_evidence(site: &Site) -> Result<()> {
    let mut eve = signed_in(site, EVE).await?;
    for forged in ["Ana <ana@contoso.example>", "ceo@contoso.com", "\"Pay\" <payroll@contoso.com>"] {
        let sent = send_with_header(&mut eve, EVE, &["friend@elsewhere.example"], forged).await?;
        assert!(sent.is_positive(), "evidence refuses nothing by itself: {sent:?}");
    }
    let is_seen = || site.ok(&["--json", "audit", "list"]).is_ok_and(|audit| audit.contains("forged_sender"));
    until("three forged senders are in the audit", is_seen).await.with_context(|| told(site))
}

async fn a_restriction_and_its_release_are_felt_at_both_gates(site: &Site) -> Result<()> {
    let mut rob = signed_in(site, ROB).await?;
    assert!(rob.send(ROB, "wanted@elsewhere.example", "before").await?.is_positive());
    site.ok(&["restricted", "restrict", ROB, "--reason", "a test"])?;
    let at_mail = rob.command(&format!("MAIL FROM:<{ROB}>")).await?;
    assert_eq!(at_mail.code, 550, "{at_mail:?}\n{}", site.log());
    assert!(at_mail.text.contains("Sending is restricted for this account ["), "{at_mail:?}");
    site.ok(&["restricted", "unblock", ROB, "--reason", "and back"])?;
    let named = rob.name_recipient(ROB, "wanted@elsewhere.example").await?;
    assert!(named.is_positive(), "{named:?}");
    site.ok(&["restricted", "restrict", ROB, "--reason", "within a mail"])?;
    let end = rob.text("crossed").await?;
    assert_eq!(end.code, 550, "{end:?}");
    site.ok(&["restricted", "unblock", ROB, "--reason", "and back"])?;
    rob.command("RSET").await?;
    assert!(rob.send(ROB, "wanted@elsewhere.example", "after").await?.is_positive());
    site.host.sink.wait_for(|mail| mail.text.contains("Subject: after")).await?;
    Ok(())
}

async fn mail_that_comes_in_passes(site: &Site) -> Result<()> {
    site.ok(&["restricted", "restrict", ROB, "--reason", "receiving is not touched"])?;
    let mut world = site.host.incoming().await?;
    let kept = world.send("friend@elsewhere.example", ROB, "are you there?").await?;
    assert!(kept.is_positive(), "{kept:?}\n{}", site.log());
    site.ok(&["restricted", "unblock", ROB, "--reason", "and back"])?;
    Ok(())
}

async fn a_program_is_seen_held_and_released(site: &Site) -> Result<()> {
    site.set_policy("outbound.watched_recipients_hour", HOURLY)?;
    site.set_policy("outbound.recipients_hour_floor", HOURLY)?;
    site.set_policy("outbound.recipients_severe_floor", HOURLY)?;
    let user = handed_over::user();
    let name = format!("sendmail:{user}@mx.contoso.example");
    servers::say(&format!("mail is handed over by user {user}"));
    // Another sender each time: it plays no part.
    let hand = |number: u64, subject: &str| {
        hand_over(
            &site.host,
            user,
            &format!("shop{number}@contoso.example"),
            &format!("buyer{number}@elsewhere.example"),
            subject,
        )
    };
    let hold = site.host.folder().join("spool/hold");
    let held = || std::fs::read_dir(&hold).map_or(0, Iterator::count);
    let mut let_out = 0;
    while held() == 0 && let_out <= HOURLY {
        hand(let_out, &format!("order {let_out}"))?;
        let subject = format!("Subject: order {let_out}");
        let has_arrived = || site.host.sink.messages().iter().any(|mail| mail.text.contains(&subject));
        until("the mail arrives or is held", || has_arrived() || held() == 1)
            .await
            .with_context(|| told(site))?;
        let_out += u64::from(has_arrived());
    }
    servers::say(&format!(
        "{let_out} mails of a program were let out, the next one is held; the limit is {HOURLY}"
    ));
    // Different recipients are counted by a sketch that may be one ahead.
    assert!((HOURLY - 1..=HOURLY).contains(&let_out), "{let_out} were let out\n{}", told(site));
    let listed = site.ok(&["restricted", "list"])?;
    assert!(listed.contains(&name), "{listed}");

    site.ok(&["restricted", "unblock", &name, "--reason", "the newsletter is fine"])?;
    hand(HOURLY + 1, "released")?;
    site.host
        .sink
        .wait_for(|mail| mail.text.contains("Subject: released"))
        .await
        .with_context(|| told(site))?;
    assert_eq!(held(), 1, "what is held waits for a person");
    site.ok(&["restricted", "restrict", &name, "--reason", "by hand"])?;
    hand(HOURLY + 2, "restricted by hand")?;
    until("the mail of a restricted program is held", || held() == 2).await.with_context(|| told(site))
}

async fn without_postern_mail_flows(site: &mut Site) -> Result<()> {
    let mut ana = signed_in(site, ANA).await?;
    site.kill_postern();
    let flows = ana.send(ANA, "friend@elsewhere.example", "flows").await?;
    assert!(flows.is_positive(), "{flows:?}\n{}", site.log());
    site.host.sink.wait_for(|mail| mail.text.contains("Subject: flows")).await?;
    let user = handed_over::user();
    hand_over(&site.host, user, "shop@contoso.example", "buyer@elsewhere.example", "without postern")?;
    let arrived = site.host.sink.wait_for(|mail| mail.text.contains("Subject: without postern")).await;
    arrived.map(|_mail| ()).with_context(|| told(site))
}

/// What both sides wrote down, for a failed test.
fn told(site: &Site) -> String {
    format!("{}\n{}", site.log(), site.host.log("mail.log"))
}
