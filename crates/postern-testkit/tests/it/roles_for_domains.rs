//! Roles for some domains, through pages, API and engine: whoever has one lives in a site in which there are no other
//! accounts (reliability J9, checklist M1). The routes are the routers' own, so that a new one is asked too.

use anyhow::{Context, Result};
use postern_core::access::{self, is_of_the_whole_site};
use postern_core::account::{Account, Role};
use postern_core::command::{Asker, Command, ProfileChange};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::token::Scope;
use postern_engine::commands::ExecuteError;
use postern_engine::ports::AuditFilter;
use postern_engine::programs::NewToken;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::api::v1::routes::{ADMIN_ROUTES, Access as ApiAccess, Route};
use postern_web::pages::admin::{Access, ROUTES};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::api_programs::ask;

const INSIDE: &str = "rob@contoso.example";
const OUTSIDE: &str = "zelda@fabrikam.example";
/// An id that nobody has.
const NOBODY: &str = "7K2M9-QX4TB";
/// Roles that may be for some domains.
const ROLES: [Role; 4] = [Role::Auditor, Role::Helpdesk, Role::Responder, Role::UserAdmin];

fn contoso() -> Reach {
    Reach::read(["contoso.example"]).expect("a domain")
}

/// Somebody inside and somebody outside, about whom everything is to be told that can be told of an account.
async fn peopled() -> Result<(World, Web, Account, Account)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let mut people = Vec::new();
    for address in [INSIDE, OUTSIDE] {
        let account = world.person(address).await?;
        let name =
            ProfileChange { display_name: Some(address.replace('@', " of ")), ..ProfileChange::default() };
        for command in [
            Command::ChangeProfile(name),
            Command::RestrictSending { until: None },
            Command::BlockSignIn { until: None },
        ] {
            world.engine.execute(account.id, command, root("a reason")).await?;
        }
        people.push(account);
    }
    let outside = people.pop().context("outside")?;
    // A name of it lies in the domain of the reach; it belongs to its primary address all the same.
    let alias = AccountName::parse("zz@contoso.example", world.engine.names())?;
    world.engine.execute(outside.id, Command::AddAlias(alias), root("a reason")).await?;
    Ok((world, web, people.pop().context("inside")?, outside))
}

async fn narrowed(world: &World, web: &Web, address: &str, role: Role) -> Result<AdminClient> {
    let client = AdminClient::enter(world, web, address, &[role]).await?;
    let change = ProfileChange { reach: Some(contoso()), ..ProfileChange::default() };
    world.engine.execute(client.account.id, Command::ChangeProfile(change), root("for contoso")).await?;
    Ok(client)
}

async fn token(world: &World, role: Role) -> Result<String> {
    let scope = Scope::ALL.iter().find(|scope| scope.role() == Some(role)).context("a scope")?;
    let name = format!("contoso {}", role.code());
    let new = NewToken { name, scopes: vec![*scope], reach: contoso(), ends: None };
    Ok(world.engine.add_token(new, root("a portal")).await?.text)
}

/// Nothing of the account outside; what was asked may be said again. Its name and its address would both have to be
/// what was asked for a leak to pass.
fn check_silent(reply: &Reply, asked: &str, at: &str) {
    let said = reply.body.replace(asked, "");
    assert!(!said.contains("zelda") && !said.contains("fabrikam"), "{at}: {}", reply.body);
}

/// What was done to the account outside so far, by the audit.
async fn done_to(world: &World, account: &Account) -> Result<usize> {
    let filter = AuditFilter { account: Some(account.id), limit: 500, ..AuditFilter::default() };
    Ok(world.engine.audit(&filter).await?.len())
}

/// Asks a route of the pages about an account, with all that a form could name it by.
async fn ask_page(
    web: &Web,
    client: &AdminClient,
    method: &str,
    path: &str,
    account: &Account,
) -> Result<Reply> {
    let id = account.id.to_string();
    let path = path.trim_end_matches('/').replace("{id}", &id).replace("{link}", "no");
    let at = format!("/admin{path}");
    let who = [("account", id.as_str()), ("id", &id), ("user", OUTSIDE), ("action", "unlock")];
    let fields = [("reason", "a reason"), ("role", "auditor"), ("until", "2031-01-01T00:00")];
    match method {
        "get" => client.get(web, &at).await,
        _ => client.post(web, &at, &[&who[..], &fields].concat()).await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn j9_no_page_and_no_form_tells_of_an_account_of_another_domain_or_touches_it() -> Result<()> {
    let (world, web, inside, outside) = peopled().await?;
    let before = done_to(&world, &outside).await?;
    for role in ROLES {
        let mut client = None;
        for (row, &(method, path, access)) in ROUTES.iter().enumerate() {
            let entered = match client.take() {
                Some(client) => client,
                None => {
                    let name = format!("{}-{row}@contoso.example", role.code().replace('_', "-"));
                    narrowed(&world, &web, &name, role).await?
                }
            };
            let reply = ask_page(&web, &entered, method, path, &outside).await?;
            let at = format!("{method} {path} as {role:?}: {}", reply.status);
            // The door shows the name that was typed again.
            let typed = if access == Access::Everybody { OUTSIDE } else { "(nothing)" };
            check_silent(&reply, typed, &at);
            if let Access::Needs(what) = access {
                let is_refused =
                    reply.status == 403 && reply.body.contains("Your role is for some domains only");
                let is_expected = is_of_the_whole_site(what) && access::may(role, what);
                assert_eq!(is_refused, is_expected, "{at}: {}", reply.body);
            }
            if path.starts_with("/users/{id}") && reply.status != 403 {
                assert!(matches!(reply.status, 404 | 303), "{at}: as if it were not there");
                if method == "get" {
                    let there = ask_page(&web, &entered, method, path, &inside).await?;
                    assert_eq!(there.status != 404, reply.status == 404, "{at}");
                }
            }
            // Some of what is asked ends the session.
            client = (!path.contains("sign-out") && !path.ends_with("/end")).then_some(entered);
        }
    }
    assert_eq!(done_to(&world, &outside).await?, before, "nothing was done to the account outside");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn j9_no_search_view_order_filter_or_file_finds_an_account_of_another_domain() -> Result<()> {
    let (world, web, _, _) = peopled().await?;
    for role in ROLES {
        let name = format!("{}@contoso.example", role.code().replace('_', "-"));
        let client = narrowed(&world, &web, &name, role).await?;
        for path in [
            "",
            "/users?q=zelda",
            "/users?q=fabrikam",
            "/users?view=restricted",
            "/users?view=blocked",
            "/users?view=never",
            "/users?sort=name",
            "/users?sort=created",
            "/users/export?format=ndjson",
            "/users/export?format=csv&view=never",
            "/users/zelda@fabrikam.example",
            "/users/zz@contoso.example",
            "/restricted?q=zelda",
            "/locks?q=zelda",
            "/audit?account=zelda@fabrikam.example",
            "/audit?by=people",
            "/audit?event=restriction_started",
            "/audit/export?format=ndjson",
        ] {
            let reply = client.get(&web, &format!("/admin{path}")).await?;
            let at = format!("{path} as {role:?}");
            let typed = ["zelda@fabrikam.example", "zelda", "fabrikam"];
            let typed = typed.into_iter().find(|typed| path.contains(typed)).unwrap_or("(nothing)");
            check_silent(&reply, typed, &at);
            let is_list = !["zelda", "fabrikam", "never", "zz@"].iter().any(|part| path.contains(part));
            assert!(!is_list || reply.body.contains("rob"), "{at}: what is inside is there: {}", reply.body);
        }
    }
    Ok(())
}

/// A request of a route of the API about an account: path with query, and body.
fn api_request(route: &Route, id: &str) -> (String, Value) {
    let path = route.path.replace("{id}", id).replace("{device}", NOBODY).replace("{passkey}", NOBODY);
    let path = path.replace("{app_password}", NOBODY).replace("{protocol}", "pop3");
    let path = path.replace("{alias}", OUTSIDE).replace("{name}", "strict");
    let path = match route.path {
        "/sources/show" | "/accounts/{id}/attempt" => format!("{path}?address=203.0.113.9"),
        "/accounts/find" => format!("{path}?text=zelda"),
        _ if route.method == "delete" => format!("{path}?reason=a+reason"),
        _ => path,
    };
    let body = json!({"reason": "a reason", "to": "new@contoso.example", "alias": "n@contoso.example", "all": true,
                      "password": "correct horse battery 7", "account": id});
    // What is named in the body is outside as well.
    let many = json!({"action": "unlock", "accounts": [id], "reason": "a reason"});
    let body = if route.path.starts_with("/bulk") { many } else { body };
    let has_body = !matches!(route.method, "get" | "delete");
    (path, if has_body { body } else { Value::Null })
}

/// Without what differs from answer to answer.
fn plain(reply: &Reply) -> Result<(u16, Value)> {
    let mut body = reply.json()?;
    body["request_id"] = Value::Null;
    Ok((reply.status, body))
}

#[tokio::test(flavor = "multi_thread")]
async fn j9_the_api_answers_for_an_account_of_another_domain_as_for_none() -> Result<()> {
    let (world, web, _, outside) = peopled().await?;
    let before = done_to(&world, &outside).await?;
    let id = outside.id.to_string();
    // Another spelling of the same id is the same id.
    let spelled = format!("%{:02X}{}", id.as_bytes()[0], &id[1..]);
    for role in ROLES {
        let token = token(&world, role).await?;
        let ask_about = async |route: &Route, id: &str| {
            let (path, body) = api_request(route, id);
            ask(&web, &token, route.method, &path, &body).await
        };
        for route in ADMIN_ROUTES {
            let reply = ask_about(route, &id).await?;
            let at = format!("{} {} as {role:?}: {}", route.method, route.path, reply.status);
            check_silent(&reply, &id, &at);
            if route.path.starts_with("/accounts/{id}") {
                assert_eq!(plain(&reply)?, plain(&ask_about(route, NOBODY).await?)?, "{at}");
                assert_eq!((reply.status, ask_about(route, &spelled).await?.status), (404, 404), "{at}");
                continue;
            }
            if route.path.starts_with("/bulk") && reply.status == 200 {
                assert_eq!(reply.json()?["results"][0]["error"], "no_such_account", "{at}");
            }
            let ApiAccess::Needs(what) = route.access else { continue };
            if is_of_the_whole_site(what) && access::may(role, what) {
                let is_unread = matches!(reply.status, 400 | 422);
                assert!(is_unread || reply.json()?["code"] == "for_all_domains_only", "{at}: {reply:?}");
            }
        }
    }
    assert_eq!(done_to(&world, &outside).await?, before, "nothing was done to the account outside");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn j9_no_list_of_the_api_has_an_account_of_another_domain() -> Result<()> {
    let (world, web, inside, outside) = peopled().await?;
    for role in ROLES {
        let token = token(&world, role).await?;
        for path in [
            "/accounts?search=zelda",
            "/accounts",
            "/restrictions?with_ended=true",
            "/audit",
            "/restrictions?search=zelda",
            "/accounts/find?text=zz@contoso.example",
            "/accounts?search=zz@",
        ] {
            let reply = ask(&web, &token, "get", path, &Value::Null).await?;
            assert_eq!(reply.status, 200, "{path}");
            check_silent(&reply, "zelda", path);
            let is_list = !path.contains("zelda") && !path.contains("zz@");
            assert_eq!(reply.body.contains("rob"), is_list, "{path}: {reply:?}");
        }
        let one = |id: &str| format!("/audit?account={id}");
        let rows = ask(&web, &token, "get", &one(&outside.id.to_string()), &Value::Null).await?;
        assert_eq!(rows.json()?["audit"], json!([]));
        let rows = ask(&web, &token, "get", &one(&inside.id.to_string()), &Value::Null).await?;
        assert_ne!(rows.json()?["audit"], json!([]));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn j9_whoever_makes_accounts_makes_them_in_the_own_domains_and_gives_no_role() -> Result<()> {
    let (world, web, _, outside) = peopled().await?;
    let token = token(&world, Role::UserAdmin).await?;
    let make = async |body: Value| ask(&web, &token, "post", "/accounts", &body).await;
    let code = |reply: &Reply| -> Result<String> {
        Ok(reply.json()?["code"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(make(json!({"address": "new@contoso.example"})).await?.status, 201);
    let foreign = make(json!({"address": "new@fabrikam.example"})).await?;
    assert_eq!((foreign.status, code(&foreign)?), (403, "outside_domains".to_owned()));
    let taken = make(json!({"address": OUTSIDE})).await?;
    assert_eq!(code(&taken)?, "outside_domains", "whether the name is taken there is not said");
    let alias = make(json!({"address": "n2@contoso.example", "aliases": ["n2@fabrikam.example"]})).await?;
    assert_eq!(code(&alias)?, "outside_domains");
    let role = make(
        json!({"address": "n3@contoso.example", "roles": ["auditor"], "role_domains": ["contoso.example"]}),
    )
    .await?;
    assert_eq!(role.status, 403);
    let import =
        json!({"dry_run": true, "accounts": [{"address": OUTSIDE}, {"address": "n4@contoso.example"}]});
    let import = ask(&web, &token, "post", "/accounts/import", &import).await?.json()?;
    assert_eq!(import["results"][0]["error"], "outside_domains");
    assert!(import["results"][1].get("error").is_none_or(Value::is_null), "{import}");
    let asker = Asker {
        actor: Actor::Program("portal".to_owned()),
        roles: vec![Role::UserAdmin],
        reach: contoso(),
        note: "x".to_owned(),
    };
    let refused = world.engine.execute(outside.id, Command::Delete, asker).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::NoSuchAccount))), "{refused:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_reaches_no_further_than_its_own_domains_and_those_of_whoever_made_it() -> Result<()> {
    let (world, web, _, _) = peopled().await?;
    let boss = world
        .account("boss@contoso.example", postern_core::account::AccountKind::Person, &[Role::GlobalAdmin])
        .await?;
    world
        .account("second@contoso.example", postern_core::account::AccountKind::Person, &[Role::GlobalAdmin])
        .await?;
    let by_boss = Asker {
        actor: Actor::Person(boss.id),
        roles: vec![Role::GlobalAdmin],
        reach: Reach::ALL_DOMAINS,
        note: "a portal".to_owned(),
    };
    let new = |name: &str, reach: Reach, scope| NewToken {
        name: name.to_owned(),
        scopes: vec![scope],
        reach,
        ends: None,
    };
    let global = world.engine.add_token(new("g", contoso(), Scope::ActAsGlobalAdmin), by_boss.clone()).await;
    assert!(matches!(global, Err(ExecuteError::Refused(Refusal::GlobalAdminForAllDomains))));
    let wide = world
        .engine
        .add_token(new("wide", Reach::ALL_DOMAINS, Scope::ActAsHelpdesk), by_boss.clone())
        .await?
        .text;
    let found = async |token: &str| -> Result<Vec<bool>> {
        let body = ask(&web, token, "get", "/accounts", &Value::Null).await?.body;
        Ok(vec![body.contains("rob@contoso"), body.contains("zelda@fabrikam")])
    };
    assert_eq!(found(&wide).await?, [true, true]);
    let demotion = ProfileChange {
        roles: Some(vec![Role::Responder]),
        reach: Some(contoso()),
        ..ProfileChange::default()
    };
    world.engine.execute(boss.id, Command::ChangeProfile(demotion), root("only contoso now")).await?;
    assert_eq!(found(&wide).await?, [true, false], "it reaches no further than its maker");
    Ok(())
}

/// The roles page gives the domains, keeps what was typed, shows them in the list, on the user's page and in the audit.
#[tokio::test]
async fn the_page_of_roles_gives_them_for_some_domains_and_says_so_everywhere() -> Result<()> {
    let (world, web, rob, _) = peopled().await?;
    let eva = AdminClient::enter(&world, &web, "eva@contoso.example", &[Role::GlobalAdmin]).await?;
    let path = format!("/admin/users/{}/roles", rob.id);
    let wrong = eva
        .post(
            &web,
            &path,
            &[("role", "helpdesk"), ("domains", "contoso.example no/domain"), ("reason", "a desk")],
        )
        .await?;
    assert!(wrong.body.contains("“no/domain” can"), "{}", wrong.body);
    assert!(wrong.body.contains("value=\"contoso.example no/domain\"") && wrong.body.contains("a desk"));
    let global = eva
        .post(&web, &path, &[("role", "global_admin"), ("domains", "contoso.example"), ("reason", "x")])
        .await?;
    assert!(global.body.contains("The role of global admin is always for all domains"), "{}", global.body);
    let fields =
        [("role", "helpdesk"), ("domains", "contoso.example, Fabrikam.example"), ("reason", "a desk")];
    assert!(eva.post(&web, &path, &fields).await?.body.contains("Roles of account"));
    let only = "only for contoso.example, fabrikam.example";
    for page in ["/admin/admins".to_owned(), format!("/admin/users/{}", rob.id)] {
        let page = eva.get(&web, &page).await?;
        assert!(page.body.contains(only), "{}", page.body);
    }
    let audit = eva.get(&web, &format!("/admin/audit?account={}&event=profile_changed", rob.id)).await?;
    assert!(
        audit.body.contains("Domains") && audit.body.contains("contoso.example, fabrikam.example"),
        "{}",
        audit.body
    );
    let form = eva.get(&web, &path).await?;
    assert!(form.body.contains("value=\"contoso.example fabrikam.example\""), "{}", form.body);
    Ok(())
}
