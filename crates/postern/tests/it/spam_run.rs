//! A spam run through submission: stopped, released on the same open session, and held by the map when Postern is
//! gone. Receiving is never touched.

use anyhow::{Context, Result};
use postern_engine::ports::Clock;
use postern_testkit::clock::WallClock;
use postern_testkit::servers;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::mail_host::{until, wait};
use postern_testkit::servers::site::Site;
use postern_testkit::servers::smtp_client::SmtpClient;

use crate::world::{self, ANA, EVE, HOME, INFO, PASSWORD, ROB};

/// What one spam run may let out: the policy's 30 new recipients an hour, and the one that crosses.
const LET_OUT_MAX: usize = 31;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_spam_run_is_stopped_released_and_held_without_postern() -> Result<()> {
    let Some(mut site) = world::site("a_spam_run_is_stopped_released_and_held").await? else { return Ok(()) };
    // The harder case: after a sign-in from a new place a quarter of the numbers would hold, and every place is
    // new on a site's first day.
    site.set_policy("outbound.unfamiliar_divisor", 1)?;
    let mut rob = signed_in(&site, ROB).await?;
    let let_out = run_until_refused(&mut rob, ROB).await?;
    servers::say(&format!("one new recipient per mail: {let_out} let out before the refusal"));
    assert!((1..=LET_OUT_MAX).contains(&let_out), "{let_out} were let out");
    let told = site.host.sink.wait_for(|mail| mail.to == ["postmaster@contoso.example"]).await;
    assert!(told.with_context(|| site.log())?.text.contains(ROB), "the admins are told who");

    fifty_per_mail_lets_none_out(&site).await?;
    receiving_goes_on(&site).await?;
    the_next_recipient_after_unblock_is_accepted(&site, &mut rob).await?;
    a_release_is_felt_within_the_open_session(&site, &mut rob).await?;
    drop(rob);
    the_map_holds_without_postern(&mut site).await
}

async fn signed_in(site: &Site, login: &str) -> Result<SmtpClient> {
    let mut session = site.host.submission(HOME).await?;
    let reply = session.sign_in(login, PASSWORD).await?;
    anyhow::ensure!(reply.code == 235, "{login}: {reply:?}\n{}", site.log());
    Ok(session)
}

/// Mails to people never written to before, one per mail: how many were accepted before the first refusal.
async fn run_until_refused(session: &mut SmtpClient, from: &str) -> Result<usize> {
    for sent in 0..200 {
        let reply = session.send(from, &format!("victim{sent}@elsewhere.example"), "offer").await?;
        if !reply.is_positive() {
            assert_eq!(reply.code, 550, "{reply:?}");
            assert!(reply.text.starts_with("5.7.1 "), "{reply:?}");
            assert!(reply.text.contains("https://mail.contoso.example/why"), "{reply:?}");
            return Ok(sent);
        }
    }
    anyhow::bail!("200 mails were accepted")
}

/// Fifty recipients in one mail, sent by a client that goes on to the text with whatever was accepted.
async fn fifty_per_mail_lets_none_out(site: &Site) -> Result<()> {
    let mut eve = signed_in(site, EVE).await?;
    eve.command(&format!("MAIL FROM:<{EVE}>")).await?;
    let mut refused = 0;
    for number in 0..50 {
        let reply = eve.command(&format!("RCPT TO:<many{number}@elsewhere.example>")).await?;
        refused += usize::from(!reply.is_positive());
    }
    assert!(refused > 0, "fifty at once cross the line");
    let end = eve.text("to fifty").await?;
    assert!(!end.is_positive(), "the message that crosses is let out to nobody: {end:?}");
    let next = eve.command("RSET").await?;
    assert!(next.is_positive());
    let refused = eve.send(EVE, "one@elsewhere.example", "after").await?;
    assert_eq!(refused.code, 550, "{refused:?}");
    // Mail of somebody else passes the same queue afterwards, so the sink would have seen Eve's by now.
    let mut ana = signed_in(site, ANA).await?;
    assert!(ana.send(ANA, "friend@elsewhere.example", "passes").await?.is_positive());
    site.host.sink.wait_for(|mail| mail.text.contains("Subject: passes")).await?;
    assert!(!site.host.sink.messages().iter().any(|mail| mail.from == EVE));
    Ok(())
}

async fn receiving_goes_on(site: &Site) -> Result<()> {
    let mut inbox = ImapClient::connect(site.host.imap(), HOME).await?;
    let answer = inbox.sign_in(ROB, PASSWORD).await?;
    assert!(answer.starts_with("OK"), "{answer}");
    let before = inbox.inbox_count().await?;
    let mut world = site.host.incoming().await?;
    let kept = world.send("friend@elsewhere.example", ROB, "are you there?").await?;
    assert!(kept.is_positive(), "{kept:?}");
    inbox.wait_for_inbox(before + 1).await?;
    a_mailbox_without_a_password_receives(site).await
}

/// A shared mailbox that nobody signs in to directly: no password, and its mail arrives.
async fn a_mailbox_without_a_password_receives(site: &Site) -> Result<()> {
    site.ok(&["user", "add", INFO, "--kind", "shared_mailbox"])?;
    let file = site.host.passwd_file();
    let is_there =
        || std::fs::read_to_string(&file).is_ok_and(|text| text.contains("info@contoso.example:!:"));
    until("the mailbox is exported", is_there).await?;
    // Dovecot looks again at the end of the running second.
    wait(std::time::Duration::from_millis(1_100)).await;
    let mut delivery = site.host.lmtp().await?;
    let kept = delivery.send("friend@elsewhere.example", INFO, "are you there?").await?;
    assert!(kept.is_positive(), "{kept:?}");
    for password in ["", "!", PASSWORD] {
        assert!(!site.signs_in(HOME, INFO, password).await?, "nobody signs in with {password:?}");
    }
    Ok(())
}

/// The map is kept from following, so only the live answer can have opened the door.
async fn the_next_recipient_after_unblock_is_accepted(site: &Site, rob: &mut SmtpClient) -> Result<()> {
    until("the map refuses the restricted login", || site.map_refuses(ROB).unwrap_or(false)).await?;
    site.break_map_export()?;
    let started = WallClock.now();
    site.ok(&["restricted", "unblock", ROB, "--reason", "he knows them all"])?;
    let unblocked = WallClock.now();
    let reply = rob.name_recipient(ROB, "wanted@elsewhere.example").await?;
    let accepted = WallClock.now();
    assert!(site.map_refuses(ROB)?, "the map still denies");
    assert!(reply.is_positive(), "the very next RCPT on the open session: {reply:?}");
    let end = rob.text("released").await?;
    assert!(end.is_positive(), "{end:?}");
    site.host.sink.wait_for(|mail| mail.text.contains("Subject: released")).await?;
    servers::say(&format!(
        "the map kept from following: unblock answered after {} (postmap fails slowly), RCPT accepted {} later, mail in the sink {} after the command",
        unblocked.since(started),
        accepted.since(unblocked),
        WallClock.now().since(started)
    ));
    site.mend_map_export()?;
    Ok(())
}

/// The everyday case, with a map that follows: how long the door takes from "unblock" to the mail's arrival.
async fn a_release_is_felt_within_the_open_session(site: &Site, rob: &mut SmtpClient) -> Result<()> {
    site.ok(&["restricted", "restrict", ROB, "--reason", "once more"])?;
    let refused = rob.send(ROB, "wanted@elsewhere.example", "no").await?;
    assert_eq!(refused.code, 550, "{refused:?}");
    let started = WallClock.now();
    let answer = site.ok(&["restricted", "unblock", ROB, "--reason", "and back"])?;
    let reply = rob.name_recipient(ROB, "wanted@elsewhere.example").await?;
    let accepted = WallClock.now();
    assert!(reply.is_positive(), "{reply:?}");
    assert!(rob.text("flows again").await?.is_positive());
    site.host.sink.wait_for(|mail| mail.text.contains("Subject: flows again")).await?;
    servers::say(&format!(
        "unblock to accepted RCPT {}, to the mail in the sink {}; the command said:\n{}",
        accepted.since(started),
        WallClock.now().since(started),
        answer.trim_end()
    ));
    Ok(())
}

async fn the_map_holds_without_postern(site: &mut Site) -> Result<()> {
    until("the map refuses Eve", || site.map_refuses(EVE).unwrap_or(false)).await?;
    let mut eve = signed_in(site, EVE).await?;
    let mut ana = signed_in(site, ANA).await?;
    site.kill_postern();
    let held = eve.send(EVE, "one@elsewhere.example", "no").await?;
    assert_eq!(held.code, 550, "{held:?}");
    let flows = ana.send(ANA, "friend@elsewhere.example", "flows").await?;
    assert!(flows.is_positive(), "{flows:?}");
    site.host.sink.wait_for(|mail| mail.text.contains("Subject: flows")).await?;
    let mut world = site.host.incoming().await?;
    let unknown = world.name_recipient("friend@elsewhere.example", "nobody@contoso.com").await?;
    assert_eq!(unknown.code, 550, "{unknown:?}");
    world.command("RSET").await?;
    let kept = world.send("friend@elsewhere.example", EVE, "receiving goes on").await?;
    assert!(kept.is_positive(), "{kept:?}");
    let mut lmtp = site.host.lmtp().await?;
    let unknown = lmtp.name_recipient("friend@elsewhere.example", "nobody@contoso.com").await?;
    assert_eq!(unknown.code, 550, "Dovecot's exported users decide: {unknown:?}");
    Ok(())
}
