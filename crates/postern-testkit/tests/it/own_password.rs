//! `/password` and `POST /accounts/{id}/password-resets` over HTTP: who may reset whom, that a generated password is shown
//! once, and that the owner's page says nothing of anybody.

use std::net::Ipv4Addr;

use anyhow::{Context as _, Result};
use postern_core::account::{AccountKind, Role};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{PUBLIC_URL, World, root};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::api_programs::acting;

const US: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
const PHONE: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 1);
const ROB: &str = "rob@contoso.example";
const OWN: &str = "amber meadow ladder 17";

async fn reset(web: &Web, token: &str, key: &str, account: &str, body: &Value) -> Result<Reply> {
    let key = if key.is_empty() { String::new() } else { format!("Idempotency-Key: {key}\r\n") };
    let head = format!("Authorization: Bearer {token}\r\n{key}");
    let path = format!("/api/v1/accounts/{account}/password-resets");
    web.request("POST", &path, &head, &body.to_string(), US).await
}

async fn fill_in(web: &Web, language: &str, head: &str, fields: &[&str; 4]) -> Result<Reply> {
    let encoded = |text: &str| text.replace(' ', "+").replace('@', "%40");
    let names = ["login", "temporary", "new", "again"];
    let pairs = names.iter().zip(fields).map(|(name, text)| format!("{name}={}", encoded(text)));
    let form = pairs.collect::<Vec<_>>().join("&");
    let head = format!("Content-Type: application/x-www-form-urlencoded\r\n{head}");
    web.request("POST", &format!("/password?lang={language}"), &head, &form, PHONE).await
}

fn code(reply: &Reply) -> Result<String> {
    Ok(reply.json()?["code"].as_str().context("a code")?.to_owned())
}

/// The receipt comes again with the same key, the password never; and whom the rules protect is protected here.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_by_api_is_done_once_a_key_and_shows_its_password_once() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person(ROB).await?.id.to_string();
    let desk = acting(&world, "desk", Role::Helpdesk, root("a test")).await?;
    let body = json!({"reason": "phoned"});
    let first = reset(&web, &desk, "k-1", &rob, &body).await?;
    assert_eq!(first.status, 201, "{first:?}");
    let made = first.json()?;
    let password = made["password"].as_str().context("a password")?;
    assert_eq!(made["page"], format!("{PUBLIC_URL}/password"));
    assert!(made["expires"].is_object() && made["done"]["receipts"].is_array(), "{made}");
    let again = reset(&web, &desk, "k-1", &rob, &body).await?;
    assert_eq!((again.status, again.header("idempotency-replayed")), (201, Some("true")));
    assert!(again.json()?["password"].is_null() && !again.body.contains(password), "{again:?}");
    assert_eq!(again.json()?["done"], made["done"], "the same receipt");

    let stays =
        reset(&web, &desk, "", &rob, &json!({"must_change": false, "reason": "phoned"})).await?.json()?;
    assert!(stays["expires"].is_null() && stays["page"].is_null(), "{stays}");
    let chosen = json!({"password": OWN, "must_change": false, "reason": "phoned"});
    assert_eq!(code(&reset(&web, &desk, "", &rob, &chosen).await?)?, "chosen_is_temporary");
    let listed = json!({"password": "password1", "reason": "phoned"});
    assert_eq!(reset(&web, &desk, "", &rob, &listed).await?.status, 422);
    let silent = reset(&web, &desk, "", &rob, &json!({})).await?;
    assert_eq!(code(&silent)?, "reason_missing");

    let helper = world.account("hal@contoso.example", AccountKind::Person, &[Role::Helpdesk]).await?.id;
    let user_admin = acting(&world, "hr", Role::UserAdmin, root("a test")).await?;
    let global = acting(&world, "it", Role::GlobalAdmin, root("a test")).await?;
    for token in [&desk, &user_admin] {
        let refused = reset(&web, token, "", &helper.to_string(), &body).await?;
        assert_eq!((refused.status, code(&refused)?.as_str()), (403, "target_is_admin"));
    }
    assert_eq!(reset(&web, &global, "", &helper.to_string(), &body).await?.status, 201);
    Ok(())
}

/// The owner's way, in the owner's language; everybody else reads one sentence, whatever is wrong.
#[tokio::test(flavor = "multi_thread")]
async fn i2_the_owners_page_sets_the_password_and_tells_strangers_nothing() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person(ROB).await?.id;
    let kim = world.person("kim@contoso.example").await?.id;
    world.engine.set_password(kim, "violet harbour lantern 41", root("hers")).await?;
    let wish = postern_engine::commands::ResetWish { chosen: None, must_change: true };
    let made = world.engine.reset_password(rob, wish, root("phoned")).await?;
    let temporary = made.generated.context("a generated one")?;

    for (language, button) in [
        ("en", "Set the password"),
        ("sv", "Spara lösenordet"),
        ("lv", "Iestatīt paroli"),
        ("sl", "Nastavi geslo"),
        ("nb", "Lagre passordet"),
        ("el", "Ορισμός κωδικού πρόσβασης"),
    ] {
        let page = web.request("GET", &format!("/password?lang={language}"), "", "", PHONE).await?;
        assert!(page.status == 200 && page.text().contains(button), "{language}: {}", page.text());
    }
    let one_sentence = "Lietotājvārds vai pagaidu parole neatbilst";
    let mut seen = Vec::new();
    for (login, password) in [
        (ROB, "wrong"),
        ("kim@contoso.example", "wrong"),
        ("nobody@contoso.example", "wrong"),
        ("no address at all", "wrong"),
    ] {
        let reply = fill_in(&web, "lv", "", &[login, password, OWN, OWN]).await?;
        assert_eq!(reply.status, 200);
        assert!(reply.text().contains(one_sentence), "{login}: {}", reply.text());
        assert!(!reply.body.contains(OWN), "no password comes back");
        seen.push(reply.body.replace(login, "LOGIN"));
    }
    assert!(seen.iter().all(|body| *body == seen[0]), "the same bytes");

    let foreign = "Origin: https://evil.example\r\n";
    assert_eq!(fill_in(&web, "en", foreign, &[ROB, &temporary, OWN, OWN]).await?.status, 403);
    let differ = fill_in(&web, "en", "", &[ROB, &temporary, OWN, "another one"]).await?;
    assert!(differ.text().contains("differ"), "{}", differ.text());
    let missing = fill_in(&web, "en", "", &[ROB, &temporary, "", ""]).await?;
    assert!(missing.text().contains("all four"), "{}", missing.text());
    let done = fill_in(&web, "sl", "", &[ROB, &temporary, OWN, OWN]).await?;
    assert!(done.text().contains("Zdaj se lahko vpišete z njim."), "{}", done.text());
    assert!(world.engine.open_on(rob).is_empty());
    let used = fill_in(&web, "lv", "", &[ROB, &temporary, OWN, OWN]).await?;
    assert!(used.text().contains(one_sentence), "used up: {}", used.text());
    let own =
        fill_in(&web, "en", "", &[ROB, OWN, "copper window ferry 90", "copper window ferry 90"]).await?;
    assert!(own.text().contains("not temporary"), "{}", own.text());
    Ok(())
}

/// The page is no second place for guessing: its wrong passwords count in the lanes, and a lane that locks locks it too.
#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_owners_page_lock_the_lane_as_everywhere() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person(ROB).await?.id;
    let wish = postern_engine::commands::ResetWish { chosen: None, must_change: true };
    let temporary =
        world.engine.reset_password(rob, wish, root("phoned")).await?.generated.context("a generated one")?;
    // For a quarter of an hour a new password doubles the thresholds, as any unlock does.
    world.clock.advance(postern_core::time::Span::from_hours(1));
    for number in 0..10 {
        fill_in(&web, "en", "", &[ROB, &format!("guess {number}"), OWN, OWN]).await?;
    }
    let shut = fill_in(&web, "en", "", &[ROB, &temporary, OWN, OWN]).await?;
    assert!(shut.text().contains("does not match, or sign-in is locked"), "{}", shut.text());
    let kinds: Vec<_> = world.engine.open_on(rob).iter().map(|row| row.kind.code()).collect();
    assert!(kinds.contains(&"sign_in_locked"), "{kinds:?}");
    Ok(())
}
