//! Clocks: the cases F of the reliability reference, with their ids. F3 is where times are written
//! (postern-text, postern-web), F5 needs several nodes.

use postern_core::command::Command;
use postern_core::restriction::RestrictionKind;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{AuditFilter, RestrictionFilter};
use postern_gates::client::Seen;
use postern_testkit::world::{BEGINNING, World, eventually, root};

use crate::common::{ANNA, HOME, at_home, passwords_with_tags_of_their_own, standing, stranger};

const STRANGE: &str = "192.0.2.1";

async fn lock(world: &World, login: &str, which: u32) -> anyhow::Result<()> {
    let mut dovecot = world.dovecot().await?;
    // Each account from other places, so that it is the account that locks and not a source that is blocked.
    for (number, password) in (which * 10..).zip(passwords_with_tags_of_their_own(login, 10)) {
        dovecot.attempt(login, &password, false, &stranger(number)).await?;
    }
    assert_eq!(dovecot.attempt(login, "right", true, STRANGE).await?, Seen::RefusedBefore);
    Ok(())
}

async fn locks_open(world: &World) -> anyhow::Result<usize> {
    let filter = RestrictionFilter { limit: 100, ..RestrictionFilter::default() };
    let rows = world.engine.store().restrictions(&filter).await?;
    Ok(rows.iter().filter(|row| row.restriction.kind == RestrictionKind::SignInLocked).count())
}

/// Twenty accounts are locked when the wall clock jumps a year ahead: nobody is let in by it, `health` says that
/// the clock jumped, and each lock ends when its minute has really passed.
#[tokio::test(flavor = "multi_thread")]
async fn f1_a_wall_clock_a_year_ahead_unlocks_nobody_and_is_told() -> anyhow::Result<()> {
    let world = World::start().await?;
    let people: Vec<String> = (0..20).map(|number| format!("person{number}@contoso.example")).collect();
    for (which, login) in (0..).zip(&people) {
        world.person(login).await?;
        lock(&world, login, which).await?;
    }
    let blocked = world.person("eve@contoso.example").await?;
    let until = Some(BEGINNING.plus(Span::from_days(30)));
    world.engine.execute(blocked.id, Command::BlockSignIn { until }, root("on leave")).await?;
    assert_eq!(world.engine.vitals().clock_jumped_s, None);

    world.clock.set(BEGINNING.plus(Span::from_days(365)));
    world.clock.advance(Span::from_s(11));
    assert_eq!(world.engine.vitals().clock_jumped_s, Some(365 * 86_400));
    let mut dovecot = world.dovecot().await?;
    for login in people.iter().map(String::as_str).chain(["eve@contoso.example"]) {
        assert_eq!(dovecot.attempt(login, "right", true, STRANGE).await?, Seen::RefusedBefore, "{login}");
    }
    world.clock.advance(Span::from_s(50));
    for login in &people {
        assert_eq!(dovecot.attempt(login, "right", true, STRANGE).await?, Seen::SignedIn, "{login}");
    }
    let eve = dovecot.attempt("eve@contoso.example", "right", true, STRANGE).await?;
    assert_eq!(eve, Seen::RefusedBefore, "a block of thirty days");
    world.clock.set(BEGINNING.plus(Span::from_s(62)));
    assert_eq!(world.engine.vitals().clock_jumped_s, None, "set right: it is followed again");
    Ok(())
}

/// An hour back: the lock does not get an hour longer, and the audit, read in its own order, has the start
/// before the end.
#[tokio::test(flavor = "multi_thread")]
async fn f2_a_wall_clock_an_hour_back_lengthens_no_lock_and_does_not_turn_the_audit_around()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    lock(&world, ANNA, 0).await?;
    world.clock.set(BEGINNING.minus(Span::from_hours(1)));
    assert_eq!(world.engine.vitals().clock_jumped_s, Some(-3_600));
    world.clock.advance(Span::from_s(61));
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt(ANNA, "right", true, STRANGE).await?, Seen::SignedIn);
    let audit = AuditFilter { account: Some(anna.id), limit: 50, ..Default::default() };
    eventually(async || {
        let codes: Vec<String> =
            world.engine.store().audit(&audit).await?.into_iter().map(|row| row.code).collect();
        let newest_first = ["restriction_expired", "restriction_started"];
        Ok(codes.iter().filter(|code| newest_first.contains(&code.as_str())).eq(newest_first.iter()))
    })
    .await
}

/// A time server smears or steps a leap second: time follows, no window is counted twice, nothing is said.
#[tokio::test(flavor = "multi_thread")]
async fn f4_a_leap_second_is_followed_and_changes_no_count() -> anyhow::Result<()> {
    // 2016-12-31 23:59:55 UTC, five seconds before the last leap second there was.
    let world = World::start_at(Timestamp::from_unix_s(1_483_228_795)).await?;
    let anna = world.person(ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    for (second, password) in (0_i64..).zip(passwords_with_tags_of_their_own(ANNA, 10)) {
        if second == 5 {
            // 23:59:60 is 23:59:59 once more.
            world.clock.set(Timestamp::from_unix_s(1_483_228_799));
        }
        dovecot.attempt(ANNA, &password, false, "203.0.113.5").await?;
        assert_eq!(world.engine.vitals().clock_jumped_s, None);
        world.clock.advance(Span::from_s(1));
    }
    let after = standing(&world, anna.id).await?.unfamiliar;
    assert_eq!((after.consecutive, after.level), (10, 1), "ten guesses are ten: {after:?}");
    Ok(())
}

/// The machine slept for eight hours in the middle of a lock. On waking the lock is over, its end is announced,
/// and the first question is answered by what is true now.
#[tokio::test(flavor = "multi_thread")]
async fn f6_after_eight_hours_of_sleep_what_has_ended_is_over_and_announced() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    lock(&world, ANNA, 0).await?;
    let eve = world.person("eve@contoso.example").await?;
    world.engine.execute(eve.id, Command::BlockSignIn { until: None }, root("left")).await?;
    world.clock.advance(Span::from_hours(8));
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt("eve", "right", true, STRANGE).await?, Seen::RefusedBefore, "blocked");
    assert_eq!(dovecot.attempt(ANNA, "right", true, HOME).await?, Seen::SignedIn);
    assert_eq!(dovecot.attempt(ANNA, "right", true, STRANGE).await?, Seen::SignedIn);
    assert_eq!(world.engine.vitals().clock_jumped_s, None, "sleep is not a jump");
    let audit = AuditFilter { account: Some(anna.id), limit: 50, ..Default::default() };
    eventually(async || {
        let rows = world.engine.store().audit(&audit).await?;
        Ok(locks_open(&world).await? == 0 && rows.iter().any(|row| row.code == "restriction_expired"))
    })
    .await
}

/// Ends at the edges of what clocks and calendars hold are kept, acted on and given back.
#[tokio::test(flavor = "multi_thread")]
async fn f7_ends_in_2038_2106_and_9999_are_stored_and_hold() -> anyhow::Result<()> {
    let mut world = World::start().await?;
    let edges = [i64::from(i32::MAX), i64::from(i32::MAX) + 1, i64::from(u32::MAX) + 1, 253_402_300_799];
    let mut accounts = Vec::new();
    for (number, until_s) in edges.into_iter().enumerate() {
        let login = format!("person{number}@contoso.example");
        let account = world.person(&login).await?;
        let until = Some(Timestamp::from_unix_s(until_s));
        world.engine.execute(account.id, Command::BlockSignIn { until }, root("edge")).await?;
        accounts.push((login, account.id, until));
    }
    for is_restarted in [false, true] {
        if is_restarted {
            world = world.restart().await?;
        }
        let mut dovecot = world.dovecot().await?;
        for (login, id, until) in &accounts {
            assert_eq!(dovecot.attempt(login, "right", true, STRANGE).await?, Seen::RefusedBefore, "{login}");
            let why = world.engine.why(*id).await?.ok_or_else(|| anyhow::anyhow!("{login} is gone"))?;
            assert_eq!(why.open.first().map(|row| row.restriction.until), Some(*until), "{login}");
        }
    }
    Ok(())
}
