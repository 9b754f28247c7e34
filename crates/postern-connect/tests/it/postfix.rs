//! The map of restricted logins under a real Postfix.

use std::net::Ipv4Addr;

use anyhow::Result;
use postern_connect::MapType;
use postern_engine::ports::{Clock, MailSystem};
use postern_testkit::clock::WallClock;
use postern_testkit::contract;
use postern_testkit::contract::mail_system::MailSystemView;
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::{self, Need};

use crate::policy::PolicyServer;
use crate::world::{self, PASSWORD, REFUSAL, account, released, restricted};

const NEEDS: [Need; 2] = [Need::Dovecot, Need::Postfix];
const HERE: Ipv4Addr = Ipv4Addr::LOCALHOST;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_types_of_map_keep_the_contract() -> Result<()> {
    if !servers::are_here("both_types_of_map_keep_the_contract", &NEEDS) {
        return Ok(());
    }
    let closed = Port::free()?;
    for map_type in [MapType::Lmdb, MapType::Hash] {
        let world = world::prepare(closed.address(), map_type).await?;
        contract::mail_system::check_sending(&world.exports, &world).await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_session_feels_the_live_answer_first_and_the_map_when_there_is_none() -> Result<()> {
    if !servers::are_here("an_open_session_feels_the_live_answer_first", &NEEDS) {
        return Ok(());
    }
    let policy = PolicyServer::start("postern_open").await?;
    let mut world = world::prepare(policy.address, MapType::Lmdb).await?;
    let (rob, ana) = (["rob@contoso.com"], ["ana@contoso.example"]);
    world.exports.export_all_sending(Vec::new()).await?;
    world.exports.export_sign_in(vec![account(&rob, false), account(&ana, false)]).await?;
    world.host.start().await?;

    let mut session = world.host.submission(HERE).await?;
    assert_eq!(session.sign_in("rob@contoso.com", PASSWORD).await?.code, 235);
    let first = session.send("rob@contoso.com", "friend@elsewhere.example", "first").await?;
    assert!(first.is_positive(), "{first:?}");

    policy.answer("550 5.7.1 restricted by the live answer");
    let live = session.send("rob@contoso.com", "friend@elsewhere.example", "no").await?;
    assert_eq!(live.code, 550, "{live:?}");
    assert!(live.text.contains("restricted by the live answer"), "{live:?}");

    let started = WallClock.now();
    world.exports.export_sending(restricted(&rob)).await?;
    servers::say(&format!("the map denies after {}", WallClock.now().since(started)));
    policy.answer("postern_open");
    let released_live = session.send("rob@contoso.com", "friend@elsewhere.example", "released").await?;
    assert!(released_live.is_positive(), "the class skips the map that denies: {released_live:?}");
    world.host.sink.wait_for(|message| message.text.contains("Subject: released")).await?;

    policy.stop().await;
    let by_map = session.send("rob@contoso.com", "friend@elsewhere.example", "no").await?;
    assert_eq!(by_map.code, 550, "{by_map:?}");
    assert!(by_map.text.contains(REFUSAL), "{by_map:?}");
    let mut other = world.host.submission(HERE).await?;
    assert_eq!(other.sign_in("ana@contoso.example", PASSWORD).await?.code, 235);
    let flows = other.send("ana@contoso.example", "friend@elsewhere.example", "ana's").await?;
    assert!(flows.is_positive(), "{flows:?}");

    world.exports.export_sending(released(&rob)).await?;
    let after = session.send("rob@contoso.com", "friend@elsewhere.example", "by map").await?;
    assert!(after.is_positive(), "the open session feels the map in place: {after:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_map_that_cannot_be_made_is_an_error_that_says_why_and_the_old_map_stays() -> Result<()> {
    if !servers::are_here("a_map_that_cannot_be_made_is_an_error", &NEEDS) {
        return Ok(());
    }
    let closed = Port::free()?;
    let world = world::prepare(closed.address(), MapType::Lmdb).await?;
    world.exports.export_all_sending(vec![restricted(&["rob@contoso.com"])]).await?;
    let config = world.host.postfix_config();
    let aside = config.with_extension("aside");
    std::fs::rename(&config, &aside)?;
    let error = world.exports.export_sending(released(&["rob@contoso.com"])).await.expect_err("no main.cf");
    assert!(error.to_string().contains("main.cf"), "{error}");
    std::fs::rename(&aside, &config)?;
    assert!(world.sending_refusal("rob@contoso.com").await.is_some(), "the old map stays");
    world.exports.export_sending(released(&["rob@contoso.com"])).await?;
    assert!(world.sending_refusal("rob@contoso.com").await.is_none(), "and the next try cures it");
    Ok(())
}
