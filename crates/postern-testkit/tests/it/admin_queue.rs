//! The mail queue of one user over HTTP: seen, held, released and deleted, by whoever may, after a look at which messages.

use anyhow::Result;
use postern_core::account::{Account, Role};
use postern_core::mail_queue::QueueState;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::World;
use postern_web::public::Limits;

const ROB: &str = "rob@contoso.example";

/// A world in which three mails of rob's and one of eva's lie in the queue.
async fn opened(role: Role) -> Result<(World, Web, AdminClient, Account)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "a.admin@contoso.example", &[role]).await?;
    let rob = world.person(ROB).await?;
    world.person("eva@contoso.example").await?;
    for (id, login) in
        [("3C0A1F01", ROB), ("3C0A1F02", ROB), ("3C0A1F03", ROB), ("4D0B2E01", "eva@contoso.example")]
    {
        world.queue_mail(login, id);
    }
    Ok((world, web, admin, rob))
}

#[tokio::test]
async fn some_messages_are_held_released_and_deleted_and_the_queues_answer_is_shown() -> Result<()> {
    let (world, web, admin, rob) = opened(Role::Responder).await?;
    let path = format!("/admin/users/{}/queue", rob.id);
    let page = admin.get(&web, &path).await?;
    for id in ["3C0A1F01", "3C0A1F02", "3C0A1F03"] {
        assert!(page.body.contains(&format!("value=\"{id}\"")), "{id}: {page:?}");
    }
    assert!(!page.body.contains("4D0B2E01"), "another's mail is not shown: {page:?}");
    let (ask, act) = (format!("{path}/preview"), format!("{path}/do"));
    let two = [("do", "hold"), ("m", "3C0A1F01"), ("m", "3C0A1F03")];
    let preview = admin.post(&web, &ask, &two).await?;
    assert!(preview.body.contains("Hold 2 messages?") && !preview.body.contains("3C0A1F02"), "{preview:?}");
    assert!(world.queue.in_state(QueueState::Held).is_empty(), "looking changes nothing");
    let mut yes = two.to_vec();
    yes.push(("reason", "looks like spam"));
    let held = admin.post(&web, &act, &yes).await?;
    assert!(
        held.body.contains("is held until somebody releases") && held.body.contains("2 messages, after"),
        "{held:?}"
    );
    assert_eq!(world.queue.in_state(QueueState::Held), ["3C0A1F01", "3C0A1F03"]);
    let all = [("do", "release"), ("all", "1"), ("reason", "it was a newsletter")];
    let released = admin.post(&web, &act, &all).await?;
    assert!(released.body.contains("is on its way"), "{released:?}");
    assert!(world.queue.in_state(QueueState::Held).is_empty());
    // What is deleted is gone for good, so the address is written.
    let mut delete = vec![("do", "delete"), ("m", "3C0A1F02"), ("reason", "phishing")];
    let asked = admin.post(&web, &act, &delete).await?;
    assert!(asked.body.contains("Nothing was deleted") && asked.body.contains("phishing"), "{asked:?}");
    assert_eq!(world.queue.states().len(), 4);
    delete.push(("typed", ROB));
    let deleted = admin.post(&web, &act, &delete).await?;
    assert!(deleted.body.contains("Nobody got a bounce"), "{deleted:?}");
    assert_eq!(world.queue.states().len(), 3);
    let none = admin.post(&web, &ask, &[("do", "hold")]).await?;
    assert!(none.body.contains("No message is selected"), "{none:?}");
    Ok(())
}

#[tokio::test]
async fn a_queue_that_fails_is_not_told_as_done_and_the_help_desk_only_looks() -> Result<()> {
    let (world, web, admin, rob) = opened(Role::Responder).await?;
    let path = format!("/admin/users/{}/queue", rob.id);
    world.queue.fail("postsuper is gone");
    let hold = [("do", "hold"), ("all", "1"), ("reason", "spam")];
    let failed = admin.post(&web, &format!("{path}/do"), &hold).await?;
    assert!(
        failed.body.contains("It was decided and did not work: ")
            && failed.body.contains("postsuper is gone")
    );
    assert!(!failed.body.contains("note ok"), "{failed:?}");
    let desk = AdminClient::enter(&world, &web, "b.desk@contoso.example", &[Role::Helpdesk]).await?;
    let page = desk.get(&web, &path).await?;
    assert!(page.body.contains("3C0A1F01") && !page.body.contains("name=\"do\""), "{page:?}");
    assert_eq!(desk.post(&web, &format!("{path}/do"), &hold).await?.status, 403);
    Ok(())
}
