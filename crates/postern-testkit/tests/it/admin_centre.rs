//! The door of the admin centre and its pages, over HTTP: who gets in, how long, what a form has to bring, and what
//! each button does. The web cases of reliability K carry their ids.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::access;
use postern_core::account::Role;
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_testkit::admin_client::{AdminClient, code_of, cookie_of, escaped, path_of, token_of};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::pages::admin::{Access, ROUTES};
use postern_web::public::Limits;

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

fn key_of(page: &Reply) -> Result<String> {
    let (_, rest) = page.body.split_once("app: <code>").with_context(|| format!("{page:?}"))?;
    Ok(rest.split('<').next().unwrap_or_default().to_owned())
}

/// An admin who went through the invitation: cookie, authenticator's key, recovery codes.
async fn set_up(world: &World, web: &Web) -> Result<(String, String, Vec<String>)> {
    let ingrid = world.person(INGRID).await?;
    let change = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    world.engine.execute(ingrid.id, Command::ChangeProfile(change), root("first admin")).await?;
    world.engine.set_password(ingrid.id, PASSWORD, root("hers")).await?;
    let invited = world.engine.invite_admin(ingrid.id, LinkUse::SetUp, root("first admin")).await?;
    let path = path_of(&invited.link)?;
    let page = web.request("GET", path, "Accept-Language: en\r\n", "", HERE).await?;
    assert_eq!(page.status, 200, "{page:?}");
    let key = key_of(&page)?;
    let body = format!("password={}&code={}", escaped(PASSWORD), code_of(&key, now_s(world))?);
    let done = web.request("POST", path, FORM, &body, HERE).await?;
    assert_eq!(done.status, 200, "{done:?}");
    let codes: Vec<String> = done
        .body
        .split("<li><code>")
        .skip(1)
        .filter_map(|rest| rest.split('<').next().map(str::to_owned))
        .collect();
    assert_eq!(codes.len(), 10, "{done:?}");
    let again = web.request("GET", path, FORM, "", HERE).await?;
    assert_eq!(again.status, 404, "an invitation is good once");
    Ok((cookie_of(&done).context("a session")?, key, codes))
}

async fn sign_in(web: &Web, user: &str, password: &str, code: &str) -> Result<Reply> {
    let body = format!("user={}&password={}&code={}", escaped(user), escaped(password), escaped(code));
    web.request("POST", "/admin/sign-in", FORM, &body, HERE).await
}

#[tokio::test]
async fn an_invited_admin_sets_a_second_factor_and_signs_in_with_it_from_then_on() -> Result<()> {
    let (world, web) = opened().await?;
    let (cookie, key, codes) = set_up(&world, &web).await?;
    let head = format!("Cookie: {cookie}\r\n");
    assert_eq!(web.request("GET", "/admin/restricted", &head, "", HERE).await?.status, 200);
    let used = sign_in(&web, INGRID, PASSWORD, &code_of(&key, now_s(&world))?).await?;
    assert_eq!(used.status, 200, "the code that set it up is used up: {used:?}");
    world.clock.advance(Span::from_minutes(1));
    let code = code_of(&key, now_s(&world))?;
    for (user, password, code) in [
        (INGRID, PASSWORD, "000000"),
        (INGRID, "wrong wrong wrong", &code),
        ("nobody@contoso.example", PASSWORD, &code),
    ] {
        let no = sign_in(&web, user, password, code).await?;
        assert_eq!(no.status, 200, "{no:?}");
        assert!(no.body.contains("does not match") && no.header("set-cookie").is_none(), "{no:?}");
    }
    let yes = sign_in(&web, "ingrid", PASSWORD, &code).await?;
    assert_eq!(yes.status, 303, "{yes:?}");
    assert_eq!(yes.header("location"), Some("/admin"));
    let recovered = sign_in(&web, INGRID, PASSWORD, &codes[3].to_lowercase()).await?;
    assert_eq!(recovered.status, 303, "{recovered:?}");
    let twice = sign_in(&web, INGRID, PASSWORD, &codes[3]).await?;
    assert_eq!(twice.status, 200, "a recovery code is good once: {twice:?}");
    Ok(())
}

#[tokio::test]
async fn five_wrong_codes_stop_the_sixth_though_it_is_right_and_a_quarter_of_an_hour_later_it_works()
-> Result<()> {
    let (world, web) = opened().await?;
    let (_, key, _) = set_up(&world, &web).await?;
    world.clock.advance(Span::from_minutes(1));
    for _ in 0..5 {
        assert_eq!(sign_in(&web, INGRID, PASSWORD, "123456").await?.status, 200);
    }
    assert_eq!(sign_in(&web, INGRID, PASSWORD, &code_of(&key, now_s(&world))?).await?.status, 200);
    world.clock.advance(Span::from_minutes(15));
    assert_eq!(sign_in(&web, INGRID, PASSWORD, &code_of(&key, now_s(&world))?).await?.status, 303);
    Ok(())
}

#[tokio::test]
async fn k7_k8_the_cookie_is_new_at_each_sign_in_and_only_this_host_over_https_sees_it() -> Result<()> {
    let (world, web) = opened().await?;
    let (_, key, codes) = set_up(&world, &web).await?;
    world.clock.advance(Span::from_minutes(1));
    let planted = format!("{FORM}Cookie: __Host-postern=planted_by_somebody\r\n");
    let body = format!("user=ingrid&password={}&code={}", escaped(PASSWORD), code_of(&key, now_s(&world))?);
    let first = web.request("POST", "/admin/sign-in", &planted, &body, HERE).await?;
    let second = sign_in(&web, INGRID, PASSWORD, &codes[0]).await?;
    let (one, two) = (cookie_of(&first).context("in")?, cookie_of(&second).context("in")?);
    assert_ne!(one, two);
    let set = first.header("set-cookie").context("set")?;
    assert!(one.starts_with("__Host-postern=") && !one.contains("planted"), "{set}");
    for flag in ["; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"] {
        assert!(set.contains(flag), "{flag} in {set}");
    }
    assert!(!set.to_lowercase().contains("domain="), "{set}");
    Ok(())
}

#[tokio::test]
async fn a_session_ends_by_itself_by_sign_out_and_when_its_owner_may_no_longer_enter() -> Result<()> {
    let (world, web) = opened().await?;
    let kim = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    assert_eq!(kim.get(&web, "/admin/restricted").await?.status, 200);
    world.clock.advance(Span::from_minutes(29));
    assert_eq!(kim.get(&web, "/admin/restricted").await?.status, 200);
    world.clock.advance(Span::from_minutes(30));
    let over = kim.get(&web, "/admin/restricted").await?;
    assert_eq!(over.header("location"), Some("/admin/sign-in?over=1&next=/admin/restricted"), "{over:?}");

    let lee = AdminClient::enter(&world, &web, "lee@contoso.example", &[Role::Helpdesk]).await?;
    assert_eq!(lee.post(&web, "/admin/sign-out", &[]).await?.status, 303);
    assert_eq!(lee.get(&web, "/admin/restricted").await?.status, 303);

    // Reliability J6: who was demoted, blocked, or has a new password is out with the next request.
    type Take = fn() -> Command;
    let demoted: Take =
        || Command::ChangeProfile(ProfileChange { roles: Some(Vec::new()), ..ProfileChange::default() });
    let blocked: Take = || Command::BlockSignIn { until: None };
    for (name, take) in [("mo@contoso.example", demoted), ("ny@contoso.example", blocked)] {
        let admin = AdminClient::enter(&world, &web, name, &[Role::UserAdmin]).await?;
        assert_eq!(admin.get(&web, "/admin/sessions").await?.status, 200);
        world.engine.execute(admin.account.id, take(), root("gone")).await?;
        assert_eq!(admin.get(&web, "/admin/sessions").await?.status, 303, "{name}");
    }
    let pat = AdminClient::enter(&world, &web, "pat@contoso.example", &[Role::UserAdmin]).await?;
    world.engine.set_password(pat.account.id, "a new one for pat 1234", root("lost")).await?;
    assert_eq!(pat.get(&web, "/admin/sessions").await?.status, 303);
    Ok(())
}

#[tokio::test]
async fn k1_a_form_of_another_site_or_another_session_changes_nothing() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let other = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let path = format!("/admin/users/{}/unblock", rob.id);
    let own = token_of(&admin.get(&web, &path).await?)?;
    let foreign = token_of(&other.get(&web, &path).await?)?;
    assert_ne!(own, foreign);
    for (head, token) in [
        ("", "nothing"),
        ("", foreign.as_str()),
        ("Origin: https://evil.example\r\n", own.as_str()),
        ("Sec-Fetch-Site: cross-site\r\n", own.as_str()),
    ] {
        let fields = [("token", token), ("reason", "he called")];
        let reply = admin.post_raw(&web, &path, head, &fields).await?;
        assert_eq!(reply.status, 403, "{head}{token}");
        assert_eq!(world.engine.open_on(rob.id).len(), 1, "{head}{token}");
    }
    let fields = [("token", own.as_str()), ("reason", "he called")];
    let head = "Origin: https://postern.contoso.example\r\nSec-Fetch-Site: same-origin\r\n";
    let done = admin.post_raw(&web, &path, head, &fields).await?;
    assert_eq!(done.status, 200, "{done:?}");
    assert!(done.body.contains("can send again") && done.body.contains("Confirmed at"), "{done:?}");
    assert_eq!(world.engine.open_on(rob.id), Vec::new());
    Ok(())
}

#[tokio::test]
async fn the_menu_counts_anew_once_a_form_is_done() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let path = format!("/admin/users/{}/unblock", rob.id);
    let one = r#"<span class="n s mute">1</span>"#;
    let form = admin.get(&web, &path).await?;
    assert!(form.body.contains(one), "{form:?}");
    let done = admin.post(&web, &path, &[("reason", "he called")]).await?;
    assert!(done.body.contains("can send again") && !done.body.contains(one), "{done:?}");
    Ok(())
}

#[tokio::test]
async fn a_code_is_asked_again_after_five_minutes_and_what_was_written_is_kept() -> Result<()> {
    let (world, web) = opened().await?;
    let (cookie, key, _) = set_up(&world, &web).await?;
    let ingrid = AdminClient { account: world.person("x@contoso.example").await?, cookie, source: HERE };
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let path = format!("/admin/users/{}/unblock", rob.id);
    world.clock.advance(Span::from_minutes(6));
    let reason = [("reason", "phoned, it was a newsletter")];
    let asked = ingrid.post(&web, &path, &reason).await?;
    assert!(asked.body.contains("name=\"code\"") && asked.body.contains("it was a newsletter"), "{asked:?}");
    let wrong = ingrid.post(&web, &path, &[reason[0], ("code", "000000")]).await?;
    assert!(wrong.body.contains("does not match or was used") && wrong.body.contains("it was a newsletter"));
    assert_eq!(world.engine.open_on(rob.id).len(), 1);
    let code = code_of(&key, now_s(&world))?;
    let done = ingrid.post(&web, &path, &[reason[0], ("code", &code)]).await?;
    assert!(done.body.contains("can send again"), "{done:?}");
    Ok(())
}

#[tokio::test]
async fn an_auditor_sees_the_lists_and_no_button_and_is_refused_at_the_form() -> Result<()> {
    let (world, web) = opened().await?;
    let auditor = AdminClient::enter(&world, &web, "audit@contoso.example", &[Role::Auditor]).await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let list = auditor.get(&web, "/admin/restricted?q=rob").await?;
    assert!(list.body.contains("rob@contoso.com") && !list.body.contains("/unblock"), "{list:?}");
    let path = format!("/admin/users/{}/unblock", rob.id);
    assert_eq!(auditor.get(&web, &path).await?.status, 403);
    assert_eq!(auditor.post(&web, &path, &[("reason", "let me")]).await?.status, 403);
    let helpdesk = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    let status = format!("/admin/users/{}/sign-in-status", rob.id);
    assert_eq!(helpdesk.get(&web, &status).await?.status, 403, "blocking is for responders and up");
    let boss = world.person(INGRID).await?;
    let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    world.engine.execute(boss.id, Command::ChangeProfile(roles), root("boss")).await?;
    world.engine.execute(boss.id, Command::RestrictSending { until: None }, root("spam")).await.err();
    let refused =
        helpdesk.post(&web, &format!("/admin/users/{}/unblock", boss.id), &[("reason", "she asked")]).await?;
    assert_eq!(refused.status, 403, "nobody acts on a higher role: {refused:?}");
    Ok(())
}

#[tokio::test]
async fn edit_sign_in_status_blocks_until_a_date_and_allows_again() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::Responder]).await?;
    let rob = world.person("rob@contoso.com").await?;
    let path = format!("/admin/users/{}/sign-in-status", rob.primary);
    let past = [("status", "until"), ("until", "2026-03-01T00:00"), ("reason", "leave")];
    let reply = admin.post(&web, &path, &past).await?;
    assert!(reply.body.contains("lie ahead") && reply.body.contains("leave"), "{reply:?}");
    let ahead = [("status", "until"), ("until", "2026-03-03T18:00"), ("reason", "leave")];
    let reply = admin.post(&web, &path, &ahead).await?;
    assert!(reply.body.contains("is blocked until 3\u{a0}March 2026"), "{reply:?}");
    let open = world.engine.open_on(rob.id);
    assert_eq!(open[0].kind, RestrictionKind::SignInBlocked);
    assert_eq!(open[0].until.map(|until| until.unix_s()), Some(1_772_560_800));
    assert!(admin.get(&web, "/admin/locks").await?.body.contains("rob@contoso.com"));
    let reply = admin.post(&web, &path, &[("status", "allowed"), ("reason", "back")]).await?;
    assert!(reply.body.contains("Sign-in is allowed"), "{reply:?}");
    assert_eq!(world.engine.open_on(rob.id), Vec::new());
    Ok(())
}

#[tokio::test]
async fn k3_foreign_text_is_shown_and_never_markup_in_all_six_languages() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let rob = world.person("rob@contoso.com").await?;
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let name = ProfileChange { display_name: Some(hostile.to_owned()), ..ProfileChange::default() };
    world.engine.execute(rob.id, Command::ChangeProfile(name), root("odd")).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root(hostile)).await?;
    world.engine.execute(rob.id, Command::BlockSignIn { until: None }, root(hostile)).await?;
    let query = format!("?q={}", escaped(hostile));
    for language in ["en", "sv", "lv", "sl", "nb", "el"] {
        for path in [
            "/admin/restricted".to_owned(),
            format!("/admin/restricted{query}"),
            format!("/admin/locks{query}"),
            "/admin/locks".to_owned(),
            format!("/admin/users/{}/unblock", rob.id),
            format!("/admin/users/{}/sign-in-status", rob.id),
        ] {
            let page = admin.get_in(&web, &path, language).await?;
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.body.contains("<img"), "{path} in {language}");
            assert!(page.body.contains(&format!("<html lang=\"{language}\"")), "{path} in {language}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn k10_no_page_of_the_admin_centre_may_be_kept_and_nothing_may_frame_it() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    for path in ["/admin/restricted", "/admin/sign-in", "/admin/restricted/x.css", "/admin/locks"] {
        let page = admin.get(&web, path).await?;
        assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
        let policy = page.header("content-security-policy").context("a policy")?;
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("default-src 'none'"),
            "{policy}"
        );
    }
    Ok(())
}

/// Reliability J1: every route as every role, and as nobody. The routes are the router's own.
#[tokio::test]
async fn j1_every_route_is_open_to_the_roles_of_its_row_and_to_no_other() -> Result<()> {
    let (world, web) = opened().await?;
    let rob = world.person("rob@contoso.com").await?;
    let nobody = AdminClient { account: rob.clone(), cookie: "__Host-postern=no".to_owned(), source: HERE };
    let not_allowed = "Your role does not allow this.";
    for (row, &(method, path, access)) in ROUTES.iter().enumerate() {
        let at = format!(
            "/admin{}",
            path.trim_end_matches('/').replace("{id}", &rob.id.to_string()).replace("{link}", "no")
        );
        let reason = [("reason", "the matrix"), ("role", "auditor"), ("until", "2031-01-01T00:00")];
        let ask = async |client: &AdminClient| match method {
            "get" => client.get(&web, &at).await,
            _ => client.post(&web, &at, &reason).await,
        };
        let stranger = match method {
            "get" => nobody.get(&web, &at).await?,
            _ => nobody.post_raw(&web, &at, "", &reason).await?,
        };
        let is_sent_to_the_door =
            stranger.status == 303 && stranger.header("location").is_some_and(|to| to.contains("/sign-in"));
        assert_eq!(is_sent_to_the_door, access != Access::Everybody, "{method} {path}: {stranger:?}");
        for (number, &role) in Role::ALL.iter().enumerate() {
            // A fresh admin each: some of what is asked ends the session or takes the role away.
            let name = format!("r{number}-{row}@contoso.example");
            let client = AdminClient::enter(&world, &web, &name, &[role]).await?;
            let reply = ask(&client).await?;
            let is_refused = reply.status == 403 && reply.body.contains(not_allowed);
            let is_expected = match access {
                Access::Everybody | Access::Session => false,
                Access::Needs(what) => !access::may(role, what),
            };
            assert_eq!(is_refused, is_expected, "{method} {path} as {role:?}: {}", reply.status);
        }
    }
    assert!(ROUTES.len() > 20, "the routes are read from the router");
    Ok(())
}

#[tokio::test]
async fn the_admin_centre_is_nowhere_for_whoever_comes_from_elsewhere_than_the_site_said() -> Result<()> {
    let world = World::start().await?;
    let near = Web::with_admin_from(&world.engine, &["127.0.9.0/24"]).await?;
    let there = near.request("GET", "/admin/sign-in", "", "", HERE).await?;
    assert_eq!(there.status, 200, "{there:?}");
    for path in ["/admin", "/admin/sign-in", "/admin/restricted", "/admin/begin/x", "/admin/nothing"] {
        let far = near.request("GET", path, "", "", Ipv4Addr::new(127, 0, 66, 6)).await?;
        assert_eq!(far.status, 404, "{path}");
        assert!(!far.body.contains("<html"), "{path}: as any address that is nothing");
    }
    let off = Web::with_admin_from(&world.engine, &[]).await?;
    assert_eq!(off.request("GET", "/admin/sign-in", "", "", HERE).await?.status, 404);
    Ok(())
}
