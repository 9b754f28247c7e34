//! A whole site under attack, through the real gate, engine and store: one event at the start, one at the end, one mail
//! for each; and names that only attackers use.

use postern_core::command::Command;
use postern_core::time::Span;
use postern_engine::ports::AuditFilter;
use postern_gates::client::Seen;
use postern_testkit::world::{World, eventually, root};

async fn codes(world: &World, code: &str) -> anyhow::Result<usize> {
    let audit = world.engine.audit(&AuditFilter { limit: 500, ..AuditFilter::default() }).await?;
    Ok(audit.iter().filter(|row| row.code == code).count())
}

/// Forty of forty people are tried with one password, each from a network of its own.
#[tokio::test(flavor = "multi_thread")]
async fn a_spray_is_one_start_one_end_and_one_mail_each_and_a_success_meanwhile_is_evidence()
-> anyhow::Result<()> {
    let world = World::start().await?;
    for number in 0..40 {
        world.person(&format!("person{number}@contoso.example")).await?;
    }
    let mut dovecot = world.dovecot().await?;
    for number in 0..40 {
        let login = format!("person{number}@contoso.example");
        let seen = dovecot.attempt(&login, "Winter2026", false, &format!("60.1.{number}.9")).await?;
        assert_eq!(seen, Seen::CheckedAndWrong);
    }
    world.clock.advance(Span::from_s(11));
    eventually(async || {
        world.clock.advance(Span::from_s(11));
        Ok(codes(&world, "spray_started").await? == 1)
    })
    .await?;
    assert!(world.engine.spray_now().started.is_some());

    let seen = dovecot.attempt("person7@contoso.example", "right", true, "60.9.9.9").await?;
    assert_eq!(seen, Seen::SignedIn);
    eventually(async || Ok(codes(&world, "evidence_seen").await? == 1)).await?;

    eventually(async || {
        world.clock.advance(Span::from_minutes(5));
        Ok(codes(&world, "spray_ended").await? == 1)
    })
    .await?;
    assert!(world.engine.spray_now().started.is_none());
    assert_eq!((codes(&world, "spray_started").await?, codes(&world, "spray_ended").await?), (1, 1));
    for subject in ["Many accounts are being attacked", "The attack on many accounts is over"] {
        eventually(async || {
            Ok(world.notices.all().iter().filter(|notice| notice.subject == subject).count() == 1)
        })
        .await?;
    }
    Ok(())
}

/// A made-up name becomes an attack name at its third network; a slip of the finger and a former mailbox do not.
#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_only_attackers_use_blocks_its_source_and_one_like_ours_does_not() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    let left = world.person("left@contoso.example").await?;
    world.engine.execute(left.id, Command::Delete, root("left the company")).await?;
    world.engine.loaded().await;
    let mut dovecot = world.dovecot().await?;
    for name in ["oracle@contoso.example", "ana@contoso.example", "left@contoso.example"] {
        for number in 0..4 {
            dovecot.attempt(name, "123456", false, &format!("60.1.{number}.9")).await?;
        }
    }
    for (name, source, is_blocked) in [
        ("oracle@contoso.example", "61.1.1.1", true),
        ("ana@contoso.example", "61.2.2.2", false),
        ("left@contoso.example", "61.3.3.3", false),
    ] {
        for guess in 0..5 {
            dovecot.attempt(name, &format!("guess {guess}"), false, source).await?;
        }
        let seen = dovecot.attempt("anna@contoso.example", "right", true, source).await?;
        let expected = if is_blocked { Seen::RefusedBefore } else { Seen::SignedIn };
        assert_eq!(seen, expected, "{name}");
    }
    Ok(())
}

/// The same person through a translator of IPv6 and without one is one source.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_behind_nat64_is_its_ipv4_address() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    for _ in 0..2 {
        dovecot.attempt("anna@contoso.example", "right", true, "64:ff9b::198.51.100.20").await?;
        world.clock.advance(Span::from_hours(24));
    }
    for guess in 0..10 {
        dovecot.attempt("anna@contoso.example", &format!("guess {guess}"), false, "203.0.113.5").await?;
    }
    let stranger = dovecot.attempt("anna@contoso.example", "right", true, "203.0.113.6").await?;
    assert_eq!(stranger, Seen::RefusedBefore, "strangers are locked");
    let home = dovecot.attempt("anna@contoso.example", "right", true, "198.51.100.20").await?;
    assert_eq!(home, Seen::SignedIn);
    Ok(())
}
