//! Open sessions of one user over HTTP: seen by every role, ended by whoever may, from one address or all.

use anyhow::Result;
use postern_core::account::Role;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::World;
use postern_web::public::Limits;

const ROB: &str = "rob@contoso.example";

#[tokio::test]
async fn sessions_are_listed_and_those_of_one_address_or_all_are_ended() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let desk = AdminClient::enter(&world, &web, "b.desk@contoso.example", &[Role::Helpdesk]).await?;
    let rob = world.person(ROB).await?;
    let path = format!("/admin/users/{}/sessions", rob.id);
    let none = desk.get(&web, &path).await?;
    assert!(
        none.body.contains("No sessions are open.") && !none.body.contains("name=\"source\""),
        "{none:?}"
    );

    for from in ["192.0.2.7", "198.51.100.7"] {
        world.agent.open(ROB, "imap", from);
    }
    world.agent.open("eva@contoso.example", "imap", "203.0.113.9");
    let page = desk.get(&web, &path).await?;
    assert!(page.body.contains("IMAP") && page.body.contains("192.0.2.7"), "{page:?}");
    assert!(!page.body.contains("203.0.113.9"), "somebody else's is not shown: {page:?}");
    let unsaid = desk.post(&web, &path, &[("source", "192.0.2.7"), ("reason", "")]).await?;
    assert!(unsaid.body.contains("value=\"192.0.2.7\" checked"), "what was chosen is kept: {unsaid:?}");
    let lost = desk.post(&web, &path, &[("reason", "lost phone")]).await?;
    assert_eq!(lost.status, 404, "no choice is never all of them");
    assert_eq!(world.agent.signed_in().len(), 3);
    let one = desk.post(&web, &path, &[("source", "192.0.2.7"), ("reason", "lost phone")]).await?;
    assert!(one.body.contains("Open sessions ended") && one.body.contains("1 ended, after"), "{one:?}");
    assert_eq!(world.agent.signed_in().len(), 2);
    world.agent.be_away(true);
    let failed = desk.post(&web, &path, &[("source", "all"), ("reason", "lost phone")]).await?;
    assert!(failed.body.contains("did not work yet"), "{failed:?}");
    let page = desk.get(&web, &path).await?;
    assert!(page.body.contains("can&#39;t be read") || page.body.contains("can't be read"), "{page:?}");
    world.agent.be_away(false);
    let auditor = AdminClient::enter(&world, &web, "c.aud@contoso.example", &[Role::Auditor]).await?;
    let page = auditor.get(&web, &path).await?;
    assert!(page.body.contains("198.51.100.7") && !page.body.contains("name=\"source\""), "{page:?}");
    assert_eq!(auditor.post(&web, &path, &[("source", "all"), ("reason", "x")]).await?.status, 403);
    Ok(())
}
