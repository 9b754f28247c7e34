//! What people say of sources, through the real gate, engine and store, with time in the test's hand.

use anyhow::Context;
use postern_core::address::ClientNetwork;
use postern_core::ids::AccountId;
use postern_core::restriction::{Origin, Reason, RestrictionKind};
use postern_core::sign_in::SourceBlockCause;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::EntryOn;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{AuditFilter, Clock, RestrictionFilter, RestrictionRow};
use postern_gates::client::{DovecotClient, Seen};
use postern_testkit::world::{World, eventually, root};

pub const ANNA: &str = "anna@contoso.example";
pub const ROB: &str = "rob@contoso.example";
pub const HOTEL: &str = "203.0.113.9";

pub fn network(text: &str) -> ClientNetwork {
    text.parse().expect("a test network")
}

pub async fn run(world: &World, command: SourceCommand) -> anyhow::Result<Vec<&'static str>> {
    let done = world.engine.execute_source(command, root("a test")).await?;
    Ok(done.events.iter().map(postern_core::event::Event::code).collect())
}

pub fn block(text: &str, account: Option<AccountId>, until: Option<Timestamp>) -> SourceCommand {
    SourceCommand::Block { network: network(text), account, until }
}

pub fn allow(on: EntryOn, until: Option<Timestamp>, is_vouched: bool) -> SourceCommand {
    SourceCommand::Allow { on, until, is_vouched }
}

pub async fn sign_in(dovecot: &mut DovecotClient, login: &str, from: &str) -> anyhow::Result<Seen> {
    Ok(dovecot.attempt(login, "right", true, from).await?)
}

/// Fifty different names from one address, none of them anybody's: that is a guessing source.
pub async fn guess_until_blocked(dovecot: &mut DovecotClient, from: &str) -> anyhow::Result<()> {
    for guess in 0..60 {
        let login = format!("nobody{guess}@contoso.example");
        if dovecot.attempt(&login, &format!("guess {guess}"), false, from).await? == Seen::RefusedBefore {
            return Ok(());
        }
    }
    anyhow::bail!("{from} was never blocked")
}

/// The blocks of sources that the store has, open or ended.
async fn rows(world: &World) -> anyhow::Result<Vec<RestrictionRow>> {
    let kinds = vec![RestrictionKind::AddressBlock];
    let filter = RestrictionFilter { kinds, with_ended: true, limit: 500, ..RestrictionFilter::default() };
    Ok(world.engine.restrictions(&filter).await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guessing_source_is_a_row_with_its_cause_and_its_end_is_announced_by_time() -> anyhow::Result<()> {
    let world = World::start().await?;
    let mut dovecot = world.dovecot().await?;
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    let open = world.engine.source_blocks();
    let row = open.iter().find(|row| row.entity.network() == Some(network(HOTEL))).context("a row")?;
    assert_eq!((row.kind, row.origin), (RestrictionKind::AddressBlock, Origin::Rule));
    let Reason::GuessingSource { cause, count } = row.reason else { panic!("{row:?}") };
    assert!(SourceBlockCause::ALL.contains(&cause) && count > 0);
    let until = row.until.context("a rule's block ends by itself")?;
    assert!(until > world.clock.now());
    world.clock.advance(until.since(world.clock.now()));
    // Nobody tries again: the timer tells it.
    let id = row.id;
    eventually(async || {
        Ok(rows(&world).await?.iter().any(|row| row.restriction.id == id && row.ended.is_some()))
    })
    .await?;
    let ended = rows(&world).await?.into_iter().find(|row| row.restriction.id == id).context("the row")?;
    let (at, actor, _) = ended.ended.context("ended")?;
    assert_eq!((at, actor), (world.clock.now(), postern_core::restriction::Actor::Timer));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn lifting_a_rules_block_opens_the_source_at_the_very_next_try() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore);
    let unblock = SourceCommand::Unblock { network: network("203.0.113.0/24"), account: None };
    let events = run(&world, unblock).await?;
    assert!(events.iter().all(|code| *code == "restriction_released") && !events.is_empty());
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
    Ok(())
}

/// Checklist A16: allow-listing a blocked address admits it on the next try.
#[tokio::test(flavor = "multi_thread")]
async fn allowing_a_blocked_network_ends_its_blocks_and_it_is_never_blocked_again() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    run(&world, block("203.0.113.0/24", None, None)).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore);
    run(&world, allow(EntryOn::Network(network("203.0.113.0/24")), None, false)).await?;
    assert_eq!(world.engine.source_blocks(), []);
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
    assert!(
        guess_until_blocked(&mut dovecot, HOTEL).await.is_err(),
        "an office cannot be shut out by one of its own"
    );
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
    Ok(())
}

/// Strangers lock the lane of strangers; the office is allowed and gets in; its own guesses stay bounded.
#[tokio::test(flavor = "multi_thread")]
async fn an_allowed_office_gets_in_under_attack_and_its_guesses_are_bounded() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    run(&world, allow(EntryOn::Network(network("192.0.2.0/24")), None, false)).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..12 {
        dovecot.attempt(ANNA, &format!("guess {guess}"), false, &format!("60.1.{guess}.7")).await?;
    }
    assert_eq!(sign_in(&mut dovecot, ANNA, "60.9.9.9").await?, Seen::RefusedBefore, "strangers are locked");
    assert_eq!(sign_in(&mut dovecot, ANNA, "192.0.2.7").await?, Seen::SignedIn, "the office is not");
    let mut verified = 0;
    for guess in 0..200 {
        let seen = dovecot.attempt(ANNA, &format!("other {guess}"), false, "192.0.2.8").await?;
        verified += u32::from(seen == Seen::CheckedAndWrong);
    }
    assert!((18..=20).contains(&verified), "the familiar lane's threshold holds: {verified}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocked_pair_refuses_one_account_from_one_network_also_where_it_is_at_home() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    world.person(ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    for _ in 0..2 {
        assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
        world.clock.advance(Span::from_hours(24));
    }
    run(&world, block("203.0.113.0/24", Some(rob.id), None)).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore);
    assert_eq!(sign_in(&mut dovecot, ROB, "198.51.100.7").await?, Seen::SignedIn);
    assert_eq!(sign_in(&mut dovecot, ANNA, HOTEL).await?, Seen::SignedIn);
    let why = world.engine.why(rob.id).await?.context("rob")?;
    assert_eq!(why.open.len(), 1, "the pair's row is one of the account");
    let unblock = SourceCommand::Unblock { network: network(HOTEL), account: Some(rob.id) };
    let refused = world.engine.execute_source(unblock, root("a test")).await;
    assert!(refused.is_err(), "the block is on the larger network: {refused:?}");
    let unblock = SourceCommand::Unblock { network: network("203.0.113.0/24"), account: Some(rob.id) };
    run(&world, unblock).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_never_opens_an_account_that_a_person_closed() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    let block = postern_core::command::Command::BlockSignIn { until: None };
    world.engine.execute(rob.id, block, root("left the company")).await?;
    let mut dovecot = world.dovecot().await?;
    for on in [
        EntryOn::Network(network("203.0.113.0/24")),
        EntryOn::Account(rob.id),
        EntryOn::AccountAtNetwork { account: rob.id, network: network(HOTEL) },
    ] {
        run(&world, allow(on, None, true)).await?;
        assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore, "{on:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_was_vouched_for_stays_open_after_the_entry_has_ended() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..12 {
        dovecot.attempt(ANNA, &format!("guess {guess}"), false, &format!("60.1.{guess}.7")).await?;
    }
    assert_eq!(sign_in(&mut dovecot, ANNA, HOTEL).await?, Seen::RefusedBefore);
    let until = Some(world.clock.now().plus(Span::from_minutes(15)));
    let on = EntryOn::AccountAtNetwork { account: anna.id, network: network(HOTEL) };
    run(&world, allow(on, until, true)).await?;
    assert_eq!(sign_in(&mut dovecot, ANNA, HOTEL).await?, Seen::SignedIn);
    world.clock.advance(Span::from_minutes(16));
    for guess in 0..3 {
        dovecot.attempt(ANNA, &format!("more {guess}"), false, &format!("60.2.{guess}.7")).await?;
    }
    assert_eq!(sign_in(&mut dovecot, ANNA, "60.9.9.9").await?, Seen::RefusedBefore);
    assert_eq!(sign_in(&mut dovecot, ANNA, HOTEL).await?, Seen::SignedIn);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_source_is_never_blocked_and_never_learned() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    let webmail = "192.0.2.80";
    run(&world, SourceCommand::Share { network: network(webmail), until: None }).await?;
    let mut dovecot = world.dovecot().await?;
    for _ in 0..3 {
        assert_eq!(sign_in(&mut dovecot, ANNA, webmail).await?, Seen::SignedIn);
        world.clock.advance(Span::from_hours(24));
    }
    assert!(guess_until_blocked(&mut dovecot, webmail).await.is_err(), "everybody comes from there");
    for guess in 0..12 {
        dovecot.attempt(ANNA, &format!("guess {guess}"), false, &format!("60.1.{guess}.7")).await?;
    }
    assert_eq!(
        sign_in(&mut dovecot, ANNA, webmail).await?,
        Seen::RefusedBefore,
        "it counts with the strangers"
    );
    Ok(())
}

/// Every kind that ends by time: the end is an event of the timer, without anybody trying again.
#[tokio::test(flavor = "multi_thread")]
async fn blocks_locks_and_entries_end_by_time_with_an_event_each_also_after_a_restart() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    let rob = world.person(ROB).await?;
    let hour = Some(world.clock.now().plus(Span::from_hours(1)));
    run(&world, block("203.0.113.0/24", None, hour)).await?;
    run(&world, block("198.51.100.7", Some(rob.id), hour)).await?;
    run(&world, allow(EntryOn::Network(network("192.0.2.0/24")), hour, false)).await?;
    run(&world, allow(EntryOn::Account(anna.id), hour, false)).await?;
    run(&world, SourceCommand::Share { network: network("192.0.3.0/24"), until: hour }).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..12 {
        dovecot.attempt(ANNA, &format!("guess {guess}"), false, &format!("60.1.{guess}.7")).await?;
    }
    let world = world.restart().await?;
    let mut dovecot = world.dovecot().await?;
    assert_eq!(sign_in(&mut dovecot, "nobody@contoso.example", HOTEL).await?, Seen::RefusedBefore);
    assert_eq!(world.engine.source_entries().len(), 3);
    assert_eq!(world.engine.source_blocks().len(), 2);
    world.clock.advance(Span::from_hours(2));
    eventually(async || {
        let audit = world.engine.audit(&AuditFilter { limit: 100, ..AuditFilter::default() }).await?;
        let by_timer = |code: &str| {
            let timer = postern_core::restriction::Actor::Timer;
            audit.iter().filter(|row| row.code == code && row.actor == timer).count()
        };
        // Two blocks and the lock of the lane; three entries.
        Ok(by_timer("restriction_expired") == 3 && by_timer("source_entry_expired") == 3)
    })
    .await?;
    assert_eq!(world.engine.source_entries(), []);
    assert_eq!(world.engine.source_blocks(), []);
    assert_eq!(sign_in(&mut dovecot, ANNA, HOTEL).await?, Seen::SignedIn);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rules_block_outlives_a_restart() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    let before = world.engine.source_blocks();
    let world = world.restart().await?;
    assert_eq!(world.engine.source_blocks(), before);
    let mut dovecot = world.dovecot().await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore);
    Ok(())
}

/// While sources are only observed their blocks have no rows. Enforced later, such a block is lifted like any other.
#[tokio::test(flavor = "multi_thread")]
async fn a_block_without_a_row_is_lifted_like_any_other() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    world.policy(&[("sign_in.sources_observe_only", 1)]).await?;
    for guess in 0..10 {
        let login = format!("nobody{guess}@contoso.example");
        dovecot.attempt(&login, &format!("guess {guess}"), false, HOTEL).await?;
    }
    world.policy(&[("sign_in.sources_observe_only", 0)]).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore);
    assert_eq!(world.engine.source_blocks(), []);
    let lifted = run(&world, SourceCommand::Unblock { network: network(HOTEL), account: None }).await?;
    assert_eq!(lifted, ["restriction_released"]);
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
    Ok(())
}

/// A switch of its own for each rule: locks that only report do not let a guessing source in.
#[tokio::test(flavor = "multi_thread")]
async fn a_guessing_source_stays_refused_while_only_locks_are_observed() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    world.policy(&[("sign_in.lanes_observe_only", 1)]).await?;
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::RefusedBefore);
    world.policy(&[("sign_in.sources_observe_only", 1)]).await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
    Ok(())
}
