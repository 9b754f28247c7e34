//! Whose message a queue id is, through the real engine: what a reader of the mail log builds upon.

use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::time::Span;
use postern_engine::ask::{PolicyAnswer, PolicyAsk};
use postern_engine::sending::{ENVELOPE_AGE_MAX, Envelope};
use postern_testkit::world::{BEGINNING, World, root};

fn end<'a>(login: &'a str, queue_id: &'a str) -> PolicyAsk<'a> {
    PolicyAsk {
        protocol_state: "END-OF-MESSAGE",
        sasl_username: login,
        sender: "info@contoso.example",
        recipient_count: 3,
        instance: queue_id,
        queue_id,
        client_address: "::ffff:198.51.100.7",
        ..PolicyAsk::default()
    }
}

fn account_of(world: &World, queue_id: &str) -> Option<AccountId> {
    world.engine.envelope_of(queue_id, BEGINNING).map(|envelope| envelope.account)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_a_message_says_whose_its_queue_id_is_and_mail_without_a_login_takes_it_back()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.example").await?.id;
    assert_eq!(world.engine.policy_asked(&end("ROB@contoso.example", "4Bq1")), PolicyAnswer::Open);
    let Some(seen) = world.engine.envelope_of("4Bq1", BEGINNING) else { panic!("the message is remembered") };
    let client = "198.51.100.7".parse().ok();
    let expected = Envelope {
        queue_id: "4Bq1".into(),
        account: rob,
        sender: "info@contoso.example".into(),
        client,
        recipients: 3,
        at: BEGINNING,
    };
    assert_eq!(Envelope { at: BEGINNING, ..seen }, expected);
    assert_eq!(world.engine.envelopes_of_account(rob).len(), 1);
    assert_eq!(account_of(&world, "4Bq"), None);

    // A recipient's request names no whole message, and mail without a login is nobody's.
    let recipient = PolicyAsk { protocol_state: "RCPT", ..end("", "4Bq1") };
    world.engine.policy_asked(&recipient);
    assert_eq!(account_of(&world, "4Bq1"), Some(rob));
    assert_eq!(world.engine.policy_asked(&end("", "4Bq1")), PolicyAnswer::Dunno);
    assert_eq!(account_of(&world, "4Bq1"), None, "the short id is another message's now");

    world.engine.policy_asked(&end("rob@contoso.example", "4Bq2"));
    world.engine.forget_envelope("4Bq2");
    assert_eq!(account_of(&world, "4Bq2"), None, "it has left the queue");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_message_has_no_owner_and_an_old_one_is_forgotten_for_people_too() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.example").await?.id;
    world.engine.policy_asked(&end("rob@contoso.example", "4Bq1"));
    world.engine.execute(rob, Command::RestrictSending { until: None }, root("a test")).await?;
    assert!(matches!(
        world.engine.policy_asked(&end("rob@contoso.example", "4Bq2")),
        PolicyAnswer::Refuse { .. }
    ));
    assert_eq!(account_of(&world, "4Bq2"), None);
    world.clock.advance(ENVELOPE_AGE_MAX);
    assert_eq!(world.engine.envelopes_of_account(rob).len(), 1);
    world.clock.advance(Span::from_s(5));
    assert!(world.engine.envelopes_of_account(rob).is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_queue_id_can_be_is_not_kept_and_a_long_sender_is_cut_between_letters() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person("rob@contoso.example").await?.id;
    let longest = "Q".repeat(64);
    for (queue_id, is_kept) in [("", false), (&longest, true), (&"Q".repeat(65), false)] {
        world.engine.policy_asked(&end("rob@contoso.example", queue_id));
        assert_eq!(account_of(&world, queue_id).is_some(), is_kept, "{} bytes", queue_id.len());
    }
    let sender = "ä".repeat(129) + "@contoso.example";
    let sender = format!("a{sender}");
    world.engine.policy_asked(&PolicyAsk { sender: &sender, ..end("rob@contoso.example", "4Bq3") });
    let newest = world.engine.envelope_of("4Bq3", BEGINNING).map(|envelope| envelope.sender.len());
    assert_eq!(newest, Some(255), "256 bytes would end within a letter");
    assert_eq!(world.engine.envelopes_of_account(rob).len(), 2);
    Ok(())
}
