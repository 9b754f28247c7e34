//! Passkeys of admins over HTTP, with an authenticator that lies where the test wants it to: what lets somebody in, and
//! what does not.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::admin_centre::{QUESTION_LIFE, QUESTIONS_OF_PLACE_MAX};
use postern_engine::ports::AuditFilter;
use postern_testkit::admin_client::{AdminClient, cookie_of, escaped, path_of, question_cookie_of};
use postern_testkit::soft_passkey::{SoftPasskey, question_of};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{PUBLIC_URL, World, root};
use postern_web::public::Limits;
use serde_json::Value;

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

/// The question's text in a page's form.
fn kept_of(page: &Reply) -> Result<String> {
    let (_, rest) =
        page.body.split_once("name=\"passkey_question\" value=\"").with_context(|| format!("{page:?}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// An admin in by root's link, with a passkey that was added on the pages.
async fn with_passkey(world: &World, web: &Web, address: &str) -> Result<(AdminClient, SoftPasskey)> {
    let admin = AdminClient::enter(world, web, address, &[Role::GlobalAdmin]).await?;
    let passkey = add_passkey(&admin, web, "laptop").await?;
    Ok((admin, passkey))
}

async fn add_passkey(admin: &AdminClient, web: &Web, name: &str) -> Result<SoftPasskey> {
    let page = admin.post(web, "/admin/factors/add", &[("name", name)]).await?;
    let (passkey, answer) = SoftPasskey::make(&question_of(&page)?, PUBLIC_URL)?;
    let kept = kept_of(&page)?;
    let fields = [("passkey_question", kept.as_str()), ("passkey_answer", answer.as_str())];
    let done = admin.post(web, "/admin/factors/added", &fields).await?;
    assert!(done.body.contains(&format!("Passkey “{name}” added")), "{done:?}");
    Ok(passkey)
}

/// What the door asks a browser, and the cookie that belongs to it.
async fn asked(web: &Web, from: Ipv4Addr) -> Result<(String, Value)> {
    let page = web.request("POST", "/admin/sign-in/passkey", FORM, "next=", from).await?;
    Ok((question_cookie_of(&page).context("a cookie")?, question_of(&page)?))
}

async fn answered(web: &Web, cookie: &str, answer: &str, from: Ipv4Addr) -> Result<Reply> {
    let head = format!("{FORM}Cookie: {cookie}\r\n");
    let body = format!("passkey_answer={}", escaped(answer));
    web.request("POST", "/admin/sign-in/passkey/answer", &head, &body, from).await
}

async fn sign_in(web: &Web, passkey: &mut SoftPasskey) -> Result<Reply> {
    let (cookie, question) = asked(web, HERE).await?;
    answered(web, &cookie, &passkey.show(&question, PUBLIC_URL)?, HERE).await
}

fn is_in(reply: &Reply) -> bool {
    reply.status == 303 && cookie_of(reply).is_some()
}

fn is_no(reply: &Reply) -> bool {
    reply.status == 200 && cookie_of(reply).is_none() && reply.body.contains("does not match")
}

#[tokio::test]
async fn an_admin_adds_a_passkey_and_signs_in_with_it_alone_and_the_audit_says_so() -> Result<()> {
    let (world, web) = opened().await?;
    let (admin, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    let own = admin.get(&web, "/admin/factors").await?;
    assert!(own.body.contains("laptop") && own.body.contains("not yet"), "{own:?}");
    let (cookie, question) = asked(&web, HERE).await?;
    assert_eq!(question["publicKey"]["allowCredentials"], serde_json::json!([]), "nobody is named");
    let first = answered(&web, &cookie, &passkey.show(&question, PUBLIC_URL)?, HERE).await?;
    let second = sign_in(&web, &mut passkey).await?;
    assert!(is_in(&first) && is_in(&second), "{first:?} {second:?}");
    assert_ne!(cookie_of(&first), cookie_of(&second), "the session is new each time");
    for flag in ["; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"] {
        assert!(first.header("set-cookie").is_some_and(|set| set.contains(flag)), "{flag}");
    }
    let rows = world.engine.audit(&AuditFilter { limit: 20, ..AuditFilter::default() }).await?;
    let row = rows.iter().find(|row| row.code == "session_opened").context("a session")?;
    assert!(row.detail.contains(r#""by":"passkey""#) && row.detail.contains("laptop"), "{row:?}");
    assert!(rows.iter().any(|row| row.code == "passkey_added" && row.detail.contains("laptop")), "{rows:?}");
    let audit = admin.get(&web, "/admin/audit").await?;
    assert!(audit.body.contains("Passkey added") && audit.body.contains("a passkey"), "{audit:?}");
    let world = world.restart().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    assert!(is_in(&sign_in(&web, &mut passkey).await?), "it is kept");
    Ok(())
}

#[tokio::test]
async fn k13_an_answer_of_another_origin_site_user_or_moment_opens_nothing() -> Result<()> {
    let (world, web) = opened().await?;
    let (_, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    let (_, mut others) = with_passkey(&world, &web, "kim@contoso.example").await?;

    let (cookie, question) = asked(&web, HERE).await?;
    let elsewhere = passkey.show(&question, "https://postern.contoso.example.evil.example")?;
    assert!(is_no(&answered(&web, &cookie, &elsewhere, HERE).await?), "another origin");
    let right = passkey.show(&question, PUBLIC_URL)?;
    assert!(is_no(&answered(&web, &cookie, &right, HERE).await?), "a question is used up by a wrong answer");

    let (cookie, question) = asked(&web, HERE).await?;
    let (foreign_cookie, _) = asked(&web, THIEF).await?;
    let right = passkey.show(&question, PUBLIC_URL)?;
    assert!(is_no(&answered(&web, &foreign_cookie, &right, THIEF).await?), "another browser's question");
    assert!(is_in(&answered(&web, &cookie, &right, HERE).await?));
    assert!(is_no(&answered(&web, &cookie, &right, HERE).await?), "the same answer again");
    assert!(is_no(&answered(&web, "a=b", &right, HERE).await?), "without a question");

    let (cookie, question) = asked(&web, HERE).await?;
    world.clock.advance(QUESTION_LIFE);
    assert!(is_no(&answered(&web, &cookie, &passkey.show(&question, PUBLIC_URL)?, HERE).await?), "too late");

    let site = std::mem::replace(&mut passkey.site, "evil.example".to_owned());
    assert!(is_no(&sign_in(&web, &mut passkey).await?), "made for another site");
    passkey.site = site;
    passkey.is_recognised = false;
    assert!(is_no(&sign_in(&web, &mut passkey).await?), "the user was not recognised");
    passkey.is_recognised = true;
    passkey.counter = 0;
    assert!(is_no(&sign_in(&web, &mut passkey).await?), "the counter went back: a copy of it");
    passkey.counter = 100;
    assert!(is_in(&sign_in(&web, &mut passkey).await?));

    // Kim's authenticator says that it has Ingrid's passkey.
    others.credential.clone_from(&passkey.credential);
    assert!(is_no(&sign_in(&web, &mut others).await?), "somebody else's passkey");
    let rows = world.engine.audit(&AuditFilter { limit: 50, ..AuditFilter::default() }).await?;
    let refused = rows.iter().filter(|row| row.code == "passkey_refused").count();
    assert!(refused >= 3, "{rows:?}");
    assert!(is_in(&sign_in(&web, &mut passkey).await?), "and hers still works");
    Ok(())
}

#[tokio::test]
async fn a_passkey_that_nobody_has_is_counted_against_its_source_until_that_is_blocked() -> Result<()> {
    let (world, web) = opened().await?;
    let (_, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    for _ in 0..40 {
        let (cookie, question) = asked(&web, THIEF).await?;
        passkey.credential[0] = passkey.credential[0].wrapping_add(1);
        assert!(is_no(&answered(&web, &cookie, &passkey.show(&question, PUBLIC_URL)?, THIEF).await?));
    }
    let blocked = world.engine.accounts_with(&[RestrictionKind::SignInLocked]);
    assert_eq!(blocked, 0, "no account pays for it");
    let list = AuditFilter { limit: 50, ..AuditFilter::default() };
    let rows = world.engine.audit(&list).await?;
    let is_block = |row: &&postern_engine::ports::AuditRow| {
        row.code == "restriction_started" && row.detail.contains("127.0.66.6")
    };
    assert!(rows.iter().any(|row| is_block(&row)), "{rows:?}");
    let right = passkey.credential[0].wrapping_sub(40);
    passkey.credential[0] = right;
    passkey.counter = 200;
    let (cookie, question) = asked(&web, THIEF).await?;
    let there = answered(&web, &cookie, &passkey.show(&question, PUBLIC_URL)?, THIEF).await?;
    assert!(is_no(&there), "from there not even the right one: {there:?}");
    assert!(is_in(&sign_in(&web, &mut passkey).await?), "from elsewhere it works");
    Ok(())
}

#[tokio::test]
async fn r3_whoever_guesses_an_admins_password_does_not_keep_the_passkey_out() -> Result<()> {
    let (world, web) = opened().await?;
    let (_, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    world.engine.set_password(world.person("x@contoso.example").await?.id, PASSWORD, root("nobody")).await?;
    for number in 0..12 {
        let body = format!("user={}&password=guess+{number}&code=123456", escaped(INGRID));
        let from = Ipv4Addr::new(127, 0, 70, number + 1);
        web.request("POST", "/admin/sign-in", FORM, &body, from).await?;
    }
    assert_eq!(
        world.engine.accounts_with(&[RestrictionKind::SignInLocked]),
        1,
        "the password's lane is shut"
    );
    assert!(is_in(&sign_in(&web, &mut passkey).await?));
    Ok(())
}

#[tokio::test]
async fn whoever_is_blocked_or_no_admin_any_more_does_not_enter_by_passkey() -> Result<()> {
    let (world, web) = opened().await?;
    let (_boss, _) = with_passkey(&world, &web, "boss@contoso.example").await?;
    let (admin, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    let id = admin.account.id;
    world.engine.execute(id, Command::BlockSignIn { until: None }, root("left")).await?;
    assert!(is_no(&sign_in(&web, &mut passkey).await?), "blocked");
    world.engine.execute(id, Command::AllowSignIn, root("back")).await?;
    assert!(is_in(&sign_in(&web, &mut passkey).await?));
    let nothing = ProfileChange { roles: Some(Vec::new()), ..ProfileChange::default() };
    world.engine.execute(id, Command::ChangeProfile(nothing), root("no admin")).await?;
    assert!(is_no(&sign_in(&web, &mut passkey).await?), "no role");
    Ok(())
}

/// The page after a password, with its cookie and question.
async fn after_password(web: &Web, user: &str, password: &str) -> Result<(String, Value)> {
    let body = format!("user={}&password={}&with=passkey", escaped(user), escaped(password));
    let page = web.request("POST", "/admin/sign-in", FORM, &body, HERE).await?;
    assert_eq!(page.status, 200, "{page:?}");
    Ok((question_cookie_of(&page).with_context(|| format!("{page:?}"))?, question_of(&page)?))
}

#[tokio::test]
async fn after_a_password_a_passkey_is_the_second_factor_and_the_question_tells_nobody_who_exists()
-> Result<()> {
    let (world, web) = opened().await?;
    let (admin, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    let (_, mut kims) = with_passkey(&world, &web, "kim@contoso.example").await?;
    world.engine.set_password(admin.account.id, PASSWORD, root("hers")).await?;
    // As an old security key: it keeps nothing, and cannot say whose it is.
    passkey.knows_owner = false;
    let listed = |question: &Value| question["publicKey"]["allowCredentials"].clone();
    let (cookie, question) = after_password(&web, INGRID, PASSWORD).await?;
    assert_eq!(listed(&question).as_array().map(Vec::len), Some(1));
    let right = passkey.show(&question, PUBLIC_URL)?;
    assert!(is_in(&answered(&web, &cookie, &right, HERE).await?));
    let (cookie, question) = after_password(&web, INGRID, "a wrong one altogether").await?;
    let wrong = answered(&web, &cookie, &passkey.show(&question, PUBLIC_URL)?, HERE).await?;
    assert!(is_no(&wrong), "the password was wrong: {wrong:?}");
    let (cookie, question) = after_password(&web, INGRID, PASSWORD).await?;
    assert!(
        is_no(&answered(&web, &cookie, &kims.show(&question, PUBLIC_URL)?, HERE).await?),
        "Kim's passkey"
    );
    let (cookie, question) = asked(&web, HERE).await?;
    let alone = answered(&web, &cookie, &passkey.show(&question, PUBLIC_URL)?, HERE).await?;
    assert!(is_no(&alone), "without a password it has to say whose it is: {alone:?}");

    // Names that nobody has are asked for made-up passkeys, always the same ones.
    let mut some = 0;
    for number in 0..12 {
        let user = format!("nobody{number}@contoso.example");
        let (_, one) = after_password(&web, &user, PASSWORD).await?;
        let (_, two) = after_password(&web, &user.to_uppercase(), "another").await?;
        assert_eq!(listed(&one), listed(&two), "{user}");
        let keys = |question: &Value| {
            question["publicKey"].as_object().map(|it| it.keys().cloned().collect::<Vec<_>>())
        };
        assert_eq!(keys(&one), keys(&question));
        some += usize::from(listed(&one) != serde_json::json!([]));
    }
    assert!(some > 8, "most names seem to have one");
    Ok(())
}

#[tokio::test]
async fn a_flood_of_questions_from_one_place_pushes_out_its_own_and_nobody_elses() -> Result<()> {
    let (world, web) = opened().await?;
    let (_, mut passkey) = with_passkey(&world, &web, INGRID).await?;
    let (cookie, question) = asked(&web, HERE).await?;
    let right = passkey.show(&question, PUBLIC_URL)?;
    let (first, first_question) = asked(&web, THIEF).await?;
    for _ in 0..QUESTIONS_OF_PLACE_MAX {
        asked(&web, THIEF).await?;
    }
    let pushed_out = passkey.show(&first_question, PUBLIC_URL)?;
    assert!(is_no(&answered(&web, &first, &pushed_out, THIEF).await?), "the oldest of that place is gone");
    assert!(is_in(&answered(&web, &cookie, &right, HERE).await?), "the honest one waits");
    Ok(())
}

#[tokio::test]
async fn an_invitation_is_accepted_with_a_passkey_with_and_without_a_password() -> Result<()> {
    let (world, web) = opened().await?;
    let boss = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    for (name, has_password) in [("one@contoso.example", true), ("two@contoso.example", false)] {
        let account = world.person(name).await?.id;
        world.engine.execute(account, Command::ChangeProfile(boss.clone()), root("an admin")).await?;
        if has_password {
            world.engine.set_password(account, PASSWORD, root("theirs")).await?;
        }
        let link = world.engine.invite_admin(account, LinkUse::SetUp, root("an admin")).await?.link;
        let path = path_of(&link)?;
        let ask = async |password: &str| {
            let body = format!("password={}&with=passkey", escaped(password));
            web.request("POST", path, FORM, &body, HERE).await
        };
        let wrong = ask(if has_password { "not this one at all" } else { "short" }).await?;
        assert!(question_cookie_of(&wrong).is_none(), "{wrong:?}");
        let page = ask(PASSWORD).await?;
        let cookie = question_cookie_of(&page).with_context(|| format!("{page:?}"))?;
        let (mut passkey, answer) = SoftPasskey::make(&question_of(&page)?, PUBLIC_URL)?;
        let head = format!("{FORM}Cookie: {cookie}\r\n");
        let body = format!("passkey_answer={}", escaped(&answer));
        let done = web.request("POST", &format!("{path}/passkey"), &head, &body, HERE).await?;
        assert!(cookie_of(&done).is_some() && done.body.contains("recovery codes"), "{done:?}");
        let factors = world.engine.factors_of(account);
        assert!(factors.app.is_none() && factors.passkeys.len() == 1 && factors.recovery.len() == 10);
        assert!(is_in(&sign_in(&web, &mut passkey).await?), "{name}");
        let again = web.request("POST", &format!("{path}/passkey"), &head, &body, HERE).await?;
        assert_eq!(again.status, 404, "the link is used up");
        world.clock.advance(Span::from_minutes(1));
    }
    Ok(())
}
