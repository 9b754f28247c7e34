//! The API on the public listener: who may ask what with which token, from where, and until when.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::access;
use postern_core::account::{Account, AccountKind, Role};
use postern_core::command::{Asker, Command};
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::token::Scope;
use postern_engine::programs::NewToken;
use postern_testkit::web_client::{Reply, Web, token};
use postern_testkit::world::{World, root};
use postern_web::api::v1::routes::{ADMIN_ROUTES, Access, OPEN_ROUTES, Route, SIGN_IN_ROUTES};
use postern_web::public::Limits;
use serde_json::{Value, json};

const US: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

/// A token by which a program acts with a role.
pub async fn acting(world: &World, name: &str, role: Role, asker: Asker) -> Result<String> {
    let scope =
        Scope::ALL.iter().find(|scope| scope.role() == Some(role)).context("a scope for each role")?;
    let new = NewToken { name: name.to_owned(), scopes: vec![*scope], reach: Reach::ALL_DOMAINS, ends: None };
    Ok(world.engine.add_token(new, asker).await?.text)
}

/// Asks below `/api/v1`.
pub async fn ask(web: &Web, token: &str, method: &str, path: &str, body: &Value) -> Result<Reply> {
    let head = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    let body = if body.is_null() { String::new() } else { body.to_string() };
    web.request(&method.to_uppercase(), &format!("/api/v1{path}"), &head, &body, US).await
}

/// A body with which a route would do something, or at least get as far as the question who asks.
fn body_of(path: &str, unique: &str) -> Value {
    let reason = "the matrix";
    let end = "2031-01-01T00:00:00Z";
    match path {
        "/accounts" => json!({"address": format!("{unique}@contoso.example"), "reason": reason}),
        "/accounts/import" => json!({"accounts": [], "reason": reason}),
        "/accounts/{id}" => json!({"display_name": unique, "reason": reason}),
        "/accounts/{id}/rename" => json!({"to": format!("{unique}@contoso.example"), "reason": reason}),
        "/accounts/{id}/aliases" => json!({"alias": format!("{unique}-a@contoso.example"), "reason": reason}),
        "/accounts/{id}/password" => json!({"password": "correct horse battery 7", "reason": reason}),
        "/contacts" => json!({"login": "rob@contoso.com", "addresses": ["a@example.com"], "reason": reason}),
        "/accounts/{id}/queue/hold" | "/accounts/{id}/queue/release" | "/accounts/{id}/queue/delete" => {
            json!({"all": true, "reason": reason})
        }
        "/reports" => json!({"kind": "undelivered", "queue_ids": []}),
        "/policies" => json!({"values": {"outbound.cap_day": 2000}, "reason": reason}),
        "/bulk" | "/bulk/preview" => json!({"action": "unlock", "accounts": [], "reason": reason}),
        "/accounts/{id}/views/{name}" => json!({"query": "view=locked"}),
        "/policies/try" => json!({"values": {"outbound.cap_day": 2000}}),
        "/policies/scoped/{name}" | "/policies/scoped/{name}/preview" => {
            json!({"priority": 7, "conditions": {"groups": ["g"]}, "values": {"novel_hour_max": 10}, "reason": reason})
        }
        "/tokens" => {
            json!({"name": unique, "scopes": ["sign_in:check"], "never_ends": true, "reason": reason})
        }
        "/accounts/{id}/alternates" => json!({"address": format!("{unique}@mail.example"), "reason": reason}),
        "/accounts/{id}/app-passwords" => json!({"name": unique, "reason": reason}),
        "/sources/share" => json!({"network": "203.0.113.0/24", "until": end, "reason": reason}),
        "/sources/unshare" => json!({"network": "203.0.113.0/24", "reason": reason}),
        path if path.starts_with("/sources/") && path.contains("un") || path == "/sources/disallow" => {
            json!({"network": "203.0.113.0/24", "account": "ACCOUNT", "reason": reason})
        }
        path if path.starts_with("/sources/") => {
            json!({"network": "203.0.113.0/24", "account": "ACCOUNT", "until": end, "reason": reason})
        }
        _ => json!({ "reason": reason }),
    }
}

/// Asks a route about an account, so that it has something to do.
async fn ask_as(web: &Web, token: &str, route: &Route, unique: &str, account: &Account) -> Result<Reply> {
    let path = route.path.replace("{id}", &account.id.to_string()).replace("{name}", "strict");
    let path = path
        .replace("{alias}", "r@contoso.com")
        .replace("{device}", "7K2M9-QX4TB")
        .replace("{passkey}", "7K2M9-QX4TB")
        .replace("{app_password}", "7K2M9-QX4TB")
        .replace("{protocol}", "pop3");
    let query = match route.path {
        "/accounts/find" => "?text=t-",
        "/sources/show" | "/accounts/{id}/attempt" => "?address=203.0.113.9",
        _ if route.method == "delete" => "?reason=the+matrix",
        _ => "",
    };
    let has_body = route.method != "get" && route.method != "delete";
    let mut body = if has_body { body_of(route.path, unique) } else { Value::Null };
    if body["account"] == "ACCOUNT" {
        body["account"] = json!(account.id.to_string());
    }
    if body["login"].is_string() {
        body["login"] = json!(account.primary.to_string());
    }
    ask(web, token, route.method, &format!("{path}{query}"), &body).await
}

/// Reliability J1, for programs: every route of the table with every role, with a token of another sort, and without one.
#[tokio::test(flavor = "multi_thread")]
async fn j1_every_api_route_is_open_to_the_roles_of_its_row_and_to_no_other() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let checks_only = token(&world.engine, "webmail").await?.text;
    let mut tokens = Vec::new();
    for &role in Role::ALL {
        tokens.push((role, acting(&world, role.code(), role, root("the matrix")).await?));
    }
    let nowhere = ask(&web, "", "get", "/nowhere", &Value::Null).await?;
    let without_id = |reply: &Reply| -> Result<Value> {
        let mut body = reply.json()?;
        body["request_id"] = Value::Null;
        Ok(body)
    };
    for (row, route) in ADMIN_ROUTES.iter().enumerate() {
        for wrong in ["", "postern_7K2M9QX4TB_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", &checks_only] {
            let stranger = ask(&web, wrong, route.method, route.path, &Value::Null).await?;
            assert_eq!(stranger.status, 401, "{} {}", route.method, route.path);
            let is_as_nowhere = without_id(&stranger)? == without_id(&nowhere)?;
            assert!(is_as_nowhere, "{}: as where there is nothing", route.path);
        }
        for (role, token) in &tokens {
            // An account each: some of what is asked takes it away, or its name.
            let unique = format!("r{row}-{}", role.code().replace('_', "-"));
            let rob = world.person(&format!("t-{unique}@contoso.com")).await?;
            let reply = ask_as(&web, token, route, &unique, &rob).await?;
            let is_refused = reply.status == 403 && reply.json()?["code"] == "not_allowed";
            let is_expected = match route.access {
                Access::Everybody | Access::Program(_) => false,
                Access::Needs(what) => !access::may(*role, what),
                Access::Root => true,
            };
            assert_eq!(is_refused, is_expected, "{} {} as {role:?}: {reply:?}", route.method, route.path);
            let is_answered = reply.status < 500 || reply.json()?["code"] == "queue_unreadable";
            assert!(
                is_answered && reply.status != 400,
                "{} {} as {role:?}: {reply:?}",
                route.method,
                route.path
            );
        }
    }
    assert!(ADMIN_ROUTES.len() > 50, "the routes are read from the router");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn j1_a_token_for_the_admin_api_signs_nobody_in_and_open_routes_need_none() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let global = acting(&world, "everything", Role::GlobalAdmin, root("a test")).await?;
    for route in SIGN_IN_ROUTES {
        for token in ["", &global] {
            assert_eq!(
                ask(&web, token, route.method, route.path, &json!({})).await?.status,
                401,
                "{}",
                route.path
            );
        }
    }
    for route in OPEN_ROUTES {
        let path = route.path.replace("{code}", "name_taken");
        assert_eq!(ask(&web, "", route.method, &path, &Value::Null).await?.status, 200, "{path}");
    }
    let told = ask(&web, "", "get", "/problems/name_taken", &Value::Null).await?.json()?;
    assert_eq!((&told["status"], &told["code"]), (&json!(409), &json!("name_taken")));
    assert_eq!(ask(&web, "", "get", "/problems/colour", &Value::Null).await?.status, 404);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_acts_as_itself_and_its_name_is_in_the_audit() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person("rob@contoso.com").await?;
    let token = acting(&world, "shop", Role::Responder, root("a test")).await?;
    let block = json!({"reason": "left the house", "until": "2031-01-01T00:00:00Z"});
    let done = ask(&web, &token, "post", &format!("/accounts/{}/block", rob.id), &block).await?;
    assert_eq!(done.status, 200, "{done:?}");
    let listed = ask(&web, &token, "get", "/restrictions?blocked=true", &Value::Null).await?.json()?;
    let row = &listed["restrictions"][0];
    assert_eq!((&row["origin"], &row["actor"]["name"]), (&json!("api"), &json!("shop")), "{listed}");
    let audit = ask(&web, &token, "get", "/audit?limit=1", &Value::Null).await?.json()?;
    assert_eq!(audit["audit"][0]["actor"], json!({"kind": "program", "name": "shop"}));
    assert_eq!(audit["audit"][0]["reason"], "left the house");
    assert!(world.engine.tokens(&root("")).expect("root sees them")[0].last_used.is_some());
    Ok(())
}

/// Checklist M13.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_dead_with_its_revocation_its_end_and_whatever_its_maker_lost() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let other = world.account("other@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let boss = world.account("boss@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let by_boss = |note: &str| Asker {
        actor: Actor::Person(boss.id),
        roles: boss.roles.clone(),
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    };
    let token = acting(&world, "shop", Role::UserAdmin, by_boss("the shop")).await?;
    let by_other = |note: &str| Asker { actor: Actor::Person(other.id), ..by_boss(note) };
    let seen =
        async || Ok::<_, anyhow::Error>(ask(&web, &token, "get", "/accounts", &Value::Null).await?.status);
    assert_eq!(seen().await?, 200);
    world.engine.execute(boss.id, Command::BlockSignIn { until: None }, by_other("stolen")).await?;
    assert_eq!(seen().await?, 401, "its maker is blocked");
    world.engine.execute(boss.id, Command::AllowSignIn, by_other("back")).await?;
    assert_eq!(seen().await?, 200);
    let demote = |role| {
        let change = postern_core::command::ProfileChange { roles: Some(vec![role]), ..Default::default() };
        Command::ChangeProfile(change)
    };
    world.engine.execute(boss.id, demote(Role::Helpdesk), by_other("another task")).await?;
    assert_eq!(seen().await?, 401, "its maker has a lower role than it");
    world.engine.execute(boss.id, demote(Role::UserAdmin), by_other("as before")).await?;
    assert_eq!(seen().await?, 200);
    let id = world.engine.tokens(&root("")).expect("root sees them")[0].id;
    world.engine.revoke_token(id, root("replaced")).await?;
    assert_eq!(seen().await?, 401, "revoked");
    Ok(())
}

/// What a program makes is its own maker's: no token outlives the admin behind it by making another.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_a_program_made_dies_with_the_role_of_the_programs_maker() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let other = world.account("other@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let boss = world.account("boss@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let asker = |of: &Account| Asker {
        actor: Actor::Person(of.id),
        roles: of.roles.clone(),
        reach: Reach::ALL_DOMAINS,
        note: "a test".to_owned(),
    };
    let first = acting(&world, "first", Role::GlobalAdmin, asker(&boss)).await?;
    let new =
        json!({"name": "second", "scopes": ["admin:global_admin"], "never_ends": true, "reason": "a test"});
    let made = ask(&web, &first, "post", "/tokens", &new).await?.json()?;
    assert_eq!(made["token"]["made_by"], boss.id.to_string(), "{made}");
    let second = made["text"].as_str().context("its text")?.to_owned();
    assert_eq!(ask(&web, &second, "get", "/accounts", &Value::Null).await?.status, 200);
    world.engine.execute(boss.id, Command::BlockSignIn { until: None }, asker(&other)).await?;
    assert_eq!(ask(&web, &second, "get", "/accounts", &Value::Null).await?.status, 401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_is_nowhere_for_whoever_comes_from_elsewhere_than_the_site_said() -> Result<()> {
    let world = World::start().await?;
    let token = acting(&world, "shop", Role::Auditor, root("a test")).await?;
    let far = Web::with_admin_from(&world.engine, &["127.0.9.0/24"]).await?;
    let reply = ask(&far, &token, "get", "/accounts", &Value::Null).await?;
    assert_eq!((reply.status, &reply.json()?["code"]), (404, &json!("no_such_route")));
    let near = format!("Authorization: Bearer {token}\r\n");
    let here = Ipv4Addr::new(127, 0, 9, 1);
    assert_eq!(far.request("GET", "/api/v1/accounts", &near, "", here).await?.status, 200);
    // The webmail is wherever it is.
    assert_eq!(ask(&far, "", "post", "/sign-in/ask", &json!({})).await?.status, 401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_the_api_may_be_long_for_whoever_has_a_token_and_is_not_read_for_anybody_else() -> Result<()>
{
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = acting(&world, "shop", Role::UserAdmin, root("a test")).await?;
    let head = format!("Authorization: Bearer {token}\r\n");
    for (length, status) in
        [(postern_web::api::v1::BODY_BYTES_MAX, 400), (postern_web::api::v1::BODY_BYTES_MAX + 1, 413)]
    {
        let body = " ".repeat(length);
        let reply = web.request("POST", "/api/v1/accounts/import", &head, &body, US).await?;
        assert_eq!(reply.status, status, "{length}");
    }
    Ok(())
}
