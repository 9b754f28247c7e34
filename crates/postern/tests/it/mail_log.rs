//! The mail log of a real Postfix: what became of each account's mail, and a bounce that somebody outside makes up.

use anyhow::{Context, Result};
use postern_testkit::servers;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;

use crate::world::{self, ANA, EVE, HOME, INFO, KIM, PASSWORD, ROB};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_became_of_mail_is_read_from_the_log_and_a_forged_bounce_counts_for_nothing() -> Result<()> {
    let configure = |site: &Site| site.use_mail_log().and_then(|()| site.use_reports());
    let prepared = world::site_prepared("what_became_of_mail", configure).await?;
    let Some(site) = prepared else { return Ok(()) };
    // Postfix makes its log when it starts, after Postern.
    let is_read = || site.ok(&["health"]).is_ok_and(|health| health.contains("Mail log: read as it grows"));
    until("the log is read", is_read).await.with_context(|| site.log())?;
    addresses_that_do_not_exist(&site).await?;
    servers_that_take_it_for_spam(&site).await?;
    mail_that_is_put_off(&site).await?;
    a_forged_bounce(&site).await?;
    reports_from_a_mailbox(&site).await
}

async fn send(site: &Site, login: &str, recipients: &[&str]) -> Result<()> {
    let mut session = site.host.submission(HOME).await?;
    let reply = session.sign_in(login, PASSWORD).await?;
    anyhow::ensure!(reply.code == 235, "{login}: {reply:?}\n{}", site.log());
    for to in recipients {
        let sent = session.send(login, to, "hello").await?;
        anyhow::ensure!(sent.is_positive(), "{to}: {sent:?}");
    }
    Ok(())
}

fn deliveries(site: &Site, login: &str) -> Option<[u64; 5]> {
    let why = site.json(&["why", login]).ok()?;
    let taken = &why["deliveries"];
    let count = |name: &str| taken[name].as_u64();
    Some([
        count("delivered")?,
        count("no_such_address")?,
        count("taken_for_spam")?,
        count("refused_otherwise")?,
        count("put_off")?,
    ])
}

fn signals(site: &Site, login: &str) -> Result<Vec<(String, u64)>> {
    let why = site.json(&["why", login])?;
    let signals = why["suspicion"]["signals"].as_array().context("a list")?;
    let of = |signal: &serde_json::Value| {
        Some((signal["evidence"]["kind"].as_str()?.to_owned(), signal["evidence"]["points"].as_u64()?))
    };
    signals.iter().map(|signal| of(signal).with_context(|| format!("{signal}"))).collect()
}

async fn addresses_that_do_not_exist(site: &Site) -> Result<()> {
    let good = ["a@one.example", "b@one.example", "c@two.example", "d@two.example"];
    let gone =
        ["missing1@one.example", "missing2@one.example", "missing3@two.example", "missing4@two.example"];
    send(site, ROB, &good).await?;
    send(site, ROB, &gone).await?;
    until("eight results are read", || deliveries(site, ROB) == Some([4, 4, 0, 0, 0]))
        .await
        .with_context(|| format!("{:?}\n{}", deliveries(site, ROB), site.log()))?;
    assert_eq!(signals(site, ROB)?, []);
    send(site, ROB, &["missing5@two.example"]).await?;
    until("five of nine do not exist", || signals(site, ROB).is_ok_and(|seen| !seen.is_empty())).await?;
    assert_eq!(signals(site, ROB)?, [("no_such_address".to_owned(), 50)]);
    let why = site.ok(&["why", ROB])?;
    assert!(why.contains("delivered 4, no such address 5, refused as spam 0"), "{why}");
    assert!(why.contains("5 recipients within 24 hours do not exist."), "{why}");
    servers::say(&why);
    // An alert refuses nothing.
    send(site, ROB, &["e@one.example"]).await
}

async fn servers_that_take_it_for_spam(site: &Site) -> Result<()> {
    send(site, EVE, &["spamtrap@one.example", "spamtrap2@one.example"]).await?;
    until("two are refused", || deliveries(site, EVE) == Some([0, 0, 2, 0, 0])).await?;
    assert_eq!(signals(site, EVE)?, [], "one domain is no verdict");
    send(site, EVE, &["spamtrap@two.example"]).await?;
    until("two domains refuse", || signals(site, EVE).is_ok_and(|seen| !seen.is_empty())).await?;
    assert_eq!(signals(site, EVE)?, [("taken_for_spam".to_owned(), 40)]);
    let audit = site.ok(&["audit", "list"])?;
    assert!(audit.contains("Alert raised"), "{audit}");
    Ok(())
}

async fn mail_that_is_put_off(site: &Site) -> Result<()> {
    send(site, ANA, &["later@one.example"]).await?;
    until("it is put off", || deliveries(site, ANA) == Some([0, 0, 0, 0, 1])).await?;
    assert_eq!(signals(site, ANA)?, []);
    Ok(())
}

/// Somebody outside writes bounces to Kim that she never caused, and refuses nothing of hers.
async fn a_forged_bounce(site: &Site) -> Result<()> {
    send(site, KIM, &["friend@one.example"]).await?;
    until("it is delivered", || deliveries(site, KIM) == Some([1, 0, 0, 0, 0])).await?;
    let mut outside = site.host.incoming().await?;
    for number in 0..20 {
        let subject = format!("Undelivered Mail Returned to Sender {number}: 550 5.1.1 User unknown");
        let kept = outside.send("", KIM, &subject).await?;
        anyhow::ensure!(kept.is_positive(), "{kept:?}");
    }
    // What is sent after them is read after them.
    send(site, KIM, &["friend2@one.example"]).await?;
    until("and the next is", || deliveries(site, KIM) == Some([2, 0, 0, 0, 0])).await?;
    assert_eq!(signals(site, KIM)?, []);
    Ok(())
}

/// A bounce that comes late, one about no mail of ours, a trusted complaint and one that is not, all in one mailbox.
async fn reports_from_a_mailbox(site: &Site) -> Result<()> {
    send(site, ANA, &["late@one.example"]).await?;
    let delivered = site.host.sink.wait_for(|mail| mail.to == ["late@one.example"]).await?;
    until("it is delivered", || deliveries(site, ANA) == Some([1, 0, 0, 0, 1])).await?;
    let received = delivered.text.split("\nDate:").next().context("a head")?;
    let received = received.split("\nSubject:").next().context("a head")?;
    assert!(received.contains("(Postfix) with ESMTPA id "), "{received}");
    let gone = "Final-Recipient: rfc822; late@one.example\nAction: failed\nStatus: 5.1.1\n";
    let status =
        format!("Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.one.example\n\n{gone}");
    let complaint =
        "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x\nVersion: 1\n";
    let passed = "Authentication-Results: mx.contoso.example; dkim=pass header.d=fbl.example\n";
    let other = "Received: by mx.contoso.example (Postfix) with ESMTPSA id 4BqNeverWasz; now";
    let reports = [
        report("", "delivery-status", &status, received),
        report("", "delivery-status", &status, other),
        report(passed, "feedback-report", complaint, received),
        report("", "feedback-report", complaint, received),
    ];
    site.add_person(INFO, "Reports", PASSWORD)?;
    site.until_exported(INFO).await?;
    let mut outside = site.host.incoming().await?;
    for text in &reports {
        outside.command("MAIL FROM:<>").await?;
        outside.command(&format!("RCPT TO:<{INFO}>")).await?;
        outside.command("DATA").await?;
        let kept = outside.command(&format!("{}\r\n.", text.replace('\n', "\r\n"))).await?;
        anyhow::ensure!(kept.is_positive(), "{kept:?}");
    }
    let maildir = site.host.maildir(INFO);
    let waiting = |folder: &str| std::fs::read_dir(maildir.join(folder)).map_or(0, Iterator::count);
    until("four reports have come", || waiting("new") == 4).await.with_context(|| site.log())?;
    let said = site.ok(&["report-in", &maildir.display().to_string()])?;
    servers::say(&said);
    let count = |text: &str| said.matches(text).count();
    assert_eq!(count(&format!("about mail of {ANA}, and counted.")), 2, "{said}");
    assert_eq!(count("about no mail that Postern saw"), 1, "{said}");
    assert_eq!(count("does not come from a trusted reporter"), 1, "{said}");
    assert_eq!((waiting("new"), waiting("cur")), (0, 4));
    assert_eq!(deliveries(site, ANA), Some([0, 1, 0, 0, 1]));
    assert_eq!(signals(site, ANA)?, [("complaints".to_owned(), 20)]);
    // A single one from standard input, and what is no report.
    let once_more = site.run(&["report-in"], Some(&reports[0]))?;
    assert!(once_more.stdout.contains("and nothing new"), "{once_more:?}");
    let none = site.run(&["report-in"], Some("Subject: lunch?\n\nAt noon.\n"))?;
    assert!(none.stdout.contains("no report of a bounce or a complaint"), "{none:?}");
    Ok(())
}

fn report(head: &str, kind: &str, part: &str, returned: &str) -> String {
    format!(
        "{head}Subject: a report\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type={kind}; boundary=\"b\"\n\n\
         --b\nContent-Type: text/plain\n\nIt did not arrive.\n--b\n{part}\n--b\nContent-Type: text/rfc822-headers\n\n\
         {returned}\nSubject: hello\n\n--b--"
    )
}
