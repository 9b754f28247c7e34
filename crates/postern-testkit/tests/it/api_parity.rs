//! What pages show and do beside single acts, as a program asks it: an action for several accounts, the numbers of the
//! pictures, the settings, an admin's saved views (checklist M3).

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::command::Command;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::api_programs::{acting, ask};

async fn opened(role: Role) -> Result<(World, Web, String)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = acting(&world, "tool", role, root("a test")).await?;
    Ok((world, web, token))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_for_several_accounts_is_looked_at_first_and_each_has_its_own_answer() -> Result<()> {
    let (world, web, token) = opened(Role::Responder).await?;
    let mut ids = Vec::new();
    for name in ["rob", "eva"] {
        let account = world.person(&format!("{name}@contoso.com")).await?;
        ids.push(account.id);
    }
    world.engine.execute(ids[0], Command::BlockSignIn { until: None }, root("phone stolen")).await?;
    let gone = "7K2M9-QX4TB";
    let body = json!({
        "action": "allow", "reason": "all phones found",
        "accounts": [ids[0].to_string(), ids[1].to_string(), gone, ids[0].to_string()],
    });
    let seen = ask(&web, &token, "post", "/bulk/preview", &body).await?.json()?;
    assert_eq!((&seen["done"], &seen["refused"]), (&json!(1), &json!(2)), "{seen}");
    let codes = |view: &Value| -> Vec<Value> {
        view["results"].as_array().into_iter().flatten().map(|one| one["error"].clone()).collect()
    };
    assert_eq!(codes(&seen), [Value::Null, json!("sign_in_not_blocked"), json!("no_such_account")]);
    assert_eq!(world.engine.open_on(ids[0]).len(), 1, "looking changes nothing");
    let done = ask(&web, &token, "post", "/bulk", &body).await?.json()?;
    assert_eq!(codes(&done), codes(&seen), "{done}");
    assert_eq!(done["results"][0]["done"]["receipts"][0]["point"], "gates", "{done}");
    assert_eq!(world.engine.open_on(ids[0]), Vec::new());
    // What this role may not do is refused as a whole, before anybody is looked at.
    let helpdesk = acting(&world, "helpdesk", Role::Helpdesk, root("a test")).await?;
    let restrict = json!({"action": "restrict", "accounts": [ids[1].to_string()], "reason": "spam"});
    assert_eq!(ask(&web, &helpdesk, "post", "/bulk", &restrict).await?.status, 403);
    let many: Vec<String> = (0..501).map(|_| ids[1].to_string()).collect();
    let too_many = json!({"action": "allow", "accounts": many, "reason": "all"});
    assert_eq!(ask(&web, &token, "post", "/bulk", &too_many).await?.status, 400);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_and_settings_are_numbers_and_keys_for_a_program() -> Result<()> {
    let (world, web, token) = opened(Role::Auditor).await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    for number in 0..5 {
        let _answer = postfix.send(&[format!("s{number}@fabrikam.example")]).await?;
    }
    let of_rob =
        ask(&web, &token, "get", &format!("/accounts/{}/series?range=7d", rob.id), &Value::Null).await?;
    let of_rob = of_rob.json()?;
    let sums = of_rob["sums"].as_array().context("sums")?;
    assert_eq!((sums.len(), &sums[167]["recipients_novel"]), (168, &json!(5)), "{of_rob}");
    assert_eq!(of_rob["frame"]["step_s"], 3_600);
    let wrong =
        ask(&web, &token, "get", &format!("/accounts/{}/series?range=1y", rob.id), &Value::Null).await?;
    assert_eq!(wrong.status, 400, "{wrong:?}");
    let site = ask(&web, &token, "get", "/series", &Value::Null).await?.json()?;
    assert_eq!(site["sums"][47]["recipients_permitted"], 5, "{site}");
    let settings = ask(&web, &token, "get", "/settings", &Value::Null).await?.json()?;
    assert!(settings["values"].is_object() && settings["is_sample"] == false, "{settings}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admins_views_are_prepared_by_whoever_manages_admins_and_by_nobody_else() -> Result<()> {
    let (world, web, token) = opened(Role::GlobalAdmin).await?;
    let kim = world.person("kim@contoso.com").await?;
    let path = format!("/accounts/{}/views", kim.id);
    let view = json!({"query": "?view=locked&q=rob"});
    let put = ask(&web, &token, "put", &format!("{path}/Locked%20robs"), &view).await?.json()?;
    assert_eq!(put["views"], json!([{"name": "Locked robs", "query": "view=locked&q=rob"}]));
    let helpdesk = acting(&world, "helpdesk", Role::Helpdesk, root("a test")).await?;
    assert_eq!(ask(&web, &helpdesk, "get", &path, &Value::Null).await?.status, 403);
    let left = ask(&web, &token, "delete", &format!("{path}/Locked%20robs"), &Value::Null).await?.json()?;
    assert_eq!(left["views"], json!([]));
    let nobodys = ask(&web, &token, "get", "/accounts/7K2M9-QX4TB/views", &Value::Null).await?;
    assert_eq!(nobodys.status, 404);
    Ok(())
}
