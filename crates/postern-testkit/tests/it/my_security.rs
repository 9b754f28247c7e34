//! "My security" over HTTP: who gets in and who does not, what an owner does there, and what ends it.

use std::net::Ipv4Addr;

use anyhow::{Context as _, Result};
use postern_core::account::Role;
use postern_core::app_password::APP_PASSWORDS_MAX;
use postern_core::command::{Command, ProfileChange};
use postern_core::ids::AccountId;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::admin_centre::{AdminAttempt, AdminSignIn};
use postern_engine::commands::ResetWish;
use postern_engine::owner::security::OwnerSignIn;
use postern_engine::password::Password;
use postern_engine::recovery::{Begun, Proving};
use postern_testkit::admin_client::{cookie_named, escaped, token_of};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

use crate::common::ANNA;
use crate::recovery;

const ROB: &str = "rob@contoso.example";
const OWN: &str = "amber meadow ladder 17";
const PHONE: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 1);
const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";

struct Owner<'a> {
    web: &'a Web,
    cookie: String,
}

async fn send(web: &Web, head: &str, fields: &[(&str, &str)]) -> Result<Reply> {
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    web.request("POST", "/my?lang=en", &format!("{FORM}{head}"), &body.join("&"), PHONE).await
}

async fn sign_in(web: &Web, login: &str, password: &str, code: &str) -> Result<Reply> {
    send(web, "", &[("step", "sign_in"), ("login", login), ("password", password), ("code", code)]).await
}

impl<'a> Owner<'a> {
    async fn enter(web: &'a Web) -> Result<Self> {
        let reply = sign_in(web, ROB, OWN, "").await?;
        let cookie = cookie_named(&reply, &["__Host-postern-my", "postern_my"]);
        Ok(Self { web, cookie: cookie.with_context(|| format!("{reply:?}"))? })
    }

    async fn page(&self) -> Result<Reply> {
        self.web.request("GET", "/my?lang=en", &format!("Cookie: {}\r\n", self.cookie), "", PHONE).await
    }

    async fn step(&self, fields: &[(&str, &str)]) -> Result<Reply> {
        let token = token_of(&self.page().await?)?;
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        send(self.web, &format!("Cookie: {}\r\n", self.cookie), &all).await
    }

    async fn is_in(&self) -> Result<bool> {
        Ok(self.page().await?.body.contains("name=\"token\""))
    }
}

async fn opened() -> Result<(World, Web, AccountId)> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    world.engine.set_password(rob.id, OWN, root("his")).await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    Ok((world, web, rob.id))
}

/// What stands there is the owner's own, and what is made there is shown once (checklist D25, J6).
#[tokio::test(flavor = "multi_thread")]
async fn d25_an_owner_makes_codes_and_app_passwords_adds_an_address_and_sees_what_was_done() -> Result<()> {
    let (world, web, rob) = opened().await?;
    let owner = Owner::enter(&web).await?;
    let page = owner.page().await?;
    for text in ["You can sign in and send mail", "0 recovery codes are left", "Password set", "127.0.7.1"] {
        assert!(page.text().contains(text), "{text}: {}", page.text());
    }

    let made = owner.step(&[("step", "codes")]).await?;
    let code =
        made.body.split("<li><code>").nth(1).and_then(|rest| rest.split('<').next()).context("a code")?;
    let page = owner.page().await?;
    assert!(page.text().contains("10 recovery codes are left") && !page.body.contains(code), "shown once");

    let phone = [("step", "app_add"), ("device", "Work phone"), ("protocol", "imap")];
    let made = owner.step(&phone).await?;
    let (_, rest) = made.body.split_once("<code class=\"shown\">").with_context(|| made.text())?;
    let text = rest.split('<').next().unwrap_or_default();
    assert!(text.len() > 16, "{text}");
    let page = owner.page().await?;
    assert!(page.text().contains("Work phone") && !page.body.contains(text), "shown once");
    // Refused with the reason, and what was typed is there.
    let twice = owner.step(&phone).await?;
    assert!(twice.text().contains("There is an app password for Work phone already"), "{}", twice.text());
    assert!(twice.body.contains("value=\"Work phone\""));
    let id = world.engine.app_passwords(rob).first().context("one")?.id.to_string();
    owner.step(&[("step", "app_revoke"), ("id", &id)]).await?;
    assert!(world.engine.app_passwords(rob).is_empty());
    for number in 0..APP_PASSWORDS_MAX {
        owner.step(&[("step", "app_add"), ("device", &format!("{number}")), ("protocol", "imap")]).await?;
    }
    let full = owner.step(&[("step", "app_add"), ("device", "ninth"), ("protocol", "imap")]).await?;
    assert!(full.text().contains("as many app passwords as there may be"), "{}", full.text());

    let itself = owner.step(&[("step", "address_add"), ("address", ROB)]).await?;
    assert!(itself.text().contains("This address is the account itself"), "{}", itself.text());
    owner.step(&[("step", "address_add"), ("address", "rob.home@mail.example")]).await?;
    let page = owner.page().await?;
    assert!(page.text().contains("rob.home@mail.example Not confirmed yet"), "{}", page.text());
    let address = world.engine.alternates(rob).await?[0].id.to_string();
    owner.step(&[("step", "address_remove"), ("id", &address)]).await?;
    assert!(world.engine.alternates(rob).await?.is_empty());

    // An admin's act is there without the admin's words; the evidence of a rule is not.
    world
        .engine
        .execute(rob, Command::RestrictSending { until: None }, root("he sends spam, says Kim"))
        .await?;
    let page = owner.page().await?;
    assert!(page.text().contains("can’t send mail right now") && page.text().contains("by an admin"));
    assert!(!page.body.contains("Kim"), "{}", page.text());
    Ok(())
}

/// Idle, out, a new password, a block, the end of all sessions: each ends it, and a foreign form does nothing.
#[tokio::test(flavor = "multi_thread")]
async fn an_owners_session_ends_with_all_that_ends_sessions_and_takes_no_foreign_form() -> Result<()> {
    let (world, web, rob) = opened().await?;
    let owner = Owner::enter(&web).await?;
    let cookie = format!("Cookie: {}\r\n", owner.cookie);
    for fields in [vec![("step", "codes")], vec![("step", "codes"), ("token", "AAAA")]] {
        assert_eq!(send(&web, &cookie, &fields).await?.status, 403, "{fields:?}");
    }
    let token = token_of(&owner.page().await?)?;
    let foreign = format!("{cookie}Origin: https://evil.example\r\n");
    assert_eq!(send(&web, &foreign, &[("step", "codes"), ("token", &token)]).await?.status, 403);
    assert!(world.engine.factors_of(rob).recovery.is_empty(), "nothing was made");
    assert_eq!(send(&web, "", &[("step", "codes"), ("token", &token)]).await?.status, 200, "the door");
    assert!(world.engine.factors_of(rob).recovery.is_empty(), "nothing was made");

    world.clock.advance(Span::from_minutes(20));
    assert!(!owner.is_in().await?, "idle");
    let owner = Owner::enter(&web).await?;
    owner.step(&[("step", "sign_out")]).await?;
    assert!(!owner.is_in().await?, "signed out");
    let (one, other) = (Owner::enter(&web).await?, Owner::enter(&web).await?);
    one.step(&[("step", "end_sessions")]).await?;
    assert!(!one.is_in().await? && !other.is_in().await?, "everywhere");
    let owner = Owner::enter(&web).await?;
    world.engine.execute(rob, Command::BlockSignIn { until: None }, root("left")).await?;
    assert!(!owner.is_in().await?, "blocked");
    assert!(sign_in(&web, ROB, OWN, "").await?.text().contains("does not match"), "and not in again");
    world.engine.execute(rob, Command::AllowSignIn, root("back")).await?;
    let owner = Owner::enter(&web).await?;
    let wish = ResetWish { chosen: None, must_change: true };
    let temporary = world.engine.reset_password(rob, wish, root("phoned")).await?.generated.context("one")?;
    assert!(!owner.is_in().await?, "another password");
    let told = sign_in(&web, ROB, &temporary, "").await?;
    assert!(told.text().contains("This password is temporary") && told.body.contains("/password?lang=en"));
    Ok(())
}

/// With recovery codes made here the admin centre could be entered, so no admin comes in by a password alone; and whoever is
/// refused reads one sentence, whatever is wrong.
#[tokio::test(flavor = "multi_thread")]
async fn no_admin_comes_in_by_a_password_alone_and_strangers_learn_nothing() -> Result<()> {
    let (world, web, rob) = opened().await?;
    let roles = ProfileChange { roles: Some(vec![Role::Helpdesk]), ..ProfileChange::default() };
    world.engine.execute(rob, Command::ChangeProfile(roles), root("the help desk")).await?;
    world.person("kim@contoso.example").await?;
    let mut seen = Vec::new();
    for (login, password) in [
        (ROB, OWN),
        (ROB, "wrong"),
        ("kim@contoso.example", "wrong"),
        ("nobody@contoso.example", "wrong"),
        ("no address at all", "wrong"),
    ] {
        let reply = sign_in(&web, login, password, "123456").await?;
        assert_eq!(reply.status, 200);
        seen.push(reply.body.replace(login, "LOGIN"));
    }
    assert!(seen.iter().all(|body| *body == seen[0]), "the same bytes");
    for guess in 0..12 {
        sign_in(&web, ROB, &format!("guess {guess}"), "").await?;
    }
    let open = world.engine.open_on(rob);
    assert!(
        open.iter().any(|row| row.kind == RestrictionKind::SignInLocked),
        "counted like everywhere: {open:?}"
    );
    Ok(())
}

/// Codes that were made with the password alone open neither the admin centre nor, on their first day, the way back; and a
/// session from before the role is over.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_with_a_password_alone_is_no_second_factor_once_its_owner_is_an_admin() -> Result<()> {
    let (world, web, rob) = opened().await?;
    let owner = Owner::enter(&web).await?;
    let made = owner.step(&[("step", "codes")]).await?;
    let codes: Vec<&str> =
        made.body.split("<li><code>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    let engine = &world.engine;
    world.clock.advance(Span::from_s(1));
    let Begun::Flow(flow) = engine.begin_recovery(ROB, None) else { anyhow::bail!("begun") };
    let young = engine.prove_recovery(&flow, codes[0], None).await?;
    assert!(matches!(young, Proving::Wrong { .. }), "on its first day: {young:?}");
    world.clock.advance(Span::from_hours(25));
    let Begun::Flow(flow) = engine.begin_recovery(ROB, None) else { anyhow::bail!("begun") };
    let ripe = engine.prove_recovery(&flow, codes[1], None).await?;
    assert!(matches!(ripe, Proving::Right(_)), "after a day: {ripe:?}");

    let owner = Owner::enter(&web).await?;
    let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
    engine.execute(rob, Command::ChangeProfile(roles), root("the new admin")).await?;
    assert!(!owner.is_in().await?, "an admin comes in by a code");
    let body = format!("user={}&password={}&code={}", escaped(ROB), escaped(OWN), escaped(codes[2]));
    let reply = web.request("POST", "/admin/sign-in", FORM, &body, PHONE).await?;
    assert_eq!(reply.status, 200, "not in: {reply:?}");
    assert!(cookie_named(&reply, &["__Host-postern", "postern"]).is_none());
    Ok(())
}

/// A password that is being verified while every session ends opens none, neither here nor in the admin centre.
#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_in_flight_while_every_session_ends_opens_none() -> Result<()> {
    let (world, web) = recovery::opened().await?;
    let (anna, key, _) = recovery::with_app(&world, &web, &[Role::GlobalAdmin]).await?;
    let engine = &world.engine;
    for is_admin_centre in [true, false] {
        world.clock.advance(Span::from_minutes(2));
        let code = recovery::app_code(&world, &key)?;
        let attempt = AdminAttempt { login: ANNA, code: &code, source: "127.0.7.1", client: "" };
        let enters = async {
            let password = Password::new(recovery::OLD.to_owned())?;
            anyhow::Ok(if is_admin_centre {
                matches!(engine.admin_sign_in(&attempt, password).await?, AdminSignIn::Opened(_))
            } else {
                matches!(engine.owner_sign_in(&attempt, password).await?, OwnerSignIn::Opened(_))
            })
        };
        let ends = async {
            // Verifying has begun; of virtual time, so that what ends comes after what began.
            tokio::task::yield_now().await;
            world.clock.advance(Span::from_s(1));
            engine.end_sessions(anna, None, root("somebody else is in there")).await
        };
        let (entered, ended) = tokio::join!(enters, ends);
        ended?;
        assert!(!entered?, "in the admin centre: {is_admin_centre}");
        assert!(engine.admin_sessions(Some(anna)).is_empty());
    }
    Ok(())
}
