//! Attacks on both doors through the real engine: tricks with recipients, with time, and with questions that
//! overlap.

use postern_core::time::Span;
use postern_engine::ask::{SignInAsk, SignInReport, SignInStatus};
use postern_gates::client::{PostfixClient, Seen};
use postern_testkit::world::World;

const HOME: &str = "198.51.100.20";
const STRANGE: &str = "203.0.113.77";

/// Mails to one new address each until one is refused; how many were let out.
async fn let_out(postfix: &mut PostfixClient, address: impl Fn(usize) -> String) -> anyhow::Result<usize> {
    for number in 0..300 {
        let message = postfix.send(&[address(number)]).await?;
        if message.refusal().is_some() {
            return Ok(number);
        }
    }
    Ok(300)
}

/// Postfix strips an own domain and routes the rest: `victim%elsewhere.example@contoso.example` leaves.
#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_addressed_through_an_own_domain_weighs_like_a_stranger() -> anyhow::Result<()> {
    let world = World::start().await?;
    for (login, before, after) in [
        ("eve1@contoso.example", "victim", "%elsewhere.example@contoso.example"),
        ("eve2@contoso.example", "victim", "@elsewhere.example@contoso.example"),
        ("eve3@contoso.example", "elsewhere.example!victim", "@contoso.example"),
    ] {
        world.person(login).await?;
        let mut postfix = world.postfix(login).await?;
        let let_out = let_out(&mut postfix, |number| format!("{before}{number}{after}")).await?;
        assert!(let_out <= 31, "{let_out} were let out to {before}…{after}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_thief_of_a_mailbox_that_was_idle_for_months_is_watched() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    for _ in 0..2 {
        assert_eq!(dovecot.attempt("anna@contoso.example", "right", true, HOME).await?, Seen::SignedIn);
        world.clock.advance(Span::from_hours(24));
    }
    world.clock.advance(Span::from_days(90));
    assert_eq!(dovecot.attempt("anna@contoso.example", "right", true, STRANGE).await?, Seen::SignedIn);
    let mut postfix = world.postfix("anna@contoso.example").await?;
    let let_out = let_out(&mut postfix, |number| format!("victim{number}@elsewhere.example")).await?;
    assert!(let_out <= 8, "{let_out} were let out for a thief at a strange place");
    Ok(())
}

fn ask<'a>(login: &'a str, session: &'a str, phase: &'a str) -> SignInAsk<'a> {
    SignInAsk {
        login,
        pwhash: "1a2b",
        remote: HOME,
        session,
        phase,
        mechanism: "PLAIN",
        ..SignInAsk::default()
    }
}

/// A mail program opens several connections at once; the first that is in teaches us the account.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_connection_of_somebody_whom_the_first_made_known_is_let_in() -> anyhow::Result<()> {
    let world = World::start().await?;
    let login = "new@contoso.example";
    for session in ["one", "two"] {
        let answer = world.engine.sign_in_asked(&ask(login, session, "")).await;
        assert_eq!(answer.status, SignInStatus::Allow);
    }
    let answer = world.engine.sign_in_asked(&ask(login, "one", "after")).await;
    assert_eq!(answer.status, SignInStatus::Allow);
    world.engine.sign_in_reported(&SignInReport {
        ask: ask(login, "one", "after"),
        success: true,
        ..SignInReport::default()
    });
    let answer = world.engine.sign_in_asked(&ask(login, "two", "after")).await;
    assert_eq!(answer.status, SignInStatus::Allow, "its place was reserved under the name");
    let answer = world.engine.sign_in_asked(&ask(login, "never asked", "after")).await;
    assert_eq!(answer.status, SignInStatus::Refuse);
    Ok(())
}

/// Some directories ignore what cannot be seen in a name (RFC 4518), so this spelling signs in as Eve.
#[tokio::test(flavor = "multi_thread")]
async fn a_login_with_invisible_characters_has_no_budget_beside_the_visible_one() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("eve@contoso.example").await?;
    let mut postfix = world.postfix("ev\u{ad}e@contoso.example").await?;
    let let_out = let_out(&mut postfix, |number| format!("victim{number}@elsewhere.example")).await?;
    assert!(let_out <= 31, "{let_out} were let out");
    Ok(())
}
