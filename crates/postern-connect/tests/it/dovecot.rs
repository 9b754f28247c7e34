//! Passwd-file and deny list under a real Dovecot.

use std::net::Ipv4Addr;

use anyhow::Result;
use postern_connect::MapType;
use postern_engine::ports::{Clock, MailSystem, SignInExport};
use postern_testkit::clock::WallClock;
use postern_testkit::contract;
use postern_testkit::contract::mail_system::MailSystemView;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::{self, Need};

use crate::world::{self, PASSWORD, account};

const NEEDS: [Need; 2] = [Need::Dovecot, Need::Postfix];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_real_dovecot_follows_every_export_when_it_returns() -> Result<()> {
    if !servers::are_here("a_real_dovecot_follows_every_export_when_it_returns", &NEEDS) {
        return Ok(());
    }
    let closed = Port::free()?;
    let mut world = world::prepare(closed.address(), MapType::Lmdb).await?;
    world.exports.export_all_sending(Vec::new()).await?;
    world.host.start().await?;
    contract::mail_system::check_sign_in(&world.exports, &world).await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_blocked_account_goes_on_receiving_and_an_alias_opens_the_same_mailbox() -> Result<()> {
    if !servers::are_here("a_blocked_account_goes_on_receiving", &NEEDS) {
        return Ok(());
    }
    let closed = Port::free()?;
    let mut world = world::prepare(closed.address(), MapType::Lmdb).await?;
    world.exports.export_all_sending(Vec::new()).await?;
    let rob = ["rob@contoso.com", "robert@contoso.com"];
    world.exports.export_sign_in(vec![account(&rob, true)]).await?;
    world.host.start().await?;
    assert!(!world.may_sign_in("rob@contoso.com").await);

    let mut delivery = world.host.lmtp().await?;
    let kept = delivery.send("someone@elsewhere.example", "rob@contoso.com", "one").await?;
    assert!(kept.is_positive(), "{kept:?}");
    let kept = delivery.send("someone@elsewhere.example", "robert@contoso.com", "two").await?;
    assert!(kept.is_positive(), "{kept:?}");
    let unknown = delivery.send("someone@elsewhere.example", "nobody@contoso.com", "three").await?;
    assert_eq!(unknown.code, 550, "{unknown:?}");

    world.exports.export_sign_in(vec![account(&rob, false)]).await?;
    for login in rob {
        let mut inbox = ImapClient::connect(world.host.imap(), Ipv4Addr::LOCALHOST).await?;
        let answer = inbox.sign_in(login, PASSWORD).await?;
        assert!(answer.starts_with("OK"), "{answer}");
        assert_eq!(inbox.inbox_count().await?, 2, "{login} sees both");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_users_are_exported_and_read() -> Result<()> {
    if !servers::are_here("a_hundred_thousand_users_are_exported_and_read", &NEEDS) {
        return Ok(());
    }
    let closed = Port::free()?;
    let mut world = world::prepare(closed.address(), MapType::Lmdb).await?;
    world.exports.export_all_sending(Vec::new()).await?;
    // As long as an Argon2id hash with 16 bytes of salt and 32 of output, but quick to check.
    let hash = format!("{{PLAIN}}{PASSWORD}{}", "x".repeat(90));
    let many = |blocked: usize| -> Vec<SignInExport> {
        let user = |number: usize| SignInExport {
            names: world::names(&[&format!("user{number}@contoso.example")]),
            password_hash: Some(hash.clone()),
            is_blocked: number < blocked,
            protocols_off: postern_core::protocol::Protocols::default(),
            app_passwords: Vec::new(),
        };
        (0..100_000).map(user).collect()
    };
    world.exports.export_sign_in(many(0)).await?;
    world.host.start().await?;
    let signs_in = |login| world.host.signs_in(Ipv4Addr::LOCALHOST, login, &hash["{PLAIN}".len()..]);
    assert!(signs_in("user99999@contoso.example").await?);
    let (users, started) = (many(50_000), WallClock.now());
    world.exports.export_sign_in(users).await?;
    let took = WallClock.now().since(started);
    servers::say(&format!("100,000 users, 50,000 more of them blocked: in force after {took}"));
    assert!(!signs_in("user49999@contoso.example").await?);
    assert!(signs_in("user50000@contoso.example").await?);
    Ok(())
}
