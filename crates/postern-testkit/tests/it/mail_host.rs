//! A host with hand-written users and nobody to ask: sign-in, submission and local delivery work as configured
//! on the pages.

use std::net::Ipv4Addr;

use anyhow::Result;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::mail_host::{HostPlan, MailHost};
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::{self, Need};

pub(crate) async fn host_with_ana(closed: &Port) -> Result<MailHost> {
    let mailboxes = vec!["ana@contoso.example".to_owned()];
    let plan = HostPlan { policy: closed.address(), auth_policy: None, api_key: String::new(), mailboxes };
    let mut host = MailHost::prepare(&plan).await?;
    let (home, owner) = host.home();
    let home = home.replace("%d", "contoso.example").replace("%n", "ana");
    let line =
        format!("ana@contoso.example:{{PLAIN}}right:{}:{}::{home}::phase=after\n", owner.uid, owner.gid);
    std::fs::write(host.passwd_file(), line)?;
    let protocols = host.deny_file().with_file_name("deny.protocols");
    for list in [host.deny_file(), protocols.clone()] {
        std::fs::write(list, "")?;
    }
    for file in [host.passwd_file(), host.deny_file(), protocols] {
        std::os::unix::fs::chown(&file, None, Some(gid_of_dovecot()?))?;
    }
    std::fs::write(host.sending_map(), "nobody@contoso.example 550 5.7.1 no\n")?;
    let map = format!("lmdb:{}", host.sending_map().display());
    let config = host.postfix_config();
    let made = std::process::Command::new("/usr/sbin/postmap").arg("-c").arg(config).arg(map).status()?;
    anyhow::ensure!(made.success(), "postmap failed");
    host.start().await?;
    Ok(host)
}

fn gid_of_dovecot() -> Result<u32> {
    Ok(servers::folder::Owner::of_user("dovecot")?.gid)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_goes_in_and_out_and_people_sign_in() -> Result<()> {
    if !servers::are_here("mail_goes_in_and_out_and_people_sign_in", &[Need::Dovecot, Need::Postfix]) {
        return Ok(());
    }
    let closed = Port::free()?;
    let mut host = host_with_ana(&closed).await?;
    let here = Ipv4Addr::LOCALHOST;

    assert!(host.signs_in(here, "ana@contoso.example", "right").await?);
    assert!(!host.signs_in(here, "ana@contoso.example", "wrong").await?);
    assert!(host.signs_in(here, "ANA", "right").await?, "a bare login means the default domain");

    let mut world = host.incoming().await?;
    let unknown = world.name_recipient("someone@elsewhere.example", "nobody@contoso.example").await?;
    assert_eq!(unknown.code, 550, "{unknown:?}");
    world.command("RSET").await?;
    let kept = world.send("someone@elsewhere.example", "ana@contoso.example", "in").await?;
    assert!(kept.is_positive(), "{kept:?}");
    let mut inbox = ImapClient::connect(host.imap(), here).await?;
    inbox.sign_in("ana@contoso.example", "right").await?;
    inbox.wait_for_inbox(1).await?;

    let mut ana = host.submission(here).await?;
    assert_eq!(ana.sign_in("ana@contoso.example", "wrong").await?.code, 535);
    assert_eq!(ana.sign_in("ana@contoso.example", "right").await?.code, 235);
    let sent = ana.send("ana@contoso.example", "friend@elsewhere.example", "out").await?;
    assert!(sent.is_positive(), "{sent:?}");
    let received = host.sink.wait_for(|message| message.text.contains("Subject: out")).await?;
    assert_eq!(received.to, ["friend@elsewhere.example"]);

    host.stop();
    assert!(host.signs_in(here, "ana@contoso.example", "right").await.is_err(), "nobody listens any more");
    Ok(())
}
