//! What is remembered of sign-ins, through the real gate, engine and store, with days that pass in a moment.

use postern_core::address::ClientNetwork;
use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::time::Span;
use postern_engine::ports::{AuditFilter, DecisionRow, SignInFilter};
use postern_gates::client::DovecotClient;
use postern_gates::client::Seen;
use postern_testkit::world::{World, root};

const HOME: &str = "198.51.100.20";
const LAGOS: &str = "203.0.113.66";
const NEIGHBOUR: &str = "198.51.100.77";
const ROB: &str = "rob@contoso.example";

fn draw(world: &World) {
    world.atlas.draw(HOME, "SE", 29_518, (58.41, 15.62));
    world.atlas.draw(NEIGHBOUR, "SE", 29_518, (58.41, 15.62));
    world.atlas.draw(LAGOS, "NG", 37_148, (6.45, 3.39));
}

async fn history(world: &World, account: AccountId, from: Option<&str>) -> anyhow::Result<Vec<DecisionRow>> {
    let filter = SignInFilter { account, before: None, since: None, only_failures: false, limit: 500 };
    let from = from.map(|network| network.parse::<ClientNetwork>().expect("a network"));
    let page = world.engine.sign_ins(filter, from).await?;
    Ok(page.rows.into_iter().map(|found| found.row).collect())
}

async fn evidence(world: &World, account: AccountId) -> anyhow::Result<Vec<String>> {
    let filter = AuditFilter { account: Some(account), limit: 100, ..Default::default() };
    let rows = world.engine.audit(&filter).await?;
    let seen = rows.iter().rev().filter(|row| row.code == "evidence_seen");
    Ok(seen
        .map(|row| {
            let detail: serde_json::Value = serde_json::from_str(&row.detail).unwrap_or_default();
            detail.to_string()
        })
        .collect())
}

/// One success a day, each looked up on the map and learned before the next.
async fn three_days_at_home(
    world: &World,
    dovecot: &mut DovecotClient,
    rob: AccountId,
) -> anyhow::Result<()> {
    for _ in 0..3 {
        dovecot.attempt(ROB, "right", true, HOME).await?;
        // A page of the history is read, so what is waiting is looked up and learned.
        history(world, rob, None).await?;
        world.clock.advance(Span::from_hours(24));
    }
    Ok(())
}

/// A phone that polls every quarter of an hour for a day, and one stranger.
#[tokio::test(flavor = "multi_thread")]
async fn every_success_is_counted_once_an_hour_and_every_failure_is_a_line() -> anyhow::Result<()> {
    let world = World::start().await?;
    draw(&world);
    let rob = world.person(ROB).await?.id;
    let mut dovecot = world.dovecot().await?;
    for poll in 0..96 {
        assert_eq!(dovecot.attempt(ROB, "right", true, HOME).await?, Seen::SignedIn);
        if poll < 5 {
            dovecot.attempt(ROB, &format!("guess {poll}"), false, LAGOS).await?;
        }
        world.clock.advance(Span::from_minutes(15));
    }
    let rows = history(&world, rob, None).await?;
    let successes: Vec<_> = rows.iter().filter(|row| row.verdict == "success").collect();
    assert_eq!(successes.len(), 24);
    assert_eq!(successes[0].weight, 4, "the newest stands for the three before it");
    let failures: Vec<_> = rows.iter().filter(|row| row.verdict == "wrong_password").collect();
    assert_eq!(failures.len(), 5);
    let attempt = failures[0].attempt.as_deref().expect("kept");
    assert_eq!(attempt.location.region.to_string(), "NG, AS37148");
    assert_eq!(attempt.operator, "Operator 37148");
    assert_eq!(history(&world, rob, Some("203.0.113.0/24")).await?.len(), 5);

    // What is remembered goes with the account.
    world.engine.execute(rob, Command::Delete, root("left")).await?;
    assert_eq!(history(&world, rob, None).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_from_far_away_is_evidence_and_the_owner_at_home_never() -> anyhow::Result<()> {
    let world = World::start().await?;
    draw(&world);
    let rob = world.person(ROB).await?.id;
    let mut dovecot = world.dovecot().await?;
    three_days_at_home(&world, &mut dovecot, rob).await?;
    dovecot.attempt(ROB, "right", true, HOME).await?;
    assert_eq!(evidence(&world, rob).await?, [""; 0]);
    world.clock.advance(Span::from_minutes(10));
    dovecot.attempt(ROB, "right", true, LAGOS).await?;
    history(&world, rob, None).await?;
    let seen = evidence(&world, rob).await?.join("\n");
    assert!(seen.contains("new_region") && seen.contains("\"NG\"") && seen.contains("37148"), "{seen}");
    assert!(seen.contains("travel"), "{seen}");
    Ok(())
}

/// Ten wrong passwords each, from the owner's own operator and from elsewhere: the lock is half as long.
#[tokio::test(flavor = "multi_thread")]
async fn a_region_that_was_earned_shortens_a_lock_also_after_a_restart() -> anyhow::Result<()> {
    let world = World::start().await?;
    draw(&world);
    let rob = world.person(ROB).await?.id;
    let mut dovecot = world.dovecot().await?;
    three_days_at_home(&world, &mut dovecot, rob).await?;
    drop(dovecot);
    let world = world.restart().await?;
    draw(&world);
    let mut dovecot = world.dovecot().await?;
    // Another /24 of the same operator: not familiar, but of a region that was earned.
    let cousin = "198.18.5.5";
    world.atlas.draw(cousin, "SE", 29_518, (58.41, 15.62));
    for guess in 0..10 {
        dovecot.attempt(ROB, &format!("guess {guess}"), false, cousin).await?;
    }
    world.clock.advance(Span::from_s(29));
    assert_eq!(dovecot.attempt(ROB, "right", true, cousin).await?, Seen::RefusedBefore);
    world.clock.advance(Span::from_s(2));
    assert_eq!(dovecot.attempt(ROB, "right", true, cousin).await?, Seen::SignedIn);
    Ok(())
}
