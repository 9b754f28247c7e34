//! weakforced's regression suite (regression-tests of 3.0.1), as far as it has a meaning here, through the real gate,
//! engine and store: what a management command does to the next attempt. docs/operate/weakforced.md says which of
//! its tests have none. Time is the world's: where weakforced sleeps eleven seconds, the clock is moved.

use base64::Engine as _;
use postern_core::command::Command;
use postern_core::restriction::{Actor, Origin, RestrictionKind};
use postern_core::time::Span;
use postern_engine::ports::{AuditFilter, RestrictionFilter};
use postern_testkit::world::{MANAGEMENT_KEY, World, root};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// weakforced's client: Basic authentication with any user name, one connection a request.
async fn call(world: &World, method: &str, command: &str, body: &Value) -> anyhow::Result<(u16, Value)> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let key = base64::engine::general_purpose::STANDARD.encode(format!("wforce:{MANAGEMENT_KEY}"));
    let request = format!(
        "{method} /?command={command} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut wire = TcpStream::connect(world.auth_policy).await?;
    wire.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    wire.read_to_string(&mut answer).await?;
    let status = answer.get(9..12).and_then(|word| word.parse().ok()).unwrap_or_default();
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    Ok((status, serde_json::from_str(body)?))
}

async fn manage(world: &World, command: &str, body: Value) -> anyhow::Result<Value> {
    let (status, answer) = call(world, "POST", command, &body).await?;
    anyhow::ensure!(status == 200, "{command} {body}: {status} {answer}");
    Ok(answer)
}

async fn list(world: &World, command: &str) -> anyhow::Result<Value> {
    Ok(call(world, "GET", command, &Value::Null).await?.1)
}

/// allowFunc of the suite, settled at once as a password that was never tried: `0`, `-1`, or a wait.
async fn allow(world: &World, login: &str, remote: &str) -> anyhow::Result<i64> {
    let attempt = json!({ "login": login, "remote": remote, "pwhash": "1234", "attrs": {}, "device_id": "",
        "protocol": "", "tls": false });
    let answer = manage(world, "allow", attempt.clone()).await?;
    anyhow::ensure!(answer["r_attrs"].get("status").is_none() && answer["r_attrs"].get("msg").is_none());
    let mut report = attempt;
    report["success"] = false.into();
    report["fail_type"] = "internal".into();
    manage(world, "report", report).await?;
    answer["status"].as_i64().ok_or_else(|| anyhow::anyhow!("no integer: {answer}"))
}

async fn world_with_goodie() -> anyhow::Result<World> {
    let world = World::start().await?;
    for login in ["goodie", "goody", "baddie", "dbstats"] {
        world.person(&format!("{login}@contoso.example")).await?;
    }
    Ok(world)
}

fn entry(key: Value, expire_secs: i64) -> Value {
    let mut entry = key;
    entry["expire_secs"] = expire_secs.into();
    entry["reason"] = "test blacklist".into();
    entry
}

/// test_Basics: test_getBL.
#[tokio::test(flavor = "multi_thread")]
async fn test_get_bl_is_empty_at_first() -> anyhow::Result<()> {
    let world = World::start().await?;
    assert_eq!(list(&world, "getBL").await?, json!({ "bl_entries": [] }));
    Ok(())
}

/// test_Blacklist: test_LoginBlacklist, with the audit that weakforced does not have.
#[tokio::test(flavor = "multi_thread")]
async fn test_login_blacklist_ends_by_itself_and_is_audited() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, 0);
    manage(&world, "addBLEntry", entry(json!({ "login": "goodie" }), 10)).await?;
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, -1);
    assert_eq!(allow(&world, "goody", "192.168.72.14").await?, 0);

    let listed = list(&world, "getBL").await?;
    let only = &listed["bl_entries"][0];
    assert_eq!(
        (&only["login"], &only["reason"]),
        (&json!("goodie@contoso.example"), &json!("test blacklist"))
    );
    assert_eq!(only["expiration"], "2026-Mar-02 09:00:10");
    let stats = manage(&world, "getDBStats", json!({ "login": "goodie" })).await?;
    assert_eq!((&stats["blacklisted"], &stats["bl_reason"]), (&json!(true), &json!("test blacklist")));
    assert_eq!(stats["whitelisted"], false);

    let rows =
        world.engine.restrictions(&RestrictionFilter { limit: 9, ..RestrictionFilter::default() }).await?;
    assert_eq!(rows[0].restriction.kind, RestrictionKind::SignInBlocked);
    assert_eq!(rows[0].restriction.origin, Origin::Api);
    let audit = world.engine.audit(&AuditFilter { limit: 9, ..AuditFilter::default() }).await?;
    assert_eq!(audit[0].actor, Actor::Program("management".to_owned()));
    assert_eq!(audit[0].note, "test blacklist");

    world.clock.advance(Span::from_s(11));
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, 0);
    Ok(())
}

/// delBLEntryLogin of the suite's helper, twice, and a login that nobody has.
#[tokio::test(flavor = "multi_thread")]
async fn deleting_what_is_on_no_list_is_no_failure() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    manage(&world, "addBLEntry", entry(json!({ "login": "goodie" }), 3_600)).await?;
    for _ in 0..2 {
        manage(&world, "delBLEntry", json!({ "login": "goodie" })).await?;
        assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, 0);
    }
    manage(&world, "delBLEntry", json!({ "login": "nobody" })).await?;
    let (status, answer) =
        call(&world, "POST", "addBLEntry", &entry(json!({ "login": "nobody" }), 10)).await?;
    assert_eq!((status, &answer["reason"]), (500, &json!("there is no account with this login")));
    Ok(())
}

/// test_Block with `reset` behind it: enough different wrong passwords refuse, a reset lets in.
#[tokio::test(flavor = "multi_thread")]
async fn test_block_and_reset_of_a_login() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    assert_eq!(allow(&world, "baddie", "192.0.2.1").await?, 0);
    for number in 0..100 {
        let report = json!({ "login": "baddie", "remote": format!("192.0.2.{number}"), "success": false,
            "pwhash": format!("{number:04x}"), "attrs": {}, "device_id": "", "protocol": "", "fail_type": "credentials" });
        manage(&world, "report", report).await?;
    }
    assert_eq!(allow(&world, "baddie", "198.51.100.1").await?, -1);
    let stats = manage(&world, "getDBStats", json!({ "login": "baddie" })).await?;
    assert!(stats["stats"]["unfamiliarSources"]["failures"].as_i64() >= Some(10), "{stats}");
    assert_eq!(stats["stats"]["unfamiliarSources"]["locked"], 1);
    manage(&world, "reset", json!({ "login": "baddie" })).await?;
    assert_eq!(allow(&world, "baddie", "198.51.100.1").await?, 0);
    let stats = manage(&world, "getDBStats", json!({ "login": "baddie" })).await?;
    assert_eq!(stats["stats"]["unfamiliarSources"]["failures"], 0, "{stats}");
    // A reset ends the block of the login too.
    manage(&world, "addBLEntry", entry(json!({ "login": "baddie" }), 3_600)).await?;
    assert_eq!(allow(&world, "baddie", "198.51.100.1").await?, -1);
    manage(&world, "reset", json!({ "login": "baddie" })).await?;
    assert_eq!(allow(&world, "baddie", "198.51.100.1").await?, 0);
    Ok(())
}

/// test_Basics: test_getDBStats.
#[tokio::test(flavor = "multi_thread")]
async fn test_get_db_stats_of_a_login() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    let report = json!({ "login": "dbstats", "remote": "1.4.3.2", "pwhash": "1234", "success": false });
    manage(&world, "report", report).await?;
    let stats = manage(&world, "getDBStats", json!({ "login": "dbstats" })).await?;
    assert_eq!(stats["login"], "dbstats");
    assert_eq!((&stats["blacklisted"], &stats["bl_reason"]), (&json!(false), &json!("")));
    assert_eq!(stats["stats"]["unfamiliarSources"]["failures"], 1);
    Ok(())
}

/// A program is no person: it ends no block that one made, and does not touch an admin.
#[tokio::test(flavor = "multi_thread")]
async fn the_key_undoes_no_persons_block_and_touches_no_admin() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    let goodie = world.person("blocked@contoso.example").await?.id;
    world.engine.execute(goodie, Command::BlockSignIn { until: None }, root("stolen laptop")).await?;
    let (status, answer) = call(&world, "POST", "delBLEntry", &json!({ "login": "blocked" })).await?;
    assert_eq!(status, 500);
    assert_eq!(answer["reason"], "a person blocked this account: only a person allows it again");
    assert_eq!(allow(&world, "blocked", "192.0.2.1").await?, -1);
    let kind = postern_core::account::AccountKind::Person;
    world.account("boss@contoso.example", kind, &[postern_core::account::Role::GlobalAdmin]).await?;
    let (status, answer) = call(&world, "POST", "addBLEntry", &entry(json!({ "login": "boss" }), 10)).await?;
    assert_eq!((status, answer["status"].as_str()), (500, Some("failure")), "{answer}");
    Ok(())
}

/// test_Blacklist: test_IPBlacklist and test_NetmaskBlacklist.
#[tokio::test(flavor = "multi_thread")]
async fn test_ip_and_netmask_blacklist() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    for (key, address, outside) in [
        (json!({ "ip": "192.168.72.14" }), "192.168.72.14", "192.168.72.15"),
        (json!({ "ip": "2001:503:ba3e::2:30" }), "2001:503:ba3e::2:30", "2001:503:ba3e:1::2:30"),
        (json!({ "netmask": "193.168.0.0/16" }), "193.168.72.14", "193.169.72.14"),
        (json!({ "netmask": "2002:503:ba3e::/64" }), "2002:503:ba3e::2:30", "2002:503:ba3e:1::2:30"),
    ] {
        assert_eq!(allow(&world, "goodie", address).await?, 0, "{key}");
        manage(&world, "addBLEntry", entry(key.clone(), 10)).await?;
        assert_eq!(allow(&world, "goodie", address).await?, -1, "{key}");
        assert_eq!(allow(&world, "nobody", address).await?, -1, "{key}");
        assert_eq!(allow(&world, "goodie", outside).await?, 0, "{key}");
        let listed = list(&world, "getBL").await?;
        assert_eq!(listed["bl_entries"][0]["reason"], "test blacklist", "{listed}");
        assert!(listed["bl_entries"][0]["ip"].as_str().is_some_and(|ip| ip.contains('/')), "{listed}");
        let stats = manage(&world, "getDBStats", json!({ "ip": address })).await?;
        assert_eq!((&stats["blacklisted"], &stats["ip"]), (&json!(true), &json!(address)));
        world.clock.advance(Span::from_s(11));
        assert_eq!(allow(&world, "goodie", address).await?, 0, "{key}");
        // And before its time, by command.
        manage(&world, "addBLEntry", entry(key.clone(), 3_600)).await?;
        manage(&world, "delBLEntry", key.clone()).await?;
        assert_eq!(allow(&world, "goodie", address).await?, 0, "{key}");
        manage(&world, "delBLEntry", key).await?;
    }
    Ok(())
}

/// test_Blacklist: test_IPLoginBlacklist; test_Whitelist: test_IPLoginBlacklist.
#[tokio::test(flavor = "multi_thread")]
async fn test_ip_login_blacklist_and_whitelist() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    let pair = json!({ "login": "goodie", "ip": "192.168.72.14" });
    manage(&world, "addBLEntry", entry(pair.clone(), 10)).await?;
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, -1);
    assert_eq!(allow(&world, "goody", "192.168.72.14").await?, 0);
    assert_eq!(allow(&world, "goodie", "192.168.72.15").await?, 0);
    let listed = list(&world, "getBL").await?;
    assert_eq!(listed["bl_entries"][0]["iplogin"], "192.168.72.14:goodie@contoso.example");
    let stats = manage(&world, "getDBStats", pair.clone()).await?;
    assert_eq!((&stats["blacklisted"], &stats["ip_login"]), (&json!(true), &json!("192.168.72.14:goodie")));
    // The exception wins, and ends the block.
    manage(&world, "addWLEntry", entry(pair.clone(), 10)).await?;
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, 0);
    let stats = manage(&world, "getDBStats", pair.clone()).await?;
    assert_eq!((&stats["blacklisted"], &stats["whitelisted"]), (&json!(false), &json!(true)));
    world.clock.advance(Span::from_s(11));
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, 0);
    manage(&world, "addBLEntry", entry(pair.clone(), 3_600)).await?;
    manage(&world, "reset", pair).await?;
    assert_eq!(allow(&world, "goodie", "192.168.72.14").await?, 0);
    Ok(())
}

/// test_Whitelist: test_IPWhitelist, test_NetmaskWhitelist and test_LoginWhitelist. A block by a rule of ours
/// stands in for one by weakforced's policy.
#[tokio::test(flavor = "multi_thread")]
async fn test_ip_netmask_and_login_whitelist() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    for (key, address) in [
        (json!({ "ip": "192.168.72.14" }), "192.168.72.14"),
        (json!({ "netmask": "193.168.0.0/16" }), "193.168.72.14"),
        (json!({ "netmask": "2002:503:ba3e::/64" }), "2002:503:ba3e::2:30"),
    ] {
        manage(&world, "addBLEntry", entry(json!({ "ip": address }), 3_600)).await?;
        assert_eq!(allow(&world, "goodie", address).await?, -1, "{key}");
        manage(&world, "addWLEntry", entry(key.clone(), 10)).await?;
        assert_eq!(allow(&world, "goodie", address).await?, 0, "{key}");
        let listed = list(&world, "getWL").await?;
        assert_eq!(listed["wl_entries"].as_array().map(Vec::len), Some(1), "{listed}");
        manage(&world, "delWLEntry", key.clone()).await?;
        manage(&world, "delWLEntry", key).await?;
        assert_eq!(list(&world, "getWL").await?, json!({ "wl_entries": [] }));
    }
    // A login: no block of a source refuses it.
    manage(&world, "addBLEntry", entry(json!({ "ip": "198.51.100.9" }), 3_600)).await?;
    manage(&world, "addWLEntry", entry(json!({ "login": "goodie" }), 10)).await?;
    assert_eq!(list(&world, "getWL").await?["wl_entries"][0]["login"], "goodie@contoso.example");
    assert_eq!(allow(&world, "goodie", "198.51.100.9").await?, 0);
    assert_eq!(allow(&world, "goody", "198.51.100.9").await?, -1);
    world.clock.advance(Span::from_s(11));
    assert_eq!(allow(&world, "goodie", "198.51.100.9").await?, -1);
    Ok(())
}

/// reset of an address ends its block; getDBStats of it counts points.
#[tokio::test(flavor = "multi_thread")]
async fn test_reset_and_stats_of_an_address() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    for number in 0..60 {
        let report = json!({ "login": format!("nobody{number}"), "remote": "1.4.3.2", "success": false,
            "pwhash": format!("{number:04x}"), "fail_type": "account" });
        manage(&world, "report", report).await?;
    }
    assert_eq!(allow(&world, "goodie", "1.4.3.2").await?, -1);
    let stats = manage(&world, "getDBStats", json!({ "ip": "1.4.3.2" })).await?;
    assert!(stats["stats"]["source"]["points"].as_i64() > Some(0), "{stats}");
    manage(&world, "reset", json!({ "ip": "1.4.3.2" })).await?;
    assert_eq!(allow(&world, "goodie", "1.4.3.2").await?, 0);
    Ok(())
}

/// The world cannot be allowed, whoever shows the key; nor does it undo what a person did to a source.
#[tokio::test(flavor = "multi_thread")]
async fn the_key_allows_no_half_of_the_world_and_undoes_no_persons_source_block() -> anyhow::Result<()> {
    use postern_core::source_command::SourceCommand;
    let world = world_with_goodie().await?;
    for (command, netmask) in
        [("addWLEntry", "0.0.0.0/0"), ("addBLEntry", "0.0.0.0/1"), ("addWLEntry", "::/0")]
    {
        let (status, answer) =
            call(&world, "POST", command, &entry(json!({ "netmask": netmask }), 10)).await?;
        assert_eq!((status, answer["status"].as_str()), (500, Some("failure")), "{netmask}: {answer}");
    }
    let network = "203.0.113.7/32".parse()?;
    let block = SourceCommand::Block { network, account: None, until: None };
    world.engine.execute_source(block, root("an attacker")).await?;
    for (command, body) in [
        ("delBLEntry", json!({ "ip": "203.0.113.7" })),
        ("reset", json!({ "ip": "203.0.113.7" })),
        ("addWLEntry", entry(json!({ "netmask": "203.0.113.0/24" }), 10)),
    ] {
        let (status, answer) = call(&world, "POST", command, &body).await?;
        assert_eq!(status, 500, "{command}: {answer}");
        assert_eq!(answer["reason"], "a person blocked this source: only a person unblocks it", "{command}");
    }
    assert_eq!(allow(&world, "goodie", "203.0.113.7").await?, -1);
    Ok(())
}

/// test_PersistBlacklist and test_PersistWhitelist: both lists are there after a restart.
#[tokio::test(flavor = "multi_thread")]
async fn test_persist_blacklist_and_whitelist() -> anyhow::Result<()> {
    let world = world_with_goodie().await?;
    for number in 0..50 {
        manage(&world, "addBLEntry", entry(json!({ "ip": format!("99.98.{number}.7") }), 3_600)).await?;
    }
    manage(&world, "addWLEntry", entry(json!({ "ip": "99.99.99.99" }), 3_600)).await?;
    let world = world.restart().await?;
    assert_eq!(list(&world, "getBL").await?["bl_entries"].as_array().map(Vec::len), Some(50));
    assert_eq!(list(&world, "getWL").await?["wl_entries"][0]["ip"], "99.99.99.99/32");
    assert_eq!(allow(&world, "goodie", "99.98.7.7").await?, -1);
    Ok(())
}
