//! What a reader of `/admin/users` chooses over HTTP: the order, the columns, and views of their own.

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::command::{Command, ProfileChange};
use postern_core::time::Span;
use postern_engine::commands::NewAccount;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

async fn opened() -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "z.admin@contoso.example", &[Role::Auditor]).await?;
    Ok((world, web, admin))
}

/// The ids of the rows, in their order.
fn listed(page: &Reply) -> Vec<String> {
    assert_eq!(page.status, 200, "{page:?}");
    let rows = page.body.split("<td class=\"w\"><a href=\"/admin/users/").skip(1);
    rows.filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
}

fn next_of(page: &Reply) -> Option<String> {
    let (before, _) = page.body.split_once("\">Next page</a>")?;
    before.rsplit_once("href=\"").map(|(_, link)| link.replace("&#38;", "&"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_sorted_by_name_or_age_either_way_and_pages_miss_nobody() -> Result<()> {
    let (world, web, admin) = opened().await?;
    // Names that sort otherwise than addresses; every third is equal to the one before, and every fifth has none.
    let named = |number: usize| -> Result<NewAccount> {
        let mut new = world.new_account(&format!("user{number:03}@contoso.example"))?;
        let name = ["Žiga", "Åsa", "Eva", "Ωmega", "Jānis"][number % 5];
        new.display_name =
            if number.is_multiple_of(7) { String::new() } else { format!("{name} {}", 900 - number / 3) };
        Ok(new)
    };
    for part in 0..5 {
        let all = (part * 100..(part + 1) * 100).map(named).collect::<Result<Vec<_>>>()?;
        for made in world.engine.create_accounts(all, root("")).await? {
            made?;
        }
        world.clock.advance(Span::from_s(1));
    }
    let mut whole = Vec::new();
    for query in ["sort=name", "sort=name&order=down", "sort=created", "sort=created&order=down"] {
        let mut seen = Vec::new();
        let mut path = Some(format!("/admin/users?{query}"));
        while let Some(at) = path {
            let page = admin.get(&web, &at).await?;
            seen.extend(listed(&page));
            path = next_of(&page);
        }
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!((seen.len(), once.len()), (501, 501), "{query}");
        whole.push(seen);
    }
    for pair in whole.chunks(2) {
        assert!(pair[0].iter().eq(pair[1].iter().rev()), "the other way round is the reverse");
    }
    let found = admin.get(&web, "/admin/users?sort=name&q=asa+8").await?;
    let names: Vec<&str> = found.body.split("Åsa ").skip(1).filter_map(|rest| rest.get(..3)).collect();
    assert!(names.len() > 20 && names.is_sorted(), "{names:?}");
    assert!(found.body.contains("aria-sort=\"ascending\""), "{found:?}");
    // The view of those without a sign-in comes in the order of addresses, and says so by offering no other.
    let never = admin.get(&web, "/admin/users?view=never&sort=name").await?;
    assert!(never.body.contains("<th scope=\"col\">Name</th>") && never.body.contains("aria-sort=\"asc"));
    Ok(())
}

#[tokio::test]
async fn chosen_columns_are_in_the_address_and_come_back_by_themselves() -> Result<()> {
    let (world, web, admin) = opened().await?;
    let rob = world.person("rob@contoso.example").await?;
    let groups = ProfileChange { groups: Some(vec!["Sales".to_owned()]), ..ProfileChange::default() };
    world.engine.execute(rob.id, Command::ChangeProfile(groups), root("sales")).await?;
    let usual = admin.get(&web, "/admin/users").await?;
    assert!(usual.body.contains(">Failed sign-ins</th>") && !usual.body.contains("Sales"), "{usual:?}");
    let chosen = [("c", "groups"), ("c", "created"), ("q", "rob"), ("sort", "name")];
    let reply = admin.post(&web, "/admin/users/columns", &chosen).await?;
    assert_eq!(
        reply.header("location"),
        Some("/admin/users?q=rob&sort=name&cols=groups.created"),
        "{reply:?}"
    );
    let set = reply.header("set-cookie").context("the choice is kept")?;
    assert!(set.starts_with("postern_columns=groups.created; Path=/; HttpOnly; SameSite=Lax"), "{set}");
    let kept = AdminClient {
        cookie: format!("{}; postern_columns=groups.created", admin.cookie),
        ..AdminClient { account: admin.account.clone(), cookie: String::new(), source: admin.source }
    };
    let later = kept.get(&web, "/admin/users?q=rob").await?;
    assert!(later.body.contains("Sales") && !later.body.contains(">Failed sign-ins</th>"), "{later:?}");
    let asked = kept.get(&web, "/admin/users?q=rob&cols=failed").await?;
    assert!(!asked.body.contains("Sales") && asked.body.contains(">Failed sign-ins</th>"), "{asked:?}");
    Ok(())
}

#[tokio::test]
async fn a_view_of_ones_own_is_a_name_and_a_query_for_oneself_alone_and_there_are_twenty() -> Result<()> {
    let (world, web, admin) = opened().await?;
    let other = AdminClient::enter(&world, &web, "y.admin@contoso.example", &[Role::GlobalAdmin]).await?;
    let view = [("name", "Sales & <b>co</b>"), ("view", "locked"), ("q", "sales é"), ("order", "down")];
    let saved = admin.post(&web, "/admin/users/views", &view).await?;
    let target = "/admin/users?view=locked&q=sales%20%C3%A9&order=down";
    assert_eq!(saved.header("location"), Some(target), "{saved:?}");
    let list = admin.get(&web, target).await?;
    let link = "aria-current=\"page\">Sales &#38; &#60;b&#62;co&#60;/b&#62;</a>";
    assert!(list.body.contains(link), "{list:?}");
    let theirs = other.get(&web, "/admin/users").await?;
    assert!(!theirs.body.contains("Sales"), "nobody sees another's: {theirs:?}");
    for (name, said) in [(" ", "at most 80 characters"), (&"x".repeat(81), "at most 80 characters")] {
        let refused = admin.post(&web, "/admin/users/views", &[("name", name), ("q", "kept")]).await?;
        assert!(refused.body.contains(said) && refused.body.contains("value=\"kept\""), "{refused:?}");
    }
    for number in 1..20 {
        let reply = admin.post(&web, "/admin/users/views", &[("name", &format!("view {number}"))]).await?;
        assert_eq!(reply.status, 303, "{number}");
    }
    let many = admin.post(&web, "/admin/users/views", &[("name", "one more")]).await?;
    assert!(many.body.contains("You have 20 views") && many.body.contains("value=\"one more\""), "{many:?}");
    // Under a name that is there already it takes that one's place.
    let same = admin.post(&web, "/admin/users/views", &[("name", "view 7"), ("q", "rob")]).await?;
    assert_eq!(same.status, 303);
    admin.post(&web, "/admin/users/views/remove", &[("name", "Sales & <b>co</b>")]).await?;
    let left = world.engine.saved_views(admin.account.id).await?;
    assert_eq!(left.len(), 19);
    assert!(left.iter().any(|view| view.name == "view 7" && view.query == "q=rob"), "{left:?}");
    let cookie = admin.cookie.clone();
    let world = world.restart().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient { cookie, ..admin };
    assert!(admin.get(&web, "/admin/users").await?.body.contains(">view 7</a>"), "a restart forgets none");
    world.engine.execute(admin.account.id, Command::Delete, root("left")).await?;
    assert_eq!(world.engine.saved_views(admin.account.id).await?, Vec::new());
    Ok(())
}
