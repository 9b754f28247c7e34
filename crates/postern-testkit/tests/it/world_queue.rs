//! Queued mail of one account through the real engine: held when sending is restricted, and changed as a person
//! decided. The queue is played; tests with a real Postfix are in crates/postern.

use anyhow::{Context, Result};
use postern_core::account::{AccountKind, Role};
use postern_core::command::{Asker, Command, CommandKind};
use postern_core::effect::Point;
use postern_core::ids::AccountId;
use postern_core::mail_queue::{QueueAction, QueueId, QueueState};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_engine::ask::PolicyAsk;
use postern_engine::commands::{Done, ExecuteError, QueueChoice};
use postern_engine::ports::{AuditFilter, Receipt, ReceiptOutcome};
use postern_testkit::world::{BEGINNING, World, eventually, root};

const ROB: &str = "rob@contoso.example";
const ANA: &str = "ana@contoso.example";

/// A login hands a message in; it lies in the queue.
fn send(world: &World, login: &str, id: &str, sender: &str) {
    hand_in(world, login, id, sender);
    world.queue.put(id, BEGINNING, sender);
}

fn hand_in(world: &World, login: &str, queue_id: &str, sender: &str) {
    world.engine.policy_asked(&PolicyAsk {
        protocol_state: "END-OF-MESSAGE",
        sasl_username: login,
        sender,
        recipient_count: 1,
        instance: queue_id,
        queue_id,
        client_address: "198.51.100.7",
        ..PolicyAsk::default()
    });
}

async fn restrict(world: &World, account: AccountId) -> Result<Done> {
    Ok(world.engine.execute(account, Command::RestrictSending { until: None }, root("a spam run")).await?)
}

fn of_queue(receipts: &[Receipt]) -> Vec<(ReceiptOutcome, Option<u32>)> {
    let queue = receipts.iter().filter(|receipt| receipt.point == Point::MailQueue);
    queue.map(|receipt| (receipt.outcome.clone(), receipt.messages)).collect()
}

fn these(ids: &[&str]) -> QueueChoice {
    QueueChoice::These(ids.iter().map(|id| QueueId::parse(id).expect("an id")).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restriction_holds_all_queued_mail_of_the_login_whatever_the_sender_and_nobody_elses() -> Result<()>
{
    let world = World::start().await?;
    let (rob, ana) = (world.person(ROB).await?.id, world.person(ANA).await?.id);
    send(&world, ROB, "4hGvRob1", ROB);
    send(&world, ROB, "4hGvRob2", "somebody@elsewhere.example");
    send(&world, ANA, "4hGvAna1", ANA);
    // A message that forges rob's address is ana's; one that nobody with a login sent is nobody's.
    send(&world, ANA, "4hGvAna2", ROB);
    world.queue.put("4hGvNone", BEGINNING, ROB);
    // And one that the first look at the queue misses.
    hand_in(&world, ROB, "4hGvRob3", ROB);
    world.queue.put_late("4hGvRob3", BEGINNING, ROB);

    let done = restrict(&world, rob).await?;
    assert_eq!(of_queue(&done.receipts), [(ReceiptOutcome::Done, Some(3))]);
    assert_eq!(world.queue.in_state(QueueState::Held), ["4hGvRob1", "4hGvRob2", "4hGvRob3"]);
    // And it is found later.
    eventually(async || {
        let kept = world.engine.store().receipts(rob, 10).await?;
        Ok(of_queue(&kept) == [(ReceiptOutcome::Done, Some(3))])
    })
    .await?;

    // The end of the restriction lets nothing go by itself.
    world.engine.execute(rob, Command::UnblockSending, root("it was a newsletter")).await?;
    assert_eq!(world.queue.in_state(QueueState::Held).len(), 3);
    assert_eq!(world.engine.queue_of(ana).await?.len(), 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rules_restriction_holds_too_and_observing_holds_nothing() -> Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let ana = world.person(ANA).await?.id;
    send(&world, ROB, "4hGvRob1", ROB);
    let over_the_cap = |instance| {
        world.engine.policy_asked(&PolicyAsk {
            protocol_state: "END-OF-MESSAGE",
            sasl_username: ROB,
            sender: ROB,
            recipient_count: 600,
            instance,
            ..PolicyAsk::default()
        })
    };
    world.policy(&[("outbound.observe_until_unix_s", 4_000_000_000)]).await?;
    over_the_cap("observed");
    // What is decided is carried out in turn: the answer to a later effect says that none was missed.
    restrict(&world, ana).await?;
    assert!(world.queue.in_state(QueueState::Held).is_empty());

    world.policy(&[("outbound.observe_until_unix_s", 0)]).await?;
    over_the_cap("acted upon");
    eventually(async || Ok(world.queue.in_state(QueueState::Held) == ["4hGvRob1"])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_id_that_came_again_is_not_the_accounts_message() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    for (id, arrived) in [
        ("3C0A10", BEGINNING.minus(Span::from_s(3_700))),
        ("3C0A11", BEGINNING.minus(Span::from_s(3_500))),
        ("3C0A12", BEGINNING.plus(Span::from_s(100))),
        ("3C0A13", BEGINNING.plus(Span::from_s(200))),
    ] {
        hand_in(&world, ROB, id, ROB);
        world.queue.put(id, arrived, ROB);
    }
    restrict(&world, rob).await?;
    assert_eq!(world.queue.in_state(QueueState::Held), ["3C0A11", "3C0A12"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_releases_some_and_deletes_the_rest_and_the_audit_has_count_and_reason() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    for number in 1..=5 {
        send(&world, ROB, &format!("4hGvRob{number}"), ROB);
    }
    send(&world, ANA, "4hGvAna1", ROB);
    restrict(&world, rob).await?;
    let change =
        async |action, choice| world.engine.change_queue(rob, action, choice, root("looked at it")).await;
    let released = change(QueueAction::Release, these(&["4hGvRob2"])).await?;
    assert_eq!(of_queue(&released.receipts), [(ReceiptOutcome::Done, Some(1))]);
    assert_eq!(world.queue.in_state(QueueState::Deferred), ["4hGvAna1", "4hGvRob2"]);

    // A name that is not there is a mistake: nothing is done with the others either.
    let mistaken = change(QueueAction::Delete, these(&["4hGvRob1", "4hGvAna1"])).await;
    let id = QueueId::parse("4hGvAna1").context("an id")?;
    assert!(matches!(mistaken, Err(ExecuteError::Refused(Refusal::NotInQueue { id: of })) if of == id));
    assert_eq!(world.queue.states().len(), 6);

    let deleted = change(QueueAction::Delete, QueueChoice::All).await?;
    assert_eq!(of_queue(&deleted.receipts), [(ReceiptOutcome::Done, Some(5))]);
    assert_eq!(world.queue.states(), [("4hGvAna1".to_owned(), QueueState::Deferred)]);
    assert!(world.engine.envelopes_of_account(rob).is_empty(), "what was deleted is nobody's any more");
    for (action, word) in
        [(QueueAction::Hold, "hold"), (QueueAction::Release, "release"), (QueueAction::Delete, "delete")]
    {
        let nothing = change(action, QueueChoice::All).await;
        assert!(
            matches!(nothing, Err(ExecuteError::Refused(Refusal::NothingQueued { action: of })) if of == action),
            "{word}"
        );
    }

    let about_rob = AuditFilter { account: Some(rob), limit: 10, ..Default::default() };
    let rows = world.engine.store().audit(&about_rob).await?;
    let said: Vec<_> = rows
        .iter()
        .filter(|row| row.code.starts_with("mail_"))
        .map(|row| (row.code.as_str(), row.note.as_str(), row.detail.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("mail_deleted", "looked at it", r#"{"messages":5,"v":1}"#),
            ("mail_released", "looked at it", r#"{"messages":1,"v":1}"#),
        ]
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_decided_is_tried_once_and_what_a_restriction_needs_is_tried_again() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    send(&world, ROB, "4hGvRob1", ROB);
    world.queue.fail("use of this command is reserved for the superuser");
    let held = restrict(&world, rob).await?;
    let [(ReceiptOutcome::Failed { message, .. }, None)] = &of_queue(&held.receipts)[..] else {
        panic!("{held:?}")
    };
    assert!(message.contains("reserved for the superuser"), "{message}");
    let deleted = world.engine.change_queue(rob, QueueAction::Delete, QueueChoice::All, root("spam")).await?;
    assert!(
        matches!(&of_queue(&deleted.receipts)[..], [(ReceiptOutcome::GivenUp { .. }, None)]),
        "{deleted:?}"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_helpdesk_may_look_and_not_touch_and_a_reason_is_mandatory() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    send(&world, ROB, "4hGvRob1", ROB);
    let helper = world.account("help@contoso.example", AccountKind::Person, &[Role::Helpdesk]).await?.id;
    let asker = |roles: &[Role], note: &str| Asker {
        actor: Actor::Person(helper),
        roles: roles.to_vec(),
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    };
    for (action, kind) in
        [(QueueAction::Hold, CommandKind::HoldMail), (QueueAction::Delete, CommandKind::DeleteMail)]
    {
        let asked = |asker| world.engine.change_queue(rob, action, QueueChoice::All, asker);
        let refused = asked(asker(&[Role::Helpdesk], "spam")).await;
        assert!(
            matches!(&refused, Err(ExecuteError::Refused(Refusal::NotAllowed { command })) if *command == kind),
            "{refused:?}"
        );
        let silent = asked(asker(&[Role::Responder], "  ")).await;
        assert!(matches!(silent, Err(ExecuteError::Refused(Refusal::NoteMissing))));
    }
    assert_eq!(world.queue.calls(), []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restriction_that_ended_before_its_turn_holds_nothing() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    send(&world, ROB, "4hGvRob1", ROB);
    world.queue.fail("the mail system is down");
    restrict(&world, rob).await?;
    world.engine.execute(rob, Command::UnblockSending, root("a mistake")).await?;
    world.queue.work_again();
    world.clock.advance(Span::from_s(10));
    eventually(async || {
        let receipts = world.engine.store().receipts(rob, 20).await?;
        Ok(of_queue(&receipts).contains(&(ReceiptOutcome::Done, Some(0))))
    })
    .await?;
    assert!(world.queue.in_state(QueueState::Held).is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_a_restriction_stands_what_was_refused_the_last_messages_and_the_queue() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    for number in 1..=7 {
        send(&world, ROB, &format!("4hGvRob{number}"), ROB);
    }
    let before = world.engine.sending_state(rob).await?;
    assert_eq!((before.refused, before.releases.len()), (None, 0));
    restrict(&world, rob).await?;
    for number in 0..3 {
        hand_in(&world, ROB, &format!("4hGvRefused{number}"), ROB);
    }
    eventually(async || {
        world.clock.advance(Span::from_s(1));
        let refused = world.engine.sending_state(rob).await?.refused;
        Ok(refused.is_some_and(|(_, count)| count == 3))
    })
    .await?;
    let state = world.engine.sending_state(rob).await?;
    assert_eq!(state.last_messages.len(), 5, "refused ones are none of them");
    assert!(state.last_messages.iter().all(|message| !message.queue_id.contains("Refused")));
    let queue = state.queue.context("the site lets us at its queue")??;
    assert_eq!(queue.iter().filter(|mail| mail.message.state == QueueState::Held).count(), 7);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_ended_within_thirty_days_is_told_and_what_time_ended_is_not() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let unblock = async |reason: &str| -> Result<()> {
        restrict(&world, rob).await?;
        world.engine.execute(rob, Command::UnblockSending, root(reason)).await?;
        Ok(())
    };
    unblock("long ago").await?;
    world.clock.advance(Span::from_days(20));
    unblock("first").await?;
    world.clock.advance(Span::from_minutes(1));
    // Two rows that one decision ends are one release.
    let until = Some(BEGINNING.plus(Span::from_days(21)));
    world.engine.execute(rob, Command::RestrictSending { until }, root("until tomorrow")).await?;
    unblock("second").await?;
    let until = Some(BEGINNING.plus(Span::from_days(22)));
    world.engine.execute(rob, Command::RestrictSending { until }, root("until the day after")).await?;
    world.clock.advance(Span::from_days(11));
    eventually(async || Ok(world.engine.sending_state(rob).await?.refused.is_none())).await?;
    let reasons: Vec<String> =
        world.engine.past_releases(rob).await?.into_iter().map(|release| release.reason).collect();
    assert_eq!(reasons, ["second", "first"]);
    Ok(())
}
