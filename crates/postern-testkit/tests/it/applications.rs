//! The sign-in door over HTTP: what applications are answered, who may ask, and that all gates share one budget.

use std::net::Ipv4Addr;
use std::sync::Arc;

use anyhow::Result;
use postern_core::account::AccountKind;
use postern_core::command::Command;
use postern_core::source_command::SourceCommand;
use postern_core::time::Span;
use postern_engine::commands::NewAccount;
use postern_engine::ports::AuditFilter;
use postern_engine::queries::Found;
use postern_gates::client::Seen;
use postern_testkit::web_client::{Reply, Web, begin, token};
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;
use serde_json::{Value, json};

use crate::common::ANNA;

pub const PASSWORD: &str = "correct horse battery staple";
pub const AUTHENTICATE: &str = "/api/v1/sign-in/authenticate";
pub const ASK: &str = "/api/v1/sign-in/ask";
pub const REPORT: &str = "/api/v1/sign-in/report";

pub struct App {
    pub world: Arc<World>,
    pub web: Web,
    pub token: String,
}

impl App {
    async fn start() -> Result<Self> {
        let world = Arc::new(World::start().await?);
        let web = Web::over(&world.engine, &[], Limits::default()).await?;
        let token = token(&world.engine, "webmail").await?.text;
        Ok(Self { world, web, token })
    }

    /// With somebody who has a password.
    pub async fn with_anna() -> Result<Self> {
        let app = Self::start().await?;
        let anna = app.world.person(ANNA).await?;
        app.world.engine.set_password(anna.id, PASSWORD, root("")).await?;
        // For a quarter of an hour a new password doubles the thresholds, as any unlock does.
        app.world.clock.advance(Span::from_hours(1));
        Ok(app)
    }

    pub async fn authenticate(&self, login: &str, password: &str, source: &str) -> Result<Reply> {
        self.send(AUTHENTICATE, attempt(login, source, &[("password", json!(password))])).await
    }

    pub async fn send(&self, path: &str, body: Value) -> Result<Reply> {
        self.web.post(path, &self.token, &body).await
    }
}

pub fn attempt(login: &str, source: &str, more: &[(&str, Value)]) -> Value {
    let mut body = json!({"login": login, "client_address": source, "protocol": "webmail"});
    for (name, value) in more {
        body[*name] = value.clone();
    }
    body
}

/// The code of the first reason.
fn reason(reply: &Reply) -> String {
    let json = reply.json().unwrap_or_default();
    json["reasons"][0]["code"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_password_lets_in_and_says_who_it_is() -> Result<()> {
    let app = App::with_anna().await?;
    let reply = app.authenticate("ANNA+x@Contoso.Example", PASSWORD, "203.0.113.9").await?;
    let json = reply.json()?;
    assert_eq!((reply.status, &json["verdict"], &json["degraded"]), (200, &json!("allow"), &json!(false)));
    assert_eq!(json["account"]["address"], ANNA);
    assert_eq!((&json["message"], &json["reasons"]), (&json!(""), &json!([])));
    assert_eq!(json.get("device_cookie"), None, "nobody asked for one");
    Ok(())
}

/// Known or not, a name is answered with the same bytes at every step of the way into the lock, and what the person
/// is shown does not tell a wrong password from a lock (reliability I3, checklist A12).
#[tokio::test(flavor = "multi_thread")]
async fn i3_a_known_and_an_unknown_name_get_the_same_bytes_and_a_lock_shows_the_same_sentence() -> Result<()>
{
    let app = App::with_anna().await?;
    let mut told = Vec::new();
    for name in [ANNA, "nobody@contoso.example"] {
        let mut of_name = Vec::new();
        for guess in 0..13 {
            let source = format!("203.0.{}.{guess}", 113 + told.len());
            of_name.push(app.authenticate(name, &format!("guess {guess}"), &source).await?);
        }
        told.push(of_name);
    }
    for (step, (known, unknown)) in told[0].iter().zip(&told[1]).enumerate() {
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body), "step {step}");
    }
    assert_eq!(reason(&told[0][9]), "wrong_credentials");
    assert_eq!(reason(&told[0][10]), "locked");
    let shown = |reply: &Reply| {
        let mut json = reply.json().expect("JSON");
        json.as_object_mut().expect("an object").remove("reasons");
        json
    };
    assert_eq!(shown(&told[0][9]), shown(&told[0][10]), "a lock looks like a wrong password");
    Ok(())
}

/// Four wrong passwords through Dovecot, three through an application that verifies itself, three through one that
/// leaves it to us: ten in all, and then every gate is locked.
#[tokio::test(flavor = "multi_thread")]
async fn a3_all_gates_share_one_budget_of_ten() -> Result<()> {
    let app = App::with_anna().await?;
    let mut dovecot = app.world.dovecot().await?;
    for guess in 0..4 {
        let seen =
            dovecot.attempt(ANNA, &format!("dovecot {guess}"), false, &format!("198.51.100.{guess}")).await?;
        assert_eq!(seen, Seen::CheckedAndWrong);
    }
    for guess in 0..3 {
        let source = format!("203.0.113.{guess}");
        let asked = app.send(ASK, attempt(ANNA, &source, &[("phase", json!("before"))])).await?.json()?;
        assert_eq!(asked["verdict"], "allow", "{asked}");
        let more = [("handle", asked["handle"].clone()), ("outcome", json!("wrong_password"))];
        assert_eq!(app.send(REPORT, attempt(ANNA, &source, &more)).await?.status, 200);
    }
    for guess in 0..3 {
        let reply = app.authenticate(ANNA, &format!("http {guess}"), &format!("192.0.2.{guess}")).await?;
        assert_eq!(reason(&reply), "wrong_credentials");
    }
    assert_eq!(dovecot.attempt(ANNA, PASSWORD, true, "198.51.100.77").await?, Seen::RefusedBefore);
    let asked = app.send(ASK, attempt(ANNA, "203.0.113.77", &[("phase", json!("before"))])).await?;
    assert_eq!(reason(&asked), "locked");
    assert_eq!(reason(&app.authenticate(ANNA, PASSWORD, "192.0.2.77").await?), "locked");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_200_parallel_guesses_at_most_ten_are_verified() -> Result<()> {
    let app = Arc::new(App::with_anna().await?);
    let mut guesses = tokio::task::JoinSet::new();
    for guess in 0..200 {
        let app = app.clone();
        guesses.spawn(async move {
            let source = format!("203.0.113.{guess}");
            app.authenticate(ANNA, &format!("guess {guess}"), &source).await
        });
    }
    let (mut verified, mut shed) = (0, 0);
    while let Some(reply) = guesses.join_next().await {
        let reply = reply??;
        verified += usize::from(reason(&reply) == "wrong_credentials");
        shed += usize::from(reply.status == 503);
    }
    assert!(verified <= 10, "{verified} were verified");
    println!("200 parallel guesses over HTTP: {verified} verified, {shed} shed before hashing");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a4_who_hangs_up_is_counted_all_the_same() -> Result<()> {
    let app = App::with_anna().await?;
    let Found::One(anna) = app.world.engine.find(ANNA).await? else { panic!("anna") };
    let begun_and_counted = async || {
        let why = app.world.engine.why(anna.id).await?.map(|why| why.sign_in.unfamiliar);
        let lane = why.unwrap_or_default();
        anyhow::Ok((lane.consecutive + u16::from(lane.in_flight), lane.consecutive))
    };
    for guess in 0..10 {
        let body = attempt(ANNA, "203.0.113.9", &[("password", json!(format!("guess {guess}")))]).to_string();
        let head = format!("Authorization: Bearer {}\r\n", app.token);
        let stream = begin(app.web.address, "POST", AUTHENTICATE, &head, &body, Ipv4Addr::LOCALHOST).await?;
        // What is hung up before it was read was never an attempt; this one is under way.
        eventually(async || Ok(begun_and_counted().await?.0 > guess)).await?;
        drop(stream);
    }
    eventually(async || Ok(begun_and_counted().await?.1 == 10)).await?;
    assert_eq!(reason(&app.authenticate(ANNA, PASSWORD, "192.0.2.9").await?), "locked");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_device_gets_in_while_strangers_keep_the_lane_closed() -> Result<()> {
    let app = App::with_anna().await?;
    let remember = [("password", json!(PASSWORD)), ("remember_device", json!(true))];
    let first = app.send(AUTHENTICATE, attempt(ANNA, "198.51.100.20", &remember)).await?.json()?;
    let cookie = first["device_cookie"].clone();
    assert!(cookie.is_string(), "{first}");
    let Found::One(anna) = app.world.engine.find(ANNA).await? else { panic!("anna exists") };
    assert_eq!(app.world.engine.devices(anna.id).await?.len(), 1, "listed from the moment of the answer");
    app.world.clock.advance(Span::from_hours(2));
    for guess in 0..10 {
        app.authenticate(ANNA, &format!("guess {guess}"), &format!("203.0.113.{guess}")).await?;
    }
    let from_a_train = async |cookie: &Value| -> Result<String> {
        let more = [("password", json!(PASSWORD)), ("device_cookie", cookie.clone())];
        let reply = app.send(AUTHENTICATE, attempt(ANNA, "192.0.2.50", &more)).await?.json()?;
        Ok(reply["verdict"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(from_a_train(&json!("")).await?, "refuse");
    assert_eq!(from_a_train(&json!("1.AAAA")).await?, "refuse");
    assert_eq!(from_a_train(&cookie).await?, "allow");
    let devices = app.world.engine.devices(anna.id).await?;
    assert_eq!(devices.len(), 1, "a cookie that is good gets no second one");
    app.world.engine.forget_device(anna.id, devices[0].id, root("lost laptop")).await?;
    assert_eq!(from_a_train(&cookie).await?, "refuse", "forgotten: its cookie says nothing any more");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_forgets_the_devices_that_the_old_one_earned() -> Result<()> {
    let app = App::with_anna().await?;
    let remember = [("password", json!(PASSWORD)), ("remember_device", json!(true))];
    app.send(AUTHENTICATE, attempt(ANNA, "198.51.100.20", &remember)).await?;
    let Found::One(anna) = app.world.engine.find(ANNA).await? else { panic!("anna") };
    eventually(async || Ok(app.world.engine.devices(anna.id).await?.len() == 1)).await?;
    app.world.engine.set_password(anna.id, "another one, after the theft", root("stolen")).await?;
    assert!(app.world.engine.devices(anna.id).await?.is_empty());
    Ok(())
}

/// Whoever holds the password of an account that is closed may be the thief: no device of theirs is at home later.
#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_remembers_no_device() -> Result<()> {
    let app = App::with_anna().await?;
    let Found::One(anna) = app.world.engine.find(ANNA).await? else { panic!("anna") };
    app.world.engine.execute(anna.id, Command::BlockSignIn { until: None }, root("stolen")).await?;
    let more = [("outcome", json!("success")), ("remember_device", json!(true))];
    let reported = app.send(REPORT, attempt(ANNA, "203.0.113.9", &more)).await?;
    assert_eq!(reported.status, 200, "{reported:?}");
    assert_eq!(reported.json()?.get("device_cookie"), None, "{reported:?}");
    assert!(app.world.engine.devices(anna.id).await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_that_verifies_itself_asks_twice_and_reports() -> Result<()> {
    let app = App::with_anna().await?;
    let source = "203.0.113.9";
    let before = app.send(ASK, attempt(ANNA, source, &[("phase", json!("before"))])).await?.json()?;
    let handle = before["handle"].clone();
    let with_handle = |more: &[(&str, Value)]| {
        let mut all = vec![("handle", handle.clone())];
        all.extend_from_slice(more);
        attempt(ANNA, source, &all)
    };
    let after = app.send(ASK, with_handle(&[("phase", json!("after"))])).await?;
    assert_eq!(after.json()?["verdict"], "allow");
    let report = with_handle(&[("outcome", json!("success")), ("remember_device", json!(true))]);
    assert!(app.send(REPORT, report).await?.json()?["device_cookie"].is_string());
    let without = attempt(ANNA, source, &[("phase", json!("after")), ("handle", json!("made up"))]);
    assert_eq!(reason(&app.send(ASK, without).await?), "no_reservation", "it went around the first question");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_s_block_holds_for_applications_and_shows_the_same_sentence() -> Result<()> {
    let app = App::with_anna().await?;
    let wrong = app.authenticate(ANNA, "wrong", "203.0.113.9").await?.json()?;
    let Found::One(anna) = app.world.engine.find(ANNA).await? else { panic!("anna") };
    app.world.engine.execute(anna.id, Command::BlockSignIn { until: None }, root("left")).await?;
    let blocked = app.authenticate(ANNA, PASSWORD, "203.0.113.9").await?;
    assert_eq!(reason(&blocked), "blocked");
    assert_eq!(blocked.json()?["message"], wrong["message"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sentence_is_in_the_language_asked_for() -> Result<()> {
    let app = App::with_anna().await?;
    let body = attempt(ANNA, "203.0.113.9", &[("password", json!("wrong"))]).to_string();
    let head = format!("Authorization: Bearer {}\r\nAccept-Language: sv\r\n", app.token);
    let reply = app.web.request("POST", AUTHENTICATE, &head, &body, Ipv4Addr::LOCALHOST).await?;
    assert!(reply.json()?["message"].as_str().unwrap_or_default().contains("lösenordet"), "{reply:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_limit_of_a_request_is_told_with_its_field() -> Result<()> {
    let app = App::with_anna().await?;
    let check = async |path: &str, more: &[(&str, Value)], expected: u16, says: &str| -> Result<()> {
        let reply = app.send(path, attempt(ANNA, "203.0.113.9", more)).await?;
        assert_eq!(reply.status, expected, "{more:?} {reply:?}");
        assert!(reply.body.contains(says), "{says}: {reply:?}");
        Ok(())
    };
    let password = |length: usize| ("password", json!("x".repeat(length)));
    check(AUTHENTICATE, &[password(1_024)], 200, "wrong_credentials").await?;
    check(AUTHENTICATE, &[password(1_025)], 400, "1024").await?;
    check(AUTHENTICATE, &[password(0)], 400, "empty").await?;
    check(AUTHENTICATE, &[], 400, "password").await?;
    check(AUTHENTICATE, &[password(9), ("login", json!("x".repeat(320)))], 200, "refuse").await?;
    check(AUTHENTICATE, &[password(9), ("login", json!("x".repeat(321)))], 400, "login").await?;
    check(AUTHENTICATE, &[password(9), ("login", json!(""))], 400, "login").await?;
    for nowhere in ["", "unknown", "203.0.113", "localhost", "127.0.0.1", "0.0.0.0"] {
        check(AUTHENTICATE, &[password(9), ("client_address", json!(nowhere))], 400, "client_address")
            .await?;
    }
    check(AUTHENTICATE, &[password(9), ("client", json!("x".repeat(513)))], 400, "client").await?;
    check(AUTHENTICATE, &[password(9), ("device_cookie", json!("x".repeat(257)))], 400, "device_cookie")
        .await?;
    for path in [AUTHENTICATE, ASK, REPORT] {
        let more =
            [password(9), ("phase", json!("before")), ("outcome", json!("success")), ("tyop", json!(1))];
        let known = |name: &str| match path {
            AUTHENTICATE => name == "password",
            ASK => name == "phase",
            _ => name == "outcome",
        };
        let more: Vec<_> = more.into_iter().filter(|(name, _)| known(name) || *name == "tyop").collect();
        check(path, &more, 400, "tyop").await?;
    }
    check(ASK, &[("phase", json!("during"))], 400, "phase").await?;
    check(ASK, &[("phase", json!("after"))], 400, "handle").await?;
    check(ASK, &[("phase", json!("before")), ("handle", json!("x"))], 400, "handle").await?;
    check(ASK, &[("phase", json!("before")), ("password_tag", json!("12345"))], 400, "password_tag").await?;
    check(REPORT, &[("outcome", json!("maybe"))], 400, "outcome").await
}

/// Where the place itself is refused nobody costs a hash; elsewhere everybody does who is refused for the account, or
/// the time would tell a blocked account from the others (reliability I1).
#[tokio::test(flavor = "multi_thread")]
async fn i1_a_blocked_account_costs_a_hash_exactly_where_other_names_do() -> Result<()> {
    let app = App::with_anna().await?;
    let engine = &app.world.engine;
    let Found::One(anna) = engine.find(ANNA).await? else { panic!("anna") };
    engine.execute(anna.id, Command::BlockSignIn { until: None }, root("left")).await?;
    let (network, until) = ("198.51.100.0/24".parse().expect("a network"), None);
    engine.execute_source(SourceCommand::Block { network, account: None, until }, root("a test")).await?;
    for guess in 0..5 {
        app.authenticate(&format!("nobody{guess}@contoso.example"), "guess", "192.0.2.1").await?;
    }
    for (source, expected) in [("198.51.100.7", 0), ("192.0.2.1", 0), ("203.0.113.9", 1)] {
        for name in [ANNA, "nobody@contoso.example"] {
            let before = engine.password_work_begun();
            let reply = app.authenticate(name, "guess", source).await?;
            assert_eq!(reply.json()?["verdict"], "refuse", "{reply:?}");
            assert_eq!(engine.password_work_begun() - before, expected, "{name} from {source}");
        }
    }
    Ok(())
}

/// A hash from a file that was cut off, stored before an import looked at it: nobody signs in with it, and the door
/// treats it as the others. An error would tell that the name exists, and leave every guess uncounted.
#[tokio::test(flavor = "multi_thread")]
async fn i3_a_stored_hash_that_cannot_be_verified_is_a_wrong_password() -> Result<()> {
    let app = App::start().await?;
    let engine = &app.world.engine;
    for (number, stored) in
        ["{SHA512-CRYPT}$6$abc$xx", "{SSHA}AAAA", "{PLAIN}guess 0", "{NONE}"].iter().enumerate()
    {
        let (damaged, nobody) =
            (format!("dora{number}@contoso.example"), format!("nobody{number}@contoso.example"));
        let new =
            NewAccount { password_hash: Some((*stored).to_owned()), ..app.world.new_account(&damaged)? };
        engine.create_account(new, root("")).await?;
        for guess in 0..11 {
            let at = |name: &str, network: usize| {
                let source = format!("10.{network}.{number}.{guess}");
                let (app, name) = (&app, name.to_owned());
                async move { app.authenticate(&name, &format!("guess {guess}"), &source).await }
            };
            let before = engine.password_work_begun();
            let known = at(&damaged, 1).await?;
            assert_eq!(engine.password_work_begun() - before, 1, "{stored} costs a hash");
            let unknown = at(&nobody, 2).await?;
            assert_eq!(
                (known.status, &known.body),
                (unknown.status, &unknown.body),
                "{stored}, guess {guess}"
            );
            assert_eq!(reason(&known), if guess < 10 { "wrong_credentials" } else { "locked" }, "{stored}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_with_a_listed_password_is_evidence_once_a_day() -> Result<()> {
    let app = App::start().await?;
    let engine = &app.world.engine;
    let scanner = "scanner@contoso.example";
    let account = app.world.account(scanner, AccountKind::Application, &[]).await?.id;
    engine.set_password_by_rules(account, "letmein", true, root("firmware of 2009")).await?;
    for _ in 0..3 {
        let reply = app.authenticate(scanner, "letmein", "203.0.113.9").await?;
        assert_eq!(reply.json()?["verdict"], "allow", "{reply:?}");
    }
    let filter = AuditFilter { account: Some(account), limit: 100, ..AuditFilter::default() };
    let rows = engine.audit(&filter).await?;
    assert_eq!(rows.iter().filter(|row| row.detail.contains("listed_password")).count(), 1, "{rows:?}");
    Ok(())
}
