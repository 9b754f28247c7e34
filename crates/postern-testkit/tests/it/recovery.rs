//! The owner's way back over HTTP: `/recover` with codes of an app and recovery codes; that it says nothing of anybody before
//! a proof, that no step can be left out or taken twice, and what guessing comes to.

use std::net::Ipv4Addr;

use anyhow::{Context as _, Result};
use postern_core::account::{AccountKind, Role};
use postern_core::admin::LinkUse;
use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::recovery::{PAUSES, TRIES_OF_ACCOUNT, TRIES_OF_SOURCE};
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::ask::SignInAsk;
use postern_engine::password::Password;
use postern_engine::ports::AuditFilter;
use postern_engine::recovery::{Begun, Proving};
use postern_engine::sign_in::{ApplicationAsk, ApplicationVerdict};
use postern_gates::client::Seen;
use postern_testkit::admin_client::{code_of, escaped, path_of};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

use crate::common::{ANNA, HOME, at_home, passwords_with_tags_of_their_own, stranger};

const PROXY: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 3);
/// Where she was invited to.
const DESK: Ipv4Addr = Ipv4Addr::new(127, 0, 9, 1);
pub const OLD: &str = "fjell og fjord 22 vinter";
pub const OWN: &str = "amber meadow ladder 17";

/// A browser behind the trusted proxy.
pub struct Browser<'a> {
    web: &'a Web,
    from: String,
    head: &'a str,
}

impl Browser<'_> {
    pub async fn step(&self, fields: &[(&str, &str)]) -> Result<Reply> {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let head = format!(
            "Content-Type: application/x-www-form-urlencoded\r\nX-Forwarded-For: {}\r\n{}",
            self.from, self.head
        );
        self.web.request("POST", "/recover?lang=en", &head, &body.join("&"), PROXY).await
    }

    pub async fn begin(&self, login: &str) -> Result<String> {
        flow_of(&self.step(&[("step", "name"), ("login", login)]).await?)
    }

    pub async fn show(&self, flow: &str, code: &str) -> Result<Reply> {
        self.step(&[("step", "code"), ("flow", flow), ("code", code)]).await
    }
}

pub fn browser<'a>(web: &'a Web, from: &str) -> Browser<'a> {
    Browser { web, from: from.to_owned(), head: "" }
}

/// The sealed text that a page's form brings back.
pub fn flow_of(page: &Reply) -> Result<String> {
    let (_, rest) = page.body.split_once("name=\"flow\" value=\"").with_context(|| format!("{page:?}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

pub async fn opened() -> Result<(World, Web)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &["127.0.0.3/32"], Limits::default()).await?;
    Ok((world, web))
}

/// Somebody with an authenticator app and recovery codes; `roles` as she has them in the end.
pub async fn with_app(world: &World, web: &Web, roles: &[Role]) -> Result<(AccountId, String, Vec<String>)> {
    let anna = world.account(ANNA, AccountKind::Person, &[Role::Auditor]).await?.id;
    world.engine.set_password(anna, OLD, root("hers")).await?;
    let link = world.engine.invite_admin(anna, LinkUse::SetUp, root("in")).await?.link;
    let page = web.request("GET", path_of(&link)?, "Accept-Language: en\r\n", "", DESK).await?;
    let (_, rest) = page.body.split_once("app: <code>").with_context(|| format!("{page:?}"))?;
    let key = rest.split('<').next().unwrap_or_default().to_owned();
    let now_s = world.engine.now_shown().unix_s();
    let body = format!("password={}&code={}", escaped(OLD), code_of(&key, now_s)?);
    let form = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: en\r\n";
    let done = web.request("POST", path_of(&link)?, form, &body, DESK).await?;
    let codes = done.body.split("<li><code>").skip(1);
    let codes = codes.filter_map(|rest| rest.split('<').next().map(str::to_owned)).collect();
    let change = postern_core::command::ProfileChange {
        roles: Some(roles.to_vec()),
        ..postern_core::command::ProfileChange::default()
    };
    if roles != [Role::Auditor] {
        world.engine.execute(anna, Command::ChangeProfile(change), root("as it is")).await?;
    }
    // The code that set it up is used.
    world.clock.advance(Span::from_minutes(2));
    Ok((anna, key, codes))
}

pub fn app_code(world: &World, key: &str) -> Result<String> {
    code_of(key, world.engine.now_shown().unix_s())
}

/// Strangers lock the places that she does not know.
async fn lock(world: &World) -> Result<()> {
    let mut dovecot = world.dovecot().await?;
    for (number, guess) in (0..).zip(passwords_with_tags_of_their_own(ANNA, 12)) {
        dovecot.attempt(ANNA, &guess, false, &stranger(number)).await?;
    }
    Ok(())
}

pub fn is_locked(world: &World, account: AccountId) -> bool {
    world.engine.open_on(account).iter().any(|row| row.kind == RestrictionKind::SignInLocked)
}

#[tokio::test(flavor = "multi_thread")]
async fn d17_whoever_shows_a_code_unlocks_and_the_old_password_works_from_the_new_place() -> Result<()> {
    let (world, web) = opened().await?;
    let (anna, key, _) = with_app(&world, &web, &[]).await?;
    world.clock.advance(Span::from_hours(1));
    lock(&world).await?;
    assert!(is_locked(&world, anna));
    let hotel = "203.0.113.77";
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt(ANNA, "right", true, hotel).await?, Seen::RefusedBefore);

    let browser = browser(&web, hotel);
    let flow = browser.begin(ANNA).await?;
    let page = browser.show(&flow, &app_code(&world, &key)?).await?;
    assert!(page.text().contains("Unlock only"), "{}", page.text());
    let proved = flow_of(&page)?;
    let done = browser.step(&[("step", "unlock"), ("flow", &proved)]).await?;
    assert!(done.text().contains("You can sign in again"), "{}", done.text());
    assert!(!is_locked(&world, anna));
    assert_eq!(dovecot.attempt(ANNA, "right", true, hotel).await?, Seen::SignedIn);

    // The same form once more (reliability L3).
    let again = browser.step(&[("step", "unlock"), ("flow", &proved)]).await?;
    assert!(again.text().contains("Begin again"), "{}", again.text());
    let audit = world.engine.audit(&AuditFilter { limit: 100, ..AuditFilter::default() }).await?;
    let codes: Vec<&str> = audit.iter().map(|row| row.code.as_str()).collect();
    assert!(codes.contains(&"recovered") && codes.contains(&"code_shown"), "{codes:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn d5_an_admin_sets_a_new_password_with_two_proofs_and_not_with_one_kind_twice() -> Result<()> {
    let (world, web) = opened().await?;
    let (anna, key, codes) = with_app(&world, &web, &[Role::GlobalAdmin]).await?;
    let browser = browser(&web, "203.0.113.77");
    let flow = browser.begin(ANNA).await?;
    let page = browser.show(&flow, &codes[0]).await?;
    assert!(page.text().contains("needs a second proof of another kind"), "{}", page.text());
    let one = flow_of(&page)?;
    // A second one of the same kind, and a leap over what is missing.
    let page = browser.show(&one, &codes[1]).await?;
    assert!(page.text().contains("needs a second proof of another kind"), "{}", page.text());
    let leap = [("step", "password"), ("flow", &one), ("new", OWN), ("again", OWN)];
    assert!(browser.step(&leap).await?.text().contains("One more proof of another kind is needed"));
    // Used up, for this way back and every other (checklist D13).
    let used = browser.show(&browser.begin(ANNA).await?, &codes[0]).await?;
    assert!(used.text().contains("does not match"), "{}", used.text());

    let page = browser.show(&one, &app_code(&world, &key)?).await?;
    assert!(page.text().contains("Choose a new password") && !page.text().contains("Unlock only"));
    let both = flow_of(&page)?;
    let form = browser.step(&[("step", "new"), ("flow", &both)]).await?;
    assert!(form.body.contains("autocomplete=\"new-password\""), "{}", form.text());
    let weak = [("step", "password"), ("flow", &both), ("new", "anna"), ("again", "anna")];
    assert!(browser.step(&weak).await?.text().contains("at least 15 characters"));
    let good = [("step", "password"), ("flow", &both), ("new", OWN), ("again", OWN)];
    let (one_of_two, other) = tokio::join!(browser.step(&good), browser.step(&good));
    let done = [one_of_two?, other?];
    let set = done.iter().filter(|page| page.text().contains("Your new password is set")).count();
    assert_eq!(set, 1, "{done:?}");
    let asked = browser.step(&good).await?;
    assert!(asked.text().contains("Begin again"), "void after it was set: {}", asked.text());
    let handle = world.engine.fresh_handle();
    let ask =
        SignInAsk { login: ANNA, remote: HOME, protocol: "http", session: &handle, ..SignInAsk::default() };
    let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
    let answer = world.engine.authenticate(&ask, Password::new(OWN.to_owned())?).await?;
    assert_eq!((answer.verdict, answer.account), (ApplicationVerdict::Allow, Some(anna)));
    Ok(())
}

/// A flow from before a reset, from another site, or without a proof leads nowhere (reliability L1, L3, checklist D23).
#[tokio::test(flavor = "multi_thread")]
async fn l1_l3_no_step_can_be_left_out_and_a_newer_password_voids_what_was_proved() -> Result<()> {
    let (world, web) = opened().await?;
    let (anna, key, codes) = with_app(&world, &web, &[]).await?;
    let browser = browser(&web, "203.0.113.77");
    let bare = browser.begin(ANNA).await?;
    let leap = |flow: &str| {
        let fields = [("step", "password"), ("flow", flow), ("new", OWN), ("again", OWN)];
        fields.map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    for flow in [bare.as_str(), "", "AAAA"] {
        let fields = leap(flow);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = browser.step(&fields).await?;
        assert!(page.text().contains("Begin again"), "{}", page.text());
    }
    let proved = flow_of(&browser.show(&bare, &app_code(&world, &key)?).await?)?;
    world.clock.advance(Span::from_s(1));
    world.engine.set_password(anna, "violet harbour lantern 41", root("reset meanwhile")).await?;
    let form = browser.step(&[("step", "new"), ("flow", &proved)]).await?;
    assert!(form.text().contains("Begin again"), "{}", form.text());
    // Twenty minutes without a step.
    world.clock.advance(Span::from_s(1));
    let flow = browser.begin(ANNA).await?;
    world.clock.advance(Span::from_minutes(20));
    assert!(browser.show(&flow, &codes[3]).await?.text().contains("Begin again"));
    // A person's block is told only to whoever proved something, and no proof opens it.
    world.engine.execute(anna, Command::BlockSignIn { until: None }, root("left")).await?;
    world.clock.advance(Span::from_s(1));
    let flow = browser.begin(ANNA).await?;
    let page = browser.show(&flow, &codes[4]).await?;
    assert!(page.text().contains("only an admin can allow it again"), "{}", page.text());
    let foreign = Browser { head: "Origin: https://evil.example\r\n", ..browser };
    assert_eq!(foreign.step(&[("step", "name"), ("login", ANNA)]).await?.status, 403);
    Ok(())
}

/// Existing, unknown, locked, blocked and impossible names: the same bytes at every step before a proof.
#[tokio::test(flavor = "multi_thread")]
async fn i2_before_a_proof_every_name_is_answered_with_the_same_bytes() -> Result<()> {
    let (world, web) = opened().await?;
    let (anna, _, _) = with_app(&world, &web, &[]).await?;
    let kim = world.person("kim@contoso.example").await?.id;
    world.engine.execute(kim, Command::BlockSignIn { until: None }, root("left")).await?;
    world.clock.advance(Span::from_hours(1));
    lock(&world).await?;
    assert!(is_locked(&world, anna));
    let mut seen = Vec::new();
    for (number, login) in
        [ANNA, "kim@contoso.example", "nobody@contoso.example", "no address at all"].into_iter().enumerate()
    {
        let browser = browser(&web, &format!("203.0.{number}.9"));
        let mut of_name = Vec::new();
        let page = browser.step(&[("step", "name"), ("login", login)]).await?;
        let flow = flow_of(&page)?;
        of_name.push(page);
        of_name.push(browser.step(&[("step", "send"), ("flow", &flow)]).await?);
        for code in ["12345678", "123456", "ABCD-EFGH-JKMN-PQRS", "x"] {
            of_name.push(browser.show(&flow, code).await?);
        }
        for _ in of_name.len()..8 {
            of_name.push(browser.step(&[("step", "name"), ("login", login)]).await?);
        }
        let bytes: Vec<String> = of_name.iter().map(|page| without_flow(&page.body)).collect();
        seen.push(bytes);
    }
    for other in &seen[1..] {
        assert_eq!(seen[0], *other);
    }
    Ok(())
}

/// Whoever keeps a form of a name learns nothing from what happens to the account meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn i2_a_form_that_proved_nothing_stays_as_good_as_one_of_an_unknown_name() -> Result<()> {
    let (world, web) = opened().await?;
    let (anna, key, _) = with_app(&world, &web, &[]).await?;
    let (hers, nobodys) = (browser(&web, "203.0.113.77"), browser(&web, "203.0.114.77"));
    let (bare, of_nobody) = (hers.begin(ANNA).await?, nobodys.begin("nobody@contoso.example").await?);
    world.clock.advance(Span::from_s(1));
    world.engine.set_password(anna, "violet harbour lantern 41", root("reset meanwhile")).await?;
    let restrict = Command::RestrictSending { until: None };
    world.engine.execute(anna, restrict, root("spam")).await?;
    let everywhere = Command::EndSessions { from: None, own: Vec::new() };
    world.engine.execute(anna, everywhere, root("to be sure")).await?;
    for fields in [
        &[("step", "code"), ("code", "12345678")][..],
        &[("step", "send")],
        &[("step", "unlock")],
        &[("step", "password"), ("new", OWN), ("again", OWN)],
    ] {
        let with = |flow| [fields, &[("flow", flow)]].concat();
        let page = hers.step(&with(bare.as_str())).await?;
        let other = nobodys.step(&with(of_nobody.as_str())).await?;
        assert_eq!(without_flow(&page.body), without_flow(&other.body), "{fields:?}");
        assert_eq!(page.text().contains("Begin again"), !["code", "send"].contains(&fields[0].1));
    }
    // Nothing was proved before the reset, so nothing is void: the owner goes on.
    world.clock.advance(Span::from_s(1));
    let proved = flow_of(&hers.show(&bare, &app_code(&world, &key)?).await?)?;
    let login = world.engine.recovery_login(&proved);
    assert_eq!(login.as_deref(), Some(ANNA));
    Ok(())
}

/// The page without the sealed text, which has the name in it.
pub fn without_flow(body: &str) -> String {
    let mut parts = body.split("name=\"flow\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// Ten thousand codes from a thousand places over new ways back: ten are looked at, and the owner at home still comes in.
#[tokio::test(flavor = "multi_thread")]
async fn l8_of_ten_thousand_guesses_ten_are_looked_at_and_the_owner_at_home_still_gets_in() -> Result<()> {
    let (world, web) = opened().await?;
    let (_, key, _) = with_app(&world, &web, &[]).await?;
    at_home(&world, ANNA).await?;
    let engine = &world.engine;
    let (mut right, mut too_many) = (0, 0);
    for number in 0..10_000_u32 {
        // Each of the first ten from a place of its own, so that the place's own limit says nothing there.
        let place = if number < TRIES_OF_ACCOUNT { number } else { number / 10 + TRIES_OF_ACCOUNT };
        let source = stranger(place).parse().ok();
        let Begun::Flow(flow) = engine.begin_recovery(ANNA, source) else {
            too_many += 1;
            continue;
        };
        // Every one of them is the right code: only the limit keeps it out, but for the first ten, which are wrong.
        let code = if number < TRIES_OF_ACCOUNT { "000000".to_owned() } else { app_code(&world, &key)? };
        match engine.prove_recovery(&flow, &code, source).await? {
            Proving::Right(_) => right += 1,
            Proving::TooMany => too_many += 1,
            Proving::Wrong { .. } | Proving::Over => {}
        }
    }
    assert_eq!(right, 0, "none beyond ten a day is looked at");
    assert!(too_many > 0, "each place is limited too");
    let home = HOME.parse().ok();
    let Begun::Flow(flow) = engine.begin_recovery(ANNA, home) else { anyhow::bail!("paused at home") };
    let proved = engine.prove_recovery(&flow, &app_code(&world, &key)?, home).await?;
    assert!(matches!(proved, Proving::Right(_)), "{proved:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn d9_the_sixth_beginning_pauses_this_place_for_this_name_alone_and_signing_in_goes_on() -> Result<()> {
    let (world, web) = opened().await?;
    world.person(ANNA).await?;
    let (here, there) = (browser(&web, "203.0.113.77"), browser(&web, "198.51.100.4"));
    for _ in 0..5 {
        here.begin(ANNA).await?;
    }
    let paused = here.step(&[("step", "name"), ("login", ANNA)]).await?;
    assert!(paused.text().contains("Try again after"), "{}", paused.text());
    here.begin("kim@contoso.example").await?;
    there.begin(ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt(ANNA, "right", true, "203.0.113.77").await?, Seen::SignedIn);
    world.clock.advance(PAUSES[0]);
    let flow = here.begin(ANNA).await?;
    // Eleven codes from one place within the hour.
    for _ in 0..TRIES_OF_SOURCE {
        assert!(here.show(&flow, "12345678").await?.text().contains("does not match"));
    }
    assert!(here.show(&flow, "12345678").await?.text().contains("too many attempts"));
    world.policy(&[("password.recovery_rule", 0)]).await?;
    let off = here.step(&[("step", "name"), ("login", ANNA)]).await?;
    assert!(off.status == 404 && off.text().contains("has not switched this on"), "{}", off.text());
    Ok(())
}
