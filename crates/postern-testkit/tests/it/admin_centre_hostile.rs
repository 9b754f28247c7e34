//! What a hostile session found at the door of the admin centre and on its forms, each as the test that shows it.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::ports::AuditFilter;
use postern_testkit::admin_client::{AdminClient, code_of, cookie_of, escaped, path_of};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: en\r\n";
const HERE: Ipv4Addr = Ipv4Addr::new(127, 0, 9, 1);
const THIEF: Ipv4Addr = Ipv4Addr::new(127, 0, 66, 6);
const INGRID: &str = "ingrid@contoso.example";
const PASSWORD: &str = "fjell og fjord 22 vinter";

async fn opened() -> Result<(World, Web)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    Ok((world, web))
}

fn roles(roles: &[Role]) -> Command {
    Command::ChangeProfile(ProfileChange { roles: Some(roles.to_vec()), ..ProfileChange::default() })
}

async fn sign_in(web: &Web, password: &str, code: &str, from: Ipv4Addr) -> Result<Reply> {
    let body = format!("user={}&password={}&code={}", escaped(INGRID), escaped(password), escaped(code));
    web.request("POST", "/admin/sign-in", FORM, &body, from).await
}

/// The path of an invitation for Ingrid, and the key that its page shows.
async fn invitation(world: &World, web: &Web) -> Result<(String, String)> {
    let ingrid = match world.engine.store().account_by_name(&name(world, INGRID)?).await? {
        Some(ingrid) => ingrid,
        None => world.person(INGRID).await?,
    };
    if !ingrid.is_admin() {
        world.engine.execute(ingrid.id, roles(&[Role::GlobalAdmin]), root("first admin")).await?;
    }
    let link = world.engine.invite_admin(ingrid.id, LinkUse::SetUp, root("first admin")).await?.link;
    let path = path_of(&link)?.to_owned();
    let page = web.request("GET", &path, "Accept-Language: en\r\n", "", HERE).await?;
    let (_, rest) = page.body.split_once("app: <code>").with_context(|| format!("{page:?}"))?;
    Ok((path, rest.split('<').next().unwrap_or_default().to_owned()))
}

fn name(world: &World, address: &str) -> Result<postern_core::name::AccountName> {
    Ok(postern_core::name::AccountName::parse(address, world.engine.names())?)
}

fn now_s(world: &World) -> i64 {
    world.engine.now_shown().unix_s()
}

/// Ingrid with a password and a second factor: its key, her cookie and her recovery codes.
async fn set_up(world: &World, web: &Web) -> Result<(String, String, Vec<String>)> {
    let (path, key) = invitation(world, web).await?;
    let body = format!("password={}&code={}", escaped(PASSWORD), code_of(&key, now_s(world))?);
    let done = web.request("POST", &path, FORM, &body, HERE).await?;
    let cookie = cookie_of(&done).with_context(|| format!("in: {done:?}"))?;
    let codes = done.body.split("<li><code>").skip(1);
    let codes = codes.filter_map(|rest| rest.split('<').next().map(str::to_owned)).collect();
    world.clock.advance(Span::from_minutes(1));
    Ok((key, cookie, codes))
}

#[tokio::test]
async fn a_right_password_with_a_wrong_code_is_in_the_audit_with_its_source() -> Result<()> {
    let (world, web) = opened().await?;
    set_up(&world, &web).await?;
    sign_in(&web, "a wrong one altogether", "123456", THIEF).await?;
    let rows = async || world.engine.audit(&AuditFilter { limit: 20, ..AuditFilter::default() }).await;
    assert!(!rows().await?.iter().any(|row| row.code == "code_refused"), "a wrong password is everyday life");
    sign_in(&web, PASSWORD, "123456", THIEF).await?;
    let rows = rows().await?;
    let row = rows.iter().find(|row| row.code == "code_refused").context("somebody has the password")?;
    assert!(row.detail.contains(&THIEF.to_string()), "{row:?}");
    Ok(())
}

#[tokio::test]
async fn whoever_has_only_the_password_keeps_the_admin_neither_from_a_session_nor_from_a_recovery_code()
-> Result<()> {
    let (world, web) = opened().await?;
    let (key, cookie, codes) = set_up(&world, &web).await?;
    let ingrid = AdminClient { account: world.person("x@contoso.example").await?, cookie, source: HERE };
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    world.clock.advance(Span::from_minutes(6));
    for _ in 0..7 {
        sign_in(&web, PASSWORD, "123456", THIEF).await?;
    }
    let code = code_of(&key, now_s(&world))?;
    let fields = [("reason", "phoned"), ("code", code.as_str())];
    let done = ingrid.post(&web, &format!("/admin/users/{}/unblock", rob.id), &fields).await?;
    assert!(done.body.contains("can send again"), "the session goes on: {done:?}");
    world.clock.advance(Span::from_minutes(1));
    let late = sign_in(&web, PASSWORD, &code_of(&key, now_s(&world))?, HERE).await?;
    assert_eq!(late.status, 200, "codes of the authenticator wait");
    assert_eq!(sign_in(&web, PASSWORD, &codes[2], HERE).await?.status, 303, "a recovery code does not");
    let (path, key) = invitation(&world, &web).await?;
    let body = format!("password={}&code={}", escaped(PASSWORD), code_of(&key, now_s(&world))?);
    let done = web.request("POST", &path, FORM, &body, HERE).await?;
    assert!(cookie_of(&done).is_some(), "nor does a new invitation: {done:?}");
    Ok(())
}

#[tokio::test]
async fn a_session_does_not_come_back_when_a_block_ends_or_a_role_returns() -> Result<()> {
    let (world, web) = opened().await?;
    for take_and_give in
        [[Command::BlockSignIn { until: None }, Command::AllowSignIn], [roles(&[]), roles(&[Role::Helpdesk])]]
    {
        let address = format!("kim{}@contoso.example", take_and_give[0].kind() as u8);
        let kim = AdminClient::enter(&world, &web, &address, &[Role::Helpdesk]).await?;
        assert_eq!(kim.get(&web, "/admin/locks").await?.status, 200);
        let link = world.engine.invite_admin(kim.account.id, LinkUse::SignIn, root("again")).await?.link;
        for command in take_and_give.clone() {
            world.engine.execute(kim.account.id, command, root("and back")).await?;
        }
        assert_eq!(kim.get(&web, "/admin/locks").await?.status, 303, "{take_and_give:?}");
        assert_eq!(world.engine.admin_sessions(Some(kim.account.id)), Vec::new());
        let again = web.request("GET", path_of(&link)?, FORM, "", HERE).await?;
        let was_demoted = matches!(take_and_give[1], Command::ChangeProfile(_));
        assert_eq!(again.status == 404, was_demoted, "an invitation ends with the role");
    }
    Ok(())
}

#[tokio::test]
async fn of_several_who_set_the_first_password_at_once_one_does_and_is_in_with_it() -> Result<()> {
    let (world, web) = opened().await?;
    let ingrid = world.person("new@contoso.example").await?;
    world.engine.execute(ingrid.id, roles(&[Role::GlobalAdmin]), root("first admin")).await?;
    let link = world.engine.invite_admin(ingrid.id, LinkUse::SetUp, root("first admin")).await?.link;
    let path = path_of(&link)?;
    let page = web.request("GET", path, "Accept-Language: en\r\n", "", HERE).await?;
    let (_, rest) = page.body.split_once("app: <code>").context("a key")?;
    let code = code_of(rest.split('<').next().unwrap_or_default(), now_s(&world))?;
    let bodies: Vec<String> =
        (0..4).map(|number| format!("password=a+long+first+password+{number}&code={code}")).collect();
    let answers =
        futures_util::future::join_all(bodies.iter().map(|body| web.request("POST", path, FORM, body, HERE)))
            .await;
    let mut inside = Vec::new();
    for answer in answers {
        inside.extend(cookie_of(&answer?));
    }
    assert_eq!(inside.len(), 1, "one of four");
    let head = format!("Cookie: {}\r\n", inside[0]);
    assert_eq!(web.request("GET", "/admin/locks", &head, "", HERE).await?.status, 200, "and stays in");
    let rows = world.engine.audit(&AuditFilter { limit: 50, ..AuditFilter::default() }).await?;
    assert_eq!(rows.iter().filter(|row| row.code == "password_set").count(), 1, "{rows:?}");
    Ok(())
}

#[tokio::test]
async fn a_block_takes_another_end_and_a_button_pressed_twice_blocks_once() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let rob = world.person("rob@contoso.com").await?;
    let path = format!("/admin/users/{}/sign-in-status", rob.id);
    let block = [("status", "blocked"), ("reason", "somebody else is in there")];
    let both = futures_util::future::join_all((0..4).map(|_| admin.post(&web, &path, &block))).await;
    assert_eq!(both.len(), 4);
    let blocks = || {
        let open = world.engine.open_on(rob.id);
        open.into_iter().filter(|row| row.kind == RestrictionKind::SignInBlocked).collect::<Vec<_>>()
    };
    assert_eq!(blocks().len(), 1);
    for (until, seconds) in [("2026-03-05T18:00", 1_772_733_600), ("2026-03-03T18:00", 1_772_560_800)] {
        let shorter = [("status", "until"), ("until", until), ("reason", "until then")];
        let done = admin.post(&web, &path, &shorter).await?;
        assert_eq!(done.status, 200, "{done:?}");
        let open = blocks();
        assert_eq!(open.len(), 1, "{open:?}");
        assert_eq!(open[0].until.map(|until| until.unix_s()), Some(seconds));
    }
    let page = admin.get(&web, &path).await?;
    assert!(page.body.contains("value=\"2026-03-03T18:00\""), "the field shows the end: {page:?}");
    let unsure = [("status", "allowed"), ("until", "2026-03-06T18:00"), ("reason", "what now")];
    let asked = admin.post(&web, &path, &unsure).await?;
    assert!(asked.body.contains("You gave a date") && asked.body.contains("what now"), "{asked:?}");
    assert_eq!(blocks().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_form_with_a_value_that_no_page_of_ours_has_changes_nothing() -> Result<()> {
    let (world, web) = opened().await?;
    let admin = AdminClient::enter(&world, &web, INGRID, &[Role::GlobalAdmin]).await?;
    let kim = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    world.engine.execute(kim.account.id, Command::BlockSignIn { until: None }, root("left")).await?;
    let status = format!("/admin/users/{}/sign-in-status", kim.account.id);
    assert_eq!(admin.post(&web, &status, &[("status", "blokced"), ("reason", "typo")]).await?.status, 403);
    assert_eq!(world.engine.open_on(kim.account.id).len(), 1);
    let roles = format!("/admin/users/{}/roles", kim.account.id);
    assert_eq!(admin.post(&web, &roles, &[("role", "helpdsek"), ("reason", "typo")]).await?.status, 403);
    let known = world.engine.store().account(kim.account.id).await?.context("kim")?;
    assert_eq!(known.roles, [Role::Helpdesk]);
    Ok(())
}

#[tokio::test]
async fn two_global_admins_who_block_each_other_at_once_are_not_both_blocked() -> Result<()> {
    let (world, web) = opened().await?;
    let one = AdminClient::enter(&world, &web, "one@contoso.example", &[Role::GlobalAdmin]).await?;
    let two = AdminClient::enter(&world, &web, "two@contoso.example", &[Role::GlobalAdmin]).await?;
    let block = [("status", "blocked"), ("reason", "a quarrel")];
    let (at_two, at_one) = (
        format!("/admin/users/{}/sign-in-status", two.account.id),
        format!("/admin/users/{}/sign-in-status", one.account.id),
    );
    let (first, second) = tokio::join!(one.post(&web, &at_two, &block), two.post(&web, &at_one, &block));
    let (first, second) = (first?, second);
    let blocked = [&one, &two].iter().filter(|it| !world.engine.open_on(it.account.id).is_empty()).count();
    assert_eq!(blocked, 1, "{first:?} {second:?}");
    Ok(())
}

#[tokio::test]
async fn after_signing_in_nobody_is_led_to_where_only_a_form_goes() -> Result<()> {
    let (_world, web) = opened().await?;
    let over = format!("{FORM}Cookie: __Host-postern=0000000000_x\r\n");
    let out = web.request("POST", "/admin/sign-out", &over, "token=x", HERE).await?;
    assert_eq!(out.header("location"), Some("/admin/sign-in?over=1&next="), "{out:?}");
    let elsewhere = format!("{FORM}Origin: http://127.0.0.1:1\r\n");
    let body = "user=a&password=b&code=c";
    let told = web.request("POST", "/admin/sign-in", &elsewhere, body, HERE).await?;
    assert_eq!(told.status, 403);
    assert!(told.body.contains("https://postern.contoso.example/admin"), "{told:?}");
    Ok(())
}
