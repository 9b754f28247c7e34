//! `/admin/connections` over HTTP, and the same in `health`: gates and when they were asked, what does not arrive and why.

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::command::Command;
use postern_core::effect::Point;
use postern_core::gate::GateKind;
use postern_core::time::Span;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;

const PAGE: &str = "/admin/connections";

async fn opened() -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    Ok((world, web, admin))
}

#[tokio::test]
async fn a_gate_says_that_nobody_asked_and_then_when_somebody_did() -> Result<()> {
    let (world, web, admin) = opened().await?;
    let page = admin.get(&web, PAGE).await?;
    assert_eq!(page.status, 200, "{page:?}");
    assert_eq!(page.body.matches("Nobody since the start").count(), 3, "{page:?}");
    assert!(page.body.contains("unix:/run/postern/policy.sock"), "{page:?}");
    assert!(page.body.contains("Without [gates.mail_log]"), "what is not set up says what is missing");
    let rob = world.person("rob@contoso.com").await?;
    world.clock.advance(Span::from_minutes(7));
    let mut dovecot = world.dovecot().await?;
    let _seen = dovecot.attempt("rob@contoso.com", "right", true, "203.0.113.9").await?;
    let mut postfix = world.postfix(rob.primary.as_str()).await?;
    let _answer = postfix.send(&["anna@contoso.example".to_owned()]).await?;
    let page = admin.get(&web, PAGE).await?;
    assert_eq!(page.body.matches("Nobody since the start").count(), 1, "only the milter: {page:?}");
    let gates = page.body.split("Where Postern writes").next().unwrap_or_default();
    assert_eq!(gates.matches("datetime=\"2026-03-02T09:07:00Z\"").count(), 2, "{page:?}");
    Ok(())
}

/// The note of the last question is one write a second, so it may be a second old and never older.
#[tokio::test]
async fn the_last_question_is_noted_at_most_once_a_second() -> Result<()> {
    let (world, _web, _admin) = opened().await?;
    let engine = &world.engine;
    let last = async || -> Result<i64> {
        let gates = engine.connections().await?.gates;
        let gate = gates.into_iter().find(|gate| gate.kind == GateKind::Milter).context("a milter")?;
        Ok(gate.last_asked.context("asked")?.unix_micros() % 60_000_000)
    };
    for (wait_ms, noted_ms) in [(0, 0), (999, 0), (1, 1_000), (500, 1_000), (2_000, 3_500)] {
        world.clock.advance(Span::from_micros(wait_ms * 1_000));
        engine.gate_was_asked(GateKind::Milter);
        assert_eq!(last().await?, noted_ms * 1_000, "after {wait_ms} ms more");
    }
    Ok(())
}

#[tokio::test]
async fn a_place_that_does_not_take_what_is_written_says_why_and_when_it_is_tried_again() -> Result<()> {
    let (world, web, admin) = opened().await?;
    let rob = world.person("rob@contoso.com").await?;
    let page = admin.get(&web, PAGE).await?;
    assert!(page.body.contains("Nothing that is set up is failing."), "{page:?}");
    // The files are written beside everything else that begins.
    let is_told = async || Ok(admin.get(&web, PAGE).await?.body.contains("Written in full at the start"));
    eventually(is_told).await?;
    let hostile = "no such file <img src=x onerror=alert(1)>";
    world.mail_system.break_map(Some(hostile));
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    // A receipt is kept a moment after whoever waited has it.
    let is_told = async || Ok(admin.get(&web, PAGE).await?.body.contains("needs a look."));
    eventually(is_told).await?;
    for language in ["en", "sv", "lv", "sl", "nb", "el"] {
        let page = admin.get_in(&web, PAGE, language).await?;
        assert!(page.body.contains("no such file &#60;img"), "{language}: {page:?}");
        assert!(!page.body.contains("<img"), "{language}");
    }
    let page = admin.get(&web, PAGE).await?;
    assert!(page.body.contains("1 connection needs a look."), "{page:?}");
    assert!(page.body.contains("Next try 09:00:01"), "{page:?}");
    let overview = admin.get(&web, "/admin").await?;
    assert!(overview.body.contains("What Postern writes does not arrive"), "{overview:?}");
    assert!(overview.body.contains("href=\"/admin/connections\""), "{overview:?}");
    world.mail_system.break_map(None);
    eventually(async || {
        world.clock.advance(Span::from_s(5));
        let points = world.engine.connections().await?.points;
        let map = points.into_iter().find(|point| point.point == Point::PostfixMap).context("a map")?;
        Ok(map.waiting == 0 && !map.is_failing())
    })
    .await?;
    let page = admin.get(&web, PAGE).await?;
    assert!(page.body.contains("Nothing that is set up is failing."), "{page:?}");
    assert!(page.body.contains("Postfix map: in force after"), "{page:?}");
    Ok(())
}

#[tokio::test]
async fn the_texts_to_paste_have_this_sites_addresses_and_no_key() -> Result<()> {
    let (_world, web, admin) = opened().await?;
    let page = admin.get(&web, PAGE).await?;
    for part in [
        "auth_policy_server_url = http://127.0.0.1:10041/",
        "check_policy_service { unix:/run/postern/policy.sock, timeout=1s",
        "X-API-Key: change-this-key",
        "auth_default_realm = contoso.example",
    ] {
        assert!(page.body.contains(part), "{part} in {page:?}");
    }
    assert!(!page.body.contains(postern_testkit::world::API_KEY));
    Ok(())
}
