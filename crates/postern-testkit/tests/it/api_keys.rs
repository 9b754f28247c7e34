//! Idempotency keys: what is sent twice is done once (DESIGN section 10, 11).

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::time::Span;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::api_programs::acting;

const US: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

async fn post(web: &Web, token: &str, key: &str, path: &str, body: &Value) -> Result<Reply> {
    let head = format!("Authorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n");
    web.request("POST", &format!("/api/v1{path}"), &head, &body.to_string(), US).await
}

fn code(reply: &Reply) -> Result<String> {
    Ok(reply.json()?["code"].as_str().context("a code")?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_sent_twice_with_a_key_is_done_once_and_its_secret_is_shown_once() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = acting(&world, "shop", Role::GlobalAdmin, root("a test")).await?;
    let new = json!({"name": "webmail", "scopes": ["sign_in:check"], "never_ends": true, "reason": "a test"});
    let first = post(&web, &token, "k-1", "/tokens", &new).await?;
    assert_eq!((first.status, first.header("idempotency-replayed")), (200, None), "{first:?}");
    let text = first.json()?["text"].as_str().context("its text")?.to_owned();
    let again = post(&web, &token, "k-1", "/tokens", &new).await?;
    assert_eq!((again.status, again.header("idempotency-replayed")), (200, Some("true")), "{again:?}");
    assert_eq!(again.json()?["token"], first.json()?["token"], "the same receipt");
    assert!(again.json()?["text"].is_null() && !again.body.contains(&text), "{again:?}");
    assert_eq!(world.engine.tokens(&root("")).expect("root sees them").len(), 2, "made once");
    // Also when the server has started anew in between.
    drop(web);
    let world = world.restart().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    assert_eq!(post(&web, &token, "k-1", "/tokens", &new).await?.json()?, again.json()?);
    // And no longer than a day.
    world.clock.advance(Span::from_s(24 * 3_600 + 1));
    assert_eq!(code(&post(&web, &token, "k-1", "/tokens", &new).await?)?, "token_name_taken");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_good_for_one_request_of_one_program() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person("rob@contoso.com").await?;
    let shop = acting(&world, "shop", Role::Responder, root("a test")).await?;
    let desk = acting(&world, "desk", Role::Responder, root("a test")).await?;
    let path = format!("/accounts/{}/restrict", rob.id);
    let body = json!({"reason": "a test"});
    assert_eq!(post(&web, &shop, "k", &path, &body).await?.status, 200);
    let other_body = post(&web, &shop, "k", &path, &json!({"reason": "another"})).await?;
    assert_eq!((other_body.status, code(&other_body)?.as_str()), (422, "idempotency_key_reused"));
    let other_path = post(&web, &shop, "k", &format!("/accounts/{}/block", rob.id), &body).await?;
    assert_eq!(code(&other_path)?, "idempotency_key_reused");
    let anybody = post(&web, &desk, "k", &path, &body).await?;
    assert_eq!(code(&anybody)?, "already_so", "another program's key is another key");
    for wrong in ["", "a b", &"k".repeat(201)] {
        let reply = post(&web, &shop, wrong, &path, &body).await?;
        assert_eq!((reply.status, code(&reply)?.as_str()), (400, "idempotency_key"), "{wrong}");
    }
    assert_eq!(code(&post(&web, &shop, &"k".repeat(200), &path, &body).await?)?, "already_so");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_changed_nothing_so_its_key_is_free_again() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person("rob@contoso.com").await?;
    let token = acting(&world, "shop", Role::Responder, root("a test")).await?;
    let unblock = format!("/accounts/{}/unblock", rob.id);
    let body = json!({"reason": "a test"});
    assert_eq!(code(&post(&web, &token, "k", &unblock, &body).await?)?, "sending_not_restricted");
    let restrict = format!("/accounts/{}/restrict", rob.id);
    assert_eq!(post(&web, &token, "k-2", &restrict, &body).await?.status, 200);
    assert_eq!(post(&web, &token, "k", &unblock, &body).await?.status, 200);
    assert_eq!(post(&web, &token, "k", &unblock, &body).await?.header("idempotency-replayed"), Some("true"));
    Ok(())
}

/// A thousand at once with one key: one does it, the others are told that it is in use or what came of it.
#[tokio::test(flavor = "multi_thread")]
async fn of_many_requests_at_once_with_one_key_one_is_done() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = acting(&world, "shop", Role::UserAdmin, root("a test")).await?;
    let body = json!({"address": "new@contoso.example", "reason": "a test"});
    let all = (0..40).map(|_| post(&web, &token, "k", "/accounts", &body));
    let mut made = 0;
    for reply in futures_util::future::join_all(all).await {
        let reply = reply?;
        match (reply.status, reply.header("idempotency-replayed")) {
            (201, None) => made += 1,
            (201, Some("true")) => {}
            (409, _) => assert_eq!(code(&reply)?, "idempotency_key_in_use"),
            _ => panic!("{reply:?}"),
        }
    }
    assert_eq!(made, 1);
    Ok(())
}
