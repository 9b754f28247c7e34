//! `/admin/users/bulk` over HTTP: the preview says who is left out and why, and what is carried out is exactly the rest.

use anyhow::{Context, Result};
use postern_core::account::{Account, AccountKind, Role};
use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::commands::NewAccount;
use postern_engine::ports::AuditFilter;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

const PREVIEW: &str = "/admin/users/bulk";
const DO: &str = "/admin/users/bulk/do";

async fn opened(role: Role) -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "me@contoso.example", &[role]).await?;
    Ok((world, web, admin))
}

/// Sends the form with these accounts ticked.
async fn send(
    web: &Web,
    admin: &AdminClient,
    path: &str,
    action: &str,
    ids: &[AccountId],
    reason: &str,
) -> Result<Reply> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut fields = vec![("do", action), ("reason", reason)];
    fields.extend(ids.iter().map(|id| ("u", id.as_str())));
    admin.post(web, path, &fields).await
}

/// The ids that a preview would carry out.
fn carried(page: &Reply) -> Vec<String> {
    let fields = page.body.split("name=\"u\" value=\"").skip(1);
    fields.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// The text beside an address in a table.
fn beside<'a>(page: &'a Reply, address: &str) -> Result<&'a str> {
    let (_, rest) = page.body.split_once(&format!("{address}</td>")).with_context(|| format!("{page:?}"))?;
    let (cell, _) = rest.split_once("</td>").context("a cell")?;
    Ok(cell)
}

fn kinds(world: &World, account: &Account) -> Vec<RestrictionKind> {
    world.engine.open_on(account.id).iter().map(|row| row.kind).collect()
}

async fn restricted(world: &World, address: &str, roles: &[Role]) -> Result<Account> {
    let account = world.account(address, AccountKind::Person, roles).await?;
    world.engine.execute(account.id, Command::RestrictSending { until: None }, root("spam")).await?;
    Ok(account)
}

#[tokio::test(flavor = "multi_thread")]
async fn j5_of_a_mixed_list_the_allowed_are_done_and_none_of_the_forbidden_is_changed() -> Result<()> {
    let (world, web, helpdesk) = opened(Role::Helpdesk).await?;
    world.account("boss@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let rob = restricted(&world, "rob@contoso.example", &[]).await?;
    let admin = restricted(&world, "uwe@contoso.example", &[Role::UserAdmin]).await?;
    let free = world.person("free@contoso.example").await?;
    let gone = world.person("gone@contoso.example").await?;
    world.engine.execute(gone.id, Command::Delete, root("left")).await?;
    let ids = [rob.id, admin.id, free.id, gone.id, rob.id];
    let page = send(&web, &helpdesk, PREVIEW, "unblock", &ids, "").await?;
    assert!(page.body.contains("Unblock sending for 1 account?"), "{page:?}");
    assert_eq!(carried(&page), [rob.id.to_string()], "once, although it came twice");
    assert!(page.body.contains("3 accounts are left out"), "{page:?}");
    assert!(beside(&page, &gone.id.to_string())?.contains("does not exist any more"));
    assert!(beside(&page, "free@contoso.example")?.contains("not restricted"), "{page:?}");
    assert_eq!(kinds(&world, &rob), [RestrictionKind::SendingRestricted], "a preview changes nothing");

    // Whoever writes the form by hand gets a line for each, and no more than the rules allow.
    let done = send(&web, &helpdesk, DO, "unblock", &ids, "a newsletter").await?;
    assert!(done.body.contains("Done for 1 account."), "{done:?}");
    assert!(done.body.contains("3 accounts were left out, each with its cause."), "{done:?}");
    assert!(beside(&done, "rob@contoso.example")?.contains("Done"));
    assert!(beside(&done, "uwe@contoso.example")?.contains("User admin"), "{done:?}");
    assert_eq!(kinds(&world, &rob), []);
    assert_eq!(kinds(&world, &admin), [RestrictionKind::SendingRestricted]);
    let audit = AuditFilter { account: Some(rob.id), limit: 1, ..AuditFilter::default() };
    assert_eq!(world.engine.audit(&audit).await?[0].note, "a newsletter");
    for action in ["block", "allow", "restrict", "delete"] {
        let status = if action == "delete" { 404 } else { 403 };
        for path in [PREVIEW, DO] {
            let refused = send(&web, &helpdesk, path, action, &[free.id], "let me").await?;
            assert_eq!(refused.status, status, "{action} {path}");
        }
    }
    assert_eq!(kinds(&world, &free), []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_500_accounts_with_3_forbidden_497_are_blocked_and_501_are_too_many() -> Result<()> {
    let (world, web, me) = opened(Role::Responder).await?;
    let boss = world.account("boss@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let peer = world.account("peer@contoso.example", AccountKind::Person, &[Role::Responder]).await?;
    let new =
        |number: usize| -> Result<NewAccount> { world.new_account(&format!("user{number}@contoso.example")) };
    let all = (0..498).map(new).collect::<Result<Vec<_>>>()?;
    let mut ids = vec![me.account.id, boss.id, peer.id];
    for made in world.engine.create_accounts(all, root("")).await? {
        ids.push(made?);
    }
    let blocked = || ids.iter().filter(|id| !world.engine.open_on(**id).is_empty()).count();
    for path in [PREVIEW, DO] {
        let page = send(&web, &me, path, "block", &ids, "a wave").await?;
        assert!(page.body.contains("At most 500 accounts at a time"));
        assert_eq!((carried(&page).len(), blocked()), (0, 0), "{path}");
    }
    let page = send(&web, &me, PREVIEW, "block", &ids[..500], "").await?;
    assert_eq!(carried(&page).len(), 497);
    assert!(page.body.contains("Block sign-in for 497 accounts?"));
    assert!(beside(&page, "me@contoso.example")?.contains("Responder"));
    let done = send(&web, &me, DO, "block", &ids[..500], "a wave").await?;
    assert!(done.body.contains("Done for 497 accounts."));
    assert!(done.body.contains("3 accounts were left out"));
    assert_eq!(blocked(), 497);
    assert_eq!(world.engine.open_on(me.account.id), []);
    assert_eq!(world.engine.open_on(boss.id), []);
    assert_eq!(world.engine.open_on(peer.id), []);
    // And back, with what is already so as a refusal of its own.
    let done = send(&web, &me, DO, "block", &ids[3..5], "again").await?;
    assert!(done.body.contains("Done for no account."));
    let done = send(&web, &me, DO, "allow", &ids[3..500], "over").await?;
    assert!(done.body.contains("Done for 497 accounts."));
    assert_eq!(blocked(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_global_admin_is_never_blocked_by_a_list() -> Result<()> {
    let (world, web, me) = opened(Role::GlobalAdmin).await?;
    let rob = world.person("rob@contoso.example").await?;
    let page = send(&web, &me, PREVIEW, "block", &[me.account.id, rob.id], "").await?;
    assert!(beside(&page, "me@contoso.example")?.contains("your own account"), "{page:?}");
    let done = send(&web, &me, DO, "block", &[me.account.id, rob.id], "everybody out").await?;
    assert!(done.body.contains("Done for 1 account."), "{done:?}");
    assert_eq!(me.get(&web, "/admin/users").await?.status, 200, "still in");
    assert_eq!(kinds(&world, &rob), [RestrictionKind::SignInBlocked]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_done_without_a_reason_a_token_a_ticked_account_or_a_fresh_code() -> Result<()> {
    let (world, web, me) = opened(Role::GlobalAdmin).await?;
    let rob = restricted(&world, "rob@contoso.example", &[]).await?;
    let still = || assert_eq!(kinds(&world, &rob), [RestrictionKind::SendingRestricted]);
    let page = send(&web, &me, DO, "unblock", &[rob.id], "  ").await?;
    assert!(page.body.contains("id=\"reason-problem\"") && carried(&page).len() == 1, "{page:?}");
    still();
    let fields = [("token", "another"), ("do", "unblock"), ("reason", "r"), ("u", &rob.id.to_string())];
    assert_eq!(me.post_raw(&web, DO, "", &fields).await?.status, 403);
    still();
    for path in [PREVIEW, DO] {
        let page = send(&web, &me, path, "unblock", &[], "r").await?;
        assert!(page.body.contains("No account is selected"), "{page:?}");
        let back = me.get(&web, path).await?;
        assert_eq!((back.status, back.header("location")), (303, Some("/admin/users")));
    }
    // The link that let this admin in vouches for an hour.
    for _ in 0..3 {
        world.clock.advance(Span::from_minutes(21));
        assert_eq!(me.get(&web, "/admin/users").await?.status, 200);
    }
    let page = send(&web, &me, DO, "unblock", &[rob.id], "he phoned").await?;
    assert!(page.body.contains("Confirm that it is you") && page.body.contains("he phoned"), "{page:?}");
    assert_eq!(carried(&page), [rob.id.to_string()]);
    still();
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_is_offered_what_it_may_do_and_an_auditor_nothing() -> Result<()> {
    for (role, offered) in [
        (Role::Auditor, &[][..]),
        (Role::Helpdesk, &["unblock", "unlock"]),
        (Role::Responder, &["unblock", "unlock", "allow", "block", "restrict"]),
    ] {
        let (_world, web, admin) = opened(role).await?;
        let page = admin.get(&web, "/admin/users?tick=shown").await?;
        for action in ["unblock", "unlock", "allow", "block", "restrict"] {
            let is_offered = page.body.contains(&format!("name=\"do\" value=\"{action}\""));
            assert_eq!(is_offered, offered.contains(&action), "{role:?} {action}");
        }
        assert_eq!(page.body.contains("name=\"u\""), !offered.is_empty(), "{role:?}");
        let (_, table) = page.body.split_once("<tbody>").context("a list")?;
        assert!(!table.contains(" checked"), "nobody ticks their own account by all");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn k3_names_and_reasons_of_others_are_text_in_the_preview_and_in_the_result() -> Result<()> {
    let (world, web, me) = opened(Role::GlobalAdmin).await?;
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let rob = world.person("rob@contoso.example").await?;
    let name =
        postern_core::command::ProfileChange { display_name: Some(hostile.to_owned()), ..Default::default() };
    world.engine.execute(rob.id, Command::ChangeProfile(name), root("odd")).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root(hostile)).await?;
    for path in [PREVIEW, DO] {
        let page = send(&web, &me, path, "unblock", &[rob.id, me.account.id], hostile).await?;
        assert!(page.status == 200 && !page.body.contains("<img"), "{page:?}");
        assert!(page.body.contains("&#60;img"), "{page:?}");
    }
    Ok(())
}

/// Resets for a selection: whom the rules forbid is left out, each of the others gets a password and a sheet in the own language,
/// and the page holds nothing that would print the admin's name.
#[tokio::test(flavor = "multi_thread")]
async fn passwords_of_a_selection_are_reset_each_with_a_sheet_of_its_own() -> Result<()> {
    let (world, web, helpdesk) = opened(Role::Helpdesk).await?;
    let boss = world.account("boss@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let me = world.account("peer@contoso.example", AccountKind::Person, &[Role::Helpdesk]).await?;
    let people = [world.person("rob@contoso.example").await?, world.person("kim@contoso.example").await?];
    let greek = postern_core::command::ProfileChange {
        language: Some(postern_core::account::Language::El),
        ..postern_core::command::ProfileChange::default()
    };
    world.engine.execute(people[1].id, Command::ChangeProfile(greek), root("hers")).await?;
    let ids = [people[0].id, people[1].id, boss.id, me.id];
    let page = send(&web, &helpdesk, PREVIEW, "reset", &ids, "").await?;
    assert_eq!(carried(&page), [people[0].id.to_string(), people[1].id.to_string()], "{page:?}");
    assert_eq!(kinds(&world, &people[0]), [], "a preview changes nothing");
    let done = send(&web, &helpdesk, DO, "reset", &ids, "start of term").await?;
    assert!(done.body.contains("Done for 2 accounts."), "{done:?}");
    let sheets: Vec<&str> = done.body.split("<section class=\"sheet").skip(1).collect();
    assert_eq!(sheets.len(), 2);
    assert!(sheets[0].contains("lang=\"en\"") && sheets[1].contains("lang=\"el\""), "{sheets:?}");
    let sheet = sheets.concat();
    let (sheet, _) = sheet.rsplit_once("</section>").context("the end of the last")?;
    assert!(!sheet.contains("me@contoso.example"), "nothing of the admin's: {sheet}");
    for account in &people {
        assert_eq!(kinds(&world, account), [RestrictionKind::PasswordChangeRequired]);
    }
    assert_eq!(kinds(&world, &boss), []);
    Ok(())
}
