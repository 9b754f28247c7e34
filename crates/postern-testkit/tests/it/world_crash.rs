//! What was acknowledged before a crash, as the gates answer it after the restart.

use postern_core::command::Command;
use postern_core::source_command::SourceCommand;
use postern_core::time::Span;
use postern_engine::ports::counters::JournalKey;
use postern_gates::client::Seen;
use postern_testkit::world::{World, eventually, root};

use crate::common::ANNA;

const HOTEL: &str = "203.0.113.9";
const ELSEWHERE: &str = "192.0.2.1";
const ROB: &str = "rob@contoso.com";

/// Time passes until the journal holds a sign-in record, a source and a sending record.
async fn journalled(world: &World) -> anyhow::Result<()> {
    eventually(async || {
        world.clock.advance(Span::from_s(1));
        let (entries, _) = world.engine.store().counters(None, 1_000).await?;
        let has = |is_it: fn(&JournalKey) -> bool| entries.iter().any(|entry| is_it(&entry.key));
        Ok(has(|key| matches!(key, JournalKey::SignIn(_)))
            && has(|key| matches!(key, JournalKey::Source(_)))
            && has(|key| matches!(key, JournalKey::Sending(_))))
    })
    .await
}

/// The rows of what was lifted are durable at once, the counters 200 ms later. In between the journal still holds the
/// lock, the block and the counts.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_lifted_right_before_a_crash_stays_lifted() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?.id;
    let rob = world.person(ROB).await?.id;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..60 {
        let (login, password) = (format!("nobody{guess}@contoso.example"), format!("guess {guess}"));
        dovecot.attempt(&login, &password, false, HOTEL).await?;
    }
    for guess in 0..10 {
        dovecot.attempt(ANNA, &format!("guess {guess}"), false, "198.51.100.77").await?;
    }
    let mut postfix = world.postfix(ROB).await?;
    for number in 0..40 {
        postfix.send(&[format!("victim{number}@elsewhere.example")]).await?;
    }
    assert_eq!(dovecot.attempt(ROB, "right", true, HOTEL).await?, Seen::RefusedBefore);
    assert_eq!(dovecot.attempt(ANNA, "right", true, ELSEWHERE).await?, Seen::RefusedBefore);
    journalled(&world).await?;

    world.engine.execute(anna, Command::UnlockSignIn, root("Anna called")).await?;
    world.engine.execute(rob, Command::UnblockSending, root("a newsletter")).await?;
    let network = HOTEL.parse().expect("a network");
    world.engine.execute_source(SourceCommand::Unblock { network, account: None }, root("a hotel")).await?;
    let world = world.crash().await?;

    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt(ROB, "right", true, HOTEL).await?, Seen::SignedIn);
    assert_eq!(dovecot.attempt(ANNA, "right", true, ELSEWHERE).await?, Seen::SignedIn);
    let mut postfix = world.postfix(ROB).await?;
    for number in 100..131 {
        let message = postfix.send(&[format!("victim{number}@elsewhere.example")]).await?;
        assert_eq!(message.let_out(), 1, "released with a grace: {number}");
    }
    Ok(())
}
