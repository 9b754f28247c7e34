//! The sending door through the real gate, engine and store, with time in the test's hand.

use postern_core::account::AccountKind;
use postern_core::command::Command;
use postern_core::effect::Point;
use postern_core::time::Span;
use postern_engine::ports::{AuditFilter, RestrictionFilter};
use postern_gates::client::{Message, PostfixClient};
use postern_testkit::world::{World, eventually, root};

fn stranger(number: usize) -> String {
    format!("victim{number}@elsewhere.example")
}

/// One mail per stranger until one is refused; how many were let out, and the refusal.
async fn run(
    postfix: &mut PostfixClient,
    first: usize,
    length: usize,
) -> anyhow::Result<(usize, Option<Message>)> {
    let mut let_out = 0;
    for number in first..first + length {
        let message = postfix.send(&[stranger(number)]).await?;
        let_out += message.let_out();
        if message.refusal().is_some() {
            return Ok((let_out, Some(message)));
        }
    }
    Ok((let_out, None))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spam_run_is_stopped_after_at_most_31_and_released_on_the_same_open_session() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    let (let_out, refused) = run(&mut postfix, 0, 300).await?;
    assert!(let_out <= 31, "{let_out} were let out");
    let refused = refused.expect("the run was stopped");
    let text = refused.refusal().expect("it holds a refusal");
    assert!(text.starts_with("550 5.7.1 Sending is restricted for this account ["), "{text}");
    assert!(text.contains("https://mail.contoso.example/why"), "{text}");
    assert!(postfix.send(&["anna@contoso.example".into()]).await?.let_out() == 0, "to nobody at all");
    eventually(async || Ok(world.mail_system.refused() == ["rob@contoso.com"])).await?;
    // The alert came ten recipients before, in a change of its own.
    eventually(async || Ok(world.notices.all().len() == 2)).await?;
    let alert = world.notices.all().remove(0);
    assert_eq!(alert.subject, "rob@contoso.com: suspicious activity");
    let notice = world.notices.all().remove(1);
    assert_eq!(notice.subject, "rob@contoso.com can't send mail");
    assert!(notice.subject.contains("rob@contoso.com") && notice.body.contains("31"), "{notice:?}");

    let done = world.engine.execute(rob.id, Command::UnblockSending, root("password changed")).await?;
    let points: Vec<Point> = done.receipts.iter().map(|receipt| receipt.point).collect();
    assert_eq!(points, [Point::Gates, Point::PostfixMap]);
    assert_eq!(postfix.send(&["anna@contoso.example".into()]).await?.let_out(), 1, "the very next one");
    assert_eq!(world.mail_system.refused(), [""; 0]);

    // The grace is twice the threshold, not none; the second restriction of the episode mails nobody.
    let (let_out, refused) = run(&mut postfix, 1_000, 300).await?;
    assert!(refused.is_some() && (31..=61).contains(&let_out), "{let_out} in grace");
    eventually(async || Ok(world.mail_system.refused().len() == 1)).await?;
    assert_eq!(world.notices.all().len(), 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_message_that_crosses_the_limit_nobody_gets_anything() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("maja@contoso.example").await?;
    let mut postfix = world.postfix("maja@contoso.example").await?;
    let fifty: Vec<String> = (0..50).map(stranger).collect();
    let message = postfix.send(&fifty).await?;
    assert_eq!(message.let_out(), 0);
    assert!(message.end.is_some_and(|end| end.starts_with("550 5.7.1 ")), "refused at its end");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn people_one_has_written_to_before_are_never_slowed_and_strangers_are_before_they_are_refused()
-> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("maja@contoso.example").await?;
    let mut postfix = world.postfix("maja@contoso.example").await?;
    for number in 0..10 {
        assert_eq!(postfix.send(&[stranger(number)]).await?.delayed(), 0);
    }
    world.clock.advance(Span::from_days(2));
    let mut delayed = 0;
    for number in 100..125 {
        delayed += postfix.send(&[stranger(number)]).await?.delayed();
        assert_eq!(postfix.send(&[stranger(number % 10)]).await?.delayed(), 0, "an old acquaintance");
    }
    assert!((10..=14).contains(&delayed), "{delayed} of 25 were delayed");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_spellings_of_a_login_share_one_budget_and_the_sender_address_counts_for_nothing()
-> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("rob@contoso.com").await?;
    let mut one = world.postfix("rob@contoso.com").await?;
    let mut other = world.postfix("ROB+news@Contoso.COM").await?;
    let mut let_out = 0;
    for number in 0..50 {
        let postfix = if number % 2 == 0 { &mut one } else { &mut other };
        let_out += postfix.send(&[stranger(number)]).await?.let_out();
    }
    assert!(let_out <= 31, "{let_out} through two spellings");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_may_write_to_strangers_up_to_the_hard_cap() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.account("invoices@contoso.example", AccountKind::Application, &[]).await?;
    let mut postfix = world.postfix("invoices@contoso.example").await?;
    let (let_out, refused) = run(&mut postfix, 0, 600).await?;
    assert!(refused.is_some(), "no application is without a cap");
    assert!((99..=500).contains(&let_out), "{let_out}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restriction_and_what_is_known_survive_a_restart() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("rob@contoso.com").await?;
    world.person("maja@contoso.example").await?;
    let mut maja = world.postfix("maja@contoso.example").await?;
    run(&mut maja, 0, 11).await?;
    let mut rob = world.postfix("rob@contoso.com").await?;
    assert!(run(&mut rob, 0, 300).await?.1.is_some());
    let world = world.restart().await?;
    let mut rob = world.postfix("rob@contoso.com").await?;
    assert_eq!(rob.send(&["anna@contoso.example".into()]).await?.let_out(), 0);
    let mut maja = world.postfix("maja@contoso.example").await?;
    let (let_out, refused) = run(&mut maja, 0, 11).await?;
    assert_eq!((let_out, refused.is_none()), (11, true), "the same eleven again are no strangers");
    assert!(run(&mut maja, 500, 25).await?.1.is_some(), "eleven before the restart still count");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn volume_alone_ends_at_midnight_of_the_organisation_and_is_announced() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    assert!(run(&mut postfix, 0, 300).await?.1.is_some());
    world.clock.advance(Span::from_hours(14));
    assert_eq!(postfix.send(&["anna@contoso.example".into()]).await?.let_out(), 0, "23:00 of the same day");
    world.clock.advance(Span::from_hours(1));
    assert_eq!(postfix.send(&["anna@contoso.example".into()]).await?.let_out(), 1, "00:00");
    let audit = AuditFilter { account: Some(rob.id), limit: 20, ..Default::default() };
    eventually(async || {
        let rows = world.engine.store().audit(&audit).await?;
        Ok(rows.iter().any(|row| row.code == "restriction_expired"))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_shows_the_restriction_that_the_gate_answered_with_a_moment_ago() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    let (_, refused) = run(&mut postfix, 0, 100).await?;
    let refused = refused.expect("the run was stopped");
    let code = refused.refusal().expect("it holds a refusal");
    let filter = RestrictionFilter { account: Some(rob.id), limit: 50, ..RestrictionFilter::default() };
    let listed = world.engine.restrictions(&filter).await?;
    assert!(listed.iter().any(|row| code.contains(&row.restriction.id.to_string())), "{listed:?}");
    let audit = AuditFilter { account: Some(rob.id), limit: 50, ..Default::default() };
    let rows = world.engine.audit(&audit).await?;
    assert!(rows.iter().any(|row| row.code == "restriction_started"), "{rows:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_site_only_observes_nothing_is_refused_and_the_crossing_is_kept_as_evidence()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    world.policy(&[("outbound.observe_until_unix_s", 4_000_000_000)]).await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    let (let_out, refused) = run(&mut postfix, 0, 100).await?;
    assert_eq!((let_out, refused.is_none()), (100, true));
    let audit = AuditFilter { account: Some(rob.id), limit: 50, ..Default::default() };
    eventually(async || {
        let rows = world.engine.store().audit(&audit).await?;
        let count = |code: &str| rows.iter().filter(|row| row.code == code).count();
        // The alert, the limit and twice the limit: each step once, each with a higher level but the last.
        Ok((count("evidence_seen"), count("alert_raised"), count("restriction_started")) == (3, 2, 0))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_we_do_not_know_is_learned_from_traffic_and_restricted_like_the_others()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let mut postfix = world.postfix("ldap.user@contoso.example").await?;
    let (let_out, refused) = run(&mut postfix, 0, 100).await?;
    assert!(refused.is_some() && let_out <= 31, "{let_out}");
    eventually(async || {
        let found = world.engine.find("ldap.user").await?;
        Ok(matches!(found, postern_engine::queries::Found::One(account) if account.is_gate_only))
    })
    .await
}
