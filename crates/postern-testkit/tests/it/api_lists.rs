//! Lists and single things of the API: pages by cursor, the views of Active users, tags and what they keep apart.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::command::Command;
use postern_core::time::Span;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::api_programs::{acting, ask};

const US: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

async fn opened() -> Result<(World, Web, String)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = acting(&world, "shop", Role::GlobalAdmin, root("a test")).await?;
    Ok((world, web, token))
}

async fn get(web: &Web, token: &str, path: &str) -> Result<Value> {
    let reply = ask(web, token, "get", path, &Value::Null).await?;
    assert_eq!(reply.status, 200, "{path}: {reply:?}");
    reply.json()
}

/// What stands at `column` of each row, page by page along `next`.
async fn walked(
    web: &Web,
    token: &str,
    path: &str,
    list: &str,
    column: &str,
) -> Result<(Vec<String>, usize)> {
    let (mut all, mut pages, mut at) = (Vec::new(), 0, path.to_owned());
    loop {
        let page = get(web, token, &at).await?;
        pages += 1;
        let rows = page[list].as_array().context("a list")?;
        all.extend(rows.iter().map(|row| row[column].as_str().unwrap_or_default().to_owned()));
        let Some(next) = page["next"].as_str() else { return Ok((all, pages)) };
        at = next.strip_prefix("/api/v1").context("a link to the API")?.to_owned();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_long_list_is_walked_by_its_links_without_a_row_twice_or_missing() -> Result<()> {
    let (world, web, token) = opened().await?;
    for number in 0..5 {
        let person = world.person(&format!("p{number}@contoso.example")).await?;
        // Two rows that began at the same moment: the clock of a world stands.
        world.engine.execute(person.id, Command::RestrictSending { until: None }, root("a test")).await?;
        let block = json!({"network": format!("203.0.113.{number}"), "never_ends": true, "reason": "a test"});
        let kind = if number % 2 == 0 { "block" } else { "allow" };
        assert_eq!(ask(&web, &token, "post", &format!("/sources/{kind}"), &block).await?.status, 200);
    }
    for (path, list, column) in [
        ("/accounts?search=contoso", "accounts", "address"),
        ("/accounts?view=restricted&descending=true", "accounts", "address"),
        ("/restrictions?kind=sending_restricted", "restrictions", "id"),
        ("/audit?", "audit", "id"),
    ] {
        let (whole, _) = walked(&web, &token, &format!("{path}&limit=500"), list, column).await?;
        let (by_two, pages) = walked(&web, &token, &format!("{path}&limit=2"), list, column).await?;
        assert_eq!(whole, by_two, "{path}");
        assert!(whole.len() >= 5 && pages == whole.len().div_ceil(2), "{path}: {pages} pages of {whole:?}");
    }
    let (blocks, pages) = walked(&web, &token, "/sources?limit=2", "blocks", "id").await?;
    let (entries, _) = walked(&web, &token, "/sources?limit=2", "entries", "id").await?;
    assert_eq!((blocks.len(), entries.len(), pages), (3, 2, 3));
    for wrong in ["/accounts", "/restrictions", "/audit", "/sources"] {
        let reply = ask(&web, &token, "get", &format!("{wrong}?cursor=rubbish"), &Value::Null).await?;
        let problem = reply.json()?;
        assert_eq!((reply.status, &problem["errors"][0]["parameter"]), (400, &json!("cursor")), "{wrong}");
        for limit in ["0", "501", "many"] {
            let reply = ask(&web, &token, "get", &format!("{wrong}?limit={limit}"), &Value::Null).await?;
            assert_eq!(reply.status, 400, "{wrong} {limit}");
        }
    }
    Ok(())
}

/// Checklist B10: each view of the page is the query of the same name.
#[tokio::test(flavor = "multi_thread")]
async fn each_view_of_active_users_is_the_query_of_the_same_name() -> Result<()> {
    let (world, web, token) = opened().await?;
    let admin = AdminClient::enter(&world, &web, "boss@contoso.example", &[Role::Auditor]).await?;
    let mut dovecot = world.dovecot().await?;
    for (name, command) in [
        ("blocked@contoso.example", Command::BlockSignIn { until: None }),
        ("restricted@contoso.example", Command::RestrictSending { until: None }),
    ] {
        let person = world.person(name).await?;
        dovecot.attempt(name, "right", true, "198.51.100.20").await?;
        world.engine.execute(person.id, command, root("a test")).await?;
    }
    world.person("locked@contoso.example").await?;
    for guess in 0..12 {
        dovecot.attempt("locked@contoso.example", &format!("guess {guess}"), false, "203.0.113.66").await?;
    }
    world.person("quiet@contoso.example").await?;
    let mut seen = Vec::new();
    for view in ["all", "locked", "restricted", "blocked", "never"] {
        let file = admin.get(&web, &format!("/admin/users/export?format=ndjson&view={view}")).await?;
        let of_page: Vec<String> = file
            .body
            .lines()
            .map(|line| {
                Ok(serde_json::from_str::<Value>(line)?["address"].as_str().unwrap_or_default().to_owned())
            })
            .collect::<Result<_>>()?;
        let (of_api, _) =
            walked(&web, &token, &format!("/accounts?view={view}&limit=2"), "accounts", "address").await?;
        assert_eq!(of_page, of_api, "{view}");
        seen.push((view, of_api.len()));
    }
    assert_eq!(seen, [("all", 5), ("locked", 1), ("restricted", 1), ("blocked", 1), ("never", 3)]);
    let listed = get(&web, &token, "/accounts?view=locked&standing=true").await?;
    let standing = &listed["accounts"][0]["standing"];
    assert_eq!(standing["restrictions"][0]["kind"], "sign_in_locked", "{listed}");
    assert!(standing["failed_day"].as_u64() >= Some(10), "{listed}");
    let unknown = ask(&web, &token, "get", "/accounts?view=colour", &Value::Null).await?;
    assert_eq!(unknown.status, 400);
    Ok(())
}

async fn with(web: &Web, token: &str, method: &str, path: &str, head: &str, body: &Value) -> Result<Reply> {
    let head = format!("Authorization: Bearer {token}\r\n{head}");
    let body = if body.is_null() { String::new() } else { body.to_string() };
    web.request(method, &format!("/api/v1{path}"), &head, &body, US).await
}

async fn tag_of(web: &Web, token: &str, path: &str) -> Result<String> {
    let reply = ask(web, token, "get", path, &Value::Null).await?;
    Ok(reply.header("etag").with_context(|| format!("{path}: {reply:?}"))?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_names_what_was_seen_is_made_only_while_it_is_so() -> Result<()> {
    let (world, web, token) = opened().await?;
    let rob = world.person("rob@contoso.com").await?;
    let group = json!({"priority": 7, "conditions": {"groups": ["g"]}, "values": {"novel_hour_max": 20}, "reason": "a test"});
    let account = format!("/accounts/{}", rob.id);
    let cases = [
        (account.as_str(), "PATCH", account.as_str(), json!({"display_name": "Rob", "reason": "a test"})),
        (
            &account,
            "POST",
            &format!("{account}/aliases"),
            json!({"alias": "r@contoso.com", "reason": "a test"}),
        ),
        (&account, "DELETE", &format!("{account}/aliases/r@contoso.com?reason=x"), Value::Null),
        (
            &account,
            "POST",
            &format!("{account}/rename"),
            json!({"to": "robert@contoso.com", "reason": "a test"}),
        ),
        ("/policies/scoped", "PUT", "/policies/scoped/few", group),
        ("/policies/scoped", "DELETE", "/policies/scoped/few?reason=x", Value::Null),
        (
            "/policies",
            "PATCH",
            "/policies",
            json!({"values": {"outbound.cap_day": 1999}, "reason": "a test"}),
        ),
        ("/policies", "POST", "/policies/presets/strict", json!({"reason": "a test"})),
        (&account, "DELETE", &format!("{account}?reason=x"), Value::Null),
    ];
    for (seen, method, path, body) in cases {
        let tag = tag_of(&web, &token, seen).await?;
        let other = "If-Match: \"0123456789abcdef-0\"\r\n";
        let refused = with(&web, &token, method, path, other, &body).await?;
        assert_eq!(
            (refused.status, &refused.json()?["code"]),
            (412, &json!("precondition_failed")),
            "{method} {path}"
        );
        assert_eq!(tag_of(&web, &token, seen).await?, tag, "{method} {path}: nothing was changed");
        let head = format!("If-Match: \"0123456789abcdef-0\", {tag}\r\n");
        let done = with(&web, &token, method, path, &head, &body).await?;
        assert_eq!(done.status, 200, "{method} {path}: {done:?}");
        if ask(&web, &token, "get", seen, &Value::Null).await?.status == 200 {
            assert_ne!(tag_of(&web, &token, seen).await?, tag, "{method} {path}: it is another thing now");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_what_would_be_answered_is_told_so_and_a_fading_score_voids_no_change() -> Result<()> {
    let (world, web, token) = opened().await?;
    let rob = world.person("rob@contoso.com").await?;
    let path = format!("/accounts/{}", rob.id);
    let mut dovecot = world.dovecot().await?;
    dovecot.attempt("rob@contoso.com", "right", true, "198.51.100.20").await?;
    let tag = tag_of(&web, &token, &path).await?;
    for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
        let head = format!("If-None-Match: {known}\r\n");
        let reply = with(&web, &token, "GET", &path, &head, &Value::Null).await?;
        assert_eq!((reply.status, reply.body.as_str()), (304, ""), "{known}");
        assert_eq!(reply.header("etag"), Some(tag.as_str()));
    }
    let other = with(&web, &token, "GET", &path, "If-None-Match: \"x\"\r\n", &Value::Null).await?;
    assert_eq!(other.status, 200);
    world.clock.advance(Span::from_hours(1));
    let head = format!("If-Match: {tag}\r\n");
    let body = json!({"display_name": "Rob", "reason": "a test"});
    assert_eq!(with(&web, &token, "PATCH", &path, &head, &body).await?.status, 200);
    Ok(())
}
