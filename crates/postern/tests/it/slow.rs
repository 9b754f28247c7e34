//! What slowing costs a person, with a real Postfix in between; and what a replay makes of the log that this Postfix
//! wrote.

use anyhow::{Context, Result};
use postern_core::time::Span;
use postern_engine::ports::Clock;
use postern_testkit::clock::WallClock;
use postern_testkit::servers;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;
use postern_testkit::servers::smtp_client::SmtpClient;
use serde_json::Value;

use crate::world::{self, ANA, EVE, HOME, PASSWORD, ROB};

/// The policy's delay of one recipient.
const DELAY: Span = Span::from_s(3);
/// What a mail may take on a busy machine when nothing is delayed.
const AT_ONCE: Span = Span::from_ms(2_500);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twelve_new_people_cost_nothing_each_further_one_three_seconds_and_known_ones_never() -> Result<()> {
    let Some(site) = world::site("twelve_new_people_cost_nothing").await? else { return Ok(()) };
    // Every place is new on a site's first day, and would divide the limits.
    site.set_policy("outbound.unfamiliar_divisor", 1)?;
    // The site of the tests has no delay, to be quick; this is the default.
    site.set_policy("outbound.slow_delay_s", DELAY.as_s() as u64)?;
    let mut rob = signed_in(&site, ROB).await?;
    let twelve = took(&mut rob, ROB, &(0..12).collect::<Vec<_>>()).await?;
    let two_more = took(&mut rob, ROB, &[12, 13]).await?;
    let all_again = took(&mut rob, ROB, &(0..14).collect::<Vec<_>>()).await?;
    let seconds = |span: Span| format!("{:.2} s", span.as_micros() as f64 / 1e6);
    servers::say(&format!(
        "a mail to 12 new people took {}, one to 2 further ones {}, one to these 14 again {}",
        seconds(twelve),
        seconds(two_more),
        seconds(all_again)
    ));
    assert!(twelve < AT_ONCE, "{}", seconds(twelve));
    let both = Span::from_micros(2 * DELAY.as_micros());
    assert!(two_more >= both && two_more < Span::from_micros(both.as_micros() + AT_ONCE.as_micros()));
    assert!(all_again < AT_ONCE, "{}", seconds(all_again));
    drop(rob);
    the_log_tells_a_replay_the_same(&site).await
}

async fn signed_in(site: &Site, login: &str) -> Result<SmtpClient> {
    let mut session = site.host.submission(HOME).await?;
    let reply = session.sign_in(login, PASSWORD).await?;
    anyhow::ensure!(reply.code == 235, "{login}: {reply:?}\n{}", site.log());
    Ok(session)
}

/// One mail to these people: how long it took from MAIL FROM to the answer to its text.
async fn took(session: &mut SmtpClient, from: &str, people: &[u32]) -> Result<Span> {
    let began = WallClock.now();
    session.command(&format!("MAIL FROM:<{from}>")).await?;
    for number in people {
        let reply = session.command(&format!("RCPT TO:<new{number}@elsewhere.example>")).await?;
        anyhow::ensure!(reply.is_positive(), "{reply:?}");
    }
    let end = session.text("to all of you").await?;
    anyhow::ensure!(end.is_positive(), "{end:?}");
    Ok(WallClock.now().since(began))
}

/// Eve's run is stopped by the gate. Replayed from what Postfix logged, Rob is slowed as he was, and Eve's mails that got
/// out are all there.
async fn the_log_tells_a_replay_the_same(site: &Site) -> Result<()> {
    site.set_policy("outbound.slow_delay_s", 0)?;
    let mut eve = signed_in(site, EVE).await?;
    let mut let_out = 0;
    while eve.send(EVE, &format!("victim{let_out}@elsewhere.example"), "offer").await?.is_positive() {
        let_out += 1;
        anyhow::ensure!(let_out < 100, "nobody stops this run");
    }
    // Mail from outside is in the log too and is nobody's here.
    let mut world = site.host.incoming().await?;
    anyhow::ensure!(world.send("friend@elsewhere.example", ANA, "hello").await?.is_positive());
    let path = site.host.folder().path().join("mail.log");
    let is_logged = || {
        let log = std::fs::read_to_string(&path).unwrap_or_default();
        log.matches("status=sent").count() > let_out + 12 + 2 + 14
    };
    until("everything is delivered and logged", is_logged).await?;
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_postern"))
        .args(["replay", "postfix-log", "--json"])
        .arg(&path)
        .output()?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout)?;
    servers::say(&format!(
        "replayed from Postfix's own log: {} messages, {} let out",
        json["messages"], let_out
    ));
    assert_eq!((&json["accounts"], &json["messages"]), (&2.into(), &(3 + let_out).into()), "{json}");
    let touched = json["touched"].as_array().context("a list")?;
    let rob = touched.iter().find(|account| account["account"] == ROB).context("Rob is slowed")?;
    assert_eq!((&rob["messages"], &rob["episodes"]), (&3.into(), &0.into()), "{json}");
    // The recipient that crossed was refused and is in no delivery line.
    assert_eq!(json["episodes"], 0, "{json}");
    Ok(())
}
