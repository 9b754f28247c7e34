//! Contain through the engine and the admin centre's page, with time in the test's hand; the mail server is played. Tests with
//! real servers are in crates/postern.

use anyhow::{Context as _, Result};
use postern_core::account::Role;
use postern_core::command::Command;
use postern_core::mail_queue::QueueState;
use postern_core::protocol::Protocols;
use postern_core::restriction::Restriction;
use postern_engine::ask::SignInAsk;
use postern_engine::password::Password;
use postern_engine::sign_in::{ApplicationAsk, ApplicationVerdict, OwnPassword};
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

const ROB: &str = "rob@contoso.example";
const MAIN: &str = "violet harbour lantern 41";
const NEW: &str = "amber kettle mountain 72";

fn ask(session: &str) -> ApplicationAsk<'_> {
    let ask =
        SignInAsk { login: ROB, remote: "192.0.2.7", protocol: "imap", session, ..SignInAsk::default() };
    ApplicationAsk { ask, ..ApplicationAsk::default() }
}

async fn lets_in(world: &World, password: &str) -> Result<bool> {
    let session = world.engine.fresh_handle();
    let answer = world.engine.authenticate(&ask(&session), Password::new(password.to_owned())?).await?;
    Ok(answer.verdict == ApplicationVerdict::Allow)
}

#[tokio::test(flavor = "multi_thread")]
async fn j4_contain_shows_what_it_will_do_does_it_and_no_old_credential_works_when_sign_in_is_allowed_again()
-> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person(ROB).await?.id;
    world.engine.set_password(rob, MAIN, root("welcome")).await?;
    let phone = world.engine.add_app_password(rob, "phone", Protocols::of_mail(), root("new")).await?.text;
    assert!(lets_in(&world, MAIN).await? && lets_in(&world, &phone).await?);
    for id in ["4hGvRob1", "4hGvRob2"] {
        world.queue_mail(ROB, id);
    }
    world.agent.open(ROB, "imap", "192.0.2.7");

    let path = format!("/admin/users/{rob}/contain");
    let desk = AdminClient::enter(&world, &web, "b.desk@contoso.example", &[Role::Helpdesk]).await?;
    assert_eq!(desk.get(&web, &path).await?.status, 403);
    let eva = AdminClient::enter(&world, &web, "eva@contoso.example", &[Role::Responder]).await?;
    let preview = eva.get(&web, &path).await?.body;
    for said in ["1 app password is revoked", "1 open session ends", "2 messages in the queue are held"] {
        assert!(preview.contains(said), "{said}: {preview}");
    }
    let silent = eva.post(&web, &path, &[("reason", "")]).await?.body;
    assert!(silent.contains("Write a reason") && lets_in(&world, MAIN).await?, "nothing is done: {silent}");
    let own = eva.get(&web, &format!("/admin/users/{}/contain", eva.account.id)).await?;
    assert_eq!(own.status, 403, "nobody contains himself: {own:?}");

    let done = eva.post(&web, &path, &[("reason", "a spam run at night")]).await?.body;
    assert!(done.contains(&format!("{ROB} is contained")) && done.contains("Everything answered"), "{done}");
    assert_eq!(world.queue.in_state(QueueState::Held), ["4hGvRob1", "4hGvRob2"]);
    assert!(world.agent.signed_in().is_empty(), "the session is over");
    assert!(!lets_in(&world, MAIN).await? && !lets_in(&world, &phone).await?);
    assert!(world.engine.app_passwords(rob).is_empty());

    let rows = world.engine.open_on(rob);
    assert_eq!(rows.len(), 3, "{rows:?}");
    world.engine.contain(rob, root("to be sure")).await?;
    assert_eq!(world.engine.open_on(rob), rows, "twice is once");
    let again = eva.get(&web, &path).await?.body;
    assert!(again.contains("The password opens nothing already."), "{again}");

    let world = world.restart().await?;
    for command in [Command::AllowSignIn, Command::UnblockSending] {
        world.engine.execute(rob, command, root("called")).await?;
    }
    assert!(world.engine.open_on(rob).iter().all(Restriction::voids_password));
    assert!(!lets_in(&world, MAIN).await?, "allowed again, the old password opens nothing");
    let session = world.engine.fresh_handle();
    let (old, new) = (Password::new(MAIN.to_owned())?, Password::new(NEW.to_owned())?);
    let changed = world.engine.change_temporary_password(&ask(&session), old, new).await?;
    assert!(matches!(changed, OwnPassword::NotOpened), "nor does it set another one");
    world.engine.set_password(rob, NEW, root("at the desk")).await.context("a new password")?;
    assert!(lets_in(&world, NEW).await? && !lets_in(&world, MAIN).await?);
    Ok(())
}
