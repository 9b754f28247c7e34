//! The mail log of a real Postfix: what became of each account's mail, and a bounce that somebody outside makes up.

use anyhow::{Context, Result};
use postern_testkit::servers;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;

use crate::world::{self, ANA, EVE, HOME, KIM, PASSWORD, ROB};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_became_of_mail_is_read_from_the_log_and_a_forged_bounce_counts_for_nothing() -> Result<()> {
    let prepared = world::site_prepared("what_became_of_mail", Site::use_mail_log).await?;
    let Some(site) = prepared else { return Ok(()) };
    // Postfix makes its log when it starts, after Postern.
    let is_read = || site.ok(&["health"]).is_ok_and(|health| health.contains("Mail log: read as it grows"));
    until("the log is read", is_read).await.with_context(|| site.log())?;
    addresses_that_do_not_exist(&site).await?;
    servers_that_take_it_for_spam(&site).await?;
    mail_that_is_put_off(&site).await?;
    a_forged_bounce(&site).await
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
