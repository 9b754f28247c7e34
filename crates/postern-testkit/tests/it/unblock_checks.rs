//! What is looked at before sending is opened again (checklist E5, E6): each check fails while it is not so, leads to where it
//! is made so, and is no wall. The page, the API and the rules give one answer.

use anyhow::Result;
use postern_core::account::Role;
use postern_core::command::Command;
use postern_core::mail_queue::QueueAction;
use postern_core::time::Span;
use postern_core::unblock_check::{CheckOutcome, UnblockCheck};
use postern_engine::commands::QueueChoice;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;

use crate::world_forwarding::redirect;

const ROB: &str = "rob@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn e5_each_check_fails_while_it_is_not_so_and_passes_once_it_was_made_so() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let kim = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Responder]).await?;
    let rob = world.person(ROB).await?;
    world.queue_mail(ROB, "3C0A1F01");
    world.agent.open(ROB, "imap", "192.0.2.7");
    world.agent.put_script(ROB, "main", true, vec![redirect("drop@evil.example", false)]);
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("sends spam")).await?;
    let failed = |count| CheckOutcome::Failed { count };
    assert_eq!(
        world.engine.unblock_checks(&rob).await?,
        [
            (UnblockCheck::Password, failed(0)),
            (UnblockCheck::Sessions, failed(1)),
            (UnblockCheck::Rules, failed(1)),
            (UnblockCheck::Queue, failed(1)),
            (UnblockCheck::Suspicion, CheckOutcome::Passed),
            (UnblockCheck::WaysBack, failed(0)),
        ]
    );
    let path = format!("/admin/users/{}/unblock", rob.id);
    let page = kim.get(&web, &path).await?;
    assert!(page.text().contains("1 of 6 checks pass"), "{}", page.text());
    for to in ["reset-password", "sessions", "rules", "queue", "addresses"] {
        assert!(page.body.contains(&format!("/users/{}/{to}\">Do it now", rob.id)), "{to}: {}", page.body);
    }
    // A new password ends the sessions; the queue and the rules are seen to.
    world.clock.advance(Span::from_s(1));
    world.engine.set_password(rob.id, "amber meadow ladder 17", root("called him")).await?;
    world.agent.put_script(ROB, "main", false, Vec::new());
    let (all, why) = (QueueChoice::All, root("spam"));
    world.engine.change_queue(rob.id, QueueAction::Delete, all, why).await?;
    let mut wrong = Vec::new();
    // The mail server ends sessions a moment later.
    eventually(async || {
        let checks = world.engine.unblock_checks(&rob).await?;
        wrong = checks.into_iter().filter(|(_, outcome)| *outcome != CheckOutcome::Passed).collect();
        Ok(wrong.len() == 1)
    })
    .await?;
    assert_eq!(wrong, [(UnblockCheck::WaysBack, failed(0))]);
    // None of them is a wall, and the reason is kept.
    let done = kim.post(&web, &path, &[("reason", "he has no second address")]).await?;
    assert!(done.text().contains("can send again"), "{}", done.text());
    Ok(())
}

/// What cannot be read is not taken for well, and hides no other.
#[tokio::test(flavor = "multi_thread")]
async fn e5_what_cannot_be_read_is_left_to_a_person() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("sends spam")).await?;
    world.agent.be_away(true);
    let checks = world.engine.unblock_checks(&rob).await?;
    assert_eq!(checks[0], (UnblockCheck::Password, CheckOutcome::Failed { count: 0 }), "first of all");
    for check in [UnblockCheck::Sessions, UnblockCheck::Rules] {
        assert!(checks.contains(&(check, CheckOutcome::Unknown)), "{checks:?}");
    }
    assert!(checks.contains(&(UnblockCheck::Queue, CheckOutcome::Passed)), "{checks:?}");
    Ok(())
}
