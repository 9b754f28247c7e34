//! Whether the time of an answer tells a name that exists from one that does not, or a locked one from an open one
//! (reliability I1). docs/security.md describes the method. Twenty thousand samples take ten minutes or so, so the
//! whole of it runs in the long suite (`cargo xtask test --long`), and a slice of it always.

use std::net::Ipv4Addr;
use std::time::Instant;

use anyhow::Result;
use postern_core::time::Span;
use postern_testkit::web_client::{Web, token};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::json;

use crate::recovery::flow_of;
use crate::recovery_mail::confirmed_address;

/// Names of each kind on the way back.
const NAMES: usize = 20;
const PROXY: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 3);
const LOCKED: &str = "locked@contoso.example";
/// Set by the long suite.
const LONG: &str = "POSTERN_LONG";
/// Samples of all kinds together, and how far from one half the probability may lie that a sample of one kind took
/// longer than one of another. With so few samples chance alone reaches the width of the slice.
const WHOLE: (usize, f64) = (20_000, 0.02);
const SLICE: (usize, f64) = (300, 0.15);

/// The probability that one of `these` is greater than one of `those` (Mann and Whitney's U over their product).
fn auc(these: &[f64], those: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> =
        these.iter().map(|time| (*time, true)).chain(those.iter().map(|time| (*time, false))).collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut ranks = 0.0;
    for (rank, (_, is_of_these)) in all.iter().enumerate() {
        if *is_of_these {
            ranks += rank as f64 + 1.0;
        }
    }
    let count = these.len() as f64;
    (ranks - count * (count + 1.0) / 2.0) / (count * those.len() as f64)
}

#[test]
fn auc_is_a_half_for_alike_and_one_for_apart() {
    let (low, high) = ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]);
    assert!((auc(&high, &low) - 1.0).abs() < 1e-9 && auc(&low, &high).abs() < 1e-9);
    assert!((auc(&[1.0, 4.0], &[2.0, 3.0]) - 0.5).abs() < 1e-9);
}

/// The order of the three kinds changes from round to round, so that none is always the first after another.
#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "this test measures real time")]
async fn i1_existing_unknown_and_locked_names_take_the_same_time() -> Result<()> {
    let (samples, width) = if std::env::var_os(LONG).is_some() { WHOLE } else { SLICE };
    let world = World::start().await?;
    // Failures of old rounds are forgotten, so that the open account stays open: each round uses another name.
    let rounds = samples / 3;
    let accounts = rounds.div_ceil(8) + 1;
    let wanted: Vec<String> = (0..accounts).map(|number| format!("open{number}@contoso.example")).collect();
    for address in wanted.iter().chain([&LOCKED.to_owned()]) {
        let account = world.person(address).await?;
        world.engine.set_password(account.id, "violet harbour lantern 41", root("")).await?;
    }
    // For a quarter of an hour a new password doubles the thresholds, as any unlock does.
    world.clock.advance(Span::from_hours(1));
    let mut dovecot = world.dovecot().await?;
    for guess in 0..10 {
        dovecot.attempt(LOCKED, &format!("guess {guess}"), false, &format!("203.0.113.{guess}")).await?;
    }
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = token(&world.engine, "webmail").await?.text;
    let mut times: [Vec<f64>; 3] = Default::default();
    for round in 0..rounds {
        let name = round / 8;
        let names = [
            format!("open{name}@contoso.example"),
            format!("nobody{name}@contoso.example"),
            LOCKED.to_owned(),
        ];
        for turn in 0..3 {
            let kind = (turn + round) % 3;
            // A /24 of its own for each, or the network would be blocked and answered without a hash.
            let [.., high, low] = (round as u32 * 3 + turn as u32).to_be_bytes();
            let source = format!("10.{high}.{low}.7");
            let body =
                json!({"login": names[kind], "client_address": source, "password": format!("w {round}")});
            let head = format!("Authorization: Bearer {token}\r\n");
            let begun = Instant::now();
            let reply = web
                .request(
                    "POST",
                    "/api/v1/sign-in/authenticate",
                    &head,
                    &body.to_string(),
                    Ipv4Addr::LOCALHOST,
                )
                .await?;
            times[kind].push(begun.elapsed().as_secs_f64());
            assert_eq!(reply.json()?["verdict"], "refuse", "{reply:?}");
        }
    }
    let [open, unknown, locked] = &times;
    for (what, these, those) in [
        ("existing / unknown", open, unknown),
        ("existing / locked", open, locked),
        ("unknown / locked", unknown, locked),
    ] {
        say_and_hold("authenticate", what, these, those, width);
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the figures are what a long run is for")]
fn say_and_hold(of: &str, what: &str, these: &[f64], those: &[f64], width: f64) {
    let (auc, samples) = (auc(these, those), these.len() + those.len());
    println!("timing of {of}, {samples} samples: {what}: AUC {auc:.4}");
    assert!((auc - 0.5).abs() <= width, "{of}, {what}: {auc}");
}

/// Each step of the way back before a proof: naming oneself, having a code mailed (which is mailed beside the answer), and
/// showing a wrong one. The account has an alternate address, so that there is somebody to mail to.
#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "this test measures real time")]
async fn i2_the_steps_of_the_way_back_take_the_same_time_for_existing_and_unknown_names() -> Result<()> {
    let (samples, width) = if std::env::var_os(LONG).is_some() { WHOLE } else { SLICE };
    let world = World::start().await?;
    let rounds = samples / 2;
    for number in 0..NAMES {
        let account = world.person(&format!("open{number}@contoso.example")).await?.id;
        confirmed_address(&world, account, &format!("open{number}@mail.example")).await?;
    }
    world.clock.advance(Span::from_hours(2));
    let web = Web::over(&world.engine, &["127.0.0.3/32"], Limits::default()).await?;
    let steps = ["name", "send", "code"];
    let mut times: [[Vec<f64>; 2]; 3] = Default::default();
    for round in 0..rounds {
        for turn in 0..2 {
            let kind = (turn + round) % 2;
            let name = format!("{}{}@contoso.example", ["open", "nobody"][kind], round % NAMES);
            let [.., high, low] = (round as u32 * 2 + turn as u32).to_be_bytes();
            let head = format!(
                "Content-Type: application/x-www-form-urlencoded\r\nX-Forwarded-For: 10.{high}.{low}.7\r\n"
            );
            let mut flow = String::new();
            for (number, step) in steps.iter().enumerate() {
                let body =
                    format!("step={step}&login={}&flow={flow}&code=12345678", name.replace('@', "%40"));
                let begun = Instant::now();
                let reply = web.request("POST", "/recover", &head, &body, PROXY).await?;
                times[number][kind].push(begun.elapsed().as_secs_f64());
                flow = flow_of(&reply)?;
            }
        }
        // What is mailed is an hour's; the counts of the day are full from the second round on, for every name.
        world.clock.advance(Span::from_minutes(10));
    }
    for (step, [open, unknown]) in steps.iter().zip(&times) {
        say_and_hold(&format!("/recover {step}"), "existing / unknown", open, unknown, width);
    }
    Ok(())
}
