//! Which programs may ask at the sign-in door over HTTP: tokens, their end, and what a revoked one is still told.

use std::sync::Arc;

use anyhow::Result;
use postern_core::reach::Reach;
use postern_core::time::Span;
use postern_core::token::{Scope, Token};
use postern_engine::programs::NewToken;
use postern_testkit::web_client::token;
use postern_testkit::world::{World, eventually, root};
use serde_json::{Value, json};

use crate::applications::{ASK, AUTHENTICATE, App, PASSWORD, REPORT, attempt};
use crate::common::ANNA;

fn tokens(world: &World) -> Vec<Token> {
    world.engine.tokens(&root("")).expect("root may see them")
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_token_in_force_lets_a_program_in() -> Result<()> {
    let app = App::with_anna().await?;
    let body = attempt(ANNA, "203.0.113.9", &[("password", json!(PASSWORD))]);
    let hour = postern_engine::ports::Clock::now(&app.world.clock).plus(Span::from_hours(1));
    let new = NewToken {
        name: "vpn".to_owned(),
        scopes: vec![Scope::SignInCheck],
        reach: Reach::ALL_DOMAINS,
        ends: Some(hour),
    };
    let vpn = app.world.engine.add_token(new, root("an hour")).await?;
    let mut forged = app.token.clone();
    forged.pop();
    forged.push(if app.token.ends_with('A') { 'E' } else { 'A' });
    for wrong in ["", "x", "postern_", &app.token[8..], &forged, &app.token.to_lowercase()] {
        let reply = app.web.post(AUTHENTICATE, wrong, &body).await?;
        assert_eq!(reply.status, 401, "{wrong}");
        assert_eq!(reply.header("www-authenticate"), Some("Bearer realm=\"postern\""));
        assert_eq!(reply.json()?["code"], "unauthorized");
    }
    assert_eq!(app.web.post(AUTHENTICATE, &vpn.text, &body).await?.status, 200);
    app.world.clock.advance(Span::from_hours(1));
    assert_eq!(app.web.post(AUTHENTICATE, &vpn.text, &body).await?.status, 401, "it has ended");
    assert_eq!(app.send(AUTHENTICATE, body.clone()).await?.status, 200);
    let id = tokens(&app.world).iter().find(|it| it.name == "webmail").expect("made").id;
    app.world.engine.revoke_token(id, root("replaced")).await?;
    assert_eq!(app.send(AUTHENTICATE, body).await?.status, 401, "revoked");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_works_after_a_restart_and_its_use_is_noted() -> Result<()> {
    let world = World::start().await?;
    let made = token(&world.engine, "webmail").await?;
    assert!(world.engine.let_in(&made.text, Scope::SignInCheck).is_some());
    let is_used = |world: &World| tokens(world).iter().any(|token| token.last_used.is_some());
    assert!(is_used(&world));
    let world = world.restart().await?;
    assert!(is_used(&world), "the use was noted in the store");
    assert!(world.engine.let_in(&made.text, Scope::SignInCheck).is_some());
    let audit = postern_engine::ports::AuditFilter { limit: 50, ..Default::default() };
    let rows = world.engine.audit(&audit).await?;
    assert!(rows.iter().any(|row| row.code == "token_added"));
    let texts = format!("{rows:?}");
    assert!(!texts.contains(&made.text[19..]), "no secret in the audit");
    Ok(())
}

/// Four attempts hold every reservation, a fifth waits for one; its token is revoked meanwhile. The place becomes
/// free, and nothing is told to the program (reliability A11).
#[tokio::test(flavor = "multi_thread")]
async fn a11_a_request_in_flight_is_told_nothing_after_its_token_was_revoked() -> Result<()> {
    let app = Arc::new(App::with_anna().await?);
    let held: Vec<Value> = {
        let mut held = Vec::new();
        for number in 0..4 {
            let body = attempt(ANNA, &format!("203.0.113.{number}"), &[("phase", json!("before"))]);
            held.push(app.send(ASK, body).await?.json()?);
        }
        held
    };
    let waiting = tokio::spawn({
        let app = app.clone();
        async move { app.authenticate(ANNA, PASSWORD, "203.0.113.5").await }
    });
    let sleepers = app.world.clock.sleepers();
    eventually(async || Ok(app.world.clock.sleepers() > sleepers || sleepers > 5)).await?;
    let id = tokens(&app.world)[0].id;
    app.world.engine.revoke_token(id, root("stolen")).await?;
    let other = token(&app.world.engine, "other").await?.text;
    let more = [("handle", held[0]["handle"].clone()), ("outcome", json!("not_a_guess"))];
    assert_eq!(app.web.post(REPORT, &other, &attempt(ANNA, "203.0.113.0", &more)).await?.status, 200);
    let reply = waiting.await??;
    assert_eq!(reply.status, 401, "{reply:?}");
    Ok(())
}
