//! Open sessions through the real engine: what ends them, in which order, and who may. The mail server is played; tests
//! with a real Dovecot are in crates/postern.

use anyhow::Result;
use postern_core::account::{AccountKind, Role};
use postern_core::command::{Asker, Command, CommandKind};
use postern_core::effect::Point;
use postern_core::ids::AccountId;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_engine::ask::{PolicyAnswer, PolicyAsk};
use postern_engine::commands::{Done, ExecuteError};
use postern_engine::ports::{AuditFilter, ReceiptOutcome};
use postern_testkit::world::{World, eventually, root};

const ROB: &str = "rob@contoso.example";
const ANA: &str = "ana@contoso.example";

/// Both are signed in, rob from two places.
async fn signed_in() -> Result<(World, AccountId)> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.person(ANA).await?;
    world.agent.open(ROB, "imap", "192.0.2.7");
    world.agent.open(ROB, "pop3", "198.51.100.7");
    world.agent.open(ANA, "imap", "192.0.2.7");
    Ok((world, rob))
}

fn of_sessions(done: &Done) -> Vec<(ReceiptOutcome, Option<u32>)> {
    let receipts = done.receipts.iter().filter(|receipt| receipt.point == Point::MailSessions);
    receipts.map(|receipt| (receipt.outcome.clone(), receipt.messages)).collect()
}

fn left(world: &World) -> Vec<String> {
    world.agent.signed_in().into_iter().map(|(login, from)| format!("{login} {from}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_ends_sessions_after_the_files_and_after_the_remembered_passwords() -> Result<()> {
    let (world, rob) = signed_in().await?;
    let done = world.engine.execute(rob, Command::BlockSignIn { until: None }, root("taken over")).await?;
    assert_eq!(of_sessions(&done), [(ReceiptOutcome::Done, Some(2))]);
    assert_eq!(world.agent.calls(), [format!("forget {ROB}, denied"), format!("end {ROB}, denied")]);
    assert_eq!(left(&world), [format!("{ANA} 192.0.2.7")]);
    let points: Vec<Point> = done.receipts.iter().map(|receipt| receipt.point).collect();
    assert_eq!(points, [Point::Gates, Point::DovecotFiles, Point::MailSessions]);

    // Whoever is blocked and has a session of sending open loses it at the next recipient.
    let answer = world.engine.policy_asked(&PolicyAsk {
        protocol_state: "RCPT",
        sasl_username: ROB,
        recipient: "friend@elsewhere.example",
        ..PolicyAsk::default()
    });
    let PolicyAnswer::Close { text } = answer else { anyhow::bail!("{answer:?}") };
    assert!(text.contains("Sign-in is blocked"), "{text}");
    world.engine.execute(rob, Command::AllowSignIn, root("it was not")).await?;
    assert_eq!(world.agent.calls().len(), 2, "opening a door ends nothing");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_and_a_deletion_end_sessions() -> Result<()> {
    let (world, rob) = signed_in().await?;
    let done = world.engine.set_password(rob, "violet harbour lantern 41", root("asked")).await?;
    assert_eq!(of_sessions(&done), [(ReceiptOutcome::Done, Some(2))]);
    world.agent.open(ROB, "imap", "192.0.2.7");
    let done = world.engine.execute(rob, Command::Delete, root("left")).await?;
    assert_eq!(of_sessions(&done), [(ReceiptOutcome::Done, Some(1))], "by a name that nobody has any more");
    assert_eq!(left(&world), [format!("{ANA} 192.0.2.7")]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_sessions_those_of_one_address_end_and_the_others_stay() -> Result<()> {
    let (world, rob) = signed_in().await?;
    let from = Some("198.51.100.7".parse()?);
    let done = world.engine.end_sessions(rob, from, root("lost phone")).await?;
    assert_eq!(of_sessions(&done), [(ReceiptOutcome::Done, Some(1))]);
    assert_eq!(left(&world), [format!("{ROB} 192.0.2.7"), format!("{ANA} 192.0.2.7")]);
    let rows = world
        .engine
        .store()
        .audit(&AuditFilter { account: Some(rob), limit: 1, ..Default::default() })
        .await?;
    assert_eq!((rows[0].code.as_str(), rows[0].note.as_str()), ("sessions_ended", "lost phone"));
    assert!(rows[0].detail.contains("198.51.100.7"), "{}", rows[0].detail);
    let open = world.engine.open_sessions(rob).await?.map(|open| open.mail.map(|mail| mail.len()));
    assert!(matches!(open, Some(Ok(1))), "{open:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_away_is_told_and_asked_again() -> Result<()> {
    let (world, rob) = signed_in().await?;
    world.agent.be_away(true);
    let done = world.engine.execute(rob, Command::BlockSignIn { until: None }, root("taken over")).await?;
    let receipts = of_sessions(&done);
    assert!(
        matches!(&receipts[..], [(ReceiptOutcome::Failed { message, .. }, _)] if message.contains("nobody answers")),
        "{receipts:?}"
    );
    assert_eq!(world.mail_system.denied(), [ROB], "the block holds meanwhile");
    world.agent.be_away(false);
    eventually(async || {
        world.clock.advance(Span::from_s(6));
        Ok(left(&world) == [format!("{ANA} 192.0.2.7")])
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_only_reads_ends_nothing_and_a_reason_is_needed() -> Result<()> {
    let (world, rob) = signed_in().await?;
    let auditor = world.account("aud@contoso.example", AccountKind::Person, &[Role::Auditor]).await?;
    let by = |note: &str| Asker {
        actor: Actor::Person(auditor.id),
        roles: vec![Role::Auditor],
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    };
    let refused = |answer: Result<Done, ExecuteError>| match answer {
        Err(ExecuteError::Refused(refusal)) => Some(refusal),
        Ok(_) | Err(_) => None,
    };
    let answer = refused(world.engine.end_sessions(rob, None, by("lost")).await);
    assert_eq!(answer, Some(Refusal::NotAllowed { command: CommandKind::EndSessions }));
    assert_eq!(refused(world.engine.end_sessions(rob, None, root(" ")).await), Some(Refusal::NoteMissing));
    assert!(world.agent.calls().is_empty());
    Ok(())
}
