//! `/admin/sources` over HTTP: what is said of sources is seen with its note, added and taken back, by whoever may.

use anyhow::{Context, Result};
use postern_core::account::{AccountKind, Role};
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::EntryKind;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

const HOSTILE: &str = "<img src=x onerror=alert(1)>";

async fn opened(role: Role) -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "a.admin@contoso.example", &[role]).await?;
    Ok((world, web, admin))
}

/// What is below the tabs.
fn table(page: &Reply) -> &str {
    assert_eq!(page.status, 200, "{page:?}");
    page.body.split_once("<tbody>").map_or("", |(_, rest)| rest)
}

#[tokio::test]
async fn a_source_is_blocked_with_a_reason_and_an_end_and_unblocked_again() -> Result<()> {
    let (world, web, admin) = opened(Role::Responder).await?;
    let form =
        [("network", "203.0.113.9/24"), ("until", "2031-01-01T12:00"), ("reason", "guesses all night")];
    let done = admin.post(&web, "/admin/sources/block", &form).await?;
    assert!(done.body.contains("Source blocked: 203.0.113.9/24") && done.body.contains("after"), "{done:?}");
    let blocks = world.engine.source_blocks();
    assert_eq!(blocks.len(), 1);
    assert_eq!(blocks[0].entity.network().context("a network")?.to_string(), "203.0.113.0/24");
    let list = admin.get(&web, "/admin/sources").await?;
    let row = table(&list);
    assert!(
        row.contains("203.0.113.0/24") && row.contains("guesses all night") && row.contains("2031"),
        "{row}"
    );
    assert!(list.body.contains("1 source is blocked."), "{list:?}");
    let path = format!("/admin/sources/blocks/{}/end", blocks[0].id);
    let ask = admin.get(&web, &path).await?;
    assert!(
        ask.body.contains("This block ends at once") && ask.body.contains("guesses all night"),
        "{ask:?}"
    );
    let ended = admin.post(&web, &path, &[("reason", "it was our own scanner")]).await?;
    assert!(ended.body.contains("Source not blocked any more: 203.0.113.0/24"), "{ended:?}");
    assert!(world.engine.source_blocks().is_empty());
    let again = admin.post(&web, &path, &[("reason", "twice")]).await?;
    assert!(again.status == 403 && again.body.contains("has ended already"), "{again:?}");
    Ok(())
}

#[tokio::test]
async fn entries_are_allowed_shared_and_pinned_and_found_by_note_and_network() -> Result<()> {
    let (world, web, admin) = opened(Role::Responder).await?;
    world.account("payroll@contoso.example", AccountKind::Application, &[]).await?;
    world.person("rob@contoso.example").await?;
    let never = ("never", "yes");
    for (path, fields) in [
        ("allow", vec![("network", "198.51.100.0/24"), ("reason", "the office in Rīga"), never]),
        ("allow", vec![("user", "rob@contoso.example"), ("reason", HOSTILE), never]),
        ("share", vec![("network", "192.0.2.7"), ("reason", "webmail"), never]),
        ("pin", vec![("network", "192.0.2.8"), ("user", "payroll"), ("reason", "runs there"), never]),
    ] {
        let done = admin.post(&web, &format!("/admin/sources/{path}"), &fields).await?;
        assert!(done.status == 200 && done.body.contains("role=\"status\""), "{path}: {done:?}");
    }
    let all = admin.get(&web, "/admin/sources").await?;
    assert!(!all.body.contains("<img") && all.body.contains("&#60;img src=x"), "{all:?}");
    for (query, expected) in [
        ("?kind=allowed", vec!["198.51.100.0/24", "rob@contoso.example"]),
        ("?kind=shared", vec!["192.0.2.7/32"]),
        ("?kind=pinned", vec!["192.0.2.8/32"]),
        ("?kind=blocked", vec![]),
        ("?q=riga", vec!["198.51.100.0/24"]),
        ("?q=198.51.100.77", vec!["198.51.100.0/24"]),
        ("?q=192.0.2.0/24", vec!["192.0.2.7/32", "192.0.2.8/32"]),
        ("?q=nothing+like+it", vec![]),
    ] {
        let page = admin.get(&web, &format!("/admin/sources{query}")).await?;
        let rows = table(&page);
        let found = ["198.51.100.0/24", "rob@contoso.example", "192.0.2.7/32", "192.0.2.8/32"];
        let found: Vec<&str> = found.into_iter().filter(|text| rows.contains(text)).collect();
        assert_eq!(found, expected, "{query}");
    }
    let standing = admin.get(&web, "/admin/sources?q=198.51.100.77").await?;
    assert!(standing.body.contains("How 198.51.100.77 stands"), "{standing:?}");
    let entry = world.engine.source_entries().into_iter().find(|entry| entry.kind == EntryKind::Pinned);
    let path = format!("/admin/sources/entries/{}/end", entry.context("pinned")?.id);
    assert!(admin.get(&web, &path).await?.body.contains("If this was the last one"));
    let ended = admin.post(&web, &path, &[("reason", "moved")]).await?;
    assert!(ended.body.contains("192.0.2.8/32, payroll@contoso.example"), "{ended:?}");
    assert_eq!(world.engine.source_entries().len(), 3);
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_in_the_form_is_said_beside_the_field_and_nothing_typed_is_lost() -> Result<()> {
    let (world, web, admin) = opened(Role::Responder).await?;
    let good =
        [("network", "203.0.113.9"), ("user", ""), ("until", "2031-01-01T12:00"), ("reason", "why not")];
    let with = |name: &'static str, value: &'static str| {
        good.map(|(field, text)| if field == name { (field, value) } else { (field, text) })
    };
    for (fields, problem) in [
        (with("network", "203.0.113"), "Write an address or a network"),
        (with("user", "nobody@contoso.example"), "There is no such account"),
        (with("until", ""), "Choose when it ends"),
        (with("until", "2020-01-01T12:00"), "lie ahead"),
        (with("reason", ""), "reason"),
        (with("network", "0.0.0.0/1"), "too large"),
    ] {
        let page = admin.post(&web, "/admin/sources/block", &fields).await?;
        assert!(page.status == 200 && page.body.contains(problem), "{fields:?}: {page:?}");
        for (_, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
            assert!(page.body.contains(text), "{text} of {fields:?}: {page:?}");
        }
    }
    let both = [good[0], good[2], good[3], ("never", "yes")];
    assert!(admin.post(&web, "/admin/sources/block", &both).await?.body.contains("Choose one of the two"));
    assert!(world.engine.source_blocks().is_empty());
    Ok(())
}

#[tokio::test]
async fn the_help_desk_sees_sources_with_their_notes_and_no_button() -> Result<()> {
    let (world, web, admin) = opened(Role::Helpdesk).await?;
    let network = "203.0.113.0/24".parse()?;
    let block = SourceCommand::Block { network, account: None, until: None };
    world.engine.execute_source(block, root("from the abuse desk")).await?;
    for path in ["/admin/sources", "/admin/locks"] {
        let page = admin.get(&web, path).await?;
        assert!(
            page.body.contains("from the abuse desk") && page.body.contains("203.0.113.0/24"),
            "{page:?}"
        );
        assert!(!page.body.contains("/end\"") && !page.body.contains("/sources/block\""), "{page:?}");
    }
    Ok(())
}
