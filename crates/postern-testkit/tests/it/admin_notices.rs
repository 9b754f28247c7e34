//! What every global admin is told: that somebody acted on one of them, or made somebody one (checklist, rule e).

use postern_core::account::{AccountKind, Role};
use postern_core::command::{Asker, Command, ProfileChange};
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_engine::ports::Notice;
use postern_testkit::world::{World, eventually, root};

const ADMINS: [&str; 2] = ["eva@contoso.example", "ingrid@contoso.example"];

async fn told(world: &World, count: usize) -> anyhow::Result<Vec<Notice>> {
    eventually(async || Ok(world.notices.all().len() >= count)).await?;
    Ok(world.notices.all())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_global_admin_is_told_when_one_of_them_is_blocked_by_another() -> anyhow::Result<()> {
    let world = World::start().await?;
    let eva = world.account(ADMINS[0], AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let ingrid = world.account(ADMINS[1], AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let made = told(&world, 2).await?;
    assert!(made.iter().any(|notice| notice.subject.contains(ADMINS[1])), "made one: {made:?}");
    let by_eva = |note: &str| Asker {
        actor: Actor::Person(eva.id),
        roles: vec![Role::GlobalAdmin],
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    };
    world.clock.advance(Span::from_hours(1));
    let block = Command::BlockSignIn { until: None };
    world.engine.execute(ingrid.id, block, by_eva("left\n\nthe company")).await?;
    let notice = told(&world, 3).await?.remove(2);
    assert_eq!(notice.subject, "ingrid@contoso.example was changed by another admin");
    for expected in [
        "By: eva@contoso.example",
        "What: Sign-in blocked\n",
        "Reason given: left the company\n",
        "signin block",
        ADMINS[0],
    ] {
        assert!(notice.body.contains(expected), "{expected}: {}", notice.body);
    }
    let mut addresses = notice.also_to;
    addresses.sort();
    assert_eq!(addresses, ADMINS, "also the one who is blocked: the mailbox may be all that is left");
    // On herself, and on somebody who is no global admin: nobody needs to hear of it.
    let change = ProfileChange { display_name: Some("Eva".to_owned()), ..ProfileChange::default() };
    world.engine.execute(eva.id, Command::ChangeProfile(change), by_eva("")).await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::BlockSignIn { until: None }, by_eva("lost phone")).await?;
    // Root tells as well, and comes after what told nobody.
    world.clock.advance(Span::from_hours(1));
    world.engine.execute(ingrid.id, Command::AllowSignIn, root("is back")).await?;
    let all = told(&world, 4).await?;
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(all[3].body.contains("By: root (root on this machine)"), "{}", all[3].body);
    assert!(!all[3].body.contains("signin block"), "root is nobody's account: {}", all[3].body);
    Ok(())
}
