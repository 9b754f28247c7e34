//! `/admin/settings` over HTTP, and small things that forms owe whoever filled them in.

use anyhow::Result;
use postern_core::account::Role;
use postern_core::command::Command;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

async fn opened(role: Role) -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "a.admin@contoso.example", &[role]).await?;
    Ok((world, web, admin))
}

#[tokio::test]
async fn the_settings_name_the_file_each_key_and_what_holds_without_it() -> Result<()> {
    let (_world, web, admin) = opened(Role::Auditor).await?;
    let page = admin.get(&web, "/admin/settings").await?;
    for said in [
        "edit /etc/postern/postern.toml and restart Postern",
        "<code>https://postern.contoso.example</code>",
        "<code>web.public_url</code>",
        "<code>admins@contoso.example</code>",
        "<code>Svenska</code>",
        "From everywhere",
        "only the built-in list of common passwords",
        "Without [exports.dovecot]",
        "href=\"/admin/policies\"",
    ] {
        assert!(page.body.contains(said), "{said}: {page:?}");
    }
    assert!(!page.body.contains("/admin/tokens") && !page.body.contains("Demo:"), "{page:?}");
    Ok(())
}

#[tokio::test]
async fn the_second_of_two_admins_who_unblock_is_told_who_did_it_and_when() -> Result<()> {
    let (world, web, admin) = opened(Role::Responder).await?;
    let rob = world.person("rob@contoso.example").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let path = format!("/admin/users/{}/unblock", rob.id);
    let other = AdminClient::enter(&world, &web, "b.admin@contoso.example", &[Role::Responder]).await?;
    let reason = [("reason", "phoned, a newsletter")];
    assert!(other.post(&web, &path, &reason).await?.body.contains("can send again"));
    let second = admin.post(&web, &path, &[("reason", "me too")]).await?;
    for said in [
        "There is nothing to unblock",
        "The last restriction ended",
        "b.admin@contoso.example",
        "a newsletter",
    ] {
        assert!(second.status == 200 && second.body.contains(said), "{said}: {second:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_refused_token_keeps_its_name_and_a_form_that_is_too_large_is_called_that() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let token = [("name", "webmail"), ("until", "2031-01-01T12:00"), ("reason", "roundcube")];
    assert!(admin.post(&web, "/admin/tokens", &token).await?.body.contains("class=\"shown\""));
    let again = admin.post(&web, "/admin/tokens", &token).await?;
    for kept in ["id=\"name-problem\"", "value=\"webmail\"", "value=\"2031-01-01T12:00\"", "roundcube"] {
        assert!(again.status == 200 && again.body.contains(kept), "{kept}: {again:?}");
    }
    let long = "x".repeat(20_000);
    let large = admin.post(&web, "/admin/policies/scoped/preview", &[("users", &long)]).await?;
    assert!(large.status == 413 && large.body.contains("A form can hold 16 KB"), "{large:?}");
    assert!(world.engine.scoped_policies().in_order().is_empty());
    Ok(())
}
