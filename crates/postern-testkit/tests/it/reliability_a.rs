//! Races at the sign-in gate: the cases A of the reliability reference, with their ids. A2 needs several nodes;
//! A8 to A12 are about people's actions and come with their pages.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use postern_core::account::{AccountKind, Role};
use postern_core::command::{Asker, Command};
use postern_core::ids::AccountId;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::Span;
use postern_engine::ask::{SignInAsk, SignInStatus};
use postern_engine::commands::ExecuteError;
use postern_engine::ports::{AuditFilter, Entropy, RestrictionFilter};
use postern_gates::client::{DovecotClient, Seen};
use postern_testkit::entropy::SeededEntropy;
use postern_testkit::world::{World, eventually, root};

use crate::common::{
    ANNA, HOME, answer_bytes, at_home, at_homes, guess_at_once, is_long, passwords_with_tags_of_their_own,
    standing, stranger,
};

#[tokio::test(flavor = "multi_thread")]
async fn a1_of_a_thousand_parallel_guesses_exactly_ten_reach_the_verifier() -> anyhow::Result<()> {
    let world = Arc::new(World::start().await?);
    world.person(ANNA).await?;
    let crowd = guess_at_once(&world, ANNA, 1_000).await?;
    assert_eq!((crowd.verified, crowd.refused), (10, 990), "{crowd:?}");
    Ok(())
}

/// Four ways to the same door, 250 guesses each, all at once: IMAP, SMTP, POP3 and Sieve as Dovecot names
/// them. There is one budget, not one for each.
#[tokio::test(flavor = "multi_thread")]
async fn a3_guesses_over_four_protocols_share_one_budget_of_ten() -> anyhow::Result<()> {
    let world = Arc::new(World::start().await?);
    world.person(ANNA).await?;
    let verified = Arc::new(AtomicU32::new(0));
    let mut crowd = tokio::task::JoinSet::new();
    for (number, password) in (0..).zip(passwords_with_tags_of_their_own(ANNA, 1_000)) {
        let (world, verified) = (world.clone(), verified.clone());
        crowd.spawn(async move {
            let (source, pwhash) = (stranger(number), DovecotClient::tag(ANNA, &password));
            let session = format!("s{number}");
            let ask = SignInAsk {
                login: ANNA,
                remote: &source,
                pwhash: &pwhash,
                protocol: ["imap", "smtp", "pop3", "sieve"][number as usize % 4],
                session: &session,
                mechanism: "PLAIN",
                ..SignInAsk::default()
            };
            let is_allowed = world.engine.sign_in_asked(&ask).await.status == SignInStatus::Allow;
            verified.fetch_add(u32::from(is_allowed), Ordering::SeqCst);
            tokio::task::yield_now().await;
            world.engine.sign_in_reported(&postern_engine::ask::SignInReport {
                ask,
                success: false,
                policy_reject: !is_allowed,
                fail_type: "",
            });
        });
    }
    while let Some(done) = crowd.join_next().await {
        done?;
    }
    assert_eq!(verified.load(Ordering::SeqCst), 10, "in all, over four protocols");
    Ok(())
}

/// The client closes its connection as soon as it has asked. The attempt holds its place; when nobody reports
/// its end it counts as a failure, so hanging up buys no guesses.
#[tokio::test(flavor = "multi_thread")]
async fn a4_an_attempt_whose_client_hangs_up_is_counted() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    let mut let_in = 0;
    for (number, password) in (0..).zip(passwords_with_tags_of_their_own(ANNA, 30)) {
        let mut dovecot = world.dovecot().await?;
        let asked = dovecot.ask_attempt(ANNA, &password, false, &stranger(number)).await?;
        let_in += u32::from(asked.seen == Seen::CheckedAndWrong);
        // No report; the reservation runs out.
        drop(dovecot);
        world.clock.advance(Span::from_s(31));
    }
    let after = standing(&world, anna.id).await?;
    assert!(after.unfamiliar.level > 0, "it locked: {after:?}");
    assert!(let_in <= 15, "{let_in} of 30 were let in within a quarter of an hour");
    Ok(())
}

/// Nine wrong passwords and the right one, all at once, from ten places that the account does not know. The
/// right one gets in, if need be after waiting for its turn, and its own success never locks.
#[tokio::test(flavor = "multi_thread")]
async fn a5_the_right_password_inside_a_burst_of_wrong_ones_gets_in() -> anyhow::Result<()> {
    let world = Arc::new(World::start().await?);
    for run in 0..100_u32 {
        let login = format!("person{run}@contoso.example");
        let account = world.person(&login).await?;
        let mut burst = tokio::task::JoinSet::new();
        let guesses = passwords_with_tags_of_their_own(&login, 9);
        for (number, guess) in (0..10_u32).zip(guesses.into_iter().map(Some).chain([None])) {
            let (world, login) = (world.clone(), login.clone());
            burst.spawn(async move {
                // In another order each time.
                for _ in 0..(number + run * 7) % 10 {
                    tokio::task::yield_now().await;
                }
                let mut dovecot = world.dovecot().await?;
                let (password, is_right) = guess.map_or(("right".to_owned(), true), |guess| (guess, false));
                let source = stranger(run * 10 + number);
                let seen = dovecot.attempt(&login, &password, is_right, &source).await?;
                anyhow::Ok((is_right, seen))
            });
        }
        while let Some(done) = burst.join_next().await {
            let (is_right, seen) = done??;
            assert_eq!(seen, if is_right { Seen::SignedIn } else { Seen::CheckedAndWrong }, "run {run}");
        }
        let after = standing(&world, account.id).await?.unfamiliar;
        assert!(after.consecutive <= 9 && after.locked_until.is_none(), "run {run}: {after:?}");
    }
    Ok(())
}

/// A mail program opens twenty connections at once, on fifty accounts. Time stands still, so an attempt that
/// was told to wait would wait for ever: none is, although none has been reported yet.
#[tokio::test(flavor = "multi_thread")]
async fn a6_twenty_connections_of_a_known_device_at_once_are_let_in_without_waiting() -> anyhow::Result<()> {
    let world = World::start().await?;
    let mut people = Vec::new();
    for number in 0..50 {
        let login = format!("person{number}@contoso.example");
        world.person(&login).await?;
        people.push((login, stranger(number)));
    }
    at_homes(&world, &people).await?;
    let mut dovecot = world.dovecot().await?;
    for (login, home) in &people {
        let mut open = Vec::new();
        for connection in 0..20 {
            let asked = dovecot.ask_attempt(login, "right", true, home).await?;
            assert_eq!(asked.seen, Seen::SignedIn, "{login}, connection {connection}");
            open.push(asked);
        }
        for asked in &open {
            dovecot.report(asked).await?;
        }
    }
    let open =
        world.engine.store().restrictions(&RestrictionFilter { limit: 10, ..Default::default() }).await?;
    assert!(open.is_empty(), "{open:?}");
    Ok(())
}

/// Interleavings that the race of unlock and lock is tried with.
const INTERLEAVINGS: u64 = 150;
const INTERLEAVINGS_LONG: u64 = 10_000;

/// An admin unlocks while guesses lock, in many interleavings drawn from a printed seed. Whatever the order
/// was: the rows in the store are what the audit says in its order, and the lane itself agrees with the rows.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a7_an_unlock_that_races_a_lock_ends_as_the_audit_says_in_its_order() -> anyhow::Result<()> {
    let world = Arc::new(World::start().await?);
    let rounds = if is_long() { INTERLEAVINGS_LONG } else { INTERLEAVINGS };
    let mut released = 0;
    for seed in 0..rounds {
        let login = format!("person{seed}@contoso.example");
        let account = world.person(&login).await?.id;
        let guessing = tokio::spawn(guess_in_steps(world.clone(), login, seed));
        let admin = tokio::spawn(unlock_in_steps(world.clone(), account, seed ^ 0xA7));
        guessing.await??;
        released += admin.await??;
        agree(&world, account, seed).await?;
    }
    println!("{rounds} interleavings, {released} unlocks met a lock");
    assert!(released > 0, "the race was never run: no unlock met a lock");
    Ok(())
}

async fn steps(chance: &SeededEntropy) {
    for _ in 0..chance.next_u64() % 40 {
        tokio::task::yield_now().await;
    }
}

async fn guess_in_steps(world: Arc<World>, login: String, seed: u64) -> anyhow::Result<()> {
    let chance = SeededEntropy::new(seed);
    let mut dovecot = world.dovecot().await?;
    for password in passwords_with_tags_of_their_own(&login, 45) {
        let asked = dovecot.ask_attempt(&login, &password, false, HOME).await?;
        steps(&chance).await;
        dovecot.report(&asked).await?;
    }
    Ok(())
}

async fn unlock_in_steps(world: Arc<World>, account: AccountId, seed: u64) -> anyhow::Result<u32> {
    let chance = SeededEntropy::new(seed);
    let mut released = 0;
    for _ in 0..12 {
        for _ in 0..4 {
            steps(&chance).await;
        }
        match world.engine.execute(account, Command::UnlockSignIn, root("called")).await {
            Ok(_) => released += 1,
            Err(ExecuteError::Refused(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(released)
}

async fn agree(world: &World, account: AccountId, seed: u64) -> anyhow::Result<()> {
    let filter = RestrictionFilter { account: Some(account), limit: 100, ..RestrictionFilter::default() };
    let audit = AuditFilter { account: Some(account), limit: 500, ..Default::default() };
    let mut last_seen = String::new();
    let agreed = eventually(async || {
        let open = world.engine.store().restrictions(&filter).await?;
        let open_rows =
            open.iter().filter(|row| row.restriction.kind == RestrictionKind::SignInLocked).count();
        let rows = world.engine.store().audit(&audit).await?;
        let count = |code: &str| rows.iter().filter(|row| row.code == code).count();
        let (started, ended) = (count("restriction_started"), count("restriction_released"));
        let is_locked = standing(world, account).await?.unfamiliar.locked_until.is_some();
        last_seen = format!("{open_rows} open, {started} started, {ended} released, locked: {is_locked}");
        Ok(started - ended == open_rows && open_rows <= 1 && is_locked == (open_rows == 1))
    });
    agreed.await.map_err(|_| anyhow::anyhow!("seed {seed}: {last_seen}"))
}

/// Body and head of one attempt in pieces: a client that hangs up in the middle of its question asked nothing,
/// and the gate goes on.
#[tokio::test(flavor = "multi_thread")]
async fn a4_half_a_question_reserves_nothing() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    for _ in 0..50 {
        let mut gate = tokio::net::TcpStream::connect(world.auth_policy).await?;
        let half = b"POST /?command=allow HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{\"login\":\"an";
        tokio::io::AsyncWriteExt::write_all(&mut gate, half).await?;
    }
    let body = format!(r#"{{"login":"{ANNA}","remote":"192.0.2.7","pwhash":"0f18","protocol":"imap"}}"#);
    assert!(answer_bytes(&world, "allow", &body).await?.contains(r#""status":0"#));
    assert_eq!(standing(&world, anna.id).await?.unfamiliar.in_flight, 1);
    Ok(())
}

/// Two global admins delete each other at the same moment: one of them is refused, however the two commands lie.
#[tokio::test(flavor = "multi_thread")]
async fn a12_of_two_admins_who_remove_each_other_at_once_one_stays() -> anyhow::Result<()> {
    for _ in 0..10 {
        let world = World::start().await?;
        let admin = async |name| world.account(name, AccountKind::Person, &[Role::GlobalAdmin]).await;
        let (one, other) = (admin("one@contoso.example").await?.id, admin("other@contoso.example").await?.id);
        let remove = |whom, by| {
            let asker = Asker {
                actor: Actor::Person(by),
                roles: vec![Role::GlobalAdmin],
                reach: Reach::ALL_DOMAINS,
                note: "a quarrel".to_owned(),
            };
            world.engine.execute(whom, Command::Delete, asker)
        };
        let (first, second) = tokio::join!(remove(one, other), remove(other, one));
        let is_refused =
            |done: &Result<_, _>| matches!(done, Err(ExecuteError::Refused(Refusal::LastGlobalAdmin)));
        assert!(is_refused(&first) != is_refused(&second), "{first:?} {second:?}");
        assert_eq!(world.engine.store().global_admin_count().await?, 1);
    }
    Ok(())
}
