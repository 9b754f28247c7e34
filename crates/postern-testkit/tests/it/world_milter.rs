//! The milter gate through the real engine: one envelope, one decision, one count, and mail of programs.

use postern_core::account::AccountKind;
use postern_core::command::Command;
use postern_core::name::AccountName;
use postern_engine::ask::PolicyAsk;
use postern_engine::ports::AuditFilter;
use postern_gates::client::{MilterClient, MilterEnd, MilterMail};
use postern_testkit::world::{World, eventually, root};

const ROB: &str = "rob@contoso.com";

fn stranger(number: usize) -> String {
    format!("victim{number}@elsewhere.example")
}

fn mail<'a>(login: Option<&'a str>, queue_id: &'a str, recipients: &'a [String]) -> MilterMail<'a> {
    MilterMail { login, queue_id, sender: ROB, recipients, headers: &[("From", ROB)], body: "Hello.\r\n" }
}

async fn smtpd(world: &World) -> anyhow::Result<MilterClient> {
    Ok(MilterClient::smtpd(world.milter, "198.51.100.1").await?)
}

/// Asks the policy gate what Postfix asks it of one mail, before the milter hears of it.
fn policy_asks(world: &World, queue_id: &str, recipients: &[String], states: &[&str]) {
    let base =
        PolicyAsk { sasl_username: ROB, sender: ROB, instance: queue_id, queue_id, ..PolicyAsk::default() };
    for recipient in recipients.iter().filter(|_| states.contains(&"RCPT")) {
        world.engine.policy_asked(&PolicyAsk { protocol_state: "RCPT", recipient, queue_id: "", ..base });
    }
    if states.contains(&"END-OF-MESSAGE") {
        let recipient_count = recipients.len() as u32;
        world.engine.policy_asked(&PolicyAsk { protocol_state: "END-OF-MESSAGE", recipient_count, ..base });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_gates_a_site_has_each_recipient_is_counted_once() -> anyhow::Result<()> {
    for states in [&["RCPT", "END-OF-MESSAGE"][..], &["RCPT"], &["END-OF-MESSAGE"], &[]] {
        let world = World::start().await?;
        let rob = world.person(ROB).await?;
        let mut session = smtpd(&world).await?;
        for number in 0..4 {
            let queue_id = format!("4Bq{number}");
            let recipients = [stranger(number), "anna@contoso.example".to_owned()];
            policy_asks(&world, &queue_id, &recipients, states);
            assert_eq!(session.send(&mail(Some(ROB), &queue_id, &recipients)).await?, MilterEnd::Passes);
            let envelope = world.engine.envelope_of(&queue_id, postern_testkit::world::BEGINNING);
            assert_eq!(envelope.map(|it| (it.account, it.recipients)), Some((rob.id, 2)), "{states:?}");
        }
        let standing = world.engine.why(rob.id).await?.expect("rob exists").sending;
        assert_eq!(standing.recipients_day.round() as u32, 8, "{states:?}: {standing:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_only_the_milter_asks_a_run_is_stopped_and_released_at_both_gates_at_once() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    let mut session = smtpd(&world).await?;
    let mut let_out = 0;
    let text = loop {
        let queue_id = format!("4Bq{let_out}");
        match session.send(&mail(Some(ROB), &queue_id, &[stranger(let_out)])).await? {
            MilterEnd::Passes => let_out += 1,
            MilterEnd::Refused { step: 'E', text } => break text,
            other => anyhow::bail!("{other:?} after {let_out}"),
        }
        anyhow::ensure!(let_out < 100, "never stopped");
    };
    assert!((1..=31).contains(&let_out), "{let_out} were let out");
    assert!(text.starts_with("550 5.7.1 Sending is restricted for this account ["), "{text}");
    let known = ["victim0@elsewhere.example".to_owned()];
    let begun = session.send(&mail(Some(ROB), "4Bqx", &known)).await?;
    assert!(matches!(&begun, MilterEnd::Refused { step: 'M', text: again } if *again == text), "{begun:?}");
    let mut policy = world.postfix(ROB).await?;
    let refused = policy.send(&known).await?;
    assert_eq!(refused.refusal(), Some(&*text), "the same text at both gates");

    world.engine.execute(rob.id, Command::UnblockSending, root("he knows them all")).await?;
    assert_eq!(session.send(&mail(Some(ROB), "4Bqy", &known)).await?, MilterEnd::Passes);
    assert_eq!(policy.send(&known).await?.let_out(), 1);
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("once more")).await?;
    assert!(matches!(
        session.send(&mail(Some(ROB), "4Bqz", &known)).await?,
        MilterEnd::Refused { step: 'M', .. }
    ));
    assert_eq!(policy.send(&known).await?.let_out(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_message_that_crosses_the_limit_nobody_gets_anything() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let fifty: Vec<String> = (0..50).map(stranger).collect();
    let end = smtpd(&world).await?.send(&mail(Some(ROB), "4Bq1", &fifty)).await?;
    assert!(matches!(end, MilterEnd::Refused { step: 'E', .. }), "{end:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_at_the_policy_gate_takes_nothing_off_mail_that_only_the_milter_sees() -> anyhow::Result<()>
{
    let world = World::start().await?;
    world.person(ROB).await?;
    policy_asks(&world, "4Bq0", &[stranger(100)], &["RCPT"]);
    let fifty: Vec<String> = (0..50).map(stranger).collect();
    let end = smtpd(&world).await?.send(&mail(Some(ROB), "4Bq1", &fifty)).await?;
    assert!(matches!(end, MilterEnd::Refused { step: 'E', .. }), "{end:?}");
    Ok(())
}

/// The mail that completes the proof is stopped itself, and after a release the first new one counts again.
#[tokio::test(flavor = "multi_thread")]
async fn who_writes_in_many_names_is_stopped_with_that_mail_and_again_after_a_release() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    let known = ["anna@contoso.example".to_owned()];
    for (queue_id, first) in [("4Bq1", 0), ("4Bq2", 100)] {
        let names: Vec<String> = (first..first + 12).map(|n| format!("boss{n}@contoso.com")).collect();
        let headers: Vec<(&str, &str)> = names.iter().map(|name| ("From", name.as_str())).collect();
        let many = MilterMail { headers: &headers, ..mail(Some(ROB), queue_id, &known) };
        let end = smtpd(&world).await?.send(&many).await?;
        assert!(matches!(end, MilterEnd::Refused { step: 'E', .. }), "{queue_id}: {end:?}");
        world.engine.execute(rob.id, Command::UnblockSending, root("he promised")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_comes_in_is_let_through_at_its_first_word_also_to_and_from_a_restricted_account()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("a test")).await?;
    let to_rob = [ROB.to_owned()];
    let mut session = smtpd(&world).await?;
    for _ in 0..3 {
        assert_eq!(session.send(&mail(None, "4Bq1", &to_rob)).await?, MilterEnd::NotAsked);
    }
    Ok(())
}

async fn program(world: &World, name: &str) -> anyhow::Result<postern_core::account::Account> {
    let name = AccountName::from_canonical(name.to_owned());
    let found = world.engine.store().account_by_name(&name).await?;
    found.ok_or_else(|| anyhow::anyhow!("{} is not learned", name.as_str()))
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_a_program_is_counted_per_user_held_at_its_limit_and_released_like_an_account()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let floors = ["recipients_hour_floor", "recipients_severe_floor", "watched_recipients_hour"];
    let floors = floors.map(|name| format!("outbound.{name}"));
    world.policy(&floors.each_ref().map(|name| (name.as_str(), 10))).await?;
    let send = async |number: usize, user: Option<u32>, sender: &'static str| -> anyhow::Result<MilterEnd> {
        let queue_id = format!("4Bq{number}");
        let told = user.map(|user| format!("{user} {queue_id}")).unwrap_or_default();
        let forged = format!("0 {queue_id}");
        // What a program writes itself comes behind what the server wrote.
        let headers =
            [("X-Postern-Handed-Over", told.as_str()), ("X-Postern-Handed-Over", &forged), ("From", sender)];
        let headers = if user.is_some() { &headers[..] } else { &headers[2..] };
        let recipients = [stranger(number)];
        let mail = MilterMail { login: None, sender, headers, ..mail(None, &queue_id, &recipients) };
        // cleanup opens a connection for each mail.
        Ok(MilterClient::cleanup(world.milter).await?.send(&mail).await?)
    };
    for number in 0..10 {
        // Another sender each time does not make another account.
        let sender = ["shop@contoso.com", "evil@contoso.com", ""][number % 3];
        assert_eq!(send(number, Some(33), sender).await?, MilterEnd::Passes, "{number}");
    }
    assert_eq!(send(10, Some(33), "shop@contoso.com").await?, MilterEnd::Held, "never refused");
    assert_eq!(send(11, Some(34), "shop@contoso.com").await?, MilterEnd::Passes, "another user");
    assert_eq!(send(12, None, "shop@contoso.com").await?, MilterEnd::Passes, "who is not told");
    let mut www_data = None;
    eventually(async || {
        www_data = program(&world, "sendmail:33@mx.contoso.example").await.ok();
        Ok(www_data.is_some())
    })
    .await?;
    let www_data = www_data.expect("just seen");
    assert_eq!((www_data.kind, www_data.is_gate_only), (AccountKind::Application, true));
    let held = world.engine.envelope_of("4Bq10", postern_testkit::world::BEGINNING);
    assert_eq!(held.map(|it| it.account), Some(www_data.id), "a held mail can be found and released");

    world.engine.execute(www_data.id, Command::UnblockSending, root("the newsletter is fine")).await?;
    assert_eq!(send(13, Some(33), "shop@contoso.com").await?, MilterEnd::Passes);
    world.engine.execute(www_data.id, Command::RestrictSending { until: None }, root("no")).await?;
    assert_eq!(send(14, Some(33), "shop@contoso.com").await?, MilterEnd::Held);
    eventually(async || Ok(program(&world, "sendmail@mx.contoso.example").await.is_ok())).await
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_site_only_observes_the_milter_stops_nobody_and_keeps_the_crossing_as_evidence()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    world.policy(&[("outbound.observe_until_unix_s", 4_000_000_000)]).await?;
    let fifty: Vec<String> = (0..50).map(stranger).collect();
    assert_eq!(smtpd(&world).await?.send(&mail(Some(ROB), "4Bq1", &fifty)).await?, MilterEnd::Passes);
    let audit = AuditFilter { account: Some(rob.id), limit: 50, ..Default::default() };
    eventually(async || {
        let rows = world.engine.store().audit(&audit).await?;
        // The alert, and the limit.
        Ok(rows.iter().filter(|row| row.code == "evidence_seen").count() == 2)
    })
    .await
}
