//! What the person at the door is told, which says nothing of the account: the cases I6 and I7 of the reliability
//! reference, at the gate for applications.

use postern_core::command::Command;
use postern_core::time::Span;
use postern_engine::queries::Found;
use postern_testkit::web_client::{Reply, Web, token};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::json;

use crate::common::ANNA;

const NOBODY: &str = "nobody@contoso.example";

/// Answers of the door for applications to a wrong password, a name that nobody has, a lock and a block; the last
/// two also with the right password.
async fn answers_to_applications(world: &World) -> anyhow::Result<Vec<(&'static str, Reply)>> {
    const PASSWORD: &str = "correct horse battery staple";
    let eve = "eve@contoso.example";
    for login in [ANNA, "bo@contoso.example", eve] {
        let account = world.person(login).await?;
        world.engine.set_password(account.id, PASSWORD, root("")).await?;
    }
    // For a quarter of an hour a new password doubles the thresholds, as any unlock does.
    world.clock.advance(Span::from_hours(1));
    let Found::One(left) = world.engine.find(eve).await? else { anyhow::bail!("eve exists") };
    world.engine.execute(left.id, Command::BlockSignIn { until: None }, root("left")).await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = token(&world.engine, "portal").await?.text;
    let authenticate = async |login: &str, password: &str, source: &str| {
        let body = json!({"login": login, "password": password, "client_address": source});
        web.post("/api/v1/sign-in/authenticate", &token, &body).await
    };
    for guess in 0..10 {
        authenticate(ANNA, &format!("guess {guess}"), &format!("203.0.113.{guess}")).await?;
    }
    Ok(vec![
        ("a wrong password", authenticate("bo@contoso.example", "guess", "192.0.2.1").await?),
        ("a name that nobody has", authenticate(NOBODY, "guess", "192.0.2.2").await?),
        ("locked, wrong", authenticate(ANNA, "guess", "192.0.2.3").await?),
        ("locked, right", authenticate(ANNA, PASSWORD, "192.0.2.4").await?),
        ("blocked, wrong", authenticate(eve, "guess", "192.0.2.5").await?),
        ("blocked, right", authenticate(eve, PASSWORD, "192.0.2.6").await?),
    ])
}

/// How long a lock lasts is for the application's log. What it shows to the person is one sentence for all, which
/// names no time: nobody proved anything before a check that never came.
#[tokio::test(flavor = "multi_thread")]
async fn i6_how_long_a_lock_lasts_is_never_told_to_the_person_at_the_door() -> anyhow::Result<()> {
    let answers = answers_to_applications(&World::start().await?).await?;
    let mut with_an_end = 0;
    for (what, answer) in &answers {
        let (json, first) = (answer.json()?, answers[0].1.json()?);
        assert_eq!((&json["verdict"], &json["message"]), (&first["verdict"], &first["message"]), "{what}");
        let message = json["message"].as_str().unwrap_or_default();
        assert!(
            !message.is_empty() && !message.contains(|letter: char| letter.is_ascii_digit()),
            "{message}"
        );
        let mut names: Vec<_> =
            json.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["degraded", "message", "reasons", "verdict"], "{what}");
        with_an_end += u32::from(json["reasons"][0].get("until").is_some());
    }
    assert_eq!(with_an_end, 2, "the log has the lock's end");
    Ok(())
}

/// The head of an answer is the same whoever is asked about: no time to retry at, no budget that is left, no status of
/// its own.
#[tokio::test(flavor = "multi_thread")]
async fn i7_no_header_of_an_answer_tells_of_the_account() -> anyhow::Result<()> {
    let answers = answers_to_applications(&World::start().await?).await?;
    let head = |answer: &Reply| {
        let lines = answer.head.lines().map(str::to_ascii_lowercase);
        // The length follows the reasons, which are the application's.
        lines
            .filter(|line| !line.starts_with("date:") && !line.starts_with("content-length:"))
            .collect::<Vec<_>>()
    };
    for (what, answer) in &answers {
        assert_eq!(head(answer), head(&answers[0].1), "{what}");
        assert!(head(answer).iter().all(|line| !line.contains("retry") && !line.contains("limit")), "{what}");
    }
    Ok(())
}
