//! Policies for some accounts over HTTP: listed, looked at before they are put, changed, removed, a planned mailing, and which
//! of them an account has.

use anyhow::{Context, Result};
use postern_core::account::{Account, AccountKind, Role};
use postern_core::command::{Command, ProfileChange};
use postern_core::name::AccountName;
use postern_core::time::Span;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

const HOSTILE: &str = "\"><img src=x onerror=alert(1)>";

async fn opened(role: Role) -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "a.admin@contoso.example", &[role]).await?;
    for name in ["rob", "eva"] {
        let account = world.person(&format!("{name}@contoso.example")).await?;
        let groups = ProfileChange { groups: Some(vec!["Sales".to_owned()]), ..ProfileChange::default() };
        world.engine.execute(account.id, Command::ChangeProfile(groups), root("sales")).await?;
    }
    world.account("payroll@contoso.example", AccountKind::Application, &[]).await?;
    Ok((world, web, admin))
}

async fn rob(world: &World) -> Result<Account> {
    let name = AccountName::parse("rob@contoso.example", world.engine.names())?;
    world.engine.store().account_by_name(&name).await?.context("made above")
}

const SALES: [(&str, &str); 5] = [
    ("name", "sales"),
    ("priority", "10"),
    ("groups", "Sales\r\nMarketing"),
    ("except-users", "eva@contoso.example"),
    ("outbound.novel_hour_max", "45"),
];

#[tokio::test]
async fn a_policy_is_looked_at_with_whom_it_touches_and_nothing_changes_before_yes() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let form = admin.get(&web, "/admin/policies/scoped/new").await?;
    assert!(form.body.contains("name=\"outbound.novel_hour_max\""), "{form:?}");
    let preview = admin.post(&web, "/admin/policies/scoped/preview", &SALES).await?;
    assert!(preview.body.contains("The policy sales, as it would be"), "{preview:?}");
    assert!(
        preview.body.contains("1 account would have it.") && preview.body.contains("rob@contoso.example")
    );
    assert!(preview.body.contains("<b>45</b>"), "{preview:?}");
    assert!(world.engine.scoped_policies().in_order().is_empty(), "looking changes nothing");
    let mut yes = SALES.to_vec();
    let no_reason = admin.post(&web, "/admin/policies/scoped/apply", &yes).await?;
    assert!(no_reason.status == 200 && world.engine.scoped_policies().in_order().is_empty(), "{no_reason:?}");
    yes.push(("reason", "the fair in Ljubljana"));
    let done = admin.post(&web, "/admin/policies/scoped/apply", &yes).await?;
    assert!(done.body.contains("The policy sales is in force for 1 account."), "{done:?}");
    let rob = rob(&world).await?;
    let (name, values) = world.engine.policy_of(rob.id);
    assert_eq!((name.as_deref(), values.novel_hour_max), (Some("sales"), 45));
    let page = admin.get(&web, &format!("/admin/users/{}?tab=sending", rob.id)).await?;
    for said in
        ["has the policy sales, the first", "sales, priority 10: is for this account", "Site&#39;s own: 30"]
    {
        assert!(page.body.contains(said), "{said}: {page:?}");
    }
    // Changed: the form holds what there is, and the preview says who comes and goes.
    let edit = admin.get(&web, "/admin/policies/scoped/of/sales/edit").await?;
    assert!(
        edit.body.contains("Sales\nMarketing</textarea>") && edit.body.contains("value=\"45\""),
        "{edit:?}"
    );
    let mut wider: Vec<_> = SALES.iter().copied().filter(|(field, _)| *field != "except-users").collect();
    let moved = admin.post(&web, "/admin/policies/scoped/preview", &wider).await?;
    assert!(moved.body.contains("come to it: 1. Accounts that leave it: 0"), "{moved:?}");
    wider.push(("outbound.cap_hour", "7"));
    let contradicts = admin.post(&web, "/admin/policies/scoped/preview", &wider).await?;
    assert!(
        contradicts.body.contains("role=\"alert\"") && !contradicts.body.contains("/apply"),
        "{contradicts:?}"
    );
    // Removed.
    let ask = admin.get(&web, "/admin/policies/scoped/of/sales/remove").await?;
    assert!(ask.body.contains("1 account has it now") && ask.body.contains("rob@contoso.example"), "{ask:?}");
    let gone = admin.post(&web, "/admin/policies/scoped/of/sales/remove", &[("reason", "over")]).await?;
    assert!(gone.body.contains("The policy sales is gone"), "{gone:?}");
    assert_eq!(world.engine.policy_of(rob.id).0, None);
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_with_a_policy_is_said_and_what_was_typed_comes_back() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let with = |name: &'static str, value: &'static str| {
        let mut fields: Vec<(&str, &str)> =
            SALES.iter().copied().filter(|(field, _)| *field != name).collect();
        fields.push((name, value));
        fields
    };
    for (fields, problem) in [
        (with("name", "Sales!"), "be the name of a policy"),
        (with("priority", "soon"), "whole number"),
        (with("users", "nobody@contoso.example"), "There is no user nobody@contoso.example"),
        (with("domains", "not a domain"), "be a group or a domain"),
        (with("outbound.novel_hour_max", "many"), "many"),
        (with("until", "2020-01-01T00:00"), "lie ahead"),
        (vec![("name", "empty"), ("priority", "1")], "Say who the policy is for"),
        (with("groups", HOSTILE), "No account would have it"),
    ] {
        let page = admin.post(&web, "/admin/policies/scoped/preview", &fields).await?;
        let is_said = page.body.contains(problem);
        assert!(page.status == 200 && is_said && !page.body.contains("<img"), "{fields:?}: {page:?}");
        let back = admin.post(&web, "/admin/policies/scoped/new", &fields).await?;
        for (_, text) in fields.iter().filter(|(_, text)| !text.contains(['<', '\r'])) {
            assert!(back.body.contains(text), "{text}: {back:?}");
        }
    }
    assert!(world.engine.scoped_policies().in_order().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_mailing_is_planned_for_one_account_and_ends_by_itself() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let rob = rob(&world).await?;
    let path = format!("/admin/users/{}/mailing", rob.id);
    assert!(admin.get(&web, &path).await?.body.contains("strange places stay as they are"));
    for (recipients, until) in [("0", "2026-03-09T12:00"), ("many", "2026-03-09T12:00"), ("500", "")] {
        let fields = [("recipients", recipients), ("until", until), ("reason", "newsletter")];
        let wrong = admin.post(&web, &path, &fields).await?;
        assert!(wrong.body.contains("aria-invalid") && wrong.body.contains("newsletter"), "{wrong:?}");
    }
    let fields = [("recipients", "5000"), ("until", "2026-03-09T12:00"), ("reason", "newsletter")];
    let done = admin.post(&web, &path, &fields).await?;
    assert!(done.body.contains("may write to 5,000 recipients until"), "{done:?}");
    assert_eq!(world.engine.policy_of(rob.id).1.novel_hour_max, 5_000);
    world.clock.advance(Span::from_days(14));
    assert_eq!(world.engine.policy_of(rob.id).1.novel_hour_max, 30, "it has ended");
    Ok(())
}

#[tokio::test]
async fn an_auditor_reads_policies_for_some_accounts_and_finds_no_button() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let mut yes = SALES.to_vec();
    yes.push(("reason", "the fair"));
    admin.post(&web, "/admin/policies/scoped/apply", &yes).await?;
    let auditor = AdminClient::enter(&world, &web, "b.audit@contoso.example", &[Role::Auditor]).await?;
    for path in ["/admin/policies/scoped", "/admin/policies/scoped/of/sales"] {
        let page = auditor.get(&web, path).await?;
        assert!(page.status == 200 && page.body.contains("Groups: Sales, Marketing"), "{path}: {page:?}");
        assert!(!page.body.contains("/new\"") && !page.body.contains("/remove\""), "{path}: {page:?}");
    }
    assert_eq!(auditor.get(&web, "/admin/policies/scoped/of/none").await?.status, 404);
    Ok(())
}
