//! What an admin does about what he or she signs in with, and what happens at its edges: confirming by passkey, removing
//! one, new recovery codes, a code that was used, a link that was used, a session that has nothing to show.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::{Language, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::reach::Reach;
use postern_core::time::Span;
use postern_engine::ports::AuditFilter;
use postern_testkit::admin_client::{AdminClient, code_of, cookie_named, cookie_of, escaped, path_of};
use postern_testkit::soft_passkey::{SoftPasskey, question_of};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{PUBLIC_URL, World, root};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::api_programs::{acting, ask};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: en\r\n";
const HERE: Ipv4Addr = Ipv4Addr::new(127, 0, 9, 1);
const INGRID: &str = "ingrid@contoso.example";
const PASSWORD: &str = "fjell og fjord 22 vinter";

async fn opened() -> Result<(World, Web)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    Ok((world, web))
}

fn now_s(world: &World) -> i64 {
    world.engine.now_shown().unix_s()
}

fn hidden(page: &Reply, name: &str) -> Result<String> {
    let field = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.body.split_once(&field).with_context(|| format!("no {name}: {page:?}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

async fn add_passkey(admin: &AdminClient, web: &Web, name: &str) -> Result<SoftPasskey> {
    let page = admin.post(web, "/admin/factors/add", &[("name", name)]).await?;
    let (passkey, answer) = SoftPasskey::make(&question_of(&page)?, PUBLIC_URL)?;
    let kept = hidden(&page, "passkey_question")?;
    let fields = [("passkey_question", kept.as_str()), ("passkey_answer", answer.as_str())];
    let done = admin.post(web, "/admin/factors/added", &fields).await?;
    assert_eq!(done.status, 200, "{done:?}");
    Ok(passkey)
}

/// An admin who came by an invitation and set up an authenticator app: its key, and the recovery codes.
async fn with_app(world: &World, web: &Web) -> Result<(AdminClient, String, Vec<String>)> {
    let account = world.person(INGRID).await?;
    let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    world.engine.execute(account.id, Command::ChangeProfile(roles), root("first admin")).await?;
    world.engine.set_password(account.id, PASSWORD, root("hers")).await?;
    let link = world.engine.invite_admin(account.id, LinkUse::SetUp, root("first admin")).await?.link;
    let page = web.request("GET", path_of(&link)?, "Accept-Language: en\r\n", "", HERE).await?;
    let (_, rest) = page.body.split_once("app: <code>").with_context(|| format!("{page:?}"))?;
    let key = rest.split('<').next().unwrap_or_default().to_owned();
    let body = format!("password={}&code={}", escaped(PASSWORD), code_of(&key, now_s(world))?);
    let done = web.request("POST", path_of(&link)?, FORM, &body, HERE).await?;
    let codes = done.body.split("<li><code>").skip(1);
    let codes = codes.filter_map(|rest| rest.split('<').next().map(str::to_owned)).collect();
    let cookie = cookie_of(&done).with_context(|| format!("{done:?}"))?;
    Ok((AdminClient { account, cookie, source: HERE }, key, codes))
}

async fn sign_in(web: &Web, code: &str) -> Result<Reply> {
    let body = format!("user={}&password={}&code={}", escaped(INGRID), escaped(PASSWORD), escaped(code));
    web.request("POST", "/admin/sign-in", FORM, &body, HERE).await
}

#[tokio::test]
async fn a_passkey_confirms_where_a_code_is_asked_and_only_in_its_own_session() -> Result<()> {
    let (world, web) = opened().await?;
    let (admin, _, _) = with_app(&world, &web).await?;
    let mut passkey = add_passkey(&admin, &web, "laptop").await?;
    let other = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::GlobalAdmin]).await?;
    let mut others = add_passkey(&other, &web, "phone").await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    // The link that let Kim in vouches for an hour.
    for _ in 0..3 {
        world.clock.advance(Span::from_minutes(21));
        assert_eq!(admin.get(&web, "/admin/factors").await?.status, 200);
        assert_eq!(other.get(&web, "/admin/factors").await?.status, 200);
    }
    let path = format!("/admin/users/{}/unblock", rob.id);
    let reason = ("reason", "phoned, it was a newsletter");
    let asked = async || {
        let page = admin.post(&web, &path, &[reason, ("with", "passkey")]).await?;
        assert!(page.body.contains("it was a newsletter"), "{page:?}");
        anyhow::Ok((hidden(&page, "passkey_question")?, question_of(&page)?))
    };
    let send = async |client: &AdminClient, kept: &str, answer: &str| {
        let fields = [reason, ("passkey_question", kept), ("passkey_answer", answer)];
        client.post(&web, &path, &fields).await
    };
    let (kept, question) = asked().await?;
    let foreign = send(&admin, &kept, &others.show(&question, PUBLIC_URL)?).await?;
    assert!(foreign.body.contains("The passkey does not match"), "Kim's passkey: {foreign:?}");
    let (kept, question) = asked().await?;
    let right = passkey.show(&question, PUBLIC_URL)?;
    let there = send(&other, &kept, &right).await?;
    assert!(!there.body.contains("can send again"), "in Kim's session: {there:?}");
    assert_eq!(world.engine.open_on(rob.id).len(), 1);
    let (kept, question) = asked().await?;
    let done = send(&admin, &kept, &passkey.show(&question, PUBLIC_URL)?).await?;
    assert!(done.body.contains("can send again"), "{done:?}");
    let rows = world.engine.audit(&AuditFilter { limit: 9, ..AuditFilter::default() }).await?;
    let row = rows.iter().find(|row| row.code == "session_proved").context("a row")?;
    assert!(row.detail.contains(r#""by":"passkey""#), "{row:?}");
    Ok(())
}

#[tokio::test]
async fn adding_and_removing_are_confirmed_first_and_the_last_way_in_stays() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::Helpdesk]).await?;
    add_passkey(&admin, &web, "laptop").await?;
    let only = world.engine.factors_of(admin.account.id).passkeys[0].id;
    let path = format!("/admin/factors/{only}/remove");
    assert_eq!(admin.get(&web, &path).await?.status, 403, "the last one");
    let refused = admin.post(&web, &path, &[]).await?;
    assert!(refused.status == 403 && refused.body.contains("only way in"), "{refused:?}");
    let mut second = add_passkey(&admin, &web, "phone").await?;
    let again = admin.post(&web, "/admin/factors/add", &[("name", " ")]).await?;
    assert!(again.body.contains("needs a name"), "{again:?}");
    let elsewhere = world.engine.invite_admin(admin.account.id, LinkUse::SignIn, root("again")).await?.link;
    let elsewhere = web.request("POST", path_of(&elsewhere)?, FORM, "", HERE).await?;
    let elsewhere = AdminClient {
        account: admin.account.clone(),
        cookie: cookie_of(&elsewhere).context("in")?,
        source: HERE,
    };
    let done = admin.post(&web, &path, &[]).await?;
    assert!(done.body.contains("Passkey “laptop” removed"), "{done:?}");
    assert_eq!(admin.get(&web, "/admin/factors").await?.status, 200, "this session goes on");
    assert_eq!(elsewhere.get(&web, "/admin/factors").await?.status, 303, "the others are over");

    // Root's hour is over: both are asked to confirm, and do nothing until then.
    for _ in 0..3 {
        world.clock.advance(Span::from_minutes(21));
        assert_eq!(admin.get(&web, "/admin/factors").await?.status, 200);
    }
    add_passkey_is_refused_without_proof(&admin, &web).await?;
    let page = admin.post(&web, "/admin/factors/add", &[("name", "key"), ("with", "passkey")]).await?;
    let (kept, answer) = (hidden(&page, "passkey_question")?, second.show(&question_of(&page)?, PUBLIC_URL)?);
    let fields = [("name", "key"), ("passkey_question", kept.as_str()), ("passkey_answer", answer.as_str())];
    let page = admin.post(&web, "/admin/factors/add", &fields).await?;
    assert!(page.body.contains("/admin/factors/added"), "the browser is asked for a new one: {page:?}");
    Ok(())
}

async fn add_passkey_is_refused_without_proof(admin: &AdminClient, web: &Web) -> Result<()> {
    let page = admin.post(web, "/admin/factors/add", &[("name", "key")]).await?;
    assert!(!page.body.contains("/admin/factors/added"), "{page:?}");
    assert!(page.body.contains("Confirm with a passkey"), "{page:?}");
    let straight = admin.post(web, "/admin/factors/added", &[("passkey_answer", "{}")]).await?;
    assert_eq!(straight.status, 403, "without a question: {straight:?}");
    Ok(())
}

#[tokio::test]
async fn somebody_who_may_takes_a_lost_passkey_away_and_its_sessions_end() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    add_passkey(&admin, &web, "laptop").await?;
    let id = world.engine.factors_of(admin.account.id).passkeys[0].id;
    let helpdesk = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    let kim = postern_core::command::Asker {
        actor: postern_core::restriction::Actor::Person(helpdesk.account.id),
        roles: vec![Role::Helpdesk],
        reach: Reach::ALL_DOMAINS,
        note: "she asked".to_owned(),
    };
    assert!(world.engine.remove_passkey(admin.account.id, id, kim).await.is_err(), "not the helpdesk");
    assert!(
        world.engine.remove_passkey(admin.account.id, id, root("")).await.is_err(),
        "not without a reason"
    );
    world.engine.remove_passkey(admin.account.id, id, root("left on the train")).await?;
    assert_eq!(world.engine.factors_of(admin.account.id).passkeys.len(), 0);
    assert_eq!(admin.get(&web, "/admin/factors").await?.status, 303, "and it is out");
    let again = world.engine.remove_passkey(admin.account.id, id, root("again")).await;
    assert!(again.is_err(), "there is none any more");
    Ok(())
}

/// Reliability J8, checklist M7: a file with everybody's data needs somebody who confirmed within five minutes to be there.
#[tokio::test]
async fn j8_a_file_of_users_or_of_the_audit_asks_for_a_code_when_the_last_is_old_and_then_comes() -> Result<()>
{
    let (world, web) = opened().await?;
    let (admin, key, _) = with_app(&world, &web).await?;
    world.person("rob@contoso.com").await?;
    for (path, query, inside) in [
        ("/admin/users/export", "format=csv&q=rob", "rob@contoso.com"),
        ("/admin/users/export", "format=ndjson&view=all", "rob@contoso.com"),
        ("/admin/audit/export", "format=csv&by=people", "account_created"),
        ("/admin/audit/export", "format=ndjson", "account_created"),
    ] {
        let at = format!("{path}?{query}");
        world.clock.advance(Span::from_minutes(6));
        let asked = admin.get(&web, &at).await?;
        assert!(asked.status == 200 && asked.header("content-disposition").is_none(), "{at}: {asked:?}");
        assert!(
            asked.body.contains("name=\"code\"") && asked.body.contains("Confirm before the export"),
            "{at}"
        );
        assert!(!asked.body.contains(inside), "{at}: nothing of it is on the page");
        let wrong = admin.post(&web, &at, &[("code", "000000")]).await?;
        assert!(wrong.status == 200 && wrong.body.contains("role=\"alert\""), "{at}: {wrong:?}");
        assert!(
            admin.get(&web, &at).await?.header("content-disposition").is_none(),
            "{at}: not by a wrong one"
        );
        let foreign = admin.post_raw(&web, &at, "", &[("code", &code_of(&key, now_s(&world))?)]).await?;
        assert_eq!(foreign.status, 403, "{at}: without the session's token");
        let done = admin.post(&web, &at, &[("code", &code_of(&key, now_s(&world))?)]).await?;
        assert_eq!((done.status, done.header("location")), (303, Some(at.as_str())), "{done:?}");
        let file = admin.get(&web, &at).await?;
        assert!(file.header("content-disposition").is_some() && file.body.contains(inside), "{at}: {file:?}");
    }
    let program = acting(&world, "reader", Role::Auditor, root("a test")).await?;
    let read = ask(&web, &program, "get", "/accounts?search=rob", &Value::Null).await?;
    assert!(read.body.contains("rob@contoso.com"), "a program is not asked: {read:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_read_what_an_admin_signs_in_with_and_only_a_global_admins_removes_a_passkey() -> Result<()>
{
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let (auditor, global) = (
        acting(&world, "reader", Role::Auditor, root("a test")).await?,
        acting(&world, "desk", Role::GlobalAdmin, root("a test")).await?,
    );
    let path = format!("/accounts/{}/factors", admin.account.id);
    let factors = async |token: &str| ask(&web, token, "get", &path, &Value::Null).await?.json();
    let none = json!({"has_app": false, "recovery_codes_left": 0, "passkeys": []});
    assert_eq!(factors(&auditor).await?, none);
    add_passkey(&admin, &web, "laptop").await?;
    let shown = factors(&auditor).await?;
    assert_eq!((&shown["passkeys"][0]["name"], &shown["passkeys"][1]), (&json!("laptop"), &Value::Null));
    assert!(!shown.to_string().contains("credential") && !shown.to_string().contains("key\":"), "{shown}");
    let id = shown["passkeys"][0]["id"].as_str().context("an id")?.to_owned();
    let remove = async |token: &str, passkey: &str, reason: &str| {
        let path = format!("/accounts/{}/passkeys/{passkey}/remove", admin.account.id);
        ask(&web, token, "post", &path, &json!({ "reason": reason })).await
    };
    assert_eq!(remove(&auditor, &id, "lost").await?.json()?["code"], "not_allowed");
    assert_eq!(remove(&global, &id, " ").await?.json()?["code"], "reason_missing");
    assert_eq!(remove(&global, "7K2M9-QX4TB", "lost").await?.json()?["code"], "no_such_passkey");
    assert_eq!(remove(&global, "x", "lost").await?.json()?["code"], "no_such_passkey");
    assert_eq!(factors(&auditor).await?, shown, "nothing of that took it away");
    let removed = remove(&global, &id, "left on the train").await?;
    assert_eq!(removed.status, 200, "{removed:?}");
    assert_eq!(factors(&global).await?, none);
    assert_eq!(remove(&global, &id, "again").await?.status, 404);
    let nobody = ask(&web, &global, "get", "/accounts/7K2M9-QX4TB/factors", &Value::Null).await?;
    assert_eq!((nobody.status, &nobody.json()?["code"]), (404, &json!("no_such_account")));
    Ok(())
}

#[tokio::test]
async fn new_recovery_codes_void_the_ones_from_before() -> Result<()> {
    let (world, web) = opened().await?;
    let (admin, _, old) = with_app(&world, &web).await?;
    let page = admin.post(&web, "/admin/factors/codes", &[]).await?;
    let fresh: Vec<&str> =
        page.body.split("<li><code>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(fresh.len(), 10, "{page:?}");
    assert_eq!(sign_in(&web, &old[0]).await?.status, 200, "an old one");
    assert_eq!(sign_in(&web, fresh[0]).await?.status, 303);
    world.clock.advance(Span::from_minutes(6));
    let asked = admin.post(&web, "/admin/factors/codes", &[]).await?;
    assert!(asked.body.contains("name=\"code\"") && !asked.body.contains("<li><code>"), "{asked:?}");
    let rows = world.engine.audit(&AuditFilter { limit: 9, ..AuditFilter::default() }).await?;
    assert_eq!(rows.iter().filter(|row| row.code == "recovery_codes_set").count(), 1);
    Ok(())
}

#[tokio::test]
async fn a_code_that_confirmed_something_is_used_also_after_a_crash() -> Result<()> {
    let (world, web) = opened().await?;
    let (admin, key, _) = with_app(&world, &web).await?;
    world.clock.advance(Span::from_minutes(6));
    let code = code_of(&key, now_s(&world))?;
    let done = admin.post(&web, "/admin/factors/codes", &[("code", &code)]).await?;
    assert!(done.body.contains("<li><code>"), "{done:?}");
    let world = world.crash().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    assert_eq!(sign_in(&web, &code).await?.status, 200, "within its half minute, and yet used");
    world.clock.advance(Span::from_minutes(1));
    assert_eq!(sign_in(&web, &code_of(&key, now_s(&world))?).await?.status, 303);
    Ok(())
}

#[tokio::test]
async fn an_invitation_that_is_sent_twice_says_that_it_is_done_to_the_browser_that_did_it() -> Result<()> {
    let (world, web) = opened().await?;
    let account = world.person(INGRID).await?.id;
    let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    world.engine.execute(account, Command::ChangeProfile(roles), root("first admin")).await?;
    let link = world.engine.invite_admin(account, LinkUse::SetUp, root("first admin")).await?.link;
    let path = path_of(&link)?;
    let page = web.request("GET", path, "Accept-Language: en\r\n", "", HERE).await?;
    let seen = cookie_named(&page, &["postern_begun"]).context("the browser is known again")?;
    let (_, rest) = page.body.split_once("app: <code>").context("a key")?;
    let code = code_of(rest.split('<').next().unwrap_or_default(), now_s(&world))?;
    let body = format!("password={}&code={code}", escaped(PASSWORD));
    let head = format!("{FORM}Cookie: {seen}\r\n");
    let first = web.request("POST", path, &head, &body, HERE).await?;
    assert!(cookie_of(&first).is_some(), "{first:?}");
    for method in ["POST", "GET"] {
        let second = web.request(method, path, &head, &body, HERE).await?;
        assert_eq!(second.status, 200, "{second:?}");
        assert!(second.body.contains("Your sign-in is set up") && second.body.contains("/admin/sign-in"));
    }
    let stranger = web.request("POST", path, FORM, &body, HERE).await?;
    assert_eq!(stranger.status, 404, "another browser learns nothing: {stranger:?}");
    let newer = world.engine.invite_admin(account, LinkUse::SetUp, root("again")).await?.link;
    let page = web.request("GET", path_of(&newer)?, FORM, "", HERE).await?;
    let seen = cookie_named(&page, &["postern_begun"]).context("seen")?;
    world.engine.invite_admin(account, LinkUse::SetUp, root("once more")).await?;
    let head = format!("{FORM}Cookie: {seen}\r\n");
    let void = web.request("GET", path_of(&newer)?, &head, "", HERE).await?;
    assert_eq!(void.status, 404, "seen here, but never used: {void:?}");
    Ok(())
}

#[tokio::test]
async fn an_emergency_session_without_anything_to_show_is_led_to_add_it_and_told_what_to_do_later()
-> Result<()> {
    let (world, web) = opened().await?;
    let account = world.person(INGRID).await?;
    let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    world.engine.execute(account.id, Command::ChangeProfile(roles), root("first admin")).await?;
    let link =
        world.engine.invite_admin(account.id, LinkUse::SignIn, root("her phone is broken")).await?.link;
    let reply = web.request("POST", path_of(&link)?, FORM, "", HERE).await?;
    assert_eq!(reply.header("location"), Some("/admin/factors"), "{reply:?}");
    let admin = AdminClient { account, cookie: cookie_of(&reply).context("in")?, source: HERE };
    let page = admin.get(&web, "/admin/factors").await?;
    assert!(page.body.contains("Add a passkey now"), "{page:?}");
    for _ in 0..3 {
        world.clock.advance(Span::from_minutes(21));
        assert_eq!(admin.get(&web, "/admin/factors").await?.status, 200);
    }
    let rob = world.person("rob@contoso.com").await?;
    let status = format!("/admin/users/{}/sign-in-status", rob.id);
    let page = admin.post(&web, &status, &[("status", "blocked"), ("reason", "left")]).await?;
    assert!(!page.body.contains("name=\"code\""), "no code could be right: {page:?}");
    assert!(page.body.contains(&format!("postern admin enter {INGRID}")), "{page:?}");
    assert_eq!(world.engine.open_on(rob.id), Vec::new());
    Ok(())
}

#[tokio::test]
async fn the_language_of_the_account_wins_over_an_old_choice_and_a_new_choice_over_it() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let swedish = ProfileChange { language: Some(Language::Sv), ..ProfileChange::default() };
    world.engine.execute(admin.account.id, Command::ChangeProfile(swedish), root("hers")).await?;
    let page = async |language: &str| {
        let head = format!("Cookie: {}; postern_lang={language}\r\nAccept-Language: el\r\n", admin.cookie);
        web.request("GET", "/admin/sessions", &head, "", HERE).await
    };
    let now = now_s(&world);
    for (kept, shown) in [("x", "sv"), ("lv", "sv"), ("lv.1000", "sv")] {
        assert!(page(kept).await?.body.contains(&format!("<html lang=\"{shown}\"")), "{kept}");
    }
    assert!(page(&format!("lv.{now}")).await?.body.contains("<html lang=\"lv\""), "chosen in this session");
    let chosen = web.request("GET", "/admin/sessions?lang=nb", "", "", HERE).await?;
    let cookie = cookie_named(&chosen, &["postern_lang"]).context("kept")?;
    assert_eq!(cookie, format!("postern_lang=nb.{now}"));
    Ok(())
}
